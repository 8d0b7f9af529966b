"""How fast and how exact advice is: the exact engine, HiGHS alone, greed and brute force on the same made-up
catalogues.

    python bench/advising.py --offers 200 --needs 50 --seeds 5
    python bench/advising.py --whole --offers 200 --needs 50     a whole recommendation with every explanation

Prints medians and worst values in milliseconds of processor time and, for greed, how much value it loses. Brute force
runs up to 16 offers.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "src"))

from decimal import Decimal

from augenhoehe.advise.advice import Advice
from augenhoehe.advise.catalogue.offers import Bundle, Catalogue, Offer, Price, Serving, Step, Volume
from augenhoehe.advise.engines.enumeration import Enumeration
from augenhoehe.advise.engines.greedy import greedy
from augenhoehe.advise.engines.highs import Highs, HighsSession
from augenhoehe.advise.posing import Wants, pose
from augenhoehe.advise.problem import NO_CHANGE, Case, figures
from augenhoehe.advise.recommending import recommend
from augenhoehe.advise.solving import model_of
from augenhoehe.needs.board import Board, Need, Wish
from augenhoehe.needs.named import NamedNeed
from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money

MOST_BY_FORCE = 16


def made(seed: int, offers: int, needs: int) -> tuple[Board, Catalogue, Money]:
    """A catalogue with all rules, a board that shows most of its needs and wishes a twentieth of its offers, and a
    tight budget.
    """
    rng = random.Random(seed)
    listed = []
    for place in range(offers):
        served = rng.sample(range(needs), min(rng.choice([1, 1, 2, 2, 3, 4]), needs))
        requires = (
            (tuple(f"o{k}" for k in rng.sample(range(place), rng.choice([1, 1, 2]))),)
            if place > 5 and rng.random() < 0.2
            else ()
        )
        others = [k for k in range(offers) if k != place]
        listed.append(
            Offer(
                f"o{place}",
                (("de", f"Angebot{place:05}"),),
                (Price(Decimal(rng.randrange(50, 6000))),),
                tuple(Serving(f"n{at}", rng.choice([25, 50, 75, 100])) for at in sorted(served)),
                requires=requires,
                excludes=(f"o{rng.choice(others)}",) if others and rng.random() < 0.1 else (),
                group=f"g{place // 4}" if rng.random() < 0.3 else "",
                effort_hours=Decimal(rng.choice([0, 2, 8])),
            )
        )
    bundles = [Bundle(f"b{k}", (), (f"o{7 * k}", f"o{7 * k + 1}"), Decimal(40)) for k in range(offers // 20)]
    family = Volume(
        "v",
        tuple(f"o{k}" for k in range(offers // 2, min(offers // 2 + 8, offers))),
        (Step(2, Decimal(5)), Step(4, Decimal(10))),
    )
    named = [NamedNeed(f"n{at}", (("de", f"Bedarf{at}"),), weight=rng.uniform(0.2, 1)) for at in range(needs)]
    shop = Catalogue(
        (("de", "Bank"),),
        "EUR",
        tuple(named),
        tuple(listed),
        tuple(bundles),
        (family,),
        hour_costs=Decimal(60),
        full_need=Decimal(2500),
    )
    words = Evidence.locate("t", Turn(1, "K", Role.CUSTOMER, "Das brauchen wir."), "Das brauchen wir.")
    why = Message.of("needs.certainty_confirmed")
    shown = [
        Need(f"s{at}", f"Bedarf{at}", (words,), named[at].weight, why, rng.uniform(0.3, 0.98), why, f"n{at}")
        for at in range(needs)
        if rng.random() < 0.8
    ]
    wishes = [Wish(f"w{k}", f"Angebot{k:05}", (words,), 1.0) for k in rng.sample(range(offers), max(1, offers // 20))]
    return Board(tuple(wishes), tuple(shown)), shop, Money(Decimal(rng.choice([400, 800])) * needs)


def timed(work: Callable[[], object]) -> tuple[float, object]:
    """Milliseconds of processor time a piece of work takes, and what it gives; all engines use one thread."""
    start = time.process_time()
    result = work()
    return 1000 * (time.process_time() - start), result


def alone(case: Case) -> int:
    """HiGHS's own branch and bound on the whole problem, without the warm program and the fixing."""
    session = HighsSession(model_of(case), 10**9)
    goal, bounds = session._objective(NO_CHANGE), session._bounds(NO_CHANGE)
    vector, _, _ = session._branch(goal, *bounds)
    return figures(case, session._chosen(vector)).value if vector is not None else 0


def line(name: str, times: list[float], more: str = "") -> None:
    """One line of the table."""
    print(f"{name:28} median {statistics.median(times):9.1f} ms   worst {max(times):9.1f} ms   {more}")


def engines(offers: int, needs: int, seeds: int) -> int:
    """All engines on the same cases; 1 where two of the exact ones disagree."""
    times: dict[str, list[float]] = {"exact": [], "HiGHS alone": [], "greedy": [], "brute force": []}
    losses, wrong = [], 0
    for seed in range(seeds):
        board, shop, budget = made(seed, offers, needs)
        case = pose(board, shop, Wants(budget)).case
        spent, outcome = timed(lambda case=case: Highs().open(model_of(case)).solve())
        best = outcome.value
        times["exact"].append(spent)
        wrong += not outcome.proven
        spent, value = timed(lambda case=case: alone(case))
        times["HiGHS alone"].append(spent)
        wrong += value != best
        spent, found = timed(lambda case=case: greedy(case))
        times["greedy"].append(spent)
        losses.append(1 - max((figures(case, chosen).value for chosen in found), default=0) / best if best else 0.0)
        if len(case.candidates) <= MOST_BY_FORCE:
            spent, outcome = timed(lambda case=case: Enumeration().open(model_of(case)).solve())
            times["brute force"].append(spent)
            wrong += outcome.value != best
    print(f"{offers} offers, {needs} needs, {seeds} seeds, budget in force")
    for name, spent in times.items():
        if spent:
            more = (
                f"loses {100 * statistics.median(losses):.1f} % (worst {100 * max(losses):.1f} %)"
                if name == "greedy"
                else ""
            )
            line(name, spent, more)
    print("all exact engines agree and prove" if not wrong else f"{wrong} DISAGREEMENTS")
    return int(bool(wrong))


def whole(offers: int, needs: int, seeds: int) -> int:
    """A whole recommendation: solve, tie rule, every explanation, compromises, front, range, questions."""
    times, solves = [], []
    for seed in range(seeds):
        board, shop, budget = made(seed, offers, needs)
        spent, advice = timed(lambda board=board, shop=shop, budget=budget: recommend(board, shop, budget=budget))
        assert isinstance(advice, Advice)
        times.append(spent)
        solves.append(len(advice.kept) + len(advice.added) + len(advice.left_out) + len(advice.compromises))
    shown = f"{statistics.median(solves):.0f} explanations"
    print(f"{offers} offers, {needs} needs, {seeds} seeds: whole recommendation, {shown}")
    line("recommend", times)
    return 0


def main() -> int:
    """Read the sizes and run."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--offers", type=int, default=20)
    options.add_argument("--needs", type=int, default=10)
    options.add_argument("--seeds", type=int, default=5)
    options.add_argument("--whole", action="store_true")
    given = options.parse_args()
    timed(lambda: Highs().open(model_of(pose(*made(0, 4, 2)[:2], Wants()).case)).solve())
    return (whole if given.whole else engines)(given.offers, given.needs, given.seeds)


if __name__ == "__main__":
    sys.exit(main())

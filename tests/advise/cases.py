"""Random small problems with all rules in them, and small catalogues written in a few lines."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from hypothesis import strategies as st

from augenhoehe.advise.catalogue.offers import Catalogue
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.advise.problem import Aim, Candidate, Case, Change, Demand
from augenhoehe.needs.board import Board, Limit, Need, Wish
from augenhoehe.speech.conversation import Role, Turn
from augenhoehe.speech.evidence import Evidence
from augenhoehe.speech.messages import Message

CENTS = st.sampled_from([0, 100, 200, 250, 1000, 1999])
QUALITY = st.sampled_from([25, 50, 75, 100])


@st.composite
def cases(draw: st.DrawFn, most_offers: int = 7, most_needs: int = 4) -> Case:
    """A case in which every rule may play a part; prices and worths repeat, so that ties happen."""
    needs = draw(st.integers(1, most_needs))
    offers = draw(st.integers(1, most_offers))
    demands = tuple(
        Demand(
            f"n{at}",
            4 * draw(st.sampled_from([0, 25, 50, 125, 500])),
            draw(st.booleans()),
            draw(st.sampled_from([0] * 9 + [50])),
        )
        for at in range(needs)
    )
    candidates = tuple(draw(_candidate(place, offers, needs)) for place in range(offers))
    pair = tuple(sorted(draw(st.sets(st.integers(0, offers - 1), min_size=2, max_size=2)))) if offers > 1 else ()
    paid = sum(candidates[place].price for place in pair if not candidates[place].owned)
    bundles = (("b", pair, min(draw(CENTS), paid)),) if pair and draw(st.booleans()) else ()
    family = tuple(sorted(draw(st.sets(st.integers(0, offers - 1), min_size=1, max_size=4))))
    volumes = (("v", family, ((2, 500), (3, 1250))),) if draw(st.booleans()) else ()
    return Case(
        demands,
        candidates,
        bundles,
        volumes,
        draw(st.none() | st.integers(0, 5000)),
        draw(st.none() | st.just(15)),
        draw(st.none() | st.just(5)),
        tuple(sorted(draw(st.sets(st.integers(0, offers - 1), max_size=1)))) if draw(st.integers(0, 9)) == 0 else (),
        tuple(sorted(draw(st.sets(st.integers(0, offers - 1), max_size=1)))) if draw(st.integers(0, 9)) == 0 else (),
    )


@st.composite
def _candidate(draw: st.DrawFn, place: int, offers: int, needs: int) -> Candidate:
    served = draw(st.dictionaries(st.integers(0, needs - 1), QUALITY, max_size=needs))
    others = st.sets(st.integers(0, offers - 1).filter(lambda other: other != place), min_size=1, max_size=2)
    earlier = st.sets(st.integers(0, place - 1), min_size=1, max_size=2) if place else st.none()
    requires = draw(earlier) if place and draw(st.integers(0, 3)) == 0 else None
    excludes = draw(others) if offers > 2 and draw(st.integers(0, 6)) == 0 else set()
    return Candidate(
        f"o{place}",
        draw(CENTS),
        draw(st.sampled_from([0, 0, 100])),
        draw(st.sampled_from([0, 0, 10])),
        draw(st.sampled_from([0, 0, 3, 8])),
        tuple(sorted(served.items())),
        (tuple(sorted(requires)),) if requires else (),
        tuple(sorted(excludes)),
        draw(st.sampled_from(["", "", "g"])),
        draw(st.integers(0, 9)) == 0,
        draw(st.booleans()),
    )


@st.composite
def changes(draw: st.DrawFn, case: Case) -> Change:
    """A change of a case: something forced, other worths, other limits, a rule lifted."""
    place = st.integers(0, len(case.candidates) - 1)
    return Change(
        (draw(place),) if draw(st.booleans()) else (),
        (draw(place),) if draw(st.booleans()) else (),
        tuple(4 * draw(st.integers(0, 300)) for _ in case.demands) if draw(st.booleans()) else None,
        draw(st.none() | st.integers(0, 4000)),
        draw(st.none() | st.integers(0, 9)),
        draw(st.sampled_from([frozenset[str](), frozenset({"budget"}), frozenset({"variants:g", "effort"})])),
        draw(st.sampled_from([Aim.VALUE, Aim.VALUE, Aim.PRICE])),
    )


def catalogue(text: str) -> Catalogue:
    """A catalogue out of TOML."""
    return read_catalogue(text.encode(), "test.toml")


def said(words: str) -> Evidence:
    """Words of a customer."""
    return Evidence.locate("t", Turn(1, "K", Role.CUSTOMER, words), words)


def need(name: str, weight: float = 1.0, certainty: float = 1.0, words: str = "Das ist ein Problem.") -> Need:
    """A need of the board with a name."""
    return Need("n-" + name, name, (said(words),), weight, Message.of("x"), certainty, Message.of("x"), name)


def wish(what: str) -> Wish:
    """A wish of the board."""
    return Wish("w-" + what, what, (said(f"Ich will {what}."),), 1.0)


def board(needs: Sequence[Need] = (), wishes: Sequence[Wish] = (), limits: Sequence[Limit] = ()) -> Board:
    """A board of these parts."""
    return Board(tuple(wishes), tuple(needs), tuple(limits))


TODAY = date(2026, 3, 2)

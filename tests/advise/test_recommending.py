"""Whole recommendations: what is kept, left out and added, why, at what price, and what the advice comes down to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from advise.cases import TODAY, board, catalogue, need, said, wish
from augenhoehe.advise.advice import Advice, Item, Status, Verdict
from augenhoehe.advise.catalogue.reading import read_catalogue
from augenhoehe.advise.engine import Outcome
from augenhoehe.advise.engines.enumeration import Enumeration
from augenhoehe.advise.engines.highs import Highs, HighsSession
from augenhoehe.advise.posing import pose
from augenhoehe.advise.problem import NO_CHANGE, Change, Model, figures
from augenhoehe.advise.recommending import recommend
from augenhoehe.advise.solving import model_of
from augenhoehe.advise.wants import Wants
from augenhoehe.needs.board import Board, Limit, LimitKind, Per
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message
from augenhoehe.speech.money import Money
from augenhoehe.wording.saying import Voice

SHOP = """currency = "EUR"
full_need = 1000
[[need]]
id = "n"
name = "Ruhe"
prior = 0.4
[[need]]
id = "m"
name = "Ordnung"
prior = 0.4
weight = 0.5
[[offer]]
id = "a"
title = "Alpha"
price = 300
serves = { n = 100 }
[[offer]]
id = "b"
title = "Beta"
price = 200
serves = { n = 50 }
[[offer]]
id = "c"
title = "Gamma"
price = 400
serves = { m = 100 }
lead_weeks = 4
"""
GERMAN = Voice("de")
EXAMPLES = Path(__file__).resolve().parents[2] / "examples" / "catalogues"


def german(message: Message) -> str:
    """The German sentence, with ordinary spaces."""
    return GERMAN.say(message).replace("\xa0", " ")


def ids(items: tuple[Item, ...]) -> list[str]:
    return [item.offer for item in items]


def sentences(item: Item) -> list[str]:
    return [german(reason.message) for reason in item.reasons]


def money(amount: int | str) -> Money:
    return Money(Decimal(amount))


def test_the_advice_keeps_adds_and_leaves_out_with_its_proof() -> None:
    advice = recommend(board([need("n"), need("m")], [wish("Beta")]), catalogue(SHOP))

    assert (advice.status, advice.verdict) == (Status.BEST, Verdict.OFFERS)
    assert (ids(advice.kept), ids(advice.left_out), ids(advice.added)) == ([], ["b"], ["a", "c"])
    assert (advice.price, advice.proof.value, advice.proof.bound, advice.proof.gap) == (
        money(700),
        money(1300),
        money(1300),
        0,
    )
    assert advice.coverage == 1.0
    assert german(advice.summary) == "Dazu kommt: Alpha und Gamma. Abgeraten wird von: Beta. Zusammen 700 €."


def test_a_left_out_wish_says_why_what_it_would_cost_and_when_it_would_be_right() -> None:
    advice = recommend(board([need("n")], [wish("Beta")]), catalogue(SHOP))
    (item,) = advice.left_out

    assert sentences(item) == [
        "Was es brächte (Ruhe), leistet schon: Alpha.",
        "Wer es trotzdem nimmt, hat rund 200 € weniger davon.",
    ]
    assert item.wished_by[0].quote == "Ich will Beta."


def test_what_serves_nothing_that_was_shown_is_right_when_it_is_needed() -> None:
    (item,) = recommend(board([need("n")], [wish("Gamma")]), catalogue(SHOP)).left_out

    assert sentences(item) == [
        "Dient keinem Bedarf, der sich im Gespräch gezeigt hat; gut wäre es für: Ordnung.",
        "Wer es trotzdem nimmt, hat rund 400 € weniger davon.",
    ]
    assert item.right_if is not None
    assert german(item.right_if) == (
        "Richtig wäre es, wenn auch „Ordnung“ gebraucht wird und das mindestens zu 80 % sicher ist."
    )


def test_under_a_budget_the_worthier_stays_and_lifting_it_is_named() -> None:
    advice = recommend(board([need("n"), need("m")], [wish("Gamma")]), catalogue(SHOP), budget=money(500))

    assert advice.chosen == ("a",)
    assert sentences(advice.left_out[0])[0] == (
        "Hilft bei Ordnung, aber in den Rahmen von 500 € passt anderes, das mehr bringt."
    )
    (compromise,) = advice.compromises
    assert (compromise.need, compromise.covered) == ("m", 0.0)
    assert german(compromise.forced_by) == "Der Rahmen von 500 €."
    assert compromise.lifting is not None
    assert german(compromise.lifting) == "Mit 200 € mehr käme Gamma dazu; gedeckt wäre es dann zu 100 %."


def test_what_comes_too_late_is_impossible_and_right_later() -> None:
    deadline = Limit("l1", LimitKind.DEADLINE, (said("bis 16. März"),), 1.0, None, date(2026, 3, 16))
    advice = recommend(board([need("m")], [wish("Gamma")], [deadline]), catalogue(SHOP), on=TODAY)

    assert (advice.verdict, advice.chosen) == (Verdict.NOT_YET, ())
    (item,) = advice.left_out
    assert sentences(item) == ["Käme zu spät: Es braucht 4 Wochen Vorlauf, Zeit ist für 2."]
    assert item.right_if is not None
    assert german(item.right_if) == "Richtig wäre es mit 2 Wochen mehr Zeit."
    assert item.reasons[0].evidence[0].quote == "bis 16. März"


def test_without_a_day_to_count_from_the_deadline_is_said_not_to_count() -> None:
    deadline = Limit("l1", LimitKind.DEADLINE, (said("bis 16. März"),), 1.0, None, date(2026, 3, 16))
    advice = recommend(board([need("m")], (), [deadline]), catalogue(SHOP))

    assert advice.chosen == ("c",)
    assert "Die Frist „bis 16. März“ ist nicht gerechnet, weil kein Tag angegeben ist, ab dem gezählt wird." in [
        german(message) for message in advice.assumptions
    ]


@pytest.mark.parametrize(
    ("limit", "budget", "sentence"),
    [
        (
            Limit("l", LimitKind.BUDGET, (said("höchstens 450"),), 1.0, money(450)),
            450,
            "Rahmen: 450 €, aus „höchstens 450“.",
        ),
        (
            Limit("l", LimitKind.BUDGET, (said("30 im Monat"),), 1.0, money(30), None, Per.MONTH),
            360,
            "Rahmen: 360 €, aus „30 im Monat“.",
        ),
        (
            Limit("l", LimitKind.BUDGET, (said("über 500 in die Runde"),), 1.0, money(500), None, Per.ONCE, True),
            500,
            "Rahmen: 500 €, weil darüber jemand anderes zustimmen muss: „über 500 in die Runde“.",
        ),
    ],
)
def test_the_budget_comes_from_the_customers_words(limit: Limit, budget: int, sentence: str) -> None:
    advice = recommend(board([need("n"), need("m")], (), [limit]), catalogue(SHOP))

    assert advice.budget == money(budget)
    assert advice.price <= money(budget)
    assert sentence in [german(message) for message in advice.assumptions]


def test_a_limit_in_another_currency_is_said_not_to_count_and_a_set_one_is_refused() -> None:
    limit = Limit("l", LimitKind.BUDGET, (said("100 Franken"),), 1.0, Money(Decimal(100), "CHF"))
    advice = recommend(board([need("n")], (), [limit]), catalogue(SHOP))

    assert advice.budget is None
    assert "Nicht verrechnet: ein Rahmen von 100 CHF, denn der Katalog rechnet in EUR." in [
        german(message) for message in advice.assumptions
    ]
    with pytest.raises(InputRefusedError):
        recommend(board([need("n")]), catalogue(SHOP), budget=Money(Decimal(100), "CHF"))


def test_nothing_is_advice_when_nothing_pays() -> None:
    advice = recommend(board([need("n", 0.2), need("m", 0.2)]), catalogue(SHOP))

    assert (advice.verdict, advice.chosen, advice.price) == (Verdict.NOTHING, (), money(0))
    assert german(advice.summary) == ("Behalten, was da ist: Nichts aus dem Katalog bringt mehr, als es kostet.")


def test_not_yet_when_the_next_answer_is_worth_more_than_the_advice() -> None:
    advice = recommend(board(), catalogue(SHOP.replace("full_need = 1000", "full_need = 3000")))

    assert (advice.verdict, advice.chosen) == (Verdict.NOT_YET, ())
    assert advice.next_questions[0].need == "n"
    assert dict(advice.next_questions[0].text_by_voice)["sie"] == "Wie läuft das heute bei Ihnen: Ruhe?"
    assert german(advice.next_questions[0].why) == "Zeigt sich der Bedarf „Ruhe“, kommt Alpha dazu."


def test_not_with_us_when_only_others_help() -> None:
    shop = catalogue(SHOP.replace('title = "Alpha"', 'title = "Alpha"\nours = false\nprovider = "Meyer"'))
    advice = recommend(board([need("n")]), shop)

    assert (advice.verdict, advice.chosen) == (Verdict.NOT_WITH_US, ("a",))
    assert "Das gibt es nicht bei uns, sondern bei Meyer." in sentences(advice.added[0])


def test_limits_that_contradict_each_other_are_named_with_the_way_out() -> None:
    advice = recommend(board([need("n")]), catalogue(SHOP), budget=money(250), must_needs=["n"])

    assert (advice.status, advice.chosen) == (Status.NOTHING_FITS, ())
    assert [german(message) for message in advice.conflict] == [
        "„Ruhe“ muss gedeckt sein.",
        "Mehr als 250 € darf es nicht kosten.",
    ]
    assert [german(message) for message in advice.relaxations] == [
        "Verzicht auf diese Vorgabe: „Ruhe“ muss gedeckt sein.",
        "50 € mehr.",
    ]


def test_a_must_that_comes_too_late_names_the_weeks() -> None:
    deadline = Limit("l1", LimitKind.DEADLINE, (said("bis 16. März"),), 1.0, None, date(2026, 3, 16))
    advice = recommend(board([need("m")], (), [deadline]), catalogue(SHOP), on=TODAY, must_take=["c"])

    assert "2 Wochen später." in [german(message) for message in advice.relaxations]


def test_what_is_owned_stays_and_costs_nothing() -> None:
    advice = recommend(board([need("n"), need("m")]), catalogue(SHOP), owned=["a"])

    assert (advice.chosen, advice.price, ids(advice.added)) == (("a", "c"), money(400), ["c"])


def test_ties_are_settled_by_the_stated_rule() -> None:
    twin = SHOP + '[[offer]]\nid = "d"\ntitle = "Delta"\nprice = 300\nserves = { n = 100 }\n'
    plain = recommend(board([need("n")]), catalogue(twin))
    wished = recommend(board([need("n")], [wish("Delta")]), catalogue(twin))

    assert (plain.chosen, wished.chosen) == (("a",), ("d",))
    assert plain.proof.settled_by is not None


def test_the_front_holds_the_advice_the_wish_and_keeping_things() -> None:
    advice = recommend(board([need("n"), need("m")], [wish("Beta")]), catalogue(SHOP), budget=money(450))

    assert [(p.price.amount, p.coverage, p.chosen, p.advised, p.wished) for p in advice.front] == [
        (0, 0.0, (), False, False),
        (200, 0.25, ("b",), False, True),
        (300, 0.5, ("a",), True, False),
        (600, 0.75, ("b", "c"), False, False),
        (700, 1.0, ("a", "c"), False, False),
    ]


def test_the_worth_of_a_need_is_stated_with_the_range_in_which_the_advice_stands() -> None:
    advice = recommend(board([need("n"), need("m", 0.5)]), catalogue(SHOP))
    stated = german(advice.assumptions[0])

    assert stated == (
        "Annahme: Ein voll wichtiger Bedarf, ganz gedeckt, ist über 12 Monate 1.000 € wert. "
        "Der Rat bleibt derselbe, solange dieser Wert mindestens 800 € ist."
    )
    for worth, same in ((801, True), (799, False), (5000, True)):
        again = recommend(board([need("n"), need("m", 0.5)]), catalogue(SHOP), full_need=money(worth))
        assert (again.chosen == advice.chosen) is same


def test_what_could_not_be_calculated_is_said() -> None:
    unnamed = replace(need("n", words="Es klappert."), named=None, statement="Es klappert.")
    legal = Limit("l", LimitKind.LEGAL, (said("ohne Seriennummern"),), 1.0)
    advice = recommend(board([need("n"), unnamed], [wish("Omega")], [legal]), catalogue(SHOP))
    stated = [german(message) for message in advice.assumptions]

    assert "Nicht gerechnet, bitte selbst prüfen: „ohne Seriennummern“." in stated
    assert "Nicht gerechnet, weil der Katalog dafür keinen Namen hat: „Es klappert“." in stated
    assert [evidence.quote for evidence in advice.open_wishes] == ["Ich will Omega."]


def pump_station() -> Board:
    """What the head of a test bench showed: he wants four toolboxes and has other troubles."""
    wanted = [wish(what) for what in ("Simulationstoolbox", "Echtzeit-Toolbox", "Statistik", "Berichtsautomaten")]
    shown = [
        need("nachtabbruch", 0.83, 0.98, "Und ich will, dass mir kein Dauerlauf mehr umsonst läuft."),
        need("bericht", 0.75, 0.98, "Ich sitz an jedem Bericht zwei volle Tage."),
        need("streuung", 0.66, 0.98, "die Prüfstelle will wissen, wie stark die Serie streut"),
        need("geraeusch", 0.7, 0.98, "Bei einundzwanzig, zweiundzwanzig km/h pfeift der neue Motor."),
        need("wiederfinden", 0.64, 0.98, "nach einem halben Jahr finden wir da nichts wieder"),
    ]
    return board(shown, wanted)


def toolbox_advice(engine: object = None) -> Advice:
    shop = read_catalogue((EXAMPLES / "pruefstand.toml").read_bytes(), "pruefstand.toml")
    return recommend(pump_station(), shop, budget=money(12000), engine=engine)  # type: ignore[arg-type]


def test_the_engineer_with_toolboxes_is_advised_against_two_and_gets_two_he_did_not_ask_for() -> None:
    advice = toolbox_advice()

    assert ids(advice.kept) == ["statistik", "bericht"]
    assert ids(advice.added) == ["ordnung", "nachtwaechter"]
    assert ids(advice.left_out) == ["simulation", "echtzeit"]
    assert advice.price == money(10600)
    assert sentences(advice.left_out[0])[0] == (
        "Dient keinem Bedarf, der sich im Gespräch gezeigt hat; gut wäre es für: Antriebe vor dem Bau auslegen."
    )
    assert sentences(advice.left_out[1]) == [
        "Geht nicht: Echtzeit-Toolbox braucht Simulationstoolbox. Mehr als 12.000 € darf es nicht kosten."
    ]
    assert sentences(advice.added[1])[0] == "Nicht gewünscht, aber nötig für: Merken, wenn ein Dauerlauf abbricht."
    assert [c.need for c in advice.compromises] == ["wiederfinden"]
    assert all(item.reasons[0].evidence for item in (*advice.kept, *advice.added))


def test_the_advice_of_the_toolboxes_is_the_best_by_brute_force() -> None:
    assert replace(toolbox_advice(Enumeration()), proof=toolbox_advice().proof) == toolbox_advice()


def test_the_same_board_gives_the_same_advice() -> None:
    assert toolbox_advice() == toolbox_advice()


NEEDS = st.lists(
    st.tuples(
        st.sampled_from(["nachtabbruch", "bericht", "streuung", "geraeusch", "selbstbedienung"]),
        st.floats(0.1, 1),
        st.floats(0.1, 1),
    ),
    max_size=4,
    unique_by=lambda row: row[0],
)
WISHES = st.lists(
    st.sampled_from(["Simulationstoolbox", "Statistik", "Einarbeitungstag", "Ordnungsanalyse"]), max_size=3, unique=True
)


@settings(max_examples=25, deadline=None, derandomize=True)
@given(NEEDS, WISHES, st.none() | st.integers(0, 20_000))
def test_every_figure_of_an_explanation_can_be_computed_again(
    rows: list[tuple[str, float, float]], wanted: list[str], budget: int | None
) -> None:
    shop = read_catalogue((EXAMPLES / "pruefstand.toml").read_bytes(), "pruefstand.toml")
    shown = board([need(*row) for row in rows], [wish(what) for what in wanted])
    limit = None if budget is None else money(budget)
    advice = recommend(shown, shop, budget=limit)
    case = pose(shown, shop, Wants(limit)).case
    brute = Enumeration().open(model_of(case))
    best = brute.solve()

    assert advice.proof.value == money(0) + Money(Decimal(best.value) / 100)
    for item in (*advice.kept, *advice.added, *advice.left_out):
        place = case.place(item.offer)
        assert place is not None
        forced = brute.solve(Change(force_in=(place,)) if item in advice.left_out else Change(force_out=(place,)))
        for worth in {reason.worth for reason in item.reasons if reason.worth is not None}:
            assert worth == Money(Decimal(best.value - forced.value) / 100)
    for point in advice.front:
        chosen = [place for place, one in enumerate(case.candidates) if one.offer in point.chosen]
        assert point.price == Money(Decimal(figures(case, chosen).price) / 100)


class Tired(Highs):
    """Proves the advice itself and none of the searches after it."""

    def open(self, model: Model) -> HighsSession:
        session = super().open(model)
        real, calls = session.solve, iter(range(1000))

        def solve(change: Change = NO_CHANGE) -> Outcome:
            outcome = real(change)
            return outcome if next(calls) == 0 else replace(outcome, proven=False)

        session.solve = solve  # type: ignore[method-assign]
        return session


def test_an_explanation_without_a_proof_is_not_given() -> None:
    advice = recommend(board([need("n")], [wish("Beta")]), catalogue(SHOP), engine=Tired())

    assert (advice.status, advice.chosen, advice.left_out) == (Status.UNDECIDED, (), ())


def test_an_unfinished_search_is_never_shown_as_advice() -> None:
    rows = "".join(
        f'[[offer]]\nid = "o{p}"\ntitle = "O{p}"\nprice = {700 + 31 * (p * 7 % 11)}\nserves = {{ '
        + ", ".join(f"n{at} = {25 * (1 + (p + at) % 4)}" for at in range(p % 3, 12, 3))
        + " }\n"
        for p in range(24)
    )
    names = "".join(f'[[need]]\nid = "n{at}"\nname = "N{at}"\n' for at in range(12))
    shop = catalogue("full_need = 1500\n" + names + rows)
    shown = board([need(f"n{at}", 0.6 + 0.03 * at) for at in range(12)])
    advice = recommend(shown, shop, budget=money(2950), engine=Highs(most_nodes=0))

    assert (advice.status, advice.chosen, advice.kept, advice.added, advice.front) == (Status.UNDECIDED, (), (), (), ())
    assert advice.proof.gap > 0

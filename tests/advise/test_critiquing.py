"""Critiques and comparisons: the effect is named, and what cannot be says why."""

from __future__ import annotations

from decimal import Decimal

import pytest

from advise.cases import board, catalogue, need, said, wish
from augenhoehe.advise.advice import Status
from augenhoehe.advise.comparing import compare
from augenhoehe.advise.critiquing import Critique, Kind, changed, criticise, offers_named
from augenhoehe.advise.recommending import recommend_under
from augenhoehe.advise.wants import Answer, Wants
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.money import Money

SHOP = catalogue("""currency = "EUR"
full_need = 1000
[[need]]
id = "n"
name = "Ruhe"
[[need]]
id = "m"
name = "Ordnung"
weight = 0.8
prior = 0.3
[[offer]]
id = "a"
title = "Ablage in der Cloud"
price = 300
effort_hours = 10
serves = { n = 100 }
[[offer]]
id = "b"
title = "Ablage im Keller"
price = 200
effort_hours = 4
serves = { n = 50 }
[[offer]]
id = "c"
title = "Gamma"
price = 100
requires = ["a"]
serves = { m = 100 }
""")
NOTHING_SET = Wants()
BOARD = board([need("n"), need("m")])


def effect_of(critique: Critique, wants: Wants = NOTHING_SET) -> object:
    advice = recommend_under(wants, BOARD, SHOP)
    assert advice.chosen == ("a", "c")
    effect = criticise(BOARD, SHOP, wants, critique, advice)
    if effect.comparison is None:
        return effect.advice.status
    shown = effect.comparison
    return (
        int(shown.second.price.amount - shown.first.price.amount),
        int(shown.second.effort_hours - shown.first.effort_hours),
        shown.only_first,
        shown.only_second,
        [row.need for row in shown.won],
        [row.need for row in shown.lost],
        effect.advice.proof.gap,
    )


def test_without_an_offer_what_needs_it_goes_too() -> None:
    assert effect_of(Critique(Kind.WITHOUT, ("a",))) == (-200, -6, ("a", "c"), ("b",), [], ["n", "m"], 0.0)


def test_half_the_effort_and_a_smaller_budget_are_limits() -> None:
    assert effect_of(Critique(Kind.HALF_EFFORT)) == (-200, -6, ("a", "c"), ("b",), [], ["n", "m"], 0.0)
    less = Critique(Kind.AT_MOST, amount=Money(Decimal(350)))
    assert effect_of(less) == (-100, 0, ("c",), (), [], ["m"], 0.0)


def test_an_offer_that_must_be_in_is_and_what_cannot_be_is_no_advice() -> None:
    assert effect_of(Critique(Kind.WITH, ("b",))) == (200, 4, (), ("b",), [], [], 0.0)
    tight = Critique(Kind.AT_MOST, amount=Money(Decimal(50)))
    assert effect_of(tight, Wants(must_needs=("n",))) is Status.NOTHING_FITS


def test_the_newer_of_two_contradicting_critiques_holds() -> None:
    advice = recommend_under(Wants(), BOARD, SHOP)
    wants = changed(Wants(must_take=("a",)), Critique(Kind.WITHOUT, ("a",)), advice)
    assert (wants.must_take, wants.must_leave) == ((), ("a",))
    again = changed(wants, Critique(Kind.WITH, ("a",)), advice)
    assert (again.must_take, again.must_leave) == (("a",), ())


@pytest.mark.parametrize(
    ("words", "offers"), [("cloud", ("a",)), ("ABLAGE", ("a", "b")), ("Gamma", ("c",)), ("b", ("b",))]
)
def test_offers_are_named_by_id_title_or_a_word_of_it(words: str, offers: tuple[str, ...]) -> None:
    assert offers_named(SHOP, words) == offers


@pytest.mark.parametrize("words", ["", "  ", "Satellit"])
def test_what_nothing_is_called_is_refused(words: str) -> None:
    with pytest.raises(InputRefusedError):
        offers_named(SHOP, words)


def test_a_selection_against_the_rules_says_which() -> None:
    shown = compare(BOARD, SHOP, Wants(), ("c",), ("a", "c"))
    assert [message.key for message in shown.first.breaks] == ["advise.rule_requires"]
    assert shown.second.breaks == ()
    assert [(row.need, row.first, row.second) for row in shown.needs] == [("n", 0.0, 1.0), ("m", 1.0, 1.0)]


def test_answers_change_the_board_and_are_not_asked_again() -> None:
    only = board([need("n")])
    before = recommend_under(Wants(), only, SHOP)
    yes = recommend_under(Wants(answers=(Answer("m", True, (said("Ja, wir suchen ewig."),)),)), only, SHOP)
    no = recommend_under(Wants(answers=(Answer("m", False, (said("Nein, das passt."),)),)), only, SHOP)

    assert [question.need for question in before.next_questions] == ["m"]
    assert (before.chosen, yes.chosen, no.chosen) == (("a",), ("a", "c"), ("a",))
    assert [reason.evidence[0].quote for item in yes.added for reason in item.reasons if reason.evidence] == [
        "Das ist ein Problem.",
        "Ja, wir suchen ewig.",
    ]
    assert (yes.next_questions, no.next_questions) == ((), ())


def test_a_no_takes_a_need_off_and_words_that_are_gone_count_no_more() -> None:
    no = recommend_under(Wants(answers=(Answer("n", False, (said("Nein."),)),)), BOARD, SHOP)
    gone = recommend_under(Wants(answers=(Answer("n", False),)), BOARD, SHOP)
    assert "n" not in {compromise.need for compromise in no.compromises}
    assert (no.chosen, gone.chosen) == (("a", "c"), ("a", "c"))


def test_the_advice_says_on_which_needs_it_hangs() -> None:
    advice = recommend_under(Wants(), board([need("n", 1.0, 0.9)]), SHOP)
    assert advice.steady is not None
    assert [(tip.need, tip.message.key, tip.message.by_name.get("percent")) for tip in advice.tips] == [
        ("n", "advise.tip_below", 30),
        ("m", "advise.tip_there", None),
    ]
    steady = recommend_under(Wants(must_take=("a", "c")), board([need("n")]), SHOP)
    assert steady.steady is not None
    assert (steady.steady.key, steady.tips) == ("advise.steady", ())


def test_the_way_out_by_own_hours_takes_no_more_than_needed() -> None:
    """The cheapest offer for the need takes 20 hours, a dearer one 8: three hours more than the five there are."""
    shop = catalogue("""currency = "EUR"
[[need]]
id = "n"
name = "Ruhe"
[[offer]]
id = "a"
title = "Alpha"
price = 100
effort_hours = 20
serves = { n = 100 }
[[offer]]
id = "b"
title = "Beta"
price = 300
effort_hours = 8
serves = { n = 100 }
""")
    advice = recommend_under(Wants(hours=Decimal(5), must_needs=("n",)), board([need("n")]), shop)
    assert advice.status is Status.NOTHING_FITS
    assert [(way.key, way.by_name.get("more")) for way in advice.relaxations] == [
        ("advise.relax_effort", 3),
        ("advise.relax_must", None),
    ]


def test_what_would_have_to_be_true_for_an_impossible_wish() -> None:
    wishing = board([need("n")], [wish("Alpha Speicher")])
    shop = catalogue("""currency = "EUR"
full_need = 1000
[[need]]
id = "n"
name = "Ruhe"
[[offer]]
id = "a"
title = "Alpha Speicher"
price = 500
serves = { n = 100 }
[[offer]]
id = "b"
title = "Beta"
price = 200
serves = { n = 50 }
""")
    short = recommend_under(Wants(budget=Money(Decimal(300))), wishing, shop)
    banned = recommend_under(Wants(must_leave=("a",)), wishing, shop)
    assert [item.right_if and item.right_if.key for item in short.left_out] == ["advise.right_if_lifted"]
    assert [item.right_if and item.right_if.key for item in banned.left_out] == ["advise.right_if_lifted"]

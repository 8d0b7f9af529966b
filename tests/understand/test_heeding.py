"""Heeding corrections: what a person keeps confirming or rejecting moves what is proposed, and nothing else does."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from augenhoehe.speech.conversation import Channel, Conversation, Language, Role, Turn
from augenhoehe.understand.considering import Weighed
from augenhoehe.understand.examining import examine
from augenhoehe.understand.findings import Kind
from augenhoehe.understand.heeding import TRUST, Layer, chosen, heed, learn, lesson_of
from augenhoehe.understand.lessons import Guess, Lesson, lesson, plain
from augenhoehe.understand.marking.calibration import Calibration
from augenhoehe.understand.marking.stretches import Stretch
from augenhoehe.understand.scoring import Marked

EVEN = Calibration(1.0, dict.fromkeys(Kind, 0.0))
THRESHOLDS = dict.fromkeys(Kind, 0.4)
USUAL = -0.4055  # the log-odds of 0.4

TALK = Conversation(
    "talk",
    Language.GERMAN,
    Channel.MEETING,
    (),
    (
        Turn(1, "Lena", Role.ADVISER, "Wie läuft das denn heute bei Ihnen?"),
        Turn(2, "Karl", Role.CUSTOMER, "Die Auswertung dauert jedes Mal zwei Tage. Ich hätte gern das Berichtsmodul."),
        Turn(3, "Lena", Role.ADVISER, "Ich schicke Ihnen das Angebot bis Freitag."),
    ),
)


def guess(odds: float, kind: Kind = Kind.PROBLEM, turn: int = 1, usual: bool = True) -> Guess:
    return Guess(kind, turn, 0, 10, usual, odds, 0.0, -3.0, odds, 5)


def weighed(odds: float, kind: Kind = Kind.PROBLEM, text: str = "das dauert mir zu lange", turn: int = 1) -> Weighed:
    said = Turn(turn, "Karl", Role.CUSTOMER, text)
    stretch = Stretch(said, kind, 0, len(text), 0.5, ())
    return Weighed(stretch, replace(guess(odds, kind, turn, usual=odds >= USUAL), end=len(text)))


def all_alike(right: bool, kind: Kind = Kind.PROBLEM, conversations: int = 20) -> list[Lesson]:
    """Conversations with five proposals each of one kind, all kept or all rejected."""
    guesses = tuple(guess(0.1 * place, kind, place) for place in range(1, 6))
    return [Lesson(guesses, (right,) * 5) for _ in range(conversations)]


def kinds_chosen(whole: list[Weighed], layer: Layer) -> list[Kind]:
    return [one.guess.kind for one in chosen(whole, layer, THRESHOLDS, EVEN)]


def test_without_lessons_there_is_no_layer() -> None:
    assert (learn([]), learn([Lesson((guess(0.0),), (None,))])) == (None, None)


def test_kind_that_is_always_rejected_falls_silent_and_others_stay() -> None:
    layer = learn(all_alike(False) + all_alike(True, Kind.WISH))
    assert layer is not None
    whole = [weighed(0.3, Kind.PROBLEM, turn=1), weighed(0.3, Kind.WISH, turn=2)]
    assert kinds_chosen(whole, layer) == [Kind.WISH]


def test_kind_that_is_added_again_and_again_is_proposed_earlier() -> None:
    faint = tuple(guess(-0.9, Kind.MIRROR, turn, usual=False) for turn in range(1, 6))
    layer = learn([Lesson(faint, (True,) * 5)] * 20)
    assert layer is not None
    assert kinds_chosen([weighed(-0.9, Kind.MIRROR)], layer) == [Kind.MIRROR]


def test_one_conversation_moves_little() -> None:
    layer = learn(all_alike(False, conversations=1))
    assert layer is not None
    assert kinds_chosen([weighed(1.5)], layer) == [Kind.PROBLEM]


def test_judging_kinds_keep_their_bar_however_much_was_reviewed() -> None:
    layer = Layer((0.0,) * len(learn(all_alike(True)).weights), 1000, {}, {})  # type: ignore[union-attr]
    assert (layer.bar(Kind.PRESSURE, 1.2), round(layer.bar(Kind.WISH, 1.2), 3)) == (1.2, round(1.2 * TRUST / 1005, 3))


def test_same_words_that_were_rejected_twice_are_not_proposed_again() -> None:
    marks = [Marked(1, Kind.PROBLEM, "Das dauert mir zu lange.")]
    spoken = [lesson([(guess(0.5), "etwas ganz anderes hier")], [], marks)] * 2
    layer = learn(spoken + all_alike(True, conversations=3))
    assert layer is not None
    whole = [weighed(0.5), weighed(0.5, text="die Lieferung kam drei Tage zu spät", turn=2)]
    assert [one.guess.turn for one in chosen(whole, layer, THRESHOLDS, EVEN)] == [2]


def test_two_words_are_no_same_words() -> None:
    layer = learn([lesson([(guess(0.5), "ja")], [], [Marked(1, Kind.PROBLEM, "Ja, genau.")])])
    assert layer is not None
    assert layer.words == {}


def test_lesson_tells_kept_rejected_passed_over_and_never_shown() -> None:
    spoken = [
        (guess(0.5, turn=1), "das dauert zu lange"),
        (guess(0.5, turn=2), "das kostet uns Nerven"),
        (guess(-0.9, turn=3, usual=False), "und dann ist es spät"),
        (guess(0.5, turn=4), "davon wurde nie etwas gezeigt"),
        (guess(-0.9, turn=5, usual=False), "die Maschine steht"),
    ]
    kept = [Marked(1, Kind.PROBLEM, "das dauert zu lange"), Marked(5, Kind.PROBLEM, "die Maschine steht still")]
    dropped = [Marked(2, Kind.PROBLEM, "das kostet uns Nerven")]
    assert lesson(spoken, kept, dropped).right == (True, False, False, None, True)


def test_words_are_plain_without_signs_and_capitals() -> None:
    assert plain("Das – dauert, mir „zu lange“!") == "das dauert mir zu lange"


@given(st.permutations(range(6)))
def test_order_of_lessons_makes_no_difference(order: list[int]) -> None:
    lessons = [
        Lesson((guess(0.2 * place, kind), guess(-0.5, kind)), (place % 2 == 0, place % 3 == 0))
        for place, kind in enumerate((Kind.WISH, Kind.GOAL, Kind.PROBLEM, Kind.WISH, Kind.GOAL, Kind.MIRROR))
    ]
    first, second = learn(lessons), learn([lessons[place] for place in order])
    assert first is not None
    assert second is not None
    assert [round(weight, 9) for weight in first.weights] == [round(weight, 9) for weight in second.weights]


def test_lessons_by_hand_teach_like_those_of_the_pages() -> None:
    found = examine(TALK)
    questions = [one for one in found if one.kind is Kind.QUESTION]
    others = [one for one in found if one.kind is not Kind.QUESTION]
    layer = learn([lesson_of(TALK, others, questions)] * 12)
    left = {one.kind for one in heed(TALK, layer).findings}
    assert Kind.QUESTION in {one.kind for one in questions}
    assert Kind.QUESTION not in left
    assert {one.kind for one in others} <= left


def test_heeding_nothing_finds_what_examining_finds() -> None:
    heeded = heed(TALK, None)
    assert (heeded.findings, heeded.fewer, heeded.more) == (examine(TALK), 0, 0)


def test_what_stands_only_because_of_the_layer_says_so() -> None:
    plainly = heed(TALK, None)
    faint = [one for one in plainly.considered if not one.guess.usual]
    everything = Layer((30.0,) + (0.0,) * (len(learn(all_alike(True)).weights) - 1), 20, {}, {})  # type: ignore[union-attr]
    heeded = heed(TALK, everything)
    told = [one for one in heeded.findings if one.because.key == "corrections.because"]
    assert (heeded.fewer, len(told)) == (0, heeded.more)
    assert heeded.more <= len(faint)
    assert {one.certainty for one in heeded.findings} == {1.0}


def test_what_the_layer_takes_away_is_counted() -> None:
    nothing = Layer((-30.0,) + (0.0,) * (len(learn(all_alike(True)).weights) - 1), 20, {}, {})  # type: ignore[union-attr]
    heeded = heed(TALK, nothing)
    assert (heeded.findings, heeded.fewer, heeded.more) == ((), len(examine(TALK)), 0)
    assert heeded.fewer > 0

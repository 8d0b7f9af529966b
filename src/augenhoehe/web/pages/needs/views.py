"""The needs board of one case: read it with its quotes, confirm, name, weigh, reject, add."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_POST

from augenhoehe.advise.knowing import suggested
from augenhoehe.needs.board import Board, Criterion, Gap, GapKind, Limit, Need, Wish
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message
from augenhoehe.store import boards, cases, catalogues, conversations
from augenhoehe.store.boards import Change, ChangeKind
from augenhoehe.web.access.requests import SignedInRequest

WEIGHTS = (("0.2", "little"), ("0.4", "some"), ("0.6", "much"), ("0.8", "very"), ("1.0", "most"))
"""Weights a person can set, with the word for each."""
ALLOWED = (ChangeKind.CONFIRM, ChangeKind.REJECT, ChangeKind.WEIGH, ChangeKind.NAME, ChangeKind.STATE)


@dataclass(frozen=True, slots=True)
class Line:
    """A part of the board as the page shows it: with what a change of it points to, and an anchor to come back to."""

    part: Wish | Need | Limit | Criterion
    target: str
    anchor: str
    gaps: tuple[Gap, ...] = ()


@require_GET
def case(request: SignedInRequest, case: str) -> HttpResponse:
    """The board out of what is confirmed; with `?all=1` a preview with what is only proposed."""
    card = cases.case(request.account, case)
    preview = request.GET.get("all") == "1"
    board = boards.board_of(request.account, case, with_proposals=preview)
    heard = conversations.list_conversations(request.account, case)
    by_wish = {wish.id: tuple(gap for gap in board.gaps if gap.wish == wish.id) for wish in board.wishes}
    context = {
        "case": card,
        "station": cases.station(request.account, case),
        "heading": heading(board),
        "wishes": [_line(wish, by_wish[wish.id]) for wish in board.wishes],
        "needs": [_line(need) for need in board.needs],
        "limits": [_line(limit) for limit in board.limits],
        "criteria": [_line(criterion) for criterion in board.criteria],
        "unanswered": [gap for gap in board.gaps if gap.kind is GapKind.UNANSWERED],
        "told_first": [gap for gap in board.gaps if gap.kind is GapKind.ANSWERED_WITHOUT_ASKING],
        "named": [(need.id, need.name(request.voice.language)) for need in boards.named_needs(request.account, case)],
        "known": _known(request, case, board),
        "weights": WEIGHTS,
        "preview": preview,
        "proposed": sum(line.proposed for line in heard),
        "heard": heard,
        "changed": bool(boards.changes(request.account, case)),
        "empty": board == Board(),
    }
    return render(request, "needs/case.html", context)


@dataclass(frozen=True, slots=True)
class Known:
    """Something we know about a need that was spoken of: never without its source."""

    fact: str
    source: str
    origin: str
    need: Need


def _known(request: SignedInRequest, case: str, board: Board) -> tuple[Known, ...]:
    catalogue = catalogues.of_case(request.account, case)
    if catalogue is None or not catalogue.insights:
        return ()
    return tuple(
        Known(one.insight.says(request.voice.language), one.insight.source, one.insight.case, one.need)
        for one in suggested(board, catalogue)
    )


def heading(board: Board) -> Message:
    """The answer to "What do they need?", or the question while there is none."""
    count = len(board.needs)
    if count == 0:
        return Message.of("web.needs.heading.none")
    return Message.of("web.needs.heading.one") if count == 1 else Message.of("web.needs.heading.some", number=count)


def _line(part: Wish | Need | Limit | Criterion, gaps: tuple[Gap, ...] = ()) -> Line:
    return Line(part, part.id if part.id.startswith("own:") else boards.reference(part), f"part-{part.id}", gaps)


@require_POST
def change(request: SignedInRequest, case: str) -> HttpResponse:
    """Confirm, reject, weigh, name or reword one part, and come back to it."""
    try:
        kind = ChangeKind(request.POST.get("kind", ""))
    except ValueError:
        return _refused(request, case, InputRefusedError.of("web.needs.unknown_change"))
    if kind not in ALLOWED:
        return _refused(request, case, InputRefusedError.of("web.needs.unknown_change"))
    raw = request.POST.get("value", "").strip()
    value: str | float | None = raw or None
    try:
        if kind is ChangeKind.WEIGH:
            value = _weight(raw)
        if kind is ChangeKind.NAME and raw and raw not in {n.id for n in boards.named_needs(request.account, case)}:
            raise InputRefusedError.of("web.needs.unknown_name")
        boards.record(request.account, case, Change(kind, request.POST.get("target", ""), value))
    except InputRefusedError as error:
        return _refused(request, case, error)
    return _back(request, case, request.POST.get("anchor", ""))


def _weight(raw: str) -> float:
    if raw not in {weight for weight, _ in WEIGHTS}:
        raise InputRefusedError.of("web.needs.unknown_weight")
    return float(raw)


@require_POST
def add(request: SignedInRequest, case: str) -> HttpResponse:
    """Add a need in one's own words."""
    try:
        words = request.POST.get("words", "").strip()[:500]
        boards.record(request.account, case, Change(ChangeKind.ADD, "", words))
    except InputRefusedError as error:
        return _refused(request, case, error)
    return _back(request, case, "needs")


@require_POST
def undo(request: SignedInRequest, case: str) -> HttpResponse:
    """Take back one's own last change of the board."""
    if not boards.undo(request.account, case):
        messages.info(request, request.voice.text("web.needs.nothing_to_undo"))
    return _back(request, case, "")


def _refused(request: SignedInRequest, case: str, error: InputRefusedError) -> HttpResponse:
    messages.error(request, request.voice.say(error.message))
    return _back(request, case, "")


def _back(request: HttpRequest, case: str, anchor: str) -> HttpResponse:
    address = reverse("needs:case", args=[case])
    query = "?all=1" if request.POST.get("all") == "1" else ""
    safe = anchor if anchor.replace("-", "").replace(":", "").isalnum() else ""
    return HttpResponseRedirect(f"{address}{query}#{safe}" if safe else f"{address}{query}")

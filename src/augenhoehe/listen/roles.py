"""Propose who is adviser and who customer, each with the reason.

What the caller says wins, then what the file says, then a name that is a side ("Kunde"), then people of one mail domain
together, then the words people use and whom they address, settled for all people at once: both sides are taken. It is
a proposal with its reason, changed with one click; who says too little among several stays unknown. Weak on the first
few sentences of a talk, on colleagues talking to each other and on third persons (switchboard, a neighbour).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from augenhoehe.listen import addressing, language, seating, side_cues, side_words, sides
from augenhoehe.listen.transcript import RoleProposal
from augenhoehe.speech.conversation import Language, Party, Role
from augenhoehe.speech.messages import Message

CLEAR = 0.2
"""How clear a seat must be among three or more people to be proposed."""
CLEAR_OF_TWO = 0.1
"""How clear it must be between two: one of them advises."""
_CUE = 0.05
_MOST_CUES = 18
_QUOTED = 2
_TELLS = 0.1
"""From this lean on a person's own words are the reason given."""
_MOST_PEOPLE = 40
_MOST_TEXT = 12_000
_EACH = 3
"""A cue counts this many times at most: a habit of speech is no proof."""

_FREE_MAIL = frozenset(
    """gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de outlook.com outlook.de hotmail.com
    hotmail.de live.com live.de icloud.com me.com mac.com yahoo.com yahoo.de aol.com freenet.de posteo.de mailbox.org
    proton.me protonmail.com bluewin.ch a1.net""".split()
)
AllWeights = Mapping[Language, side_words.Weights]
_OTHER_SIDE = Message.of("listen.role.other_side")
_Compiled = tuple[tuple[Role, int, re.Pattern[str]], ...]


def _compiled(advisers: Sequence[side_cues.Cue], customers: Sequence[side_cues.Cue]) -> _Compiled:
    return tuple(
        (role, weight, re.compile(rf"(?<!\w)(?:{words})"))
        for role, cues in ((Role.ADVISER, advisers), (Role.CUSTOMER, customers))
        for weight, words in cues
    )


_CUES: Mapping[Language, _Compiled] = {
    Language.GERMAN: _compiled(side_cues.ADVISER_DE, side_cues.CUSTOMER_DE),
    Language.ENGLISH: _compiled(side_cues.ADVISER_EN, side_cues.CUSTOMER_EN),
}


@dataclass(frozen=True, slots=True)
class Spoken:
    """All that one person said, and the mail address where there is one."""

    name: str
    text: str
    address: str = ""


@dataclass(slots=True)
class _Balance:
    """Points for the adviser's side minus points for the customer's, with the strongest words of either."""

    points: int = 0
    adviser: tuple[int, str] = (0, "")
    customer: tuple[int, str] = (0, "")

    def quote(self, role: Role) -> str:
        return (self.adviser if role is Role.ADVISER else self.customer)[1]


def propose(
    people: Sequence[Spoken],
    stated: Sequence[Party] = (),
    advisers: Sequence[str] = (),
    customers: Sequence[str] = (),
    weights: AllWeights | None = None,
) -> tuple[tuple[RoleProposal, ...], tuple[Message, ...]]:
    """A proposal for each person in their order, and a note for each name of the caller that nobody bears.

    `weights` are those of the file unless others are to be tried out.
    """
    found: dict[str, RoleProposal] = {}
    notes = []
    for role, given in ((Role.ADVISER, advisers), (Role.CUSTOMER, customers)):
        for name in given:
            matching = _matching(name, people)
            if not matching:
                notes.append(Message.of("listen.note.name_not_found", name=name))
            for match in matching:
                found[match] = RoleProposal(match, role, Message.of("listen.role.given"), stated=True)
    for party in stated:
        if party.role is not Role.UNKNOWN:
            found.setdefault(
                party.name, RoleProposal(party.name, party.role, Message.of("listen.role.stated"), stated=True)
            )
    for person in people:
        role = sides.side(person.name)
        if role in {Role.ADVISER, Role.CUSTOMER}:
            because = Message.of("listen.role.label", name=person.name)
            found.setdefault(person.name, RoleProposal(person.name, role, because, stated=True))
    open_people = [person for person in people if person.name not in found][:_MOST_PEOPLE]
    if advisers or customers:
        _rest(open_people, found, advisers, customers)
    else:
        _by_words(people, open_people, found, side_words.learned() if weights is None else weights)
    unknown = Message.of("listen.role.unknown")
    proposals = tuple(found.get(person.name, RoleProposal(person.name, Role.UNKNOWN, unknown)) for person in people)
    return proposals, tuple(notes)


def _matching(given: str, people: Sequence[Spoken]) -> list[str]:
    """People a name of the caller means: the whole name, a part of exactly one name, a mail address or its domain."""
    wanted = given.strip().lower()
    if not wanted:
        return []
    exact = [person.name for person in people if wanted in {person.name.lower(), person.address.lower()}]
    if exact:
        return exact
    if wanted.startswith("@") or ("." in wanted and " " not in wanted):
        domain = wanted.lstrip("@")
        return [person.name for person in people if _domain(person.address) == domain]
    words = wanted.split()
    partial = [person.name for person in people if all(word in person.name.lower().split() for word in words)]
    return partial if len(partial) == 1 else []


def _domain(address: str) -> str:
    return address.rpartition("@")[2].lower()


def _rest(
    people: Sequence[Spoken], found: dict[str, RoleProposal], advisers: Sequence[str], customers: Sequence[str]
) -> None:
    """The caller named one side: everybody else is proposed for the other; where both are named, for neither."""
    given = {proposal.role for proposal in found.values() if proposal.because.key == "listen.role.given"}
    if len(given) != 1 or (advisers and customers):
        return
    role = Role.CUSTOMER if given == {Role.ADVISER} else Role.ADVISER
    for person in people:
        found[person.name] = RoleProposal(person.name, role, Message.of("listen.role.other_side"))


def _by_words(
    people: Sequence[Spoken], open_people: Sequence[Spoken], found: dict[str, RoleProposal], weights: AllWeights
) -> None:
    """Seat all open people together: by their words, by whom they address, and so that both sides are taken."""
    groups = _groups(open_people)
    fixed = {
        proposal.name: proposal.role for proposal in found.values() if proposal.role in {Role.ADVISER, Role.CUSTOMER}
    }
    if len(groups) == 1 and len(set(fixed.values())) == 1 and len(found) + 1 == len(people):
        _assign(groups, next(iter(groups)), _opposite(next(iter(fixed.values()))), _OTHER_SIDE, found)
        return
    if not groups or (len(groups) == 1 and not fixed):
        return
    texts = {key: " \n".join(person.text for person in group)[:_MOST_TEXT] for key, group in groups.items()}
    spoken = language.of_conversation(texts.values())
    words = side_words.of_language(weights, spoken)
    leans = {key: _lean(text, words) for key, text in texts.items()}
    addressed = addressing.addressed(
        {
            **{key: [person.name for person in group] for key, group in groups.items()},
            **{name: [name] for name in fixed},
        },
        {**texts, **{person.name: person.text for person in people if person.name in fixed}},
    )
    seats = seating.seat({key: lean.points for key, lean in leans.items()}, addressed.ties, fixed)
    bar = CLEAR_OF_TWO if len(groups) == 2 and not found else CLEAR
    for key, seat in seats.items():
        if seat.clear >= bar:
            because = _because(key, seat.role, leans[key], addressed, seats, fixed)
            _assign(groups, key, seat.role, because, found)


def _lean(text: str, words: side_words.Weights) -> side_words.Lean:
    """The learned words' lean and that of the cues together, the cues' words first among the reasons."""
    learned = side_words.lean(text, words)
    balance = _balance(text)
    cues = max(-_MOST_CUES, min(_MOST_CUES, balance.points)) * _CUE
    return side_words.Lean(
        learned.points + cues,
        _quoted(balance.quote(Role.ADVISER), learned.adviser),
        _quoted(balance.quote(Role.CUSTOMER), learned.customer),
    )


def _quoted(cue: str, learned: Sequence[str]) -> tuple[str, ...]:
    """At most two quotes, none sharing a word with another."""
    taken = set(cue.lower().split())
    quotes = [each for each in learned if taken.isdisjoint(each.lower().split())]
    return tuple([cue, *quotes][:_QUOTED] if cue else quotes[:_QUOTED])


def _because(
    key: str,
    role: Role,
    lean: side_words.Lean,
    addressed: addressing.Addressed,
    seats: Mapping[str, seating.Seat],
    fixed: Mapping[str, Role],
) -> Message:
    """The words that tell where they lean to this side; else whom the person addresses; else that it is the rest."""
    quotes = lean.adviser if role is Role.ADVISER else lean.customer
    if quotes and lean.points * (1 if role is Role.ADVISER else -1) >= _TELLS:
        sounds = "sounds_adviser" if role is Role.ADVISER else "sounds_customer"
        if len(quotes) == 1:
            return Message.of(f"listen.role.{sounds}", quote=quotes[0])
        return Message.of(f"listen.role.{sounds}_two", quote=quotes[0], other=quotes[1])
    for speaker, name, other in addressed.opposite:
        if speaker == key and (fixed.get(other) or seats[other].role) is not role:
            return Message.of("listen.role.addresses", name=name)
    return _OTHER_SIDE


def _groups(people: Sequence[Spoken]) -> dict[str, list[Spoken]]:
    """People of one company's mail domain together, everybody else alone."""
    groups: dict[str, list[Spoken]] = {}
    for person in people:
        domain = _domain(person.address)
        key = f"@{domain}" if domain and domain not in _FREE_MAIL else person.name
        groups.setdefault(key, []).append(person)
    return groups


def _assign(
    groups: Mapping[str, Sequence[Spoken]], key: str, role: Role, because: Message, found: dict[str, RoleProposal]
) -> None:
    several = len(groups[key]) > 1
    for person in groups[key]:
        reason = Message.of("listen.role.domain", domain=key, because=because) if several else because
        found[person.name] = RoleProposal(person.name, role, reason)


def _opposite(role: Role) -> Role:
    return Role.CUSTOMER if role is Role.ADVISER else Role.ADVISER


def _balance(text: str) -> _Balance:
    folded = text[:_MOST_TEXT].lower().replace("’", "'")
    balance = _Balance()
    spoken = language.of_turn(folded)
    cues = _CUES.get(spoken) or (*_CUES[Language.GERMAN], *_CUES[Language.ENGLISH])
    for role, weight, pattern in cues:
        quote = ""
        count = 0
        for match in pattern.finditer(folded):
            count += 1
            quote = quote or _around(text, folded, match)
            if count == _EACH:
                break
        if not count:
            continue
        if role is Role.ADVISER:
            balance.points += weight * count
            balance.adviser = max(balance.adviser, (weight * count, quote), key=lambda entry: entry[0])
        else:
            balance.points -= weight * count
            balance.customer = max(balance.customer, (weight * count, quote), key=lambda entry: entry[0])
    return balance


def _around(text: str, folded: str, match: re.Match[str]) -> str:
    """The words of the match with the rest of the last one, as they stand in the text where its length is the same."""
    end = match.end()
    while end < len(folded) and folded[end].isalnum():
        end += 1
    same = len(folded) == min(len(text), _MOST_TEXT)
    return " ".join((text if same else folded)[match.start() : end].split())[:120]

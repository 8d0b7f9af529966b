"""Propose who is adviser and who customer, each with the reason.

What the caller says wins, then what the file says, then a name that is a side ("Kunde"), then people of one mail domain
together, then the words people use. Where the words do not tell, the side stays unknown: no label is better than a
wrong one. Weak on short conversations, on colleagues talking to each other and on customers who sell
something themselves.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from augenhoehe.listen import language, side_cues, sides
from augenhoehe.listen.transcript import RoleProposal
from augenhoehe.speech.conversation import Language, Party, Role
from augenhoehe.speech.messages import Message

CLEAR = 6
"""Points by which the cues of one side must outweigh those of the other."""
APART = 5
"""Points that two people (or mail domains) must lie apart where both lean to the same side."""
_MOST_PEOPLE = 40
_MOST_TEXT = 12_000
_EACH = 3
"""A cue counts this many times at most: a habit of speech is no proof."""

_FREE_MAIL = frozenset(
    """gmail.com googlemail.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de outlook.com outlook.de hotmail.com
    hotmail.de live.com live.de icloud.com me.com mac.com yahoo.com yahoo.de aol.com freenet.de posteo.de mailbox.org
    proton.me protonmail.com bluewin.ch a1.net""".split()
)
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
    people: Sequence[Spoken], stated: Sequence[Party] = (), advisers: Sequence[str] = (), customers: Sequence[str] = ()
) -> tuple[tuple[RoleProposal, ...], tuple[Message, ...]]:
    """A proposal for each person in their order, and a note for each name of the caller that nobody bears."""
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
        _by_words(people, open_people, found)
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


def _by_words(people: Sequence[Spoken], open_people: Sequence[Spoken], found: dict[str, RoleProposal]) -> None:
    groups = _groups(open_people)
    balances = {key: _balance(" \n".join(person.text for person in group)) for key, group in groups.items()}
    known = {proposal.role for proposal in found.values()}
    if len(groups) == 1 and len(known & {Role.ADVISER, Role.CUSTOMER}) == 1 and len(found) + 1 == len(people):
        _assign(groups, next(iter(groups)), _opposite(next(iter(known))), Message.of("listen.role.other_side"), found)
        return
    roles = _decide(balances, pair=len(groups) == 2 and not found)
    for key, role in roles.items():
        quote = balances[key].quote(role)
        because = (
            Message.of(
                "listen.role.sounds_adviser" if role is Role.ADVISER else "listen.role.sounds_customer", quote=quote
            )
            if quote and balances[key].points * (1 if role is Role.ADVISER else -1) > 0
            else Message.of("listen.role.other_side")
        )
        _assign(groups, key, role, because, found)
    _by_address(groups, found)


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


def _decide(balances: Mapping[str, _Balance], *, pair: bool) -> dict[str, Role]:
    """Sides for those whose words tell clearly; of two, the other one is opposite where they lie far enough apart."""
    if pair:
        first, second = balances
        difference = balances[first].points - balances[second].points
        if abs(difference) < APART:
            return {}
        adviser, customer = (first, second) if difference > 0 else (second, first)
        return {adviser: Role.ADVISER, customer: Role.CUSTOMER}
    roles = {}
    for key, balance in balances.items():
        if balance.points >= CLEAR:
            roles[key] = Role.ADVISER
        elif balance.points <= -CLEAR:
            roles[key] = Role.CUSTOMER
    return roles


def _by_address(groups: Mapping[str, Sequence[Spoken]], found: dict[str, RoleProposal]) -> None:
    """Who is still open and says "Herr" or "Frau" to people of one side only sits on the other."""
    for key, group in groups.items():
        if group[0].name in found:
            continue
        text = " \n".join(person.text for person in group)[:_MOST_TEXT]
        spoken_to = {
            proposal.role: proposal.name
            for proposal in found.values()
            if proposal.role in {Role.ADVISER, Role.CUSTOMER}
            and re.search(
                rf"\b(?:herr|frau|mr|mrs|ms)\.? {re.escape(proposal.name.split()[-1])}\b", text, re.IGNORECASE
            )
        }
        if len(spoken_to) == 1:
            role, name = next(iter(spoken_to.items()))
            _assign(groups, key, _opposite(role), Message.of("listen.role.addresses", name=name), found)

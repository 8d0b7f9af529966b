"""Talks for the second reader, from lines "side Name: words"."""

from __future__ import annotations

from augenhoehe.speech.conversation import Channel, Conversation, Language, Party, Role, Turn
from augenhoehe.understand.engines.model import Request

SIDES = {"A": Role.ADVISER, "C": Role.CUSTOMER, "O": Role.OTHER, "U": Role.UNKNOWN}


def talk(script: str, channel: Channel = Channel.MEETING) -> Conversation:
    """A conversation of "A Ines Sander: words" lines; A advises, C is the customer, O somebody else, U unknown."""
    turns = []
    for number, line in enumerate(script.strip().splitlines(), start=1):
        who, _, words = line.strip().partition(": ")
        side, _, name = who.partition(" ")
        turns.append(Turn(number, name or side, SIDES[side], words))
    people = dict.fromkeys((turn.speaker, turn.role) for turn in turns)
    parties = tuple(Party(name, role) for name, role in people)
    return Conversation("talk", Language.GERMAN, channel, parties, tuple(turns))


class Scripted:
    """A language model that gives prepared answers, one a question, the last one ever after."""

    name = "scripted"
    address = "http://127.0.0.1/v1"

    def __init__(self, *answers: str) -> None:
        self.answers = list(answers)
        self.requests: list[Request] = []

    def ask(self, request: Request) -> str:
        """The next answer."""
        self.requests.append(request)
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]

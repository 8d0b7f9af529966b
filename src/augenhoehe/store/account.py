"""The account that acts: a value that every query and command takes first."""

from __future__ import annotations

from dataclasses import dataclass

from augenhoehe.wording.saying import Address, Voice

THEMES = ("auto", "light", "dark")


@dataclass(frozen=True, slots=True)
class Account:
    """Who acts, in which teams, and how they like to be spoken to. `team` is where new things are put."""

    id: str
    name: str
    team: str
    teams: tuple[str, ...]
    language: str = "de"
    address: Address = Address.SIE
    theme: str = "auto"
    administrator: bool = False

    def __post_init__(self) -> None:
        if self.team not in self.teams:
            raise ValueError("an account acts in one of its own teams")
        if self.theme not in THEMES:
            raise ValueError(f"no such theme: {self.theme!r}")

    @property
    def voice(self) -> Voice:
        """The language and address in which the program speaks to them."""
        return Voice(self.language, self.address)

"""Words by which files and people name the side somebody speaks for."""

from __future__ import annotations

from augenhoehe.speech.conversation import Role

_ADVISER = frozenset(
    "adviser advisor consultant agent berater beraterin kundenberater kundenberaterin vertrieb verkauf verkäufer "
    "verkäuferin sales support rep owner host us wir ich me internal intern kundendienst service".split()
)
_CUSTOMER = frozenset(
    "customer client kunde kundin kunden interessent interessentin prospect lead buyer anrufer anruferin caller "
    "contact kontakt käufer käuferin mandant mandantin".split()
)
_OTHER = frozenset("other andere sonstige dritte third guest gast".split())


def side(word: str) -> Role:
    """The side a word such as "Kunde", "agent" or "customer" names; unknown for any other word."""
    words = word.lower().replace("_", " ").replace("-", " ").split()
    if not words or len(words) > 3:
        return Role.UNKNOWN
    first = words[0]
    for role, named in ((Role.ADVISER, _ADVISER), (Role.CUSTOMER, _CUSTOMER), (Role.OTHER, _OTHER)):
        if first in named:
            return role
    return Role.UNKNOWN

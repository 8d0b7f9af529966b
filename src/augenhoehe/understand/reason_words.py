"""How reasons are given and asked for, German and English: data, to be corrected by people who do not program."""

from __future__ import annotations

REASON_CLAUSES = (
    r"\bweil\b",
    r"\bdamit\b(?!,|\s+(?:wäre|ist|sind|haben|kann|können|landen))",
    r"\bdenn\b(?=\s+(?:der|die|das|wir|ich|sonst|es|unser\w*|mein\w*|bei))",
    r"\bsonst\b(?!\s+(?:nichts|nix|noch|das|ein\w*|kein\w*|so)\b)",
    r"\bum\b[^.?!]{3,80}\bzu\b",
    r"\bda\b(?=\s+(?:wir|ich|unser\w*|mein\w*)\b)",
    r"\bdann (?:können|kann|müssen|muss|haben|hab)\b",
    r"\bbecause\b",
    r"\b'?cause\b",
    r"\bso that\b",
    r"\bso (?:we|i|my|our|they|nobody|no one)\b",
    r"\bin order to\b",
    r"\bsince\b(?=\s+(?:we|our|my|the)\b)",
    r"\botherwise\b",
    r"\bor else\b",
    r"\bthat way\b",
)
"""Openings of a clause that gives the reason of what was just said."""

REASON_QUESTIONS = (
    r"\bwo?für\b",
    r"\bwof[uü]r\b",
    r"\bwozu\b",
    r"\bwarum\b",
    r"\bwieso\b",
    r"\bweshalb\b",
    r"\bwas (?:genau )?(?:soll|sollen|versprechen|erhoffen|wollen|hätten|haben) ",
    r"\bwie (?:ist|sind|kam|kommen|kommt) .{0,60}(?:darauf|drauf|liste|dazu)",
    r"\bwas (?:steckt|steht) (?:dahinter|hinter)",
    r"\bwas wäre (?:dann )?anders",
    r"\banders sein\b",
    r"\bwhat(?:'s| is| would|'d)? .{0,40}\bfor\b",
    r"\bwhy\b",
    r"\bhow come\b",
    r"\bwhat (?:would|should|will|does|do) .{0,60}(?:do|change|give|bring|fix|solve|look)",
    r"\bwhat(?:'s| is) behind\b",
    r"\bwhat made you\b",
    r"\bwhat makes you\b",
)
"""Questions that ask what a thing is wanted for."""

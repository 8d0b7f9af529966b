"""Words the needs room goes by: data, to be read and corrected by people who do not program."""

from __future__ import annotations

STOPWORDS = frozenset(
    """
    aber alle allem allen aller alles als also am an andere anderen auch auf aus bei beim bin bis bisschen bloß
    bloss da dabei dafür dafur damit dann daran darauf darin das dass davon dazu dein deine dem den denen denn der
    deren des deshalb dessen die dies diese diesem diesen dieser dieses doch dort du durch eben ein eine einem einen
    einer eines einfach er es etwas euch euer eure für fur ganz gar gegen geht genau gern gerne gibt habe haben hab hat
    hatte hatten halt hätte hatte hier hin hinter hm ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im immer in ins
    irgendwie ist ja jede jedem jeden jeder jedes jetzt kann kein keine keinem keinen keiner können konnen könnte
    konnte los mach mache machen macht mal man mehr mein meine meinem meinen meiner mich mir mit muss müssen mussen
    müsste musste na nach nicht nichts noch nun nur ob oder ohne sehr sein seine seinem seinen seiner seit sich sie
    sind so soll sollen sollte sollten sondern sonst über uber um und uns unser unsere unserem unseren unserer unter
    vom von vor war wär ware wäre waren was weg weil weiter welche welcher wenn wer werd werde werden wie wieder will
    wir wird wirklich wo wollen worden wurde würde wurden würden zu zum zur zwar zwischen äh ahm ähm bitte gut okay ok
    richtig sagen sag sage schon a about all also am an and any are as at be because been but by can cannot could did
    do does doing don done for from get gets give go got had has have having he her here him his how i if in into is
    isn it its just let like ll make me more much my need needs no not now of off on one only or other our out over own
    really right s she should so some such t than that the their them then there these they thing things this those to
    too up us very want wants was we well were what when where which while who why will with without would yes you your
    re ve m d
    """.split()
)
"""Words that carry no topic: they never make a match and never join two wishes."""

STRONG = (
    r"auf (?:gar )?keinen fall",
    r"unbedingt",
    r"un?bezahlbar",
    r"jedes mal",
    r"jede[nrs]? (?:tag|woche|freitag|monat|nacht)",
    r"dringend",
    r"keine[rnms]?\b",
    r"nie(?:mals| mehr| wieder)",
    r"\bmuss\b",
    r"\bmüssen\b",
    r"katastroph\w*",
    r"schlimm\w*",
    r"teuer\w*",
    r"am wichtigsten",
    r"vor allem",
    r"entscheidend\w*",
    r"das a und o",
    r"frisst",
    r"never again",
    r"\bnever\b",
    r"\bmust\b",
    r"(?:can|could)(?:no|')t afford",
    r"at all costs",
    r"every (?:single )?(?:day|week|friday|month|night|time)",
    r"disaster\w*",
    r"nightmare\w*",
    r"urgent\w*",
    r"desperate\w*",
    r"above all",
    r"most important",
    r"costs? us",
    r"kostet uns",
)
"""Patterns (casefolded) by which somebody says that a matter weighs a lot."""

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

LIST_TAILS = (
    r"(?:das|die|den|des|alles)\s+(?:brauch|brauche|brauchen|hätt|hätte|hätten|will|wollen|möchte|möchten|nehm|nehmen)\w*",
    r"(?:that's|those are|that is|this is)\s+what",
)
"""How an enumeration of wished things ends."""

CURRENCY_WORDS = {
    "€": "EUR", "euro": "EUR", "euros": "EUR", "eur": "EUR", "teuro": "EUR",
    "£": "GBP", "pound": "GBP", "pounds": "GBP", "quid": "GBP", "gbp": "GBP", "pfund": "GBP",
    "$": "USD", "dollar": "USD", "dollars": "USD", "usd": "USD", "bucks": "USD",
    "chf": "CHF", "franken": "CHF", "stutz": "CHF", "fränkli": "CHF",
}  # fmt: skip
"""What people call a currency, with its ISO 4217 code."""

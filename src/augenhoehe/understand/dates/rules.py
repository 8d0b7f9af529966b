"""How dates are said: one pattern a line, German and English, in the order in which they are tried. Data.

In a pattern `<weekday>`, `<month>`, `<number>`, `<ordinal>`, `<step>`, `<which>` and `<feast>` stand for the words of
`words`; `<weekday:name>` gives the group another name. The name before the pattern is the reader in `making` that makes
days of it.
"""

# ruff: noqa: E501 - one way of saying a date a line

from __future__ import annotations

from dataclasses import dataclass

from augenhoehe.understand.dates.spans import Part
from augenhoehe.understand.dates.words import Bound


@dataclass(frozen=True, slots=True)
class Rules:
    """One language: `rules` in order, words before a date (`bounds`, `parts`, `fillers`) and after it (`latest`,
    `vague`), two dates in one phrase (`join`, `either`)."""

    rules: tuple[tuple[str, str], ...]
    bounds: tuple[tuple[Bound, str], ...]
    parts: tuple[tuple[Part, str], ...]
    fillers: str
    latest: str
    vague: str
    join: str
    either: str


_DAYTIME = r"(?:\s*(?:früh|frueh|morgen|vormittag|mittag|nachmittag|abend|nacht))?s?"
_YEAR = r"(?:\s*,?\s*(?P<year>20\d\d|\d\d)\b(?![.:]\d))?"

GERMAN_RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"\b(?P<year>20\d\d)-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)\b"),
    ("days_of_month", rf"\b(?P<day>[0-3]?\d)\.?\s*(?:bis|und|oder|-|–|/)\s*(?:zum\s+|dem\s+|den\s+)?(?P<last>[0-3]?\d)\.?\s*<month>\b\.?{_YEAR}"),
    ("numeric", r"\b(?P<day>[0-3]?\d)\.\s?(?P<month>[01]?\d)\.(?:\s?(?P<year>20\d\d|\d\d)\b)?(?!\d)"),
    ("week_of_day", rf"\bwoche\s+(?:vom|ab|ab\s+dem)\s+(?P<day>[0-3]?\d)\.?\s*<month>\b{_YEAR}"),
    ("weekday_of_month", rf"\b<ordinal>\s+<weekday>\s+(?:im|in|des|von)?\s*<month>\b{_YEAR}"),
    ("week_of_month", r"\b(?:<ordinal>|(?P<final>letzten?))\s+<month>woche\b"),
    ("week_of_month", r"\b(?:<ordinal>|(?P<final>letzten?))\s+woche\s+(?:im|in|des|vom|von)\s+<month>\b"),
    ("half_of_month", r"\b<ordinal>\s+<month>hälfte\b"),
    ("half_of_month", r"\b<ordinal>\s+hälfte\s+(?:des|vom|im)\s+<month>\b"),
    ("day_of_month", rf"\b(?P<day>[0-3]?\d)\.?\s*<month>\b\.?{_YEAR}"),
    ("day_of_month", rf"\b<ordinal>\s+<month>\b{_YEAR}"),
    ("calendar_weeks", r"\b(?:kw|kalenderwoche)\s*(?P<week>\d\d?)\s*(?:oder|und|bis|/|-|–)\s*(?:kw\s*)?(?P<last>\d\d?)\b(?!\d)"),
    ("around_day", r"\b(?:so\s+)?um\s+den\s+(?P<day>[0-3]?\d)\.(?:\s*(?:rum|herum)\b)?(?!\s?\d)"),
    ("day_of_which", r"\b(?P<day>[0-3]?\d)\.\s+(?:des|im)\s+<which>\s+monats?\b"),
    ("calendar_week", r"\b(?:kw|kalenderwoche)\s*(?P<week>\d\d?)\b(?:\s*(?:/|in|,)?\s*(?P<year>20\d\d))?"),
    ("calendar_week", r"\b(?P<week>\d\d?)\.?\s*(?:kw|kalenderwoche)\b(?:\s*(?:/|in|,)?\s*(?P<year>20\d\d))?"),
    ("quarter", r"\bq\s?(?P<count>[1-4])\b(?:\s*/?\s*(?P<year>20\d\d|\d\d\b))?"),
    ("quarter", r"\b(?:(?P<count>[1-4])\.|<ordinal>)\s*quartals?\b(?:\s*(?P<year>20\d\d))?"),
    ("half_year", r"\bh(?P<count>[12])\b(?:\s*/?\s*(?P<year>20\d\d))?"),
    ("half_year", r"\b(?:(?P<count>[12])\.|<ordinal>)\s*(?:halbjahr(?:e?s)?|jahreshälfte)\b(?:\s*(?P<year>20\d\d))?"),
    ("weekday_of_week", rf"\b<which>\s+woche\s*,?\s*(?:am\s+)?<weekday>{_DAYTIME}\b"),
    ("weekday_of_week", rf"\b<weekday>{_DAYTIME}\s*,?\s*(?:in\s+)?(?:der\s+)?<which>\s+woche\b"),
    ("weekday_after", rf"\b<weekday>{_DAYTIME}\s+(?:in|über)\s+<number>\s+<step>\b"),
    ("weekday_then", rf"\bin\s+<number>\s+<step>\s*,?\s*(?:am\s+)?<weekday>{_DAYTIME}\b"),
    ("weekday_or_weekday", r"\b<weekday>\s*(?:,|oder|/|bzw\.?)\s*<weekday:other>\b"),
    ("weekday_of_feast", rf"\b<weekday>{_DAYTIME}\s+(?P<order>nach|vor)\s+<feast>\b"),
    ("weekday_and_day", r"\b<weekday>\s*,?\s*(?:den|dem|der)?\s*(?P<day>[0-3]?\d)\.(?!\s?\d)"),
    ("near_day_after", r"\b(?P<near>heut[e']?|morgen|(?:ü|ue)bermorgen)\s+(?:in|über)\s+<number>\s+<step>\b"),
    ("near_day", r"\b(?P<near>(?:ü|ue)bermorgen)\b"),
    ("near_day", r"\b(?P<near>heut[e']?)\b"),
    ("which_weekday", rf"\b<which>\s+<weekday>{_DAYTIME}\b"),
    ("weekday", rf"\b<weekday>{_DAYTIME}\b"),
    ("short_weekday", r"^\W*(?:(?:bis|am|spätestens|zum)\s+)*(?P<short>mo|di|mi|do|fr|sa|so(?=\.))\b\.?(?=\W*(?:$|\d))"),
    ("near_day", r"(?<!am )(?<!guten )\b(?P<near>morgen|morgn)\b"),
    ("within_range", r"\b(?:innerhalb|binnen|in)\s+(?:von\s+|der\s+|den\s+)?(?:nächsten\s+)<number>\s*(?:,|-|–|bis|oder)\s*<number:other>\s+<step>\b"),
    ("within", r"\b(?:innerhalb|binnen)\s+(?:von\s+|der\s+|den\s+)?(?:nächsten\s+)?<number>\s+<step>\b"),
    ("within", r"\bin\s+(?:spätestens|höchstens|längstens|maximal)\s+<number>\s+<step>\b"),
    ("within", r"\bin\s+(?:den|der|dem)\s+(?:nächsten|kommenden)\s+<number>\s+<step>\b"),
    ("half_more", r"\b(?:in|nach)\s+(?:etwa\s+)?(?:anderthalb|eineinhalb)\s+<step>\b"),
    ("after_range", r"\b(?:in|nach)\s+<number>\s*(?:,|-|–|bis|oder)\s*<number:other>\s+<step>\b"),
    ("after", r"\b(?:in|nach)\s+(?P<about>etwa|ungefähr|circa|ca\.?|rund|gut|genau|exakt|so)?\s*<number>\s+<step>\b"),
    ("after", r"\b(?:in|nach)\s+(?P<about>etwa|ungefähr|circa|ca\.?|rund|so)?\s*(?P<one>einem?)?\s*(?P<step>halben\s+jahr|vierteljahr)\b"),
    ("compound", r"\b(?P<unit>wochen)(?P<edge>anfang|mitte)s?\b"),
    ("compound", r"\b(?P<unit>monats|quartals|jahres)(?P<edge>anfang|mitte|ende|schluss)s?\b"),
    ("first_day", r"\bmonatsersten\b"),
    ("last_day", r"\b(?P<unit>monats|jahres)letzten\b"),
    ("last_day", r"\bletzte[rnm]?\s+tag\s+(?:des|im|dieses)\s+(?P<unit>monats?|quartals|jahre?s)\b"),
    ("week_later", r"\b(?P<unit>woche)\s+(?:drauf|darauf)\b"),
    ("new_year_time", r"\bim\s+neuen\s+jahr\b"),
    ("which_weekend", r"\b(?:<which>\s+)?(?P<weekend>wochenendes?)\b"),
    ("which_step", r"\b<which>\s+(?P<unit>woche|monate?s?|quartals?|jahre?s?|kalenderwoche)\b(?!\s*\d)"),
    ("which_month", r"\b<which>\s+<month>\b"),
    ("month", r"\b<month>\b\.?(?:\s*(?P<year>20\d\d))?"),
    ("day_alone", r"\b(?:am|den|dem|der|zum|vom)\s+(?P<day>[0-3]?\d)\.(?!\s?\d)"),
    ("day_alone", r"\b(?P<day>[0-3]?\d)\.(?=\W*$)"),
    ("day_alone", r"\b(?:am|den|dem|der|zum|vom)\s+<ordinal>(?!\s+(?!oder\b|und\b|spätestens\b|um\b|bis\b|des\b)\w)"),
    ("bare_step", r"\b(?:(?:der|des|dieser|dieses)\s+)(?P<unit>woche|monate?s|quartals|jahre?s)\b"),
    ("bare_week", r"\b(?:im\s+)?(?:laufe?|lauf)\s+der\s+(?P<unit>woche)\b"),
    ("between_years", r"\bzwischen\s+den\s+jahren\b"),
    ("feast", r"\b<feast>\b"),
    ("year", r"\b(?P<year>20\d\d)\b"),
    ("now", r"\b(?:sofort|gleich|glei|jetzt|feierabend|abends?|nachmittags?|mittags?|vormittags?|mitternacht)\b"),
    ("clock", r"\bin\s+(?:einer\s+)?(?:halben|viertel|dreiviertel)\s*stunde\b"),
    ("clock", r"\b\d\d?(?:[:.]\d\d)?\s*uhr\b"),
    ("clock", r"\b(?:bis|um|gegen|vor|ab)\s+(?:kurz\s+(?:vor|nach)\s+)?(?:halb\s+|viertel\s+(?:vor|nach)?\s*)?<number>\b(?!\s*\w)"),
)  # fmt: skip

GERMAN_BOUNDS: tuple[tuple[Bound, str], ...] = (
    (Bound.UNTIL, r"bis|spätestens|spaetestens|längstens|zum"),
    (Bound.BEFORE, r"vor|ehe|bevor"),
    (Bound.AFTER, r"nach"),
    (Bound.FROM, r"ab|frühestens|von"),
)
GERMAN_PARTS: tuple[tuple[Part, str], ...] = (
    (Part.START, r"anfang|beginn"),
    (Part.MIDDLE, r"mitte"),
    (Part.END, r"ende|schluss"),
    (Part.FIRST_HALF, r"erste[rn]?\s+hälfte"),
    (Part.SECOND_HALF, r"zweite[rn]?\s+hälfte"),
)
GERMAN_FILLERS = r"zur|einschließlich|der|des|dem|den|das|die|in|im|am|zu|vom|von|noch|so|etwa|circa|mal|irgendwann|wirklich|voraussichtlich|aller|kalender\w*"
GERMAN_LATEST = r"\W*(?:spätestens|allerspätestens)\b"
GERMAN_VAGUE = r"\s*,?\s*\boder\s+so\b"
GERMAN_JOIN = r"^\W*(?:zwischen|von|vom)?\s*(?P<one>.+?)\s+(?:bis|und)\s+(?:zum\s+|einschließlich\s+)?(?P<other>.+)$"
GERMAN_OR = r"\s+(?:oder|bzw\.?|beziehungsweise)\s+"

ENGLISH_RULES: tuple[tuple[str, str], ...] = (
    ("iso", r"\b(?P<year>20\d\d)-(?P<month>[01]?\d)-(?P<day>[0-3]?\d)\b"),
    ("days_of_month", rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s*(?:to|and|or|-|–|/)\s*(?:the\s+)?(?P<last>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?<month>\b{_YEAR}"),
    ("slashed", r"\b(?P<day>[0-3]?\d)/(?P<month>[0-3]?\d)(?:/(?P<year>20\d\d|\d\d))?\b"),
    ("numeric", r"\b(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>20\d\d|\d\d)\b"),
    ("week_of_day", rf"\bweek\s+(?:commencing|beginning|starting|of)\s+(?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?<month>\b{_YEAR}"),
    ("weekday_of_month", rf"\b<ordinal>\s+<weekday>\s+(?:in|of)\s+<month>\b{_YEAR}"),
    ("week_of_month", r"\b(?:<ordinal>|(?P<final>last))\s+week\s+(?:in|of)\s+<month>\b"),
    ("half_of_month", r"\b<ordinal>\s+half\s+of\s+<month>\b"),
    ("day_of_month", rf"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\s+(?:of\s+)?<month>\b{_YEAR}"),
    ("day_of_month", rf"\b<ordinal>\s+(?:of\s+)?<month>\b{_YEAR}"),
    ("day_of_month", r"\b<month>\s+(?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s*(?:am|pm|o'clock|:))(?:\s*,?\s*(?P<year>20\d\d))?"),
    ("day_of_month", r"\b<month>\s+(?:the\s+)?<ordinal>\b(?:\s*,?\s*(?P<year>20\d\d))?"),
    ("around_day", r"\baround\s+the\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b"),
    ("day_of_which", r"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)\s+of\s+<which>\s+month\b"),
    ("calendar_week", r"\b(?:calendar\s+)?(?:week|wk|cw)\s*(?:no\.?\s*)?(?P<week>\d\d?)\b(?:\s*(?:/|of|in|,)?\s*(?P<year>20\d\d))?"),
    ("quarter", r"\bq\s?(?P<count>[1-4])\b(?:\s*/?\s*(?P<year>20\d\d|\d\d\b))?"),
    ("quarter", r"\b(?:<ordinal>|(?P<final>last|final))\s+quarter\b(?:\s+(?:of\s+)?(?P<year>20\d\d))?"),
    ("half_year", r"\bh(?P<count>[12])\b(?:\s*/?\s*(?P<year>20\d\d))?"),
    ("half_year", r"\b<ordinal>\s+half\s+of\s+(?:the\s+|this\s+)?(?:year|(?P<year>20\d\d))\b"),
    ("weekday_of_week", r"\b(?:<which>\s+week|(?P<after_next>(?:the\s+)?week\s+after\s+next))\s*,?\s*(?:on\s+)?<weekday>\b"),
    ("weekday_of_week", r"\b<weekday>\s*,?\s*(?:of\s+)?(?:<which>\s+week|(?P<after_next>(?:the\s+)?week\s+after\s+next))\b"),
    ("weekday_after", r"\b<weekday>\s+in\s+<number>\s+<step>\b"),
    ("weekday_after", r"\b<number>\s+<step>\s+(?:on|from|after)\s+<weekday>\b"),
    ("weekday_after", r"\b<weekday>\s+(?P<step>week|fortnight)\b"),
    ("weekday_or_weekday", r"\b<weekday>\s*(?:,|or|/)\s*<weekday:other>\b"),
    ("weekday_of_feast", r"\b<weekday>\s+(?P<order>after|before)\s+<feast>\b"),
    ("weekday_and_day", r"\b<weekday>\s*,?\s*(?:the\s+)?(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b"),
    ("near_day", r"\b(?P<near>(?:the\s+)?day\s+after\s+tomorrow)\b"),
    ("near_day_after", r"\b<number>\s+<step>\s+(?:from\s+)?(?P<near>today|tomorrow|now)\b"),
    ("near_day_after", r"\b(?P<near>today|tomorrow)\s+(?P<step>week|fortnight)\b"),
    ("near_day", r"\b(?P<near>today|tonight|tomorrow|tmrw|the\s+morn)\b"),
    ("which_weekday", r"\b<which>\s+<weekday>\b"),
    ("weekday", r"\b<weekday>s?\b"),
    ("short_weekday", r"^\W*(?:(?:by|on|until|this|before)\s+)*(?P<short>mon|tue|wed|thu|fri|sat|sun)\b\.?(?=\W*(?:$|\d|at\b))"),
    ("within_range", r"\b(?:within|inside)\s+<number>\s*(?:,|-|–|to|or)\s*<number:other>\s+<step>\b"),
    ("within", r"\b(?:within|inside)\s+(?:of\s+)?(?:the\s+next\s+)?<number>\s+<step>\b"),
    ("within", r"\bin\s+the\s+(?:next|coming)\s+<number>\s+<step>\b"),
    ("after_range", r"\bin\s+<number>\s*(?:,|-|–|to|or)\s*<number:other>\s+<step>\b"),
    ("after", r"\bin\s+(?P<about>about|around|roughly|some)?\s*<number>\s+<step>(?:['’]s?\s+time)?\b"),
    ("after", r"\bin\s+(?P<step>half\s+a\s+year)\b"),
    ("half_more", r"\bin\s+(?:a|one)\s+(?P<step>week|month|year)\s+and\s+a\s+half\b"),
    ("within", r"\bin\s+(?:at\s+most|no\s+more\s+than)\s+<number>\s+<step>\b"),
    ("couple", r"\bin\s+(?:a|the\s+next)\s+couple\s+(?:of\s+)?<step>\b"),
    ("which_weekend", r"\b(?:<which>\s+)?(?P<weekend>weekend)\b"),
    ("week_after_next", r"\b(?:the\s+)?(?P<unit>week|month|quarter|year)\s+after\s+next\b"),
    ("which_step", r"\b<which>\s+(?P<unit>week|month|quarter|year)\b(?!\s*\d)"),
    ("which_month", r"\b<which>\s+<month>\b"),
    ("compound", r"\b(?P<unit>week|month|quarter|year)[\s-](?P<edge>end)\b"),
    ("compound", r"\beo(?P<unit>w|m|q|y)(?P<edge>)\b"),
    ("last_day", r"\blast\s+day\s+of\s+(?:the|this)\s+(?P<unit>month|quarter|year)\b"),
    ("new_year_time", r"\bin\s+the\s+new\s+year\b"),
    ("month", r"\b<month>\b\.?(?:\s*(?P<year>20\d\d))?"),
    ("day_alone", r"\bthe\s+(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?!\s*(?:%|percent))"),
    ("day_alone", r"\b(?P<day>[0-3]?\d)(?:st|nd|rd|th)\b"),
    ("day_alone", r"\bthe\s+<ordinal>(?!\s+(?!or\b|and\b|at\b|latest\b|of\s+the\s+month\b)\w)"),
    ("bare_step", r"\b(?:the|of)\s+(?P<unit>week|month|quarter|year)\b"),
    ("feast", r"\b<feast>\b"),
    ("year", r"\b(?P<year>20\d\d)\b"),
    ("now", r"\b(?:right\s+away|right\s+now|straight\s+away|immediately|now|(?:close|end)\s+of\s+(?:play|business|day|the\s+day)|cob|eod|this\s+(?:morning|afternoon|evening)|noon|midday|midnight|lunch(?:time)?)\b"),
    ("clock", r"\bin\s+(?:half\s+an|an?\s+half)\s+hour\b"),
    ("clock", r"\b\d\d?(?:[:.]\d\d)?\s*(?:am|pm|a\.m\.|p\.m\.|o['’]clock)\b"),
    ("clock", r"\b(?:by|at|around|before|about)\s+(?:half\s+(?:past\s+)?|(?:a\s+)?quarter\s+(?:past|to)\s+)?(?:<number>|\d\d?:\d\d)\b(?!\s+[^\W\d])"),
)  # fmt: skip

ENGLISH_BOUNDS: tuple[tuple[Bound, str], ...] = (
    (Bound.UNTIL, r"by|until|till|til|no\s+later\s+than|latest"),
    (Bound.BEFORE, r"before|ahead\s+of|prior\s+to"),
    (Bound.AFTER, r"after|past"),
    (Bound.FROM, r"from|starting|as\s+of|not\s+before"),
)
ENGLISH_PARTS: tuple[tuple[Part, str], ...] = (
    (Part.START, r"early|beginning|start|top"),
    (Part.MIDDLE, r"mid|middle"),
    (Part.END, r"late|end|close"),
    (Part.FIRST_HALF, r"first\s+half"),
    (Part.SECOND_HALF, r"second\s+half"),
)
ENGLISH_FILLERS = r"the|of|in|on|at|this|sometime|some\s+time|first\s+thing|later|course|over|during|coming"
ENGLISH_LATEST = r"\W*(?:at\s+the\s+(?:very\s+)?latest|latest)\b"
ENGLISH_VAGUE = r"\s*,?\s*\bor\s+(?:so|thereabouts)\b"
ENGLISH_JOIN = r"^\W*(?:between|from)?\s*(?P<one>.+?)\s+(?:to|and|until|till|through)\s+(?P<other>.+)$"
ENGLISH_OR = r"\s+or\s+"

GERMAN = Rules(
    rules=GERMAN_RULES,
    bounds=GERMAN_BOUNDS,
    parts=GERMAN_PARTS,
    fillers=GERMAN_FILLERS,
    latest=GERMAN_LATEST,
    vague=GERMAN_VAGUE,
    join=GERMAN_JOIN,
    either=GERMAN_OR,
)

ENGLISH = Rules(
    rules=ENGLISH_RULES,
    bounds=ENGLISH_BOUNDS,
    parts=ENGLISH_PARTS,
    fillers=ENGLISH_FILLERS,
    latest=ENGLISH_LATEST,
    vague=ENGLISH_VAGUE,
    join=ENGLISH_JOIN,
    either=ENGLISH_OR,
)

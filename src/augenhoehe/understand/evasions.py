"""How questions are passed over, German and English: data, to be corrected by people who do not program.

All patterns are matched on casefolded text. A vague reply counts only where it is short or where a fact was asked for.
"""

from __future__ import annotations

WITHHOLDING = (
    r"\b(?:darf|kann|möchte|will|werde)\b.{0,40}\b(?:nichts?|nix|keine auskunft|keine angaben?)\b.{0,25}"
    r"\b(?:sagen|verraten|nennen|mitteilen|herausgeben)\b",
    r"\b(?:darf|kann|möchte|will)\b.{0,30}\bdiskret\b",
    r"\baus datenschutzgründen\b",
    r"\b(?:sag|sage|verrat|verrate) ich (?:ihnen |dir |euch |lieber )?nicht\b",
    r"\b(?:betriebs|geschäfts)geheimnis\b",
    r"\b(?:can(?:'?t|not)|could(?:n'?t| not)|not able to|not allowed to|not at liberty to|not permitted to)\b.{0,25}"
    r"\b(?:say|tell|share|disclose|discuss|comment)\b",
    r"\bwhat i can (?:share|say|tell you)\b",
    r"\bconfidential\b",
)
"""The reply says that it keeps the answer back."""

VAGUE = (
    r"\bkommt (?:ganz |immer |natürlich |halt )*(?:drauf|darauf) an\b",
    r"\bindividuell\b",
    r"\bje nach(?:dem)?\b",
    r"\bgrundsätzlich\b",
    r"\bim rahmen (?:von|der|des|eines|einer)\b",
    r"\b(?:ist|sind) (?:immer |natürlich |halt )*(?:eine frage|schwer zu sagen)\b",
    r"\bein (?:bisschen|wenig|bissl|bissi) ausholen\b",
    r"\bliegt (?:bei|an) (?:unser|der|dem|den)\w*\b",
    r"\bso allgemein\b",
    r"\b(?:mehr als )?genug\b",
    r"\bzeitnah\b",
    r"\bso (?:schnell|bald) wie möglich\b",
    r"\bschauen wir|\bschau ma\b|\bsehen wir dann\b|\bfindet sich\b|\bwird sich\b",
    r"\b(?:gute|spannende|interessante|berechtigte|wichtige) frage\b",
    r"\bganzheitlich\w*\b|\bmit gedacht\b|\bmitgedacht\b",
    r"\bmachen sie sich (?:da )?(?:mal )?keine (?:sorgen|gedanken)\b",
    r"\bpauschal\b|\b(?:von )?fall zu fall\b|\bverschiedene? (?:möglichkeiten|wege|varianten|modelle)\b",
    r"\b(?:besprech\w*|klär\w*|zeig\w*|erklär\w*) (?:wir|ich) (?:ihnen |dir |euch )?(?:das |des )?(?:gern ",
    r"dann |lieber )*"
    r"(?:dann|später|vor ort|persönlich|im termin|beim|bei einem|in ruhe)\b",
    r"\bpersönlichen? (?:gespräch|termin)\b",
    r"\b(?:demnächst|in kürze|in bälde|baldmöglichst)\b|\b(?:sehr |ganz )?bald\b[.!]?$",
    r"\büberschaubar\b|\bmarktüblich\w*\b|\bfaire[nrsm]? (?:preis|kondition)\w*\b|\bgut aufgestellt\b",
    r"\b(?:vertrauen|glauben) sie mir\b|\b(?:vertrau|glaub) mir\b",
    r"\bfinden wir (?:schon |sicher |bestimmt )?(?:eine|a) lösung\b|\b(?:das|des) (?:kriegen|bekommen",
    r"schaffen) wir schon\b",
    r"\b(?:darum|drum) geht(?:'s| es)? (?:doch )?(?:nicht|ned|net|gar nicht)\b|\bviel wichtiger ist\b",
    r"\bdie frage ist (?:doch|eher)\b",
    r"\b(?:einige|etliche|zahlreiche|namhafte|jede menge|genügend|reichlich)\b",
    r"\bcase by case\b|\bhard to say\b|\bvarious (?:options|ways|models)\b|\ba (?:few|number|range) (?:different|of)\b",
    r"\bwe'?ll (?:come|get) to that\b|\btalk about that (?:later|in person|when)\b|\blove to show you\b",
    r"\bwalk you through\b",
    r"\bcompetitive\w*\b|\bmarket[- ]leading\b|\b(?:trust|believe) me\b|\bsort something out\b",
    r"\bthe real question\b|\bwhat (?:really )?matters is\b|\bi (?:hear|totally|completely) (?:you|understand)\b",
    r"\bplenty\b|\bloads\b|\b(?:more than )?enough\b|\bcomplicated\b",
    r"\bit varies\b|\bit (?:all |really )*depends\b|\bthat depends\b",
    r"\b(?:as )?soon(?: as possible)?\b[!.]?$",
    r"\b(?:great|good|interesting|excellent) (?:question|one|point)\b|\binteresting one\b",
    r"\bvalue-based\b|\btailor\w*\b|\bbespoke\b|\bholistic\w*\b",
    r"\bpassionate about\b|\bon a journey\b|\bit'?s more about\b|\bwe think of\b|\bdon'?t (?:really )?think of\b",
    r"\bin due course\b|\bno time\b|\bshortly\b",
    r"\bdon'?t (?:you )?worry\b",
    r"\bit'?s with (?:the|our)\b",
)
"""The reply leaves everything open."""

PROTESTING = (
    r"\b(?:ist|war) (?:das |des |aber )*(?:jetzt )?(?:keine|auch (?:ne|eine)|ka|koa) antwort\b",
    r"\bdas war (?:nicht|ned) (?:meine|die) frage\b",
    r"\b(?:hab|habe) ich (?:sie |dich )?(?:nicht|ned) gefragt\b",
    r"\bbeantworte\w*\b.{0,30}\b(?:nicht|frage)\b",
    r"\b(?:noch ?mal|nochmals|noch einmal|ich wiederhole|ich frag\w*)\b[:,.]",
    r"\bsie weichen\b|\bweichst\b|\bdrum ?herum\b|\bdrumrum\b",
    r"\b(?:not|isn'?t|wasn'?t) an answer\b",
    r"\b(?:isn'?t|wasn'?t|not) what i asked\b|\bi (?:didn'?t ask|asked)\b",
    r"\banswer (?:the|my) question\b|\bdidn'?t answer\b|\bhaven'?t answered\b",
    r"\bthat'?s a no\b|\bis that a (?:yes|no)\b|\byes or no\b",
    r"\bthat isn'?t a (?:person|name|number|date|price)\b",
    r"\bso a lot\b",
)
"""What customers say right after a question was passed over."""

FACTS = (
    r"\bwie ?viele?\b|\bwie lange?\b|\bwie hoch\b|\bwie teuer\b|\bwie oft\b|\bwie groß\b|\bwann\b",
    r"\bwas (?:kostet|kosten|macht das|zahl\w*)\b",
    r"\bhow (?:much|many|long|often|big|soon|high|far|old)\b|\bwhen\b|\bwhat time\b",
    r"\bwhat (?:does|do|would|will|is|'s)\b.{0,40}\b(?:cost|price|come to|set me back|run me)\b",
    r"\bin hours\b",
)
"""A figure or a day was asked for."""

NAMES = (
    r"\bwer\b|\bwem\b|\bwen\b|\bwelche[mnrs]?\b|\bwoher\b|\bwo\b|\bwie hei(?:ß|ss)\w*\b",
    r"\bwho\b|\bwhose\b|\bwhich\b|\bwhere\b|\bwhat'?s (?:his|her|the) name\b",
)
"""Somebody, something or a place was asked for."""

UNKNOWING = (
    r"\b(?:weiß|weiss|woaß|wüsste|weeß) (?:ich|i|ik|isch|ick) "
    r"(?:(?:jetzt|leider|auch|selber?|noch|gerade|grad|ehrlich gesagt|so|das) )*(?:nicht|ned|net|nich|ni|nix)\b",
    r"\b(?:das|dat|des) (?:weiß|weiss|woaß|weeß) (?:ich|i|ik|isch|ick)\b",
    r"\bkeine ahnung\b|\bda (?:müsste?|muss) ich (?:nach|erst)\w*\b|\bkann ich (?:noch )?nicht sagen\b",
    r"\b(?:i )?(?:do ?n'?o?t|don't) know\b|\bno idea\b|\bi'?d have to (?:check|ask|look)\b|\bi'?m not sure\b",
)
"""An honest "I do not know" is an answer."""

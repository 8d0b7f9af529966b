"""Words that carry no topic, German and English: data, to be corrected by people who do not program."""

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

"""Words that let one guess on which side of the table somebody sits: data for `listen.roles`.

Each cue is (weight, words as a regular expression on text in small letters). They speak for the side of whoever says
them. Reviewed by reading; the weights are whole numbers on purpose.
"""

from __future__ import annotations

Cue = tuple[int, str]

ADVISER_DE: tuple[Cue, ...] = (
    (3, r"wir bieten|bieten wir|biete ich|unsere? lösung|unsere? produkt\w*|unsere? leistung\w*|unsere? paket\w*"),
    (3, r"was kann ich für (?:sie|dich|euch) tun|wie kann ich (?:ihnen|dir|euch)? ?helfen"),
    (
        3,
        r"(?:ich|wir) (?:schicke?n?|sende?n?|mache?n?|erstelle?n?|zeige?n?|baue?n?|liefern?|"
        r"bereite?n?) (?:ihnen|dir|euch)\b",
    ),
    (2, r"(?:schick|send|mach|zeig|mail|richt|bau|leit|notier|trag) ?e? ich (?:ihnen|dir|euch)\b"),
    (
        3,
        r"(?:würde|würd|kann|könnte|könnt|möchte|darf) ich (?:ihnen|dir|euch|sie)\b|ich (?:würde|würd|kann|"
        r"könnte|darf) (?:ihnen|dir|euch)\b",
    ),
    (3, r"(?:wir|ich) (?:können|kann|könnten) (?:ihnen|dir|euch)\b|können wir (?:ihnen|dir|euch)\b"),
    (
        3,
        r"ich empfehle|empfehle ich|würde ich empfehlen|ich rate|rate ich|an (?:ihrer|deiner|eurer) stelle|"
        r"mein vorschlag",
    ),
    (
        3,
        r"was (?:ist|wäre) (?:ihnen|dir|euch) (?:\w+ )?wichtig|wie läuft das (?:heute|jetzt|bei ihnen|bei dir|"
        r"bei euch)",
    ),
    (2, r"(?:was|wie|wo|wer|wann|woran|welche\w*) [^.!?\n]{0,40}(?:bei ihnen|bei dir|bei euch)\b"),
    (
        2,
        r"(?:ihr|ihre|ihren|ihrem) (?:betrieb|unternehmen|firma|team|leute|mitarbeiter|prozess\w*|alltag|"
        r"anforderung\w*|bedarf|ziele?)",
    ),
    (
        3,
        r"unsere(?:r|n)? (?:kunden|kundinnen|kundschaft|anderen kunden)|(?:ihre|deine|eure) (?:zufriedenheit|"
        r"mission|anfrage)",
    ),
    (
        3,
        r"(?:rufe|ruf|melde|meld) (?:ich )?(?:sie |mich )?(?:an )?(?:weil|wegen|im rahmen|im auftrag)|"
        r"ich wollte mich (?:mal |nur )?(?:kurz )?vorstellen",
    ),
    (
        2,
        r"(?:ich|wir) (?:gehe?n?|komme?n?) (?:ihnen|dir|euch) (?:beim preis |da )?(?:entgegen|runter)|"
        r"gebe ich (?:ihnen|dir)|rabatt (?:für sie|geben)",
    ),
    (
        2,
        r"danke für (?:ihr|dein|euer) (?:interesse|vertrauen|geduld)|"
        r"entschuldigen sie (?:bitte )?,? ?(?:dass ich|die störung)",
    ),
    (
        2,
        r"(?:ihr|dein) berater|ihre? ansprechpartner\w*|vom? (?:support|kundendienst|vertrieb|service)\b|"
        r"im lieferumfang|wohlfühl\w+",
    ),
    (2, r"(?:herr|frau) \w+,? (?:ich habe|ich hab) (?:mir |ihnen |noch )"),
)

ADVISER_EN: tuple[Cue, ...] = (
    (
        3,
        r"we offer|our (?:solution|product|platform|package|service|team can)|how (?:can|may) i (?:help|make)|"
        r"what can i do for you",
    ),
    (
        3,
        r"i(?:'d| would) recommend|i(?:'d| would) suggest|if i were you|in your shoes|my (?:advice|"
        r"recommendation|suggestion)",
    ),
    (
        3,
        r"i(?:'ll| will| can| could) (?:send|show|get|put|walk|give|offer|email|draft|set) you\b|"
        r"let me (?:show|walk|send) you",
    ),
    (
        3,
        r"thank you for calling|our (?:other )?(?:customers|clients)|your (?:call|satisfaction|"
        r"business) (?:really )?(?:matters|is)",
    ),
    (
        2,
        r"what(?:'s| is) (?:most )?important to you|how do you (?:currently|do that today|handle)|"
        r"what (?:would|does) (?:that|success|it) [^.?!\n]{0,30}(?:for|to|mean) you",
    ),
    (2, r"tell me (?:more )?about (?:your|how)|your (?:team|company|requirements|needs|goals|process|people)\b"),
    (2, r"we(?:'ll| will| can| could) (?:deliver|ship|build|do that for you|fix that for you|give you|offer you)"),
    (
        2,
        r"i(?:'m| am) (?:so |really )?sorry to hear|i(?:'m| am) calling (?:from|about|because)|(?:our|"
        r"the) (?:roadmap|engineers? will)",
    ),
)

CUSTOMER_DE: tuple[Cue, ...] = (
    (
        4,
        r"was kostet|wie teuer|was würde (?:das|uns das|mich das) kosten|was (?:soll|sollen) (?:das|"
        r"die) kosten|was nehmen sie",
    ),
    (
        3,
        r"(?:wir|ich) (?:brauchen|brauche|brauch|bräuchten|bräuchte|suchen|suche)\b|(?:brauchen|brauche|"
        r"bräuchten) (?:wir|ich)\b|\bbrauche \d",
    ),
    (
        3,
        r"(?:wir|ich) (?:hätten?|wollen|will|möchten?) (?:gern\w*|das|die|den|eine?n?|unbedingt|"
        r"auf jeden fall)\b|hätten wir gern|hätte ich gern",
    ),
    (
        4,
        r"(?:ihr|ihre|ihren|ihrem|ihrer|euer|eure|dein) (?:angebot|rechnung\w*|preis\w*|vertrag|brief|firma|"
        r"gebühren|software|honorar|seminar|vortrag|mail|kundendienst|hotline|techniker|produkt\w*|modul\w*|"
        r"kollege\w*)",
    ),
    (
        4,
        r"(?:am|beim) preis|zu teuer|(?:unser|mein|das) budget|mehr (?:als|wie) [\w.]+ (?:euro )?(?:ist|sind|"
        r"haben wir|geht) nicht|sonst (?:gehe|geh|wechsel|kündige)\w* (?:ich|wir)",
    ),
    (
        3,
        r"mein(?:e|em|en|er)? (?:chef\w*|geschäftsführ\w*|vorgesetzte\w*|vorstand)|unser(?:e|em|"
        r"en)? (?:einkauf|geschäftsführ\w*|betriebsrat|chef\w*|vorstand|leute|monteure|lager|werk|kunden|"
        r"gäste|halle)",
    ),
    (
        3,
        r"bei uns (?:läuft|ist|im|in der|gibt|haben|sitzt|macht|steht)|wir (?:haben|machen|nutzen|arbeiten|"
        r"fahren) (?:das |hier |da |jetzt |im moment )?(?:bisher|bis jetzt|derzeit|zurzeit|seit|mit)",
    ),
    (
        3,
        r"bei ihnen (?:gekauft|bestellt|angerufen|beauftragt)|(?:haben|hatten) sie uns (?:verkauft|geliefert|"
        r"versprochen)|sie haben (?:uns|mir) (?:doch |damals |das )",
    ),
    (
        2,
        r"(?:können|könnten|machen|schicken|schreiben|geben|melden) sie (?:mir|uns|sich)\b|(?:kannst|könntest|"
        r"schick|gib) (?:du )?(?:mir|uns)\b",
    ),
    (
        3,
        r"(?:ich|das) muss (?:ich )?(?:das )?(?:erst )?(?:mit|intern)|kein interesse|keine zeit|"
        r"was wollen sie|worum geht(?:'s| es)|ich mach'?s kurz",
    ),
    (
        3,
        r"ich steh\w* (?:hier )?zwischen|haben sie fünf minuten|\b\w+,? einkauf\b|guten tag,? \w+ hier|"
        r"sie sind mir (?:von|vom)",
    ),
    (
        2,
        r"ob (?:das|uns das|mir das) (?:wirklich|überhaupt) \w+|das (?:sagen|sagten) sie (?:alle|letztes|immer)|"
        r"kann ich das (?:auch )?(?:testen|zurückgeben|kündigen)",
    ),
)

CUSTOMER_EN: tuple[Cue, ...] = (
    (
        4,
        r"how much (?:is|does|would|will)|what(?:'s| does| would| is) (?:it|that|this|"
        r"the price)[^.?!\n]{0,15}(?:cost|price)|too expensive|our budget|my budget",
    ),
    (
        3,
        r"\b(?:we|i) (?:need|are looking for|were promised|have been using)\b|\bwe (?:want|'d like|pay|paid)\b|"
        r"what i need|what we need",
    ),
    (
        4,
        r"your (?:invoice|quote|price|prices|proposal|product|software|contract|service desk|engineer|"
        r"sales (?:guy|rep|team)|fees?|company|hotline|people)\b",
    ),
    (
        3,
        r"my (?:boss|manager|board|director|finance|staff|customers|guys|people|line)\b|our (?:board|finance|"
        r"procurement|warehouse|staff|line|customers|procurement|cfo|ceo|stores?)\b",
    ),
    (
        3,
        r"you (?:sold|promised|told|said|delivered|relaunched|charged) (?:us|me|it|you)?|"
        r"since you (?:relaunched|changed|installed)",
    ),
    (
        2,
        r"(?:can|could) you (?:send|do|give|drop|knock|come|take) (?:us|me|it|something|better|anything|any)?|"
        r"get back to you|i(?:'d| would) have to (?:ask|check|talk)",
    ),
    (
        2,
        r"\bi rang\b|i gave (?:the|you)|whoever's in charge|it's down|doesn't work|(?:has|have) gone down|"
        r"not good enough",
    ),
)

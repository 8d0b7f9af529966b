"""Tables to fill in, as data: the headings a person needs first, and two offers that show how."""

from __future__ import annotations

from collections.abc import Mapping

TEMPLATE_NAMES: Mapping[str, str] = {"de": "katalog-vorlage.csv", "en": "catalogue-template.csv"}
TEMPLATES: Mapping[str, str] = {
    "de": """Kürzel;Angebot;Preis;Jahrespreis je Platz;Braucht;gültig_bis;deckt:Berichte;deckt:Alte Daten finden
ablage;Messdatenablage;4400,00;;;;0;100
bericht;Berichtsautomat;2400,00;90,00;ablage;31.12.2030;100;25
""",
    "en": """id;title;price;price_seat_year;requires;valid_until;serves:Reports;serves:Old data
store;Data store;4400.00;;;;0;100
report;Report writer;2400.00;90.00;store;2030-12-31;100;25
""",
}

"""Build a catalogue from located data: every field is read by what it must be, and every wrong one is complained of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from augenhoehe.advise.catalogue.complaints import CatalogueRefusedError, Complaint, complain
from augenhoehe.advise.catalogue.located import Located, Path
from augenhoehe.advise.catalogue.offers import (
    QUALITIES,
    Bundle,
    Catalogue,
    Insight,
    Offer,
    Period,
    Price,
    Serving,
    Step,
    Tax,
    Volume,
)
from augenhoehe.needs.named import NamedNeed
from augenhoehe.speech.messages import Value

SCHEMA = "augenhoehe.catalogue/1"
TOP = frozenset(
    "schema name currency seats horizon_months hour_costs full_need tax need offer bundle volume insight".split()
)
NEED = frozenset("id name signs questions weight prior adds_up must".split())
OFFER = frozenset(
    "id title aliases price prices serves requires excludes group seats effort_hours learning_hours lead_weeks ours "
    "provider owned drawback description valid_from valid_until".split()
)
PRICE = frozenset("amount per seat from_seats".split())
SERVING = frozenset("need quality evidence".split())
BUNDLE = frozenset("id title offers saves".split())
VOLUME = frozenset("id offers steps".split())
INSIGHT = frozenset("id needs fact source case".split())
STEP = frozenset("at_least percent".split())
VOICES = frozenset({"sie", "du", "en"})
LANGUAGES = frozenset({"de", "en"})
LARGEST = Decimal(10) ** 9
Record = Mapping[str, object]
Texts = tuple[tuple[str, str], ...]


@dataclass(slots=True)
class Reader:
    """Reads fields of located data and keeps the complaints."""

    located: Located
    complaints: list[Complaint] = field(default_factory=list)

    def complain(self, path: Path, key: str, **values: Value) -> None:
        self.complaints.append(complain(self.located, path, key, False, **values))

    def known(self, record: Record, path: Path, keys: frozenset[str]) -> None:
        """Complain of fields nobody knows: a typing error must not pass as "not given"."""
        for key in record:
            if key not in keys:
                self.complain((*path, key), "advise.catalogue_unknown_field", known=", ".join(sorted(keys)))

    def text(self, record: Record, path: Path, key: str, default: str | None = None) -> str:
        value = record.get(key, default)
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            value = str(value)
        if not isinstance(value, str) or (default is None and not value.strip()):
            self.complain((*path, key), "advise.catalogue_needs_text")
            return ""
        return value.strip()

    def texts(self, record: Record, path: Path, key: str, keys: frozenset[str], required: bool) -> Texts:
        """A text, or one a language or voice."""
        value = record.get(key)
        if value is None and not required:
            return ()
        if isinstance(value, str) and value.strip():
            return (("de" if "de" in keys else "sie", value.strip()),)
        if not isinstance(value, Mapping) or not value:
            self.complain((*path, key), "advise.catalogue_needs_text")
            return ()
        found = []
        for name, text in value.items():
            if name not in keys:
                self.complain((*path, key, name), "advise.catalogue_unknown_field", known=", ".join(sorted(keys)))
            elif not isinstance(text, str) or not text.strip():
                self.complain((*path, key, name), "advise.catalogue_needs_text")
            else:
                found.append((name, text.strip()))
        return tuple(found)

    def number(self, record: Record, path: Path, key: str, default: Decimal | None) -> Decimal:
        """A number of 0 or more; text with a decimal comma or point is read too."""
        value = record.get(key, default)
        if value is None:
            self.complain((*path, key), "advise.catalogue_needs_number")
            return Decimal(0)
        number = as_number(value)
        if number is None:
            self.complain((*path, key), "advise.catalogue_no_number", value=str(value)[:60])
            return Decimal(0)
        if number < 0:
            self.complain((*path, key), "advise.catalogue_negative", value=number)
            return Decimal(0)
        if number > LARGEST:
            self.complain((*path, key), "advise.catalogue_too_large", value=number)
            return Decimal(0)
        return number

    def whole(self, record: Record, path: Path, key: str, default: int, least: int = 0, most: int = 100_000) -> int:
        number = self.number(record, path, key, Decimal(default))
        if number != number.to_integral_value() or not least <= number <= most:
            self.complain((*path, key), "advise.catalogue_no_whole", least=least, most=most, value=number)
            return default
        return int(number)

    def share(self, record: Record, path: Path, key: str, default: str) -> float:
        number = self.number(record, path, key, Decimal(default))
        if number > 1:
            self.complain((*path, key), "advise.catalogue_no_share", value=number)
            return float(default)
        return float(number)

    def flag(self, record: Record, path: Path, key: str, default: bool) -> bool:
        value = record.get(key, default)
        if not isinstance(value, bool):
            self.complain((*path, key), "advise.catalogue_no_flag", value=str(value)[:60])
            return default
        return value

    def day(self, record: Record, path: Path, key: str) -> date | None:
        """A day: a date, or text like 2026-12-31 or 31.12.2026."""
        value = record.get(key)
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        parts = str(value).strip().split(".")
        text = "-".join(reversed([part.zfill(2) for part in parts])) if len(parts) == 3 else parts[0]
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.complain((*path, key), "catalogue.no_day", value=str(value)[:60])
            return None

    def words(self, record: Record, path: Path, key: str) -> tuple[str, ...]:
        """A list of texts; a single text is a list of one."""
        value = record.get(key, ())
        if isinstance(value, str):
            return (value.strip(),) if value.strip() else ()
        if not isinstance(value, Sequence):
            self.complain((*path, key), "advise.catalogue_needs_list")
            return ()
        found = []
        for place, word in enumerate(value):
            if isinstance(word, str) and word.strip():
                found.append(word.strip())
            else:
                self.complain((*path, key, place), "advise.catalogue_needs_text")
        return tuple(found)

    def records(self, record: Record, path: Path, key: str) -> list[tuple[Path, Record]]:
        """A list of tables."""
        value = record.get(key, ())
        if isinstance(value, str | Mapping) or not isinstance(value, Sequence):
            self.complain((*path, key), "advise.catalogue_needs_tables")
            return []
        found: list[tuple[Path, Record]] = []
        for place, item in enumerate(value):
            if isinstance(item, Mapping):
                found.append(((*path, key, place), item))
            else:
                self.complain((*path, key, place), "advise.catalogue_needs_tables")
        return found


def as_number(value: object) -> Decimal | None:
    """A number out of a number or of text as people write it ("1.234,50", "1,234.50", "12 %", "€ 90"), or None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Decimal):
        number = Decimal(value)
        return number if number.is_finite() else None
    if not isinstance(value, str):
        return None
    text = "".join(char for char in value if char not in "  \t€$£%'’").removesuffix("EUR").removesuffix("CHF")
    comma, point = text.rfind(","), text.rfind(".")
    if comma >= 0 and point >= 0:
        text = text.replace("." if comma > point else ",", "").replace(",", ".")
    elif comma >= 0:
        text = text.replace(",", "") if _thousands(text, ",") else text.replace(",", ".")
    elif text.count(".") > 1 and _thousands(text, "."):
        text = text.replace(".", "")
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None


def _thousands(text: str, mark: str) -> bool:
    """Whether marks part thousands: more than one of them, each followed by three digits. A lone comma is decimal."""
    parts = text.lstrip("+-").split(mark)
    return len(parts) > 2 and all(len(part) == 3 for part in parts[1:])


def build(located: Located) -> Catalogue:
    """The catalogue of a file, unchecked as a whole. Raises CatalogueRefusedError where a field is wrong."""
    reader = Reader(located)
    data = located.data
    reader.known(data, (), TOP)
    if data.get("schema", SCHEMA) != SCHEMA:
        reader.complain(("schema",), "advise.catalogue_schema", wanted=SCHEMA)
    needs = reader.records(data, (), "need")
    catalogue = Catalogue(
        name=reader.texts(data, (), "name", LANGUAGES, required=False) or (("de", located.name),),
        currency=_currency(reader),
        needs=tuple(_need(reader, record, path) for path, record in needs),
        offers=tuple(_offer(reader, record, path) for path, record in reader.records(data, (), "offer")),
        bundles=tuple(_bundle(reader, record, path) for path, record in reader.records(data, (), "bundle")),
        volumes=tuple(_volume(reader, record, path) for path, record in reader.records(data, (), "volume")),
        tax=_tax(reader),
        horizon_months=reader.whole(data, (), "horizon_months", 12, least=1, most=600),
        seats=reader.whole(data, (), "seats", 1, least=1),
        hour_costs=reader.number(data, (), "hour_costs", Decimal(0)),
        full_need=reader.number(data, (), "full_need", Decimal(10_000)),
        additive=frozenset(
            str(record.get("id")) for path, record in needs if reader.flag(record, path, "adds_up", False)
        ),
        insights=tuple(_insight(reader, record, path) for path, record in reader.records(data, (), "insight")),
        must=frozenset(str(record.get("id")) for path, record in needs if reader.flag(record, path, "must", False)),
    )
    if reader.complaints:
        raise CatalogueRefusedError(sorted(reader.complaints, key=lambda complaint: complaint.line))
    return catalogue


def _currency(reader: Reader) -> str:
    code = reader.text(reader.located.data, (), "currency", "EUR")
    if len(code) != 3 or not code.isascii() or not code.isupper():
        reader.complain(("currency",), "advise.catalogue_currency", value=code)
        return "EUR"
    return code


def _tax(reader: Reader) -> Tax:
    value = reader.located.data.get("tax", {})
    if not isinstance(value, Mapping):
        reader.complain(("tax",), "advise.catalogue_needs_tables")
        return Tax()
    reader.known(value, ("tax",), frozenset({"percent", "included"}))
    return Tax(reader.number(value, ("tax",), "percent", Decimal(0)), reader.flag(value, ("tax",), "included", False))


def _need(reader: Reader, record: Record, path: Path) -> NamedNeed:
    reader.known(record, path, NEED)
    return NamedNeed(
        id=reader.text(record, path, "id"),
        names=reader.texts(record, path, "name", LANGUAGES, required=True),
        signs=reader.words(record, path, "signs"),
        questions=reader.texts(record, path, "questions", VOICES, required=False),
        weight=reader.share(record, path, "weight", "0.5"),
        prior=reader.share(record, path, "prior", "0.1"),
    )


def _offer(reader: Reader, record: Record, path: Path) -> Offer:
    reader.known(record, path, OFFER)
    seats = reader.whole(record, path, "seats", 0) if "seats" in record else None
    return Offer(
        id=reader.text(record, path, "id"),
        title=reader.texts(record, path, "title", LANGUAGES, required=True),
        prices=_prices(reader, record, path),
        serves=_serves(reader, record, path),
        aliases=reader.words(record, path, "aliases"),
        requires=_requires(reader, record, path),
        excludes=reader.words(record, path, "excludes"),
        group=reader.text(record, path, "group", ""),
        seats=seats,
        effort_hours=reader.number(record, path, "effort_hours", Decimal(0)),
        learning_hours=reader.number(record, path, "learning_hours", Decimal(0)),
        lead_weeks=reader.whole(record, path, "lead_weeks", 0, most=1000),
        ours=reader.flag(record, path, "ours", True),
        provider=reader.text(record, path, "provider", ""),
        owned=reader.flag(record, path, "owned", False),
        drawback=reader.texts(record, path, "drawback", LANGUAGES, required=False),
        description=reader.texts(record, path, "description", LANGUAGES, required=False),
        valid_from=reader.day(record, path, "valid_from"),
        valid_until=reader.day(record, path, "valid_until"),
    )


def _prices(reader: Reader, record: Record, path: Path) -> tuple[Price, ...]:
    if "price" in record and "prices" in record:
        reader.complain((*path, "price"), "advise.catalogue_two_prices")
        return ()
    if "price" in record:
        return (Price(reader.number(record, path, "price", None)),)
    if "prices" not in record:
        if record.get("owned") is not True:
            reader.complain((*path, "price"), "advise.catalogue_no_price", offer=str(record.get("id", "")))
        return ()
    found = []
    for where, item in reader.records(record, path, "prices"):
        reader.known(item, where, PRICE)
        per = reader.text(item, where, "per", "once")
        if per not in {period.value for period in Period}:
            reader.complain((*where, "per"), "advise.catalogue_no_period", value=per)
            per = "once"
        found.append(
            Price(
                reader.number(item, where, "amount", None),
                Period(per),
                reader.flag(item, where, "seat", False),
                reader.whole(item, where, "from_seats", 1, least=1),
            )
        )
    return tuple(found)


def _serves(reader: Reader, record: Record, path: Path) -> tuple[Serving, ...]:
    value = record.get("serves", {})
    found = []
    if isinstance(value, Mapping):
        for need in value:
            quality = reader.number(value, (*path, "serves"), need, None)
            found.append(_serving(reader, (*path, "serves", need), need, quality, ""))
    else:
        for where, item in reader.records(record, path, "serves"):
            reader.known(item, where, SERVING)
            need = reader.text(item, where, "need")
            quality = reader.number(item, where, "quality", None)
            found.append(_serving(reader, (*where, "quality"), need, quality, reader.text(item, where, "evidence", "")))
    return tuple(found)


def _serving(reader: Reader, path: Path, need: str, quality: Decimal, evidence: str) -> Serving:
    if quality not in QUALITIES:
        reader.complain(path, "advise.catalogue_no_quality", value=quality)
        return Serving(need, 0, evidence)
    return Serving(need, int(quality), evidence)


def _requires(reader: Reader, record: Record, path: Path) -> tuple[tuple[str, ...], ...]:
    value = record.get("requires", ())
    if isinstance(value, str):
        return ((value.strip(),),)
    if not isinstance(value, Sequence):
        reader.complain((*path, "requires"), "advise.catalogue_needs_list")
        return ()
    found: list[tuple[str, ...]] = []
    for place, item in enumerate(value):
        if isinstance(item, str) and item.strip():
            found.append((item.strip(),))
        elif isinstance(item, Sequence) and item and all(isinstance(one, str) and one.strip() for one in item):
            found.append(tuple(str(one).strip() for one in item))
        else:
            reader.complain((*path, "requires", place), "advise.catalogue_needs_text")
    return tuple(found)


def _bundle(reader: Reader, record: Record, path: Path) -> Bundle:
    reader.known(record, path, BUNDLE)
    return Bundle(
        reader.text(record, path, "id"),
        reader.texts(record, path, "title", LANGUAGES, required=False),
        reader.words(record, path, "offers"),
        reader.number(record, path, "saves", None),
    )


def _insight(reader: Reader, record: Record, path: Path) -> Insight:
    """An insight; without its source it is refused."""
    reader.known(record, path, INSIGHT)
    return Insight(
        reader.text(record, path, "id"),
        reader.words(record, path, "needs"),
        reader.texts(record, path, "fact", LANGUAGES, required=True),
        reader.text(record, path, "source"),
        reader.text(record, path, "case", ""),
    )


def _volume(reader: Reader, record: Record, path: Path) -> Volume:
    reader.known(record, path, VOLUME)
    steps = []
    for where, item in reader.records(record, path, "steps"):
        reader.known(item, where, STEP)
        steps.append(
            Step(reader.whole(item, where, "at_least", 1, least=1), reader.number(item, where, "percent", None))
        )
    return Volume(reader.text(record, path, "id"), reader.words(record, path, "offers"), tuple(steps))

"""Read BMEcat 1.2 and 2005 (T_NEW_CATALOG), article by article, without entities and without the network.

A file is read with whatever prefix or namespace it carries. An article that cannot be used (no number, no name, a
number given twice, a price that is none) is left out and named with its line; a file that is no such catalogue is
refused as a whole. Lines beyond 65,535 are not known to the XML library and given as that.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import Any

from lxml import etree

from augenhoehe.advise.catalogue.building import LARGEST, as_number
from augenhoehe.advise.catalogue.complaints import Complaint
from augenhoehe.advise.catalogue.goods import Article, Goods, ListedPrice, Reference
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.speech.messages import Message

ENDINGS = (".xml", ".bmecat")
LARGEST_FILE = 300_000_000
MOST_ARTICLES = 500_000
MOST_TEXT = 2_000
ARTICLES = frozenset({"ARTICLE", "PRODUCT"})
MAPS = frozenset({"ARTICLE_TO_CATALOGGROUP_MAP", "PRODUCT_TO_CATALOGGROUP_MAP"})
TRANSACTIONS = frozenset({"T_UPDATE_PRODUCTS", "T_UPDATE_PRICES"})
LANGUAGES = {"deu": "de", "ger": "de", "de": "de", "eng": "en", "en": "en"}
WORKDAYS_A_WEEK = 5
DEEPEST_GROUP = 30


@dataclass(slots=True)
class _Found:
    """What has been read so far."""

    file: str
    name: str = ""
    language: str = ""
    currency: str = ""
    articles: dict[str, Article] = field(default_factory=dict)
    groups: dict[str, tuple[str, str]] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)

    def leave_out(self, line: int, key: str, article: str, field_name: str, value: str = "") -> None:
        message = Message.of(key, file=self.file, line=line, field=field_name, article=article[:60], value=value[:60])
        self.complaints.append(Complaint(line, message, warning=True))


def is_bmecat(data: bytes, name: str) -> bool:
    """Whether a file seems to be BMEcat: by its ending, or by its first element."""
    return name.casefold().endswith(ENDINGS) or (data[:200].lstrip().startswith(b"<") and b"BMECAT" in data[:4000])


def read_bmecat(data: bytes, name: str) -> Goods:
    """The goods of a BMEcat file. Raises InputRefusedError where it is none, naming the line where there is one."""
    if not data.strip():
        raise InputRefusedError.of("catalogue.bmecat.empty", file=name)
    if len(data) > LARGEST_FILE:
        raise InputRefusedError.of("catalogue.bmecat.large", file=name, megabytes=LARGEST_FILE // 1_000_000)
    found = _Found(name)
    try:
        _walk(data, found)
    except etree.XMLSyntaxError as error:
        line = error.lineno or 1
        raise InputRefusedError.of("catalogue.bmecat.no_xml", file=name, line=line) from error
    if not found.articles:
        raise InputRefusedError.of("catalogue.bmecat.no_articles", file=name, left_out=len(found.complaints))
    return Goods(
        file=name,
        name=found.name or name,
        language=found.language or "de",
        currency=found.currency or _first_currency(found) or "EUR",
        articles=tuple(_grouped(found)),
        groups={group: _group_name(found, group) for group in found.groups},
        complaints=tuple(found.complaints),
    )


def _walk(data: bytes, found: _Found) -> None:
    wanted = ("BMECAT", "HEADER", "CATALOG_STRUCTURE", *sorted(TRANSACTIONS), *sorted(MAPS), *sorted(ARTICLES))
    events = etree.iterparse(
        io.BytesIO(data),
        events=("start", "end"),
        tag=[f"{{*}}{tag}" for tag in wanted],
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )
    rooted = False
    for event, element in events:
        tag = _local(element)
        if event == "start":
            if not rooted:
                rooted = True
                _check_root(element, found.file)
            if tag in TRANSACTIONS:
                raise InputRefusedError.of("catalogue.bmecat.update", file=found.file, line=_line(element), field=tag)
            continue
        if tag == "HEADER":
            _header(element, found)
        elif tag == "CATALOG_STRUCTURE":
            _structure(element, found)
        elif tag in MAPS:
            _member(element, found)
        elif tag in ARTICLES:
            _article(element, found)
        else:
            continue
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]
    if not rooted:
        raise InputRefusedError.of("catalogue.bmecat.other_xml", file=found.file, line=1, field=_local(events.root))


def _check_root(element: etree._Element, file: str) -> None:
    """The document must be BMECAT, and its DOCTYPE (1.2 files carry one) must declare nothing of its own."""
    subset: Any = element.getroottree().docinfo.internalDTD
    if subset is not None and any(True for _ in chain(subset.iterentities(), subset.iterelements())):
        raise InputRefusedError.of("catalogue.bmecat.entities", file=file, line=_line(element))
    if element.getparent() is not None or _local(element) != "BMECAT":
        root = _local(element.getroottree().getroot())
        raise InputRefusedError.of("catalogue.bmecat.other_xml", file=file, line=_line(element), field=root)


def _line(element: etree._Element) -> int:
    line: Any = element.sourceline
    return int(line or 1)


def _local(element: etree._Element) -> str:
    tag = element.tag
    return _local_name(tag) if isinstance(tag, str) else ""


@lru_cache(maxsize=1000)
def _local_name(tag: str) -> str:
    return tag.rpartition("}")[2]


def _text(element: etree._Element) -> str:
    return " ".join((element.text or "").split())


def _texts(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Every leaf below an element with its local name, in order."""
    for each in element.iter():
        if isinstance(each.tag, str) and len(each) == 0:
            yield _local(each), _text(each)


def _header(element: etree._Element, found: _Found) -> None:
    for tag, text in _texts(element):
        if tag == "CATALOG_NAME" and not found.name:
            found.name = text[:200]
        elif tag == "LANGUAGE" and not found.language:
            found.language = LANGUAGES.get(text.casefold(), "")
        elif tag == "CURRENCY" and not found.currency and _is_currency(text):
            found.currency = text


def _is_currency(text: str) -> bool:
    return len(text) == 3 and text.isascii() and text.isalpha() and text.isupper()


def _first_currency(found: _Found) -> str:
    return next((price.currency for one in found.articles.values() for price in one.prices if price.currency), "")


def _structure(element: etree._Element, found: _Found) -> None:
    part = dict(reversed(list(_texts(element))))
    if part.get("GROUP_ID"):
        found.groups[part["GROUP_ID"]] = (part.get("GROUP_NAME", "") or part["GROUP_ID"], part.get("PARENT_ID", ""))


def _group_name(found: _Found, group: str) -> str:
    """A group's name after those above it; the root, which is the catalogue itself, is left out."""
    names: list[str] = []
    seen: set[str] = set()
    here = group
    while here in found.groups and here not in seen and len(names) < DEEPEST_GROUP:
        seen.add(here)
        name, parent = found.groups[here]
        if parent in found.groups or not names:
            names.append(name)
        here = parent
    return " › ".join(reversed(names))


def _member(element: etree._Element, found: _Found) -> None:
    part = dict(_texts(element))
    article = part.get("ART_ID") or part.get("PROD_ID") or part.get("SUPPLIER_PID", "")
    group = part.get("CATALOG_GROUP_ID", "")
    if article and group:
        found.members.setdefault(article, []).append(group)


def _grouped(found: _Found) -> Iterator[Article]:
    for article in found.articles.values():
        groups = tuple(dict.fromkeys((*article.groups, *found.members.get(article.id, ()))))
        yield replace(article, groups=groups) if groups else article


def _article(element: etree._Element, found: _Found) -> None:
    line = _line(element)
    single: dict[str, str] = {}
    keywords: list[str] = []
    groups: list[str] = []
    references: list[Reference] = []
    features: list[tuple[str, str]] = []
    priced: list[etree._Element] = []
    for part in element.iter():
        tag = _local(part)
        if tag in ("ARTICLE_PRICE", "PRODUCT_PRICE"):
            priced.append(part)
        elif tag in ("ARTICLE_REFERENCE", "PRODUCT_REFERENCE"):
            references += _reference(part)
        elif tag == "FEATURE":
            features += _feature(part)
        elif tag == "DATETIME":
            kind = str(part.get("type") or "").upper()
            single.setdefault(kind, next((text for name, text in _texts(part) if name == "DATE"), ""))
        elif tag == "KEYWORD":
            keywords.append(_text(part))
        elif tag == "CATALOG_GROUP_ID":
            groups.append(_text(part))
        elif tag and len(part) == 0 and part.text:
            single.setdefault(tag, _text(part))
    number = single.get("SUPPLIER_PID") or single.get("SUPPLIER_AID") or ""
    title = single.get("DESCRIPTION_SHORT", "")
    if not number:
        found.leave_out(line, "catalogue.bmecat.no_number", title, "SUPPLIER_PID")
    elif not title:
        found.leave_out(line, "catalogue.bmecat.no_title", number, "DESCRIPTION_SHORT")
    elif number in found.articles:
        found.leave_out(line, "catalogue.bmecat.double_number", number, "SUPPLIER_PID")
    else:
        if len(found.articles) >= MOST_ARTICLES:
            raise InputRefusedError.of("catalogue.bmecat.too_many", file=found.file, line=line, most=MOST_ARTICLES)
        prices = _prices(priced, number, single.get("PRICE_QUANTITY", ""), found)
        if prices is None:
            return
        found.articles[number] = Article(
            id=number,
            title=title[:200],
            line=line,
            text=single.get("DESCRIPTION_LONG", "")[:MOST_TEXT],
            maker=single.get("MANUFACTURER_NAME", ""),
            keywords=tuple(dict.fromkeys(word for word in keywords if word)),
            groups=tuple(group for group in groups if group),
            prices=prices,
            references=tuple(references),
            features=tuple(features),
            order_unit=single.get("ORDER_UNIT", ""),
            delivery_days=_days(single.get("DELIVERY_TIME", "")),
            valid_from=_day(single.get("VALID_START_DATE", "")),
            valid_until=_day(single.get("VALID_END_DATE", "")),
        )


def _prices(priced: list[etree._Element], number: str, quantity: str, found: _Found) -> tuple[ListedPrice, ...] | None:
    """The prices of an article, each for one order unit; None where one of them is no price."""
    each = as_number(quantity) if quantity else Decimal(1)
    prices = []
    for element in priced:
        part = dict(_texts(element))
        line = _line(element)
        amount = as_number(part.get("PRICE_AMOUNT", ""))
        if amount is None or not 0 <= amount <= LARGEST:
            found.leave_out(line, "catalogue.bmecat.no_price", number, "PRICE_AMOUNT", part.get("PRICE_AMOUNT", ""))
            return None
        if each is None or not 0 < each <= LARGEST:
            found.leave_out(line, "catalogue.bmecat.no_price", number, "PRICE_QUANTITY", quantity)
            return None
        bound = as_number(part.get("LOWER_BOUND", "1")) or Decimal(1)
        tax = as_number(part["TAX"]) if part.get("TAX") else None
        kind = element.get("price_type") or ""
        prices.append(ListedPrice(str(kind), amount / each, part.get("PRICE_CURRENCY", ""), bound, tax))
    return tuple(prices)


def _reference(element: etree._Element) -> Iterator[Reference]:
    for tag, text in _texts(element):
        if tag in ("PROD_ID_TO", "ART_ID_TO") and text:
            yield Reference(str(element.get("type") or "others"), text)


def _feature(element: etree._Element) -> Iterator[tuple[str, str]]:
    part = dict(reversed(list(_texts(element))))
    if part.get("FNAME") and part.get("FVALUE"):
        yield part["FNAME"], f"{part['FVALUE']} {part.get('FUNIT', '')}".strip()


def _days(text: str) -> int | None:
    number = as_number(text) if text else None
    return int(number) if number is not None and 0 <= number <= 5000 else None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None

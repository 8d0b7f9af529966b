"""Every sentence is written in both languages, is used, and speaks to its reader as it should."""

from __future__ import annotations

import ast
import re
import tomllib
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po

from augenhoehe.understand.findings import Kind
from house.tracked import PACKAGE, name_of, text_of, tracked

LOCALE = PACKAGE / "locale"
KEY = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_-]+)+")
SAYING_CALLS = {"of", "text", "say"}
ONE_WORD = re.compile(r"""["']([a-z][a-z0-9_]+)["']""")
TAG = re.compile(r"""\{%-?\s*(?:say|heading|message)\s+["']([a-z0-9_.-]+)["']""")
FORMAL = re.compile(r"\b(Sie|Ihnen|Ihr|Ihre[mnrs]?)\b")
THEY = {
    # "Sie" begins the sentence and means things, or it is the name of the address itself.
    "listen.note.damaged",
    "understand.annotated.unreadable",
    "web.conversations.figures.private",
    "web.listen.words.sie",
    "web.record.voice.sie",
    "web.settings.address.sie",
    # The reader's own words to a customer, as an example.
    "web.today.empty.example",
}
STARTS = {"web": ("web.", "product."), "ground": ("web.", "cli.")}
"""A file holds the sentences of its room and of the room's pages; the look of the web and its ground, which brings
commands along, have files of their own."""
BUILT: dict[str, str] = {
    # Keys that are put together where a test cannot see it: the beginning of the key, and who builds it.
}


@cache
def catalogue(language: str, context: str | None = None) -> dict[str, str]:
    """Key -> text of all rooms, for one language and context."""
    texts = {}
    for path in sorted((LOCALE / language).glob("*.po")):
        with path.open("rb") as file:
            for entry in read_po(file, locale=language):
                if entry.id and entry.context == context:
                    texts[key_of(entry)] = "\n".join(forms_of(entry))
    return texts


def key_of(entry: Message) -> str:
    """The key of an entry, with or without a plural."""
    return entry.id if isinstance(entry.id, str) else str(entry.id[0])


def forms_of(entry: Message) -> tuple[str, ...]:
    """The text of an entry, or its singular and plural."""
    return (entry.string,) if isinstance(entry.string, str) else tuple(entry.string)


@cache
def sources() -> dict[Path, str]:
    """Every file of the package that may say something."""
    return {
        path: text
        for path in tracked()
        if PACKAGE in path.parents and path.suffix in {".py", ".html", ".txt", ".toml", ".json", ".typ", ".js"}
        if (text := text_of(path)) is not None
    }


REPORT = PACKAGE / "report"
AUDIENCE = r"(?:\.customer|\.internal)?"
"""The report's pen says `heading` as `report.heading`, or in one version for the customer and one for the own side."""
ADDED = re.compile(r"""["']([a-z0-9_.-]+\.)["']\s*\|\s*add:""")


def rooms() -> set[str]:
    """The names of all files of the catalogue."""
    return {path.stem for path in (LOCALE / "de").glob("*.po")}


@cache
def built() -> frozenset[str]:
    """Patterns of keys that are put together: f"cli.{name}.summary" in code, "web.spine."|add:step in templates."""
    patterns = set()
    for path, text in sources().items():
        if path.suffix == ".html":
            patterns.update(re.escape(head) + r"[a-z0-9_.-]+" for head in ADDED.findall(text))
        if path.suffix != ".py":
            continue
        for node in ast.walk(ast.parse(text, str(path))):
            if not isinstance(node, ast.JoinedStr) or not isinstance(node.values[0], ast.Constant):
                continue
            head = str(node.values[0].value)
            said = "".join(str(part.value) for part in node.values if isinstance(part, ast.Constant))
            if "." not in head or not re.fullmatch(r"[a-z0-9_.-]+", said):
                continue
            parts = [re.escape(str(v.value)) if isinstance(v, ast.Constant) else r"[a-z0-9_.-]+" for v in node.values]
            if head.split(".")[0] in rooms():
                patterns.add("".join(parts))
            elif REPORT in path.parents:
                patterns.add(r"report\." + "".join(parts) + AUDIENCE)
    return frozenset(patterns)


def whole_texts(node: ast.AST) -> list[str]:
    """The whole literals of an expression; parts of an f-string are none."""
    if isinstance(node, ast.JoinedStr):
        return []
    if isinstance(node, ast.Constant):
        return [node.value] if isinstance(node.value, str) and KEY.fullmatch(node.value) else []
    return [text for child in ast.iter_child_nodes(node) for text in whole_texts(child)]


@cache
def asked() -> dict[str, str]:
    """Pattern of a key -> a file that says it by a whole literal."""
    found = {}
    for path, text in sources().items():
        if path.suffix == ".py":
            for node in ast.walk(ast.parse(text, str(path))):
                if isinstance(node, ast.Call) and node.args:
                    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                    if name in SAYING_CALLS or name.endswith(("refuse", "refused", "complain")):
                        for key in whole_texts(node.args[0]):
                            own = REPORT in path.parents and key.split(".")[0] != "report" and name == "text"
                            found[r"report\." + re.escape(key) + AUDIENCE if own else re.escape(key)] = name_of(path)
        elif path.suffix in {".html", ".txt"}:
            for key in TAG.findall(text):
                if not key.endswith("."):
                    found[re.escape(key)] = name_of(path)
    return found


def test_both_languages_have_the_same_sentences() -> None:
    assert set(catalogue("de")) ^ set(catalogue("en")) == set()


def test_english_has_no_du() -> None:
    assert catalogue("en", "du") == {}


@pytest.mark.parametrize("language", ["de", "en"])
def test_every_sentence_that_is_said_is_written(language: str) -> None:
    keys = catalogue(language)
    missing = {
        pattern: where
        for pattern, where in asked().items()
        if re.split(r"\\?\.", pattern)[0] in rooms() and not any(re.fullmatch(pattern, key) for key in keys)
    }
    assert missing == {}


def test_every_built_key_finds_sentences() -> None:
    keys = catalogue("de")
    assert sorted(p for p in built() if not any(re.fullmatch(p, key) for key in keys)) == []


def test_every_sentence_that_is_written_is_used() -> None:
    words: set[str] = set()
    for path, text in sources().items():
        found = KEY.findall(text)
        words.update(found)
        if REPORT in path.parents:
            words.update(f"report.{key}{end}" for key in found for end in ("", ".customer", ".internal"))
            words.update(
                f"report.{key}{end}" for key in ONE_WORD.findall(text) for end in ("", ".customer", ".internal")
            )
    patterns = [re.compile(pattern) for pattern in built()]
    unused = [
        key
        for key in catalogue("de")
        if key not in words
        and not any(pattern.fullmatch(key) for pattern in patterns)
        and not key.startswith(tuple(BUILT))
    ]
    assert unused == []


def test_every_exception_is_still_needed() -> None:
    assert [prefix for prefix in BUILT if not any(key.startswith(prefix) for key in catalogue("de"))] == []
    assert THEY - set(catalogue("de")) == set()


def test_every_key_names_its_room() -> None:
    strays = []
    for path in sorted(LOCALE.glob("*/*.po")):
        with path.open("rb") as file:
            for entry in read_po(file):
                key = key_of(entry)
                if key and not key.startswith(STARTS.get(path.stem, (f"{path.stem}.", "web."))):
                    strays.append((path.name, key))
    assert strays == []


def fields(text: str) -> set[str]:
    """The placeholders of a sentence."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_placeholders_agree_in_all_voices() -> None:
    german, english, informal = catalogue("de"), catalogue("en"), catalogue("de", "du")
    differing = {
        key: (fields(text), fields(english.get(key, "")), fields(informal.get(key, text)))
        for key, text in german.items()
        if not fields(text) == fields(english.get(key, "")) == fields(informal.get(key, text))
    }
    assert differing == {}


COUNTED = re.compile(
    r"\{(?:count|days|findings|hours|mentions|months|more|number|people|questions|seconds|takes|turns|weeks|words)\}"
    r" (?:[a-zäöü]+ )?[A-ZÄÖÜ][a-zäöüß]"
)
SEVERAL = {
    # Said of two or more: the code has another sentence for one, or refuses only what is many.
    *("advise.catalogue_and_more", "advise.catalogue_too_many", "keep.owed.in_days", "keep.owed.overdue"),
    *("keep.pattern.gave_before_asked", "keep.pattern.repeated_put_offs.weeks", "learn.moment.answered_without_asking"),
    *("learn.moment.monologue", "listen.refused.too_many_turns", "needs.places_many", "needs.said_by_several"),
    *("web.cases.conversation.turns", "web.cases.line.heard", "web.cases.line.promises", "web.learn.notes"),
    *("web.cases.step.conversations.some", "web.cases.step.promises.some", "web.learn.practice.some"),
    *("web.needs.heading.some", "web.needs.proposed.some", "web.promises.pressing", "web.record.checks.after_days"),
    *("web.today.answer.some", "web.today.checks.some"),
}


def test_sentences_that_count_have_a_singular() -> None:
    plurals = set()
    for path in (LOCALE / "de").glob("*.po"):
        with path.open("rb") as file:
            plurals.update(key_of(entry) for entry in read_po(file, locale="de") if not isinstance(entry.id, str))
    counting = {key for key, text in catalogue("de").items() if COUNTED.search(text)}
    assert counting - plurals - SEVERAL == set()
    assert SEVERAL - counting == set()


@pytest.mark.parametrize("context", [None, "du"])
def test_percent_sign_stays_with_its_figure(context: str | None) -> None:
    assert [key for key, text in catalogue("de", context).items() if re.search(r"[\d}] %", text)] == []


def test_formal_sentences_have_an_informal_one() -> None:
    informal = catalogue("de", "du")
    missing = [k for k, text in catalogue("de").items() if FORMAL.search(text) and k not in informal and k not in THEY]
    assert missing == []


def test_informal_sentences_are_informal_and_different() -> None:
    german = catalogue("de")
    wrong = [
        key
        for key, text in catalogue("de", "du").items()
        if (FORMAL.search(text) and key not in THEY) or german.get(key) in (None, text)
    ]
    assert wrong == []


def test_every_reason_of_the_lexicon_is_written() -> None:
    """Reasons are data: a cue names its own, a clue that spoke for a finding is one."""
    reasons = set()
    for path in sorted((PACKAGE / "understand" / "lexicon").glob("*/*.toml")):
        if path.stem not in set(Kind):
            continue
        lexicon = tomllib.loads(path.read_text(encoding="utf-8"))
        names = {cue["because"] for cue in lexicon.get("cue", ()) if cue["weight"] > 0}
        names |= {clue for clue, weight in lexicon.get("clues", {}).items() if weight > 0}
        reasons |= {f"understand.because.{path.stem}.{name}" for name in names}
    assert sorted(reasons - set(catalogue("de"))) == []

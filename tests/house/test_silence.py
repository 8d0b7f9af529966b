"""Nothing that is installed reports to its maker: the library that runs the network carries no such code."""

from __future__ import annotations

from pathlib import Path

import onnxruntime
import pytest

LIBRARIES = sorted(Path(onnxruntime.__file__).parent.glob("capi/*.so*"))
REPORTING = (b"OneDsTelemetry", b"Microsoft12Applications6Events", b"events.data.microsoft.com")


@pytest.mark.parametrize("library", LIBRARIES, ids=lambda path: path.name)
def test_the_library_that_runs_the_network_reports_to_nobody(library: Path) -> None:
    content = library.read_bytes()
    assert [word for word in REPORTING if word in content] == []


def test_there_is_a_library_to_look_into() -> None:
    assert LIBRARIES

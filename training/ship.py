"""Put a trained marker into the package: whole numbers of 8 bits, without PyTorch.

    python -m training.ship FOLDER --settings FILE [--into src/augenhoehe/understand/marking/shipped]

FOLDER holds the `marker.pt` of `training.train`, FILE the thresholds and the calibration of `training.crossing`.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from pathlib import Path
from typing import Any

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.shape_inference import quant_pre_process

from augenhoehe.understand.marking.hints import HINTS
from augenhoehe.understand.marking.network import FOLDER
from training.crossing import loaded
from training.marker import Answering
from training.train import alphabet_of
from training.weights import Encoder, unpack, weights_file

OPSET = 17


def export(answering: Answering, path: Path) -> None:
    """Write the network for windows of any length, in 8 bits."""
    ids, hints = torch.ones(1, 64, dtype=torch.int64), torch.zeros(1, 64, HINTS)
    names = ["inside", "begins", "choices", "vectors"]
    axes = {name: {1: "pieces"} for name in ("ids", "hints", *names)}
    with tempfile.TemporaryDirectory() as folder:
        whole, ready = Path(folder, "whole.onnx"), Path(folder, "ready.onnx")
        torch.onnx.export(
            answering, (ids, hints), str(whole), input_names=["ids", "hints"], output_names=names,
            dynamic_axes=axes, opset_version=OPSET, dynamo=False,
        )  # fmt: skip
        quant_pre_process(str(whole), str(ready), skip_symbolic_shape=True)
        quantize_dynamic(str(ready), str(path), weight_type=QuantType.QInt8)
    model = onnx.load(str(path))
    model.producer_name, model.producer_version = "", ""
    onnx.save(model, str(path))


def write_pieces(encoder: Encoder, rows: list[int], path: Path) -> None:
    """The kept pieces with their scores, one a line."""
    lines = [f"{encoder.pieces[row]}\t{float(encoder.scores[row]):.5f}\n" for row in rows]
    path.write_text("".join(lines), encoding="utf-8")


def settings_of(encoder: Encoder, rows: list[int], chosen: dict[str, Any]) -> dict[str, Any]:
    """Thresholds, calibration, the special pieces and how letters are written before they are cut."""
    alphabet = alphabet_of(encoder, rows)
    letters = {a: b for a, b in sorted(encoder.normal.items()) if ord(a) < 0x3000}
    return {**chosen, "begin": alphabet.begin, "end": alphabet.end, "unknown": rows.index(encoder.unknown),
            "letters": letters}  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--settings", type=Path, required=True)
    parser.add_argument("--into", type=Path, default=FOLDER)
    args = parser.parse_args()
    encoder = unpack(weights_file())
    answering, rows, _ = loaded(args.folder, encoder)
    args.into.mkdir(parents=True, exist_ok=True)
    export(answering, args.into / "marker.onnx")
    write_pieces(encoder, rows, args.into / "pieces.tsv")
    chosen = json.loads(args.settings.read_text(encoding="utf-8"))
    text = json.dumps(settings_of(encoder, rows, chosen), ensure_ascii=False, indent=0) + "\n"
    (args.into / "settings.json").write_text(text, encoding="utf-8")
    for path in sorted(args.into.iterdir()):
        print(path.name, path.stat().st_size)


if __name__ == "__main__":
    main()

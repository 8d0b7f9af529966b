"""Servers on this machine that stand in for a language model: one that reads its prompt by rule, and ones that fail."""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]
LINE = re.compile(r"^(\d+) (customer|adviser|other): (.*)$", re.DOTALL)
CLAUSE = re.compile(r"[^.!?…]+[.!?…]*")


@dataclass
class Server:
    """A running server: where it is, and what it was asked (headers and bodies)."""

    address: str
    asked: list[tuple[dict[str, str], Json]] = field(default_factory=list)

    @property
    def questions(self) -> list[str]:
        """The last message of each request, which holds the words of the talk."""
        return [body["messages"][-1]["content"] for _, body in self.asked]


Answering = Callable[[BaseHTTPRequestHandler, Json], None]


@contextmanager
def serving(answer: Answering) -> Iterator[Server]:
    """A server on a free port of this machine that answers as it is told, until the block ends."""
    seen: Server

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            seen.asked.append((dict(self.headers), body | {"path": self.path}))
            answer(self, body)

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    seen = Server(f"http://127.0.0.1:{server.server_address[1]}/v1")
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield seen
    finally:
        server.shutdown()
        server.server_close()
        thread.join(5)


def send(handler: BaseHTTPRequestHandler, status: int, body: bytes, kind: str = "application/json") -> None:
    """Answer with a status and a body."""
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(body)))
    handler.end_headers()
    handler.wfile.write(body)


def completion(content: str, ended: str = "stop") -> bytes:
    """The body of an answer in the OpenAI form."""
    choice = {"index": 0, "message": {"role": "assistant", "content": content}, "finish_reason": ended}
    return json.dumps({"object": "chat.completion", "choices": [choice]}).encode()


def says(content: str, ended: str = "stop") -> Answering:
    """A model that always says the same."""
    return lambda handler, body: send(handler, 200, completion(content, ended))


def refuses(status: int, error: object = None, *, location: str = "") -> Answering:
    """A server that refuses."""

    def answer(handler: BaseHTTPRequestHandler, body: Json) -> None:
        if location:
            handler.send_response(status)
            handler.send_header("Location", location)
            handler.send_header("Content-Length", "0")
            handler.end_headers()
            return
        send(handler, status, json.dumps({"error": error}).encode())

    return answer


def breaks_off(handler: BaseHTTPRequestHandler, body: Json) -> None:
    """Says how long the answer is and sends half of it."""
    whole = completion('{"findings": []}')
    handler.send_response(200)
    handler.send_header("Content-Length", str(len(whole)))
    handler.end_headers()
    handler.wfile.write(whole[: len(whole) // 2])
    handler.close_connection = True


def drips(handler: BaseHTTPRequestHandler, body: Json) -> None:
    """Sends a space now and then, so that no single wait is long."""
    handler.send_response(200)
    handler.send_header("Content-Length", "1000000")
    handler.end_headers()
    try:
        for _ in range(100):
            handler.wfile.write(b" ")
            handler.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass
    handler.close_connection = True


def pours(handler: BaseHTTPRequestHandler, body: Json) -> None:
    """Sends more than any answer is."""
    send(handler, 200, completion("x" * 3_000_000))


def sleeps(handler: BaseHTTPRequestHandler, body: Json) -> None:
    """Takes longer than anybody waits."""
    time.sleep(1.5)
    handler.close_connection = True


def by_rule(handler: BaseHTTPRequestHandler, body: Json) -> None:
    """A model that reads its prompt: question marks, wishes and promises, as a simple mind would mark them."""
    send(
        handler, 200, completion(json.dumps({"findings": marked(body["messages"][-1]["content"])}, ensure_ascii=False))
    )


def marked(question: str) -> list[Json]:
    """What `by_rule` finds in the lines to mark of a prompt."""
    findings = []
    for line in question.split("Lines to mark:\n")[1].split("\n"):
        said = LINE.match(line)
        if said is None:
            continue
        number, side, words = int(said[1]), said[2], said[3]
        for clause in (found.group().strip() for found in CLAUSE.finditer(words)):
            if clause.endswith("?"):
                is_open = bool(re.match(r"(?i)(was|wie|wer|wo|wann|warum|what|how|who|where|when|why)\b", clause))
                findings.append(_finding(number, clause, "question", "open" if is_open else "closed"))
            elif side == "customer" and re.search(r"(?i)hätten? gern|would like|'d like", clause):
                findings.append(_finding(number, clause, "wish", ""))
            elif re.search(r"(?i)ich schicke|I(?:'ll| will) send", clause):
                due = re.search(r"bis \w+|by \w+", clause)
                findings.append(_finding(number, clause, "promise", due[0] if due else ""))
    return findings


def _finding(turn: int, quote: str, kind: str, detail: str) -> Json:
    return {"turn": turn, "quote": quote, "kind": kind, "detail": detail}

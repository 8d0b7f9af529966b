"""Ask a language model at an address that the user has set: any server that speaks the OpenAI form (Ollama included).

Only http and https, only the address as it was set: redirects are not followed, no proxy of the environment is used,
nothing else is ever called. The key travels in one header and stands in no message.
"""

from __future__ import annotations

import json
import ssl
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Any

import httpx

from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.understand.engines.model import NoAnswerError, Request

SECONDS = 180.0
"""How long a part may take: a small model on a laptop without a graphics card needs a minute or two."""
CONNECT_SECONDS = 10.0
MOST_BYTES = 2_000_000
MOST_ADDRESS = 500
SEED = 7


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Where a model is, what it is called there, and the key where one is needed."""

    address: str
    model: str
    key: str = field(default="", repr=False)
    seconds: float = SECONDS

    @property
    def host(self) -> str:
        """The machine that is asked."""
        return httpx.URL(self.address).host

    @property
    def on_this_machine(self) -> bool:
        """Whether what is asked stays on this machine."""
        return is_here(self.host)

    @property
    def in_the_clear(self) -> bool:
        """Whether it travels unencrypted to another machine."""
        return not self.on_this_machine and httpx.URL(self.address).scheme == "http"


def endpoint(address: str, model: str, key: str = "", seconds: float = SECONDS) -> Endpoint:
    """An endpoint from what somebody typed. Raises InputRefusedError for what is no address, a missing name, a bad key.

    An address without a path gets "/v1", which is where nearly every server has it.
    """
    model, key = model.strip(), key.strip()
    if not model or len(model) > 200 or not model.isprintable():
        raise InputRefusedError.of("second.refused.no_model")
    if not (key.isascii() and key.isprintable()) or " " in key or len(key) > 1000:
        raise InputRefusedError.of("second.refused.key_form")
    return Endpoint(checked_address(address), model, key, seconds)


def checked_address(address: str) -> str:
    """The address without what does not belong to it. Raises InputRefusedError where it is none."""
    address = address.strip().rstrip("/").removesuffix("/chat/completions")
    try:
        url = httpx.URL(address)
        port = url.port
    except (httpx.InvalidURL, ValueError):
        raise InputRefusedError.of("second.refused.address", address=address[:80]) from None
    known = url.scheme in ("http", "https") and bool(url.host) and (port is None or 0 < port < 65_536)
    if not known or len(address) > MOST_ADDRESS or any(letter.isspace() for letter in address):
        raise InputRefusedError.of("second.refused.address", address=address[:80])
    if url.userinfo:
        raise InputRefusedError.of("second.refused.address_with_key")
    if url.query or url.fragment:
        raise InputRefusedError.of("second.refused.address", address=address[:80])
    return address if url.path.strip("/") else f"{address}/v1"


def is_here(host: str) -> bool:
    """Whether a host name is this machine."""
    if host == "localhost" or host.endswith(".localhost"):
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


class ChatModel:
    """A language model behind an endpoint (`understand.engines.model.LanguageModel`).

    It asks with a JSON Schema first; a server that refuses that is asked more plainly, and from then on at once.
    """

    def __init__(self, at: Endpoint) -> None:
        self.at = at
        self._form = 0

    @property
    def name(self) -> str:
        """What the model is called there."""
        return self.at.model

    @property
    def address(self) -> str:
        """Where it is."""
        return self.at.address

    def ask(self, request: Request) -> str:
        """The model's answer. Raises NoAnswerError with what is wrong and what helps."""
        forms = _bodies(self.name, request)
        for number in range(self._form, len(forms)):
            status, data = self._post(forms[number])
            refused_form = status in (400, 422) and not _speaks_of_model(data)
            if refused_form and number + 1 < len(forms):
                continue
            if status != 200:
                raise self._refusal(status, data)
            self._form = number
            return self._content(data)
        raise AssertionError("the last form answers or refuses")

    def _post(self, body: dict[str, Any]) -> tuple[int, bytes]:
        headers = {"Accept": "application/json"}
        if self.at.key:
            headers["Authorization"] = f"Bearer {self.at.key}"
        with self._failures():
            until = time.monotonic() + self.at.seconds
            timeout = httpx.Timeout(self.at.seconds, connect=min(CONNECT_SECONDS, self.at.seconds))
            with (
                httpx.Client(
                    timeout=timeout, follow_redirects=False, trust_env=False, verify=ssl.create_default_context()
                ) as client,
                client.stream("POST", f"{self.address}/chat/completions", json=body, headers=headers) as answer,
            ):
                data = b""
                for piece in answer.iter_bytes():
                    data += piece
                    if len(data) > MOST_BYTES:
                        raise NoAnswerError.of("second.refused.too_long")
                    if time.monotonic() > until:
                        raise httpx.ReadTimeout("an answer in drips")
                return answer.status_code, data

    @contextmanager
    def _failures(self) -> Iterator[None]:
        try:
            yield
        except httpx.ConnectTimeout:
            raise NoAnswerError.of("second.refused.unreachable", address=self.address) from None
        except httpx.TimeoutException:
            raise NoAnswerError.of("second.refused.timeout", seconds=round(self.at.seconds)) from None
        except httpx.RemoteProtocolError:
            raise NoAnswerError.of("second.refused.half") from None
        except (httpx.ConnectError, httpx.UnsupportedProtocol, httpx.InvalidURL) as error:
            if "CERTIFICATE" in str(error).upper():
                raise NoAnswerError.of("second.refused.certificate", address=self.address) from None
            raise NoAnswerError.of("second.refused.unreachable", address=self.address) from None
        except httpx.HTTPError:
            raise NoAnswerError.of("second.refused.half") from None

    def _refusal(self, status: int, data: bytes) -> NoAnswerError:
        if status in (401, 403):
            return NoAnswerError.of("second.refused.key" if self.at.key else "second.refused.key_missing")
        if _speaks_of_model(data):
            return NoAnswerError.of("second.refused.model", model=self.name)
        if 300 <= status < 400:
            return NoAnswerError.of("second.refused.redirect", address=self.address)
        if status in (404, 405):
            return NoAnswerError.of("second.refused.nothing_there", address=self.address)
        if status == 429:
            return NoAnswerError.of("second.refused.too_many")
        return NoAnswerError.of("second.refused.status", status=str(status))

    def _content(self, data: bytes) -> str:
        try:
            choice = json.loads(data)["choices"][0]
            content, ended = choice["message"]["content"], choice.get("finish_reason")
        except (ValueError, KeyError, IndexError, TypeError, AttributeError, RecursionError):
            raise NoAnswerError.of("second.refused.not_openai", address=self.address) from None
        if ended == "length":
            raise NoAnswerError.of("second.refused.half")
        if not isinstance(content, str) or not content.strip():
            raise NoAnswerError.of("second.refused.empty")
        return content


def _bodies(model: str, request: Request) -> list[dict[str, Any]]:
    """The same question in three forms: with all that makes the answer strict, for newer servers, and plainly."""
    messages = [{"role": "system", "content": request.system}]
    for question, answer in request.example:
        messages += [{"role": "user", "content": question}, {"role": "assistant", "content": answer}]
    messages.append({"role": "user", "content": request.question})
    plain: dict[str, Any] = {"model": model, "messages": messages, "stream": False}
    form = {"type": "json_schema", "json_schema": {"name": "findings", "strict": True, "schema": request.schema}}
    return [
        {**plain, "response_format": form, "temperature": 0, "seed": SEED, "max_tokens": request.most_tokens},
        {**plain, "response_format": form},
        plain,
    ]


def _speaks_of_model(data: bytes) -> bool:
    """Whether an error says that there is no such model: by its code, or in the words of the servers we know."""
    try:
        error = json.loads(data)["error"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return False
    if isinstance(error, dict):
        if error.get("code") == "model_not_found":
            return True
        error = error.get("message", "")
    words = str(error).lower()
    return "model" in words and any(sign in words for sign in ("not found", "not exist", "no such", "unknown model"))

"""Asking a language model over the wire: every failure has its sentence, and nothing goes where it should not."""

from __future__ import annotations

import socket
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler

import pytest

import language_models as models
from augenhoehe.outside.language_model import ChatModel, Endpoint, checked_address, endpoint, is_here
from augenhoehe.speech.errors import InputRefusedError
from augenhoehe.understand.engines.model import NoAnswerError
from augenhoehe.understand.engines.prompting import parts
from augenhoehe.understand.engines.reading import read_again
from augenhoehe.understand.engines.trial import invented
from augenhoehe.understand.findings import Kind

REQUEST = parts(invented())[0].request()


def refused(answer: models.Answering, *, key: str = "", seconds: float = 5) -> str:
    """The key of the sentence with which an answer is refused."""
    with models.serving(answer) as server, pytest.raises(NoAnswerError) as refusal:
        ChatModel(endpoint(server.address, "small", key, seconds)).ask(REQUEST)
    return refusal.value.message.key.removeprefix("second.refused.")


def test_question_carries_model_prompt_example_schema_and_key() -> None:
    with models.serving(models.by_rule) as server:
        read = read_again(invented(), ChatModel(endpoint(server.address, "small", "s3cret")))
    (headers, body), *more = server.asked
    assert [finding.kind for finding in read.findings] == [Kind.WISH, Kind.QUESTION, Kind.PROMISE]
    assert more == []
    assert (headers["Authorization"], body["path"], body["model"]) == ("Bearer s3cret", "/v1/chat/completions", "small")
    assert [each["role"] for each in body["messages"]] == ["system", "user", "assistant", "user"]
    assert body["response_format"]["json_schema"]["schema"] == REQUEST.schema
    assert (body["temperature"], body["stream"], body["max_tokens"]) == (0, False, REQUEST.most_tokens)


def test_without_a_key_no_key_is_sent() -> None:
    with models.serving(models.by_rule) as server:
        ChatModel(endpoint(server.address, "small")).ask(REQUEST)
    assert "Authorization" not in server.asked[0][0]


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (models.refuses(401, {"message": "Incorrect API key provided"}), "key_missing"),
        (models.refuses(404, {"message": 'model "small" not found, try pulling it first'}), "model"),
        (models.refuses(404, {"message": "The model `small` does not exist", "code": "model_not_found"}), "model"),
        (models.refuses(400, {"message": "unknown model: small"}), "model"),
        (models.refuses(404, "404 page not found"), "nothing_there"),
        (models.refuses(405), "nothing_there"),
        (models.refuses(429, {"message": "Rate limit reached"}), "too_many"),
        (models.refuses(500, {"message": "out of memory"}), "status"),
        (models.refuses(400, {"message": "bad request"}), "status"),
        (models.refuses(302, location="http://127.0.0.1:9/"), "redirect"),
        (models.says("   "), "empty"),
        (models.says('{"findings": [', "length"), "half"),
        (models.breaks_off, "half"),
        (models.pours, "too_long"),
        (lambda handler, body: models.send(handler, 200, b"<html>", "text/html"), "not_openai"),
        (lambda handler, body: models.send(handler, 200, b'{"choices": []}'), "not_openai"),
        (lambda handler, body: models.send(handler, 200, b'{"choices": [7]}'), "not_openai"),
        (lambda handler, body: models.send(handler, 200, b"[" * 100_000), "not_openai"),
    ],
)
def test_failure_has_its_sentence(answer: models.Answering, sentence: str) -> None:
    assert refused(answer) == sentence


@pytest.mark.parametrize("status", [401, 403])
def test_wrong_key_is_said_and_stands_in_no_message(status: int) -> None:
    with models.serving(models.refuses(status)) as server, pytest.raises(NoAnswerError) as refusal:
        ChatModel(endpoint(server.address, "small", "s3cret")).ask(REQUEST)
    assert refusal.value.message.key == "second.refused.key"
    assert "s3cret" not in f"{refusal.value!r} {refusal.value.message} {Endpoint(server.address, 'small', 's3cret')!r}"


@pytest.mark.parametrize("answer", [models.sleeps, models.drips])
def test_slow_answer_ends_at_the_set_time(answer: models.Answering) -> None:
    assert refused(answer, seconds=0.4) == "timeout"


def test_nobody_there_is_said() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(NoAnswerError) as refusal:
        ChatModel(endpoint(f"http://127.0.0.1:{port}/v1", "small")).ask(REQUEST)
    assert refusal.value.message.key == "second.refused.unreachable"


def test_server_that_speaks_no_tls_is_no_secure_server() -> None:
    with models.serving(models.by_rule) as server, pytest.raises(NoAnswerError) as refusal:
        ChatModel(endpoint(server.address.replace("http:", "https:"), "small")).ask(REQUEST)
    assert refusal.value.message.key == "second.refused.unreachable"
    assert server.asked == []


def test_redirect_is_not_followed() -> None:
    with models.serving(models.by_rule) as other:
        assert refused(models.refuses(307, location=f"{other.address}/chat/completions"), key="s3cret") == "redirect"
    assert other.asked == []


def test_proxy_of_the_environment_is_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with models.serving(models.refuses(500)) as proxy, models.serving(models.by_rule) as server:
        for name in ("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"):
            monkeypatch.setenv(name, proxy.address.removesuffix("/v1"))
        ChatModel(endpoint(server.address, "small")).ask(REQUEST)
    assert (len(server.asked), proxy.asked) == (1, [])


def picky(*unknown: str) -> Callable[[BaseHTTPRequestHandler, models.Json], None]:
    """A server that refuses requests with fields it does not know."""

    def answer(handler: BaseHTTPRequestHandler, body: models.Json) -> None:
        if any(name in body for name in unknown):
            models.refuses(400, {"message": f"Unsupported parameter: {unknown[0]}"})(handler, body)
        else:
            models.by_rule(handler, body)

    return answer


@pytest.mark.parametrize(("unknown", "asked"), [(("max_tokens",), 2), (("response_format",), 3)])
def test_server_that_knows_less_is_asked_more_plainly_and_then_at_once(unknown: tuple[str, ...], asked: int) -> None:
    with models.serving(picky(*unknown)) as server:
        model = ChatModel(endpoint(server.address, "small"))
        first = model.ask(REQUEST)
        assert len(server.asked) == asked
        assert model.ask(REQUEST) == first
    assert len(server.asked) == asked + 1


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("http://localhost:11434/v1", "http://localhost:11434/v1"),
        (" http://localhost:11434/ ", "http://localhost:11434/v1"),
        ("https://models.example/openai/v1/", "https://models.example/openai/v1"),
        ("https://models.example/v1/chat/completions", "https://models.example/v1"),
        ("http://[::1]:8080", "http://[::1]:8080/v1"),
    ],
)
def test_address_is_taken_as_it_was_meant(typed: str, address: str) -> None:
    assert checked_address(typed) == address


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("", "address"),
        ("localhost:11434", "address"),
        ("ftp://localhost/v1", "address"),
        ("file:///etc/passwd", "address"),
        ("gopher://localhost", "address"),
        ("http://", "address"),
        ("http:///v1", "address"),
        ("http://localhost:99999/v1", "address"),
        ("http://localhost:0/v1", "address"),
        ("http://localhost/v1?key=1", "address"),
        ("http://localhost/v1#x", "address"),
        ("http://localhost /v1", "address"),
        ("http://localhost/\r\nX: y", "address"),
        ("http://localhost/" + "x" * 600, "address"),
        ("http://" + "user:secret@localhost/v1", "address_with_key"),
    ],
)
def test_what_is_no_address_is_refused_before_anything_is_asked(typed: str, sentence: str) -> None:
    with pytest.raises(InputRefusedError) as refusal:
        endpoint(typed, "small")
    assert refusal.value.message.key == f"second.refused.{sentence}"


@pytest.mark.parametrize(
    ("model", "key", "sentence"),
    [
        ("", "", "no_model"),
        ("  ", "", "no_model"),
        ("a\nb", "", "no_model"),
        ("m", "two words", "key_form"),
        ("m", "a\r\nX: y", "key_form"),
        ("m", "schlüssel", "key_form"),
    ],
)
def test_model_and_key_are_judged_too(model: str, key: str, sentence: str) -> None:
    with pytest.raises(InputRefusedError) as refusal:
        endpoint("http://localhost/v1", model, key)
    assert refusal.value.message.key == f"second.refused.{sentence}"


@pytest.mark.parametrize(
    ("scheme", "host", "here", "clear"),
    [
        ("http", "localhost", True, False),
        ("http", "127.8.9.1:1", True, False),
        ("http", "[::1]", True, False),
        ("http", "box.localhost", True, False),
        ("http", "192.168.1.4", False, True),
        ("https", "localhost.example", False, False),
        ("http", "127.0.0.1.example", False, True),
    ],
)
def test_where_the_text_goes_is_known(scheme: str, host: str, here: bool, clear: bool) -> None:
    at = endpoint(f"{scheme}://{host}/v1", "small")
    assert (at.on_this_machine, at.in_the_clear, is_here(at.host)) == (here, clear, here)

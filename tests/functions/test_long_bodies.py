"""What is too long is refused before anybody reads it, by the framework that serves in the cloud."""

import tracemalloc
from pathlib import Path

import functions_framework
import pytest

DOOR = """
import functions_framework
from shared_lib.web.hooks import hook
from shared_lib.web.http import json_endpoint


@functions_framework.http
@json_endpoint
def {name}(request):
    return {{"bytes": len(request.get_data())}}
"""
MIB = 1024 * 1024


class Endless:
    """A body that is made as it is read."""

    def __init__(self, length: int) -> None:
        self.left = length

    def read(self, size: int = -1) -> bytes:
        taken = min(self.left, size if size >= 0 else self.left)
        self.left -= taken
        return b"x" * taken


@pytest.fixture
def client(tmp_path: Path, request):
    source = tmp_path / "main.py"
    source.write_text(DOOR.format(name="door_of_a_test"))
    return functions_framework.create_app("door_of_a_test", str(source)).test_client()


def test_a_message_of_66_000_letters_is_refused_as_json_with_our_headers(client):
    answer = client.post("/", data=b"x" * 66_000)
    assert (answer.status_code, answer.mimetype) == (413, "application/json")
    assert answer.json == {"code": "TOO_LARGE", "message": "at most 65536 bytes"}
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; frame-ancestors 'none'"
    assert answer.headers["Cache-Control"] == "no-store"


def test_a_body_within_the_limit_is_read(client):
    assert client.post("/", data=b"x" * 65_536).json == {"bytes": 65_536}


@pytest.mark.parametrize("length", [10 * MIB, 31 * MIB])
def test_a_body_of_many_megabytes_passes_without_being_kept(client, length):
    body = Endless(length)
    environ = {"wsgi.input": body, "CONTENT_LENGTH": str(length), "REQUEST_METHOD": "POST"}
    tracemalloc.start()
    try:
        answer = client.open("/", environ_overrides=environ, method="POST")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert (answer.status_code, body.left) == (413, 0)
    assert peak < 2 * MIB


def test_a_body_without_a_length_is_cut_off_as_well(client):
    body = Endless(10 * MIB)
    environ = {"wsgi.input": body, "wsgi.input_terminated": True, "CONTENT_LENGTH": ""}
    assert client.open("/", environ_overrides=environ, method="POST").status_code == 413

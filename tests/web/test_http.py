"""What comes in over HTTP is read with care, and what goes wrong says no more than it should."""

import contextlib
import json
from io import BytesIO

import pytest
from flask import Flask, request
from hypothesis import given
from hypothesis import strategies as st

from shared_lib.kernel.errors import (
    BadInput,
    CoreSyncError,
    HoldEnded,
    InvalidSignature,
    NotAllowed,
    NotFound,
    SlotTaken,
    TooLarge,
    TooMany,
    UnknownSession,
    VendorRefused,
    VendorUnavailable,
)
from shared_lib.web.http import client_address, counted_address, json_endpoint, read_json, text_field

APP = Flask("edge")


def read(body: bytes, **sent):
    with APP.test_request_context(method="POST", data=body, **sent):
        return read_json(request, limit=100)


def raising(error: Exception):
    def endpoint(_):
        raise error

    with APP.test_request_context(method="POST"):
        return json_endpoint(endpoint)(request)


@given(st.binary(max_size=90))
def test_any_bytes_are_an_object_or_refused(body):
    with contextlib.suppress(BadInput):
        assert isinstance(read(body), dict)


@pytest.mark.parametrize("body", [b"[]", b"null", b"7", b'"text"', b"{", b"", b"\xff", b"[" * 99])
def test_what_is_no_object_is_refused(body):
    with pytest.raises(BadInput):
        read(body)


def test_a_long_body_is_not_read_whether_or_not_it_says_how_long_it_is():
    with pytest.raises(TooLarge):
        read(b" " * 101)
    endless = BytesIO(b" " * 10_000)
    stream = {"wsgi.input": endless, "wsgi.input_terminated": True, "CONTENT_LENGTH": ""}
    with pytest.raises((TooLarge, BadInput)):
        read(b"", environ_overrides=stream)
    assert endless.tell() <= 101


@pytest.mark.parametrize("value", [None, 7, [], {}, "", "x" * 6, "a\x00b", "\ud800", True])
def test_a_text_that_is_none_is_refused_by_its_name(value):
    with pytest.raises(BadInput) as refused:
        text_field({"name": value}, "name", longest=5)
    assert refused.value.field == "name"


def test_a_text_that_may_be_missing_may_be_missing():
    assert text_field({}, "name", longest=5, required=False) is None
    assert text_field({"name": ""}, "name", longest=5, required=False) == ""
    assert text_field({"name": "\U0001f486é"}, "name", longest=5) == "\U0001f486é"


@pytest.mark.parametrize(
    ("sent", "hops", "address"),
    [
        ("198.51.100.1, 203.0.113.9", 1, "203.0.113.9"),
        ("198.51.100.1, 203.0.113.9, 10.0.0.1", 2, "203.0.113.9"),
        ("203.0.113.9", 2, "127.0.0.1"),
        ("198.51.100.1", 0, "127.0.0.1"),
        ("", 1, "127.0.0.1"),
        (" , ", 1, "127.0.0.1"),
    ],
)
def test_an_address_is_the_balancers_word_and_never_the_guests(sent, hops, address):
    headers, base = {"X-Forwarded-For": sent}, {"REMOTE_ADDR": "127.0.0.1"}
    with APP.test_request_context(headers=headers, environ_base=base):
        assert client_address(request, hops=hops) == address


@pytest.mark.parametrize(
    ("sent", "counted"),
    [
        ("203.0.113.9", "203.0.113.9"),
        ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("2001:0DB8:1:2:ffff:ffff:ffff:ffff", "2001:db8:1:2::/64"),
        ("2001:db8:1:3::9", "2001:db8:1:3::/64"),
        ("::ffff:203.0.113.9", "203.0.113.9"),
        ("fe80::1%eth0", "fe80::/64"),
        ("unknown", "unknown"),
    ],
)
def test_who_changes_the_address_within_a_network_is_counted_as_one(sent, counted):
    with APP.test_request_context(headers={"X-Forwarded-For": f"{sent}, 10.0.0.1"}):
        assert client_address(request, hops=2) == sent
        assert counted_address(request, hops=2) == counted


@pytest.mark.parametrize(
    ("error", "status"),
    [
        (BadInput("text", "must be a text"), 400),
        (InvalidSignature(""), 400),
        (UnknownSession(""), 401),
        (NotAllowed(""), 403),
        (NotFound(""), 404),
        (SlotTaken(""), 409),
        (HoldEnded(""), 410),
        (TooLarge("9 bytes"), 413),
        (TooMany(7), 429),
        (VendorUnavailable("stripe", "secret detail"), 503),
        (VendorRefused("stripe", "secret detail"), 409),
        (ZeroDivisionError("secret detail"), 500),
    ],
)
def test_each_error_has_its_status_and_tells_nothing_of_our_trouble(error, status):
    answer = raising(error)
    body = answer.get_json()
    assert answer.status_code == status
    assert "secret detail" not in json.dumps(body)
    assert body["code"] == (error.code if isinstance(error, CoreSyncError) else "INTERNAL")
    assert (body.get("field"), answer.headers.get("Retry-After")) == (
        "text" if status == 400 and isinstance(error, BadInput) else None,
        "7" if status == 429 else None,
    )


def test_every_answer_is_private_and_plain():
    def endpoint(_):
        return {"ok": True}

    with APP.test_request_context():
        headers = json_endpoint(endpoint)(request).headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]

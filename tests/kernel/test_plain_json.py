"""JSON from outside: what is odd in it is refused where it comes in, by the name of its field."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shared_lib.kernel.errors import BadInput
from shared_lib.kernel.plain_json import DEEPEST, read_plain_json

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=8)
VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | TEXTS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXTS, inner, max_size=3),
    max_leaves=8,
)


@given(VALUES)
def test_what_json_can_say_is_read_as_it_was_said(value):
    assert read_plain_json(json.dumps(value)) == value


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(body):
    try:
        value = read_plain_json(body)
    except BadInput:
        return
    assert read_plain_json(json.dumps(value)) == value


@pytest.mark.parametrize(
    ("body", "field"),
    [
        (b'{"text": "a\\u0000b"}', "text"),
        (b'{"text": "\\ud800"}', "text"),
        (b'{"a": {"b": ["fine", ["\\udfff"]]}}', "b"),
        (b'{"a\\u0000": 1}', "body"),
        (b'["\\ud83d"]', "body"),
        (b"[" * 100 + b"]" * 100, "body"),
        (b'{"a":' * 100 + b"1" + b"}" * 100, "body"),
        (b"[" * 100_000, "body"),
        (b"1" * 5000, "body"),
        (b"NaN", "body"),
        (b'{"n": Infinity}', "body"),
        (b"", "body"),
        (b"\xff", "body"),
    ],
)
def test_what_is_odd_names_its_field(body, field):
    with pytest.raises(BadInput) as refused:
        read_plain_json(body)
    assert refused.value.field == field


def test_what_lies_as_deep_as_a_vendor_would_put_it_is_read():
    deep = "[" * (DEEPEST - 2) + "]" * (DEEPEST - 2)
    assert read_plain_json(deep) == json.loads(deep)


def test_a_whole_pair_of_surrogates_is_a_letter():
    assert read_plain_json(b'"\\ud83d\\ude00"') == "\N{GRINNING FACE}"

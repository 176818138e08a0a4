"""Every sentence for the ear: nothing in it that a voice stumbles over."""

import re
import string
import tomllib
from pathlib import Path

import pytest

from shared_lib.agent import replies
from shared_lib.agent.phone.sentences import say
from shared_lib.availability.rejections import RejectionCode

SENTENCES = tomllib.loads((Path(replies.__file__).parent / "en-phone.toml").read_text())
OF_A_SEARCH = (
    "PAST TOO_SOON OUTSIDE_HORIZON CLOSED NOBODY_FOR_IT NOT_THEIR_WORK AWAY BUSY NOBODY_ON_DUTY TAKEN NOT_TOGETHER"
)


@pytest.mark.parametrize("key", SENTENCES)
def test_a_sentence_has_no_marks_and_no_figures(key):
    text = "".join(literal for literal, *_ in string.Formatter().parse(SENTENCES[key]))
    assert not re.search(r"[0-9*_#<>|\\`\[\]()/&\n]", text)


@pytest.mark.parametrize("key", SENTENCES)
def test_nothing_that_is_only_held_is_called_booked(key):
    assert "booked" not in SENTENCES[key]
    assert "confirmed" not in SENTENCES[key]


def test_there_is_a_sentence_for_every_reason_that_a_search_gives():
    assert {f"why_{RejectionCode(why)}" for why in OF_A_SEARCH.split()} <= SENTENCES.keys()


def test_a_reason_that_nobody_foresaw_is_a_sentence_too():
    assert say("why", "HAUNTED", treatment="Swedish Massage") == SENTENCES["why"]


def test_a_variant_stands_in_where_there_is_one():
    assert say("bad", "email") == SENTENCES["bad_email"]
    assert say("bad", "callId") == SENTENCES["bad"]


def test_names_with_a_sign_are_spoken():
    assert "Trim and Shape" in say("why_NOBODY_FOR_IT", treatment="Beard Trim & Shape")

"""What guests of the spa say, by kind of difficulty, each with what it means on a Wednesday at ten in the morning."""

import re
from collections import Counter

import pytest

from tests.score.own import NOW, plain, sentences

__all__ = ["NOW", "plain"]
SENTENCES = sentences()


@pytest.mark.parametrize("row", SENTENCES, ids=[f"{row.kind}: {row.say}" for row in SENTENCES])
def test_a_sentence_means_what_the_guest_meant(row):
    assert row.got == row.means


def test_no_sentence_is_there_twice():
    said = Counter((_letters(row.say), row.asked, row.now, row.system) for row in SENTENCES)
    assert not [text for text, times in said.items() if times > 1]


def _letters(text):
    """Return the letters and digits alone: other marks and capitals make no other sentence."""
    return " ".join(re.findall(r"[^\W_]+", text.lower()))

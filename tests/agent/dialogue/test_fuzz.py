"""Guests who say anything at all: no turn fails, none is too long, nothing is called booked that is not.

1,500 turns in each run of the suite, the same ones each time; 20,000 others with PROOF=full.
"""

import random
import secrets
from dataclasses import dataclass
from uuid import UUID

import pytest

from shared_lib.bookings.lifecycle import Status
from tests.agent.dialogue.house import Guest, House
from tests.availability.properties.sizes import EFFORT, rounds
from tests.score import fuzz, own
from tests.score.checks import LONGEST, says_booked
from tests.score.tasks import tasks

TURNS = rounds(1_500, whole=20_000)
TALK = 25
"""Turns of one conversation, after which another guest comes to another house."""
TOLD = ("Ann Lee", "Ольга Шевченко", "דנה", "ann.lee@example.com", "my mail is ann@example", "4242 4242 4242 4242")


@dataclass
class Turn:
    """What was said after what, the texts of the answer or how it failed, whether the visit was paid by then."""

    said: str
    before: str
    texts: tuple[str, ...] = ()
    failed: str = ""
    paid: bool = False


class Words:
    """What guests may say: lines of tasks, sentences of five languages, their words, contacts, strings of all sorts."""

    def __init__(self, seed):
        self.chance = random.Random(seed)
        self.lines = [line for task in tasks() for each in task.lines for line in each.say]
        self.lines += [row.say for lang in own.languages() for row in own.sentences(lang)]
        self.words = sorted({word for line in self.lines for word in line.split()})
        self.strings = [text for text, _ in fuzz.strings(TURNS // 10, seed)]

    def some(self):
        """Return something to say."""
        makes = (
            lambda: self.chance.choice(self.lines),
            lambda: " ".join(self.chance.choices(self.words, k=self.chance.randint(1, 14))),
            lambda: ", ".join(self.chance.choices(self.lines, k=2)),
            lambda: self.chance.choice(TOLD),
            lambda: self.chance.choice(self.strings),
        )
        return self.chance.choice(makes)()[:2000]


@pytest.fixture(scope="module")
def turns():
    words = Words(secrets.randbits(32) if EFFORT == "full" else 11)
    return [turn for _ in range(TURNS // TALK) for turn in conversation(words)]


def conversation(words):
    """Yield the turns of one guest; each has a house for itself."""
    house = House()
    house.attempts_left = TURNS
    guest = Guest(house)
    for _ in range(TALK):
        yield turn(words, guest)
        booking = guest.booking
        if booking is not None and booking.status == Status.HELD and words.chance.random() < 0.1:
            house.pay(booking)
        house.later(seconds=words.chance.choice((5, 5, 5, 90, 700)))


def turn(words, guest):
    """Press a button or say something; a guest whose turn fails goes on after it."""
    presses = guest.buttons and words.chance.random() < 0.4
    said = words.chance.choice(sorted(guest.buttons)) if presses else words.some()
    this = Turn(said, "\n".join(reply.text for reply in guest.replies))
    try:
        guest.chooses(said) if presses else guest.says(said)
    except Exception as error:  # noqa: BLE001 -- whatever it is, the guest has no answer
        this.failed = repr(error)
        return this
    this.texts = tuple(reply.text for reply in guest.replies)
    visits = [guest.house.get(UUID(one)) for one in (guest.state.booking_id, *guest.state.visits) if one]
    this.paid = any(visit.status == Status.CONFIRMED for visit in visits)
    return this


@pytest.mark.proof
def test_every_sentence_has_an_answer(turns):
    assert [turn for turn in turns if turn.failed or not any(text.strip() for text in turn.texts)] == []
    assert any(turn.paid for turn in turns)


@pytest.mark.proof
def test_no_reply_is_too_long(turns):
    assert [turn for turn in turns if any(len(text) > LONGEST for text in turn.texts)] == []


@pytest.mark.proof
def test_nothing_is_called_booked_that_is_not(turns):
    assert [turn for turn in turns if not turn.paid and any(map(says_booked, turn.texts))] == []


@pytest.mark.proof
def test_nobody_hears_the_same_twice_in_a_row(turns):
    assert [turn for turn in turns if turn.texts and "\n".join(turn.texts) == turn.before] == []

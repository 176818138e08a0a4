"""Somebody who asks the demo spa something, with or without a visit that is spoken of."""

import dataclasses
import json
from pathlib import Path

from shared_lib.agent.dialogue.answers import Topic, answers
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.sentence import hear
from tests.agent.dialogue.house import BOOK, Guest, House

HERE = Path(__file__).parent


class Asker:
    """Asks a house whose price book may differ from the demo spa's."""

    def __init__(self, house=None, lang="en", **changes):
        self.house, self.lang = house or House(), lang
        self.book = dataclasses.replace(BOOK, **changes)

    def asks(self, text, **topic):
        """Return the replies to a sentence."""
        services = self.house.services()
        services.book = self.book
        services.speak(self.lang, {})
        return answers(hear(text, DialogueState(), services), Topic(**topic), services)

    def hears(self, text, **topic):
        """Return what is said to a sentence."""
        return "\n".join(reply.text for reply in self.asks(text, **topic))


def held(house, *lines):
    """Return the booking that a guest holds after saying this."""
    guest = Guest(house)
    guest.says(*lines)
    return guest.booking


def sentences(name):
    """Yield the rows of a file beside this one."""
    for line in (HERE / name).read_text(encoding="utf-8").splitlines():
        yield json.loads(line)

"""The voice of the phone: the same answers as the chat's, in words that can be read aloud."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from typing_extensions import override

from shared_lib.agent.phone import speech
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.replies.voice import Voice
from shared_lib.kernel.locales import ENGLISH
from shared_lib.kernel.spa import Spa


class SpokenVoice(Voice):
    """English for the ear: every figure is a word, and a list is one sentence."""

    def __init__(self, spa: Spa, *, now: datetime) -> None:
        super().__init__(ENGLISH, spa=spa, now=now)

    @override
    def say(self, key: str, /, **facts: object) -> str:
        spoken = {name: _spoken(fact) for name, fact in facts.items()}
        phone = {"phone": speech.say_phone(str(facts["phone"]))} if "phone" in facts else {}
        return say(key, **spoken | phone)

    @override
    def money(self, cents: int) -> str:
        return speech.say_money(cents)

    @override
    def minutes(self, n: int) -> str:
        return f"{speech.number(n)} minutes"

    @override
    def from_to(self, first: object, last: object) -> str:
        return f"{_spoken(first)} to {_spoken(last)}"

    @override
    def all_of(self, names: Sequence[str]) -> str:
        return speech.all_of(names)

    @override
    def one_of(self, names: Sequence[str]) -> str:
        return speech.one_of(names)

    @override
    def listed(self, lines: Iterable[str]) -> str:
        """Return prices in one sentence, and after it what is a sentence already."""
        lines = list(filter(None, lines))
        sentences = [line for line in lines if line.endswith(".")]
        parts = [line for line in lines if not line.endswith(".")]
        if not parts:
            return " ".join(sentences)
        told = say("answer_listed", "each" if len(parts) > 1 else "", lines=speech.all_of(parts))
        return " ".join([told[:1].upper() + told[1:], *sentences])


def _spoken(fact: object) -> object:
    if isinstance(fact, int):
        return speech.number(fact)
    return speech.say_figures(fact) if isinstance(fact, str) else fact

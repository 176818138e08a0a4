"""A sentence that asks, beside what the conversation is about: what is meant, and who answers."""

import dataclasses
from collections.abc import Iterable
from functools import cached_property

from shared_lib.agent.dialogue.answer import Button, Reply
from shared_lib.agent.dialogue.answers.sources import AnswerSources
from shared_lib.agent.dialogue.answers.topic import Topic
from shared_lib.agent.dialogue.answers.voice import voice_of
from shared_lib.agent.dialogue.sentence import Sentence
from shared_lib.agent.language import understand
from shared_lib.agent.language.topics import FUNCTIONS, HOUSE, KINDS, Clause, about, clauses_of, compared
from shared_lib.agent.replies.voice import Voice
from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import WAITING, Status
from shared_lib.pricing.price_book import NON_MEMBER, AddOn, PriceBook, Tier, Treatment

LONGEST = 460
"""Letters of what is told of things; a reply stays below 600 with what stands around it."""


@dataclasses.dataclass(frozen=True)
class Inquiry:
    """What was said, in clauses, and everything that an answer may look up."""

    said: Sentence
    topic: Topic
    services: AnswerSources

    @property
    def book(self) -> PriceBook:
        """Return the price book in force."""
        return self.services.book

    @property
    def lang(self) -> str:
        """Return the guest's language."""
        return self.said.meaning.lang

    @cached_property
    def voice(self) -> Voice:
        """The voice that speaks to this guest."""
        return voice_of(self.services)

    @cached_property
    def clauses(self) -> tuple[Clause, ...]:
        """The clauses of the sentence."""
        names = (*self.book.names, *(tier.name for tier in self.book.tiers))
        return clauses_of(self.said.text, self.lang, names)

    @cached_property
    def concepts(self) -> frozenset[str]:
        """What the whole sentence is about."""
        return frozenset().union(*(clause.concepts for clause in self.clauses))

    @cached_property
    def only_questions(self) -> bool:
        """Whether several things are asked of the house, and each part of the sentence asks one."""
        about = (FUNCTIONS | HOUSE) - {"asks", "joins"}
        return len(self.clauses) > 1 and all(clause.asks and clause.concepts & about for clause in self.clauses)

    @property
    def wishes(self) -> bool:
        """Return whether the sentence asks for a visit: its people and things are part of that wish."""
        meaning = self.said.meaning
        if self.only_questions and (meaning.when is None or meaning.when.time is None):
            return False
        if meaning.when is not None and (meaning.when.time is not None or "book" in meaning.intents):
            return True
        return "book" in meaning.intents and len(meaning.treatments) == 1 and not self.said.asks

    @cached_property
    def named(self) -> tuple[Treatment, ...]:
        """The treatments that were named, by themselves or by their kind."""
        names = {name for wish in self.said.meaning.wishes for name in wish} | set(self.said.meaning.treatments)
        if "difference" in self.concepts and len(names) == 1:
            names |= self._compared
        own = {name for clause in self.clauses for name in clause.named}
        kinds = self._of_a_kind if len(names) != 1 and not own & names else ()
        return tuple(row for row in self.book.treatments if row.name in names or row in kinds)

    @property
    def _compared(self) -> set[str]:
        """Return the treatments that are named in parts of the sentence, each by itself."""
        services = self.services
        heard = (
            understand(part, now=services.wall_now, lang=self.lang, vocabulary=services.vocabulary).treatments
            for part in compared(self.said.text, self.lang)
        )
        return {names[0] for names in heard if len(names) == 1}

    @property
    def _of_a_kind(self) -> tuple[Treatment, ...]:
        kinds = self.concepts & KINDS
        return tuple(row for row in self.book.treatments if kinds & kinds_of(row))

    @cached_property
    def treatments(self) -> tuple[Treatment, ...]:
        """The treatments that are meant: those that were named, else those that the conversation is about."""
        return self.named or tuple(row for row in self.book.treatments if row.id in self.topic.treatments)

    @cached_property
    def add_ons(self) -> tuple[AddOn, ...]:
        """The add-ons that were named."""
        names = {name for clause in self.clauses for name in clause.named} | set(self.said.meaning.add_ons)
        return tuple(row for row in self.book.add_ons if row.name in names)

    @cached_property
    def tiers(self) -> tuple[Tier, ...]:
        """The tiers that were named, whoever is no member too."""
        names = {name for clause in self.clauses for name in clause.named}
        return tuple(tier for tier in self.book.tiers if tier.name in names)

    @cached_property
    def memberships(self) -> tuple[Tier, ...]:
        """The tiers that are paid for by the month."""
        return tuple(tier for tier in self.book.tiers if tier.name != NON_MEMBER)

    @property
    def open_booking(self) -> Booking | None:
        """Return the booking that is spoken of, where nobody has paid for it yet."""
        booking = self.topic.booking
        return booking if booking and booking.status in WAITING else None

    @property
    def confirmed_booking(self) -> Booking | None:
        """Return the booking that is spoken of, where it stands."""
        booking = self.topic.booking
        return booking if booking and booking.status == Status.CONFIRMED else None

    def say(self, key: str, /, **facts: object) -> Reply:
        """Return an answer with its facts."""
        return Reply(self.voice.say(key, **facts))

    def lines(self, *versions: Iterable[str]) -> str:
        """Return lines that fit into one reply: the first version that does, else as many of the last as do."""
        written = [self.voice.listed(lines) for lines in versions]
        return next((text for text in written if len(text) <= LONGEST), cut(written[-1]))

    def buttons(self, rows: Iterable[Treatment]) -> tuple[Button, ...]:
        """Return a button for each treatment."""
        return tuple(Button(f"treatment:{row.id}", row.name) for row in rows)


def kinds_of(row: Treatment) -> frozenset[str]:
    """Return the kinds of treatment that one is, by its name and its tab."""
    return about(f"{row.name} {row.category.replace('_', ' ')}", "en") & KINDS


def cut(text: str) -> str:
    """Return as many whole lines of a text as fit into one reply, of a single line as many words."""
    if len(text) <= LONGEST:
        return text
    whole = text[:LONGEST]
    return whole[: max(whole.rfind("\n"), whole.rfind(" ") if "\n" not in whole else -1)]

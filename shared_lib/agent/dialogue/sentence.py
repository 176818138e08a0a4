"""A guest's sentence with what it means here, after what we asked."""

import dataclasses
from datetime import datetime, time, timedelta
from functools import partial

from shared_lib.agent import language
from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.times import exactly
from shared_lib.agent.dialogue.weekdays import nearest
from shared_lib.agent.language import Meaning, When
from shared_lib.agent.language.bare_hour import bare_hour
from shared_lib.agent.language.language_detection import language_of
from shared_lib.agent.language.tongues import OTHER, tongue_in
from shared_lib.agent.language.written_email import the_address, without_addresses, written_in

ASKED = {
    "day": "date",
    "confirm_cancel": "cancel_confirm",
    "confirm_move": "confirm",
    "confirm_add": "confirm",
    "confirm_take_out": "confirm",
}
"""Our questions in the words of the language, where they differ."""
NOTHING_OF_OURS = "oos"
ASKING = frozenset({"ask_price", "ask_hours", "ask_duration", "ask_info", "booking_status"})
"""What is asked of the house."""
HALF = 12
EARLIEST = 10
"""The first bare hour that is one of the morning; smaller ones are hours of the afternoon."""
SHIFTS = frozenset({"earlier", "later"})


@dataclasses.dataclass(frozen=True, slots=True)
class Sentence:
    """What was said, what it means, and what kinds of thing it is."""

    text: str
    meaning: Meaning
    address_in_doubt: bool = False
    """Whether an address was typed that could not be read for sure, and has to be asked for."""
    answered: tuple[str, ...] = ()
    """The kinds of questions in it that were answered already."""

    @property
    def intents(self) -> frozenset[str]:
        """Return what the guest is after."""
        return frozenset(self.meaning.intents)

    def shows(self, cue: str) -> bool:
        """Return whether the language hears a cue or a sign in it, by its name."""
        return cue in self.meaning.cues or cue in self.meaning.signs

    @property
    def tongue(self) -> str | None:
        """Return the language that we are asked to speak."""
        return tongue_in(self.text)

    @property
    def lang(self) -> str:
        """Return the language to answer in: the one that is asked for, else the one that it is written in."""
        return self.tongue if self.tongue not in {None, OTHER} else self.meaning.lang

    @property
    def asks(self) -> bool:
        """Return whether it is put as a question: `is 4 possible?` is no order to move."""
        return self.text.rstrip().endswith("?") or self.shows("puts_question")

    @property
    def lets_go(self) -> bool:
        """Return whether the guest drops the matter; nobody does who tells their name in the same breath."""
        return self.speaks_of_letting_go and not self.names_guest

    @property
    def speaks_of_letting_go(self) -> bool:
        """Return whether words of letting go are in it, whatever they are about."""
        return self.shows("lets_go") or "stop" in self.intents

    @property
    def cancels(self) -> bool:
        """Return whether the guest cancels, and not an add-on alone; beside a name only the word itself is believed."""
        named = self.names_guest and not self.shows("says_cancel")
        return "cancel" in self.intents and not (named or self.shows("only_add_on"))

    @property
    def keeps(self) -> bool:
        """Return whether the guest rules out that something is let go: `please don't cancel it`."""
        return self.shows("keeps_it")

    @property
    def names_guest(self) -> bool:
        """Return whether the guest tells who they are."""
        return bool(self.meaning.name or self.meaning.email or self.meaning.introduced)

    @property
    def waits(self) -> bool:
        """Return whether a yes hangs on somebody or something else: `as soon as my wife says yes`."""
        return self.shows("waits")

    @property
    def has_digits(self) -> bool:
        """Return whether figures were said."""
        return any(sign.isdecimal() for sign in self.text)

    @property
    def asks_house(self) -> bool:
        """Return whether something is asked of the house."""
        return bool(self.answered) or bool(self.intents & ASKING)

    @property
    def is_about_policy(self) -> bool:
        """Return whether cancelling is asked about, not asked for: `what if I cancel?`."""
        return self.asks and (self.shows("policy_question") or self.shows("cancellation_price"))

    @property
    def any_day(self) -> bool:
        """Return whether any day will do, the sooner the better."""
        return self.meaning.when is None and self.shows("any_day")

    @property
    def about_paying(self) -> bool:
        """Return whether it speaks of the payment."""
        return self.shows("paying")

    @property
    def direction(self) -> str:
        """Return `earlier` or `later` where other times were asked for by that."""
        for end in ("earliest", "latest"):
            if self.shows(end) or (self.meaning.choice and self.meaning.choice.by == end):
                return end
        if self.shows("later"):
            return "later"
        return "earlier" if self.shows("earlier") else ""

    @property
    def wants_other_times(self) -> bool:
        """Return whether other times of the same day are asked for."""
        return self.shows("other_times") or bool(self.direction)

    def names_technician(self, guest: str) -> bool:
        """Return whether a technician was named who is not the guest under the same first name."""
        technician = self.meaning.technician
        if technician is None or not guest:
            return technician is not None
        return technician in self.meaning.technicians_beside or technician.lower() not in guest.lower().split()


def hear(text: str, state: DialogueState, services: DialogueServices) -> Sentence:
    """Return what a sentence means; a typed address is taken as it stands, and no other meaning is read into it."""
    written = written_in(text)
    if not written:
        return Sentence(text, _meaning(text, state, services))
    address, text = the_address(written), without_addresses(text, written)
    meaning = dataclasses.replace(_meaning(text, state, services), email=address)
    return Sentence(text, meaning, address_in_doubt=address is None)


def _meaning(text: str, state: DialogueState, services: DialogueServices) -> Meaning:
    """Return what a sentence means as an answer to what we asked; if it is none, what it means by itself."""
    asked = state.asked
    name = ASKED.get(asked or "", asked)
    lang = language_of(text, state.lang, name)
    understand = partial(language.understand, lang=lang)
    meaning = understand(text, now=services.wall_now, asked=name, vocabulary=services.vocabulary)
    if "hours_alone" in meaning.cues:
        alone = understand(text, now=services.wall_now)
        return dataclasses.replace(alone, intents=("ask_hours",), name=None, when=None)
    if asked and set(meaning.intents) <= {NOTHING_OF_OURS}:
        alone = understand(text, now=services.wall_now, vocabulary=services.vocabulary)
        when = meaning.when if meaning.name else meaning.when or alone.when
        intents = (
            alone.intents if asked != "slot" else tuple(each for each in alone.intents if each != "booking_status")
        )
        meaning = dataclasses.replace(meaning, intents=intents or meaning.intents, when=when)
    elif asked and text.rstrip().endswith("?") and not ASKING.intersection(meaning.intents):
        alone = understand(text, now=services.wall_now, vocabulary=services.vocabulary)
        also = tuple(intent for intent in alone.intents if intent in ASKING)
        meaning = dataclasses.replace(meaning, intents=(*meaning.intents, *also))
    if asked and "opening_hours" in meaning.cues and not meaning.items:
        meaning = _with_hours(meaning, understand(text, now=services.wall_now, vocabulary=services.vocabulary))
    if meaning.when is not None:
        when = nearest(meaning.when, meaning.cues, known=state.when, services=services)
        meaning = dataclasses.replace(meaning, when=when)
    if asked == "slot" and (hour := bare_hour(text, lang)):
        meaning = _hour_or_place(meaning, hour, state, services)
    return _shifted(_whoever(meaning, state), state, services)


def any_time(meaning: Meaning, state: DialogueState) -> bool:
    """Tell whether `any of them` is said of the times on the table, and not of who is there."""
    return meaning.choice is not None and len(state.offered) > 1


def _whoever(meaning: Meaning, state: DialogueState) -> Meaning:
    """Hear in `anyone` that nobody certain is wished for any more."""
    told = "whoever" in meaning.cues or ("no_preference" in meaning.signs and not any_time(meaning, state))
    wished = any(item.technicians for item in state.items)
    return dataclasses.replace(meaning, anyone=True) if told and wished and state.asked == "slot" else meaning


def _shifted(meaning: Meaning, state: DialogueState, services: DialogueServices) -> Meaning:
    """Read `an hour later` from the time that is spoken of: the one proposed, else that of the visit."""
    base, shift = _spoken_of(state, services), _shift_of(meaning)
    if base is None or shift is None or meaning.when is not None or meaning.treatments:
        return meaning
    when = exactly(base + shift, services.spa.tz)
    signs, cues = meaning.signs - SHIFTS, meaning.cues - SHIFTS
    return dataclasses.replace(meaning, when=when, minutes=None, choice=None, signs=signs, cues=cues)


def _spoken_of(state: DialogueState, services: DialogueServices) -> datetime | None:
    if state.proposed and state.offered:
        return state.offered[0].starts_at
    booking_id = state.booking_id or (state.visits[-1] if state.visits else None)
    return services.booking(booking_id).starts_at if booking_id else None


def _shift_of(meaning: Meaning) -> timedelta | None:
    """Return by how much later, or earlier below zero."""
    if meaning.shift is not None or meaning.minutes is None:
        return meaning.shift
    minutes = timedelta(minutes=meaning.minutes)
    by = meaning.choice.by if meaning.choice else ""
    return {"later": minutes, "earlier": -minutes}.get(by or "")


def _with_hours(meaning: Meaning, alone: Meaning) -> Meaning:
    """Hear a question for our hours as one: whatever we asked, its day is no answer and no wish."""
    if "ask_hours" not in alone.intents:
        return meaning
    return dataclasses.replace(meaning, intents=alone.intents, when=alone.when, choice=None)


def _lies_between(hour: int, state: DialogueState, services: DialogueServices) -> bool:
    """Return whether an hour lies between the times on the table, which are all of one day."""
    walls = [services.spa.wall(offer.starts_at) for offer in state.offered]
    return len({wall.date() for wall in walls}) == 1 and min(walls).hour < hour < max(walls).hour


def _hour_or_place(meaning: Meaning, number: int, state: DialogueState, services: DialogueServices) -> Meaning:
    """Read a bare number as the hour of an offered time, else as a place in the list, else as an hour.

    Where one time was proposed in words, there is no list that it could be a place in.
    """
    hours = {services.spa.wall(offer.starts_at).hour % HALF for offer in state.offered}
    hour = number if number >= EARLIEST else number + HALF
    an_hour = number % HALF in hours or state.proposed or _lies_between(hour, state, services)
    if number <= len(state.offered) and not an_hour:
        return meaning
    return dataclasses.replace(meaning, choice=None, when=When(time=time(hour % (2 * HALF)), either_half=True))

"""Who comes: a name and an address, whenever they are said, and checked before they are believed."""

from datetime import datetime
from difflib import SequenceMatcher

from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.language import Meaning, Vocabulary, understand
from shared_lib.agent.language.language_detection import ENGLISH
from shared_lib.agent.language.written_name import written_as_name
from shared_lib.bookings.contact import Contact
from shared_lib.kernel.email_address import parse_email
from shared_lib.kernel.personal_name import called
from shared_lib.kernel.phone_number import parse_phone

LONGEST_NAME = 80
FOR = "For {}"
"""How the team reads who comes, among the requests of a visit."""
ALIKE = 0.6
"""From which likeness on another name is the same one, spelt right."""
ANSWERS = frozenset({"affirm", "deny", "thanks", "goodbye", "greet", "unsure", "cancel", "stop", "handoff", "repeat"})
"""What a word alone says that is no name."""


def contact_of(state: DialogueState) -> Contact | None:
    """Return who comes, once a name is known and an address, or a telephone for a guest without one."""
    if not state.name or not (state.email or state.phone):
        return None
    notes = "; ".join(filter(None, [FOR.format(called(state.visitor)) if state.visitor else "", state.notes]))
    return Contact(state.name, state.email, state.phone, notes)


def known_contact(state: DialogueState) -> Contact | None:
    """Return what is known of how to reach the guest, None where that is nothing."""
    if not (state.email or state.phone):
        return None
    return Contact(state.name, state.email, state.phone)


def first_name(state: DialogueState) -> str:
    """Return what the guest is called."""
    return called(state.name)


def fill_email(state: DialogueState, meaning: Meaning) -> bool:
    """Note an address that could be one; return whether that is news."""
    email = parse_email((meaning.email or "").strip("."))
    if email is None or email == state.email:
        return False
    state.email = email
    return True


def fill_phone(state: DialogueState, meaning: Meaning) -> bool:
    """Note a telephone; return whether that is news."""
    phone = parse_phone(meaning.phone) if meaning.phone else None
    if phone is None or phone == state.phone:
        return False
    state.phone = phone
    return True


def fill_name(state: DialogueState, name: str) -> bool:
    """Note a name; return whether that is news."""
    name = _cut(" ".join(name.split()))
    if not any(letter.isalpha() for letter in name) or name == state.name:
        return False
    state.name = name
    return True


def note_visitor(state: DialogueState, name: str, other: str) -> None:
    """Note who comes where the one who is written to tells a name of their own: beside the other, or after it."""
    if other and name and name != other:
        state.visitor = _cut(other)
    elif name and state.name and not _alike(name, state.name):
        state.visitor = state.name


def _alike(name: str, before: str) -> bool:
    first, earlier = called(name).lower(), called(before).lower()
    return SequenceMatcher(None, first, earlier).ratio() >= ALIKE or name.lower() in before.lower()


def _cut(name: str) -> str:
    """Return a name within its bound, cut between two words where it has several."""
    if len(name) <= LONGEST_NAME:
        return name
    whole, _, _ = name[: LONGEST_NAME + 1].rpartition(" ")
    return whole or name[:LONGEST_NAME]


def name_in(text: str, meaning: Meaning, *, asked: bool, unknown: bool, now: datetime, vocabulary: Vocabulary) -> str:
    """Return the name that a sentence gives, "" if none: a day or a treatment is no name, even where one was asked."""
    beside = meaning.beside_email if meaning.email and (asked or unknown) else None
    name = meaning.name or beside
    if not name or "?" in text:
        return ""
    if meaning.lang == ENGLISH or not asked:
        return name
    alone = understand(name, now=now, vocabulary=vocabulary)
    a_day = alone.when and not alone.when.end_date and not (alone.when.date is None and name[:1].isupper())
    means_more = alone.treatments or alone.gender or alone.anyone or ANSWERS.intersection(alone.intents)
    return "" if (a_day or means_more) and not written_as_name(name, meaning.lang) else name

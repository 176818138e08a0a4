"""Who comes: a name and an address, whenever they are said, and checked before they are believed."""

import re
from datetime import datetime

from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.language import Meaning, Vocabulary, understand
from shared_lib.bookings.contact import Contact
from shared_lib.kernel.email_address import parse_email

LONGEST_NAME = 80
A_FULL_NAME = 2
ANSWERS = frozenset({"affirm", "deny", "thanks", "goodbye", "greet", "unsure", "cancel", "stop", "handoff", "repeat"})
"""What a word alone says that is no name."""
NO_NAME = re.compile(
    r"(i|i'\w+|it'?s|why|what|who|none|nobody|as|asap|any|now|soon|maybe|whenever|later)\b(?!\.)", re.IGNORECASE
)
"""How sentences begin that are no names."""
OF_MAIL = frozenset({"email", "e-mail", "mail", "address", "my"})

BEFORE_AN_EMAIL = re.compile(
    r"([^\W\d_][^\W\d_'.-]*(?:[ '-][^\W\d_][^\W\d_'.-]*){0,3})[\s,;:(<-]{1,4}[\w.+%'-]{1,64}@", re.UNICODE
)
"""Up to four words right before an address: `for Anna Berg, anna@example.com`."""

INTRODUCED = re.compile(
    r"(?i:\b(?:my name is|my name['\u2019]s|the name is)|^\s*(?:mr|mrs|ms|miss|dr)\b\.?)\s+"
    r"([^\W\d_][\w.-]*(?:['\u2019][^\W\d_]+)?(?: [A-Z][\w'\u2019.-]*){0,3})"
)
"""A name that is said to be one, whatever else its words may mean: `Mr. Stop`."""


def introduced(text: str) -> str:
    """Return the name that a guest gives in so many words, "" if none."""
    found = INTRODUCED.search(text)
    return found[1].rstrip(".'\u2019-") if found and not NO_NAME.match(found[1]) else ""


def contact_of(state: DialogueState) -> Contact | None:
    """Return who comes, once both a name and an address are known."""
    return Contact(state.name, state.email) if state.name and state.email else None


def first_name(state: DialogueState) -> str:
    """Return what the guest is called."""
    return state.name.split()[0] if state.name else ""


def fill_email(state: DialogueState, meaning: Meaning) -> bool:
    """Note an address that could be one; return whether that is news."""
    email = parse_email((meaning.email or "").strip("."))
    if email is None or email == state.email:
        return False
    state.email = email
    return True


def fill_name(state: DialogueState, name: str) -> bool:
    """Note a name; return whether that is news."""
    name = _cut(" ".join(name.split()))
    if not any(letter.isalpha() for letter in name) or name == state.name:
        return False
    state.name = name
    return True


def _cut(name: str) -> str:
    """Return a name within its bound, cut between two words where it has several."""
    if len(name) <= LONGEST_NAME:
        return name
    whole, _, _ = name[: LONGEST_NAME + 1].rpartition(" ")
    return whole or name[:LONGEST_NAME]


def name_in(text: str, meaning: Meaning, *, asked: bool, unknown: bool, now: datetime, vocabulary: Vocabulary) -> str:
    """Return the name that a sentence gives, "" if none: a day or a treatment is no name, even where one was asked."""
    beside = _beside_an_email(text) if meaning.email and (asked or unknown) else ""
    name = meaning.name or beside
    if not name or "?" in text or NO_NAME.match(name):
        return ""
    alone = understand(name, now=now, vocabulary=vocabulary) if asked else Meaning()
    a_day = alone.when and not alone.when.end_date
    means_more = alone.treatments or alone.gender or alone.anyone or ANSWERS.intersection(alone.intents)
    return "" if a_day or means_more else name


def _beside_an_email(text: str) -> str:
    """Return the words before an address that are written like a name."""
    found = BEFORE_AN_EMAIL.search(text)
    words = found[1].split() if found else []
    while words and not words[0][0].isupper():
        words.pop(0)
    written = len(words) >= A_FULL_NAME and all(word[0].isupper() for word in words)
    return " ".join(words) if written and not OF_MAIL & {word.lower() for word in words} else ""

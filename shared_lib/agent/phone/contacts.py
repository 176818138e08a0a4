"""Who comes, as a voice agent heard it: checked before it is believed."""

import re

from shared_lib.agent.phone.action_calls import PlaceAsked
from shared_lib.bookings.contact import Contact
from shared_lib.kernel.errors import BadInput

PHONE = re.compile(r"\+?[0-9][0-9 ().-]{4,24}")


def contact_of(asked: PlaceAsked, *, caller: str) -> Contact:
    """Return the contact of a booking; raise BadInput. The caller's number is kept where no other was said."""
    from shared_lib.agent.dialogue.contacts import LONGEST_NAME

    name = " ".join(asked.name.split())
    if len(name) > LONGEST_NAME or not any(letter.isalpha() for letter in name):
        raise BadInput("name", "must be a name")
    if asked.phone and not PHONE.fullmatch(asked.phone.strip()):
        raise BadInput("phone", "must be a telephone number")
    shown = caller if PHONE.fullmatch(caller) else ""
    return Contact(name, _email(asked.email), asked.phone.strip() or shown, asked.notes.strip())


def _email(text: str) -> str:
    """Return an address that could be one, typed or spelt out: `anna at example dot com`."""
    from shared_lib.agent.dialogue.contacts import EMAIL, LONGEST_EMAIL

    email = text.strip()
    email = (email if EMAIL.fullmatch(email) else _spelt_out(email)).strip(".").lower()
    if not EMAIL.fullmatch(email) or len(email) > LONGEST_EMAIL or ".." in email:
        raise BadInput("email", "must be an e-mail address")
    return email


def _spelt_out(text: str) -> str:
    """Return the one address in a sentence, "" where there is none or more than one."""
    from shared_lib.agent.language.contact import email_in
    from shared_lib.agent.language.language import language

    if text.count("@") > 1:
        return ""
    english = language("en")
    return email_in(english.items(english.respell(text)), english.spoken_marks, english.spoken_at) or ""

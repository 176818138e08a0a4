"""Who comes, as a voice agent heard it: checked before it is believed."""

from shared_lib.agent.phone.action_calls import AppointmentRequest
from shared_lib.bookings.contact import Contact
from shared_lib.kernel.email_address import parse_email
from shared_lib.kernel.errors import BadInput
from shared_lib.kernel.phone_number import parse_phone


def contact_of(asked: AppointmentRequest, *, caller: str) -> Contact:
    """Return the contact of a booking; raise BadInput. The caller's number is kept where no other was said."""
    from shared_lib.agent.dialogue.contacts import LONGEST_NAME

    name = " ".join(asked.name.split())
    if len(name) > LONGEST_NAME or not any(letter.isalpha() for letter in name):
        raise BadInput("name", "must be a name")
    said = asked.phone.strip()
    phone = parse_phone(said or caller)
    if said and phone is None:
        raise BadInput("phone", "must be a telephone number")
    return Contact(name, _email(asked.email), phone or "", asked.notes.strip())


def _email(text: str) -> str:
    """Return an address exactly as it was typed, or spelt out: `anna at example dot com`; raise BadInput in doubt."""
    from shared_lib.agent.language.spoken_email import spoken_email
    from shared_lib.agent.language.written_email import the_address, written_in

    written = written_in(text)
    email = the_address(written) if written else parse_email(spoken_email(text))
    if email is None:
        raise BadInput("email", "must be an e-mail address")
    return email

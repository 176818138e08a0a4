"""An invitation as an iCalendar file (RFC 5545, 5546); folding and escaping are the library's."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event, vCalAddress
from typing_extensions import override

from shared_lib.notifications.adapters.icalendar.zone import zone_component
from shared_lib.notifications.invitation import REMINDER, Invitation, Method
from shared_lib.notifications.ports import InvitationWriter

PRODUCT = "-//CoreSync//Bookings//EN"
_STATUS = {Method.REQUEST: "CONFIRMED", Method.PUBLISH: "CONFIRMED", Method.CANCEL: "CANCELLED"}


class ICalendarWriter(InvitationWriter):
    """Writes times on the spa's wall clock with the zone's rules beside them."""

    @override
    def write(self, invitation: Invitation, *, stamped: datetime) -> bytes:
        """Return the file; the method stands inside it, as SendGrid allows no parameters on a type."""
        calendar = Calendar()
        calendar.add("prodid", PRODUCT)
        calendar.add("version", "2.0")
        calendar.add("calscale", "GREGORIAN")
        calendar.add("method", invitation.method)
        zone = invitation.begins.tzinfo
        if isinstance(zone, ZoneInfo):
            calendar.add_component(zone_component(zone, around=invitation.begins))
        calendar.add_component(_event(invitation, stamped))
        return bytes(calendar.to_ical())


def _event(invitation: Invitation, stamped: datetime) -> Event:
    event = Event()
    event.add("uid", invitation.uid)
    event.add("sequence", invitation.sequence)
    event.add("dtstamp", stamped.astimezone(UTC).replace(microsecond=0))
    event.add("dtstart", _wall(invitation.begins))
    event.add("dtend", _wall(invitation.ends))
    event.add("summary", invitation.summary)
    event.add("location", invitation.location)
    event.add("description", invitation.description)
    event.add("status", _STATUS[invitation.method])
    event.add("transp", "OPAQUE")
    event.add("organizer", _person(invitation.organizer, invitation.organizer_email))
    if invitation.method is not Method.PUBLISH:  # RFC 5546, 3.2.1: what is published has no attendees
        event.add("attendee", _person(invitation.guest, invitation.guest_email, PARTSTAT="ACCEPTED", RSVP="FALSE"))
    if invitation.method is not Method.CANCEL:
        event.add_component(_reminder(invitation))
    return event


def _wall(instant: datetime) -> datetime:
    """Return the wall clock's time, but UTC in the hour that comes twice: its second coming has no name on a wall."""
    return instant.astimezone(UTC) if instant.fold else instant


def _person(name: str, email: str, **more: str) -> vCalAddress:
    person = vCalAddress(f"mailto:{email}")
    person.params.update({"CN": " ".join(name.replace('"', "'").split()), **more})
    return person


def _reminder(invitation: Invitation) -> Alarm:
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", invitation.summary)
    alarm.add("trigger", -REMINDER)
    return alarm

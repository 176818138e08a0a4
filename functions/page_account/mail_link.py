"""The link in a mail: it opens just its visit, which may be shown, confirmed and moved; more needs a proof."""

from contextlib import suppress
from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.visit_links import is_over, visit_of
from shared_lib.bootstrap import Services
from shared_lib.guests.contact_point import ContactPoint
from shared_lib.kernel.errors import BadInput, NotFound, UnknownSession
from shared_lib.notifications.text import SmsNotOffered
from shared_lib.web.pages import Page

from . import reschedule
from .browser import PendingProof, signed_in
from .proof import read_contact, start_proof
from .visits import calendar_file, say_they_come


class LinkEnded(NotFound):
    """The visit was more than a week ago: its link opens nothing any more."""

    code = "LINK_ENDED"


def routes(deps: Services) -> Blueprint:
    """Return the pages behind a link."""
    pages = Blueprint("mail_link", __name__)

    @pages.get("/visit/<token>")
    def look(token: str) -> Page:
        booking = _booking(token, deps)
        return render_template("visit.html", booking=booking, base=f"/visit/{token}", full=False, pay_link="")

    @pages.post("/visit/<token>/come")
    def come(token: str) -> Page:
        return say_they_come(_booking(token, deps), f"/visit/{token}", deps)

    @pages.get("/visit/<token>/move")
    def move(token: str) -> Page:
        return reschedule.show_times(_booking(token, deps), f"/visit/{token}", deps, full=False)

    @pages.post("/visit/<token>/move")
    def move_now(token: str) -> Page:
        return reschedule.move(_booking(token, deps), f"/visit/{token}", deps, full=False)

    @pages.get("/visit/<token>/visit.ics")
    def calendar(token: str) -> Page:
        return calendar_file(_booking(token, deps), deps)

    @pages.get("/visit/<token>/more")
    def more(token: str) -> Page:
        return _more(_booking(token, deps), token, deps)

    @pages.post("/visit/<token>/more")
    def prove(token: str) -> Page:
        booking = _booking(token, deps)
        point = _point_of(booking, deps)
        return start_proof(PendingProof.begin(point, to=f"/account/visits/{booking.reference}"), deps)

    pages.register_error_handler(LinkEnded, lambda _: (render_template("link_ended.html"), HTTPStatus.GONE))
    return pages


def _booking(token: str, deps: Services) -> Booking:
    booking = deps.bookings.get(visit_of(token, deps.signer))
    if is_over(booking, deps.clock()):
        raise LinkEnded("the visit is long over")
    return booking


def _more(booking: Booking, token: str, deps: Services) -> Page:
    """Lead a guest who is signed in on to the visit in full; ask everybody else for a code."""
    with suppress(UnknownSession, NotFound):
        deps.guest_bookings.find(signed_in(request, deps).guest, booking.reference)
        return redirect(f"/account/visits/{booking.reference}", HTTPStatus.SEE_OTHER)
    return render_template("prove.html", booking=booking, base=f"/visit/{token}", to=_point_of(booking, deps))


def _point_of(booking: Booking, deps: Services) -> ContactPoint:
    """Return where a code for a booking goes: to whoever booked it, whoever holds the link; raise NotFound."""
    contact = booking.contact
    for written in (contact.email, contact.phone) if contact else ():
        with suppress(BadInput, SmsNotOffered):
            return read_contact(written, deps)
    raise NotFound("nobody can be written to about this booking")

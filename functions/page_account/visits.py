"""What a guest has with us: visits to come and past, one of them in full, its calendar entry and its receipt."""

from http import HTTPStatus

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.confirm_attendance import confirm_attendance
from shared_lib.bootstrap import Services
from shared_lib.kernel.errors import NotFound, WrongState
from shared_lib.payments.pay_links import pay_url
from shared_lib.web.pages import Page

from .browser import signed_in
from .query import number

ON_A_PAGE = 20


def routes(deps: Services) -> Blueprint:
    """Return the pages of a guest's visits."""
    pages = Blueprint("visits", __name__)

    @pages.get("/account")
    def overview() -> Page:
        return _overview(deps)

    @pages.get("/account/visits/<reference>")
    def visit(reference: str) -> Page:
        booking = theirs(reference, deps)
        link = pay_url(booking.id, public_url=deps.public_url, signer=deps.signer)
        return render_template("visit.html", booking=booking, base=base_of(booking), full=True, pay_link=link)

    @pages.post("/account/visits/<reference>/come")
    def come(reference: str) -> Page:
        return say_they_come(theirs(reference, deps), f"/account/visits/{reference}", deps)

    @pages.get("/account/visits/<reference>/visit.ics")
    def calendar(reference: str) -> Page:
        return calendar_file(theirs(reference, deps), deps)

    @pages.get("/account/visits/<reference>/receipt.pdf")
    def receipt(reference: str) -> Page:
        booking = theirs(reference, deps)
        return file_of(deps.receipt_file(booking), f"{booking.reference}.pdf", "application/pdf")

    @pages.post("/account/visits/<reference>/receipt")
    def mail_receipt(reference: str) -> Page:
        booking = theirs(reference, deps)
        if not (booking.paid and booking.contact and booking.contact.email):
            raise NotFound("there is no receipt, or no address to send it to")
        deps.send_receipt_soon(booking)
        return redirect(f"{base_of(booking)}?done=receipt", HTTPStatus.SEE_OTHER)

    return pages


def theirs(reference: str, deps: Services) -> Booking:
    """Return a booking of whoever is signed in; raise NotFound for anybody else's."""
    return deps.guest_bookings.find(signed_in(request, deps).guest, reference)


def base_of(booking: Booking) -> str:
    """Return the path below which a visit is changed."""
    return f"/account/visits/{booking.reference}"


def _overview(deps: Services) -> Page:
    guest, now = signed_in(request, deps).guest, deps.clock()
    page = number(request.args.get("page"))
    past = deps.guest_bookings.past(guest, now=now, limit=ON_A_PAGE + 1, offset=(page - 1) * ON_A_PAGE)
    return render_template(
        "overview.html",
        guest=guest,
        coming=deps.guest_bookings.coming(guest, now=now) if page == 1 else (),
        past=past[:ON_A_PAGE],
        page_number=page,
        has_more=len(past) > ON_A_PAGE,
    )


def say_they_come(booking: Booking, back: str, deps: Services) -> Page:
    """Note that the guest will come, and show the visit as it stands: it may be cancelled, or over."""
    try:
        noted = confirm_attendance(booking.id, actor="guest", bookings=deps.bookings, now=deps.clock())
    except WrongState:
        return redirect(back, HTTPStatus.SEE_OTHER)
    deps.dispatcher.publish_now(noted.events, now=deps.clock())
    return redirect(f"{back}?done=coming", HTTPStatus.SEE_OTHER)


def calendar_file(booking: Booking, deps: Services) -> Response:
    """Return a visit as a file that calendars read."""
    return file_of(deps.calendar_file(booking, now=deps.clock()), f"{booking.reference}.ics", "text/calendar")


def file_of(content: bytes, name: str, kind: str) -> Response:
    """Return a file to keep."""
    return Response(content, mimetype=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})

"""The payment page as a small app: what it shows follows from where the booking stands."""

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

from flask import Flask, g, redirect, render_template, request
from werkzeug.wrappers import Response

from shared_lib.bookings.booking import Booking
from shared_lib.bookings.lifecycle import WAITING, Status
from shared_lib.bookings.open_payment import open_payment
from shared_lib.bootstrap import Services
from shared_lib.kernel.errors import ExternalServiceError, HoldEnded, InvalidSignature, NotFound, TryAgain, WrongState
from shared_lib.kernel.locales import ENGLISH, LANGUAGES, locale_of
from shared_lib.payments.pay_links import booking_of, pay_url
from shared_lib.payments.payment import Acceptance
from shared_lib.web.http import client_address
from shared_lib.web.legal.documents import LegalVersion, documents_in_force
from shared_lib.web.page_errors import log_unavailable
from shared_lib.web.pages import page_app

from .page_words import page_words
from .payment_summary import summary_of

FOLDER = Path(__file__).parent

Page = tuple[str, int]


def build_app(deps: Services) -> Flask:
    """Return the app that takes guests from a held place to Stripe's page and back."""
    app = page_app(
        "page_pay",
        FOLDER,
        spa=deps.spa,
        public_url=deps.public_url,
        assets_at="/pay/assets",
        form_key=deps.form_key,
        form_targets=[deps.settings.stripe_checkout_origin],
        private=True,
    )
    app.context_processor(lambda: {"say": page_words(_language())})
    for unknown in (InvalidSignature, NotFound):
        app.register_error_handler(unknown, lambda _: (render_template("not_found.html"), HTTPStatus.NOT_FOUND))

    @app.get("/pay/<token>")
    def look(token: str) -> Page:
        return _show(_booking(token, deps), deps)

    @app.post("/pay/<token>")
    def accept(token: str) -> Page | Response:
        return _accept(_booking(token, deps), deps)

    return app


def _booking(token: str, deps: Services) -> Booking:
    booking = deps.bookings.get(booking_of(token, deps.signer))
    g.lang = booking.lang
    return booking


def _language() -> str:
    """Return the language of the booking; the browser's where no booking is known."""
    wished = (tag.partition("-")[0].lower() for tag in request.accept_languages.values())
    return g.get("lang") or next((lang for lang in wished if lang in LANGUAGES), ENGLISH)


def _show(booking: Booking, deps: Services, *, reminder: bool = False) -> Page:
    if booking.status in {Status.CONFIRMED, Status.COMPLETED, Status.NO_SHOW}:
        return render_template("paid.html", visit=summary_of(booking, deps.spa, deps.clock())), HTTPStatus.OK
    if request.args.get("from") == "stripe" and booking.paid is None:  # Stripe sends back only who has paid
        return render_template("waiting.html", visit=summary_of(booking, deps.spa, deps.clock())), HTTPStatus.OK
    if not booking.is_live_hold(deps.clock()):
        return _ended(booking)
    if booking.contact is None:
        return _nobody(booking, deps)
    summary = render_template(
        "summary.html",
        visit=summary_of(booking, deps.spa, deps.clock()),
        **_held_until(booking, deps),
        policy={"version": booking.policy["terms_version"], "text": booking.policy["terms"]},
        documents=_documents(deps),
        documents_shown=_named(_documents(deps)),
        action=request.path,
        reminder=reminder,
    )
    return summary, HTTPStatus.BAD_REQUEST if reminder else HTTPStatus.OK


def _nobody(booking: Booking, deps: Services) -> Page:
    """Ask for who comes in the place of a payment: Stripe's page could not be opened."""
    visit = summary_of(booking, deps.spa, deps.clock())
    return render_template("nobody.html", visit=visit, **_held_until(booking, deps)), HTTPStatus.OK


def _accept(booking: Booking, deps: Services) -> Page | Response:
    """Note the acceptance and open Stripe's page; where that fails, say truly what was kept."""
    version, documents = booking.policy["terms_version"], _documents(deps)
    shown = (request.form.get("accept_policy"), request.form.get("accept_documents"))
    if booking.status in WAITING and shown != (version, _named(documents)):
        return _show(booking, deps, reminder=True)
    address = client_address(request, hops=deps.settings.forwarded_hops)
    acceptance = Acceptance(version, deps.clock(), address, {one.document: one.version for one in documents})
    try:
        url = open_payment(
            booking.id,
            acceptance,
            page_url=pay_url(booking.id, public_url=deps.public_url, signer=deps.signer),
            bookings=deps.bookings,
            gateway=deps.payments,
            now=deps.clock(),
            real_now=deps.real_now(),
        )
    except (HoldEnded, WrongState):
        return redirect(request.path, HTTPStatus.SEE_OTHER)
    except (ExternalServiceError, TryAgain) as failure:
        log_unavailable(failure, endpoint=request.endpoint)
        return _failed(deps.bookings.get(booking.id), deps)
    return redirect(url, HTTPStatus.SEE_OTHER)


def _documents(deps: Services) -> tuple[LegalVersion, ...]:
    """Return the legal documents that are accepted with a payment made now."""
    return documents_in_force(deps.spa.today(deps.clock()))


def _named(documents: tuple[LegalVersion, ...]) -> str:
    """Return documents and versions as the form carries them back: what was shown is what is accepted."""
    return " ".join(f"{one.document}={one.version}" for one in documents)


def _failed(booking: Booking, deps: Services) -> Page:
    page = render_template(
        "failed.html",
        visit=summary_of(booking, deps.spa, deps.clock()),
        **_held_until(booking, deps),
        retry_url=request.path,
    )
    return page, HTTPStatus.SERVICE_UNAVAILABLE


def _ended(booking: Booking) -> Page:
    page = render_template(
        "ended.html",
        reference=booking.reference,
        paid_back=booking.status == Status.EXPIRED and booking.paid is not None,
        cancelled=booking.status == Status.CANCELLED,
    )
    return page, HTTPStatus.GONE


def _held_until(booking: Booking, deps: Services) -> Mapping[str, str]:
    """Return until when the place is kept, for templates: hour and zone."""
    locale = locale_of(booking.lang)
    return {"time": locale.time(booking.held_until, deps.spa), "zone": locale.zone(deps.spa)}

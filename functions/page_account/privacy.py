"""What is known of a guest: taken along as files, or forgotten, with a certificate of what was erased."""

from http import HTTPStatus
from uuid import UUID

from flask import Blueprint, redirect, render_template, request

from shared_lib.bootstrap import Services
from shared_lib.guests.certificate import certificate_text
from shared_lib.guests.erasure import Erasure, VisitToCome
from shared_lib.guests.export_guest import GuestExport, export_guest
from shared_lib.guests.guest import Guest
from shared_lib.guests.request_erasure import request_erasure
from shared_lib.kernel.errors import InvalidSignature
from shared_lib.web.pages import Page

from .browser import forget_session, proved_just_now, signed_in
from .visits import file_of

CERTIFICATE = "erasure"
"""The purpose of the link to a certificate: nobody is signed in any more who could ask for it."""


def routes(deps: Services) -> Blueprint:
    """Return the pages of privacy."""
    pages = Blueprint("privacy", __name__)

    @pages.get("/account/privacy")
    def show() -> Page:
        signed_in(request, deps)
        return render_template("privacy.html")

    @pages.get("/account/privacy/export.json")
    def export_json() -> Page:
        export = _export(proved_just_now(request, deps).guest, deps)
        return file_of(export.to_json(), "what-we-know.json", "application/json")

    @pages.get("/account/privacy/export.pdf")
    def export_pdf() -> Page:
        export = _export(proved_just_now(request, deps).guest, deps)
        return file_of(deps.pdf_writer.write(export), "what-we-know.pdf", "application/pdf")

    @pages.get("/account/privacy/erase")
    def ask() -> Page:
        proved_just_now(request, deps)
        return render_template("erase.html", unsure=False)

    @pages.post("/account/privacy/erase")
    def erase() -> Page:
        return _erase(proved_just_now(request, deps).guest, deps)

    @pages.get("/account/erased/<token>")
    def certificate(token: str) -> Page:
        erasure = _erasure(token, deps)
        return render_template("erased.html", erasure=erasure, text=certificate_text(erasure, deps.spa), token=token)

    @pages.get("/account/erased/<token>/certificate.pdf")
    def certificate_file(token: str) -> Page:
        paper = deps.pdf_writer.write_certificate(_erasure(token, deps), deps.spa)
        return file_of(paper, "certificate.pdf", "application/pdf")

    return pages


def _export(guest: Guest, deps: Services) -> GuestExport:
    return export_guest(
        guest.id,
        erasures=deps.erasures,
        bookings=deps.subject_bookings,
        stores=deps.personal_data_stores,
        spa=deps.spa,
        now=deps.clock(),
    )


def _erase(guest: Guest, deps: Services) -> Page:
    """Have the guest forgotten; refused until what is to come is over, and without their tick."""
    if request.form.get("sure") != "yes":
        return render_template("erase.html", unsure=True), HTTPStatus.BAD_REQUEST
    try:
        erasure = request_erasure(guest.id, erasures=deps.erasures, bookings=deps.subject_bookings, now=deps.clock())
    except VisitToCome as refusal:
        return render_template("erase_later.html", pending=refusal.pending), HTTPStatus.CONFLICT
    token = deps.signer.sign(erasure.id.hex, purpose=CERTIFICATE)
    response = redirect(f"/account/erased/{token}", HTTPStatus.SEE_OTHER)
    forget_session(response, deps)
    return response


def _erasure(token: str, deps: Services) -> Erasure:
    try:
        return deps.erasures.get(UUID(deps.signer.read(token, purpose=CERTIFICATE)))
    except ValueError as error:
        raise InvalidSignature("the token names no erasure") from error

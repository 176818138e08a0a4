"""The website as a small app: the home page, and the legal documents."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from flask import Flask, render_template

from shared_lib.kernel.spa import Spa
from shared_lib.pricing.price_book import Policies, PriceBook, Tier
from shared_lib.web.legal.documents import LegalDocument, legal_documents
from shared_lib.web.pages import page_app

from .coming import COMING
from .galleries import MENS_SUITE, PRIVATE
from .opening_hours import opening_lines

FOLDER = Path(__file__).parent


def build_site(
    *, spa: Spa, price_book: Callable[[], PriceBook], clock: Callable[[], datetime], public_url: str
) -> Flask:
    """Return the website of one spa; `price_book` gives the version in force, of which no price is shown."""
    app = page_app("page_website", FOLDER, spa=spa, public_url=public_url, assets_at="/assets/website")

    @app.get("/")
    def home() -> str:
        return _home(price_book())

    for document in legal_documents().values():
        _serve_document(app, document, policies=lambda: price_book().policies, today=lambda: spa.today(clock()))
    for area in COMING:
        app.add_url_rule(f"/{area}", f"coming_{area}", lambda area=area: _coming(area))
        app.add_url_rule(f"/{area}/<path:_below>", f"coming_below_{area}", lambda _below, area=area: _coming(area))
    return app


def _coming(area: str) -> str:
    return render_template("coming.html", page=COMING[area])


def _home(book: PriceBook) -> str:
    return render_template(
        "home.html",
        mens_suite=MENS_SUITE,
        private=PRIVATE,
        hours={area: opening_lines(hours) for area, hours in book.hours.items()},
        memberships=_memberships(book),
        hold_minutes=book.policies.hold_minutes,
        days_ahead=min((tier.days_ahead for tier in book.tiers), default=0),
    )


def _memberships(book: PriceBook) -> list[Tier]:
    return [tier for tier in book.tiers if tier.monthly_cents]


def _serve_document(
    app: Flask, document: LegalDocument, *, policies: Callable[[], Policies], today: Callable[[], date]
) -> None:
    """Serve the version in force with today's policies beside it, and each version under an address of its own."""

    def current() -> str:
        in_force = document.in_force(today())
        return render_template(
            "legal_document.html", document=document, version=in_force, in_force=in_force, policies=policies()
        )

    def one_version(name: str) -> str:
        version, in_force = document.version(name), document.in_force(today())
        return render_template("legal_version.html", document=document, version=version, in_force=in_force)

    app.add_url_rule(f"/{document.name}", document.name, current)
    app.add_url_rule(f"/{document.name}/<name>", f"{document.name}_version", one_version)

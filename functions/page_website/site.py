"""The website as a small app: the home page, and the legal documents."""

from collections.abc import Callable
from pathlib import Path

from flask import Flask, abort, render_template

from shared_lib.kernel.spa import Spa
from shared_lib.pricing.price_book import PriceBook, Tier
from shared_lib.web.pages import page_app

from .coming import COMING
from .galleries import MENS_SUITE, PRIVATE
from .legal_documents import LEGAL_DOCUMENTS
from .opening_hours import opening_lines

FOLDER = Path(__file__).parent


def build_site(*, spa: Spa, price_book: Callable[[], PriceBook], public_url: str) -> Flask:
    """Return the website of one spa; `price_book` gives the version in force, of which no price is shown."""
    app = page_app("page_website", FOLDER, spa=spa, public_url=public_url, assets_at="/assets/website")

    @app.get("/")
    def home() -> str:
        return _home(price_book())

    @app.get("/<name>")
    def document(name: str) -> str:
        return _legal_document(name, price_book)

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


def _legal_document(name: str, price_book: Callable[[], PriceBook]) -> str:
    if name not in LEGAL_DOCUMENTS:
        abort(404)
    return render_template(
        LEGAL_DOCUMENTS[name].template, document=LEGAL_DOCUMENTS[name], policies=price_book().policies
    )

"""A website for tests: one spa, one price book, no database."""

from datetime import UTC, datetime

from flask import Flask

from functions.page_website.site import build_site
from shared_lib.kernel.hours import Span, WeeklyHours
from shared_lib.kernel.spa import Spa
from shared_lib.pricing.price_book import Policies, PriceBook, Tier, Treatment

NOW = datetime(2026, 11, 25, 15, tzinfo=UTC)
SPA = Spa("coresync", "CoreSync", "America/New_York", phone="+1 555 010 0142")


def week(open_from: int, *, saturday: tuple[Span, ...]) -> WeeklyHours:
    weekdays: dict[int, tuple[Span, ...]] = dict.fromkeys((6, 0, 1, 2, 3), ((open_from, 1440),))
    return WeeklyHours(weekdays | {4: ((open_from, 960),), 5: saturday})


BOOK = PriceBook(
    version=7,
    treatments=(
        Treatment("deep", "Deep Tissue Massage", "Massages", 50, {"Non-Member": 24_000}, "treatment", ("massage",), 10),
    ),
    add_ons=(),
    tiers=(
        Tier("Non-Member", 0, 3, 0, ""),
        Tier("Base", 37_500, 60, 30, "30 % off treatments"),
        Tier("Premium", 70_000, 90, 40, "40 % off treatments"),
    ),
    hours={"Men's Suite": week(600, saturday=()), "Private": week(720, saturday=((1080, 1500),))},
    policies=Policies(),
    tax=(),
)


def sample_site(public_url: str = "https://coresync.life") -> Flask:
    return build_site(spa=SPA, price_book=lambda: BOOK, clock=lambda: NOW, public_url=public_url)

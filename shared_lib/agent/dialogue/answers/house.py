"""The house itself: hours, address, how to reach it, who answers here."""

from datetime import date, timedelta

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.answers.inquiry import Inquiry
from shared_lib.kernel.hours import WeeklyHours
from shared_lib.pricing.price_book import ALWAYS

MOST_DAYS = 3
"""So many days at most are told one by one."""
SOON = timedelta(days=21)
"""How far ahead a day with other hours is told with those of the week."""


def hours(inquiry: Inquiry) -> Reply:
    """Return the opening hours of the areas that are meant: of the days that were asked about, else of the week."""
    areas, voice = _areas(inquiry), inquiry.voice
    meaning = inquiry.said.meaning
    asked = [*([meaning.when] if meaning.when else []), *meaning.whens]
    days = sorted({when.date for when in asked if when.date is not None and when.end_date is None})[:MOST_DAYS]
    if days and not (meaning.when and meaning.when.end_date):
        return Reply("\n".join(_of_day(day, areas, inquiry) for day in days))
    lines = [voice.say("answer_hours_line", area=area, hours=voice.week(areas[area])) for area in areas]
    return Reply("\n".join([*lines, *_other_days(inquiry, areas)]))


def _of_day(day: date, areas: dict[str, WeeklyHours], inquiry: Inquiry) -> str:
    voice = inquiry.voice
    lines = [voice.say("answer_hours_line", area=area, hours=voice.spans(areas[area].spans_on(day))) for area in areas]
    return voice.say("answer_hours_day", day=voice.date(day), lines="\n".join(lines))


def _areas(inquiry: Inquiry) -> dict[str, WeeklyHours]:
    """Return the hours of the areas that were named, or in which the named treatments take place, else of all."""
    all_areas, text = inquiry.book.hours, inquiry.said.text.lower()
    named = {area for area in all_areas if area.lower() in text}
    named = named or {inquiry.services.areas.get(row.room_kind, "") for row in inquiry.named}
    return {area: hours for area, hours in all_areas.items() if area in named} or dict(all_areas)


def _other_days(inquiry: Inquiry, areas: dict[str, WeeklyHours]) -> list[str]:
    """Return a line for each area and day soon whose hours are not those of the week."""
    today = inquiry.services.spa.today(inquiry.services.now)
    days = sorted({day for hours in areas.values() for day in hours.exceptions if today <= day <= today + SOON})
    return [
        inquiry.voice.say(
            "answer_hours_other",
            area=area,
            day=inquiry.voice.date(day),
            hours=inquiry.voice.spans(hours.spans_on(day)),
        )
        for day in days
        for area, hours in areas.items()
        if day in hours.exceptions
    ]


def address(inquiry: Inquiry) -> Reply | None:
    """Return the exact address to whom it may be told, else the neighbourhood; None where the owner wrote neither."""
    spa, policies = inquiry.services.spa, inquiry.book.policies
    if spa.address and (inquiry.confirmed_booking or policies.address_told == ALWAYS):
        way = policies.directions if inquiry.lang == "en" else ""
        return Reply(" ".join(filter(None, [inquiry.voice.say("answer_address", address=spa.address), way])))
    if policies.neighbourhood:
        return inquiry.say("answer_neighbourhood", neighbourhood=policies.neighbourhood)
    return None


def contact(inquiry: Inquiry) -> Reply:
    """Return how the front desk is reached."""
    return inquiry.say("answer_contact", phone=inquiry.services.spa.phone)


def waitlist(inquiry: Inquiry) -> Reply:
    """Return how the waiting list works."""
    return inquiry.say("answer_waitlist", length=inquiry.voice.minutes(inquiry.book.policies.waitlist_hold_minutes))


def machine(inquiry: Inquiry) -> Reply:
    """Return that a program answers here, and where a person does."""
    return inquiry.say("answer_machine", phone=inquiry.services.spa.phone)


def capabilities(inquiry: Inquiry) -> Reply:
    """Return what can be done here."""
    return inquiry.say("answer_capabilities")

"""check_availability: times for a wish, or the reason and the nearest times that would work."""

import dataclasses
from collections.abc import Sequence
from datetime import timedelta

from shared_lib.agent.phone.answers import Answer, done
from shared_lib.agent.phone.asked import TimesAsked
from shared_lib.agent.phone.line import FEW, Line
from shared_lib.agent.phone.nearby import decline, decline_time
from shared_lib.agent.phone.reasons import say_reason
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.slots import with_whom
from shared_lib.agent.phone.speech import all_of, number, say_moments
from shared_lib.agent.phone.when import BadWhen, Stretch, read_when
from shared_lib.agent.phone.wishes import UnknownTechnician, which_treatment, whom
from shared_lib.domain.availability.groups import MOST_GUESTS
from shared_lib.domain.availability.limits import Limits
from shared_lib.domain.availability.offers import Offer, Window
from shared_lib.domain.availability.reasons import Reason, Why
from shared_lib.domain.availability.remedies import NEVER, with_help
from shared_lib.domain.availability.timeline import GRID, MINUTE
from shared_lib.domain.errors import BadInput
from shared_lib.domain.price_book import Treatment
from shared_lib.domain.wording import say_zone
from shared_lib.usecases.find_times import Sought, Wish

SPREADS = (timedelta(hours=20), timedelta(hours=4), timedelta(hours=2), timedelta(minutes=30))
"""How far apart a few offers are where the hour was left open: over the days, else over the day, else as they come."""
ALL_OF_THEM = (timedelta(minutes=GRID),)


def check_availability(asked: TimesAsked, line: Line) -> Answer:
    """Return times that can be held right now; raise Declined, or BadInput."""
    chosen = which_treatment(asked.treatment, line, party=asked.party)
    bare = Wish(chosen.treatment.id, (), add_on_ids=chosen.add_on_ids, limit=asked.limit)
    stretch = _when(asked, bare, line)
    together = _for_all(asked, chosen.treatment, stretch, bare, line)
    wish = _with(asked, stretch, together, line)
    return _times(wish, stretch, chosen.treatment, line)


def _when(asked: TimesAsked, wish: Wish, line: Line) -> Stretch:
    try:
        return read_when(asked.when, line)
    except BadWhen as bad:
        said = say("bad_when", bad.why)
        raise decline(bad.code, said, wish, bad.near or line.now, line, reason=bad.why.upper()) from bad


def _for_all(asked: TimesAsked, treatment: Treatment, stretch: Stretch, wish: Wish, line: Line) -> Wish:
    """Return the wish for everybody who comes: side by side where a treatment is for fewer."""
    party = treatment.party if asked.party is None else asked.party
    if party < 1:
        raise BadInput("party", "must be one or more")
    guests = -(-party // treatment.party)
    if guests > MOST_GUESTS or (guests > 1 and party % treatment.party):
        facts = {"treatment": treatment.name, "phone": line.phone, "most": number(MOST_GUESTS)}
        raise decline("PARTY_TOO_LARGE", say("party_too_large", **facts), wish, stretch.begins, line)
    return wish.for_guests(guests)


def _with(asked: TimesAsked, stretch: Stretch, wish: Wish, line: Line) -> Wish:
    """Return the wish with whom it shall be; raise Declined for somebody whom nobody knows."""
    try:
        technician, gender = whom(asked.technician, line)
    except UnknownTechnician as unknown:
        names = [who.name for who in line.technicians]
        said = say("unknown_technician", names=all_of(names))
        raise decline("UNKNOWN_TECHNICIAN", said, wish, stretch.begins, line, technicians=names) from unknown
    return with_whom(wish, technician, gender)


def _times(wish: Wish, stretch: Stretch, treatment: Treatment, line: Line) -> Answer:
    windows, broken = _within(stretch.windows, line.limits)
    if broken:
        raise decline_time(broken, treatment, wish, stretch.begins, line)
    wish = dataclasses.replace(wish, windows=windows, wanted=stretch.wanted)
    sought = line.seek(wish)
    offers = _offers(sought, wish)
    exact = ((stretch.wanted, stretch.wanted + MINUTE),) if stretch.wanted else windows
    reason = _helped(sought.why_not(exact), exact, sought)
    if not offers:
        raise decline_time(reason or Reason(Why.TAKEN), treatment, wish, stretch.begins, line)
    said = _say(offers, reason, treatment, stretch, line)
    slots = line.slots(offers, wish)
    return done(said, slots=slots, reason=reason and str(reason), treatment=treatment.name, zone=line.spa.zone)


def _helped(reason: Reason | None, windows: Sequence[Window], sought: Sought) -> Reason | None:
    """Return a reason with what would help, as far as the house has been looked at."""
    if reason is None or reason.why in NEVER:
        return reason
    return with_help(reason, sought.diary, sought.group, windows[0], sought.limits)


def _within(windows: Sequence[Window], limits: Limits) -> tuple[tuple[Window, ...], Reason | None]:
    """Return the windows as far as a caller may book, or else the reason: what lies beyond need not be read."""
    reasons = [limits.broken_by(*window) for window in windows]
    inside = [window for window, reason in zip(windows, reasons, strict=True) if reason is None]
    return tuple((begins, min(ends, limits.horizon)) for begins, ends in inside), None if inside else reasons[0]


def _offers(sought: Sought, wish: Wish) -> tuple[Offer, ...]:
    """Return what is nearest to the wanted instant, or else times that are spread over the wished stretch.

    A stretch that is shorter than a quarter of an hour means its first minute.
    """
    if wish.wanted is not None and wish.limit <= FEW:
        return sought.offers(wish)
    found: tuple[Offer, ...] = ()
    for apart in ALL_OF_THEM if wish.limit > FEW else SPREADS:
        found = sought.offers(dataclasses.replace(wish, apart=apart))
        if not found or len(found) == wish.limit:
            break
    return found or sought.offers(dataclasses.replace(wish, wanted=wish.windows[0][0]))


def _say(offers: Sequence[Offer], reason: Reason | None, treatment: Treatment, stretch: Stretch, line: Line) -> str:
    """Say the wanted time, or the nearest ones with the reason in front, or what there is; a few of many."""
    first = offers[0]
    if stretch.wanted is not None and reason is None:
        people = say("with_whom", names=all_of(first.technicians)) if first.technicians else ""
        return say("exactly", moment=line.moment(first.starts_at), with_whom=people, treatment=treatment.name)
    times = say_moments(sorted(offer.starts_at for offer in offers[:FEW]), line.spa, now=line.now)
    if stretch.wanted is not None and reason is not None:
        return say("instead", sorry=say_reason(reason, treatment, stretch.wanted, line), times=times)
    facts = {"treatment": treatment.name, "minutes": number(treatment.minutes), "zone": say_zone(line.spa)}
    return say("times", times=times, **facts)

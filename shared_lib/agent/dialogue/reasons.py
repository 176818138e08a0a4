"""Why a time is not offered, and what would help, in one sentence."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime, timedelta

from shared_lib.agent.dialogue.desk import Desk
from shared_lib.agent.dialogue.wording import day_of, moment_of, say_clock
from shared_lib.agent.replies import say
from shared_lib.domain.availability.reasons import Reason, Why
from shared_lib.domain.hours import DAY
from shared_lib.domain.price_book import Treatment

SMALL_HOURS = 5


def say_reason(reason: Reason | None, treatment: Treatment, day: date | None, desk: Desk) -> str:
    """Return the one sentence that a person would say of a reason; `day` is the day that was wished for."""
    if reason is None:
        return say("why_none")
    tell = TOLD.get(reason.why)
    return (
        tell(reason, treatment, day, desk)
        if tell
        else say(f"why_{reason.why}", treatment=treatment.name, phone=desk.spa.phone)
    )


def _closed(reason: Reason, treatment: Treatment, day: date | None, desk: Desk) -> str:
    """Say when it is open that day for this treatment, and when the last visit may begin."""
    del reason
    hours = desk.book.hours.get(desk.areas.get(treatment.room_kind, ""))
    if hours is None or day is None:
        return say("why_CLOSED", treatment=treatment.name)
    on = day_of(desk.spa.midnight(day), desk)
    spans = hours.spans_on(day)
    if not spans:
        return say("why_CLOSED_that_day", treatment=treatment.name, day=on)
    (begins, _), (_, ends) = spans[0], spans[-1]
    clocks = {"begins": say_clock(begins), "ends": say_clock(ends), "last": say_clock(ends - treatment.minutes)}
    return say("why_CLOSED_that_hour", treatment=treatment.name, day=on, **clocks)


def night_of(instant: datetime, treatment: Treatment, desk: Desk) -> date:
    """Return the day that an instant belongs to: the small hours of a night that is open past midnight are its own."""
    wall = desk.spa.wall(instant)
    day, hours = wall.date(), desk.book.hours.get(desk.areas.get(treatment.room_kind, ""))
    before = day - timedelta(days=1)
    past_midnight = hours is not None and any(ends > DAY for _, ends in hours.spans_on(before))
    return before if past_midnight and wall.hour < SMALL_HOURS else day


def _beyond(reason: Reason, treatment: Treatment, day: date | None, desk: Desk) -> str:
    del treatment, day
    days = {"last_day": reason.last_day, "members_until": reason.members_until}
    said = {name: day_of(desk.spa.midnight(day), desk) if day else "" for name, day in days.items()}
    return say("why_OUTSIDE_HORIZON", **said)


def _soon(reason: Reason, treatment: Treatment, day: date | None, desk: Desk) -> str:
    del treatment, day
    return say(f"why_{reason.why}", earliest=moment_of(reason.earliest, desk) if reason.earliest else "")


def _theirs(reason: Reason, treatment: Treatment, day: date | None, desk: Desk) -> str:
    """Say who was wished for, when they could, and who could in their place."""
    del day
    key = f"why_{reason.why}_back" if reason.back and reason.why != Why.NOT_THEIR_WORK else f"why_{reason.why}"
    back = moment_of(reason.back, desk) if reason.back else ""
    sorry = say(key, technician=reason.technician or "", treatment=treatment.name, back=back)
    return f"{sorry} {say('others_free', names=_either(reason.others))}" if reason.others else sorry


def _either(names: Sequence[str]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


Tell = Callable[[Reason, Treatment, "date | None", Desk], str]

TOLD: Mapping[Why, Tell] = {
    Why.CLOSED: _closed,
    Why.OUTSIDE_HORIZON: _beyond,
    Why.PAST: _soon,
    Why.TOO_SOON: _soon,
    Why.NOT_THEIR_WORK: _theirs,
    Why.AWAY: _theirs,
    Why.BUSY: _theirs,
}
"""Reasons that carry facts; the others are a sentence by themselves."""

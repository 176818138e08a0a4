"""Why a time is not offered, and what would help, in one sentence."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta

from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.wording import day_of, moment_of
from shared_lib.availability.rejections import Rejection, RejectionCode
from shared_lib.kernel.hours import DAY
from shared_lib.pricing.price_book import Treatment

SMALL_HOURS = 5


def say_reason(rejection: Rejection | None, treatment: Treatment, day: date | None, services: DialogueServices) -> str:
    """Return the one sentence that a person would say of a reason; `day` is the day that was wished for."""
    if rejection is None:
        return services.say("why_none")
    sentence = SENTENCES.get(rejection.code)
    return (
        sentence(rejection, treatment, day, services)
        if sentence
        else services.say(f"why_{rejection.code}", treatment=treatment.name, phone=services.spa.phone)
    )


def _closed(rejection: Rejection, treatment: Treatment, day: date | None, services: DialogueServices) -> str:
    """Say when it is open that day for this treatment, and when the last visit may begin."""
    del rejection
    hours = services.book.hours.get(services.areas.get(treatment.room_kind, ""))
    if hours is None or day is None:
        return services.say("why_CLOSED", treatment=treatment.name)
    on = day_of(services.spa.midnight(day), services)
    spans = hours.spans_on(day)
    if not spans:
        return services.say("why_CLOSED_that_day", treatment=treatment.name, day=on)
    (begins, _), (_, ends) = spans[0], spans[-1]
    clock = services.voice.clock
    clocks = {"begins": clock(begins), "ends": clock(ends), "last": clock(ends - treatment.minutes)}
    return services.say("why_CLOSED_that_hour", treatment=treatment.name, day=on, **clocks)


def night_of(instant: datetime, treatment: Treatment, services: DialogueServices) -> date:
    """Return the day that an instant belongs to: the small hours of a night that is open past midnight are its own."""
    wall = services.spa.wall(instant)
    day, hours = wall.date(), services.book.hours.get(services.areas.get(treatment.room_kind, ""))
    before = day - timedelta(days=1)
    past_midnight = hours is not None and any(ends > DAY for _, ends in hours.spans_on(before))
    return before if past_midnight and wall.hour < SMALL_HOURS else day


def _beyond(rejection: Rejection, treatment: Treatment, day: date | None, services: DialogueServices) -> str:
    del treatment, day
    days = {"last_day": rejection.last_day, "members_until": rejection.members_until}
    said = {name: day_of(services.spa.midnight(day), services) if day else "" for name, day in days.items()}
    return services.say("why_OUTSIDE_HORIZON", **said)


def _soon(rejection: Rejection, treatment: Treatment, day: date | None, services: DialogueServices) -> str:
    del treatment, day
    return services.say(
        f"why_{rejection.code}", earliest=moment_of(rejection.earliest, services) if rejection.earliest else ""
    )


def _theirs(rejection: Rejection, treatment: Treatment, day: date | None, services: DialogueServices) -> str:
    """Say who was wished for, when they could, and who could in their place."""
    del day
    key = (
        f"why_{rejection.code}_back"
        if rejection.back and rejection.code != RejectionCode.NOT_THEIR_WORK
        else f"why_{rejection.code}"
    )
    back = moment_of(rejection.back, services) if rejection.back else ""
    sorry = services.say(key, technician=rejection.technician or "", treatment=treatment.name, back=back)
    others = [name for name in rejection.others if name != rejection.technician]
    return f"{sorry} {services.say('others_free', names=services.voice.one_of(others))}" if others else sorry


Teller = Callable[[Rejection, Treatment, "date | None", DialogueServices], str]

SENTENCES: Mapping[RejectionCode, Teller] = {
    RejectionCode.CLOSED: _closed,
    RejectionCode.OUTSIDE_HORIZON: _beyond,
    RejectionCode.PAST: _soon,
    RejectionCode.TOO_SOON: _soon,
    RejectionCode.NOT_THEIR_WORK: _theirs,
    RejectionCode.AWAY: _theirs,
    RejectionCode.BUSY: _theirs,
}
"""Reasons that carry facts; the others are a sentence by themselves."""

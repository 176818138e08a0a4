"""Why a time is not offered, in one sentence for the ear, and as facts for programs."""

from datetime import date, datetime

from shared_lib.agent.phone.call_context import CallContext
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.speech import one_of, say_clock, say_date
from shared_lib.availability.rejections import Rejection, RejectionCode
from shared_lib.pricing.price_book import Treatment


def say_reason(rejection: Rejection, treatment: Treatment, asked: datetime | None, context: CallContext) -> str:
    """Return the sentence that a person would say; `asked` is the instant that was wished for, or the first of them."""
    if rejection.code is RejectionCode.CLOSED and asked is not None:
        return _closed(treatment, context.spa.today(asked), context)
    back = (
        context.moment(rejection.back)
        if rejection.back and rejection.code in {RejectionCode.AWAY, RejectionCode.BUSY}
        else ""
    )
    sorry = say(
        "why",
        f"{rejection.code}_back" if back else str(rejection.code),
        back=back,
        treatment=treatment.name,
        technician=rejection.technician or "",
        earliest=context.moment(rejection.earliest) if rejection.earliest else "",
        last_day=_day(rejection.last_day, context),
        members_until=_day(rejection.members_until, context),
        today=_day(context.spa.today(context.now), context),
    )
    return f"{sorry} {say('others_free', names=one_of(rejection.others))}" if rejection.others else sorry


def facts_of(rejection: Rejection, context: CallContext) -> dict[str, object]:
    """Return what would help, as far as the reason knows: days as dates, instants as RFC 3339."""
    known = {
        "last_day": rejection.last_day and rejection.last_day.isoformat(),
        "members_until": rejection.members_until and rejection.members_until.isoformat(),
        "members_tier": rejection.members_tier,
        "earliest": rejection.earliest and context.wall(rejection.earliest),
        "technician": rejection.technician,
        "back": rejection.back and context.wall(rejection.back),
        "others": list(rejection.others),
    }
    return {name: fact for name, fact in known.items() if fact}


def _day(day: date | None, context: CallContext) -> str:
    return say_date(day, today=context.spa.today(context.now)) if day else ""


def _closed(treatment: Treatment, day: date, context: CallContext) -> str:
    """Say when it is open that day for this treatment."""
    areas = {room.area for room in context.snapshot_cache.snapshot.rooms if room.kind == treatment.room_kind}
    spans = [span for area in areas & context.book.hours.keys() for span in context.book.hours[area].spans_on(day)]
    said = _day(day, context)
    if not spans:
        return say("why_CLOSED_that_day", day=said, treatment=treatment.name)
    begins, ends = min(begin for begin, _ in spans), max(end for _, end in spans)
    return say(
        "why_CLOSED_that_hour",
        day=said,
        treatment=treatment.name,
        begins=say_clock(begins),
        ends=say_clock(ends),
        last=say_clock(ends - treatment.minutes),
    )

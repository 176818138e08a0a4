"""Why a time is not offered, in one sentence for the ear, and as facts for programs."""

from datetime import date, datetime

from shared_lib.agent.phone.call_context import CallContext
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.speech import one_of, say_clock, say_date
from shared_lib.availability.rejections import Rejection, RejectionCode
from shared_lib.availability.request import BookingRequest
from shared_lib.kernel.hours import Span
from shared_lib.pricing.price_book import Treatment


def say_reason(rejection: Rejection, request: BookingRequest, asked: datetime | None, context: CallContext) -> str:
    """Return the sentence that a person would say; `asked` is the instant that was wished for, or the first of them."""
    treatment = _concerned(rejection, request, asked, context)
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


def _concerned(
    rejection: Rejection, request: BookingRequest, asked: datetime | None, context: CallContext
) -> Treatment:
    """Return the treatment that a reason is about: of several the one of the technician, or the one that is closed."""
    rows = {item: context.book.treatment(item.treatment_id) for item in request.items}
    theirs = [row for item, row in rows.items() if rejection.technician and rejection.technician in item.named]
    closed = [
        row for row in rows.values() if rejection.code is RejectionCode.CLOSED and _is_closed(row, asked, context)
    ]
    return next(iter(theirs or closed or rows.values()))


def _is_closed(treatment: Treatment, asked: datetime | None, context: CallContext) -> bool:
    if asked is None:
        return False
    wall = context.spa.wall(asked)
    minute = wall.hour * 60 + wall.minute
    spans = _spans(treatment, wall.date(), context)
    return not any(begins <= minute <= ends - treatment.minutes for begins, ends in spans)


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
    spans = _spans(treatment, day, context)
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


def _spans(treatment: Treatment, day: date, context: CallContext) -> list[Span]:
    """Return when the part of the house is open that a treatment takes place in."""
    areas = {room.area for room in context.snapshot_cache.snapshot.rooms if room.kind == treatment.room_kind}
    return [span for area in areas & context.book.hours.keys() for span in context.book.hours[area].spans_on(day)]

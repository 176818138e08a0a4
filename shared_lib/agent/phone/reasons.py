"""Why a time is not offered, in one sentence for the ear, and as facts for programs."""

from datetime import date, datetime

from shared_lib.agent.phone.line import Line
from shared_lib.agent.phone.sentences import say
from shared_lib.agent.phone.speech import one_of, say_clock, say_date
from shared_lib.domain.availability.reasons import Reason, Why
from shared_lib.domain.price_book import Treatment


def say_reason(reason: Reason, treatment: Treatment, asked: datetime | None, line: Line) -> str:
    """Return the sentence that a person would say; `asked` is the instant that was wished for, or the first of them."""
    if reason.why is Why.CLOSED and asked is not None:
        return _closed(treatment, line.spa.today(asked), line)
    back = line.moment(reason.back) if reason.back and reason.why in {Why.AWAY, Why.BUSY} else ""
    sorry = say(
        "why",
        f"{reason.why}_back" if back else str(reason.why),
        back=back,
        treatment=treatment.name,
        technician=reason.technician or "",
        earliest=line.moment(reason.earliest) if reason.earliest else "",
        last_day=_day(reason.last_day, line),
        members_until=_day(reason.members_until, line),
        today=_day(line.spa.today(line.now), line),
    )
    return f"{sorry} {say('others_free', names=one_of(reason.others))}" if reason.others else sorry


def facts_of(reason: Reason, line: Line) -> dict[str, object]:
    """Return what would help, as far as the reason knows: days as dates, instants as RFC 3339."""
    known = {
        "last_day": reason.last_day and reason.last_day.isoformat(),
        "members_until": reason.members_until and reason.members_until.isoformat(),
        "members_tier": reason.members_tier,
        "earliest": reason.earliest and line.wall(reason.earliest),
        "technician": reason.technician,
        "back": reason.back and line.wall(reason.back),
        "others": list(reason.others),
    }
    return {name: fact for name, fact in known.items() if fact}


def _day(day: date | None, line: Line) -> str:
    return say_date(day, today=line.spa.today(line.now)) if day else ""


def _closed(treatment: Treatment, day: date, line: Line) -> str:
    """Say when it is open that day for this treatment."""
    areas = {room.area for room in line.glance.floor.rooms if room.kind == treatment.room_kind}
    spans = [span for area in areas & line.book.hours.keys() for span in line.book.hours[area].spans_on(day)]
    said = _day(day, line)
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

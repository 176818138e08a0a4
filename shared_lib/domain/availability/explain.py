"""The one reason why a time, or a whole stretch of time, is not offered."""

from collections.abc import Callable

from shared_lib.domain.availability.diary import AvailabilityCalendar
from shared_lib.domain.availability.groups import Group, has_start
from shared_lib.domain.availability.limits import BookingWindow
from shared_lib.domain.availability.offers import Window
from shared_lib.domain.availability.reasons import Rejection, RejectionCode
from shared_lib.domain.availability.teams import subsets
from shared_lib.domain.availability.timeline import at_least
from shared_lib.domain.availability.visit import Visit
from shared_lib.domain.spa import Technician


def explain(
    calendar: AvailabilityCalendar, group: Group, window: Window, booking_window: BookingWindow
) -> Rejection | None:
    """Return why nothing can begin within a window, from the widest rule to the narrowest; None if it can."""
    return booking_window.broken_by(*window) or _of_the_group(calendar, group, _bits(calendar, window, booking_window))


def _of_the_group(calendar: AvailabilityCalendar, group: Group, asked: int) -> Rejection | None:
    if group.alone:
        return _of_the_house(calendar, group.alone, asked)
    if has_start(calendar, group, asked):
        return None
    alone = (
        _of_the_house(calendar, step.visit, _later(asked, least, most) & calendar.timeline.whole)
        for step, least, most in group.offsets()
    )
    return next(filter(None, alone), Rejection(RejectionCode.NOT_TOGETHER))


def _later(asked: int, least: int, most: int) -> int:
    """Return the minutes that lie between so many minutes after any of those asked for."""
    mask, width = asked << least, 1
    while width <= most - least:
        step = min(width, most - least + 1 - width)
        mask |= mask << step
        width += step
    return mask


def _bits(calendar: AvailabilityCalendar, window: Window, booking_window: BookingWindow) -> int:
    begins, ends = window
    return calendar.timeline.starts(max(begins, booking_window.earliest), min(ends, booking_window.horizon))


def _of_the_house(calendar: AvailabilityCalendar, visit: Visit, asked: int) -> Rejection | None:
    """Return the first rule that leaves none of the minutes which the rules before it left."""
    if calendar.starts(visit) & asked:
        return None
    open_at = calendar.open_for(visit) & asked
    if not open_at:
        return Rejection(RejectionCode.CLOSED)
    if visit.technician is not None and visit.specialties:
        return _of_the_technician(calendar, visit, open_at)
    return Rejection(_of_the_team(calendar, visit, open_at) or RejectionCode.TAKEN)


def _of_the_technician(calendar: AvailabilityCalendar, visit: Visit, open_at: int) -> Rejection:
    wished = _named(calendar, visit.technician)
    if wished is None:
        return Rejection(RejectionCode.NOBODY_FOR_IT)
    if not calendar.can_serve(wished, visit):
        return Rejection(RejectionCode.NOT_THEIR_WORK, technician=wished.name)
    on_duty = calendar.on_duty(wished, visit) & open_at
    if not on_duty:
        return Rejection(RejectionCode.AWAY, technician=wished.name)
    if others := _of_the_team(calendar, visit, on_duty):
        return Rejection(others, technician=wished.name)
    with_others = _minutes(calendar, visit, calendar.on_duty) & on_duty
    free = calendar.technician_starts(wished, visit) & with_others
    return Rejection(RejectionCode.TAKEN if free else RejectionCode.BUSY, technician=wished.name)


def _of_the_team(calendar: AvailabilityCalendar, visit: Visit, asked: int) -> RejectionCode | None:
    """Return why there are not enough people at any of the minutes, however little there is to do."""
    if not _minutes(calendar, visit, lambda _technician, _visit: asked):
        return RejectionCode.NOBODY_FOR_IT
    return None if _minutes(calendar, visit, calendar.on_duty) & asked else RejectionCode.NOBODY_ON_DUTY


def _minutes(calendar: AvailabilityCalendar, visit: Visit, of_one: Callable[[Technician, Visit], int]) -> int:
    """Return the minutes at which there are enough people for each of the specialties, counted as the calendar does."""
    able = [technician for technician in calendar.snapshot.technicians if calendar.can_serve(technician, visit)]
    mask = calendar.timeline.whole
    for some in subsets(visit.specialties):
        needed = sum(specialty in some for specialty in visit.specialties)
        mask &= at_least(needed, [of_one(who, visit) for who in able if who.specialties & some])
    return mask


def _named(calendar: AvailabilityCalendar, number: int | None) -> Technician | None:
    return next((technician for technician in calendar.snapshot.technicians if technician.id == number), None)

"""Why a request can't be met, and what would help: another time, another technician, the day that they are back."""

import dataclasses
from collections.abc import Callable
from datetime import datetime

from shared_lib.availability.calendar import AvailabilityCalendar
from shared_lib.availability.groups import assign, has_start, possible_starts
from shared_lib.availability.rejections import BookingWindow, Rejection, RejectionCode
from shared_lib.availability.slots import slots
from shared_lib.availability.timeline import Window, at_least, bits
from shared_lib.availability.visit import Group, Visit, subsets
from shared_lib.kernel.spa import Technician


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
    if visit.wished:
        reasons = [_of_the_technician(calendar, visit, number, open_at) for number in visit.wished]
        return next((reason for reason in reasons if reason.code in OF_A_TECHNICIAN), reasons[0])
    return Rejection(_of_the_team(calendar, visit, open_at) or RejectionCode.TAKEN)


def _of_the_technician(calendar: AvailabilityCalendar, visit: Visit, number: int, open_at: int) -> Rejection:
    wished = _named(calendar, number)
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


def _named(calendar: AvailabilityCalendar, number: int) -> Technician | None:
    return next((technician for technician in calendar.snapshot.technicians if technician.id == number), None)


NEVER = frozenset({RejectionCode.OUTSIDE_HORIZON, RejectionCode.NOBODY_FOR_IT, RejectionCode.PARTY_TOO_LARGE})
"""Reasons that no other time in reach would mend."""
OF_A_TECHNICIAN = frozenset({RejectionCode.NOT_THEIR_WORK, RejectionCode.AWAY, RejectionCode.BUSY})


def with_alternatives(
    rejection: Rejection, calendar: AvailabilityCalendar, group: Group, window: Window, booking_window: BookingWindow
) -> Rejection:
    """Return the reason with what would help; the calendar reaches as far as the help is looked for."""
    rejection = dataclasses.replace(rejection, nearest=_nearest(calendar, group, window, booking_window))
    if rejection.code in OF_A_TECHNICIAN and (visit := _asked_for(calendar, group, rejection)):
        back, others = (
            _back(calendar, visit, window, booking_window, name=rejection.technician),
            _others(calendar, group, visit, window, booking_window, name=rejection.technician),
        )
        rejection = dataclasses.replace(rejection, back=back, others=others)
    return rejection


def _nearest(
    calendar: AvailabilityCalendar, group: Group, window: Window, booking_window: BookingWindow
) -> datetime | None:
    begins, ends = calendar.snapshot.begins, calendar.snapshot.ends
    found = slots(
        calendar, group, booking_window, [(begins, ends)], wanted=max(window[0], booking_window.earliest), limit=1
    )
    return found[0].starts_at if found else None


def _asked_for(calendar: AvailabilityCalendar, group: Group, rejection: Rejection) -> Visit | None:
    """Return the visit for which the technician of the reason was wished."""
    names = {technician.id: technician.name for technician in calendar.snapshot.technicians}
    visits = (step.visit for step in group.steps)
    return next((visit for visit in visits if rejection.technician in map(names.get, visit.wished)), None)


def _back(
    calendar: AvailabilityCalendar, visit: Visit, window: Window, booking_window: BookingWindow, *, name: str | None
) -> datetime | None:
    """Return when somebody can do it for the first time after the window began."""
    line = calendar.timeline
    later = line.starts(max(window[0], booking_window.earliest), min(calendar.snapshot.ends, booking_window.horizon))
    wished = next(who for who in calendar.snapshot.technicians if who.name == name)
    able = calendar.technician_starts(wished, visit) & later if calendar.can_serve(wished, visit) else 0
    return line.at(next(bits(able))) if able else None


def _others(
    calendar: AvailabilityCalendar,
    group: Group,
    visit: Visit,
    window: Window,
    booking_window: BookingWindow,
    *,
    name: str | None,
) -> tuple[str, ...]:
    """Return who could do it in somebody's place at the time that was asked for, those with the least to do first."""
    missing = {who.id for who in calendar.snapshot.technicians if who.name == name}
    kept = tuple(number for number in visit.wished if number not in missing)
    anyone = dataclasses.replace(visit, technician=next(iter(kept), None), beside=kept[1:])
    steps = tuple(dataclasses.replace(s, visit=anyone) if s.visit is visit else s for s in group.steps)
    freed = Group(steps)
    asked = calendar.timeline.starts(max(window[0], booking_window.earliest), min(window[1], booking_window.horizon))
    for bit in bits(possible_starts(calendar, freed) & asked):
        start = calendar.timeline.at(bit)
        if assign(calendar, freed, start, most=1):
            allocations = [allocation for team in calendar.teams_at(anyone, start) for allocation in team]
            return tuple(dict.fromkeys(allocation.name for allocation in allocations if allocation.id not in kept))
    return ()

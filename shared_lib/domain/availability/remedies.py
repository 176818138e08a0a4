"""What would help somebody whose wish can't be met: another time, another technician, the day that they are back."""

import dataclasses
from datetime import datetime

from shared_lib.domain.availability.diary import AvailabilityCalendar
from shared_lib.domain.availability.groups import Group, possible_starts, seat
from shared_lib.domain.availability.limits import BookingWindow
from shared_lib.domain.availability.offers import Window, slots
from shared_lib.domain.availability.reasons import Rejection, RejectionCode
from shared_lib.domain.availability.timeline import bits
from shared_lib.domain.availability.visit import Visit

NEVER = frozenset({RejectionCode.OUTSIDE_HORIZON, RejectionCode.NOBODY_FOR_IT, RejectionCode.PARTY_TOO_LARGE})
"""Reasons that no other time in reach would mend."""
OF_A_TECHNICIAN = frozenset({RejectionCode.NOT_THEIR_WORK, RejectionCode.AWAY, RejectionCode.BUSY})


def with_alternatives(
    rejection: Rejection, calendar: AvailabilityCalendar, group: Group, window: Window, booking_window: BookingWindow
) -> Rejection:
    """Return the reason with what would help; the calendar reaches as far as the help is looked for."""
    rejection = dataclasses.replace(rejection, nearest=_nearest(calendar, group, window, booking_window))
    if rejection.code in OF_A_TECHNICIAN and (visit := _named(calendar, group, rejection)):
        back, others = (
            _back(calendar, visit, window, booking_window),
            _others(calendar, group, visit, window, booking_window),
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


def _named(calendar: AvailabilityCalendar, group: Group, rejection: Rejection) -> Visit | None:
    """Return the visit for which the technician of the reason was wished."""
    names = {technician.id: technician.name for technician in calendar.snapshot.technicians}
    visits = (step.visit for step in group.steps if step.visit.technician)
    return next((visit for visit in visits if names.get(visit.technician or 0) == rejection.technician), None)


def _back(
    calendar: AvailabilityCalendar, visit: Visit, window: Window, booking_window: BookingWindow
) -> datetime | None:
    """Return when somebody can do it for the first time after the window began."""
    line = calendar.timeline
    later = line.starts(max(window[0], booking_window.earliest), min(calendar.snapshot.ends, booking_window.horizon))
    wished = next(who for who in calendar.snapshot.technicians if who.id == visit.technician)
    able = calendar.technician_starts(wished, visit) & later if calendar.can_serve(wished, visit) else 0
    return line.at(next(bits(able))) if able else None


def _others(
    calendar: AvailabilityCalendar, group: Group, visit: Visit, window: Window, booking_window: BookingWindow
) -> tuple[str, ...]:
    """Return who could do it at the time that was asked for, those with the least to do first."""
    anyone = dataclasses.replace(visit, technician=None)
    steps = tuple(dataclasses.replace(s, visit=anyone) if s.visit is visit else s for s in group.steps)
    freed = Group(steps)
    asked = calendar.timeline.starts(max(window[0], booking_window.earliest), min(window[1], booking_window.horizon))
    for bit in bits(possible_starts(calendar, freed) & asked):
        start = calendar.timeline.at(bit)
        if seat(calendar, freed, start, most=1):
            allocations = [allocation for team in calendar.teams_at(anyone, start) for allocation in team]
            return tuple(dict.fromkeys(allocation.name for allocation in allocations))
    return ()

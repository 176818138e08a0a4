"""The one reason why a time is not offered."""

from datetime import datetime

from shared_lib.domain.availability.diary import Diary
from shared_lib.domain.availability.limits import Limits
from shared_lib.domain.availability.reasons import Reason, Why
from shared_lib.domain.availability.visit import Visit
from shared_lib.domain.spa import Technician


def explain(diary: Diary, visit: Visit, start: datetime, limits: Limits) -> Reason | None:
    """Return why a visit can't begin at an instant, from the widest rule to the narrowest; None if it can."""
    return limits.broken_by(start) or _of_the_house(diary, visit, start)


def _of_the_house(diary: Diary, visit: Visit, start: datetime) -> Reason | None:
    if diary.seatings(visit, start):
        return None
    bit = 1 << max(0, diary.timeline.bit(start))
    if not diary.open_for(visit) & bit:
        return Reason(Why.CLOSED)
    if visit.technician is not None and visit.specialties:
        return _of_the_technician(diary, visit, bit)
    able = [technician for technician in diary.floor.technicians if diary.can_serve(technician, visit)]
    if len(able) < len(visit.specialties):
        return Reason(Why.NOBODY_FOR_IT)
    on_duty = [technician for technician in able if diary.on_duty(technician, visit) & bit]
    return Reason(Why.TAKEN if len(on_duty) >= len(visit.specialties) else Why.NOBODY_ON_DUTY)


def _of_the_technician(diary: Diary, visit: Visit, bit: int) -> Reason:
    wished = _named(diary, visit.technician)
    if wished is None:
        return Reason(Why.NOBODY_FOR_IT)
    if not diary.can_serve(wished, visit):
        return Reason(Why.NOT_THEIR_WORK, technician=wished.name)
    if not diary.on_duty(wished, visit) & bit:
        return Reason(Why.AWAY, technician=wished.name)
    if not diary.technician_starts(wished, visit) & bit:
        return Reason(Why.BUSY, technician=wished.name)
    return Reason(Why.TAKEN, technician=wished.name)


def _named(diary: Diary, number: int | None) -> Technician | None:
    return next((technician for technician in diary.floor.technicians if technician.id == number), None)

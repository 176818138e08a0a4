"""The one reason why a time, or a whole stretch of time, is not offered."""

from shared_lib.domain.availability.diary import Diary
from shared_lib.domain.availability.groups import Group, has_start
from shared_lib.domain.availability.limits import Limits
from shared_lib.domain.availability.offers import Window
from shared_lib.domain.availability.reasons import Reason, Why
from shared_lib.domain.availability.visit import Visit
from shared_lib.domain.spa import Technician


def explain(diary: Diary, group: Group, window: Window, limits: Limits) -> Reason | None:
    """Return why nothing can begin within a window, from the widest rule to the narrowest; None if it can."""
    return limits.broken_by(*window) or _of_the_group(diary, group, _bits(diary, window, limits))


def _of_the_group(diary: Diary, group: Group, asked: int) -> Reason | None:
    if group.alone:
        return _of_the_house(diary, group.alone, asked)
    if has_start(diary, group, asked):
        return None
    alone = (_of_the_house(diary, step.visit, asked) for step in group.steps if step.waits == (0,))
    return next(filter(None, alone), Reason(Why.NOT_TOGETHER))


def _bits(diary: Diary, window: Window, limits: Limits) -> int:
    begins, ends = window
    return diary.timeline.starts(max(begins, limits.earliest), min(ends, limits.horizon))


def _of_the_house(diary: Diary, visit: Visit, asked: int) -> Reason | None:
    if diary.starts(visit) & asked:
        return None
    if not diary.open_for(visit) & asked:
        return Reason(Why.CLOSED)
    if visit.technician is not None and visit.specialties:
        return _of_the_technician(diary, visit, asked)
    able = [technician for technician in diary.floor.technicians if diary.can_serve(technician, visit)]
    if len(able) < len(visit.specialties):
        return Reason(Why.NOBODY_FOR_IT)
    on_duty = [technician for technician in able if diary.on_duty(technician, visit) & asked]
    return Reason(Why.TAKEN if len(on_duty) >= len(visit.specialties) else Why.NOBODY_ON_DUTY)


def _of_the_technician(diary: Diary, visit: Visit, asked: int) -> Reason:
    wished = _named(diary, visit.technician)
    if wished is None:
        return Reason(Why.NOBODY_FOR_IT)
    rules = (
        (diary.can_serve(wished, visit), Why.NOT_THEIR_WORK),
        (diary.on_duty(wished, visit) & asked, Why.AWAY),
        (diary.technician_starts(wished, visit) & asked, Why.BUSY),
    )
    return Reason(next((why for kept, why in rules if not kept), Why.TAKEN), technician=wished.name)


def _named(diary: Diary, number: int | None) -> Technician | None:
    return next((technician for technician in diary.floor.technicians if technician.id == number), None)

"""The one reason why a time, or a whole stretch of time, is not offered."""

from collections.abc import Callable

from shared_lib.domain.availability.diary import Diary
from shared_lib.domain.availability.groups import Group, has_start
from shared_lib.domain.availability.limits import Limits
from shared_lib.domain.availability.offers import Window
from shared_lib.domain.availability.reasons import Reason, Why
from shared_lib.domain.availability.teams import subsets
from shared_lib.domain.availability.timeline import at_least
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
    alone = (
        _of_the_house(diary, step.visit, _later(asked, least, most) & diary.timeline.whole)
        for step, least, most in group.offsets()
    )
    return next(filter(None, alone), Reason(Why.NOT_TOGETHER))


def _later(asked: int, least: int, most: int) -> int:
    """Return the minutes that lie between so many minutes after any of those asked for."""
    mask, width = asked << least, 1
    while width <= most - least:
        step = min(width, most - least + 1 - width)
        mask |= mask << step
        width += step
    return mask


def _bits(diary: Diary, window: Window, limits: Limits) -> int:
    begins, ends = window
    return diary.timeline.starts(max(begins, limits.earliest), min(ends, limits.horizon))


def _of_the_house(diary: Diary, visit: Visit, asked: int) -> Reason | None:
    """Return the first rule that leaves none of the minutes which the rules before it left."""
    if diary.starts(visit) & asked:
        return None
    open_at = diary.open_for(visit) & asked
    if not open_at:
        return Reason(Why.CLOSED)
    if visit.technician is not None and visit.specialties:
        return _of_the_technician(diary, visit, open_at)
    return Reason(_of_the_team(diary, visit, open_at) or Why.TAKEN)


def _of_the_technician(diary: Diary, visit: Visit, open_at: int) -> Reason:
    wished = _named(diary, visit.technician)
    if wished is None:
        return Reason(Why.NOBODY_FOR_IT)
    if not diary.can_serve(wished, visit):
        return Reason(Why.NOT_THEIR_WORK, technician=wished.name)
    on_duty = diary.on_duty(wished, visit) & open_at
    if not on_duty:
        return Reason(Why.AWAY, technician=wished.name)
    if others := _of_the_team(diary, visit, on_duty):
        return Reason(others, technician=wished.name)
    with_others = _minutes(diary, visit, diary.on_duty) & on_duty
    free = diary.technician_starts(wished, visit) & with_others
    return Reason(Why.TAKEN if free else Why.BUSY, technician=wished.name)


def _of_the_team(diary: Diary, visit: Visit, asked: int) -> Why | None:
    """Return why there are not enough people at any of the minutes, however little there is to do."""
    if not _minutes(diary, visit, lambda _technician, _visit: asked):
        return Why.NOBODY_FOR_IT
    return None if _minutes(diary, visit, diary.on_duty) & asked else Why.NOBODY_ON_DUTY


def _minutes(diary: Diary, visit: Visit, of_one: Callable[[Technician, Visit], int]) -> int:
    """Return the minutes at which there are enough people for each of the specialties, counted as the diary does."""
    able = [technician for technician in diary.floor.technicians if diary.can_serve(technician, visit)]
    mask = diary.timeline.whole
    for some in subsets(visit.specialties):
        needed = sum(specialty in some for specialty in visit.specialties)
        mask &= at_least(needed, [of_one(who, visit) for who in able if who.specialties & some])
    return mask


def _named(diary: Diary, number: int | None) -> Technician | None:
    return next((technician for technician in diary.floor.technicians if technician.id == number), None)

"""Holidays that people name in English: those of the spa's country, and those of its guests."""

from datetime import date

from shared_lib.agent.language import calendar, day_builders, movable_holidays
from shared_lib.agent.language.calendar import Days, Period, one
from shared_lib.agent.language.grammar import table

# holidays of other calendars, in the years that anybody books for
_LUNAR_NEW_YEAR = """
    2026-02-17 2027-02-06 2028-01-26 2029-02-13 2030-02-03 2031-01-23 2032-02-11 2033-01-31 2034-02-19 2035-02-08
"""
_DIWALI = "2026-11-08 2027-10-29 2028-10-17 2029-11-05 2030-10-26"


def _listed(block: str) -> Days:
    """Mean the first of the listed days that has not passed, none after the last."""
    listed = [date.fromisoformat(day) for day in block.split()]

    def day(today: date) -> Period | None:
        ahead = next((day for day in listed if day >= today), None)
        return one(ahead) if ahead else None

    return day


HOLIDAYS = table(
    "holidays",
    "mlk day / hanukkah / passover",
    ("christmas day?", day_builders.day(calendar.day_of_month(25, 12))),
    ("christmas eve|evening", day_builders.day(calendar.day_of_month(24, 12))),
    ("boxing day", day_builders.day(calendar.day_of_month(26, 12))),
    ("new year's|years eve|evening", day_builders.day(calendar.day_of_month(31, 12))),
    ("nye", day_builders.day(calendar.day_of_month(31, 12))),
    ("new year|year's|years day?", day_builders.day(calendar.day_of_month(1, 1))),
    ("lunar|chinese|vietnamese new year|year's|years day?", day_builders.day(_listed(_LUNAR_NEW_YEAR))),
    ("lunar|chinese|vietnamese new year's|years eve", day_builders.day(calendar.moved(_listed(_LUNAR_NEW_YEAR), -1))),
    ("diwali|deepavali", day_builders.day(_listed(_DIWALI))),
    ("st|saint nicholas|nick's|nicholas's day?", day_builders.day(calendar.day_of_month(6, 12))),
    ("epiphany", day_builders.day(calendar.day_of_month(6, 1))),
    ("three kings day", day_builders.day(calendar.day_of_month(6, 1))),
    ("kwanzaa", day_builders.day(calendar.day_of_month(26, 12))),
    ("may day", day_builders.day(calendar.day_of_month(1, 5))),
    ("galentine's|galentines day?", day_builders.day(calendar.day_of_month(13, 2))),
    ("election day", day_builders.day(calendar.moved(calendar.nth_weekday(11, 0, 1), 1))),
    ("giving tuesday", day_builders.day(calendar.moved(calendar.nth_weekday(11, 3, 4), 5))),
    ("valentine's|valentines|valentine day?", day_builders.day(calendar.day_of_month(14, 2))),
    ("st|saint patrick's|patricks|patrick day", day_builders.day(calendar.day_of_month(17, 3))),
    ("halloween", day_builders.day(calendar.day_of_month(31, 10))),
    ("independence day", day_builders.day(calendar.day_of_month(4, 7))),
    ("juneteenth", day_builders.day(calendar.day_of_month(19, 6))),
    ("veterans|veteran's day", day_builders.day(calendar.day_of_month(11, 11))),
    ("martin? luther? king|mlk jr|king's|kings? day", day_builders.day(calendar.nth_weekday(1, 0, 3))),
    ("cinco de mayo", day_builders.day(calendar.day_of_month(5, 5))),
    ("april fools|fool's|fools' day?", day_builders.day(calendar.day_of_month(1, 4))),
    ("earth day", day_builders.day(calendar.day_of_month(22, 4))),
    ("groundhog day", day_builders.day(calendar.day_of_month(2, 2))),
    ("women's|womens day", day_builders.day(calendar.day_of_month(8, 3))),
    ("presidents|presidents'|president's day", day_builders.day(calendar.nth_weekday(2, 0, 3))),
    ("mothers|mother's day", day_builders.day(calendar.nth_weekday(5, 6, 2))),
    ("memorial day", day_builders.day(calendar.nth_weekday(5, 0, -1))),
    ("fathers|father's day", day_builders.day(calendar.nth_weekday(6, 6, 3))),
    ("labor|labour day", day_builders.day(calendar.nth_weekday(9, 0, 1))),
    ("columbus|indigenous people's|peoples|peoples'? day", day_builders.day(calendar.nth_weekday(10, 0, 2))),
    ("thanksgiving eve", day_builders.day(calendar.moved(calendar.nth_weekday(11, 3, 4), -1))),
    ("thanksgiving day?", day_builders.day(calendar.nth_weekday(11, 3, 4))),
    ("black friday", day_builders.day(calendar.moved(calendar.nth_weekday(11, 3, 4), 1))),
    ("cyber monday", day_builders.day(calendar.moved(calendar.nth_weekday(11, 3, 4), 4))),
    ("palm sunday", day_builders.day(movable_holidays.easter(-7))),
    ("ash wednesday", day_builders.day(movable_holidays.easter(-46))),
    ("good friday", day_builders.day(movable_holidays.easter(-2))),
    ("easter sunday?", day_builders.day(movable_holidays.easter())),
    ("easter monday|mon", day_builders.day(movable_holidays.easter(1))),
    ("easter weekend", day_builders.day(calendar.leading_to(movable_holidays.easter(), 1))),
    ("orthodox|greek|russian easter sunday?", day_builders.day(movable_holidays.orthodox_easter())),
    ("mardi gras", day_builders.day(movable_holidays.easter(-47))),
    ("fat tuesday", day_builders.day(movable_holidays.easter(-47))),
    ("super bowl sunday|weekend?", day_builders.day(calendar.nth_weekday(2, 6, 2))),
    ("superbowl sunday?", day_builders.day(calendar.nth_weekday(2, 6, 2))),
    ("passover|pesach", day_builders.day(movable_holidays.passover())),
    ("purim", day_builders.day(movable_holidays.passover(-30))),
    ("shavuot", day_builders.day(movable_holidays.passover(50))),
    ("rosh hashanah|hashana", day_builders.day(movable_holidays.after_jewish_new_year(0))),
    ("yom kippur", day_builders.day(movable_holidays.after_jewish_new_year(9))),
    ("sukkot", day_builders.day(movable_holidays.after_jewish_new_year(14))),
    ("hanukkah|chanukah|hanukah", day_builders.day(movable_holidays.hanukkah())),
)

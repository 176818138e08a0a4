"""Days at the ends of months and years, in leap years, and never in the past."""

from datetime import date, datetime, timedelta

import pytest

from shared_lib.agent.language import understand


def meant(text, today):
    when = understand(text, now=datetime.fromisoformat(f"{today}T10:00")).when
    return (str(when.date), str(when.end_date) if when.end_date else None) if when else None


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        ("2026-12-31", "tomorrow", "2027-01-01"),
        ("2026-12-30", "friday", "2027-01-01"),
        ("2026-12-28", "next tuesday", "2027-01-05"),
        ("2027-01-31", "in a month", "2027-02-28"),
        ("2028-02-28", "tomorrow", "2028-02-29"),
        ("2026-02-28", "on the 29th", "2026-03-29"),
        ("2026-01-31", "the 30th", "2026-03-30"),
        ("2026-11-25", "february 29th", "2028-02-29"),
        ("2026-11-25", "wednesday", "2026-12-02"),
        ("2026-11-25", "the 25th", "2026-11-25"),
        ("2026-11-25", "november 24", "2027-11-24"),
        ("2026-12-26", "christmas", "2027-12-25"),
        ("2026-03-07", "tomorrow at 2:30 am", "2026-03-08"),
        ("2026-10-31", "in 24 hours", "2026-11-01"),
        ("2027-03-29", "easter", "2028-04-16"),
        ("2026-11-27", "this friday", "2026-11-27"),
        ("2026-11-25", "12-25-26", "2026-12-25"),
        ("2026-11-25", "12 25 2026", "2026-12-25"),
    ],
)
def test_a_day_is_the_next_that_it_could_be(today, text, day):
    assert meant(text, today) == (day, None)


@pytest.mark.parametrize(
    ("holiday", "days"),
    [
        ("easter", ["2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28"]),
        ("orthodox easter", ["2024-05-05", "2025-04-20", "2026-04-12", "2027-05-02"]),
        ("purim", ["2024-03-24", "2025-03-14", "2026-03-03", "2027-03-23"]),
        ("passover", ["2024-04-23", "2025-04-13", "2026-04-02", "2027-04-22"]),
        ("shavuot", ["2024-06-12", "2025-06-02", "2026-05-22", "2027-06-11"]),
        ("rosh hashanah", ["2024-10-03", "2025-09-23", "2026-09-12", "2027-10-02"]),
        ("yom kippur", ["2024-10-12", "2025-10-02", "2026-09-21", "2027-10-11"]),
        ("hanukkah", ["2024-12-26", "2025-12-15", "2026-12-05", "2027-12-25"]),
    ],
)
def test_a_holiday_that_moves_is_where_its_own_calendar_has_it(holiday, days):
    assert [meant(holiday, f"{year}-01-01")[0] for year in range(2024, 2028)] == days


@pytest.mark.parametrize(
    ("today", "text", "days"),
    [
        ("2026-12-29", "this week", ("2026-12-29", "2027-01-03")),
        ("2026-12-29", "from the 30th to the 2nd", ("2026-12-30", "2027-01-02")),
        ("2026-12-15", "next month", ("2027-01-01", "2027-01-31")),
        ("2026-11-29", "this weekend", ("2026-11-29", "2026-11-29")),
        ("2026-11-29", "not this weekend but the one after", ("2026-12-05", "2026-12-06")),
        ("2026-11-29", "monday to wednesday next week", ("2026-11-30", "2026-12-02")),
        ("2027-09-06", "labor day weekend", ("2027-09-06", "2027-09-06")),
        ("2027-12-26", "the week after christmas", ("2027-12-27", "2028-01-02")),
        ("2026-11-25", "the first two weeks of december", ("2026-12-01", "2026-12-14")),
    ],
)
def test_a_range_begins_today_at_the_earliest(today, text, days):
    first, last = days
    assert meant(text, today) == (first, last if last != first else None)


@pytest.mark.parametrize(
    "text", ["the 30th of next month", "dec 25 1999", "5/6/85", "open 24/7", "the friday before last"]
)
def test_a_day_that_never_comes_is_not_made_up(text):
    assert meant(text, "2027-01-31") is None


@pytest.mark.parametrize(
    "text",
    [
        *("monday", "this friday", "the 3rd", "march 5", "weekend", "early next week", "in two weeks on tuesday"),
        *("two days before christmas", "the monday before christmas", "the week before christmas", "christmas weekend"),
        *("the weekend before christmas", "labor day weekend", "easter weekend", "good friday", "hanukkah", "purim"),
        *("midweek", "the week after christmas", "not this weekend but the one after"),
        *("the last day of the month", "first half of december", "the second half of the month", "end of the year"),
        *("the first monday of the month", "the last week of june", "a saturday in june", "the 29th of february"),
    ],
)
def test_no_day_of_the_year_makes_a_past_day_of_it(text):
    for n in range(366):
        today = date(2027, 6, 1) + timedelta(days=n)
        first, last = meant(text, today.isoformat())
        assert today.isoformat() <= first <= (last or first)

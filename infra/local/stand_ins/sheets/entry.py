"""What becomes of a value that is written into a cell: as sent (RAW), or as if a person had typed it."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from infra.local.stand_ins.google.errors import invalid

Cell = dict[str, Any]
"""`value` as calculations see it, `shown` as people see it; `formula` and `dated` where it is one."""

EPOCH = date(1899, 12, 30)
LONGEST = 50_000
DAY_MINUTES = 24 * 60
HOURS = 12

NUMBER = re.compile(r"([+-]?)(\$?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(%?)")
ISO_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
US_DATE = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")
TIME = re.compile(r"(\d{1,2}):([0-5]\d)(?: ?([AaPp][Mm]))?")


def raw(value: object) -> Cell | None:
    """Keep a value as it was sent: text stays text, whatever it looks like."""
    if isinstance(value, dict | list):
        raise invalid(f"Invalid values[0][0]: {'struct' if isinstance(value, dict) else 'list'}_value")
    if value in ("", None):
        return None
    if isinstance(value, str) and len(value) > LONGEST:
        raise invalid(f"Your input contains more than the maximum of {LONGEST} characters in a single cell.")
    return {"value": value, "shown": _shown(value)}


def typed(value: object) -> Cell | None:
    """Understand a value as if it had been typed: amounts, percents, dates, times, formulas, else text."""
    if not isinstance(value, str):
        return raw(value)
    for read in (_formula, _truth, _number, _date, _time):
        if cell := read(value.strip()):
            return cell
    return raw(value.removeprefix("'"))


def seeded(value: object) -> Cell | None:
    """Take a value of a workbook that somebody prepared: typed, but never a formula."""
    cell = typed(value)
    return raw(value) if cell and "formula" in cell else cell


def rendered(cell: Cell | None, option: str, date_option: str) -> Any:  # noqa: ANN401 -- text, number or truth
    """Return a cell as a reader asked for it."""
    if cell is None:
        return ""
    if option == "FORMATTED_VALUE" or (cell.get("dated") and date_option == "FORMATTED_STRING"):
        return cell["shown"]
    return cell.get("formula", cell["value"]) if option == "FORMULA" else cell["value"]


def _shown(value: object) -> str:
    return str(value).upper() if isinstance(value, bool) else str(_whole(value))


def _whole(value: Any) -> Any:  # noqa: ANN401 -- numbers lose a needless fraction, all else stays
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _formula(text: str) -> Cell | None:
    # Sheets would calculate and call out; here a formula shows that it was one.
    if not text.startswith(("=", "+")) or text == "=" or NUMBER.fullmatch(text):
        return None
    return {"value": "#ERROR!", "shown": "#ERROR!", "formula": text}


def _truth(text: str) -> Cell | None:
    return {"value": text.upper() == "TRUE", "shown": text.upper()} if text.upper() in {"TRUE", "FALSE"} else None


def _number(text: str) -> Cell | None:
    match = NUMBER.fullmatch(text)
    if not match:
        return None
    sign, dollar, digits, fraction, percent = match.groups()
    number = float(f"{sign}{digits.replace(',', '')}{fraction or ''}")
    style = dollar or percent or ("," if "," in digits else "")
    shown = STYLES[style](number, 2 if fraction else 0)
    return {"value": _whole(number / 100 if percent else number), "shown": shown}


STYLES: Mapping[str, Callable[[float, int], str]] = {
    "$": lambda number, places: f"{'-' if number < 0 else ''}${abs(number):,.{places}f}",
    "%": lambda number, places: f"{number:.{places}f}%",
    ",": lambda number, places: f"{number:,.{places}f}",
    "": lambda number, _: str(_whole(number)),
}


def _date(text: str) -> Cell | None:
    if match := ISO_DATE.fullmatch(text):
        year, month, day = map(int, match.groups())
    elif match := US_DATE.fullmatch(text):
        month, day, year = map(int, match.groups())
    else:
        return None
    try:
        serial = (date(year, month, day) - EPOCH).days
    except ValueError:
        return None
    return {"value": serial, "shown": text, "dated": True}


def _time(text: str) -> Cell | None:
    match = TIME.fullmatch(text)
    if not match:
        return None
    hours, minutes, half = int(match[1]), match[2], (match[3] or "").upper()
    if half and not 1 <= hours <= HOURS:
        return None
    day_hours = hours % HOURS + (HOURS if half == "PM" else 0) if half else hours
    value = (day_hours * 60 + int(minutes)) / DAY_MINUTES
    # A day and more is a length of time, which Sheets writes with seconds: 24:00 becomes 24:00:00.
    shown = f"{hours}:{minutes} {half}" if half else text if value < 1 else f"{text}:00"
    return {"value": _whole(value), "shown": shown, "dated": True}

"""What guests want, as files have it: lines with several wordings, a wish, and the end that is fair to expect.

    - task: plain                              a name within its kind; the kind is the file's
      lang: ru                                 the language of the guest (en), in which every answer has to be
      wants: Swedish Massage, Thu 15:00-17:00, with Anna
                                               by which ordinary questions are answered; `then` and `/` join treatments
      say: [four wordings]                     the first line; run k says the k-th
      hears, never: regex                      what the answer to this very line has to match, and must not
      then: [lines]                            each with `say`, `hears`, `never`, and
                                                 when: slot    what has to be asked: slot, day, treatment, name, email,
                                                               phone, code, payment, news (a payment's), or nothing
                                                 unless: regex left out where the last answer matches
                                                 only: regex   left out where the last answer does not
                                                 wants: ...    what is wished for from here on
                                                 lang: ...     the language from here on
                                                 pay, wait     pays by the local console; lets so many seconds pass
      ends: [visits]                           what stands at the end; unless said, what is wanted
      guest: {name: [...], email: [...]}       who it is, where that matters
      before: wants                            a visit that was booked before; `{ref}` is its reference
      before_ends: regex                       on status and text of the earlier visit's payment page
      says: regex                              on all that the house said
      mail: regex                              on the last e-mail that the guest got
      prices: true                             prices are asked for; otherwise they are said with a payment alone
      quiet: true                              nothing may be sold
      turns: 8                                 at most so many lines

A visit is `Treatment + Add-on then Treatment, Thu 15:00-17:00, with Anna, $188.10, confirmed`: the day and the hours
of its beginning, and what else is to be held to. The tasks are for a Wednesday at 10:00; `{d2:%-d %B}` is the day after
tomorrow. In a regex `<desk>` and its like are the patterns of `WORDS`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml

FOLDER = Path(__file__).parent / "tasks"
DAYS = ("Wed", "Thu", "Fri", "Sat", "Sun", "Mon", "Tue")
WORDS = {
    "desk": r"(?:555[ -]?010[ -]?0142|front desk|recepci[óo]n|ресепш|рецепц|стойк|администратор|адміністратор|קבל[הת])",
    "sells": r"(?:which (?:treatment|one|day|of these)|shall i (?:hold|book|look)|like to book|(?:day|time) would)",
    "lost": r"(?:not sure (?:that )?i understand|rather not guess|understands? better than|did(?:n't| not) (?:quite )?"
    r"(?:understand|catch|get))",
    "horizon": r"(?:\bup to\b|as far as|too far|days? ahead|in advance|not yet open|opens? (?:up )?(?:to|for))",
    "sorry": r"(?:\bsorry\b|apolog|\bregret)",
    "proof": r"(?:\bcode\b|e-?mail|prove|verif|reference|front desk|555[ -]?010[ -]?0142)",
    "elsewhere": r"(?:in this conversation|nothing to cancel|nothing is held)",
    "care": r"(?:technician|therapist|doctor|physician|midwife|before your visit|note|not for everyone|<desk>)",
    "safe": r"(?:(?:is|are|it's|be) (?:perfectly |quite |completely |totally )?(?:safe|fine|no problem|ok(?:ay)?)\b"
    r"|you can safely)",
}


@dataclass(frozen=True)
class Visit:
    """A visit that is wished for or has to stand: `then` and `/` join the treatments, `+` adds to one."""

    items: str
    day: int
    begins: str
    until: str
    technician: str = ""
    cents: int | None = None
    status: str = "held"

    @classmethod
    def read(cls, written: str) -> "Visit":
        """Read a visit as files have it; raise ValueError."""
        items, when, *more = (part.strip() for part in written.split(","))
        day, _, hours = when.partition(" ")
        begins, _, until = hours.partition("-")
        rest: dict[str, Any] = {}
        for part in more:
            if part.startswith("with "):
                rest["technician"] = part.removeprefix("with ")
            elif part.startswith("$"):
                rest["cents"] = round(100 * float(part[1:]))
            else:
                rest["status"] = part
        return cls(items, DAYS.index(day), begins, until or begins, **rest)

    @property
    def treatments(self) -> list[str]:
        """Return the names of its treatments, in their order."""
        return [part.partition(" + ")[0] for part in re.split(" then | / ", self.items)]

    @property
    def lines(self) -> list[str]:
        """Return the names of all that is sold."""
        return re.split(r" then | / | \+ ", self.items)

    @property
    def side_by_side(self) -> bool:
        """Whether the treatments begin together."""
        return " / " in self.items


@dataclass(frozen=True)
class Line:
    """Something that a guest says or does once its moment has come."""

    say: Sequence[str] = ()
    when: str = ""
    unless: str = ""
    only: str = ""
    hears: str = ""
    never: str = ""
    wants: str | None = None
    lang: str = ""
    pay: bool = False
    wait: int = 0

    @property
    def optional(self) -> bool:
        """Whether it may stay unsaid."""
        return bool(self.unless or self.only)


@dataclass(frozen=True)
class Task:
    """What a guest wants of one conversation."""

    kind: str
    task: str
    lines: Sequence[Line]
    lang: str = "en"
    wants: Visit | None = None
    ends: Sequence[Visit] | None = None
    guest: Mapping[str, Sequence[str]] = field(default_factory=dict)
    before: Visit | None = None
    before_ends: str = ""
    says: str = ""
    mail: str = ""
    prices: bool = False
    quiet: bool = False
    turns: int = 8

    @property
    def id(self) -> str:
        """Return its name among all."""
        return f"{self.kind}-{self.task}"

    @property
    def languages(self) -> set[str]:
        """Return the languages that the guest speaks."""
        return {self.lang, *(line.lang for line in self.lines if line.lang)}

    @classmethod
    def read(cls, kind: str, row: Mapping[str, Any]) -> "Task":
        """Read one task of a file; raise TypeError where it has what no task has."""
        rest = dict(row)
        first = {name: rest.pop(name) for name in ("say", "hears", "never", "pay") if name in rest}
        lines = [Line(**line) for line in (first, *rest.pop("then", ()))]
        wants, before, ends = rest.pop("wants", None), rest.pop("before", None), rest.pop("ends", None)
        wish = Visit.read(wants) if wants else None
        standing = [wish] if ends is None and wish else [Visit.read(end) for end in ends or ()]
        rest.setdefault("turns", 8 if wish else len(lines) + 1)
        return cls(kind, lines=lines, wants=wish, ends=standing, before=Visit.read(before) if before else None, **rest)


@cache
def tasks() -> tuple[Task, ...]:
    """Return all tasks; those that let time pass come last, for the house's clock only goes ahead."""
    every = [Task.read(path.stem, row) for path in sorted(FOLDER.glob("*.yaml")) for row in _rows(path)]
    return tuple(sorted(every, key=lambda task: any(line.wait for line in task.lines)))


def _rows(path: Path) -> Iterator[Mapping[str, Any]]:
    yield from yaml.safe_load(path.read_text(encoding="utf-8"))


def filled(text: str, today: date, *, ref: str = "") -> str:
    """Return a line with its days and the reference of the earlier visit."""

    def day(found: re.Match[str]) -> str:
        return (today + timedelta(days=int(found[1]))).strftime(found[2])

    return re.sub(r"\{d(\d+):([^{}]+)\}", day, text).replace("{ref}", ref)


def found(regex: str, text: str) -> re.Match[str] | None:
    """Look for a task's regex in a text; a dot is any letter, also a new line."""
    for _ in range(2):  # patterns may name patterns
        regex = re.sub(r"<(\w+)>", lambda name: WORDS.get(name[1], name[0]), regex)
    return re.search(regex, text, re.IGNORECASE | re.DOTALL)


def clock(at: datetime) -> str:
    """Return an hour as visits are written with."""
    return f"{at:%H:%M}"

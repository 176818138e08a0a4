"""What the house knows of itself: hours, lengths, people, the menu, and the questions that guests ask."""

from collections.abc import Sequence

from shared_lib.agent.dialogue.dialogue_state import DialogueState
from shared_lib.agent.dialogue.prices import rows_meant
from shared_lib.agent.dialogue.services import DialogueServices
from shared_lib.agent.dialogue.wording import day_of
from shared_lib.agent.language import When
from shared_lib.agent.language.telling_words import telling_words
from shared_lib.kernel.formatting import say_spans, week_runs
from shared_lib.kernel.hours import WeeklyHours

ENOUGH = 0.5
"""The share of a question's words that one of ours must have, to be taken for the same question."""


def hours(when: When | None, services: DialogueServices) -> str:
    """Return the opening hours of each area: of the day that was asked about, else of the week."""
    if when is not None and when.date is not None and when.end_date is None:
        day = when.date
        lines = [
            services.say("hours_line", area=area, hours=say_spans(hours.spans_on(day), closed=services.say("closed")))
            for area, hours in services.book.hours.items()
        ]
        return services.say("hours_that_day", day=day_of(services.spa.midnight(day), services), lines="\n".join(lines))
    lines = [
        services.say("hours_line", area=area, hours=_week(hours, services))
        for area, hours in services.book.hours.items()
    ]
    return services.say("hours", lines="\n".join(lines))


def _week(hours: WeeklyHours, services: DialogueServices) -> str:
    """Return a week as people read it, days with the same hours together."""
    closed = services.say("closed")
    return "; ".join(f"{days} {say_spans(spans, closed=closed)}" for days, spans in week_runs(hours))


def duration(state: DialogueState, named: Sequence[str], services: DialogueServices) -> str:
    """Return how long the treatment takes that is meant."""
    rows = rows_meant(state, named, services)
    return "\n".join(services.say("duration", treatment=row.name, minutes=row.minutes) for row in rows) or services.say(
        "duration_which"
    )


def people(state: DialogueState, services: DialogueServices) -> str:
    """Return who does the treatment that this conversation is about, or all of them."""
    rows = rows_meant(state, (), services) or list(services.book.treatments)
    names = services.technicians_for(tuple(specialty for row in rows for specialty in row.specialties))
    treatment = rows[0].name if len(rows) == 1 else ""
    return services.say("technicians_for" if treatment else "technicians", treatment=treatment, names=", ".join(names))


def menu(services: DialogueServices) -> str:
    """Return the names of all that is offered, by kind, without prices."""
    kinds: dict[str, list[str]] = {}
    for row in services.book.treatments:
        kinds.setdefault(row.category.replace("_", " & "), []).append(row.name)
    return "\n".join(services.say("menu_line", kind=kind, names=", ".join(names)) for kind, names in kinds.items())


def answer(text: str, lang: str, services: DialogueServices) -> str:
    """Return the house's answer to the question that shares enough of its words with this one, "" if none does."""
    words = telling_words(text, lang)
    scored = [(len(words & telling_words(row.question, lang)), row.answer) for row in services.book.faq]
    best = max(scored, default=(0, ""), key=lambda pair: pair[0])
    return best[1] if words and best[0] and best[0] / len(words) >= ENOUGH else ""

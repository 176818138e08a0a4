"""What is offered: what it is, how two differ, how long it takes, who does it, what belongs to it and goes with it."""

from collections.abc import Sequence

from shared_lib.agent.dialogue.answer import Reply
from shared_lib.agent.dialogue.answers.inquiry import Inquiry, kinds_of
from shared_lib.agent.language.topics import KINDS, kinds_near, sold_elsewhere
from shared_lib.pricing.price_book import AddOn, Treatment

FEW = 3
"""Treatments; so many can be described in one reply."""
ALL = "all"
GENDERS = {"women": "f", "men": "m"}


def describe(inquiry: Inquiry) -> Reply | None:
    """Return what treatments and add-ons that were named are; None where nothing certain is meant."""
    if inquiry.add_ons and not inquiry.said.meaning.treatments:
        return Reply(inquiry.lines([_add_on_line(row, inquiry) for row in inquiry.add_ons]))
    rows = inquiry.treatments
    return Reply(inquiry.lines(*_described(rows, inquiry))) if rows else None


def _described(rows: Sequence[Treatment], inquiry: Inquiry) -> tuple[list[str], list[str]]:
    return [described(row, inquiry) for row in rows], [_with_length(row, inquiry) for row in rows]


def described(row: Treatment, inquiry: Inquiry) -> str:
    """Return a treatment in one line: its name, its length, and what it is where the owner wrote it."""
    facts = {"treatment": row.name, "length": inquiry.voice.minutes(row.minutes)}
    if text := row.described(inquiry.lang):
        return inquiry.voice.say("answer_treatment", **facts, description=text)
    return inquiry.voice.say("answer_treatment_plain", **facts)


def _with_length(row: Treatment, inquiry: Inquiry) -> str:
    return inquiry.voice.say("answer_treatment_plain", treatment=row.name, length=inquiry.voice.minutes(row.minutes))


def compare(inquiry: Inquiry) -> Reply | None:
    """Return two or more treatments side by side, to choose from; None where there is nothing to compare."""
    rows = inquiry.treatments
    return Reply(inquiry.lines(*_described(rows, inquiry)), inquiry.buttons(rows)) if len(rows) > 1 else None


def duration(inquiry: Inquiry) -> Reply | None:
    """Return how long treatments take, with the minutes of add-ons that were named."""
    more = [_add_on_minutes(row, inquiry) for row in inquiry.add_ons if row.minutes]
    rows = [] if more and not inquiry.named else inquiry.treatments
    lines = [
        inquiry.voice.say("answer_duration", treatment=row.name, length=inquiry.voice.minutes(row.minutes))
        for row in rows
    ]
    return Reply(inquiry.lines([*lines, *more])) if lines or more else None


def ends(inquiry: Inquiry) -> Reply | None:
    """Return when the visit that is spoken of ends, else how long what is meant takes."""
    if booking := inquiry.topic.booking:
        facts = {"treatment": booking.treatment.name, "time": inquiry.voice.time(booking.ends_at)}
        return inquiry.say("answer_ends", **facts)
    return duration(inquiry) or duration_of_all(inquiry)


def _add_on_minutes(row: AddOn, inquiry: Inquiry) -> str:
    return inquiry.voice.say("answer_add_on_minutes", add_on=row.name, length=inquiry.voice.minutes(row.minutes))


def duration_of_all(inquiry: Inquiry) -> Reply:
    """Return between which lengths the treatments lie."""
    lengths = [row.minutes for row in inquiry.book.treatments]
    shortest, longest = (inquiry.voice.minutes(n) for n in (min(lengths), max(lengths)))
    return inquiry.say("answer_duration_all", shortest=shortest, longest=longest)


def people(inquiry: Inquiry) -> Reply:
    """Return who does what was named, or everybody with us."""
    rows = inquiry.treatments or inquiry.book.treatments
    able = tuple(dict.fromkeys(one for row in rows for one in row.specialties))
    names = inquiry.services.technicians_for(able, gender=_gender(inquiry))
    if not names:
        return inquiry.say("answer_nobody", treatment=inquiry.voice.all_of([row.name for row in rows]))
    if not inquiry.treatments:
        return inquiry.say("answer_people", names=inquiry.voice.all_of(names))
    what = rows[0].name if len(rows) == 1 else _title(rows)
    return inquiry.say("answer_people_for", treatment=what, names=inquiry.voice.all_of(names))


def _gender(inquiry: Inquiry) -> str | None:
    """Return of whom it is asked: of women or of men alone, else None."""
    asked = GENDERS.keys() & inquiry.concepts
    return inquiry.said.meaning.gender or (GENDERS[next(iter(asked))] if len(asked) == 1 else None)


def when_in(inquiry: Inquiry) -> Reply:
    """Return that when somebody has time is seen once it is known for what."""
    return inquiry.say("answer_when_in", names=inquiry.voice.all_of(inquiry.said.meaning.technicians))


def _title(rows: Sequence[Treatment]) -> str:
    """Return the tab that treatments stand in, where it is one, else their names."""
    kinds = dict.fromkeys(row.category for row in rows)
    return " & ".join(kind.replace("_", " & ") for kind in kinds)


def included(inquiry: Inquiry) -> Reply | None:
    """Return what belongs to the treatments that are meant; None where the owner wrote nothing of it."""
    written = [
        inquiry.voice.say("answer_included", treatment=row.name, includes=row.included(inquiry.lang))
        for row in inquiry.treatments[:FEW]
        if row.included(inquiry.lang)
    ]
    return Reply(inquiry.lines(written)) if written else None


def add_ons(inquiry: Inquiry, *, priced: bool) -> Reply | None:
    """Return the add-ons that go with the treatments that are meant, their prices only where these were asked for."""
    kinds = {row.category for row in inquiry.treatments}
    rows = inquiry.add_ons or tuple(row for row in inquiry.book.add_ons if not kinds or row.category in {ALL, *kinds})
    if not rows:
        return None
    full = [_add_on_line(row, inquiry, priced=priced) for row in rows]
    plain = [_add_on_line(row, inquiry, priced=priced, brief=True) for row in rows]
    return Reply(inquiry.lines(full, plain))


def _add_on_line(row: AddOn, inquiry: Inquiry, *, priced: bool = False, brief: bool = False) -> str:
    voice = inquiry.voice
    parts = [row.name if not priced else voice.say("answer_priced", name=row.name, price=voice.money(row.cents))]
    if row.minutes:
        parts.append(voice.say("answer_more_minutes", length=voice.minutes(row.minutes)))
    text = "" if brief else row.described(inquiry.lang)
    line = "; ".join(parts)
    return f"{line}: {text}" if text else line


def offered(inquiry: Inquiry) -> Reply:
    """Return what is offered, of a kind with its lengths, else all names by kind; without prices."""
    if inquiry.named:
        return Reply(inquiry.lines(*_described(inquiry.named, inquiry)))
    kinds: dict[str, list[str]] = {}
    for row in inquiry.book.treatments:
        kinds.setdefault(row.category.replace("_", " & "), []).append(row.name)
    lines = [inquiry.voice.say("answer_menu_line", kind=kind, names=", ".join(names)) for kind, names in kinds.items()]
    return Reply(inquiry.lines(lines, kinds))


def kinds_offered(inquiry: Inquiry) -> list[str]:
    """Return the titles of the tabs that treatments stand in."""
    return list(dict.fromkeys(row.category.replace("_", " & ") for row in inquiry.book.treatments))


def not_ours(inquiry: Inquiry) -> Reply | None:
    """Return that a treatment that other spas have is none of ours, and what comes near; None where none was named."""
    elsewhere = sold_elsewhere(inquiry.said.text, inquiry.lang, inquiry.book.names)
    if not elsewhere:
        return None
    kinds = {kinds_near(name) for name in elsewhere} & KINDS
    near = [row for row in inquiry.book.treatments if kinds & kinds_of(row) and row.party == 1][:FEW]
    if not near:
        return inquiry.say("answer_not_ours", kinds=inquiry.voice.all_of(kinds_offered(inquiry)))
    reply = inquiry.say("answer_not_ours_near", names=inquiry.voice.all_of([row.name for row in near]))
    return Reply(reply.text, inquiry.buttons(near))

"""English."""

from ..language import Language
from . import days, intents, things, times, words

LANGUAGE = Language(
    code="en",
    spellings=words.SPELLINGS,
    forgiven=words.FORGIVEN,
    innocent=words.INNOCENT,
    respelt=words.RESPELT,
    lexicon=words.lexicon(),
    time_tables=(
        times.NUMBERS,
        times.LENGTHS,
        days.NAMED_PARTS,
        days.DATES,
        times.CLOCKS,
        days.DAYS,
        days.LOOSE,
        times.BARE_HOURS,
        times.JOINS,
        times.WINDOWS,
        days.DAY_JOINS,
    ),
    corrections=frozenset({"no", "actually", "instead", "rather", "sorry", "make", "mean", "meant", "wait", "change"}),
    thing_tables=(times.NUMBERS, times.LENGTHS, things.PEOPLE, things.CHOICES, things.EVERYDAY),
    weak=things.WEAK,
    parting=things.PARTING,
    name_leads=things.NAME_LEADS,
    name_leads_when_asked=things.NAME_LEADS_WHEN_ASKED,
    name_ends=things.NAMES_END,
    not_names=things.NOT_NAMES,
    spoken_marks=things.SPOKEN_MARKS,
    spoken_at=things.SPOKEN_AT,
    sign_phrases=intents.SIGNS,
    system_phrases=intents.SYSTEM,
    asked_kinds=intents.ASKED,
    fillers=intents.FILLERS,
)

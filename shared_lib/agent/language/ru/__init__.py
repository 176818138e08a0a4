"""Russian."""

from shared_lib.agent.language.asked import ASKED
from shared_lib.agent.language.grammar import words as listed
from shared_lib.agent.language.language import Language

from . import answers, courtesies, days, requests, sets, things, times, words

LANGUAGE = Language(
    code="ru",
    spellings=words.SPELLINGS,
    forgiven=words.FORGIVEN,
    innocent=words.INNOCENT,
    respelt=words.RESPELT,
    lexicon=words.WORDS.lexicon(),
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
        times.LIMITS,
        days.DAY_JOINS,
    ),
    corrections=listed("нет не лучше точнее вернее изменить перенести ошибка ошибся ошиблась вместо ой то"),
    thing_tables=(times.NUMBERS, times.LENGTHS, things.PEOPLE, things.REFUSALS, things.CHOICES, things.EVERYDAY),
    when_asked=times.WHEN_ASKED,
    refusing=things.REFUSING,
    weak=things.WEAK,
    parting=things.PARTING,
    either=things.EITHER,
    name_leads=things.NAME_LEADS,
    name_leads_when_asked=things.NAME_LEADS_WHEN_ASKED,
    introductions=things.INTRODUCTIONS,
    name_ends=things.NAMES_END,
    not_names=things.NOT_NAMES,
    spoken_marks=things.SPOKEN_MARKS,
    spoken_at=things.SPOKEN_AT,
    sets=sets.SETS,
    sign_phrases=answers.SIGNS | courtesies.SIGNS | requests.SIGNS,
    system_phrases=answers.SYSTEM,
    asked_kinds=ASKED,
    fillers=sets.FILLERS,
    letters=words.LETTERS,
    latin=words.LATIN,
    beside=things.BESIDE,
    reaching=things.REACHING,
    turning=things.TURNING,
    kin=things.KIN,
    telling=things.TELLING,
)

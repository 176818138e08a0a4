"""English."""

from shared_lib.agent.language.asked import ASKED
from shared_lib.agent.language.language import Language

from . import (
    amounts,
    answers,
    asking,
    bounds,
    cancelling,
    choosing,
    courtesies,
    dates,
    days,
    joins,
    questions,
    requests,
    sets,
    spoken,
    things,
    times,
    topics,
    words,
)

LANGUAGE = Language(
    code="en",
    spellings=words.SPELLINGS,
    forgiven=words.FORGIVEN,
    innocent=words.INNOCENT,
    respelt=(*spoken.RESPELT, *words.RESPELT),
    lexicon=words.lexicon(),
    time_tables=(
        times.NUMBERS,
        times.LENGTHS,
        amounts.AMOUNTS,
        days.NAMED_PARTS,
        dates.DATES,
        times.CLOCKS,
        amounts.FIGURES,
        days.DAYS,
        dates.LOOSE,
        times.BARE_HOURS,
        times.JOINS,
        bounds.WINDOWS,
        bounds.LIMITS,
        joins.DAY_JOINS,
        joins.UNWELCOME,
        joins.SHIFTS,
    ),
    corrections=frozenset({"no", "actually", "instead", "rather", "sorry", "make", "mean", "meant", "wait", "change"}),
    thing_tables=(
        times.NUMBERS,
        times.LENGTHS,
        things.PEOPLE,
        things.REFUSALS,
        things.CHOICES,
        things.EVERYDAY,
    ),
    when_asked=times.WHEN_ASKED,
    refusing=things.REFUSING,
    reaching=things.REACHING,
    turning=things.TURNING,
    either=frozenset({"or"}),
    kin=things.KIN,
    telling=things.TELLING,
    common=things.COMMON,
    weak=things.WEAK,
    parting=things.PARTING,
    name_leads=things.NAME_LEADS,
    name_leads_when_asked=things.NAME_LEADS_WHEN_ASKED,
    introductions=things.INTRODUCTIONS,
    name_ends=things.NAMES_END,
    not_names=things.NOT_NAMES,
    spoken_marks=things.SPOKEN_MARKS,
    spoken_at=things.SPOKEN_AT,
    sets=sets.SETS,
    sign_phrases=answers.SIGNS
    | cancelling.SIGNS
    | choosing.SIGNS
    | courtesies.SIGNS
    | requests.SIGNS
    | questions.SIGNS
    | topics.SIGNS,
    system_phrases=asking.SIGNS,
    asked_kinds=ASKED,
    fillers=sets.FILLERS,
)

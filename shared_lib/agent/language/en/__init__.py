"""English."""

from shared_lib.agent.language.language import Language

from . import (
    amounts,
    answers,
    cancellation,
    date_ranges,
    dates,
    days,
    dialogue_cues,
    entities,
    off_topic,
    prompts,
    questions,
    requests,
    selection,
    sets,
    small_talk,
    time_ranges,
    times,
    words,
)

LANGUAGE = Language(
    code="en",
    spellings=words.SPELLINGS,
    correctable=words.CORRECTABLE,
    not_misspelt=words.NOT_MISSPELT,
    respellings=words.RESPELLINGS,
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
        time_ranges.WINDOWS,
        time_ranges.BUSY_TIMES,
        date_ranges.DAY_JOINS,
        date_ranges.BUSY_DAYS,
        date_ranges.SHIFTS,
    ),
    corrections=frozenset({"no", "actually", "instead", "rather", "sorry", "make", "mean", "meant", "wait", "change"}),
    thing_tables=(
        times.NUMBERS,
        times.LENGTHS,
        entities.PEOPLE,
        entities.REFUSALS,
        entities.CHOICES,
        entities.TREATMENT_WORDS,
    ),
    when_asked=times.WHEN_ASKED,
    refusal_words=entities.REFUSAL_WORDS,
    refusal_connectors=entities.REFUSAL_CONNECTORS,
    contrasts=entities.CONTRASTS,
    or_words=frozenset({"or"}),
    relatives=entities.RELATIVES,
    relation_words=entities.RELATION_WORDS,
    ambiguous_names=entities.AMBIGUOUS_NAMES,
    generic_words=entities.GENERIC_WORDS,
    separators=entities.SEPARATORS,
    name_leads=entities.NAME_LEADS,
    name_leads_when_asked=entities.NAME_LEADS_WHEN_ASKED,
    introductions=entities.INTRODUCTIONS,
    name_ends=entities.NAMES_END,
    not_names=entities.NOT_NAMES,
    spoken_marks=entities.SPOKEN_MARKS,
    spoken_at=entities.SPOKEN_AT,
    sets=sets.SETS,
    cue_phrases=answers.CUES
    | cancellation.CUES
    | selection.CUES
    | small_talk.CUES
    | requests.CUES
    | questions.CUES
    | off_topic.CUES,
    prompt_phrases=prompts.CUES,
    dialogue_phrases=dialogue_cues.CUES,
    fillers=sets.FILLERS,
)

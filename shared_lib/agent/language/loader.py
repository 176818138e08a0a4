"""Loads a language when it is first spoken, and refuses tables that could not do what they say."""

from collections.abc import Iterable, Mapping
from functools import cache
from importlib import import_module

from .cues import phrases
from .grammar import BadPattern, elements_of, filled
from .kinds import KINDS
from .language import Language, Pass, tables_of


@cache
def load_language(code: str) -> Language:
    """Load a language by its two letters."""
    loaded: Language = import_module(f".{code}", __package__).LANGUAGE
    return checked(loaded)


def checked(language: Language) -> Language:
    """Return a language whose tables can be read; raise BadPattern, which names table and row."""
    alone = (language.name_leads_when_asked, language.introductions, language.sure_leads, language.when_asked)
    for each in (*language.time_tables, *language.thing_tables, *alone):
        _check_pass(each, language.code)
    for blocks in (language.cue_phrases, language.prompt_phrases, language.dialogue_phrases, language.sign_phrases):
        for cue, block in blocks.items():
            written = (phrase.pattern for phrase in phrases(block) if phrase.pattern)
            _check(written, f"{language.code}, {cue}", set(), language.sets)
    return language


def _check_pass(tables: Pass, code: str) -> None:
    """Check each table of a pass; in one pass, no rule may be there twice."""
    seen: set[str] = set()
    for table in tables_of((tables,)):
        _check((pattern for pattern, _ in table.rows), f"{code}, {table.name}", seen, {})


def _check(rows: Iterable[str], table: str, seen: set[str], sets: Mapping[str, str]) -> None:
    for n, written in enumerate(rows, start=1):
        try:
            _check_row(filled(written, sets), seen)
        except BadPattern as trouble:
            raise BadPattern(f"{table}, row {n}, `{written}`: {trouble}") from None


def _check_row(pattern: str, seen: set[str]) -> None:
    unknown = next((kind for element in elements_of(pattern) for kind in element.kinds - KINDS), None)
    if unknown:
        raise BadPattern(f"there is no kind <{unknown}>")
    if pattern in seen:
        raise BadPattern("it is there twice")
    seen.add(pattern)

"""Columns that say the same in other languages: `Answer ES`, `Description HE`."""

from shared_lib.pricing.reading.table import Names, Row

LANGUAGES = {"es": "Spanish", "ru": "Russian", "uk": "Ukrainian", "he": "Hebrew"}


def translated(*columns: str) -> Names:
    """Return the columns in which a tab may have these in other languages, each with what else they may be called."""
    return {f"{column} {lang.upper()}": (f"{column} {name}",) for column in columns for lang, name in LANGUAGES.items()}


def in_languages(row: Row, column: str) -> dict[str, str]:
    """Return what a row says in a column in other languages; an empty cell says nothing."""
    said = {lang: row.words(f"{column} {lang.upper()}") for lang in LANGUAGES}
    return {lang: text for lang, text in said.items() if text}

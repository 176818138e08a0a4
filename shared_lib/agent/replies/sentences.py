"""The house's sentences, one file for each language: a sentence, some variants of one, or one for each plural form."""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from shared_lib.kernel.locales.english import English

FOLDER = Path(__file__).parent
Entry = str | Sequence[str] | Mapping[str, str]
"""Of a list any sentence may be said; of a table the one for the plural form that the fact `count` takes."""


@cache
def sentences(lang: str) -> Mapping[str, Entry]:
    """Return all sentences of a language by their keys."""
    return tomllib.loads((FOLDER / f"{lang}.toml").read_text(encoding="utf-8"))


def variants(entry: Entry, locale: English, facts: Mapping[str, object]) -> Sequence[str]:
    """Return what may be said of an entry; a plural form goes by the fact `count`."""
    if isinstance(entry, Mapping):
        return [entry[locale.plural(int(str(facts["count"])))]]
    return [entry] if isinstance(entry, str) else entry

"""How each language of our guests writes days, hours, money and lists; the words between them lie in `words.toml`."""

from functools import cache

from shared_lib.kernel.locales.english import English

LANGUAGES = ("en", "es", "ru", "uk", "he")
ENGLISH = "en"


@cache
def locale_of(lang: str) -> English:
    """Return how a language writes; English for one that is not ours. Babel is loaded for the others alone."""
    if lang == ENGLISH or lang not in LANGUAGES:
        return English()
    from shared_lib.kernel.locales.translated import Translated

    return Translated(lang)

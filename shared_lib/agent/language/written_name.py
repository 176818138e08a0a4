"""How a name is written: what tells a person from a day, an hour or a treatment of the same word."""

from .loader import load_language

SEVERAL = 2


def written_as_name(name: str, lang: str) -> bool:
    """Return whether several words with capitals are a name: at least one of them is no word of the language."""
    words = name.replace(",", " ").split()
    return len(words) >= SEVERAL and all(map(_capital, words)) and load_language(lang).familiar(name) < len(words)


def _capital(word: str) -> bool:
    """Return whether a word begins with a capital, or in a script that has none."""
    return word[:1].upper() == word[:1]


def unknown_words(text: str, lang: str) -> bool:
    """Return whether a language knows none of the words of a text."""
    return load_language(lang).familiar(text) == 0


def nothing_but(text: str, *said: str | None) -> bool:
    """Return whether a text is nothing but what was said: a name, an address, a telephone, and what parts them."""
    rest = text
    for part in filter(None, said):
        rest = rest.replace(part, " ")
    return not any(sign.isalnum() for sign in rest)

"""The words by which two questions are told apart: without the small ones, and without their endings."""

from .language import Language
from .loader import load_language

_SHORTEST = 3  # letters that an ending leaves


def telling_words(text: str, lang: str) -> frozenset[str]:
    """Return the stems of the words that tell what a question is about, in one of our languages."""
    language = load_language(lang)
    letters = "".join(letter.lower() if letter.isalnum() else " " for letter in text.replace("-", ""))
    words = (word.translate(language.letter_variants) for word in letters.split())
    return frozenset(_stem(word, language) for word in words if word not in language.small_words)


def _stem(word: str, language: Language) -> str:
    """Return what cancel, cancelling and cancellation share; only compared with others, so that it need be no word."""
    endings = (end for end in language.endings if word.endswith(end) and len(word) >= len(end) + _SHORTEST)
    stem = word.removesuffix(next(endings, ""))
    return stem[:-1] if stem[-2:-1] == stem[-1:] else stem

"""What the house says, as templates in files, in its own tone: to a chat's guest by `Voice`, on the phone by `say`."""

from shared_lib.agent.replies.sentences import sentences, variants
from shared_lib.agent.replies.voice import Voice
from shared_lib.kernel.locales.sentence_writer import writer

__all__ = ["Voice", "knows", "say"]


def knows(key: str, *, lang: str = "en") -> bool:
    """Return whether there is such a sentence."""
    return key in sentences(lang)


def say(key: str, /, *, lang: str = "en", **facts: object) -> str:
    """Return a sentence with its facts; a missing sentence or fact is a KeyError, never a half sentence."""
    words = writer(lang)
    return words.write(variants(sentences(lang)[key], words.locale, facts)[0], facts)

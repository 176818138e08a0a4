"""Words of another script as people write them in Latin letters, each in his own way: `zavtra`, `hochu`, `khochu`."""

import re
from collections.abc import Iterable, Mapping

_SAME = (
    (re.compile("shch|sch|sh"), "6"),
    (re.compile("ch"), "4"),
    (re.compile("zh|j(?![aeiouy]|$)"), "7"),
    (re.compile("kh|x|g"), "h"),
    (re.compile("t[sz]|c"), "5"),
    (re.compile("w"), "v"),
    (re.compile("[yij]e"), "e"),
    (re.compile("[yij]+"), "i"),
    (re.compile(r"(.)\1+"), r"\1"),
)


def sound(latin: str) -> str:
    """Return a word in Latin letters with all ways of writing a sound made one."""
    for pattern, letter in _SAME:
        latin = pattern.sub(letter, latin)
    return latin


def by_sound(words: Iterable[str], letters: Mapping[int, str]) -> dict[str, str]:
    """Return the words of another script by how they sound in Latin letters; of equals, the shortest."""
    ordered = sorted(words, key=len, reverse=True)
    return {sound(word.translate(letters)): word for word in ordered if not word.isascii()}

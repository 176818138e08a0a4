"""Words of another script as people write them in Latin letters, each in his own way: `zavtra`, `hochu`, `khochu`."""

import re
from collections.abc import Iterable, Mapping

_VOWELS = "aeiouy"
_ENDING = re.compile(r"(?:oi|ei|om|em|ou|oyu|eyu|iu|[aeiouy])?")
_SHORTEST_STEM = 2  # letters
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


def is_name_in_case(word: str, name: str, letters: Mapping[int, str]) -> bool:
    """Tell whether a word of another script is a first name in any of its cases: анне is anna, дэвиду is david."""
    latin, plain = word.replace("э", "а").translate(letters), name.replace("c", "k")  # noqa: RUF001 -- Cyrillic is meant
    stem = plain.rstrip(_VOWELS)
    rest = latin.removeprefix(stem)
    fits = len(stem) >= _SHORTEST_STEM and latin.startswith(stem) and _ENDING.fullmatch(rest) is not None
    return fits and (stem == plain or bool(rest))


def is_name_in_consonants(word: str, name: str, letters: Mapping[int, str]) -> bool:
    """Tell the same where vowels are hardly written: לנה is lena, דיוויד is david."""
    return len(word) > 1 and _bare(_single(word).translate(letters)) == _bare(_single(name).replace("c", "k"))


def _bare(name: str) -> str:
    """Return a name without the vowels within it, and without v, which is written as one of them."""
    first = "*" if name[:1] in "aeiou*" else name[:1]
    return first + re.sub("[*aeiouyv](?!$)|[*eiuyv]$|h$", "", name[1:])


def _single(word: str) -> str:
    return re.sub(r"(.)\1+", r"\1", word)

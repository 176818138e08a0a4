"""Finds a name that nobody here bears where a technician is asked for: with Paolo, can I have Paolo on Friday."""

from collections.abc import Container, Iterable
from dataclasses import dataclass

from .heard import Heard
from .items import Item
from .technicians import SHORTEST, in_its_script, plain_name

_LONGEST_LEAD = 6  # items
_CHOSEN = frozenset({"slot", "technician"})  # what was asked where a name alone is a wish for somebody else


def unknown_technician(heard: Heard, people: Iterable[str | None], ours: Container[str]) -> str | None:
    """Return the name; `people` are the guest and his people, `ours` the words of what is sold."""
    known = {word for name in people if name for word in name.lower().split()}
    places = (_Place(heard, at, ours) for at in range(len(heard.items)))
    found = next((place for place in places if place.item.word not in known and place.names_technician), None)
    return heard.text[found.item.start : found.item.end].title() if found else None


@dataclass(frozen=True, slots=True)
class _Place:
    """A word of a sentence that may be a name, and what stands around it."""

    heard: Heard
    at: int
    ours: Container[str]

    @property
    def item(self) -> Item:
        """The word itself."""
        return self.heard.items[self.at]

    @property
    def before(self) -> Item | None:
        """The item before it."""
        return self.heard.items[self.at - 1] if self.at else None

    @property
    def after(self) -> Item | None:
        """The item after it."""
        rest = self.heard.items[self.at + 1 : self.at + 2]
        return rest[0] if rest else None

    @property
    def names_technician(self) -> bool:
        """Tell whether it is a name that nobody here bears, where a technician is asked for."""
        if not self.item.word.isalpha() or self.item.readings:
            return False
        language = self.heard.language
        beside = self.before is not None and self.before.word in language.before_technician
        capital = self.heard.text[self.item.start].isupper()
        if capital and (beside or self._is_asked_for or self._is_led or self._stands_alone):
            return not self._means_more
        latin = not (language.latin_letters or language.consonant_letters)
        wished = (beside and self._ends_wish) or (self._is_asked_for and self._does_what_is_sold)
        return wished and latin and len(self.item.word) >= SHORTEST and not self._means_more

    @property
    def _means_more(self) -> bool:
        """Tell whether the word is one of the language or of the house."""
        language, people = self.heard.language, self.heard.index.technicians
        if self.item.word in language.known | language.relatives | language.ambiguous_names:
            return True
        words = [plain_name(word.word) for word in self.heard.items[self.at :]]
        if people.at(words) or people.meant(words[0]):
            return True
        return self.item.word.removesuffix("s") in self.ours or bool(in_its_script(self.item, people, language))

    @property
    def _is_asked_for(self) -> bool:
        """Tell whether words before and after ask for somebody: could Paolo do it."""
        language = self.heard.language
        verb = self.before is not None and self.before.word in language.before_unknown
        return verb and self.after is not None and self.after.word in language.after_unknown

    @property
    def _does_what_is_sold(self) -> bool:
        """Tell whether what follows at once is something that we sell: do my haircut."""
        return any(map(self._is_sold, self.heard.items[self.at + 2 : self.at + 4]))

    @property
    def _is_led(self) -> bool:
        """Tell whether a wish for somebody leads up to it, and a treatment or a time is said too."""
        items, grammar = self.heard.items, self.heard.language.technician_leading
        starts = range(max(0, self.at - _LONGEST_LEAD), self.at)
        led = any((found := grammar.longest(items, at)) and found.end == self.at for at in starts)
        return led and self._goes_on

    @property
    def _goes_on(self) -> bool:
        """Tell whether what follows could follow a person."""
        after, language = self.after, self.heard.language
        if after is None or not after.word.isalpha() or after.word in language.fillers:
            return self._sells or self.heard.asked in _CHOSEN
        rest = self.heard.items[self.at + 1 : self.at + 4]
        return after.word not in language.joiners and any(item.readings or self._is_sold(item) for item in rest)

    @property
    def _stands_alone(self) -> bool:
        """Tell whether it begins a clause and a please or a treatment follows: Paolo please, Paolo for the massage."""
        begins = self.before is None or not self.before.word[0].isalnum()
        after, language = self.after, self.heard.language
        if not begins or after is None or self.heard.asked == "name":
            return False
        if after.word in language.fillers:
            return self._sells or self.heard.asked in _CHOSEN
        rest = self.heard.items[self.at + 2 : self.at + 4]
        return after.word in language.before_beneficiary and any(self._is_sold(item) for item in rest)

    @property
    def _sells(self) -> bool:
        return any(map(self._is_sold, self.heard.items))

    def _is_sold(self, item: Item) -> bool:
        """Tell whether a word is one of a treatment's or an add-on's."""
        index = self.heard.index
        things = (thing for thing in self.heard.things if thing.start <= item.start < thing.end)
        return any(index.treatments.words(thing) or index.add_ons.words(thing) for thing in things)

    @property
    def _ends_wish(self) -> bool:
        """Tell whether what follows a name in small letters could follow no thing: a mark, a day, a filler."""
        after, fillers = self.after, self.heard.language.fillers
        return after is None or not after.word.isalpha() or bool(after.readings) or after.word in fillers

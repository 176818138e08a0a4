"""English phrases for who comes, who works, what is chosen, and everyday names of treatments."""

from .. import facts
from ..meaning import Choice

_PERSON = (
    "wife|husband|partner|girlfriend|boyfriend|friend|fiance|fiancee|mom|mother|dad|father|son|daughter|brother|"
    "sister|buddy|date|spouse|colleague"
)
_STAFF = "therapist|technician|masseuse|masseur|barber|stylist|person|provider|one|staff|practitioner|esthetician"

PEOPLE = (
    (f"me|myself and my|a {_PERSON}", facts.said("party", 2)),
    (f"my {_PERSON} and me|i|myself", facts.said("party", 2)),
    (f"with|for|bring|bringing my {_PERSON} and|too|also", facts.said("party", 2)),
    (f"with|bring|bringing my|a {_PERSON}", facts.said("party", 2)),
    ("both of us", facts.said("party", 2)),
    ("the two of us", facts.said("party", 2)),
    ("as|for a couple", facts.said("party", 2)),
    ("just|only me|myself|one", facts.said("party", 1)),
    ("for me alone", facts.said("party", 1)),
    ("by myself", facts.said("party", 1)),
    ("for <number>", facts.kept("maybe_party")),
    (f"female|woman|lady|girl {_STAFF}?", facts.said("gender", "f")),
    (f"male|man|guy|gentleman {_STAFF}", facts.said("gender", "m")),
    ("by|with|prefer a male|man|guy", facts.said("gender", "m")),
    ("anyone|anybody|whoever|whomever is? good|free|available|fine|ok|okay", facts.marked("anyone")),
    ("with anyone|anybody|whoever", facts.marked("anyone")),
    ("no preference|preferences", facts.marked("anyone")),
    ("don't|doesn't mind|matter|care who|which", facts.marked("anyone")),
    (f"any {_STAFF}", facts.marked("anyone")),
)

CHOICES = (
    ("the? <nth>|<ordinal> one|option|slot|time|choice|appointment", lambda n: {"choice": Choice(number=n)}),
    ("the <nth>", lambda n: {"choice": Choice(number=n)}),
    ("option|number|choice|slot <number>", lambda n: {"choice": Choice(number=n)}),
    ("number|no|# <number>", lambda n: {"choice": Choice(number=n)}),
    ("the? last one|option|slot", facts.said("choice", Choice(number=-1))),
    ("the last", facts.said("choice", Choice(number=-1))),
    ("the latest one|slot|time?", facts.said("choice", Choice(by="latest"))),
    ("the? later one|slot|time", facts.said("choice", Choice(by="later"))),
    ("the later", facts.said("choice", Choice(by="later"))),
    ("the? earliest one|slot|time?", facts.said("choice", Choice(by="earliest"))),
    ("the? earlier one|slot|time", facts.said("choice", Choice(by="earlier"))),
    ("the earlier", facts.said("choice", Choice(by="earlier"))),
    ("the cheaper|cheapest one|option|treatment?", facts.said("choice", Choice(by="cheaper"))),
    ("the shorter|shortest one|option?", facts.said("choice", Choice(by="shorter"))),
    ("the longer|longest one|option?", facts.said("choice", Choice(by="longer"))),
    ("the more expensive|premium one|option?", facts.said("choice", Choice(by="dearer"))),
    ("any|either of? them|those|these|the? two?", facts.said("choice", Choice(by="any"))),
    ("either|any one|option|slot|time|works|is", facts.said("choice", Choice(by="any"))),
    ("whichever|whatever", facts.said("choice", Choice(by="any"))),
    ("the same as|time before|last|again", facts.said("choice", Choice(by="same"))),
    ("my usual", facts.said("choice", Choice(by="same"))),
)

# everyday words -> the words that names of treatments have; commas part alternatives
EVERYDAY = (
    ("hair cut|cuts|trim", facts.said("names", ("cut",))),
    ("haircut|haircuts|fade|buzzcut|trim", facts.said("names", ("cut",))),
    ("beard trim|shaping|grooming", facts.said("names", ("beard",))),
    ("trim my? beard", facts.said("names", ("beard",))),
    ("shaved|shaving", facts.said("names", ("shave",))),
    ("back|shoulder|neck|full|body rub|rubdown", facts.said("names", ("massage",))),
    ("rubdown|massages|massaged|masseuse|masseur", facts.said("names", ("massage",))),
    ("rub down", facts.said("names", ("massage",))),
    ("foot|feet massage|rub|reflexology", facts.said("names", ("reflexology",))),
    ("feet|toes|toenails", facts.said("names", ("pedicure",))),
    ("mani|fingernails|hands", facts.said("names", ("manicure",))),
    ("pedi", facts.said("names", ("pedicure",))),
    ("nails|nail", facts.said("names", ("nail", "mani"))),
    ("face|skin treatment|care|cleaning|cleansing", facts.said("names", ("facial",))),
    ("facials|skincare", facts.said("names", ("facial",))),
    ("relaxing|relax|unwind", facts.said("names", ("relaxation",))),
    ("sport|athletic|athlete|athletes", facts.said("names", ("sports",))),
    ("deep pressure|tissue", facts.said("names", ("deep", "tissue"))),
    ("couple|couples|couple's", facts.said("names", ("couple",))),
    ("massage bed|table", facts.said("names", ("bed",))),
    ("private suite|spa|room|area", facts.said("names", ("private",))),
    ("red|led light|lights therapy?", facts.said("names", ("led",))),
    ("hot stones|rocks", facts.said("names", ("stone",))),
    ("essential|aroma oil|oils|therapy", facts.said("names", ("aromatherapy",))),
)
WEAK = frozenset({"hot", "classic", "ai", "light", "therapy", "treatment", "core", "coresync", "of", "the", "in"})
PARTING = frozenset({"and", "plus", "then", "also", "&", "or", "followed", "with"})
NAMES_END = frozenset({"and", "please", "thanks", "thank", "my", "but", "for", "at", "on", "with", "is", "here", "the"})
REFUSING = frozenset({"not", "except", "but", "without"})
NAME_LEADS = (
    ("my|the full|first? name is|'s", facts.marked("lead")),
    ("my name's", facts.marked("lead")),
    ("name is", facts.marked("lead")),
    ("it's|its|booked|book|booking|put|reservation|is it? under the? name? of?", facts.marked("lead")),
    ("under the? name of?", facts.marked("lead")),
    ("in the name of", facts.marked("lead")),
    ("call me", facts.marked("lead")),
)
NAME_LEADS_WHEN_ASKED = (
    *NAME_LEADS,
    ("it's|its|it is?", facts.marked("lead")),
    ("i'm|i am?", facts.marked("lead")),
    ("this is", facts.marked("lead")),
    ("under", facts.marked("lead")),
    ("sure|yes|ok|okay|of|course|hi|hello|well|oh|for|that's|name", facts.marked("lead")),
)
NOT_NAMES = frozenset(
    """yes no yeah yep nope sure ok okay what why how when where who cancel stop help hello hi hey thanks thank please
    never nothing none not don't do can could would will is are the a an i you we it this that book booking
    massage appointment time today tomorrow""".split()
)
SPOKEN_MARKS = {"dot": ".", "point": ".", "underscore": "_", "dash": "-", "hyphen": "-", "minus": "-", "plus": "+"}
SPOKEN_AT = "at"

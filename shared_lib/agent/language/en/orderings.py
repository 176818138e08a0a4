"""English for how one treatment stands to another, and words before times that are not wished for."""

from shared_lib.agent.language.grammar import filled, marked, said, table

from .sets import SETS

_THE = "the|my|our|her|his|a|an|your|that"
_SERVICE = "massage|facial|haircut|shave|manicure|pedicure|treatment"
ORDERINGS = table(
    "how one treatment stands to another",
    "a haircut and then a massage / a Swedish, but first a shave / a shave before the massage",
    (
        "right|straight|directly|immediately|shortly|soon after|afterwards|afterward|following|behind",
        said("order", "after"),
    ),
    ("right|straight|directly|immediately|shortly|soon|next? after|following that|this|it", said("order", "after")),
    ("afterwards|afterward|thereafter|subsequently", said("order", "after")),
    ("after|following that|this|which|it", said("order", "after")),
    ("followed|succeeded by", said("order", "after")),
    ("and|& then|later|next|finally|after|afterwards", said("order", "after")),
    ("then|next", said("order", "after")),
    ("back to back", said("order", "after")),
    ("one after another|the other?", said("order", "after")),
    ("in a row|sequence|succession", said("order", "after")),
    ("consecutively|successively", said("order", "after")),
    ("finish|finishing|end|ending|round off|up? with|by", said("order", "after")),
    ("after", said("order", "after")),
    ("after all", marked("takes_back")),
    ("while we|i are|am at it|this|that", marked("takes_back")),
    ("while we're|i'm at it|this|that", marked("takes_back")),
    ("first|beforehand", said("order", "before")),
    ("before that|this|it|which", said("order", "before")),
    ("start|begin|starting|beginning with", said("order", "before")),
    ("preceded by", said("order", "before")),
    (f"right|straight|directly|just? after|following {_THE}", said("order_of", "after")),
    (f"right|straight|directly|just? before {_THE}", said("order_of", "before")),
    ("at? the? very|exact? same time", said("order", "together")),
    ("at once", said("order", "together")),
    ("side by side", said("order", "together")),
    ("together|simultaneously|concurrently|meanwhile", said("order", "together")),
    ("in the meantime|meanwhile", said("order", "together")),
    ("in parallel", said("order", "together")),
    ("in the same room|suite", said("order", "together")),
    ("next to each|me|her|him|one", said("order", "together")),
    ("while i|she|he|we|they|my", said("order", "together")),
)

_GUEST = "i'm|im|we're|i|we|i'll|we'll am|are|will|only? be|only?"
_STAY = "stay|staying|here|visiting|around|remain|in|at"
_PLACE = "in|at|the|your|this? the|new? town|city|york|hotel?"
_OCCASION = (
    "wedding|shower|birthday|anniversary|party|interview|meeting|graduation|prom|gala|concert|exam|rehearsal|"
    "bachelorette|ceremony|reunion|funeral|race|marathon|premiere|presentation|dinner|event|baptism|christening"
)
_OCCASION_IS = "|".join(f"{word}'s" for word in _OCCASION.split("|"))
_STANDS = "is|was|'s|are"
_SERVICES_IS = "massage's|facial's|haircut's|shave's|manicure's|pedicure's|appointment's|booking's|visit's|session's"
# what follows in the same breath is the time of a visit that stands, or the end of a stay
VISIT_MARKS = table(
    "words before a time that is not wished for",
    "you have me Saturday at 8, could it be Sunday at 2 / I fly home on Friday, a massage tomorrow",
    ("can|could|may|might|should|will|would|if|then i|we have|get|got|come|book", marked("wishes")),
    ("i|we|i'd|we'd need|want|wanna|like|love|prefer|would", marked("wishes")),
    ("so|and|then? book|need|want", marked("wishes")),
    ("move|change|shift|push|switch|reschedule|put|bring my|our|the|her|his .. to", marked("moves")),
    ("move|change|shift|switch|reschedule it|that|this|me|us from .. to", marked("moves")),
    ("<day> broke|killed|wrecked|destroyed|ruined|exhausted|drained|crushed|beat me|my|us", marked("told")),
    ("have|got me|us|it down|in|booked|scheduled|for?", marked("stands")),
    ("i'm|im|we're|am|are|was|were already|currently|still? booked|scheduled|down|set|confirmed", marked("stands")),
    ("i|we|i've|we've had|have? booked|reserved|scheduled|made", marked("stands")),
    (
        f"i|we|i've|we've have|had|got? a|an|my|our|the? appointment|booking|reservation|{_SERVICE}",
        marked("stands"),
    ),
    (
        filled(
            f"i|we|i've|we've have|had|got? a|an|my|our|the [treatment] [treatment]|tissue? {_SERVICE}? "
            "booked|reserved|scheduled? =on|at|for|<day>|<clock>",
            SETS,
        ),
        marked("stands"),
    ),
    (filled(f"my|our|her|his [treatment]? {_SERVICES_IS}", SETS), marked("stands")),
    (
        f"my|our|the|her|his appointment|booking|reservation|visit|slot|session|time|{_SERVICE} {_STANDS}",
        marked("stands"),
    ),
    (f"my|our|her|his .. appointment|booking|reservation|visit|slot|session|{_SERVICE} {_STANDS}", marked("stands")),
    ("my|our appointment|booking|reservation|visit|slot|session =on|at|for|of", marked("stands")),
    (f"my|our {_SERVICE} =on|at|of|<not_day>", marked("stands")),
    (f"it|that {_STANDS} currently|now|set|booked|scheduled|originally", marked("stands")),
    ("it's currently|now|set|booked|scheduled|originally", marked("stands")),
    ("currently|originally", marked("stands")),
    ("cancel|cancelling|scrap|drop", marked("stands")),
    (f"{_OCCASION} is|'s|starts|begins|on|this|at|next? =on|at|this|next|the|<day>|<clock>", marked("stays")),
    (f"{_OCCASION_IS} on|this|at|next? =on|at|this|next|the|<day>|<clock>", marked("stays")),
    ("get|getting married =on|this|next|<day>", marked("stays")),
    (f"it's|its|is my|our|her|his|the {_OCCASION} =on|this|next|<day>", marked("stays")),
    (f"{_GUEST} {_STAY} {_PLACE} =until|till|through|<day>", marked("stays")),
    (
        "leave|leaving|fly|flying|depart|departing|drive|driving|travel|travelling home|back|off|out|town? on? =<day>",
        marked("stays"),
    ),
    ("my|our|the flight|plane|train|boat|checkout|departure home|back? is|leaves|'s? on? =<day>", marked("stays")),
    ("go|going|head|heading home|back on? =<day>", marked("stays")),
)

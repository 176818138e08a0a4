"""English numbers that are no times: prices, people, ages, streets, sizes and years."""

from shared_lib.agent.language.clock import HOUR
from shared_lib.agent.language.grammar import Make, Readings, marked, table

FIRST_YEAR, LAST_YEAR = 1900, 2100
ROUND = 50  # prices are multiples of it where times of three digits seldom are
_CENTURY, _THOUSAND = 100, 1000

_MONEY = "dollars|dollar|bucks|buck|usd|euro|euros|cents|$|€|£|quid|pounds"
_MEASURES = "percent|%|degrees|lbs|kg|kilos|inches|foot|feet|ft|stars|points|miles|blocks|km|calories|inch"
_THINGS = """
    massages|facials|haircuts|shaves|manicures|pedicures|treatments|sessions|visits|slots|spots|rooms|beds|times
    |drinks|glasses|cups|beers|coffees|kids|children|boys|girls|women|friends|others|dogs|cats|cards|bags|options
    |people|persons|adults|guests|therapists|appointments|bookings|questions|things|stops
"""
_COUNTED = f"{_MONEY}|{_MEASURES}|{''.join(_THINGS.split())}"
_STREET = "street|st|avenue|ave|road|rd|boulevard|blvd|lane|plaza|broadway|highway|hwy|madison|lexington"
_PLACE = "room|suite|apartment|apt|unit|floor|gate|flight|size|zip|bus|train|line|page|level|option|number|#|door"
_ACHES = "pain|hurts|hurt|hurting|ache|aches|aching|sore|stiff|stiffness|scale|rated|tension|stress"
_FIGURE = "number|address|zip|code|pin|score|size|age|weight|height"


def _number(number: int, *_: object) -> Readings:
    """Keep what is a number and nothing else."""
    return {"number": number}


def _year(number: int) -> Readings | None:
    """Mean since 2019."""
    return _number(number) if FIRST_YEAR <= number < LAST_YEAR else None


def _no_hour(number: int) -> Readings | None:
    """Mean before 2027, which would be no usual time."""
    return _year(number) if number % _CENTURY % 5 or number % _CENTURY >= HOUR else None


def _round_price(number: int, other: int) -> Readings | None:
    """Mean between 100 and 250, which could be nothing but money."""
    fits = all(n % ROUND == 0 and _CENTURY <= n < _THOUSAND for n in (number, other))
    return _number(number) if fits else None


def _of_ten(text: str) -> Readings | None:
    """Mean a pain of 8/10, which is no day in August."""
    return {"number_alone": True} if text.endswith("/10") else None


_MARK: Make = marked("number_alone")

# what is counted is said behind the number; this runs before all times
AMOUNTS = table(
    "what is counted, paid or measured, and is no time",
    "on day one / one on one / 2 to 3 hours",
    (f"<hm> ={_MONEY}|{_MEASURES}", _number),
    (f"<number> =-? ={_COUNTED}", _number),
    (f"<number> =and|to|or|- =<number> ={_COUNTED}", _number),
    ("<number> =and|to|or|- =<party>", _number),
    ("<number> =to =<length>", _number),
    ("=between <number> =and|to =<length>", _number),
    ("=$|€|£ <number>|<hm>", _number),
    ("=kids|children|ages|aged =from|between|of? <number> to|and|- <number>", _MARK),
    ("<number> out? of|/ 10|ten|5|five", _MARK),
    (f"={_ACHES} =a|is|at|like|about|around|now|today|level? =a|is|at|like|about|around? <slashed>", _of_ten),
    ("one by|on|to|against one", _MARK),
    ("one =of|point|thing|more|day|time|question", _MARK),
    ("=day one|1", _MARK),
    ("=once|twice|times <length>", _MARK),
    (f"<number> =west|east|north|south|w|e|n|s? =<nth>|<ordinal>|<number>? =th|st|nd|rd? ={_STREET}", _number),
)

# what the number is of is said before it; this runs after what can only be a time: `a room 5 pm`
FIGURES = table(
    "what a number said after it is of, and is no time",
    "room 12 / we are three / he's 12",
    ("=less|more|fewer|cheaper =than <number>", _number),
    (
        "=paid|charged|cost|costs|spent|pay|worth|budget|tip|tipped|spend =me|us|is|of|about|around|up? <number>",
        _number,
    ),
    ("=price|fee|total =is|was|of <number>", _number),
    (f"=my|the|your|our ={_FIGURE} =is|was <number>", _number),
    (f"={_PLACE} <number>", _number),
    ("=size|sizes <number> <number>", _MARK),
    ("=i =am <hour> <number>", _MARK),
    ("=i'm <hour> <number>", _MARK),
    ("=aged|age|turning|turned <number>", _number),
    ("=we|there =are|will|'ll =be? <number>", _number),
    ("=we're <number>", _number),
    ("=he|she =is|was|turns|will =be? <number>", _number),
    ("=he's|she's <number>", _number),
    ("=<number>|<length> one", _MARK),
    ("=between <number> and|to <number>", _round_price),
    ("=next|coming|last <number> =<weekday>", _number),
    ("=live|lives|living|stay|staying|located|based =at|on <number>", _number),
    ("=since|year|anno <number>", _year),
    ("=in|before|after|until|by|from|of|around <number>", _no_hour),
)

"""English words for numbers, days, months and parts of the day, and how people misspell them."""

import re
from typing import Any

from shared_lib.agent.language import lexicon as lists
from shared_lib.agent.language import spelling
from shared_lib.agent.language.clock import HALF, PARTS
from shared_lib.agent.language.lexicon import numbered

NUMBERS = """
    one / two / three / four / five / six / seven / eight / nine / ten / eleven / twelve / thirteen / fourteen
    fifteen / sixteen / seventeen / eighteen / nineteen
"""
TENS = "twenty / thirty / forty fourty / fifty / sixty / seventy / eighty / ninety"
NTH_UNITS = "first / second / third / fourth / fifth / sixth / seventh / eighth / ninth"
NTH_LATER = """
    tenth / eleventh / twelfth twelveth / thirteenth / fourteenth / fifteenth / sixteenth / seventeenth / eighteenth
    nineteenth / twentieth
"""
WEEKDAYS = """
    monday mondays mon / tuesday tuesdays tue tues / wednesday wednesdays wed weds / thursday thursdays thu thur thurs
    friday fridays fri / saturday saturdays sat / sunday sundays sun
"""
MONTHS = """
    january jan / february feb / march mar / april apr / may / june jun / july jul / august aug
    september sep sept / october oct / november nov / december dec
"""
LENGTHS = {
    "minute": "minute minutes min mins",
    "hour": "hour hours hr hrs hour's",
    "day": "day days day's",
    "week": "week weeks week's",
    "month": "month months month's",
    "year": "year years year's",
}

# what speech recognition makes of an hour
HOMOPHONES = {4: "for fore", 2: "to too", 8: "ate", 1: "won"}

# other spellings -> the word that the tables use
SPELLINGS = {
    "tmrw": "tomorrow",
    **dict.fromkeys(("arond", "aroud", "arround", "aroun", "arnd", "aruond"), "around"),
    "tommorow": "tomorrow",
    "tommorrow": "tomorrow",
    "tomorow": "tomorrow",
    "tmr": "tomorrow",
    "tomrw": "tomorrow",
    "arnd": "around",
    "todya": "today",
    "toady": "today",
    "tody": "today",
    "weeek": "week",
    "wekk": "week",
    "nect": "next",
    "nex": "next",
    "netx": "next",
    "tmw": "tomorrow",
    "tomoz": "tomorrow",
    "tomorrow's": "tomorrow",
    "tomorrows": "tomorrow",
    "today's": "today",
    "tonite": "tonight",
    "tonight's": "tonight",
    "nite": "night",
    "morn": "morning",
    "tomoro": "tomorrow",
    "tomorro": "tomorrow",
    "wensday": "wednesday",
    "wendsday": "wednesday",
    "wensdays": "wednesday",
    "wednsday": "wednesday",
    "thurday": "thursday",
    "satday": "saturday",
    "wk": "week",
    "wks": "weeks",
    "wkday": "weekday",
    "mornings": "morning",
    "afternoons": "afternoon",
    "evenings": "evening",
    "afternoonish": "afternoon",
    "arvo": "afternoon",
    "aftn": "afternoon",
    "aft": "afternoon",
    "eves": "eve",
    "wknd": "weekend",
    "weekends": "weekend",
    "passed": "past",
    "&": "and",
    "untill": "until",
    "til": "until",
    "till": "until",
    "'til": "until",
    "thru": "through",
    "@": "at",
    "nxt": "next",
    "upcoming": "coming",
    "following": "coming",
    "oclock": "o'clock",
    "xmas": "christmas",
    "pls": "please",
    "plz": "please",
    "u": "you",
    "ur": "your",
    "thx": "thanks",
    "appt": "appointment",
    "appoint": "appointment",
    "wanna": "want",
    "gonna": "going",
    "cant": "can't",
    "dont": "don't",
    "doesnt": "doesn't",
    "wont": "won't",
    "whats": "what's",
    "im": "i'm",
    "id": "i'd",
    "ill": "i'll",
    "thats": "that's",
}
# long words in which one wrong letter is forgiven, and real words that are not mistakes for them
CORRECTABLE = (
    *(word for block in (WEEKDAYS, MONTHS) for _, word in numbered(block)),
    "tomorrow",
    "tonight",
    "morning",
    "afternoon",
    "evening",
    "weekend",
    "midnight",
    "o'clock",
    "appointment",
    "reschedule",
    "cancel",
    "booking",
    "reservation",
    "available",
)
NOT_MISSPELT = frozenset(
    {"mourning", "sundae", "sundays", "warning", "earning", "evenings", "booing", "cooking", "looking", "hooking"}
)
_HOURS = [word for n, word in numbered(NUMBERS) if n <= HALF]
_BEFORE_MORE = (
    "i|i'd|i'll|i'm|im|can|could|let's|lets|do|don't|dont|book|that|that's|thats|it|it's|the|what|how|is|please|we|you|"
    "go|just|not|wait|make|sounds|looks|works|perfect|great|thanks|thank|where|when|cancel"
)
_DIGIT = "one|two|three|four|five|six|seven|eight|nine|zero|oh"
# what is put right before the sentence is cut into words: letters by example, grunts, marks in words, dotted spellings
RESPELLINGS = (
    (re.compile(r"\bno[- ]one\b", re.IGNORECASE), "nobody"),
    (re.compile(r"\bbetween (?:the|these|those) two\b", re.IGNORECASE), "between both"),  # no hour
    (re.compile(rf"\b({_DIGIT}) hundred(?= (?:{_DIGIT}) (?:{_DIGIT})\b)", re.IGNORECASE), r"\1 zero zero"),
    # an answer said in one breath with more: ok do that
    (
        re.compile(rf"^\W*(yes|yeah|yep|yup|ok|okay|alright|nope|nah)\s+(?=(?:{_BEFORE_MORE})\b)", re.IGNORECASE),
        r"\1, ",
    ),
    (re.compile(r"\b(?:uh|mm+|mhm|m)[- ]?h(?:u+[hm]|m+)\b", re.IGNORECASE), "yes"),
    (re.compile(r"\b(?:uh|nuh|mm)[- ](?:uh|mm)\b", re.IGNORECASE), "no"),
    *spelling.pictures("massage", "haircut", "manicure", "facial", "shave", yes="yes", no="no", thanks="thanks"),
    (
        re.compile(r"\b(who|whoever|someone|somebody|person)('s| is| are)? in charge\b", re.IGNORECASE),
        r"\1\2 incharge",
    ),
    # j as in john, a for apple
    (
        re.compile(
            r"(?<!['\w])([a-z]) (?:as in|like in|for) \1[a-z]+\b(?= (?:dot|at|[a-z]|\d)\b|[,.]|$)", re.IGNORECASE
        ),
        r"\1",
    ),
    # a cut for me and one for my son
    (
        re.compile(
            r"\b(massage|swedish|facial|haircut|cut|shave|manicure|pedicure)( for \w+(?: \w+)?,?(?: and|,)) "
            r"(?:one|another|the same)(?= for \w)",
            re.IGNORECASE,
        ),
        r"\1\2 a \1",
    ),
    (re.compile(r"\bdouble[- ]u\b", re.IGNORECASE), "w"),
    (re.compile(r"\b(\w+) (\w+),? all one word\b", re.IGNORECASE), r"\1\2"),
    (re.compile(r"[(\[] ?(at|dot) ?[)\]]", re.IGNORECASE), r" \1 "),
    (
        re.compile(
            r"\bfirst name(?: is|'s)? (\w+),?(?: and)?(?: my)? (?:last|family) name(?: is|'s)? (\w+)", re.IGNORECASE
        ),
        r"my name is \1 \2",
    ),
    (re.compile(r"\barea code(?: is)? (?=\d|\w+ )", re.IGNORECASE), ""),
    (re.compile(r"(?<=\d),? then (?=\d)", re.IGNORECASE), " "),
    # see ess dash 2026 dash 481
    (re.compile(r"\bsee ess\b", re.IGNORECASE), "cs"),
    (re.compile(r"\b(c ?s) (?:dash|hyphen|minus)\b", re.IGNORECASE), r"\1"),
    (re.compile(r"(?<=\d) (?:dash|hyphen) (?=\d)", re.IGNORECASE), "-"),
    *spelling.AM_PM,
    (re.compile(r"\bo\s?['\"]?\s?(?:clock|clok|cloc|clcok|lcok)\b", re.IGNORECASE), "o'clock"),
    (re.compile(r"(?<=\d) ?[;:] ?(?=[0-5]\d\b(?! ?min))", re.IGNORECASE), ":"),
    (re.compile(r"(?<=\d)\s?(?:pn|om)\b", re.IGNORECASE), " pm"),
    (re.compile(r"\b2(?=mor|mrw|nite|night|day\b)", re.IGNORECASE), "to"),
    (re.compile(r"\bprior to\b", re.IGNORECASE), "before"),
    (re.compile(r"\bb4\b", re.IGNORECASE), "before"),
    (re.compile(r"\bshut(?=s?\b)(?! (?:it|down|off|(?:\w+ ){0,2}up)\b)", re.IGNORECASE), "close"),
    (re.compile(r"\bshutting\b(?! (?:it|down|off|(?:\w+ ){0,2}up)\b)", re.IGNORECASE), "closing"),
    (re.compile(r"\bw/o\b", re.IGNORECASE), "without"),
    (re.compile(r"\bw/ ?(?=\w)(?![ceo]\b)", re.IGNORECASE), "with "),
    (re.compile(r"\b(half|quarter)-(past|to|after|til|till|of)[- ]", re.IGNORECASE), r"\1 \2 "),
    (re.compile(r"\bweek[- ]ends?\b(?! of)", re.IGNORECASE), "weekend"),
    (re.compile(r"\bto[- ](?=morrow\b|night\b|day\b(?! after| before))", re.IGNORECASE), "to"),
    (re.compile(r"\bb(?:tw|twn|etw|/w)\b(?=\s*\d)", re.IGNORECASE), "between"),
    (re.compile(r"(?<=[ap]m)-?ish\b", re.IGNORECASE), " ish"),
    (re.compile(r"\bmid-?\s?day\b", re.IGNORECASE), "midday"),
    (re.compile(r"(?<=\d) p\b(?![.'])", re.IGNORECASE), " pm"),
    (re.compile(r"\bpee ?em\b", re.IGNORECASE), "pm"),
    (re.compile(rf"\b({'|'.join(_HOURS)}|noon|\d+)-?ish\b", re.IGNORECASE), r"\1 ish"),
    (re.compile(r"\bdot ?com\b", re.IGNORECASE), "dot com"),
    (re.compile(r"\bon the dot\b", re.IGNORECASE), "sharp"),
    (re.compile(r"(?<=\d)(?=(?:am|pm|h|ish|hrs?|mins?|st|nd|rd|th)\b)", re.IGNORECASE), " "),
)


def lexicon() -> dict[str, dict[str, Any]]:
    """Return the readings of each word, by kind."""
    return lists.lexicon(
        lists.zeros("zero"),
        lists.numbers(NUMBERS),
        lists.tens(TENS),
        lists.ranked("nth", NTH_UNITS),
        lists.ranked("nth_unit", NTH_UNITS),
        lists.ranked("nth", NTH_LATER, first=10),
        lists.ranked("nth", "thirtieth", first=30),
        lists.ranked("weekday", WEEKDAYS, first=0),
        lists.ranked("month", MONTHS),
        lists.grouped("unit_of_time", LENGTHS),
        lists.grouped("part", {part: part for part in PARTS}),
        lists.grouped("homophone", HOMOPHONES),
        lists.grouped("said_zero", {True: "oh o"}),
        lists.grouped("repeat", {2: "double", 3: "triple"}),
        lists.grouped("few", {2: "couple", 3: "few"}),
        lists.halves(),
    )

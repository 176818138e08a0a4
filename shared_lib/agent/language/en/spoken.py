"""English as it is spoken and spelt out, put as it would be written: letters by example, grunts, marks in words."""

import re

_BEFORE_MORE = (
    "i|i'd|i'll|i'm|im|can|could|let's|lets|do|don't|dont|book|that|that's|thats|it|it's|the|what|how|is|please|we|you|"
    "go|just|not|wait|make|sounds|looks|works|perfect|great|thanks|thank|where|when|cancel"
)
_DIGIT = "one|two|three|four|five|six|seven|eight|nine|zero|oh"
RESPELT = (
    (re.compile(r"\bno[- ]one\b", re.IGNORECASE), "nobody"),
    (re.compile(rf"\b({_DIGIT}) hundred(?= (?:{_DIGIT}) (?:{_DIGIT})\b)", re.IGNORECASE), r"\1 zero zero"),
    # an answer said in one breath with more: ok do that
    (
        re.compile(rf"^\W*(yes|yeah|yep|yup|ok|okay|alright|nope|nah)\s+(?=(?:{_BEFORE_MORE})\b)", re.IGNORECASE),
        r"\1, ",
    ),
    (re.compile(r"\b(?:uh|mm+|mhm|m)[- ]?h(?:u+[hm]|m+)\b", re.IGNORECASE), "yes"),
    (re.compile(r"\b(?:uh|nuh|mm)[- ](?:uh|mm)\b", re.IGNORECASE), "no"),
    (re.compile("[👍👌✅]"), " yes "),
    (re.compile("[👎🚫❌]"), " no "),
    # j as in john, a for apple
    (
        re.compile(
            r"(?<!['\w])([a-z]) (?:as in|like in|for) \1[a-z]+\b(?= (?:dot|at|[a-z]|\d)\b|[,.]|$)", re.IGNORECASE
        ),
        r"\1",
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
)

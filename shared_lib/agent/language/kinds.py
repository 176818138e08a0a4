"""The kinds of readings that patterns may name in angle brackets, and what makes each."""

SHAPES = frozenset(
    {"digits", "number", "hour", "minute", "mday", "compact", "hm", "half_typed", "slashed", "ymd"}
    | {"amount", "email", "phone", "local", "reference", "card", "asks", "begins", "ends"}
)
"""What a word or a number is by how it is written."""
WORDS = frozenset(
    {"unit", "tens", "hundred", "nth", "nth_unit", "nth_day", "nth_hour", "weekday", "month", "unit_of_time"}
    | {"unit_not_hour", "part", "part_said", "half", "homophone", "said_zero", "repeat", "few", "people"}
)
"""What a word is by a language's own lists."""
FACTS = frozenset(
    {"ordinal", "numbered", "day", "not_day", "weekend", "clock", "window", "bound", "stretch", "length", "ahead"}
    | {"shift", "delay", "party", "choice", "past", "habit", "agenda", "rank", "farewell", "greeting", "eve"}
    | {
        "counted",
        "order",
        "order_of",
        "takes_back",
        "stands",
        "stays",
        "replaces",
        "away_until",
        "first_days",
        "unable",
        "refused",
    }
)
"""What rules have made of the words before."""
KINDS = SHAPES | WORDS | FACTS

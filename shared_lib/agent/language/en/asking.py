"""What we may have said just before, as signs of the answer that it calls for."""

# the first kind that shows counts
SIGNS = {
    "aside": """
        weather|rain|percent|humidity|humid|wind|winds|temperature|degrees|showers|calendar
        you|you're|are free
    """,
    "more": """
        anything|something|what|another else|further|task|additional
        else i|can|to|that|you|for
        help|assist|assistance you|with|on|? further|another|something|other
        help you with|out|on|$
        more help
        can|how i|may help|assist
    """,
    "when": """
        what|which|at|when time|day|date|times|dates|would|do|should|shall|are|works|is|can|will
        what timeframe
        ^ time|date|day|when .. $
        preferred time|date|day
        for when
        time|date and|or|& time|date
        what's|when .. time|date|day
        tell|need .. time|date|day|when
    """,
    "propose": """
        unable|couldn't|wasn't|unavailable|sorry|unfortunately|failed|oops
        not able|available|possible
        no availability|openings
    """,
    "done": """
        has|have|was|is|been|i've|got|were|appointment been|successfully|now|just|i|a|all|you? booked|
            made|scheduled|confirmed|reserved|successful|done|set|complete|completed|went|created
        booked|scheduled|made|reserved your|the|it|an
        you're|you are? booked|set
        booking|reservation|appointment was|is|went successful|successfully|complete|confirmed|through
    """,
    "confirm": """
        <day> .. <clock>
        <clock> .. <day>
        confirm|confirming|confirmation|verify|correct|ensure|right|okay
        you want|wish|would|need|are|will|have|'d|like|you'd .. appointment|book|visit|to
        is|does that|this|it|everything right|ok|good|work|sound|fine
        will|i'll|i'm|shall|making|booking|scheduling|going|ready|so make|book|schedule|be|to|an|you|
            your appointment|a|an|the|booking|at|for|visit
    """,
    "order": """
        would|do|should|shall|can|may|want|did|could|like|need you|i|me|we .. [book]|make|set|
            appointment|reservation|go|visit|event|book
    """,
    "offer": """
        found|find|there's|there|how|what|another|interested|try|recommend|think|like|option|options|results
        named|called|name
    """,
}

# what we asked for, by its name, as the same kinds
ASKED = {
    "treatment": "offer",
    "date": "when",
    "time": "when",
    "slot": "offer",
    "name": "detail",
    "email": "detail",
    "phone": "detail",
    "code": "detail",
    "reference": "detail",
    "confirm": "confirm",
    "cancel_confirm": "confirm",
    "add_on": "order",
}

"""What we may have said just before, as signs of the answer that it calls for."""

# the first kind that shows counts; what is asked outright is looked for before what is told beside it
CUES = {
    "aside": """
        ~ what's the weather like
        ~ you are free from 3 to 5
        weather|rain|percent|humidity|humid|wind|winds|temperature|degrees|showers|calendar|event
        you|you're|are free
        free|empty|emty|open|vacant time|slot|slots|hours|from|between|until|till
        you have|are .. available|avilable|slot|free|opening|open|time .. <window>|<bound>|<clock>
        available|avilable|opening|slot from|between|<window>|<bound>
    """,
    "verify": """
        ~ please confirm the following
        ~ is that correct?
        please|kindly|can|could|you confirm|verify|ensure|conform|review|check
        ^ confirm|confirming|verify|conform|kindly
        to review|confirm|verify
        confirm|verify|ensure the|these|this|your|that|if|following|with
        is|are|does|sound|sounds that|this|it|everything|these|all right|correct|ok|okay|accurate $
        with your permission
        correct|right $
    """,
    "asks_name": """
        ~ what's your name?
        what's|what|and is? your|the? full|first? name
    """,
    "more": """
        ~ is there anything else I can do for you?
        anything|something|what|another else|further|task|additional
        anything|something|what|any|whether|whatever else|further|more|additional|other|any i|to|that|you|for|in|
            task|tasks|help|assistance|request|requests|thing|things
        further|more|additional|other task|tasks|help|assistance|request|requests
        else i|can|to|that|you|for
        help|assist|assistance you|with|on? further|another|something|other
        help you with|out|on|$
        do|need something for|more|else you|$
        need more|something|anything
        can|how i|may help|assist
    """,
    "when": """
        ~ what time would suit you?
        what|which|particular|specific|certain|preferred|convenient|best|another time|times|day|date|dates|timeframe
        when would|do|did|should|shall|are|works|is|can|will|were|does|works
        ^ time|date|day|when $
        time|times|date|day|dates preference|preferred|you|would|works|suits|suit
        time|times|date|day|dates .. prefer|preference|mind|particular|convenient|like|need $
        for when
        when and|or
        time|date and|or|& time|date
        what's|when|know|tell|need .. time|date|day|when
        what|which hour|timing|timings
        what is|would|will .. the|your date|time|day|hour|timings of|for|to|$
    """,
    "asks_time": """
        ~ what time do you prefer?
        what|which|preferred|particular|specific|best|exact time|times|hour
        time do|would|should|works|suits|is
        ^ time $
    """,
    "asks_day": """
        ~ which day would you like?
        what|which|preferred|particular|specific|best day|days|date|dates
        ^ date|day $
    """,
    "propose": """
        ~ I'm sorry, I couldn't book it
        unable|couldn't|wasn't|can't|cannot|failed|fail|sorry|weren't|isn't|not|wouldn't .. book|booked|make|made|
            schedule|scheduled|set|reserve|reserved|complete|completed|fix|get|secure|achieved|appointment|
            reservation|booking|slot|opening|openings
        appointment|booking|reservation|time|slot|visit|it .. failed|unavailable|couldn't|didn't|wasn't|
            taken|full|unsuccessful
        time|slot .. is|was|not|already|been booked|available
        something went wrong
        was an error
        all booked|full
        not possible|successful
        no availability|openings|opening|appointments
    """,
    "done": """
        ~ your appointment has been booked
        has|have|was|is|been|i've|got|were|appointment been|successfully|now|just|i|a|all|you? booked|
            made|scheduled|confirmed|reserved|successful|done|set|complete|completed|went|created
        i|successfully booked|scheduled|made|reserved|confirmed your|the|it|an
        got|have the|your|an appointment|booking|reservation
        able to book|schedule|make|reserve|be
        you're|you are? booked|set
        ^ done
        booking|reservation|appointment was|is|went successful|successfully|complete|confirmed|through
    """,
    "confirm": """
        ~ you want a massage on friday at 3 pm
        <day> .. <clock>
        <clock> .. <day>
        confirm|confirming|confirmation|verify|correct|ensure
        you want|wish|would|need|are|will|have|'d|like|you'd .. appointment|book <day>|<clock>
        you want|wish|would|need|are|will|have|'d|like|you'd .. appointment|book .. <day>|<clock>
        you want|wish|'d|you'd .. appointment|booking .. at|with|for
        will|i'll|i'm|making|booking|scheduling|going|ready|so make|book|schedule|be|to|an|you|
            your appointment|a|an|the|booking|at|for|visit
    """,
    "order": """
        ~ would you like to book an appointment?
        would|do|should|shall|can|may|want|did|could|like|need|are|ready|wanting|wanna you|i|me|we|to|an|make .. [book]|
            make|set|appointment|reservation|visit|event|book|scheduled|booked|boon
        ^ want|wanna|book|schedule|make|ready an|a|to|make|it
        if i book|schedule|make
    """,
    "offer": """
        ~ there's a salon in the next street
        found|find|there's|there|how|what|another|interested|try|recommend|think|like|option|options|results
        named|called|name|consult|consider|prefer|appeal
    """,
}

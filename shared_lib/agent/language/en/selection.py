"""English answers to what was shown: this one, another one."""

CUES = {
    "but_asks": """
        ~ no but what about friday
        ~ the second one looks good but what about tomorrow
        but|though what|how|can|could|is|are|do|does|would|have|any|if
    """,
    # of one of those shown
    "asks_of_it": """
        ~ is the first one with Anna?
        ^ is|are|does|did|was|who|why .. one|<rank>|<nth>|<ordinal>|last
        ^ do|what|which|how .. one|<rank>|<nth>|<ordinal>|last .. <asks>
    """,
    "pick": """
        ~ that one
        ~ you choose
        go|stick with|for
        choose|select|pick|take|prefer that|this|the|them|him|her|one|it|<choice>
        i|i'll|i'd will|would|like|want|love that|this|it|the|them|him one|place|<choice>|$
        i|i'll|i'd would? like|love|prefer that|this|the one
        the|that|this one|name is
        ^ that|this|these|those one $
        ^ let's|lets|we'll|i'll|and|just? do|book|get that|it|this|those|them|the $
        lock|grab|hold|save that|it|this|me|the|<clock>
        the one at|in|on|with|that
        ^ surprise me
        ^ you choose|pick|decide
        ^ that|this|he|she|it|they|one should|would|will|could|can|'ll? work|do|suit $
        the|a winner|ticket
        checks out
        like|choose|pick|take|want|visit|see|need|love that|this|their|these [providers]
        go|visit|try|come there|them|him|her
        go|stick with .. this|that|them|him|her|[providers]
        that's|this|thats|that|it .. want|need|wanted|like|love|after $
        what|exactly i want|wanted|need|like
        interested in it|that|this|them|him|her
        want|love|take|like it|there
        more like it
        think .. is|that's|thats|it's the one
        ^ it|he|she|they does|do|did $
    """,
    "interjection": """
        ~ perfect
        ~ ok let's do next thursday, ten am
        ^ [good] $
        ^ ok|okay|alright|[good] thanks|thank
    """,
    "others": """
        ~ another day
        ~ any earlier?
        anyone|someone|something|anything|anywhere|somewhere|what|who|any|somebody|anybody|nobody|
            somewhere else|different|other
        another|other|different one|ones|option|options|place|salon|doctor|dentist|therapist|person|
            time|times|slot|slots|day|days|date|dates|hour|hours|choice|choices|result|results|people|massage|treatment|technician|provider|in
        others|anymore|alternatives
        more|additional|other .. options|choices|results|places|salons
        keep|try|find|look|search .. else|another|different|instead
        any|some|have|are|is more|another|others|other|anymore|different
        next one|option|result
        something|anything|one|any|time|times|slot|slots|bit|little|much|available|later .. later|earlier|sooner
        who|what is|are|'s the? next|others|other
        what other
        else is|do|are there|you
        keep|continue searching|looking
        ^ search|look again|in|for|elsewhere|up
        ^ how|what about .. in
        ^ a? bit|little|much? later|earlier|sooner $
        ^ i? rather|prefer|want a|an|someone|something
        is|are there .. in
        how|what about .. [providers]
        search|try|check again
        check|try|look|search for|in? somewhere
        only one|option
        one|someone|something|place|salon|option|options .. closer|nearer|cheaper|higher|nearby
        ^ someplace else
        someplace else
        too|all|bit|little|way late|early|soon|far|expensive|pricey|long|short $
        too late|early|soon for|in
        what else|other
        anything|nothing|something|someone|somebody|anyone else
        come|go|start|rather|prefer|bit|little|be .. earlier|later|sooner
        check|try|see|look .. after|before|else
    """,
    "others_weakly": """
        ~ friday instead
        find|looking|look|need|want|search|interested|prefer|give .. a|an|any|some [providers]
        find|looking|look|search|interested .. a|an|any|some .. [providers]
        look|looking|search for [providers]
        find|search|get|look|show|recommend|suggest|need|want me|for|you|us|up? a|an|another|someone|
            something|one|other|some|more|different
        give .. options
        instead $
    """,
    "someone_else": """
        ~ someone else
        ~ what else you got
        anyone|someone|somebody|somewhere|someplace|something|anything|what|who|anybody else
        other|different|another one|place|salon|therapist|doctor|dentist|stylist|technician|person
    """,
    "alternatives": """
        ~ the earlier
        ~ the later one
        anyone|someone|something|anything|anywhere|somewhere|what|who|any|somebody|anybody else
        another|other|others|different|else|more|next|remaining|additional
        keep|continue searching|looking|going
        ^ search|look again|in|for|elsewhere
        earlier|later|sooner
    """,
}

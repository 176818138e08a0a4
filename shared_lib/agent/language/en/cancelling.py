"""English for the end of a booking: called off, kept, told of, asked about."""

SIGNS = {
    "cancel": """
        cancel|cancelling|cancellation|canceling|scrap|undo .. [booking]
        remove|drop|delete my|the|our|this|that .. [booking]
        get rid of .. [booking]
        cancel|cancelling|canceling my|the|our|it|this
        make|making|request a cancellation|cancelation
        won't|don't|dont|not|no|longer going|gonna? to? require|need|needing|make|want my|our|the|this|
            any .. [visit]
        need|require|want|use|keep my|our|the reservation|appointment|booking anymore
        [booking] .. don't|dont|not|can't|no need|needed|want|make|come|longer
        [booking] .. cancel|canceling|cancelling
        want|need|like|get|have|please my|our|the|this|that [booking] canceled|cancelled
        [booking] .. needs|need|has|must|should|to be canceled|cancelled
        take|strike|cross me|us|it off
        end|close|kill|abandon|trash|ditch|drop|withdraw|nix my|the|our|that .. [visit]
        [booking] .. isn't|not|no longer|any? necessary|required|needed
        don't|dont|no|not need|want|longer my|our|the|this|that .. [booking] anymore|longer|$
        don't|dont|no|not need|want|longer .. [booking] anymore|longer
        no longer need|want|require|going|coming|able
        [booking] .. don't|dont need|want .. more|anymore|$
        can't|cant|cannot|won't|wont|unable|couldn't be|to? able|going|gonna? to? make|attend|come it|in|my|our|
            the|to|$
        i|i'm|im|we're|we not|won't|wont gonna|going|able|be to|able|coming? to? make|attend|come|be|coming it|in|
            my|our|the|
            to|there|$
        i|i'm|im|we're|we|no not|longer coming|going|interested .. [booking]|anymore|$
        don't|dont think i|we can|will|'ll|i'll make|come|attend it|in|my|our|the|to|$
        can't|cant|cannot|won't .. <day>|<not_day> anymore
        ^ not going|gonna|able|coming to? make|come|attend
        back|backing|pull|pulling out of
        put|need|enter in|a|an|for|request .. cancellation .. <part>|<day>|[booking]|$
        release|unreserve|annul|revoke|repeal|void|bail .. [booking]
        i|we want|need|like|wish|have|must to cancel
        cancel|cancelling|canceling <reference>|<day>|<clock>
        ^ cancel $
        and|to|said|say cancel $
        call off
        to canceled|cancelled
        make sure|certain .. canceled|cancelled
        no need .. [booking]
        how|why do|can|to|can't i|we? cancel
    """,
    # what sounds like the end of a booking, and is not
    "keeps": """
        instead|rather of|than cancel|cancelling|canceling
        was|were going|about|planning|thinking to|of cancel|cancelling|canceling
        not|never say|said|saying|meant|mean cancel
        don't|not|never let|have|allow .. cancel|cancelling|canceled|cancelled
        don't|dont|not|never|didn't|without cancel|cancelling|canceling|remove|delete|drop
        don't|dont|didn't|not|never want|need|wanna|calling|writing|here|going|mean|meant|intend|wish|plan|
            planning|trying|have|ask|asked|said
            i|we|that? want|wanted|need|wish|am|was|would|going? to cancel
        don't|dont|not want|need my|the|it|this|that|our [booking]? cancelled|canceled|removed
        can't|cannot wait
        keep|leave my|our|the [booking] as|how|where|$
    """,
    # told or asked, not wished
    "was_cancelled": """
        did|have|has|had|why you|they|someone|somebody|anyone|it|i|we already|just? cancel|canceled|cancelled
        i|we already|just canceled|cancelled
        was|is|were|got|been|gets|being my|our|the|this|that? [booking]? been? canceled|cancelled
        [booking] .. was|has|got|been|were been? canceled|cancelled
        why .. canceled|cancelled
        canceled|cancelled [booking]|by
    """,
    # what is no visit
    "cancels_other": """
        cancel|canceling|cancelling|stop|end .. membership|subscription|account|message|messages|order|card|gift|
            waitlist|newsletter|reminder|reminders|alarm|emails|texts
        flight|meeting|meetings|train|class|school|event|game|plans|trip|date|work|call .. canceled|cancelled|cancels
    """,
    # what would be if
    "cancels_maybe": """
        if|when|what|whether|before|unless .. i|we|you|they .. cancel|canceled|cancelled
        cancel|canceling|cancelling it|that|this|my|the? [booking]? if|unless|in
        cancellation policy|fee|fees|charge|charges|rules|terms|window|period|cost|deadline
        fee|fees|charge|charged|penalty|cost|costs|refund|policy|penalize .. cancel|canceling|cancelling|cancellation|
            cancellations
        how late|early|long .. cancel
        cancel|canceling|cancelling .. later|anytime|free|without|until|penalty|charge
        allowed|able to cancel
        [people]|anybody|anyone cancels|cancel
        any|other|minute cancellations|cancellation
    """,
    "absent": """
        won't|not|unlikely be able to come|make|attend
        can't|cant|cannot|won't|unable|couldn't to? make|come|attend it|to|in|my|the
    """,
}

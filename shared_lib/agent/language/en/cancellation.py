"""English for the end of a booking: called off, kept, told of, asked about."""

CUES = {
    "cancel": """
        cancel|cancelling|cancellation|canceling|scrap|undo .. [booking]  ~ scrap my appointment
        remove|drop|delete my|the|our|this|that .. [booking]  ~ please remove my booking
        get rid of .. [booking]  ~ please get rid of my booking
        cancel|cancelling|canceling my|the|our|it|this  ~ confirm: yes, cancel it
        make|making|request a cancellation|cancelation  ~ I request a cancellation
        won't|don't|dont|not|no|longer going|gonna? to? require|need|needing|make|want my|our|the|this|
            any .. [visit]  ~ I won't require my slot
        need|require|want|use|keep my|our|the reservation|appointment|booking anymore  ~ do I need the booking anymore
        [booking] .. don't|dont|not|can't|no need|needed|want|make|come|longer  ~ I want that facial no longer
        [booking] .. cancel|canceling|cancelling  ~ that massage on friday can you cancel
        want|need|like|get|have|please my|our|the|this|that [booking] canceled|cancelled
            ~ I need the booking canceled
        [booking] .. needs|need|has|must|should|to be canceled|cancelled  ~ my booking should be cancelled
        take|strike|cross me|us|it off  ~ take me off for friday
        end|close|kill|abandon|trash|ditch|drop|withdraw|nix my|the|our|that .. [visit]  ~ end my booking
        [booking] .. isn't|not|no longer|any? necessary|required|needed  ~ my massage isn't necessary
        don't|dont|no|not need|want|longer my|our|the|this|that .. [booking] anymore|longer|$  ~ don't need my haircut
        don't|dont|no|not need|want|longer .. [booking] anymore|longer  ~ I don't want a booking anymore
        no longer need|want|require|going|coming|able  ~ i no longer need the facial
        can't|cant|cannot|won't|wont|unable|couldn't be|to? able|going|gonna? to? make|attend|come it|in|my|our|
            the|to|$  ~ I can't make it tomorrow
        i|i'm|im|we're|we not|won't|wont gonna|going|able|be to|able|coming? to? make|attend|come|be|coming it|in|
            my|our|the|
            to|there|$  ~ I'm not able to make it
        i|i'm|im|we're|we|no not|longer coming|going|interested .. [booking]|anymore|$  ~ I'm not coming
        don't|dont think i|we can|will|'ll|i'll make|come|attend it|in|my|our|the|to|$  ~ I don't think I can come in
        can't|cant|cannot|won't .. <day>|<not_day> anymore  ~ can't do friday anymore
        ^ not going|gonna|able|coming to? make|come|attend  ~ not gonna make it today
        back|backing|pull|pulling out of  ~ we have to back out of our appointment
        put|need|enter in|a|an|for|request .. cancellation .. <part>|<day>|[booking]|$
            ~ I need to put in a cancellation
        release|unreserve|annul|revoke|repeal|void|bail .. [booking]  ~ release the slot
        cancel|cancelling|canceling <reference>|<day>|<clock>  ~ cancel cs2026-123
        ^ cancel $  ~ cancel_confirm: cancel
        and|to|said|say cancel $  ~ i have to cancel
        call off  ~ i need to call off my massage
        to canceled|cancelled  ~ set it to cancelled
        make sure|certain .. canceled|cancelled  ~ make sure it is all cancelled
        no need .. [booking]  ~ no need for the booking
        how|why do|can|to|can't i|we? cancel  ~ how do I cancel
        <reference> .. cancel|cancelled|canceled  ~ CS-2026-000777 - cancel that please
    """,
    # what sounds like the end of a booking, and is not
    "keeps": """
        instead|rather of|than cancel|cancelling|canceling  ~ instead of cancelling can I move my facial
        was|were going|about|planning|thinking to|of cancel|cancelling|canceling
            ~ I was going to cancel but changed my mind about the shave
        not|never say|said|saying|meant|mean cancel  ~ I never said cancel
        don't|not|never let|have|allow .. cancel|cancelling|canceled|cancelled  ~ don't let anybody cancel my booking
        don't|dont|not|never|didn't|without cancel|cancelling|canceling|remove|delete|drop
            ~ confirm: do not cancel it
        don't|dont|didn't|not|never want|need|wanna|calling|writing|here|going|mean|meant|intend|wish|plan|
            planning|trying|have|ask|asked|said
            i|we|that? want|wanted|need|wish|am|was|would|going? to cancel  ~ i don't want to cancel
        don't|dont|not want|need my|the|it|this|that|our [booking]? cancelled|canceled|removed
            ~ I don't want my booking cancelled
        can't|cannot wait  ~ I can't wait for my massage
        keep|leave my|our|the [booking] as|how|where|$  ~ never mind, keep my appointment as it is
    """,
    # told or asked, not wished
    "was_cancelled": """
        did|have|has|had|why you|they|someone|somebody|anyone|it|i|we already|just? cancel|canceled|cancelled
            ~ did you cancel my facial
        i|we already|just canceled|cancelled  ~ I already cancelled
        was|is|were|got|been|gets|being my|our|the|this|that? [booking]? been? canceled|cancelled
            ~ make sure it gets canceled
        why .. canceled|cancelled  ~ why is it cancelled
        canceled|cancelled [booking]|by  ~ canceled by whom
    """,
    # what is no visit
    "cancels_other": """
        cancel|canceling|cancelling|stop|end .. membership|subscription|account|message|messages|order|card|gift|
            waitlist|newsletter|reminder|reminders|alarm|emails|texts  ~ cancel my membership
        flight|meeting|meetings|train|class|school|event|game|plans|trip|date|work|call .. canceled|cancelled|cancels
            ~ my meeting got canceled so can I come for a shave today
    """,
    # what would be if
    "cancels_maybe": """
        if|when|what|whether|before|unless .. i|we|you|they .. cancel|canceled|cancelled  ~ if I cancel, what then
        cancel|canceling|cancelling it|that|this|my|the? [booking]? if|unless|in
            ~ cancel my massage if you can't move it
        cancellation policy|fee|fees|charge|charges|rules|terms|window|period|cost|deadline  ~ cancellation rules
        fee|fees|charge|charged|penalty|cost|costs|refund|policy|penalize .. cancel|canceling|cancelling|cancellation|
            cancellations  ~ fee to cancel?
        how late|early|long .. cancel  ~ how late can I cancel a massage
        cancel|canceling|cancelling .. later|anytime|free|without|until|penalty|charge  ~ can I cancel later
        allowed|able to cancel  ~ are we able to cancel
        [people]|anybody|anyone cancels|cancel  ~ if a person cancels
        any|other|minute cancellations|cancellation  ~ other cancellations
    """,
    "absent": """
        won't|not|unlikely be able to come|make|attend  ~ I will not be able to come
    """,
}

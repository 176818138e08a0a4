"""English cues that the dialogue asks for by name, said of the words alone, before days and times are read."""

CUES = {
    # the matter is dropped, whatever it is
    "lets_go": """
        never mind $|it|that|this|then|thanks|thank|all|everything|sorry|i|we|bye|forget  ~ never mind
        ^ nevermind|nvm $|it|that|this|then|thanks|thank|all|everything|sorry|i|we|bye|forget  ~ nevermind
        forget about? it  ~ forget about it
        let it|that go  ~ let it go
        changed my mind  ~ I changed my mind
        leave it  ~ leave it
    """,
    # letting go is spoken of, and ruled out
    "keeps_it": """
        don't|dont|didn't|didnt|never|not ever|yet|be|want|wish|you|mean|going|ask|asked? want|ask|asked|to|you? to?
            cancel|cancelling|canceling|cancelled|canceled|cancellation|forget|stop|drop|release
            ~ please don't cancel it  ~ I did not ask you to cancel
        don't|dont|didn't|didnt|never|not want|wish|you|mean? to? let .. go  ~ don't let it go
    """,
    "says_cancel": """
        cancel|cancels|cancelling|canceling|cancelled|canceled|cancellation  ~ cancel it, this is Tom Ray
    """,
    "opening_hours": """
        hour|hours|open|opens|opening|close|closed|closes|closing  ~ what are your hours?
    """,
    # nothing else is said: it is a question for the hours whatever we asked
    "hours_alone": """
        <begins> the|your|our? open|opening|business|working? hours <ends>  ~ opening hours, please
        <begins> the|your|our? open|opening|business|working? hours of operation <ends>  ~ hours of operation?
        <begins> open|opening times <ends>  ~ opening times
    """,
    "earlier": """
        earlier|sooner  ~ anything earlier?
        before that  ~ before that, please
    """,
    "later": """
        later  ~ do you have anything later
        after that  ~ something after that
    """,
    "other_times": """
        other|different|more time|times|hour|hours|slot|slots  ~ any other times?
        another time|hour|slot  ~ another time
    """,
    # put as a question, with or without its mark
    "puts_question": """
        <begins> and? what|how|is|are|do|does|would|could|can  ~ is 4 possible
        <begins> and|so? will they|you|someone|somebody|anyone|anybody  ~ will somebody ring me
    """,
    # the sooner the better
    "any_day": """
        asap|soonest|whenever|anyday|anytime|now  ~ asap
        as soon as possible  ~ as soon as possible
        right away  ~ right away
        first available  ~ the first available
        any day|time  ~ any day is fine
    """,
    "paying": """
        pay|paid|payment|paying|checkout  ~ how do I pay?
    """,
    "membership": """
        member|members|membership|memberships|member's  ~ do you have a membership?
    """,
    "technicians": """
        technician|technicians|therapist|therapists|masseuse|masseuses|masseur|masseurs|barber|barbers
            ~ tell me about your therapists
        who is|are|will|does|do  ~ who does the massages?
    """,
    # who shall treat the guest, said as an answer to that alone
    "a_woman": """
        f|female|females|woman|women|lady|ladies|girl|she|her  ~ a lady, please
    """,
    "a_man": """
        m|male|males|man|men|gentleman|guy|he|him  ~ a gentleman, please
    """,
    "whoever": """
        <begins> any|anyone|anybody|whoever|whomever|either|none|nobody then? <ends>  ~ anybody
        <begins> no preference <ends>  ~ no preference
    """,
    "menu": """
        menu  ~ the menu, please
        what|which .. offer|treatment|treatments|service|services|massage|massages|facial|facials
            ~ what do you offer?
    """,
    "policy_question": """
        cancel|cancelled|canceled it|this|that? later|afterwards|afterward|after|if|once|until|till|up|anytime|whenever
            ~ can I cancel later?
        if|when|once i|we|one|have|has|need|had|must|would|should|to .. cancel|cancelled|canceled  ~ if I have to cancel
        can|could|may it|this|that|one|people|guests be? cancel|cancelled|canceled  ~ can it be cancelled?
        might|maybe|perhaps|possibly .. cancel  ~ I might have to cancel
        let people|guests|one cancel  ~ do you let people cancel?
        policy|refund  ~ what is your policy?
        what if  ~ what if I am ill?
        what happens if  ~ what happens if I don't come?
        how do|can i  ~ how can I move it?
    """,
    "cancellation_price": """
        cancel|cancelling|canceling|cancelled|canceled|cancellation .. free|fee|fees|charge|charges|charged|cost|costs|
            penalty  ~ can I cancel for free?
        free|fee|fees|charge|charges|charged|cost|costs|penalty .. cancel|cancelling|canceling|cancelled|canceled|
            cancellation  ~ is there a fee if I cancel?
    """,
    # a day in a week is meant, or a date
    "another_week": """
        next|week|weeks|coming|after  ~ next friday
        <mday> st|nd|rd|th  ~ friday the 4th
        <slashed>  ~ friday 12/4
        may <mday>  ~ may 7
        <mday> may  ~ 7 may
        january|jan|february|feb|march|mar|april|apr|june|jun|july|jul|august|aug|september|sep|sept|october|oct|november|
            nov|december|dec  ~ friday in december
    """,
}

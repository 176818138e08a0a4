"""English answers: yes, no, this one, another one, not sure."""

SIGNS = {
    "yes": """
        ^ yes|yeah|yep|yup|yea|ya|yess|yeh|yas|sure|certainly|absolutely|definitely|indeed|affirmative|
            positive|gladly|totally
        ^ of course
        that|it's|that's|is|be|vote|say|answer|a|definite a|is|would? yes|affirmative|fact
        ^ ok|okay|alright $
        ^ correct|exactly|precisely|true|right|agreed|confirmed
        ^ [good] $
        [it]|that's|it's|thats|everything's [good]|correct|right|true|it|perfect
        ^ sounds|looks|all|seems|that like|a? [good]|correct|right
        ^ go ahead
        ^ do it|that|so
        ^ i|we do|did|would|am|can|will $
        i confirm|agree|accept|believe
        that|it|this is|was|sounds|looks all|so|absolutely|completely|quite? correct|right|true|accurate|confirmed
        that|it|this statement? appears|seems|was correct|right|true
        what you said is|was .. true|correct|right
        ^ let's|lets do|go|book it|that|this|with
        by all means
        ^ book|confirm|reserve it|that|this|them $
        you are|got right|it $
        ^ can|could|will you|u? do that|it $
        i can confirm
        that's|thats how|what i
    """,
    # said of what was proposed, it is a yes; by itself it may be said of anything
    "fits": """
        [it]|one|choice|place|dentist|doctor|salon .. be|is|was|seems|seem|sounds|looks|sound|look|are
            .. [good]|correct|right|true|choice|accurate|optimal
        i|i'd like|love the sound|idea
        [it]|works|work is|sounds|looks|seems|are|was all|a|quite|pretty? [good]|correct|right|true|
            accurate|confirmed|so
        [it]|one|time|day|place|date|which|will|would|should|could|may|can|'ll works|work|do|suit|suffice|fit
        that'll|it'll|this'll work|do|be
        works|fine|good|perfect|okay|ok|great|suits for|with|by? me|us
        i'd|i|would love|like to|that|it|this $
        try that|it|this|them
        that's|that|sounds|works .. alright|okay|fine
    """,
    "no": """
        ^ no|nope|nah|negative|false|wrong|incorrect|never|nada|noo|nay
        ^ not really|now|yet|today|exactly|quite|at|right|correct|true|that|this|for|interested
        ^ nevermind
        never mind
        i don't|dont think|believe so|that|it|that's|this
        don't|do not? want|need|wish to|a|an|any|that|it|this
        [it]|what isn't|wasn't|doesn't|won't|not|isnt|can't
        [it] is|was|does|will|would|are not|n't|false|wrong|incorrect|untrue|inaccurate
        [it]|that's|it's completely|totally|a|just|all wrong|false|incorrect
        that's|it's|thats|that|is|is not|false|wrong|incorrect|untrue|inaccurate
        changed|change my mind
        say|answer|is no
        absolutely|definitely|certainly|of not
        course not
        ^ not|skip|pass $
        ^ maybe|perhaps|possibly|better|i|i'll|will|not|i'd|okay|ok .. later|another|other|now|yet
        ^ not .. now|time|moment|today|yet
        ^ nothing|none|neither
        i guess|think|suppose|hope not|$
        i cannot|can't $
        it's|that's|its|is a no
        i|i'll pass
        heck|hell|oh|god no
        don't|dont|not cancel
        keep it|my|the booking|appointment|reservation|$
        don't|dont have one|any|an|a email|phone|$
        it seems|appears not
        i'm|im|i am? good|okay|fine for|now|$
        you are|you're wrong|incorrect|mistaken
    """,
    "wants_change": """
        instead
        change|switch|modify|make|move it|that|this|the|to
        rather|prefer|different|sorry|mistake|mind|wrong|better
        ^ no
    """,
    "pick": """
        go|stick with|for
        choose|select|pick|take|prefer that|this|the|them|him|her|one|it|<choice>
        i|i'll|i'd will|would|like|want|love that|this|it|the|them|him one|place|<choice>|$
        i|i'll|i'd would? like|love|prefer that|this|the one
        the|that|this one|name is
        <choice>
    """,
    "interjection": """
        ^ [good] $
        ^ ok|okay|alright|[good] thanks|thank
    """,
    "others": """
        anyone|someone|something|anything|anywhere|somewhere|what|who|any|somebody|anybody|nobody|
            somewhere else|different|other
        another|other|different one|ones|option|options|place|salon|doctor|dentist|therapist|person|
            time|slot|day|date|choice|choices|result|results|people|massage|treatment|technician|provider|in
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
        ^ i? rather|prefer|want a|an|someone|something
        is|are there .. in
        how|what about .. [providers]
        find|looking|look|need|want|search .. [providers]
        find|search|get|look|show|recommend|suggest|need|want me|for|you|us|up? a|an|another|someone|
            something|one|other|some|more|different
    """,
    "alternatives": """
        anyone|someone|something|anything|anywhere|somewhere|what|who|any|somebody|anybody else
        another|other|others|different|else|more|next|remaining|additional
        keep|continue searching|looking|going
        ^ search|look again|in|for|elsewhere
        earlier|later|sooner
        instead .. ^
    """,
    "unsure": """
        not|isn't|quite|so|really to|too? sure|certain|positive
        don't|dont have that|the|this|any information|info|answer
        guess|think|suppose maybe|possibly
        don't|dont|dunno|do|cannot|can't|cant not? really|actually|quite? know|say|tell|decide|dunno
        ^ maybe|perhaps|possibly|unsure|idk|dunno|either
        i'm|im|am clueless|unsure|undecided|torn|uncertain
        no|not|don't|a|any|the have? a|any|the? idea|clue|knowledge|information|foggiest
        it|that depends
        one or the other
        could be both|either
        hard|difficult to say|tell
        might|could be|either .. true|either|one|false|it|yes|possible|or
        could maybe|go either|be one
        have|need to think
        let me think
        haven't|havent decided|got
        what do you think|recommend|suggest
    """,
}

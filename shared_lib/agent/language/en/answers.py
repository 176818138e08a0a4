"""English answers: yes, no, not sure."""

SIGNS = {
    "yes": """
        ^ yes|yeah|yep|yup|yea|ya|yess|yeh|yas|sure|certainly|absolutely|definitely|indeed|affirmative|
            positive|gladly|totally
        ^ of course
        that|it's|that's|is|be|vote|say|answer|a|definite a|is|would? yes|affirmative|fact
        ^ ok|okay|alright $|ok|okay|alright
        ^ correct|true|agreed|confirmed
        ^ exactly|precisely|right $
        ^ right that|it|this|yes|ok
        ^ [good] $
        [it]|that's|it's|thats|everything's [good]|correct|right|true|it|perfect
        ^ sounds|looks|all|seems|that like|a? [good]|correct|right
        ^ go ahead
        ^ do it|that|so
        ^ y $
        ^ i|we do|did|would|am|can|will $
        i confirm|agree|accept|believe
        that|it|this is|was|sounds|looks all|so|absolutely|completely|quite? correct|right|true|accurate|confirmed
        that|it|this|that's|it's|thats|its|statement .. true|truth|factual|affirmative
        that|it|this|that's|it's|thats|its .. correct|right|accurate $
        that|this|it would be [good]
        ^ yeap|yeppers|yessir|surely|uhhuh|righto|aye|yesss
        ^ i guess|think|believe|suppose|hope|imagine $
        i agree|concur|approve
        ^ you bet
        ^ for sure|real
        why not
        most|almost certainly|definitely
        without|beyond|no a? doubt|question
        ^ roger|10-4|ditto|amen|bingo|yesss|okey|okie|aye
        you|u know it
        that|it's|is|be|a not false|wrong|incorrect
        what you said is|was .. true|correct|right
        ^ let's|lets do|go|book it|that|this|with
        by all means
        ^ book|confirm|reserve it|that|this|them $
        you are|got right|it $
        ^ can|could|will you|u? do that|it $
        i can confirm
        that's|thats how|what i
        ^ mhm|mmhm|mmhmm|yup|k|kk|aight|bet $
        ^ do $
        hell|heck|oh|god yes|yeah
        ^ lock it|that|this|them in
        ^ exactly right|so|that|it
        ^ confirm $
        ^ fine by|with me
        answer .. is .. yes|affirmative
        ^ that|that'd|thatd|thats|that's would? be? [good]
        ^ you|u can|may|should $
        ^ permission|consent granted|given
        ^ spot on
        ^ super|great|lovely $
        yes that's|thats|that is it|all
    """,
    # words that sound like a no and agree
    "agrees": """
        ^ no|not worries|problem|problems|probs|objection|objections|complaints|doubt|issue|issues
        ^ not|isn't|it's|that's not? a|any problem|issue|bother
        ^ no yeah|yes|yep|sure
        ^ why not
        ^ i? don't|dont|wouldn't mind $
        can't|cannot|couldn't complain|argue
        couldn't|can't|not be|get|ask|wish better|happier|more|for
        can't|cannot|couldn't say no
        not|nothing|isn't wrong|false|bad|incorrect with|about|$
        yes that's|thats|that is it $
        ^ let's|lets do|go it|that|this|with|the|<choice>
    """,
    # said of what was proposed, it is a yes; by itself it may be said of anything
    "fits": """
        [it]|one|choice|place|dentist|doctor|salon .. be|is|was|seems|seem|sounds|looks|sound|look|are
            .. [good]|correct|right|true|choice|accurate|optimal
        i|i'd like|love the sound|idea
        [it]|works|work is|sounds|looks|seems|are|was all|a|quite|pretty? [good]|correct|right|true|
            accurate|confirmed|so
        he|she|this|that|it|one|they sounds|seems|looks|sound|seem|look better|right|perfect|promising|like
        ^ yes|yeah|sure|ok|okay|great|perfect|fine $
        [it]|one|time|day|place|date|which|will|would|should|could|may|can|'ll works|work|do|suit|suffice|fit
        that'll|it'll|this'll work|do|be
        works|fine|good|perfect|okay|ok|great|suits for|with|by? me|us
        i'd|i|would love|like to|that|it|this $
        ^ works $
        try that|it|this|them
        book|reserve|confirm it|that|this $
        that's|that|sounds|works .. alright|okay|fine
    """,
    "no": """
        ^ no|nope|nah|negative|false|wrong|incorrect|never|nada|noo|nay|na|noooo
        ^ yeah|yes|wait|but|oh|sorry|well|mm|um|i no|nope|nah
        ^ not no
        ^ uhuh|nuhuh|nuh
        ^ not really|now|yet|today|exactly|quite|at|right|correct|true|that|this|for|interested
        ^ nevermind
        never mind
        don't|dont|not think|believe|agree so|that|it|that's|this|$
        [it]|that's|it's|thats|its|statement|information|everything .. false|wrong|incorrect|untrue|inaccurate
        that'll|that'd|would|be|is|its|it's|that's a no
        say no $
        ^ n $
        ^ do? don't|not $
        [not] be|sound|look|seem|feel|sounding|looking|going|gonna? to? be|a|the|that|so|quite|all|entirely|exactly?
            [good]|correct|right|true|happy|convenient|suitable|possible|helpful
        [not] agree|agreed|agreeing|confirm|confirmed|accept|accepting|approve|consent
        [not] say|said|saying|mean|meant yes|ok|okay
        ^ i|we|i'd|it|that|this [not] $
        let's|lets not $|do|book|go
        sounds|looks|seems|sound|look|seem|feels|that's|thats|it's bad|terrible|awful|horrible|off|wrong
        ^ no good
        far from [good]|it|right|ideal
        ^ as if $
        - no|nope|nah
        ^ not what|how|my|the
        [not] work|works|fit|suit for|with|me|us|at|out|$
        ^ but not
        too expensive|pricey|much|late|early|far|long|costly $
        too expensive|pricey|much|late|early|far|long|costly for
        ^ naw|nuh|nada|nix|noway|nuhuh
        don't|do not? want|need|wish to|a|an|any|that|it|this
        [it]|what isn't|wasn't|doesn't|won't|not|isnt|can't
        [it] is|was|does|will|would|are not|n't|false|wrong|incorrect|untrue|inaccurate
        that's|it's|thats|that|is|is not|false|wrong|incorrect|untrue|inaccurate
        changed|change my mind
        answer|is no
        absolutely|definitely|certainly|of|sure|surely|obviously|clearly|probably|best|better not
        course not
        ^ not|skip|pass $
        ^ maybe|perhaps|possibly|better|not|okay|ok .. later|another|other
        ^ i|i'll|will|i'd .. later
        ^ not .. now|time|moment|today|yet
        ^ nothing|none|neither
        ^ probably|possibly|perhaps later
        ^ later
        check|see|know .. first
        ^ first|before i|that|let
        let me|us think|see
        i'm|i|guess|think|suppose|hope|afraid|rather|course not $
        ^ none|neither of|is|are|one|works
        ^ none|neither $
        ^ skip|hold|forget|lose|drop|scratch the|that|it|this|any
        ^ hold|hang off|on|fire
        leave out|off
        don't|dont think i|we want|need
        ^ leave it|that|off|out
        don't|dont|not book|confirm|charge|reserve|schedule|do anything|it|that|me|any|one|yet|now|$
        not|isn't|aren't|wasn't ready|decided|there to|yet|$
        wouldn't|wouldnt|can't|cannot|won't say|do|accept|agree so|that|it|this|to|$
        that's|thats|it's|its|this|you're|was not what|how|the|right|correct|who
        you got|have|had|heard it|that|this|me wrong
        ^ wrong
        think|thinking|sleep|mull about|on|over it|this|that
        ask|check|talk|discuss|run|confirm with|to|by|it my|the wife|husband|partner|boss|schedule|calendar|
            girlfriend|boyfriend|mom|family
        ask|check my wife|husband|partner|boss|schedule|calendar|girlfriend|boyfriend|mom|family
        works|work|good|suits for? neither|none|nobody
        i'd|would|i rather|prefer not
        i disagree|decline|refuse
        hard|gonna pass $|on|for
        not a chance
        don't|dont do that|it|this $
        out of the question
        i cannot|can't $
        it's|that's|its|is a no
        i|i'll pass $|on|for|this|that
        heck|hell|oh|god no
        don't|dont|not cancel|reschedule|move|change
        keep it|my|the booking|appointment|reservation|$
        don't|dont have one|any|an|a email|phone|$
        it seems|appears not
        ^ i'm|im|i am? good|okay|fine for|now|$
        ^ no|nah|nope|ok|okay|thanks i'm|im|i am? good|okay|fine|set
        say|answer|vote|saying .. no $
        answer .. is .. no|negative
        a hard|big|firm|definite|negative|strong no $
        that|this|answer .. wrong|incorrect|false|erroneous|untrue $
        that's|is|that|was a? negative|erroneous|nope
        said is|was|isn't .. wrong|false|incorrect|untrue
        you are|you're wrong|incorrect|mistaken
    """,
    # said first, whatever else is told
    "flat_no": """
        ^ no|nope|nah|naw $
        none|neither of those|these|them|the
    """,
    # what was asked is asked back: right? is that correct?
    "asks_back": """
        ^ right|correct|ok|okay|yes|sure|really|true|fine|good|perfect <asks>
        is|are|was|were|isn't|aren't [it]|these .. [good]|right|correct|true|accurate <asks>
        are|is you|it? sure|certain|right .. <asks>
        would|will|does|do that|it|this|<clock>|<day> .. [good]|work|fit|suit <asks>
    """,
    # a yes under a condition is none
    "but": """
        ^ yes|yeah|yep|yup|sure|ok|okay|alright|fine|[good] .. but|except|unless|if|provided|assuming
        ^ yes|yeah|yep|yup|sure|ok|okay|alright|fine|[good] only if|with
        ^ yes|yeah|yep|yup|sure|ok|okay|alright|fine|[good] .. as long as
        [good]|works|work|right|correct|like|love but|except|unless|however
        ^ but|except|unless|however
    """,
    "wants_change": """
        instead
        change|switch|modify|make|move it|that|this|the|to
        rather|prefer|different|sorry|mistake|mind|wrong|better
        ^ no
    """,
    # shall it be cancelled? I don't want to keep it
    "drops": """
        [not] want|need|going|gonna|wish|like? to? keep|keeping it|that|this|the|my|our|$
        [not] need|require it|the|my|our
        [not] want it|the|my|our [booking]? anymore|longer
        no longer want|need it|the|my|our|this|that
        [not] want|going|able|plan|like? to? come|make|attend
        [not] be able to come|make|attend
        no need to? keep
        get rid of
        let it|that go
        drop|release|scrap|delete|remove it|that|this
    """,
    # said while looking around, it asks for others
    "unsure": """
        not|isn't|quite|so|really to|too? sure|certain|positive
        don't|dont have that|the|this|any information|info|answer
        guess|think|suppose maybe|possibly
        might|may|could|possible|possibly|it's|its .. either|both|one
        both|either would|could|works|work|way|$
        who knows|say
        wish i knew
        unclear|uncertain to|about|$
        have doubts
        no way to know|tell
        ^ maybe|perhaps|probably|possibly $
        could|might be $
        on the fence
        couldn't|couldnt|can't|cannot tell|say you? $
        i forget|forgot $
        don't|dont remember|recall|care
        not|un positive|decided
        up in the air
        the? <nth>|<ordinal> one? or the? <nth>|<ordinal>
        no preference
        toss up
        if i know|knew
        can't|cannot|cant|unable to? answer|decide|choose|say
        no|have|not earthly|slightest|good? idea|clue
        drawing a blank
        am|i'm unaware
        that's|it's|is a possibility
        beats me
        your|ur guess is as
        don't|dont|dunno|do|cannot|can't|cant not? really|actually|quite? know|say|tell|decide|dunno
        ^ maybe|perhaps|possibly|unsure|idk|dunno|either
        i'm|im|am clueless|unsure|undecided|torn|uncertain
        no|not|don't|any have? a|any|the? idea|clue|knowledge|foggiest
        no|not|don't|enough have? a|any|the|enough? information|info
        ^ i|we? dunno
        both|either maybe|perhaps|possibly
        maybe|perhaps both|either|it|so
        not|un confident|convinced
        pay grade|scale
        make up? my|our mind up?
        don't|dont|do|didn't not? have an|the|any|a answer|preference
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

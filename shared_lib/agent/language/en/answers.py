"""English answers: yes, no, not sure."""

CUES = {
    "yes": """
        ^ yes|yeah|yep|yup|yea|ya|yess|yeh|yas|sure|certainly|absolutely|definitely|indeed|affirmative|
            positive|gladly|totally  ~ confirm: 👍
        ^ of course  ~ of course
        ^ [good] sure|yes|yeah|yep|certainly|absolutely|definitely  ~ confirm: ok sure
        that|it's|that's|is|be|vote|say|answer|a|definite a|is|would? yes|affirmative|fact  ~ I say yes
        ^ correct|true|agreed|confirmed  ~ confirm: correct
        ^ exactly|precisely|right $  ~ right
        ^ [good] $  ~ confirm: perfect, thank you
        ^ [good] [good] $  ~ confirm: ok fine
        [it]|that's|it's|thats|everything's [good]|correct|right|true|it|perfect
            ~ confirm: i'm not complaining, it's fine
        ^ sounds|looks|all|seems|that like|a? [good]|correct|right  ~ confirm: sounds good
        ^ go ahead  ~ confirm: go ahead
        ^ do it|that|so  ~ do it
        ^ y $  ~ confirm: y
        ^ i|we do|did|would|am|can|will $  ~ I am
        i confirm|agree|accept|believe  ~ I confirm
        that|it|this is|was|sounds|looks all|so|absolutely|completely|quite? correct|right|true|accurate|confirmed
            ~ it is confirmed
        that|it|this|that's|it's|thats|its|statement .. true|truth|factual|affirmative  ~ that information is factual
        that|it|this|that's|it's|thats|its .. correct|right|accurate $  ~ this date is correct
        that|this|it would be [good]  ~ it would be lovely
        ^ yeap|yeppers|yessir|surely|uhhuh|righto|aye|yesss  ~ righto
        ^ i guess|think|believe|suppose|hope|imagine $  ~ confirm: i suppose
        i agree|concur|approve  ~ I concur
        ^ you bet  ~ you bet
        ^ for sure|real  ~ for sure
        why not  ~ confirm: why not
        most|almost certainly|definitely  ~ most certainly
        without|beyond|no a? doubt|question  ~ without a doubt
        ^ roger|10-4|ditto|amen|bingo|yesss|okey|okie|aye  ~ amen
        you|u know it  ~ you know it
        that|it's|is|be|a not false|wrong|incorrect  ~ slot: it's not wrong
        what you said is|was .. true|correct|right  ~ what you said is right
        ^ let's|lets do|go|book it|that|this|with  ~ slot: let's do this one
        by all means  ~ by all means
        ^ book|confirm|reserve it|that|this|them $  ~ confirm them
        you are|got right|it $  ~ confirm: you got it
        ^ can|could|will you|u? do that|it $  ~ can you do that
        i can confirm  ~ I can confirm
        that's|thats how|what i  ~ that's how I want it
        ^ mhm|mmhm|mmhmm|yup|k|kk|aight|bet $  ~ confirm: k
        ^ do $  ~ confirm: please do
        hell|heck|oh|god yes|yeah  ~ confirm: hell yes
        ^ lock it|that|this|them in  ~ confirm: lock it in
        ^ exactly right|so|that|it  ~ exactly that
        ^ confirm $  ~ confirm
        ^ fine by|with me  ~ fine by me
        answer .. is .. yes|affirmative  ~ the answer is most likely yes
        ^ that|that'd|thatd|thats|that's would? be? [good]  ~ confirm: thatd be great
        ^ you|u can|may|should $  ~ you can
        ^ permission|consent granted|given  ~ consent given
        ^ spot on  ~ spot on
        ^ super|great|lovely $  ~ super
    """,
    # words that sound like a no and agree
    "agrees": """
        ^ no|not worries|problem|problems|probs|objection|objections|complaints|doubt|issue|issues
            ~ confirm: no problem, go ahead
        ^ not|isn't|it's|that's not? a|any problem|issue|bother  ~ confirm: not a problem
        ^ no yeah|yes|yep|sure  ~ confirm: no yeah that works
        ^ i? don't|dont|wouldn't mind $  ~ confirm: i don't mind
        can't|cannot|couldn't complain|argue  ~ can't complain
        couldn't|can't|not be|get|ask|wish better|happier|more|for  ~ confirm: it couldn't be better
        can't|cannot|couldn't say no  ~ confirm: i can't say no to that
        not|nothing|isn't wrong|false|bad|incorrect with|about|$  ~ not wrong
        ^ let's|lets do|go it|that|this|with|the|<choice>  ~ let's do the massage
    """,
    # said of what was proposed, it is a yes; by itself it may be said of anything
    "fits": """
        [it]|one|choice|place|dentist|doctor|salon .. be|is|was|seems|seem|sounds|looks|sound|look|are
            .. [good]|correct|right|true|choice|accurate|optimal  ~ confirm: everything looks good
        i|i'd like|love the sound|idea  ~ confirm: I like the idea
        he|she|this|that|it|one|they sounds|seems|looks|sound|seem|look better|right|perfect|promising|like
            ~ confirm: he seems right
        [it]|one|time|day|place|date|which|will|would|should|could|may|can|'ll works|work|do|suit|suffice|fit
            ~ confirm: which works
        that'll|it'll|this'll work|do|be  ~ confirm: it'll do
        works|fine|good|perfect|okay|ok|great|suits for|with|by? me|us  ~ slot: works for me
        i'd|i|would love|like to|that|it|this $  ~ confirm: I'd like it
        ^ works $  ~ confirm: works
        try that|it|this|them  ~ confirm: try that
        book|reserve|confirm it|that|this $  ~ confirm: i'm in a rush just book it
        that's|that|sounds|works .. alright|okay|fine  ~ confirm: works alright
    """,
    "no": """
        ^ no|nope|nah|negative|false|wrong|incorrect|never|nada|noo|nay|na|noooo  ~ confirm: no
        ^ yeah|yes|wait|but|oh|sorry|well|mm|um|i no|nope|nah  ~ confirm: wait no
        ^ not no  ~ confirm: not really no
        ^ uhuh|nuhuh|nuh  ~ uhuh
        ^ not really|now|yet|today|exactly|quite|at|right|correct|true|that|this|for|interested  ~ not exactly
        ^ nevermind  ~ confirm: nevermind
        don't|dont|not think|believe|agree so|that|it|that's|this|$  ~ I don't think so
        [it]|that's|it's|thats|its|statement|information|everything .. false|wrong|incorrect|untrue|inaccurate
            ~ that's totally wrong, mix-up
        that'll|that'd|would|be|is|its|it's|that's a no  ~ it's a no
        ^ n $  ~ confirm: n
        ^ do? don't|not $  ~ cancel_confirm: don't
        [not] be|sound|look|seem|feel|sounding|looking|going|gonna? to? be|a|the|that|so|quite|all|entirely|exactly?
            [good]|correct|right|true|happy|convenient|suitable|possible|helpful  ~ confirm: I'm not ok with that price
        [not] agree|agreed|agreeing|confirm|confirmed|accept|accepting|approve|consent
            ~ confirm: I never agreed to that
        [not] say|said|saying|mean|meant yes|ok|okay  ~ confirm: I wouldn't say yes to that hour
        ^ i|we|i'd|it|that|this [not] $  ~ I can't
        let's|lets not $|do|book|go  ~ confirm: let's not
        sounds|looks|seems|sound|look|seem|feels|that's|thats|it's bad|terrible|awful|horrible|off|wrong  ~ that's bad
        far from [good]|it|right|ideal  ~ far from it
        ^ as if $  ~ as if
        - no|nope|nah  ~ that one - no
        ^ not what|how|my|the  ~ confirm: not what I asked for
        [not] work|works|fit|suit for|with|me|us|at|out|$  ~ confirm: won't work
        ^ but not  ~ but not now
        too expensive|pricey|much|late|early|far|long|costly $  ~ it's too far
        too expensive|pricey|much|late|early|far|long|costly for  ~ confirm: too late for me
        ^ naw|nuh|nada|nix|noway|nuhuh  ~ nix
        don't|do not? want|need|wish to|a|an|any|that|it|this  ~ i don't want to cancel
        [it]|what isn't|wasn't|doesn't|won't|not|isnt|can't  ~ treatment: a massage that isn't swedish
        [it] is|was|does|will|would|are not|n't|false|wrong|incorrect|untrue|inaccurate  ~ it will not
        that's|it's|thats|that|is|is not|false|wrong|incorrect|untrue|inaccurate  ~ confirm: that's not what i said
        changed|change my mind  ~ I changed my mind
        answer|is no  ~ there is no need for you to move it
        absolutely|definitely|certainly|of|sure|surely|obviously|clearly|probably|best|better not  ~ confirm: surely not
        ^ not|skip|pass $  ~ add_on: skip
        ^ maybe|perhaps|possibly|better|not|okay|ok .. later|another|other  ~ not later
        ^ i|i'll|will|i'd .. later  ~ I will later
        ^ not .. now|time|moment|today|yet  ~ please not lena this time
        ^ nothing|none|neither  ~ slot: neither
        ^ probably|possibly|perhaps later  ~ probably later
        ^ later  ~ later
        check|know .. first  ~ let me check first
        ^ first|before i|that|let  ~ before that
        let me|us think|see  ~ let me see
        i'm|i|guess|think|suppose|hope|afraid|rather|course not $  ~ i'm afraid not
        ^ skip|forget|lose|drop|scratch the|that|it|this|any  ~ confirm: actually scratch that
        ^ hold|hang off|on|fire  ~ confirm: hang on a sec
        don't|dont think i|we want|need  ~ add_on: i don't think i want the hot stone after all
        ^ leave it|that|off|out  ~ leave it
        don't|dont|not book|confirm|charge|reserve|schedule|do anything|it|that|me|any|one|yet|now|$  ~ don't book yet
        not|isn't|aren't|wasn't ready|decided|there to|yet|$  ~ i'm not ready to book
        wouldn't|wouldnt|can't|cannot|won't say|do|accept|agree so|that|it|this|to|$  ~ confirm: i wouldn't say that
        you got|have|had|heard it|that|this|me wrong  ~ you got me wrong
        think|thinking|sleep|mull about|on|over it|this|that  ~ confirm: lemme think about it
        ask|check|talk|discuss|run|confirm with|to|by|it my|the wife|husband|partner|boss|schedule|calendar|
            girlfriend|boyfriend|mom|family  ~ confirm: let me check with my wife
        ask|check my wife|husband|partner|boss|schedule|calendar|girlfriend|boyfriend|mom|family
            ~ confirm: i gotta ask my husband first
        works|work|good|suits for? neither|none|nobody  ~ suits neither
        i'd|would|i rather|prefer not  ~ i'd rather not have David again
        i disagree|decline|refuse  ~ i disagree
        hard|gonna pass $|on|for  ~ hard pass
        not a chance  ~ not a chance
        don't|dont do that|it|this $  ~ don't do this
        out of the question  ~ out of the question
        i|i'll pass $|on|for|this|that  ~ add_on: i'll pass
        heck|hell|oh|god no  ~ confirm: hell no
        don't|dont|not cancel|reschedule|move|change  ~ confirm: do not cancel it
        keep it|my|the booking|appointment|reservation|$  ~ keep it
        don't|dont have one|any|an|a email|phone|$  ~ email: I don't have an email
        it seems|appears not  ~ it seems not
        ^ i'm|im|i am? good|okay|fine for|now|$  ~ I'm fine
        ^ no|nah|nope|ok|okay|thanks i'm|im|i am? good|okay|fine|set  ~ thanks I'm good
        say|answer|vote|saying .. no $  ~ I say no
        a hard|big|firm|definite|negative|strong no $  ~ a hard no
        that's|is|that|was a? negative|erroneous|nope  ~ that's a nope
        said is|was|isn't .. wrong|false|incorrect|untrue  ~ what you said was incorrect
        you are|you're wrong|incorrect|mistaken  ~ you are wrong
    """,
    # said first, whatever else is told
    "flat_no": """
        ^ no|nope|nah|naw $  ~ cancel_confirm: no, I don't want to keep it
        none|neither of those|these|them|the  ~ slot: none of those work
    """,
    # what was asked is asked back: right? is that correct?
    "asks_back": """
        ^ right|correct|ok|okay|yes|sure|really|true|fine|good|perfect <asks>  ~ ok?
        is|are|was|were|isn't|aren't [it]|these .. [good]|right|correct|true|accurate <asks>  ~ is that right?
        are|is you|it? sure|certain|right .. <asks>  ~ are you sure that is right?
        would|will|does|do that|it|this|<clock>|<day> .. [good]|work|fit|suit <asks>  ~ confirm: would that work?
    """,
    # a yes under a condition is none
    "but": """
        ^ yes|yeah|yep|yup|sure|ok|okay|alright|fine|[good] .. but|except|unless|if|provided|assuming
            ~ confirm: yes but not at 3
        ^ yes|yeah|yep|yup|sure|ok|okay|alright|fine|[good] only if|with  ~ yes only with a woman
        ^ yes|yeah|yep|yup|sure|ok|okay|alright|fine|[good] .. as long as  ~ yes as long as it is with Anna
        [good]|works|work|right|correct|like|love but|except|unless|however
            ~ confirm: that sounds good but my wife can't
        ^ but|except|unless|however  ~ confirm: sure, but with Lena
    """,
    "wants_change": """
        instead  ~ confirm: instead
        change|switch|modify|make|move it|that|this|the|to  ~ confirm: change it
        rather|prefer|different|sorry|mistake|mind|wrong|better  ~ confirm: a different one
    """,
    # shall it be cancelled? I don't want to keep it
    "drops": """
        [not] want|need|going|gonna|wish|like? to? keep|keeping it|that|this|the|my|our|$
            ~ cancel_confirm: don't keep it
        [not] need|require it|the|my|our  ~ cancel_confirm: I don't need it
        [not] want it|the|my|our [booking]? anymore|longer  ~ cancel_confirm: I don't want it anymore
        [not] want|going|able|plan|like? to? come|make|attend  ~ cancel_confirm: I don't want to come anymore
        no need to? keep  ~ cancel_confirm: no need to keep it
        get rid of  ~ cancel_confirm: get rid of it
        let it|that go  ~ cancel_confirm: let it go
        drop|release|scrap|delete|remove it|that|this  ~ cancel_confirm: drop it
    """,
    # said while looking around, it asks for others
    "unsure": """
        ~ I forgot
        ~ who knows
        not|isn't|quite|so|really to|too? sure|certain|positive
        don't|dont have that|the|this|any information|info|answer
        guess|think|suppose maybe|possibly
        might|may|could|possible|possibly|it's|its .. either|both|one
        both|either would|could|works|work|way|$
        who knows|say
        wish i knew
        unclear|uncertain to|about|$
        have doubts
        ^ maybe|perhaps|probably|possibly $
        could|might be $
        on the fence
        couldn't|couldnt|can't|cannot tell|say you? $
        i forget|forgot $
        don't|dont remember|recall|care
        the? <nth>|<ordinal> one? or the? <nth>|<ordinal>
        no preference
        toss up
        if i know|knew
        can't|cannot|cant|unable to? answer|decide|choose|say
        no|have|not earthly|slightest|good? idea|clue
        drawing a blank
        am|i'm unaware
        that's|it's|is a possibility
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
        have|need to think
        let me think
        haven't|havent decided|got
        what do you think|recommend|suggest
    """,
}

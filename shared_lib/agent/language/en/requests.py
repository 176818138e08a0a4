"""English wishes: to book, to change, to cancel, to reach someone."""

CUES = {
    "book": """
        ~ book me the usual
        ~ get me in asap
        [book]|booked|scheduling a|an|the|my|me|us|it|this|that|for|in|with|another|at|on|some|
            something|<day>|<clock>|<part>|$
        [book] .. [booking]
        ^ can|could|i|we|you|let i|we|you|me? [book]
        like|want|need|try|going|love|wish|able|help|possible to|me? [book]
        go|going|try|trying ahead|for|and|to? [book]|booking|make|making|scheduling|reserving
        [get] .. [booking]|tables|rooms
        [booking] .. for|at|on|with|is|would|to
        ^ i|i'd|i'll|we|we'd|can|could|may|let want|like|need|will|would|i|me|love to|go .. visit|come|
            see|stay|meet
        can|could|may|should i|we come|visit|drop|stop|get|pop in|by|over|on|<day>|<clock>
        can|could|may i|we .. come|visit .. <day>|<clock>|<part>|in
        squeeze|fit|get|take me|us in
        possible to .. come|see|get|have|visit
        need|want|looking|like for? something
        pencil|put|sign|squeeze|slot|pop me|us in|down|up
        someone|somebody|anyone|who .. look|check|fix|inspect|do|cut|trim|work at|out|on|my
        make arrangements
        put|add|create|set a|an .. [booking]
        try .. <clock>|<day>|again
        get|have|need|want|like .. done|checked|fixed|inspected
        how|where do|can|to i|we|you? schedule|book|reserve
        set|hook me|us up
        want|wanna|like|love|need|hope|hoping|planning|plan|trying to? come|visit|drop|stop|pop|swing in|by|over
        treat|spoil|pamper myself|ourselves|my|her|him|us|me
        when|how can|could|would you|i|we see|get|fit|come|take|squeeze me|us|in|you
        schedule|book|reserve .. scheduled|booked|reserved|[booking]
        [booking] .. scheduled|reserved
        in need of .. [booking]
    """,
    # said of something that is not ours, it is no wish for a visit
    "book_weakly": """
        ~ could I get a pedi and a mani on friday
        ~ I have a meeting at 3, can I come after that
        want|need|like|get|have|take|try a|an|some|another|one|two .. <day>|<clock>
        want|need|like to|me|us? stay|come|get|have|do|try|be|spend|enjoy .. <day>|<clock>|<window>
        make|book|get|schedule a|another new|second one|$
    """,
    # no booking now
    "waits": """
        ~ don't book yet
        ~ don't book anything yet
        don't|dont|do|not|never not? book|reserve|schedule|confirm
        don't|dont|not|never|didn't want|need|wanna|ready|looking|trying|like|going|wish|plan|planning|intend|ask|
            asked
            to? book|schedule|reserve|commit
        not|don't|dont|before|without .. book|booking|schedule|reserve .. yet|now|anything|today
        don't|dont|not need|want|like a|an|any [booking]
    """,
    # to somebody whom one has not found yet: a search, unless a day or a time is said
    "goes": """
        ~ I want to see a barber
        visit|see|consult|meet|go|get to|with? a|an|the|my|some? [clinics]
    """,
    "vacancy": """
        ~ asap
        ~ any openings
        ^ asap|soonest $
        ^ as soon|early|quickly as possible $
        if|when|in someone|somebody|anyone|anybody|case|person|there .. cancels|cancel|cancellation
        any cancellations|cancellation
        any|the|what|whats|what's|which|got|have|see|your|next|first|earliest openings|opening|availability|
            vacancies|vacancy
        what|whats|what's is|do|you|you've|have|got? available|open|free $
        next|first|earliest|soonest opening|availability|slot|spot|appointment|available
        soonest|earliest|asap .. come|available|appointment|slot|time|in|have|get
        any|anything|something|availability|openings|opening|available|free|spot|spots|slots|table|
            tables|times .. <day>|<clock>|<part>|<window>|<bound>|available|open|free
        availability|openings|opening|available|vacancies|vacancy|slots|free .. for|on|at|<day>|<clock>
        do|does|would|could you|they|y'all|u still|also|maybe|even? have|got|offer|do a|an|any|some|free|the|
            another? [treatment]|appointment|appointments|slot|slots|session|spot
            .. <day>|<clock>|<part>|<window>|<bound>|left|free|open|available
        have you|they still|also? got a|an|any|some|free? [treatment]|appointment|appointments|slot|slots|spot ..
            <day>|<clock>|<part>|<window>|<bound>|left|free|open|available
    """,
    "visits": """
        ~ I'll pass by at 3
        ~ can I come in right now
        stop|stopping|pass|passing|drop|dropping|swing|come|pop by|in|over
    """,
    # after it is booked
    "remakes": """
        make|change|move|switch it|that|this to? <clock>|<day>|<part>  ~ "It is booked. Anything else?" make it 4
    """,
    "stays": """
        don't|dont|not|never|didn't change|move|reschedule|changing|moving|rescheduling|switch
            ~ don't reschedule me again
        don't|dont|didn't|not|never|no|without want|need|wanna|going|have|trying|wish|plan|like|mean
            to change|move|reschedule|switch|modify  ~ i don't need to reschedule
        no need .. change|move|reschedule  ~ no need at all to reschedule
    """,
    "reschedule": """
        can|could|may i|we .. come .. later|earlier|sooner  ~ could I come a bit later, say 6:30?
        come|arrive|start|begin|be|push|move|bring|delay|shift .. <shift>  ~ i'd like to come an hour later
        reschedule|rescheduling|rearrange|postpone|rebook|re-schedule  ~ can you reschedule me for 6 pm
        change|changing|move|modify|shift|amend|update|switch|push|alter|edit|delay|adjust|extend
            .. [booking]|dates|date|time|it|service|stay|reservation  ~ can i change my booking to friday
        [booking] .. to|i|we|and|please change|amend|modify|move|update|alter|shift|switch
            ~ my massage I want to move
        put|add more|people|persons .. [booking]  ~ put more people on my booking
        change|alter|update|increase|reduce|extend|shorten the|my|our|how? number|amount|length|duration|dates|
            date|day|
            time|guests|people|start|end|many  ~ reduce our number
        add|remove|bring a|an|one|two|another|more|extra? extra|more|another person|people|guest|guests
            ~ add another person
        change|move|switch|push|shift|bring my|our|the? <day>|<clock>
            ~ i got to change my 3 o'clock
        swap|exchange|trade|substitute|upgrade|switch .. [booking] .. for|to|with|instead|$
            ~ can i swap my facial for a massage
        another|different|new|other|better time|day|date|slot|hour|appointment for my|our|the|that|instead|to
            ~ i need a different time for my facial
        do|make|try|have another|different|other|some day|time|date
            ~ something came up, can we do another day instead
        can|could|may|let i|we|you|me|us make|do|have|move|push it|that|this .. later|earlier|sooner|instead
            ~ can we make it later
        earlier|later|sooner than|from my|our|the  ~ is there any way to come earlier than my 4 o'clock
        keep my|the .. but|different|another  ~ keep my appointment but another day
        <reference> .. be|get|go? moved|changed|shifted|pushed|rescheduled|put|switched .. to|from|on|an|a|later|
            earlier|<day>|<clock>
            ~ could CS-2026-000777 be moved to Friday at 4
        move|change|shift|push|switch|bring|put|transfer|take .. <reference> .. to|on|for|forward|back|earlier|later|
            by|an|a|<day>|<clock>|<part>
            ~ please move CS-2026-000777 to 7 in the evening
        move|change|shift|push|switch .. <reference> $  ~ I'd like to move CS-2026-000777
    """,
    # put to us, it asks for a free time and not for a visit that stands
    "asks_vacancy": """
        ~ do you have a Swedish at the weekend?
        do|does|would|could you|they|y'all|u still|also|maybe|even? have|got|offer|do a|an|any|some|free|the|another?
            [treatment]|appointment|appointments|slot|slots|session|spot
            .. <day>|<clock>|<part>|<window>|<bound>|left|free|open|available
        have you|they still|also? got a|an|any|some|free? [treatment]|appointment|appointments|slot|slots|spot ..
            <day>|<clock>|<part>|<window>|<bound>|left|free|open|available
    """,
    "status": """
        ~ show me my bookings
        ~ you charged me twice
        do|does|did|if|that|whether|still|what .. have|made|got .. [booking]
        make|making|be sure .. [booking]
        assure|tell me .. [booking] .. scheduled|confirmed|booked|set|happening|still
        assure me .. [booking]
        [booking] .. is|still .. on|happening|scheduled|confirmed|valid|good|set
        never|didn't|haven't|not get|got|received|receive .. confirmation|email|receipt
        charged me|us|my .. twice|again|wrong
        did|has|was|is my|the|our|that payment|card|deposit|booking|appointment|reservation .. through|charged|
            received|
            accepted|work|confirmed|made|booked
        check|confirm|know|verify|confirming|validate|double .. my|our|i|a|the|for .. [booking]|booked
        confirm|verify|check .. [booking]
        do|did|if|that i|we|my have|had|got|made|make .. [booking]|booked
        is|was|are my|our .. [booking]|confirmed|valid|booked
        when|what|where|which is|was|time|are|day|'s|have my|our|i|is|next|upcoming .. [booking]|booked
        status of|for|on .. [booking]
        how|what much? did|have|was i|we already? pay|paid|charged  ~ how much did I pay
        did|didn't|have|haven't i|we already? cancel|cancelled|canceled|pay|paid
        have me|us down|scheduled|booked|in
        check|see|know|confirm|verify if|whether|that .. i'm|im|i|we|we're am|are? booked|scheduled|in|down|set
        am|are|is i|we|it|everything|still all|good|still? set|confirmed|booked|scheduled|on for|$|<day>|at
        when|who|what time|day|treatment? am|are i|we coming|seeing|scheduled|booked|supposed|getting|having|in
        what|when|which|did|who|had|do|have time|day|treatment|did|have|do|with? i|we book|booked|reserve|
            reserved|schedule|
            scheduled|pick|choose
        remind me .. when|what|where .. [booking]
        is|was|has|did my card|payment|money charged|gone|go|went|been|taken
        never|didn't|haven't|didnt|not get|got|received|receive a|the|my|any confirmation|email|receipt|text
        show|see|view|find|list|look me|at|up|for? my|our [booking]
        forgot|forget|forgotten|remember|recall|unsure when|what|whether|if|which .. i'm|i|we|we're .. booked|
            scheduled|coming|have|down|in|booking|$
            ~ I forgot when I'm booked
        when|what .. does|did|has|is my|our [kin] .. have|book|booked|come|coming|scheduled|reserve
            ~ when does my aunt have her facial
        when|what|which .. i'm|im|i|we|we're am|are? booked|scheduled|expected
        when exactly|precisely|again am|are i|we coming|booked|scheduled|in|due|expected
        what|which time|day|date|hour was it|that|this|mine|ours|i|we
        what|when was|were the|my|our time|day|date|hour
        when was it|that|mine|ours again|$
        remind me|us when|what|which i'm|im|i|we|we're|time|day|date
        i|we|i've|we've booked|reserved|scheduled .. what|which|when .. time|day|date|hour|was|is|again
    """,
    "find": """
        ~ find me a good salon
        find|search|look|looking|searching|suggest|recommend|locate|know|seek|seeking|help|show|pull ..
            [providers]|one
    """,
    "find_weakly": """
        ~ I need a barber
        need|want|get|prefer|good|nice|is|are|like|any|after|require .. [clinics]
        what|which [clinics]
    """,
    "help": """
        ~ i'm lost
        ~ could you assist me
        what|which|how .. can|could|may|should|do|are i|you .. ask|help|assist|answer|answers|capable|able
        what|which things|questions|information|topics|subjects|stuff|queries .. you|ask
        what|which kind|sort|type|kinds|sorts|types of? things|questions|information|topics|subjects|stuff|
            queries|tasks|
            help .. you|ask
        ^ i'm|im|am lost|confused|stuck $
        how does|do|will|would this|it|that|the? chat|thing? work $
        can|could i ask about? you|anything|something|questions
        what are you familiar
        my|your|a list of commands
        know|tell .. what|how you can|could|do|are .. do|help|assist|able|capable
        how can|could|do|will i|you .. benefit|use|using|help|assist
        which|what tasks|things|services|jobs .. perform|do|handle
        what else|can|else? can|could|do you|this|it do|offer $
        what can you|this|it
        what .. you .. do|know|programmed|designed|made|capable|able|for $
        need|want|give|get|could|can i|me|some|use? help|assistance|support|hand $
        need|want|give|get|offer me|some|a|your help|assistance|hand $
        help|assist|aid me|us out? $
        help|assist me|us out? .. something|anything
        ^ assist me|us
        what my|are|is .. options|choices $
        show|list|see|tell .. commands|abilities|options|functions|features|skills
        list of? .. commands|options|abilities|functions

        what can|could|else|should|all i|you|all ask|help|tell|say|assist|answer
        what can|could|are you do|able|help
        what do you know|do $
        sorts|types|kinds|type|kind|subjects|topics|things|sort|areas|questions .. ask|familiar|help|
            versed|aware|know
        ^ help $
        ^ i? need? help me? $
        help me with? anything|something|things
        anything|things|questions|something you|i can't|can|should ask|do|help|know
        list|your of? commands|abilities|capabilities|options|features
        list of commands|options
        how can|do|does|could|will i|you|this|it help|use|work|talk|assist
        how can i get you
        types|subjects|topics|things|areas .. versed|familiar|ask|know|knowledgable|knowledgeable
        what|which things|tasks|types|kind|kinds|sorts .. you complete|able|answering|do $
        what|which things|tasks can|could|are you do|able|capable
        what are you|your able|capable|good|options|features|capabilities|functions
    """,
    "handoff": """
        speak|talk|connect|transfer|put|pass|forward|chat directly|straight? me|us|to|with|through|on|a|your|the?
            .. [people]  ~ chat directly with staff
        get|reach me|us|hold? of|to? a|an|the|your? real|live|actual|human? [people]  ~ get me a human
        ^ [people] $  ~ agent
        ^ an|the|your real|live|actual|human? [people] $  ~ an agent please
        ^ the? manager|supervisor|boss $  ~ supervisor
        this|that|it is|was ridiculous|unacceptable|outrageous|disgusting|disgraceful|appalling  ~ this is ridiculous
        it's|that's ridiculous|unacceptable|outrageous|disgusting|disgraceful|appalling  ~ it's outrageous
        i'm|am so|very|really? upset|angry|furious|mad|livid|annoyed|fed|disappointed|unhappy with|about|at|up|$
            ~ I'm fed up
        worst|terrible|awful|horrible|poor service|experience|treatment|customer  ~ poor treatment
        ^ emergency  ~ emergency
        it's|is|have an? emergency  ~ it's an emergency
        911|ambulance|fainted|collapsed  ~ call 911
        transfer|connect|put me|us|through to|with|through  ~ please don't put me with David or Sam
        ^ real|live|actual|human [people]  ~ real person
        want|need|prefer|like a|an|the|to|your real|live|actual|human? [people]  ~ I want a human
        front desk  ~ front desk
        customer service|support|care  ~ customer service
        call|phone|ring me|us back  ~ call me back
        someone|somebody|anyone|person|manager|they|staff call|phone|ring|contact|text me|us  ~ can someone call me
        want|wanna|like|need|have|file|make to|a|make|file? complain|complaint  ~ i want to complain to your boss
        is|are anybody|anyone|someone|somebody|anybody there|here|around|alive  ~ is anybody there
        talk|speak|chat to|with someone|somebody|a|an|the|anyone|your  ~ i don't wanna talk to a bot
        your|the manager|supervisor $  ~ your supervisor
        who|who's|whos|whoever is|are? incharge $|there|here|at|in|today|and|i  ~ who's in charge
        speak|talk|chat to|with? whoever|owner|boss  ~ can I speak to whoever runs this place
        ^ connect|transfer me|us $  ~ connect me
        is|are there .. person|human|someone .. i|we can|could|may .. talk|speak|chat|reach|ask
            ~ is there a live human we could reach
        hand|switch me|us over  ~ hand me over to a colleague please
    """,
    # no reason given, no visit to be moved
    "unwell": """
        feel|feeling|am|i'm|im sick|ill|dizzy|unwell|faint|nauseous|hurt|bleeding  ~ I feel sick
        don't|dont feel well|good|right  ~ I don't feel good
    """,
    # to be put through, not what we are
    "seeks_person": """
        ~ is there a real person I can talk to
        real|actual|live|human person|human|being|someone .. i|we .. talk|speak|chat|reach|ask
        is|are there .. person|human|someone|somebody|anybody|anyone .. i|we .. talk|speak|chat|reach|ask|call|phone
    """,
    "seeks_boss": """
        ~ let me talk to your boss
        talk|speak|complain to|with your|the boss|owner|superior
    """,
    "bot": """
        ~ u a bot?
        ~ who's this?
        [machine] or|and .. [machine]
        you|u .. [machine] .. aren't|right|or
        think|say|consider|regard you .. [machine]
        if|whether you're|you|your are? .. [machine]
        you're|youre|you are? not? a|an|the|some|really? .. [machine]
        what are|exactly are? you $
        what are you ,|exactly|a|an|really
        identify as
        flesh and blood
        ^ who is|are|'s|am this|you $
        ^ who's|whos this|that $
        who am i|is talking|speaking|chatting|this|there|texting to|with|$
        sound|seem|act|look like a? .. [machine]
        is|are|am this|there|you|it|they .. real|live|actual|artificial human|person|intelligence|people
        am i .. talking|speaking|chatting|texting .. [machine]

        are|r you|u .. [machine]
        are|r|is you|u|this|it|there|your really|a|an|the? real|alive|person|people|being|live|actual|fake|living
        you|this|it|i'm|youre|you're are|is|not|really|a a|an? person|real|alive|being $
        talking|speaking|chatting|texting to|with? a|an? real|live|actual? person|people
        how real are
        am|is i|this|it .. [machine]|automated
        if|whether|what you're|you|youre|this|it|i'm are|is|a|an|not|really .. [machine]
        real|human|person|bot|machine or [machine]|a|an|not|fake
        anything real about
        you|yourself a|an [machine]
    """,
    "language": """
        ~ do you speak russian
        ~ do you speak spanish
        speak|speaks|speaking|talk|talking|change|switch|use|using|language|chat|understand|answer|reply|
            respond|responses|answers|hear|communicate .. [languages]|language|languages
        spoken language
        change|changing|switch|switching|edit|set|go|going|continue over|it|us|this? to|in|into|the? [languages]
        change|changing|switch|switching|edit|set|pick|choose|need|want .. language
        speak|talk|chat|reply|respond|answer .. in|to|with? [languages]
        ^ en|in [languages]|espanol|español|francais
        ^ [languages] $
        change|switch|adjust|set|alter|update .. language
        know|in|to [languages]
    """,
    "translation": """
        ~ how do you say massage in french
        say|translate|phrase|word|words|mean|slang|saying|greeting|said
    """,
}

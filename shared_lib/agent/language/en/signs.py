"""English signs of what a sentence is about, beside its intents: in which order, whose, which question."""

CUES = {
    # one more than what was asked for before
    "also": """
        also  ~ also a pedicure
        another massage|facial|haircut|shave|manicure|pedicure|treatment|visit|booking|appointment|one|session
            ~ another visit for my son
        as well  ~ a pedicure as well
        on top  ~ a facial on top of that
        in addition  ~ in addition a shave
        additionally|additional  ~ additionally a manicure
        plus a|an|the|one|two|another|my  ~ plus a manicure
        <begins> and|plus a|an|the|another|one|two|then|add|my  ~ and a shave
        <begins> and|plus book|get|make|reserve|schedule my|me|us|her|him|a|an|another|one
            ~ and book my sister a manicure
        add|adding a|an|the|on|in|another|some|one|two|hot|aromatherapy|oxygen|led|to|me  ~ can I add a facial
        throw|tack|squeeze in|on  ~ could you throw in a manicure
        too $  ~ and the manicure too
        while i'm|im|we're|i|we|she's|he's am|are? there|here|at  ~ a manicure while I'm there
        one more  ~ one more massage
        separate booking|visit|appointment  ~ that is a separate visit
    """,
    # something in the place of what was asked for before
    "only": """
        just|only the|a|an|my|one  ~ just the manicure
        only|just massage|facial|haircut|shave|manicure|pedicure|cut|reflexology  ~ only manicure
        massage|facial|haircut|shave|manicure|pedicure|cut|reflexology only|alone  ~ the manicure alone
        nothing but the|a  ~ nothing but the manicure
    """,
    "late_part": """
        late|later in? the? afternoon|morning|evening  ~ late afternoon tomorrow
        end|rest of the? afternoon|morning  ~ towards the end of the afternoon
    """,
    "early_part": """
        early|earlier in? the? afternoon|morning|evening  ~ early evening on Friday
        beginning|start of the? afternoon|morning|evening  ~ at the beginning of the evening
    """,
    "another_day": """
        another|other|different|separate|second day|date|evening|week|weekend  ~ a haircut another day
    """,
    "instead": """
        instead  ~ a facial instead
        rather a|an|the|have|do|get|take|go|on|at|be|with|with|come|like  ~ I'd rather have the facial
        make it|that|this a|an|the|my|two|three  ~ make it a deep tissue
        changed my mind  ~ I changed my mind, a shave
        switch|change|changing|swap|exchange|trade|replace|upgrade|turn .. to|for|with|into|by  ~ swap it for a facial
        second thought|thoughts  ~ on second thought, the facial
        after all  ~ the massage after all
        <begins> no|oh|sorry? no|wait|actually|sorry $? ^? a|an|the|i'd|make|let's|better|take  ~ no wait, a shave
        i|we meant|mean a|an|the?  ~ I meant the facial
        scratch|forget the|that|my|this|it  ~ forget the massage, a facial
        better a|an|the  ~ better a facial
        prefer a|an|the|to  ~ I prefer the facial
    """,
    "after_it": """
        right|straight|directly|immediately|shortly|just|soon|straightaway after|afterwards|afterward|following
            $|that|this|it|the|my|her|his|our|and|with  ~ and the pedicure right after
        afterwards|afterward|thereafter|subsequently  ~ a facial afterwards
        after that|this|it|which  ~ after that a facial
        followed|succeeded by  ~ a shave followed by a facial
        and then|later|next|after|finally  ~ and then a massage
        then a|an|the|another|my|we|i|he|she|also|for  ~ then a facial
        after $  ~ and a manicure after
        after|following the|my|our|her|his massage|facial|haircut|shave|manicure|pedicure|treatment|first|swedish|cut
            ~ after my massage
        back to back  ~ back to back please
        one|each after another|the|other  ~ one after the other
        in a row|sequence|succession  ~ both in a row
        consecutively|consecutive|successively  ~ consecutive treatments
        finish|finishing|end|ending|ends|round with|by|off a|an|the  ~ and finish with a facial
    """,
    "before_it": """
        first a|an|the|my|some|do  ~ but first a shave
        before that|it|this|which  ~ before that a shave
        beforehand  ~ a shave beforehand
        first $  ~ the shave first
        before the|my|our|her|his massage|facial|haircut|shave|manicure|pedicure|treatment|swedish|cut
            ~ a shave before the massage
        start|begin|starting|beginning|kick with|off a|an|the|my  ~ start with a shave
        preceded by  ~ preceded by a shave
    """,
    "together": """
        same time  ~ both at the same time
        side by side  ~ side by side
        together  ~ we want to sit together
        simultaneously|concurrently|meanwhile|parallel  ~ simultaneously if possible
        in the meantime  ~ in the meantime a shave for me
        at once  ~ both at once
        in the same room|suite  ~ in the same room
        next to each|me|my|her|him|us|one  ~ next to each other
        while i|she|he|we|they|my|i'm|she's|he's get|gets|have|has|am|is|getting|having|wife|husband|friend
            ~ a shave while she gets her facial
    """,
    # what each of several gets
    "each": """
        each  ~ a massage each
        apiece  ~ one massage apiece
        both|all|two|three|four of us  ~ a massage for both of us
        we|us both|all  ~ we both want a facial
        everyone|everybody gets|has|wants|a|should|have  ~ everyone gets a massage
        [treatment] for? both $  ~ reflexology for both
        for everyone|everybody  ~ swedish for everyone
        same|that|it for both|all  ~ the same for both
        ^ both [treatment] $  ~ both swedish
    """,
    # what was asked for or offered is not wished for any more
    "takes_back": """
        after all $  ~ no massage after all
        anymore|longer $  ~ no facial anymore
        any more $  ~ not any more
        no|none thanks|thank  ~ no thanks
    """,
    "undo": """
        undo  ~ undo that
        put|bring|change|switch|set|turn it|that|this|everything|me back  ~ put it back
        take that|it|this back  ~ take that back
        take|leave that|it|this|them off|out|away again? $  ~ take it off again
        revert|restore  ~ revert it
        as|how|like|what it|i|that was|had  ~ leave it as it was
        like before  ~ like before please
        forget|ignore|scratch|disregard what i just? said|wrote|asked  ~ forget what I said
        ignore|disregard|scratch that|this|it|my  ~ ignore that
        that|it was a mistake  ~ that was a mistake
        i|we do? still want|need|wanna|like|take it|that|the|this|my|them|one  ~ I still want it
        ^ actually|wait|oh|hm|hmm no|yes|ok? $? ^? keep it|that|them|both|everything|in $  ~ actually keep it
    """,
    # in the other order
    "reversed": """
        other|opposite way|order around|round|please|$  ~ the other way round
        reverse|swap|switch|flip|change the|their? order  ~ can you swap the order
        reverse|swap|flip them|those|both $  ~ swap them
        vice versa  ~ vice versa
        reversed|viceversa  ~ reversed please
    """,
    "go_back": """
        go|going|step back $|one|a|to|again  ~ go back
        one|a step back  ~ one step back
        back to the|my|your  ~ back to the times
        back one|a  ~ back one step
        ^ back $  ~ back
        previous|last step|list|question|page|screen|menu  ~ the previous list
        start over|again|anew|afresh  ~ let's start over
        from scratch  ~ from scratch
        from|to the beginning|start  ~ from the beginning
        see|show|list .. again|once  ~ show me the times again
    """,
    # the code that was sent has not come
    "no_code": """
        no|any code|text|email|mail|message|sms|digits  ~ no code came
        didn't|didnt|never|not|haven't|don't|havent .. code|text|message|sms|digits  ~ I didn't get the code
        send it|the|another|a|me|new .. again|code  ~ send the code again
        code|it didn't|didnt|hasn't|never|not come|arrive|arrived|work  ~ the code never arrived
    """,
    # a greeting at the beginning, a good-bye at the end
    "good_night": """
        good|gd|nice night|nite $  ~ good night
        goodnight|gnight|gn  ~ goodnight
    """,
    # all of the request is given up for another
    "start_over": """
        start|begin over|again|anew|afresh  ~ let's start over
        from scratch  ~ from scratch
        from the? beginning|start|top  ~ again from the beginning
    """,
    # a yes that depends on somebody or something
    "waits": """
        as soon as my|she|he|they|her|his|our|the  ~ sure, as soon as my wife says yes
        as soon as i|we|i've hear|know|check|checked|talk|talked|spoke|speak|ask|asked|get|got|have|confirm
            ~ as soon as I know
        once my|she|he|they|her|his|our  ~ once she agrees
        once i|we|i've|we've hear|know|check|checked|talk|talked|spoke|speak|ask|asked|have  ~ once I checked
        if|when|until|till|unless|provided|assuming|whether my|she|he|her|his .. says|say|agrees|agree|confirms|
            confirm|answers|answer|okays|knows|approves|replies|gets|likes|okay|ok|fine|free|available|wants|can
            ~ yes if my husband agrees
        need|have|want|got|must|let|like|should|gotta|going me|i|to? to? check|ask|talk|speak|consult|discuss|clear
            with|to|it? with? my|her|him|[kin]|first|if|whether  ~ I have to ask my wife
        let me think|check|ask|see|get|confirm|sleep|consider  ~ let me think
        get|come back to you  ~ I'll get back to you
        give me|us a|some|one moment|minute|second|sec|min|bit|day|time|hour  ~ give me a moment
        hold|hang on  ~ hang on
        wait|just|only|in|need|^ a|one|1|just|half? a|one|1|half? sec|second|secs|min|minute|moment|mo|bit
            ~ wait a sec
        brb|bbs|brbs  ~ brb
        be right back  ~ I'll be right back
        phone|doorbell|bell|someone|somebody is|'s|at? ringing|rings|rang|calling|door  ~ my phone is ringing
        ^ wait $  ~ wait
        lemme think|check|ask|see|get|confirm|sleep|consider  ~ lemme check
        wait for|until|till my|her|his|the  ~ wait for my wife
        waiting for|on my|her|his|to|the  ~ I'm waiting for my boss
        pending|depends|depending on? my|her|his|the|a  ~ depends on my husband
        subject to  ~ subject to her approval
        not yet  ~ not yet
        sleep on it|that  ~ I'll sleep on it
        let you know  ~ I'll let you know
        think about it|that  ~ I'll think about it
    """,
    "late": """
        train|bus|subway|ride|uber|lyft|cab|taxi|ferry is|got|was|has|just been|just|got? cancelled|canceled|delayed|
            stuck|late  ~ my train got cancelled
        flight|plane is|got|has been? delayed|late  ~ our flight is delayed
        running .. late|behind  ~ I'm running late
        late by  ~ late by half an hour
        i'll|we'll|will|gonna|going|might|may|could|probably|i|we|to be|arrive|get|come|reach|turn|show .. late
            $|by|for|to|today|tonight|and|is|but|because|due|as|sorry|arriving|on|if  ~ I'll be late
        i'm|im|we're|am .. late $|by|for|to|today|tonight|and|but|because|due|as|sorry|arriving  ~ we're late
        we|they|guests|girls are .. late $|by|for|to|today|tonight|and|but|because|due|as|sorry|arriving
            ~ we are a bit late
        she's|he's|husband's|wife's running|late|delayed  ~ she's late
        <number> minute|minutes|min|mins|hour late|behind|after  ~ 15 minutes late
        minutes|bit|little|hour|hours late  ~ a bit late, sorry
        stuck in traffic|the|a|meeting|subway  ~ stuck in traffic
        i'm|im|we're|been|got|get|am|are|is delayed|held|stuck  ~ I got delayed
        need|take|takes|be <number>|a|few|another|more .. more minutes|min|mins  ~ I need ten more minutes
        won't|can't|not make|be|get it|there|able on|in|before time  ~ I won't be there on time
        late for|to my|our|the  ~ I will be late for my facial
        is|are|was|will|would my|our|the|it .. gone|lost|forfeited|void|cancelled|canceled|over then|now|$
            ~ is my facial gone then
        do|will|would|did|have i|we .. lose|lost|forfeit it|my|our|the|that appointment|booking|slot|spot|visit|time|
            place|massage|facial|treatment|then|$|now
            ~ will we lose our slot
        will|would|can|do you|they .. still take|see|treat|have|accept|wait me|us|for  ~ will you still take us
    """,
    # by how much, of which minutes are often not said
    # how much may lie between two treatments
    "no_wait": """
        without a|any? break|gap|wait|waiting|pause|pauses|breaks|gaps  ~ without a break
        no break|breaks|gap|gaps|pause|pauses|downtime  ~ no gap between
        back to back  ~ back to back
    """,
    "wait_at_most": """
        no|not|don't|dont|without|never .. more|longer than .. minutes|minute|min|mins|hour|hours ..
            between|apart|break|wait|waiting|gap|pause  ~ no more than 15 minutes between them
        most|max|maximum|within .. minutes|minute|min|mins|hour|hours .. between|apart|break|wait|waiting|gap|pause
            ~ at most 20 minutes in between
        break|wait|waiting|gap|pause|between|apart .. most|max|maximum|under|below|more|longer .. minutes|minute|min|
            mins|hour|hours  ~ a gap of at most 15 minutes
        break|wait|gap|pause .. minutes|minute|min|mins|hour|hours .. most|max|maximum|tops  ~ a gap of an hour at most
        minutes|minute|min|mins|hour|hours .. between|apart .. most|max|maximum|tops  ~ 15 minutes between at most
        minutes|minute|min|mins|hour|hours break|gap|wait|pause at? most|max|maximum|tops  ~ 20 minutes wait at most
    """,
    "late_by": """
        <begins> i'll|we'll|i|we|gonna|going|will|should|to? be|get? there|here|over|with you? in about|like|roughly?
            <number> $|minutes|minute|min|mins  ~ be there in 10
        ^ there|here|arriving|coming in about|like|roughly? <number> $|minutes|minute|min|mins  ~ stuck, there in 15
        late|behind by|about <number> $|minutes|minute|min|mins  ~ late by 10
        running|be|i'm|we're|am|are|about|like|roughly <number> late|behind  ~ running 10 late
        ^ <number> late|behind  ~ 10 late, sorry
        i'm|we're|am|are about|like|only? <number> minutes|min|mins? away|out  ~ I'm 5 away
        quarter|half of? an? hour late|behind  ~ a quarter hour behind
        <begins> i'll|we'll|i|we|gonna|will|to? be|get? there|here|over in about|like? a? half|quarter
            ~ be there in half an hour
        behind schedule  ~ half an hour behind schedule
    """,
    # what would be if one was late
    "late_maybe": """
        if|when|happens|how|what|can|allowed .. i'm|im|i|we|we're|somebody|someone|you .. late  ~ what if I'm late
        late policy|fee|rule|arrival|arrivals|cancellation|cancel  ~ late arrival policy
        how late  ~ how late can I be
    """,
    "waitlist": """
        waitlist|waitlisted|standby  ~ put me on the waitlist
        wait|waiting list  ~ do you have a waiting list
        let me|us know if|when|should|as|in  ~ let me know if something opens
        notify|text|ping|alert|email|message|call|inform|write|ring me|us if|when|should|as|in
            ~ text me if somebody cancels
        tell me|us if|when|should|as .. anything|something|spot|slot|slots|place|frees|free|opens|comes|becomes|gets|
            cancels|opening  ~ tell me when a place becomes free
        if|when|should|case something|anything|a|an|any|one|spot|slot|it|that opens|frees|comes|becomes|spot|slot|
            free|
            opening|gets|available  ~ if a slot opens
        if|when|should|case someone|somebody|anyone|anybody|people cancels|cancel|drops  ~ if anyone cancels
        keep me|us posted|in|informed|updated  ~ keep me posted
        put|add me|us on|to|onto a|the|your? list  ~ put me on the list
        wait for a|an|the|some place|spot|slot|opening|space  ~ can I wait for a spot
    """,
    "gift": """
        as|is|it's|its|that's|for a|my|her|his .. gift|present|surprise  ~ it's a gift
        birthday|anniversary|wedding|christmas|valentine's|graduation gift|present|surprise|treat  ~ birthday present
        gift for|to  ~ a gift for my mother
        gifting|gifted  ~ I'm gifting this to Ruth
        surprise for|my|her|him|them  ~ a surprise for my wife
        treat|treating my|her|him|them|a  ~ I want to treat my mother
        for her|his|my|our|their .. birthday|anniversary  ~ for her birthday
        ^ it|this|that|it's|that's|its|they're is|'s|will? be|meant? for my|our|a|his|her .. [kin] $
            ~ it's for my sister
    """,
    "gift_card": """
        gift card|cards|certificate|certificates|voucher|vouchers|cert  ~ a gift card
        giftcard|giftcards|voucher|vouchers  ~ do you sell vouchers
    """,
    "concierge": """
        flower|flowers|roses|bouquet|petals|champagne|prosecco|wine|cake|cakes|balloons|balloon|candles|chocolates|
            strawberries|snacks|sandwiches|limo|limousine|taxi|cab|uber|catering|decorate|decorations|photographer|
            babysitter|chauffeur|driver  ~ could there be flowers in the room
        bring|serve|arrange|order|something|get some|to|any|a|us|me? food|eat|drink|drinks|lunch|dinner|breakfast|tea|
            coffee|fruit  ~ order food
        have some|to|any food|eat|drink|drinks|lunch|dinner|breakfast|tea|coffee|fruit  ~ can we have some food
        restaurant|table nearby|near|around|reservation|recommendation|for  ~ a restaurant nearby
    """,
    "pressure": """
        pressure  ~ medium pressure
        not|nothing too|so? hard|firm|rough|strong|intense|deep  ~ not too firm
        too hard|firm|strong|soft|weak|intense  ~ last time was too hard
        gentle|gently|firmer|softer|harder|lighter  ~ a bit softer this time
        go easy|light|gentle|hard|deep  ~ go easy on me
        light|soft|firm|strong touch|hand|hands  ~ with a light touch
        like|likes|prefer|prefers|want|wants|love|loves|enjoy|enjoys|need|needs it|them|things|hers|his|mine? quite|
            rather|a|on? bit|the?
            firm|soft|gentle|hard|strong|light|deep|side $|please|on|and|though|but|if|for|side
            ~ my mother likes it soft
    """,
    # any other wish to the technician
    "note": """
        tell|let|ask|inform|remind|note the|my|her|him|them|to|for|that therapist|technician|masseuse|masseur|barber|
            know|team|staff|her|him  ~ tell the therapist I am ticklish
        no|without|don't|not|less|little talk|talking|chat|chatting|chitchat|conversation|music|oil|perfume|scent|
            small  ~ no talking during the massage
        quiet|silence|silent|ticklish|unscented|fragrance  ~ in silence
        focus|concentrate|work|attention|spend on|to|more my|the|time|her|his  ~ focus on my shoulders
        stay|keep away|clear|off from|of my|the|her|his  ~ keep away from my left knee
        don't touch  ~ don't touch my feet
        only|skip my|the back|neck|shoulders|legs|feet|face|head|arms  ~ only my back
        extra towel|towels|blanket|pillow  ~ an extra pillow
        leave a|this|you note|message  ~ leave a note
        sensitive skin|to  ~ she has sensitive skin
        skin|skin's is|'s|gets|super|very|quite|really|so|a|reacts .. sensitive|delicate|reactive|irritated|dry|easily
            ~ my skin is very sensitive
    """,
    "join_membership": """
        become|becoming|join|joining|enroll|enrolling|start|buy|purchase|begin|want .. member|membership|club
            ~ how do I become a member
        sign|signing me|us? up .. member|membership|club  ~ sign me up for the membership
        get|take|have a|the|your membership  ~ I'd like to get a membership
    """,
    "person": """
        real|actual|live person|human|agent|someone|somebody|people  ~ a real person
        human|receptionist|representative|operator  ~ a human please
        talk|speak|chat to|with someone|somebody|a|the|your|an  ~ let me talk to somebody
        front desk  ~ the front desk
        manager|supervisor  ~ get me the manager
        who|who's|whos|whoever is|are? incharge|runs|owns|manages  ~ who is in charge of this place
        put|connect|transfer|pass|patch me|us through|on|over|$  ~ put me through
        speak|talk|see|get|call|fetch .. boss|owner|superior  ~ fetch me the owner
        real|actual|live|human person|human|being i|we|to|there|who  ~ is there an actual person I could talk to
    """,
    "complaint_word": """
        complaint|complaints|complain|complaining|unacceptable|disappointed|disappointing|ridiculous|
            outrageous|disgusting|disgraceful|furious|unprofessional|appalling|scam|ripoff
            ~ I have a complaint
        terrible|awful|horrible|bad service|experience|massage|facial|treatment|job|place  ~ terrible service
        it|that|this|she|he was|is so|really|just? terrible|awful|horrible  ~ it was awful
        not happy|satisfied|acceptable|okay|good|pleased with|about|at|that|enough  ~ I am not happy with it
        rip off  ~ what a rip off
    """,
    "insult": """
        you|u don't|dont|do|can't understand|get not? anything|nothing|shit|me  ~ you don't understand anything
        you|u understand nothing  ~ you understand nothing
        idiot|idiots|stupid|moron|dumb|useless|sucks|suck|crap|shit|fuck|fucking|bullshit|asshole|bastard|bitch|jerk|
            clown|clowns|dumbass|wtf|worthless  ~ you are useless
        screw|damn|hate you|this|it  ~ screw you
        shut up  ~ shut up
    """,
    "sorry": """
        sorry|apologies|apologize|apologise|oops|pardon|whoops  ~ oops, my mistake
        my|forgive|excuse bad|mistake|fault|me  ~ my bad
    """,
    "thanks": """
        thanks|thankyou|ty|thx|cheers|grateful  ~ thanks a lot
        thank you|u|so  ~ thank you
        appreciate it|that|this|your  ~ I appreciate it
        much|greatly appreciated  ~ much appreciated
    """,
    "still_there": """
        anybody|anyone|somebody|someone there|here|home|around|alive  ~ hello? anybody there?
        are|r|you you|u|still still? there|here|alive|awake|around  ~ are you still there
        ^ you|u there|here $  ~ you there
        still there|here|alive  ~ still there?
        <begins> hello|hallo|hey|hi <asks>  ~ hello?
        ^ hey $  ~ hey
        ^ anyone|anybody|somebody|someone <asks>  ~ helloo, anyone?
        did|have you leave|left|go|gone|hang|disconnect|die  ~ did you leave
        why|no .. answer|answering|reply|replying|response  ~ why is nobody answering
    """,
    # whether or when somebody will call
    "call_me": """
        will|does|do|is|are|should|when|if they|you|someone|somebody|anyone|anybody|she|he|the|your|a|
            will|going|gonna .. call|phone|ring|contact|text|reach|calling me|us|back|out|$  ~ so will they call me
        someone|somebody|anyone|anybody|they|you will|going|gonna .. call|phone|ring|contact|text me|us|$
            ~ so someone will phone me beforehand
        get|receive|expect|awaiting|getting a call|callback|phone  ~ do I get a call
    """,
    "wants_call": """
        call|ring|phone|text me|us back|later|tomorrow|today|on|at|please|when|$  ~ call me back
        callback  ~ I'd like a callback
    """,
    "pay_question": """
        where|how|when|what do|can|could|should|must|would|will|am|to i|we|it|to? .. pay|paying|payment|payments|paid
            ~ where do I pay
        do|can|must|should|could|am|have|need i|we|to .. pay|prepay|paying  ~ do I pay now
        pay now|here|there|online|cash|later|at|by|with|in|upfront  ~ pay by card?
        payment|pay|paying link|method|methods|options|page  ~ is there a payment link
        take|accept|accepts|accepting cash|card|cards|credit|debit|amex|visa|mastercard|apple|google|paypal|venmo|
            zelle|
            checks|american  ~ do you take cash
        deposit|prepayment  ~ is there a deposit
        card on file  ~ use my card on file
    """,
    "total": """
        what|what's|whats|how|the|and|grand|is total|sum|bill  ~ and the total?
        how much .. all|total|altogether|everything|both|together|come  ~ how much is it all together
        in all|total|altogether|sum <asks>  ~ and that is in total?
        does|will|would|do it|that|this|everything|they come|add|amount to|up  ~ what does it come to
        total price|cost|amount|with|including|for|$  ~ total price please
        all in <asks>  ~ is that all in?
    """,
    "included": """
        included|includes|inclusive  ~ is the gratuity included
        include  ~ does it include the sauna
        it|that|this|they|what|massage|facial|manicure|pedicure|treatment come|comes with  ~ does it come with a drink
        part of the|it|that  ~ is the scalp part of it
        what do|would|will i|we get  ~ what do I get for that
    """,
    "discount": """
        discount|discounts|coupon|coupons|promo|promos|promotion|promotions|deal|deals|specials|bargain|groupon|rebate
            ~ any discounts
        special|better|good|reduced|senior|student|military|veteran|group offer|offers|price|prices|rate|rates
            ~ a group rate
        percent|% off  ~ 10% off
        make|get|do|give|can|any|something|anything it|me|us|you? cheaper  ~ can you make it cheaper
        first time|visit offer|deal  ~ a first visit offer
    """,
    "tax": """
        tax|taxes|vat  ~ is tax included
        service charge|fee|fees  ~ is there a service charge
        gratuity|gratuities|tip|tips|tipping  ~ is a tip expected
    """,
    "add_ons_asked": """
        what|which|any|have|offer|are|your|about|list|there|other|show .. add -? on|ons  ~ which add-ons are there
        what|which|any|have|offer|are|your|about|list|there|other|show .. addon|addons|extras|enhancements|upgrades
            ~ do you have any extras
        add -? on|ons <asks>  ~ add-ons?
        addons|extras|enhancements|upgrades <asks>  ~ extras?
        what|anything|which .. can|could|to|i|we add  ~ what can I add
    """,
    "no_add_on": """
        no|without|skip|drop|forget|remove|any|the a|an|any|the? add -? on|ons  ~ no add-on after all
        no|without|skip|drop|forget|remove any|the? addon|addons|extra|extras|enhancement|enhancements
            ~ without extras
        nothing|no|not more|else|extra|on top|extras? $  ~ nothing extra
        just|only the basic|plain|massage|treatment|facial itself|only|alone|nothing  ~ only the massage itself
    """,
    "difference": """
        difference|differences|differ|differs|compare|compared|comparison|distinguish  ~ what's the difference
        versus|vs  ~ swedish vs deep tissue
        which|what is|one|one's better|best|nicer|stronger|softer|gentler  ~ which is better
        or .. which  ~ swedish or sports which one
        different from|to|than  ~ how is it different from swedish
    """,
    "describe": """
        what|what's|whats|how is|are|does|do|'s .. like|involve|involves|entail|mean|work|feel  ~ what is it like
        what|what's|whats|is|are is|are|a|an|the|exactly a|an|the|your? [treatment]  ~ what is a swedish massage
        what|what's|whats a|an|the [treatment]  ~ what's an oxygen treatment
        what|what's|whats|what'd is? it|that|this exactly|about|$  ~ the private suite, what is it
        what happens|do during|in|at|they|you  ~ what happens in a facial
        tell me|us about|more  ~ tell me more about it
        describe|explain|description|details  ~ can you describe the facial
        know|hear|learn more about  ~ I'd like to know more about it
        how does|do the|a|an|your .. work  ~ how does the massage bed work
    """,
    "recommend": """
        recommend|recommendation|recommendations|recommended|suggest|suggestion|suggestions|advise|advice
            ~ what do you recommend
        what|which .. would|should|do|is .. you|i|best|good|right pick|choose|take|get|for|go|book|think|me|my
            ~ which one should I take
        best|good|right|helps|help|something for|against|with my|a|the|me|stiff|sore|tired|back|neck|stress|relaxation
            ~ something for my stiff neck
        help|assist me|us to? choose|decide|pick|find  ~ help me choose
        can't|cannot|can|hard not|to? decide|choose  ~ I can't decide
        don't|not know|sure which|what  ~ I don't know which one
        most popular|relaxing  ~ your most popular massage
    """,
    "who_does": """
        ^ and|so|but|also? who does|do|performs|gives|works|would|will|is|are|'s|can|cuts|offers .. it|that|massage|
            massages|facial|facials|haircut|haircuts|shave|shaves|manicure|pedicure|hair|best|nails|me|us|them|
            treatment|treatments
            ~ who does the facials
        which|what technician|therapist|barber|masseuse|people|staff  ~ which therapist does it
        who's|whos the|my|doing|available|working|best|your  ~ who's the best masseur
        who'd|who'll|whom  ~ whom can I pick for a facial
    """,
    "how_long_held": """
        how many? long|minutes|hours do|does|can|could|will|would|are you|u|we|i|they|it .. hold|holding
            it|this|that|mine|the|my|for|open|$  ~ how long do you hold it?
        how long is|am|are|was|will|can it|this|that|he|she|the|my|i .. held|kept|reserved|saved|mine|blocked
            ~ how long is it held for?
        how long .. keep|keeping|save|saving it|this|that|mine|open|$  ~ how long do you keep it?
        how long .. keep|keeping|save|saving the|my|our slot|spot|place|time|booking|reservation|appointment
            ~ how long do you keep my slot?
        how much|many? long|time|minutes .. to pay|decide|complete|finish  ~ how long do I have to pay?
        until|till|to when|what|which .. hold|holding|held|keep|keeping|kept|reserved|saved|mine
            ~ until when is it held?
        how long .. hold|reservation last|lasts|good|valid|stay|stays  ~ how long does a hold last?
        when|at .. hold|reservation|booking|slot|spot expire|expires|end|ends|lapse|lapses|run|runs
            ~ when does the hold end?
        deadline|limit .. pay|paying|payment|hold  ~ is there a time limit for paying?
        by when|what .. pay|paid  ~ by when should I have paid?
        when|by do|must|should|need|have|when|what i|we|do|must|time .. to? pay  ~ when do I have to pay?
    """,
    "refund_question": """
        do|can|will|would|how|what|if|when|is|get|much|could|do i .. refund|refunded|refundable|reimbursed|
            reimbursement
            ~ would I get a refund
        money back  ~ do I get my money back
        how much .. back|return|returned  ~ how much would I get back
        lose|losing my|the|our|all money|deposit|payment  ~ do I lose my money
        refund policy|rules|<asks>  ~ refund?
        what|how .. pay|cost|charge|charged|back|lose .. cancel  ~ what does it cost if I cancel
    """,
    "move_visit": """
        reschedule|rescheduling|postpone|rebook  ~ I need to reschedule
        move|change|shift|switch|push my|our|the|her|his|this|that .. [visit]|massage|facial|haircut|shave|
            manicure|pedicure|time|day|date  ~ move my massage
        bring|put my|our|the|her|his|this|that [visit]|massage|facial|haircut|shave|manicure|pedicure|time|day|date
            ~ bring my massage forward
        bring|put my|our|the|her|his|this|that .. forward|ahead|earlier  ~ bring my Friday massage forward
        move|push|bring|shift it|that|this|me|us to|back|forward|up|earlier|later|by  ~ can you push it back
        come|do .. another|different|other|later|earlier day|time|date|on  ~ could I come another day
        come|do .. later|earlier than planned|booked|i|we|my|our|it|that  ~ can I come earlier than planned
    """,
    "cancel_visit": """
        cancel|cancelling|canceling|scrap|call my|our|the|her|his|it|this|that|off  ~ cancel my booking
        need|want|have|like|going|got to cancel  ~ I have to cancel
        i|we can't|cannot|won't|wont|can|will not? make|come|attend it|in|$|there|to|today|tomorrow  ~ I can't make it
    """,
    "find_visit": """
        look|looking|find|check|see|show|pull|view|know|verify|confirm .. my|our|the .. [visit]  ~ look up my booking
        when|what|where|which is|are|was|time|day|did .. my|our [visit]|massage|facial|haircut|shave|manicure|pedicure
            ~ when is my massage
        do|did|have i|we have|still|get|got|make .. [visit]|booked  ~ do I have a booking
        lost|lose|missing|deleted|find|forgot|forgotten my|the|our|what .. confirmation|booking|reference|email|
            number|
            time|day  ~ I lost my confirmation
        didn't|never|not|haven't get|got|receive|received .. confirmation|email|mail  ~ I didn't get a confirmation
        what|when did|have|am|are i|we book|booked  ~ what did I book
        am|are i|we|if|whether booked|scheduled|down|confirmed|still  ~ am I still booked
        have|got|i've|made already|an|a|my existing|already|booking|reservation|appointment
            ~ I have a booking already
        what|what's|whats is? my|our [visit]|reference  ~ what's my booking
        did|has|have|is my|the|our payment|card|money go|gone|work|worked|arrive|arrived|come|clear|through|received
            ~ did my payment go through
        don't|dont|can't|cannot|haven't have|find|remember|know the|my|a|any|that|it? number|reference|code|confirmation
            ~ I don't have the number
        when|what|which .. i'm|im|i|we|we're am|are? booked|scheduled|expected  ~ can you tell me when I'm booked
        when exactly|precisely|again am|are i|we coming|booked|scheduled|in|due|expected  ~ when exactly am I coming
        what|which time|day|date|hour was mine|ours|i|we  ~ what time was mine
        what|when was|were my|our time|day|date|hour  ~ what was my time again
        remind me|us when|what|which i'm|im|i|we|we're|time|day|date  ~ remind me when I'm in
        existing [visit]  ~ about my existing appointment
        [kin] has|had|already? booked|reserved|scheduled|made .. for me|us|myself  ~ my sister booked it for me
        when|what .. does|did|has|is my|our [kin] .. have|book|booked|come|coming|scheduled|reserve
            ~ when does my boss have her facial
        how|what much? did|have|was i|we already? pay|paid|charged  ~ how much did I pay
    """,
    "add_later": """
        add|adding|book|order .. later|afterwards|there|spontaneously|onsite  ~ can I add it later
        can|could|may|possible|if i|we|to .. decide|choose .. later|afterwards|there|spontaneously|onsite
            ~ can I decide that there
        add|adding .. on|at|during the day|spa|visit|spot|treatment  ~ can I add it on the day
        add|adding .. to|on my|our|the|an|that|existing [visit]  ~ add hot stone to my booking
    """,
    "add_to_it": """
        add|adding .. to|on it|that|this|them $  ~ can we add hot stones to it
    """,
    # fewer come than was said
    "take_out_guest": """
        [kin] can't|cannot|won't|isn't|couldn't to|out|no|longer? make|come|coming|join|cancel|be|out|attend|
            joining|able  ~ my sister won't come
        [kin] is|'s|has|will not|to|no longer? make|come|coming|join|cancel|be|out|attend|joining|able
            ~ my brother has to cancel
        [kin] is|'s|drops|dropped out  ~ my friend is out
        one|two|three|guest|person|people of? us|them|the|people? can't|cannot|won't|isn't|is|dropped|has|are|not
            make|come|coming|join|out|not|dropped|cancelled|canceled  ~ one of us can't come
        take|remove|drop|leave|cut|cancel my|one|a|her|him|the|that|two [kin]|guest|person|of|out|off|people
            ~ take one person out
        one|two person|guest|people|guests? less|fewer  ~ one person fewer
        only|just|now|be two|three|four|five|me of|us|now|coming|$ now|us|instead|$  ~ only two of us now
        without my|the|her|him [kin]|guest|friend  ~ without my husband
        [kin] is|has|got|'s sick|ill|out|fever|covid  ~ my husband is sick
    """,
    # what would be if somebody could not come, or could not work
    "absent_maybe": """
        if|should|case|unless .. can't|cannot|won't|isn't|not|couldn't make|come|available|be|there|work|free|do
            ~ if Marco can't make it I'd rather have David
    """,
    # a name that is still to be asked
    "their_name": """
        under|in|on|to|use|put his|her|their name|names  ~ put it under his name
        his|her|their name $  ~ her name please
        my|the [kins] name  ~ my wife's name
        name of my|the|our [kin]  ~ in the name of my wife
    """,
    "no_email": """
        no|without|any|don't|haven't|not|never have|use|got|an|own|a|any|check|do? an|a|any|my? e? -? email|mail|
            emails|
            emails|address  ~ I don't have an e-mail
        no|not|rather want|like|give|share|not to? give|share|giving|sharing? my e? -? email|mail
            ~ I'd rather not give my email
    """,
    "browsing": """
        browsing  ~ just browsing
        i'm|im|am|we're|only|just|was|were looking|asking|curious|wondering|checking around|out? $
            ~ I'm just looking
        have|take|having|taking a look  ~ just having a look
        not|no|don't ready|intention|want|going to|of book|booking|buy|commit  ~ not ready to book
        curious  ~ only curious
        information only|first  ~ information only
        ^ i'm|im|we're|am|only|just|i|we? only|just? looking|browsing around|about|at? $  ~ only looking around
        look|looking|browse|browsing|nose around|about|through  ~ having a look around
    """,
    # enough for now: no other time is asked for
    "postpones": """
        ^ not now|today|tonight|yet|immediately then|though? $  ~ not now then
        ^ not now|today|tonight|yet|immediately thanks|thx|thank|ty|cheers  ~ not today thx
        ^ not right now $  ~ not right now
        not at the moment|present  ~ not at the moment
        not this time|week|evening|morning|month $  ~ not this time
        ^ maybe|perhaps|possibly later|tomorrow|sometime|another|some|next other? time|day|week|month|occasion? $
            ~ maybe another time
        ^ maybe|perhaps|possibly later $  ~ perhaps later
        ^ some other time|day|week|moment maybe|perhaps|then? $  ~ some other day
        ^ another time|day|week|moment maybe|perhaps|then $  ~ another day perhaps
        i'll|i|we'll|we|will|i'd|might|better|rather|should .. come|be|get|check|look|drop|write .. back
            to|on? this|that|it|you? later|soon|another|some|when|once|tomorrow|if|$|next|then  ~ I'll come back later
        i'll|i|we'll|we|will|might|may|better|rather .. book|decide|do|order|reserve|choose|return|write|ask it|that|
            this|them|one|again? later|another|some
            $|time|other|day  ~ I'll decide later
        i'll|we'll|i|we pass for|on|this|today|thanks|$  ~ I'll pass for today
        nothing|none for? now|today|tonight|yet|currently|right  ~ nothing for now
        nothing|none at|for|this the? moment|time|week  ~ nothing at the moment
        leave|leaving|drop|stop|pause it|that|this|things for|here|until today|now|tonight|later|tomorrow|$|a|the
            ~ let us leave it for today
        that's|that|it is|will|was|be? all|enough|it|everything for now|today|tonight|me|the  ~ that's all for now
        enough for now|today|tonight  ~ enough for today
        i'm|im|we're|am|are fine|good|ok|okay|alright|set for|as|right now|today|thanks|is  ~ I'm good for now
        i'm|im|we're|am|are fine|good|ok|okay|alright|set $? ^? thanks|thank  ~ we're good, thank you
        don't|dont|do|not|won't not? need|want|require anything|something|one now|today|yet|tonight|right|at
            ~ I don't need anything right now
        ^ some|another other? time|day then|thanks|thank|instead $  ~ some other time then
        rain check  ~ I'll take a rain check
        postpone|put|push this|it|that off? for|until|to now|later|a  ~ let me postpone this for now
        i'll|we'll|i|we|will|might|may|maybe come|drop|pop|stop|try|return|be|call|visit .. some|another
            other? time|day|week|occasion
            ~ I'll try again some other time
    """,
    # who shall treat, said by a bare noun
    "by_woman": """
        ^ no|actually|rather|better|preferably|ideally|maybe|make|only|or|and|but|then|it? it|only|rather|
            preferably? a|any|another|some? woman|female|lady|girl
            $|if|would|instead|preferred|only|this|though|too|as  ~ actually a lady please
        want|prefer|like|rather|need|get|have|request|ask|choose|take|comfortable|happier|by|with|from|see have|with|
            by|for|see|to? be|have?
            a|the|any? woman|female|lady|girl $|if|instead|only|this|though|as|who|too  ~ I'd rather have a lady
        woman|female|lady|girl preferred|preferably|only|rather  ~ lady preferred
        could|can|may|must|should it|that|they|this be a woman|female|lady|girl  ~ could it be a lady
        is there a|any woman|female|lady|girl $|who|available|free|working|there  ~ is there a lady who could do it
        you have|got a|any woman|female|lady|girl for|who|available|free|on  ~ do you have a lady for the Swedish
    """,
    # who shall treat, said by a bare noun
    "by_man": """
        ^ no|actually|rather|better|preferably|ideally|maybe|make|only|or|and|but|then|it? it|only|rather|
            preferably? a|any|another|some? man|male|guy
            $|if|would|instead|preferred|only|this|though|too|as  ~ actually a guy please
        ^ no|actually|rather|better|preferably|ideally|maybe|make|only|or|and|but|then|it? it|only|rather|
            preferably? a|any|another|some gentleman $|if|would|instead|preferred|only|this|though|too|as
            ~ actually a gentleman please
        want|prefer|like|rather|need|get|have|request|ask|choose|take|comfortable|happier|by|with|from|see have|with|
            by|for|see|to? be|have?
            a|the|any? man|male|guy|gentleman $|if|instead|only|this|though|as|who|too  ~ I'd rather have a gentleman
        man|male|guy|gentleman preferred|preferably|only|rather  ~ gentleman preferred
        could|can|may|must|should it|that|they|this be a man|male|guy|gentleman  ~ could it be a gentleman
        is there a|any man|male|guy|gentleman $|who|available|free|working|there
            ~ is there a gentleman who could do it
        you have|got a|any man|male|guy|gentleman for|who|available|free|on  ~ do you have a guy for the Swedish
    """,
    "earliest": """
        earliest|soonest|asap  ~ the earliest you have
        soon|early|quickly|fast as possible|you|i|we|can  ~ as soon as possible
        first|next available|opening|slot|free|possible|appointment|thing|one  ~ the next available
        right away|now  ~ right now if possible
    """,
    "latest": """
        latest  ~ the latest slot
        late as possible|you|i|we|can  ~ as late as possible
        later the better  ~ the later the better
        last possible|slot|appointment|opening|time|available|one|booking|thing  ~ the last appointment
        last [treatment] [treatment]? slot|appointment|opening|time|booking|session|visit|$
            ~ the last manicure slot on Monday
        last [treatment] of|on|in|that|tomorrow|today|tonight|you|before  ~ the last facial of the day
    """,
    "no_preference": """
        no|any|without preference|preferences  ~ I have no preference
        don't|doesn't|dont|doesnt|not|won't mind|matter|care|bothered|fussy|picky  ~ it doesn't matter
        whoever|whomever|whichever|whatever  ~ whoever is free
        anyone|anybody $|is|works|free|available|fine|good|will|who|can|for|at|on|else's  ~ anyone is fine
        any|either therapist|technician|masseuse|masseur|barber|one|of|works|is  ~ either one works
        up to you  ~ up to you
        you choose|pick|decide  ~ you choose
        all the same  ~ it's all the same to me
        whoever|anybody|anyone|whomever is|'s? there|available|free|in|around|working|$  ~ whoever is around
    """,
}

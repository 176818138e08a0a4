"""English questions about prices, lengths, hours and the house."""

CUES = {
    "price": """
        ~ do members pay less
        ~ is water complimentary
        how much|expensive|pricey $
        how much|expensive is|are|does|do|would|will|for|was it|that|this|they|these|those|each|all|everything
        how much .. [services]
        price|prices|pricing|cost|costs|fee|rate|rates .. [services]
        [services] price|prices|pricing|cost|costs|fee|fees|rates
        your|the|of|show|see|me|about prices|pricing|rates|costs|price|cost|fees $
        prices|pricing|rates $
        what's|whats|what is the|your|its price|cost|charge|fee|rate
        what do|does|would you|it|that charge|cost|run
        do|does|will you|it charge|cost
        ^ price|prices|cost|costs|pricing|rate $
        price|rate list|sheet|menu|range
        how much .. cost|costs|costing|charge|charges|charged
        is|are there a|an|any|some|additional|extra? additional|extra? fee|fees|charge|charges|cost|surcharge
        do|does|is|are .. cost|charge extra|anything|$
        need|have to pay extra|for|more|anything
        how much .. pay|paying|owe|owing|spend|spending $
        how much .. i|we|you be? pay|paying|owe|charge|charging|spend
        pay|pays|cost|costs less|more|extra
        parking|wifi|drinks|towels|cancellation|it|that|this free|complimentary $
        free of charge
        complimentary $
        what|what's|whats .. price|cost|fee|rate|charge of|for
        the damage
        how much we|you|are|is|am|do|does|did|will|would|should|'ll|they|i|people i|we|you|it|that|they|people|a?
            talking|owe|
            pay|charge|charging|spend|asking|paying|talkin|normally|usually
        gonna|going|will|would|does it|that|they to? cost|run|set me|us|$
        it|that|they gonna|going|will|would to? cost|run
        is|are|isn't .. expensive|pricey|cheap|affordable
        how expensive|pricey|cheap
        what's|whats|what the|your cheapest|price
        how much is|are|for the|a|an|your|extra
    """,
    "price_word": """
        ~ how much do i owe you
        how much|expensive
        price|prices|pricing|cost|costs|charge|fee|fees|rates|costing|rate
    """,
    "duration": """
        ~ how long's the shave
        ~ how long is that?
        how long|lengthy is|does|will|would|are it|this|that|they|those $
        how long|lengthy is|does|will|would|do|are it|this|that|they|each take|last|be|run $
        how long|lengthy .. [services]
        how much|many|long time|minutes|hours .. [services]
        [services] .. take|last|long
        how long $
        how long is|are the|this|that|these? .. one|ones|option|options|<rank> $
        how long am|will|'ll|do|should|would i|we .. be|stay|there|here
        how long's|longs
        how long does|do|is|are|will|would .. last|take|run $
        how long can|may|should|do i|we .. stay|use|spend
        how many|much minutes|time is|are|does|do|for it|that|this|the|each|those
        is|does it|that|the|one .. last|take? <length> $
        duration|length of the|a|each|your
    """,
    "duration_word": """
        ~ how long is that?
        ~ how long is the first one
        how long|lengthy
        how much|many time|minutes|hours
        take|takes|last|lasts $
        duration
    """,
    "hours": """
        ~ opening times?
        ~ you open sundays
        opening|business|working|operating|closing|your|the hours
        what hours|days
        opening|closing time|times
        when|time is|are|does|do|will|can|should .. open|close|opens|closes|start|starts|begin|begins|finish|
            ready|served|
            serve|available|cleaned $
        until|till|by|from when|what|which time|$
        what|which time .. start|starts|begin|begins|finish|ready|served|serve|available $
        what|which time|times|hours|day|days .. you|spa|place open|close|closed|closing|opening
        when|until|till .. you|spa|place|it open|opens|close|closes|closed|closing|opening
        when|time can|do|should|could i|we come|arrive|check|start|leave
        are|is you|they|the spa? .. open|closed
        are|is .. open|closed on|<day>|now|today|late
        you|spa open|close|closed|opened on|at|until|late|today|tomorrow|now|early|<day>|<part>|<clock>|$
        check in|out time|times
        what time|times .. open|opens|close|closes|closed|opened
        when|time do|does|can|should|must|will i|we|the|your .. leave|arrive|check|come|open|close|ready|out|in
    """,
    "info": """
        ~ where are you?
        ~ is tip included
        where is|are you|it|the|your|this spa|place|salon|located|parking|address|entrance|suite|$
        where is|are|do|can|should|'s|you i? park|located|$
        where's|wheres|where the|your? spa|place|salon|parking
        [facts]
        your|the|spa|their|his|her|its [our]
        what|which [our]
        ^ [our] $
        gift card|cards|certificate|certificates|voucher|vouchers
        do|does you|the|u spa|place? have|offer|take|accept|provide|allow|sell|use|serve|validate
        is|are there .. parking|shower|showers|sauna|pool|dress|cancellation|discount|discounts|minimum|age|wifi
        can|could|may|should|must|do i|we|you need|have|to? bring|wear|undress|shower|eat|drink|tip|park
        tell me|us more|about your|the|it|this|that
        what|which services|treatments|massages|facials|options|kinds of? do|are|is|you|massage|massages
        what|which do|are you|your offer|have|recommend|services|treatments
        what's|what is|are? included
        what's|what is|are? the|a difference|deep|swedish
        difference between|in
        your|the .. policy|policies
        ^ do|does you|they do|perform
        dress code
        how early|late should|can|do|must i|we
        running|run|be|i'm|am|arrive|arriving|come late
        running|be|i'm|am|arrive .. late|behind
        running behind
        be|i'm|am|im|we're|running <delay>
        if i'm|i|we|we're|am late
        tip|tips|gratuity|discount|discounts|refund|refunds|waxing
        who|which is|'s|are .. best|good
        who's|whos your|the best
        can|could|may|do|should my wife|husband|partner|friend|kid|kids|child|son|daughter|baby|dog|mom|
            spouse|family
        what happens|if if? i|we|you
        is|would it|that|this be? ok|okay|fine|alright|safe|allowed|possible|bad|rude to|if
        is|would it|that|this be? a|an|ok|okay|allowed|safe problem|issue|$
        kids|children|dogs|pets|minors|babies|teenagers|infants allowed|welcome|ok|okay
        do|should|must|can|will|am i|we gotta|have|need|supposed|get|be to? be|get|stay|keep|take? naked|
            undressed|undress|off|
            clothes|nude
        where r|are|is|at|you you|u|guys|yall|at|located guys|at|all|$
        buy|purchase|order|get|want|redeem|use|have|sell|give a|an|my|your|the? gift
        walk in|ins
        walk|pop in without|$
        can|could|do|may|should i|we .. pay|tip|bring|wear|park
        ^ is|are my wife|husband|partner|friend|kid|kids|child|son|daughter|baby|dog|mom|spouse|family
        how do|can|to i|we? become|join
        how do|can|to i|we? find you
    """,
    # a person has to answer
    "health": """
        pregnant|pregnancy|trimester|allergic|allergy|allergies|injury|injured|pacemaker|epilepsy|epileptic|chemo|
            surgery|diabetic|diabetes|thrombosis|fever  ~ I'm pregnant, can I get a massage
        heart|skin|medical condition|problem|problems|issue|issues  ~ I have a skin problem
        blood pressure|clot|clots|thinners  ~ I had a blood clot
    """,
    "refund": """
        ~ how much of the deposit do I get back
        ~ do i get my money back if i cancel
        money back
        get|give|receive .. back $
        get|give|receive|offer|do|entitled|is|want .. refund|refunded|refunds
    """,
    # words that are foreign elsewhere
    "ours": """
        ~ do you guys do gift cards
        price list|sheet
        money back
        gift card|cards
        my|our|the card .. charged|declined|charge
        remind me .. when|what|where .. [booking]
        remind me .. when|what|which time|day|date|i'm|im|i|we|we're|was
        remind me $
        speak|talk to|with someone|somebody|anyone .. about .. bill|card|payment|account|charge|receipt
        complain|complaint
        parking|park
        where .. leave|put my car
    """,
    # what a house has, asked beside other things
    "amenity": """
        ~ do you have showers
        ~ do you have a sauna i can use
        do|does|is|are you|there|got|have .. parking|showers|sauna|steam|towels|robe|robes|locker|lockers|wheelchair|
            gratuity|membership|memberships
        where .. park|parking
        where .. leave|put|store my
    """,
    # with a treatment: what it is
    "describes": """
        ~ what's the ai massage bed thing
        is|are .. better|worse|stronger|softer|gentler|cheaper|longer|deeper than
        what's|whats|what|what're is|are? the|a|an|this|that|your? .. thing|like|for|$
        what is|are|does|do a|an|the .. involve|mean|include|$
        explain|describe
        tell me .. about
        how does|do|is the|your|a|an .. work|done|feel
        never had|tried|done
        is|are|does .. good|help|hurt|painful|safe
    """,
    "question": """
        ~ what's their address
        phone|contact|telephone|email|website|reviews
        the|their|its|his|her|your|what|a number
        number of|for|is|please|$
        what's|whats|what is|are|about|kind|'s their|your|its|his|her|the|of
        does|are|is|will|can|has|have|if|whether they|he|she|there|it|this|the|her|his
        do they|he|she|there|her|his
        do|does|are you|your|the|u have|offer|take|accept|provide|allow|sell|use|know
        tell|let|give|get|send|provide|need|know|share|find me|us|you|with|out? their|his|her|the|its|
            your|what|if|where|address
        how do|can|far|is|are|many|much i|we|it|they|he|she|the
        where|which|what|who is|are|do|does|'s|they|it|he|she
        where's|wheres|where
        address|location|located|rated|rating|ratings
        ratings|rating|address|location|parking|cosmetic|unisex
        may|can|could i|you have|know|get|give|check|find|tell .. their|his|her|the|its|me|there
        they|he|she do|does|have|offer|provide|perform
        i would|need|want|like|also|have .. know|address|phone|number|rating
    """,
    "fact": """
        ~ the phone number
        address|phone|number|website|email|rating|ratings|reviews|contact|location|price|cost
    """,
    "aside": """
        ~ am I free on friday?
        weather|forecast|rain|temperature|cab|taxi|ride|uber|humidity
        am|i'm|i|time|times|when i|am|i'm|do free|available|busy
        my availability
        i be free|available|busy
        do|did|would|will|can|if i have|had .. free|time|room|available|open|spare
        free|open|available slots|hours|times do|am i
        <agenda>
        the|a calendar|planner|agenda
        free time|times|slot
    """,
    "policy": """
        ~ stuck in traffic, be there in 20
        ~ do you take amex
        take|takes|accept|accepts|allow|allows|do|does|honor dinner|lunch|any|walk|brunch|evening? reservations|
            walkins|reservation
        you|u|guys|they take|accept|honor .. card|cards|cash|amex|mastercard|discover|venmo|paypal|insurance|checks
        can|could|may|should i|we pay .. card|cards|cash|amex|mastercard|venmo|paypal|check
        stuck in traffic
        accepts|takes reservations
        taken|accepted at
    """,
}

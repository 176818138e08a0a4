"""English words around the matter: greetings, thanks, asking again, stopping."""

CUES = {
    "thanks": """
        ~ bless you
        ~ cheers mate
        thanks|thank|thankyou|ty|appreciate|appreciated|grateful|thankful|gratitude|thx|gracias
        so|very|too kind|thoughtful|sweet of|to
        ^ cheers
        much obliged
        good|great|nice|excellent|amazing|well|awesome job|work|done
        been|was a|so|very|really|such? big|great|huge|real|lot? help|helpful|useful
        you're|youre|you are? so|the|really|too|a|an? awesome|amazing|wonderful|fantastic|sweetheart|gem|kind|nice
        bless you
        kind|nice|good|sweet|thoughtful|generous of you
        glad|happy you|for .. helped|help|here
        you|you've|youve|you're|answer|that .. helpful|kind|lifesaver|sweet
        good looking out
        your answer|help .. good|pleased|great|perfect
        easier with you
        owe you one|big|a
        merci|danke|grazie|arigato
        you're|you|youre are|the|so|a very? best|great|doll|lifesaver|star|thoughtful|kind|sweet|helpful
        you've been .. great|helpful|kind
    """,
    "bye": """
        ~ bye
        ~ take care
        bye|goodbye|farewell|cya|laters|ciao|adios|byebye|sayonara|toodles
        good bye
        see|catch|c you|ya|u around|later|soon|again|tomorrow|then|$
        talk|speak|chat later|soon
        talk|speak|chat to|with you|ya|u later|soon|again
        nice|great|good|lovely|pleasure talking|chatting|meeting|speaking|talk|chat|seeing
        nice|great|good|lovely|pleasure|pleasant|cool|fun|enjoyable|enjoyed .. talk|talking|chat|chatting|speak|
            speaking|conversation|conversing
        thanks|thank|enjoyed|had you|for|fun? .. talking|chatting|chat|conversation|talk
        ^ bye now
        gotta|i need|have|must to? bounce|go|run|leave|split|jet now|$
        got to head|be|run|leave|go
        see|c|catch you|ya|u next|soon|around|then
        i'm|im|i am? out|off|leaving $
        must|should|better|need be|get|go|head|run|leave going|off|out|$
        i'm|im|am heading|headed|going out|off|home
        time for|to me|us? to? leave|go
        ^ later alligator|gator|gater|dude|man|friend|skater|taters|all|everyone
        lovely|nice|good|great|pleasure|wonderful to? .. met|meeting you
        until next|we|then
        goodnight|g'night|gn
        ^ peace|syonara|tata|toodaloo|ttyl|cheerio|adieu
        have|got|need to get|be going|off
        off to bed|work
        <farewell>
        have|enjoy a|your good|great|nice|wonderful|lovely|one|day
        take care
        take it easy
        catch you
        until next|later|then|tomorrow
        gotta|got|have|i'm|im|time to? go|leave|leaving|run|outta now|here|$
        ^ see|c you|ya|u $
        see you in
        farewell|fairwell|buhbye|tootles|toodle|goodby|bbye
        i'll|ill be leaving|going
        out of here
        good|nice|great|lovely|pleasure|glad|happy to|we|i|that? got|get? to? converse|catch|talk|chat|get
            with|up|to|in
        can't|cannot wait
    """,
    "finished": """
        ~ that'll be all
        ~ that's all for today thanks
        that's|thats|that is|will|would|was|should|be? be? all|it|everything
        that'll|it'll be all|it
        all i need|needed|wanted|want
        all the help i
        what i needed|wanted
        nothing else|more|further
        don't|dont need anything|any
        i'm|im all? done|set
        i am all? done|set
    """,
    # a day that is told by the way
    "passing": """
        ~ see you again on friday
        ~ any time between now and friday
        that's|thats|is|be|that'll all|it|everything|enough i? need|needed|wanted? for|till|until <day>
        doing|feeling|been <day> $
        how .. you|ya|u|things|it|everything .. <day> $
        help|time|info|assistance|information <day> $
        ^ see|talk|catch|chat|speak|meet you|ya|to|soon|again .. <day> $
        thanks|thank|talk|talking|chatting .. <day> $
    """,
    "hello": """
        ~ hello
        ~ good night
        ^ hello|hi|hey|howdy|greetings|hiya|yo|heya|hallo|ahoy|aloha
        say|saying hi|hello
        how've|how have you been
        how are things
        how do you feel
        how is everything|life|the ai|it doing|going|with|treating|$
        why hello|hi
        <greeting>
        how are|is|have|was|'re|goes you|ya|u|your|it|things|everything|life|day .. today|day|doing|feeling|going|
            been|$
        how're|hows|how's you|ya|things|it|life|day|your|everything
        are|hope|have you .. okay|ok|good|well|alright|fine now|today|lately|$
        ^ hello|hi|hey there|ai|hello|hi|hey|everyone|all|friend|fellow
        ^ bonjour|heller|hola|hullo|salutations $
        how|hows|how's ya|you|u doin|doing|been|feeling
        ^ there $
        ^ wake up $
        are|is you|everything|things|life|all going|doing|ok|okay|well|fine|alright|good $
        are|is you|things|everything okay|ok|well|alright|going right|now|well|for|with|$
        wanted|stopping to|by? say hi|hello
        what's|what is? going on with|in you|your
        nice|pleased|good|great|pleasure|glad to? meet|know|see you
        long time no
        good day $
        how are|is|have you|things|everything|life|ya|u been|doing|going|today|feeling|$
        how's|hows it|everything|things|life|going
        how you've|you been|doing
        are|hope you doing|feeling ok|okay|good|well|alright|fine
    """,
    # in a long message, it complains of something
    "small_talk": """
        ~ what's up
        what's|whats|what|wat is? up|new|cracking|crackin|happening|poppin|good $
        what's|whats|what is? going on $
        what's|whats up|new
    """,
    "repeat": """
        ~ come again
        ~ you cut out
        what you said|told|meant|asked $
        what did|was|were you just? mention|mentioned|say|ask
        you|you're|connection|line cutting|broke|breaking|froze out|up|off
        you|line|connection cut out
        need|like|want to? know|hear that|it|this|the? again
        was|what|whats that|the|it again
        say what
        go|run|take through|over|that|it|me|this .. again
        say|speak|talk it|that|this? slower|louder|slowly
        a|one little|bit? slower|louder
        didn't|don't|dont|couldn't|can't hear|understand|follow|catch|get|heard you|that|it|what|$
        what's that
        repeat|reiterate|rephrase
        ^ pardon|what|huh|come|excuse me|again|$
        say|tell|ask|run|explain .. again|over|once
        one more time
        once more|again
        restate|repeated
        didn't|didnt|couldn't|not|did|couldnt|don't|missed quite|really|fully|not? hear|catch|get|
            understand|follow that|you|it|what|$
        missed that|it|what|the
        what did|was|were|is you|that|the|it say|said|question|saying|just
        what was that
        said what|again|over
    """,
    # said unasked, it stops all; said to a question, it is a no
    "nevermind": """
        never mind $|it|that|this|then|thanks|thank|all|everything|sorry|i|we|bye|forget  ~ never mind
        ^ nevermind|nvm $|it|that|this|then|thanks|thank|all|everything|sorry|i|we|bye|forget  ~ nvm
        disregard|ignore|forget|drop|scrap|scratch about? it|that|this $  ~ forget it
        cancel|dismiss that $  ~ didn't i already cancel that
        ^ scratch  ~ scratch
    """,
    "stop": """
        ^ mute|enough  ~ mute
        ^ hold on|up  ~ hold on
        ^ pause|quiet  ~ pause
        turn|power|switch off $  ~ turn off
        end|close|finish|terminate conversation|chat|call|session|this  ~ close chat
        disregard|ignore|drop|scrap about? my|what|last  ~ drop what I said
        abandon|negate|stop .. job|command|request|speaking  ~ stop speaking
        don't|dont|not .. speak|process|talk anymore|more|any|this|$  ~ do not speak
        can|could|please you? cancel|stop|quit $  ~ could you cancel
        shut .. up  ~ shut the chat up
        refrain from  ~ refrain from talking

        ^ stop $|it|that|talking|the|this|now|everything|what|doing|your|all|right|and  ~ stop everything
        ^ quit|enough|exit|silence|abort|discontinue|halt|shh|shhh|shhhh|hush|cease|shush|undo  ~ exit
        stop|quit|end|discontinue|abort|halt|destroy|terminate talking|it|that|the|what|working|this|
            process|task|action|doing|current|now|your|any|$  ~ end it
        be|stay|keep quiet|silent  ~ please be quiet
        shut|pipe up|down|off|it  ~ shut it
        cancel|stop|end|abort|scrap .. action|process|request|task|command|operation|input  ~ cancel that request
        forget|cancel|scrap the|all|everything|process|action|what|your|last|previous|command  ~ scrap all
        don't|dont|no|not continue|say|complete|proceed|more|do .. anymore|more|talking|task|any|what|
            it|further|do  ~ no more talking
        that's|thats enough|plenty  ~ that's enough
    """,
    "goes_on": """
        [not] you? stop|quit|exit|end|pause  ~ don't stop
    """,
    # no more messages at all
    "unsubscribe": """
        unsubscribe  ~ unsubscribe
        opt out  ~ I opt out
        leave me|us alone  ~ leave me alone
        stop|quit|don't|dont|no|never more? texting|text|messaging|message|messages|calling|contacting|emailing|
            bothering|
            sending|writing|texts|emails me|us|$  ~ stop texting me
        take|remove|delete me|my|us number? from|off your|the|this list|contacts  ~ take me off your list
    """,
}

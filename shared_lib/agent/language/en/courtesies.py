"""English words around the matter: greetings, thanks, asking again, stopping."""

SIGNS = {
    "thanks": """
        thanks|thank|thankyou|ty|appreciate|appreciated|grateful|thankful|gratitude|thx|gracias
        so|very|too kind|thoughtful|sweet of|to
        ^ cheers
        much obliged
        good|great|nice|excellent|amazing|well|awesome job|work|done
        been|was a|so|very|really|such? big|great|huge|real|lot? help|helpful|useful
        you're|youre|you are? so|the|really|too|a|an? awesome|amazing|wonderful|fantastic|sweetheart|gem|kind|nice
        bless you
        kind|nice|good|sweet|thoughtful|generous of you
        means a lot
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
        ^ until|till tomorrow|later|then
        i'm|im|i am? out|off|leaving $
        must|should|better|need be|get|go|head|run|leave going|off|out|$
        i'm|im|am heading|headed|going out|off|home
        time for|to me|us? to? leave|go
        over and out
        ^ later alligator|gator|gater|dude|man|friend|skater|taters|all|everyone
        lovely|nice|good|great|pleasure|wonderful to? .. met|meeting you
        until next|we|then
        goodnight|g'night|gn
        ^ peace|syonara|tata|toodaloo|ttyl|cheerio|adieu
        have|got|need to get|be going|off
        off to bed|work
        ^ long $
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
        that's|thats|is|be|that'll all|it|everything|enough i? need|needed|wanted? for|till|until <day>
        doing|feeling|been <day> $
        how .. you|ya|u|things|it|everything .. <day> $
        help|time|info|assistance|information <day> $
        ^ see|talk|catch|chat|speak|meet you|ya|to|soon|again .. <day> $
        thanks|thank|talk|talking|chatting .. <day> $
    """,
    "hello": """
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
        what are you up
        how|hows|how's ya|you|u doin|doing|been|feeling
        ^ hey|hi|hello|yo buddy|pal|friend|man|dude|mate|you|folks|guys
        hope you're|you|all .. well|good|fine
        what are|have you doing|been $
        top of the morning|<part>
        ^ sup|wassup|wazzup|ello
        ^ there $
        ^ wake up $
        are|is you|everything|things|life|all going|doing|ok|okay|well|fine|alright|good $
        are|is you|things|everything okay|ok|well|alright|going right|now|well|for|with|$
        how my|is ai|bot|friend|buddy doing|is|going
        wanted|stopping to|by? say hi|hello
        what's|what is? going on with|in you|your
        nice|pleased|good|great|pleasure|glad to? meet|know|see you
        long time no
        how do you do $
        good day $
        how are|is|have you|things|everything|life|ya|u been|doing|going|today|feeling|$
        how's|hows it|everything|things|life|going
        how you've|you been|doing
        wassup
        are|hope you doing|feeling ok|okay|good|well|alright|fine
        how do you do $
    """,
    # in a long message, it complains of something
    "small_talk": """
        what's|whats|what|wat is? up|new|cracking|crackin|happening|poppin|good $
        what's|whats|what is? going on $
        what's|whats up|new
    """,
    "repeat": """
        what you said|told|meant|asked $
        what did|was|were you just? mention|mentioned|say|ask
        you|you're|connection|line cutting|broke|breaking|froze out|up|off
        you|line|connection cut out
        lost you
        need|like|want to? know|hear that|it|this|the? again
        was|what|whats that|the|it again
        say what
        go|run|take through|over|that|it|me|this .. again
        say|speak|talk it|that|this? slower|louder|slowly
        a|one little|bit? slower|louder
        didn't|don't|dont|couldn't|can't hear|understand|follow|catch|get|heard you|that|it|what|$
        what's that
        last thing you
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
        never mind
        ^ nevermind|nvm
        disregard|ignore|forget|drop|scrap|scratch about? it|that|this $
        cancel|dismiss that $
        ^ scratch
    """,
    "stop": """
        ^ mute|enough
        ^ hold on|it|up
        ^ pause|quiet
        turn|power|switch off $
        end|close|finish|terminate conversation|chat|call|session|this
        disregard|ignore|drop|scrap about? my|what|last
        abandon|negate|stop .. job|command|request|speaking
        don't|dont|not .. speak|process|talk anymore|more|any|this|$
        cancel|stop|end|abort|scrap .. action|process|request|task|command|operation|current
        can|could|please you? cancel|stop|quit $
        shut .. up
        refrain from

        ^ stop $|it|that|talking|the|this|now|everything|what|doing|your|all|right|and
        ^ quit|enough|exit|silence|abort|discontinue|halt|shh|shhh|shhhh|hush|cease|shush|undo
        stop|quit|end|discontinue|abort|halt|destroy|terminate talking|it|that|the|what|working|this|
            process|task|action|doing|current|now|your|any|$
        be|stay|keep quiet|silent
        shut|pipe up|down|off|it
        forget|cancel|scrap the|all|everything|process|action|what|your|last|previous|command
        cancel .. action|request|input|command|task|operation|process
        don't|dont|no|not continue|say|complete|proceed|more|do .. anymore|more|talking|task|any|what|
            it|further|do
        that's|thats enough|plenty
        enough talking|already|now
    """,
    "goes_on": """
        [not] you? stop|quit|exit|end|pause
    """,
    # no more messages at all
    "unsubscribe": """
        unsubscribe
        opt out
        leave me|us alone
        stop|quit|don't|dont|no|never more? texting|text|messaging|message|messages|calling|contacting|emailing|
            bothering|
            sending|writing|texts|emails me|us|$
        take|remove|delete me|my|us number? from|off your|the|this list|contacts
    """,
}

"""English phrases for who comes, who works, what is chosen, and everyday names of treatments."""

from shared_lib.agent.language import counted
from shared_lib.agent.language.grammar import Table, words
from shared_lib.agent.language.meaning import Choice

_PERSON = (
    "wife|husband|partner|girlfriend|boyfriend|friend|fiance|fiancee|mom|mother|dad|father|son|daughter|brother|"
    "sister|buddy|date|spouse|colleague"
)
_STAFF = (
    "therapist|therapists|technician|technicians|masseuse|masseur|barber|barbers|stylist|stylists|person|people|"
    "provider|one|staff|practitioner|esthetician"
)

_ANY = "anyone|anybody|everyone|everybody|whoever|any|all"
PEOPLE: Table = (
    (f"me|myself and my|a {_PERSON}", counted.said("party", 2)),
    (f"my {_PERSON} and me|i|myself", counted.said("party", 2)),
    (f"with|for|bring|bringing my {_PERSON} and|too|also", counted.said("party", 2)),
    (f"with|bring|bringing my|a {_PERSON}", counted.said("party", 2)),
    (f"my {_PERSON} wants|want|needs|too|also|likes|would|and", counted.said("party", 2)),
    ("me|myself|i and|plus <party>", lambda n: {"party": n + 1}),
    ("me plus one|1|guest", counted.said("party", 2)),
    ("me|myself|i and|plus <number> friends|others|more|guests|people|buddies|coworkers", lambda n: {"party": n + 1}),
    ("we are|'re <number>", counted.kept("party")),
    ("we're <number>", counted.kept("party")),
    ("there are|will|'ll be? <number>", counted.kept("party")),
    ("both of us", counted.said("party", 2)),
    ("the two of us", counted.said("party", 2)),
    ("as|for a couple", counted.said("party", 2)),
    ("just|only the? me|myself|one", counted.said("party", 1)),
    ("for me alone", counted.said("party", 1)),
    ("by myself", counted.said("party", 1)),
    ("for <number>", counted.kept("maybe_party")),
    (f"female|woman|lady|girl {_STAFF}", counted.said("gender", "f")),
    ("by|with|prefer|want a? female|woman|lady|girl", counted.said("gender", "f")),
    (f"male|man|guy|gentleman {_STAFF}", counted.said("gender", "m")),
    ("by|with|prefer|want a? male|man|guy", counted.said("gender", "m")),
    ("anyone|anybody|whoever|whomever is? good|free|available|fine|ok|okay", counted.marked("anyone")),
    ("whoever's free|available|good|there|working|open", counted.marked("anyone")),
    ("with anyone|anybody|whoever|whoever's", counted.marked("anyone")),
    (f"{_ANY} but|except|besides", lambda: {"anyone": True, "refuses": True}),
    (f"{_ANY} other|rather|apart|aside than|from", lambda: {"anyone": True, "refuses": True}),
    (
        f"{_ANY} is|are|'s|works|would|will be? good|fine|free|available|ok|okay? but|except",
        lambda: {"anyone": True, "refuses": True},
    ),
    ("nobody|none|no one? but|except", counted.marked("suggests")),
    ("nobody|none|no one? other than", counted.marked("suggests")),
    (
        f"don't|not|won't|never want|like|need|see|have|trust to? see|have|get? {_ANY} but|except",
        counted.marked("suggests"),
    ),
    (
        f"don't|not|won't|never want|like|need|see|have|trust to? see|have|get? {_ANY} other|else than",
        counted.marked("suggests"),
    ),
    ("no preference|preferences", counted.marked("anyone")),
    ("don't|doesn't mind|matter|care who|which", counted.marked("anyone")),
    (f"any {_STAFF}", counted.marked("anyone")),
)

_WANT = "want|need|like|wish|get|take|add|include|do|have|see|give|care|going|choose|pick"
_THE = "a|an|the|any|my|with"
_HOW = "a|an|the|my|for|so|very|that|any|really|what"
_BLAMED = "rough|rude|hard|slow|harsh|mean|late|weak|soft|strong|early|expensive|far|long|short"
_PRAISED = "option|good|me|us|i|great|nice|right|gentle|professional|favorite|favourite"
# before what is not wished for
REFUSALS: Table = (
    (
        f"don't|dont|didn't|not|never|won't longer? really? think? i? {_WANT} me? to|for? have|get|do|see? {_THE}?",
        counted.marked("refuses"),
    ),
    (f"not|without|minus|except|excluding with|for|{_THE}?", counted.marked("refuses")),
    (f"anything|everything|all but|except for? {_THE}?", counted.marked("refuses")),
    (f"instead|rather of|than {_THE}?", counted.marked("refuses")),
    (f"not|n't only|just {_THE}?", counted.marked("suggests")),
    (f"if|why not {_THE}?", counted.marked("suggests")),
    (f"hate|hated|avoid|dislike|disliked|avoiding {_THE}?", counted.marked("refuses")),
    (f"can't|cannot|couldn't stand|bear {_THE}?", counted.marked("refuses")),
    (
        f"don't|not|never|won't give|put|book|schedule|send|assign|send me|us|her|him|it? {_THE}?",
        counted.marked("refuses"),
    ),
    (f"not|isn't|wasn't a? fan|fond|happy|pleased|satisfied|comfortable of|with {_THE}?", counted.marked("refuses")),
    (f"keep|stay|steer me? away|clear of|from {_THE}?", counted.marked("refuses")),
    (f"someone|somebody other|else|apart|but than|from? {_THE}?", counted.marked("refuses")),
    (f"never again {_THE}?", counted.marked("refuses")),
    (f"neither|nor {_THE}?", counted.marked("refuses")),
    (f"anything|everything|something other|rather|apart|aside|besides than|from? {_THE}?", counted.marked("refuses")),
    (f"i|we|i've|we've had|saw|got|met|was|were|tried with|done? {_THE}?", counted.marked("told")),
    ("friend|friends|fan|cousin|brother|sister|wife|husband|mother|father|parent of|to", counted.marked("told")),
    ("can't|cannot|couldn't|won't do|make|take|manage =the|either|any", counted.marked("rejects")),
    (f"that|which|who|whichever|whoever isn't|aren't with|by|in? {_THE}?", counted.marked("refuses")),
    (
        "no =the =<nth>|<ordinal>|later|earlier|last|latest|earliest|cheaper|longer|shorter|other",
        counted.marked("corrects"),
    ),
    # said after a name
    ("doesn't|don't|won't|isn't|can't|wouldn't|not work|suit|fit|help", counted.marked("refused")),
    (f"isn't|wasn't {_HOW}? {_PRAISED}", counted.marked("refused")),
    (f"is|was not {_HOW}? {_PRAISED}", counted.marked("refused")),
    (
        f"was|is too|so|a|really|very bit? {_BLAMED}",
        counted.marked("refused"),
    ),
    ("hurt|ignored|insulted|scared me|us|my|our", counted.marked("refused")),
    (f"not|isn't|aren't|never|less interested in {_THE}?", counted.marked("refuses")),
    (f"leave out|off {_THE}?", counted.marked("lacks")),
    (f"no|skip|hold|lose|drop|cancel|remove|scratch|forget|replace more? {_THE}?", counted.marked("lacks")),
)

_LETTERED = 5  # a longer list is not offered
CHOICES: Table = (
    ("the? <nth>|<ordinal> one? or the? <nth>|<ordinal>", counted.marked("undecided")),
    ("the <ordinal>", lambda n: {"choice": Choice(number=n)} if n <= _LETTERED else None),
    *(
        (f"option|choice|letter {letter}", counted.said("choice", Choice(number=n)))
        for n, letter in enumerate("abc", 1)
    ),
    ("the top one|option|slot|time", counted.said("choice", Choice(number=1))),
    ("the middle one|option|slot|time?", counted.said("choice", Choice(number=2))),
    ("the bottom one|option|slot|time", counted.said("choice", Choice(number=-1))),
    ("doesn't|don't|dont matter|care", counted.said("choice", Choice(by="any"))),
    ("up to you", counted.said("choice", Choice(by="any"))),
    ("you choose|pick|decide", counted.said("choice", Choice(by="any"))),
    ("surprise me", counted.said("choice", Choice(by="any"))),
    ("your choice|call|pick", counted.said("choice", Choice(by="any"))),
    ("whatever's|whichever's easiest|best|fine|good|open|free|available", counted.said("choice", Choice(by="any"))),
    ("whatever's|whichever's cheaper|cheapest", counted.said("choice", Choice(by="cheaper"))),
    ("whatever's|whichever's earliest|earlier|soonest|sooner|first", counted.said("choice", Choice(by="earliest"))),
    ("the? <nth>|<ordinal> one|option|slot|time|choice|appointment", lambda n: {"choice": Choice(number=n)}),
    ("the <nth>", lambda n: {"choice": Choice(number=n)}),
    ("option|number|choice|slot <number>", lambda n: {"choice": Choice(number=n)}),
    ("number|no|# <number>", lambda n: {"choice": Choice(number=n)}),
    ("the? last one|option|slot", counted.said("choice", Choice(number=-1))),
    ("the last", counted.said("choice", Choice(number=-1))),
    ("as late as possible", counted.said("choice", Choice(by="latest"))),
    ("the latest one|slot|time?", counted.said("choice", Choice(by="latest"))),
    ("the? later one|slot|time", counted.said("choice", Choice(by="later"))),
    ("the later", counted.said("choice", Choice(by="later"))),
    ("the? earliest one|slot|time?", counted.said("choice", Choice(by="earliest"))),
    ("the? earlier one|slot|time", counted.said("choice", Choice(by="earlier"))),
    ("the earlier", counted.said("choice", Choice(by="earlier"))),
    ("the cheaper|cheapest one|option|treatment?", counted.said("choice", Choice(by="cheaper"))),
    ("the shorter|shortest one|option?", counted.said("choice", Choice(by="shorter"))),
    ("the longer|longest one|option?", counted.said("choice", Choice(by="longer"))),
    ("the more expensive|premium one|option?", counted.said("choice", Choice(by="dearer"))),
    ("any|either of them|those|these|the", counted.said("choice", Choice(by="any"))),
    ("either|any one|one's|option|slot|time|works|is", counted.said("choice", Choice(by="any"))),
    ("whichever|whatever", counted.said("choice", Choice(by="any"))),
    (
        "whichever|whatever is|'s|comes? earliest|earlier|soonest|sooner|first",
        counted.said("choice", Choice(by="earliest")),
    ),
    ("whichever|whatever is cheaper|cheapest|less", counted.said("choice", Choice(by="cheaper"))),
    ("the? same as|time before|last|again|always|usual", counted.said("choice", Choice(by="same"))),
    ("same again|please", counted.said("choice", Choice(by="same"))),
    ("any day|time|date|moment", counted.said("choice", Choice(by="any"))),
    ("anytime|whenever", counted.said("choice", Choice(by="any"))),
    ("the sooner|earlier the better", counted.said("choice", Choice(by="earliest"))),
    ("as soon|early as possible", counted.said("choice", Choice(by="earliest"))),
    ("asap|soonest", counted.said("choice", Choice(by="earliest"))),
    ("first|next|earliest available|possible|free", counted.said("choice", Choice(by="earliest"))),
    ("the? same time|treatment|one|thing|therapist|technician|massage", counted.said("choice", Choice(by="same"))),
    (
        "the? same guy|girl|lady|woman|man|person|number|email|phone|address",
        counted.said("choice", Choice(by="same")),
    ),
    ("the|my usual", counted.said("choice", Choice(by="same"))),
)

_ACHES = "back|neck|shoulder|shoulders|muscles|legs"
_IDLE = counted.marked("idle")  # words that are names of treatments elsewhere
_LIMB = "finger|fingers|thumb|hand|hands|arm|leg|foot|toe|knee|lip|face|head|chin"
# everyday words -> the words that names of treatments have; commas part alternatives
EVERYDAY: Table = (
    ("hair cut|cuts|trim", counted.said("names", ("cut",))),
    ("haircut|haircuts|fade|buzzcut|trim", counted.said("names", ("cut",))),
    ("beard trim|shaping|grooming", counted.said("names", ("beard",))),
    ("trim my? beard", counted.said("names", ("beard",))),
    ("shaved|shaving", counted.said("names", ("shave",))),
    ("back|shoulder|neck|full|body rub|rubdown", counted.said("names", ("massage",))),
    (
        f"{_ACHES} is|are|'s? hurts|hurt|hurting|sore|stiff|tight|killing|aches|aching",
        counted.said("names", ("massage",)),
    ),
    ("back's|neck's|shoulder's .. hurting|sore|stiff|tight|killing|aching|bad", counted.said("names", ("massage",))),
    (f"sore|stiff|tight|aching {_ACHES}", counted.said("names", ("massage",))),
    (f"{_ACHES} pain|ache|tension|knots", counted.said("names", ("massage",))),
    (f"for my {_ACHES}", counted.said("names", ("massage",))),
    ("robot|robotic|machine|automatic|automated massage", counted.said("names", ("bed",))),
    ("men's|mens|gents|gent's facial", counted.said("names", ("gentleman", "facial"))),
    ("facial for men|gentlemen|guys|him", counted.said("names", ("gentleman", "facial"))),
    ("rubdown|massages|massaged|masseuse|masseur", counted.said("names", ("massage",))),
    ("rub down", counted.said("names", ("massage",))),
    ("foot|feet massage|rub|reflexology", counted.said("names", ("reflexology",))),
    ("feet|toes|toenails", counted.said("names", ("pedicure",))),
    ("mani|fingernails|hands", counted.said("names", ("manicure",))),
    ("pedi", counted.said("names", ("pedicure",))),
    ("nails|nail", counted.said("names", ("nail", "mani"))),
    ("face|skin treatment|care|cleaning|cleansing", counted.said("names", ("facial",))),
    ("facials|skincare", counted.said("names", ("facial",))),
    ("relaxing|relax|unwind", counted.said("names", ("relaxation",))),
    ("sport|athletic|athlete|athletes", counted.said("names", ("sports",))),
    ("deep pressure|tissue", counted.said("names", ("deep", "tissue"))),
    ("message|messages|messaging|messaged|passage", _IDLE),
    ("cut|cuts|cutting me|us|you|it|him|her|this|that? off|out|short|down|back", _IDLE),
    ("cut to the chase", _IDLE),
    (f"cut|cuts|bruised|broke|hurt|burned|injured my|his|her|the|a? left|right? {_LIMB}", _IDLE),
    ("cut myself|himself|herself", _IDLE),
    ("hands|hand down|over|on", _IDLE),
    ("in private", _IDLE),
    ("relax ,|!|.", _IDLE),
    ("get|got|going|go|went|off|stay|staying|in|out to|of|in? my? bed", _IDLE),
    ("couple|couples|couple's", counted.said("names", ("couple",))),
    ("massage bed|table", counted.said("names", ("bed",))),
    ("private suite|spa|room|area", counted.said("names", ("private",))),
    ("red|led light|lights therapy?", counted.said("names", ("led",))),
    ("hot stones|rocks", counted.said("names", ("stone",))),
    ("essential|aroma oil|oils|therapy", counted.said("names", ("aromatherapy",))),
)
WEAK = frozenset({"hot", "classic", "ai", "light", "therapy", "treatment", "core", "coresync", "of", "the", "in"})
PARTING = frozenset({"and", "plus", "then", "also", "&", "or", "followed", "with", "vs", "versus", "to"})
NAMES_END = words("""
    and please thanks thank my but for at on with is here the speaking calling i i'd i'm i'll we we'd can could would
    will want need like have from in to by so it's this that again too obviously still only with as
""")
REFUSING: frozenset[str] = frozenset()
REACHING = words("""
    to be by have get see a an the my me us session appointment booking visit and or either again ever book
    put schedule massage facial haircut treatment seen treated work working back going for it done is that guy girl lady
""")
TURNING = words("but just only")
KIN = words(_PERSON.replace("|", " ") + " kid child boss guest name cousin aunt uncle niece nephew grandma grandpa")
TELLING = words("is , my our his her 's was")
COMMON = words("""
    may will mark grace rose art sunny june april august hope joy faith dawn eve bill frank jack pat sue rob chase drew
    gene grant miles penny ruby summer violet lily iris sky star melody amber
""")
NAME_LEADS: Table = (
    ("my|the full|first? name is|'s", counted.marked("lead")),
    ("my|the name's", counted.marked("lead")),
    ("name is", counted.marked("lead")),
    ("it's|its|booked|book|booking|put|reservation|is it? under the? name? of?", counted.marked("lead")),
    ("under the? name of?", counted.marked("lead")),
    ("in the name of", counted.marked("lead")),
    ("call me", counted.marked("lead")),
)
INTRODUCTIONS: Table = (
    ("this|it is", counted.marked("lead")),
    ("i'm|it's", counted.marked("lead")),
    ("i am", counted.marked("lead")),
)
NAME_LEADS_WHEN_ASKED: Table = (
    *NAME_LEADS,
    ("it's|its|it is?", counted.marked("lead")),
    ("i'm", counted.marked("lead")),
    ("i am", counted.marked("lead")),
    (f"it's|its? for my {_PERSON}", counted.marked("lead")),
    ("this is", counted.marked("lead")),
    ("under", counted.marked("lead")),
    ("sure|yes|ok|okay|of|course|hi|hello|well|oh|for|that's|name", counted.marked("lead")),
)
NOT_NAMES = words("""
    yes no yeah yep nope sure ok okay what why how when where who cancel stop help hello hi hey thanks thank
    please never nothing none not don't do can could would will is are the a an i you we it this that book
    booking massage appointment time today tomorrow just rather prefer give same whatever
""")
SPOKEN_MARKS = {"dot": ".", "point": ".", "underscore": "_", "dash": "-", "hyphen": "-", "minus": "-", "plus": "+"}
SPOKEN_AT = "at"

"""English phrases for who comes, who works, what is chosen, and everyday names of treatments."""

from shared_lib.agent.language.grammar import kept, marked, needed, said, table, words
from shared_lib.agent.language.lexicon import alike
from shared_lib.agent.language.meaning import Choice

_PERSON = (
    "wife|husband|partner|girlfriend|boyfriend|friend|fiance|fiancee|mom|mum|mother|dad|father|son|daughter|brother|"
    "cousin|aunt|uncle|niece|nephew|grandma|grandmother|grandpa|grandfather|"
    "sister|buddy|date|spouse|colleague"
)
_STAFF = (
    "therapist|therapists|technician|technicians|masseuse|masseur|barber|barbers|stylist|stylists|person|people|"
    "provider|one|staff|practitioner|esthetician"
)

_ANY = "anyone|anybody|everyone|everybody|whoever|any|all"
PEOPLE = table(
    "who comes, and who is wished for",
    "for two / just me / me plus one",
    (f"me|myself and my|a {_PERSON}", said("party", 2)),
    (f"my {_PERSON} and me|i|myself", said("party", 2)),
    (f"with|for|bring|bringing my {_PERSON} and|too|also", said("party", 2)),
    (f"with|for|bring my|our {_PERSON} and me|i|myself", said("party", 2)),
    (f"with|bring|bringing my|a {_PERSON}", said("party", 2)),
    (f"was|were|been at|here|there .. with my|our|a {_PERSON}", marked("told")),  # in the spring, with my brother
    (f"came|went|visited .. with my|our|a {_PERSON}", marked("told")),
    (f"my {_PERSON} too|also|and", said("party", 2)),
    (f"my|our {_PERSON} is|'s|will coming|come|joining|join too|also|along|with|as", said("party", 2)),
    (f"my|our|a {_PERSON} joins|comes too|also|along|us|me|in?", said("party", 2)),
    (f"my|our|a {_PERSON} is|'s? tagging|coming along", said("party", 2)),
    (f"gift|giftcard|voucher|vouchers card|certificate? for my|our|a|the {_PERSON}", marked("told")),
    (f"=my ={_PERSON} =wants|want|needs|likes|would .. too|also|well", said("party", 2)),
    ("me|myself|i and|plus <party>", lambda n: {"party": n + 1}),
    ("me plus one|1|guest", said("party", 2)),
    ("we are|'re <number>", kept("party")),
    ("we're <number>", kept("party")),
    ("both of us", said("party", 2)),
    ("<number> spots|spot|seats|places|heads", kept("party")),
    ("<number> altogether", kept("party")),
    ("<number> in total|all", kept("party")),
    (f"check|ask|talk|speak|discuss|confirm|clear|consult it? with|to my {_PERSON}", marked("told")),
    ("just|only the? me|myself|one", said("party", 1)),
    ("for me alone", said("party", 1)),
    ("by myself", said("party", 1)),
    ("for <number>", kept("maybe_party")),
    (f"female|woman|lady|girl {_STAFF}", said("gender", "f")),
    (
        (
            "by|with|w|prefer|want a? strong|nice|good|gentle|experienced|skilled|big? "
            "female|woman|lady|girl|females|women|ladies"
        ),
        said("gender", "f"),
    ),
    ("it|that be a|an female|woman|lady|girl", said("gender", "f")),
    (f"male|man|guy|gentleman {_STAFF}", said("gender", "m")),
    (
        "by|with|w|prefer|want a? strong|nice|good|gentle|experienced|skilled|big? male|man|guy|males|men|guys",
        said("gender", "m"),
    ),
    ("it|that be a|an male|man|guy", said("gender", "m")),
    ("anyone|anybody|whoever|whomever is? good|free|available|fine|ok|okay", marked("anyone")),
    ("whoever's free|available|good|there|working|open", marked("anyone")),
    ("with anyone|anybody|whoever|whoever's", marked("anyone")),
    ("whoever is|'s? there|around", marked("anyone")),
    ("no matter ,? who|whoever|anybody|anyone", marked("anyone")),
    (f"{_ANY} but|except|besides", lambda: {"anyone": True, "refuses": True}),
    (f"{_ANY} other|rather|apart|aside than|from", lambda: {"anyone": True, "refuses": True}),
    (
        f"{_ANY} is|are|'s|works|would|will be? good|fine|free|available|ok|okay? but|except",
        lambda: {"anyone": True, "refuses": True},
    ),
    ("nobody|none|no one? but|except", marked("suggests")),
    ("nobody|none|no one? other than", marked("suggests")),
    (
        f"don't|not|won't|never want|like|need|see|have|trust to? see|have|get? {_ANY} but|except",
        marked("suggests"),
    ),
    ("no preference|preferences", marked("anyone")),
    ("or|otherwise|else anyone|anybody|whoever|whomever else?", marked("anyone")),
    ("don't|doesn't mind|matter|care who|which", marked("anyone")),
    (f"any {_STAFF}", marked("anyone")),
    ("someone|somebody else then|instead|please|is|works|would|ok|fine|available|free", marked("anyone")),
)

_WANT = "want|need|like|wish|get|take|add|include|do|have|see|give|care|going|choose|pick"
_THE = "a|an|the|any|my|with"
_HOW = "a|an|the|my|for|so|very|that|any|really|what"
_BLAMED = "rough|rude|hard|slow|harsh|mean|late|weak|soft|strong|early|expensive|far|long|short"
_PRAISED = "option|good|me|us|i|great|nice|right|gentle|professional|favorite|favourite"
# before what is not wished for
REFUSALS = table(
    "what is not wished for",
    "not Sam / without aromatherapy / I hate facials",
    (
        f"don't|dont|didn't|not|never|won't longer? really? think? i? {_WANT} me? to|for? have|get|do|see? {_THE}?",
        marked("refuses"),
    ),
    (f"not|without|minus|except|excluding with|for|{_THE}?", marked("refuses")),
    (f"anything|everything|all but|except for? {_THE}?", marked("refuses")),
    (f"instead|rather of|than {_THE}?", marked("refuses")),
    (f"not|n't only|just {_THE}?", marked("suggests")),
    (f"if|why not {_THE}?", marked("suggests")),
    (f"hate|hated|avoid|dislike|disliked|avoiding {_THE}?", marked("refuses")),
    (f"can't|cannot|couldn't stand|bear {_THE}?", marked("refuses")),
    (
        f"don't|not|never|won't give|put|book|schedule|send|assign|send me|us|her|him|it? {_THE}?",
        marked("refuses"),
    ),
    (f"not|isn't|wasn't a? fan|fond|happy|pleased|satisfied|comfortable of|with {_THE}?", marked("refuses")),
    (f"keep|stay|steer me? away|clear of|from {_THE}?", marked("refuses")),
    (f"someone|somebody other|else|apart|but than|from? {_THE}?", marked("refuses")),
    (f"never again {_THE}?", marked("refuses")),
    (f"neither|nor {_THE}?", marked("refuses")),
    (f"anything|everything|something other|rather|apart|aside|besides than|from? {_THE}?", marked("refuses")),
    (f"i|we|i've|we've had|saw|got|met|was|were|tried with|done? {_THE}?", marked("told")),
    ("do|should|must|shall i|we|he|she|one have|need? to? =shave|trim|cut|wash", marked("told")),
    ("friend|friends|fan|cousin|brother|sister|wife|husband|mother|father|parent of|to", marked("told")),
    ("can't|cannot|couldn't|won't do|make|take|manage =the|either|any", marked("rejects")),
    (f"that|which|who|whichever|whoever isn't|aren't with|by|in? {_THE}?", marked("refuses")),
    (
        "no =the =<nth>|<ordinal>|later|earlier|last|latest|earliest|cheaper|longer|shorter|other",
        marked("corrects"),
    ),
    # said after a name
    ("doesn't|don't|won't|isn't|can't|wouldn't|not work|suit|fit|help", marked("refused")),
    (f"isn't|wasn't {_HOW}? {_PRAISED}", marked("refused")),
    (f"is|was not {_HOW}? {_PRAISED}", marked("refused")),
    (
        f"was|is too|so|a|really|very bit? {_BLAMED}",
        marked("refused"),
    ),
    ("hurt|ignored|insulted|scared me|us|my|our", marked("refused")),
    (f"not|isn't|aren't|never|less interested in {_THE}?", marked("refuses")),
    (
        f"switch|change|changing|swap|exchange|trade|replace|upgrade|turn {_THE}|our|this|that|his|her?",
        marked("replaces"),
    ),
    (f"leave out|off {_THE}?", marked("lacks")),
    (f"no|skip|hold|lose|drop|cancel|remove|scratch|forget|replace more? {_THE}?", marked("lacks")),
)

_SOLD = "swedish|sports|deep|relaxation|reflexology|massage|facial|haircut|cut|shave|manicure|pedicure"
_LETTERED = 5  # a longer list is not offered
CHOICES = table(
    "which of the things offered",
    "the usual / asap / the second one",
    ("the? <nth>|<ordinal> one? or the? <nth>|<ordinal>", marked("undecided")),
    ("the <ordinal>", lambda n: {"choice": Choice(number=n)} if n <= _LETTERED else None),
    *((f"option|choice|letter {letter}", said("choice", Choice(number=n))) for n, letter in enumerate("abc", 1)),
    ("the top one|option|slot|time", said("choice", Choice(number=1))),
    ("the middle one|option|slot|time?", said("choice", Choice(number=2))),
    ("the bottom one|option|slot|time", said("choice", Choice(number=-1))),
    ("doesn't|don't|dont matter|care", said("choice", Choice(by="any"))),
    ("up to you", said("choice", Choice(by="any"))),
    ("you choose|pick|decide", said("choice", Choice(by="any"))),
    ("surprise me", said("choice", Choice(by="any"))),
    ("your choice|call|pick", said("choice", Choice(by="any"))),
    ("whatever's|whichever's easiest|best|fine|good|open|free|available", said("choice", Choice(by="any"))),
    ("whatever's|whichever's cheaper|cheapest", said("choice", Choice(by="cheaper"))),
    ("whatever's|whichever's earliest|earlier|soonest|sooner|first", said("choice", Choice(by="earliest"))),
    ("the? <nth>|<ordinal> one|option|slot|time|choice|appointment", lambda n: {"choice": Choice(number=n)}),
    ("the <nth>", lambda n: {"choice": Choice(number=n)}),
    ("option|number|choice|slot <number>", lambda n: {"choice": Choice(number=n)}),
    ("number|no|# <number>", lambda n: {"choice": Choice(number=n)}),
    ("the? last one|option|slot", said("choice", Choice(number=-1))),
    ("the last", said("choice", Choice(number=-1))),
    (f"the? last ={_SOLD}", said("choice", Choice(by="latest"))),
    (
        "the? last =slot|appointment|opening|booking|time|visit =on|of|for|tomorrow|today|tonight|you|before|that",
        said("choice", Choice(by="latest")),
    ),
    ("as late as possible", said("choice", Choice(by="latest"))),
    ("the latest one|slot|time?", said("choice", Choice(by="latest"))),
    ("the? later one|slot|time", said("choice", Choice(by="later"))),
    ("the later", said("choice", Choice(by="later"))),
    ("the? earliest one|slot|time?", said("choice", Choice(by="earliest"))),
    ("the? earlier one|slot|time", said("choice", Choice(by="earlier"))),
    ("the earlier", said("choice", Choice(by="earlier"))),
    ("the cheaper|cheapest one|option|treatment?", said("choice", Choice(by="cheaper"))),
    ("the shorter|shortest one|option?", said("choice", Choice(by="shorter"))),
    ("the longer|longest one|option?", said("choice", Choice(by="longer"))),
    ("the more expensive|premium one|option?", said("choice", Choice(by="dearer"))),
    ("any|either of them|those|these|the", said("choice", Choice(by="any"))),
    ("either|any one|one's|option|slot|time|works|is", said("choice", Choice(by="any"))),
    ("whichever|whatever", said("choice", Choice(by="any"))),
    (
        "whichever|whatever is|'s|comes? earliest|earlier|soonest|sooner|first",
        said("choice", Choice(by="earliest")),
    ),
    ("whichever|whatever is cheaper|cheapest|less", said("choice", Choice(by="cheaper"))),
    ("the? same as|time before|last|again|always|usual", said("choice", Choice(by="same"))),
    ("same again|please", said("choice", Choice(by="same"))),
    ("any day|time|date|moment", said("choice", Choice(by="any"))),
    ("anytime|whenever", said("choice", Choice(by="any"))),
    ("the sooner|earlier the better", said("choice", Choice(by="earliest"))),
    ("as soon|early as possible", said("choice", Choice(by="earliest"))),
    ("asap|soonest", said("choice", Choice(by="earliest"))),
    ("first|next|earliest available|possible|free", said("choice", Choice(by="earliest"))),
    ("the? same time|treatment|one|thing|therapist|technician|massage", said("choice", Choice(by="same"))),
    (
        "the? same guy|girl|lady|woman|man|person|number|email|phone|address",
        said("choice", Choice(by="same")),
    ),
    ("the|my usual", said("choice", Choice(by="same"))),
)

_ACHES = "back|neck|shoulder|shoulders|muscles|legs"
_IDLE = marked("idle")  # words that are names of treatments elsewhere
_LIMB = "finger|fingers|thumb|hand|hands|arm|leg|foot|toe|knee|lip|face|head|chin"
# everyday words -> the words that names of treatments have; commas part alternatives
TREATMENT_WORDS = table(
    "everyday names of treatments",
    "haircut / mani pedi / my back hurts",
    ("hair cut|cuts|trim", said("names", ("cut",))),
    ("haircut|haircuts|fade|buzzcut|trim", said("names", ("cut",))),
    ("beard trim|shaping|grooming|cut|cuts|cutting|shaped|trimmed|shortened", said("names", ("beard",))),
    ("trim my? beard", said("names", ("beard",))),
    ("cut|trim|shape|shorten|cutting|trimming my|his|the|our|a? beard", said("names", ("beard",))),
    ("beard needs|wants|could|should|to to|a|be? a|the|be? cut|cutting|trim", said("names", ("beard",))),
    ("hair =and|& =beard", said("names", ("cut",))),
    ("trim for|of|on my|his|the? beard", said("names", ("beard",))),
    ("shaved|shaving", said("names", ("shave",))),
    ("back|shoulder|neck|full|body rub|rubdown", said("names", ("massage",))),
    (
        f"{_ACHES} is|are|'s? hurts|hurt|hurting|sore|stiff|tight|killing|aches|aching",
        needed("massage"),
    ),
    ("back's|neck's|shoulder's .. hurting|sore|stiff|tight|killing|aching|bad", needed("massage")),
    (f"sore|stiff|tight|aching {_ACHES}", needed("massage")),
    (f"something|anything for my|his|her|a|the? sore|stiff|tight|aching? {_ACHES}", said("names", ("massage",))),
    (f"{_ACHES} pain|ache|tension|knots", needed("massage")),
    (f"for my {_ACHES}", said("names", ("massage",))),
    ("robot|robotic|machine|automatic|automated massage", said("names", ("bed",))),
    ("men's|mens|gents|gent's facial", said("names", ("gentleman", "facial"))),
    ("facial for men|gentlemen|guys|him", said("names", ("gentleman", "facial"))),
    ("rubdown|massages|massaged|masseuse|masseur", said("names", ("massage",))),
    ("rub down", said("names", ("massage",))),
    ("foot|feet massage|rub|reflexology", said("names", ("reflexology",))),
    ("feet|toes|toenails", said("names", ("pedicure",))),
    ("feet|foot is|are|'s? hurts|hurt|hurting|sore|tired|tight|killing|aches|aching", needed("reflexology")),
    ("sore|aching|tired|hurting|painful|swollen feet|foot", needed("reflexology")),
    ("feet|foot|toes .. =reflexology", _IDLE),
    ("=reflexology .. feet|foot|toes", _IDLE),
    ("mani|fingernails|hands", said("names", ("manicure",))),
    ("pedi", said("names", ("pedicure",))),
    ("nails|nail", said("names", ("nail", "mani"))),
    ("face|skin treatment|care|cleaning|cleansing", said("names", ("facial",))),
    ("facials|skincare", said("names", ("facial",))),
    ("relaxing|relax|unwind", said("names", ("relaxation",))),
    ("sport|athletic|athlete|athletes", said("names", ("sports",))),
    ("deep pressure|tissue", said("names", ("deep", "tissue"))),
    ("message|messages|messaging|messaged|passage", _IDLE),
    ("cut|cuts|cutting me|us|you|it|him|her|this|that? off|out|short|down|back", _IDLE),
    ("cut to the chase", _IDLE),
    (f"cut|cuts|bruised|broke|hurt|burned|injured my|his|her|the|a? left|right? {_LIMB}", _IDLE),
    ("cut myself|himself|herself", _IDLE),
    ("hands|hand down|over|on", _IDLE),
    ("in private", _IDLE),
    ("relax ,|!|.", _IDLE),
    ("get|got|going|go|went|off|stay|staying|in|out to|of|in? my? bed", _IDLE),
    ("couple|couples|couple's", said("names", ("couple",))),
    ("massage bed|table", said("names", ("bed",))),
    ("private suite|spa|room|area", said("names", ("private",))),
    ("red|led|blue light|lights therapy?", said("names", ("led",))),
    ("light therapy|treatment", said("names", ("led",))),
    ("phototherapy|leds", said("names", ("led",))),
    ("hot|heated|warm stones|rocks|stone", said("names", ("stone",))),
    ("stones|basalt", said("names", ("stone",))),
    ("essential|aroma|aromatic|scented|fragrant oil|oils|therapy", said("names", ("aromatherapy",))),
    ("aromatherapies|aromas|aroma", said("names", ("aromatherapy",))),
    ("oxygen facial|boost|mask|infusion|therapy|add?", said("names", ("oxygen",))),
    ("o2 treatment|boost?", said("names", ("oxygen",))),
)
GENERIC_WORDS = frozenset(
    {"hot", "classic", "ai", "light", "therapy", "treatment", "core", "coresync", "of", "the", "in"}
)
SEPARATORS = frozenset({"and", "plus", "then", "also", "&", "or", "followed", "with", "vs", "versus", "to"})
NAMES_END = words("""
    and please thanks thank my but for at on with is here the speaking calling i i'd i'm i'll we we'd can could would
    will want need like have from in to by so it's this that again too obviously still only with as
""")
REFUSAL_WORDS: frozenset[str] = frozenset()
REFUSAL_CONNECTORS = words("""
    to be by have get see a an the my me us session appointment booking visit and or either again ever book
    put schedule massage facial haircut treatment seen treated work working back going for it done is that guy girl lady
""")
CONTRASTS = words("but just only")
RELATIVES = words(
    _PERSON.replace("|", " ") + " kid child boss guest name cousin aunt uncle niece nephew grandma grandpa"
)
# the guest's people -> the first word of the line, which is the relation's key in any language
_RELATION_LINES = """
    wife wives
    husband husbands hubby
    partner
    spouse
    girlfriend gf
    boyfriend bf
    fiance fiancee fiancé fiancée
    mother mom mum mama mommy mummy moms mums
    father dad papa daddy dads
    parents parent folks
    son sons boy
    daughter daughters
    brother brothers
    sister sisters sis
    friend friends buddy pal bff mate
    colleague colleagues coworker coworkers
    cousin cousins
    aunt auntie
    uncle
    niece
    nephew
    grandmother grandma granny nana
    grandfather grandpa granddad
    child children kid kids
    boss
    guest guests
"""
RELATIONS = alike(_RELATION_LINES) | {
    line.split()[0]: line.split()[0] for line in _RELATION_LINES.split("\n") if line.strip()
}
THEIR_WORDS = words("her his their hers theirs")
BEFORE_UNKNOWN = words("is does can could would will want prefer get see have like let")
AFTER_UNKNOWN = words("do does to working work works there free available in around still cut give be")
TECHNICIAN_LEADS = table(
    "words before somebody who is asked for",
    "can I have Paolo for a facial / I'd like Paolo for a facial / give me Paolo on Friday",
    ("can|could|may i|we have|get|see|book|take|do", marked("lead")),
    ("would|'d|i'd|we'd like|love|prefer|rather to? have|see|get|book?", marked("lead")),
    ("want|need|prefer|choose to? have|see|get|book?", marked("lead")),
    ("give|book|get|send me|us", marked("lead")),
    ("ask|asked|asking|looking|hoping for", marked("lead")),
)
NAME_JOINERS = words("and")
THEIR_NAME_WORDS = words("name names is")
NAMING_WORDS = words("is called named whose name 's it's")
SELF_WORDS = words("me myself mine i i'd i'll i'm")
RELATION_WORDS = words("is , my our his her 's was")
AMBIGUOUS_NAMES = words("""
    may will mark grace rose art sunny june april august hope joy faith dawn eve bill frank jack pat sue rob chase drew
    gene grant miles penny ruby summer violet lily iris sky star melody amber
""")
NAME_LEADS = table(
    "words before a name",
    "my name is Peter Parker / book it under the name of Tom",
    ("my|the full|first? name is|'s", marked("lead")),
    ("my|the name's", marked("lead")),
    ("name is", marked("lead")),
    ("it's|its|booked|book|booking|put|reservation|is it? under the? name? of?", marked("lead")),
    ("under the? name of?", marked("lead")),
    ("in the name of", marked("lead")),
    ("call me", marked("lead")),
    ("call me back|later|again|when|if|on|at|about|tomorrow|today", marked("told")),
)
INTRODUCTIONS = table(
    "how people introduce themselves",
    "this is Peter Parker / hi, I'm Tom",
    ("this|it is", marked("lead")),
    ("i'm|it's", marked("lead")),
    ("i am", marked("lead")),
    ("under", marked("lead")),
)
SURE_LEADS = table(
    "words after which any word is a name",
    "my name is Grace / Mr. Stop",
    ("my|the name is", marked("lead")),
    ("my|the name's", marked("lead")),
    ("<begins> mr|mrs|ms|miss|dr .?", marked("lead")),
)
NAME_LEADS_WHEN_ASKED = (
    NAME_LEADS,
    table(
        "words before a name that was asked for",
        "name: it's Tom / name: this is Peter Parker",
        ("it's|its|it is?", marked("lead")),
        ("my|the name ?", marked("lead")),
        ("i'm", marked("lead")),
        (f"it's|its? for my {_PERSON}", marked("lead")),
        ("this is", marked("lead")),
        ("under", marked("lead")),
        (
            "sure|yes|ok|okay|fine|alright|right|great|cheers|thanks|thank|thx|ty|you|mine|is|of|course|hi|hello|well|oh|for|that's|name",
            marked("lead"),
        ),
    ),
)
NOT_NAMES = words("""
    gtg g2g brb ttyl talk later
    yes no yeah yep nope sure ok okay what why how when where who cancel stop help hello hi hey thanks thank
    please never nothing none not don't do can could would will is are the a an i you we it this that book
    booking massage appointment time today tomorrow just rather prefer give same whatever ignore disregard forget delete
    drop select insert update set show tell make let put go come send call pay use try skip keep wait check look see
    hold add
""")
NEVER_NAMES = words("""
    question questions
    i i'm i'd i'll i've it's its why what who none nobody as asap any now soon maybe whenever later also and but his her
    their my your our another plus only then
""")
SPOKEN_MARKS = {"dot": ".", "point": ".", "underscore": "_", "dash": "-", "hyphen": "-", "minus": "-", "plus": "+"}
SPOKEN_AT = "at"

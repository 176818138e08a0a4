"""Groups of English words that phrases name in brackets: `[good]`."""

from shared_lib.agent.language.grammar import words

SETS = {
    "book": """
        book schedule reserve arrange rebook
    """,
    # what people call a visit, and the place that they want for it
    "booking": """
        massage facial haircut shave manicure pedicure
        appointment appointments booking bookings reservation reservations session visit slot table room
        treatment appt meeting meetings arrangement arrangements
    """,
    # what is kept or called off as a whole
    "visit": """
        appointment appointments booking bookings reservation reservations session visit slot appt
    """,
    "not": """
        not don't doesn't didn't isn't aren't wasn't won't wouldn't can't cannot couldn't shouldn't ain't never
        haven't hasn't
    """,
    "get": """
        make get have need want set like fix find take wanted another new require secure plan complete go
    """,
    "good": """
        good great perfect fine nice lovely excellent wonderful awesome fantastic amazing brilliant cool
        okay ok alright ideal best
    """,
    "it": """
        it that this they those everything which all
    """,
    "people": """
        human person someone somebody agent manager representative rep operator reception receptionist staff
        desk
    """,
    "machine": """
        bot robot human ai computer machine person automated alive chatbot real people
    """,
    "languages": """
        spanish russian ukrainian hebrew french german english chinese italian japanese greek portuguese
        korean arabic hindi polish dutch mandarin yiddish swahili swedish turkish vietnamese cantonese latin
        norwegian danish finnish czech romanian hungarian urdu persian farsi tagalog
    """,
    "facts": """
        parking tipping showers sauna steam gratuity giftcard membership memberships towels robe robes locker
        lockers wheelchair unisex cosmetic dresscode
    """,
    "our": """
        address location phone number email website policy policies rating ratings reviews menu services
        treatments technicians therapists prices specials discounts parking directions products staff
        contact
    """,
    "services": """
        massage massages facial facials haircut shave manicure pedicure session sessions treatment
        treatments service services membership memberships appointment visit spa sauna trim package packages
        reflexology couples skincare one pool gym sauna steam jacuzzi hammam bath baths wax waxing scrub wrap peel
        breakfast lunch dinner drinks champagne parking valet wifi room rooms suite towels robe robes
    """,
    # the guest's people
    "kin": """
        wife husband partner girlfriend boyfriend friend fiance fiancee mom mother mum mama dad father papa son daughter
        brother sister buddy date spouse colleague cousin aunt uncle niece nephew grandma grandpa grandmother
        grandfather boss kid child guest she he
    """,
    "kins": """
        wife's husband's partner's girlfriend's boyfriend's friend's mom's mother's mum's dad's father's son's
        daughter's brother's sister's colleague's boss's guest's cousin's aunt's uncle's
    """,
    # words that names of treatments and add-ons have, and what people call them
    "treatment": """
        massage massages facial facials haircut cut trim shave manicure pedicure swedish deep sports reflexology
        relaxation couples couple's private aromatherapy hot led oxygen gentleman's gentlemans executive precision bed
        treatment
    """,
    # whom people look for and book like us; those of other trades are what the public sentences are about, and
    # without them 6 of 100 wishes to find or to change somebody are not heard
    "providers": """
        salon salons spa spas barbershop barber barbers stylist stylists hairdresser hairdressers hairstylist
        masseuse masseur therapist therapists practitioner specialist provider providers places
        doctor doctors dentist dentists psychologist psychologists psychiatrist counselor dermatologist
        gynecologist ophthalmologist
    """,
}
SETS["clinics"] = " ".join(sorted(words(SETS["providers"]) - words("spa spas places masseuse masseur")))
# words that are left out before phrases are looked for
FILLERS = words("""
    please just um uh uhm hmm er well oh so then also kindly really very actually maam sir hey
""")
# of these, words that tell in which order things shall happen, or that one is corrected
ORDER_WORDS = words("then also actually so oh hey well just")
JOINERS = words("and plus then also & but while . ; ! followed plus whereas")  # between two wishes
BECOMES = words("to for with into by")  # before what takes the place of another
ARTICLES = words("a an the my our your her his some one of x -")
# words of a question that tell nothing of what it is about, and the endings of those that do
SMALL_WORDS = words("""
    a about am an and any are at be can could do does for have how i if in is it me my of on or should tell that the
    there this to we what when will with would you your
""")
ENDINGS = ("ation", "ing", "s")
# words that may stand beside a bare hour and add nothing to it
BESIDE_HOUR = words("""
    ok okay k kk yes yeah yep ya yea sure no nope nah cool great perfect fine good nice best better lovely alright
    right thanks thank thx ty you pls plz book take reserve hold make it let's lets do go with for i'd i'll
    i we we'll like love want would will that's thats that is be at say says he she said maybe works work me us my
    instead now
""")
OTHER_WORDS = words("her him them")  # after `for`: somebody else

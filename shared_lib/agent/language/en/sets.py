"""Groups of English words that phrases name in brackets: `[good]`."""

from shared_lib.agent.language.grammar import words

SETS = {
    "book": """
        book schedule reserve arrange rebook
    """,
    "booking": """
        massage facial haircut shave manicure pedicure
        appointment appointments booking bookings reservation reservations session visit slot table room
        treatment appt meeting meetings arrangement arrangements inspection maintenance checkup repairs
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
        desk people
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
        reflexology couples skincare one
    """,
    "providers": """
        salon salons dentist dentists doctor doctors therapist therapists psychologist psychologists barber
        barbers provider providers dermatologist gynecologist ophthalmologist practitioner counselor
        psychiatrist stylist stylists hairdresser hairdressers physician spa spas barbershop specialist
        hairstylist hairstylists places masseuse masseur dentistry clinic parlor parlour gp
    """,
}
SETS["clinics"] = " ".join(set(SETS["providers"].split()) - {"spa", "spas", "places", "masseuse", "masseur"})
# words that are left out before phrases are looked for
FILLERS = words("""
    please just um uh uhm hmm er well oh so then also kindly really very actually maam sir hey
""")

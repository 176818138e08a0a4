"""The demo spa's words, for the command and wherever no price book is at hand."""

from .meaning import Term, Vocabulary

_TABS = {
    "Massages": (
        "Swedish Massage",
        "Deep Tissue Massage",
        "Sports Massage",
        "Reflexology",
        "Relaxation Massage",
        "AI Massage Bed",
        "Couple's Massage",
    ),
    "Facials": ("Gentleman's Facial", "Precision Facial"),
    "Barber": ("Executive Cut", "Beard Trim & Shape", "Classic Hot Towel Shave"),
    "Mani_Pedi": ("Manicure", "Pedicure"),
    "Private": ("CoreSync Private",),
}
DEMO = Vocabulary(
    treatments=tuple(Term(name, tab) for tab, names in _TABS.items() for name in names),
    technicians=("Anna", "Marco", "Lena", "David", "Sam", "Nina"),
    add_ons=tuple(Term(name) for name in ("LED Light Therapy", "Aromatherapy", "Hot Stone", "Oxygen Treatment")),
)

"""The owner's workbook as it is before the first edit."""

from infra.local.demo.facts import facts

TITLE = "CoreSync Pricing Tables"

Rows = list[list[object]]

_TREATMENTS = (
    "Service Name|Duration|Non-Member|Base 30%|Premium 40%|Room|Specialty|Turnaround|Party|Income account|Description"
)
_HEADINGS = {
    "tiers": ("Membership Tiers", "Tier|Monthly Price|Days ahead|Discount|Benefits"),
    "add_ons": ("Add-ons", "Name|Price|Minutes|For"),
    "hours": ("Hours", "Area|Day|Opens|Closes"),
    "policies": ("Policies", "Policy|Value"),
    "tax": ("Tax", "From|Class|Rate %"),
    "faq": ("FAQ", "Question|Answer"),
}


def workbook() -> dict[str, Rows]:
    """Return the rows of each tab, headings first; a fresh copy, to be edited at will."""
    tabs = {tab: _table(_TREATMENTS, rows) for tab, rows in facts()["treatments"].items()}
    for name, (tab, headings) in _HEADINGS.items():
        tabs[tab] = _table(headings, facts()[name])
    tabs["Status"] = []
    return tabs


def _table(headings: str, rows: Rows) -> Rows:
    return [list(headings.split("|")), *(list(row) for row in rows)]

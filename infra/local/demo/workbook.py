"""The owner's workbook as it is before the first edit."""

from infra.local.demo.facts import facts

TITLE = "CoreSync Pricing Tables"

Rows = list[list[object]]

_LANGUAGES = ("ES", "RU", "UK", "HE")
_TOLD = (
    *("Description", "Tags", "Includes"),
    *(f"{column} {lang}" for column in ("Description", "Includes") for lang in _LANGUAGES),
)
_TREATMENTS = "Service Name|Duration|Non-Member|Base 30%|Premium 40%|Room|Specialty|Turnaround|Party|Income account"


def _in_all(column: str) -> str:
    return "|".join(f"{column} {lang}" for lang in _LANGUAGES)


_HEADINGS = {
    "tiers": ("Membership Tiers", f"Tier|Monthly Price|Days ahead|Discount|Benefits|{_in_all('Benefits')}"),
    "add_ons": ("Add-ons", f"Name|Price|Minutes|For|Description|{_in_all('Description')}"),
    "hours": ("Hours", "Area|Day|Opens|Closes"),
    "policies": ("Policies", "Policy|Value"),
    "tax": ("Tax", "From|Class|Rate %"),
    "faq": ("FAQ", f"Question|Answer|Also asked as|{_in_all('Answer')}"),
}


def workbook() -> dict[str, Rows]:
    """Return the rows of each tab, headings first; a fresh copy, to be edited at will."""
    tabs = {tab: _treatments(rows) for tab, rows in facts()["treatments"].items()}
    for name, (tab, headings) in _HEADINGS.items():
        tabs[tab] = _table(headings, facts()[name])
    tabs["Status"] = []
    return tabs


def _treatments(rows: Rows) -> Rows:
    """Return treatments with what is told of them in the last columns."""
    told = facts()["told"]
    return _table(
        "|".join((_TREATMENTS, *_TOLD)), [[*row, *(told[row[0]][column] for column in _TOLD)] for row in rows]
    )


def _table(headings: str, rows: Rows) -> Rows:
    return [list(headings.split("|")), *(list(row) for row in rows)]

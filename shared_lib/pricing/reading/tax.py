"""The tab Tax: dated rates of sales tax by class."""

from shared_lib.pricing.price_book import TaxRate
from shared_lib.pricing.reading.cells import TAX_RATE, WORD
from shared_lib.pricing.reading.clock import DATE
from shared_lib.pricing.reading.table import Layout, Rows, quote, tabulate

TAB = "Tax"
LAYOUT = Layout({"From": ("since", "date"), "Class": ("tax class",), "Rate %": ("rate", "percent")})


def read_tax(rows: Rows | None, problems: list[str]) -> tuple[TaxRate, ...]:
    """Read the rates; one class has one rate from one date on."""
    rates: dict[tuple[object, str], TaxRate] = {}
    for row in tabulate(TAB, rows, LAYOUT, problems).rows:
        rate = TaxRate(row.needed("From", DATE), row.needed("Class", WORD), row.needed("Rate %", TAX_RATE))
        if (rate.since, rate.tax_class) in rates:
            row.note("Class", f"{quote(rate.tax_class)} has two rates from {rate.since} on")
        rates[rate.since, rate.tax_class] = rate
    return tuple(rates.values())

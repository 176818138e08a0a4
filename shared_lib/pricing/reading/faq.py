"""The tab FAQ."""

from shared_lib.pricing.price_book import Question
from shared_lib.pricing.reading.cells import TEXT
from shared_lib.pricing.reading.table import Layout, Rows, tabulate

TAB = "FAQ"
LAYOUT = Layout({"Question": (), "Answer": ()}, may_be_empty=True, may_hide=True)


def read_faq(rows: Rows | None, problems: list[str]) -> tuple[Question, ...]:
    """Read what guests ask and what the house answers."""
    rows_read = tabulate(TAB, rows, LAYOUT, problems).rows
    return tuple(Question(row.needed("Question", TEXT), row.needed("Answer", TEXT)) for row in rows_read)

"""The tab FAQ."""

from shared_lib.pricing.price_book import Question
from shared_lib.pricing.reading.cells import PHRASES, TEXT
from shared_lib.pricing.reading.table import Layout, Row, Rows, tabulate
from shared_lib.pricing.reading.translations import in_languages, translated

TAB = "FAQ"
LAYOUT = Layout(
    {"Question": (), "Answer": ()},
    {"Also asked as": ("other wordings",), **translated("Answer")},
    may_be_empty=True,
    may_hide=True,
)


def read_faq(rows: Rows | None, problems: list[str]) -> tuple[Question, ...]:
    """Read what guests ask and what the house answers."""
    rows_read = tabulate(TAB, rows, LAYOUT, problems).rows
    return tuple(map(_question, rows_read))


def _question(row: Row) -> Question:
    return Question(
        question=row.needed("Question", TEXT),
        answer=row.needed("Answer", TEXT),
        asked_as=PHRASES.parse(row.words("Also asked as")) or (),
        answers=in_languages(row, "Answer"),
    )

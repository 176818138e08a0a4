"""Our type in PDF: what runs right to left, what our fonts lack, and what breaks over lines."""

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase.pdfmetrics import stringWidth

from shared_lib.kernel.adapters.pdf_type import SANS, SEMIBOLD, on_paper, paragraph, text_width, written

STYLE = ParagraphStyle("value", fontName=SANS, fontSize=10, leading=14)
HEBREW = "אני מעדיפה לחץ עדין בכתפיים (אלרגיה לאגוזים), והפגישה ב-15:30 נוחה לי"


def set_in(text, width, style=STYLE):
    """The lines of a paragraph as we broke them, and its height once all are broken."""
    made = paragraph(text, style, width=width)
    lines = "".join("\n" if hasattr(run, "lineBreak") else run.text for run in made.frags).split("\n")
    return lines, made.wrap(width, 700)[1]


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("דניאל כהן", "ןהכ לאינד"),
        ("דניאל כהן (Dan)", "(Dan) ןהכ לאינד"),
        ("Dan (כהן)", "Dan (ןהכ)"),
        ("Dan כהן 15", "Dan 15 ןהכ"),
        ("ב-15:30 כהן", "ןהכ 15:30-ב"),
        ("שָׁלוֹם", "םולש"),
        ("Олександра Example", "Олександра Example"),
    ],
)
def test_a_line_stands_on_paper_as_it_is_read(name, shown):
    assert on_paper(name) == shown


def test_what_no_font_has_is_left_out_of_a_line_and_is_a_box_where_all_is_told():
    assert written("Anna \U0001f338\ufe0f 李\nExample") == "Anna Example"
    (line,), _ = set_in("<b> Ελένη & \U0001f338\ufe0f\x00 李", 400)
    assert line == "<b> Ελένη & \U0001f338 李"


def test_lines_that_run_right_to_left_break_from_their_right_end():
    lines, height = set_in(HEBREW, 150)
    assert height == len(lines) * STYLE.leading > STYLE.leading
    words = [word for line in lines for word in reversed(line.split())]
    assert words[0] == "ינא"
    assert words[-4:] == ["השיגפהו", "15:30-ב", "החונ", "יל"]
    assert len(words) == len(HEBREW.split())
    assert all(text_width(line, size=10) <= 150 for line in lines)


def test_a_guest_s_own_lines_stay_lines_and_long_ones_break():
    text = "Мягкое давление на плечи\n\nи без масел"
    lines, height = set_in(text, 90)
    assert (lines, height) == (text.split("\n"), 4 * STYLE.leading)
    assert set_in("", 90)[1] == 0


def test_a_heading_borrows_the_letters_it_lacks():
    width = text_width("Spa Анна", size=10, font=SEMIBOLD)
    assert width == pytest.approx(stringWidth("Spa ", SEMIBOLD, 10) + stringWidth("Анна", "noto-sans", 10))
    runs = paragraph("Spa Анна", ParagraphStyle("title", fontName=SEMIBOLD, fontSize=10), width=400).frags
    assert [(run.fontName, run.text) for run in runs] == [(SEMIBOLD, "Spa "), ("noto-sans", "Анна")]

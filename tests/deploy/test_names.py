"""Names: what was renamed to the field's word does not come back, and each word of ours in the glossary is in use."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCES = [path for top in ("shared_lib", "functions", "infra") for path in sorted((ROOT / top).rglob("*.py"))]

REMOVED = frozenset(
    """
    Wish Also Sought Found seek Floor Floors Diary Openings Stretch Seating Place Offer Limits Why Reason Effort
    set_aside bend Glance OneLook Once Overlooking seek_again seatings_again places_again wish_of wish_for hold_place
    receive_guest take_out_guest give_back move_booking Trouble troubles Announcer Asked Mover put_back_events
    compare_calendar CalendarDesk ChannelKeeper Till PostgresTill Unsettled retake amend tell told exchange_places
    Desk Line Memory Ports House MailFate OutsideTrouble NotGenuine Slip slip_of Paper PAPERS Told Word tell_session
    Joining WaitingLine PlaceOffered Shelf Courier Postman Parcel guardian lay_out clear_table hear_wish
    Bent Moved NotDone Suited Taken TakenOut CalendarTrouble PostgresFloors PostgresUnsettled announcer desk build_desk
    diary exchange floor floors glance till to trouble unsettled seated seatings shelf_of shelves start_guardian
    place_arrays room_place team_places technician_place put_backs giving_way why_not wish with_help
    hear_contact hear_email hear_name PlaceAsked TimesAsked read_place read_times wish_to_cancel wish_to_move wish_again
    hear_of_calendar make_way technician_wish HouseAddresses Lent settle_refunds wished_add_ons
    lives stands rests Offered Left Ended Completed fate FATES seat stretches
    Back Occasion Settled Swept Doubts Lending something_came_in Timed Timings late_after booking_at_once codes_of
    price_lines
    """.split()  # noqa: SIM905 -- words read better than a list of strings
)
"""Classes, functions and methods that have the field's name now."""
REMOVED_MODULES = frozenset(
    """
    shared_lib/domain shared_lib/usecases shared_lib/ports shared_lib/adapters shared_lib/edge floor floors diary
    openings offers remedies effort looks set_aside seat_again receive_guest take_out_guest give_back
    move_booking troubles announce find_times hold_place compare_calendar put_back_events keep_channels calendar_desk
    till unsettled exchange holding journal desk line memory hearing pressed courtesies house_facts tongue signs feasts
    door edge papers slip genuine letter shelf courier postman messenger guardian trouble
    domain usecases asked look wishes waitlist_wish booking_history calendar_journal calendar_reading price_book_reading
    together timings tell_session bootstrap_calendars snapshot_caches offered relax_rules open_minutes
    moving
    """.split()  # noqa: SIM905 -- words read better than a list of strings
)
"""Modules and folders that went with them."""


def defined() -> Iterator[tuple[str, str]]:
    """Yield each class, function and method with the file that defines it."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            is_grammar = "language" in path.parts  # where a match of the grammar is a Found
            if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) and not is_grammar:
                yield node.name.strip("_"), str(path.relative_to(ROOT))


def test_no_removed_name_comes_back():
    assert [(name, where) for name, where in defined() if name in REMOVED] == []


def test_no_removed_module_comes_back():
    folders = {str(path.parent.relative_to(ROOT)) for path in SOURCES}
    stems = {path.stem for path in SOURCES if "language" not in path.parts}
    assert (stems | folders) & REMOVED_MODULES == set()


def glossary() -> list[tuple[str, str]]:
    text = (ROOT / "shared_lib/GLOSSARY.md").read_text(encoding="utf-8")
    return re.findall(r"^\| (?!word)([A-Za-z][\w -]*) \|.*\| `([\w/.]+)` \|$", text, re.MULTILINE)


def test_each_word_of_the_glossary_is_where_it_says():
    words = glossary()
    assert len(words) > 20
    missing = [(word, where) for word, where in words if not _is_in(word, where)]
    assert missing == []


def _is_in(word: str, where: str) -> bool:
    place = ROOT / (where if where.startswith("infra/") else f"shared_lib/{where}")
    files = [place] if place.is_file() else list(place.rglob("*.py")) if place.is_dir() else []
    text = " ".join(file.read_text(encoding="utf-8").lower() for file in files)
    return (
        bool(re.search(rf"\b{re.escape(word.lower())}", text.replace("_", " ").replace("-", " ")))
        or word.lower() in text
    )

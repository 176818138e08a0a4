"""English phrases for stretches of hours and open ends, and for what bounds a visit from the other side."""

from shared_lib.agent.language import calendar, counted, timed
from shared_lib.agent.language.calendar import Days
from shared_lib.agent.language.clock import Clock, clock_of
from shared_lib.agent.language.grammar import Readings, Table

from .times import MOVING

_HOUR = "<clock>|<hour>"
_MOVED = f"={MOVING}"
_FAMILY = "kids|kid|son|daughter|children|child|baby|husband|wife"
_SCHOOL = "school|class|kindergarten|daycare|work|practice"
_TO = "to|until|through|-|and"


def _window_on_day(start: Clock, days: Days, end: Clock | int) -> Readings | None:
    """From 3 on Friday to 5."""
    window = timed.window(start, end)
    return {"day": days, **window} if window else None


def _until_from_now(until: Clock | int) -> Readings | None:
    """Between now and 5."""
    clock = until if isinstance(until, Clock) else clock_of(until)
    return {"day": calendar.ahead(0), **timed.bound_before(clock)} if clock else None


WINDOWS: Table = (
    (f"in? from|between {_HOUR} {_TO} {_HOUR}", timed.window),
    (f"from|between now to|until|and {_HOUR}", _until_from_now),
    (f"<clock> to|until|through|- {_HOUR}", timed.window),
    (f"from|between <clock> on? <day> {_TO} {_HOUR}", _window_on_day),
    ("<hour> to|until|through|- <clock>", timed.window),
    ("from? <clock> for <length>", timed.window_for),
    (f"{_MOVED} .. from {_HOUR} {_TO} {_HOUR}", timed.last_clock),
    (f"{_MOVED} my|our|the|this? <clock> appointment|booking|slot|one|massage? to {_HOUR}", timed.last_clock),
    ("after|past|from|since <clock>", timed.bound_after),
    ("later than <clock>", timed.bound_after),
    ("no|not|never earlier|sooner|before|until than? <clock>", timed.bound_after),
    ("<clock> or|and later|after|onwards|onward|on", timed.bound_after),
    ("<clock> at the earliest", timed.bound_after),
    ("at the earliest at? <clock>", timed.bound_after),
    ("<clock> onwards|onward", timed.bound_after),
    ("before|until|through|by <clock>", timed.bound_before),
    ("=stop|drop|swing|pop|pass|stopping|passing|dropping by <clock>", counted.kept("clock")),
    ("starting|beginning at|from|around? <clock>", timed.bound_after),
    ("earliest at|is|:? <clock>", timed.bound_after),
    ("latest at|is|:? <clock>", timed.bound_before),
    ("<clock> earliest", timed.bound_after),
    ("<clock> latest|tops", timed.bound_before),
    ("<habit> ,|at|like|say|maybe? <clock>", lambda _, clock: {"clock": clock}),
    ("earlier than <clock>", timed.bound_before),
    ("no|not|never later|after than? <clock>", timed.bound_before),
    ("<clock> or|and earlier|before|sooner", timed.bound_before),
    ("at the latest at|by? <clock>", timed.bound_before),
    ("up to <clock>", timed.bound_before),
    ("=<clock> =or <hour>", timed.at),
    ("=latest =i|we|you .. =is|be at? <clock>", timed.bound_before),
    ("=earliest =i|we|you .. =is|be at? <clock>", timed.bound_after),
    ("<clock> at the latest", timed.bound_before),
)

_CANNOT = "=can't|cannot|couldn't|won't|not"
# what somebody cannot, or does till then, bounds a visit from the other side
LIMITS: Table = (
    (f"{_CANNOT} =come|make|do|be|start|arrive? =it|there|in|free|available|anything? <bound>", timed.flipped),
    ("=busy|tied|meetings|unavailable|occupied|away =up|in|at? =work? <bound>", timed.flipped),
    ("=have|got|in|my =a|another? =meeting|class|call|shift =at? <bound>", timed.flipped),
    ("=i|we =work|am|are =working? <bound>", timed.flipped),
    ("=i|we =work|working =on? =<day> <bound>", timed.flipped),
    ("=i'm|we're =working|busy|tied|away|out =up? =on? =<day> <bound>", timed.flipped),
    ("=i'm|we're =working|at =work? <bound>", timed.flipped),
    (
        "=i|we =only|usually|normally|don't? =get|finish|leave =off|out|work? =work|school? at|around <clock>",
        timed.limit_after,
    ),
    ("=don't =get|finish|leave =off|out|done? =of|from? =work|school? <bound>", timed.flipped),
    ("=i'm|we're =off|done|out =work? at|from|around <clock>", timed.limit_after),
    ("=work|shift|school|class =ends|finishes|is =over|done? at|around <clock>", timed.limit_after),
    ("=start|begin =work|working|my? =shift? at|around <clock>", timed.bound_before),
    ("=work|shift|school|class =starts|begins at|around <clock>", timed.bound_before),
    (f"={_FAMILY} =has|have|is|are|in|at? =in|at? ={_SCHOOL} <bound>", timed.flipped),
    ("=have|need|must|got =to? =leave|be =out|home|gone|done|finished? at <clock>", timed.bound_before),
)

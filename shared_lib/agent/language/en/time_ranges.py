"""English phrases for stretches of hours and open ends, and for what bounds a visit from the other side."""

from shared_lib.agent.language import calendar, time_builders
from shared_lib.agent.language.calendar import Days
from shared_lib.agent.language.clock import Clock, clock_of
from shared_lib.agent.language.grammar import Readings, kept, table

from .times import MOVING

_HOUR = "<clock>|<hour>"
_MOVED = f"={MOVING}"
_FAMILY = "kids|kid|son|daughter|children|child|baby|husband|wife"
_SCHOOL = "school|class|kindergarten|daycare|work|practice"
_TO = "to|until|through|-|and"


def _window_on_day(start: Clock, days: Days, end: Clock | int) -> Readings | None:
    """From 3 on Friday to 5."""
    window = time_builders.window(start, end)
    return {"day": days, **window} if window else None


def _until_from_now(until: Clock | int) -> Readings | None:
    """Between now and 5."""
    clock = until if isinstance(until, Clock) else clock_of(until)
    return {"day": calendar.ahead(0), **time_builders.bound_before(clock)} if clock else None


WINDOWS = table(
    "time ranges and open ends",
    "after 5 / 7 onwards / before noon",
    (f"in? from|between {_HOUR} {_TO} {_HOUR}", time_builders.window),
    (f"from|between now to|until|and {_HOUR}", _until_from_now),
    (f"<clock> to|until|through|- {_HOUR}", time_builders.window),
    (f"from|between <clock> on? <day> {_TO} {_HOUR}", _window_on_day),
    ("<hour> to|until|through|- <clock>", time_builders.window),
    ("from? <clock> for <length>", time_builders.window_for),
    (f"{_MOVED} .. from {_HOUR} {_TO} {_HOUR}", time_builders.last_clock),
    (f"{_MOVED} my|our|the|this? <clock> appointment|booking|slot|one|massage? to {_HOUR}", time_builders.last_clock),
    ("after|past|from|since <clock>", time_builders.bound_after),
    ("later than <clock>", time_builders.bound_after),
    ("no|not|never earlier|sooner|before|until than? <clock>", time_builders.bound_after),
    ("<clock> or|and later|after|onwards|onward|on", time_builders.bound_after),
    ("<clock> at the earliest", time_builders.bound_after),
    ("at the earliest at? <clock>", time_builders.bound_after),
    ("<clock> onwards|onward", time_builders.bound_after),
    ("before|until|through|by <clock>", time_builders.bound_before),
    ("=stop|drop|swing|pop|pass|stopping|passing|dropping by <clock>", kept("clock")),
    ("starting|beginning at|from|around? <clock>", time_builders.bound_after),
    ("earliest at|is|:? <clock>", time_builders.bound_after),
    ("latest at|is|:? <clock>", time_builders.bound_before),
    ("<clock> earliest", time_builders.bound_after),
    ("<clock> latest|tops", time_builders.bound_before),
    ("<habit> ,|at|like|say|maybe? <clock>", lambda _, clock: {"clock": clock}),
    ("earlier than <clock>", time_builders.bound_before),
    ("no|not|never later|after than? <clock>", time_builders.bound_before),
    ("<clock> or|and earlier|before|sooner", time_builders.bound_before),
    ("at the latest at|by? <clock>", time_builders.bound_before),
    ("up to <clock>", time_builders.bound_before),
    ("=<clock> =or <hour>", time_builders.at),
    ("=latest =i|we|you .. =is|be at? <clock>", time_builders.bound_before),
    ("=earliest =i|we|you .. =is|be at? <clock>", time_builders.bound_after),
    ("<clock> at the latest", time_builders.bound_before),
)

_CANNOT = "=can't|cannot|couldn't|won't|not"
# what somebody cannot, or does till then, bounds a visit from the other side
BUSY_TIMES = table(
    "hours at which somebody is busy",
    "I finish at 5:30 / I'm busy until 3 / not free until 4",
    (f"{_CANNOT} =come|make|do|be|start|arrive? =it|there|in|free|available|anything? <bound>", time_builders.flipped),
    ("=busy|tied|meetings|unavailable|occupied|away =up|in|at? =work? <bound>", time_builders.flipped),
    ("=have|got|in|my =a|another? =meeting|class|call|shift =at? <bound>", time_builders.flipped),
    ("=i|we =work|am|are =working? <bound>", time_builders.flipped),
    ("=i|we =work|working =on? =<day> <bound>", time_builders.flipped),
    ("=i'm|we're =working|busy|tied|away|out =up? =on? =<day> <bound>", time_builders.flipped),
    ("=i'm|we're =working|at =work? <bound>", time_builders.flipped),
    (
        "=i|we =only|usually|normally|don't? =get|finish|leave =off|out|work? =work|school? at|around <clock>",
        time_builders.limit_after,
    ),
    ("=don't =get|finish|leave =off|out|done? =of|from? =work|school? <bound>", time_builders.flipped),
    ("=i'm|we're =off|done|out =work? at|from|around <clock>", time_builders.limit_after),
    ("=work|shift|school|class =ends|finishes|is =over|done? at|around <clock>", time_builders.limit_after),
    ("=start|begin =work|working|my? =shift? at|around <clock>", time_builders.bound_before),
    ("=work|shift|school|class =starts|begins at|around <clock>", time_builders.bound_before),
    (f"={_FAMILY} =has|have|is|are|in|at? =in|at? ={_SCHOOL} <bound>", time_builders.flipped),
    ("=have|need|must|got =to? =leave|be =out|home|gone|done|finished? at <clock>", time_builders.bound_before),
)

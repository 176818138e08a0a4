"""Fifty guests at once: the floor, holds and the chat in one table, each hold beside the floor of the same run."""

from collections.abc import Callable, Iterator

from tests.load import measures, phone
from tests.load.busy_spa import BusySystem
from tests.load.figures import Figure, quantiles, rate, share
from tests.load.floor import floor
from tests.load.followers import held_back, wait_for_mails

CROWD = 50
AT_ONE_TIME = 5
"""So many callers want the same time; seven rooms are free."""
Measure = Callable[[], phone.Done]


def crowd(system: BusySystem, times: Callable[[int], int]) -> Iterator[Figure]:
    """Yield what fifty at once are answered, and how fast."""
    _wake(system)
    chat = measures.load(system, "turn", clients=CROWD, calls=times(800))
    yield quantiles("chat turn", chat["milliseconds"], "p95 < 400 ms")
    yield rate(chat)
    below = floor(system, clients=CROWD, calls=times(400))
    yield quantiles("the floor: the same rows by a bare function", below["milliseconds"])
    yield rate(below)
    aim = "p95 < 250 ms, half of the floor"
    for name, aimed, measured in (
        ("hold by phone", aim, lambda: _alone(system, times(400))),
        ("hold by phone, with what follows on the same cores", "", lambda: _followed(system, times(400))),
        (f"hold by phone, {AT_ONE_TIME} want the same time", "", lambda: _contested(system, times(400))),
    ):
        measures.free_places(system)
        done = measured()
        yield quantiles(name, done["milliseconds"], aimed)
        yield share(rate(done), done, below)


def _wake(system: BusySystem) -> None:
    """Let each process of the functions start, and do once what is measured."""
    measures.load(system, "turn", clients=CROWD, calls=8 * CROWD)
    phone.holds(system, clients=CROWD, calls=4 * CROWD)
    wait_for_mails(system)
    measures.free_places(system)


def _alone(system: BusySystem, calls: int) -> phone.Done:
    """Hold while nothing that follows takes the cores, as nothing follows from the floor either."""
    with held_back(system):
        return phone.holds(system, clients=CROWD, calls=calls)


def _followed(system: BusySystem, calls: int) -> phone.Done:
    done = phone.holds(system, clients=CROWD, calls=calls)
    wait_for_mails(system)
    return done


def _contested(system: BusySystem, calls: int) -> phone.Done:
    with held_back(system):
        return phone.holds(system, clients=CROWD, calls=calls, at_one_time=AT_ONE_TIME)

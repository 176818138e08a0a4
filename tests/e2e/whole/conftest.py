"""One whole system for all proofs; at the end of each its books are audited."""

from collections.abc import Callable, Iterator

import pytest

from infra.local.home import Home
from tests.e2e.whole.audit import audit
from tests.e2e.whole.guest import Guest
from tests.e2e.whole.system import WEDNESDAY, WholeSystem


@pytest.fixture(scope="package")
def system(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WholeSystem]:
    """The whole local system on ports of its own, on a Wednesday morning, with limits that let fifty guests in."""
    with WholeSystem(Home(tmp_path_factory.mktemp("whole"))) as system:
        system.move_clock(at=WEDNESDAY)
        yield system
        system.database.close()


@pytest.fixture
def guest(system: WholeSystem) -> Guest:
    """Somebody who has not said a word yet."""
    return Guest(system)


@pytest.fixture
def agrees(system: WholeSystem, eventually: Callable[..., object]) -> Callable[..., None]:
    """Wait until the books agree; fail with what does not."""

    def agrees(within: float = 150) -> None:
        troubles: list[str] = []

        def books_agree() -> bool:
            system.run_job("job_relay_outbox")  # what Scheduler does each minute
            troubles[:] = audit(system)
            return not troubles

        try:
            eventually(books_agree, within=within)
        except pytest.fail.Exception:
            pytest.fail("\n".join(troubles))

    return agrees

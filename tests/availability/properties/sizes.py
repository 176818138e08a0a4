"""How hard the proofs look: a seeded slice in every `make test`, or with PROOF=full, as `make prove` has it, all.

The slice is the same in each run; the whole has many times the examples and rounds, and other examples in each run.
"""

import os

from hypothesis import HealthCheck, Phase, settings

_TIMES = {"few": 0.1, "full": 50.0}
EFFORT = os.environ.get("PROOF", "")


def rounds(count: int, *, whole: int) -> int:
    """Return how often a race is run: `count` times, or `whole` times with PROOF=full."""
    return {"few": 1, "full": whole}.get(EFFORT, count)


def examples(count: int, **more: object) -> settings:
    """Return settings that try about `count` examples, as many times more as the effort asks for."""
    full = EFFORT == "full"
    return settings(
        max_examples=max(5, round(count * _TIMES.get(EFFORT, 1.0))),
        derandomize=not full,
        database=None,
        deadline=None,
        print_blob=full,
        suppress_health_check=list(HealthCheck),
        phases=[phase for phase in Phase if phase is not Phase.explain],
        **more,  # type: ignore[arg-type]
    )

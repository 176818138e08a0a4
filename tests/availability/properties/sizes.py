"""How hard the proofs look: the same few examples every time, or with PROOF=full many, and others in each run."""

import os

from hypothesis import HealthCheck, Phase, settings

_TIMES = {"few": 0.1, "full": 50.0}
EFFORT = os.environ.get("PROOF", "")


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

"""How long Google waits between two attempts."""


def pause(failures: int, *, shortest: float, longest: float, doublings: int) -> float:
    """Return the seconds to wait after so many failures: doubled so many times, then growing by the last step."""
    doubled = min(failures - 1, doublings)
    steps = max(1, failures - doublings)
    return min(shortest * float(2**doubled) * steps, longest)

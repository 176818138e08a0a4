"""The house's sentences for the ear."""

from shared_lib.agent import replies

SPOKEN = "en-phone"
"""English as it is spoken: its sentences stand in a file of their own, beside those for the eye."""


def say(key: str, variant: str = "", /, **facts: object) -> str:
    """Return a sentence with its facts; its variant where there is one: `bad_email` for `bad` and `email`."""
    named = f"{key}_{variant}"
    return replies.say(named if replies.knows(named, lang=SPOKEN) else key, lang=SPOKEN, **facts).replace("&", "and")

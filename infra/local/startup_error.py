"""What stops the local machine from starting, said to the person in front of it."""


class StartupError(Exception):
    """One sentence that says what is wrong and what to do; shown without a stack trace."""

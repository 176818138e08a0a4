"""Print the table of the dialogue: `python -m shared_lib.agent.dialogue`."""

from shared_lib.agent.dialogue.transitions import table

if __name__ == "__main__":
    print(table())  # noqa: T201 -- a command

"""`make pins`: write the pins of what our packages need below our own pins in requirements.txt."""

import re
import subprocess
import sys
from pathlib import Path

REQUIREMENTS = Path(__file__).resolve().parent.parent / "requirements.txt"
MARK = "# What these need, written by `make pins`.\n"


def main() -> None:
    """Resolve our own pins for the oldest Python that we support, and keep what is not ours."""
    ours = REQUIREMENTS.read_text().split(MARK)[0] + MARK
    named = {_name(line) for line in ours.splitlines() if line and not line.startswith("#")}
    resolve = ["uv", "pip", "compile", "--quiet", "--no-header", "--no-annotate", "--python-version=3.11", "-"]
    resolved = subprocess.run(
        [sys.executable, "-m", *resolve], input=ours, capture_output=True, text=True, check=True
    ).stdout
    needed = [line for line in resolved.splitlines() if _name(line) not in named]
    REQUIREMENTS.write_text(ours + "\n".join(needed) + "\n")


def _name(line: str) -> str:
    return re.split(r"[=\[ ]", line.strip())[0].lower()


if __name__ == "__main__":
    main()

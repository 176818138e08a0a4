"""Prints how well guests are understood: on our own sentences, and on public ones where these are at hand."""

import argparse
import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from time import process_time
from typing import Any

from shared_lib.agent.language.__main__ import answer
from tests.score import fuzz, own, public, start, unused

PUBLIC = Path(__file__).parents[3] / "shared" / "data" / "language"
FUZZ = 5_000  # strings; 50,000 are the full measure
Fails = dict[str, list[str]]  # by kind


def main() -> None:
    """Print the figures, and with --fails what fails, by kind."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=PUBLIC, help="the folder of public sentences")
    parser.add_argument("--fails", action="store_true", help="list what fails, by kind")
    parser.add_argument(
        "--fuzz", type=int, metavar="N", nargs="?", const=FUZZ, help=f"answer N strings of all sorts instead ({FUZZ})"
    )
    parser.add_argument(
        "--unused",
        type=int,
        metavar="N",
        nargs="?",
        const=0,
        help="list instead the rules that take part in at most N sentences (0), ours and public",
    )
    chosen, fails = parser.parse_args(), defaultdict[str, list[str]](list)
    if chosen.unused is not None:
        say_unused(chosen.data, chosen.unused)
        return
    if chosen.fuzz:
        worst = fuzz.slowest(chosen.fuzz)
        say(f"{chosen.fuzz} strings; the slowest took {worst.took:.1f} of {fuzz.MOST} ms: {worst.text[:80]!r}")
        sys.exit(worst.took > fuzz.MOST)
    say(start_figures())
    for line in all_figures(chosen.data, fails):
        say(line)
    for kind, texts in sorted(fails.items()) if chosen.fails else ():
        say(f"\n{kind} ({len(texts)})", *(f"  {text}" for text in texts))


def say_unused(public_folder: Path, most: int) -> None:
    """List the rules that take part in so few sentences. What two languages share, one of them may not use."""
    rows = list(unused.counts(public_folder))
    say(*(str(row) for row in rows if row.ours + row.others <= most))
    for lang in own.languages():
        ours = [row for row in rows if row.lang == lang]
        none, public_alone = (sum(not row.ours and bool(row.others) == said for row in ours) for said in (False, True))
        say(f"rules   {lang:12} {len(ours)}, of which {none} in no sentence, {public_alone} in public ones alone")


def say(*lines: str) -> None:
    """Print lines as soon as they are known."""
    sys.stdout.writelines(f"{line}\n" for line in lines)
    sys.stdout.flush()


def start_figures() -> str:
    """Measure a new process until its first answer."""
    quickest = start.best()
    times = f"import {quickest.imported:.0f} ms, first answer {quickest.answered:.0f} ms"
    return f"start   {times}, {quickest.megabytes:.0f} MB with Python itself"


def all_figures(public_folder: Path, fails: Fails) -> Iterator[str]:
    """Score what is at hand, a line for each source."""
    yield from (own_figures(lang, fails) for lang in own.languages())
    if public_folder.is_dir():
        yield from date_figures(public_folder, fails)
        yield from intent_figures(public_folder, fails)
    else:
        yield f"no public sentences in {public_folder}"


def own_figures(lang: str, fails: Fails) -> str:
    """Score the project's sentences of one language."""
    rows = own.sentences(lang)
    wrong = [row for row in rows if row.got != row.means]
    for row in wrong:
        fails[f"own {lang}, {row.kind}"].append(f"{row.say}  wanted {row.means}, got {row.got}")
    return f"own     {lang:12} {percent([row not in wrong for row in rows])}, {len({row.kind for row in rows})} kinds"


def date_figures(folder: Path, fails: Fails) -> Iterator[str]:
    """Score days and times, source by source."""
    source_and_lang = attrgetter("source", "lang")
    for (source, lang), group in groupby(sorted(public.dated(folder), key=source_and_lang), source_and_lang):
        rows = list(group)
        answers, each = ask([{"text": row.text, "now": row.now, "lang": lang} for row in rows])
        marks = [row.marks(said["when"] or {}) for row, said in zip(rows, answers, strict=True)]
        for row, mark, said in zip(rows, marks, answers, strict=True):
            if mark.wrong:
                fails[f"dates {source} {lang}, {mark.wrong}"].append(f"{row.text}  got {said['when']}")
        columns = zip(("day", "time", "both", "range"), zip(*marks, strict=True), strict=True)
        yield f"dates   {source + ' ' + lang:12} {figures(columns)}, {each}"


def intent_figures(folder: Path, fails: Fails) -> Iterator[str]:
    """Score intents, source by source."""
    rows = sorted(public.intended(folder), key=attrgetter("source"))
    for source, group in groupby(rows, attrgetter("source")):
        part = list(group)
        answers, each = ask([{"text": row.text, "now": public.NOW, "system": row.system} for row in part])
        heard = [frozenset(said["intents"]) or public.OUT_OF_SCOPE for said in answers]
        pairs = list(zip(part, heard, strict=True))
        for row, said in pairs:
            if said != row.labels:
                fails[f"intents {source}, {spelt(row.labels)} heard as {spelt(said)}"].append(row.text)
        ours = [said == row.labels for row, said in pairs if row.labels != public.OUT_OF_SCOPE]
        foreign = [said == row.labels for row, said in pairs if row.labels == public.OUT_OF_SCOPE]
        columns = {"exact": [said == row.labels for row, said in pairs], "ours": ours, "out of scope": foreign}
        yield f"intents {source:12} {figures(columns.items())}, {each}"


def ask(questions: Sequence[dict[str, Any]]) -> tuple[list[dict[str, Any]], str]:
    """Answer as the command does; say how long half of the sentences and all but 5 % took."""
    answers, took = [], []
    for question in questions:
        line, begin = json.dumps(question), process_time()
        answers.append(answer(line))
        took.append(1000 * (process_time() - begin))
    took.sort()
    return answers, f"p50 {took[len(took) // 2]:.1f} ms, p95 {took[int(len(took) * 0.95)]:.1f} ms"


def figures(columns: Iterable[tuple[str, Sequence[bool | None]]]) -> str:
    """Return named shares, one beside the other."""
    return "  ".join(f"{name} {percent(found)}" for name, found in columns)


def percent(found: Sequence[bool | None]) -> str:
    """Return the share of what is right among what was asked."""
    asked = [one for one in found if one is not None]
    return f"{100 * sum(asked) / len(asked):5.1f} % of {len(asked)}" if asked else "    -"


def spelt(labels: Iterable[str]) -> str:
    """Return labels as one word."""
    return "+".join(sorted(labels))


if __name__ == "__main__":
    main()

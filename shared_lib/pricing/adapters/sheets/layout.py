"""What Google tells of a tab beside its values, in our words."""

from collections.abc import Iterator, Mapping
from typing import Any

from shared_lib.pricing.reading.sheet import Merge, Sheet

TabJson = Mapping[str, Any]


def sheet_of(tab: TabJson, rows: list[list[object]]) -> Sheet:
    """Return a tab with its values, of which the first is that of A1; an index that is missing is unbounded."""
    return Sheet(
        rows,
        hidden=frozenset(_hidden(tab.get("data") or ())),
        is_hidden=bool(tab["properties"].get("hidden")),
        merges=[_merge(merge, rows) for merge in tab.get("merges") or ()],
    )


def _hidden(pieces: Iterator[TabJson] | tuple[()]) -> Iterator[int]:
    for piece in pieces:
        for number, row in enumerate(piece.get("rowMetadata") or (), piece.get("startRow", 0)):
            if row.get("hiddenByUser"):
                yield number


def _merge(tab: TabJson, rows: list[list[object]]) -> Merge:
    return Merge(
        top=tab.get("startRowIndex", 0),
        left=tab.get("startColumnIndex", 0),
        bottom=tab.get("endRowIndex", len(rows)),
        right=tab.get("endColumnIndex", max(map(len, rows), default=0)),
    )

"""Delimited text (CSV, TSV, what Excel, Numbers and WPS save) as a grid whose cells know where they stand.

Which sign parts the columns is proved by the head row: it is the sign with which most heads are words that shot lists
use. Rows count as the spreadsheet counts them, so that a complaint can be followed there.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.errors import BadScript
from engine.script.columns import Head, head_of

_SIGNS = (",", "\t", ";", "|", "，", "；")
_HEAD_WITHIN = 12  # rows; above the heads stand a title, a date, a logo's empty cells
_MEND = "Correct the cell and try again."


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `row` is 1-based, `letter` the spreadsheet's name of its column, `head` what stands above it."""

    text: str
    row: int
    letter: str
    head: str

    def refused(self, why: str, action: str = _MEND) -> BadScript:
        """The complaint about this cell: where it is and `why`, which ends the sentence."""
        shown = self.text if len(self.text) <= 40 else f"{self.text[:39]}…"
        where = f"Row {self.row}, column {self.head} ({self.letter})"
        return BadScript(f"{where}: “{' '.join(shown.split())}” {why}.", action, line=self.row)


@dataclass(frozen=True, slots=True)
class Sheet:
    """A shot list as it was typed: heads, rows below them (no empty ones), and what stands above them."""

    heads: tuple[Head, ...]
    rows: tuple[tuple[Cell, ...], ...]
    above: tuple[str, ...] = ()

    def column(self, index: int) -> list[str]:
        """The texts of one column that say anything; a row of one cell is no row of columns."""
        rows = (row for row in self.rows if index < len(row) and sum(bool(cell.text) for cell in row) > 1)
        return [row[index].text for row in rows if row[index].text]


def read_sheet(text: str) -> Sheet | None:
    """The sheet in this text, None where no sign makes a head row out of one of its first rows. Raises BadScript when
    the rows below do not hold together."""
    told, skipped = _without_sep(text)
    best: tuple[int, int, str] | None = None
    for sign in _SIGNS:
        for at, row in enumerate(_first_rows(told, sign)):
            known = sum(head.column != "other" for head in map(head_of, row))
            if known >= 2 and (best is None or known > best[0]):
                best = (known, at, sign)
    return None if best is None else _sheet(told, best[2], best[1], skipped)


def _without_sep(text: str) -> tuple[str, int]:
    """Excel's own "sep=;" above the first row is no row."""
    first, _, rest = text.partition("\n")
    return (rest, 1) if first.strip().casefold().startswith("sep=") else (text, 0)


def _first_rows(text: str, sign: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        for row in csv.reader(text.split("\n")[: 4 * _HEAD_WITHIN], delimiter=sign):
            rows.append(row)
            if len(rows) == _HEAD_WITHIN:
                break
    except csv.Error:
        pass
    return rows


def _sheet(text: str, sign: str, at: int, skipped: int) -> Sheet:
    records = list(_records(text, sign))
    heads = tuple(head_of(cell) for cell in records[at])
    above = [cell.strip() for row in records[:at] for cell in row if cell.strip()]
    rows = [_row(record, heads, number) for number, record in enumerate(records[at + 1 :], at + 2) if any(record)]
    del skipped  # the spreadsheet does not show that line
    return Sheet(heads, tuple(rows), tuple(above))


def _records(text: str, sign: str) -> Iterator[list[str]]:
    """The rows; BadScript where quotation marks are never closed or stand in the middle."""
    reader = csv.reader(text.splitlines(keepends=True), delimiter=sign, strict=True)
    row = 0
    while True:
        row += 1
        try:
            record = next(reader)
        except StopIteration:
            return
        except csv.Error as bad:
            raise BadScript(
                f"Row {row}: a quotation mark here is never closed, or stands inside a cell that has none around it.",
                'Put the whole cell in quotation marks and double those inside it: "He says ""no""."',
                line=reader.line_num,
            ) from bad
        yield [cell.strip() for cell in record]


def _row(record: Sequence[str], heads: Sequence[Head], number: int) -> tuple[Cell, ...]:
    for at, text in enumerate(record[len(heads) :], len(heads)):
        if text:
            raise Cell(text, number, letter_of(at), "without a name").refused(
                "stands beside the last column", "Put cells that hold the separator in quotation marks."
            )
    return tuple(
        Cell(text, number, letter_of(at), head.written)
        for at, (text, head) in enumerate(zip(record, heads, strict=False))
    )


def letter_of(index: int) -> str:
    """A column's name in a spreadsheet: A, B, ..., Z, AA."""
    letters = ""
    left = index + 1
    while left:
        left, letter = divmod(left - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters

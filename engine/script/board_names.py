"""Which picture of a drawn board belongs to which shot: told by the names of the files, or by a table.

Artists name panels after the shot: `1A.png`, `1A-2.png`, `shot 1a b.jpg`, `镜头1-2.png`. A matte goes by its panel's name: `1A.matte.png`.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.errors import BadInput

PANEL_SECONDS = 2.5
"""A shot that is known by its panels alone lasts so long for each of them."""

_MATTE = re.compile(r"[ ._-]+(?:matte|mask|蒙版|遮罩)$", re.I)
_BEFORE = r"(?:(?:shot|panel|scene|sc|sh|镜头|镜|分镜|画格)[ ._-]*)?"
_LEADING_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_LETTERED = re.compile(r"(?P<shot>.*\d)(?:[ ._-]*(?P<letter>[a-z])|[ ._-]+(?P<number>\d+))", re.I)
_COLUMNS = {
    "picture": "picture file image panel 图片 画面 文件 画格",
    "shot": "shot slate scene 镜号 镜头 镜头号",
    "start": "start time at 开始 起点 时间",
    "matte": "matte mask 蒙版 遮罩",
    "flat": "flat 平面",
}


@dataclass(frozen=True, slots=True)
class Placed:
    """A picture for a shot: names of files, the shot's slate, when it comes on (seconds; None: shared out evenly)."""

    picture: str
    slate: str
    matte: str = ""
    start: float | None = None
    flat: bool = False


def mattes(stems: Sequence[str]) -> dict[str, str]:
    """The stem of each panel that has a matte among the files -> the matte's stem."""
    return {_MATTE.sub("", stem): stem for stem in stems if _MATTE.search(stem)}


def natural(stem: str) -> tuple[tuple[int, str], ...]:
    """A key that puts 2 before 10."""
    return tuple(
        (int(part), "") if part.isdigit() else (0, part.casefold()) for part in re.split(r"(\d+)", stem) if part
    )


def by_name(stems: Sequence[str], slates: Sequence[str]) -> dict[str, str]:
    """Each panel's stem -> the slate it names; the longest slate wins. What names none is left out."""
    longest = sorted(slates, key=len, reverse=True)
    found: dict[str, str] = {}
    for stem in stems:
        told = _plain(stem)
        slate = next((slate for slate in longest if _names(told, _plain(slate))), None)
        if slate is not None:
            found[stem] = slate
    return found


def _plain(name: str) -> str:
    return _LEADING_ZEROS.sub("", name.strip().casefold())


def _names(stem: str, slate: str) -> bool:
    return re.match(rf"{_BEFORE}{re.escape(slate)}(?:$|[ ._-]|(?<=\d)[a-z]$)", stem) is not None


def grouped(stems: Sequence[str]) -> dict[str, list[str]]:
    """Panels of a board that has no script, shot by shot: 3a and 3b, or 3-1 and 3-2, are panels of one shot."""
    shots: dict[str, list[str]] = {}
    for stem in sorted(stems, key=natural):
        match = _LETTERED.fullmatch(stem)
        shots.setdefault(match["shot"] if match and match["letter"] else stem, []).append(stem)
    return shots


def read_map(text: str) -> tuple[Placed, ...]:
    """A table with a heading row: picture, shot, and if need be start (seconds), matte, flat; commas, semicolons or tabs between.
    Raises BadInput, with the row, for what cannot be read."""
    sample = text.lstrip("\ufeff")
    first = sample.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows = list(csv.reader(io.StringIO(sample), delimiter=delimiter))
    if not rows:
        raise BadInput("The table of panels is empty.", "Give it a heading row: picture,shot.")
    columns = _columns(rows[0])
    return tuple(
        _row(row, columns, number) for number, row in enumerate(rows[1:], 2) if any(cell.strip() for cell in row)
    )


def _columns(heading: Sequence[str]) -> Mapping[str, int]:
    cells = [cell.strip().casefold() for cell in heading]
    found = {name: cells.index(word) for name, words in _COLUMNS.items() for word in words.split() if word in cells}
    if missing := [name for name in ("picture", "shot") if name not in found]:
        raise BadInput(f"The table of panels has no column {missing[0]}.", "Its heading row needs: picture,shot.")
    return found


def _row(row: Sequence[str], columns: Mapping[str, int], number: int) -> Placed:
    def cell(name: str) -> str:
        at = columns.get(name)
        return row[at].strip() if at is not None and at < len(row) else ""

    if not cell("picture") or not cell("shot"):
        raise BadInput(
            f"Row {number} of the table names no picture or no shot.", "Fill both cells, or take the row out."
        )
    try:
        start = float(cell("start").removesuffix("s")) if cell("start") else None
    except ValueError as bad:
        raise BadInput(f"Row {number}: {cell('start')} is no time.", "Write seconds, such as 1.5.") from bad
    flat = cell("flat").casefold() in {"1", "yes", "true", "x", "flat", "是"}
    return Placed(cell("picture"), cell("shot"), cell("matte"), start, flat)

"""Shot lists in (CSV, TSV): one row is one shot, with the slate, the length and the setup that its cells say.

Nothing is guessed that a cell tells; what no cell tells (a size, a length) is planned as for any script. A cell that cannot
be what its column says is refused by row and column: a shot list is a contract, and half of one is worse than none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from engine.errors import BadScript
from engine.film.document import Language
from engine.script.chinese_headings import chinese_heading
from engine.script.columns import Column, Head, Length, Unit, read_length
from engine.script.grammar import is_only_setup, parse_setup
from engine.script.lines import chinese_number, half_width, has_han, is_chinese
from engine.script.screenplay import Element, Row, Screenplay
from engine.script.sheet import Cell, Sheet, read_sheet
from engine.script.shot_sheet_words import (
    AS_ABOVE,
    NAMES_APART,
    NO_SIZE,
    SLUG_FIRST,
    SUM,
    TITLE_KEYS,
    Spoken,
    spoken_in,
    written_out,
)
from engine.script.shotlist import transition_style
from engine.script.title_page import KEY_NAMES

_NUMBER = re.compile(
    r"(?:镜头?|分镜|shot|sc(?:ene)?\.?|场)?\s*#?\s*([A-Z]{0,2}\d{1,4}(?:[-.]\d{1,4})?[A-Z]{0,2}|[A-Z])\s*(?:镜|号)?",
    re.I,
)
_SCENE = re.compile(
    r"(?:第|场景?|scene|sc\.?|s)?\s*#?\s*([A-Z]?\d{1,4}[A-Z]{0,2}|[一二三四五六七八九十百零]{1,5})\s*[场幕]?[次号]?",
    re.I,
)
_INSIDE = {
    **dict.fromkeys(("int", "int.", "interior", "i", "内", "内景", "室内"), True),
    **dict.fromkeys(("ext", "ext.", "exterior", "e", "外", "外景", "室外"), False),
}
_SLUG = re.compile(r"\s*(?:INT|EXT|I/E|EST)\b|\s*[【\[]?[内外]景", re.I)
_Cells: TypeAlias = dict[Column, list[Cell]]
_WHERE: tuple[Column, ...] = ("scene", "place", "inside", "time", "weather")


def is_shot_sheet(text: str) -> bool:
    """Whether text without an ending that tells is a shot list all the same: heads, rows, and several columns known."""
    first = next((line for line in text.split("\n") if line.strip()), "")
    if sum(first.count(sign) for sign in ",;，；") < 2:
        return False
    sheet = read_sheet(text)
    return sheet is not None and sum(head.column != "other" for head in sheet.heads) > 2 and bool(sheet.rows)


def read_shot_sheet(text: str) -> Screenplay:
    """Read a shot list. Raises BadScript for a table that is none, and for a bad cell."""
    sheet = read_sheet(text)
    if sheet is None:
        raise BadScript(
            "This table has no row of column names that Storyreel knows.",
            "Name the columns in the first row, such as Shot, Size, Action, Dialogue, Duration (or 镜号, 景别, 画面, 台词, 时长).",
        )
    sheet = replace(sheet, heads=_settled(sheet))
    if not {"action", "dialogue", "caption"} & {head.column for head in sheet.heads}:
        raise BadScript(
            "This shot list has no column that says what is seen or heard.",
            "Name a column Action (or 画面) or Dialogue (or 台词).",
        )
    language: Language = "zh" if is_chinese("\n".join(cell.text for row in sheet.rows for cell in row)) else "en"
    desk = _Desk(sheet, language)
    desk.read()
    return Screenplay(tuple(desk.elements), language, _title_page(sheet.above), "shot list")


def _title_page(above: Sequence[str]) -> dict[str, str]:
    """What stands above the heads: "Project: Coffee Run", "导演：李雷"; without a key the first words are the title."""
    page: dict[str, str] = {}
    for text in above:
        key, colon, value = half_width(text).partition(":")
        known = "title" if key.strip().casefold() in TITLE_KEYS else KEY_NAMES.get(key.strip().casefold(), "")
        if colon and known and value.strip():
            page.setdefault(known, text[len(key) + 1 :].strip())
    if "title" not in page and above and not re.search("[:：]", above[0]):
        page["title"] = above[0]
    return page


def _settled(sheet: Sheet) -> tuple[Head, ...]:
    """Heads that mean two things, settled by the cells below: 时间 may be seconds, Shot may be a size, Scene a place."""
    taken: set[Column] = {head.column for head in sheet.heads}
    return tuple(_meant(head, sheet.column(at), taken) for at, head in enumerate(sheet.heads))


def _meant(head: Head, cells: Sequence[str], taken: set[Column]) -> Head:
    cells = [cell for cell in cells if SUM.match(cell) is None]
    most = len(cells) / 2
    if head.column == "time" and sum(read_length(cell, head.unit) is not None for cell in cells) > most:
        return replace(head, column="length")
    if head.column == "shot" and sum(_NUMBER.fullmatch(half_width(cell)) is not None for cell in cells) < most:
        sizes = sum(is_only_setup(cell, "zh" if has_han(cell) else "en") for cell in cells) > most
        return replace(head, column="camera" if sizes else "notes" if "action" in taken else "action")
    if head.column == "scene" and sum(_SCENE.fullmatch(half_width(cell)) is not None for cell in cells) < most:
        return replace(head, column="notes" if "place" in taken and not any(map(_SLUG.match, cells)) else "place")
    return head


@dataclass(slots=True)
class _Desk:
    """Where the elements are written, row after row."""

    sheet: Sheet
    language: Language
    elements: list[Element] = field(default_factory=list[Element])
    above: dict[Column, str] = field(default_factory=dict[Column, str])  # what merged cells leave empty below
    slates: Counter[str] = field(default_factory=Counter[str])

    def read(self) -> None:
        """All rows."""
        rows = _whole([_with_place(_named(row, self.sheet.heads)) for row in self.sheet.rows])
        numbers = iter(self._numbers([cells for cells in rows if _is_shot(cells)]))
        for cells in rows:
            self._scene(cells)
            if _is_shot(cells):
                self._shot(cells, next(numbers))

    def _numbers(self, rows: Sequence[_Cells]) -> list[str]:
        """The slates: as they are written where that is clear, with the scene's number before them where shots begin
        anew in every scene."""
        scene, scenes, numbers = "", list[str](), list[str]()
        for cells in rows:
            scene = next((_scene_number(cell.text) for cell in cells.get("scene", [])), "") or scene
            scenes.append(scene)
            numbers.append(_shot_number(cells))
        free = iter(str(n) for n in range(1, 10_000) if str(n) not in numbers)
        numbers = [number or next(free) for number in numbers]
        if len(set(numbers)) == len(numbers):
            return numbers
        slates = [_slate(scene, number) for scene, number in zip(scenes, numbers, strict=True)]
        self._must_differ(rows, slates)
        return slates

    def _must_differ(self, rows: Sequence[_Cells], slates: Sequence[str]) -> None:
        first: dict[str, int] = {}
        for cells, slate in zip(rows, slates, strict=True):
            cell = next(iter(cells.get("shot", [])), None)
            if slate in first and cell is not None:
                raise cell.refused(f"stands in row {first[slate]} already", "Give every shot a number of its own.")
            first[slate] = cell.row if cell is not None else 0

    def _scene(self, cells: _Cells) -> None:
        """A heading, where one of the cells that say where and when is another than before."""
        here: dict[Column, str] = {}
        for column in _WHERE:
            if (told := cells.get(column)) and not AS_ABOVE.fullmatch(told[0].text):
                here[column] = told[0].text
        if self.elements and all(self.above.get(column) == text for column, text in here.items()):
            return
        changed = "scene" in here and here["scene"] != self.above.get("scene")
        whole = _is_heading(here.get("place", ""))
        self.above = here if whole or (changed and "place" in here) else {**self.above, **here}
        row = next(iter(cells.values()))[0].row
        number = _scene_number(self.above.get("scene", ""))
        if whole and (chinese := chinese_heading(here["place"])) is not None:
            self.above["place"], number = chinese.text, number or chinese.number
        if (heading := _heading(self.above, self.language)) or number:
            self.elements.append(Element("heading", heading, row, number=number))  # no words: the shots tell the place

    def _shot(self, cells: _Cells, slate: str) -> None:
        row = next(iter(cells.values()))[0].row
        cast = tuple(self._cast(cells.get("cast", []), row))
        for column in ("notes", "sound", "other"):
            self.elements += [Element("note", f"{cell.head}: {cell.text}", row) for cell in cells.get(column, [])]
        action = "\n".join(cell.text for cell in cells.get("action", []))
        setup = ", ".join(self._setup(cells))
        speakers = tuple(cell.text for cell in cells.get("speaker", [])) or cast
        said = [
            *(each for cell in cells.get("dialogue", []) for each in spoken_in(cell.text, speakers, self.language)),
            *(Spoken("", cell.text) for cell in cells.get("caption", [])),
        ]
        facts = Row(slate, setup, self._length(cells), cast)
        self.elements.append(Element("row", action, row, number=slate, row=facts))
        for words in said:
            self.elements += words.elements(row, self.language)
        for cell in cells.get("transition", []):
            self.elements += [Element("transition", cell.text, row)] if transition_style(cell.text) else []

    def _cast(self, cells: Sequence[Cell], row: int) -> Iterator[str]:
        """The names in a cell; what stands in brackets behind one is what the cast list says of them."""
        for name in (part.strip() for cell in cells for part in NAMES_APART.split(cell.text) if part.strip()):
            bare = re.sub(r"[(（].*", "", name).strip()
            if bare != name and bare:
                self.elements.append(Element("note", f"人物：{name}", row))
            if bare:
                yield bare if has_han(bare) else bare.upper()

    def _setup(self, cells: _Cells) -> Iterator[str]:
        for cell in cells.get("size", []):
            hints = parse_setup(cell.text, self.language)
            if not hints.any and not NO_SIZE.fullmatch(cell.text.strip()):
                known = "全景, 中景, 近景, 特写" if self.language == "zh" else "wide, full, medium, close-up"
                raise cell.refused("is no shot size that Storyreel knows", f"Write one such as {known}.")
            yield cell.text
        for cell in cells.get("lens", []):
            yield cell.text if "mm" in cell.text.casefold() else f"{cell.text}mm"
        for column in ("angle", "move", "camera"):
            yield from (written_out(cell.text) for cell in cells.get(column, []))

    def _length(self, cells: _Cells) -> Length | None:
        units: dict[str, Unit] = {head.written: head.unit for head in self.sheet.heads if head.column == "length"}
        for cell in cells.get("length", []):
            length = read_length(cell.text, units.get(cell.head, "seconds"))
            if length is None:
                raise cell.refused("is not a length of time", "Write seconds such as 3 or 2.5, or minutes as 0:04.")
            return length
        return None


def _named(row: Sequence[Cell], heads: Sequence[Head]) -> _Cells:
    """The cells that say something, by what their columns mean; a row has at least one."""
    cells: _Cells = {}
    for cell, head in zip(row, heads, strict=False):
        if re.search(r"\w", cell.text) and cell.text.casefold() not in {"无", "none", "n/a", "na", "nil"}:
            cells.setdefault(head.column, []).append(cell)
    return cells


def _with_place(cells: _Cells) -> _Cells:
    """ "INT. CAFE - DAY. Ben sits down.": a heading that opens the action is a cell of its own, where no other tells it."""
    first = next(iter(cells.get("action", [])), None)
    found = SLUG_FIRST.match(first.text) if first is not None and "place" not in cells else None
    if first is None or found is None:
        return cells
    rest = [replace(first, text=found[2]), *cells["action"][1:]]
    return {**cells, "place": [replace(first, text=found[1])], "action": rest}


def _is_shot(cells: _Cells) -> bool:
    return bool(cells.keys() & {"action", "dialogue", "caption", "size", "angle", "move", "camera", "lens"})


def _is_heading(text: str) -> bool:
    """Whether a cell is a heading of its own: "INT. KITCHEN - DAY", 第二场 内景 茶馆 夜."""
    return _SLUG.match(text) is not None or (chinese_heading(text) is not None and len(text.split()) > 1)


def _whole(rows: Sequence[_Cells]) -> list[_Cells]:
    """Rows as they are meant: one with a single cell is a heading or a note, sums are nobody's shot, and one with no number
    and no picture of its own goes on with what is said in the shot above."""
    whole = list[_Cells]()
    counted = any("shot" in cells for cells in rows)
    for cells in rows:
        alone = next(iter(cells.values()))[0] if sum(map(len, cells.values())) == 1 else None
        if any(SUM.match(cell.text) for cell in cells.get("shot", [])):
            continue
        if alone is not None and _is_heading(alone.text):
            heading: _Cells = {"place": [alone]}
            whole.append(heading)
        elif counted and whole and _is_shot(whole[-1]) and not cells.keys() & {"shot", "action", "size", *_WHERE}:
            whole[-1] = _joined(whole[-1], cells)
        else:
            whole.append(cells)
    return whole


def _joined(row: _Cells, more: _Cells) -> _Cells:
    joined = dict(row)
    for column, cells in more.items():
        joined[column] = [*joined.get(column, []), *cells]
    return joined


def _shot_number(cells: _Cells) -> str:
    for cell in cells.get("shot", []):
        found = _NUMBER.fullmatch(half_width(cell.text).strip())
        value = chinese_number(cell.text.strip())
        if found is None and value is None:
            raise cell.refused("is no number of a shot", "Write a number such as 3 or 12A.")
        return found[1].upper() if found else str(value)
    return ""


def _slate(scene: str, number: str) -> str:
    """1A for setup A of scene 1, 1-2 for its shot 2."""
    joint = "" if number.isalpha() and scene[-1:].isdecimal() else "-"
    return f"{scene}{joint}{number}" if scene else number


def _scene_number(text: str) -> str:
    found = _SCENE.fullmatch(half_width(text).strip())
    value = chinese_number(found[1]) if found else None
    return "" if found is None else str(value) if value is not None else found[1].upper()


def _heading(told: dict[Column, str], language: Language) -> str:
    """The heading that a writer would have typed; "" where no cell names a place."""
    place = told.get("place", "") or ("" if _scene_number(told.get("scene", "")) else told.get("scene", ""))
    if not place:
        return ""
    time = told.get("time", "")
    weather = told.get("weather", "")
    if _SLUG.match(place):
        return " - ".join(filter(None, (place, *(part for part in (time, weather) if part not in place))))
    inside = _INSIDE.get(told.get("inside", "").casefold().strip())
    if language == "zh":
        return " ".join(filter(None, ("" if inside is None else "内景" if inside else "外景", place, time, weather)))
    return " - ".join(
        filter(
            None,
            (
                f"{'' if inside is None else 'INT. ' if inside else 'EXT. '}{place}".upper(),
                time.upper(),
                weather.upper(),
            ),
        )
    )

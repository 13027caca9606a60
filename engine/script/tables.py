"""Shot lists written as tables (| 镜号 | 景别 | 画面 |, or columns between tabs) as the lines that a writer would have typed.

The readers know lines, not columns, so a row becomes the line "镜头3：中景，推，女孩走来。" before any reader sees it. The head row
says what its columns mean; where there is none, the cells say so themselves: camera words are camera words in any column.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from engine.script.grammar import is_only_setup
from engine.script.lexicon import wordset
from engine.script.lines import half_width, has_han

_Column = Literal["number", "setup", "picture", "place", "time", "speech", "caption", "sound", "length", "other"]

_HEADS: tuple[tuple[_Column, frozenset[str]], ...] = (
    ("number", wordset("镜号 镜头 镜头号 镜 序号 编号 号 分镜 场次 shot shots no no. # number nr scene/shot")),
    (
        "setup",
        wordset(
            "景别 运镜 镜头运动 摄法 拍摄手法 拍摄方式 机位 角度 镜头角度 拍摄角度 运动 镜头语言 技巧 手法 "
            "size framing move movement camera angle lens type shot-type shot-size"
        ),
    ),
    (
        "picture",
        wordset(
            "画面 画面内容 画面描述 内容 动作 描述 镜头内容 剧情 情节 动作描述 action description picture visual visuals content image"
        ),
    ),
    ("place", wordset("场景 地点 场地 scene location place setting")),
    ("time", wordset("日夜 时段 天气 光线 时间 time")),
    ("speech", wordset("台词 对白 对话 dialogue dialog line lines")),
    ("caption", wordset("旁白 字幕 解说 解说词 narration caption voice-over vo")),
    ("sound", wordset("音效 音乐 声音 配乐 备注 道具 sound audio music sfx notes note props")),
    ("length", wordset("时长 秒数 长度 秒 duration length seconds secs sec")),
)
_RULE = re.compile(r"[\s|:+\-—=─┼]+")
_NUMBER = re.compile(r"(?:镜头?|shot\s*)?\s*#?([0-9一二三四五六七八九十]{1,4}(?:-\d+)?[A-Za-z]?)", re.I)


def without_tables(text: str) -> str:
    """`text` with each row of a table as a line of its own (a row that changes the place has one more above it)."""
    if "|" not in text and "\t" not in text and "｜" not in text:
        return text
    lines = text.split("\n")
    cells = [_cells(line) for line in lines]
    written: list[str] = []
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and cells[end]:
            end += 1
        rows = cells[at:end]
        if sum(len(row) > 2 for row in rows) > 1 and (told := _rows(rows)):
            written += ["", *told, ""]
        else:
            written += lines[at : end or at]
        written += lines[end : end + 1]
        at = end + 1
    return "\n".join(written)


def _cells(line: str) -> tuple[str, ...]:
    """The cells of a row; () for a line that is none."""
    line = line.replace("｜", "|").strip(" ")
    sign = "|" if "|" in line else "\t"
    inner = line.strip().strip("|") if sign == "|" else line
    parts = tuple(cell.strip() for cell in inner.split(sign))
    return parts if len(parts) > 1 else ()


def _rows(rows: Sequence[tuple[str, ...]]) -> list[str]:
    """The lines for a table; [] where it is no shot list."""
    heads = _columns(rows[0])
    body = rows[1:] if heads else rows
    seen = _Seen()
    told = [line for row in body if not _RULE.fullmatch("|".join(row)) for line in seen.row(row, heads)]
    return told if heads or seen.shots > 1 else []


def _columns(head: Sequence[str]) -> tuple[_Column, ...]:
    """What the columns mean; () where the row is no head row."""
    kinds: tuple[_Column, ...] = tuple(_column(cell) for cell in head)
    named = sum(kind != "other" for kind in kinds)
    return kinds if named >= 2 and "picture" in kinds else ()


def _column(cell: str) -> _Column:
    bare = re.sub(r"[(（].*?[)）]|[*\s]", "", half_width(cell)).casefold()
    parts = {bare, *re.split(r"[/、与和&]", bare)}
    for kind, names in _HEADS:
        if names & parts:
            return kind
    return "other"


@dataclass(slots=True)
class _Seen:
    """The table read so far: how many rows were shots, and where the last one was."""

    shots: int = 0
    where: str = ""

    def row(self, row: Sequence[str], heads: Sequence[_Column]) -> Iterator[str]:
        """The lines of one row."""
        kinds = [heads[at] if at < len(heads) else "other" for at in range(len(row))] if heads else _guessed(row)
        told = {kind: [c for c, k in zip(row, kinds, strict=True) if k == kind and _says(c)] for kind in set(kinds)}
        picture = "".join(_stopped(cell) for cell in told.get("picture", []))
        chinese = has_han("".join(row))
        if told.get("place") and told["place"][0] != self.where:
            self.where = told["place"][0]
            yield f"场景：{self.where}" if chinese else ""
        number = next((f[1] for cell in told.get("number", []) if (f := _NUMBER.fullmatch(cell))), "")
        setup = [cell.rstrip("。.，,") for cell in told.get("setup", [])]
        if picture or setup:
            self.shots += bool(setup)
            whens = [cell for cell in told.get("time", []) if not re.search(r"\d", cell)]  # 时间 may be seconds
            yield _line(number, setup, "，".join([*whens, picture]) if whens else picture, chinese=chinese)
        yield from (
            cell if "：" in half_width(cell).replace(":", "：") else f"旁白：{cell}" for cell in told.get("speech", [])
        )
        yield from (f"旁白：{cell}" for cell in told.get("caption", []) if chinese)


def _line(number: str, setup: Sequence[str], picture: str, *, chinese: bool) -> str:
    if not chinese:
        return f"{', '.join(setup)}: {picture}" if setup else picture
    return f"镜头{number}：" * bool(number) + "，".join([*setup, picture] if picture else setup)


def _guessed(row: Sequence[str]) -> list[_Column]:
    """The columns of a table without a head row: camera words, numbers, and the longest cell is the picture."""
    at = max(range(len(row)), key=lambda index: len(row[index]))
    return ["picture" if index == at else _guess(cell, index) for index, cell in enumerate(row)]


def _guess(cell: str, index: int) -> _Column:
    if is_only_setup(cell, "zh" if has_han(cell) else "en"):
        return "setup"
    return "number" if index == 0 and _NUMBER.fullmatch(cell) else "other"


def _says(cell: str) -> bool:
    """Whether the cell says anything: no dash, no 无."""
    return re.search(r"\w", cell) is not None and cell not in {"无", "none", "None", "N/A", "n/a"}


def _stopped(cell: str) -> str:
    return cell if cell[-1] in '。！？…”.!?"' else cell + ("。" if has_han(cell) else ".")

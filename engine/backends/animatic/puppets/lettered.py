"""Things with the film's own words on them: letters, newspapers, signs, gravestones, screens.

Drawn in place of the thing itself where a shot shows it near, because an insert of a sealed envelope tells nobody what stands in
the letter. Words are set as large as the surface allows and never smaller than can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

import skia

from engine.backends.animatic.puppets.one_sheet import Thing
from engine.backends.animatic.puppets.paper_cut import Knife, flat, oval, polygon
from engine.backends.animatic.puppets.things import face
from engine.backends.animatic.stage import Pose

Surface = Literal["page", "news", "board", "stone", "phone", "screen", "cloth"]

_SURFACES: dict[Surface, str] = {
    "news": r"newspaper|paper|gazette|front page|headline|报纸|号外|头条",
    "phone": r"phone|smartphone|cell ?phone|mobile|message|手机|短信|微信",
    "screen": r"screen|monitor|laptop|computer|tablet|television|tv|屏幕|电脑|电视|显示器|平板",
    "stone": r"grave ?stone|tomb ?stone|headstone|stele|plaque|墓碑|石碑|碑|石板",
    "cloth": r"banner|flag|pennant|条幅|横幅|旗|幌子|酒旗",
    "board": r"sign|signboard|sign ?post|board|noticeboard|placard|poster|name ?plate|label|door ?plate|billboard|blackboard|招牌|牌子|路牌|木牌|牌|匾|牌匾|告示|海报|门牌|黑板|标签",
    "page": r"letter|note|telegram|card|postcard|invitation|page|diary|journal|book|notebook|map|ticket|scroll|envelope|list|document|contract|recipe|menu|信|信纸|纸条|字条|卡片|请柬|日记|书|本子|地图|车票|票|卷轴|圣旨|信封|名单|合同|菜单|电报|明信片|纸|画卷",
}  # fmt: skip
_PROPORTIONS: dict[Surface, float] = {
    "page": 0.78, "news": 0.82, "board": 1.7, "stone": 0.72, "phone": 0.52, "screen": 1.5, "cloth": 2.6,
}  # fmt: skip
_INK = "#3b3242"


def surface_of(name: str) -> Surface | None:
    """What kind of surface a thing has for words, or None: the last word of its name decides in English."""
    for surface, words in _SURFACES.items():
        if re.search(rf"\b(?:{words})s?$", name.strip(), re.I) or re.search(rf"(?:{_han(words)})$", name.strip()):
            return surface
    return None


def _han(words: str) -> str:
    return "|".join(word for word in words.split("|") if not word.isascii())


class Lettered(Thing):
    """A thing of that surface with words on it, about as tall as the one it stands for (metres)."""

    def __init__(self, surface: Surface, words: str, tall: float) -> None:
        self.words, self.surface = words, surface
        height = max(tall, 0.16)
        self._post = surface == "board" and height > 0.8
        wide = _PROPORTIONS[surface] * (0.36 if self._post else 1.0)
        super().__init__(height, wide * height)
        self.grip = 0.12 if surface in ("page", "news", "phone") else 0.35
        self.eye_line = height * (0.82 if self._post else 0.5)

    def cut(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw it one unit high, scaled to its height."""
        canvas.scale(self.height, self.height)
        knife = Knife(canvas, 1.0, self.height)
        w = self.width / self.height / 2
        draw = {
            "page": self._page, "news": self._news, "board": self._board, "stone": self._stone, "phone": self._phone,
            "screen": self._screen, "cloth": self._cloth,
        }  # fmt: skip
        draw[self.surface](knife, w)

    def _page(self, knife: Knife, w: float) -> None:
        """A sheet that was folded twice."""
        knife.sheet(polygon([(-w, -0.995), (w * 0.99, -1.0), (w, -0.004), (-w * 0.985, 0.0)]), "#f1e7cf")
        for y in (-0.67, -0.335):
            knife.tint(polygon([(-w, y), (w, y + 0.004), (w, y + 0.012), (-w, y + 0.008)]), "#cdbf9f", 0.75)
        knife.tint(polygon([(-w, -0.67), (w, -0.67), (w, -0.335), (-w, -0.335)]), "#e6d9ba", 0.35)
        set_words(knife.canvas, self.words, (-w * 0.84, -0.90, w * 0.84, -0.10), _INK, 0.115)

    def _news(self, knife: Knife, w: float) -> None:
        """A headline over grey columns and a picture."""
        knife.sheet(polygon([(-w, -1.0), (w, -0.995), (w * 0.99, 0.0), (-w * 0.99, -0.004)]), "#e9e4d6")
        for y in (-0.93, -0.56):
            knife.tint(polygon([(-w * 0.9, y), (w * 0.9, y), (w * 0.9, y + 0.008), (-w * 0.9, y + 0.008)]), _INK, 0.8)
        set_words(knife.canvas, self.words, (-w * 0.88, -0.91, w * 0.88, -0.57), _INK, 0.15, bold=True)
        knife.tint(
            polygon([(-w * 0.9, -0.52), (-w * 0.06, -0.52), (-w * 0.06, -0.22), (-w * 0.9, -0.22)]), "#8d8b8a", 0.8
        )
        knife.tint(polygon([(-w * 0.9, -0.30), (-w * 0.5, -0.42), (-w * 0.06, -0.26), (-w * 0.06, -0.22), (-w * 0.9, -0.22)]), "#5d5c60", 0.8)  # fmt: skip
        for row in range(12):
            for left in (0.06,) if row < 8 else (-0.9, 0.06):
                y = -0.51 + 0.040 * row
                long = 0.84 if row % 4 != 3 else 0.5
                knife.tint(polygon([(w * left, y), (w * (left + long), y), (w * (left + long), y + 0.013), (w * left, y + 0.013)]), "#77747a", 0.55)  # fmt: skip

    def _board(self, knife: Knife, w: float) -> None:
        """Two planks on a post, or hung up."""
        low = -0.64 if self._post else 0.0
        if self._post:
            knife.sheet(polygon([(-0.04, -0.95), (0.04, -0.95), (0.045, 0.0), (-0.045, 0.0)]), "#6d4b34")
        knife.sheet(polygon([(-w, -0.985), (w * 0.985, -1.0), (w, low), (-w * 0.99, low - 0.008)]), "#b98a58")
        gap = low - 0.13 * (1 + low)
        knife.tint(polygon([(-w, gap), (w, gap), (w, gap + 0.008), (-w, gap + 0.006)]), "#7d5636", 0.8)
        for x in (-w * 0.92, w * 0.92):
            for y in (-0.93, low - 0.06):
                knife.plain(oval(x, y, 0.012, 0.012), "#5a3f2c")
        set_words(knife.canvas, self.words, (-w * 0.84, -0.93, w * 0.84, low - 0.07), "#3a2519", 0.30, bold=True)

    def _stone(self, knife: Knife, w: float) -> None:
        path = skia.Path()
        path.moveTo(-w, 0)
        path.lineTo(-w * 0.98, -0.62)
        path.cubicTo(-w * 0.96, -1.13, w * 0.96, -1.13, w * 0.98, -0.62)
        path.lineTo(w, 0)
        path.close()
        knife.sheet(path, "#9a9a97")
        knife.tint(polygon([(-w, -0.06), (w, -0.03), (w, 0.0), (-w, 0.0)]), "#6f7a5c", 0.8)
        set_words(knife.canvas, self.words, (-w * 0.76, -0.86, w * 0.76, -0.16), "#45464a", 0.16, bold=True)

    def _phone(self, knife: Knife, w: float) -> None:
        """A message in its bubble on a lit screen."""
        knife.sheet(_rounded(-w, -1.0, w, 0.0, 0.07), "#2b2c33")
        knife.plain(_rounded(-w * 0.92, -0.965, w * 0.92, -0.035, 0.05), "#dfe9ec")
        knife.plain(_rounded(-w * 0.92, -0.965, w * 0.92, -0.86, 0.05), "#5b8c8a")
        knife.plain(oval(-w * 0.70, -0.912, 0.030, 0.030), "#e9dcc0")
        knife.plain(_rounded(-w * 0.50, -0.925, w * 0.30, -0.898, 0.012), "#e6efee")
        knife.plain(_rounded(-w * 0.80, -0.80, w * 0.72, -0.33, 0.05), "#fbf8ef")
        knife.plain(polygon([(-w * 0.80, -0.42), (-w * 0.62, -0.36), (-w * 0.86, -0.29)]), "#fbf8ef")
        set_words(knife.canvas, self.words, (-w * 0.70, -0.78, w * 0.62, -0.35), _INK, 0.12)
        knife.plain(_rounded(-w * 0.20, -0.24, w * 0.80, -0.16, 0.035), "#a9cdb2")
        knife.plain(_rounded(-w * 0.80, -0.11, w * 0.80, -0.055, 0.025), "#ffffff", 0.8)

    def _screen(self, knife: Knife, w: float) -> None:
        knife.sheet(polygon([(-0.10, -0.2), (0.10, -0.2), (0.22, 0.0), (-0.22, 0.0)]), "#3b3c44")
        knife.sheet(_rounded(-w, -1.0, w, -0.12, 0.04), "#2b2c33")
        knife.plain(_rounded(-w * 0.94, -0.955, w * 0.94, -0.17, 0.02), "#23414a")
        set_words(knife.canvas, self.words, (-w * 0.84, -0.90, w * 0.84, -0.22), "#d8f0e4", 0.20)

    def _cloth(self, knife: Knife, w: float) -> None:
        knife.sheet(
            polygon([(-w, -0.98), (0, -0.93), (w, -1.0), (w * 0.99, -0.03), (0, 0.02), (-w * 0.99, -0.02)]), "#b8483e"
        )
        set_words(knife.canvas, self.words, (-w * 0.88, -0.86, w * 0.88, -0.10), "#f6e6c2", 0.62, bold=True)


def _rounded(left: float, top: float, right: float, low: float, r: float) -> skia.Path:
    path = skia.Path()
    path.addRoundRect(skia.Rect.MakeLTRB(left, top, right, low), r, r)
    return path


Box = tuple[float, float, float, float]


def set_words(canvas: skia.Canvas, words: str, box: Box, colour: str, largest: float, *, bold: bool = False) -> None:
    """Set words in a box (left, top, right, low), in as many lines as make them largest, at most `largest` high."""
    left, top, right, low = box
    lines, size = fitted(words, right - left, low - top, largest)
    font = skia.Font(face(), 100.0)
    font.setEmbolden(bold)
    paint = flat(colour)
    pitch = 1.28 * size
    y = (top + low) / 2 - pitch * len(lines) / 2
    for i, line in enumerate(lines):
        # glyphs are drawn large and scaled down: skia hints and rounds fonts of less than a unit
        canvas.save()
        canvas.translate((left + right) / 2, y + pitch * i + 0.98 * size)
        canvas.scale(size / 100, size / 100)
        canvas.drawString(line, -font.measureText(line) / 2, 0, font, paint)
        canvas.restore()


@lru_cache(maxsize=64)
def fitted(words: str, wide: float, tall: float, largest: float) -> tuple[tuple[str, ...], float]:
    """The lines and their size that fill a box best."""
    best: tuple[tuple[str, ...], float] = ((words,), 0.0)
    for count in range(1, 9):
        lines = tuple(_lines(words, count))
        widest = max(_measure(line) for line in lines)
        size = min(wide / max(widest, 1e-6), tall / (1.28 * len(lines)), largest)
        if size > best[1] * 1.02:
            best = (lines, size)
    return best


def _measure(line: str) -> float:
    """Width of a line set one unit high."""
    return skia.Font(face(), 100.0).measureText(line) / 100


def _lines(words: str, count: int) -> Iterator[str]:
    """The words in about `count` lines of like length: Latin breaks at spaces, Chinese after any sign but before no stop."""
    pieces = re.findall(
        r"[\u3000-\u9fff\uff00-\uffef][，。！？；：、”」』）]*|[^\s\u3000-\u9fff\uff00-\uffef]+\s*", words
    )
    room = _measure(words) / count * 1.08
    line = ""
    for piece in pieces:
        if line and _measure(line + piece.rstrip()) > room:
            yield line.rstrip()
            line = ""
        line += piece
    if line:
        yield line.rstrip()

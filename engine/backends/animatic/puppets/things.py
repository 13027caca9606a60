"""Things by name: drawn art on paper, our own cuts, and for a noun nobody knows a lettered card, so that nothing is ever blank."""

from __future__ import annotations

import math
from functools import lru_cache

import skia

from engine.assets import assets_folder
from engine.backends.animatic.puppets.art import code_of, opaque_box, picture, size_for
from engine.backends.animatic.puppets.colours import colours_in, tone
from engine.backends.animatic.puppets.grips import GRIP_HEIGHTS, grip_of
from engine.backends.animatic.puppets.noun_words import FACING_LEFT
from engine.backends.animatic.puppets.nouns import Picture, picture_of, singulars
from engine.backends.animatic.puppets.one_sheet import Thing
from engine.backends.animatic.puppets.paper_cut import Knife, oval, polygon, shade
from engine.backends.animatic.puppets.prop_cuts import (
    ALL_CUTS,
    BACKS,
    BUTTS,
    DIRECTED,
    EYES,
    GLOWS,
    GRIPS,
    umbrella_from_above,
)
from engine.backends.animatic.puppets.sizes import height_as_told
from engine.backends.animatic.puppets.wild.menagerie import PREFIX, creature
from engine.backends.animatic.stage import Pose, Puppet

DEFAULT_HEIGHT = 0.40
CARD_WIDTH, CARD_HEIGHT = 0.62, 0.40
_LETTERS_MAX = 40


class Art(Thing):
    """A thing drawn by the emoji of that name."""

    def __init__(self, code: str, height: float, tint: str, faces_left: bool, light: bool) -> None:
        left, top, right, low = opaque_box(code)
        self._code, self._tint, self._faces_left = code, tint, faces_left
        self._side = height / (low - top)
        self._origin = ((left + right) / 2, low)
        self._cut = skia.Rect.MakeLTRB(left, top, right, low)
        super().__init__(height, self._side * (right - left), light)

    def cut(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw the cached picture of the size that fits."""
        matrix = canvas.getTotalMatrix()
        scale = math.hypot(matrix.getScaleX(), matrix.getSkewY())
        image = picture(self._code, size_for(scale * self._side), self._tint)
        x, y = -self._origin[0] * self._side, -self._origin[1] * self._side
        if self._faces_left and pose.yaw > 1:
            canvas.scale(-1, 1)
        part = self._cut.makeOutset(2 / 128, 2 / 128)
        part.intersect(skia.Rect.MakeWH(1, 1))
        n, side = image.width(), self._side
        source = skia.Rect.MakeLTRB(part.left() * n, part.top() * n, part.right() * n, part.bottom() * n)
        target = skia.Rect.MakeLTRB(
            x + part.left() * side, y + part.top() * side, x + part.right() * side, y + part.bottom() * side
        )
        canvas.drawImageRect(image, source, target, skia.SamplingOptions(skia.FilterMode.kLinear))


class OwnCut(Thing):
    """A thing of our own cutting."""

    def __init__(self, name: str, height: float, tint: str, light: bool = False) -> None:
        self._cut, own, wide = ALL_CUTS[name]
        self._directed, self._is_roof = name in DIRECTED, name in ("umbrella", "paper-umbrella")
        self.grip, self.grip_x = GRIPS.get(f"cut:{name}", self.grip), BUTTS.get(name, 0.0)
        self._colour = tint or own
        super().__init__(height, wide * height, light)
        self._back = BACKS.get(name, self._cut)
        self.eye_line = height * EYES.get(name, 0.5)

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel; a roof seen from above lies beyond the middle."""
        h = self.height
        roof = pose.pitch > 66 and self._is_roof
        return skia.Rect.MakeLTRB(-h / 2, -0.85 * h, h / 2, h / 4) if roof else super().bounds(pose)

    def cut(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw it one unit high, scaled to its height."""
        canvas.scale(-self.height if self._directed and pose.yaw < 0 else self.height, self.height)
        knife = Knife(canvas, max(1.0, self.width / self.height * 0.6), self.height)
        if pose.pitch > 66 and self._is_roof:
            canvas.translate(0, -0.84)  # held well back: somebody is under it
            umbrella_from_above(knife, self._colour)
            return
        away = abs((pose.yaw + 180) % 360 - 180) > 105
        (self._back if away else self._cut)(knife, self._colour, pose.clock)


@lru_cache(maxsize=1)
def face() -> skia.Typeface:
    """The house's own face: skia's default draws Chinese as boxes."""
    return skia.FontMgr.New_Custom_Empty().makeFromFile(str(assets_folder() / "fonts" / "NotoSansSC-Regular.otf"), 0)


class Card(Thing):
    """A lettered card on a string of paper: the name of something nobody can draw."""

    def __init__(self, name: str, tint: str) -> None:
        self.words = name.strip()[:_LETTERS_MAX] or "?"
        self._colour = tint or "#ece2cb"
        self._lines = _wrapped(self.words)
        super().__init__(CARD_HEIGHT, CARD_WIDTH)

    def cut(self, canvas: skia.Canvas, pose: Pose) -> None:
        """A cream card with a darker frame, its name in the middle, a round hole above."""
        w, h = self.width / 2, self.height
        knife = Knife(canvas, h)
        knife.sheet(polygon([(-w * 0.985, -h), (w, -h * 0.99), (w * 0.985, 0), (-w, -h * 0.012)]), self._colour)
        inner = skia.Path()
        inner.addRect(skia.Rect.MakeLTRB(-w * 0.90, -h * 0.92, w * 0.90, -h * 0.08))
        inner.addRect(skia.Rect.MakeLTRB(-w * 0.875, -h * 0.885, w * 0.875, -h * 0.115))
        inner.setFillType(skia.PathFillType.kEvenOdd)
        canvas.drawPath(inner, shade(tone(self._colour, -0.22), 0.8))
        knife.plain(oval(0, -h * 0.945, 0.010, 0.010), tone(self._colour, -0.35))
        self._letters(canvas)

    def _letters(self, canvas: skia.Canvas) -> None:
        room_w, room_h = self.width * 0.80, self.height * 0.68
        font = skia.Font(face(), 100.0)
        widest = max(font.measureText(line) for line in self._lines)
        size = min(room_w / widest * 100, room_h / len(self._lines) / 1.18)
        # glyphs are drawn large and scaled down: skia hints and rounds fonts of less than a unit
        canvas.save()
        canvas.scale(size / 100, size / 100)
        middle = -self.height * 0.49 / (size / 100)
        paint = skia.Paint(AntiAlias=True, Color=0xFF4A3A36 if self._colour == "#ece2cb" else 0xFF2F2830)
        for i, line in enumerate(self._lines):
            y = middle + (i - (len(self._lines) - 1) / 2) * 118 + 36
            canvas.drawString(line, -font.measureText(line) / 2, y, font, paint)
        canvas.restore()


def _wrapped(words: str) -> list[str]:
    """Up to three lines of about the same length."""
    if not words.isascii() and " " not in words:
        per = max(4, math.ceil(len(words) / 3))
        return [words[i : i + per] for i in range(0, len(words), per)]
    lines: list[str] = []
    target = max(9, math.ceil(len(words) / 3))
    for word in words.split():
        if lines and len(lines[-1]) + len(word) < target:
            lines[-1] += " " + word
        else:
            lines.append(word)
    return lines[:4]


_LIGHT = frozenset({"🎈", "🪁", "🦋", "🐝", "🛸", "🦇", "👻", "🪶", "☁️"})


def _has_art(found: Picture) -> bool:
    return found.art.startswith(("cut:", PREFIX)) or code_of(found.art) is not None


def _known(name: str, aliases: tuple[str, ...], description: str) -> Picture | None:
    for phrase in (name, *aliases, description.split(",")[0].split("，")[0][:60]):
        found = picture_of(phrase) if phrase else None
        if found and _has_art(found):
            return found
    return None


def _tint(name: str, description: str) -> str:
    """The first colour named with the thing, "" where none is."""
    for text in (name, description):
        found = colours_in(text)
        if found:
            return found[0][2]
    return ""


@lru_cache(maxsize=512)
def thing_for(name: str, description: str = "", aliases: tuple[str, ...] = ()) -> Puppet:
    """The puppet of a prop or any noun: drawn art by its name, tinted where a colour is named; else a card with the name on it."""
    found = _known(name, aliases, description)
    tint = _tint(name.lower().replace(found.noun, " ") if found else name, description)
    if found is None:
        return Card(name, tint)
    thing = _cut_of(found, tint, height_as_told(found.height or DEFAULT_HEIGHT, f"{name}. {description}"))
    thing.glow = GLOWS.get(found.art, thing.glow)
    thing.hold = grip_of(found.art, thing.height, thing.width)
    if found.art.replace("\ufe0f", "") not in GRIPS:
        thing.grip = GRIP_HEIGHTS[thing.hold]
    return thing


def _cut_of(found: Picture, tint: str, height: float) -> Thing:
    if found.art.startswith(PREFIX):
        return creature(found.art, height, tint)
    if found.art.startswith("cut:"):
        return OwnCut(found.art[4:], height, tint)
    code = code_of(found.art)
    assert code is not None
    bare = found.art.replace("\ufe0f", "")
    art = Art(code, height, tint, bare in FACING_LEFT, found.art in _LIGHT)
    art.grip = GRIPS.get(bare, art.grip)
    return art


def is_drawn(name: str) -> bool:
    """Whether the noun has a picture (False: it becomes a lettered card)."""
    return _known(name, (), "") is not None


def known_exactly(noun: str) -> bool:
    """Whether the noun as it stands (adjectives aside, no guessing inside it) has a picture."""
    found = picture_of(noun)
    if found is None or not _has_art(found):
        return False
    return noun.endswith(found.noun) or any(form == found.noun for form in singulars(noun.rsplit(" ", 1)[-1]))

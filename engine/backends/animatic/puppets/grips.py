"""How a hand holds a thing: where, how high, at which slant, with one hand or two; and the fingers that close over it.

A held thing stays a player of its own, so that a lamp lights and an insert frames it; what makes it *held* is that the arm takes
the stance of its kind, that it turns with the hand, and that the fingers are drawn over it.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Protocol, runtime_checkable

import skia

from engine.backends.animatic.puppets.stance import Stance
from engine.backends.animatic.stage import Grip, Pose, Puppet

_BY_ART: dict[Grip, tuple[str, ...]] = {
    "hang": ("👜", "💼", "🧺", "🧳", "🎒", "🛍", "🪣", "🦆", "🐟", "🔔", "🪝", "⚓", "🐓"),
    "lamp": ("🏮", "cut:oil-lamp"),
    "pole": (
        "cut:staff", "cut:cane", "🧹", "🚩", "🪜", "cut:spear", "🪏", "cut:hoe", "cut:oar", "🏑", "⛏", "🔱", "cut:fishing-rod",
        "cut:broom", "cut:rake", "cut:shovel", "cut:net",
    ),
    "upright": (
        "cut:sword", "🕯", "cut:candle", "🔦", "cut:axe", "cut:kitchen-knife", "cut:ink-brush", "cut:pen", "cut:quill", "🌷", "🌹", "🌸", "🌻", "🪭", "🖌", "🖊", "✏", "🥄", "🍴", "🪄",
        "🎈", "🍦", "🍭", "🔨", "🪓", "🔧", "🗡", "🔪", "🏏", "🪈", "cut:xiao", "🏓", "🎾", "cut:feather", "🎤", "🍢", "🍡",
    ),
    "roof": ("cut:umbrella", "cut:paper-umbrella", "🌂", "☂"),
    "cup": (
        "cut:cup", "cut:bowl",        "☕", "🍵", "🍷", "🍺", "🍶", "🫖", "🥣", "🍚", "🍜", "🥛", "🍾", "🍎", "🍞", "🍊", "🧋", "🥤", "🍐", "🍑", "🔑", "💍", "🪙", "cut:coin", "🥚",
        "🏆", "🛡", "🍪", "⌚", "🧭", "💊", "🔮", "💎",
    ),
    "card": (
        "cut:phone",        "cut:letter", "💌", "📜", "📱", "📷", "📸", "🖼", "📰", "🗺", "🎫", "🧧", "📄", "📃", "🃏", "💵", "🪞", "📞", "☎", "🎥", "cut:pistol", "🔫",
    ),
    "open": ("cut:open-book", "📖", "📕", "📗", "📘", "📙", "📚", "📓", "📔", "📒"),
    "strum": ("🎸", "🪕", "🎻"),
    "cradle": (
        "💐", "cut:bouquet", "📦", "🎁", "🧸", "🪆", "⚽", "🏀", "🎂", "👶", "🪴", "🏺", "🧶", "🥁", "🪗", "🐱", "🐈", "🐶", "🐇", "🐰", "🐔", "🪵",
        "🪨", "🧥", "💻", "🍉", "🎃", "🥮",
    ),
}  # fmt: skip
_OF: dict[str, Grip] = {art: grip for grip, arts in _BY_ART.items() for art in arts}
GRIP_HEIGHTS: dict[Grip, float] = {
    "": 0.35, "hang": 0.93, "lamp": 0.96, "pole": 0.62, "upright": 0.22, "roof": 0.10, "cup": 0.42, "card": 0.28, "open": 0.24, "cradle": 0.34, "strum": 0.30,
}  # fmt: skip
"""Where the hand is on what nobody gave a grip of its own, as a share of its height."""
TWO_HANDED = frozenset({"open", "cradle"})
_AT_THE_CHEST = frozenset({"cup", "card", "open", "cradle", "strum"})
_SLANTS = {"upright": 14.0, "open": -4.0, "card": 6.0, "cradle": 8.0, "pole": 2.0, "roof": -7.0}
"""How far the top leans the way the holder faces (degrees)."""


def grip_of(art: str, height: float, width: float) -> Grip:
    """How a thing is held, by its picture; what nobody listed, by its size and shape."""
    known = _OF.get(art.replace("\ufe0f", ""))
    if known:
        return known
    if height > 0.85:
        return "pole"
    return "cradle" if max(height, width) > 0.38 else "upright" if height > 2.6 * width else "cup"


_NECK_DOWN = 34.0
_LIFTED: dict[Grip, float] = {"cup": 34.0, "card": 36.0, "open": 38.0, "upright": 34.0, "cradle": 22.0, "lamp": 44.0}
"""How much more the elbow bends when a thing is held up to the face (degrees)."""


_ARMS: dict[Grip, dict[str, float]] = {
    "hang": {"arm_r": 6, "arm_r_out": 12, "arm_r_bend": 8},
    "lamp": {"arm_r": 36, "arm_r_out": 10, "arm_r_bend": 50},
    "pole": {"arm_r": 26, "arm_r_out": 12, "arm_r_bend": 64},
    "upright": {"arm_r": 26, "arm_r_out": 10, "arm_r_bend": 70},
    "roof": {"arm_r": 12, "arm_r_out": 6, "arm_r_bend": 102},
    "cup": {"arm_r": 20, "arm_r_out": 8, "arm_r_bend": 86},
    "card": {"arm_r": 28, "arm_r_out": 6, "arm_r_bend": 80},
    "open": {"arm_r": 30, "arm_r_out": 2, "arm_r_bend": 72, "arm_l": 30, "arm_l_out": 2, "arm_l_bend": 72},
    "strum": {"arm_r": 12, "arm_r_out": 5, "arm_r_bend": 76, "arm_l": 42, "arm_l_out": 22, "arm_l_bend": 34},
    "cradle": {"arm_r": 22, "arm_r_out": 3, "arm_r_bend": 78, "arm_l": 26, "arm_l_out": 3, "arm_l_bend": 82},
}


def carrying(stance: Stance, pose: Pose) -> Stance:
    """The stance with the arm (or both) as that grip asks; what is carried keeps quiet while its holder walks."""
    if not pose.grip:  # low and well in front, so that what it carries hides neither face nor chest
        return stance._replace(arm_r=34, arm_r_bend=46, arm_r_out=10)
    right, left = (pose.left, pose.grip) if pose.swapped else (pose.grip, pose.left)
    arms = dict(_ARMS[right])
    if pose.raised and right in _LIFTED:
        arms |= {name: by + _LIFTED[right] for name, by in arms.items() if name.endswith("_bend")}
    if right == "hang":
        arms["arm_r"] += 0.22 * (stance.arm_r - 4)
    if left:
        arms |= {name.replace("_r", "_l", 1): by for name, by in _ARMS[left].items() if name.startswith("arm_r")}
    return stance._replace(**arms)


def other_hand(pose: Pose) -> Pose:
    """The same pose seen from the other hand: what that one holds, and how."""
    return replace(pose, grip=pose.left, left=pose.grip, swapped=not pose.swapped)


def hold_of(puppet: Puppet) -> Grip:
    """How a hand holds what that puppet plays; "" where nobody said."""
    return getattr(puppet, "hold", "")


def in_one_hand(grip: Grip) -> Grip:
    """How it is held when the other hand is not free: a book is shut."""
    return "card" if grip == "open" else grip


def can_share(one: Grip, other: Grip) -> bool:
    """Whether two things fit into two hands."""
    return not {one, other} & (TWO_HANDED | {"strum", ""})


def slant_of(pose: Pose) -> float:
    """How far the thing is turned about the hand (degrees, clockwise): toward where the holder faces, and swinging when it hangs."""
    if pose.grip == "strum":  # its neck out to the side, and not across the face
        return _NECK_DOWN
    s = math.sin(math.radians(pose.yaw))
    if pose.grip in ("hang", "lamp"):
        beat = math.sin(pose.gone * 5.2) if pose.travel > 0.05 else 0.35 * math.sin(pose.clock * 1.3)
        return (7.0 if pose.travel > 0.05 else 2.0) * beat
    return _SLANTS.get(pose.grip, 0.0) * s


def is_hidden(pose: Pose) -> bool:
    """Whether the holder's own back hides the thing."""
    return pose.grip in _AT_THE_CHEST and math.cos(math.radians(pose.yaw)) < -0.5


@runtime_checkable
class Fingered(Protocol):
    """A puppet whose fingers close over what it holds."""

    def draw_fingers(self, canvas: skia.Canvas, pose: Pose) -> None:
        """The fingers around the origin, metres, y down."""
        ...


class InHand:
    """A thing as it is seen in a hand: turned about its grip, the holder's fingers over it. Stands in for the thing's own puppet."""

    def __init__(self, thing: Puppet, holder: Puppet, held: Pose) -> None:
        self.thing, self.holder, self.held = thing, holder, held
        self.height, self.width, self.eye_line = thing.height, thing.width, thing.eye_line

    def _seen(self, pose: Pose) -> Pose:
        """The holder's pose from the hand that has the thing."""
        return other_hand(self.held) if pose.swapped else self.held

    def _grip(self) -> tuple[float, float]:
        h = self.thing.height
        turn = -1.0 if self.held.yaw < 0 else 1.0
        return turn * getattr(self.thing, "grip_x", 0.0) * h, -getattr(self.thing, "grip", 0.35) * h

    def _matrix(self, held: Pose) -> skia.Matrix:
        matrix = skia.Matrix()
        matrix.setRotate(slant_of(held), *self._grip())
        return matrix

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """The thing, then the fingers."""
        held = self._seen(pose)
        if is_hidden(held):
            return
        canvas.save()
        canvas.concat(self._matrix(held))
        self.thing.draw(canvas, pose)
        canvas.restore()
        if isinstance(self.holder, Fingered):
            canvas.save()
            canvas.translate(*self._grip())
            self.holder.draw_fingers(canvas, held)
            canvas.restore()

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel."""
        box = self._matrix(self._seen(pose)).mapRect(self.thing.bounds(pose))
        x, y = self._grip()
        reach = 0.08 * max(0.5, self.holder.height)
        box.join(skia.Rect.MakeLTRB(x - reach, y - reach, x + reach, y + reach))
        return box

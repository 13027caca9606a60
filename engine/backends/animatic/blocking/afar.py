"""Houses, towers and whatever is said to be far away: set back until the lens takes them in whole.

A temple that stands where the props stand is a brown wall in the corner of every tight shot. Perspective is similar
triangles, so how far back follows from how much of the frame it may fill.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import skia

from engine.backends.animatic.blocking.sight import Window
from engine.backends.animatic.stage import Act, Beat, Player, Pose, Puppet

_FAR = re.compile(
    r"[远天][处方边][^，。；！？]*$|\b(?:in|on) the (?:\w+ )?(?:distance|horizon|skyline)\b|\bfar (?:away|off|below|behind)\b",
    re.I,
)
_HOUSE = 3.0  # units: what is taller is a building
_SHARE, _FAR_SHARE = 0.8, 0.32  # of the frame's height that a building fills, and one that is far away
_DEEPEST = 12.0  # units: behind that stand the set's own hills and houses
_ASIDE = 0.27  # of the frame's width from its middle


class Distant:
    """A puppet that is drawn smaller, as if it stood farther back than the stage is deep."""

    def __init__(self, puppet: Puppet, scale: float) -> None:
        self._puppet, self._scale = puppet, scale
        self.height, self.width, self.eye_line = puppet.height * scale, puppet.width * scale, puppet.eye_line * scale

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw with the origin at the feet."""
        canvas.save()
        canvas.scale(self._scale, self._scale)
        self._puppet.draw(canvas, pose)
        canvas.restore()

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel."""
        return skia.Matrix.Scale(self._scale, self._scale).mapRect(self._puppet.bounds(pose))


def is_far(action: str, name: str) -> bool:
    """Whether the clause that names it says that it is far away: 远处有一间破庙, "a tower in the distance"."""
    for clause in re.split(r"[,.;!?，。；！？]", action):
        at = clause.find(name)
        if at >= 0 and name:
            return _FAR.search(clause[:at] if not name.isascii() else clause) is not None
    return False


def set_back(name: str, puppet: Puppet, window: Window, players: Sequence[Player], *, far: bool) -> Player | None:
    """The thing at the back of the stage, on the emptier side; None where it may stand where props stand."""
    share = _FAR_SHARE if far else _SHARE
    if not far and (puppet.height < _HOUSE or puppet.height <= share * window.height):
        return None
    times = puppet.height / (share * window.height)
    times = max(times, puppet.width / (0.55 * window.width), 1.2)
    middle = (window.left + window.right) / 2
    left_half = sum(player.beats[-1].x1 < middle - 0.05 for player in players)
    side = 1 if 2 * left_half >= len(players) else -1
    back = min(times, 1 + _DEEPEST / window.away)
    x = middle + side * _ASIDE * window.width * back
    z = players[0].z + window.away * (back - 1)
    seen = puppet if back == times else Distant(puppet, back / times)
    return Player(name, seen, (Beat(Act.STAND, 0.0, 1.0, x, x, 0.0),), z=z, is_thing=True)

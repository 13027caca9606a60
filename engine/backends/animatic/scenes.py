"""Builds what a shot is played in: sheets of the set, mist, the dark wings, pressed into textures between the players.

A set is baked for the camera path of one shot; the bakery keeps the last few textures, since a dialogue cuts back and
forth between two setups.
"""

from __future__ import annotations

import math
from collections import OrderedDict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace

from engine.backends.animatic import heavens
from engine.backends.animatic.camera import Camera, Shoot, camera_at
from engine.backends.animatic.living import taken_apart
from engine.backends.animatic.mediums.hand import Hand
from engine.backends.animatic.palette import Palette
from engine.backends.animatic.paper import Knife, chance
from engine.backends.animatic.sets import dressing, lamplight, parts, seating, table_top
from engine.backends.animatic.sets.shelf import scenery_for
from engine.backends.animatic.sheets import Sheet, Table, Texture, bake, gather, middle_of, region_for, visible
from engine.backends.animatic.stage import Player, Staging
from engine.film.rate import Raster
from engine.film.setup import Angle, Move, Size

MOST_BEHIND = 4
"""Textures behind the players in a shot with parallax: each costs up to 3 ms a frame at 720p."""

MOST_BEFORE = 2

SHOULDER_NEARNESS = 0.55
"""How far from the subject toward the lens the back of an over-the-shoulder shot stands."""

Layer = Texture | Player


class Bakery:
    """The last textures baked, up to `room` bytes."""

    def __init__(self, room: int = 160_000_000) -> None:
        self._room = room
        self._held = 0
        self._shelf: OrderedDict[Hashable, tuple[Texture, ...]] = OrderedDict()

    @property
    def held(self) -> int:
        """Bytes of the textures kept."""
        return self._held

    def bake(
        self,
        key: Hashable,
        name: str,
        group: Sequence[Sheet],
        table: Table,
        cameras: Sequence[Camera],
        palette: Palette,
        hand: Hand,
    ) -> tuple[Texture, ...]:
        """The textures of a group, baked now or before. `key` must tell everything that its pixels depend on."""
        full = (key, table, region_for(middle_of(group), table, cameras), tuple((s.name, s.z, s.blur) for s in group))
        if full in self._shelf:
            self._shelf.move_to_end(full)
            return self._shelf[full]
        textures = bake(name, group, table, cameras, palette, hand.marks)
        self._shelf[full] = textures
        self._held += _bytes(textures)
        while self._held > self._room and len(self._shelf) > 1:
            _, old = self._shelf.popitem(last=False)
            self._held -= _bytes(old)
        return textures


def _bytes(textures: Sequence[Texture]) -> int:
    return sum(t.image.width() * t.image.height() * 4 for t in textures)


@dataclass(frozen=True, slots=True)
class Scene:
    """A shot's stage: the table it was baked on and its layers from far to near."""

    table: Table
    layers: tuple[Layer, ...]
    shoulder: str
    shoulder_z: float


def _is_overhead(player: Player, players: Sequence[Player]) -> bool:
    """Whether a bird sees it over everybody's head: an umbrella, a kite."""
    tallest = max((p.lift + p.puppet.height for p in players if not p.is_thing), default=0.0)
    return player.is_thing and player.lift + player.puppet.height > tallest


def build_scene(
    staging: Staging,
    shoot: Shoot,
    palette: Palette,
    raster: Raster,
    cameras: Sequence[Camera],
    bakery: Bakery,
    hand: Hand,
    *,
    apart: bool = False,
) -> Scene:
    """Bake the set for the cameras of a shot and slip the players in between. `apart` keeps every sheet a texture of its own."""
    table = _table(shoot, raster, cameras)
    overhead = shoot.angle is Angle.BIRDS_EYE
    sheets = visible(_all_sheets(staging, shoot, palette), table, cameras)
    shoulder = staging.shoulder if shoot.angle is Angle.OVER_SHOULDER else ""
    shoulder_z = shoot.subject.z - SHOULDER_NEARNESS * (shoot.subject.z - shoot.middle.z)
    players = sorted((p for p in staging.players if p.name != shoulder), key=lambda p: -p.z)
    if shoot.angle is Angle.BIRDS_EYE:
        players.sort(key=lambda p: _is_overhead(p, players))
    backs = [p for p in staging.players if p.name == shoulder]
    cuts = [0.01] if overhead and players else sorted({p.z for p in players}, reverse=True)
    key = (staging.scenery, hand.key)
    layers: list[Layer] = []
    above = math.inf
    for i, cut in enumerate([*cuts, -math.inf]):
        block = [s for s in sheets if (above > s.z >= cut if not overhead else (i == 0) == (s.z >= 0))]
        most = MOST_BEHIND if i == 0 else MOST_BEFORE if cut == -math.inf else 1
        most = most if shoot.has_parallax else 1
        groups = [[sheet] for sheet in block] if apart else gather(block, table, cameras, most) if block else []
        for group in groups:
            layers += bakery.bake(key, group[-1].name, group, table, cameras, palette, hand)
        layers += [p for p in players if p.z == cut or (overhead and i == 0)]
        above = cut
    return Scene(table, (*layers, *backs), shoulder, shoulder_z)


def _table(shoot: Shoot, raster: Raster, cameras: Sequence[Camera]) -> Table:
    """A rolled or leaning frame needs a picture that covers it at every moment of the shot."""
    w, h = raster.width, raster.height
    lean = w * (1 + abs(shoot.middle.keystone))
    wide, tall = lean, float(h)
    for camera in cameras:
        a = math.radians(camera.roll)
        wide = max(wide, lean * abs(math.cos(a)) + h * abs(math.sin(a)))
        tall = max(tall, h * abs(math.cos(a)) + lean * abs(math.sin(a)))
    return Table(shoot.middle, math.ceil(wide / 2) * 2, math.ceil(tall / 2) * 2, high=h)


def _all_sheets(staging: Staging, shoot: Shoot, palette: Palette) -> list[Sheet]:
    order = staging.scenery
    scenery = scenery_for(order.kind)
    if staging.table_top:
        return list(table_top.sheets(order, palette))
    if shoot.angle is Angle.BIRDS_EYE:
        return [*scenery.plan(order, palette), *seating.from_above(order, palette)]
    dressed = dressing.dress(scenery.sheets(order, palette), order, palette, scenery.room)
    sheets = [
        *dressed,
        *lamplight.pools(lamplight.lamps_of_set(scenery.sheets, order, palette), palette),
        *seating.sheets(order, palette),
        *heavens.sheets(order, palette),
        *_wings(staging, shoot, palette),
    ]
    sheets += _sign(staging, shoot, palette)
    sheets = taken_apart(sheets, order, parallax=shoot.has_parallax)
    return [replace(s, blur=_blur(s.z, staging.setup.size)) if s.blur == 0 else s for s in sheets]


SIGN_Z = 1.0


def _sign(staging: Staging, shoot: Shoot, palette: Palette) -> list[Sheet]:
    """A place that no set stands for is named on a board that hangs in the frame's upper corner, away from the face, at a
    size that can be read; in closer shots it would only disturb."""
    order = staging.scenery
    if not order.sign or staging.setup.size not in (Size.EXTREME_WIDE, Size.WIDE, Size.FULL):
        return []
    s = shoot.middle.scale(SIGN_Z)
    ox, oy = shoot.middle.origin(SIGN_Z)
    side = 1 if shoot.subject.look >= 0 else -1
    away = (
        0.0 if not shoot.subject.sole or staging.setup.size in (Size.EXTREME_WIDE, Size.WIDE) else 0.26 * shoot.aspect
    )
    x, y = (side * away - ox) / s, (oy + 0.36) / (s * shoot.middle.squash)

    def paint(knife: Knife, x0: float, x1: float) -> None:
        knife.canvas.save()
        knife.canvas.translate(x, y)
        parts.hang_sign(knife, order.sign, palette, 0.042 / s)
        knife.canvas.restore()

    return [Sheet(f"sign {x:.3f} {y:.3f}", SIGN_Z, paint, bottom=y - 0.2 / s, gap=1.2, apart=True)]


def _blur(z: float, size: Size) -> float:
    """Depth of field: the closer the shot, the softer what is far behind. In picture lines (sigma)."""
    most = {Size.CLOSE: 2.0, Size.CLOSE_UP: 3.6, Size.EXTREME_CLOSE_UP: 5.5, Size.MEDIUM_CLOSE: 1.2}.get(size, 0.0)
    return most * z / (z + 4.0) if z > 1.4 else 0.0


_FRAMED = frozenset({Move.STATIC, Move.PUSH_IN, Move.PULL_OUT, Move.HANDHELD, Move.ZOOM_IN, Move.ZOOM_OUT})
"""Moves that keep the frame's edges; in the others a piece near the lens would sweep across the players."""

_OUTWARD = {Size.EXTREME_WIDE: 0.0, Size.WIDE: 0.0, Size.FULL: 0.08}
"""How far beyond the edge the dark pieces begin (frame heights); closer shots have none."""


def _wings(staging: Staging, shoot: Shoot, palette: Palette) -> list[Sheet]:
    """Darker pieces standing near the lens at one or both edges of the middle framing."""
    outward = _OUTWARD.get(staging.setup.size)
    if outward and not shoot.subject.sole:
        outward = 0.24  # the outermost of a company stands near the edge, and must not be covered
    level = shoot.angle in (Angle.EYE_LEVEL, Angle.LOW, Angle.DUTCH)
    if outward is None or shoot.move not in _FRAMED or not level:
        return []
    z = shoot.middle.z + 0.42 * (shoot.subject.z - shoot.middle.z)
    first = -1 if chance(staging.scenery.seed, 31) < 0.5 else 1
    # The second side stands back, or the frame would be a symmetrical window.
    sides = [(first, outward)] if staging.setup.size is Size.FULL else [(first, outward), (-first, outward + 0.11)]
    camera = _widest(shoot, z)
    return [_wing(side, z, out, camera, staging, shoot, palette) for side, out in sides]


def _widest(shoot: Shoot, z: float) -> Camera:
    """The camera of the shot that takes in most at depth z: what frames that one never closes in on the players."""
    ends = (camera_at(shoot, 0.0), camera_at(shoot, shoot.seconds), shoot.middle)
    return min(ends, key=lambda camera: camera.scale(z) or math.inf)


def _wing(
    side: int, z: float, outward: float, camera: Camera, staging: Staging, shoot: Shoot, palette: Palette
) -> Sheet:
    s = camera.scale(z)
    tall = 1 / s
    ox, oy = camera.origin(z)
    # The lower outer corner of the frame, in world units at that depth.
    x = (side * (shoot.aspect / 2 + outward) - ox) / s
    y = (oy - 0.5) / (s * camera.squash)
    order = staging.scenery
    scenery = scenery_for(order.kind)

    def paint(knife: Knife, x0: float, x1: float) -> None:
        knife.canvas.save()
        knife.canvas.translate(x, y)
        knife.canvas.scale(-side * tall, tall)
        scenery.wing(
            knife.scaled(tall),
            side,
            order.seed + side,
            order,
            palette,
        )
        knife.canvas.restore()

    return Sheet(
        f"wing {side} {x:.4f} {y:.4f}",
        z - 0.001 * (side + 1),
        paint,
        gap=1.6,
        apart=True,
        blur=1.2,
    )

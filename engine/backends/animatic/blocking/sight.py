"""What the lens takes in, in metres, so that props can be cheated into the picture as on any set.

A cup on the floor is nowhere in a close-up. The prop department looks through the finder first and lifts or slides things
until they show, since nobody sees what they stand on.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.backends.animatic.camera import Camera, Shoot, camera_at, pitch_of
from engine.backends.animatic.framing import follow_x, shoot_for
from engine.backends.animatic.stage import Act, Player, Staging
from engine.film.setup import Move

_MOMENTS = (0.3, 0.5, 0.8)
_TILTS = frozenset({Move.TILT_UP, Move.TILT_DOWN})
_END = (1.0,)  # a tilt begins on ground or sky and is made for where it ends
_FOOT = 0.05  # of the window's height: how far above the frame's foot a cheated thing stands
_PEEKS = 0.30  # how much of the window a big thing may fill from below
_MOSTLY = 0.5  # what shows this much of itself under the frame's head is not lowered: an umbrella stays over its head
_TOO_BIG = 1.3  # in window widths: nobody can cheat a house into a close-up


@dataclass(frozen=True, slots=True)
class Window:
    """The picture's edges in world units at the depth of the players. `chin` is how high the framed face begins: nothing is
    lifted higher than that before a face."""

    left: float
    right: float
    bottom: float
    top: float
    chin: float = math.inf
    away: float = 8.0  # from the lens to the players

    @property
    def width(self) -> float:
        """Units from side to side."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Units from foot to head."""
        return self.top - self.bottom


def window_of(staging: Staging, aspect: float) -> Window | None:
    """What the camera sees through most of the shot at the players' depth; None from straight above, where all is seen."""
    if pitch_of(staging.setup.angle) >= 80 or not staging.players:
        return None
    shoot = shoot_for(staging, aspect)
    z = staging.players[0].z
    views: list[Window] = []
    for share in _END if staging.setup.move in _TILTS else _MOMENTS:
        at = share * staging.seconds
        camera = camera_at(shoot, at, follow_x(staging, at) if staging.setup.move is Move.FOLLOW else None)
        views.append(_seen_by(camera, z, aspect))
    common = Window(
        max(v.left for v in views), min(v.right for v in views), max(v.bottom for v in views), min(v.top for v in views)
    )
    usable = common.width > 0.5 * views[len(views) // 2].width and common.height > 0.5 * views[len(views) // 2].height
    seen = common if usable else views[len(views) // 2]
    return replace(seen, chin=_chin(shoot), away=views[len(views) // 2].away)


def _chin(shoot: Shoot) -> float:
    """Under the chin of the first and over the chest of the others. Puppets foreshorten themselves while the ground under
    them is squashed, so heights are told in units of the ground; a face seen from above hangs lower."""
    subject = shoot.subject
    under = 1.0 if shoot.middle.pitch > 0 else 0.55
    chin = subject.lift + (subject.eye - under * subject.head) / shoot.middle.squash
    return math.inf if subject.is_thing else min(chin, subject.low)


def _seen_by(camera: Camera, z: float, aspect: float) -> Window:
    scale = max(camera.scale(z), 1e-6)
    x0, y0 = camera.origin(z)
    up = scale * camera.squash
    edges = (-aspect / 2 - x0) / scale, (aspect / 2 - x0) / scale, (y0 - 0.5) / up, (y0 + 0.5) / up
    return Window(*edges, away=max(z - camera.z, 0.1))


def cheated(thing: Player, window: Window, faces: Sequence[tuple[float, float]] = ()) -> Player:
    """The thing where the lens can see it: lifted above the frame's foot, under its head, and between its sides. `faces`
    are (x, half width) of those it should stand clear of. What travels is only lifted."""
    puppet = thing.puppet
    if puppet.width > _TOO_BIG * window.width:
        return thing
    foot = window.bottom + _FOOT * window.height
    shown = min(puppet.height, _PEEKS * window.height)
    lift = max(thing.lift, foot + shown - puppet.height)
    if window.top - lift < _MOSTLY * puppet.height:
        lift = min(lift, max(window.top - _FOOT * window.height - puppet.height, foot - puppet.height + shown))
    lift = max(lift, min(thing.lift, 0.0))  # a column stands on the ground, however close we are
    at = thing.beats[0].x0
    shift = 0.0 if _travels(thing) else _into(at, puppet.width, window, faces) - at
    if lift > thing.lift + 0.05 and lift + puppet.height > window.chin:
        aside = 0.0 if _travels(thing) else _aside(at + shift, puppet.width, window, faces) - at
        clear = _hides(at + aside, puppet.width / 2, faces) <= 0
        shift, lift = (aside, lift) if clear else (shift, max(thing.lift, window.chin - puppet.height))
    beats = tuple(replace(beat, x0=beat.x0 + shift, x1=beat.x1 + shift) for beat in thing.beats)
    return replace(thing, lift=lift, beats=beats)


def _travels(thing: Player) -> bool:
    return any(abs(beat.x1 - beat.x0) > 0.02 or beat.act in (Act.ENTER, Act.EXIT) for beat in thing.beats)


def _into(x: float, width: float, window: Window, faces: Sequence[tuple[float, float]]) -> float:
    """The nearest x between the frame's sides; among the two sides the one where fewer faces are."""
    half = min(width / 2, 0.45 * window.width)
    left, right = window.left + half + 0.02 * window.width, window.right - half - 0.02 * window.width
    if left <= x <= right:
        return x
    near, far = sorted((left, right), key=lambda edge: abs(edge - x))
    return near if _hides(near, half, faces) <= _hides(far, half, faces) + 0.05 else far


def _aside(x: float, width: float, window: Window, faces: Sequence[tuple[float, float]]) -> float:
    """The place between the frame's sides and beside the faces that is nearest to x; x itself where there is none."""
    half = width / 2
    places = [at + way * (r + half + 0.01) for at, r in faces for way in (-1, 1)]
    inside = [place for place in places if window.left + half <= place <= window.right - half]
    free = [place for place in inside if _hides(place, half, faces) <= 0]
    return min(free, key=lambda place: abs(place - x), default=x)


def _hides(x: float, half: float, faces: Sequence[tuple[float, float]]) -> float:
    """How many units of faces a thing at x covers."""
    return sum(max(0.0, half + r - abs(x - at)) for at, r in faces)

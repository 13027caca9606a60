"""Plays a shot's drawn panels under its camera move: two and a half dimensions, and no puppets at all.

The move is the one the camera department would make on a set (engine.backends.animatic.camera), held back so far that the frame hardly
leaves the board; a panel drawn longer than the frame is travelled over from end to end.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.camera import Camera, Frame, Shoot, Subject, camera_at, ease
from engine.backends.animatic.panels.planes import MARGIN, Planes
from engine.backends.animatic.paper import LINEAR, bgra
from engine.film.rate import Raster
from engine.film.setup import Angle, Move, Setup

FOCAL = 1.6
"""How far before the panel the camera stands, in frame heights."""

ENLARGED = 1.22
"""How much a panel may be enlarged to keep the frame on the board; a move that needs more is held back."""

_TRAVELS: dict[Move, tuple[int, int]] = {
    Move.PAN_RIGHT: (1, 0), Move.PAN_LEFT: (-1, 0), Move.TRUCK_RIGHT: (1, 0), Move.TRUCK_LEFT: (-1, 0), Move.FOLLOW: (1, 0),
    Move.TILT_UP: (0, -1), Move.TILT_DOWN: (0, 1), Move.CRANE_UP: (0, -1), Move.CRANE_DOWN: (0, 1),
}  # fmt: skip
"""Moves that travel over a long panel, and which way (right, down)."""


_PARTING = frozenset(
    {Move.PUSH_IN, Move.PULL_OUT, Move.TRUCK_LEFT, Move.TRUCK_RIGHT, Move.FOLLOW, Move.CRANE_UP, Move.CRANE_DOWN}
    | {Move.ORBIT_LEFT, Move.ORBIT_RIGHT}
)


@dataclass(frozen=True, slots=True)
class Panel:
    """A panel made ready: its planes, and the frame of the shot from which on it is seen."""

    start: int
    planes: Planes


class PanelTheatre:
    """Draws the frames of a shot from its panels. Frames count from the shot's frame 0, as in Theatre."""

    def __init__(
        self, panels: Sequence[Panel], setup: Setup, raster: Raster, rate: Fraction, frames: int, seed: int
    ) -> None:
        self._panels = sorted(panels, key=lambda panel: panel.start)
        self._rate = rate
        self._width, self._height = raster.width, raster.height
        self._aspect = raster.width / raster.height
        self._seconds = float(frames / rate)
        self._move = setup.move
        self._depth = min(panel.planes.behind for panel in panels)
        long = any(panel.planes.wide > 1.1 * self._aspect or panel.planes.tall > 1.1 for panel in panels)
        move = Move.TRUCK_RIGHT if setup.move is Move.FOLLOW else setup.move
        move = Move.STATIC if long and setup.move in _TRAVELS else move
        self._shoot = _shoot(move, self._seconds, self._aspect, seed)
        path = [camera_at(self._shoot, float(frame / rate)) for frame in range(0, frames + 1, max(1, frames // 48))]
        self._held = self._held_back(path)
        self._zoom = min(ENLARGED, max(1.0, *(self._reach(self._eased(camera)) for camera in path)))

    def picture(self, frame: int) -> NDArray[np.uint8]:
        """The frame: uint8 (H, W, 4), BGRA, opaque. Yours to keep."""
        camera = self._eased(camera_at(self._shoot, float(frame / self._rate)))
        panel = self._panel(frame)
        pixels = np.empty((self._height, self._width, 4), np.uint8)
        canvas = skia.Surface.MakeRasterDirect(
            skia.ImageInfo.MakeN32Premul(self._width, self._height), pixels
        ).getCanvas()
        canvas.clear(skia.ColorBLACK)
        canvas.translate(self._width / 2, self._height / 2)
        canvas.rotate(camera.roll)
        self._lay(canvas, panel.planes, panel.planes.back, camera, panel.planes.behind, frame)
        if panel.planes.front is not None:
            self._lay(canvas, panel.planes, panel.planes.front, camera, 0.0, frame)
        if camera.smear:
            pixels = bgra(cv2.blur(pixels, (max(3, round(camera.smear * self._width)) | 1, 1)))
        pixels[:, :, 3] = 255
        return pixels

    def _panel(self, frame: int) -> Panel:
        """The one on the board at that frame; the first one also before its time."""
        return next((panel for panel in reversed(self._panels) if panel.start <= frame), self._panels[0])

    def _lay(
        self, canvas: skia.Canvas, planes: Planes, image: skia.Image, camera: Camera, z: float, frame: int
    ) -> None:
        scale, right, down = self._placed(camera, z)
        far_x, far_y = self._travel(planes, frame)
        k = scale * self._height / planes.dots
        x = (right + scale * far_x) * self._height - k * image.width() / 2
        y = (down + scale * far_y) * self._height - k * image.height() / 2
        canvas.drawImageRect(image, skia.Rect.MakeXYWH(x, y, k * image.width(), k * image.height()), LINEAR)

    def _placed(self, camera: Camera, z: float) -> tuple[float, float, float]:
        """(frame heights per frame height of the panel, its middle right of and below the frame's) of a plane at depth z. Under the
        resting camera every plane is as large as the panel."""
        grown = (z + FOCAL) / FOCAL * self._zoom
        s = camera.scale(z)
        ox, oy = camera.origin(z)
        return s * grown, ox, oy - s * 0.5

    def _travel(self, planes: Planes, frame: int) -> tuple[float, float]:
        """How far a long panel is shifted, so that the camera goes over it from one end to the other."""
        way = _TRAVELS.get(self._move)
        if way is None:
            return 0.0, 0.0
        share = ease(float(frame / self._rate) / max(self._seconds, 1e-6), 0.12) - 0.5
        spare = (max(0.0, planes.wide - self._aspect), max(0.0, planes.tall - 1.0))
        return -way[0] * share * spare[0], -way[1] * share * spare[1]

    def _eased(self, camera: Camera) -> Camera:
        """The camera with its sideways and upward way held back."""
        rest, k = self._shoot.middle, self._held
        if k >= 1:
            return camera
        return replace(
            camera,
            x=rest.x + k * (camera.x - rest.x),
            y=rest.y + k * (camera.y - rest.y),
            shift_x=rest.shift_x + k * (camera.shift_x - rest.shift_x),
            shift_y=rest.shift_y + k * (camera.shift_y - rest.shift_y),
            yaw=k * camera.yaw,
        )

    def _held_back(self, path: Sequence[Camera]) -> float:
        """How much of the move is made: all of it where the board allows, as a share."""
        self._held, self._zoom = 1.0, 1.0
        whips = self._move in (Move.WHIP_PAN_LEFT, Move.WHIP_PAN_RIGHT)  # a blur: it may begin beyond the panel
        room = 1.9 * MARGIN / self._aspect if whips else ENLARGED - 1
        over = max(self._reach(camera) for camera in path) - 1
        return 1.0 if over <= room else room / over

    def _reach(self, camera: Camera) -> float:
        """How much larger than the panel the part is that the frame shows of what lies farthest."""
        scale, right, down = self._placed(camera, self._depth)
        turn = math.radians(camera.roll)
        worst = 1.0
        for x, y in itertools.product((-self._aspect / 2, self._aspect / 2), (-0.5, 0.5)):
            u = (x * math.cos(turn) + y * math.sin(turn) - right) / scale
            v = (y * math.cos(turn) - x * math.sin(turn) - down) / scale
            worst = max(worst, abs(u) / (self._aspect / 2), abs(v) / 0.5)
        return worst


def _shoot(move: Move, seconds: float, aspect: float, seed: int) -> Shoot:
    """The camera before the board: it fills the frame, and its middle is aimed at."""
    half = aspect / 2
    subject = Subject(x=0.0, top=1.0, eye=0.5, head=0.3, left=-half, right=half, sole=True, is_thing=True)
    return Shoot(
        Camera(0.0, 0.5, -FOCAL, FOCAL),
        subject,
        Frame(1.0, 0.5, 0.5, 0.5),
        move,
        Angle.EYE_LEVEL,
        seconds,
        aspect,
        seed,
    )


def parts(move: Move) -> bool:
    """Whether a move shifts planes against each other: only then is a foreground worth cutting out."""
    return move in _PARTING


def travels(move: Move) -> bool:
    """Whether a move goes over a panel that is longer than the frame."""
    return move in _TRAVELS

"""A paper doll and ready stagings, so that the theatre is tested without anybody else's puppets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction

import pytest
import skia

from engine.backends.animatic.stage import PLAIN, Act, Beat, Dressing, Player, Pose, SetOrder, Staging
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import Raster
from engine.film.setup import Angle, Move, Setup, Size

SMALL = Raster(width=480, height=270)
FILM = Fraction(24)


@dataclass(frozen=True)
class Doll:
    """A round head (a quarter of the height) on a body of one colour; from above a disc on shoulders."""

    height: float = 1.7
    colour: int = 0xFFC0392B

    @property
    def width(self) -> float:
        return 0.6

    @property
    def eye_line(self) -> float:
        return self.height * 0.875

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        paint = skia.Paint(AntiAlias=True, Color=self.colour)
        h = self.height
        if pose.pitch >= 80:
            canvas.drawOval(skia.Rect.MakeLTRB(-0.3, -0.18, 0.3, 0.18), paint)
            return
        canvas.drawRect(skia.Rect.MakeLTRB(-0.2, -0.76 * h, 0.2, 0), paint)
        canvas.drawCircle(0, -0.875 * h, 0.125 * h, paint)
        # A nose tells where it faces, so that turning it changes pixels.
        paint.setColor(0xFFF0D0B0)
        canvas.drawCircle(0.1 * h * (pose.yaw / 180), -0.86 * h, 0.03 * h, paint)

    def bounds(self, pose: Pose) -> skia.Rect:
        return skia.Rect.MakeLTRB(-0.45, -1.05 * self.height, 0.45, 0.3)


def doll_at(
    x: float,
    name: str = "Ann",
    *,
    to: float | None = None,
    z: float = 0.0,
    colour: int = 0xFFC0392B,
    height: float = 1.7,
) -> Player:
    """A doll that stands at x, or walks from x to `to` in four seconds."""
    beat = Beat(Act.STAND, -2, 9, x, x, 30) if to is None else Beat(Act.WALK, 0, 4, x, to, 80)
    return Player(name, Doll(height, colour), (beat,), z=z)


def staged(
    *players: Player,
    kind: str = "street",
    time: str = "day",
    weather: str = "clear",
    size: Size = Size.FULL,
    angle: Angle = Angle.EYE_LEVEL,
    move: Move = Move.STATIC,
    focus: tuple[str, ...] = (),
    seconds: float = 4.0,
    seed: int = 11,
    dressing: Dressing = PLAIN,
    **more: str,
) -> Staging:
    """A staging with the given players (a single doll by default)."""
    cast = players or (doll_at(0.0),)
    scenery = SetOrder(kind, time, weather, seed, more.get("words", ""), more.get("sign", ""), dressing=dressing)  # pyright: ignore[reportArgumentType]
    setup = Setup(size=size, angle=angle, move=move)
    return Staging(setup, scenery, cast, focus or (cast[0].name,), seconds, seed, shoulder=more.get("shoulder", ""))


def _built(*players: Player, raster: Raster = SMALL, **how: object) -> Theatre:
    return Theatre(staged(*players, **how), raster, FILM)  # pyright: ignore[reportArgumentType]


@pytest.fixture
def theatre() -> Callable[..., Theatre]:
    """Builds a small theatre from `staged`'s arguments."""
    return _built


@pytest.fixture(scope="module")
def built() -> Callable[..., Theatre]:
    """`theatre`, for pictures that the tests of a whole file look at."""
    return _built


@pytest.fixture
def stand() -> Callable[..., Player]:
    """`doll_at`, for tests that place players themselves."""
    return doll_at


@pytest.fixture
def staging_of() -> Callable[..., Staging]:
    """`staged`, for tests that need the staging itself."""
    return staged

"""The people in the background of a crowded place: real puppets, standing still, faded toward the air.

They are painted into the set, so a crowd of forty costs a frame nothing.
"""

from __future__ import annotations

import functools

import skia

from engine.backends.animatic.palette import Palette
from engine.backends.animatic.paper import Knife, between, cells, chance, choose, skia_colour
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.sets.eastern import is_eastern
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import Act, Pose, Puppet, SetOrder

_PITCH = 0.78
_FOLK = ("a man, 40", "a woman, 30", "an old man, 70", "a young woman, 22", "a boy, 9", "an old woman, 68", "a young man, 25", "a girl, 8")  # fmt: skip
_WEAR = ("grey coat", "brown jacket", "blue dress", "green coat and hat", "shawl", "red skirt", "yellow sweater", "black suit and hat")  # fmt: skip
_ROBES = ("灰色长衫", "蓝色汉服", "褐色短衣，斗笠", "绿色汉服", "红色汉服", "白色长袍")
_CASTS = 24


def sheets(order: SetOrder, palette: Palette, room: tuple[float, float]) -> tuple[Sheet, ...]:
    """Two loose rows behind the stage, the farther one fuller. `room` is where there is ground to stand on."""
    near, far = room
    rows = ((near + 0.35 * (far - near), 0.55), (far, 0.9))
    return tuple(_row(z, share, order, palette) for z, share in rows)


def _row(z: float, share: float, order: SetOrder, palette: Palette) -> Sheet:
    haze = min(0.62, 0.26 + 0.05 * z)
    air = palette.at(palette.far, z)

    def paint(knife: Knife, x0: float, x1: float) -> None:
        veil = skia.Paint(ColorFilter=skia.ColorFilters.Blend(skia_colour(air, haze), skia.BlendMode.kSrcATop))
        knife.canvas.saveLayer(None, veil)
        for i in cells(x0, x1, _PITCH, 1):
            if chance(order.seed, i, int(z * 10), 681) < share:
                _stand(
                    knife.canvas,
                    (i + between(-0.3, 0.3, order.seed, i, 682)) * _PITCH,
                    order,
                    order.seed * 13 + i * 7 + int(z * 10),
                )
        knife.canvas.restore()

    return Sheet(f"crowd {z:.2f}", z, paint, top=2.1, bottom=-0.25, gap=0.8, life=True)


def _stand(canvas: skia.Canvas, x: float, order: SetOrder, seed: int) -> None:
    puppet = _walk_on(seed % _CASTS, is_eastern(order))
    side = 1 if chance(seed, 1) < 0.5 else -1
    act = choose((Act.STAND, Act.TALK, Act.WALK, Act.LOOK), seed, 2)
    walks = act is Act.WALK
    pose = Pose(
        act=act, phase=between(0.1, 1.2, seed, 3), length=2.0, travel=1.1 * side if walks else 0.0,
        yaw=side * (82.0 if walks else between(20, 75, seed, 4)), clock=between(0, 3, seed, 5),
    )  # fmt: skip
    canvas.save()
    canvas.translate(x, 0)
    canvas.scale(1, -1)
    puppet.draw(canvas, pose)
    canvas.restore()


@functools.lru_cache(maxsize=2 * _CASTS)
def _walk_on(number: int, eastern: bool) -> Puppet:
    """One of the company's walk-ons."""
    wear = choose(_ROBES if eastern else _WEAR, number, 11)
    return puppet_for(f"walk-on {number}", _FOLK[number % len(_FOLK)], wear, number * 37 + 5)

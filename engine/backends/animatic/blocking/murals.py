"""Who is only painted on a wall is a picture there: flat, still and behind everybody, until it comes off it.

A dragon that somebody paints would else stand among the company, as solid as the painter, and the camera would frame by it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import skia

from engine.backends.animatic.blocking.parts import puppet_of
from engine.backends.animatic.blocking.things import Thing
from engine.backends.animatic.stage import Act, Beat, Player, Pose, Puppet, Staging
from engine.film.setup import Size
from engine.plan.orders import ShotOrder, SubjectOrder

_WALL_ZH = r"(?:墙|壁|影壁|墙壁|石壁|粉壁)"
_PAINTED = (
    rf"{_WALL_ZH}(?:面)?[上间](?:[^，。！？]{{0,3}}[画绘][着了出]?)[^，。！？]{{0,6}}NAME",
    r"(?:壁画|画|画像|画卷)[中上里]的?[^，。！？]{0,2}NAME",
    r"\b(?:paint|draw|sketch)\w*\s+(?:(?:an?|the|his|her|its)\s+)?(?:\w+\s+){0,2}?NAME\b[^.!?]{0,24}?\bon (?:the|an?|his|her) (?:\w+ ){0,2}?wall",
    r"\bNAME\s+(?:that is |is )?(?:painted|drawn|sketched)\s+(?:up)?on\b",
    r"\bpainted NAME\b",
    r"\b(?:mural|fresco|wall painting) of (?:(?:an?|the)\s+)?(?:\w+\s+){0,2}?NAME\b",
)
_INDOORS = (
    rf"{_WALL_ZH}(?:面)?上的[^，。！？]{{0,3}}NAME",
    r"\bNAME on the (?:\w+ )?wall\b",
)
"""Outdoors a cat on the wall is on top of it."""
_COMES_OFF = re.compile(
    r"飞[出走离上向]|破壁|冲[破出]|跳[出下]|爬[出下]|活了|[走跃]出|\b(?:fl(?:ies|y|ew)|leaps?|jumps?|climbs?|steps?|bursts?|breaks?|comes?)"
    r"\s+(?:\w+\s+)?(?:off|out|away|alive|down|free|from)\b",
    re.I,
)
_CANVAS = re.compile(r"画|图画|壁画|(?:the |a )?(?:painting|mural|fresco)", re.I)
_SMALL = 0.5  # units: a gecko on the wall is a gecko
_SHARE = 0.62  # of the frame's width that the picture may fill
_TALL, _LOW, _DEEP = (
    1.05,
    0.86,
    0.75,
)  # units: the picture's height at most, its foot over the ground, and how far behind
_FLAT = 0.86  # how much of its colour is left


def painted(order: ShotOrder, people: Sequence[SubjectOrder]) -> tuple[SubjectOrder, ...]:
    """Those of the cast who are pictures in this shot; nobody where nobody else is there to look."""
    if _COMES_OFF.search(order.action):
        return ()
    shapes = (*_PAINTED, *(_INDOORS if order.place.interior is not False else ()))
    walled = tuple(subject for subject in people if any(_shows(shape, subject, order.action) for shape in shapes))
    return walled if len(walled) < len(people) else ()


def _shows(shape: str, subject: SubjectOrder, action: str) -> bool:
    names = "|".join(re.escape(name) for name in sorted((subject.name, *subject.aliases), key=len, reverse=True))
    return re.search(shape.replace("NAME", f"(?:{names})"), action, re.I) is not None


def hung(walled: Sequence[SubjectOrder], players: Sequence[Player], room: float) -> tuple[Player, ...]:
    """The players with the pictures behind them. `room` is about how wide the frame is at the players, in units."""
    made = list[Player]()
    acting = [player for player in players if not player.is_thing]
    spans = [(p.beats[-1].x1 - p.puppet.width / 2, p.beats[-1].x1 + p.puppet.width / 2) for p in acting] or [(0.0, 0.0)]
    for place, subject in enumerate(walled):
        puppet = puppet_of(subject)
        if puppet.height < _SMALL:
            continue
        side = 1 if sum(beat.yaw for player in acting for beat in player.beats[:1]) >= 0 else -1
        picture = Mural(puppet, _SHARE * room)
        edge = max(span[1] for span in spans) if side > 0 else min(span[0] for span in spans)
        x = edge + side * (0.46 + 1.1 * place) * picture.width  # a sleeve may cover its frame, nobody covers its face
        still = Beat(Act.STAND, 0.0, 1.0, x, x, 0.0)
        made.append(
            Player(
                subject.name,
                picture,
                (still,),
                z=_DEEP,
                lift=_LOW + max(0.0, 0.3 * (1 - picture.height)),
                is_thing=True,
            )
        )
    return tuple(sorted((*players, *made), key=lambda player: -player.z))


def in_view(staging: Staging, walled: Sequence[SubjectOrder]) -> Staging:
    """The staging with the pictures in its frame: a full shot holds them anyway, a face alone needs none."""
    if staging.setup.size is not Size.MEDIUM or not staging.focus:
        return staging
    names = [player.name for player in staging.players if isinstance(player.puppet, Mural)]
    seen = [subject.name for subject in walled if subject.name in names and subject.name not in staging.focus]
    return replace(staging, focus=(*staging.focus, *seen[:1]))


def without_the_canvas(things: Sequence[Thing], walled: Sequence[SubjectOrder]) -> tuple[Thing, ...]:
    """The props without the "painting" in the painter's hand: it is on the wall."""
    return tuple(thing for thing in things if not (walled and _CANVAS.fullmatch(thing.name)))


class Mural:
    """A puppet as a picture on a sheet of plaster: one pose, pale, no joint moves."""

    def __init__(self, puppet: Puppet, widest: float) -> None:
        self._puppet = puppet
        self._pose = Pose(yaw=-38.0)
        box = puppet.bounds(self._pose)
        self._scale = min(_TALL / puppet.height, widest / max(puppet.width, 0.1))
        self.width, self.height = puppet.width * self._scale * 1.14, max(puppet.height * self._scale * 1.3, 0.9)
        self.eye_line = self.height / 2
        self._left = (box.left() + box.right()) / 2 * self._scale

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Draw with the origin at the picture's foot, whatever the pose asks."""
        w, h = self.width, self.height
        plaster = skia.Paint(AntiAlias=True, Color=skia.Color(172, 158, 138))
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-w / 2, -h, w / 2, 0), 0.03, 0.03, plaster)
        rim = skia.Paint(
            AntiAlias=True, Color=skia.Color(112, 96, 78), Style=skia.Paint.kStroke_Style, StrokeWidth=0.035
        )
        canvas.drawRoundRect(skia.Rect.MakeLTRB(-w / 2 + 0.04, 0.04 - h, w / 2 - 0.04, -0.04), 0.02, 0.02, rim)
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(0.06 - w / 2, 0.06 - h, w / 2 - 0.06, -0.06))
        canvas.saveLayer(None, skia.Paint(Alphaf=_FLAT))
        canvas.translate(-self._left, -(h - self._puppet.height * self._scale) / 2)
        canvas.scale(self._scale, self._scale)
        self._puppet.draw(canvas, replace(self._pose, pitch=0.0))
        canvas.restore()
        canvas.restore()

    def bounds(self, pose: Pose) -> skia.Rect:
        """A box that holds every pixel."""
        return skia.Rect.MakeLTRB(-self.width / 2, -self.height, self.width / 2, 0.0)

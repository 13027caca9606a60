"""The theatre: one staged shot, any frame of it on demand.

Nothing is remembered that could change a picture: textures are baked from the staging alone and drawings are made per
hold (two frames, 'on twos'), so frame 40 is the same whether frame 39 was drawn or not.
"""

from __future__ import annotations

import math
import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic import light, weather
from engine.backends.animatic.acting import Placed, holder_at, in_hand, is_in_use, pose_at
from engine.backends.animatic.apertures import aperture, before_lens
from engine.backends.animatic.camera import Camera, camera_at
from engine.backends.animatic.easel import Drawing, Easel, alpha_of, back_of, draw_player, easel_for, seen_from
from engine.backends.animatic.framing import follow_x, shoot_for, shoulder_side
from engine.backends.animatic.mediums.hand import hand_for
from engine.backends.animatic.palette import mix
from engine.backends.animatic.paper import bgra
from engine.backends.animatic.puppets.grips import InHand
from engine.backends.animatic.scenes import Bakery, Layer, Scene, build_scene
from engine.backends.animatic.sets.lamplight import lamps_of_set
from engine.backends.animatic.sets.shelf import scenery_for
from engine.backends.animatic.sets.shell import WALL
from engine.backends.animatic.sheets import Texture, Way
from engine.backends.animatic.stage import INDOORS, Player, Puppet, SetOrder, Staging, glow_of
from engine.backends.animatic.stirring import Moment
from engine.backends.animatic.winds import bough, draught, gust
from engine.film.rate import Raster
from engine.film.setup import Angle, Move, Size

DRAWINGS_PER_SECOND = 12
"""Puppets are drawn 'on twos'; the camera moves every frame."""

KEPT_DRAWINGS = 24


@dataclass(frozen=True, slots=True)
class Laid:
    """A layer as it lies in a frame's composed picture: a texture, or a player as the `drawing` of the present hold. `way` leads
    there from the layer's own pixels (the table's, or those of the hold's first frame); `away` is in metres from the lens."""

    layer: Layer
    drawing: Drawing | None
    way: Way
    away: float
    moment: Moment

    def draw(self, canvas: skia.Canvas) -> None:
        """The layer without its shadow."""
        if isinstance(self.layer, Texture):
            self.layer.draw(canvas, self.way, moment=self.moment)
        elif self.drawing is not None:
            self.drawing.lay_figure(canvas, self.way)


class Theatre:
    """Draws the frames of one staged shot. Frames count from the shot's frame 0 (negative in the head handle).

    `bakery` keeps textures from shot to shot; without one the shot bakes its own. `apart` keeps every sheet of the set a layer of its
    own, where a take presses together what moves together: slower, for passes that ask how far each of them is.
    """

    def __init__(
        self, staging: Staging, raster: Raster, rate: Fraction, bakery: Bakery | None = None, *, apart: bool = False
    ) -> None:
        self.hand = hand = hand_for(staging.style)
        self.staging = staging = hand.blocking(seated(staging))
        self.rate = rate
        self.width, self.height = raster.width, raster.height
        self.palette = hand.palette(staging.scenery)
        self._air = hand.air(self.palette)
        self._grade = hand.grade(staging.scenery, self.palette)
        self.shoot = shoot_for(staging, raster.width / raster.height)
        self._lamps = lamps_of(staging)
        self._beyond = weather.beyond(staging.scenery) if self.shoot.angle is not Angle.BIRDS_EYE else None
        self._set_lamps = lamps_of_set(scenery_for(staging.scenery.kind).sheets, staging.scenery, self.palette)
        self._players = {player.name: player for player in staging.players}
        self._lamplight = mix(self.palette.light, (1.0, 0.66, 0.34), 0.55)
        self._drawings: OrderedDict[tuple[str, int], Drawing | None] = OrderedDict()
        self._last: tuple[object, NDArray[np.uint8]] | None = None
        self._glass = hand.glass(raster.width, raster.height, self.palette)
        self._before: NDArray[np.uint8] | None = None
        if staging.peephole:
            cut = aperture(staging.peephole, raster.width, raster.height, self.palette, staging.scenery.seed)
            self._glass, self._before = before_lens(self._glass, cut)
        frames = range(math.ceil(staging.seconds * rate) + 1)
        cameras = [
            self.camera(f) for f in (frames if self.shoot.has_parallax else frames[:: max(1, len(frames) // 24)])
        ]
        cameras.append(self.camera(frames[-1]))
        self._scene: Scene = build_scene(
            staging, self.shoot, self.palette, raster, cameras, bakery or Bakery(), hand, apart=apart
        )

    @property
    def textures(self) -> tuple[Texture, ...]:
        """The baked set, far to near."""
        return tuple(layer for layer in self._scene.layers if isinstance(layer, Texture))

    def camera(self, frame: int) -> Camera:
        """The camera of a frame."""
        seconds = float(frame / self.rate)
        x = follow_x(self.staging, seconds) if self.shoot.move is Move.FOLLOW else None
        return camera_at(self.shoot, seconds, x)

    def picture(self, frame: int) -> NDArray[np.uint8]:
        """The frame: uint8 (H, W, 4), BGRA, opaque, display-referred bt709. Yours to keep."""
        camera = self.camera(frame)
        every = weather.falls(self.staging.scenery) or weather.flash(self.staging.scenery, float(frame / self.rate))
        every = every or self._beyond is not None or any(texture.drift for texture in self.textures)
        sight = (camera, self._hold(frame), frame if every else 0)
        if self._last is None or self._last[0] != sight:
            self._last = (sight, self._finish(self._compose(camera, frame), camera, frame))
        return self._last[1].copy()

    def mask(self, name: str, frame: int) -> NDArray[np.bool_]:
        """Where that player is seen in the frame: bool (H, W). What stands before the player is cut out of it; weather and
        shadows don't count. Empty when the player isn't in the shot."""
        camera = self.camera(frame)
        table = self._scene.table
        pixels = np.zeros((table.height, table.width, 4), np.uint8)
        canvas = _canvas_on(pixels)
        seen = False
        for layer in self._layers_in_order():
            if isinstance(layer, Player):
                drawing, way = self._drawn(layer, frame, camera)
                if drawing is None or way is None:
                    continue
                if layer.name == name:
                    drawing.lay_figure(canvas, way)
                    seen = True
                elif seen:
                    drawing.lay_figure(canvas, way, skia.BlendMode.kDstOut)
            elif seen and (way := self._way_of(layer, camera, frame)) is not None:
                layer.draw(canvas, way, skia.BlendMode.kDstOut, self._moment(frame))
        return alpha_of(self._upright(pixels, camera))

    def plate(self, frame: int) -> NDArray[np.uint8]:
        """The frame without its cast, and without what they hold: uint8 (H, W, 4), BGRA. Set, props and weather stay."""
        camera = self.camera(frame)
        return self._finish(self._compose(camera, frame, cast=False), camera, frame)

    def laid(self, frame: int) -> tuple[Laid, ...]:
        """What lies in the composed picture of a frame, far to near (see `lens` for the way from there into the frame)."""
        camera, found = self.camera(frame), list[Laid]()
        for layer in self._layers_in_order():
            if isinstance(layer, Texture):
                drawing, way, z = None, self._way_of(layer, camera, frame), layer.z
            else:
                drawing, way = self._drawn(layer, frame, camera)
                z = self._depth_of(layer, camera)
            if way is not None and (drawing is not None or isinstance(layer, Texture)):
                found.append(Laid(layer, drawing, way, z - camera.z, self._moment(frame)))
        return tuple(found)

    def posed(self, player: Player, frame: int) -> tuple[Puppet, Placed, Easel, Way] | None:
        """The puppet (a thing with the hand that holds it), how it stands in the drawing that the frame shows, the easel it was
        drawn on, and the way from that picture into the frame's composed one. None when it is behind the lens."""
        hold = self._hold(frame)
        held = self.camera(math.ceil(hold * self.rate / DRAWINGS_PER_SECOND))
        _, way = self._drawn(player, frame, self.camera(frame))
        placed = self._placed(player, hold / DRAWINGS_PER_SECOND, held)
        if player.name == self._scene.shoulder:
            side = shoulder_side(self.staging)
            placed, easel = back_of(placed, side), self._shoulder_easel(player, side, held)
        else:
            easel = easel_for(player, placed, held, self._scene.table)
        puppet = self._as_held(player, hold / DRAWINGS_PER_SECOND, held).puppet
        return (puppet, placed, easel, way) if way is not None and easel.scale > 0 else None

    @property
    def composed(self) -> tuple[int, int]:
        """Width and height of the composed picture, in pixels."""
        return self._scene.table.width, self._scene.table.height

    def _hold(self, frame: int) -> int:
        """Which drawing a frame shows."""
        return math.floor(frame * DRAWINGS_PER_SECOND / self.rate)

    def _moment(self, frame: int) -> Moment:
        """What the air does to the set in a frame, on twos as the puppets are."""
        seconds, order = self._hold(frame) / DRAWINGS_PER_SECOND, self.staging.scenery
        return Moment(seconds, gust(order, seconds), draught(order), self._scene.table.high / 720)

    def _layers_in_order(self) -> Sequence[Layer]:
        return self._scene.layers

    def _compose(self, camera: Camera, frame: int, *, cast: bool = True) -> NDArray[np.uint8]:
        """The upright picture, before roll: textures and players from far to near (`cast`: those who act, and what they hold)."""
        table = self._scene.table
        pixels = np.empty((table.height, table.width, 4), np.uint8)
        canvas = _canvas_on(pixels)
        canvas.clear(skia.ColorBLACK)
        rained = not weather.stirs(self.staging.scenery)
        dark = weather.flash(self.staging.scenery, float(frame / self.rate)) == 0
        outside = self._beyond
        lows = self._hidden_from(camera)
        for layer, low in zip(self._layers_in_order(), lows, strict=True):
            if isinstance(layer, Player):
                if not rained:
                    self._weather(canvas, camera, frame, far=True)
                    rained = True
                drawing, way = self._drawn(layer, frame, camera)
                if drawing is not None and way is not None and (cast or is_prop(layer)):
                    drawing.lay(canvas, way)
                continue
            if layer.name == WALL and outside is not None:  # behind its first piece: a wide wall is several
                self._weather(canvas, camera, frame, far=True, order=outside)
                outside = None
            if (way := self._way_of(layer, camera, frame)) is not None and not (dark and layer.name == weather.BOLT):
                self._lay(layer, way, low, canvas, pixels, frame)
        for player in self._lamps:
            if cast or is_prop(player):
                self._glow(pixels, player, camera, frame)
        if weather.stirs(self.staging.scenery):
            if not rained:
                self._weather(canvas, camera, frame, far=True)
            self._weather(canvas, camera, frame, far=False)
        return pixels

    def _glow(self, pixels: NDArray[np.uint8], player: Player, camera: Camera, frame: int) -> None:
        """What a lantern lights, flickering with its drawings."""
        seconds = self._hold(frame) / DRAWINGS_PER_SECOND
        easel = easel_for(player, self._placed(player, seconds, camera), camera, self._scene.table)
        reach, share = glow_of(player.puppet)
        flicker = 1 + 0.04 * math.sin(seconds * 9.1 + player.seed) + 0.03 * math.sin(seconds * 21.7)
        y = easel.y - share * player.puppet.height * easel.scale * (camera.pitch < 80)
        strength = (0.85 if self.palette.is_dark else 0.5) * self.hand.style.lighting.glow
        light.lay_glow(pixels, easel.x, y, reach * easel.scale, self._lamplight, strength * flicker)

    def _way_of(self, texture: Texture, camera: Camera, frame: int) -> Way | None:
        """The texture's way into the frame; what runs past by itself has gone on since frame 0, by whole pixels, and boughs
        before the lens sway in the wind."""
        table = self._scene.table
        way = table.way(camera, texture.z)
        if way is not None and texture.name.startswith("wing"):
            blows = bough(self.staging.scenery, frame / self.rate, right=texture.name.startswith("wing 1"))
            return replace(way, bx=way.bx + round(blows * table.high)) if blows else way
        if way is None or texture.drift is None:
            return way
        gone = texture.drift.gone(float(frame / self.rate)) * table.place(table.camera, texture.z)[0]
        return replace(way, bx=way.bx - round(way.a * gone))

    def _lay(
        self, texture: Texture, way: Way, low: int, canvas: skia.Canvas, pixels: NDArray[np.uint8], frame: int
    ) -> None:
        """A texture, down to the row from which it is hidden."""
        if texture.covers and not texture.is_copied_by(way):
            texture.lay_first(pixels, way, low)
            return
        canvas.save()
        canvas.clipRect(skia.Rect.MakeLTRB(0, 0, self._scene.table.width, low))
        texture.draw(canvas, way, moment=self._moment(frame))
        canvas.restore()

    def _hidden_from(self, camera: Camera) -> list[int]:
        """For each layer the row from which nearer ground hides it: what nobody sees is not drawn, which saves two thirds
        of a frame with parallax."""
        table = self._scene.table
        lows, low = [], table.height
        for layer in reversed(self._layers_in_order()):
            lows.append(low)
            if not isinstance(layer, Player) and math.isfinite(layer.opaque_from):
                way = table.way(camera, layer.z)
                if way is not None:
                    low = min(low, math.ceil(way.a * layer.opaque_from + way.by) + 1)
        return lows[::-1]

    def _weather(
        self, canvas: skia.Canvas, camera: Camera, frame: int, *, far: bool, order: SetOrder | None = None
    ) -> None:
        scenery = order or self.staging.scenery
        table = self._scene.table
        middle = table.camera
        shift = (
            (camera.shift_x - middle.shift_x - (camera.x - middle.x) * camera.scale(0.0)) * table.high,
            (camera.shift_y - middle.shift_y) * table.high,
        )
        draw = weather.draw_behind if far else weather.draw_before
        every = weather.falls(scenery)
        seconds = float(frame / self.rate) if every else self._hold(frame) / DRAWINGS_PER_SECOND
        size = (table.width, table.height)
        draw(canvas, scenery, self._air, size, seconds, shift, None if order else self._ground(camera))

    def _ground(self, camera: Camera) -> weather.Ground | None:
        """Where the ground is in the composed picture; None from straight above, where it is everywhere."""
        if camera.pitch >= 80:
            return None
        table = self._scene.table
        horizon = table.height / 2 + camera.shift_y * table.high
        return weather.Ground(horizon, table.place(camera, 0.0)[2])

    def _finish(self, pixels: NDArray[np.uint8], camera: Camera, frame: int) -> NDArray[np.uint8]:
        """Roll, motion blur, lightning, corners."""
        pixels = self._upright(pixels, camera)
        if camera.smear:
            pixels = bgra(cv2.blur(pixels, (max(3, round(camera.smear * self.width)) | 1, 1)))
        flash = weather.flash(self.staging.scenery, float(frame / self.rate))
        if flash:
            pixels = weather.struck(pixels, flash)
        out = bgra(cv2.multiply(pixels, self._glass, scale=1 / 255))
        if self._before is not None:
            cv2.add(out, self._before, dst=out)
        out[:, :, 3] = 255
        return out

    def _upright(self, pixels: NDArray[np.uint8], camera: Camera) -> NDArray[np.uint8]:
        """One warp from the composed picture to the frame, when the camera rolls or leans."""
        if (self._scene.table.width, self._scene.table.height) == (self.width, self.height) and camera.roll == 0:
            return pixels
        lens, size = self.lens(camera), (self.width, self.height)
        if camera.keystone == 0:
            return bgra(cv2.warpAffine(pixels, lens[:2], size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))
        return bgra(cv2.warpPerspective(pixels, lens, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE))

    def lens(self, camera: Camera) -> NDArray[np.float64]:
        """The homography (3, 3) from the composed picture's pixels to the frame's. The picture turns the way the order says:
        clockwise on screen."""
        table = self._scene.table
        turn = np.eye(3)
        turn[:2] = cv2.getRotationMatrix2D((table.width / 2, table.height / 2), -camera.roll, 1.0)
        if camera.keystone != 0:
            return self._lean(camera.keystone) @ turn
        turn[0, 2] += (self.width - table.width) / 2
        turn[1, 2] += (self.height - table.height) / 2
        return turn

    def _lean(self, keystone: float) -> NDArray[np.float64]:
        """The homography from the composed picture to the frame for a camera that looks down (or up, negative): the
        frame's foot (or head) takes in more of the picture, so verticals lean."""
        table, w, h = self._scene.table, self.width, self.height
        cx, top = table.width / 2, (table.height - h) / 2
        head, foot = w / 2 * (1 + max(0.0, -keystone)), w / 2 * (1 + max(0.0, keystone))
        source = [(cx - head, top), (cx + head, top), (cx + foot, top + h), (cx - foot, top + h)]
        target = [(0, 0), (w, 0), (w, h), (0, h)]
        return cv2.getPerspectiveTransform(np.array(source, np.float32), np.array(target, np.float32)).astype(
            np.float64
        )

    def _drawn(self, player: Player, frame: int, camera: Camera) -> tuple[Drawing | None, Way | None]:
        """The player's drawing for the hold, and its way into this frame."""
        slow = getattr(player.puppet, "holds", 1)  # a row of extras is drawn on fours
        hold = self._hold(frame) // slow * slow
        first = math.ceil(hold * self.rate / DRAWINGS_PER_SECOND)
        held = self.camera(first)
        key = (player.name, hold)
        if key not in self._drawings:
            self._drawings[key] = self._draw(player, hold, held)
            while len(self._drawings) > KEPT_DRAWINGS:
                self._drawings.popitem(last=False)
        z = self._depth_of(player, held)
        return self._drawings[key], _between(self._scene.table.place(held, z), self._scene.table.place(camera, z))

    def _depth_of(self, player: Player, camera: Camera) -> float:
        """The plane on which a player is drawn: its own; for the shoulder in the foreground one near the lens, for a bird all one."""
        if player.name == self._scene.shoulder:
            return self._scene.shoulder_z
        return 0.0 if camera.pitch >= 80 else player.z

    def _draw(self, player: Player, hold: int, camera: Camera) -> Drawing | None:
        seconds = hold / DRAWINGS_PER_SECOND
        placed = self._placed(player, seconds, camera)
        if player.name == self._scene.shoulder:
            side = shoulder_side(self.staging)
            return draw_player(
                player,
                back_of(placed, side),
                self._shoulder_easel(player, side, camera),
                self._grade,
                self.hand,
                hold,
                soft=True,
            )
        easel = easel_for(player, placed, camera, self._scene.table)
        if easel.scale <= 0 or is_in_use(player, self._players.get(player.used_by)):
            return None
        player = self._as_held(player, seconds, camera)
        haze = min(0.5, max(0.0, player.z) * 0.02)
        grade, rim = self._light_on(player, placed, seconds, camera), None
        if self._is_small_in_the_dark(player):
            grade, rim, haze = light.moonlit(grade), mix(self.palette.light, (0.80, 0.88, 1.0), 0.6), 0.0
        return draw_player(player, placed, easel, grade, self.hand, hold, haze=haze, rim=rim)

    def _is_small_in_the_dark(self, player: Player) -> bool:
        """Whether somebody would be lost in a wide night without the moon on them."""
        outside = self.staging.scenery.kind not in INDOORS and self.staging.scenery.time_of_day == "night"
        lost = self.staging.setup.size is Size.EXTREME_WIDE and not is_prop(player) and player not in self._lamps
        return outside and lost and self.hand.marks.cuts

    def _as_held(self, player: Player, seconds: float, camera: Camera) -> Player:
        """The player; a thing in somebody's hand with the fingers around it."""
        holder = self._players.get(holder_at(player, seconds))
        if holder is None or camera.pitch > 66:
            return player
        held = self._placed(holder, seconds, camera).pose
        return replace(player, puppet=InHand(player.puppet, holder.puppet, held))

    def _placed(self, player: Player, seconds: float, camera: Camera) -> Placed:
        """Where a player is and how it stands, as seen from the camera; what is carried follows the hand."""
        placed = self.hand.pose(seen_from(pose_at(player, seconds, camera.pitch), camera))
        if blows := gust(self.staging.scenery, seconds + 0.3 * placed.x):
            placed = replace(placed, pose=replace(placed.pose, wind=blows))
        holder = self._players.get(holder_at(player, seconds))
        if holder is None:
            return placed
        return in_hand(placed, player.puppet, self._placed(holder, seconds, camera), holder.puppet, camera.squash)

    def _light_on(self, player: Player, placed: Placed, seconds: float, camera: Camera) -> light.Grade:
        if player in self._lamps:
            return light.burning(self._grade)
        close = self.staging.setup.size in (Size.CLOSE, Size.CLOSE_UP, Size.EXTREME_CLOSE_UP)
        grade = light.close_up(self._grade) if close and player.name in self.staging.focus else self._grade
        lamps = (*self._set_lamps, *self._carried_light(seconds, camera))
        if not lamps:
            return grade
        near = light.nearness(lamps, placed.x, player.z)
        return light.lit(grade, near, self._lamplight, self.hand.style.lighting.gel)

    def _carried_light(self, seconds: float, camera: Camera) -> tuple[light.Lamp, ...]:
        """The lanterns and fires among the players, where they are now."""
        at = ((self._placed(lamp, seconds, camera), lamp) for lamp in self._lamps)
        return tuple(light.Lamp(placed.x, placed.lift, lamp.z, glow_of(lamp.puppet)[0], 0.9) for placed, lamp in at)

    def _shoulder_easel(self, player: Player, side: int, camera: Camera) -> Easel:
        """Big, at one edge, head and shoulders: placed by the frame and not by the mark, but moving with its depth."""
        table, scene = self._scene.table, self._scene
        h = player.puppet.height
        head = min(max(2 * (h - player.puppet.eye_line), 0.12 * h), 0.45 * h)
        scale = 0.62 * table.high / head
        x = table.width / 2 + side * 0.36 * self.width
        y = table.height / 2 - 0.36 * table.high + h * scale
        way = _between(table.place(table.camera, scene.shoulder_z), table.place(camera, scene.shoulder_z))
        if way is None:
            way = Way(1, 0, 0)
        return Easel(way.a * x + way.bx, way.a * y + way.by, scale * way.a, table.width, table.height, table.high / 720)


def is_prop(player: Player) -> bool:
    """Whether a player is part of the set: a thing that nobody holds."""
    return player.is_thing and not player.carried_by


def lamps_of(staging: Staging) -> tuple[Player, ...]:
    """The players that give light: lanterns, candles and fires, once it is dusk."""
    if staging.scenery.time_of_day not in ("dusk", "night"):
        return ()
    return tuple(p for p in staging.players if glow_of(p.puppet)[0] > 0)


def seated(staging: Staging) -> Staging:
    """The same staging with a seat for everybody: outdoors nobody brings a stool, unless seats stand there."""
    if staging.scenery.kind in INDOORS:
        return staging
    indoors = any(p.is_thing and _SEATS.search(p.name) for p in staging.players)
    seats = (p.seat or ("none" if p.lift > 0 else "stool" if indoors else "ground") for p in staging.players)
    return replace(
        staging, players=tuple(replace(p, seat=seat) for p, seat in zip(staging.players, seats, strict=True))
    )


_SEATS = re.compile(r"chair|stool|bench|table|sofa|throne|椅|凳|桌|座|沙发", re.IGNORECASE)
"""Where there is a table or a seat, people sit high."""


def _canvas_on(pixels: NDArray[np.uint8]) -> skia.Canvas:
    h, w = pixels.shape[:2]
    # The surface must outlive its canvas; skia-python keeps it alive through the canvas.
    return skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(w, h), pixels).getCanvas()


def _between(held: tuple[float, float, float], now: tuple[float, float, float]) -> Way | None:
    if held[0] <= 0 or now[0] <= 0:
        return None
    a = now[0] / held[0]
    return Way(a, now[1] - a * held[1], now[2] - a * held[2])

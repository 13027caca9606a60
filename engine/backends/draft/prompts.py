"""From a shot's order to a prompt: who does what where, seen how.

The paper theatre's blocking is asked who goes which way and how the camera moves, so that a draft is staged as the animatic beside it: the
180-degree rule, entrances and the shot grammar are decided once. Who has no picture yet is shown as the theatre's puppet.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.camera import camera_at
from engine.backends.animatic.framing import focus_players, follow_x, shoot_for
from engine.backends.animatic.stage import Act, Beat, Player, Staging
from engine.backends.draft.captions import LIGHTS, VERBS
from engine.backends.draft.conditions import CAMERA, FPS, SLAB, SUBJECTS
from engine.backends.draft.pipeline import Prompt, Role
from engine.backends.draft.sprites import portrait
from engine.backends.pictures import Pictures, picture_of
from engine.film.setup import Move
from engine.plan.orders import PropOrder, ShotOrder, SubjectOrder

_WEATHER = {"rain": ("in the rain", "雨中"), "snow": ("in the snow", "雪中"), "fog": ("in fog", "雾中"),
            "wind": ("in the wind", "风中"), "storm": ("in a storm", "暴风雨中")}  # fmt: skip
_WAYS = {Act.WALK: "walk", Act.ENTER: "walk", Act.EXIT: "walk", Act.RUN: "run"}
_ACTS = {
    Act.SIT: "sit",
    Act.WAVE: "wave",
    Act.FALL: "fall",
    Act.FLY: "fly up",
    Act.STAND: "stand",
    Act.TALK: "stand",
    Act.LOOK: "stand",
}
_STILL = frozenset({Act.STAND, Act.TALK, Act.LOOK})
_BUSINESS = {"jump": "jump", "spin": "spin", "dance": "dance", "shiver": "tremble"}
_STIRRED = 0.25
"""Metres of way below which somebody counts as staying where they are."""
_LIMITS = np.array([2.5, 1.0, 1.5, 0.6], np.float32)
"""Twice what training shows of a camera's way: beyond it the model knows nothing."""


def prompt_for(order: ShotOrder, slabs: int, pictures: Pictures) -> Prompt:
    """The prompt of a shot whose draft has that many slabs. Raises BadInput for a reference picture that is gone."""
    staging = stage(order)
    spoken = 1 if order.language == "zh" else 0
    weather = _WEATHER.get(order.weather, ("", ""))[spoken]
    place = ", ".join(filter(None, (order.place.name, order.place.description, weather)))
    light = next(light for light in LIGHTS if light.key == order.time_of_day)
    return Prompt(
        place=place,
        light=(light.english, light.chinese)[spoken][0],
        roles=tuple(_role(player, order, staging, pictures) for player in _leads(staging, order)),
        camera=camera_path(staging, order, slabs),
    )


def camera_path(staging: Staging, order: ShotOrder, slabs: int) -> NDArray[np.float32]:
    """(slabs, 4) as `conditions.CAMERA` says: the theatre's camera at the middle of each slab, seen from the first frame's."""
    aspect = order.raster.width / order.raster.height
    begins = -float(order.head / order.rate)
    moments = [begins + (SLAB * slab + (SLAB - 1) / 2) / FPS for slab in range(slabs)]
    shoot = shoot_for(staging, aspect)
    seen: list[tuple[float, float, float, float]] = []
    for seconds in (begins, *moments):
        x = follow_x(staging, seconds) if shoot.move is Move.FOLLOW else None
        camera = camera_at(shoot, seconds, x)
        scale = camera.scale(shoot.subject.z)
        right, down = camera.origin(shoot.subject.z)
        # The world point in the middle of the frame, in metres, y up.
        seen.append((-right / scale, down / (scale * camera.squash), scale, camera.roll))
    x, y, scale, roll = np.array(seen, np.float64).T
    widths = scale[0] / aspect
    path = np.stack([(x - x[0]) * widths, (y[0] - y) * widths, np.log2(scale / scale[0]), (roll - roll[0]) / 360], 1)
    return np.clip(path[1:], -_LIMITS, _LIMITS).astype(np.float32).reshape(slabs, CAMERA)


def _leads(staging: Staging, order: ShotOrder) -> list[Player]:
    """Those whom the model can hold: who is in focus first, then the rest of the cast; things only where nobody is."""
    company = {subject.name for subject in order.cast} | {prop.name for prop in order.props}
    known = [player for player in (*focus_players(staging), *staging.players) if player.name in company]
    people = [player for player in known if not player.is_thing] or known
    return list({player.name: player for player in people}.values())[:SUBJECTS]


def _role(player: Player, order: ShotOrder, staging: Staging, pictures: Pictures) -> Role:
    who: SubjectOrder | PropOrder = next(one for one in (*order.cast, *order.props) if one.name == player.name)
    look = who.look if isinstance(who, SubjectOrder) else ""
    words = ", ".join(filter(None, (who.name.lower(), who.description, look)))
    picture = _squared(picture_of(pictures.picture(who.references[0]))) if who.references else portrait(player.puppet)
    return Role(words, action_of(player, order, staging.seconds), picture)


def action_of(player: Player, order: ShotOrder, seconds: float) -> str:
    """What the player mostly does, in words the model has learnt; the shot's own words for what it has not."""
    beat = max(player.beats, key=lambda one: _weight(one, seconds), default=None)
    if beat is None:
        return order.action
    known = next((verb for verb in VERBS if verb.key == _verb_of(beat)), None)
    if known is None:
        return order.action
    return (known.chinese if order.language == "zh" else known.english)[0]


def _weight(beat: Beat, seconds: float) -> float:
    """Seconds of the shot; standing about counts a fifth of doing something."""
    lasts = min(beat.end, seconds) - max(beat.start, 0.0)
    still = beat.act in _STILL and not (beat.business or beat.over)
    return max(0.0, lasts) * (0.2 if still else 1.0)


def _verb_of(beat: Beat) -> str:
    """The key of one of captions.VERBS; "" for what those don't hold."""
    done = beat.business or beat.over
    if done in _BUSINESS:
        return _BUSINESS[done]
    if abs(beat.z1 - beat.z0) > max(_STIRRED, abs(beat.x1 - beat.x0)):
        return "nearer" if beat.z1 < beat.z0 else "away"
    if beat.act in _WAYS and abs(beat.x1 - beat.x0) > _STIRRED:
        return f"{_WAYS[beat.act]} {'left' if beat.x1 < beat.x0 else 'right'}"
    return "" if done and beat.act in _STILL else _ACTS.get(beat.act, "")


def _squared(picture: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """(S, S, 3): filled up with the colour of its edge, or a tall figure would be shown fat."""
    high, wide = picture.shape[:2]
    side = max(high, wide)
    edge = np.median(np.concatenate([picture[0], picture[-1], picture[:, 0], picture[:, -1]]), axis=0)
    squared = np.full((side, side, 3), edge, np.uint8)
    top, left = (side - high) // 2, (side - wide) // 2
    squared[top : top + high, left : left + wide] = picture
    return squared

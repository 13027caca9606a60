"""What a thing does alone in the picture: the kite falls into the sea, 气球升上天空, a ball rolls under the desk.

The camera was set before anybody moved, so a thing passes through the middle of the frame: what is light takes the whole shot
for it and rocks, what is heavy comes down from above the frame's head and then lies still.
"""

from __future__ import annotations

import math
import re
from dataclasses import replace

import skia

from engine.backends.animatic.blocking.sight import Window, window_of
from engine.backends.animatic.blocking.turned import Turned
from engine.backends.animatic.puppets.one_sheet import Thing as PaperThing
from engine.backends.animatic.stage import Act, Beat, Player, Pose, Staging
from engine.plan.furniture import SURFACE
from engine.plan.names import Names
from engine.plan.orders import ShotOrder

_FALLS = re.compile(
    r"^\W*(?:(?:slowly|gently|suddenly|then|silently)\s+)?(?:falls?|fell|drops?|sinks?|tumbles?|plunges|plummets|(?:floats|drifts|flutters|sails|comes) down)\b"
    r"|^(?:慢慢|缓缓|突然|轻轻|忽然)?地?(?:从[^，。]{1,10})?(?:飘|掉|坠|跌|滑|摔)?(?:落|掉|坠|跌|沉|摔)[了下进入到在]?"
)
_RISES = re.compile(
    r"^\W*(?:(?:slowly|gently|suddenly|then|silently)\s+)?(?:rises?|rose|soars|lifts off|(?:floats|drifts|flies|goes|sails) up|(?:floats|drifts) (?:away|off))\b"
    r"|^(?:慢慢|缓缓|突然|轻轻|忽然)?地?(?:升[起上到空]|飘[起上走向]|飞[起上走向])"
)
_BLOWN = re.compile(
    r"^\W*(?:is |are )?(?:blows?|blown|swept|carried|whirls?|flies|sails?) (?:away|off)\b|^(?:被[^，。]{0,6})?(?:吹|刮|卷)[走跑飞]"
)
_PASSES = re.compile(
    r"^\W*(?:(?:slowly|gently|suddenly|then|silently)\s+)?(?:glides?|sails?|drifts?|flies|flew|floats?|soars?|whizzes|zooms)\b"
    r"|^(?:慢慢|缓缓|突然|轻轻|忽然)?地?(?:从[^，。]{1,10})?[飘飞滑掠漂]过"
)
_ROLLS = re.compile(
    r"^\W*(?:(?:slowly|gently|suddenly|then|silently)\s+)?(?:rolls|rolled|bounces|skids|slides)\b|^(?:慢慢|缓缓|突然|轻轻|忽然)?地?(?:从[^，。]{1,10})?[滚滑]"
)
_UNDER = re.compile(r"^[^,.]{0,24}\b(?:under|beneath|behind)\b|^[^，。]{0,8}(?:底下|下面|[桌床椅]下|后面)")
_ASLEEP = re.compile(r"^\W*falls? (?:asleep|silent|apart)\b")
_LIGHT = re.compile(
    r"balloon|kite|气球|风筝|灯|lantern|bubble|泡泡|feather|羽|leaf|leaves|叶|petal|花瓣|paper|纸|letter|信|scarf|围巾",
    re.I,
)
_ROUND = re.compile(
    r"ball|orange|apple|wheel|tyre|tire|coin|marble|pumpkin|stone|rock|egg|barrel|球|苹果|橘子|橙|轮|硬币|弹珠|南瓜|石头|蛋|桶",
    re.I,
)
_WAY, _LEAST = 0.30, 0.10  # of the window's height: how far up or down from the middle
_FOOT = 0.14  # of it: how far above the frame's foot it ends
_SWING, _SWAY = 11.0, 0.12  # degrees, and of its width
_RISE = 2.2  # what rises is on its way when the shot ends: so many times the shot until it would stop
_BEHIND = 0.05  # metres
_SIDE = 78.0  # degrees: what goes past shows its side
_TOWARD_US = 0.03  # metres: what goes anywhere has a way to go


class Rocking(Turned):
    """A thing that rocks and sways on its way through the air."""

    def moved(self, pose: Pose) -> skia.Matrix:
        """Turned a little about its middle, and beside it."""
        turned = skia.Matrix.RotateDeg(_SWING * math.sin(1.9 * pose.clock), skia.Point(0, -self.height / 2))
        return turned.postTranslate(_SWAY * self.width * math.sin(1.1 * pose.clock), 0)


class Rolling(Turned):
    """A round thing that rolls as far as it goes."""

    def moved(self, pose: Pose) -> skia.Matrix:
        """Turned about its middle."""
        return skia.Matrix.RotateDeg(math.degrees(2 * pose.gone / self.height), skia.Point(0, -self.height / 2))


def moved_by_itself(order: ShotOrder, staging: Staging) -> Staging:
    """The staging of a shot without people where the one thing that falls or rises does so; unchanged for every other."""
    if not staging.players or not all(isinstance(player.puppet, PaperThing) for player in staging.players):
        return staging
    window = window_of(staging, order.raster.width / order.raster.height)
    if window is None:
        return staging
    names = Names([(one.name, one.aliases) for one in (*order.cast, *order.props)])
    for mention in names.mentions(order.action):
        told = order.action[mention.end :].casefold()
        mover = next((player for player in staging.players if player.name == mention.name), None)
        if mover is None or _ASLEEP.match(told):
            continue
        if (moved := _under_way(mover, told, window, staging)) is not None:
            return replace(staging, players=tuple(moved if player is mover else player for player in staging.players))
    return staging


def _under_way(thing: Player, told: str, window: Window, staging: Staging) -> Player | None:
    """The thing with what the words behind its name say; None where they say nothing of the kind."""
    seconds = staging.seconds
    if _BLOWN.match(told) or (_PASSES.match(told) and not (_RISES.match(told) or _FALLS.match(told))):
        up = 0.22 * window.height if _BLOWN.match(told) else 0.0
        return _passing(replace(thing, puppet=Rocking(thing.puppet)), window, seconds, up)
    if _RISES.match(told):
        return _on_its_way(thing, window, seconds, up=True)
    if _ROLLS.match(told):
        thing = replace(thing, lift=0.0, z=thing.z + _BEHIND) if _UNDER.search(told) else thing
        turns = _ROUND.search(thing.name) is not None
        return _passing(replace(thing, puppet=Rolling(thing.puppet)) if turns else thing, window, seconds, 0.0)
    if not _FALLS.match(told):
        return None
    off = thing.lift > 0 and any(map(_is_surface, staging.players))
    return _off_the_table(thing, window, seconds) if off else _on_its_way(thing, window, seconds, up=False)


def _passing(thing: Player, window: Window, seconds: float, up: float) -> Player:
    """From one side of the picture to the other, the middle half way."""
    way = max(0.16 * window.width, 0.46 * window.width - 0.5 * thing.puppet.width)
    low = max(-up, -thing.lift)  # the ground
    waits = Beat(Act.FLY, -1.0, 0.0, -way, -way, _SIDE, low)
    goes = Beat(Act.FLY, 0.0, seconds, -way, way, _SIDE, low + 2 * up)
    return replace(thing, beats=(waits, goes, Beat(Act.FLY, seconds, seconds + 1.0, way, way, _SIDE, low + 2 * up)))


def _is_surface(player: Player) -> bool:
    return SURFACE.search(player.name) is not None


def _on_its_way(thing: Player, window: Window, seconds: float, *, up: bool) -> Player:
    """Its beats from one height to the other. The camera is set up for where it is half way."""
    way = max(_LEAST * window.height, min(_WAY * window.height, 0.44 * window.height - 0.5 * thing.puppet.height))
    if up:
        return _floating(thing, seconds, -1.2 * way, 1.55 * way, _RISE * seconds)
    if _LIGHT.search(thing.name):
        lowest = max(
            -way, -thing.lift, window.bottom + _FOOT * window.height - thing.lift
        )  # the ground; the frame's foot
        return _floating(thing, seconds, lowest + 2 * way, lowest, seconds)
    return _dropped(thing, window.top - thing.lift, seconds)


def _floating(thing: Player, seconds: float, first: float, last: float, until: float) -> Player:
    at = (thing.beats[0].x0 + thing.beats[-1].x1) / 2
    waits = Beat(Act.FLY, -1.0, 0.0, at, at, 0.0, first)
    goes = Beat(Act.FLY, 0.0, until, at, at, 0.0, last, z1=_TOWARD_US)
    rests = Beat(Act.FLY, until, until + 1.0, at, at, 0.0, last, z0=_TOWARD_US, z1=_TOWARD_US)
    return replace(thing, beats=(waits, goes, rests), puppet=Rocking(thing.puppet))


def _dropped(thing: Player, above: float, seconds: float) -> Player:
    """From above the frame's head, and then it lies there: before the shot's middle, when the camera looks at it."""
    at, begins = thing.beats[0].x0, min(0.7, 0.2 * seconds)
    hangs = Beat(Act.STAND, -1.0, begins, at, at, 0.0, above)
    return replace(thing, beats=(hangs, Beat(Act.STAND, begins, seconds, at, at, 0.0)))


def _off_the_table(thing: Player, window: Window, seconds: float) -> Player:
    """It stands there until the shot's second half and then drops out of the picture."""
    at, begins = thing.beats[0].x0, 0.58 * seconds
    stands = Beat(Act.STAND, 0.0, begins, at, at, 0.0)
    below = window.bottom - thing.lift - 1.1 * thing.puppet.height
    return replace(thing, beats=(stands, Beat(Act.STAND, begins, seconds, at, at, 0.0, below)), z=thing.z - 0.05)

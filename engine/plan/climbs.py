"""What is climbed, by the words of an action, and who is still up there when the next shot begins.

A climb is the one way that changes how high somebody is, so a scene has to remember it: who has climbed a wall sits on it in the
shots that follow, until the words bring them down.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from engine.film.cast import Prop, Subject
from engine.film.shots import Scene
from engine.plan.acts import Act
from engine.plan.deeds import Deed
from engine.plan.postures import read_shot

CLIMBED = {
    "ladder": (r"ladders?|scaffold(?:ing)?", "梯子|扶梯|木梯|竹梯|绳梯|脚手架"),
    "stairs": (r"stairs?|staircases?|stairway|steps", "楼梯|台阶|石阶|阶梯"),
    "tree": (r"trees?|oak|pine|willow|branch(?:es)?|bough|trunk|treetop", "大树|树干|树枝|树梢|树"),
    "cliff": (r"cliffs?|cliff ?face|crags?|rock ?face|precipice|bluff", "悬崖|峭壁|山崖|绝壁|岩壁|崖"),
    "mast": (r"masts?|flag ?poles?|poles?|rigging|lamp ?posts?|utility pole|ropes?", "桅杆|旗杆|竹竿|电线杆|柱子|绳子|绳索"),
    "roof": (r"roof(?:top)?s?|eaves", "屋顶|房顶|屋檐"),
    "wall": (r"walls?|parapet|battlements?|rampart", "墙头|围墙|院墙|城墙|高墙|墙"),
    "fence": (r"fences?|gates?|railings?|hedge", "栅栏|篱笆|围栏|栏杆|铁门"),
    "rock": (r"boulders?|rocks?|stones?", "大石头?|岩石|石头|礁石"),
}  # fmt: skip
"""What somebody may be up on, in English and Chinese; ladders and stairs before what they lean on."""

_EN = r"\b(?:climb|clamber|scal|shinn|shin|scrambl|swarm)(?:e|es|s|ed|ing|bs|bed)?\b"
_INSIDE = re.compile(r"\b(?:into|in|inside|out|aboard|through|under)\b", re.I)
_NO_PLACE = r"(?!\s+(?:path|trail|road|house|table|top inn|in the photo))"
_ZH = r"[爬攀登翻]"
_DOWN = re.compile(r"\bdown\b|下来?", re.I)
_COMES_DOWN = frozenset({Act.WALK, Act.RUN, Act.FLY, Act.ENTER, Act.EXIT, Act.FALL})


@dataclass(frozen=True, slots=True)
class Climb:
    """`kind` of what is climbed (a key of CLIMBED); `down` when they come down it."""

    kind: str
    down: bool = False


def climb_in(action: str) -> Climb | None:
    """The first climb of an action on something that is named; None where nothing is, or where it is a way in or out."""
    found: list[tuple[int, Climb]] = []
    for kind, (english, chinese) in CLIMBED.items():
        for spot in re.finditer(rf"{_EN}([^.!?;,]{{0,32}}?)\b(?:{english})\b{_NO_PLACE}", action, re.I):
            if not _INSIDE.search(spot[1]):
                found.append((spot.start(), Climb(kind, _DOWN.search(spot[1]) is not None)))
        for spot in re.finditer(rf"{_ZH}(?![进出行])([^，。；！？]{{0,6}}?)(?:{chinese})", action):
            found.append((spot.start(), Climb(kind, "下" in spot[1])))
        for spot in re.finditer(
            rf"[从沿顺][着]?[^，。；！？]{{0,6}}?(?:{chinese})[^，。；！？]{{0,3}}?{_ZH}([^，。；！？]{{0,2}})", action
        ):
            found.append((spot.start(), Climb(kind, "下" in spot[1])))
    return min(found, key=lambda pair: pair[0])[1] if found else None


def is_climb(deed: Deed) -> bool:
    """Whether somebody goes up or down something by hands and feet."""
    return deed.business == "climb"


def high_up(scene: Scene, cast: Mapping[str, Subject], props: Mapping[str, Prop]) -> dict[str, dict[str, str]]:
    """Shot id -> {subject id: what it is up on as the shot begins}, for those of the shot who are."""
    up: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    for shot in scene.shots:
        here = [cast[casting.subject] for casting in shot.cast]
        found[shot.id] = {subject.id: up[subject.id] for subject in here if subject.id in up}
        climb = climb_in(shot.action)
        if climb is None and not found[shot.id]:
            continue
        reading = read_shot(shot, here, props)
        for subject in here:
            kind = _after(reading.of(subject.name), up.pop(subject.id, ""), climb)
            if kind:
                up[subject.id] = kind
    return found


def _after(deeds: tuple[Deed, ...], before: str, climb: Climb | None) -> str:
    now = before
    for deed in deeds:
        if is_climb(deed) and climb is not None:
            now = "" if climb.down else climb.kind
        elif deed.act in _COMES_DOWN:
            now = ""
    return now

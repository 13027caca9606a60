"""What one shot owes the shots around it: by which edge somebody comes in, which act goes on over the cut, who is off screen.

Screen direction is kept by what an audience expects: who left by the right edge comes in by the left in the next place, and by
the right when they come back into the same one. The plan knows the neighbours, so each order can still be drawn alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from engine.film.cast import Prop, Subject
from engine.film.document import Film
from engine.film.shots import Scene, Shot
from engine.plan.acts import Act
from engine.plan.continuity import is_boat, sides
from engine.plan.deeds import Deed, Reading
from engine.plan.orders import Side
from engine.plan.postures import read_shot
from engine.plan.riding import is_mount
from engine.plan.verbs import ACTS, DEED_WORDS, word_pattern

_LEAVES = word_pattern([word for word, act in ACTS.items() if act is Act.EXIT])
_AWAY = re.compile(r"\b(?:away|off|out)\b", re.I)
_GOES_ON = frozenset({Act.WALK, Act.RUN, Act.FLY, Act.WAVE, Act.BUSINESS})
"""Acts that may have begun before the cut and go on after it."""
_LONGEST = 2.0
"""Seconds: how long ago at most an act began that is met half way."""
_NEAR = 2
"""How many shots back somebody may have been seen who is still thought to be there."""


@dataclass(frozen=True, slots=True)
class OverCut:
    """What a subject brings over the cuts of a shot: the edge it comes in by (0: any), for how many seconds it has been at its
    first act, and whether its last act goes on in the next shot."""

    comes_by: Side = 0
    begun: float = 0.0
    goes_on: bool = False


NOTHING = OverCut()


def exit_edge(deed: Deed, side: Side, company: int, leaving: int) -> Side:
    """By which edge somebody leaves: to the right, as everybody who goes on, home to the left; who leaves the company of
    others alone takes the edge that is nearer."""
    if deed.back:
        return -1
    return -1 if company > 1 and leaving == 1 and side < 0 else 1


def over_cuts(film: Film) -> dict[str, dict[str, OverCut]]:
    """Shot id -> subject id -> what it brings over the cuts; subjects that bring nothing are left out."""
    cast = {subject.id: subject for subject in film.cast}
    props = {prop.id: prop for prop in film.props}
    found: dict[str, dict[str, OverCut]] = {}
    left: dict[str, tuple[str, Side]] = {}
    for scene in film.scenes:
        kept = sides(scene)
        readings = _readings(scene, cast, props)
        for shot in scene.shots:
            here = {casting.subject: NOTHING for casting in shot.cast}
            for who in here:
                if who in left:
                    where, edge = left.pop(who)
                    here[who] = OverCut(comes_by=edge if where == scene.id else _other(edge))
            for who, edge in _exits(shot, readings, cast, kept).items():
                left[who] = (scene.id, edge)
            found[shot.id] = here
        _match(scene, readings, cast, float(film.rate), found)
    return {shot: {who: cut for who, cut in cuts.items() if cut != NOTHING} for shot, cuts in found.items()}


def _other(edge: Side) -> Side:
    return -1 if edge > 0 else 1


def _readings(scene: Scene, cast: Mapping[str, Subject], props: Mapping[str, Prop]) -> dict[str, Reading]:
    """The actions that may matter, read as the stage reads them: of shots that somebody may leave, and of two neighbours that
    share somebody and a verb. Reading is what a plan spends its time on, so words are looked for first."""
    wanted = {s.id: s for s in scene.shots if s.cast and (_LEAVES.search(s.action) or _AWAY.search(s.action))}
    for one, other in zip(scene.shots, scene.shots[1:], strict=False):
        shared = {c.subject for c in one.cast} & {c.subject for c in other.cast}
        if shared and _done(one.action) & _done(other.action):
            wanted |= {one.id: one, other.id: other}
    return {key: read_shot(shot, [cast[c.subject] for c in shot.cast], props) for key, shot in wanted.items()}


@lru_cache(maxsize=4096)
def _done(action: str) -> frozenset[str]:
    """What the verbs of an action do, whoever does it: acts, or the first letters of a verb that is business of its own."""
    words = (match.group().casefold() for match in DEED_WORDS.finditer(action))
    return frozenset(ACTS[word].value if word in ACTS else word[: 1 if ord(word[0]) > 0x2E80 else 3] for word in words)


def _exits(
    shot: Shot, readings: Mapping[str, Reading], cast: Mapping[str, Subject], kept: Mapping[str, Side]
) -> dict[str, Side]:
    reading = readings.get(shot.id)
    if reading is None:
        return {}
    last = {c.subject: reading.of(cast[c.subject].name)[-1:] for c in shot.cast}
    gone = {who: deeds[0] for who, deeds in last.items() if deeds and deeds[0].act is Act.EXIT}
    return {who: exit_edge(deed, kept[who], len(shot.cast), len(gone)) for who, deed in gone.items()}


def _match(
    scene: Scene,
    readings: Mapping[str, Reading],
    cast: Mapping[str, Subject],
    rate: float,
    found: dict[str, dict[str, OverCut]],
) -> None:
    """Match on action: the act that ends one shot and begins the next is one act."""
    for one, other in zip(scene.shots, scene.shots[1:], strict=False):
        if one.id not in readings or other.id not in readings:
            continue
        for who in found[one.id].keys() & found[other.id].keys():
            before, after = (readings[shot.id].of(cast[who].name) for shot in (one, other))
            if before and after and _is_one_act(before[-1], after[0]):
                share = one.duration / rate / len(before)
                found[one.id][who] = replace(found[one.id][who], goes_on=True)
                found[other.id][who] = replace(found[other.id][who], begun=min(round(share, 3), _LONGEST))


def _is_one_act(one: Deed, other: Deed) -> bool:
    same = one.act is other.act and one.business == other.business and one.back == other.back
    return same and one.act in _GOES_ON and (not other.target or one.target == other.target)


def opposites(scene: Scene, cast: Mapping[str, Subject]) -> dict[str, str]:
    """Shot id -> the subject off screen whom the only one in the shot has before them: the last one seen in the scene, else
    the next. Of a shot of things it is whoever was seen last, whose hand it may show. Left out where there is nobody."""
    company = [[c.subject for c in shot.cast if _has_eyes(cast[c.subject])] for shot in scene.shots]
    found: dict[str, str] = {}
    for at, shot in enumerate(scene.shots):
        if len(company[at]) <= 1:
            near = (*reversed(company[max(0, at - _NEAR) : at]), *company[at + 1 : at + 2])
            other = _first_other(near, *company[at])
            if other:
                found[shot.id] = other
    return found


def _has_eyes(subject: Subject) -> bool:
    return not is_boat(subject) and not is_mount(subject)


def _first_other(near: Iterable[Sequence[str]], who: str = "") -> str:
    return next((other for shown in near for other in reversed(shown) if other != who), "")

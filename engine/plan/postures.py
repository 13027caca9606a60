"""Who sits, kneels or lies when a shot begins: posture lasts over a cut, until the words of the same scene end it.

An action is read as the stage reads it, and only where it could matter: most shots seat nobody, and a plan of a thousand
of them has to be quick.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from engine.film.cast import Prop, Subject
from engine.film.shots import Scene, Shot
from engine.plan.acts import Act
from engine.plan.business import named, table
from engine.plan.deeds import Deed, Reading
from engine.plan.furniture import is_furniture
from engine.plan.orders import Posture
from engine.plan.reading import read_action
from engine.plan.verbs import ACTS, WAITS, word_pattern

_DOWN_ACTS = frozenset({Act.SIT, Act.LIE, Act.FALL})
_LOW = [
    word for word, base in table().words.items() if (b := named(table().verbs.get(base, ""))) and b.act in _DOWN_ACTS
]
_DOWN = word_pattern([*(word for word, act in ACTS.items() if act in _DOWN_ACTS), *_LOW])
_MOVES = word_pattern(
    [
        *(word for word, act in ACTS.items() if act not in (Act.LOOK, Act.TALK, Act.WAVE) and not WAITS.match(word)),
        *(word for word in table().words if word not in ACTS),
    ]
)
_STAYS_DOWN = ("faint", "collapse", "晕倒", "倒下", "倒地")
_UNCHANGED = frozenset({Act.LOOK, Act.TALK, Act.WAVE, Act.BUSINESS})


@dataclass(frozen=True, slots=True)
class Down:
    """Somebody who is not on their feet, and the furniture (prop ids) under or before them."""

    posture: Posture
    furniture: tuple[str, ...] = ()


def posture_after(deed: Deed, before: Posture) -> Posture:
    """How somebody is once they have done that."""
    if deed.act is Act.SIT:
        return "on the ground" if deed.ground else "seated"
    if deed.act is Act.LIE or (deed.act is Act.FALL and deed.word.startswith(_STAYS_DOWN)):
        return "lying"
    business = named(deed.business)
    if business is not None and business.up:
        return "upright"
    if deed.act in _UNCHANGED or (deed.act is Act.STAND and WAITS.match(deed.word)):
        return before
    return "upright"


def postures(scene: Scene, cast: Mapping[str, Subject], props: Mapping[str, Prop]) -> dict[str, dict[str, Down]]:
    """Shot id -> {subject id: how it is as the shot begins}, for the subjects of that shot who are down."""
    down: dict[str, Down] = {}
    found: dict[str, dict[str, Down]] = {}
    for shot in scene.shots:
        here = [cast[casting.subject] for casting in shot.cast]
        found[shot.id] = {subject.id: down[subject.id] for subject in here if subject.id in down}
        if not here or not (_MOVES if found[shot.id] else _DOWN).search(shot.action):
            continue
        reading = read_shot(shot, here, props)
        seen = [*shot.props, *(prop for other in found[shot.id].values() for prop in other.furniture)]
        furniture = tuple(prop for prop in dict.fromkeys(seen) if is_furniture(props[prop].name))
        for subject in here:
            after = _after(reading.of(subject.name), down.get(subject.id, Down("upright")), furniture)
            if after.posture == "upright":
                down.pop(subject.id, None)
            else:
                down[subject.id] = after
    return found


def read_shot(shot: Shot, here: list[Subject], props: Mapping[str, Prop]) -> Reading:
    """The shot's action, read as the stage will read it."""
    things = [(props[prop].name, props[prop].aliases) for prop in shot.props]
    return read_action(shot.action, [(subject.name, subject.aliases) for subject in here], things)


def _after(deeds: tuple[Deed, ...], start: Down, furniture: tuple[str, ...]) -> Down:
    now = start
    for deed in deeds:
        posture = posture_after(deed, now.posture)
        if deed.act in (Act.SIT, Act.LIE) and (posture != now.posture or furniture):
            now = Down(posture, () if posture == "on the ground" else furniture)
        elif posture != now.posture:
            now = replace(now, posture=posture)
    return now

"""Numbers of scenes and shots: free ones count on with every revision, locked ones never change.

On a locked film what comes in behind 12 is 12A, then 12B; between 12A and 12B it is 12A1, between 12 and 12A it is A12A, and
before the first A1. What goes out leaves its number behind. This is how shooting scripts do it, so that a call sheet printed last week stays true.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TypeAlias

from engine.errors import BadInput
from engine.film.document import Film
from engine.film.numbers import between, counted_on, fits, free_letter, slate_for
from engine.film.shots import Scene, Shot

_Numbers: TypeAlias = "dict[str, str]"


def lock_numbers(film: Film) -> Film:
    """The film with its numbers locked. Raises BadInput where two shots or two scenes have the same one."""
    for what, numbers in (
        ("scenes", [scene.number for scene in film.scenes]),
        ("shots", [shot.slate for shot in film.shots]),
    ):
        double = next((number for at, number in enumerate(numbers) if number in numbers[:at]), None)
        if double is not None:
            raise BadInput(f"Two {what} have the number {double}.", "Give one of them another number first.")
    return film.with_(numbering="locked")


def unlock_numbers(film: Film) -> Film:
    """The film with numbers that count on again at the next revision."""
    return film.with_(numbering="free")


def numbered(base: Film, mine: Film, said: Film, film: Film) -> Film:
    """`film` with its numbers: those of `mine` where they are locked, else what the reading `said` counts."""
    return _locked(mine, said, film) if mine.numbering == "locked" else _free(base, mine, said, film)


def _locked(mine: Film, said: Film, film: Film) -> Film:
    told = {scene.id: scene.number for scene in said.scenes}
    numbers = _filled(
        [scene.id for scene in film.scenes], {scene.id: scene.number for scene in mine.scenes}, told, counts_on=True
    )
    slates = {shot.id: shot.slate for shot in mine.shots}
    scenes: list[Scene] = []
    for scene in film.scenes:
        wanted = _wanted_slates(scene, told.get(scene.id, ""), numbers[scene.id])
        slates = _filled([shot.id for shot in scene.shots], slates, wanted, root=numbers[scene.id])
        slated = tuple(shot.with_(slate=slates[shot.id]) for shot in scene.shots)
        scenes.append(scene.with_(number=numbers[scene.id], shots=slated))
    return film.with_(scenes=tuple(scenes))


def _wanted_slates(scene: Scene, told: str, number: str) -> _Numbers:
    """The reading's slates, under the scene's number where that has become another."""
    if not told or told == number:
        return {shot.id: shot.slate for shot in scene.shots}
    wanted: _Numbers = {}
    for at, shot in enumerate(scene.shots):
        if shot.slate == slate_for(told, at):
            wanted[shot.id] = slate_for(number, at)
        else:
            wanted[shot.id] = re.sub(rf"^{re.escape(told)}-", f"{number}-", shot.slate)
    return wanted


def _filled(
    row: Sequence[str], known: _Numbers, wanted: _Numbers, *, root: str = "", counts_on: bool = False
) -> _Numbers:
    """Numbers for all of `row`: the script's own where it is free and fits between its neighbours. Where all are new
    they begin with `root`."""
    taken = set(known.values())
    fresh = not any(each in known for each in row)
    numbers = dict(known)
    for at, each in enumerate(row):
        if each in numbers:
            continue
        before = numbers.get(row[at - 1]) if at else None
        after = next((numbers[later] for later in row[at + 1 :] if later in numbers), None)
        own = wanted.get(each, "")
        if not own or own in taken or not (fresh or fits(before, own, after)):
            if counts_on and after is None:
                own = _next(before, taken)
            elif fresh and root:
                own = free_letter(root, 0, taken)
            else:
                own = (counted_on(before, root, taken) if after is None else "") or between(before, after, taken)
        numbers[each] = own
        taken.add(own)
    return numbers


def _next(before: str | None, taken: set[str]) -> str:
    found = re.match(r"\D*(\d+)", before or "0")
    number = int(found[1]) + 1 if found else 1
    while str(number) in taken:
        number += 1
    return str(number)


def _free(base: Film, mine: Film, said: Film, film: Film) -> Film:
    """Numbers as the reading counts them, unless a person has given another; what it does not know makes room."""
    scene_number = _Counted(*({s.id: s.number for s in f.scenes} for f in (base, mine, said)))
    slate = _Counted(*({s.id: s.slate for s in f.shots} for f in (base, mine, said)))
    taken = set(slate.said.values())
    scenes: list[Scene] = []
    for scene in film.scenes:
        shots = tuple(_slated(shot, slate, taken) for shot in scene.shots)
        scenes.append(scene.with_(number=scene_number.of(scene.id, scene.number), shots=shots))
    return film.with_(scenes=tuple(scenes))


class _Counted:
    """Numbers by id in the last reading, the film and the new reading."""

    def __init__(self, old: _Numbers, own: _Numbers, said: _Numbers) -> None:
        self.old, self.own, self.said = old, own, said

    def of(self, each: str, now: str) -> str:
        """The new reading's number, or what a person has made of the old one."""
        if each in self.own and each in self.old and self.own[each] != self.old[each]:
            return self.own[each]
        return self.said.get(each, now)


def _slated(shot: Shot, slate: _Counted, taken: set[str]) -> Shot:
    number = slate.of(shot.id, shot.slate)
    if shot.id not in slate.said and number in taken:
        number = _crossed_out(number, taken) if shot.omitted else free_letter(number, 0, taken)
    taken.add(number)
    return shot.with_(slate=number)


def _crossed_out(slate: str, taken: set[str]) -> str:
    """What an omitted shot is called when another has its number now: 1B×, 1B×2."""
    bare = slate.partition("×")[0]
    at = 1
    while (name := f"{bare}×{at if at > 1 else ''}") in taken:
        at += 1
    return name

"""What is to be said about each take of a shot, worked out once: circled, pinned, in the cut, a draft, stale, from an older engine.

A pure function of the film and what the plan asks for, so that the strip, the review and their tests read the same row.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from app.commands.takes import number_of, pinned
from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.takes import Take, Verdict
from engine.plan.drafts import is_draft


@dataclass(frozen=True, slots=True)
class Marked:
    """A take with its number and everything that is known of it. `used`: clips that pin nothing show it; `parent`: the number of the
    take that a pickup is of, 0 where it is of none or that one is gone."""

    take: Take
    number: int
    verdict: Verdict
    circled: bool = False
    pinned: bool = False
    used: bool = False
    stale: bool = False
    older: bool = False
    draft: bool = False
    parent: int = 0


def marked(
    film: Film, shot: Shot, cut_id: str, wanted: Collection[str] | None, newest: Mapping[str, str] | None = None
) -> tuple[Marked, ...]:
    """The shot's takes, newest first. `wanted` are the keys that answer the shot as it is now, None where nobody has planned yet; `newest` are the
    film's newest versions where they are known already."""
    pins = pinned(film, cut_id, shot.id)
    newest = newest_versions(film) if newest is None else newest
    chosen = shot.chosen
    numbered = [(take.stored, number) for number, take in enumerate(shot.takes, 1) if take.stored is not None]
    numbers = dict(reversed(numbered))  # two takes of the same media: the older one is the parent
    return tuple(
        Marked(
            take,
            number_of(shot, take),
            shot.verdict(take.id),
            circled=take.id == shot.circled,
            pinned=take.id in pins,
            used=chosen is not None and take.id == chosen.id,
            stale=wanted is not None and take.recipe.origin == "rendered" and take.recipe.key not in wanted,
            draft=is_draft(take, shot, film),
            parent=_older(numbers.get(take.recipe.parent or "", 0), number_of(shot, take)),
            older=take.recipe.version != newest.get(take.recipe.engine, take.recipe.version),
        )
        for take in reversed(shot.takes)
    )


def _older(parent: int, own: int) -> int:
    """A take is picked up from an older one, or from none that is here."""
    return parent if parent < own else 0


def families(found: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """The same, each pickup under the take it is of, the newest first."""
    children: dict[int, list[Marked]] = {}
    for each in found:
        children.setdefault(each.parent, []).append(each)

    def line(of: int) -> list[Marked]:
        return [one for each in children.get(of, ()) for one in (each, *line(each.number))]

    return tuple(line(0))


def newest_versions(film: Film) -> Mapping[str, str]:
    """The newest version of each engine that made a take of the film: what is older was made by an older engine."""
    recipes = [take.recipe for shot in film.shots for take in shot.takes]
    made = {(each.engine, each.version) for each in recipes if each.origin == "rendered"}
    newest: dict[str, str] = {}
    for engine, version in made:
        newest[engine] = max(newest.get(engine, ""), version, key=_ordered)
    return newest


def _ordered(version: str) -> tuple[tuple[int, str], ...]:
    """1.10 comes after 1.9."""
    return tuple((int(part), "") if part.isdigit() else (-1, part) for part in version.split("."))

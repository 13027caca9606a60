"""What a person does to takes, each as one undo step: circle, reject, rate, note, pin in the cut, throw away, shoot again.

Circling what is circled takes the circle off, and so with rejecting and pinning: one key is both.
"""

from __future__ import annotations

import secrets
from collections.abc import Collection, Iterator
from typing import Any

from app.problems import note
from app.state.engines import SAME_ALWAYS, STAGED_ALIKE
from app.state.session import Session
from app.words import tr
from engine.errors import BadInput
from engine.film import coverage, cutting, judging
from engine.film.board import edit_shot
from engine.film.cuts import Clip, Cut
from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.takes import Take
from engine.plan.finals import Way

SEEDS = 2**31
"""Seeds are drawn below this: short enough to be read out."""


def circle(session: Session, shot_id: str, take_id: str) -> bool:
    """This take is the one; or no longer."""
    if session.film.shot(shot_id).circled == take_id:
        return session.edit(tr("Take the circle off"), lambda film: coverage.uncircle(film, shot_id))
    return session.edit(tr("Circle"), lambda film: coverage.circle(film, shot_id, take_id))


def reject(session: Session, shot_id: str, take_id: str) -> bool:
    """This take is out; or in again."""
    if session.film.shot(shot_id).verdict(take_id).rejected:
        return session.edit(tr("Accept the take"), lambda film: judging.accept(film, shot_id, take_id))
    return session.edit(tr("Reject"), lambda film: judging.reject(film, shot_id, take_id))


def rate(session: Session, shot_id: str, take_id: str, stars: int) -> bool:
    """One to five stars, 0 for none."""
    return session.edit(tr("Rate"), lambda film: judging.rate(film, shot_id, take_id, stars))


def annotate(session: Session, shot_id: str, take_id: str, note: str) -> bool:
    """What is to be said about it."""
    return session.edit(tr("Note"), lambda film: judging.annotate(film, shot_id, take_id, note))


def throw_away(session: Session, shot_id: str, take_id: str) -> bool:
    """Into the bin; its files stay."""
    return session.edit(tr("Throw the take away"), lambda film: judging.bin_take(film, shot_id, take_id))


def restore(session: Session, shot_id: str, take_id: str) -> bool:
    """Out of the bin again."""
    return session.edit(tr("Take it out of the bin"), lambda film: judging.restore_take(film, shot_id, take_id))


def forget(session: Session, shot_id: str, media: Collection[str]) -> None:
    """The shot's bin is empty and these files of it are gone: undo goes on, and leaves these takes out."""
    session.bury(media)
    session.edit(tr("Empty the bin"), lambda film: judging.empty_bin(film, shot_id))


def pin(session: Session, shot_id: str, take_id: str) -> bool:
    """Every clip of the shot in the cut in hand shows this take, whatever is circled; or follows the choice again."""
    if take_id in pinned(session.film, session.cut_id, shot_id):
        return session.edit(tr("Unpin the take"), lambda film: _pinned(film, session.cut_id, shot_id, None))
    return session.edit(tr("Pin the take in the cut"), lambda film: _pinned(film, session.cut_id, shot_id, take_id))


def pinned(film: Film, cut_id: str, shot_id: str) -> frozenset[str]:
    """Takes of the shot that clips of this cut pin."""
    return frozenset(clip.take for clip in _clips(film, cut_id, shot_id) if clip.take is not None)


def another_seed(session: Session, shot_id: str, *, merge: str = "") -> bool:
    """The shot asks for another picture of the same words; it is for others to render it. Where the take will look like the last
    one, that is said before anybody waits for it."""
    shot = session.film.shot(shot_id)
    seed = fresh_seed(shot)
    changed = session.edit(tr("Another seed"), lambda film: edit_shot(film, shot_id, seed=seed), merge=merge)
    if changed and (shot.engine or session.film.engine) in SAME_ALWAYS:
        session.say(note(tr(STAGED_ALIKE)))
    return changed


def finish(session: Session, shot_id: str, take_id: str, engine: str, way: Way = "seed") -> bool:
    """The shot asks for this take's seed from that engine: a draft made final. By its pictures or its motion where the model goes by
    them (`way`), else by the seed alone."""

    def change(film: Film) -> Film:
        take = film.shot(shot_id).take(take_id)
        followed = "" if way == "seed" else take_id
        rendering = film.shot(shot_id).rendering.with_(finish="final", drafted=followed)
        changes: dict[str, Any] = {"engine": engine, "rendering": rendering}
        if take is not None and take.recipe.seed is not None:
            changes["seed"] = take.recipe.seed
        return edit_shot(film, shot_id, **changes)

    return session.edit(tr("Make it final"), change)


def fresh_seed(shot: Shot) -> int:
    """A seed that no take of the shot has."""
    known = {take.recipe.seed for take in (*shot.takes, *shot.binned)} | {shot.seed or 0}
    while (seed := secrets.randbelow(SEEDS)) in known:
        pass
    return seed


def number_of(shot: Shot, take: Take) -> int:
    """The take's number, from 1, oldest first. It stays while others come."""
    return next((n for n, each in enumerate(shot.takes, 1) if each.id == take.id), 0)


def _pinned(film: Film, cut_id: str, shot_id: str, take_id: str | None) -> Film:
    clips = list(_clips(film, cut_id, shot_id))
    if not clips:
        raise BadInput("The cut does not show this shot.", "Put it into the cut first.")
    for clip in clips:
        film = cutting.pin_take(film, cut_id, clip.id, take_id)
    return film


def _clips(film: Film, cut_id: str, shot_id: str) -> Iterator[Clip]:
    """The clips of a shot in a cut; nothing where there is no such cut."""
    cut: Cut | None = next((each for each in film.cuts if each.id == cut_id), None)
    for track in cut.tracks if cut else ():
        yield from [item for item in track.items if item.kind == "clip" and item.shot == shot_id]

"""What a person says of takes, Film -> Film: stars, rejected or not, notes; and the bin that takes are thrown into.

A verdict belongs to the take in this shot and not to the take (see `engine.film.takes`). A binned take stays in the
document, because a take whose files are in the store would else be adopted again when the film is next opened.
Every function raises BadInput for an id that does not exist.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.film.document import Film
from engine.film.faults import amended
from engine.film.locate import index_of, must_keep_pinned_takes, put, shot_of, with_shot
from engine.film.takes import Verdict


def rate(film: Film, shot_id: str, take_id: str, rating: int) -> Film:
    """One to five stars; 0 takes them back."""
    return _judged(film, shot_id, take_id, rating=rating)


def annotate(film: Film, shot_id: str, take_id: str, note: str) -> Film:
    """What is to be said about the take; an empty note takes it back."""
    return _judged(film, shot_id, take_id, note=note.strip())


def reject(film: Film, shot_id: str, take_id: str) -> Film:
    """The take is out: no clip follows it while the shot has another, and it is circled no more."""
    shot = shot_of(film, shot_id)
    if shot.circled == take_id:
        film = with_shot(film, shot.with_(circled=None))
    return _judged(film, shot_id, take_id, rejected=True)


def accept(film: Film, shot_id: str, take_id: str) -> Film:
    """The take is no longer out."""
    return _judged(film, shot_id, take_id, rejected=False)


def bin_take(film: Film, shot_id: str, take_id: str) -> Film:
    """The shot without the take, which goes to the bin with its verdict. Raises BadInput where a cut pins it."""
    shot = shot_of(film, shot_id)
    at = index_of(shot.takes, take_id, f"take of shot {shot.slate}")
    circled = None if shot.circled == take_id else shot.circled
    after = shot.with_(takes=put(shot.takes, at), circled=circled, binned=(*shot.binned, shot.takes[at]))
    must_keep_pinned_takes(film, after)
    return with_shot(film, after)


def restore_take(film: Film, shot_id: str, take_id: str) -> Film:
    """A take out of the bin, as the shot's newest."""
    shot = shot_of(film, shot_id)
    at = index_of(shot.binned, take_id, f"take in the bin of shot {shot.slate}")
    return with_shot(film, shot.with_(takes=(*shot.takes, shot.binned[at]), binned=put(shot.binned, at)))


def binned_answers(film: Film, keys: Mapping[str, str]) -> dict[str, str]:
    """Shot id -> the take in its bin that `keys` (shot id -> key of the order) asks for: it need not be rendered again."""
    found: dict[str, str] = {}
    for shot in film.shots:
        key = keys.get(shot.id) if shot.binned else None
        answer = next((take.id for take in reversed(shot.binned) if key is not None and take.recipe.key == key), None)
        if answer is not None:
            found[shot.id] = answer
    return found


def restore_takes(film: Film, takes: Mapping[str, str]) -> Film:
    """These takes (shot id -> take id) out of their bins; one that is there no more is passed over."""
    for shot in tuple(film.shots):
        if takes.get(shot.id) in {take.id for take in shot.binned}:
            film = restore_take(film, shot.id, takes[shot.id])
    return film


def empty_bin(film: Film, shot_id: str) -> Film:
    """The shot without what is in its bin, and without what was said of it. The files are for others to remove, before."""
    shot = shot_of(film, shot_id)
    gone = {take.id for take in shot.binned}
    kept = tuple(each for each in shot.verdicts if each.take not in gone)
    return with_shot(film, shot.with_(binned=(), verdicts=kept))


def only_in_bin(film: Film, shot_id: str) -> tuple[str, ...]:
    """Media of the shot's binned takes that nothing else in the film needs: no take of any shot, no other bin."""
    binned = {take.media for take in shot_of(film, shot_id).binned}
    needed = {take.media for shot in film.shots for take in shot.takes}
    needed |= {take.media for shot in film.shots if shot.id != shot_id for take in shot.binned}
    return tuple(sorted(binned - needed))


def _judged(film: Film, shot_id: str, take_id: str, **changes: Any) -> Film:
    shot = shot_of(film, shot_id)
    index_of(shot.takes, take_id, f"take of shot {shot.slate}")
    verdict = amended(shot.verdict(take_id), "The verdict", changes)
    others = tuple(each for each in shot.verdicts if each.take != take_id)
    blank = verdict == Verdict(take=take_id)
    return with_shot(film, shot.with_(verdicts=others if blank else (*others, verdict)))

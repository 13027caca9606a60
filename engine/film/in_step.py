"""A cut that nobody has touched keeps in step with the board: it is the board, played from head to tail.

As soon as an editor has trimmed, moved or pinned anything the cut is theirs, and only `following` brings news into it, by choice. Without
this rule somebody who makes a board shot by shot would have nothing to play.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.film.check import cut_complaints
from engine.film.cuts import Clip, Cut, Item, Transition
from engine.film.document import Film
from engine.film.rows import NewId
from engine.film.shots import Scene, Shot
from engine.film.supply import shots_by_id
from engine.film.values import fresh_id
from engine.film.versions import assembly

NAMES = {"en": "Assembly", "zh": "初剪"}


def in_step(before: Film, after: Film, *, new_id: NewId = fresh_id) -> Film:
    """`after`, in which every cut that was the board of `before` is the board still; a film without cuts gets its assembly."""
    if not after.cuts and any(True for _ in after.played.shots):
        return after.with_(cuts=(assembly(after, name=NAMES[after.language], new_id=new_id),))
    if _same_board(before, after):
        return after
    untouched = {cut.id for cut in before.cuts if is_board(before, cut)}
    if not untouched:
        return after
    was = {cut.id: cut for cut in before.cuts}
    cuts = (_stepped(was[cut.id], after, new_id) if cut.id in untouched else cut for cut in after.cuts)
    return after.with_(cuts=tuple(cuts))


def is_board(film: Film, cut: Cut) -> bool:
    """Whether the cut is all played shots in story order, each one whole, on one picture track."""
    if cut.locked or len(cut.tracks) != 1 or cut.tracks[0].kind != "picture" or cut.tracks[0].locked:
        return False
    timed = [item for item in cut.tracks[0].items if not isinstance(item, Transition)]
    played = list(film.played.shots)
    return len(timed) == len(played) and all(_whole(item, shot) for item, shot in zip(timed, played, strict=True))


def _whole(item: Item, shot: Shot) -> bool:
    return isinstance(item, Clip) and (item.shot, item.start, item.frames, item.take) == (
        shot.id,
        0,
        shot.duration,
        None,
    )


def _same_board(before: Film, after: Film) -> bool:
    """Whether both play the same shots for as long; scenes that are the same value are not looked into."""
    if len(before.scenes) != len(after.scenes):
        return False
    return all(a is b or _played(a) == _played(b) for a, b in zip(before.scenes, after.scenes, strict=True))


def _played(scene: Scene) -> list[tuple[str, int]]:
    return [] if scene.omitted else [(shot.id, shot.duration) for shot in scene.shots if not shot.omitted]


def _stepped(cut: Cut, film: Film, new_id: NewId) -> Cut:
    """The cut with the shots of now; a transition stays where it still joins the same two shots."""
    (track,) = cut.tracks
    clips = {item.shot: item for item in track.items if isinstance(item, Clip)}
    joins = _joins(track.items)
    items: list[Item] = []
    previous: str | None = None
    for shot in film.played.shots:
        items += joins.get((previous, shot.id), ())
        known = clips.get(shot.id)
        if known is None:
            items.append(Clip(id=new_id(), shot=shot.id, frames=shot.duration))
        else:
            items.append(known if known.frames == shot.duration else known.with_(frames=shot.duration))
        previous = shot.id
    items += joins.get((previous, None), ())
    return _holding(cut, items, film)


def _joins(items: Iterable[Item]) -> dict[tuple[str | None, str | None], tuple[Transition, ...]]:
    """Every transition by the shots before and behind it."""
    joins: dict[tuple[str | None, str | None], tuple[Transition, ...]] = {}
    previous: str | None = None
    waiting: tuple[Transition, ...] = ()
    for item in items:
        if isinstance(item, Transition):
            waiting = (item,)
        elif isinstance(item, Clip):
            joins[previous, item.shot], waiting, previous = waiting, (), item.shot
    joins[previous, None] = waiting
    return joins


def _holding(cut: Cut, items: list[Item], film: Film) -> Cut:
    """The cut with these items, without transitions where a shot has become too short for one; whole shots alone always hold."""
    stepped = cut.with_(tracks=(cut.tracks[0].with_(items=tuple(items)),))
    if not any(isinstance(item, Transition) for item in items):
        return stepped
    if next(cut_complaints(stepped, shots_by_id(film)), None) is None:
        return stepped
    clips = tuple(item for item in items if isinstance(item, Clip))
    return cut.with_(tracks=(cut.tracks[0].with_(items=clips),))

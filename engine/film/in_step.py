"""A cut whose pictures nobody has touched keeps in step with the board: it is the board, played from head to tail.

As soon as an editor has trimmed, moved or pinned a picture the cut is theirs, and only `following` brings news into it, by choice. Without
this rule somebody who makes a board shot by shot would have nothing to play. Sounds laid below the pictures do not end it: they are
carried along with their shots (see `carried`), or the first piece of music would be the end of writing.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.film.carried import carried
from engine.film.cuts import Clip, Cut, Item, Track, Transition
from engine.film.document import Film
from engine.film.rows import NewId, fits, row_of
from engine.film.shots import Scene, Shot
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
    cuts = (_stepped(cut, after, new_id) if cut.id in untouched else cut for cut in after.cuts)
    return after.with_(cuts=tuple(cuts))


def is_board(film: Film, cut: Cut) -> bool:
    """Whether the pictures of the cut are all played shots in story order, each one whole, on one track; sounds are no matter."""
    pictures = picture_tracks(cut)
    if cut.locked or len(pictures) != 1 or pictures[0].locked:
        return False
    timed = [item for item in pictures[0].items if not isinstance(item, Transition)]
    played = list(film.played.shots)
    return len(timed) == len(played) and all(_whole(item, shot) for item, shot in zip(timed, played, strict=True))


def picture_tracks(cut: Cut) -> tuple[Track, ...]:
    """The cut's tracks that are seen, from the lowest up."""
    return tuple(track for track in cut.tracks if track.kind == "picture")


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
    """The cut with the shots of now. `cut` is what the edit of the board has made of it: what was split, merged or removed is so in
    all its tracks already, and a cut that is the board again is left as it is."""
    if is_board(film, cut):
        return cut
    (picture,) = picture_tracks(cut)
    return carried(cut, _holding(picture.with_(items=_shots(picture.items, film, new_id))), new_id=new_id)


def _shots(shown: Iterable[Item], film: Film, new_id: NewId) -> tuple[Item, ...]:
    """Every shot whole, under the clip it had; a transition stays where it still joins the same two shots."""
    was = tuple(shown)
    clips: dict[str | None, Clip] = {}
    for item in was:
        if isinstance(item, Clip):
            clips.setdefault(item.shot, item)
    joins = _joins(was)
    items: list[Item] = []
    previous: str | None = None
    for shot in film.played.shots:
        items += joins.get((previous, shot.id), ())
        items.append(_shown_whole(clips.get(shot.id), shot, new_id))
        previous = shot.id
    return (*items, *joins.get((previous, None), ()))


def _shown_whole(known: Clip | None, shot: Shot, new_id: NewId) -> Clip:
    if known is None:
        return Clip(id=new_id(), shot=shot.id, frames=shot.duration)
    whole = (0, shot.duration, None)
    return (
        known
        if (known.start, known.frames, known.take) == whole
        else known.with_(start=0, frames=shot.duration, take=None)
    )


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


def _holding(track: Track) -> Track:
    """The track without its transitions where a shot has become too short for one; whole shots alone always hold."""
    if fits(row_of(track)):
        return track
    return track.with_(items=tuple(item for item in track.items if isinstance(item, Clip)))

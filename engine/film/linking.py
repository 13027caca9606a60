"""Picture and sound that belong together, Film -> Film: link, unlink, lay a clip's sound under it, and both trimmed at once.

A link is a word that clips share. It is kept on the clips and not beside them, so that whatever removes, copies or divides
a clip takes the link along. J and L cuts are trims of one clip while the link is let go of.
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.errors import BadInput
from engine.film.bench import clip_of, cut_of, item_of, must_be_open, open_cut, put_cut
from engine.film.cuts import Clip, Cut, Item, Track
from engine.film.cutting import add_track, overwrite
from engine.film.document import Film
from engine.film.rows import NewId, row_of
from engine.film.values import fresh_id


def linked(cut: Cut, clip_ids: Iterable[str]) -> tuple[str, ...]:
    """The clips and all that are linked to them, in record order of each track; gaps and unknown ids are left out."""
    wanted = set(clip_ids)
    clips = [item for track in cut.tracks for item in track.items if isinstance(item, Clip)]
    links = {clip.link for clip in clips if clip.id in wanted and clip.link is not None}
    return tuple(clip.id for clip in clips if clip.id in wanted or clip.link in links)


def link(film: Film, cut_id: str, clip_ids: Iterable[str], *, new_id: NewId = fresh_id) -> Film:
    """The clips are moved and trimmed together from now on."""
    wanted = set(clip_ids)
    cut = open_cut(film, cut_id)
    for each in wanted:
        clip_of(cut, each)
    if len(wanted) < 2:
        raise BadInput("One clip alone cannot be linked.", "Choose a picture and its sound.")
    return _with_link(film, cut, wanted, new_id())


def unlink(film: Film, cut_id: str, clip_ids: Iterable[str]) -> Film:
    """The clips, and those linked to them, go their own ways."""
    cut = open_cut(film, cut_id)
    return _with_link(film, cut, set(linked(cut, clip_ids)), None)


def lay_sound(film: Film, cut_id: str, clip_id: str, *, new_id: NewId = fresh_id) -> Film:
    """The clip's own sound as a clip of its own, linked to it, on the first sound track that is free there. Never on one that
    is not in step: the music would let go of it at the next ripple."""
    cut = open_cut(film, cut_id)
    found, clip = clip_of(cut, clip_id)
    if found.track.kind == "sound":
        raise BadInput("The clip is a sound already.", "Choose a picture.")
    word = clip.link or new_id()
    if clip.link is None:
        film = _with_link(film, cut, {clip.id}, word)
    film, track = _free_sound_track(film, cut_id, found.at, found.end, new_id)
    return overwrite(film, cut_id, track.id, found.at, clip.with_(id=new_id(), link=word), new_id=new_id)


def next_track(cut: Cut, kind: str, *, new_id: NewId = fresh_id) -> Track:
    """An empty track with the next free name of its kind: V2, A1."""
    letter = "V" if kind == "picture" else "A"
    taken = {track.name for track in cut.tracks}
    number = 1
    while f"{letter}{number}" in taken:
        number += 1
    return Track(id=new_id(), kind="picture" if kind == "picture" else "sound", name=f"{letter}{number}")


def _free_sound_track(film: Film, cut_id: str, start: int, end: int, new_id: NewId) -> tuple[Film, Track]:
    cut = cut_of(film, cut_id)
    for track in cut.tracks:
        free = track.in_step and not track.locked and not occupied(track, start, end)
        if track.kind == "sound" and free:
            return film, track
    track = next_track(cut, "sound", new_id=new_id)
    return add_track(film, cut_id, track), track


def occupied(track: Track, start: int, end: int) -> bool:
    """Whether a clip of the track touches record frames [start, end)."""
    return any(
        isinstance(item, Clip) and at < end and start < at + item.frames for _, at, item in row_of(track).placed()
    )


def _with_link(film: Film, cut: Cut, wanted: set[str], word: str | None) -> Film:
    def relinked(item: Item) -> Item:
        return item.with_(link=word) if isinstance(item, Clip) and item.id in wanted else item

    for each in wanted:
        must_be_open(item_of(cut, each).track)
    tracks = tuple(
        track.with_(items=tuple(relinked(item) for item in track.items))
        if any(item.id in wanted for item in track.items)
        else track
        for track in cut.tracks
    )
    return put_cut(film, cut.with_(tracks=tracks))

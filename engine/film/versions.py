"""A film's cuts as versions, Film -> Film: the first assembly, new, duplicate, rename, lock, unlock, remove.

Locking pins on every clip the take that supplies it at that moment, which is what makes "a new take never alters a
locked cut" true by construction: nothing that is chosen later can reach it.
"""

from __future__ import annotations

from engine.errors import BadInput
from engine.film.bench import cut_of, open_cut
from engine.film.check import cut_complaints
from engine.film.cuts import Clip, Cut, Item, Track
from engine.film.document import Film
from engine.film.locate import index_of, must_be_free, put
from engine.film.rows import NewId
from engine.film.supply import Shots, shots_by_id, supplying_take
from engine.film.values import fresh_id


def assembly(film: Film, *, name: str = "Assembly", new_id: NewId = fresh_id) -> Cut:
    """The first cut: every shot in story order, whole, on one picture track. It is not yet part of the film."""
    clips = tuple(Clip(id=new_id(), shot=shot.id, start=0, frames=shot.duration) for shot in film.played.shots)
    return Cut(id=new_id(), name=name, tracks=(Track(id=new_id(), name="V1", items=clips),))


def add_cut(film: Film, cut: Cut) -> Film:
    """One more cut. Raises BadInput when its id or name is taken, or the cut does not hold together (see `check`)."""
    must_be_free(cut.id, (each.id for each in film.cuts), "cut")
    _name_is_free(film, cut.name)
    for complaint in cut_complaints(cut, shots_by_id(film)):
        raise BadInput(f"That cannot be: {complaint}.", "Correct the cut first.")
    return film.with_(cuts=(*film.cuts, cut))


def new_cut(film: Film, name: str, *, new_id: NewId = fresh_id) -> Film:
    """An empty cut with one picture track."""
    return add_cut(film, Cut(id=new_id(), name=name, tracks=(Track(id=new_id(), name="V1"),)))


def duplicate_cut(film: Film, cut_id: str, *, name: str | None = None, new_id: NewId = fresh_id) -> Film:
    """An unlocked copy behind the others. Its clips keep their ids, so that `compare` can follow them."""
    cut = cut_of(film, cut_id)
    copy = cut.with_(id=new_id(), name=name or _copy_name(film, cut.name), locked=False)
    return add_cut(film, copy)


def rename_cut(film: Film, cut_id: str, name: str) -> Film:
    """The cut under another name, also while it is locked: a name is not a frame."""
    cut = cut_of(film, cut_id)
    if name != cut.name:
        _name_is_free(film, name)
    return _put(film, cut.with_(name=name))


def remove_cut(film: Film, cut_id: str) -> Film:
    """The film without that cut; a locked one has to be unlocked first."""
    open_cut(film, cut_id)
    return film.with_(cuts=put(film.cuts, index_of(film.cuts, cut_id, "cut")))


def lock_cut(film: Film, cut_id: str) -> Film:
    """The cut as it is now, for good: each clip pins its take. Raises BadInput while a shot of it has no take."""
    cut = cut_of(film, cut_id)
    if cut.locked:
        return film
    shots = shots_by_id(film)
    tracks = tuple(t.with_(items=tuple(_pinned(item, cut, shots) for item in t.items)) for t in cut.tracks)
    return _put(film, cut.with_(tracks=tracks, locked=True))


def unlock_cut(film: Film, cut_id: str, *, unpin: bool = False) -> Film:
    """The cut may be edited again. Its clips keep their takes, unless `unpin` lets them follow the chosen ones."""
    cut = cut_of(film, cut_id)
    tracks = (
        tuple(t.with_(items=tuple(_unpinned(item) for item in t.items)) for t in cut.tracks) if unpin else cut.tracks
    )
    return _put(film, cut.with_(tracks=tracks, locked=False))


def _pinned(item: Item, cut: Cut, shots: Shots) -> Item:
    if not isinstance(item, Clip) or item.shot is None or item.take is not None:
        return item
    take = supplying_take(item, shots)
    if take is None:
        slate = shots[item.shot].slate
        raise BadInput(f"The cut {cut.name!r} cannot be locked: shot {slate} has no take yet.", "Render it first.")
    return item.with_(take=take.id)


def _unpinned(item: Item) -> Item:
    return item.with_(take=None) if isinstance(item, Clip) else item


def _put(film: Film, cut: Cut) -> Film:
    return film.with_(cuts=put(film.cuts, index_of(film.cuts, cut.id, "cut"), cut))


def _name_is_free(film: Film, name: str) -> None:
    if any(cut.name == name for cut in film.cuts):
        raise BadInput(f"There is a cut called {name!r} already.", "Choose another name.")


def _copy_name(film: Film, name: str) -> str:
    taken = {cut.name for cut in film.cuts}
    number = 2
    while f"{name} {number}" in taken:
        number += 1
    return f"{name} {number}"

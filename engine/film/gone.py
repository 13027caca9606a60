"""A film of an earlier moment without what has been deleted for good since: undo brings back edits, and files it cannot.

Everything that spoke of such a take is put as if it had never been there, so that the film holds together.
"""

from __future__ import annotations

from collections.abc import Collection

from engine.film.cuts import Clip, Cut, Item, Track
from engine.film.document import Film
from engine.film.shots import Scene, Shot


def without_media(film: Film, media: Collection[str]) -> Film:
    """The film without takes of these media (paths inside its folder), in its shots, their bins and its cuts; the same film where
    there are none."""
    if not media:
        return film
    takes = (take for shot in film.shots for take in (*shot.takes, *shot.binned))
    gone = frozenset(take.id for take in takes if take.media in media)
    if not gone:
        return film
    scenes = tuple(_scene(scene, gone) for scene in film.scenes)
    return film.with_(scenes=scenes, cuts=tuple(_cut(cut, gone) for cut in film.cuts))


def _scene(scene: Scene, gone: frozenset[str]) -> Scene:
    return scene.with_(shots=tuple(_shot(shot, gone) for shot in scene.shots))


def _shot(shot: Shot, gone: frozenset[str]) -> Shot:
    if gone.isdisjoint({take.id for take in (*shot.takes, *shot.binned)}):
        return shot
    return shot.with_(
        takes=tuple(take for take in shot.takes if take.id not in gone),
        binned=tuple(take for take in shot.binned if take.id not in gone),
        verdicts=tuple(each for each in shot.verdicts if each.take not in gone),
        circled=None if shot.circled in gone else shot.circled,
    )


def _cut(cut: Cut, gone: frozenset[str]) -> Cut:
    return cut.with_(tracks=tuple(_track(track, gone) for track in cut.tracks))


def _track(track: Track, gone: frozenset[str]) -> Track:
    return track.with_(items=tuple(_item(item, gone) for item in track.items))


def _item(item: Item, gone: frozenset[str]) -> Item:
    return item.with_(take=None) if isinstance(item, Clip) and item.take in gone else item

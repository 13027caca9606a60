"""A cut that follows the board: what the board has that the cut does not show yet, and bringing it in by choice.

    news(film, cut_id, lengths) -> tuple[News, ...]          in story order
    changed(before, after) -> Changed                        what an edit of the board may have made news of
    follow(film, cut_id, news) -> Film

Nothing is brought in unasked: a cut is an editor's work, and a shot may be left out on purpose.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from engine.errors import BadInput
from engine.film.bench import cut_of, item_of, open_cut
from engine.film.cuts import Clip, Cut, Track
from engine.film.cutting import insert, ripple_delete
from engine.film.document import Film
from engine.film.rows import NewId, row_of
from engine.film.shots import Shot
from engine.film.supply import shots_by_id
from engine.film.trimming import ripple
from engine.film.values import fresh_id


@dataclass(frozen=True, slots=True)
class Missing:
    """A shot of the board that the cut does not show."""

    shot: str


@dataclass(frozen=True, slots=True)
class Left:
    """A clip whose shot the board has omitted."""

    shot: str
    clip: str


@dataclass(frozen=True, slots=True)
class Longer:
    """The only clip of a shot shows it from frame 0, and the shot is `by` frames longer (-: shorter) than the clip."""

    shot: str
    clip: str
    by: int


News: TypeAlias = Missing | Left | Longer


@dataclass(frozen=True, slots=True)
class Changed:
    """Ids of shots that came onto the board, of those that have another length, and of those that went."""

    come: frozenset[str] = frozenset()
    lengths: frozenset[str] = frozenset()
    gone: frozenset[str] = frozenset()

    def and_then(self, later: Changed) -> Changed:
        """Both, one after the other."""
        return Changed(self.come | later.come, self.lengths | later.lengths, self.gone | later.gone)


def changed(before: Film, after: Film) -> Changed:
    """What an edit did to the board. Scenes that are the same value are not looked into: most edits are words."""
    kept = {id(scene) for scene in before.scenes} & {id(scene) for scene in after.scenes}
    was, now = _lengths(before, kept), _lengths(after, kept)
    lengths = frozenset(each for each, frames in now.items() if was.get(each, frames) != frames)
    return Changed(frozenset(now.keys() - was.keys()), lengths, frozenset(was.keys() - now.keys()))


def _lengths(film: Film, kept: Collection[int]) -> dict[str, int]:
    """Frames of every shot that is played, without the scenes that an edit has `kept`."""
    return {
        shot.id: shot.duration
        for scene in film.scenes
        if not scene.omitted and id(scene) not in kept
        for shot in scene.shots
        if not shot.omitted
    }


def news(film: Film, cut_id: str, lengths: Collection[str] = ()) -> tuple[News, ...]:
    """What following the board would change, in story order. `lengths` names the shots whose clips are to have the shot's
    length: whether a clip is shorter because it was trimmed, or because the shot has grown since, cannot be seen from the cut."""
    cut = cut_of(film, cut_id)
    seen = {item.shot for track in _pictures(cut) for item in track.items if item.kind == "clip"}
    told_of = [
        (shot, scene.omitted or shot.omitted)
        for scene in film.scenes
        for shot in scene.shots
        if shot.id not in seen or shot.omitted or scene.omitted or shot.id in lengths
    ]  # a few of a thousand: only their clips are looked for
    clips = _clips_by_shot(cut, {shot.id for shot, _ in told_of})
    return tuple(each for shot, omitted in told_of for each in _news_of(shot, clips.get(shot.id, []), lengths, omitted))


def _news_of(shot: Shot, clips: list[Clip], lengths: Collection[str], omitted: bool) -> Iterator[News]:
    if omitted:
        yield from (Left(shot.id, clip.id) for clip in clips)
    elif not clips:
        yield Missing(shot.id)
    elif shot.id in lengths and len(clips) == 1 and clips[0].start == 0 and clips[0].frames != shot.duration:
        yield Longer(shot.id, clips[0].id, shot.duration - clips[0].frames)


def follow(film: Film, cut_id: str, chosen: Iterable[News], *, new_id: NewId = fresh_id) -> Film:
    """The cut with these brought in: a missing shot behind the one before it in the story, on all tracks in step."""
    open_cut(film, cut_id)
    for each in chosen:
        if isinstance(each, Missing):
            film = _inserted(film, cut_id, each.shot, new_id)
        elif isinstance(each, Left):
            film = ripple_delete(film, cut_id, each.clip, new_id=new_id)
        else:
            film = ripple(film, cut_id, each.clip, "tail", each.by, new_id=new_id)
    return film


def place_for(film: Film, cut_id: str, shot_id: str) -> tuple[str, int]:
    """(track id, record frame) where the shot would come in: behind the nearest shot before it that the cut shows, or
    else before the nearest behind it, or at the tail of the lowest picture track."""
    cut = cut_of(film, cut_id)
    story = [shot.id for shot in film.shots]
    index = story.index(shot_id)
    shown = _clips_by_shot(cut, set(story))
    for before in reversed(story[:index]):
        if before in shown:
            found = item_of(cut, shown[before][-1].id)
            return found.track.id, found.end
    for behind in story[index + 1 :]:
        if behind in shown:
            found = item_of(cut, shown[behind][0].id)
            return found.track.id, found.at
    track = _lowest(cut)
    return track.id, row_of(track).frames


def _inserted(film: Film, cut_id: str, shot_id: str, new_id: NewId) -> Film:
    track, at = place_for(film, cut_id, shot_id)
    frames = shots_by_id(film)[shot_id].duration
    return insert(film, cut_id, track, at, Clip(id=new_id(), shot=shot_id, frames=frames), new_id=new_id)


def _lowest(cut: Cut) -> Track:
    for track in cut.tracks:
        if track.kind == "picture" and not track.locked:
            return track
    raise BadInput(f"The cut {cut.name!r} has no open picture track.", "Add one, or unlock one.")


def _pictures(cut: Cut) -> list[Track]:
    return [track for track in cut.tracks if track.kind == "picture"]


def _clips_by_shot(cut: Cut, shots: Collection[str]) -> dict[str, list[Clip]]:
    """The clips of the picture tracks that show one of these shots, by what they show."""
    shown: dict[str, list[Clip]] = {}
    for track in _pictures(cut) if shots else ():
        for item in [each for each in track.items if each.kind == "clip" and each.shot in shots]:
            shown.setdefault(item.shot or "", []).append(item)
    return shown

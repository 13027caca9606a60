"""The film a person has edited and a revised reading of its script, made one film (see `threeway` for who wins).

Takes, circles, panels and frames are never the script's business: they stay with their shot. A shot that the script no
longer has is omitted, which keeps all of that; it goes for good only where nothing would be lost.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from typing import Any

from engine.film.cast import Look, Place, Prop, Subject
from engine.film.document import Film
from engine.film.locate import locked_cut_with
from engine.film.revision.threeway import V, chosen, in_order, members, merged, merged_row
from engine.film.shots import Casting, Line, Scene, Shot

_WORDS = frozenset(
    {"action", "heading", "synopsis", "title", "author", "language", "text", "speaker", "manner", "voice_over"}
)
NO_TAKES: dict[str, Any] = {"takes": (), "circled": None, "verdicts": (), "binned": ()}
"""What makes a shot one that nobody has rendered."""

_NOT_THE_SCRIPT_S = frozenset({*NO_TAKES, "panels", "first_frame", "last_frame", "key_frame", "slate", "omitted"})
_IN_ROWS = frozenset({"cast", "props", "places", "scenes", "shots", "cuts", "lines", "looks", "numbering"})


@dataclass(slots=True)
class Merge:
    """`base` and `theirs` are readings under the film's ids; `mine` is the film."""

    base: Film
    mine: Film
    theirs: Film
    old: dict[str, Shot] = field(init=False)
    own: dict[str, Shot] = field(init=False)
    said: dict[str, Shot] = field(init=False)

    def __post_init__(self) -> None:
        self.old, self.own, self.said = ({s.id: s for s in f.shots} for f in (self.base, self.mine, self.theirs))

    def film(self) -> Film:
        """The merged film with the cuts and the numbers as they were: those are settled elsewhere."""
        scenes = self._scenes()
        shots = [shot for scene in scenes for shot in scene.shots]
        film = merged(self.base, self.mine, self.theirs, script=_WORDS, keep=_IN_ROWS)
        cast = {c.subject for shot in shots for c in shot.cast} | {line.speaker for s in shots for line in s.lines}
        worn = {(c.subject, c.look) for shot in shots for c in shot.cast}
        props = {prop for shot in shots for prop in shot.props}
        places = {scene.place for scene in scenes}
        return film.with_(
            scenes=scenes,
            cast=self._subjects(cast, worn),
            props=merged_row(
                self.base.props, self.mine.props, self.theirs.props, key=_id, one=_one, needed=lambda p: p.id in props
            ),
            places=merged_row(
                self.base.places,
                self.mine.places,
                self.theirs.places,
                key=_id,
                one=_one,
                needed=lambda p: p.id in places,
            ),
        )

    def _subjects(self, cast: Collection[str], worn: Collection[tuple[str, str | None]]) -> tuple[Subject, ...]:
        rows = (self.base.cast, self.mine.cast, self.theirs.cast)
        return merged_row(*rows, key=_id, one=subject_of(worn), needed=lambda subject: subject.id in cast)

    def _scenes(self) -> tuple[Scene, ...]:
        homes = self._homes()
        flat = [self._shot(shot_id) for shot_id in self._order()]
        by_scene: dict[str, list[Shot]] = {}
        for shot in flat:
            if shot is not None:
                by_scene.setdefault(homes[shot.id], []).append(shot)
        old, own, said = ({s.id: s for s in f.scenes} for f in (self.base, self.mine, self.theirs))
        row = in_order(tuple(old_id for old_id in old), tuple(own), tuple(said))
        scenes = (self._scene(old.get(s), own.get(s), said.get(s), tuple(by_scene.get(s, ()))) for s in row)
        return tuple(scene for scene in scenes if scene is not None)

    def _order(self) -> tuple[str, ...]:
        return in_order(tuple(self.old), tuple(self.own), tuple(self.said))

    def _homes(self) -> dict[str, str]:
        """Shot -> the scene that it is in from now on."""
        old, own, said = (
            {shot.id: scene.id for scene in film.scenes for shot in scene.shots}
            for film in (self.base, self.mine, self.theirs)
        )
        homes: dict[str, str] = {}
        played = {scene.id for scene in self.theirs.scenes} | (
            {s.id for s in self.mine.scenes} - {s.id for s in self.base.scenes}
        )
        for shot in self._order():
            if shot in own and shot in said:
                home = chosen(old.get(shot, said[shot]), own[shot], said[shot], script=True)
                homes[shot] = home if home in played else said[shot]
            else:
                homes[shot] = own[shot] if shot in own else said[shot]
        return homes

    def _scene(self, old: Scene | None, own: Scene | None, said: Scene | None, shots: tuple[Shot, ...]) -> Scene | None:
        if said is not None and said.omitted:
            gone = tuple(shot.with_(omitted=True) for shot in shots)
            return (own if own is not None else said).with_(shots=gone, omitted=True)
        if own is not None and said is not None:
            base = old if old is not None else _assumed_scene(own, said)
            return merged(base, own, said, script=_WORDS, keep={"shots", "omitted", "number"}).with_(
                shots=shots, omitted=False
            )
        if said is not None:
            return said.with_(shots=shots) if old is None or shots else None
        assert own is not None
        if old is None and not own.omitted:
            return own.with_(shots=shots)  # a person's own scene
        stays = bool(shots) or own.omitted or self.mine.numbering == "locked" or (old is not None and _edited(old, own))
        gone = tuple(shot.with_(omitted=True) for shot in shots)
        return own.with_(shots=gone, omitted=True) if stays else None

    def _shot(self, shot_id: str) -> Shot | None:
        """The shot as it is from now on; None where it is in the film no more."""
        old, own, said = self.old.get(shot_id), self.own.get(shot_id), self.said.get(shot_id)
        if own is not None and said is not None:
            return self._merged(old if old is not None else assumed(own, said), own, said)
        if own is None:
            return said if old is None else None  # removed by a person: it stays so
        if old is None:
            return own
        lost = not (own.takes or own.panels or own.first_frame or own.last_frame or _edited(old, own))
        if lost and self.mine.numbering == "free" and locked_cut_with(self.mine, shot_id) is None:
            return None
        return own.with_(omitted=True)

    def _merged(self, old: Shot, own: Shot, said: Shot) -> Shot:
        shot = merged(old, own, said, script=_WORDS, keep={*_NOT_THE_SCRIPT_S, "lines", "cast", "props"})
        return shot.with_(
            omitted=False,
            lines=merged_row(old.lines, own.lines, said.lines, key=_id, one=_one),
            cast=cast_of(old, own, said),
            props=members(old.props, own.props, said.props),
        )


def assumed(own: Shot, said: Shot) -> Shot:
    """What the script must have said last, where nobody kept it: its words as they are in the film, and everything else
    as the script has it now, so that what is different counts as a person's edit."""
    return said.with_(action=own.action, lines=own.lines)


def _assumed_scene(own: Scene, said: Scene) -> Scene:
    return said.with_(heading=own.heading, synopsis=own.synopsis, place=own.place)


def cast_of(old: Shot, own: Shot, said: Shot) -> tuple[Casting, ...]:
    """Who is in it; a look changes where only one side changed it."""
    was, is_, told = ({c.subject: c.look for c in shot.cast} for shot in (old, own, said))
    looks = {
        subject: chosen(was.get(subject), is_.get(subject, told.get(subject)), told.get(subject), script=False)
        if subject in told
        else is_[subject]
        for subject in members(was, is_, told)
    }
    return tuple(Casting(subject=subject, look=look) for subject, look in looks.items())


def subject_of(worn: Collection[tuple[str, str | None]]) -> Callable[[Subject, Subject, Subject], Subject]:
    """Makes one subject of three; the looks that are `worn` (subject, look) stay."""

    def one(base: Subject, mine: Subject, theirs: Subject) -> Subject:
        looks = merged_row(
            base.looks,
            mine.looks,
            theirs.looks,
            key=_look_name,
            one=_one,
            needed=lambda look: (mine.id, look.name) in worn,
        )
        return merged(base, mine, theirs, script=(), keep=_IN_ROWS).with_(looks=looks or mine.looks)

    return one


def _edited(old: Shot | Scene, own: Shot | Scene) -> bool:
    """Whether a person has changed more than what any film gets by itself: takes and numbers."""
    bare = NO_TAKES if isinstance(own, Shot) else {"shots": ()}
    same = {"slate": own.slate} if isinstance(own, Shot) else {"number": own.number}
    return own.with_(**bare, omitted=False) != old.with_(**bare, **same)


def _one(base: V, mine: V, theirs: V) -> V:
    return merged(base, mine, theirs, script=_WORDS)


def _id(value: Subject | Prop | Place | Line) -> str:
    return value.id


def _look_name(look: Look) -> str:
    return look.name

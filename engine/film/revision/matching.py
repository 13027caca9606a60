"""Which shot of a revised script is which shot of the last one: by its words, wherever it stands now.

Script is compared with script, never with the film a person has edited since, so that an edit can hide nothing. What is the
same in the same order comes first (the rows of a scene that nobody touched), then what was moved, then what was rewritten:
within a scene a likeness of one half will do, across scenes it takes more, because every film has two shots of a door.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from engine.film.document import Film
from engine.film.numbers import slate_for
from engine.film.revision.wording import heading_of, likeness, marks, words_of
from engine.film.shots import Line, Shot

_IN_SCENE = 0.4
_ALONE_IN_GAP = 0.25
"""Where one shot was, between two that stayed, one shot is: most likely it, rewritten."""
_ELSEWHERE = 0.7
_TELLING = 12  # letters: fewer ("He nods.") are said in many places
_SAME_LINE = 0.4
_HARDLY = 0.15
_TELLS = 0.1
"""What the same cast, or the same setup, adds to a likeness of words."""


@dataclass(slots=True)
class Matches:
    """New id -> old id."""

    scenes: dict[str, str] = field(default_factory=dict[str, str])
    shots: dict[str, str] = field(default_factory=dict[str, str])
    lines: dict[str, str] = field(default_factory=dict[str, str])


@dataclass(frozen=True, slots=True)
class _Seen:
    """One shot as it is compared. `place` counts through the film."""

    id: str
    scene: str
    heading: str
    words: str
    shot: Shot
    place: int = -1


def match(old: Film, new: Film, film: Film | None = None) -> Matches:
    """The matches between two readings. Shots that only the `film` has may match what is left: omitted ones come back, and
    one that a person has written is the script's when it says the same."""
    desk = _Desk(list(_shots(old)), list(_shots(new)))
    desk.exactly(lambda shot: (shot.heading, shot.words))
    desk.exactly(lambda shot: shot.words if len(shot.words) >= _TELLING else (shot.heading, shot.words))
    desk.scenes(old, new)
    desk.rewritten()
    desk.renumbered(_own_slates(old) & _own_slates(new))
    desk.elsewhere()
    film = film or old
    known = {shot.id for shot in desk.old}
    desk.back([shot for shot in _shots(film) if shot.id not in known])
    desk.scenes(_with_omitted(old, film), new)
    _lines(old, new, film, desk.found)
    return desk.found


def _shots(film: Film) -> Iterator[_Seen]:
    place = 0
    for scene in film.scenes:
        for shot in scene.shots:
            yield _Seen(shot.id, scene.id, heading_of(scene), words_of(film, shot), shot, place)
            place += 1


@dataclass(slots=True)
class _Desk:
    """Both scripts side by side; what is matched is taken off the piles."""

    old: list[_Seen]
    new: list[_Seen]
    found: Matches = field(default_factory=Matches)
    old_left: dict[str, _Seen] = field(init=False)
    new_left: dict[str, _Seen] = field(init=False)

    def __post_init__(self) -> None:
        self.old_left = {shot.id: shot for shot in self.old}
        self.new_left = {shot.id: shot for shot in self.new}

    def pair(self, new: str, old: str) -> None:
        """They are the same shot."""
        self.found.shots[new] = old
        del self.new_left[new], self.old_left[old]

    def exactly(self, key: Callable[[_Seen], Hashable]) -> None:
        """Shots with the same key: first those in the same order, then those that were moved."""
        old, new = list(self.old_left.values()), list(self.new_left.values())
        rows = SequenceMatcher(None, [key(shot) for shot in old], [key(shot) for shot in new], autojunk=False)
        for block in rows.get_matching_blocks():
            for step in range(block.size):
                self.pair(new[block.b + step].id, old[block.a + step].id)
        waiting: dict[Hashable, list[str]] = defaultdict(list)
        for shot in self.old_left.values():
            waiting[key(shot)].append(shot.id)
        for shot in list(self.new_left.values()):
            if waiting.get(key(shot)):
                self.pair(shot.id, waiting[key(shot)].pop(0))

    def scenes(self, old: Film, new: Film) -> None:
        """Scenes by the shots they share, then by their headings."""
        scene_of_old = {shot.id: scene.id for scene in old.scenes for shot in scene.shots}
        scene_of_new = {shot.id: shot.scene for shot in self.new}
        votes = Counter((scene_of_new[n], scene_of_old[o]) for n, o in self.found.shots.items() if o in scene_of_old)
        order = {scene.id: at for at, scene in enumerate(new.scenes)}
        ranked = sorted(votes, key=lambda pair: (-votes[pair], order[pair[0]]))
        for n, o in [*ranked, *_by_heading(old, new)]:
            if n not in self.found.scenes and o not in self.found.scenes.values():
                self.found.scenes[n] = o

    def rewritten(self) -> None:
        """Shots of one scene whose words are like enough."""
        for n, o in self.found.scenes.items():
            new = [shot for shot in self.new_left.values() if shot.scene == n]
            old = [shot for shot in self.old_left.values() if shot.scene == o]
            alone = self._alone(new, old)
            self._pair_best(
                (alike, a, b)
                for a in new
                for b in old
                if (alike := _alike(a, b)) >= (_ALONE_IN_GAP if (a.id, b.id) in alone else _IN_SCENE)
            )

    def renumbered(self, slates: set[str]) -> None:
        """Shots whose number the writer gave: under the same number stands the same shot, whatever its words."""
        old = {shot.shot.slate: shot.id for shot in self.old_left.values() if shot.shot.slate in slates}
        for shot in list(self.new_left.values()):
            if shot.shot.slate in old:
                self.pair(shot.id, old[shot.shot.slate])

    def elsewhere(self) -> None:
        """Shots that were moved to another scene and rewritten a little."""
        by_mark: dict[str, set[str]] = defaultdict(set)
        for b in self.old_left.values():
            for mark in _pairs(b):
                by_mark[mark].add(b.id)
        old = {b.id: b for b in self.old_left.values()}
        self._pair_best(
            (alike, a, old[b])
            for a in self.new_left.values()
            if len(a.words) >= _TELLING
            for b in sorted({b for mark in _pairs(a) for b in by_mark.get(mark, ())})
            if (alike := likeness(a.words, old[b].words)) >= _ELSEWHERE
        )

    def back(self, others: Sequence[_Seen]) -> None:
        """Shots that an earlier revision left out, and such as a person has added."""
        self.old_left = {shot.id: shot for shot in others}
        for a in list(self.new_left.values()):
            same = (b for b in self.old_left.values() if (a.heading, a.words) == (b.heading, b.words))
            if (b := next(same, None)) is not None:
                self.pair(a.id, b.id)
        self.old_left = {shot.id: shot for shot in self.old_left.values() if shot.shot.omitted}
        self.elsewhere()

    def _pair_best(self, scored: Iterator[tuple[float, _Seen, _Seen]]) -> None:
        best = sorted(scored, key=lambda each: (-each[0], abs(each[1].place - each[2].place), each[1].place))
        for _, a, b in best:
            if a.id in self.new_left and b.id in self.old_left:
                self.pair(a.id, b.id)

    def _alone(self, new: Sequence[_Seen], old: Sequence[_Seen]) -> set[tuple[str, str]]:
        """Pairs that stand alone between the same two neighbours."""
        new_gaps = _gaps(self.new, {shot.id for shot in new}, lambda shot: self.found.shots.get(shot, ""))
        old_gaps = _gaps(self.old, {shot.id for shot in old}, lambda shot: shot if shot not in self.old_left else "")
        return {
            (shots[0], old_gaps[gap][0])
            for gap, shots in new_gaps.items()
            if len(shots) == 1 == len(old_gaps.get(gap, []))
        }


def _own_slates(film: Film) -> set[str]:
    """Slates that were not counted but written: those of a shot list."""
    return {
        shot.slate
        for scene in film.scenes
        for at, shot in enumerate(scene.shots)
        if shot.slate not in (slate_for(scene.number, at), f"{scene.number}-{at + 1}")
    }


def _with_omitted(old: Film, film: Film) -> Film:
    """The last reading with the scenes that the film has omitted, as they were before."""
    gone = {scene.id: scene for scene in film.scenes if scene.omitted}
    there = [gone.pop(scene.id, scene) for scene in old.scenes]
    return old.with_(scenes=(*there, *gone.values()))


def _pairs(shot: _Seen) -> list[str]:
    """Neighbours in its words: texts that are much alike share one at least, which saves comparing all with all."""
    return [mark for mark in marks(shot.words) if " " in mark]


def _alike(one: _Seen, other: _Seen) -> float:
    """How like two shots of a scene are: their words first, then who is in them and how they are seen."""
    words = likeness(one.words, other.words)
    if words < _HARDLY:
        return 0.0
    cast = bool(one.shot.cast) and one.shot.cast == other.shot.cast
    return words + _TELLS * (cast + (one.shot.setup == other.shot.setup))


def _gaps(row: Sequence[_Seen], wanted: set[str], known: Callable[[str], str]) -> dict[tuple[str, str, str], list[str]]:
    """The wanted shots by the matched shots around them; two gaps at the head and tail of a scene count as alike."""
    gaps: dict[tuple[str, str, str], list[str]] = defaultdict(list)
    after = ""
    for at, shot in enumerate(row):
        if shot.id in wanted:
            before = next((known(each.id) for each in row[at + 1 :] if each.id not in wanted), "")
            gaps[after, before, ""].append(shot.id)
        else:
            after = known(shot.id)
    return gaps


def _by_heading(old: Film, new: Film) -> Iterator[tuple[str, str]]:
    """Scenes with the same heading in order, then such with the same number and a heading that is like it."""
    for n in new.scenes:
        told = "" if n.omitted else heading_of(n)
        yield from ((n.id, o.id) for o in old.scenes if told == heading_of(o) != "")
        yield from ((n.id, o.id) for o in old.scenes if n.omitted and n.number == o.number)
    for n in (scene for scene in new.scenes if not scene.omitted):
        alike = (o for o in old.scenes if o.number == n.number and likeness(n.heading, o.heading) >= _IN_SCENE)
        yield from ((n.id, o.id) for o in alike)


def _lines(old: Film, new: Film, film: Film, found: Matches) -> None:
    """Lines within matched shots: the same words first, then like ones in order."""
    before = {shot.id: shot for shot in (*film.shots, *old.shots)}
    for shot in new.shots:
        if shot.id not in found.shots:
            continue
        left: list[Line] = list(before[found.shots[shot.id]].lines)
        rest: list[Line] = []
        for line in shot.lines:
            same = next((each for each in left if each.text == line.text), None)
            if same is None:
                rest.append(line)
            else:
                found.lines[line.id] = same.id
                left.remove(same)
        for line in rest:
            like = max(left, key=lambda each: likeness(each.text, line.text), default=None)
            if like is not None and likeness(like.text, line.text) >= _SAME_LINE:
                found.lines[line.id] = like.id
                left.remove(like)

"""What a revision changes, as sentences a script supervisor would write: new, changed, moved, omitted, back.

The film before is compared with the film after, so the list tells what happens and not what the script says: where a
person's edit was kept against the script, that is a sentence of its own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

from engine.film.compare import rising
from engine.film.document import Film
from engine.film.shots import Line, Scene, Shot

Kind: TypeAlias = Literal["new", "changed", "moved", "omitted", "back", "kept", "renumbered"]
What: TypeAlias = Literal["film", "scene", "shot", "line", "cast"]

_LONGEST = 60  # letters of a quotation


@dataclass(frozen=True, slots=True)
class Change:
    """One change: its kind, what it is about, that thing's id and number, a sentence, and the words before and after."""

    kind: Kind
    what: What
    id: str
    number: str
    sentence: str
    before: str = ""
    after: str = ""


def changes(before: Film, after: Film) -> tuple[Change, ...]:
    """Everything that is different, in story order; empty when nothing is."""
    return tuple(_Ledger(before, after).all())


class _Ledger:
    """Both films, looked up by id."""

    def __init__(self, before: Film, after: Film) -> None:
        self.before, self.after = before, after
        self.scenes = {scene.id: scene for scene in before.scenes}
        self.shots = {shot.id: shot for shot in before.shots}
        self.home = {shot.id: scene.id for scene in before.scenes for shot in scene.shots}
        self.names = {s.id: s.name for film in (before, after) for s in film.cast}
        self.moved_scenes = _moved([s.id for s in before.scenes], [s.id for s in after.scenes])
        self.moved = _moved([s.id for s in before.shots], [s.id for s in after.shots])

    def all(self) -> Iterator[Change]:
        """Every change."""
        if self.before.title != self.after.title:
            yield Change(
                "changed", "film", "", "", f"The title is {self.after.title!r}.", self.before.title, self.after.title
            )
        yield from self._company()
        for scene in self.after.scenes:
            yield from self._scene(scene)
        yield from self._gone()
        yield from self._numbers()

    def _company(self) -> Iterator[Change]:
        old, new = {s.id: s for s in self.before.cast}, {s.id: s for s in self.after.cast}
        for subject in self.after.cast:
            if subject.id not in old:
                yield Change("new", "cast", subject.id, "", f"{subject.name} joins the cast.", "", subject.name)
        for subject in self.before.cast:
            if subject.id not in new:
                yield Change("omitted", "cast", subject.id, "", f"{subject.name} leaves the cast.", subject.name)

    def _scene(self, scene: Scene) -> Iterator[Change]:
        was = self.scenes.get(scene.id)
        name = f"Scene {scene.number}"
        told = f" ({scene.heading})" if scene.heading else ""
        if was is None:
            yield Change("new", "scene", scene.id, scene.number, f"{name}{told} is new.", "", scene.heading)
        elif scene.omitted and not was.omitted:
            yield Change("omitted", "scene", scene.id, scene.number, f"{name}{told} is omitted.", scene.heading)
        elif was.omitted and not scene.omitted:
            yield Change("back", "scene", scene.id, scene.number, f"{name}{told} is back.", "", scene.heading)
        elif scene.id in self.moved_scenes:
            yield Change("moved", "scene", scene.id, scene.number, f"{name}{told} stands elsewhere.", scene.heading)
        if was is not None:
            yield from self._scene_facts(was, scene, name)
        for shot in scene.shots:
            yield from self._shot(shot, scene)

    def _scene_facts(self, was: Scene, scene: Scene, name: str) -> Iterator[Change]:
        facts = {
            "heading": (was.heading, scene.heading),
            "time of day": (was.time_of_day, scene.time_of_day),
            "weather": (was.weather, scene.weather),
            "synopsis": (was.synopsis, scene.synopsis),
        }
        for fact, (old, new) in facts.items():
            if old != new:
                sentence = f"{name}: the {fact} was {_quoted(old)}, is {_quoted(new)}."
                yield Change("changed", "scene", scene.id, scene.number, sentence, old, new)

    def _shot(self, shot: Shot, scene: Scene) -> Iterator[Change]:
        was = self.shots.get(shot.id)
        name = f"Shot {shot.slate}"
        words = self._words(shot)
        if was is None:
            yield Change("new", "shot", shot.id, shot.slate, f"{name} is new: {_quoted(words)}.", "", words)
        elif shot.omitted != was.omitted:
            yield self._out_or_back(shot, name, words)
            yield from self._shot_facts(was, shot, name) if was.omitted else ()
        else:
            elsewhere = self.home[shot.id] != scene.id
            if elsewhere or (shot.id in self.moved and scene.id not in self.moved_scenes):
                where = f" in scene {scene.number}" if elsewhere else ""
                yield Change("moved", "shot", shot.id, shot.slate, f"{name} stands elsewhere{where}: {_quoted(words)}.")
            yield from self._shot_facts(was, shot, name)

    def _out_or_back(self, shot: Shot, name: str, words: str) -> Change:
        if not shot.omitted:
            return Change("back", "shot", shot.id, shot.slate, f"{name} is back: {_quoted(words)}.", "", words)
        kept = f"; its {_takes(shot)} kept" if shot.takes else ""
        slate = self.shots[shot.id].slate
        return Change("omitted", "shot", shot.id, slate, f"Shot {slate} is omitted{kept}: {_quoted(words)}.", words)

    def _shot_facts(self, was: Shot, shot: Shot, name: str) -> Iterator[Change]:
        if was.action != shot.action:
            sentence = f"{name}: the action was {_quoted(was.action)}, is {_quoted(shot.action)}."
            yield Change("changed", "shot", shot.id, shot.slate, sentence, was.action, shot.action)
        yield from self._lines(was.lines, shot, name)
        facts = {
            "setup": (_setup(was), _setup(shot)),
            "cast": (self._cast(was), self._cast(shot)),
            "length": (_frames(was.duration), _frames(shot.duration)),
        }
        for fact, (old, new) in facts.items():
            if old != new:
                sentence = f"{name}: the {fact} was {old or 'empty'}, is {new or 'empty'}."
                yield Change("changed", "shot", shot.id, shot.slate, sentence, old, new)

    def _lines(self, was: Sequence[Line], shot: Shot, name: str) -> Iterator[Change]:
        old, new = {line.id: line for line in was}, {line.id: line for line in shot.lines}
        moved = _moved(list(old), list(new))
        for line in shot.lines:
            told = self._told(line)
            before = old.get(line.id)
            if before is None:
                yield Change("new", "line", line.id, shot.slate, f"{name}: the line {told} is new.", "", line.text)
            elif self._told(before) != told:
                sentence = f"{name}: the line was {self._told(before)}, is {told}."
                yield Change("changed", "line", line.id, shot.slate, sentence, before.text, line.text)
            elif line.id in moved:
                yield Change("moved", "line", line.id, shot.slate, f"{name}: the line {told} stands elsewhere.")
        for line in was:
            if line.id not in new:
                sentence = f"{name}: the line {self._told(line)} is out."
                yield Change("omitted", "line", line.id, shot.slate, sentence, line.text)

    def _gone(self) -> Iterator[Change]:
        """What left the film for good: nothing of a person's hung on it."""
        scenes, shots = {s.id for s in self.after.scenes}, {s.id for s in self.after.shots}
        for scene in self.before.scenes:
            if scene.id not in scenes:
                told = f" ({scene.heading})" if scene.heading else ""
                sentence = f"Scene {scene.number}{told} is omitted."
                yield Change("omitted", "scene", scene.id, scene.number, sentence, scene.heading)
        for shot in self.before.shots:
            if shot.id not in shots:
                words = self._words(shot)
                sentence = f"Shot {shot.slate} is omitted: {_quoted(words)}."
                yield Change("omitted", "shot", shot.id, shot.slate, sentence, words)

    def _numbers(self) -> Iterator[Change]:
        new = [(self.shots[s.id].slate, s) for s in self.after.shots if s.id in self.shots and not s.omitted]
        new = [(old, shot) for old, shot in new if old != shot.slate]
        if new:
            first = ", ".join(f"{old} is {shot.slate}" for old, shot in new[:3])
            what = "1 shot has a new number" if len(new) == 1 else f"{len(new)} shots have new numbers"
            more = ", ..." if len(new) > 3 else ""
            yield Change("renumbered", "shot", new[0][1].id, new[0][1].slate, f"{what}: {first}{more}.")

    def _words(self, shot: Shot) -> str:
        said = [f"{self.names.get(line.speaker, '')}: {line.text}".strip(": ") for line in shot.lines]
        return " ".join(filter(None, (shot.action, *said))) or shot.note

    def _told(self, line: Line) -> str:
        who = self.names.get(line.speaker, "")
        return f"{_quoted(line.text)} ({who})" if who else _quoted(line.text)

    def _cast(self, shot: Shot) -> str:
        return ", ".join(self.names.get(casting.subject, casting.subject) for casting in shot.cast)


def kept_edits(base: Film, mine: Film, theirs: Film, after: Film) -> tuple[Change, ...]:
    """Where the script wanted something else and a person's edit stayed."""
    old, own, said = ({shot.id: shot for shot in film.shots} for film in (base, mine, theirs))
    found: list[Change] = []
    for shot in after.shots:
        if shot.id not in old or shot.id not in own or shot.id not in said:
            continue
        was, is_, told = old[shot.id], own[shot.id], said[shot.id]
        facts = {
            "setup": (_setup(was), _setup(is_), _setup(told)),
            "length": (was.duration, is_.duration, told.duration),
        }
        for fact, (before, mine_, theirs_) in facts.items():
            if len({before, mine_, theirs_}) == 3:
                found.append(
                    Change("kept", "shot", shot.id, shot.slate, f"Shot {shot.slate} keeps the {fact} that you gave it.")
                )
    return tuple(found)


def _moved(before: Sequence[str], after: Sequence[str]) -> set[str]:
    """What changed its place in the order, as few as explain it."""
    kept = set(before) & set(after)
    old = {each: at for at, each in enumerate(each for each in before if each in kept)}
    new = [each for each in after if each in kept]
    return kept - {new[at] for at in rising([old[each] for each in new])}


def _setup(shot: Shot) -> str:
    setup = shot.setup
    lens = f"{setup.lens} mm" if setup.lens else ""
    return ", ".join(filter(None, (setup.size, setup.angle, lens, setup.move)))


def _frames(frames: int) -> str:
    return f"{frames} frame{'' if frames == 1 else 's'}"


def _takes(shot: Shot) -> str:
    return "take is" if len(shot.takes) == 1 else f"{len(shot.takes)} takes are"


def _quoted(text: str) -> str:
    flat = " ".join(text.split())
    return f"“{flat if len(flat) <= _LONGEST else flat[: _LONGEST - 1] + '…'}”"

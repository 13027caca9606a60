"""The likeness of a film: which takes have to be looked at, and what their answers say of every take and every cut.

Scores are worked out anew from what was seen and are no part of a take: another reference gives other scores and leaves the film
alone. This is the editor's door into the room: plain values, no pixels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from pathlib import Path

from pydantic import ValidationError

from engine.film.cast import Look, Subject
from engine.film.cuts import Clip, Cut, Transition
from engine.film.document import Film
from engine.film.shots import Casting, Shot
from engine.film.takes import Take
from engine.likeness import telling
from engine.likeness.meetings import Meeting, meeting
from engine.likeness.tones import alike
from engine.plan.orders import ShotOrder
from engine.plan.plan import Plan
from engine.plan.portraits import portrait_of
from engine.plan.sittings import Colours, Palette, Picture, Puppet, Sat, Seen, Sitter, Sitting, Source, sat_path

OfTake = tuple[str, str]
"""Shot id, take id."""

ALIKE = telling.FINE
"""From this score on a take is alike: it needs no reason, and no further seed is tried. A convention: nobody has measured from where on people
see somebody else."""

JUMPS = 0.35
"""The distance (1 - score) from which on a cut is red in the continuity lane. A convention too: measured is only that spoilt light and tint are
farther than a cut as it was drawn (docs/likeness.md)."""

TRIED = 4
"""Takes of a shot that are tried for a likeness before a person is asked again."""

PUPPETS = "animatic"


@dataclass(frozen=True, slots=True)
class SubjectLikeness:
    """A subject in a take: `score` against its references, `beside` against itself in the neighbouring shots' takes (None: nothing to
    compare with), and the sentence of the one that counts."""

    subject: str
    name: str
    score: float | None
    beside: float | None
    sentence: str
    by_colour: bool = False

    @property
    def counts(self) -> float | None:
        """Against the references where there are any."""
        return self.score if self.score is not None else self.beside


@dataclass(frozen=True, slots=True)
class TakeLikeness:
    """Everybody cast in a take. The take is as good as the one who is least alike."""

    shot: str
    take: str
    subjects: tuple[SubjectLikeness, ...]

    @property
    def score(self) -> float | None:
        """0 to 1; None when nobody could be compared."""
        return min((each.counts for each in self.subjects if each.counts is not None), default=None)

    @property
    def sentence(self) -> str:
        """Of who is least alike; or why there is no score."""
        judged = [each for each in self.subjects if each.counts is not None]
        if judged:
            return min(judged, key=lambda each: each.counts or 0.0).sentence
        return self.subjects[0].sentence if self.subjects else "Nobody is cast in this shot."


class RollCall:
    """The sittings of a film's takes, and what is known of them. `planned` is the film's plan; `wanted` shots and their takes."""

    def __init__(self, film: Film, planned: Plan, wanted: Iterable[tuple[Shot, Take]]) -> None:
        self.film = film
        self._subjects = {subject.id: subject for subject in film.cast}
        self._orders = {node.key: node.order for node in planned.nodes if node.stage == "motion"}
        self._puppets: dict[tuple[str, str], ShotOrder] = {}
        self.sittings = {(shot.id, take.id): self._sitting(shot, take) for shot, take in wanted if shot.cast}
        self.sat: dict[OfTake, Sat] = {}
        self._paths: dict[OfTake, str] = {}

    def look(self, folder: Path) -> tuple[Sitting, ...]:
        """Read the answers that are there; returns the sittings that are still to be held."""
        for of, sitting in self.sittings.items():
            if of in self.sat:
                continue
            path = self._paths.get(of) or sat_path(sitting)
            self._paths[of] = path
            if (answer := _answer(folder / path)) is not None:
                self.sat[of] = answer
        return tuple(sitting for of, sitting in self.sittings.items() if of not in self.sat)

    # --- what they say

    @cached_property
    def _beside(self) -> Mapping[str, tuple[Shot, ...]]:
        """Shot id -> the shots before and after it in its scene."""
        near: dict[str, tuple[Shot, ...]] = {}
        for scene in self.film.played.scenes:
            for at, shot in enumerate(scene.shots):
                near[shot.id] = (*scene.shots[max(0, at - 1) : at], *scene.shots[at + 1 : at + 2])
        return near

    def take(self, shot: Shot, take_id: str) -> TakeLikeness | None:
        """How alike the cast is in that take; None when it was not looked at."""
        seen = self.sat.get((shot.id, take_id))
        if seen is None:
            return None
        named = {each.name: each for each in seen.subjects}
        people = ((self._subjects[casting.subject], casting) for casting in _known(shot, self._subjects))
        told = (self._subject(shot, who, casting, named[who.name]) for who, casting in people if who.name in named)
        return TakeLikeness(shot.id, take_id, tuple(told))

    def takes(self, shot: Shot) -> tuple[TakeLikeness, ...]:
        """All takes of a shot that were looked at, in their order."""
        return tuple(told for take in shot.takes if (told := self.take(shot, take.id)) is not None)

    def closest(self, shot: Shot) -> TakeLikeness | None:
        """The take that looks most like the cast, a suggestion and never a choice; None unless it has a rival."""
        judged = [told for told in self.takes(shot) if told.score is not None]
        return max(judged, key=lambda told: told.score or 0.0) if len(judged) > 1 else None

    def between(self, before: tuple[Shot, str], after: tuple[Shot, str]) -> Meeting | None:
        """How two takes go together at a cut."""
        one, other = (self.sat.get((shot.id, take)) for shot, take in (before, after))
        if one is None or other is None:
            return None
        return meeting(one, other, self._same(before[0], after[0]))

    def cut(self, cut: Cut) -> Mapping[tuple[str, str], Meeting]:
        """The cuts within scenes on the lowest picture track, by the ids of the clips on both sides."""
        shots, scenes = {shot.id: shot for shot in self.film.shots}, _scene_of(self.film)
        told: dict[tuple[str, str], Meeting] = {}
        for one, other in _pairs(cut):
            before, after = shots.get(one.shot or ""), shots.get(other.shot or "")
            if before is None or after is None or before is after or scenes[before.id] != scenes[after.id]:
                continue
            found = self.between((before, _taken(one, before)), (after, _taken(other, after)))
            if found is not None:
                told[one.id, other.id] = found
        return told

    def _same(self, one: Shot, other: Shot) -> frozenset[str]:
        """Names of those who wear the same in both shots."""
        worn = {casting.subject: casting.look for casting in one.cast}
        same = (each.subject for each in other.cast if worn.get(each.subject, "") == each.look)
        return frozenset(self._subjects[who].name for who in same if who in self._subjects)

    def _subject(self, shot: Shot, who: Subject, casting: Casting, seen: Seen) -> SubjectLikeness:
        if not telling.is_judged(seen):
            missed = seen.by == "colour" and bool(seen.sources) and not telling.is_too_near(seen)
            return SubjectLikeness(who.id, who.name, 0.0 if missed else None, None, telling.of_absent(seen), missed)
        references = [(alike(source, seen.palette), source) for source in seen.sources if source]
        others = [(alike(other, seen.palette), other) for other in self._elsewhere(shot, who, casting)]
        best, worst = max(references, default=None), min(others, default=None)
        told = best or worst
        sentence = telling.of_subject(who.name, told[1], seen.palette, told[0]) if told else _unknown(who.name)
        score, beside = best[0] if best else None, worst[0] if worst else None
        return SubjectLikeness(who.id, who.name, score, beside, sentence, seen.by == "colour")

    def _elsewhere(self, shot: Shot, who: Subject, casting: Casting) -> Iterator[Palette]:
        """The subject in the chosen takes beside the shot."""
        for near in self._beside.get(shot.id, ()):
            if near.chosen is None or casting not in near.cast:
                continue
            there = self.sat.get((near.id, near.chosen.id), Sat())
            yield from (seen.palette for seen in there.subjects if seen.name == who.name and telling.is_judged(seen))

    # --- what is asked

    def _sitting(self, shot: Shot, take: Take) -> Sitting:
        pictures = max(1, round(shot.duration * take.rate / self.film.rate))
        own = shot.engine or self.film.engine
        engine = own if take.recipe.origin == "imported" else take.recipe.engine
        order = self._orders.get(take.recipe.key or "")
        blocked = order is not None and not order.panels and order.pickup is None
        blocked = blocked and order is not None and (order.engine == PUPPETS or bool(order.control))
        return Sitting(
            media=take.media,
            digest=take.digest,
            first=min(take.head, take.frames - 1),
            pictures=max(1, min(pictures, take.frames - take.head)),
            sitters=tuple(self._sitter(casting, engine) for casting in _known(shot, self._subjects)),
            blocking=order if blocked and take.rate == self.film.rate else None,
        )

    def _sitter(self, casting: Casting, engine: str) -> Sitter:
        """An imported take is held against what the shot's own engine would be."""
        who = self._subjects[casting.subject]
        look = who.look(casting.look)
        return Sitter(name=who.name, sources=tuple(self._sources(who, look, engine)))

    def _sources(self, who: Subject, look: Look, engine: str) -> Iterator[Source]:
        """What there is to compare with: pictures; colours that were written down; for a puppet, its portrait."""
        if look.references and engine != PUPPETS:
            yield from (Picture(path=each.path, digest=each.digest) for each in look.references)
        elif look.palette and engine != PUPPETS:
            yield Colours(colours=look.palette)
        elif engine == PUPPETS:
            if (who.id, look.name) not in self._puppets:
                self._puppets[who.id, look.name] = portrait_of(self.film, who.id, look.name)
            yield Puppet(order=self._puppets[who.id, look.name])


def chosen_takes(film: Film) -> Iterator[tuple[Shot, Take]]:
    """Every shot with the take that it shows."""
    return ((shot, shot.chosen) for shot in film.played.shots if shot.chosen is not None)


def all_takes(film: Film) -> Iterator[tuple[Shot, Take]]:
    """Every take of every shot."""
    return ((shot, take) for shot in film.played.shots for take in shot.takes)


def _answer(path: Path) -> Sat | None:
    try:
        return Sat.model_validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None


def _known(shot: Shot, subjects: Mapping[str, Subject]) -> Iterator[Casting]:
    return (casting for casting in shot.cast if casting.subject in subjects)


def _unknown(name: str) -> str:
    return f"{name} has no reference to compare with."


def _scene_of(film: Film) -> dict[str, str]:
    return {shot.id: scene.id for scene in film.scenes for shot in scene.shots}


def _pairs(cut: Cut) -> Iterator[tuple[Clip, Clip]]:
    """Clips that touch on the lowest picture track."""
    track = next((track for track in cut.tracks if track.kind == "picture"), None)
    timed = [item for item in (track.items if track else ()) if not isinstance(item, Transition)]
    return ((a, b) for a, b in pairwise(timed) if isinstance(a, Clip) and isinstance(b, Clip))


def _taken(clip: Clip, shot: Shot) -> str:
    """The take that a clip shows."""
    if clip.take is not None:
        return clip.take
    return shot.chosen.id if shot.chosen is not None else ""

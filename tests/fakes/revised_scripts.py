"""Scripts in two lines of Python, read as the breakdown reads: ids come from words, slates from places, one first cut.

For tests of revisions, which would otherwise spend their time in the breakdown.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from engine.film.cast import Subject, look_seed
from engine.film.cuts import Clip, Cut, Track
from engine.film.document import Film
from engine.film.numbers import slate_for
from engine.film.shots import Casting, Line, Scene, Shot
from engine.film.takes import Recipe, Take

Script = Sequence[tuple[str, Sequence[str]]]
"""Scenes: a heading, and what is to be seen ("A dog runs") or heard ("ANN: Stop!")."""


def read(script: Script) -> Film:
    """The script as a film."""
    headings: Counter[str] = Counter()
    scenes: list[Scene] = []
    for number, (heading, texts) in enumerate(script, 1):
        headings[heading] += 1
        scene_id = f"scene-{_digest(heading, headings[heading])}"
        scenes.append(
            Scene(id=scene_id, number=str(number), heading=heading, shots=tuple(_shots(scene_id, str(number), texts)))
        )
    speakers = sorted({line.speaker for scene in scenes for shot in scene.shots for line in shot.lines})
    cast = tuple(Subject(id=each, name=each.removeprefix("cast-"), look_seed=look_seed(each)) for each in speakers)
    film = Film(title="Test", cast=cast, scenes=tuple(scenes))
    clips = tuple(Clip(id=f"clip-{shot.id}", shot=shot.id, frames=shot.duration) for shot in film.shots)
    return film.with_(cuts=(Cut(id="cut-assembly", name="Assembly", tracks=(Track(id="track-v1", items=clips),)),))


def _shots(scene_id: str, number: str, texts: Sequence[str]) -> list[Shot]:
    shots: list[Shot] = []
    for at, text in enumerate(texts):
        used = sum(each == text for each in texts[:at])
        shot_id = f"shot-{_digest(scene_id, text, used)}"
        who, _, said = text.partition(": ")
        slate, duration = slate_for(number, at), 24 + len(text)
        if said:
            speaker = f"cast-{who}"
            line = Line(id=f"{shot_id}-line-1", speaker=speaker, text=said, frames=12)
            shots.append(
                Shot(id=shot_id, slate=slate, lines=(line,), cast=(Casting(subject=speaker),), duration=duration)
            )
        else:
            shots.append(Shot(id=shot_id, slate=slate, action=text, duration=duration))
    return shots


def told(film: Film) -> list[tuple[str, list[str]]]:
    """What the film plays, as a script."""
    names = {subject.id: subject.name for subject in film.cast}
    return [
        (s.heading, [shot.action or f"{names[shot.lines[0].speaker]}: {shot.lines[0].text}" for shot in s.shots])
        for s in film.played.scenes
    ]


def with_takes(film: Film, *slates: str) -> Film:
    """The film with two takes of each of these shots (all without any); the older one is circled."""

    def rendered(shot: Shot) -> Shot:
        takes = tuple(_take(f"{shot.id}-{number}") for number in (1, 2))
        wanted = not slates or shot.slate in slates
        return shot.with_(takes=takes, circled=takes[0].id) if wanted else shot

    scenes = (scene.with_(shots=tuple(rendered(shot) for shot in scene.shots)) for scene in film.scenes)
    return film.with_(scenes=tuple(scenes))


def _take(name: str) -> Take:
    recipe = Recipe(engine="animatic")
    return Take(id=name, recipe=recipe, rate=Fraction(24), frames=90, head=6, media="m.mov", digest="0" * 64)


def _digest(*parts: object) -> str:
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:10]

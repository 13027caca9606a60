"""Long screenplays of many places, lights and people, and films of them with shots of a few small frames.

For figures about many shots: what counts is that no two shots are equal and that no cache of the engine sees the same
things again and again.
"""

from __future__ import annotations

from collections.abc import Iterator

from engine.film.document import Film
from engine.film.rate import Raster
from engine.film.versions import add_cut, assembly

SMALL = Raster(width=160, height=90)
FRAMES = 6
_SCENE = 10
_PLACES = ("EXT. STREET", "INT. KITCHEN", "EXT. FOREST", "EXT. BEACH", "EXT. MOUNTAIN", "EXT. ROOFTOP")
_TIMES = ("DAY", "NIGHT", "DUSK", "DAWN")
_WHO = (
    "MARY, 30, in a red coat,",
    "OLD TOM, 70, white beard,",
    "A BOY",
    "A DOG",
    "ANNA, 25, in a green dress,",
    "A BIRD",
)
_DEEDS = ("walks to the left", "waves", "looks up", "sits down", "runs", "falls", "turns around")
_WEATHER = ("", " It rains.", " Snow falls.")


def screenplay(shots: int) -> str:
    """A screenplay of that many shots, no two alike."""
    return "\n\n".join(("Title: Big", *_paragraphs(shots))) + "\n"


def _paragraphs(shots: int) -> Iterator[str]:
    for number in range(shots):
        scene = number // _SCENE
        if number % _SCENE == 0:
            yield f"{_PLACES[scene % len(_PLACES)]} - {_TIMES[scene // 2 % len(_TIMES)]}"
        size = ("WIDE SHOT", "MEDIUM SHOT", "CLOSE-UP")[number % 3]
        deed = f"{_WHO[number % len(_WHO)]} {_DEEDS[number % len(_DEEDS)]}, number {number}."
        yield f"{size}. {deed}{_WEATHER[scene % 3] if number % _SCENE == 0 else ''}"


def short(film: Film, frames: int = FRAMES) -> Film:
    """The same film with shots of a few small frames, and a fresh cut."""
    scenes = tuple(
        scene.with_(shots=tuple(shot.with_(duration=frames, lines=()) for shot in scene.shots)) for scene in film.scenes
    )
    film = film.with_(scenes=scenes, handles=1, cuts=(), raster=SMALL)
    return add_cut(film, assembly(film))

"""How long a big film takes to load, save, edit and lay flat: prints, asserts nothing.

python tests/perf/film_document.py [SHOTS ...]        (default 1000 2000)
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from engine.film.board import edit_shot, split_shot
from engine.film.casting import new_subject
from engine.film.cuts import Clip
from engine.film.cutting import insert
from engine.film.document import Film
from engine.film.resolve import segments
from engine.film.shots import Casting, Line, Scene, Shot
from engine.film.store import load, save
from engine.film.takes import Recipe, Take
from engine.film.versions import add_cut, assembly


def big_film(shots: int, takes: int = 4) -> Film:
    """A film of scenes of twenty shots; each shot has two subjects, a line and `takes` takes."""
    cast = (new_subject("Iris", subject_id="iris"), new_subject("老王", subject_id="wang"))
    scenes = tuple(
        _scene(first // 20 + 1, range(first, min(first + 20, shots)), takes) for first in range(0, shots, 20)
    )
    film = Film(title="Night Train", cast=cast, scenes=scenes)
    ids = count()
    return add_cut(film, assembly(film, new_id=lambda: f"i{next(ids)}"))


def _scene(number: int, shots: range, takes: int) -> Scene:
    return Scene(id=f"scene {number}", number=str(number), shots=tuple(_shot(number, index, takes) for index in shots))


def _shot(scene: int, index: int, takes: int) -> Shot:
    return Shot(
        id=f"shot {index}",
        slate=f"{scene}-{index}",
        action="She waits under the clock while the last train leaves without her.",
        lines=(Line(id=f"line {index}", speaker="iris", text="I was never going to catch it anyway.", frames=60),),
        cast=(Casting(subject="iris"), Casting(subject="wang", look="default")),
        duration=72,
        takes=tuple(_take(index, number) for number in range(takes)),
    )


def _take(shot: int, number: int) -> Take:
    key = f"{shot:060}{number:04}"
    recipe = Recipe(engine="animatic", version="1", key=key)
    return Take.model_validate(
        {
            "id": key[-12:],
            "recipe": recipe,
            "rate": "24",
            "frames": 84,
            "head": 6,
            "media": f"takes/{key}",
            "digest": key,
        }
    )


def measured(what: str, work: Callable[[], object], times: int = 7) -> None:
    """The median and the best of several runs, in milliseconds."""
    took: list[float] = []
    for _ in range(times):
        began = time.perf_counter()
        work()
        took.append((time.perf_counter() - began) * 1000)
    print(f"  {what:<32} median {median(took):8.1f} ms   best {min(took):8.1f} ms")


def measure(film: Film, folder: Path) -> None:
    """One film through the store, the board, the bench and the resolver."""
    shot = next(iter(film.scenes[len(film.scenes) // 2].shots)).id
    cut = film.cuts[0]
    clip = Clip(id="new", shot=shot, frames=10)
    titles = count()
    save(film, folder)
    shots = len(list(film.shots))
    size = (folder / "film.json").stat().st_size / 1e6
    print(f"{shots} shots with four takes each, film.json {size:.1f} MB")
    measured("load", lambda: load(folder))
    measured("save (changed)", lambda: save(film.with_(title=str(next(titles))), folder))
    measured("edit one shot", lambda: edit_shot(film, shot, action="He waves."))
    measured("split one shot", lambda: split_shot(film, shot, 30))
    measured("insert a clip", lambda: insert(film, cut.id, cut.tracks[0].id, 1000, clip))
    measured("lay the cut flat", lambda: segments(film, cut))


def main() -> None:
    """Measure films of each size."""
    for shots in [int(arg) for arg in sys.argv[1:]] or [1000, 2000]:
        with tempfile.TemporaryDirectory() as base:
            measure(big_film(shots), Path(base) / "Night Train.film")


if __name__ == "__main__":
    main()

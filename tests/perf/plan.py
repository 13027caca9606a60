"""What a one-shot edit costs the plan at 10, 100 and 1,000 shots: `python tests/perf/plan.py` prints, nothing asserts."""

from __future__ import annotations

import time

from engine.film.cast import Subject
from engine.film.document import Film
from engine.film.shots import Casting, Scene, Shot
from engine.plan.plan import plan


def film(shots: int) -> Film:
    """A film of that many shots with two subjects, twenty shots a scene."""
    made = [
        Shot(id=f"s{n}", slate=str(n), action=f"Mary walks past Tom, {n}.", cast=_CAST, duration=60)
        for n in range(shots)
    ]
    scenes = tuple(Scene(id=f"c{n}", number=str(n), shots=tuple(made[n : n + 20])) for n in range(0, shots, 20))
    return Film(
        cast=(Subject(id="a", name="MARY", look_seed=1), Subject(id="b", name="TOM", look_seed=2)), scenes=scenes
    )


_CAST = (Casting(subject="a"), Casting(subject="b"))


def main() -> None:
    """Print plan seconds and how many shots the edit makes stale."""
    for shots in (10, 100, 1000):
        before = film(shots)
        known = set(plan(before).keys.values())
        scene = before.scenes[0]
        edited = scene.with_(shots=(scene.shots[0].with_(action="Mary waves."), *scene.shots[1:]))
        after = before.with_(scenes=(edited, *before.scenes[1:]))
        started = time.perf_counter()
        stale = plan(after).missing(known.__contains__)
        print(f"{shots:5d} shots: plan {1000 * (time.perf_counter() - started):6.1f} ms, {len(stale)} to render")


if __name__ == "__main__":
    main()

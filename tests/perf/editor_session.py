"""A film of 1,000 shots in the session: opening, an edit, undo and redo, in milliseconds; prints medians and worst.

python -P tests/perf/editor_session.py [SHOTS]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "fakes")]

TIMES = 50


def taken(what: Callable[[], object]) -> float:
    """Milliseconds."""
    began = time.perf_counter()
    what()
    return (time.perf_counter() - began) * 1000


def told(name: str, times: list[float]) -> None:
    print(f"{name}: median {statistics.median(times):.2f} ms, worst {max(times):.2f} ms")


def main() -> None:
    """Print the figures."""
    from big_films import screenplay

    from app.state.opening import make_film, open_film
    from app.state.session import Session
    from engine.film import board
    from engine.film.rate import FILM, Raster
    from engine.script.breakdown import breakdown
    from engine.script.reading import read_text

    shots = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    application = QCoreApplication([])
    film = breakdown(read_text(screenplay(shots), name="big.fountain"), rate=FILM, raster=Raster())
    with tempfile.TemporaryDirectory() as folder:
        there = Path(folder) / "Big.film"
        Session(make_film(there, film)).close()
        opening = []
        for _ in range(5):
            began = time.perf_counter()
            session = Session(open_film(there))
            opening.append((time.perf_counter() - began) * 1000)
            session.close()
        told(f"open {shots} shots", opening)
        session = Session(open_film(there))
        ids = [shot.id for shot in film.shots]
        edits = [
            taken(
                lambda n=n: session.edit(
                    "Edit", lambda film: board.edit_shot(film, ids[n * 7 % shots], action=f"Edit {n}.")
                )
            )
            for n in range(TIMES)
        ]
        told("edit", edits)
        told("undo", [taken(session.undo.undo) for _ in range(TIMES)])
        told("redo", [taken(session.undo.redo) for _ in range(TIMES)])
        session.close()
        application.processEvents()


if __name__ == "__main__":
    main()

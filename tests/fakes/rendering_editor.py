"""An editor (its session and its engine, without a window) that draws a film of cards until the process is killed; says "drawing" once
two pictures of the second shot are there.

python -P tests/fakes/rendering_editor.py FILM
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.bridge import Engine
from app.state.opening import open_film
from app.state.session import Session


def main() -> None:
    application = QCoreApplication([])
    engine = Engine(Session(open_film(Path(sys.argv[1]))))

    def further(key: str, done: int, *_: object) -> None:
        if engine.shots_of(key) == ("shot-1",) and done == 2:
            print("drawing", flush=True)

    engine.progress.connect(further)
    engine.render()
    application.exec()


if __name__ == "__main__":
    main()

"""An editor in which somebody types without a pause, until the process is killed: each word's number and the time, a line each.

python -P tests/fakes/typing_editor.py FILM
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.__main__ import window_for


def main() -> None:
    folder = Path(sys.argv[1])
    os.environ["STORYREEL_PREFERENCES"] = str(folder.parent / "editor.json")
    os.environ["STORYREEL_RUNTIME_DIR"] = str(folder.parent / "runtime")
    application = QApplication([])
    window = window_for(application)
    window.show()
    window.open_folder(folder)
    while window.session is None:
        QTest.qWait(20)
    field = window.rooms.bench.inspector.action.field
    field.setFocus()
    number = 0
    while True:
        number += 1
        QTest.keyClicks(field, f" word{number}.")
        print(number, time.monotonic(), flush=True)
        QTest.qWait(60)


if __name__ == "__main__":
    main()

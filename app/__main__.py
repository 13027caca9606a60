"""The editor's front door: puts the window together and shows it, nothing else.

    python -P -m app [FILM | SCRIPT]

What is imported here is paid for at every start; rooms, scripts and films are imported when they are needed.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import QApplication

from app import preferences, words
from app.farewell import all_gone
from app.faults import Net
from app.main_window import MainWindow
from app.theme import tokens
from app.theme.dressing import dress

_WARM_AFTER = 400  # milliseconds: the window is painted and has answered the first clicks

_SWITCH = (
    0.001  # seconds a thread may keep the window waiting: planning a long film held it up by 23 ms at Python's 0.005
)


def main(arguments: list[str] | None = None) -> int:
    """Run the editor until its window is closed; returns the exit code."""
    given = list(sys.argv if arguments is None else arguments)
    sys.setswitchinterval(_SWITCH)
    QCoreApplication.setApplicationName("Storyreel")
    QCoreApplication.setOrganizationName("Storyreel")
    application = QApplication(given)
    window = window_for(application)
    window.show()
    QTimer.singleShot(_WARM_AFTER, window.warm)
    if len(given) > 1:
        path = Path(given[1]).absolute()
        QTimer.singleShot(0, lambda: window.open_path(path))
    if "STORYREEL_START_ONLY" in os.environ:
        QTimer.singleShot(0, lambda: _painted(application))
    code = application.exec()
    all_gone()
    window.deleteLater()
    return code


def window_for(application: QApplication) -> MainWindow:
    """The window in the user's language and theme, with a net below it."""
    chinese = QLocale.system().language() == QLocale.Language.Chinese
    kept = preferences.read(preferences.home(), "zh" if chinese else "en")
    words.speak(kept.language)
    tokens.use(kept.theme)
    dress(application)
    window = MainWindow(kept)
    Net(window.say, window).hang()
    return window


def _painted(application: QApplication) -> None:
    """For tests/perf and tests/doors: the window is painted; say when and with what in memory, and end."""
    heavy = sorted({"torch", "diffusers", "transformers", "cv2", "numpy", "skia"} & sys.modules.keys())
    print(*heavy, time.time(), flush=True)
    application.quit()


if __name__ == "__main__":
    sys.exit(main())

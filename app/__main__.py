"""The editor's front door: puts the window together and shows it, nothing else.

    python -P -m app [FILM | SCRIPT]

What is imported here is paid for at every start; rooms, scripts and films are imported when they are needed.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLocale, QTimer
from PySide6.QtWidgets import QApplication

from app import preferences, words
from app.faults import Net
from app.main_window import MainWindow
from app.theme import tokens
from app.theme.dressing import dress


def main(arguments: list[str] | None = None) -> int:
    """Run the editor until its window is closed; returns the exit code."""
    given = list(sys.argv if arguments is None else arguments)
    QCoreApplication.setApplicationName("Storyreel")
    QCoreApplication.setOrganizationName("Storyreel")
    application = QApplication(given)
    window = window_for(application)
    window.show()
    if len(given) > 1:
        path = Path(given[1]).absolute()
        QTimer.singleShot(0, lambda: window.open_path(path))
    if "STORYREEL_START_ONLY" in os.environ:  # tests/perf: a start that ends when the window is painted
        QTimer.singleShot(0, application.quit)
    code = application.exec()
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


if __name__ == "__main__":
    sys.exit(main())

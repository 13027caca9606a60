"""The last net: what nobody foresaw becomes one sentence in the bar, and its traceback a file to report.

An editor that ends because one button failed loses a person's thread; nearly everything else still works.
"""

from __future__ import annotations

import contextlib
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal

from app.problems import Problem
from app.words import tr, word

UNFORESEEN = word("Something unforeseen went wrong; your film is safe.")


class Net(QObject):
    """Catches what goes uncaught, in any thread, from `hang` on."""

    _fell = Signal(str)

    def __init__(self, say: Callable[[Problem], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = say
        self._fell.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def hang(self) -> None:
        """From now on."""
        sys.excepthook = self.caught
        threading.excepthook = lambda args: self.caught(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def caught(self, kind: type[BaseException], error: BaseException, at: TracebackType | None) -> None:
        """Keep the traceback and say so."""
        told = "".join(traceback.format_exception(kind, error, at))
        sys.stderr.write(told)
        with contextlib.suppress(RuntimeError):  # the window is gone
            self._fell.emit(kept(told))

    def _tell(self, where: str) -> None:
        hint = tr("The details are in {file}; please report them.", file=where) if where else ""
        self._say(Problem(tr(UNFORESEEN), hint))


def kept(told: str) -> str:
    """The file that holds this text now; "" where there is no room even for that."""
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="storyreel-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as log:
            log.write(told)
    except OSError:
        return ""
    return str(Path(log.name))

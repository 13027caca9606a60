"""The queue of a film goes on when its window has been closed: `storyreel queue run` in a process that outlives the editor.

Detached and with its output thrown away, because a pipe that nobody reads would stop it in the middle of the night.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QProcess, QProcessEnvironment

from engine.assets import assets_folder


def go_on_alone(folder: Path) -> None:
    """Begin it for the film in this folder."""
    environment = QProcessEnvironment.systemEnvironment()
    ours = str(assets_folder().parent)
    others = environment.value("PYTHONPATH").split(os.pathsep)
    environment.insert("PYTHONPATH", os.pathsep.join(path for path in (ours, *others) if Path(path).is_absolute()))
    process = QProcess()
    process.setProgram(sys.executable)
    process.setArguments(["-P", "-m", "engine.cli", "queue", "run", str(folder)])
    process.setProcessEnvironment(environment)
    process.setStandardOutputFile(QProcess.nullDevice())
    process.setStandardErrorFile(QProcess.nullDevice())
    process.setWorkingDirectory(str(folder))
    process.startDetached()

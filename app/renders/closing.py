"""Closing a film while it is being drawn: a question on a sheet, and three answers.

A render may be a night's work, so neither answer loses a finished shot: stopped shots wait in line, and a queue that is left
running goes on in a process of its own and is taken in when the film is opened again.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.bridge import Engine
from app.overlays import Overlay, ask
from app.words import word


def ask_before_closing(
    host: QWidget, engine: Engine, close: Callable[[], object], *, saved: Callable[[], bool] = lambda: True
) -> Overlay | None:
    """Close at once when nothing is drawn; else ask over `host`. `close` is called once the engine was told to leave (nobody
    waits for its workers), and not at all when the person stays or the disk refuses the film (`saved` is False): then the engine
    draws on."""
    if not engine.busy:
        engine.leave()
        close()
        return None

    def stop() -> None:
        if saved():
            engine.leave()
            close()

    def leave() -> None:
        if saved():
            engine.leave(leave_running=True)
            close()

    return ask(
        host,
        word("Shots are still being drawn"),
        word("Stopped shots wait in line until you open the film again. Left running, the queue goes on without a window."),
        (word("Stay here"), "", lambda: None),
        (word("Stop and close"), "", stop),
        (word("Leave it running"), "primary", leave),
    )  # fmt: skip

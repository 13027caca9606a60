"""The saver: the newest film is written, and whatever happens nobody waits for it for ever."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from app.state import saving
from app.state.saving import Saver
from engine.errors import StoryreelError
from engine.film import store
from engine.film.document import Film


def test_a_film_is_written_and_told(tmp_path: Path) -> None:
    told: list[tuple[Film, StoryreelError | None]] = []
    saver = Saver(tmp_path / "Sea.film", lambda film, error: told.append((film, error)))
    film = Film(title="Sea")
    saver.save(film)
    saver.wait()
    assert told == [(film, None)]
    assert store.load(tmp_path / "Sea.film") == film


def test_a_save_that_fails_unforeseen_lets_the_film_be_closed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fell: list[type[BaseException]] = []
    monkeypatch.setattr(threading, "excepthook", lambda args: fell.append(args.exc_type))

    def broken(film: Film, folder: Path) -> None:
        raise ValueError("a letter that is none")

    monkeypatch.setattr(saving.store, "save", broken)
    saver = Saver(tmp_path / "Sea.film", lambda film, error: None)
    saver.save(Film(title="Sea"))
    waiting = threading.Thread(target=saver.wait, daemon=True)
    waiting.start()
    waiting.join(20)
    assert not waiting.is_alive()
    assert fell == [ValueError]

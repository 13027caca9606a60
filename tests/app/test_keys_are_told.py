"""Every key of every room stands in the user's guide, so that the guide cannot fall behind the editor."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from editor_films import FILM
from PySide6.QtGui import QKeySequence
from pytestqt.qtbot import QtBot

from app import preferences
from app.main_window import MainWindow
from app.state.opening import make_film
from app.state.session import Session

DOCS = Path(__file__).parents[2] / "docs"
PAGES = {
    "Window": "editor",
    "Cast": "editor",
    "Viewer": "looking-and-choosing",
    "Takes": "looking-and-choosing",
    "Review": "looking-and-choosing",
    "Board": "the-board",
    "Cut": "cutting",
    "Renders": "rendering",
    "Sketch pad": "drawn-boards",
}
SPELT = {"Del": "Delete", "Return": "Enter", "PgDown": "PgDn"}


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    kept = preferences.read(tmp_path / "editor.json")
    kept.tour_seen = True
    made = MainWindow(kept)
    qtbot.addWidget(made)
    folder = tmp_path / "Small.film"
    Session(make_film(folder, FILM)).let_go()
    made.open_folder(folder)
    qtbot.waitUntil(lambda: made.rooms is not None, timeout=20_000)
    yield made
    made.close_film()


def told_in(page: str) -> set[str]:
    """The keys that a page names: anywhere, or, where they are a single sign, in backticks or in the first cells of its tables."""
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    text = re.sub(r"\bDel\b", "Delete", re.sub(r"\bReturn\b", "Enter", re.sub(r"\bspace\b", "Space", text)))
    cells = [cell for line in text.splitlines() if line.startswith("|") for cell in line.split("|")[1::2]]
    ticked = re.findall(r"`([^`\n]+)`", text)
    return set(_words(" ".join((*cells, *ticked)))) | {word for word in _words(text) if len(word) > 1}


def _words(text: str) -> Iterator[str]:
    for word in text.split():
        bare = word.strip("()`;:") if len(word) > 1 else word
        yield bare if bare.endswith("+,") or len(bare) < 2 else bare.strip("()`;:,.")


def spelt(keys: QKeySequence) -> str:
    """As the guide writes them."""
    held, plus, key = keys.toString().rpartition("+")
    held, key = (held[:-1], "+") if plus and not key else (held, key)
    return "+".join(filter(None, (held, SPELT.get(key, key))))


def test_every_key_is_in_the_guide(window: MainWindow, qtbot: QtBot) -> None:
    rooms = window.rooms
    assert rooms is not None
    for room in ("cut", "cast", "renders", "board"):
        window.enter(room)
    assert window.session is not None
    rooms.sketch(window.session.shot_id)
    _ = rooms.bench.review
    told = {room: told_in(page) for room, page in PAGES.items()}
    missing = [
        f"{command.room}: {command.words} ({spelt(keys)})"
        for command in window.actions_table
        for keys in command.action.shortcuts()
        if spelt(keys) not in told[command.room]
    ]
    assert missing == [], "\n".join(missing)

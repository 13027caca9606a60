"""Key frames for many shots: how many, how long and by whom is said before they are put in line. A few are drawn without a question.

Nothing here is chosen but whether to begin: who draws them was chosen where they were asked for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from PySide6.QtWidgets import QWidget

from app.bridge import Engine
from app.overlays import Overlay, sheet_of
from app.renders.estimate_sheet import FEW, memory_told, time_told
from app.renders.facts import Facts
from app.state.forecast import Forecast, of_key_frames
from app.state.session import Session
from app.theme.frames import button, kind_of, row, text
from app.words import tr, word
from engine.plan.key_frames import LAYOUT

_WIDE = 560


def offer_key_frames(
    host: QWidget, session: Session, engine: Engine, shots: Collection[str], by: str, *, another: bool
) -> None:
    """Have them drawn by that engine; more than a few are reckoned first."""

    def begin() -> None:
        engine.unit.draw_key_frames(shots, by, another=another)

    if len(shots) <= FEW or session.read_only:  # who may not draw is told why
        begin()
        return
    film = session.film
    engine.ask(
        lambda: of_key_frames(film, shots, by, engine.client.store.has, another=another),
        lambda forecast: _show(host, forecast, by, begin, lambda: engine.room_wanted.emit("models")),
    )


def _show(
    host: QWidget, forecast: Forecast, by: str, begin: Callable[[], object], shelf: Callable[[], object]
) -> Overlay:
    frame, inside = sheet_of(word("Draw key frames"))
    inside.addWidget(_facts(forecast, by))
    for sentence in forecast.absent:
        told = text("{sentence}", wrap=True, sentence=tr(sentence))
        kind_of(told, "bad")
        inside.addWidget(told)
    later = button(word("Not now"))
    go = button(word("Open the shelf"), "primary") if forecast.absent else button(word("Begin"), "primary", icon="play")
    line = row()
    line.addStretch(1)
    for each in (later, go):
        line.addWidget(each)
    inside.addLayout(line)
    overlay = Overlay(host, frame, width=_WIDE)
    for each in (later, go):
        each.clicked.connect(overlay.close_sheet)
    go.clicked.connect(shelf if forecast.absent else begin)
    go.setFocus()
    return overlay


def _facts(forecast: Forecast, by: str) -> Facts:
    facts, cost = Facts(), forecast.cost
    drawn, kept = tr("{n} key frames", n=cost.shots), tr("{n} there already", n=forecast.kept)
    facts.put(word("To draw"), tr(", ").join((drawn, kept)) if forecast.kept else drawn, "strong")
    facts.put(word("Time"), time_told(cost.seconds, guessed=forecast.guessed) if forecast.missing else "")
    layout = tr("Layout, by the paper theatre")
    titles = [layout if engine == LAYOUT else tr(each.title) for engine, each in forecast.manifests.items()]
    facts.put(word("Drawn by"), tr(", ").join(titles))
    facts.put(word("Memory"), "" if by == LAYOUT else memory_told(forecast))
    return facts

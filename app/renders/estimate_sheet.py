"""What drawing would cost, said before anything starts: shots, frames, time, memory, and what an engine will leave out."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtWidgets import QWidget

from app.bridge import Engine, Forecast
from app.overlays import Overlay, sheet_of
from app.problems import note
from app.renders.facts import Facts
from app.renders.times import clock, lasting
from app.state.session import Session
from app.theme.frames import button, row, text
from app.words import say, tr, word
from engine.film.document import Film
from engine.plan.routing import remarks

_MOST_SAID = 6  # sentences about what is left out; a list of a hundred is read by nobody


def offer_render(host: QWidget, session: Session, engine: Engine, shots: Collection[str] | None = None) -> None:
    """Reckon, then show the sheet over `host`; where nothing is missing a note says so."""

    def reckoned(forecast: Forecast) -> None:
        if forecast.missing:
            show_estimate(host, session, engine, forecast, shots)
        else:
            session.say(note(tr("Nothing to render: every shot is there already.")))

    if session.read_only:
        engine.render(shots)  # it says why not
    else:
        engine.forecast(shots, reckoned)


def show_estimate(
    host: QWidget, session: Session, engine: Engine, forecast: Forecast, shots: Collection[str] | None
) -> Overlay:
    """The sheet over the rooms; "begin" and "later" are its buttons' names."""
    frame, inside = sheet_of(word("Render the film") if shots is None else word("Render these shots"))
    say(frame.setAccessibleName, "What rendering would cost")
    inside.addWidget(_facts(forecast))
    for sentence in left_out(session.film, forecast):
        told = text("{sentence}", "warn", wrap=True, sentence=sentence)
        inside.addWidget(told)
    for sentence in forecast.absent:
        inside.addWidget(text("{sentence}", "bad", wrap=True, sentence=tr(sentence)))
    begin, later = button(word("Begin"), "primary", icon="play"), button(word("Not now"))
    begin.setObjectName("begin")
    later.setObjectName("later")
    line = row()
    line.addStretch(1)
    line.addWidget(later)
    fetch = button(word("Open the shelf"), "primary")
    line.addWidget(fetch if forecast.absent else begin)
    inside.addLayout(line)
    overlay = Overlay(host, frame)
    for each in (begin, later, fetch):
        each.clicked.connect(overlay.close_sheet)
    begin.clicked.connect(lambda: engine.render(shots))
    fetch.clicked.connect(lambda: engine.room_wanted.emit("models"))
    (fetch if forecast.absent else begin).setFocus()
    return overlay


def left_out(film: Film, forecast: Forecast) -> tuple[str, ...]:
    """What engines cannot do of what shots ask for, a sentence a shot, the first few."""
    slates = {shot.id: shot.slate for shot in film.shots}
    told: list[str] = []
    for node in forecast.missing:
        slate = next((slates[shot] for shot in node.shots if shot in slates), "")
        for remark in remarks(node.order, forecast.manifests[node.engine]):
            told.append(tr("Shot {slate}: {sentence}", slate=slate, sentence=tr(remark)))
    more = len(told) - _MOST_SAID
    return (*told[:_MOST_SAID], *([tr("{n} more like these", n=more)] if more > 0 else ()))


def _facts(forecast: Forecast) -> Facts:
    cost, facts = forecast.cost, Facts()
    drawn = tr("{n} shots", n=cost.shots)
    kept = tr("{n} there already", n=forecast.kept)
    facts.put(word("To draw"), f"{drawn}, {kept}" if forecast.kept else drawn, "strong")
    facts.put(word("Frames"), f"{cost.frames:,}")
    facts.put(word("Time"), _time(cost.seconds))
    titles = [tr(forecast.manifests[engine].title) for engine in forecast.manifests]
    facts.put(word("Drawn by"), ", ".join(titles))
    facts.put(word("Memory"), _memory(forecast))
    return facts


def _time(seconds: float | None) -> str:
    if seconds is None:
        return tr("not measured on this machine yet")
    return tr("about {time}, done about {clock}", time=lasting(seconds), clock=clock(seconds))


def _memory(forecast: Forecast) -> str:
    megabytes = forecast.cost.memory_mb
    told = tr("not measured yet") if megabytes is None else tr("{size} GB", size=f"{megabytes / 1000:.1f}")
    on_card = any(manifest.device == "gpu" for manifest in forecast.manifests.values())
    where = tr("on the graphics card") if on_card else tr("no graphics card needed")
    return f"{told}, {where}"

"""What drawing would cost, said before anything starts: shots, frames, time, memory, and what an engine will leave out; and who
draws, by which recipe, how many takes of each shot, and what the night is good for.

Every choice is reckoned anew at once. Nothing of the film changes before *Begin*, and then it is one undo step.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from app.bridge import Engine
from app.overlays import Overlay, sheet_of
from app.renders.facts import Facts
from app.renders.low_page import LowPage
from app.renders.offer_list import OfferList
from app.renders.overnight import MOST, night, told
from app.state.engines import SAME_ALWAYS, STAGED_ALIKE
from app.state.forecast import Forecast, Offer, Wish, wished
from app.state.session import Session
from app.theme.frames import button, column, kind_of, row, text
from app.times import clock, lasting, roughly
from app.words import say, tr, word
from engine.film.document import Film
from engine.film.shots import Finish
from engine.plan.routing import remarks_on

_MOST_SAID = 6  # sentences about what is left out; a list of a hundred is read by nobody
_WIDE = 720
_RECIPE = 232  # pixels: the longest name of one, in either language
_LINES = 56  # pixels: two of the sentences and a half, where the window is low

FEW = 3
"""So many shots are drawn without asking what they cost."""


def offer_render(host: QWidget, session: Session, engine: Engine, shots: Collection[str] | None = None) -> None:
    """Reckon, then show the sheet over `host`; one at a time, however often it is asked for while it is reckoned."""

    def reckoned(forecast: Forecast) -> None:
        if not any(sheet.overlay.isVisible() for sheet in host.findChildren(EstimateSheet)):
            EstimateSheet(host, session, engine, forecast, shots)

    if session.read_only:
        engine.render(shots)  # it says why not
    else:
        engine.forecast(shots, reckoned)


class EstimateSheet(QObject):
    """The sheet over the rooms; "begin" and "later" are its buttons' names. It lives as long as its overlay."""

    def __init__(
        self, host: QWidget, session: Session, engine: Engine, forecast: Forecast, shots: Collection[str] | None
    ) -> None:
        self._session, self._engine, self._shots = session, engine, shots
        self._film, self._forecast = session.film, forecast
        self._wish = Wish()
        self.facts, self.list = Facts(), OfferList()
        self.finish, self.takes = _finishes(), _counter()
        self.night, self.fill = text("", "muted"), _link()
        self._recipe, self.left_out = text(word("Recipe"), "muted"), LowPage(_LINES)
        self.begin, self.later = button(word("Begin"), "primary", icon="play"), button(word("Not now"))
        self.fetch = button(word("Open the shelf"), "primary")
        self.overlay = self._open(host)
        super().__init__(self.overlay)
        self._connect()
        self._tell(forecast)
        (self.fetch if forecast.absent else self.begin).setFocus()
        self._ask_offers()
        say(self.overlay.sheet.setAccessibleName, "What rendering would cost")

    # --- inside

    def _open(self, host: QWidget) -> Overlay:
        frame, inside = sheet_of(word("Render the film") if self._shots is None else word("Render these shots"))
        inside.addWidget(self.facts)
        inside.addWidget(self.list)
        inside.addLayout(self._wishes())
        overnight = row(gap=8)
        overnight.addWidget(self.night)
        overnight.addWidget(self.fill)
        overnight.addStretch(1)
        inside.addLayout(overnight)
        say(self.left_out.setAccessibleName, "What is left out")
        inside.addWidget(self.left_out)
        self.begin.setObjectName("begin")
        self.later.setObjectName("later")
        line = row()
        line.addStretch(1)
        for each in (self.later, self.fetch, self.begin):
            line.addWidget(each)
        inside.addLayout(line)
        return Overlay(host, frame, width=_WIDE)

    def _wishes(self) -> QHBoxLayout:
        """Recipe and takes, on one line."""
        line = row(gap=16)
        for each in (self._recipe, self.finish, text(word("Takes of each shot"), "muted"), self.takes):
            line.addWidget(each)
        line.addStretch(1)
        self.finish.setMinimumWidth(_RECIPE)
        return line

    def _connect(self) -> None:
        for each in (self.begin, self.later, self.fetch):
            each.clicked.connect(self.overlay.close_sheet)
        self.begin.clicked.connect(self._begin)
        self.fetch.clicked.connect(lambda: self._engine.room_wanted.emit("models"))
        self.list.chosen.connect(lambda engine: self._want(engine=engine))
        self.finish.activated.connect(lambda _: self._want(finish=self.finish.currentData()))
        self.takes.valueChanged.connect(lambda takes: self._want(takes=takes))
        self.fill.clicked.connect(self._fill_night)

    def _want(self, **changes: Any) -> None:
        """Another wish: reckon it, and show the answer unless a newer wish is on its way by then."""
        wish = self._wish = replace(self._wish, **changes)

        def reckoned(forecast: Forecast) -> None:
            if wish is self._wish and shiboken6.isValid(self):
                self._tell(forecast)

        self._engine.forecast(self._shots, reckoned, wish)
        if "finish" in changes:  # a draft costs each of them less
            self._ask_offers()

    def _ask_offers(self) -> None:
        finish = self._wish.finish

        def reckoned(offers: tuple[Offer, ...]) -> None:
            if finish == self._wish.finish and shiboken6.isValid(self):
                self._show_offers(offers)

        self._engine.offers(self._shots, self._wish, reckoned)

    def _show_offers(self, offers: tuple[Offer, ...]) -> None:
        named = {shot.engine or self._film.engine for shot in self._film.played.shots if self._asked(shot.id)}
        mixed = len(named) > 1
        self.list.show_offers(offers, self._wish.engine or (None if mixed else next(iter(named), None)), mixed=mixed)
        self._tell(self._forecast)

    def _asked(self, shot: str) -> bool:
        return self._shots is None or shot in self._shots

    def _tell(self, forecast: Forecast) -> None:
        self._forecast = forecast
        _put_facts(self.facts, forecast)
        self._tell_night(forecast)
        models = [each for each in forecast.manifests.values() if each.family is not None]
        for each in (self._recipe, self.finish):
            each.setVisible(bool(models) or self._wish.finish is not None)
        self.left_out.turn_to(_page(self._sentences(forecast)))
        self.left_out.setVisible(self.left_out.sizeHint().height() > 0)
        self.fetch.setVisible(bool(forecast.absent))
        self.begin.setVisible(not forecast.absent)
        self.begin.setEnabled(bool(forecast.missing))

    def _sentences(self, forecast: Forecast) -> list[tuple[str, str]]:
        film = wished(self._film, self._shots, self._wish)
        own = sum(1 for shot in film.played.shots if shot.engine not in (None, self._wish.engine))
        said = [(sentence, "warn") for sentence in left_out(film, forecast)]
        if self._wish.engine is not None and self._shots is None and own:
            said.insert(0, (tr("{n} shots have an engine of their own and keep it.", n=own), "muted"))
        if forecast.takes > 1 and SAME_ALWAYS & forecast.manifests.keys():
            said.insert(0, (tr(STAGED_ALIKE), "muted"))
        if not forecast.missing:
            said.insert(0, (tr("Nothing to render: every shot is there already."), "muted"))
        return [*said, *((tr(sentence), "bad") for sentence in forecast.absent)]

    def _tell_night(self, forecast: Forecast) -> None:
        shots, seconds = _one_of_each(forecast)
        line = told(shots, seconds)
        self.night.setText(line)
        self.night.setVisible(bool(line))
        fits = night(shots, seconds).takes if line and seconds else 0
        self.fill.setVisible(fits > 1 and fits != self.takes.value())

    def _fill_night(self) -> None:
        shots, seconds = _one_of_each(self._forecast)
        if seconds and shots:
            self.takes.setValue(max(1, night(shots, seconds).takes))

    def _begin(self) -> None:
        """The film asks for it so, as one undo step, and it is put in line."""
        wish, shots = self._wish, self._shots
        if wish.engine is not None or wish.finish is not None:
            self._session.edit(tr("How shots are drawn"), lambda film: wished(film, shots, wish))
        self._engine.render(shots, takes=wish.takes)


def _page(sentences: Sequence[tuple[str, str]]) -> QWidget:
    """Each on a line, or as many as it needs."""
    page = QWidget()
    down = column(page, gap=4)
    for sentence, kind in sentences:
        label = QLabel(sentence)
        label.setWordWrap(True)
        kind_of(label, kind)
        down.addWidget(label)
    down.addStretch(1)
    return page


def _finishes() -> QComboBox:
    box = QComboBox()
    named: dict[Finish | None, str] = {
        None: word("As each shot says"), "draft": word("Draft: fewer steps"), "final": word("Final")
    }  # fmt: skip
    for finish, words in named.items():
        box.addItem(tr(words), finish)
    say(box.setAccessibleName, "Recipe")
    return box


def _counter() -> QSpinBox:
    box = QSpinBox()
    box.setRange(1, MOST)
    box.setFixedWidth(72)
    box.lineEdit().setTextMargins(9, 0, 0, 0)
    say(box.setAccessibleName, "Takes of each shot")
    say(box.setToolTip, "Each with another seed, to choose from")
    return box


def _link() -> QToolButton:
    made = QToolButton()
    made.setProperty("kind", "quiet")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    say(made.setText, "Fill the night")
    return made


def left_out(film: Film, forecast: Forecast) -> tuple[str, ...]:
    """What engines cannot do of what shots ask for, a sentence a shot, the first few."""
    found = remarks_on(film, forecast.missing, forecast.manifests)
    said = tuple(dict.fromkeys(tr("Shot {slate}: {sentence}", slate=slate, sentence=tr(told)) for slate, told in found))
    more = len(said) - _MOST_SAID
    return (*said[:_MOST_SAID], *([tr("{n} more like these", n=more)] if more > 0 else ()))


def _one_of_each(forecast: Forecast) -> tuple[int, float | None]:
    """How many shots are to be drawn, and the seconds that one take of each costs."""
    shots = len({shot for node in forecast.missing for shot in node.shots})
    seconds, takes = forecast.cost.seconds, forecast.cost.shots
    return shots, seconds * shots / takes if seconds is not None and takes else None


def _put_facts(facts: Facts, forecast: Forecast) -> None:
    cost = forecast.cost
    drawn = tr("{n} shots", n=cost.shots) if forecast.takes == 1 else tr("{n} takes", n=cost.shots)
    kept = tr("{n} there already", n=forecast.kept)
    facts.put(word("To draw"), tr(", ").join((drawn, kept)) if forecast.kept else drawn, "strong")
    facts.put(word("Frames"), f"{cost.frames:,}" if forecast.missing else "")
    facts.put(word("Time"), time_told(cost.seconds, guessed=forecast.guessed) if forecast.missing else "")
    titles = [tr(forecast.manifests[engine].title) for engine in forecast.manifests]
    facts.put(word("Drawn by"), tr(", ").join(titles) if forecast.missing else "")
    facts.put(word("Memory"), memory_told(forecast) if forecast.missing else "")


def time_told(seconds: float | None, *, guessed: bool = False) -> str:
    """How long it takes and when it is done; a guess is called one, and not told to the minute."""
    if seconds is None:
        return tr("not measured on this machine yet")
    if guessed:
        return tr("about {time}, a guess: it has drawn nothing here yet", time=roughly(seconds))
    return tr("about {time}, done about {clock}", time=lasting(seconds), clock=clock(seconds))


def memory_told(forecast: Forecast) -> str:
    """How much memory it needs, and whose."""
    megabytes = forecast.cost.memory_mb
    told = tr("not measured yet") if megabytes is None else tr("{size} GB", size=f"{megabytes / 1000:.1f}")
    if not any(manifest.device == "gpu" for manifest in forecast.manifests.values()):
        where = tr("no graphics card needed")
    else:
        where = tr("on the graphics card") if forecast.on_card else tr("without a graphics card")
    return tr("{size}, {where}", size=told, where=where)

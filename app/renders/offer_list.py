"""Who could draw these shots: every engine there is with its time and memory here, or why it cannot.

An engine that cannot draw yet may be chosen all the same: the sheet then says why, and leads to the shelf.
"""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QGridLayout, QLabel, QRadioButton, QWidget

from app.renders.low_page import LowPage
from app.state.forecast import Offer
from app.theme.frames import column, ground_of, kind_of, text
from app.theme.lettering import figures
from app.times import lasting, roughly
from app.words import say, tr, word

_PAD = 4  # pixels over and under a line: then a sentence of two lines begins on the height of its engine's name
_HIGH, _LOW = 176, 95
"""Pixels: six engines, or where the window is low three, and one half so that it is seen that there are more."""


class OfferList(QFrame):
    """A row an engine. `chosen(engine)` is a person's choice; None stands for the engine that each shot names."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        ground_of(self, "raised")
        self.buttons: dict[str | None, QRadioButton] = {}
        self._area = LowPage(_LOW, _HIGH)
        self._area.verticalScrollBar().rangeChanged.connect(self._show_chosen)  # lines have other places now
        column(self).addWidget(self._area)
        say(self.setAccessibleName, "Drawn by")

    def show_offers(self, offers: Iterable[Offer], now: str | None, *, mixed: bool) -> None:
        """List these in place of what was listed, the able ones first; `now` is what draws, `mixed` whether shots name several engines."""
        page = self._blank_page()
        if mixed:
            self._add(None, text(word("The engine that each shot names")))
        for offer in sorted(offers, key=lambda offer: not offer.able):
            self._offer(offer)
        if now in self.buttons:
            self.buttons[now].setChecked(True)
        self._grid.setRowStretch(self._grid.rowCount(), 1)
        self._area.turn_to(page)
        self._show_chosen()

    # --- inside

    def _show_chosen(self) -> None:
        chosen = next((each for each in self.buttons.values() if each.isChecked()), None)
        if chosen is not None:
            self._area.ensureWidgetVisible(chosen, 0, 2 * _PAD)

    def _blank_page(self) -> QWidget:
        page = QWidget()
        self.buttons = {}
        self._group = QButtonGroup(page)
        self._grid = QGridLayout(page)
        self._grid.setContentsMargins(12, 8, 12, 8)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(3, 1)
        return page

    def _offer(self, offer: Offer) -> None:
        name = text("{title}", "" if offer.able else "muted", title=tr(offer.manifest.title))
        line = self._add(offer.manifest.engine, name)
        if not offer.able:
            why = text("{why}", "muted", wrap=True, why=tr(offer.stopped or offer.lacks))
            self._put(why, line, 2, 2)
            return
        for at, told in ((2, _time(offer)), (3, _memory(offer))):
            label = QLabel(told)
            label.setFont(figures())
            kind_of(label, "muted")
            self._put(label, line, at)

    def _add(self, engine: str | None, name: QLabel) -> int:
        line, radio = self._grid.rowCount(), QRadioButton()
        radio.setAccessibleName(name.text())
        name.setBuddy(radio)
        radio.clicked.connect(lambda: self.chosen.emit(engine))
        self._group.addButton(radio)
        self.buttons[engine] = radio
        self._grid.addWidget(radio, line, 0, Qt.AlignmentFlag.AlignTop)
        self._put(name, line, 1)
        radio.setFixedHeight(name.sizeHint().height() + 3)  # its dot on the middle of small letters
        return line

    def _put(self, label: QLabel, line: int, at: int, columns: int = 1) -> None:
        label.setContentsMargins(0, _PAD, 0, _PAD)
        self._grid.addWidget(label, line, at, 1, columns, Qt.AlignmentFlag.AlignTop)


def _time(offer: Offer) -> str:
    if not offer.cost.shots:
        return tr("all drawn")
    seconds = offer.cost.seconds
    if seconds is None:
        return tr("not measured yet")
    if offer.guessed:
        return tr("about {time}, a guess", time=roughly(seconds))
    return tr("about {time}", time=lasting(seconds))


def _memory(offer: Offer) -> str:
    megabytes = offer.cost.memory_mb or offer.manifest.cost.memory_mb
    size = tr("not measured yet") if megabytes is None else tr("{size} GB", size=f"{megabytes / 1000:.1f}")
    return tr("{size} of the graphics card", size=size) if offer.manifest.needs_gpu and offer.on_card else size

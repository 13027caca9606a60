"""The models room: the shelf on the left, this machine on the right.

The cards stand at once, for a manifest is a small file; what lies on the disk and what this machine can do is asked in threads and fills in.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QFileDialog, QLabel, QSplitter, QWidget

from app.errands import send
from app.overlays import ask, scrolled
from app.problems import problem_of
from app.shelf.card import ModelCard
from app.shelf.drafts_row import DraftsRow
from app.shelf.hardware import HardwarePage
from app.shelf.porter import Porter
from app.state.session import Session
from app.theme.frames import column, ground_of, text
from app.words import say, tr, word
from engine import machine
from engine.errors import StoryreelError
from engine.machine import Machine
from engine.plan.capabilities import ModelManifest
from engine.shelf import licences, places
from engine.shelf.manifests import every, unreadable
from engine.shelf.readiness import hurdle

_HEAD = 2  # title and hint stand above everything


class ModelsRoom(QWidget):
    """Every model there is, how it stands, and what this machine can do with it."""

    def __init__(self, session: Session, *, endpoint: str | None = None) -> None:
        super().__init__()
        self._session, self._endpoint = session, endpoint
        self.porter = Porter(self)
        self.hardware = HardwarePage()
        self.cards: dict[str, ModelCard] = {}
        self.drafts: dict[str, DraftsRow] = {}
        self.unreadable: list[QLabel] = []
        self._lay()
        self.porter.changed.connect(self._restand)
        self.porter.said.connect(session.say)
        self._show_models()
        send(self, unreadable, self._show_unreadable, self._sorry)
        folder = session.folder
        send(self, lambda: machine.look(folder), self._show_machine, self._sorry)

    def close_room(self) -> None:
        """Stop downloads; what has come stays."""
        self.porter.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The film is closed."""
        self.close_room()

    # --- what a card asks for

    def get(self, manifest: ModelManifest) -> None:
        """Fetch a model, once its licence was accepted and a revision is known."""
        terms = manifest.terms
        if terms is not None and terms.asks and licences.said_yes(manifest) is None:
            self._ask_licence(manifest)
        elif manifest.hub is not None and manifest.hub.revision is None:
            self._ask_revision(manifest)
        else:
            self.porter.fetch(manifest, endpoint=self._endpoint)

    def link(self, manifest: ModelManifest, folder: Path | None = None) -> None:
        """Use a folder of weights that is there; without one it is asked for."""
        if folder is None:
            chosen = QFileDialog.getExistingDirectory(
                self, tr("The folder with the weights of {title}", title=tr(manifest.title))
            )
            folder = Path(chosen) if chosen else None
        if folder is not None:
            self.porter.link(manifest, folder)

    def remove(self, manifest: ModelManifest) -> None:
        """Ask before gigabytes are thrown away; a link is forgotten at once."""
        shown = self.drafts.get(manifest.id) or self.cards[manifest.id]
        if isinstance(shown.standing, places.Linked):
            self.porter.remove(manifest)
            return
        ask(
            self.window(),
            word("Remove these weights?"),
            word("{model} is removed from this disk and can be fetched again."),
            (word("Keep them"), "", lambda: None),
            (word("Remove"), "danger", partial(self.porter.remove, manifest)),
            model=tr(manifest.title),
        )

    # --- inside

    def _lay(self) -> None:
        ground_of(self, "ground")
        wide = QSplitter(Qt.Orientation.Horizontal)
        shelf = QWidget()
        self._shelf = column(shelf, margin=24, gap=8)
        self._shelf.addWidget(text(word("Models"), "title"))
        hint = word("What draws the shots. Weights are fetched only when you say so, and lie in {folder}.")
        told = text(hint, "muted", wrap=True, folder=str(places.shelf()))
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._shelf.addWidget(told)
        self._shelf.addSpacing(8)
        self._shelf.addStretch(1)
        wide.addWidget(scrolled(shelf))
        wide.addWidget(scrolled(self.hardware))
        wide.setStretchFactor(0, 1)
        wide.setSizes([1000, 400])
        wide.setChildrenCollapsible(False)
        column(self, gap=0).addWidget(wide)
        say(self.setAccessibleName, "Models")

    def _show_models(self) -> None:
        """What comes with Storyreel first, then the models by their names."""
        for manifest in sorted(every(), key=lambda each: each.family is not None):
            card = ModelCard(manifest)
            self.cards[manifest.id] = card
            card.wanted.connect(partial(self._do, manifest))
            card.dropped.connect(partial(self.link, manifest))
            self._shelf.insertWidget(self._shelf.count() - 1, card)
            self._restand(manifest.id)
            if card.drafts is not None:
                self._show_drafts(card.drafts)

    def _show_drafts(self, shown: DraftsRow) -> None:
        self.drafts[shown.manifest.id] = shown
        shown.wanted.connect(partial(self._do, shown.manifest))
        self._restand(shown.manifest.id)

    def _show_unreadable(self, faults: tuple[str, ...]) -> None:
        """Manifests of somebody's own that are wrong, above the cards."""
        self.unreadable = [text("{fault}", "bad", wrap=True, fault=tr(fault)) for fault in faults]
        for at, told in enumerate(self.unreadable):
            self._shelf.insertWidget(_HEAD + at, told)

    def _show_machine(self, found: Machine) -> None:
        self.hardware.show_machine(found)
        for card in self.cards.values():
            card.show_machine(found)

    def _restand(self, model: str) -> None:
        if model in self.drafts:
            self._restand_drafts(self.drafts[model])
        card = self.cards.get(model)
        if card is None:
            return

        def known(found: tuple[places.Standing, StoryreelError | None]) -> None:
            card.show_standing(found[0], self.porter.errand(model))
            card.show_hurdle(found[1])

        card.show_standing(card.standing, self.porter.errand(model))
        send(self, lambda: (places.standing(card.manifest), hurdle(card.manifest)), known, self._sorry)

    def _restand_drafts(self, shown: DraftsRow) -> None:
        model = shown.manifest.id

        def known(found: tuple[places.Standing, bool]) -> None:
            shown.show_standing(found[0], usable=found[1])

        shown.show_errand(self.porter.errand(model))
        send(self, lambda: (places.standing(shown.manifest), shown.usable()), known, self._sorry)

    def _do(self, manifest: ModelManifest, what: str) -> None:
        deeds = {
            "get": self.get,
            "link": self.link,
            "remove": self.remove,
            "check": self.porter.check,
            "stop": lambda each: self.porter.stop(each.id),
            "cancel": self.porter.cancel,
        }
        deeds[what](manifest)

    def _ask_licence(self, manifest: ModelManifest) -> None:
        """Its limits, before the first byte is fetched."""
        terms = "\n\n".join(tr(each) for each in licences.terms_of(manifest))

        def accepted() -> None:
            self.porter.accept(manifest)
            self.get(manifest)

        ask(
            self.window(),
            word("This model’s licence has limits"),
            word("{terms}"),
            (word("Not now"), "", lambda: None),
            (word("I have read and accept it"), "primary", accepted),
            terms=terms,
        )

    def _ask_revision(self, manifest: ModelManifest) -> None:
        """Nobody has pinned one: the newest may be another than the one this Storyreel was tried with."""
        hub = manifest.hub.id if manifest.hub is not None else ""
        ask(
            self.window(),
            word("Fetch the newest weights?"),
            word("No revision of {hub} has been verified with this Storyreel yet. The newest is fetched, and which it was is kept."),
            (word("Not now"), "", lambda: None),
            (word("Fetch the newest"), "primary", partial(self._fetch_newest, manifest)),
            hub=hub,
        )  # fmt: skip

    def _fetch_newest(self, manifest: ModelManifest) -> None:
        self.porter.fetch(manifest, revision="main", endpoint=self._endpoint)

    def _sorry(self, error: StoryreelError) -> None:
        self._session.say(problem_of(error))

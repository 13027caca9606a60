"""How the shot is made: which engine draws it, with which seed, how the take of now came about, and what the engine cannot do."""

from __future__ import annotations

import random
from dataclasses import dataclass

from PySide6.QtWidgets import QComboBox, QLineEdit

from app.board.inspector.inspected import Inspected, Mixed, Same
from app.board.inspector.section import Section
from app.commands import shots
from app.state.engines import manifests, title_of
from app.state.session import Session
from app.theme.frames import row, text, tool
from app.theme.lettering import figures
from app.words import say, tr, word
from engine.film.document import Film
from engine.film.shots import Shot
from engine.film.takes import Take
from engine.plan.capabilities import ModelManifest
from engine.plan.estimate import unmet
from engine.plan.plan import orders
from engine.plan.routing import remarks
from engine.shelf.readiness import hurdle

_SEEDS = 2**31


def engine_of(film: Film, shot: Shot) -> str:
    """The engine that draws the shot."""
    return shot.engine or film.engine


@dataclass(frozen=True, slots=True)
class Reckoned:
    """What the engine makes of a shot: what is asked and `unmet`, as the plan's phrases; everything worth knowing, in sentences;
    and the engines that cannot draw on this machine now."""

    unmet: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    stopped: frozenset[str] = frozenset()


def reckoned(film: Film, shot: Shot) -> Reckoned:
    """Asks the disk, so not in the GUI thread. Only the shot's scene is planned: that is quick. Raises StorageFailed."""
    manifest = manifests().get(engine_of(film, shot))
    scenes = tuple(scene for scene in film.scenes if any(each.id == shot.id for each in scene.shots))
    asked = next((order for _, order in orders(film.with_(scenes=scenes, cuts=()), {shot.id})), None)
    known = manifests() | manifests("key frame")
    hurdles = {name: told for name, each in known.items() if (told := hurdle(each)) is not None}
    if manifest is None or asked is None:
        return Reckoned(stopped=frozenset(hurdles))
    own = hurdles.get(manifest.engine)
    told = (*([own.sentence] if own else []), *remarks(asked, manifest))
    return Reckoned(unmet(asked, manifest), told, frozenset(hurdles))


class MakingSection(Section):
    """The engine, the seed, and how the take of now was made."""

    def __init__(self, session: Session) -> None:
        super().__init__(session, word("Engine"))
        self._stopped: frozenset[str] = frozenset()
        self.engine = QComboBox()
        say(self.engine.setAccessibleName, "Engine")
        self.engine.activated.connect(lambda _: self._chosen())
        self.unmet = text("", "warn", wrap=True)
        self.unmet.hide()
        self.seed = QLineEdit()
        self.seed.setFont(figures())
        say(self.seed.setPlaceholderText, "As planned")
        say(self.seed.setAccessibleName, "Seed")
        self.seed.editingFinished.connect(self._typed)
        dice = tool("dices", "Another seed")
        dice.clicked.connect(lambda: shots.set_seed(session, self.ids, random.randrange(_SEEDS)))
        self.recipe = text("", "muted", wrap=True)
        self.recipe.setFont(figures())
        self.body.addWidget(self.engine)
        self.body.addWidget(self.unmet)
        across = row(gap=8)
        across.addWidget(text(word("Seed"), "muted"))
        across.addWidget(self.seed, 1)
        across.addWidget(dice)
        self.body.addLayout(across)
        self.body.addWidget(self.recipe)

    def reads(self, of: Inspected) -> tuple[object, ...]:
        """The engines, the seeds and the takes of now; `tell` looks at the list of engines again by itself."""
        return (of.film.engine, *((shot.engine, shot.seed, shot.chosen) for shot in of.shots))

    def show_shots(self, of: Inspected, *, fresh: bool) -> None:
        """What they share."""
        self._fill(of)
        seed = of.shared(lambda shot: shot.seed)
        if fresh or not (self.seed.hasFocus() and self.seed.isModified()):
            several = isinstance(seed, Mixed)
            say(self.seed.setPlaceholderText, "Several" if several else "As planned")
            self.seed.setText("" if isinstance(seed, Mixed) or seed.value is None else str(seed.value))
            self.seed.setModified(False)
        self.recipe.setText(recipe_words(of.shot.chosen) if of.alone else "")
        self.recipe.setVisible(of.alone and of.shot.chosen is not None)

    def leave(self) -> None:
        """What was typed belongs to the shots that were shown."""
        self._typed()

    def tell(self, found: Reckoned) -> None:
        """Say it in full here, where another engine can be chosen; those that are not here are marked in the list."""
        self.unmet.setVisible(bool(found.remarks))
        self.unmet.setText("\n".join(tr(sentence) for sentence in found.remarks))
        self._stopped = found.stopped
        if self.of is not None:
            self._fill(self.of)

    def _fill(self, of: Inspected) -> None:
        known = manifests()
        default = known.get(of.film.engine)
        title = tr(default.title) if default else of.film.engine
        ready_first = sorted(known.values(), key=lambda each: each.engine in self._stopped)
        rows = [(tr("The film's: {engine}", engine=title), ""), *((self._title(m), m.engine) for m in ready_first)]
        shown = [(self.engine.itemText(at), self.engine.itemData(at)) for at in range(self.engine.count())]
        if shown != rows:
            self.engine.clear()
            for words, name in rows:
                self.engine.addItem(words, name)
        chosen = of.shared(lambda shot: shot.engine or "")
        self.engine.setPlaceholderText(tr("Several"))
        self.engine.setCurrentIndex(self.engine.findData(chosen.value) if isinstance(chosen, Same) else -1)

    def _title(self, manifest: ModelManifest) -> str:
        stopped = manifest.engine in self._stopped
        return tr("{title} (not ready)", title=tr(manifest.title)) if stopped else tr(manifest.title)

    def _chosen(self) -> None:
        shots.set_engine(self.session, self.ids, self.engine.currentData() or None)

    def _typed(self) -> None:
        if self.of is None or not self.seed.isModified():
            return
        self.seed.setModified(False)
        digits = self.seed.text().strip()
        if not digits or digits.isdecimal():
            shots.set_seed(self.session, self.ids, min(int(digits), 2**63 - 1) if digits else None)
        self.show_shots(self.of, fresh=True)


def recipe_words(take: Take | None) -> str:
    """How a take came about: engine and version, seed, length."""
    if take is None:
        return ""
    recipe = take.recipe
    if recipe.origin == "imported":
        return tr("Imported take, {n} frames", n=take.frames)
    parts = [f"{tr(title_of(recipe.engine))} {recipe.version}".strip(), tr("{n} frames", n=take.frames)]
    parts += [tr("seed {seed}", seed=recipe.seed)] if recipe.seed is not None else []
    return "  ·  ".join(parts)

"""The hardware page: one sentence that says what this machine can do, and the plain facts below it."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QLabel

from app.renders.facts import Facts
from app.shelf.sentences import LITTLE_MEMORY_MB, gigabytes, machine_told
from app.theme.frames import column, ground_of, kind_of, text
from app.words import changed as language_changed
from app.words import tr, word
from engine.machine import Machine

_MINUTE_MB = 1000  # of disk that a minute of film takes
_LITTLE_MB = 5 * _MINUTE_MB


class HardwarePage(QFrame):
    """This machine in words."""

    def __init__(self) -> None:
        super().__init__()
        self._machine: Machine | None = None
        self.sentence = QLabel()
        self.sentence.setWordWrap(True)
        ground_of(self, "panel")
        down = column(self, margin=24, gap=16)
        down.addWidget(text(word("This machine"), "title"))
        down.addWidget(self.sentence)
        self.facts = Facts()
        down.addWidget(self.facts)
        down.addStretch(1)
        language_changed.connect(self.refresh)
        self.refresh()

    def show_machine(self, machine: Machine) -> None:
        """Tell of this machine."""
        self._machine = machine
        self.refresh()

    def refresh(self) -> None:
        """Say it in the language of now."""
        machine = self._machine
        self.sentence.setText(tr("Looking at this machine…") if machine is None else machine_told(machine))
        if machine is None:
            return
        kind_of(self.sentence, "bad" if machine.missing else "strong")
        _tell(self.facts, machine)


def _tell(facts: Facts, machine: Machine) -> None:
    unknown = tr("not known")
    facts.put(word("System"), machine.system)
    facts.put(word("Processor"), tr("{n} cores", n=machine.cores))
    little = machine.memory_mb is not None and machine.memory_mb < LITTLE_MEMORY_MB
    facts.put(word("Memory"), gigabytes(machine.memory_mb) if machine.memory_mb else unknown, "warn" if little else "")
    cards = ", ".join(f"{card.name} ({gigabytes(card.memory_mb)})" for card in machine.cards)
    facts.put(word("Graphics card"), cards or tr("none; animatics need none"))
    free = machine.free_mb
    told = (
        unknown if free is None else tr("{size}, about {n} minutes of film", size=gigabytes(free), n=free // _MINUTE_MB)
    )
    facts.put(word("Free disk"), told, "warn" if free is not None and free < _LITTLE_MB else "")
    facts.put(
        word("Encoding"),
        f"FFmpeg {machine.ffmpeg.partition('-')[0].lstrip('n')}" if machine.ffmpeg else tr("not found"),
        "" if machine.ffmpeg else "bad",
    )
    facts.put(word("Lettering"), "Noto Sans SC" if not machine.missing else tr("not found"))

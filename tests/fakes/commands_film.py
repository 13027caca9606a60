"""A small film and the command that makes it with the real engine, for tests that break it or kill its making."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from card_films import tree

SCRIPT = """\
Title: Two

EXT. STREET - DAY

WIDE SHOT. MARY, 30, in a red coat, walks past the lamps.

CLOSE-UP. Mary smiles.
"""

SMALL = ("--size", "128x72", "--no-title")


@dataclass(frozen=True, slots=True)
class Made:
    """A film made from `script` in `base`: base/two.film and base/two.mp4."""

    base: Path

    @property
    def script(self) -> Path:
        return self.base / "two.fountain"

    @property
    def folder(self) -> Path:
        return self.base / "two.film"

    @property
    def out(self) -> Path:
        return self.base / "two.mp4"

    def line(self) -> list[str]:
        """The command line that makes it."""
        words = ["film", str(self.script), str(self.out), *SMALL]
        return [sys.executable, "-P", "-m", "engine.cli", *words]

    def make(self, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run the command to its end, however it ends."""
        return subprocess.run(
            self.line(), env=self.environment(**environment), capture_output=True, text=True, timeout=120, check=False
        )

    def environment(self, **more: str) -> dict[str, str]:
        return {**os.environ, "STORYREEL_RUNTIME_DIR": str(self.base / "runtime"), **more}

    def bytes(self) -> dict[str, str]:
        """Everything that counts by path with its sha256: the film file, the document, the takes."""
        counts = ("two.mp4", "two.film/film.json", "two.film/takes/")
        return {path: digest for path, digest in tree(self.base).items() if path.startswith(counts)}


def begun(base: Path) -> Made:
    """The script alone, in a folder of its own."""
    base.mkdir(parents=True, exist_ok=True)
    made = Made(base)
    made.script.write_text(SCRIPT, encoding="utf-8")
    return made

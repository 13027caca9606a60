"""The sample films on the start page: their titles and pictures, told from the first lines without reading the scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.assets import assets_folder

SAMPLES = (".fountain", ".txt")


@dataclass(frozen=True, slots=True)
class Sample:
    """A script that is shipped, its title, and a picture of the film it becomes (may be missing)."""

    script: Path
    title: str
    poster: Path
    chinese: bool


def samples() -> tuple[Sample, ...]:
    """The sample films in their order. Reads only the title lines: a breakdown takes a second."""
    return tuple(_samples())


def _samples() -> Iterator[Sample]:
    folder = assets_folder() / "films"
    for script in sorted(path for path in folder.iterdir() if path.suffix in SAMPLES):
        text = script.read_text(encoding="utf-8")
        title = re.search(r"^(?:Title\s*:\s*|《)([^》\n]+)", text, re.MULTILINE)
        yield Sample(
            script,
            title[1].strip() if title else script.stem,
            folder / "posters" / f"{script.stem}.jpg",
            bool(re.search("[\u4e00-\u9fff]", text)),
        )

"""The one place that knows where the files we ship lie: beside the packages in a checkout, inside the wheel otherwise."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from engine.errors import StorageFailed


def assets_folder() -> Path:
    """The folder `assets/`. Raises StorageFailed when the installation lacks it."""
    for base in (Path(__file__).parent / "_assets", Path(__file__).parent.parent / "assets"):
        if base.is_dir():
            return base
    raise _missing("Storyreel's own files (assets)")


def word_table(name: str) -> Any:
    """A table of words of assets/lexicon, by the name of its file; docs/decisions/word-tables.md says which is for what.

    Read again at every call: whoever makes something of it keeps that, and may take the raw table apart.
    """
    return json.loads((assets_folder() / "lexicon" / name).read_text(encoding="utf-8"))


def caption_font() -> Path:
    """The one face for titles, captions and lettering, Latin and Chinese: an OpenType (CFF) file.

    Always load this file; a library's default face draws Chinese as empty boxes without a word. From here on
    fontconfig (inside skia) sees no system face, unless the user set FONTCONFIG_FILE: a machine's own fonts must not
    change a film, and a bare Debian, which has no fontconfig set-up, must not print an error. Raises StorageFailed.
    """
    fonts = assets_folder() / "fonts"
    os.environ.setdefault("FONTCONFIG_FILE", str(fonts / "fonts.conf"))
    face = fonts / "NotoSansSC-Regular.otf"
    if not face.is_file():
        raise _missing("Storyreel's lettering (assets/fonts)")
    return face


def _missing(what: str) -> StorageFailed:
    return StorageFailed(f"{what} cannot be found.", "Install Storyreel again.")

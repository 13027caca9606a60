"""The one place that knows where the files we ship lie: beside the packages in a checkout, inside the wheel otherwise."""

from __future__ import annotations

from pathlib import Path

from engine.errors import StorageFailed


def assets_folder() -> Path:
    """The folder `assets/`. Raises StorageFailed when the installation lacks it."""
    for base in (Path(__file__).parent / "_assets", Path(__file__).parent.parent / "assets"):
        if base.is_dir():
            return base
    raise _missing("Storyreel's own files (assets)")


def caption_font() -> Path:
    """The one face for titles, captions and lettering, Latin and Chinese: an OpenType (CFF) file.

    Always load this file; a library's default face draws Chinese as empty boxes without a word. Raises StorageFailed.
    """
    face = assets_folder() / "fonts" / "NotoSansSC-Regular.otf"
    if not face.is_file():
        raise _missing("Storyreel's lettering (assets/fonts)")
    return face


def _missing(what: str) -> StorageFailed:
    return StorageFailed(f"{what} cannot be found.", "Install Storyreel again.")

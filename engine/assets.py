"""The one place that knows where the files we ship lie: beside the packages in a checkout, inside the wheel otherwise."""

from __future__ import annotations

from pathlib import Path

from engine.errors import StorageFailed


def assets_folder() -> Path:
    """The folder `assets/`. Raises StorageFailed when the installation lacks it."""
    for base in (Path(__file__).parent / "_assets", Path(__file__).parent.parent / "assets"):
        if base.is_dir():
            return base
    raise StorageFailed("Storyreel's own files (assets) are missing.", "Install Storyreel again.")

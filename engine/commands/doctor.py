"""`storyreel doctor`: does this machine have what a film needs? Each finding is one line; exit code 7 when one is bad."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.assets import assets_folder, caption_font
from engine.commands.console import Console
from engine.errors import StoryreelError, Unsupported
from engine.machine import cards


@dataclass(frozen=True, slots=True)
class Finding:
    """`fine` says whether the film can be made as things are."""

    what: str
    fine: bool
    told: str


def doctor(console: Console) -> None:
    """Print every finding. Raises Unsupported when a film could not be made here."""
    findings = list(_findings())
    text = "\n".join(f"{'ok ' if f.fine else 'BAD'}  {f.what}: {f.told}" for f in findings)
    console.result(text, findings=[{"what": f.what, "fine": f.fine, "told": f.told} for f in findings])
    bad = [f.what for f in findings if not f.fine]
    if bad:
        raise Unsupported(f"Not ready: {', '.join(bad)}.", "Run `python3 packaging/bootstrap.py film` again.")


def _findings() -> Iterator[Finding]:
    yield Finding("Python", sys.version_info >= (3, 11), platform.python_version())
    yield Finding("machine", True, f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores")
    yield _tried("files we ship", lambda: f"{sum(1 for _ in assets_folder().rglob('*'))} files")
    yield _tried("caption face", lambda: caption_font().name)
    yield _tried("drawing (skia)", _skia)
    yield _tried("pixels (OpenCV)", _opencv)
    yield _tried("encoding (ffmpeg)", _ffmpeg)
    yield _space(Path.cwd())
    yield Finding("graphics card", True, _graphics_card())


def _tried(what: str, look: Callable[[], str]) -> Finding:
    """A look that may fail for any reason an installation can think of: the reason is the finding."""
    try:
        return Finding(what, True, look())
    except (StoryreelError, ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
        return Finding(what, False, str(error))


def _skia() -> str:
    import skia

    surface = skia.Surface(8, 8)
    surface.getCanvas().clear(skia.ColorWHITE)
    return f"skia-python {skia.__version__}"


def _opencv() -> str:
    import cv2

    return f"OpenCV {cv2.__version__}"


def _ffmpeg() -> str:
    from engine.media import ffmpeg

    return f"FFmpeg {ffmpeg.version()}"


def _space(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free
    return Finding("free disk here", free > 2 * 1024**3, f"{free / 1024**3:.0f} GB (a minute of film takes about 1 GB)")


def _graphics_card() -> str:
    """Asked of the driver's own tool: torch is not loaded for this."""
    told = ", ".join(f"{card.name} ({card.memory_mb / 1000:.0f} GB)" for card in cards())
    return told or "none found; the animatic engine needs none"

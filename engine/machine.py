"""This machine in facts: cores, memory, disk, graphics card, ffmpeg. Asked of the system and its own tools, never of torch.

Torch would take seconds to load and might not be there; the driver's own tool answers in a moment, and a driver that hangs stops
nobody: whatever cannot be known is None.
"""

from __future__ import annotations

import contextlib
import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from engine.assets import caption_font
from engine.errors import StoryreelError

_PATIENCE = 20  # seconds; a card that sleeps takes a few to answer
_UNSEEN = getattr(subprocess, "CREATE_NO_WINDOW", 0)  # else Windows shows a black console for a moment


@dataclass(frozen=True, slots=True)
class Card:
    """A graphics card that video models can use: its name and its memory in MB."""

    name: str
    memory_mb: int


@dataclass(frozen=True, slots=True)
class Machine:
    """What there is. `memory_mb` is all of the machine's, `free_mb` what is left on the disk that was asked about; `missing` are
    sentences about parts of Storyreel that do not work here."""

    system: str
    cores: int
    memory_mb: int | None
    free_mb: int | None
    cards: tuple[Card, ...]
    ffmpeg: str
    missing: tuple[str, ...] = ()

    @property
    def card(self) -> Card | None:
        """The one with the most memory."""
        return max(self.cards, key=lambda card: card.memory_mb, default=None)


def look(folder: Path) -> Machine:
    """This machine, and the disk that holds `folder` (or its nearest parent). Takes up to some seconds."""
    version, troubles = _ffmpeg(), tuple(_troubles())
    if not version:
        troubles = (*troubles, "ffmpeg was not found.")
    return Machine(
        system=f"{platform.system()} {platform.machine()}",
        cores=os.cpu_count() or 1,
        memory_mb=_memory(),
        free_mb=free_mb(folder),
        cards=cards(),
        ffmpeg=version,
        missing=troubles,
    )


def cards() -> tuple[Card, ...]:
    """The graphics cards, as NVIDIA's own tool tells them; none where there is no such tool."""
    tool = shutil.which("nvidia-smi")
    if tool is None:
        return ()
    asked = [tool, "--query-gpu=name,memory.total", "--format=csv,noheader,nounits"]
    try:
        told = subprocess.run(
            asked, capture_output=True, text=True, timeout=_PATIENCE, check=False, creationflags=_UNSEEN
        )
    except (OSError, subprocess.SubprocessError):
        return ()
    return tuple(_cards_in(told.stdout))


def free_mb(folder: Path) -> int | None:
    """What is left on the disk that holds the folder, or its nearest parent that exists."""
    for place in (folder, *folder.absolute().parents):
        with contextlib.suppress(OSError):
            return shutil.disk_usage(place).free // 1_000_000
    return None


def _cards_in(told: str) -> Iterator[Card]:
    for line in told.splitlines():
        name, _, memory = line.rpartition(",")
        if name and memory.strip().isdigit():
            yield Card(name.strip(), int(memory) * 1_048_576 // 1_000_000)


def _memory() -> int | None:
    if sys.platform == "win32":
        return _windows_memory()
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 1_000_000
    except (ValueError, OSError):
        return None


def _windows_memory() -> int | None:
    """GetPhysicallyInstalledSystemMemory, in kilobytes."""
    import ctypes

    told = ctypes.c_ulonglong(0)
    kernel = getattr(ctypes, "windll", None)
    if kernel is None or not kernel.kernel32.GetPhysicallyInstalledSystemMemory(ctypes.byref(told)):
        return None
    return told.value * 1024 // 1_000_000


def _ffmpeg() -> str:
    from engine.media import ffmpeg

    try:
        return ffmpeg.version()
    except (StoryreelError, OSError):
        return ""


def _troubles() -> Iterator[str]:
    try:
        caption_font()
    except StoryreelError as error:
        yield error.sentence

"""Every colour and measure of the editor, once: a dark theme and a light one.

The greys are neutral because pictures are judged on them; there is one accent. Painted views read `now()` when they paint, so a
change of theme is one repaint.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

ThemeName = Literal["dark", "light"]


@dataclass(frozen=True, slots=True)
class Tokens:
    """Colours as #rrggbb, measures in device-independent pixels, motion in milliseconds."""

    name: ThemeName
    ground: str  # the window
    panel: str  # a panel on it
    raised: str  # a card, a field, a button on a panel
    hover: str  # what is raised, under the pointer
    line: str  # a hairline between panels
    outline: str  # the edge of a field or button
    text: str
    muted: str
    faint: str  # what cannot be used now
    accent: str
    accent_text: str  # text on the accent
    accent_soft: str  # a selected row
    ok: str
    warn: str
    bad: str
    ok_soft: str
    warn_soft: str
    bad_soft: str
    picture_ground: str  # behind pictures: neutral in both themes
    shade: str  # laid over pictures under white letters
    clip_picture: str
    clip_sound: str
    clip_music: str
    clip_title: str
    grid: int = 8
    radius: int = 4
    text_size: int = 13
    title_size: int = 18
    row: int = 32  # the height of a field, a button, a list row
    motion: int = 120


DARK = Tokens(
    name="dark",
    ground="#161616",
    panel="#1e1e1e",
    raised="#2a2a2a",
    hover="#343434",
    line="#101010",
    outline="#3d3d3d",
    text="#e4e4e4",
    muted="#9c9c9c",
    faint="#6a6a6a",
    accent="#e0a04a",
    accent_text="#1a1408",
    accent_soft="#3d3222",
    ok="#6fb27a",
    warn="#d9b44a",
    bad="#e06c5f",
    ok_soft="#223026",
    warn_soft="#352f1e",
    bad_soft="#3a2422",
    picture_ground="#0d0d0d",
    shade="#101010",
    clip_picture="#3c4654",
    clip_sound="#33483f",
    clip_music="#453d52",
    clip_title="#50452f",
)

LIGHT = Tokens(
    name="light",
    ground="#d9d9d9",
    panel="#ececec",
    raised="#fafafa",
    hover="#ffffff",
    line="#c4c4c4",
    outline="#b4b4b4",
    text="#1c1c1c",
    muted="#5e5e5e",
    faint="#979797",
    accent="#a8650a",
    accent_text="#ffffff",
    accent_soft="#f0dfc4",
    ok="#2f7a3c",
    warn="#8a6a00",
    bad="#b3372a",
    ok_soft="#dcebdd",
    warn_soft="#f1e7c4",
    bad_soft="#f3d9d5",
    picture_ground="#3a3a3a",
    shade="#101010",
    clip_picture="#b9c6d8",
    clip_sound="#b5d0c1",
    clip_music="#cabfdc",
    clip_title="#dccfae",
)

THEMES: dict[ThemeName, Tokens] = {"dark": DARK, "light": LIGHT}


class _Wardrobe(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.worn: Tokens = DARK


_wardrobe = _Wardrobe()

changed = _wardrobe.changed
"""Emitted after the theme has changed."""


def now() -> Tokens:
    """The theme of now."""
    return _wardrobe.worn


def use(name: ThemeName) -> None:
    """Wear this theme; `dressing.dress` follows with palette and style sheet."""
    if name != _wardrobe.worn.name:
        _wardrobe.worn = THEMES[name]
        changed.emit()

"""Both themes can be read: text on every ground it stands on has the contrast that WCAG 2.2 asks for (4.5 : 1)."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest
from PySide6.QtGui import QColor

from app.theme.sheet import style_sheet
from app.theme.tokens import DARK, LIGHT, Tokens

THEMES = pytest.mark.parametrize("theme", [DARK, LIGHT], ids=lambda theme: theme.name)


def light(color: str) -> float:
    """Relative luminance (WCAG 2.2)."""

    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    parts = QColor(color)
    return 0.2126 * linear(parts.redF()) + 0.7152 * linear(parts.greenF()) + 0.0722 * linear(parts.blueF())


def contrast(one: str, other: str) -> float:
    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@THEMES
def test_text_can_be_read_on_every_ground(theme: Tokens) -> None:
    grounds = (theme.ground, theme.panel, theme.raised, theme.accent_soft)
    assert min(contrast(theme.text, ground) for ground in grounds) >= 7
    assert min(contrast(theme.muted, ground) for ground in (theme.ground, theme.panel, theme.raised)) >= 4.5
    assert contrast(theme.accent_text, theme.accent) >= 4.5


@THEMES
def test_what_warns_can_be_read_on_its_own_ground(theme: Tokens) -> None:
    pairs = (
        (theme.bad, theme.bad_soft),
        (theme.ok, theme.ok_soft),
        (theme.warn, theme.warn_soft),
        (theme.text, theme.bad_soft),
    )
    assert min(contrast(*pair) for pair in pairs) >= 3


@THEMES
def test_greys_are_neutral_because_pictures_are_judged_on_them(theme: Tokens) -> None:
    for grey in (theme.ground, theme.panel, theme.raised, theme.line, theme.outline, theme.picture_ground):
        assert QColor(grey).saturation() == 0, grey


@THEMES
def test_the_sheet_has_no_gap_left(theme: Tokens) -> None:
    assert not re.search(r"\$\w", style_sheet(theme))
    assert asdict(theme)["text"] in style_sheet(theme)

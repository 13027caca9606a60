"""Clips too narrow for a picture: a gap is dark and nothing else is, and what is chosen is seen however narrow it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Literal

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.theme import tokens
from app.timeline.against import Mark
from app.timeline.clips import paint_lane
from app.timeline.laid import lay
from app.timeline.scale import Scale
from app.timeline.showing import Showing
from engine.film.cuts import Clip, Cut, Footage, Gap, Item, Track
from engine.film.document import Film

WIDE = 400


@pytest.fixture(autouse=True)
def _application(qapp: QApplication) -> None:
    """Painting needs one."""


def painted(
    items: Iterable[Item],
    per_frame: float,
    *,
    kind: Literal["picture", "sound"] = "picture",
    ratio: float = 1.0,
    chosen: frozenset[str] = frozenset(),
    differs: Mapping[str, Mark] = MappingProxyType({}),
) -> list[str]:
    """The colours across the middle of the lane, a column each."""
    cut = Cut(id="cut", name="Rough", tracks=(Track(id="v", name="V1", kind=kind, items=tuple(items)),))
    showing = Showing(Film(cuts=(cut,)), cut, lay(cut), Scale(per_frame), {}, chosen, differs)
    lane = showing.laid.lanes[0]
    image = QImage(round(WIDE * ratio), round((lane.bottom + 4) * ratio), QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor("#ff00ff"))
    painter = QPainter(image)
    paint_lane(painter, showing, lane, QRectF(0, lane.top, WIDE, lane.height))
    painter.end()
    middle = round((lane.top + lane.height / 2) * ratio)
    assert {image.pixelColor(x, round((lane.bottom + 2) * ratio)).name() for x in range(image.width())} == {"#ff00ff"}
    return [image.pixelColor(x, middle).name() for x in range(image.width())]


def clips(count: int, frames: int = 24) -> list[Item]:
    return [Clip(id=f"c{n}", shot=f"s{n}", frames=frames) for n in range(count)]


def test_a_thousand_clips_are_one_band_and_a_gap_in_it_is_dark() -> None:
    now = tokens.now()
    row = clips(1000)
    row.insert(500, Gap(id="g", frames=24 * 20))
    colors = painted(row, 0.3 / 24)
    assert colors.count(now.panel) == WIDE - 300
    dark = [x for x, color in enumerate(colors) if color == now.panel]
    assert dark[:6] == [150, 151, 152, 153, 154, 155]
    assert dark[6] == 306


def test_clips_of_four_pixels_have_seams_as_dark_as_the_ground() -> None:
    now = tokens.now()
    colors = painted(clips(10), 4 / 24)
    assert colors[:40] == [now.clip_picture, now.clip_picture, now.clip_picture, now.panel] * 10
    assert set(colors[40:]) == {now.panel}


def test_what_is_chosen_or_otherwise_is_seen_in_a_part_of_a_pixel() -> None:
    now = tokens.now()
    colors = painted(clips(1000), 0.3 / 24, chosen=frozenset({"c100"}), differs={"c700": Mark("removed")})
    assert (colors.index(now.accent), colors.index(now.bad)) == (30, 210)
    assert colors.count(now.accent) == colors.count(now.bad) == 1


def test_a_chosen_gap_is_marked_however_narrow() -> None:
    row = [*clips(20), Gap(id="g", frames=24), *(each.with_(id=f"{each.id}-") for each in clips(20))]
    assert painted(row, 2 / 24, chosen=frozenset({"g"})) != painted(row, 2 / 24)


def test_sounds_of_a_shot_and_music_have_their_colours_and_a_wide_clip_its_own_picture() -> None:
    now = tokens.now()
    night = Footage(path="night.wav", digest="b" * 64, rate=Fraction(24), frames=900)
    row = [*clips(2), Clip(id="m", footage=night, frames=24), Clip(id="w", footage=night, frames=2400)]
    colors = painted(row, 4 / 24, kind="sound")
    assert colors[0] == colors[4] == now.clip_sound
    assert colors[8] == now.clip_music
    assert now.panel not in colors[12:390]


def test_a_fine_screen_has_fine_columns() -> None:
    now = tokens.now()
    colors = painted(clips(10), 4 / 24, ratio=2.0)
    assert colors[:80] == ([now.clip_picture] * 6 + [now.panel] * 2) * 10

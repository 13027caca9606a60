"""Cards and plates: every sign is drawn and not a box, all of it inside the safe area, and calm in colour."""

from __future__ import annotations

import numpy as np
import pytest

from engine.film.rate import Raster
from engine.media import lettering, titles
from engine.media.captions import caption_size

RASTERS = [Raster(), Raster(width=720, height=1280), Raster(width=256, height=144)]


def lettered(card: np.ndarray, empty: np.ndarray) -> tuple[int, int, int, int]:
    """The box (left, top, right, bottom) in which two cards differ."""
    rows, columns = np.nonzero(np.abs(card[..., :3].astype(int) - empty[..., :3].astype(int)).max(axis=2) > 40)
    return int(columns.min()), int(rows.min()), int(columns.max()), int(rows.max())


@pytest.mark.parametrize("raster", RASTERS)
@pytest.mark.parametrize(
    "title", ["静夜思", "The Lighthouse Keeper's Letter", "一个很长很长很长很长很长很长的中文片名和它的副标题"]
)
def test_titles_stay_inside_the_safe_area(title: str, raster: Raster) -> None:
    card = titles.title_card(title, "李白", raster)
    assert card.shape == (raster.height, raster.width, 4)
    palette = card[..., :3].reshape(-1, 3)
    assert palette.min() > 8  # no pure black
    assert palette.max() < 255 or np.mean(palette == 255) < 0.001  # no pure white
    bare = titles.title_card(title, "", raster)
    left, top, right, bottom = lettered(card, bare)  # the author's line
    assert raster.width * 0.05 < left < right < raster.width * 0.95
    assert raster.height * 0.2 < top < bottom < raster.height * 0.75


@pytest.mark.parametrize("raster", RASTERS)
def test_many_authors_stay_inside_the_safe_area(raster: Raster) -> None:
    card = titles.title_card(
        "Balloon", "Ann, Ben, Cleo, Dan, Eve and everybody else of the Storyreel company " * 3, raster
    )
    left, _, right, _ = lettered(card, titles.title_card("Balloon", "", raster))
    assert raster.width * 0.05 < left < right < raster.width * 0.95


def test_a_card_follows_from_its_words() -> None:
    one = titles.title_card("Balloon", "", Raster())
    assert np.array_equal(one, titles.title_card("Balloon", "", Raster()))
    assert not np.array_equal(one, titles.title_card("Balloons", "", Raster()))


def test_no_sign_becomes_a_box() -> None:
    box = lettering.font(40).textToGlyphs("\U000e0123")[0]
    for text in ("床前明月光，疑是地上霜。", "Ça va? “Yes” — …", "№ ½ → ♪"):
        kept = lettering.drawable(text)
        assert box not in lettering.font(40).textToGlyphs(kept)
    assert lettering.drawable("床前明月光") == "床前明月光"
    assert lettering.drawable("go 🎈 up") == "go up"


@pytest.mark.parametrize("raster", RASTERS)
def test_a_caption_s_plate_is_centred_even_and_safe(raster: Raster) -> None:
    plate, left, top = titles.caption_plate(("举头望明月，", "低头思故乡。"), raster)
    high, wide = plate.shape[:2]
    assert (wide % 2, high % 2, left % 2, top % 2) == (0, 0, 0, 0)
    assert abs(left + wide / 2 - raster.width / 2) <= 2
    assert raster.height * 0.75 < top
    assert top + high <= raster.height * 0.95
    assert high < caption_size(raster) * 3.6
    assert plate[..., 3].max() >= 250  # letters are opaque
    assert 100 < np.median(plate[..., 3]) < 200  # the plate lets the picture through
    bright = plate[plate[..., 3] >= 250][:, :3]
    assert bright.max() < 250


def test_a_very_long_word_is_made_smaller_and_not_cut() -> None:
    plate, left, _ = titles.caption_plate(("W" * 60,), Raster())
    assert left >= 0
    assert left + plate.shape[1] <= 1280


def test_a_slate_says_what_is_missing() -> None:
    action = "爷爷在码头上望着远方的船，手里拿着一封没有寄出的信，" * 6
    full = titles.slate_card("12A", action, "尚未渲染", Raster())
    left, top, right, bottom = lettered(full, titles.slate_card("", "", "", Raster()))
    assert 1280 * 0.15 < left < right < 1280 * 0.85
    assert 720 * 0.13 < top < bottom < 720 * 0.8

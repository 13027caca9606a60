"""Through what the camera looks: only where the words mean the camera, in both languages, and it shows in the picture."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from engine.backends.animatic.apertures import aperture, before_lens
from engine.backends.animatic.blocking.peepholes import is_looked_through, peephole_of
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.palette import palette_for
from engine.backends.animatic.stage import SetOrder
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import Raster
from engine.film.setup import Angle, Setup
from engine.plan.orders import PlaceOrder, ShotOrder, SubjectOrder

MARA = SubjectOrder(name="Mara", look_seed=1)


def order(action: str, *cast: SubjectOrder, angle: Angle = Angle.EYE_LEVEL) -> ShotOrder:
    return ShotOrder(
        engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=48,  # pyright: ignore[reportArgumentType]
        action=action, setup=Setup(angle=angle), cast=cast,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("action", "hole"),
    [
        ("Through binoculars: a ship.", "binoculars"),
        ("Mara, seen through a telescope, waves.", "telescope"),
        ("Through the keyhole: Mara dances.", "keyhole"),
        ("Through the rainy window, Mara reads.", "window"),
        ("Through the leaves: Mara walks.", "leaves"),
        ("Through the bars, Mara waits.", "bars"),
        ("Seen through the viewfinder, Mara waves.", "camera"),
        ("透过窗户，小红在读信。", "window"),
        ("望远镜里看去，一艘船。", "binoculars"),
        ("从门缝里看去，小红坐着。", "door"),
        ("透过树叶，小红走过。", "leaves"),
        ("Mara looks through the window.", ""),
        ("Mara climbs through the window.", ""),
        ("Mara walks through the leaves.", ""),
        ("Mara watches Tom through the window.", ""),
        ("小红走到窗前。", ""),
        ("Mara stands in the grass.", ""),
    ],
)
def test_the_words_say_through_what_the_camera_looks(action: str, hole: str) -> None:
    assert peephole_of(order(action, MARA)) == hole


def test_in_a_point_of_view_it_is_always_ours() -> None:
    assert peephole_of(order("Tom peers through the keyhole. Mara sits.", MARA, angle=Angle.POINT_OF_VIEW)) == "keyhole"


def test_from_a_room_a_window_is_looked_out_of_unless_the_camera_is_called_outside() -> None:
    inside = {"place": PlaceOrder(name="KITCHEN", interior=True)}
    assert peephole_of(order("Through the window, a bird sings.", MARA).with_(**inside)) == ""
    assert peephole_of(order("Through the window: Mara reads.", MARA).with_(**inside)) == "window"
    staging = stage(order("Through the window: Mara reads.", MARA).with_(**inside))
    assert staging.focus == ("Mara",)


def test_what_is_looked_through_is_no_prop_and_a_window_box_is_one() -> None:
    assert is_looked_through("keyhole", "keyhole")
    assert is_looked_through("door", "door")
    assert not is_looked_through("letter", "window")
    assert not is_looked_through("window", "")


@pytest.mark.parametrize(
    "hole", ["binoculars", "telescope", "keyhole", "door", "window", "leaves", "reeds", "bars", "camera"]
)
def test_it_covers_the_edges_and_leaves_a_view(hole: str) -> None:
    cut = aperture(hole, 320, 180, palette_for(SetOrder("street", "day", "clear", 3)), 7)  # pyright: ignore[reportArgumentType]
    covered = cut[:, :, 3].astype(float) / 255
    assert covered.mean() > 0.003
    assert covered[60:110, 140:180].mean() < 0.2
    glass, added = before_lens(np.full((180, 320, 4), 255, np.uint8), cut)
    solid = covered > 0.99
    assert not solid.any() or glass[solid][:, :3].max() <= 3
    assert added[:, :, 3].max() == 0


def test_a_keyhole_darkens_the_frame_but_not_its_middle(theatre) -> None:
    open_view = theatre()
    shut = Theatre(replace(open_view.staging, peephole="keyhole"), Raster(width=480, height=270), open_view.rate)
    picture = shut.picture(0)
    assert picture[:, :80, :3].mean() < 20
    assert picture[70:130, 225:255, :3].mean() > 40

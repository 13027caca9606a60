"""Guide passes agree with the picture: what moves, moves as told; what is masked is what was drawn; what hides is nearer."""

from __future__ import annotations

from functools import lru_cache

import cv2
import numpy as np
import pytest
from numpy.typing import NDArray

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.guides.passes import Guides, encoded
from engine.backends.animatic.guides.skeleton import POINTS, drawn
from engine.backends.animatic.guides.tracing import affine
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import FILM, Raster
from engine.plan.orders import ShotOrder
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text

_FRAME = 20


def _order(setup: str, action: str = "BEN (9) waves to ROSA (70), an old woman in a red coat.") -> ShotOrder:
    script = f"EXT. STREET - DAY\n\n{setup}. {action}\n"
    film = breakdown(read_text(script), rate=FILM, raster=Raster(width=480, height=270))
    return next(order for _, order in orders(film))


@lru_cache(maxsize=8)
def _guides(setup: str, action: str = "BEN (9) waves to ROSA (70), an old woman in a red coat.") -> Guides:
    order = _order(setup, action)
    theatre = Theatre(stage(order), order.raster, order.rate)
    return Guides(theatre, range(order.frames), Theatre(stage(order), order.raster, order.rate, apart=True))


def _errors(guides: Guides, frame: int) -> tuple[NDArray[np.floating], NDArray[np.floating], NDArray[np.bool_]]:
    """(error of the next frame fetched back along the flow, error when nothing is fetched, where the flow is known)."""
    flow = guides.flow(frame)
    now, then = (guides.theatre.picture(f)[:, :, :3].astype(np.float32) for f in (frame, frame + 1))
    ys, xs = np.mgrid[0 : now.shape[0], 0 : now.shape[1]].astype(np.float32)
    fetched = cv2.remap(
        then, xs + flow.motion[:, :, 0], ys + flow.motion[:, :, 1], cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE
    )
    return np.abs(fetched - now).mean(axis=2), np.abs(then - now).mean(axis=2), flow.known


@pytest.mark.parametrize(
    "setup", ["FULL SHOT, TRUCK RIGHT", "FULL SHOT, ROLL CLOCKWISE", "WIDE SHOT, PUSH IN, HIGH ANGLE"]
)
def test_the_flow_leads_from_one_frame_of_the_planes_to_the_next(setup: str) -> None:
    guides = _guides(setup)
    fetched, still, known = _errors(guides, _FRAME)
    planes = known & (guides.labels(_FRAME) == 0)
    assert planes.mean() > 0.6
    assert fetched[planes].mean() < 1.6  # paper grain is sampled between pixels
    assert fetched[planes].mean() < 0.6 * still[planes].mean()


def _drawing(guides: Guides, frame: int) -> object:
    return next(laid.drawing for laid in guides.theatre.laid(frame) if laid.drawing is not None)


def test_the_flow_of_a_walker_follows_every_sheet() -> None:
    guides = _guides("FULL SHOT", "BEN (9) walks along the street.")
    redrawn = next(f for f in range(20, 30) if _drawing(guides, f) is not _drawing(guides, f + 1))
    fetched, still, known = _errors(guides, redrawn)
    ben = known & (guides.labels(redrawn) == 1)
    assert fetched[ben].mean() < 0.5 * still[ben].mean()


def test_what_is_masked_is_what_the_subject_drew() -> None:
    guides = _guides("FULL SHOT")
    theatre = guides.theatre
    for label, name in enumerate(guides.names, 1):
        assert np.array_equal(guides.labels(_FRAME) == label, theatre.mask(name, _FRAME))


def test_only_masked_pixels_and_shadows_change_when_the_cast_leaves() -> None:
    guides = _guides("FULL SHOT")
    with_cast = guides.theatre.picture(_FRAME)[:, :, :3].astype(int)
    changed = np.abs(with_cast - guides.plate(_FRAME).astype(int)).max(axis=2) > 8
    mask = guides.labels(_FRAME) > 0
    assert (changed & mask).sum() > 0.97 * mask.sum()
    shadow = cv2.dilate(mask.astype(np.uint8), np.ones((41, 41), np.uint8)) > 0
    assert not (changed & ~shadow).any()


def test_the_plate_shows_the_set_that_the_cast_hides() -> None:
    guides = _guides("FULL SHOT")
    theatre = guides.theatre
    again = Guides(theatre, guides.frames)
    assert np.array_equal(again.plate(_FRAME), guides.plate(_FRAME))
    assert len(np.unique(guides.plate(_FRAME)[guides.labels(_FRAME) > 0], axis=0)) > 50


def test_what_hides_is_nearer() -> None:
    guides = _guides("FULL SHOT")
    depth, labels = guides.depth(_FRAME), guides.labels(_FRAME)
    for label in (1, 2):
        body = labels == label
        ring = (cv2.dilate(body.astype(np.uint8), np.ones((9, 9), np.uint8)) > 0) & (labels == 0)
        rows = np.nonzero(body.any(axis=1))[0]
        ring[rows[0] + len(rows) * 3 // 4 :] = False  # at the feet the ground is as near
        assert depth[body].min() >= depth[ring].max()


def test_depth_is_the_inverse_of_the_distance() -> None:
    guides = _guides("FULL SHOT")
    camera = guides.theatre.camera(_FRAME)
    ben = next(player for player in guides.theatre.staging.players if player.name == "BEN")
    level = guides.depth(_FRAME)[guides.labels(_FRAME) == guides.names.index("BEN") + 1]
    assert np.unique(level).tolist() == [round(65535 * guides.nearest / (ben.z - camera.z))]


def test_sheets_that_a_still_take_presses_together_keep_their_depths() -> None:
    guides = _guides("FULL SHOT")
    pressed = Guides(guides.theatre, guides.frames)
    assert len(np.unique(guides.depth(_FRAME))) > len(np.unique(pressed.depth(_FRAME)))


def test_the_skeleton_lies_on_the_person() -> None:
    guides = _guides("FULL SHOT")
    labels = guides.labels(_FRAME)
    people = guides.people(_FRAME)
    assert {person.name for person in people} == {"BEN", "ROSA"}
    for person in people:
        on = [labels[int(p.y), int(p.x)] == guides.names.index(person.name) + 1 for p in person.points if p.sure == 1]
        assert len(on) >= 12
        assert sum(on) >= len(on) - 1  # an ear may stand out
        points = dict(zip(POINTS, person.points, strict=True))
        assert points["neck"].y < points["thigh_left"].y < points["knee_left"].y < points["ankle_left"].y


def test_the_skeleton_is_drawn_in_the_standard_colours() -> None:
    guides = _guides("FULL SHOT")
    person = guides.people(_FRAME)[0]
    picture = drawn((person,), (480, 270))
    neck = person.points[1]
    assert tuple(int(v) for v in picture[round(neck.y), round(neck.x)]) == (0, 85, 255)


def test_the_encoding_of_flow_can_be_read_back() -> None:
    flow = _guides("FULL SHOT, TRUCK RIGHT").flow(_FRAME)
    coded = encoded(flow).astype(np.float64)
    assert np.abs((coded[:, :, 0] - 32768) / 64 - flow.motion[:, :, 0]).max() < 1 / 64
    assert np.array_equal(coded[:, :, 2] == 1, flow.known)


def test_an_affine_map_is_found_exactly() -> None:
    source = np.array([[0.0, 0], [3, 0], [3, 2], [0, 5]])
    way = np.array([[1.2, -0.3, 4], [0.4, 0.9, -2], [0, 0, 1]])
    target = source @ way[:2, :2].T + way[:2, 2]
    assert np.allclose(affine(source, target), way)
    assert np.allclose(affine(source[:1], target[:1])[:2, :2], np.eye(2))


def test_guides_are_the_same_whatever_was_drawn_before() -> None:
    order = _order("FULL SHOT, TRUCK RIGHT")
    fresh = Guides(Theatre(stage(order), order.raster, order.rate), range(order.frames))
    used = _guides("FULL SHOT, TRUCK RIGHT")
    used.flow(5)
    assert np.array_equal(fresh.flow(_FRAME).motion, used.flow(_FRAME).motion)

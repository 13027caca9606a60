"""Animals have a pose too: the points of their body plan lie on them, and the file says which plan that is."""

from __future__ import annotations

from functools import lru_cache

import pytest

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.guides.body_plans import COLOURS, PLANS, landmarks_of, plan_of
from engine.backends.animatic.guides.passes import Guides
from engine.backends.animatic.guides.skeleton import drawn
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.stage import Act, Pose
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text

_FRAME = 20


@lru_cache(maxsize=8)
def _guides(action: str, place: str = "EXT. GRASSLAND") -> Guides:
    film = breakdown(
        read_text(f"{place} - DAY\n\nFULL SHOT. {action}\n"), rate=FILM, raster=Raster(width=480, height=270)
    )
    ((_, order),) = orders(film)
    return Guides(Theatre(stage(order), order.raster, order.rate), range(order.frames))


@pytest.mark.parametrize(
    ("action", "place", "plan", "least"),
    [
        ("A horse walks past.", "EXT. GRASSLAND", "quadruped", 14),
        ("A cat sits.", "EXT. GRASSLAND", "quadruped", 12),
        ("A panda eats.", "EXT. GRASSLAND", "quadruped", 12),
        ("A monkey climbs a tree.", "EXT. GRASSLAND", "quadruped", 12),
        ("A crow stands on the grass.", "EXT. GRASSLAND", "bird", 8),
        ("A carp swims past.", "EXT. UNDERWATER", "fish", 4),
    ],
)
def test_the_points_of_an_animal_lie_on_it(action: str, place: str, plan: str, least: int) -> None:
    guides = _guides(action, place)
    labels = guides.labels(_FRAME)
    (beast,) = [body for body in guides.people(_FRAME) if body.plan != "person"]
    assert beast.plan == plan
    assert len(beast.points) == len(PLANS[beast.plan].names)
    on = [labels[int(p.y), int(p.x)] == guides.names.index(beast.name) + 1 for p in beast.points if p.sure == 1]
    assert len(on) >= least
    assert sum(on) >= 0.75 * len(on)


def test_a_horse_stands_with_its_paws_under_its_joints_and_faces_its_way() -> None:
    horse = puppet_for("horse", "horse", "", 5, (), ())
    for yaw in (80.0, -80.0):
        marks = landmarks_of(horse, Pose(yaw=yaw))
        assert set(marks) == set(PLANS["quadruped"].names)
        assert marks["hip_left"][1] < marks["knee_left"][1] < marks["back_paw_left"][1]
        assert (marks["nose"][0] - marks["tail_root"][0]) * yaw > 0
    assert landmarks_of(horse, Pose(pitch=90)) == {}


def test_birds_show_their_wings_in_flight_and_vehicles_have_no_joints() -> None:
    crow, car = puppet_for("crow", "crow", "", 5, (), ()), puppet_for("car", "a car", "", 5, (), ())
    flying = landmarks_of(crow, Pose(act=Act.FLY, yaw=80, clock=0.05))
    assert abs(flying["wing_tip_left"][1] - flying["wing_left"][1]) > 0.02
    assert "foot_left" not in flying
    assert (plan_of(crow), plan_of(car)) == ("bird", None)


def test_an_animals_skeleton_is_drawn() -> None:
    guides = _guides("A horse walks past.")
    bodies = guides.people(_FRAME)
    picture = drawn(bodies, (480, 270))
    neck = bodies[0].points[PLANS["quadruped"].names.index("neck")]
    assert tuple(int(v) for v in picture[round(neck.y), round(neck.x)]) == COLOURS[3]

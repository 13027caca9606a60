"""Who leaves or boards a vehicle goes through its door; who only stands beside one does not."""

from __future__ import annotations

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def _staged(place: str, action: str):
    text = f"场景一 外 {place} 日\n\n{action}\n" if not action.isascii() else f"EXT. {place} - DAY\n\n{action}\n"
    film = breakdown(read_text(text), rate=FILM, raster=Raster(width=320, height=180))
    staging = stage(next(order for _, order in orders(film)))
    vehicle = next(p for p in staging.players if isinstance(p.puppet, Vehicle))
    return staging, vehicle, next(p for p in staging.players if isinstance(p.puppet, Person))


@pytest.mark.parametrize(
    ("place", "action"),
    [
        ("STATION", "MARA steps off the train."),
        ("STREET", "MARA gets out of the car."),
        ("STREET", "MARA climbs down from the bus and waves."),
        ("AIRPORT", "MARA comes down from the plane."),
        ("MOON", "An ASTRONAUT steps out of the rocket."),
        ("LAKE", "MARA climbs out of the boat."),
        ("车站", "小美从火车上走下来。"),
        ("街道", "小美走出汽车。"),
    ],
)
def test_who_gets_off_begins_in_the_door_and_ends_before_the_vehicle(place, action):
    staging, vehicle, who = _staged(place, action)
    half = vehicle.puppet.width / 2
    first, last = pose_at(who, 0.2), pose_at(who, staging.seconds)
    assert abs(first.x - vehicle.beats[-1].x1) <= half
    assert first.z == pytest.approx(vehicle.z - who.z, abs=0.1)
    assert first.lift > vehicle.lift + 0.05
    assert last.z == pytest.approx(0.0)
    assert last.lift == pytest.approx(0.0, abs=0.02)
    assert who.z < vehicle.z


@pytest.mark.parametrize(
    ("place", "action"),
    [
        ("STATION", "TOM, 20, boards the train."),
        ("STREET", "MARA gets on the bus."),
        ("LAKE", "TOM gets into the boat."),
        ("车站", "小美登上火车。"),
    ],
)
def test_who_boards_walks_up_to_the_door_and_ends_in_it_with_the_back_to_us(place, action):
    staging, vehicle, who = _staged(place, action)
    first, last = pose_at(who, 0.1), pose_at(who, staging.seconds)
    assert first.z == pytest.approx(0.0)
    assert abs(last.x - vehicle.beats[-1].x1) <= vehicle.puppet.width / 2
    assert last.z > 1.0
    assert abs(last.pose.yaw) > 90


@pytest.mark.parametrize("action", ["MARA waits beside the car.", "MARA gets out her book. A car stands there."])
def test_who_stays_outside_is_not_at_the_door(action):
    _, _, who = _staged("STREET", action)
    assert all(beat.z0 == beat.z1 == 0.0 for beat in who.beats)

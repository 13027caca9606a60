"""Acting: feet stay where they land, mouths close when nobody speaks, beats grow out of each other."""

from __future__ import annotations

import math
from itertools import pairwise

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.mouths import mouth_at, sounds_of, stresses_of
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.stage import Act, Beat, Player, Pose, Speech

STEPS = 240


def person(name: str = "TOM", description: str = "a man in a blue coat") -> Person:
    puppet = puppet_for(name, description, "", 7)
    assert isinstance(puppet, Person)
    return puppet


def player(*beats: Beat, puppet: object | None = None, speeches: tuple[Speech, ...] = (), **more: object) -> Player:
    return Player("TOM", puppet or person(), beats, speeches, **more)  # type: ignore[arg-type]


def slides(tracks: list[tuple[float, float]]) -> list[float]:
    """How far the foot moves between drawings while it is on the ground in both (x, height) pairs."""
    return [abs(b[0] - a[0]) for a, b in pairwise(tracks) if a[1] < 1e-4 and b[1] < 1e-4]


@pytest.mark.parametrize(
    ("act", "distance", "seconds", "yaw"),
    [
        (Act.WALK, 5.0, 4.0, 90),
        (Act.WALK, -4.0, 4.0, -70),
        (Act.RUN, 9.0, 3.0, 90),
        (Act.ENTER, 3.0, 2.5, 80),
        (Act.WALK, 0.6, 1.0, 75),
    ],
)
def test_feet_do_not_slide(act: Act, distance: float, seconds: float, yaw: float) -> None:
    puppet = person()
    walker = player(Beat(act, 0, seconds, 0, distance, yaw), puppet=puppet)
    for foot in (0, 1):
        track = []
        for i in range(STEPS + 1):
            placed = pose_at(walker, seconds * i / STEPS)
            x, y = puppet.joint(placed.pose, "ankle", foot)
            side = placed.pose.yaw
            lateral = puppet.bones(placed.pose).ankle[foot][2] * math.cos(math.radians(side))
            track.append((placed.x + x - lateral, -y - puppet.body.frame.ankle))
        moved = slides(track)
        assert len(moved) > STEPS / 5, "the foot is never on the ground"
        assert max(moved) < 0.002
        assert max(y for _, y in track) > 0.03, "the foot never leaves the ground"


def test_a_dogs_feet_do_not_slide() -> None:
    dog = puppet_for("REX", "a brown dog", "", 3)
    assert isinstance(dog, Quadruped)
    walker = player(Beat(Act.WALK, 0, 4, 0, 3.2, 90), puppet=dog)
    for foot in range(4):
        track = []
        for i in range(STEPS + 1):
            placed = pose_at(walker, 4 * i / STEPS)
            x, y = dog.foot(placed.pose, foot)
            # the trunk's foreshortening is fixed at this yaw, so the foot's offset is the same all the way
            track.append((placed.x + x, y))
        assert max(slides(track)) < 0.004


def test_a_walk_eases_in_and_out_and_ends_on_its_mark() -> None:
    walker = player(Beat(Act.WALK, 1, 5, -2, 2, 90))
    xs = [pose_at(walker, 1 + t / 10).x for t in range(41)]
    assert xs[0] == -2
    assert xs[-1] == pytest.approx(2)
    assert xs == sorted(xs)
    speeds = [b - a for a, b in pairwise(xs)]
    assert speeds[0] < 0.5 * speeds[20]
    assert speeds[-1] < 0.5 * speeds[20]
    assert pose_at(walker, -3).x == -2
    assert pose_at(walker, 99).x == pytest.approx(2)
    assert pose_at(walker, 99).pose.act is Act.STAND


def test_travel_is_the_ground_speed() -> None:
    walker = player(Beat(Act.WALK, 0, 4, 0, 5, 90))
    for t in (0.2, 1.0, 2.0, 3.9):
        speed = (pose_at(walker, t + 0.005).x - pose_at(walker, t - 0.005).x) / 0.01
        assert pose_at(walker, t).pose.travel == pytest.approx(speed, abs=0.05)


def test_walkers_face_where_they_go() -> None:
    walker = player(Beat(Act.WALK, 0, 2, 2, -2, 35))
    assert pose_at(walker, 1).pose.yaw < -60


def test_sitting_holds_after_its_beat_and_standing_up_blends() -> None:
    sitter = player(Beat(Act.SIT, 0, 2, 0, 0, 30), Beat(Act.STAND, 2, 6, 0, 0, 30))
    puppet = person()
    seated, rising, up = (puppet.bones(pose_at(sitter, t).pose).hips[1] for t in (1.5, 2.4, 5))
    assert seated < rising < up
    last = player(Beat(Act.STAND, 0, 1, 0, 0, 30), Beat(Act.SIT, 1, 3, 0, 0, 30))
    assert pose_at(last, 10).pose.act is Act.SIT


def test_turns_pass_through_the_views_and_eyes_lead() -> None:
    turner = player(Beat(Act.STAND, 0, 2, 0, 0, -60), Beat(Act.STAND, 2, 5, 0, 0, 60))
    yaws = [pose_at(turner, 2 + t / 24).pose.yaw for t in range(24)]
    assert yaws[0] == pytest.approx(-60, abs=2)
    assert yaws[-1] == pytest.approx(60, abs=2)
    assert any(-40 < yaw < 40 for yaw in yaws)
    assert pose_at(turner, 2.1).pose.gaze[0] > 0.5
    assert pose_at(turner, 2.1).pose.yaw < -50


def test_the_mouth_is_closed_in_silence_and_moves_in_speech() -> None:
    talker = player(Beat(Act.STAND, 0, 9, 0, 0, 30), speeches=(Speech("Where is the old red lantern, father?", 2, 5),))
    assert {pose_at(talker, t / 12).pose.mouth for t in range(24)} == {"closed"}
    assert {pose_at(talker, 5 + t / 12).pose.mouth for t in range(40)} == {"closed"}
    spoken = [pose_at(talker, 2 + t / 12).pose.mouth for t in range(36)]
    assert len(set(spoken)) >= 4
    assert sum(a != b for a, b in pairwise(spoken)) > 12


@pytest.mark.parametrize("text", ["床前明月光，疑是地上霜。", "Hello.", "A", "三", "Mm!", "I'm 42 — really?"])
def test_every_line_has_sounds_that_fill_its_time(text: str) -> None:
    sounds = sounds_of(text)
    assert sounds[-1].end == pytest.approx(1.0)
    assert all(a.end < b.end for a, b in pairwise(sounds))


@pytest.mark.parametrize("text", ["", "...", "——"])
def test_a_line_without_words_keeps_the_mouth_closed(text: str) -> None:
    assert mouth_at(text, 0.5) == "closed"


def test_hands_mark_stressed_words_and_take_turns() -> None:
    hands = [
        s.hand
        for s in stresses_of("I never wanted this enormous house. Nobody remembers the lantern we promised to bring.")
    ]
    assert len(hands) >= 3
    assert hands[:2] == [1, -1]


def test_players_blink_apart_and_hold_still_players_breathe() -> None:
    beat = Beat(Act.STAND, 0, 9, 0, 0, 20)
    one, two = player(beat, seed=1), player(beat, seed=2)
    assert pose_at(one, 1).pose.clock != pose_at(two, 1).pose.clock
    puppet = person()
    assert puppet.bones(Pose(clock=0.2)).neck != puppet.bones(Pose(clock=1.6)).neck


def test_the_same_moment_is_the_same_pose() -> None:
    walker = player(Beat(Act.WALK, 0, 4, 0, 5, 90), speeches=(Speech("hello there", 1, 3),))
    assert pose_at(walker, 1.7, 38) == pose_at(walker, 1.7, 38)
    assert pose_at(walker, 1.7, 38).pose.pitch == 38


def test_nobody_without_beats_is_lost() -> None:
    assert pose_at(player(), 3).x == 0


def test_a_bird_that_lands_comes_down_to_its_place_and_does_not_skim_the_ground() -> None:
    flight = Beat(Act.FLY, 0.0, 2.0, -3.0, 0.0, 78.0)
    rest = Beat(Act.STAND, 2.0, 5.0, 0.0, 0.0, 38.0)
    lifts = [pose_at(player(flight, rest), t / 10).lift for t in range(-5, 40)]
    assert lifts[0] > 0.6
    assert all(a >= b for a, b in pairwise(lifts)), "only downward"
    assert max(a - b for a, b in pairwise(lifts)) < 0.15, "no drop"
    assert lifts[26:] == [0.0] * len(lifts[26:])
    assert pose_at(player(flight), 1.0).lift == 0.0, "who flies on keeps its height"

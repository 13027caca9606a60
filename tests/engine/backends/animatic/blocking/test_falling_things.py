"""What falls or rises by itself does so before a camera that has it in the middle half way."""

from __future__ import annotations

import math

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.falling_things import Rolling
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.stage import Act, Staging
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def staged(text: str) -> Staging:
    film = breakdown(read_text(f"{text}\n"), rate=FILM, raster=Raster(width=320, height=180))
    return stage(next(order for _, order in orders(film)))


def heights(staging: Staging) -> list[float]:
    (thing,) = staging.players
    return [pose_at(thing, share * staging.seconds).lift for share in (0.0, 0.25, 0.5, 0.75, 1.0)]


@pytest.mark.parametrize(
    "text", ["The kite falls into the sea.", "风筝落进海里。", "The letter floats down.", "一封信慢慢飘落下来。"]
)
def test_what_is_light_comes_down_through_the_whole_shot(text: str) -> None:
    shot = staged(text)
    lifts = heights(shot)
    assert lifts == sorted(lifts, reverse=True)
    assert lifts[0] - lifts[2] == pytest.approx(lifts[2] - lifts[4], abs=0.02)
    assert lifts[-1] >= 0
    pictures = {str(shot.players[0].puppet.bounds(pose_at(shot.players[0], t).pose)) for t in (0.2, 0.9, 1.6)}
    assert len(pictures) == 3  # it rocks on its way


@pytest.mark.parametrize("text", ["The balloon rises into the sky.", "气球升上天空。", "A paper lantern floats away."])
def test_what_rises_is_still_on_its_way_at_the_end(text: str) -> None:
    lifts = heights(staged(text))
    assert lifts == sorted(lifts)
    assert lifts[4] - lifts[3] > 0.3 * (lifts[1] - lifts[0]) > 0.02


def test_what_is_heavy_drops_from_above_and_lies_still_before_the_middle() -> None:
    lifts = heights(staged("CLOSE UP. A vase drops."))
    assert lifts[0] > lifts[2] + 0.2
    assert lifts[2] == lifts[3] == lifts[4]


@pytest.mark.parametrize(
    "text",
    ["The paper plane glides over the city.", "A ball rolls across the floor.", "足球滚过草地。", "帽子被风吹走了。"],
)
def test_what_passes_goes_from_one_side_to_the_other_and_never_through_the_ground(text: str) -> None:
    shot = staged(text)
    (thing,) = shot.players
    placed = [pose_at(thing, share * shot.seconds) for share in (0.0, 0.25, 0.5, 0.75, 1.0)]
    ways = [at.x for at in placed]
    assert ways == sorted(ways)
    assert ways[0] == pytest.approx(-ways[-1])
    assert min(at.lift for at in placed) >= 0


def test_a_ball_turns_as_far_as_it_rolls() -> None:
    shot = staged("A ball rolls across the floor.")
    (ball,) = shot.players
    assert isinstance(ball.puppet, Rolling)
    for seconds in (0.3, 1.0):
        placed = pose_at(ball, seconds)
        turned = math.atan2(ball.puppet.moved(placed.pose)[3], ball.puppet.moved(placed.pose)[0])
        gone = placed.x - pose_at(ball, 0.0).x
        assert turned % math.tau == pytest.approx(2 * gone / ball.puppet.height % math.tau, abs=1e-3)


@pytest.mark.parametrize(
    "text", ["A vase stands on the floor.", "The kite hangs in the sky.", "The clock falls silent."]
)
def test_what_stays_stays(text: str) -> None:
    lifts = heights(staged(text))
    assert max(lifts) - min(lifts) < 0.01


def test_whoever_drops_something_is_no_thing_that_falls_alone() -> None:
    shot = staged("MARA falls. The cup falls.")
    (cup,) = (player for player in shot.players if player.is_thing)
    assert pose_at(cup, 0.0).lift == pose_at(cup, shot.seconds).lift


@pytest.mark.parametrize(
    "text",
    ["An old man sleeps on a bench in the park.", "MARA sleeps on the sofa.", "A boy lies on a park bench."],
)
def test_who_lies_on_a_bench_or_a_sofa_lies_on_its_seat(text: str) -> None:
    shot = staged(text)
    (seat,) = (player for player in shot.players if player.is_thing)
    (sleeper,) = (player for player in shot.players if not player.is_thing)
    placed = pose_at(sleeper, shot.seconds / 2)
    assert placed.pose.act is Act.LIE
    assert placed.lift == pytest.approx(0.5 * seat.puppet.height)
    assert abs(placed.x - pose_at(seat, 0.0).x) < 0.5 * seat.puppet.width
    assert sleeper.z < seat.z


@pytest.mark.parametrize(
    ("text", "business"),
    [
        ("LEO (8) flies a paper plane.", "throw"),
        ("LEO (8) flies his toy rocket.", "raise"),
        ("LEO (8) flies a kite.", "kite"),
    ],
)
def test_who_flies_a_toy_stays_on_the_ground_and_has_it_in_the_hand(text: str, business: str) -> None:
    shot = staged(text)
    (leo,) = (player for player in shot.players if not player.is_thing)
    assert business in {beat.business for beat in leo.beats}
    assert all(beat.act is not Act.FLY for beat in leo.beats)
    assert all(player.carried_by == "LEO" for player in shot.players if player.is_thing and business != "kite")

"""Blocking: nobody overlaps, sides hold over a cut, entrances come from the wings, props go where hands go."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.stage import Act, Player, Staging
from engine.film.rate import Raster
from engine.film.setup import Angle, Move, Setup, Size
from engine.plan.orders import LineOrder, PlaceOrder, PropOrder, ShotOrder, SubjectOrder

IVY = SubjectOrder(name="IVY", description="8, a small girl in a yellow raincoat", look_seed=5, side=-1)
WALTER = SubjectOrder(name="WALTER", description="70, a tall thin postman in a blue coat", look_seed=9, side=1)
NAN = SubjectOrder(name="NAN", description="an old woman", look_seed=12, side=0)


def order(action: str, *cast: SubjectOrder, **changes: object) -> ShotOrder:
    fields: dict[str, object] = {
        "engine": "animatic",
        "style": "paper",
        "language": "en",
        "raster": Raster(width=320, height=180),
        "rate": 24,
        "frames": 96,
        "action": action,
        "place": PlaceOrder(name="STREET", interior=False),
        "setup": Setup(size=Size.FULL),
        "cast": cast,
        **changes,
    }
    return ShotOrder.model_validate(fields)


def player(staging: Staging, name: str) -> Player:
    return next(player for player in staging.players if player.name == name)


def acts(staging: Staging, name: str) -> list[Act]:
    return [beat.act for beat in player(staging, name).beats]


def test_the_same_order_is_blocked_the_same() -> None:
    one, two = (stage(order("Ivy runs. Walter waves.", IVY, WALTER)) for _ in range(2))
    assert one == two


@pytest.mark.parametrize("cast", [(IVY, WALTER), (WALTER, IVY), (IVY, WALTER, NAN), (NAN, IVY)])
def test_nobody_stands_inside_anybody(cast: Sequence[SubjectOrder]) -> None:
    players = sorted(stage(order("They stand.", *cast)).players, key=lambda p: p.beats[0].x0)
    for left, right in itertools.pairwise(players):
        assert right.beats[0].x0 - left.beats[0].x0 >= (left.puppet.width + right.puppet.width) / 2


def test_sides_hold_over_a_cut_and_faces_meet() -> None:
    both = stage(order("Ivy talks to Walter.", IVY, WALTER))
    single = stage(order("Walter listens.", WALTER))
    assert player(both, "IVY").beats[0].x0 < player(both, "WALTER").beats[0].x0
    assert player(both, "IVY").beats[0].yaw > 0 > player(both, "WALTER").beats[0].yaw
    assert player(single, "WALTER").beats[0].yaw < 0


def test_an_entrance_comes_from_the_wings_to_the_mark_and_an_exit_goes_out() -> None:
    entering = player(stage(order("Walter enters.", IVY, WALTER)), "WALTER").beats
    leaving = player(stage(order("Ivy leaves.", IVY, WALTER)), "IVY").beats
    assert entering[0].x0 > 2.0 > entering[-1].x1 > 0
    assert leaving[0].x0 > -1.5 > leaving[-1].x1


def test_a_traveller_keeps_to_the_right_and_comes_home_to_the_left() -> None:
    out = player(stage(order("Ivy runs.", IVY)), "IVY").beats[0]
    home = player(stage(order("Ivy runs back home.", IVY)), "IVY").beats[0]
    assert out.x1 > out.x0
    assert home.x1 < home.x0
    assert (out.yaw > 60, home.yaw < -60) == (True, True)


def test_a_still_camera_keeps_a_walker_in_frame_and_a_following_one_lets_them_go() -> None:
    still = player(stage(order("Ivy runs.", IVY)), "IVY").beats[0]
    followed = player(stage(order("Ivy runs.", IVY, setup=Setup(size=Size.FULL, move=Move.FOLLOW))), "IVY").beats[0]
    assert abs(still.x1 - still.x0) < 2.5 < abs(followed.x1 - followed.x0)


def test_deeds_play_in_order_and_fill_the_shot() -> None:
    staging = stage(order("Ivy runs, then falls. She sits.", IVY))
    beats = player(staging, "IVY").beats
    kept = [beat.act for beat in beats if beat.act is not Act.STAND]
    assert kept == [Act.RUN, Act.FALL, Act.SIT]
    assert beats[0].start == 0.0
    assert beats[-1].end == pytest.approx(staging.seconds)
    assert all(a.end == pytest.approx(b.start) for a, b in itertools.pairwise(beats))
    assert all(a.x1 == pytest.approx(b.x0) for a, b in itertools.pairwise(beats))


def test_the_speaker_is_framed_and_speaks_in_time() -> None:
    line = LineOrder(speaker="WALTER", text="The post has gone.", start=12, frames=48)
    staging = stage(order("", IVY, WALTER, lines=(line,), setup=Setup(size=Size.CLOSE_UP)))
    (speech,) = player(staging, "WALTER").speeches
    assert (speech.start, speech.end) == (0.5, 2.5)
    assert staging.focus == ("WALTER",)


def test_a_voice_over_moves_no_mouth() -> None:
    line = LineOrder(speaker="WALTER", text="Long ago.", frames=48, voice_over=True)
    assert player(stage(order("", WALTER, lines=(line,))), "WALTER").speeches == ()


def test_over_the_shoulder_and_point_of_view() -> None:
    over = stage(order("Ivy looks at Walter.", IVY, WALTER, setup=Setup(angle=Angle.OVER_SHOULDER)))
    view = stage(order("Ivy looks at Walter.", IVY, WALTER, setup=Setup(angle=Angle.POINT_OF_VIEW)))
    assert (over.focus, over.shoulder) == (("IVY",), "WALTER")
    assert [p.name for p in view.players] == ["WALTER"]
    assert player(view, "WALTER").beats[0].yaw == 0.0


def test_a_group_is_measured_on_its_tallest() -> None:
    assert stage(order("Ivy waves.", IVY, WALTER)).focus[0] == "WALTER"


def test_a_held_prop_goes_where_its_holder_goes() -> None:
    letter = PropOrder(name="letter")
    staging = stage(order("Ivy runs with a letter.", IVY, props=(letter,)))
    hand, holder = player(staging, "letter"), player(staging, "IVY")
    assert [b.x1 - b.x0 for b in hand.beats] == pytest.approx([b.x1 - b.x0 for b in holder.beats])
    assert 0.2 < hand.lift < holder.puppet.height


def test_a_big_prop_stands_behind_and_a_painted_one_is_left_to_the_set() -> None:
    staging = stage(
        order("Ivy waits by a car under the moon.", IVY, props=(PropOrder(name="car"), PropOrder(name="moon")))
    )
    assert [p.name for p in staging.players if p.is_thing] == ["car"]


def test_every_prop_that_is_not_painted_is_on_stage() -> None:
    props = tuple(PropOrder(name=name) for name in ("lamp", "bench", "suitcase", "zorgonium"))
    staging = stage(order("Ivy waits.", IVY, props=props))
    assert {p.name for p in staging.players if p.is_thing} == {prop.name for prop in props}


def test_moods_reach_the_face() -> None:
    assert player(stage(order("Ivy is sad.", IVY)), "IVY").mood == "sad"
    line = LineOrder(speaker="IVY", text="No!", manner="angry", frames=20)
    assert player(stage(order("", IVY, lines=(line,))), "IVY").mood == "angry"


def test_a_passenger_sits_in_the_boat_on_the_water() -> None:
    boat = SubjectOrder(name="小船", look_seed=3, side=1)
    fisher = SubjectOrder(name="老翁", aboard="小船", description="70岁，白胡子，戴斗笠", look_seed=4, side=-1)
    place = PlaceOrder(name="江边", interior=False)
    staging = stage(order("老翁坐在小船上，垂钓。", fisher, boat, language="zh", place=place))
    assert player(staging, "老翁").beats[0].x0 == player(staging, "小船").beats[0].x0
    assert acts(staging, "老翁") == [Act.SIT]
    assert player(staging, "老翁").lift > 0
    assert player(staging, "小船").z > 1


def test_a_bird_in_a_boat_perches_where_it_is_seen_and_does_not_sink_behind_the_gunwale() -> None:
    boat = SubjectOrder(name="小船", look_seed=3, side=1)
    egret = SubjectOrder(name="白鹭", aboard="小船", description="一只白鹭", look_seed=4, side=-1)
    fisher = SubjectOrder(name="老翁", aboard="小船", description="70岁，白胡子", look_seed=4, side=1)
    place = PlaceOrder(name="江边", interior=False)
    staging = stage(order("白鹭看着老翁。", egret, fisher, boat, language="zh", place=place))
    assert Act.SIT not in acts(staging, "白鹭")
    assert Act.SIT in acts(staging, "老翁")


def test_who_sits_looks_from_there_and_stands_up_when_told() -> None:
    sitting = stage(order("Ivy sits and looks up at Walter.", IVY, WALTER))
    rising = stage(order("Ivy sits. She stands up.", IVY))
    assert acts(sitting, "IVY") == [Act.SIT, Act.LOOK]
    assert pose_at(player(sitting, "IVY"), 3.0).pose.seated
    assert player(sitting, "IVY").looks_at == "up"
    assert acts(rising, "IVY") == [Act.SIT, Act.STAND]


def test_what_floats_beside_somebody_stays_in_the_frame() -> None:
    balloon = SubjectOrder(name="BALLOON", description="a red balloon", look_seed=3, side=1)
    for action in (
        "The balloon floats to Ivy.",
        "Ivy sits. The balloon flies down to her.",
        "Ivy looks at the balloon.",
    ):
        floating = player(stage(order(action, IVY, balloon)), "BALLOON")
        assert 0.1 <= floating.lift < player(stage(order(action, IVY, balloon)), "IVY").puppet.height


def test_a_chase_goes_on_to_the_end_of_the_shot() -> None:
    dog = SubjectOrder(name="DOG", description="a brown dog", look_seed=3, side=1)
    staging = stage(order("Ivy chases the dog.", IVY, dog, setup=Setup(size=Size.WIDE, move=Move.FOLLOW)))
    assert acts(staging, "IVY") == acts(staging, "DOG") == [Act.RUN]
    assert all(player(staging, name).beats[0].x1 > player(staging, name).beats[0].x0 for name in ("IVY", "DOG"))


def test_who_flees_runs_from_the_hunter_and_both_go_one_way() -> None:
    balloon = SubjectOrder(name="BALLOON", description="a red balloon", look_seed=3, side=1)
    staging = stage(order("Ivy runs from the balloon. The balloon flies after her.", IVY, balloon))
    ways = [player(staging, name).beats[0].x1 - player(staging, name).beats[0].x0 for name in ("IVY", "BALLOON")]
    assert max(ways) < 0


def test_hunters_run_behind_all_they_hunt_and_nobody_is_overtaken() -> None:
    staging = stage(order("Ivy and Walter run. Nan chases them.", IVY, WALTER, NAN, setup=Setup(size=Size.WIDE)))
    nan, *others = (player(staging, name).beats for name in ("NAN", "IVY", "WALTER"))
    way = 1 if nan[0].x1 > nan[0].x0 else -1
    for beats in others:
        assert way * (beats[0].x1 - beats[0].x0) > 0
        assert way * (beats[0].x0 - nan[0].x0) > 0.5
        assert way * (beats[0].x1 - nan[0].x1) > 0.5


def test_who_follows_a_walker_goes_as_far() -> None:
    staging = stage(order("Ivy walks. Walter follows her.", IVY, WALTER))
    ivy, walter = (player(staging, name).beats[0] for name in ("IVY", "WALTER"))
    assert (ivy.x1 - ivy.x0) * (walter.x1 - walter.x0) > 0
    assert abs(walter.x1 - walter.x0) == pytest.approx(abs(ivy.x1 - ivy.x0), rel=0.1)


def test_whoever_enters_a_tight_shot_is_there_for_the_last_third() -> None:
    bear = SubjectOrder(name="BEAR", description="a huge black bear", look_seed=3, side=0)
    staging = stage(order("The bear emerges.", bear, setup=Setup(size=Size.MEDIUM_CLOSE)))
    assert player(staging, "BEAR").beats[0].end <= 0.62 * staging.seconds


def test_in_a_view_from_a_boat_the_boat_is_not_seen() -> None:
    tobin = SubjectOrder(name="TOBIN", description="a fisherman", look_seed=3, aboard="BOAT")
    boat, ferry = (SubjectOrder(name=name, description=f"a {name.lower()}", look_seed=4) for name in ("BOAT", "FERRY"))
    seen = stage(order("A ferry.", tobin, ferry, boat, setup=Setup(size=Size.FULL, angle=Angle.POINT_OF_VIEW)))
    assert [p.name for p in seen.players] == ["FERRY"]
    assert seen.focus == ("FERRY",)


def test_a_car_that_is_a_prop_is_as_big_as_a_car_and_a_toy_is_not() -> None:
    car, toy = (
        stage(order("Ivy waits.", IVY, props=(PropOrder(name=name, description=""),)))
        for name in ("red car", "toy car")
    )
    assert player(car, "red car").puppet.height > 1.2
    assert player(toy, "toy car").puppet.height < 0.6


def test_who_speaks_in_a_close_shot_is_framed_and_not_the_thing() -> None:
    line = LineOrder(speaker="IVY", text="Need a hand?", start=10, frames=40)
    helmet = (PropOrder(name="helmet", description=""),)
    close = {"setup": Setup(size=Size.CLOSE), "props": helmet}
    assert stage(order("A helmet. Ivy grins.", IVY, **close)).focus == ("helmet",)
    assert stage(order("A helmet. Ivy grins.", IVY, lines=(line,), **close)).focus == ("IVY",)


def test_on_the_back_is_on_what_was_named_before() -> None:
    bike, truck = (
        SubjectOrder(name=name, description=f"a {name.lower()}", look_seed=4) for name in ("MOTORCYCLE", "TRUCK")
    )
    seen = stage(order("The motorcycle races with Ivy on the back, the truck following behind.", bike, IVY, truck))
    ivy, under, behind = (player(seen, name).beats[0] for name in ("IVY", "MOTORCYCLE", "TRUCK"))
    assert ivy.x0 == pytest.approx(under.x0, abs=0.5)
    assert (behind.x1 - behind.x0) * (under.x1 - under.x0) > 0

"""What people ride, sit on and hold: it moves with them, stands where it is used, and the lens can see it."""

from __future__ import annotations

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.places import set_for
from engine.backends.animatic.blocking.sight import Window, cheated, window_of
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.framing import cut_of, subject_of
from engine.backends.animatic.puppets.casting import thing_for
from engine.backends.animatic.stage import Act, Beat, Player, Staging
from engine.film.rate import Raster
from engine.film.setup import Move, Setup, Size
from engine.plan.orders import PlaceOrder, PropOrder, ShotOrder, SubjectOrder
from engine.plan.reading import read_action

ANNA = SubjectOrder(name="ANNA", description="a woman, 30", look_seed=5, side=-1)
BEN = SubjectOrder(name="BEN", description="a man, 60, white beard", look_seed=9, side=1)
HORSE = SubjectOrder(name="HORSE", description="a white horse", look_seed=3, side=1)
CAR = SubjectOrder(name="CAR", description="a red car", look_seed=4, side=1)
TRAIN = SubjectOrder(name="TRAIN", description="a steam train", look_seed=4, side=1)
GULL = SubjectOrder(name="GULL", description="a white gull", look_seed=4, side=1)


def shot(
    action: str, *cast: SubjectOrder, props: tuple[str, ...] = (), size: Size = Size.FULL, move: Move = Move.STATIC
) -> Staging:
    return stage(
        ShotOrder(
            engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=96,  # pyright: ignore[reportArgumentType]
            action=action, place=PlaceOrder(name="FIELD", interior=False), setup=Setup(size=size, move=move), cast=cast,
            props=tuple(PropOrder(name=name) for name in props),
        )
    )  # fmt: skip


def named(staging: Staging, name: str) -> Player:
    return next(player for player in staging.players if player.name == name)


@pytest.mark.parametrize(("action", "mount"), [("Anna rides the horse.", HORSE), ("Anna drives the car.", CAR)])
def test_a_rider_sits_on_the_mount_and_goes_where_it_goes(action: str, mount: SubjectOrder) -> None:
    staging = shot(action, ANNA, mount)
    rider, carrier = named(staging, "ANNA"), named(staging, mount.name)
    assert {beat.act for beat in rider.beats} == {Act.SIT}
    assert [(beat.x0, beat.x1) for beat in rider.beats] == [(beat.x0, beat.x1) for beat in carrier.beats]
    assert carrier.beats[0].x0 != carrier.beats[0].x1
    assert 0.2 < rider.lift < carrier.puppet.height


def test_who_only_stands_by_a_horse_does_not_sit_on_it() -> None:
    assert named(shot("Anna looks at the horse.", ANNA, HORSE), "ANNA").lift == 0


def test_a_train_stands_behind_those_beside_it() -> None:
    staging = shot("The train waits. Anna waves.", TRAIN, ANNA)
    assert named(staging, "TRAIN").z > named(staging, "ANNA").z + 0.5
    assert "TRAIN" not in staging.focus


def test_a_bird_that_comes_to_stand_is_on_the_ground() -> None:
    assert named(shot("The gull flies in and stands in front of Anna.", ANNA, GULL), "GULL").lift == 0
    assert named(shot("The gull flies past Anna.", ANNA, GULL), "GULL").lift > 0


def test_a_table_stands_before_who_sits_at_it_with_small_things_on_it() -> None:
    staging = shot("Anna sits at the table. A candle, a plate.", ANNA, props=("candle", "table", "plate"))
    table, candle = named(staging, "table"), named(staging, "candle")
    assert table.z < named(staging, "ANNA").z
    assert candle.lift > 0.5 * table.puppet.height
    assert candle.z < table.z


def test_who_lies_in_bed_lies_on_it() -> None:
    staging = shot("Anna lies in bed.", ANNA, props=("bed",))
    assert pose_at(named(staging, "ANNA"), 1.0).lift > 0.2
    assert named(staging, "bed").beats[0].x0 == named(staging, "ANNA").beats[-1].x1


@pytest.mark.parametrize("size", [Size.MEDIUM, Size.MEDIUM_CLOSE, Size.CLOSE])
def test_a_prop_is_cheated_into_the_picture(size: Size) -> None:
    staging = shot("Anna looks at an apple.", ANNA, props=("apple",), size=size)
    window = window_of(staging, 16 / 9)
    apple = named(staging, "apple")
    assert window is not None
    assert window.bottom < apple.lift + 0.5 * apple.puppet.height < window.top
    assert window.left < apple.beats[0].x0 < window.right


def test_what_is_seen_already_stays_where_it_is() -> None:
    apple = thing_for("apple")
    there = Player("apple", apple, (Beat(Act.STAND, 0, 1, 0.2, 0.2, 0),), lift=0.5, is_thing=True)
    assert cheated(there, Window(-1, 1, 0, 2)) == there


@pytest.mark.parametrize("size", [Size.MEDIUM_CLOSE, Size.CLOSE, Size.CLOSE_UP])
def test_nothing_is_lifted_before_a_face(size: Size) -> None:
    staging = shot("Anna stands at the table.", ANNA, props=("table",), size=size)
    anna, table = named(staging, "ANNA").puppet, named(staging, "table")
    assert table.lift + table.puppet.height < 2 * anna.eye_line - anna.height + 0.03  # the chin, or just under it


@pytest.mark.parametrize("move", [Move.TILT_UP, Move.TILT_DOWN])
def test_what_is_in_the_picture_where_a_tilt_ends_stays_there(move: Move) -> None:
    at_rest = named(shot("Anna holds an umbrella. A table.", ANNA, props=("table", "umbrella")), "table").lift
    tilted = shot("Anna holds an umbrella. A table.", ANNA, props=("table", "umbrella"), move=move)
    assert named(tilted, "table").lift == at_rest == 0
    assert named(tilted, "umbrella").lift > 0.4 * named(tilted, "ANNA").puppet.height


def test_two_come_close_in_a_close_shot_and_both_are_framed() -> None:
    staging = shot("Anna runs to Ben.", ANNA, BEN, size=Size.CLOSE)
    assert set(staging.focus) == {"ANNA", "BEN"}


@pytest.mark.parametrize(("move", "way"), [(Move.TRUCK_LEFT, -1), (Move.TRUCK_RIGHT, 1), (Move.PAN_LEFT, -1)])
def test_people_go_the_way_the_camera_goes(move: Move, way: int) -> None:
    beat = named(shot("Anna runs along the street.", ANNA, move=move), "ANNA").beats[0]
    assert (beat.x1 - beat.x0) * way > 0


def test_guards_in_the_plural_all_act_and_things_leave_it_to_people() -> None:
    guards = [("GUARD 1", ("guard",)), ("GUARD 2", ("guard",)), ("ANNA", ())]
    reading = read_action("The guards chase Anna.", guards)
    assert {deed.doer for deed in reading.deeds if deed.act is Act.RUN} == {"GUARD 1", "GUARD 2", "ANNA"}
    leaning = read_action("He leans out of the window and waves.", [("BEN", ())], [("window", ())])
    assert [(deed.doer, deed.act) for deed in leaning.deeds] == [("BEN", Act.WAVE)]


def test_a_bare_verb_has_all_the_names_before_it() -> None:
    reading = read_action("Ben (60, bald) and his daughter Anna, 7, sit at the table.", [("BEN", ()), ("ANNA", ())])
    assert [deed.doer for deed in reading.deeds] == ["BEN", "ANNA"]


def test_the_doer_may_stand_behind_the_verb() -> None:
    reading = read_action("猎人坐在屋里，身边趴着一条狗。", [("猎人", ()), ("狗", ())])
    assert [(deed.doer, deed.act) for deed in reading.deeds] == [("猎人", Act.SIT), ("狗", Act.LIE)]


def test_a_named_place_keeps_its_set_whatever_is_done_there() -> None:
    sets = {
        set_for("OLD MILL", "", action, False, night=False) for action in ("He swims in the sea.", "She climbs a hill.")
    }
    assert len(sets) == 1


def test_a_close_up_in_a_boat_is_of_the_face_and_not_of_the_boat() -> None:
    boat = SubjectOrder(name="BOAT", description="a small boat", look_seed=4, side=1)
    sailor = BEN.with_(aboard="BOAT")
    assert shot("Ben looks up.", sailor, boat, size=Size.CLOSE_UP).focus == ("BEN",)


def test_the_hunter_stays_behind_the_hunted() -> None:
    staging = shot("Ben runs. Anna runs after Ben.", ANNA, BEN, move=Move.FOLLOW)
    ahead, behind = named(staging, "BEN").beats[0], named(staging, "ANNA").beats[0]
    assert (ahead.x1 - ahead.x0) * (behind.x1 - behind.x0) > 0
    assert (ahead.x0 - behind.x0) * (ahead.x1 - ahead.x0) > 0
    other = shot("Anna runs. Ben runs after Anna.", ANNA, BEN, move=Move.FOLLOW)
    ahead, behind = named(other, "ANNA").beats[0], named(other, "BEN").beats[0]
    assert (ahead.x0 - behind.x0) * (ahead.x1 - ahead.x0) > 0


def test_who_was_down_before_the_cut_is_down_after_it_and_rises_in_the_picture() -> None:
    sitter = ANNA.with_(posture="seated")
    still = named(shot("Anna looks at the sky.", sitter, props=("bench",)), "ANNA")
    rising = named(shot("Anna stands up and walks away.", sitter, props=("bench",)), "ANNA")
    assert {beat.act for beat in still.beats} == {Act.SIT, Act.LOOK}
    assert pose_at(still, 3.0).pose.seated
    assert [beat.act for beat in rising.beats][:2] == [Act.SIT, Act.STAND]
    assert rising.beats[-1].act is Act.EXIT
    assert rising.beats[0].end < 1.0


def test_the_bench_stands_where_somebody_sits_and_not_where_they_go() -> None:
    staging = shot("Anna walks to Ben.", ANNA.with_(posture="seated"), BEN, props=("bench",))
    assert named(staging, "bench").beats[0].x0 == pytest.approx(named(staging, "ANNA").beats[0].x0)


def test_a_wave_lifts_nobody_from_the_bench() -> None:
    waving = named(shot("Anna waves.", ANNA.with_(posture="seated")), "ANNA")
    assert [beat.act for beat in waving.beats] == [Act.SIT, Act.WAVE, Act.SIT, Act.SIT]
    seated, standing = (
        cut_of(player, pose_at(player, 1.5).pose).top for player in (waving, named(shot("Anna waves.", ANNA), "ANNA"))
    )
    assert seated < 0.85 * standing


def test_who_gets_up_from_a_bed_is_on_the_floor() -> None:
    sleeper = named(shot("Anna gets up.", ANNA.with_(posture="lying"), props=("bed",)), "ANNA")
    assert pose_at(sleeper, 0.1).lift > 0.2
    assert pose_at(sleeper, 3.5).lift == pytest.approx(0.0)


def test_who_kneels_has_no_stool_under_them() -> None:
    assert named(shot("Anna kneels.", ANNA), "ANNA").seat == "ground"
    assert named(shot("Anna waits.", ANNA.with_(posture="on the ground")), "ANNA").seat == "ground"
    assert named(shot("Anna sits.", ANNA), "ANNA").seat is None


def test_a_rider_is_framed_with_the_head() -> None:
    bicycle = SubjectOrder(name="BICYCLE", description="a bicycle", look_seed=3, side=1)
    assert shot("Anna rides the bicycle.", ANNA, bicycle, size=Size.FULL).focus[0] == "ANNA"


def test_an_umbrella_is_behind_the_face_and_not_before_it() -> None:
    staging = shot("Anna holds an umbrella.", ANNA, props=("umbrella",), size=Size.FULL)
    umbrella, anna = named(staging, "umbrella"), named(staging, "ANNA")
    assert umbrella.z > anna.z
    assert umbrella.lift + umbrella.puppet.height > anna.puppet.height


CAT = SubjectOrder(name="小猫", description="小猫", look_seed=4, side=-1)


@pytest.mark.parametrize(
    ("action", "furniture", "share"),
    [("小猫趴在桌上。", "桌子", 0.98), ("小猫睡在椅子上。", "椅子", 0.5), ("小猫站着。", "椅子", 0.0)],
)
def test_a_small_creature_on_furniture_is_up_there(action: str, furniture: str, share: float) -> None:
    staging = shot(action, CAT, props=(furniture,))
    cat, below = named(staging, "小猫"), named(staging, furniture)
    assert cat.lift == pytest.approx(share * below.puppet.height)
    assert not share or cat.beats[-1].x1 == pytest.approx(below.beats[-1].x1, abs=0.01)


def test_who_mounts_a_horse_sits_on_it() -> None:
    assert (
        named(shot("柳如烟翻身上马。", SubjectOrder(name="柳如烟", look_seed=1), HORSE.with_(name="马")), "柳如烟").lift
        > 0.3
    )


def test_whoever_brings_something_holds_it() -> None:
    carrier, other = SubjectOrder(name="林远", look_seed=1, side=-1), SubjectOrder(name="奶奶", look_seed=2, side=1)
    staging = shot("林远跑向奶奶，高举着信。", carrier, other, props=("信",))
    apart = {
        name: abs(named(staging, name).beats[-1].x1 - named(staging, "信").beats[-1].x1) for name in ("林远", "奶奶")
    }
    assert apart["林远"] < apart["奶奶"]


def test_a_ghost_hangs_upright_in_the_air() -> None:
    ghost = SubjectOrder(name="GHOST OF A GIRL", description="a girl, 8, pale", look_seed=4, side=1)
    player = named(shot("The ghost of a girl floats behind Anna.", ANNA, ghost), ghost.name)
    assert {beat.act for beat in player.beats} == {Act.STAND}
    assert player.lift > 0


def test_what_water_is_poured_over_is_in_nobodys_hand() -> None:
    staging = shot("Anna holds a bucket over the cake.", ANNA, props=("bucket", "cake"))
    bucket, cake = named(staging, "bucket"), named(staging, "cake")
    assert cake.lift < 0.3 < bucket.lift
    assert abs(cake.beats[0].x0 - bucket.beats[0].x0) > 0.1


def test_an_extreme_wide_shot_of_a_crow_shows_the_place() -> None:
    crow = SubjectOrder(name="CROW", description="a black crow", look_seed=4, side=1)
    assert subject_of(shot("A crow sits.", crow, size=Size.EXTREME_WIDE)).top > 1.5


def test_what_was_picked_up_in_an_earlier_shot_is_still_in_the_hand() -> None:
    def lantern(name: str, holder: str, action: str = "Anna looks at Ben.") -> list[Player]:
        order = still_holding.with_(action=action, props=(PropOrder(name=name, held_by=holder),))
        return [player for player in stage(order).players if player.is_thing]

    still_holding = ShotOrder(
        engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=96,  # pyright: ignore[reportArgumentType]
        place=PlaceOrder(name="FIELD", interior=False), setup=Setup(size=Size.FULL), cast=(ANNA, BEN),
    )  # fmt: skip
    assert [thing.carried_by for thing in lantern("lantern", "ANNA")] == ["ANNA"]
    assert [thing.carried_by for thing in lantern("lantern", "BEN")] == ["BEN"]
    assert lantern("lantern", "SOMEBODY ELSE") == []
    assert lantern("lighthouse", "ANNA") == []
    assert [thing.name for thing in lantern("lighthouse", "ANNA", "Anna looks at the lighthouse.")] == ["lighthouse"]


def test_a_cat_that_jumps_on_the_table_is_seen_up_there() -> None:
    staging = shot("小猫跳上桌子。", CAT, props=("桌子",))
    assert named(staging, "小猫").lift > 0.5


def test_who_sits_at_a_table_does_not_ride_what_comes_next() -> None:
    donkey = SubjectOrder(name="毛驴", description="毛驴", look_seed=3, side=1)
    staging = shot("老王坐在桌旁喝汤，毛驴探进头来。", SubjectOrder(name="老王", look_seed=1), donkey)
    assert named(staging, "老王").lift == 0


def test_a_lantern_that_is_hung_up_hangs() -> None:
    lone = SubjectOrder(name="沈梅", look_seed=1)
    hung, left = (
        named(shot(action, lone, props=("红灯笼",)), "红灯笼")
        for action in ("沈梅挂上一盏红灯笼。", "沈梅看见红灯笼。")
    )
    assert hung.lift > left.lift + 0.5


def test_who_rode_before_the_cut_sits_on_the_horse_facing_the_way_it_came() -> None:
    staging = shot("Anna looks at the hills.", ANNA.with_(aboard="HORSE"), HORSE)
    rider, horse = named(staging, "ANNA"), named(staging, "HORSE")
    assert rider.lift > 0.2
    assert (horse.beats[-1].yaw > 0, rider.beats[-1].yaw > 0) == (True, True)


def test_nobody_sits_on_what_does_not_carry() -> None:
    assert named(shot("Anna waits.", ANNA.with_(aboard="GULL"), GULL), "ANNA").lift == 0


@pytest.mark.parametrize(("action", "focus"), [("苏婉的信。", "信"), ("苏婉的眼泪滴在信上。", "苏婉")])
def test_a_close_up_of_somebodys_tears_is_of_the_face(action: str, focus: str) -> None:
    staging = shot(action, SubjectOrder(name="苏婉", look_seed=1), props=("信",), size=Size.CLOSE_UP)
    assert staging.focus[0] == focus


@pytest.mark.parametrize(("age", "before"), [("十二岁，女孩", False), ("四十岁，男人", True)])
def test_a_table_does_not_hide_a_child(age: str, before: bool) -> None:
    pupil = SubjectOrder(name="林小满", description=age, look_seed=1)
    staging = shot("林小满趴在桌上睡着了。", pupil, props=("桌子",))
    assert (named(staging, "桌子").z < named(staging, "林小满").z) is before


@pytest.mark.parametrize(
    ("action", "seen"),
    [
        ("Anna puts down the brush.", False),
        ("Anna sets the brush down and looks up.", False),
        ("Anna放下brush，望着窗外。", False),
        ("Anna lays the brush on the table.", True),
        ("Anna holds the brush.", True),
    ],
)
def test_what_is_put_down_in_a_close_up_does_not_hang_beside_the_face(action: str, seen: bool) -> None:
    close = shot(action, ANNA, props=("brush",), size=Size.CLOSE_UP)
    assert ("brush" in {player.name for player in close.players}) == seen
    assert "brush" in {player.name for player in shot(action, ANNA, props=("brush",)).players}

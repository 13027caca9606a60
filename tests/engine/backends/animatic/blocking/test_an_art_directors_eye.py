"""What looked wrong in finished films: flyers that sit, two who walk as one, rain indoors, a table nobody asked for."""

from __future__ import annotations

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.framing import subject_of
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.backends.animatic.stage import Act, Player, Staging
from engine.film.rate import FILM, Raster
from engine.film.setup import Setup, Size
from engine.plan.orders import PlaceOrder, PropOrder, ShotOrder, SubjectOrder
from engine.plan.reading import read_action

ANNA = SubjectOrder(name="ANNA", description="a girl, 10", look_seed=5, side=-1)
BEN = SubjectOrder(name="BEN", description="a boy, 10", look_seed=9, side=1)
BIRD = SubjectOrder(name="BIRD", description="a small blue bird", look_seed=3, side=0)


def shot(
    action: str, *cast: SubjectOrder, place: str = "FIELD", inside: bool | None = False, props: tuple[str, ...] = (), size: Size = Size.WIDE
) -> Staging:  # fmt: skip
    return stage(
        ShotOrder(
            engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=FILM, frames=96,
            action=action, place=PlaceOrder(name=place, interior=inside), setup=Setup(size=size), cast=cast,
            props=tuple(PropOrder(name=name) for name in props),
        )
    )  # fmt: skip


def named(staging: Staging, name: str) -> Player:
    return next(player for player in staging.players if player.name == name)


@pytest.mark.parametrize("action", ["The bird flies up into the sky.", "The bird takes wing.", "鸟飞向天空。"])
def test_who_flies_up_into_the_sky_rises_to_the_end(action: str) -> None:
    bird = named(shot(action, SubjectOrder(name="BIRD", aliases=("鸟",), description="a bird", look_seed=3)), "BIRD")
    heights = [pose_at(bird, t).lift for t in (0.2, 1.5, 3.9)]
    assert heights[0] < heights[1] < heights[2]
    assert heights[2] - heights[0] > 0.3


def test_who_flies_along_stays_level() -> None:
    bird = named(shot("The bird flies past.", BIRD), "BIRD")
    assert pose_at(bird, 3.9).lift == pytest.approx(pose_at(bird, 0.2).lift, abs=0.05)


def test_what_stands_beside_a_bird_on_the_wing_stands_on_the_ground() -> None:
    staging = shot("The bird flies past the barrel.", BIRD, props=("barrel",))
    assert named(staging, "barrel").lift == 0.0
    assert subject_of(staging).top >= 0.8, "two sparrows are not all there is in a wide shot"


def test_a_flying_car_that_is_alone_flies_past() -> None:
    car = named(shot("一辆飞车掠过。", place="城市", props=("飞车",), size=Size.EXTREME_WIDE), "飞车")
    assert isinstance(car.puppet, Vehicle)
    early, late = pose_at(car, 0.2), pose_at(car, 3.8)
    assert early.pose.act is Act.FLY
    assert late.x - early.x > 2
    assert late.lift > 1


@pytest.mark.parametrize("action", ["They walk away from the camera.", "两个孩子慢慢走远。"])
def test_two_who_walk_away_walk_side_by_side(action: str) -> None:
    staging = shot(action, ANNA, BEN, size=Size.FULL)
    anna, ben = (pose_at(named(staging, name), 3.5) for name in ("ANNA", "BEN"))
    assert ben.x - anna.x > 0.5
    assert anna.z > 1
    assert ben.z > 1


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("They embrace in the rain.", "street"), ("两人在雨中拥抱。", "street"), ("Anna runs into the pouring rain.", "street"),
        ("Anna looks out at the rain.", "bedroom"), ("安娜望着窗外的雨，在雨声中睡去。", "bedroom"), ("Anna watches Ben walk in the rain.", "bedroom"), ("They embrace.", "bedroom"),
    ],
)  # fmt: skip
def test_who_is_in_the_rain_is_out_of_doors(action: str, kind: str) -> None:
    assert shot(action, ANNA, BEN, place="BEDROOM", inside=True).scenery.kind == kind


@pytest.mark.parametrize("part", ["feet", "left ankle", "toes"])
def test_who_rubs_her_feet_washes_no_table(part: str) -> None:
    deeds = read_action(f"Anna sits on the bench and rubs her {part}.", [("Anna", ())]).of("Anna")
    assert [deed.act for deed in deeds] == [Act.SIT, Act.LOOK]
    assert read_action("Anna rubs the table.", [("Anna", ())]).of("Anna")[0].business == "wash"


def test_a_phone_that_buzzes_stays_where_it_is() -> None:
    assert not read_action("Her phone buzzes.", [("Anna", ())], [("phone", ())]).of("phone")


@pytest.mark.parametrize(
    ("action", "place", "props", "brought"),
    [
        ("Anna knocks at the door.", "STREET", ("door",), False), ("Anna knocks at the door.", "FIELD", ("door",), True), ("Anna lies in bed and the door closes.", "FIELD", ("door", "bed"), False),
        ("安娜敲门。", "街道", ("门",), False), ("Anna looks at the golden door.", "STREET", ("golden door",), True),
    ],
)  # fmt: skip
def test_no_door_stands_in_a_street_that_has_doors(
    action: str, place: str, props: tuple[str, ...], brought: bool
) -> None:
    staging = shot(action, ANNA, place=place, props=props)
    assert any("door" in player.name or "门" in player.name for player in staging.players) == brought


def test_a_door_that_a_shot_shows_alone_is_there() -> None:
    assert named(shot("The door.", place="STREET", props=("door",), size=Size.CLOSE), "door")


@pytest.mark.parametrize("action", ["日记本上画着两个小人，打着一把红伞。", "The 日记本 with a drawing of the 红伞."])
def test_what_is_only_drawn_on_a_page_does_not_stand_beside_it(action: str) -> None:
    staging = shot(action, place="BEDROOM", inside=True, props=("日记本", "红伞"), size=Size.CLOSE_UP)
    assert [player.name for player in staging.players] == ["日记本"]
    assert staging.focus == ("日记本",)

"""Small creatures on branches, roofs and shoulders; swimmers in the water; craft in the air; riders on dragons and birds."""

from __future__ import annotations

from typing import Literal

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.habitats import _LANDED
from engine.backends.animatic.blocking.riding import grown
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.framing import shoot_for
from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.perches import STANDS, Perch
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.sets.waters import SHORES
from engine.backends.animatic.stage import Act, Player, Staging
from engine.film.rate import FILM, Raster
from engine.film.setup import Angle, Setup, Size
from engine.plan.crowds import count_of
from engine.plan.orders import PlaceOrder, PropOrder, ShotOrder, SubjectOrder

CROW = SubjectOrder(name="CROW", description="a black crow", look_seed=3, side=1)
CAT = SubjectOrder(name="CAT", description="a grey cat", look_seed=4, side=1)
PARROT = SubjectOrder(name="PARROT", description="a green parrot", look_seed=4, side=1)
ANNA = SubjectOrder(name="ANNA", description="a woman, 30", look_seed=5, side=-1)
DRAGON = SubjectOrder(name="DRAGON", description="a red dragon", look_seed=5, side=1)
GOOSE = SubjectOrder(name="GOOSE", description="a white goose", look_seed=5, side=1)
WHALE = SubjectOrder(name="WHALE", description="a blue whale", look_seed=5, side=1)
SHARK = SubjectOrder(name="SHARK", description="a grey shark", look_seed=5, side=1)
SWAN = SubjectOrder(name="SWAN", description="a white swan", look_seed=5, side=1)
UFO = SubjectOrder(name="UFO", description="a flying saucer", look_seed=5, side=1)
ZH = {
    "乌鸦": "一只黑乌鸦",
    "小猫": "一只小猫",
    "鹦鹉": "一只绿鹦鹉",
    "阿明": "十岁男孩",
    "青龙": "一条青龙",
    "仙鹤": "一只仙鹤",
}


def zh(name: str, side: Literal[-1, 0, 1] = 1) -> SubjectOrder:
    return SubjectOrder(name=name, description=ZH[name], look_seed=len(name) + 3, side=side)


def shot(
    action: str, *cast: SubjectOrder, place: str = "FIELD", props: tuple[str, ...] = (), size: Size = Size.WIDE
) -> Staging:
    return stage(
        ShotOrder(
            engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=24, frames=96,  # pyright: ignore[reportArgumentType]
            action=action, place=PlaceOrder(name=place, interior=False), setup=Setup(size=size), cast=cast,
            props=tuple(PropOrder(name=name) for name in props),
        )
    )  # fmt: skip


def named(staging: Staging, name: str) -> Player:
    return next(player for player in staging.players if player.name == name)


def perches(staging: Staging) -> list[Player]:
    return [player for player in staging.players if isinstance(player.puppet, Perch)]


@pytest.mark.parametrize(
    ("action", "who", "kind"),
    [
        ("The crow sits on a branch.", CROW, "branch"), ("The crow lands on the telephone wire.", CROW, "wire"), ("The cat walks along the roof of the house.", CAT, "roof"),
        ("The cat sleeps on the garden wall.", CAT, "wall"), ("The crow perches on a lamp post and looks around.", CROW, "lamp"), ("The cat sits on the window sill.", CAT, "sill"),
        ("The crow stands on a wooden fence.", CROW, "fence"), ("The crow is perched atop an old signpost.", CROW, "post"), ("乌鸦落在树枝上。", zh("乌鸦"), "branch"),
        ("乌鸦停在电线上。", zh("乌鸦"), "wire"), ("小猫趴在屋顶上。", zh("小猫"), "eastern roof"), ("小猫蹲在墙头。", zh("小猫"), "wall"), ("小猫睡在窗台上。", zh("小猫"), "sill"),
    ],
)  # fmt: skip
def test_who_is_up_there_has_something_under_its_feet(action: str, who: SubjectOrder, kind: str) -> None:
    staging = shot(action, who)
    (stand,) = perches(staging)
    assert isinstance(stand.puppet, Perch)
    assert stand.puppet.kind == kind
    player = named(staging, who.name)
    end = pose_at(player, 3.9)
    assert end.lift == pytest.approx(stand.puppet.height, abs=0.02)
    assert abs(end.x - stand.beats[0].x0) < stand.puppet.width / 2
    assert stand.z > player.z


@pytest.mark.parametrize(
    "action",
    [
        "The crow sits down.", "The cat looks at the roof.", "The crow flies over the wall.", "The cat walks past the fence.", "The cat hides behind the wall.",
        "The crow looks up at the branch.",
    ],
)  # fmt: skip
def test_what_is_only_looked_at_or_passed_is_no_perch(action: str) -> None:
    staging = shot(action, CROW if "crow" in action else CAT)
    assert not perches(staging)


def test_a_person_on_a_wall_is_no_bird() -> None:
    assert not perches(shot("Anna sits on the wall.", ANNA))


def test_a_branch_that_is_a_prop_is_not_drawn_twice() -> None:
    staging = shot("The crow sits on the branch.", CROW, props=("branch",))
    assert len(perches(staging)) == 1
    assert [player.name for player in staging.players].count("branch") == 1


def test_a_butterfly_nobody_cast_rests_on_its_flower() -> None:
    staging = shot("A butterfly rests on a flower.", props=("butterfly", "flower"))
    butterfly, flower = named(staging, "butterfly"), named(staging, "flower")
    assert isinstance(flower.puppet, Perch)
    assert butterfly.lift == pytest.approx(flower.puppet.height)


@pytest.mark.parametrize(
    ("action", "cast"),
    [
        ("Anna walks home. The parrot sits on Anna's shoulder.", (ANNA, PARROT)),
        ("阿明走来。鹦鹉落在阿明的肩上。", (zh("阿明", -1), zh("鹦鹉"))),
    ],
)
def test_a_parrot_on_a_shoulder_goes_where_the_shoulder_goes(action: str, cast: tuple[SubjectOrder, ...]) -> None:
    staging = shot(action, *cast)
    owner, parrot = named(staging, cast[0].name), named(staging, cast[1].name)
    for seconds in (0.5, 2.0, 3.5):
        a, b = pose_at(owner, seconds), pose_at(parrot, seconds)
        assert abs(a.x - b.x) < 0.35
        assert 0.6 * owner.puppet.height < b.lift - a.lift < owner.puppet.height


def test_every_perch_stays_within_its_bounds_and_reaches_its_surface() -> None:
    import numpy as np
    import skia

    from engine.backends.animatic.stage import Pose

    for kind in STANDS:
        puppet = Perch(kind, 1.6)
        pixels = np.zeros((400, 800, 4), np.uint8)
        canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(800, 400), pixels).getCanvas()
        canvas.translate(400, 300)
        canvas.scale(50, 50)
        puppet.draw(canvas, Pose())
        rows, columns = np.flatnonzero(pixels[..., 3].any(1)), np.flatnonzero(pixels[..., 3].any(0))
        box = puppet.bounds(Pose())
        assert rows[0] >= 300 + box.top() * 50 - 1
        assert columns[0] >= 400 + box.left() * 50 - 1
        assert columns[-1] <= 400 + box.right() * 50 + 1
        assert pixels[300 - 80 : 300 - 68, 397:403, 3].any(), kind


@pytest.mark.parametrize(
    ("action", "cast"),
    [
        ("Anna rides on the back of the dragon. The dragon flies.", (ANNA, DRAGON)), ("Anna rides the goose. The goose flies over the hills.", (ANNA, GOOSE)),
        ("阿明骑在青龙背上，青龙飞过山谷。", (zh("阿明", -1), zh("青龙"))), ("阿明骑着仙鹤。仙鹤飞过山谷。", (zh("阿明", -1), zh("仙鹤"))),
    ],
)  # fmt: skip
def test_dragons_and_birds_carry_riders(action: str, cast: tuple[SubjectOrder, ...]) -> None:
    staging = shot(action, *cast)
    rider, mount = named(staging, cast[0].name), named(staging, cast[1].name)
    assert {beat.act for beat in rider.beats} == {Act.SIT}
    assert Act.FLY in {beat.act for beat in mount.beats}
    for seconds in (0.5, 2.0, 3.5):
        a, b = pose_at(rider, seconds), pose_at(mount, seconds)
        assert abs(a.x - b.x) < 0.1
        assert 0 < a.lift - b.lift < mount.puppet.height
    assert rider.z < mount.z
    assert mount.puppet.width > 0.8 * rider.puppet.height


def test_a_goose_that_carries_nobody_stays_a_goose() -> None:
    bird = puppet_for("GOOSE", "a white goose", "", 5)
    assert isinstance(bird, Bird)
    big = grown(bird)
    assert isinstance(big, Bird)
    assert big.long > 1.4 > bird.long
    assert named(shot("The goose flies.", GOOSE), "GOOSE").puppet.width < 1.3


def test_a_whale_is_in_the_water_and_people_are_on_the_beach() -> None:
    staging = shot("Anna watches. The whale swims past.", ANNA, WHALE, place="BEACH")
    anna, whale = named(staging, "ANNA"), named(staging, "WHALE")
    assert anna.z < 1 < whale.z
    assert whale.lift < 0 == anna.lift


def test_a_shark_swims_off_the_ground_under_water() -> None:
    staging = shot("The shark swims past.", SHARK, place="UNDERWATER")
    if staging.scenery.kind == "underwater":
        assert named(staging, "SHARK").lift > 0.2


def test_a_swan_swims_on_the_river_and_walks_on_its_bank() -> None:
    assert named(shot("The swan swims on the water.", SWAN, place="RIVER"), "SWAN").z > 1
    assert named(shot("The swan walks along the path.", SWAN, place="RIVER"), "SWAN").z < 1


def test_who_takes_off_climbs_steeply_and_who_lands_comes_down() -> None:
    crane = named(shot("The goose stands on the bank, then takes off and flies over the hill.", GOOSE), "GOOSE")
    flight = next(beat for beat in crane.beats if beat.act is Act.FLY)
    ground, early, late = (
        pose_at(crane, t).lift for t in (0.0, flight.start + 0.3 * (flight.end - flight.start), flight.end - 0.05)
    )
    assert ground == pytest.approx(0, abs=0.02)
    assert early > 0.45 * late > 0.2
    eagle = named(shot("The crow flies in and lands on the ground.", CROW), "CROW")
    heights = [pose_at(eagle, t / 10).lift for t in range(40)]
    assert max(heights[:8]) > 0.3
    assert heights[-1] == pytest.approx(0, abs=0.02)
    assert pose_at(eagle, 3.9).pose.act is Act.STAND


def test_who_flies_away_does_not_walk_through_the_air() -> None:
    crow = named(shot("The crow flies away.", CROW), "CROW")
    assert {beat.act for beat in crow.beats} == {Act.FLY}


def test_a_saucer_hovers_and_a_landed_one_stands() -> None:
    assert named(shot("The UFO hovers over the field.", UFO), "UFO").lift > 0.5
    assert named(shot("The UFO has landed on the grass.", UFO), "UFO").lift == 0
    assert _LANDED.search("停在草地上")


def test_a_cyclist_pedals_as_far_as_the_wheels_have_rolled() -> None:
    bicycle = SubjectOrder(name="BICYCLE", description="a bicycle", look_seed=5, side=1)
    rider = named(shot("Anna rides the bicycle down the road.", ANNA, bicycle), "ANNA")
    assert isinstance(rider.puppet, Person)
    feet = []
    for tenth in range(10, 30):
        pose = pose_at(rider, tenth / 10).pose
        assert pose.seat == "pedals"
        left, right = rider.puppet.bones(pose).ankle
        feet.append((left[1], right[1]))
    assert max(left for left, _ in feet) - min(left for left, _ in feet) > 0.1
    assert all(abs((left + right) - (feet[0][0] + feet[0][1])) < 0.02 for left, right in feet)


def test_a_car_that_has_arrived_still_points_the_way_it_came() -> None:
    car = SubjectOrder(name="CAR", description="a red car", look_seed=5, side=1)
    staging = shot("Anna waits. The car drives up and stops.", ANNA, car)
    beats = named(staging, "CAR").beats
    ways = [beat.yaw > 0 for beat in beats if abs(beat.x1 - beat.x0) > 0.02 or beat is beats[-1]]
    assert len(set(ways)) == 1


def test_a_fish_swims_through_the_whole_shot() -> None:
    fish = SubjectOrder(name="FISH", description="a small fish", look_seed=5, side=1)
    swum = named(shot("The fish swims past.", fish, place="UNDERWATER"), "FISH").beats
    assert max(beat.end - beat.start for beat in swum if abs(beat.x1 - beat.x0) > 0.02) > 2.5


def test_a_skein_of_geese_flies_together() -> None:
    geese = [
        SubjectOrder(
            name=f"GOOSE {i}", aliases=("GOOSE",), description="a white goose", look_seed=i, side=1 - 2 * (i % 2)
        )  # pyright: ignore[reportArgumentType]
        for i in (1, 2)
    ]
    staging = shot("Twelve geese fly over the field.", *geese)
    row = next(player for player in staging.players if "…" in player.name)
    lead = named(staging, "GOOSE 1")
    assert lead.lift > 0.2
    assert row.lift == lead.lift


@pytest.mark.parametrize(
    ("action", "noun", "many"),
    [("A herd of horses gallops past.", "horse", 9), ("A school of silver fish.", "fish", 16), ("School children run.", "fish", 0), ("A pack of wolves howls.", "wolf", 9)],
)  # fmt: skip
def test_a_herd_is_more_than_two(action: str, noun: str, many: int) -> None:
    assert count_of(action, noun) == many


BOAT = SubjectOrder(name="BOAT", description="a small boat", look_seed=5, side=1)


def _harbour(setup: Setup, *cast: SubjectOrder) -> Staging:
    return stage(
        ShotOrder(
            engine="animatic", style="paper", language="en", raster=Raster(width=320, height=180), rate=FILM, frames=96,
            action="The boat tosses on the waves, seen by Anna.", place=PlaceOrder(name="HARBOUR", interior=False),
            setup=setup, cast=cast, props=(),
        )
    )  # fmt: skip


@pytest.mark.parametrize(("angle", "cast"), [(Angle.POINT_OF_VIEW, (ANNA, BOAT)), (Angle.OVER_SHOULDER, (BOAT, ANNA))])
def test_a_boat_that_is_looked_at_from_the_quay_is_seen_over_its_edge(
    angle: Angle, cast: tuple[SubjectOrder, ...]
) -> None:
    staging = _harbour(Setup(size=Size.FULL, angle=angle), *cast)
    boat, camera = named(staging, "BOAT"), shoot_for(staging, 16 / 9).middle
    quay = SHORES["harbour"]
    seen_from = camera.y - camera.y * (boat.z - camera.z) / (
        quay - camera.z
    )  # where the sight line over the edge meets the boat
    assert camera.z > quay or seen_from < boat.lift + boat.puppet.height / 2


def test_a_boat_beside_somebody_on_the_quay_stays_beside_it() -> None:
    staging = _harbour(Setup(size=Size.WIDE), ANNA, BOAT)
    assert named(staging, "BOAT").z < SHORES["harbour"] + 1


def test_over_a_shoulder_a_boat_is_whole() -> None:
    tall = shoot_for(_harbour(Setup(size=Size.MEDIUM, angle=Angle.OVER_SHOULDER), BOAT, ANNA), 16 / 9).frame.tall
    assert tall * 16 / 9 > named(_harbour(Setup(size=Size.MEDIUM), BOAT), "BOAT").puppet.width

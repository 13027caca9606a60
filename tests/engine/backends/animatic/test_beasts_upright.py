"""Beasts on end: pandas sit and eat out of the paw, cats sleep curled, monkeys sit, kneel, bow, climb and give."""

from __future__ import annotations

from dataclasses import replace

import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.bearing import build_of, upright
from engine.backends.animatic.puppets.breeds import Breed
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.puppets.wild.clever import Clever
from engine.backends.animatic.puppets.wild.menagerie import creature
from engine.backends.animatic.puppets.wild.primates import Body, joints
from engine.backends.animatic.stage import Act, Handed, Pose
from engine.film.rate import FILM, Raster
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def breed(name: str) -> Breed:
    puppet = puppet_for(name, name, "", 5, (), ())
    assert isinstance(puppet, Quadruped)
    return puppet.breed


def monkey(business: str, act: Act = Act.BUSINESS, t: float = 1.2, gone: float = 0.0, *, seated: bool = False) -> Body:
    puppet = creature("wild:monkey", 1.0)
    assert isinstance(puppet, Clever)
    on_the_way = {"span": 1.0, "gone": gone, "travel": 0.4} if act is Act.WALK else {}
    pose = Pose(act=act, business=business, phase=t, length=3.0, yaw=70, before=Act.STAND, seated=seated)
    return puppet.body(replace(pose, **on_the_way))


@pytest.mark.parametrize("name", ["panda", "bear", "squirrel", "red panda", "大熊猫"])
def test_who_has_hands_sits_up_and_eats_out_of_them(name: str) -> None:
    one = breed(name)
    sitting = build_of(one, Pose(act=Act.SIT, phase=3, yaw=60), 1.0)
    assert sitting.chest[1] > sitting.rump[1] + 0.8 * (one.long - one.deep)
    eating = build_of(one, Pose(act=Act.BUSINESS, business="eat", phase=3, length=4, yaw=60), 1.0)
    assert eating.feet[1][1] > eating.chest[1]


def test_a_panda_holds_what_it_carries_in_the_paw_and_a_dog_has_none() -> None:
    panda, dog = (puppet_for(name, name, "", 5, (), ()) for name in ("panda", "dog"))
    assert isinstance(panda, Handed)
    assert not isinstance(dog, Handed)
    for yaw in (70.0, -70.0):
        across, up = panda.grasp(Pose(carries=True, phase=2, yaw=yaw)) or (0.0, 0.0)
        assert across * yaw > 0
        assert 0.3 < up < 1.0


def test_a_horse_keeps_its_feet_and_a_dog_its_haunches() -> None:
    horse = build_of(breed("horse"), Pose(act=Act.BUSINESS, business="eat", phase=3, length=4, yaw=60), 1.0)
    assert max(y for _, y in horse.feet) == 0
    assert horse.reared == 0
    dog = build_of(breed("dog"), Pose(act=Act.SIT, phase=3, yaw=60), 1.0)
    assert dog.chest[1] > dog.rump[1] + 0.3
    assert dog.feet[0][1] == 0


@pytest.mark.parametrize(
    ("name", "curled"), [("cat", 1.0), ("dog", 1.0), ("fox", 1.0), ("horse", 0.0), ("rabbit", 0.0)]
)
def test_cats_and_dogs_sleep_curled_and_lie_awake(name: str, curled: float) -> None:
    one = breed(name)
    assert build_of(one, Pose(act=Act.LIE, business="sleep", phase=3), 1.0).curled == curled
    awake = build_of(one, Pose(act=Act.LIE, phase=3), 1.0)
    assert awake.curled == awake.lids == 0


def test_claws_climb_upright_and_hooves_do_not() -> None:
    cat = build_of(breed("cat"), Pose(act=Act.WALK, business="climb", phase=1, yaw=80, span=1.0, gone=0.4), 0.3)
    assert cat.chest[1] > cat.rump[1] + 0.5
    assert min(cat.feet[0][1], cat.feet[1][1]) > cat.chest[1]
    goat = build_of(breed("goat"), Pose(act=Act.WALK, business="climb", phase=1, yaw=80, span=1.0, gone=0.4), 0.3)
    assert goat.reared == 0
    bear = breed("bear")
    standing = build_of(bear, Pose(act=Act.BUSINESS, business="dance", phase=2, length=4), 1.0)
    seated = upright(bear, standing, seated=True)
    assert standing.chest[1] > seated.chest[1] + 0.15


def test_a_monkey_sits_kneels_bows_and_lies() -> None:
    still = monkey("", Act.STAND)
    sits, kneels, lies = monkey("", Act.SIT), monkey("kneel", Act.SIT), monkey("sleep", Act.LIE)
    assert sits.hip[1] > still.hip[1] + 0.1
    assert abs(sits.shoulder[0] - sits.hip[0]) < 0.15 < still.shoulder[0] - still.hip[0]
    assert kneels.feet[0][0] < kneels.hip[0]
    assert joints(kneels)["knee near"][1] > -0.08
    assert lies.head[1] > -0.3
    assert monkey("bow", t=1.5).head[0] > monkey("bow", t=2.95).head[0] + 0.1
    assert max(monkey("kowtow", Act.SIT, t / 10).head[1] for t in range(10, 40)) > -0.3


def test_a_monkey_eats_on_its_haunches_gives_on_its_feet_and_climbs_hand_over_hand() -> None:
    eats = monkey("eat")
    assert eats.hip[1] > -0.2
    assert abs(eats.hands[0][1] - eats.head[1]) < 0.25
    gives = monkey("give")
    assert gives.hip[1] < -0.35
    assert gives.hands[0][0] > gives.shoulder[0] + 0.4
    heights = [monkey("climb", Act.WALK, 1.0, g / 20).hands for g in range(20)]
    assert any(near[1] < far[1] for near, far in heights)
    assert any(near[1] > far[1] for near, far in heights)


def test_a_seated_monkey_gives_from_its_seat() -> None:
    assert monkey("nod", seated=True).hip[1] > -0.2


def test_a_panda_eats_from_its_seat() -> None:
    script = "EXT. BAMBOO GROVE - DAY\n\nFULL SHOT. PANPAN, a giant panda, sits down and eats a bamboo shoot.\n"
    ((_, order),) = orders(breakdown(read_text(script), rate=FILM, raster=Raster(width=320, height=180)))
    (panda,) = (p for p in stage(order).players if p.name == "PANPAN")
    assert [b.business for b in panda.beats if b.business] == ["eat"]
    assert pose_at(panda, panda.beats[-1].end - 0.1).pose.seated

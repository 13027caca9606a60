"""Close shots of animals show their heads, lamps light what is near, and seats fit the place: checked on frames and poses."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.puppets.casting import puppet_for, thing_for
from engine.backends.animatic.puppets.nouns import picture_of
from engine.backends.animatic.sets.desert import is_arid
from engine.backends.animatic.sets.eastern import is_eastern
from engine.backends.animatic.stage import Act, Beat, Face, Faced, Player, Pose, SetOrder, Staging
from engine.backends.animatic.theatre import Theatre, lamps_of, seated
from engine.film.rate import Raster
from engine.film.setup import Setup, Size

RASTER = Raster(width=320, height=180)
RATE = Fraction(24)


def _staging(player: Player, size: Size, *others: Player, kind: str = "forest", hour: str = "day") -> Staging:
    scenery = SetOrder(kind, hour, "clear", 3)  # pyright: ignore[reportArgumentType]
    return Staging(Setup(size=size), scenery, (player, *others), (player.name,), 3.0, 1)


def _standing(name: str, act: Act = Act.STAND, description: str = "") -> Player:
    return Player(name, puppet_for(name, description, "", 7), (Beat(act, 0.0, 3.0, 0.0, 0.0, 60.0),), seed=2)


@pytest.mark.parametrize("name", ["fox", "horse", "cat", "egret", "sparrow", "rooster", "elephant"])
@pytest.mark.parametrize("size", [Size.CLOSE_UP, Size.CLOSE])
def test_a_close_shot_of_an_animal_has_its_face_in_the_middle(name: str, size: Size) -> None:
    player = _standing(name)
    staging = _staging(player, size)
    theatre = Theatre(staging, RASTER, RATE)
    placed = pose_at(player, 1.5)
    assert isinstance(player.puppet, Faced)
    face = player.puppet.face(placed.pose)
    assert isinstance(face, Face)
    x, y = theatre.camera(36).point(placed.x + face.x, face.y, 0.0)
    assert abs(x) < 0.35
    assert abs(y) < 0.45
    assert theatre.mask(name, 36).mean() > 0.06


def test_an_egret_is_tall_whatever_plain_words_describe_it() -> None:
    egret = puppet_for("白鹭", "一只白色的鸟，长腿长颈", "", 5)
    assert 0.8 < egret.height < 1.2


def test_who_lies_is_framed_by_the_face_in_a_close_shot() -> None:
    player = _standing("ANN", Act.LIE, "a young woman")
    theatre = Theatre(_staging(player, Size.CLOSE), RASTER, RATE)
    placed = pose_at(player, 1.8)
    assert isinstance(player.puppet, Faced)
    face = player.puppet.face(placed.pose)
    assert face is not None
    assert abs(face.x) > 0.3
    assert abs(theatre.camera(36).point(placed.x + face.x, face.y, 0.0)[0]) < 0.5


def test_a_lantern_lights_its_neighbours_by_night_only() -> None:
    ann = _standing("ANN", description="a young woman")
    lantern = Player(
        "lantern", thing_for("lantern"), (Beat(Act.STAND, 0.0, 3.0, 0.5, 0.5, 0.0),), lift=0.8, is_thing=True
    )
    staging = _staging(ann, Size.FULL, lantern, hour="night")
    stone = replace(lantern, puppet=thing_for("stone"))
    lit = Theatre(staging, RASTER, RATE).picture(12)
    unlit = Theatre(replace(staging, players=(ann, stone)), RASTER, RATE).picture(12)
    assert np.asarray(lit[:, :, 2], float).mean() > np.asarray(unlit[:, :, 2], float).mean() + 2
    assert lamps_of(staging) == (lantern,)
    assert lamps_of(_staging(ann, Size.FULL, lantern)) == ()


def test_nobody_brings_a_stool_outdoors_or_aboard() -> None:
    ann = _standing("ANN", Act.SIT, "a young woman")
    assert pose_at(seated(_staging(ann, Size.FULL)).players[0], 1.0).pose.seat == "ground"
    assert pose_at(seated(_staging(ann, Size.FULL, kind="room")).players[0], 1.0).pose.seat == "stool"
    aboard = replace(ann, lift=0.3)
    assert pose_at(seated(_staging(aboard, Size.FULL)).players[0], 1.0).pose.seat == "none"
    bench = Player("bench", thing_for("bench"), (Beat(Act.STAND, 0.0, 3.0, 1.0, 1.0, 0.0),), is_thing=True)
    assert pose_at(seated(_staging(ann, Size.FULL, bench)).players[0], 1.0).pose.seat == "stool"


def test_who_sits_on_the_ground_is_lower_than_on_a_stool() -> None:
    puppet = puppet_for("ANN", "a young woman", "", 7)
    low, high = (puppet.bounds(Pose(act=Act.SIT, phase=3.0, seat=seat)).top() for seat in ("ground", "stool"))
    assert low > high + 0.2


@pytest.mark.parametrize("words", ["外景 江边 黄昏", "内景 书房", "EXT. TEMPLE - DAY"])
def test_chinese_places_are_dressed_so(words: str) -> None:
    assert is_eastern(SetOrder("street", "day", "clear", 1, words=words))


@pytest.mark.parametrize("words", ["内景 医院 病房", "外景 学校 操场", "EXT. HARBOUR - DAY", "外景 沙漠"])
def test_modern_and_foreign_places_are_not(words: str) -> None:
    assert not is_eastern(SetOrder("street", "day", "clear", 1, words=words))


def test_a_desert_is_known_by_its_words() -> None:
    assert is_arid(SetOrder("mountains", "day", "clear", 1, words="EXT. DESERT - DAY"))
    assert not is_arid(SetOrder("mountains", "day", "clear", 1, words="EXT. HILLSIDE - DAY"))


@pytest.mark.parametrize(
    "noun", ["钓竿", "fishing rod", "letter", "拐杖", "油纸伞", "sack", "barrel", "柳枝", "屏风", "锅"]
)
def test_film_nouns_have_their_own_picture(noun: str) -> None:
    assert picture_of(noun) is not None


@pytest.mark.parametrize("trade", ["guard", "mechanic", "judge", "scientist"])
def test_no_picture_plays_a_person(trade: str) -> None:
    assert picture_of(trade) is None

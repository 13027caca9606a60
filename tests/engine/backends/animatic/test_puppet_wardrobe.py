"""The wardrobe reads English and Chinese descriptions, casting finds the head noun, and nouns find their pictures."""

from __future__ import annotations

import numpy as np
import pytest
import skia

from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.casting import is_drawn, puppet_for, thing_for
from engine.backends.animatic.puppets.colours import apart, colours_in
from engine.backends.animatic.puppets.nouns import picture_of
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.puppets.things import Card, Thing
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.backends.animatic.puppets.wardrobe import costume_of
from engine.backends.animatic.stage import Pose


@pytest.mark.parametrize(
    ("name", "description", "facts"),
    [
        ("IRIS", "a girl of 8 in a yellow raincoat and red boots", {"age": "child", "female": True, "garment": "raincoat", "boots": True}),
        ("GRANDMOTHER", "in a purple cardigan, grey bun, glasses", {"age": "elder", "female": True, "garment": "sweater", "hair": "bun", "glasses": True}),
        ("DETECTIVE", "tall thin man in a brown trench coat and fedora", {"build": "thin", "female": False, "garment": "coat", "hat": "fedora"}),
        ("BAKER", "a round man in a white apron, moustache", {"build": "round", "beard": "moustache"}),
        ("李白", "诗人，白色长袍，长须", {"garment": "robe", "beard": "long", "female": False}),
        ("小雨", "8岁女孩，红色连衣裙，双马尾", {"age": "child", "female": True, "garment": "dress", "hair": "braids"}),
        ("渔翁", "老人，斗笠，蓑衣", {"age": "elder", "female": False, "hat": "douli", "garment": "raincoat"}),
        ("王奶奶", "60岁，戴眼镜，胖", {"age": "elder", "female": True, "glasses": True, "build": "round"}),
        ("KAI", "teenage boy, hoodie, cap", {"age": "teen", "female": False, "garment": "sweater", "hat": "cap"}),
        ("将军", "红色斗篷，黑胡子", {"female": False}),
        ("陈姨", "老板娘，女子", {"age": "adult", "female": True}),
        ("DRAGAN", "a man in sunglasses", {"glasses": True}),
        ("老张", "光头，灰色大衣", {"hair": "bald", "garment": "coat"}),
        ("ANNA", "in her 30s, curly ginger hair, a green scarf", {"age": "adult", "hair": "curly", "female": True}),
    ],
)  # fmt: skip
def test_descriptions_are_read(name: str, description: str, facts: dict[str, object]) -> None:
    costume = costume_of(name, description, "", 5)
    assert {key: getattr(costume, key) for key in facts} == facts


@pytest.mark.parametrize(
    ("description", "part", "colour"),
    [
        ("a woman in a red coat", "colour", "red"),
        ("a man in a dark green wool sweater and blue trousers", "bottom_colour", "blue"),
        ("a girl with long black hair, yellow dress", "hair_colour", "black"),
        ("a girl with long black hair, yellow dress", "colour", "yellow"),
        ("a boy with a blue scarf, in a brown jacket", "scarf", "blue"),
        ("70, a tall postman with a white beard, a blue coat and a green cap", "hat_colour", "green"),
        ("70, a tall postman with a white beard, a blue coat and a green cap", "hair_colour", "white"),
        ("70, a tall postman with a white beard, a blue coat and a green cap", "colour", "blue"),
        ("红色大衣的女人", "colour", "红"),
        ("女子，穿着青色汉服，系着白围巾", "colour", "青"),
        ("穿黑色长袍、白胡子的老人", "colour", "黑"),
    ],
)
def test_colours_go_to_the_clothes_they_belong_to(description: str, part: str, colour: str) -> None:
    costume = costume_of("ALEX", description, "", 3)
    wanted = colours_in(colour)[0][2]
    assert apart(getattr(costume, part), wanted) < 0.12


@pytest.mark.parametrize(
    ("name", "description", "colour"),
    [
        ("MARY", "a woman in a red coat", "red"), ("TOM", "a boy in a green sweater", "green"), ("阿青", "女子，紫色长袍", "紫"),
        ("FOX", "a white fox", "white"), ("CAR", "a blue car", "blue"), ("CROW", "a purple crow", "purple"),
        ("balloon", "a yellow balloon", "yellow"), ("kite", "green kite", "green"),
    ],
)  # fmt: skip
def test_named_colours_are_found_in_the_pixels(name: str, description: str, colour: str) -> None:
    puppet = puppet_for(name, description, "", 9)
    scale = 180 / max(puppet.height, puppet.width)
    surface = skia.Surface(300, 300)
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.translate(150, 240)
    canvas.scale(scale, scale)
    puppet.draw(canvas, Pose(yaw=40))
    pixels = surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kRGBA_8888_ColorType)
    solid = pixels[pixels[..., 3] == 255][:, :3].astype(int)
    wanted = colours_in(colour)[0][2]
    target = np.array([int(wanted[i : i + 2], 16) for i in (1, 3, 5)])
    near = np.abs(solid - target).max(-1) < 46
    assert near.mean() > 0.12


def test_a_look_wins_over_the_description() -> None:
    assert costume_of("MARY", "a woman in a red coat", "blue dress", 4).garment == "dress"


def test_the_palette_dresses_who_is_not_described() -> None:
    assert costume_of("MARY", "", "", 4, ("#336699",)).colour == "#336699"


@pytest.mark.parametrize(
    ("name", "description", "kind"),
    [
        ("MARY", "", Person), ("FOX", "", Quadruped), ("REX", "an old brown dog", Quadruped), ("白马", "", Quadruped), ("马丽", "", Person),
        ("阿黄", "一只黄狗", Quadruped), ("少年", "骑马的少年", Person), ("TAXI DRIVER", "50", Person), ("TAXI", "", Vehicle), ("孤舟", "", Vehicle),
        ("PIP", "a tiny sparrow", Bird), ("鹤", "", Bird), ("IVY", "a girl with a dog", Person), ("MR FOX", "a gentleman in a green suit", Person),
        ("BALLOON", "a red balloon", Thing), ("ROBOT", "", Thing), ("老翁", "独钓寒江", Person), ("ROSE", "", Person), ("TWO FOXES", "", Quadruped),
    ],
)  # fmt: skip
def test_casting_finds_who_plays(name: str, description: str, kind: type) -> None:
    assert isinstance(puppet_for(name, description, "", 1), kind)


NOUNS = [
    "lantern",
    "letter",
    "boat",
    "lamp",
    "table",
    "chair",
    "bench",
    "door",
    "suitcase",
    "umbrella",
    "tea",
    "wine",
    "sword",
    "moon",
    "guitar",
    "camera",
    "phone",
    "newspaper",
    "kite",
    "book",
    "candle",
    "key",
    "map",
    "mirror",
    "bed",
    "window",
    "clock",
    "radio",
    "bell",
    "drum",
    "violin",
    "bottle",
    "basket",
    "bucket",
    "ladder",
    "rope",
    "coin",
    "ring",
    "bicycle",
    "tent",
    "fire",
    "灯笼",
    "信",
    "船",
    "桌子",
    "椅子",
    "伞",
    "茶",
    "酒",
    "剑",
    "箫",
    "琴",
    "书",
    "笛",
    "桥",
    "亭",
    "月亮",
    "风筝",
    "蜡烛",
    "钥匙",
    "地图",
    "镜子",
    "床",
    "门",
    "窗",
    "钟",
    "鼓",
    "花",
    "竹子",
    "柳树",
    "石头",
    "绳子",
    "箱子",
    "帽子",
    "扇子",
    "照片",
]


@pytest.mark.parametrize("noun", NOUNS)
def test_common_nouns_are_drawn(noun: str) -> None:
    assert is_drawn(noun)
    assert not isinstance(thing_for(noun), Card)


@pytest.mark.parametrize(
    ("phrase", "noun"),
    [
        ("her old red paper lanterns", "lantern"), ("一盏红灯笼", "灯笼"), ("knives", "knife"), ("a jar of wine", "wine"), ("一壶浊酒", "酒"),
        ("photo of her mother", "photo"), ("BRASS KEY", "key"), ("油纸伞", "伞"),
    ],
)  # fmt: skip
def test_phrases_find_their_noun(phrase: str, noun: str) -> None:
    one, other = picture_of(phrase), picture_of(noun)
    assert one is not None
    assert other is not None
    assert one.art == other.art


@pytest.mark.parametrize("noun", ["sextant", "quantum flux regulator", "蒹葭", "太虚幻境图", "zyzzyva", "", "🜂"])
def test_an_unknown_noun_becomes_a_legible_card(noun: str) -> None:
    card = thing_for(noun)
    assert isinstance(card, Card)
    surface = skia.Surface(400, 300)
    canvas = surface.getCanvas()
    canvas.translate(200, 280)
    canvas.scale(560, 560)
    card.draw(canvas, Pose())
    pixels = surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kRGBA_8888_ColorType)
    dark = (pixels[..., 3] == 255) & (pixels[..., :3].max(-1) < 120)
    assert dark.sum() > 150, "no lettering on the card"


def test_two_chinese_cards_have_different_letters() -> None:
    """Boxes of a missing face would look the same."""
    pictures = []
    for noun in ("蒹葭", "觥筹"):
        surface = skia.Surface(200, 160)
        canvas = surface.getCanvas()
        canvas.translate(100, 150)
        canvas.scale(300, 300)
        thing_for(noun).draw(canvas, Pose())
        pictures.append(surface.makeImageSnapshot().toarray())
    assert (np.abs(pictures[0].astype(int) - pictures[1].astype(int)).max(-1) > 60).sum() > 80

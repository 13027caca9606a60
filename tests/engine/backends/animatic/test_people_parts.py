"""Parts and their clothes: who plays a knight looks like one, whatever language says so; and every cut, hat and hair can be drawn."""

from __future__ import annotations

import dataclasses
import json
import re
from dataclasses import replace
from typing import get_args

import numpy as np
import pytest
import skia
from numpy.typing import NDArray

from engine.assets import assets_folder
from engine.backends.animatic.puppets.baby import Baby
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.colours import PALETTE, apart
from engine.backends.animatic.puppets.costume import Beard, Costume, Extra, Garment, Hair, Hat, Pattern, Visage
from engine.backends.animatic.puppets.cuts import CUTS
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.wardrobe import costume_of
from engine.backends.animatic.stage import Act, Pose
from engine.film.cast import MAIN_COLOURS, look_seed

SIZE = 300


def drawn(costume: Costume, pose: Pose, scale: float = 90.0) -> NDArray[np.uint8]:
    """The drawing on nothing, BGRA, feet at (SIZE / 2, 0.85 SIZE)."""
    surface = skia.Surface(SIZE, SIZE)
    canvas = surface.getCanvas()
    canvas.clear(0)
    canvas.translate(SIZE / 2, SIZE * 0.85)
    canvas.scale(scale, scale)
    Person(costume).draw(canvas, pose)
    return surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kBGRA_8888_ColorType)


@pytest.mark.parametrize(
    ("name", "description", "facts"),
    [
        ("孙悟空", "", {"visage": "monkey", "hat": "fillet", "garment": "gi", "female": False}),
        ("嫦娥", "", {"garment": "ruqun", "hair": "rings", "female": True}),
        ("关羽", "", {"garment": "lamellar", "beard": "long"}),
        ("GALAHAD", "a young knight", {"garment": "plate", "hat": "helm"}),
        ("MERLIN", "a wizard", {"hat": "wizard", "beard": "long", "garment": "habit"}),
        ("AGATHA", "an old witch", {"hat": "witch", "female": True}),
        ("KING ALARIC", "", {"hat": "crown", "garment": "robe", "female": False}),
        ("QUEEN MAB", "", {"hat": "crown", "garment": "gown", "female": True}),
        ("皇帝", "", {"hat": "mianguan", "pattern": "dragon", "garment": "round robe"}),
        ("县令", "", {"hat": "official", "pattern": "badge"}),
        ("书生", "", {"garment": "robe", "hat": "scholar"}),
        ("老和尚", "", {"garment": "monk", "hair": "bald"}),
        ("LENA", "a nurse", {"hat": "nurse", "garment": "dress"}),
        ("王医生", "", {"garment": "lab coat", "extra": "stethoscope"}),
        ("DR. OSEI", "", {"garment": "lab coat"}),
        ("李警官", "", {"garment": "uniform", "hat": "peaked"}),
        ("GUS", "a firefighter", {"garment": "turnout", "hat": "fire"}),
        ("宇航员", "", {"garment": "spacesuit", "hat": "space"}),
        ("TESS", "a deep-sea diver", {"garment": "diving suit", "lenses": "diving mask", "extra": "tank"}),
        ("PIERRE", "the chef", {"garment": "chef", "hat": "toque"}),
        ("小刚", "小学生", {"garment": "tracksuit", "extra": "red scarf"}),
        ("AIKO", "a woman in a kimono", {"garment": "kimono"}),
        ("ROSE", "a woman in a red qipao", {"garment": "qipao"}),
        ("民国女子", "民国时期的年轻女子", {"garment": "qipao"}),
        ("晚清先生", "清代的男人", {"hair": "queue", "garment": "changshan"}),
        ("BO", "a tramp in rags", {"garment": "rags"}),
        ("SILVER", "a one-legged pirate", {"one_legged": True, "support": "crutch", "hat": "tricorne"}),
        ("AMY", "a girl of 14 in a wheelchair", {"support": "wheelchair"}),
        ("老王", "七十五岁，驼背，拄着拐杖", {"support": "cane", "stoop": 20.0, "age": "elder"}),
        ("李静", "孕妇，三十岁", {"expecting": True}),
        ("K", "a man with a scar and an eyepatch", {"marks": ("scar", "eyepatch")}),
        ("AGENT", "a man in sunglasses", {"lenses": "dark", "glasses": True}),
    ],
)  # fmt: skip
def test_a_part_has_its_clothes(name: str, description: str, facts: dict[str, object]) -> None:
    costume = costume_of(name, description, "", look_seed(name))
    assert {key: getattr(costume, key) for key in facts} == facts


@pytest.mark.parametrize(
    ("name", "description", "look"),
    [
        ("JACK KNIGHT", "a man of 40", ""), ("MR BAKER", "a man of 50", ""), ("ELLA", "the king's daughter, 9", ""),
        ("TOM", "a retired soldier, 70", ""), ("SAM", "a boy who dreams of being an astronaut", ""), ("小芳", "国王的女儿", ""),
        ("SANDY", "a patient man of 40", ""), ("老李", "老同学，四十岁", ""), ("KIM", "a social worker, 35", ""), ("小陈", "软件工程师，30岁", ""),
        ("公公", "六十岁", ""), ("丫头", "十六岁，调皮的丫头", ""),
        ("LENA", "a nurse", "in a red coat and blue jeans"), ("OTTO", "a former police officer, 60", ""),
    ],
)  # fmt: skip
def test_whoever_is_only_called_so_or_is_off_duty_wears_plain_clothes(name: str, description: str, look: str) -> None:
    costume = costume_of(name, description, look, look_seed(name))
    assert costume.garment not in (
        "plate",
        "chef",
        "uniform",
        "spacesuit",
        "robe",
        "scrubs",
        "ruqun",
        "monk",
        "round robe",
        "vest",
        "school",
        "tracksuit",
    )
    assert costume.hat not in ("helm", "toque", "crown", "army", "space", "nurse", "peaked")


def test_what_is_said_wins_over_the_part() -> None:
    costume = costume_of("ALARIC", "a king in a green coat, bald, no beard", "", 5)
    assert (costume.garment, costume.hair, costume.beard, costume.hat) == ("coat", "bald", "", "crown")
    assert costume_of("LENA", "a nurse without a cap, in a yellow dress", "", 5).colour == "#e9bd3f"
    assert costume_of("GUS", "a firefighter, no helmet", "", 5).hat == ""


@pytest.mark.parametrize(
    ("words", "garment"),
    [
        ("白大褂", "lab coat"), ("长袍马褂", "changshan"), ("灰色大褂", "changshan"), ("校服", "tracksuit"), ("羽绒服", "jacket"), ("婚纱", "gown"),
        ("条纹睡衣", "shirt"), ("病号服", "scrubs"), ("马甲", "waistcoat"), ("背带裤", "overalls"), ("马面裙", "aoqun"), ("中山装", "mao"),
        ("in dress uniform", "uniform"), ("a dress shirt", "shirt"), ("a suit of armour", "plate"), ("a swimsuit", "diving suit"),
        ("a top hat and a black coat", "coat"), ("a dressing gown", "robe"), ("a tracksuit", "tracksuit"), ("an evening gown", "gown"),
    ],
)  # fmt: skip
def test_clothes_by_their_words(words: str, garment: str) -> None:
    who = ("苏晴", "35岁") if not words.isascii() else ("SAM", "35")
    assert costume_of(*who, words, 5).garment == garment


def test_a_nurses_uniform_is_a_nurses() -> None:
    assert costume_of("MIA", "a woman of 30", "in a nurse's uniform", 5).hat == "nurse"


def test_every_cut_hat_hair_and_thing_is_drawn_inside_its_bounds() -> None:
    base = costume_of("MARY", "a woman of 30", "", 5)
    variants = [replace(base, garment=g) for g in get_args(Garment)]
    variants += [replace(base, hat=h, hair="long") for h in get_args(Hat)]
    variants += [replace(base, hair=h, hat="") for h in get_args(Hair)]
    variants += [replace(base, extra=e) for e in get_args(Extra)] + [
        replace(base, pattern=p) for p in get_args(Pattern)
    ]
    variants += [replace(base, female=False, beard=b) for b in get_args(Beard)]
    variants += [replace(base, visage=v) for v in get_args(Visage)]
    for n, costume in enumerate(variants):
        pose = Pose(act=(Act.STAND, Act.SIT, Act.WALK)[n % 3], yaw=(0, 40, 90, 150, 180, -60)[n % 6], travel=1.0, gone=0.7, span=4, phase=0.9, length=4)  # fmt: skip
        alpha = drawn(costume, pose)[..., 3]
        rows, columns = np.nonzero(alpha > 8)
        assert rows.size > 500, costume
        box = Person(costume).bounds(pose)
        left, right = box.left() * 90 + SIZE / 2, box.right() * 90 + SIZE / 2
        top, low = box.top() * 90 + SIZE * 0.85, box.bottom() * 90 + SIZE * 0.85
        assert left - 1 <= columns.min(), costume
        assert columns.max() <= right + 1, costume
        assert top - 1 <= rows.min(), costume
        assert rows.max() <= low + 1, costume


def test_every_garment_has_a_cut_and_another_look() -> None:
    assert set(CUTS) == set(get_args(Garment))
    base = replace(
        costume_of("TOM", "a man of 40", "", 9), hat="", extra="", scarf="", pattern="plain", bottom="trousers"
    )
    pictures = [drawn(replace(base, garment=g), Pose(yaw=30)) for g in get_args(Garment)]
    for i, one in enumerate(pictures):
        for other in pictures[i + 1 :]:
            assert (np.abs(one.astype(int) - other).max(-1) > 24).sum() > 30


def test_dark_lenses_hide_the_eyes() -> None:
    base = replace(costume_of("TOM", "a man of 40, bald", "", 9), hat="", glasses=True)
    clear, dark = (drawn(replace(base, lenses=lens), Pose(yaw=10), 150) for lens in ("", "dark"))
    black = [(picture[..., :3].max(-1) < 70) & (picture[..., 3] > 200) for picture in (clear, dark)]
    assert black[1].sum() > black[0].sum() + 100


def test_nobody_in_a_company_shares_a_main_colour() -> None:
    assert len(PALETTE) == MAIN_COLOURS
    seeds: list[int] = []
    for name in ("ANNA", "BEN", "CLARA", "DAN", "EVE", "FRED", "GINA", "HUGO", "IDA", "JON", "KIM", "LEO", "小红", "阿明", "老李", "小宝"):  # fmt: skip
        seeds.append(look_seed(name, seeds))
    assert len({seed % MAIN_COLOURS for seed in seeds}) == len(seeds)
    assert look_seed("ANNA") == seeds[0]


def test_two_undescribed_people_never_share_silhouette_and_colour() -> None:
    names = ("ANNA", "BEN", "CLARA", "DAN", "EVE", "FRED", "GINA", "HUGO", "阿明", "小红", "老李", "小宝")
    seeds: list[int] = []
    for name in names:
        seeds.append(look_seed(name, seeds))
    people = [costume_of(name, "", "", seed) for name, seed in zip(names, seeds, strict=True)]
    masks = [drawn(costume, Pose(yaw=30), 48 / 1.75)[..., 3] > 127 for costume in people]
    for i, one in enumerate(people):
        for j in range(i + 1, len(people)):
            shape = (masks[i] ^ masks[j]).sum() / max(masks[i].sum(), masks[j].sum())
            assert shape > 0.10 or apart(one.colour, people[j].colour) > 0.08


def test_a_wheelchair_rolls_and_its_sitter_stays_seated() -> None:
    costume = costume_of("AMY", "a woman in a wheelchair", "", 5)
    person = Person(costume)
    walking = Pose(act=Act.WALK, phase=1.0, length=4, travel=1.0, gone=1.0, span=4, yaw=90)
    assert person.bones(walking).seat > 0.9
    assert person.eye_line < 0.85 * Person(replace(costume, support="")).eye_line
    rolled = [drawn(costume, replace(walking, gone=g)) for g in (1.0, 1.2)]
    assert (np.abs(rolled[0].astype(int) - rolled[1]).max(-1) > 24).sum() > 20


def test_the_old_stoop_and_a_cane_reaches_the_ground() -> None:
    costume = costume_of("老王", "七十五岁，驼背，拄着拐杖", "", 5)
    straight = replace(costume, stoop=0.0)
    assert Person(costume).bones(Pose()).head[0] > Person(straight).bones(Pose()).head[0] + 0.1
    alpha = drawn(costume, Pose(yaw=60))[..., 3]
    bare = drawn(replace(costume, support=""), Pose(yaw=60))[..., 3]
    foot = int(SIZE * 0.85) - 8
    assert (alpha[foot : foot + 6] > 0).sum() > (bare[foot : foot + 6] > 0).sum()


def test_a_child_to_come_shows_from_the_side() -> None:
    costume = replace(costume_of("李静", "三十岁，女子，蓝色连衣裙", "", 5), build="thin", scarf="", extra="")
    side = Pose(yaw=90)
    assert (drawn(replace(costume, expecting=True), side)[..., 3] > 127).sum() > (
        drawn(costume, side)[..., 3] > 127
    ).sum() * 1.03


def test_an_angel_is_a_person() -> None:
    assert isinstance(puppet_for("ANGEL", "an angel", "", 5), Person)


@pytest.mark.parametrize(
    ("name", "description", "bundle"),
    [("TIM", "a baby", True), ("宝宝", "", True), ("小石头", "三个月大的婴儿", True), ("IDA", "a girl of 2", False), ("BOB", "baby-faced, 30", False), ("小宝", "五岁，男孩", False)],
)  # fmt: skip
def test_a_baby_is_a_bundle(name: str, description: str, bundle: bool) -> None:
    puppet = puppet_for(name, description, "", 5)
    assert isinstance(puppet, Baby) == bundle
    assert isinstance(puppet, Person)
    if bundle:
        assert puppet.height < 0.7


def test_who_walks_toward_us_or_away_is_seen_to_step() -> None:
    costume = costume_of("TOM", "a man of 40 in a shirt and blue trousers", "", 9)
    for yaw in (0, 180):
        poses = [Pose(act=Act.WALK, yaw=yaw, travel=1.2, gone=g, span=9.0, phase=2, length=8) for g in (1.4, 1.75)]
        one, other = (drawn(costume, pose)[int(SIZE * 0.72) :, :, 3] > 127 for pose in poses)
        assert (one ^ other).sum() > 60


def test_an_era_dresses_whoever_has_a_trade_of_today() -> None:
    costume = costume_of("LI BAI", "a Tang dynasty poet, a man of 40", "", 5)
    assert (costume.garment, costume.hat) == ("round robe", "scholar")
    assert costume_of("QIN", "a general of the Tang dynasty", "", 5).garment in ("lamellar", "round robe")
    assert costume_of("商人", "宋代商人，男", "", 5).garment == "robe"


def test_the_wardrobe_book_names_only_what_can_be_cut() -> None:
    """A typing error in the data would else be found by a film-maker."""
    book = json.loads((assets_folder() / "wardrobe.json").read_text(encoding="utf-8"))
    legal: dict[str, set[str]] = {
        "garment": set(get_args(Garment)), "hat": set(get_args(Hat)), "hair": set(get_args(Hair)), "beard": set(get_args(Beard)),
        "extra": set(get_args(Extra)), "pattern": set(get_args(Pattern)), "visage": set(get_args(Visage)),
    }  # fmt: skip
    fields = {field.name for field in dataclasses.fields(Costume)}
    for layer in (*book["roles"], *book["eras"]):
        assert re.compile(layer["words"])
        for facts in (layer.get(key, {}) for key in ("wears", "she", "he", "zh")):
            assert set(facts) <= fields, layer["words"]
            for fact, value in facts.items():
                choices = value if isinstance(value, list) else [value]
                assert set(choices) <= legal.get(fact, set(choices)), (layer["words"], fact)
                if fact.endswith("colour") and fact != "hat_colour":
                    assert all(c == "cloth" or re.fullmatch("#[0-9a-f]{6}", c) for c in choices), (layer["words"], fact)

"""Creatures, vehicles and birds of our own cutting: cast by both names, inside their bounds, deterministic, and true in their gaits."""

import re
from dataclasses import replace

import numpy as np
import pytest
import skia

from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.breeds import BREEDS, Breed
from engine.backends.animatic.puppets.casting import prop_for, puppet_for
from engine.backends.animatic.puppets.fleet import FLEET
from engine.backends.animatic.puppets.flocks import FLOCK
from engine.backends.animatic.puppets.one_sheet import Thing
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.backends.animatic.puppets.vehicle_cuts import CUTS
from engine.backends.animatic.puppets.wild.creature import Creature
from engine.backends.animatic.puppets.wild.menagerie import KINDS, creature
from engine.backends.animatic.puppets.wild.words import WILD
from engine.backends.animatic.stage import Act, Pose, Puppet

SIZE = 220


def drawn(puppet: Puppet, pose: Pose, size: int = SIZE, room: float = 3.4) -> np.ndarray:
    """BGRA: the puppet in the middle of a sheet `room` times its size."""
    pixels = np.zeros((size, size, 4), np.uint8)
    canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(size, size), pixels).getCanvas()
    canvas.translate(size / 2, size * 0.62)
    canvas.scale(*[size / (room * max(puppet.width, puppet.height))] * 2)
    puppet.draw(canvas, pose)
    return pixels


def inked(pixels: np.ndarray) -> tuple[float, float, float, float]:
    rows, columns = np.flatnonzero(pixels[..., 3].any(1)), np.flatnonzero(pixels[..., 3].any(0))
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


def holds(puppet: Puppet, pose: Pose) -> bool:
    """Whether the bounds hold every pixel."""
    size, room = SIZE, 3.4
    scale = size / (room * max(puppet.width, puppet.height))
    left, top, right, low = inked(drawn(puppet, pose))
    box = puppet.bounds(pose)
    x, y = size / 2, size * 0.62
    return (
        left >= x + box.left() * scale - 1.5
        and right <= x + box.right() * scale + 1.5
        and top >= y + box.top() * scale - 1.5
        and low <= y + box.bottom() * scale + 1.5
    )


POSES = (
    Pose(yaw=85), Pose(yaw=-40, clock=2.2), Pose(yaw=3), Pose(yaw=178), Pose(act=Act.WALK, yaw=90, travel=1.0, gone=0.43, clock=3.1),
    Pose(act=Act.RUN, yaw=-90, travel=3.0, gone=1.7), Pose(act=Act.FLY, yaw=80, travel=2.0, gone=0.8, clock=0.4), Pose(act=Act.FALL, phase=2.0, yaw=80),
    Pose(act=Act.WAVE, phase=0.8, yaw=40), Pose(act=Act.LIE, yaw=80, phase=2.0), Pose(yaw=60, pitch=90),
)  # fmt: skip


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_creature_stays_within_its_bounds(name: str) -> None:
    for tall in (0.1, 1.4):
        assert all(holds(creature(f"wild:{name}", tall), pose) for pose in POSES)


@pytest.mark.parametrize("model", FLEET, ids=lambda model: model.words.split("|")[0])
def test_a_vehicle_stays_within_its_bounds(model) -> None:
    still = [pose for pose in POSES if pose.act is not Act.FALL or not model.winged]
    for pose in still:
        assert holds(Vehicle(model, model.colour), pose), pose


@pytest.mark.parametrize("plumage", FLOCK, ids=lambda plumage: plumage.words.split("|")[0])
def test_a_bird_stays_within_its_bounds(plumage) -> None:
    bird = Bird(plumage, plumage.colour, plumage.wing_colour, 1.0)
    for pose in POSES:
        assert holds(bird, pose), pose


@pytest.mark.parametrize("breed", BREEDS, ids=lambda breed: breed.words.split("|")[0])
def test_an_animal_stays_within_its_bounds(breed: Breed) -> None:
    animal = Quadruped(breed, breed.colour, breed.belly, 1.0)
    for pose in POSES:
        assert holds(animal, pose), pose


def test_every_cut_has_a_name_and_every_name_a_cut() -> None:
    named = {line.split(" ", 1)[0].removeprefix("wild:") for line in WILD.strip().splitlines()}
    assert named == set(KINDS)
    assert {model.cut for model in FLEET} == set(CUTS)


@pytest.mark.parametrize("line", WILD.strip().splitlines(), ids=lambda line: line.split(" ", 1)[0])
def test_a_creature_is_cast_by_every_one_of_its_names(line: str) -> None:
    art, _, names = line.split(" ", 2)
    for name in names.split(", "):
        told = f"a {name}" if name.isascii() else f"一只{name}"
        if name in ("spirit", "perch", "pike"):
            continue
        puppet = prop_for(name)
        assert isinstance(puppet, Creature), name
        assert f"wild:{puppet.name}" == art, name
        assert not isinstance(puppet_for("MIMI", told, "", 1), Quadruped | Bird), name


@pytest.mark.parametrize(
    ("name", "described", "word"),
    [
        ("REX", "a dachshund", "dachshund"), ("旺财", "一只柯基", "corgi"), ("BOB", "a red panda", "red panda"), ("黑子", "一头水牛", "buffalo"),
        ("MAY", "a kangaroo", ""), ("SKY", "a phoenix", "phoenix"), ("阿白", "一只天鹅", "swan"), ("TED", "a police car", "police car"),
        ("老轿", "一顶花轿", "sedan chair"), ("BUG", "a flying saucer", "ufo"), ("老船", "一条乌篷船", "sampan"), ("STAR", "a white unicorn", "unicorn"),
    ],
)  # fmt: skip
def test_species_are_told_apart_by_what_a_script_calls_them(name: str, described: str, word: str) -> None:
    puppet = puppet_for(name, described, "", 1)
    kind = getattr(puppet, "breed", None) or getattr(puppet, "plumage", None) or getattr(puppet, "model", None)
    if word:
        assert kind is not None
        assert re.search(rf"(?:^|\|){word}(?:\||$)", kind.words)
    else:
        assert isinstance(puppet, Creature)


def test_a_red_pandas_red_is_its_own_and_a_red_foxs_scarf_is_not_its_coat() -> None:
    panda, black = puppet_for("BOB", "a red panda", "", 1), puppet_for("BOB", "a black cat", "", 1)
    assert isinstance(panda, Quadruped)
    assert isinstance(black, Quadruped)
    named = puppet_for("red panda", "a red panda", "", 1)
    assert isinstance(named, Quadruped)
    for beast in (panda, named):
        assert abs(int(beast.coat[1:3], 16) - 0xB5) < 24
    told = puppet_for("煤球", "一只黑猫", "", 1)
    assert isinstance(told, Quadruped)
    assert int(told.coat[1:3], 16) < 0x60
    assert int(black.coat[1:3], 16) < 0x60


@pytest.mark.parametrize(
    ("noun", "kind"),
    [
        ("cat", Quadruped), ("two crows", Bird), ("乌鸦", Bird), ("a swan", Bird), ("fish", Creature), ("butterfly", Creature), ("龙", Creature),
        ("roast duck", Thing), ("birds nest", Thing), ("toy horse", Thing), ("石狮子", Thing), ("鸟窝", Thing),
    ],
)  # fmt: skip
def test_an_animal_nobody_cast_is_the_same_drawing_and_a_dish_is_not(noun: str, kind: type) -> None:
    puppet = prop_for(noun)
    assert isinstance(puppet, kind)
    assert isinstance(puppet, Creature) == (kind is Creature)


def test_east_and_west_have_different_dragons() -> None:
    east, west = prop_for("龙"), prop_for("dragon")
    assert isinstance(east, Creature)
    assert isinstance(west, Creature)
    assert (east.name, west.name) == ("long", "dragon")


@pytest.mark.parametrize(
    "told", ["a police car", "a train", "a bicycle", "a junk", "a brown horse", "a dog", "a robot", "an owl"]
)
def test_front_side_and_back_are_three_drawings(told: str) -> None:
    puppet = puppet_for("X1", told, "", 1)
    views = [drawn(puppet, Pose(yaw=yaw), 160, 1.6) for yaw in (0, 90, 180)]
    assert all((a != b).any() for a, b in ((views[0], views[1]), (views[1], views[2]), (views[0], views[2])))
    wide = [inked(view)[2] - inked(view)[0] for view in views]
    if not isinstance(puppet, Thing) and puppet.width > puppet.height:
        assert wide[0] < 0.8 * wide[1]


def test_a_drawing_remembers_nothing() -> None:
    for told in ("a dragon", "a fox", "a crane", "a sedan chair"):
        puppet = puppet_for("X1", told, "", 1)
        pose = Pose(act=Act.WALK, yaw=80, travel=1.0, gone=0.7, clock=2.0)
        first = drawn(puppet, pose)
        drawn(puppet, Pose(act=Act.FLY, yaw=-30, clock=9.0))
        assert (drawn(puppet, pose) == first).all()


def test_a_hopper_leaves_the_ground_between_two_landings() -> None:
    for name in ("frog", "kangaroo"):
        puppet = creature(f"wild:{name}", 1.0)
        stride = 1.5
        lows = [
            inked(drawn(puppet, Pose(act=Act.RUN, yaw=90, travel=2.0, gone=stride * t)))[3] for t in (0.0, 0.5, 1.0)
        ]
        assert lows[1] < lows[0] - 10
        assert abs(lows[0] - lows[2]) <= 2


def test_a_snakes_waves_lie_still_on_the_ground_while_it_glides_through_them() -> None:
    puppet = creature("wild:snake", 1.0)
    size, room = 900, 3.4
    scale = size / (room * puppet.width)
    here = drawn(puppet, Pose(act=Act.WALK, yaw=90, travel=1.0, gone=1.0, clock=1.0), size)
    there = drawn(puppet, Pose(act=Act.WALK, yaw=90, travel=1.0, gone=1.2, clock=1.0), size)
    moved = np.roll(there, round(0.2 * scale), axis=1)

    def middle(pixels: np.ndarray) -> np.ndarray:
        body = pixels[:, int(size / 2 - 1.3 * scale) : int(size / 2 - 0.2 * scale), 3] > 0
        return np.array([np.flatnonzero(column).mean() for column in body.T if column.any()])

    lying, skimming = np.abs(middle(here) - middle(moved)).mean(), np.abs(middle(here) - middle(there)).mean()
    assert lying < 0.35 * skimming


def test_the_carriage_horse_walks_as_far_as_the_wheels_roll() -> None:
    cart = puppet_for("X1", "一辆马车", "", 1)
    a = drawn(cart, Pose(act=Act.WALK, yaw=90, travel=1.0, gone=0.2), 300, 1.3)
    b = drawn(cart, Pose(act=Act.WALK, yaw=90, travel=1.0, gone=0.5), 300, 1.3)
    assert (a[:, 160:] != b[:, 160:]).any()


def test_a_tiger_is_known_by_its_face() -> None:
    tiger = puppet_for("X1", "a tiger", "", 1)
    assert isinstance(tiger, Quadruped)
    plain = Quadruped(replace(tiger.breed, marking=""), tiger.coat, tiger.belly, 1.0)
    pose = Pose(yaw=38)
    faces = []
    for puppet in (tiger, plain):
        pixels = np.zeros((240, 240, 4), np.uint8)
        canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(240, 240), pixels).getCanvas()
        face = puppet.face(pose)
        scale = 150 / face.tall
        canvas.translate(120 - face.x * scale, 120 + face.y * scale)
        canvas.scale(scale, scale)
        puppet.draw(canvas, pose)
        faces.append((pixels[20:140, 60:180, :3].astype(int).sum(-1) < 300).sum())
    assert faces[0] > faces[1] + 120

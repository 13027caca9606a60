"""A child in its mother's arms is on her arm and goes where she goes; who sleeps keeps the eyes shut, sitting or lying."""

from __future__ import annotations

import numpy as np
import pytest
import skia

from engine.backends.animatic.blocking.sleep import sleepers
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.stage import Act, Player, Pose, Staging
from engine.film.document import Language
from engine.film.rate import Raster
from engine.film.setup import Setup, Size
from engine.plan.orders import PlaceOrder, ShotOrder, SubjectOrder

MOTHER = SubjectOrder(name="MOTHER", aliases=("母亲",), description="a woman, 33", look_seed=5, side=-1)
LEO = SubjectOrder(name="LEO", aliases=("小宝",), description="a boy, 4", look_seed=9, side=1)
TOM = SubjectOrder(name="TOM", description="a man, 40", look_seed=2, side=1)
HORSE = SubjectOrder(name="HORSE", description="a horse", look_seed=2, side=0)


def shot(action: str, *cast: SubjectOrder, language: Language = "en") -> Staging:
    return stage(
        ShotOrder(
            engine="animatic", style="paper", language=language, raster=Raster(width=320, height=180), rate=24, frames=96,  # pyright: ignore[reportArgumentType]
            action=action, place=PlaceOrder(name="HOUSE", interior=True), setup=Setup(size=Size.FULL), cast=cast,
        )
    )  # fmt: skip


def named(staging: Staging, name: str) -> Player:
    return next(player for player in staging.players if player.name == name)


@pytest.mark.parametrize(
    ("action", "language"),
    [
        ("The mother walks in, carrying Leo in her arms.", "en"),
        ("The mother holds Leo in her arms and walks away.", "en"),
        ("The mother picks up Leo and walks away.", "en"),
        ("Leo is asleep in her arms.", "en"),
        ("母亲抱着小宝走来。", "zh"),
        ("母亲背着小宝走远。", "zh"),
    ],
)
def test_a_carried_child_is_off_the_ground_and_with_its_carrier(action: str, language: Language) -> None:
    staging = shot(action, MOTHER, LEO, language=language)
    mother, leo = named(staging, "MOTHER"), named(staging, "LEO")
    assert leo.lift > 0.2 * mother.puppet.height
    assert leo.z < mother.z
    assert mother.carries
    assert {beat.act for beat in leo.beats} == {Act.SIT}
    gaps = [abs(a.x1 - b.x1) for a, b in zip(mother.beats, leo.beats, strict=True)]
    assert max(gaps) < 0.4
    chin = 2 * mother.puppet.eye_line - mother.puppet.height
    assert leo.lift + 0.95 * leo.puppet.height - 0.27 * leo.puppet.height < chin + 0.15  # her face is free


@pytest.mark.parametrize(
    "action",
    [
        "The mother carries Leo's bag.",
        "The mother holds Leo by the hand.",
        "The mother looks at Leo.",
        "The mother hugs Leo.",
    ],
)
def test_who_is_not_carried_stands(action: str) -> None:
    assert named(shot(action, MOTHER, LEO), "LEO").lift == 0


def test_nobody_carries_a_grown_man() -> None:
    assert named(shot("The mother carries Tom in her arms.", MOTHER, TOM), "TOM").lift == 0


@pytest.mark.parametrize(
    ("action", "asleep"),
    [
        ("Leo sits asleep in the chair. The mother waits.", {"LEO"}),
        ("The mother watches. Leo sleeps.", {"LEO"}),
        ("Leo is asleep. The mother opens the door, and Leo wakes.", set[str]()),
        ("The mother cannot rest while Leo dozes.", {"LEO"}),
        ("小宝趴在桌上睡着了。", {"LEO"}),
        ("小宝睡不着。", set[str]()),
        ("小宝醒来。", set[str]()),
    ],
)
def test_who_is_asleep(action: str, asleep: set[str]) -> None:
    known = [(person.name, person.aliases) for person in (MOTHER, LEO)]
    assert sleepers(action, known) == asleep


def drawn(pose: Pose) -> np.ndarray:
    pixels = np.zeros((420, 300, 4), np.uint8)
    canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(300, 420), pixels).getCanvas()
    canvas.translate(150, 410)
    canvas.scale(230, 230)
    puppet_for("ANN", "a woman, 30, fair skin, blonde hair", "", 5).draw(canvas, pose)
    return pixels


def test_a_sleeper_who_sits_has_shut_eyes_at_every_moment() -> None:
    white = [(drawn(Pose(act=Act.SIT, clock=clock))[:, :, :3].min(axis=2) > 215).sum() for clock in (0.5, 1.0)]
    shut = [
        (drawn(Pose(act=Act.SIT, clock=clock, asleep=True))[:, :, :3].min(axis=2) > 215).sum() for clock in (0.5, 1.0)
    ]
    assert min(white) > 1.6 * max(shut)

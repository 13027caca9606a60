"""The training world tells the truth: masks, camera, words and split agree with what is seen."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from dataclasses import replace

import cv2
import numpy as np
import pytest
import torch
from tiny_atlas import tiny_atlas

from engine.backends.draft.atlas import Atlas
from engine.backends.draft.captions import VERBS
from engine.backends.draft.lots import spoken
from engine.backends.draft.tracks import CAMERAS, VERB
from engine.backends.draft.world import Clips, World

SIZE = (72, 128)


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return tiny_atlas()


@pytest.fixture(scope="module")
def world(atlas: Atlas) -> Iterator[World]:
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield World(atlas, size=SIZE, reference=48)
    torch.set_num_threads(threads)


def dice(seed: int = 0) -> torch.Generator:
    return torch.Generator().manual_seed(seed)


def numbers(count: int, value: int, pair: bool = False) -> torch.Tensor:
    return torch.full((count, 2) if pair else (count,), value)


def played(world: World, count: int = 4, frames: int = 16, seed: int = 0, **fixed: torch.Tensor) -> Clips:
    return world.clips(count, frames, dice(seed), fixed=fixed)


@pytest.mark.parametrize("frames", [16, 18])
def test_shapes_and_ranges(world: World, frames: int) -> None:
    clips = played(world, 2, frames)
    slabs = math.ceil(frames / 4)
    assert clips.video.shape == (2, 3, frames, *SIZE)
    assert clips.masks.shape == (2, 2, frames, *SIZE)
    assert clips.video.abs().max() <= 1
    assert clips.conditions.camera.shape == (2, slabs, 4)
    assert clips.conditions.phrases.shape == (2, 6, 512)
    assert clips.conditions.references.shape == (2, 2, 3, 48, 48)
    assert clips.conditions.references.abs().max() <= 1


def test_the_same_dice_give_the_same_clips(world: World) -> None:
    one, two, three = played(world, 2, seed=5), played(world, 2, seed=5), played(world, 2, seed=6)
    assert torch.equal(one.video, two.video)
    assert torch.equal(one.conditions.references, two.conditions.references)
    assert torch.equal(one.conditions.phrases, two.conditions.phrases)
    assert not torch.equal(one.video, three.video)


def test_masks_agree_with_pixels(world: World) -> None:
    """Inside a mask a block has one colour; outside of both nothing is changed but darkened by shadows."""
    there = {"present": torch.tensor([[True, True], [True, False]] * 2), "verbs": numbers(4, VERB["stand"], True)}
    empty = there | {"present": torch.zeros(4, 2, dtype=torch.bool)}
    clips, bare = played(world, **there), played(world, **empty)
    for number in range(4):
        for subject in range(2):
            inside = clips.masks[number, subject] > 0.99
            assert bool(inside.any()) == bool(there["present"][number, subject])
            if inside.any():
                assert clips.video[number][:, inside].std(1).max() < 0.01
    outside = (clips.masks.amax(1, keepdim=True) == 0).expand_as(clips.video)
    assert (clips.video - bare.video)[outside].max() < 1e-4
    covered = (clips.masks.sum(1) > 0.99)[:, None].expand_as(clips.video)
    assert (clips.video - bare.video)[covered].abs().mean() > 0.1
    assert clips.masks.sum(1).max() <= 1.001


@pytest.mark.parametrize("camera", ["static", "pan left", "pan right", "tilt up", "push in", "roll", "mixed"])
def test_camera_numbers_agree_with_what_is_seen(world: World, camera: str) -> None:
    nobody = torch.zeros(2, 2, dtype=torch.bool)
    clips = played(world, 2, 12, cameras=numbers(2, CAMERAS.index(camera)), present=nobody, places=torch.tensor([0, 1]))
    for number in range(2):
        frames = ((clips.video[number].permute(1, 2, 3, 0).numpy() + 1) * 127.5).astype(np.uint8)
        grey = [cv2.cvtColor(frame, cv2.COLOR_RGB2GRAY) for frame in frames]
        for slab in (1, 2):
            seen = (fitted(grey, 4 * slab + 1) + fitted(grey, 4 * slab + 2)) / 2
            told = clips.conditions.camera[number, slab].numpy()
            assert np.abs(seen - told).max() < 0.012, (camera, seen, told)


def fitted(frames: list[np.ndarray], last: int) -> np.ndarray:
    """Centre x and y (frame widths), log2 zoom and roll (turns) of a frame against the first, from tracked points."""
    start = cv2.goodFeaturesToTrack(frames[0], 300, 0.01, 3)
    points, kept = start, np.ones(len(start), bool)
    for before, after in itertools.pairwise(frames[: last + 1]):
        points, found, _ = cv2.calcOpticalFlowPyrLK(before, after, points, None, winSize=(15, 15))
        kept &= found[:, 0] == 1
    middle = np.array([SIZE[1] / 2 - 0.5, SIZE[0] / 2 - 0.5])
    a, b = ((p[kept, 0] - middle) / SIZE[1] for p in (start, points))
    matrix, _ = cv2.estimateAffinePartial2D(a, b, ransacReprojThreshold=0.01)
    centre = -np.linalg.solve(matrix[:, :2], matrix[:, 2])
    roll = math.atan2(matrix[1, 0], matrix[0, 0]) / (2 * math.pi)
    return np.array([*centre, math.log2(math.hypot(matrix[0, 0], matrix[1, 0])), roll])


def test_named_cameras_do_what_their_names_say(world: World) -> None:
    one = {"present": torch.tensor([[True, False]]).repeat(9, 1), "verbs": numbers(9, VERB["stand"], True)}
    last = played(world, 9, 8, cameras=torch.arange(9), **one).conditions.camera[:, -1]
    axes = {"pan left": (0, -1), "pan right": (0, 1), "tilt up": (1, -1), "tilt down": (1, 1), "push in": (2, 1), "pull out": (2, -1), "roll": (3, 1), "roll back": (3, -1)}  # fmt: skip
    assert last[0].abs().max() < 1e-6
    for name, (axis, sign) in axes.items():
        assert last[CAMERAS.index(name), axis] * sign > 0.008, name


def test_who_stands_before_another_hides_it(world: World) -> None:
    both = {"present": torch.ones(4, 2, dtype=torch.bool), "verbs": numbers(4, VERB["stand"], True)}
    script = replace(world.lots.drawn(4, dice(), fixed=both), crossing=torch.ones(4, dtype=torch.bool))
    masks = world.played(script, 8, dice()).masks
    alone = world.played(replace(script, present=torch.tensor([[True, False]] * 4)), 8, dice()).masks
    assert masks.sum(1).max() <= 1.001
    hidden = (alone[:, 0] - masks[:, 0]).flatten(1).sum(1)
    assert (hidden > 20).any(), "nobody met"


def _middles(clips: Clips) -> torch.Tensor:
    """The middle of the first subject, (B, T, 2) x and y in pixels."""
    mask = clips.masks[:, 0]
    y, x = torch.meshgrid(torch.arange(SIZE[0]), torch.arange(SIZE[1]), indexing="ij")
    weight = mask.sum((-1, -2)).clamp(min=1e-6)
    return torch.stack([(mask * x).sum((-1, -2)) / weight, (mask * y).sum((-1, -2)) / weight], -1)


def test_verbs_move_as_they_are_called(world: World) -> None:
    names = (
        "stand",
        "walk left",
        "walk right",
        "run left",
        "run right",
        "jump",
        "nearer",
        "away",
        "fly up",
        "come down",
    )
    verbs = torch.tensor([VERB[name] for name in names])
    alone = torch.tensor([[True, False]]).repeat(len(names), 1)
    clips = played(
        world, len(names), verbs=torch.stack([verbs, verbs], 1), present=alone, cameras=numbers(len(names), 0)
    )
    at = {name: number for number, name in enumerate(names)}
    way = _middles(clips)
    gone = way[:, -2] - way[:, 1]
    size = clips.masks[:, 0].sum((-1, -2))
    assert gone[at["run left"], 0] < gone[at["walk left"], 0] < -8
    assert gone[at["run right"], 0] > gone[at["walk right"], 0] > 8
    assert gone[at["stand"]].abs().max() < 1.5
    assert gone[at["fly up"], 1] < -6
    assert gone[at["come down"], 1] > 6
    assert size[at["nearer"], -1] > 1.4 * size[at["nearer"], 0]
    assert size[at["away"], -1] < 0.7 * size[at["away"], 0]
    jumps = way[at["jump"], :, 1]
    assert jumps.max() - jumps.min() > 4


def test_the_drawing_of_a_walk_follows_the_ground(world: World) -> None:
    """Blocks get lighter with each pose: the drawing must change once for every eighth of a cycle that is covered."""
    fixed = {
        "verbs": numbers(1, VERB["walk right"], True),
        "present": torch.tensor([[True, False]]),
        "cameras": numbers(1, 0),
    }
    clips = played(world, 1, 16, seed=3, **fixed)
    inside = clips.masks[0, 0] > 0.99
    tones = torch.stack([clips.video[0, :, t][:, inside[t]].mean() for t in range(16) if inside[t].any()])
    high = inside.any(2).sum(1).max()
    covered = float(_middles(clips)[0, 12, 0] - _middles(clips)[0, 3, 0])
    drawings = covered / (160 / 80 * float(high)) * 8
    changes = int((tones[3:13].diff().abs() > 0.002).sum())
    assert drawings < 7
    assert abs(changes - drawings) <= 1.2


def test_who_is_not_there_is_neither_shown_nor_named(world: World) -> None:
    clips = played(world, 2, present=torch.ones(2, 2, dtype=torch.bool))
    assert clips.conditions.shown.all()
    assert not torch.equal(clips.conditions.references[:, 0], clips.conditions.references[:, 1])
    single = played(world, 2, present=torch.tensor([[True, False]]).repeat(2, 1))
    assert not single.conditions.shown[:, 1].any()
    assert not single.conditions.said[:, 4:].any()
    assert single.conditions.said[:, :4].all()


def test_training_never_meets_what_is_held_out(world: World, atlas: Atlas) -> None:
    script = world.lots.drawn(3000, dice())
    shown = {atlas.subjects[i].key for i in script.subjects.flatten().tolist()}
    assert shown.isdisjoint(atlas.held_out_subjects)
    assert len(shown) == len(atlas.subjects) - len(atlas.held_out_subjects)
    assert {atlas.places[i].key for i in script.places.tolist()}.isdisjoint(atlas.held_out_places)
    said = {atlas.words.phrases[i] for i in script.phrases.flatten().tolist() if i >= 0}
    kept = {phrase for owner in (*VERBS, *atlas.places) for phrase in owner.held_out}
    names = {p for s in atlas.subjects if s.key in atlas.held_out_subjects for p in (*s.english, *s.chinese)}
    assert said.isdisjoint(kept | names)


def test_the_held_out_split_shows_only_what_is_held_out(world: World, atlas: Atlas) -> None:
    script = world.lots.drawn(500, dice(), "held-out", places="held-out")
    assert {atlas.subjects[i].key for i in script.subjects.flatten().tolist()} <= atlas.held_out_subjects
    assert {atlas.places[i].key for i in script.places.tolist()} == atlas.held_out_places
    verbs = {atlas.words.phrases[i] for i in script.phrases[:, 3].tolist()}
    assert verbs <= {phrase for verb in VERBS for phrase in verb.held_out}


def test_phrases_say_what_is_done_in_the_language_asked_for(world: World, atlas: Atlas) -> None:
    script = world.lots.drawn(300, dice(), language="chinese")
    for verb, phrase, subject, name in zip(
        script.verbs[:, 0], script.phrases[:, 3], script.subjects[:, 0], script.phrases[:, 2], strict=True
    ):
        assert atlas.words.phrases[phrase] in spoken(VERBS[verb], "action", "train", "chinese")
        assert atlas.words.phrases[name] in atlas.subjects[subject].chinese


def test_a_third_of_the_clips_has_two_different_subjects(world: World) -> None:
    script = world.lots.drawn(3000, dice(2))
    pairs = script.present.all(1)
    assert 0.29 < pairs.float().mean() < 0.38
    assert (script.subjects[:, 0] != script.subjects[:, 1]).all()
    crossing = script.crossing & pairs
    assert (script.verbs[crossing] != VERB["stand"]).all()

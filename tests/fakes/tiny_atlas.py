"""An atlas of flat coloured blocks before a cloudy wall: small, quick, and every pixel of it is known."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.backends.draft.atlas import CELL, FEET, PLATE_HIGH, PLATE_WIDE, POSES, Atlas, Plate, Sprite
from engine.backends.draft.captions import LIGHTS, PLACES, VERBS, Phrases, every_phrase, held_out_of
from engine.backends.draft.words import Table

COUNT = 20
NO_TINT = (1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0)


def block(number: int, vivid: bool = False) -> Sprite:
    """A block 60 wide and 80 high, of its own colour, a little lighter in each pose; `vivid`: colours far from each other."""
    frames = np.zeros((len(POSES), CELL, CELL, 4), np.uint8)
    dice = np.random.default_rng(number)
    own = dice.choice([0, 110, 220], 3) if vivid else dice.integers(60, 180, 3)
    for pose in range(len(POSES)):
        colour = own + pose
        frames[pose, FEET - 80 : FEET, 34:94] = (*colour, 255)
    return Sprite(frames, tuple(range(len(POSES))), (160.0, 240.0), 80.0)


def wall(seed: int) -> NDArray[np.uint8]:
    """Layers of which the stage hides all that is behind it, blotched enough for its motion to be seen."""
    dice = np.random.default_rng(seed)
    blotches = dice.uniform(0, 255, (PLATE_HIGH // 8, PLATE_WIDE // 8, 3)).astype(np.float32)
    smooth = np.clip(cv2.resize(blotches, (PLATE_WIDE, PLATE_HIGH), interpolation=cv2.INTER_CUBIC), 0, 255)
    layers = np.zeros((PLATE_HIGH, PLATE_WIDE, 11), np.uint8)
    layers[..., 7:10], layers[..., 10] = smooth, 255
    return layers


def grey(seed: int) -> NDArray[np.uint8]:
    """A wall without anything on it."""
    layers = np.zeros((PLATE_HIGH, PLATE_WIDE, 11), np.uint8)
    layers[..., 7:10], layers[..., 10] = 120 + seed, 255
    return layers


def tiny_atlas(subjects: int = COUNT, *, vivid: bool = False) -> Atlas:
    """Blocks and walls, all places by day, words whose embeddings are noise. `vivid`: blocks that stand out from grey walls."""
    people = tuple(
        Phrases(f"block {i}", (f"a block {i}", f"the block {i}"), (f"方块{i}", f"一个方块{i}")) for i in range(subjects)
    )
    plates = tuple(Plate(p, 0, grey(p) if vivid else wall(p), NO_TINT) for p in range(len(PLACES)))
    phrases = every_phrase((*PLACES, *LIGHTS, *VERBS, *people))
    codes = np.random.default_rng(1).integers(-127, 128, (len(phrases), 512)).astype(np.int8)
    words = Table(phrases, codes, np.full(len(phrases), 0.001, np.float32))
    keys = tuple(p.key for p in people)
    shut = held_out_of(tuple(p.key for p in PLACES), 2 / len(PLACES))
    return Atlas(
        people, (0,) * subjects, tuple(block(i, vivid) for i in range(subjects)), PLACES, plates,
        frozenset(held_out_of(keys)), frozenset(shut), words,
    )  # fmt: skip

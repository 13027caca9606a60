"""A pickup of a take that is not at the film's rate or size: outside the range its master is, to the bit, what the film showed before."""

from __future__ import annotations

import os
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.film.rate import Raster
from engine.media import conformed_takes
from engine.media.dubbing import dub
from engine.media.ffmpeg import address, run
from engine.media.masters import MasterWriter
from engine.media.probe import probe
from engine.plan.orders import ConformOrder, PickupOrder, PlaceOrder, ShotOrder
from engine.worker.picking_up import PARENTS, parent_of, parents_sound, pickup_master, sweep_parents

WIDE, HIGH = 192, 128
KEY = "a" * 64


class Shelf:
    """Where the one take lies (implements engine.worker.picking_up.Takes)."""

    def __init__(self, folder: Path, raster: Raster, rate: Fraction, frames: int) -> None:
        self.folder = folder
        with MasterWriter(folder / KEY, raster, rate, "rgb_float") as writer:
            for n in range(frames):
                writer.write(np.full((raster.height, raster.width, 3), n / 20, np.float32))
            self.master_file = writer.close().master

    def parent(self, order: ShotOrder) -> Path:
        return parent_of(order, self.master_file, self.folder / "cache")

    def picture(self, digest: str) -> Path:
        raise KeyError(digest)


def order(pickup: PickupOrder, frames: int, head: int = 0) -> ShotOrder:
    return ShotOrder(
        engine="e", style="paper", language="en", raster=Raster(width=WIDE, height=HIGH), rate=Fraction(24), frames=frames,
        head=head, place=PlaceOrder(), pickup=pickup,
    )  # fmt: skip


def luma(video: Path) -> np.ndarray:
    """(T, H, 2 W) of all planes."""
    raw = video.with_suffix(".raw")
    run(["-i", address(video), "-f", "rawvideo", "-pix_fmt", "yuv422p10le", address(raw)], doing="reading", out=raw)
    return np.fromfile(raw, np.uint16).reshape(-1, 2 * HIGH, WIDE)


def shades(video: Path) -> list[int]:
    """Which of the take's pictures is seen, picture by picture, in the middle."""
    middle = luma(video)[:, HIGH // 2, WIDE // 2].astype(float)
    return [round(20 * (y - 64) / 876) for y in middle]


def test_a_slower_take_is_seen_as_the_film_plays_it(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path, Raster(width=96, height=64), Fraction(12), 6)
    wanted = order(PickupOrder(take=KEY, first=0, end=2, conform=ConformOrder(rate=Fraction(12), frames=12)), 12)
    parent = shelf.parent(wanted)
    assert (probe(parent).width, probe(parent).rate, probe(parent).frames) == (WIDE, 24, 12)
    assert shades(parent) == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]
    assert shelf.parent(wanted) == parent


def test_a_head_between_two_frames_keeps_its_moments(tmp_path: Path) -> None:
    """At 25 a second two pictures before the shot's frame 0 are one film frame and a bit."""
    shelf = Shelf(tmp_path, Raster(width=WIDE, height=HIGH), Fraction(25), 20)
    conform = ConformOrder(rate=Fraction(25), head=2, frames=18)
    wanted = order(PickupOrder(take=KEY, head=1, first=0, end=2, conform=conform), 17, head=1)
    assert shades(shelf.parent(wanted)) == [max(0, int(2 + (n - 1) * 25 / 24 // 1)) for n in range(18)]


@pytest.mark.parametrize(("size", "rate"), [((WIDE, HIGH), Fraction(24)), ((100, 100), Fraction(12))])
def test_outside_the_range_the_child_is_its_parent_to_the_bit(
    tmp_path: Path, size: tuple[int, int], rate: Fraction
) -> None:
    shelf = Shelf(tmp_path, Raster(width=size[0], height=size[1]), rate, 8)
    frames = int(8 * 24 / rate)
    conform = None if rate == 24 else ConformOrder(rate=rate, frames=frames)
    wanted = order(PickupOrder(take=KEY, first=3, end=6, conform=conform), frames)
    writer = pickup_master(tmp_path / "child", wanted, Fraction(24), shelf)
    for _ in range(frames):
        writer.write(np.full((HIGH, WIDE, 3), (1, 0, 0), np.float32))
    child, parent = luma(writer.close().master), luma(shelf.parent(wanted))
    same = [np.array_equal(one, two) for one, two in zip(child, parent, strict=True)]
    assert same == [not 3 <= n < 6 for n in range(frames)]


def test_a_child_is_heard_like_its_parent(tmp_path: Path) -> None:
    """From the same pictures on: a longer head begins in silence."""
    shelf = Shelf(tmp_path, Raster(width=WIDE, height=HIGH), Fraction(24), 8)
    loud = (np.random.default_rng(1).integers(-9000, 9000, (2, 16000)) / 32768).astype(np.float32)
    scratch = tmp_path / "parent.pcm"
    wanted = order(PickupOrder(take=KEY, first=0, end=0), 8, head=6)
    assert parents_sound(wanted, shelf.master_file, scratch) is None  # it is silent
    dub(shelf.master_file, loud, 48_000)
    heard = parents_sound(wanted, shelf.master_file, scratch)
    assert heard is not None
    assert heard[1] == 48_000
    assert not heard[0][:, :12_000].any()
    assert np.array_equal(heard[0][:, 12_000:], loud)
    assert not scratch.exists()
    retimed = PickupOrder(take=KEY, first=0, end=2, conform=ConformOrder(rate=Fraction(12), frames=16))
    assert parents_sound(order(retimed, 16), shelf.master_file, scratch) is None


def test_two_workers_may_conform_the_same_take_at_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each writes a file of its own, and what takes the name is on the disk by then."""
    shelf = Shelf(tmp_path, Raster(width=96, height=64), Fraction(24), 3)
    wanted, synced = order(PickupOrder(take=KEY, first=0, end=2), 3), []

    def another_first(part: Path) -> None:
        if not synced:
            synced.append(part)
            shelf.parent(wanted)  # the other worker, while this one is about to finish
        synced.append(part)

    monkeypatch.setattr(conformed_takes, "sync_file", another_first)
    assert probe(shelf.parent(wanted)).frames == 3
    assert len(synced) == 3
    assert len(set(synced)) == 2
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".mkv"]


def test_what_was_conformed_yesterday_goes_and_what_is_in_use_stays(tmp_path: Path) -> None:
    sweep_parents(tmp_path)  # a film without any
    room = tmp_path / PARENTS
    room.mkdir(parents=True)
    for name in ("old.mkv", "torn.mkv.part", "new.mkv"):
        (room / name).write_bytes(b"pictures")
    for name in ("old.mkv", "torn.mkv.part"):
        os.utime(room / name, (0, 0))
    sweep_parents(tmp_path)
    assert [path.name for path in room.iterdir()] == ["new.mkv"]

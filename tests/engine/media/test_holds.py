"""A held picture is encoded once and shown as often as it was drawn, in a file laid out like any other."""

from __future__ import annotations

import struct
import subprocess
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.errors import MediaFailed
from engine.film.rate import FILM, FILM_NTSC, Raster
from engine.media.ffmpeg import executable
from engine.media.holds import hold
from engine.media.masters import Encoded, MasterWriter
from engine.media.playback import Playback
from engine.media.probe import probe

SMALL = Raster(width=192, height=108)
DRAWN = (0, 0, 1, 2, 2, 2, 3, 4, 4)


def written(folder: Path, numbers: tuple[int, ...], rate: Fraction = FILM) -> Encoded:
    writer = MasterWriter(folder, SMALL, rate, "bgra8")
    for number in numbers:
        picture = np.full((SMALL.height, SMALL.width, 4), 60, np.uint8)
        picture[:, : 20 * (number + 1), :3] = 200
        picture[..., 3] = 255
        writer.write(picture)
    return writer.close()


def bar(picture: np.ndarray) -> int:
    return round(float((picture[20, :, 1] > 130).sum()) / picture.shape[1] * SMALL.width / 20) - 1


@pytest.mark.parametrize("rate", [FILM, FILM_NTSC])
def test_every_picture_is_shown_as_often_as_it_was_drawn(tmp_path: Path, rate: Fraction) -> None:
    made = written(tmp_path, DRAWN, rate)
    assert made.frames == len(DRAWN)
    for path in (made.master, made.proxy):
        found = probe(path)
        assert (found.frames, found.rate) == (len(DRAWN), rate)
        with Playback(path) as frames:
            assert [bar(frames.frame(index)) for index in range(len(DRAWN))] == list(DRAWN)
            assert bar(frames.frame(4)) == 2  # a jump lands on it too
    assert not list(tmp_path.glob("*.held"))


def test_held_pictures_are_the_same_bytes_that_were_encoded_once(tmp_path: Path) -> None:
    held, once = written(tmp_path / "held", DRAWN), written(tmp_path / "once", tuple(dict.fromkeys(DRAWN)))
    assert held.master.stat().st_size > once.master.stat().st_size
    packets = [hashes(each.master) for each in (held, once)]
    assert packets[0] == [packets[1][number] for number in DRAWN]


def hashes(path: Path) -> list[str]:
    command = [executable(), "-v", "error", "-i", str(path), "-c", "copy", "-f", "framemd5", "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    return [line.rsplit(",", 1)[1].strip() for line in said.splitlines() if not line.startswith("#")]


def test_a_file_in_which_nothing_is_held_stays_as_it_is(tmp_path: Path) -> None:
    made = written(tmp_path, (0, 1, 2))
    before = made.master.read_bytes()
    hold(made.master, [1, 1, 1])
    assert made.master.read_bytes() == before


def test_a_movie_that_is_none_of_ours_is_refused_and_left_alone(tmp_path: Path) -> None:
    made = written(tmp_path, (0, 1, 2))
    before = made.master.read_bytes()
    with pytest.raises(MediaFailed, match="3 pictures instead of 2"):
        hold(made.master, [1, 2])
    (tmp_path / "odd.mov").write_bytes(struct.pack(">I4sI", 12, b"ftyp", 0) + b"\0" * 32)
    with pytest.raises(MediaFailed, match="not laid out"):
        hold(tmp_path / "odd.mov", [2])
    assert made.master.read_bytes() == before
    assert not list(tmp_path.glob("*.held"))

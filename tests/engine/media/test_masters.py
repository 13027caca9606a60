"""A take's media: the pictures come back, in the right colours, the same bytes every time, or not at all."""

from __future__ import annotations

import hashlib
import resource
import subprocess
import sys
from collections.abc import Iterable, Iterator
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from engine.errors import MediaFailed, StorageFailed
from engine.film.rate import FILM, FILM_NTSC, NTSC, PAL, Raster
from engine.media.ffmpeg import executable
from engine.media.masters import Encoded, MasterWriter
from engine.media.playback import Playback
from engine.media.probe import probe

SMALL = Raster(width=384, height=216)
PATCHES = ((200, 40, 40), (40, 200, 40), (40, 40, 200), (128, 128, 128), (230, 210, 180), (20, 30, 60), (250, 245, 235))


def patches(raster: Raster) -> np.ndarray:
    picture = np.zeros((raster.height, raster.width, 3), np.uint8)
    for number, colour in enumerate(PATCHES):
        left = raster.width * number // len(PATCHES)
        picture[:, left:] = colour
    return picture


def patch_centres(picture: np.ndarray) -> list[np.ndarray]:
    height, width = picture.shape[:2]
    return [picture[height // 2, int(width * (n + 0.5) / len(PATCHES))].astype(int) for n in range(len(PATCHES))]


def counting(raster: Raster, frames: int) -> Iterator[np.ndarray]:
    """Pictures that carry their own number: a bar whose length is the frame number."""
    for number in range(frames):
        picture = np.full((raster.height, raster.width, 4), 90, np.uint8)
        picture[:, : 8 * (number + 1), :3] = 200
        picture[..., 3] = 255
        yield picture


def written(folder: Path, frames: int = 10, rate: Fraction = FILM) -> Encoded:
    writer = MasterWriter(folder, SMALL, rate, "bgra8")
    for picture in counting(SMALL, frames):
        writer.write(picture)
    return writer.close()


def write_all(writer: MasterWriter, pictures: Iterable[np.ndarray]) -> None:
    for picture in pictures:
        writer.write(picture)
    writer.close()


def decoded(path: Path, pixels: str) -> bytes:
    """The first frame, converted to RGB by ffmpeg with what the file says about its own colours."""
    command = [executable(), "-loglevel", "error", "-i", str(path), "-frames:v", "1", "-f", "rawvideo"]
    command += ["-sws_flags", "accurate_rnd+full_chroma_int"]
    return subprocess.run([*command, "-pix_fmt", pixels, "-"], capture_output=True, check=True).stdout


@pytest.mark.parametrize("rate", [FILM, PAL, FILM_NTSC, NTSC])
def test_every_picture_is_there_at_the_exact_rate(tmp_path: Path, rate: Fraction) -> None:
    encoded = written(tmp_path, 7, rate)
    master, proxy = probe(encoded.master), probe(encoded.proxy)
    assert (master.frames, proxy.frames, encoded.frames) == (7, 7, 7)
    assert master.rate == proxy.rate == rate
    assert (master.codec, master.pix_fmt, master.width, master.height) == ("prores", "yuv422p10le", 384, 216)
    assert (proxy.codec, proxy.pix_fmt, proxy.width) == ("h264", "yuv420p", 640)
    for made in (master, proxy):
        assert made.colour_range == "tv"
        assert made.colour == ("bt709", "bt709", "bt709")
    assert encoded.poster.read_bytes()[:2] == b"\xff\xd8"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["master.mov", "poster.jpg", "proxy.mp4"]


@pytest.mark.parametrize("pixels", ["bgra8", "rgb8", "rgb_float"])
def test_colours_come_back_within_two_steps(tmp_path: Path, pixels: str) -> None:
    rgb = patches(SMALL)
    fed = {
        "bgra8": np.dstack([rgb[..., ::-1], np.full(rgb.shape[:2], 255, np.uint8)]),
        "rgb8": rgb,
        "rgb_float": (rgb / 255.0).astype(np.float32),
    }[pixels]
    writer = MasterWriter(tmp_path, SMALL, FILM, pixels)  # type: ignore[arg-type]
    writer.write(fed)
    writer.write(fed)
    encoded = writer.close()
    # swscale needs to be told nothing: the file's own tags must lead to the right matrix.
    master = np.frombuffer(decoded(encoded.master, "rgb24"), np.uint8).reshape(rgb.shape)
    with Playback(encoded.proxy) as frames:
        proxy = frames.frame(0)[..., ::-1]
    for expected, from_master, from_proxy in zip(PATCHES, patch_centres(master), patch_centres(proxy), strict=True):
        assert np.abs(from_master - expected).max() <= 2
        assert np.abs(from_proxy - expected).max() <= 3


def test_hatching_is_not_squeezed_until_it_fits(tmp_path: Path) -> None:
    """Pencil strokes all over a frame are more than LT's bytes hold: they get more (without that, 33 dB)."""
    strokes = np.random.default_rng(7).normal(140, 28, (SMALL.height, SMALL.width)).clip(0, 255).astype(np.uint8)
    picture = np.dstack([strokes, strokes, strokes, np.full_like(strokes, 255)])
    writer = MasterWriter(tmp_path, SMALL, FILM, "bgra8")
    write_all(writer, [picture] * 4)
    found = np.frombuffer(decoded(tmp_path / "master.mov", "gray"), np.uint8).reshape(strokes.shape)
    error = np.mean((found.astype(float) - strokes) ** 2)
    assert 10 * np.log10(255**2 / error) > 36


def test_the_master_is_in_the_bt709_matrix(tmp_path: Path) -> None:
    writer = MasterWriter(tmp_path, SMALL, FILM, "rgb8")
    writer.write(patches(SMALL))
    encoded = writer.close()
    planes = np.frombuffer(decoded(encoded.master, "yuv444p10le"), np.uint16).reshape(3, SMALL.height, SMALL.width)
    for (red, green, blue), found in zip(PATCHES, patch_centres(planes.transpose(1, 2, 0)), strict=True):
        luma = 0.2126 * red + 0.7152 * green + 0.0722 * blue  # ITU-R BT.709-6, item 3.2
        wanted = np.array(
            [
                64 + 876 * luma / 255,
                512 + 896 * (blue - luma) / 1.8556 / 255,
                512 + 896 * (red - luma) / 1.5748 / 255,
            ]
        )
        assert np.abs(found - wanted).max() <= 6  # of 1023


def test_float_pictures_keep_ten_bits(tmp_path: Path) -> None:
    ramp = np.linspace(0.4, 0.46, SMALL.width, dtype=np.float32)  # 15 steps of 8 bits, 60 of 10
    writer = MasterWriter(tmp_path, SMALL, FILM, "rgb_float")
    writer.write(np.ascontiguousarray(np.broadcast_to(ramp[None, :, None], (SMALL.height, SMALL.width, 3))))
    encoded = writer.close()
    luma = np.frombuffer(decoded(encoded.master, "gray10le"), np.uint16).reshape(SMALL.height, SMALL.width)
    assert len(np.unique(np.round(luma.mean(axis=0)))) > 35


def test_frames_read_back_exactly_in_any_order(tmp_path: Path) -> None:
    encoded = written(tmp_path, 24)
    with Playback(encoded.proxy) as playback:
        assert (playback.frames, playback.rate) == (24, FILM)
        for number in (0, 1, 23, 7, 8, 9, 3, 22, 0):
            row = playback.frame(number)[100, :, 0]
            bar = int((row > 145).sum()) * SMALL.width / playback.size[0]
            assert round(bar / 8) - 1 == number
        with pytest.raises(IndexError):
            playback.frame(24)


def test_the_same_pictures_give_the_same_bytes(tmp_path: Path) -> None:
    first, second = written(tmp_path / "a"), written(tmp_path / "b")
    for one, other in zip(
        (first.master, first.proxy, first.poster), (second.master, second.proxy, second.poster), strict=True
    ):
        assert hashlib.sha256(one.read_bytes()).digest() == hashlib.sha256(other.read_bytes()).digest()


def test_an_aborted_take_leaves_nothing(tmp_path: Path) -> None:
    with MasterWriter(tmp_path, SMALL, FILM, "bgra8") as writer:
        for picture in counting(SMALL, 90):
            writer.write(picture)
        assert list(tmp_path.iterdir())  # it had begun
    assert list(tmp_path.iterdir()) == []
    with pytest.raises(MediaFailed):
        MasterWriter(tmp_path, SMALL, FILM, "bgra8").close()
    assert list(tmp_path.iterdir()) == []


def test_a_picture_of_the_wrong_shape_is_refused(tmp_path: Path) -> None:
    with MasterWriter(tmp_path, SMALL, FILM, "bgra8") as writer, pytest.raises(ValueError, match="expected"):
        writer.write(np.zeros((10, 10, 4), np.uint8))


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits are a POSIX matter")
def test_a_full_disk_gives_one_sentence_and_leaves_nothing(tmp_path: Path) -> None:
    noise = np.random.default_rng(0).integers(0, 255, (216, 384, 4)).astype(np.uint8)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (200_000, before[1]))  # the child inherits it
    try:
        writer = MasterWriter(tmp_path, SMALL, FILM, "bgra8")
        with pytest.raises(StorageFailed, match="full"), writer:
            write_all(writer, [noise] * 400)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_named_like_an_address_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made = written(Path("http:x.film"))
    with Playback(made.proxy) as frames:
        assert frames.frames == 10

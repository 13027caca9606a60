"""ffmpeg as a child: its complaints become sentences, it never outlives us, and it never blocks on what it says."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from engine.errors import Cancelled, MediaFailed, StorageFailed, Unsupported
from engine.media import ffmpeg
from engine.media.ffmpeg import Child, executable, run, version
from engine.media.probe import probe

ENDLESS = ["-f", "lavfi", "-i", "testsrc2=s=640x360:r=1000", "-f", "null", "-"]


def test_a_failure_is_one_sentence_with_the_cause(tmp_path: Path) -> None:
    path = tmp_path / "noise.mp4"
    path.write_bytes(b"not a film" * 100)
    with pytest.raises(MediaFailed, match=r"while reading a film: moov atom not found") as caught:
        run(["-i", str(path), "-f", "null", "-"], doing="reading a film", out=tmp_path)
    assert "0x" not in caught.value.sentence
    assert "\n" not in caught.value.sentence
    with pytest.raises(MediaFailed, match="no video"):
        probe(path)
    with pytest.raises(StorageFailed, match="does not exist"):
        probe(tmp_path / "nothing.mp4")


def test_cancelling_ends_the_child_soon(tmp_path: Path) -> None:
    began = time.monotonic()

    def check() -> None:
        if time.monotonic() - began > 0.2:
            raise Cancelled("Stopped.")

    with pytest.raises(Cancelled):
        run(ENDLESS, doing="running on", out=tmp_path, check=check)
    assert time.monotonic() - began < 5


def test_a_killed_child_is_reaped_and_says_so(tmp_path: Path) -> None:
    psutil = pytest.importorskip("psutil")
    with Child(ENDLESS, doing="running on", out=tmp_path):
        assert psutil.Process().children()
    assert not psutil.Process().children()


def test_a_flood_of_complaints_does_not_block(tmp_path: Path) -> None:
    path = tmp_path / "broken.h264"
    run(
        ["-f", "lavfi", "-i", "testsrc2=s=320x180:d=8", "-c:v", "libx264", "-f", "h264", str(path)],
        doing="making",
        out=path,
    )
    whole = bytearray(path.read_bytes())
    for place in range(2000, len(whole), 97):
        whole[place] ^= 0xFF
    path.write_bytes(whole)
    run(["-loglevel", "debug", "-i", str(path), "-f", "null", "-"], doing="reading", out=tmp_path)


@pytest.mark.skipif(sys.platform == "win32", reason="resource limits are a POSIX matter")
def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, before[1]))
    try:
        with pytest.raises(StorageFailed, match="full"):
            run(
                ["-f", "lavfi", "-i", "testsrc2=d=9", "-c:v", "rawvideo", str(tmp_path / "a.mov")],
                doing="writing",
                out=tmp_path,
            )
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ("[out#0/mov @ 0x5] Error writing trailer: No space left on device\n", "is full"),
        ("av_interleaved_write_frame(): Disk quota exceeded\n", "quota"),
        ("Error opening output file a: Read-only file system\n", "read-only"),
        ("Error opening output file a: Permission denied\n", "may not write"),
    ],
)
def test_the_disk_s_words_are_understood(said: str, sentence: str) -> None:
    error = ffmpeg._failure(1, said, doing="writing", out=Path("films"))  # pyright: ignore[reportPrivateUsage]
    assert isinstance(error, StorageFailed)
    assert sentence in error.sentence


def test_a_machine_without_ffmpeg_is_told_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing() -> str:
        raise RuntimeError("No ffmpeg exe could be found.")

    monkeypatch.setattr(ffmpeg.imageio_ffmpeg, "get_ffmpeg_exe", missing)
    executable.cache_clear()
    try:
        with pytest.raises(Unsupported, match="ffmpeg was not found"):
            executable()
    finally:
        executable.cache_clear()


def test_the_version_is_known() -> None:
    assert any(sign.isdigit() for sign in version())

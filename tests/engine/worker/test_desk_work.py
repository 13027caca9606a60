"""The desk's chores leave whole files that say what they should, and nothing when they are stopped or cannot."""

from __future__ import annotations

import hashlib
import json
import subprocess
from fractions import Fraction
from pathlib import Path
from typing import Literal

import cv2
import numpy as np
import pytest

from engine.client import Client
from engine.errors import BadInput, Cancelled, MediaFailed, StoryreelError
from engine.film.cuts import Clip, Cut, Footage, Track
from engine.film.document import Film
from engine.film.ending import Ending
from engine.film.rate import FILM, Raster
from engine.film.setup import Setup, Size
from engine.media.ffmpeg import executable
from engine.media.masters import MASTER, MasterWriter
from engine.media.probe import has_sound, probe
from engine.plan import desk
from engine.plan.orders import ShotOrder, SubjectOrder
from engine.protocol import Job
from engine.worker import chores, desk_work

RASTER = Raster(width=160, height=90)


class Ear:
    """Hears progress and notes; stops the work once it has heard `most` reports."""

    def __init__(self, most: int = 1_000_000) -> None:
        self.heard: list[tuple[int, int]] = []
        self.notes: list[str] = []
        self._most = most

    def progress(self, key: str, done: int, total: int) -> None:
        self.heard.append((done, total))

    def preview(self, key: str, picture: object) -> None:
        raise AssertionError("nothing is drawn at the desk")

    def note(self, sentence: str) -> None:
        self.notes.append(sentence)

    def check(self) -> None:
        if len(self.heard) >= self._most:
            raise Cancelled("stopped")


def do(folder: Path, work: desk.Work, ear: Ear | None = None) -> str:
    """Have the chore done as the worker does; returns the job's key."""
    ear = ear or Ear()
    key = desk.key_of(work)
    chores.find(work.chore)(folder, Job(key, work.chore, desk.payload(work), lane="desk"), ear, ear)
    return key


def clip(path: Path, *, size: str = "320x240", rate: str = "25", seconds: float = 1, sound: bool = True) -> Path:
    """A test card with a tone."""
    card = ["-f", "lavfi", "-i", f"testsrc=size={size}:rate={rate}:duration={seconds}"]
    tone = ["-f", "lavfi", "-i", f"sine=frequency=440:sample_rate=44100:duration={seconds}"] if sound else []
    subprocess.run([executable(), "-v", "error", "-y", *card, *tone, "-pix_fmt", "yuv420p", str(path)], check=True)
    return path


def brought(
    folder: Path, source: Path, into: Literal["take", "footage"] = "take", *, fill: bool = False
) -> desk.Import:
    film = Film(rate=FILM, raster=RASTER)
    return Client(folder).import_of(film, source, into, fill=fill)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "A.film"
    made.mkdir()
    return made


def test_a_clip_becomes_a_take_of_its_own_size_and_rate(folder: Path, tmp_path: Path) -> None:
    ear = Ear()
    key = do(folder, brought(folder, clip(tmp_path / "walk.mp4")), ear)
    arrived = Client(folder).arrived(key)
    assert arrived is not None
    take = arrived.take
    assert take is not None
    assert (take.recipe.origin, take.rate, take.frames, take.head, take.fit) == ("imported", 25, 25, 0, "padded")
    master = folder / take.media
    assert take.digest == hashlib.sha256(master.read_bytes()).hexdigest()
    facts = probe(master)
    assert (facts.width, facts.height, facts.frames, facts.codec) == (320, 240, 25, "prores")
    assert facts.has_audio
    assert probe(master.with_name("proxy.mp4")).frames == 25
    assert cv2.imread(str(master.with_name("poster.jpg"))) is not None
    assert json.loads(master.with_name("take.json").read_bytes())["facts"]["name"] == "walk.mp4"


def test_importing_twice_is_one_take(folder: Path, tmp_path: Path) -> None:
    source = clip(tmp_path / "walk.mp4")
    first = Client(folder).arrived(do(folder, brought(folder, source)))
    again = Client(folder).arrived(do(folder, brought(folder, source)))
    assert first == again
    assert len(list(folder.glob("takes/*/*/take.json"))) == 1


@pytest.mark.parametrize(
    ("size", "fill", "fit"), [("160x90", False, "none"), ("320x180", False, "scaled"), ("320x240", True, "cropped")]
)
def test_how_a_clip_fits_the_film_is_told(folder: Path, tmp_path: Path, size: str, fill: bool, fit: str) -> None:
    source = clip(tmp_path / "walk.mp4", size=size, seconds=0.2, sound=False)
    arrived = Client(folder).arrived(do(folder, brought(folder, source, fill=fill)))
    assert arrived is not None
    assert arrived.take is not None
    assert arrived.take.fit == fit


def test_an_import_that_is_stopped_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    source = clip(tmp_path / "walk.mp4", size="1280x720", seconds=4)
    with pytest.raises(Cancelled):
        do(folder, brought(folder, source), Ear(most=1))
    assert [path for path in folder.rglob("*") if path.is_file() and not path.name.endswith(".lock")] == []


@pytest.mark.parametrize("name", ["picture.png", "words.mp4"])
def test_what_is_no_clip_is_refused_in_one_sentence(folder: Path, tmp_path: Path, name: str) -> None:
    source = tmp_path / name
    if name == "picture.png":
        cv2.imwrite(str(source), np.zeros((32, 32, 3), np.uint8))
    else:
        source.write_text("not a film")
    with pytest.raises((BadInput, MediaFailed)) as refused:
        do(folder, brought(folder, source))
    assert name in refused.value.sentence


def test_a_clip_that_is_gone_is_one_sentence(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="cannot be read"):
        brought(folder, tmp_path / "gone.mp4")


def test_a_long_chinese_name_fits_the_disk(folder: Path, tmp_path: Path) -> None:
    source = clip(tmp_path / f"{'夜' * 80}.mp4")
    arrived = Client(folder).arrived(do(folder, brought(folder, source, "footage")))
    assert arrived is not None
    assert arrived.footage is not None
    assert Path(arrived.footage.path).name.startswith("夜" * 40 + "-")


def test_footage_is_copied_into_the_film(folder: Path, tmp_path: Path) -> None:
    source = clip(tmp_path / "the sea.mp4")
    arrived = Client(folder).arrived(do(folder, brought(folder, source, "footage")))
    assert arrived is not None
    footage = arrived.footage
    assert footage is not None
    assert footage.path.startswith("footage/the-sea-")
    assert (footage.rate, footage.frames) == (25, 25)
    assert (folder / footage.path).read_bytes() == source.read_bytes()
    assert footage.digest == hashlib.sha256(source.read_bytes()).hexdigest()


def test_a_file_that_grows_while_it_is_copied_is_named_by_what_was_copied(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = clip(tmp_path / "sea.mp4")
    monkeypatch.setattr(desk_work, "_CHUNK", 1024)

    class Recorder(Ear):
        """Somebody writes on into the file at each look."""

        def check(self) -> None:
            with source.open("ab") as file:
                file.write(b"more" if source.stat().st_size < 100_000 else b"")

    arrived = Client(folder).arrived(do(folder, brought(folder, source, "footage"), Recorder()))
    assert arrived is not None
    assert arrived.footage is not None
    kept = folder / arrived.footage.path
    assert arrived.footage.digest == hashlib.sha256(kept.read_bytes()).hexdigest()
    assert [path.name for path in kept.parent.iterdir()] == [kept.name]


def test_footage_that_is_stopped_leaves_nothing(folder: Path, tmp_path: Path) -> None:
    source = clip(tmp_path / "sea.mp4")
    with pytest.raises(Cancelled):
        do(folder, brought(folder, source, "footage"), Ear(most=0))
    assert not list((folder / "footage").iterdir())


def test_sound_alone_is_footage_counted_in_film_frames(folder: Path, tmp_path: Path) -> None:
    source = tmp_path / "rain.wav"
    tone = ["-f", "lavfi", "-i", "sine=frequency=440:duration=2"]
    subprocess.run([executable(), "-v", "error", *tone, str(source)], check=True)
    arrived = Client(folder).arrived(do(folder, brought(folder, source, "footage")))
    assert arrived is not None
    assert arrived.footage is not None
    assert (arrived.footage.rate, arrived.footage.frames) == (24, 48)


def test_sound_is_decoded_whole_with_its_peaks(folder: Path, tmp_path: Path) -> None:
    source = clip(folder / "tone.mp4", seconds=1)
    digest = hashlib.sha256(source.read_bytes()).hexdigest()
    do(folder, desk.Sound(source="tone.mp4", digest=digest))
    pcm = np.fromfile(folder / desk.pcm_path(digest), "<i2").reshape(-1, 2)
    peaks = np.fromfile(folder / desk.peaks_path(digest), "<i2").reshape(-1, 2)
    assert abs(len(pcm) - desk.SAMPLE_RATE) < 2_000  # AAC adds a little
    assert len(peaks) == -(-len(pcm) // desk.PER_PEAK)
    first = pcm[10 * desk.PER_PEAK : 11 * desk.PER_PEAK]
    assert tuple(peaks[10]) == (first.min(), first.max())
    assert peaks[10, 1] > 1_000


def test_a_silent_clip_has_empty_sound(folder: Path) -> None:
    source = clip(folder / "mute.mp4", sound=False, seconds=0.2)
    assert not has_sound(source)
    do(folder, desk.Sound(source="mute.mp4", digest="0" * 64))
    assert (folder / desk.pcm_path("0" * 64)).read_bytes() == b""
    assert (folder / desk.peaks_path("0" * 64)).read_bytes() == b""


def test_a_still_is_that_picture_at_full_size_in_its_colours(folder: Path) -> None:
    with MasterWriter(folder / "takes", RASTER, FILM, "rgb8") as writer:
        for number in range(8):
            writer.write(np.full((90, 160, 3), (30 * number, 200, 90), np.uint8))
        writer.close()
    still = desk.Still(source=f"takes/{MASTER}", digest="1" * 64, picture=5)
    do(folder, still)
    picture = cv2.imread(str(folder / desk.still_path(still)))
    assert picture.shape == (90, 160, 3)
    assert np.abs(picture[45, 80].astype(int) - (90, 200, 150)).max() <= 3
    with pytest.raises(BadInput, match="only 8 pictures"):
        do(folder, still.with_(picture=8))


def _cut_film(folder: Path) -> Film:
    """A film whose cut is two clips of footage: a second each."""
    clips = []
    for number, name in enumerate(("a.mp4", "b.mp4")):
        source = clip(folder / name, size="160x90", rate="24")
        digest = hashlib.sha256(source.read_bytes()).hexdigest()
        footage = Footage(path=name, digest=digest, rate=Fraction(24), frames=24)
        clips.append(Clip(id=f"c{number}", footage=footage, frames=24))
    sound = tuple(each.with_(id=f"{each.id}s") for each in clips)
    tracks = (Track(id="v", items=tuple(clips)), Track(id="s", kind="sound", items=sound))
    return Film(title="Two", rate=FILM, raster=RASTER, cuts=(Cut(id="cut", name="Assembly", tracks=tracks),))


def test_a_cut_is_exported_as_it_stood_from_the_in_to_the_out_mark(folder: Path, tmp_path: Path) -> None:
    film, ear = _cut_film(folder), Ear()
    path = Client(folder).snapshot(film)
    whole = desk.Export(film=path, cut="cut", out=str(tmp_path / "whole.mp4"), title=False)
    do(folder, whole, ear)
    assert probe(tmp_path / "whole.mp4").frames == 48
    assert ear.heard
    part = whole.with_(
        out=str(tmp_path / "part.mov"), codec="prores", span=(12, 40), raster=Raster(width=80, height=90)
    )
    do(folder, part)
    facts = probe(tmp_path / "part.mov")
    assert (facts.frames, facts.width, facts.codec) == (28, 80, "prores")
    assert facts.has_audio


@pytest.mark.parametrize(("ending", "frames"), [("picture", 24), ("sound", 48)])
def test_an_export_ends_with_what_was_chosen(folder: Path, tmp_path: Path, ending: Ending, frames: int) -> None:
    film = _cut_film(folder)
    picture, sound = film.cuts[0].tracks
    short = film.cuts[0].with_(tracks=(picture.with_(items=picture.items[:1]), sound))
    path, out = Client(folder).snapshot(film.with_(cuts=(short,))), tmp_path / "x.mp4"
    do(folder, desk.Export(film=path, cut="cut", out=str(out), title=False, ending=ending))
    assert probe(out).frames == frames


def test_an_export_over_marks_outside_the_cut_is_refused(folder: Path, tmp_path: Path) -> None:
    path = Client(folder).snapshot(_cut_film(folder))
    with pytest.raises(BadInput, match="0 to 47"):
        do(folder, desk.Export(film=path, cut="cut", out=str(tmp_path / "x.mp4"), span=(40, 60)))
    with pytest.raises(StoryreelError, match="does not end in"):
        do(folder, desk.Export(film=path, cut="cut", out=str(tmp_path / "x.txt")))
    assert not list(tmp_path.glob("x.*"))


def test_an_export_that_is_stopped_leaves_no_file(folder: Path, tmp_path: Path) -> None:
    path = Client(folder).snapshot(_cut_film(folder))
    with pytest.raises(Cancelled):
        do(folder, desk.Export(film=path, cut="cut", out=str(tmp_path / "x.mp4")), Ear(most=0))
    assert not list(tmp_path.glob("*x*"))


def test_words_the_desk_does_not_know_are_refused(folder: Path) -> None:
    job = Job("k", desk.Sound.chore, "{}", lane="desk")
    with pytest.raises(BadInput, match="cannot be read"):
        chores.find(job.engine)(folder, job, Ear(), Ear())


def test_a_portrait_is_drawn_once_and_is_somebody(tmp_path: Path) -> None:
    order = ShotOrder(
        engine="animatic",
        style="paper",
        language="en",
        raster=Raster(width=96, height=96),
        rate=FILM,
        frames=24,
        setup=Setup(size=Size.MEDIUM_CLOSE),
        cast=(SubjectOrder(name="IRIS", description="a tall woman in a red coat", look_seed=7),),
    )
    work = desk.Portrait(order=order)
    do(tmp_path, work)
    path = tmp_path / desk.portrait_path(work)
    picture = cv2.imread(str(path))
    assert picture is not None
    assert picture.shape == (96, 96, 3)
    assert picture.std() > 10
    before = path.stat().st_mtime_ns
    do(tmp_path, work)
    assert path.stat().st_mtime_ns == before
    alone = desk.Portrait(order=order.with_(cast=()))
    do(tmp_path, alone)
    assert (cv2.imread(str(tmp_path / desk.portrait_path(alone))) != picture).mean() > 0.1

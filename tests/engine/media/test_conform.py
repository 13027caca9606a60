"""An export shows what the cut says, on the frame it says, lasts exactly as long, and encodes nothing twice."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from engine.errors import BadInput, Cancelled, MediaFailed, StorageFailed
from engine.film.cuts import Clip, Cut, Footage, Gap, Item, Track, Transition
from engine.film.document import Film
from engine.film.rate import FILM, FILM_NTSC, NTSC, PAL, Raster, sample_at
from engine.film.shots import Line, Scene, Shot
from engine.film.takes import Recipe, Take
from engine.media import conform
from engine.media.conform import Exported, ExportOptions, check_place, encode_ahead, export
from engine.media.ffmpeg import executable
from engine.media.joining import join
from engine.media.masters import MasterWriter
from engine.media.probe import probe
from engine.media.progress import Quiet

RASTER = Raster(width=256, height=144)
HANDLES = 6
LENGTH = 24
GREYS = {"a": 50, "b": 110, "c": 170, "d": 230}
PLAIN = ExportOptions(title=False, crf=8)


def numbered(shot: str, number: int) -> np.ndarray:
    """A grey picture whose shade is the shot; the top rows show the picture's number as a bar, four pixels each."""
    picture = np.full((RASTER.height, RASTER.width, 3), GREYS[shot], np.uint8)
    picture[:32] = 0
    picture[:32, : 4 * (number + 1)] = 255
    return picture


@dataclass(frozen=True)
class House:
    """Takes on disk, and the film and cut that use them."""

    folder: Path
    rate: Fraction = FILM

    def take(self, shot: str, rate: Fraction | None = None, frames: int = LENGTH + 2 * HANDLES) -> Take:
        folder = self.folder / "takes" / shot
        if not folder.exists():
            with MasterWriter(folder, RASTER, rate or self.rate, "rgb8") as writer:
                for number in range(frames):
                    writer.write(numbered(shot, number))
                writer.close()
        digest = hashlib.sha256((folder / "master.mov").read_bytes()).hexdigest()
        media = f"takes/{shot}/master.mov"
        return Take(
            id=shot,
            recipe=Recipe(engine="fake"),
            rate=rate or self.rate,
            frames=frames,
            head=HANDLES,
            media=media,
            digest=digest,
        )

    def shot(self, name: str, *lines: Line, rendered: bool = True, **facts: object) -> Shot:
        takes = (self.take(name),) if rendered else ()
        return Shot(id=name, slate=name.upper(), duration=LENGTH, lines=lines, takes=takes, **facts)  # type: ignore[arg-type]

    def film(self, *shots: Shot) -> Film:
        return Film(title="A film", rate=self.rate, raster=RASTER, scenes=(Scene(id="s", number="1", shots=shots),))

    def export(
        self, film: Film, cut: Cut, options: ExportOptions = PLAIN, name: str = "out.mp4", **more: object
    ) -> Exported:
        return export(
            film,
            cut,
            self.folder / name,
            take_folder=lambda take: self.folder / "takes" / take.id,
            cache=self.folder / "cache",
            options=options,
            folder=self.folder,
            **more,  # type: ignore[arg-type]
        )


def cut(*items: Item, sounds: Iterable[Item] = ()) -> Cut:
    tracks = [Track(id="v", items=items)]
    tracks += [Track(id="s", kind="sound", items=tuple(sounds))] if sounds else []
    return Cut(id="c", name="main", tracks=tuple(tracks))


def clip(name: str, frames: int = LENGTH, start: int = 0) -> Clip:
    return Clip(id=f"{name}{start}", shot=name, frames=frames, start=start)


def between(style: str, before: int = 4, after: int = 4) -> Transition:
    return Transition(id=f"{style}{before}{after}", style=style, before=before, after=after)  # type: ignore[arg-type]


def pictures(path: Path) -> np.ndarray:
    """Every picture of a film: uint8 (frames, H, W), luma stretched to 0..255."""
    command = [executable(), "-loglevel", "error", "-i", str(path), "-map", "0:v", "-fps_mode", "passthrough"]
    command += ["-f", "rawvideo", "-pix_fmt", "gray", "-"]
    raw = subprocess.run(command, capture_output=True, check=True).stdout
    return np.frombuffer(raw, np.uint8).reshape(-1, RASTER.height, RASTER.width)


def shown(picture: np.ndarray) -> tuple[str, int]:
    """The shot and the number of the take's picture, as a viewer sees them."""
    grey = int(np.median(picture[60:100]))
    name = min(GREYS, key=lambda shot: abs(GREYS[shot] - grey))
    return name, round(float((picture[16] > 128).sum()) / 4) - 1


def grey(picture: np.ndarray) -> float:
    return float(picture[60:100].mean())


def samples(path: Path) -> np.ndarray:
    command = [executable(), "-loglevel", "error", "-i", str(path), "-map", "0:a", "-f", "s16le", "-"]
    return np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, np.int16).reshape(-1, 2)


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    return House(tmp_path_factory.mktemp("house"))


def test_every_frame_of_a_cut_is_the_one_that_was_asked_for(house: House) -> None:
    film = house.film(house.shot("a"), house.shot("b"), house.shot("c"))
    edit = cut(clip("b", 10, 5), Gap(id="g", frames=3), clip("a"), clip("c", 7, -6))
    made = house.export(film, edit)
    assert made.frames == edit.frames == 44
    seen = pictures(made.path)
    assert len(seen) == 44
    wanted = [("b", HANDLES + 5 + n) for n in range(10)] + [None] * 3
    wanted += [("a", HANDLES + n) for n in range(LENGTH)] + [("c", n) for n in range(7)]
    for picture, expected in zip(seen, wanted, strict=True):
        assert (picture.max() < 4) if expected is None else (shown(picture) == expected)


def test_a_dissolve_mixes_evenly_and_its_middle_is_the_mean(house: House) -> None:
    film = house.film(house.shot("a"), house.shot("c"))
    seen = pictures(house.export(film, cut(clip("a"), between("dissolve", 4, 5), clip("c"))).path)
    for index in range(9):
        weight = (index + 1) / 10
        expected = GREYS["a"] * (1 - weight) + GREYS["c"] * weight
        assert grey(seen[LENGTH - 4 + index]) == pytest.approx(expected, abs=2)
    assert grey(seen[LENGTH]) == pytest.approx((GREYS["a"] + GREYS["c"]) / 2, abs=2)
    assert shown(seen[LENGTH - 5]) == ("a", HANDLES + LENGTH - 5)
    assert shown(seen[LENGTH + 5]) == ("c", HANDLES + 5)


def test_a_wipe_uncovers_from_the_left_at_an_even_pace(house: House) -> None:
    film = house.film(house.shot("a"), house.shot("c"))
    seen = pictures(house.export(film, cut(clip("a"), between("wipe", 3, 4), clip("c"))).path)
    for index in range(7):
        row = seen[LENGTH - 3 + index][80].astype(float)
        edge = RASTER.width * (index + 1) / 8
        incoming = row > (GREYS["a"] + GREYS["c"]) / 2
        assert int(incoming.sum()) == pytest.approx(edge, abs=2)
        assert incoming[: int(edge) - 2].all()


def test_fades_touch_black_and_nothing_else_is_dark(house: House) -> None:
    film = house.film(house.shot("c"), house.shot("d"))
    edit = cut(between("fade", 0, 6), clip("c"), between("fade", 4, 4), clip("d"), between("dissolve", 6, 0))
    seen = pictures(house.export(film, edit).path)
    levels = [grey(picture) for picture in seen]
    assert levels[0] < 2  # begins on black
    assert levels[3] == pytest.approx(GREYS["c"] * 3 / 6, abs=3)
    assert levels[6] == pytest.approx(GREYS["c"], abs=2)
    assert levels[LENGTH - 1] < 2  # through black at the cut
    assert levels[LENGTH] < 2
    assert levels[LENGTH - 3] == pytest.approx(GREYS["c"] * 2 / 4, abs=3)
    assert levels[-1] < 2  # and ends on it
    assert sum(level < 5 for level in levels) == 4
    assert len(seen) == edit.frames == 48


@pytest.mark.parametrize("rate", [FILM, PAL, FILM_NTSC, NTSC])
def test_lengths_are_exact_at_every_rate(tmp_path: Path, rate: Fraction) -> None:
    house = House(tmp_path, rate)
    film = house.film(house.shot("a"), house.shot("b"))
    edit = cut(clip("a"), between("dissolve", 2, 2), clip("b", 19))
    made = house.export(film, edit, ExportOptions(crf=20))
    facts = probe(made.path)
    title = made.frames - edit.frames
    assert title == round(3 * rate)
    assert (facts.frames, facts.rate, facts.codec, facts.pix_fmt) == (made.frames, rate, "h264", "yuv420p")
    assert (facts.colour_range, facts.colour, facts.has_audio) == ("tv", ("bt709", "bt709", "bt709"), True)
    heard = samples(made.path)
    assert len(heard) == sample_at(made.frames, 48_000, rate)
    assert not heard.any()
    command = [
        executable(),
        "-loglevel",
        "error",
        "-i",
        str(made.path),
        "-map",
        "0:v",
        "-c",
        "copy",
        "-f",
        "framecrc",
        "-",
    ]
    packets = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    rows = [[word.strip() for word in row.split(",")] for row in packets if not row.startswith("#")]
    ticks = int(1 / rate * (rate.numerator if rate.denominator > 1 else 1000 * rate.numerator))
    assert [int(row[2]) for row in rows] == [ticks * number for number in range(made.frames)]  # no drift, no gaps
    assert (made.path.read_bytes().find(b"moov")) < made.path.read_bytes().find(b"mdat")  # plays while it loads


def test_the_same_film_gives_the_same_bytes(house: House) -> None:
    film = house.film(house.shot("a", Line(id="1", speaker="", text="Hello.", start=2, frames=12)), house.shot("b"))
    edit = cut(clip("a"), between("wipe"), clip("b"))
    first = house.export(film, edit, ExportOptions(), "one.mp4").path.read_bytes()
    shutil.rmtree(house.folder / "cache")
    second = house.export(film, edit, ExportOptions(workers=1), "two.mp4").path.read_bytes()
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()


def test_a_one_shot_edit_encodes_one_shot(tmp_path: Path) -> None:
    house = House(tmp_path)
    shots = [house.shot(name) for name in "abcd"]
    edit = cut(*(clip(name) for name in "abcd"))
    assert house.export(house.film(*shots), edit).encoded == 4
    again = house.export(house.film(*shots), edit)
    assert (again.encoded, again.reused) == (0, 4)
    spoken = Line(id="1", speaker="", text="Now I speak.", start=3, frames=12)
    shots[1] = shots[1].with_(lines=(spoken,))
    assert house.export(house.film(*shots), edit).encoded == 1
    moved = cut(*(clip(name) for name in "dabc"))
    assert house.export(house.film(*shots), moved).encoded == 0  # a shot that only moves costs nothing
    renamed = house.film(*[shot.with_(slate=f"X{shot.slate}") for shot in shots])
    assert house.export(renamed, moved).encoded == 0
    burned = ExportOptions(title=False, burn_in=True, crf=8)
    assert house.export(renamed, moved, burned).encoded == 4


def test_captions_stand_in_their_place_for_their_time(house: House) -> None:
    silent = house.film(house.shot("b"), house.shot("c"))
    lines = (Line(id="1", speaker="", text="山水有清音", start=6, frames=24),)  # runs six frames over the cut
    spoken = house.film(house.shot("b", *lines), house.shot("c"))
    edit = cut(clip("b"), clip("c"))
    plain, lettered = (pictures(house.export(film, edit).path).astype(int) for film in (silent, spoken))
    for number, (before, after) in enumerate(zip(plain, lettered, strict=True)):
        changed = np.abs(after - before) > 20
        assert changed.any() == (6 <= number < 30), number
        if changed.any():
            rows, columns_ = np.nonzero(changed)
            assert rows.min() > RASTER.height * 0.8
            assert rows.max() < RASTER.height * 0.95
            assert abs((columns_.min() + columns_.max()) / 2 - RASTER.width / 2) < 4
            box = after[rows.min() : rows.max(), columns_.min() : columns_.max()]
            assert box.max() > 200  # cream letters
            assert np.median(box) < 110  # on a dark plate


def test_captions_beside_the_film_and_as_a_track(house: House) -> None:
    film = house.film(house.shot("a", Line(id="1", speaker="", text="你好。", start=0, frames=24)))
    beside = house.export(film, cut(clip("a")), ExportOptions(captions="srt"), "beside.mp4")
    assert beside.subtitles is not None
    assert beside.subtitles.read_text(encoding="utf-8") == "1\n00:00:03,000 --> 00:00:04,000\n你好。\n"
    track = house.export(film, cut(clip("a")), ExportOptions(captions="track"), "track.mp4")
    command = [executable(), "-loglevel", "error", "-i", str(track.path), "-map", "0:s", "-f", "srt", "-"]
    assert "你好。" in subprocess.run(command, capture_output=True, check=True).stdout.decode()


def test_a_burn_in_is_seen_and_moves_on(house: House) -> None:
    film = house.film(house.shot("b"))
    options = ExportOptions(title=False, captions="none", burn_in=True, crf=8)
    plain = pictures(house.export(film, cut(clip("b")), ExportOptions(title=False, captions="none", crf=8)).path)
    burned = pictures(house.export(film, cut(clip("b")), options, "burned.mp4").path)
    changed = np.abs(burned.astype(int) - plain.astype(int)).max(axis=0) > 20
    assert changed[:30, :40].any()  # the slate
    assert changed[:40, -80:].any()  # timecode and frame
    assert not changed[60:].any()
    digits = burned[:, :40, -80:].astype(int)
    assert all(np.abs(one - other).max() > 40 for one, other in pairwise(digits))


def test_a_shot_without_a_take_is_shown_as_a_slate(house: House) -> None:
    film = house.film(house.shot("a"), house.shot("b", rendered=False, action="The sea."))
    made = house.export(film, cut(clip("a"), between("dissolve"), clip("b")))
    assert made.notes == ("Not rendered yet, shown as a slate: shot B.",)
    last = pictures(made.path)[-1]
    assert last[RASTER.height // 2, RASTER.width // 5] > 190  # the cream card
    assert last[4, 4] < 130  # on its grey ground


def test_a_take_that_is_too_short_holds_its_nearest_picture(tmp_path: Path) -> None:
    house = House(tmp_path)
    short = house.take("a", frames=20)  # fourteen frames after frame 0
    film = house.film(Shot(id="a", slate="A", duration=LENGTH, takes=(short,)))
    made = house.export(film, cut(clip("a", 40, -12)))
    numbers = [shown(picture)[1] for picture in pictures(made.path)]
    assert numbers == [0] * 6 + list(range(20)) + [19] * 14
    assert any("20 frames too short" in note for note in made.notes)


def test_media_at_another_rate_and_size_are_fitted(tmp_path: Path) -> None:
    house = House(tmp_path)
    take = house.take("d", rate=Fraction(12), frames=18)
    film = house.film(Shot(id="d", slate="D", duration=LENGTH, takes=(take,)))
    numbers = [shown(picture)[1] for picture in pictures(house.export(film, cut(clip("d", 20, 3))).path)]
    assert numbers == [HANDLES + (3 + frame) // 2 for frame in range(20)]
    wide = film.with_(raster=Raster(width=256, height=256))
    options = ExportOptions(title=False, crf=8)
    facts = probe(house.export(wide, cut(clip("d")), options, "square.mp4").path)
    assert (facts.width, facts.height) == (256, 256)


def tone(house: House) -> Footage:
    """Two seconds."""
    path, made = house.folder / "tone.wav", "sine=frequency=1000:sample_rate=48000:duration=2"
    subprocess.run([executable(), "-loglevel", "error", "-y", "-f", "lavfi", "-i", made, str(path)], check=True)
    return Footage(path="tone.wav", digest=hashlib.sha256(path.read_bytes()).hexdigest(), rate=FILM, frames=48)


def test_sound_tracks_are_heard_where_they_lie(house: House) -> None:
    sounds = (Gap(id="g", frames=10), Clip(id="s", footage=tone(house), frames=8))
    made = house.export(house.film(house.shot("a")), cut(clip("a"), sounds=sounds))
    heard = np.abs(samples(made.path)[:, 0].astype(int))
    loud = np.nonzero(heard > 1000)[0]
    assert len(heard) == sample_at(LENGTH, 48_000, FILM)
    assert loud[0] == pytest.approx(sample_at(10, 48_000, FILM), abs=200)
    assert loud[-1] == pytest.approx(sample_at(18, 48_000, FILM), abs=200)


def test_music_that_outlasts_the_picture_fades_out_with_it_or_runs_on_over_black(house: House) -> None:
    film, edit = house.film(house.shot("a")), cut(clip("a"), sounds=(Clip(id="s", footage=tone(house), frames=48),))
    faded = house.export(film, edit, name="faded.mp4")
    heard = np.abs(samples(faded.path)[:, 0].astype(int))
    assert (faded.frames, len(heard)) == (LENGTH, sample_at(LENGTH, 48_000, FILM))
    early, late = (part.max() for part in np.split(heard, (4800, len(heard) - 4800))[::2])
    assert late < early / 3
    assert faded.frames == house.export(film, edit, replace(PLAIN, span=(0, LENGTH)), "cut.mp4").frames
    assert np.abs(samples(house.folder / "cut.mp4")[-4800:, 0].astype(int)).max() > 2 * late  # the out mark cuts it
    on = house.export(film, edit, replace(PLAIN, ending="sound"), "on.mp4")
    assert on.frames == 48
    assert pictures(on.path)[LENGTH:].max() < 30
    assert np.abs(samples(on.path)[-4800:, 0].astype(int)).max() > 2 * late


def test_prores_leaves_ten_bits(house: House) -> None:
    film = house.film(house.shot("a"), house.shot("b"))
    options = ExportOptions(codec="prores", label=True)
    made = house.export(film, cut(clip("a"), between("fade"), clip("b")), options, "out.mov")
    facts = probe(made.path)
    assert (facts.codec, facts.pix_fmt, facts.frames, facts.rate) == ("prores", "yuv422p10le", made.frames, FILM)
    assert len(samples(made.path)) == sample_at(made.frames, 48_000, FILM)
    assert b'"Label":"1"' in made.path.read_bytes()


@pytest.mark.parametrize("harm", ["truncated", "changed"])
def test_a_damaged_take_gives_one_sentence_and_keeps_the_old_film(tmp_path: Path, harm: str) -> None:
    house = House(tmp_path)
    film = house.film(house.shot("a"))
    house.export(film, cut(clip("a")))
    before = (tmp_path / "out.mp4").read_bytes()
    master = tmp_path / "takes/a/master.mov"
    whole = master.read_bytes()
    master.write_bytes(whole[: len(whole) // 2] + (b"" if harm == "truncated" else bytes(len(whole) - len(whole) // 2)))
    with pytest.raises(MediaFailed, match=r"is damaged: it has changed") as caught:
        house.export(film, cut(clip("a", 20)))
    assert "\n" not in caught.value.sentence
    assert (tmp_path / "out.mp4").read_bytes() == before
    assert not [path for path in tmp_path.rglob("*") if ".part" in path.name or "making" in path.name]


def test_media_that_cannot_be_decoded_give_one_sentence(tmp_path: Path) -> None:
    house = House(tmp_path)
    take = house.take("a")
    master = tmp_path / "takes/a/master.mov"
    master.write_bytes(master.read_bytes()[:5000])
    lying = take.with_(digest=hashlib.sha256(master.read_bytes()).hexdigest())
    film = house.film(Shot(id="a", slate="A", duration=LENGTH, takes=(lying,)))
    with pytest.raises(MediaFailed, match="while encoding shot A") as caught:
        house.export(film, cut(clip("a")))
    assert "\n" not in str(caught.value)


def test_a_damaged_cache_is_made_again(tmp_path: Path) -> None:
    house = House(tmp_path)
    film = house.film(house.shot("a"), house.shot("b"))
    edit = cut(clip("a"), clip("b"))
    good = house.export(film, edit).path.read_bytes()
    kept = sorted((tmp_path / "cache/segments").iterdir())[0]
    kept.write_bytes(kept.read_bytes()[: kept.stat().st_size // 3])
    assert house.export(film, edit).path.read_bytes() == good


def test_old_pieces_and_leftovers_are_swept(tmp_path: Path) -> None:
    house = House(tmp_path)
    film = house.film(house.shot("a"))
    house.export(film, cut(clip("a")))
    folder = tmp_path / "cache/segments"
    (folder / ".making-killed").mkdir()
    for path in folder.iterdir():
        os.utime(path, (0, 0))
    house.export(film, cut(clip("a", 5)))
    assert len(list(folder.iterdir())) == 1


def test_nothing_to_show_and_nowhere_to_put_it(house: House) -> None:
    film = house.film(house.shot("a"))
    with pytest.raises(BadInput, match="empty"):
        house.export(film, cut())
    with pytest.raises(StorageFailed, match="is a folder"):
        house.export(film, cut(clip("a")), name="takes")
    with pytest.raises(StorageFailed):
        house.export(film, cut(clip("a")), name="takes/a/master.mov/out.mp4")


def test_a_stopped_export_leaves_nothing_and_goes_on_later(tmp_path: Path) -> None:
    house = House(tmp_path)
    film = house.film(*[house.shot(name) for name in "abcd"])
    edit = cut(*(clip(name) for name in "abcd"))
    stop = threading.Event()

    class Impatient(Quiet):
        def progress(self, key: str, done: int, total: int) -> None:
            if done:
                stop.set()

        def check(self) -> None:
            if stop.is_set():
                raise Cancelled("The export was stopped.")

    impatient = Impatient()
    with pytest.raises(Cancelled):
        house.export(film, edit, report=impatient, cancel=impatient)
    assert not (tmp_path / "out.mp4").exists()
    assert not [path for path in tmp_path.rglob("*") if ".part" in path.name or "making" in path.name]
    assert house.export(film, edit).encoded < 4


def test_ffmpeg_children_are_gone_after_an_export(house: House) -> None:
    psutil = pytest.importorskip("psutil")
    house.export(house.film(house.shot("a")), cut(clip("a", 11)))
    assert [child.name() for child in psutil.Process().children(recursive=True) if "ffmpeg" in child.name()] == []


def test_encoding_ahead_makes_what_the_export_then_finds(tmp_path: Path) -> None:
    house = House(tmp_path)
    half = house.film(house.shot("a"), house.shot("b", rendered=False))
    row = cut(clip("a"), clip("b"))
    ahead = encode_ahead(
        half,
        row,
        take_folder=lambda take: tmp_path / "takes" / take.id,
        cache=tmp_path / "cache",
        options=PLAIN,
        cancel=Quiet(),
        folder=tmp_path,
    )
    assert list(ahead) == [1]  # shot b has no take yet: its slate is never encoded
    made = house.export(house.film(house.shot("a"), house.shot("b")), row)
    assert (made.encoded, made.reused) == (1, 1)


def test_two_exports_to_one_file_at_once_both_succeed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    house = House(tmp_path)
    film = house.film(house.shot("a"))
    edit = cut(clip("a"))
    alone = house.export(film, edit, name="alone.mp4").path.read_bytes()

    def joined(*words: Any) -> None:
        """When the first has joined its pieces, another export of the same film runs from its beginning to its end."""
        join(*words)
        monkeypatch.setattr(conform, "join", join)
        house.export(film, edit)

    monkeypatch.setattr(conform, "join", joined)
    house.export(film, edit)
    assert conform.join is join
    assert (tmp_path / "out.mp4").read_bytes() == alone
    assert not list(tmp_path.glob(".*"))


def test_what_killed_exports_left_beside_the_film_goes_a_day_later(tmp_path: Path) -> None:
    house = House(tmp_path)
    mine = tmp_path / ".out-of-office.part"
    left = [tmp_path / f".out-{number}2345678.part" for number in (1, 2)]
    for path in (mine, *left):
        path.touch()
    for path in (mine, left[0]):
        os.utime(path, (0, 0))
    house.export(house.film(house.shot("a")), cut(clip("a")))
    assert sorted(tmp_path.glob(".*")) == [left[1], mine]


def test_another_export_may_sweep_first(tmp_path: Path) -> None:
    house = House(tmp_path)
    film = house.film(house.shot("a"))
    house.export(film, cut(clip("a")))
    gone = tmp_path / "cache/segments/.making-gone"
    gone.symlink_to(tmp_path / "nowhere")  # listed, and not there when it is looked at
    assert house.export(film, cut(clip("a"))).reused == 1


def test_a_film_may_have_the_longest_name_a_disk_allows(tmp_path: Path) -> None:
    house = House(tmp_path)
    name = "x" * 251 + ".mp4"
    house.export(house.film(house.shot("a")), cut(clip("a")), name=name)
    assert (tmp_path / name).is_file()


def test_a_place_is_looked_at_and_not_made(tmp_path: Path) -> None:
    check_place(tmp_path / "new" / "deep" / "out.mp4")
    with pytest.raises(StorageFailed, match="too long"):
        check_place(tmp_path / f"{'x' * 300}.mp4")
    assert not list(tmp_path.iterdir())
    house = House(tmp_path)
    made = house.export(house.film(house.shot("a")), cut(clip("a")), name="new/deep/out.mp4")
    assert made.path.is_file()


@pytest.mark.parametrize("span", [(0, 10), (20, 40), (22, 26), (40, 48)])
def test_a_part_of_a_cut_is_the_same_pictures_also_from_within_a_dissolve(house: House, span: tuple[int, int]) -> None:
    film = house.film(house.shot("a"), house.shot("b"))
    edit = cut(clip("a"), between("dissolve"), clip("b"))
    whole = pictures(house.export(film, edit, name="whole.mp4").path)
    part = house.export(film, edit, replace(PLAIN, span=span), name=f"part{span[0]}.mp4")
    assert part.frames == span[1] - span[0]
    off = np.abs(pictures(part.path).astype(int) - whole[span[0] : span[1]].astype(int))
    assert off.mean() < 2


def test_captions_and_sound_of_a_part_begin_with_it(house: House) -> None:
    said = Line(id="l", speaker="", text="Hello", start=4, frames=16)
    film = house.film(house.shot("a", said), house.shot("b"))
    part = house.export(
        film, cut(clip("a"), clip("b")), replace(PLAIN, captions="srt", span=(12, 36)), name="spoken.mp4"
    )
    assert part.subtitles is not None
    assert part.subtitles.read_text(encoding="utf-8").splitlines()[1].startswith("00:00:00,000 -->")

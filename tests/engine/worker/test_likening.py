"""The errand that looks at takes: what cannot be read is told and the rest goes on; somebody whose blocking is known is seen exactly."""

from __future__ import annotations

import hashlib
from pathlib import Path

import cv2
import numpy as np
from dyer import picture

from engine.likeness.looking import sat
from engine.likeness.tones import alike
from engine.plan import desk
from engine.plan.sittings import Colours, Picture, Sat, Sitter, Sitting, sat_path
from engine.protocol import Job
from engine.worker.likening import look_at_takes

RED = picture(2)[:, :, ::-1].copy()


class Report:
    """Keeps what was said; never cancels."""

    def __init__(self) -> None:
        self.notes: list[str] = []

    def progress(self, key: str, done: int, total: int) -> None:
        pass

    def note(self, sentence: str) -> None:
        self.notes.append(sentence)

    def check(self) -> None:
        pass


class Outline:
    """A blocking that knows where IRIS is, and that OTTO's back is before the lens."""

    back = "OTTO"

    def mask(self, name: str, number: int, size: tuple[int, int]) -> np.ndarray | None:
        whole = np.ones(size[::-1], bool)
        return {"IRIS": (picture(2) == (200, 40, 40)).all(axis=2), "OTTO": whole}.get(name)


def clip(path: Path) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    video = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 24, (192, 108))
    for _ in range(6):
        video.write(RED)
    video.release()
    return hashlib.sha256(path.read_bytes()).hexdigest()


def asked(folder: Path, *sittings: Sitting) -> tuple[list[str], list[Sat | None]]:
    report, work = Report(), desk.Likeness(sittings=sittings)
    look_at_takes(folder, Job(desk.key_of(work), work.chore, desk.payload(work), lane="desk"), report, report)
    paths = [folder / sat_path(sitting) for sitting in sittings]
    return report.notes, [Sat.model_validate_json(path.read_bytes()) if path.exists() else None for path in paths]


def test_a_take_that_is_gone_is_told_and_the_next_is_looked_at(tmp_path: Path) -> None:
    digest = clip(tmp_path / "takes" / "b" / "master.avi")
    sitter = Sitter(name="IRIS", sources=(Colours(colours=("#c82828",)),))
    gone = Sitting(media="takes/a/master.mov", digest="a" * 64, pictures=6, sitters=(sitter,))
    there = Sitting(media="takes/b/master.avi", digest=digest, pictures=6, sitters=(sitter,))
    notes, (first, second) = asked(tmp_path, gone, there)
    assert notes == ["The take a cannot be read."]
    assert first is None
    assert second is not None
    seen = second.subjects[0]
    assert alike(seen.palette, seen.sources[0]) > 0.8


def test_references_that_are_gone_or_no_pictures_tell_nothing(tmp_path: Path) -> None:
    digest = clip(tmp_path / "takes" / "b" / "master.avi")
    (tmp_path / "words.png").write_bytes(b"words")
    cv2.imwrite(str(tmp_path / "iris.png"), RED)
    names = ("words.png", "gone.png", "iris.png")
    digests = [
        hashlib.sha256(b"words").hexdigest(),
        "0" * 64,
        hashlib.sha256((tmp_path / "iris.png").read_bytes()).hexdigest(),
    ]
    sources = tuple(Picture(path=name, digest=each) for name, each in zip(names, digests, strict=True))
    sitting = Sitting(
        media="takes/b/master.avi", digest=digest, pictures=6, sitters=(Sitter(name="IRIS", sources=sources),)
    )
    _, (answer,) = asked(tmp_path, sitting)
    assert answer is not None
    assert len(answer.subjects[0].sources) == 1
    assert alike(answer.subjects[0].palette, answer.subjects[0].sources[0]) > 0.8


def test_blocking_tells_who_is_where_and_whose_back_it_is() -> None:
    sitting = Sitting(media="", digest="a" * 64, pictures=1, sitters=(Sitter(name="IRIS"), Sitter(name="OTTO")))
    iris, otto = sat(sitting, [(0, RED)], Outline(), lambda sitter: ()).subjects
    assert len([tone for tone in iris.palette if tone.share > 0.05]) == 1
    assert iris.palette[0].a > 40
    assert (otto.palette, otto.back) == ((), True)

"""`storyreel likeness` and `render --until-like`, through the worker: scores, reasons, the cut, and takes until one is alike."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import Any

import cv2
import pytest
from dyer import picture

from engine.cli import main
from engine.commands import likening, making
from engine.errors import Cancelled
from engine.film import pictures, store
from engine.film.board import edit_shot
from engine.film.cast import Look, Subject
from engine.film.document import Film
from engine.film.rate import Raster
from engine.film.shots import Casting, Scene, Shot
from engine.plan.capabilities import load_manifest
from engine.protocol import Job
from engine.queue.outcome import Outcome
from engine.worker import chores

FAKES = Path(__file__).resolve().parents[2] / "fakes"


@pytest.fixture
def _dyer(monkeypatch: pytest.MonkeyPatch) -> None:
    """The fake engine, and its manifest among those that Storyreel knows."""
    monkeypatch.setenv("STORYREEL_EXTRA_BACKENDS", str(FAKES / "dyer.py"))
    monkeypatch.setattr(making, "find", lambda engine: load_manifest(FAKES, engine))


@pytest.fixture(autouse=True)
def _looked_at_here(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(likening, "Client", _Here)


class _Here:
    """Looks at takes in this process, as a worker would: starting one costs seconds."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._jobs = folder, list[Job]()

    def add(self, jobs: Iterable[Job]) -> None:
        self._jobs += jobs

    def render(self, keys: Collection[str], report: object) -> Outcome:
        for job in self._jobs:
            chores.find(job.engine)(self._folder, job, Quiet(), Quiet())
        return Outcome()


class Quiet:
    """Neither reports nor cancels."""

    def progress(self, key: str, done: int, total: int) -> None:
        pass

    def check(self) -> None:
        pass


def film_of(folder: Path, engine: str, look: Look | None = None) -> None:
    """IRIS in two shots of one scene."""
    iris = Subject(id="iris", name="IRIS", description="a girl in a red coat", looks=(look or Look(),), look_seed=7)
    cast = (Casting(subject="iris"),)
    shots = tuple(
        Shot(id=name, slate=name, action="IRIS waits in the street.", duration=6, seed=1, cast=cast)
        for name in ("1A", "1B")
    )
    scene = Scene(id="s", number="1", heading="EXT. STREET - DAY", shots=shots)
    raster = Raster(width=192, height=108)
    store.save(Film(title="Coat", engine=engine, raster=raster, handles=0, cast=(iris,), scenes=(scene,)), folder)


def said(capsys: pytest.CaptureFixture[str], *words: object) -> list[dict[str, Any]]:
    assert main(["--json", *map(str, words)]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def notes(told: list[dict[str, Any]]) -> str:
    return " ".join(each["sentence"] for each in told if each["type"] == "note")


def test_a_puppet_looks_like_itself(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "coat.film"
    film_of(folder, "animatic")
    told = said(capsys, "render", folder, "--until-like", "1", "--at-most", "3")
    assert "the animatic engine draws the same with every seed" in notes(told)
    result = said(capsys, "likeness", folder)[-1]
    assert [(each["slate"], each["subject"], each["found"]) for each in result["takes"]] == [
        ("1A", "IRIS", "blocking"),
        ("1B", "IRIS", "blocking"),
    ]
    assert all(each["score"] > 0.8 and each["beside"] > 0.8 for each in result["takes"])
    assert [(each["before"], each["after"]) for each in result["cuts"]] == [("1A", "1B")]
    assert result["cuts"][0]["score"] > 0.8
    answers = {path: path.stat().st_mtime_ns for path in (folder / "cache" / "likeness").iterdir()}
    said(capsys, "likeness", folder)  # asked again: nothing is looked at again
    assert answers == {path: path.stat().st_mtime_ns for path in (folder / "cache" / "likeness").iterdir()}


@pytest.mark.usefixtures("_dyer")
def test_other_seeds_are_tried_until_one_is_alike(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder, wanted = tmp_path / "coat.film", tmp_path / "iris.png"
    cv2.imwrite(str(wanted), picture(2)[:, :, ::-1])
    film_of(folder, "dyer", Look(references=(pictures.keep(folder, pictures.CAST, wanted, "iris"),)))
    told = said(capsys, "render", folder, "--shots", "1A", "--until-like", "0.8", "--at-most", "4")
    assert "take 2 is the closest" in notes(told)
    shot = store.load(folder).shot("1A")
    assert [take.recipe.seed for take in shot.takes] == [1, 2]
    assert shot.circled is None
    result = said(capsys, "likeness", folder, "--shots", "1A")[-1]
    scores = [each["score"] for each in result["takes"]]
    assert scores[1] > 0.8 > 0.5 > scores[0]
    assert all(each["found"] == "colour" for each in result["takes"])


def test_stopped_midway_a_shot_keeps_no_seed_without_a_take(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "coat.film"
    film_of(folder, "animatic")
    film = store.load(folder)
    store.save(edit_shot(film, "1A", seed=9), folder)
    asked: list[int | None] = []

    def stopped(where: Path, *args: object, **wishes: object) -> Outcome:
        asked.append(store.load(where).shot("1A").seed)
        if len(asked) == 2:
            raise Cancelled("Stopped.", "Run it again.")
        return Outcome()

    monkeypatch.setattr(likening, "render", stopped)
    monkeypatch.setattr(likening, "_below", lambda folder, *rest: [store.load(folder).shot("1A")])
    assert main(["--json", "render", str(folder), "--shots", "1A", "--until-like", "1", "--at-most", "3"]) != 0
    capsys.readouterr()
    assert asked == [9, 1]  # the one that was tried
    assert store.load(folder).shot("1A").seed == 9


def test_a_line_that_cannot_be_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    film_of(tmp_path / "coat.film", "dyer")
    assert main(["render", str(tmp_path / "coat.film"), "--until-like", "80"]) == 2
    assert "--until-like 0.8" in capsys.readouterr().err

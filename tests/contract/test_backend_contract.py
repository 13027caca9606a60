"""What every back end promises (engine.backends.base). A new one joins by adding its name to BACKENDS.

They are run in this process, with the real take writer and the real encoder, at a small raster.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from card_films import CARDBOARD
from numpy.typing import NDArray

from engine.backends import registry
from engine.backends.base import Backend, Failed, Picture, Pixels, Taken, TakeSink
from engine.errors import Cancelled, RenderFailed
from engine.film import pictures
from engine.film.rate import FILM_NTSC, Raster
from engine.media.masters import MasterWriter
from engine.plan.capabilities import ModelManifest
from engine.plan.orders import PlaceOrder, ShotOrder, SubjectOrder, key_of
from engine.takes.departures import Departed
from engine.takes.record import MASTER, POSTER, PROXY
from engine.takes.store import TakeStore
from engine.worker.stopping import Stopping
from engine.worker.writing import StoreWriter

WITH_TORCH = pytest.mark.skipif(importlib.util.find_spec("torch") is None, reason="the extra 'draft' is not installed")
WITH_TRANSFORMERS = pytest.mark.skipif(
    importlib.util.find_spec("transformers") is None, reason="the extra 'diffusion' is not installed"
)
MODELS = ("wan-t2v", "wan-i2v", "wan-flf", "wan-vace", "wan-5b", "wan-a14b", "wan-modular", "ltx", "ltx2", "cogvideox",
          "cogvideox-i2v", "hunyuan15", "klein", "qwen-edit")  # fmt: skip
"""Tiny models of every family (tests/fakes/tiny_models.py)."""
BACKENDS = (
    "animatic",
    "cardboard",
    pytest.param("draft", marks=WITH_TORCH),
    *(pytest.param(f"tiny-{name}", marks=WITH_TRANSFORMERS) for name in MODELS),
)
EXTRA = (CARDBOARD,)


@dataclass
class Told:
    """Implements Report: keeps what it is told."""

    steps: list[tuple[str, int, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def progress(self, key: str, done: int, total: int) -> None:
        self.steps.append((key, done, total))

    def note(self, sentence: str) -> None:
        self.notes.append(sentence)

    def preview(self, key: str, picture: NDArray[np.uint8]) -> None:
        assert picture.dtype == np.uint8
        assert picture.shape[2] == 3

    def started(self, key: str) -> None:
        pass


@dataclass
class Stage:
    """A loaded back end with a store of its own."""

    backend: Backend
    manifest: ModelManifest
    store: TakeStore
    told: Told = field(default_factory=Told)
    stop: Stopping = field(default_factory=Stopping)

    @property
    def writer(self) -> StoreWriter:
        return StoreWriter(self.store, self.backend.name, self.backend.version, MasterWriter, self.told, self.stop)

    def run(self, orders: list[ShotOrder], writer: Any = None) -> list[Taken | Failed]:
        pairs = [(key_of(order), order) for order in orders]
        return list(self.backend.run(pairs, writer or self.writer, self.told, self.stop))

    def digests(self, order: ShotOrder) -> dict[str, str]:
        return {file.name: file.digest for file in self.store.verify(key_of(order)).files}


@pytest.fixture
def tiny_weights(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Weights of the draft engine that know nothing, and need a hundredth of a second a step."""
    from draft_fakes import tiny  # brings torch, which the other engines don't need

    folder = tmp_path_factory.mktemp("weights")
    tiny().save_pretrained(folder)
    monkeypatch.setenv("STORYREEL_DRAFT_WEIGHTS", str(folder))


def staged(name: str, folder: Path) -> Stage:
    backend, manifest = registry.find(name, EXTRA)
    stage = Stage(backend, manifest, TakeStore(folder))
    backend.load(manifest, stage.told)
    return stage


@pytest.fixture
def tiny_shelf(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Callable[[str], None]:
    """Puts a tiny model on a shelf of its own."""

    def put(engine: str) -> None:
        from tiny_shelf import shelve  # brings torch

        monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "models"))
        shelve(engine.removeprefix("tiny-"), tmp_path / "models", tmp_path_factory.getbasetemp() / "tiny")

    return put


@pytest.fixture(params=BACKENDS)
def stage(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Stage]:
    if request.param == "draft":
        request.getfixturevalue("tiny_weights")
    if request.param.startswith("tiny-"):
        request.getfixturevalue("tiny_shelf")(request.param)
    made = staged(request.param, tmp_path / "film")
    yield made
    made.backend.unload()


def order(stage: Stage, seed: int = 1, **changes: Any) -> ShotOrder:
    fields: dict[str, Any] = {
        "engine": stage.backend.name,
        "style": "paper",
        "language": "en",
        "raster": Raster(width=192, height=108),
        "rate": "24",
        "frames": 5,
        "head": 2,
        "tail": 1,
        "seed": seed,
        "action": "IRIS walks along the street.",
        "place": PlaceOrder(name="Harbour street", interior=False),
        "cast": (SubjectOrder(name="IRIS", description="a tall woman in a red coat", look_seed=7),),
    }
    return ShotOrder.model_validate(fields | _needed(stage) | changes)


def _needed(stage: Stage) -> dict[str, Any]:
    """The pictures without which a model cannot draw, kept in the film."""
    frames = [name for name in ("first_frame", "last_frame") if name in stage.manifest.needs]
    shown = "references" in stage.manifest.needs
    if not frames and not shown:
        return {}
    panel = np.full((90, 160, 3), (40, 90, 200), np.uint8)
    panel[30:60, 50:110] = 220
    encoded = cv2.imencode(".png", panel)[1].tobytes()
    kept = pictures.keep_bytes(stage.store.root.parent, pictures.PANELS, encoded, "panel")
    cast = {"cast": (SubjectOrder(name="IRIS", look_seed=7, references=(kept.digest,)),)} if shown else {}
    return dict.fromkeys(frames, kept.digest) | cast


def test_it_is_what_its_manifest_says(stage: Stage) -> None:
    assert stage.backend.name == stage.manifest.engine
    assert stage.backend.version
    assert {"motion", "key frame"} & set(stage.manifest.stages)
    assert "text" in stage.manifest.conditions


def test_every_order_is_answered_once_with_a_whole_take(stage: Stage) -> None:
    orders = [order(stage, seed) for seed in (1, 2)]
    answers = stage.run(orders)
    assert sorted(answer.key for answer in answers) == sorted(map(key_of, orders))
    assert all(isinstance(answer, Taken) for answer in answers)
    for each in orders:
        record = stage.store.verify(key_of(each))
        assert (record.frames, record.head, record.rate) == (8 + record.facts.get("surplus", 0), 2, 24)
        assert (record.engine, record.version) == (stage.backend.name, stage.backend.version)
        assert {file.name for file in record.files} == {MASTER, PROXY, POSTER}


def test_the_master_has_the_ordered_pictures(stage: Stage) -> None:
    asked = order(stage, rate=str(FILM_NTSC))
    stage.run([asked])
    medium = cv2.VideoCapture(str(stage.store.path(key_of(asked), MASTER)))
    try:
        shown = 0
        while (read := medium.read())[0]:
            assert read[1].shape == (108, 192, 3)
            shown += 1
        surplus = stage.store.verify(key_of(asked)).facts.get("surplus", 0)
        assert shown == asked.length + surplus  # a model's grid may be coarser than a shot is long
        assert medium.get(cv2.CAP_PROP_FPS) == pytest.approx(float(FILM_NTSC), rel=1e-4)
    finally:
        medium.release()


def test_the_same_order_gives_the_same_bytes(stage: Stage, tmp_path: Path) -> None:
    """In another process's place: a fresh back end, another folder, other company, other sequence."""
    one, two = order(stage, 1), order(stage, 2)
    stage.run([one, two])
    again = staged(stage.backend.name, tmp_path / "again")
    order(again)  # keeps there what the model needs
    again.run([two])
    again.run([one])
    assert again.digests(one) == stage.digests(one)
    assert again.digests(two) == stage.digests(two)
    again.backend.unload()


def test_progress_climbs_to_the_end(stage: Stage) -> None:
    asked = order(stage)
    stage.run([asked])
    assert {key for key, _, _ in stage.told.steps} == {key_of(asked)}
    done = [done for _, done, _ in stage.told.steps]
    assert done == sorted(done)
    assert stage.told.steps[-1][1] == stage.told.steps[-1][2]


def test_a_cancel_raises_and_leaves_nothing(stage: Stage) -> None:
    """... and the back end can be used again."""
    first, second = order(stage, 1), order(stage, 2)
    told = stage.told

    class StopAtThree(Told):
        def progress(self, key: str, done: int, total: int) -> None:
            super().progress(key, done, total)
            if key == key_of(second) and done == 3:
                stage.stop.ask(())

    stage.told = StopAtThree()
    with pytest.raises(Cancelled):
        stage.run([first, second])
    assert list(stage.store.keys()) == [key_of(first)]
    assert list((stage.store.root / ".tmp").iterdir()) == []
    stage.told = told
    stage.stop.fresh()
    assert stage.run([second]) == [Taken(key_of(second))]


def test_one_bad_order_fails_alone(stage: Stage) -> None:
    """The writer refuses one take in the middle; the back end says so and goes on."""
    orders = [order(stage, seed) for seed in (1, 2, 3)]
    answers = stage.run(orders, Refusing(stage.writer, key_of(orders[1])))
    by_key = {answer.key: answer for answer in answers}
    assert [type(by_key[key_of(each)]) for each in orders] == [Taken, Failed, Taken]
    failed = by_key[key_of(orders[1])]
    assert isinstance(failed, Failed)
    assert failed.error.sentence == "The paper is torn."
    assert [stage.store.has(key_of(each)) for each in orders] == [True, False, True]
    assert list((stage.store.root / ".tmp").iterdir()) == []


@dataclass
class Refusing:
    """A TakeWriter whose sink for one key fails at the third picture."""

    writer: StoreWriter
    key: str

    def open(self, order: ShotOrder, key: str, *, rate: Fraction, pixels: Pixels, surplus: int = 0) -> TakeSink:
        sink = self.writer.open(order, key, rate=rate, pixels=pixels, surplus=surplus)
        if key == self.key:
            honest, written = sink.write, []

            def write(picture: Picture) -> None:
                written.append(1)
                if len(written) == 3:
                    raise RenderFailed("The paper is torn.")
                honest(picture)

            sink.write = write  # type: ignore[method-assign]
        return sink

    def picture(self, digest: str) -> Path:
        return self.writer.picture(digest)

    def master(self, key: str) -> Path | None:
        return self.writer.master(key)

    def parent(self, order: ShotOrder) -> Path | None:
        return self.writer.parent(order)

    def departed(self, key: str, far: Departed) -> None:
        self.writer.departed(key, far)

    def unfinished(self, key: str) -> Path:
        return self.writer.unfinished(key)

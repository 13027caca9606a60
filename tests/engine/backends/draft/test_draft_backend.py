"""The draft engine behind the engine's own door: what a take says, what a shot goes on from, and a sentence for what is missing.

What it shares with every back end (whole takes, the same bytes again, a cancel between steps) is in the contract suite.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from draft_fakes import tiny

from engine.assets import assets_folder
from engine.backends import registry
from engine.backends.base import Failed, Taken
from engine.backends.draft import backend
from engine.backends.draft.backend import STEPS, DraftBackend
from engine.errors import BadInput, Cancelled, Unsupported
from engine.plan.capabilities import load_manifest
from engine.plan.orders import PlaceOrder, ShotOrder, SubjectOrder
from engine.shelf.readiness import DRAFT_WEIGHTS

MANIFEST = load_manifest(assets_folder() / "models", "draft")


@dataclass
class Desk:
    """Implements Report, Cancel, TakeWriter and TakeSink: keeps everything."""

    pictures: list[np.ndarray] = field(default_factory=list)
    facts: dict[str, Any] = field(default_factory=dict)
    steps: list[tuple[int, int]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    album: Path | None = None
    stop_at: int = -1

    def progress(self, key: str, done: int, total: int) -> None:
        self.steps.append((done, total))

    def note(self, sentence: str) -> None:
        self.notes.append(sentence)

    def check(self) -> None:
        if self.stop_at >= 0 and self.steps and self.steps[-1][0] >= self.stop_at:
            raise Cancelled("Stopped.")

    def open(self, order: ShotOrder, key: str, *, rate: Fraction, pixels: str) -> Desk:
        assert pixels == "rgb8"
        assert rate == order.rate
        self.pictures.clear()
        return self

    def picture(self, digest: str) -> Path:
        if self.album is None:
            raise BadInput("The picture is gone.")
        return self.album

    def __enter__(self) -> Desk:
        return self

    def __exit__(self, *exc: object) -> None:
        pass

    def write(self, picture: np.ndarray) -> None:
        self.pictures.append(picture.copy())

    def finish(self, facts: dict[str, Any]) -> None:
        self.facts = facts


@pytest.fixture
def engine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> DraftBackend:
    tiny().save_pretrained(tmp_path / "weights")
    monkeypatch.setenv(DRAFT_WEIGHTS, str(tmp_path / "weights"))
    made = DraftBackend()
    made.load(MANIFEST, Desk())
    return made


def order(**changes: Any) -> ShotOrder:
    fields: dict[str, Any] = {
        "engine": "draft", "style": "paper", "language": "en", "raster": {"width": 256, "height": 128}, "rate": "24",
        "frames": 12, "action": "IRIS walks.", "place": PlaceOrder(name="street"),
        "cast": (SubjectOrder(name="IRIS", look_seed=7),),
    }  # fmt: skip
    return ShotOrder.model_validate(fields | changes)


def drawn(engine: DraftBackend, desk: Desk, *orders: ShotOrder) -> Sequence[Taken | Failed]:
    return list(engine.run([(str(n), one) for n, one in enumerate(orders)], desk, desk, desk))


def test_a_take_says_how_its_pictures_came_about(engine: DraftBackend) -> None:
    desk = Desk()
    assert drawn(engine, desk, order()) == [Taken("0")]
    assert len(desk.pictures) == 12
    assert desk.pictures[0].shape == (128, 256, 3)
    assert desk.facts["drafted"] == {"frames": 8, "rate": 8, "width": 64, "height": 32}
    assert desk.facts["between"] == "flow"
    assert desk.facts["steps"] == STEPS
    assert desk.steps == [(done, STEPS + 1) for done in range(STEPS + 2)]
    assert "CPU" in (desk.notes or ["CPU"])[0]


def test_the_seed_and_the_words_make_the_picture(engine: DraftBackend) -> None:
    seen = []
    for one in (order(), order(), order(seed=2), order(action="IRIS falls."), order(time_of_day="night")):
        desk = Desk()
        drawn(engine, desk, one)
        seen.append(np.stack(desk.pictures))
    assert np.array_equal(seen[0], seen[1])
    assert all(not np.array_equal(seen[0], other) for other in seen[2:])


def test_a_shot_goes_on_from_its_first_frame(
    engine: DraftBackend, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[np.ndarray | None] = []
    honest = type(engine._loaded).__call__

    def listening(self: Any, *args: Any, **more: Any) -> Any:
        asked.append(more["prefix"])
        return honest(self, *args, **more)

    monkeypatch.setattr(type(engine._loaded), "__call__", listening)
    cv2.imwrite(str(tmp_path / "last.png"), np.full((90, 160, 3), (0, 0, 255), np.uint8))
    plain, onward = Desk(), Desk(album=tmp_path / "last.png")
    drawn(engine, plain, order())
    drawn(engine, onward, order(first_frame="b" * 64))
    assert asked[0] is None
    assert asked[1] is not None
    assert asked[1].shape == (4, 32, 64, 3)
    assert asked[1][0, 5, 5].tolist() == [1, 0, 0]
    assert not np.array_equal(np.stack(plain.pictures), np.stack(onward.pictures))


def test_a_lost_picture_fails_its_own_shot_with_its_own_sentence(engine: DraftBackend) -> None:
    lost, fine = drawn(engine, Desk(), order(first_frame="b" * 64), order())
    assert isinstance(lost, Failed)
    assert lost.error.sentence == "The picture is gone."
    assert isinstance(fine, Taken)


def test_a_cancel_is_heard_within_a_step(engine: DraftBackend) -> None:
    desk = Desk(stop_at=5)
    with pytest.raises(Cancelled):
        drawn(engine, desk, order())
    assert desk.steps[-1][0] == 5
    desk.stop_at = -1
    assert drawn(engine, desk, order()) == [Taken("0")]


def test_another_shape_is_cut_and_said(engine: DraftBackend) -> None:
    desk = Desk()
    drawn(engine, desk, order(raster={"width": 72, "height": 128}))
    assert desk.pictures[0].shape == (128, 72, 3)
    assert "cut off" in desk.notes[0]
    assert desk.facts["cropped"] == [18, 32]


def test_without_weights_it_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(DRAFT_WEIGHTS, str(tmp_path / "nowhere"))
    with pytest.raises(Unsupported, match="no weights for the draft engine") as told:
        DraftBackend().load(MANIFEST, Desk())
    assert "animatic" in told.value.action
    (tmp_path / "nowhere").mkdir()
    (tmp_path / "nowhere" / "config.json").write_text("{}", encoding="utf-8")
    with pytest.raises(Unsupported, match="cannot be read"):
        DraftBackend().load(MANIFEST, Desk())


def test_nobody_gets_it_unasked() -> None:
    assert next(iter(registry.BUILT_IN)) == "animatic"
    assert MANIFEST.engine == DraftBackend.name
    assert {"text", "cast", "references", "first_frame"} == set(MANIFEST.conditions)
    assert backend.BETWEEN == "flow"


def test_a_bug_in_one_shot_fails_that_shot_with_a_sentence(
    engine: DraftBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = backend.prompt_for

    def torn(one: ShotOrder, *more: Any) -> Any:
        if one.seed == 7:
            raise ZeroDivisionError
        return honest(one, *more)

    monkeypatch.setattr(backend, "prompt_for", torn)
    bad, good = drawn(engine, Desk(), order(seed=7), order())
    assert isinstance(bad, Failed)
    assert bad.error.sentence == "This shot could not be drafted."
    assert isinstance(bad.error.__cause__, ZeroDivisionError)
    assert isinstance(good, Taken)

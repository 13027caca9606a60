"""Every model on the shelf against everything a shot may bring: it reaches the pipeline, or is said before anything is drawn."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image
from tiny_studio import Studio

from engine.backends.diffusion.call_sheet import sheet_for
from engine.backends.diffusion.families.known import FAMILIES
from engine.errors import Unsupported
from engine.plan.capabilities import ModelManifest
from engine.plan.orders import DraftOrder, LineOrder, PanelOrder, PlaceOrder, PropOrder, ShotOrder, SubjectOrder
from engine.plan.routing import remarks
from engine.shelf.manifests import models

DRAFT = "d" * 64
BROUGHT: dict[str, dict[str, Any]] = {
    "references": {"cast": (SubjectOrder(name="IRIS", look_seed=7, references=("1" * 64,)),)},
    "a prop's reference": {"props": (PropOrder(name="lamp", references=("2" * 64,)),)},
    "a place's reference": {"place": PlaceOrder(name="quay", references=("3" * 64,))},
    "a first frame": {"first_frame": "4" * 64},
    "a last frame": {"first_frame": "4" * 64, "last_frame": "5" * 64},
    "control": {"control": "depth"},
    "panels": {"panels": (PanelOrder(start=0, picture="6" * 64),)},
    "a draft": {"finish": "final", "drafted": DraftOrder(take=DRAFT, rate=Fraction(24))},
    "Chinese": {"language": "zh", "action": "艾丽丝沿着码头走。"},
    "a line": {"lines": (LineOrder(speaker="IRIS", text="Who is there?", frames=8),)},
    "too long": {"frames": 2000},
    "a quick recipe": {"finish": "draft"},
}
SAID = {
    "references": ("reference pictures",), "a prop's reference": ("reference pictures",), "a place's reference": ("reference pictures",),
    "a first frame": ("a first frame",), "a last frame": ("a last frame",), "control": ("a guide pass",), "panels": ("drawn panels",),
    "a draft": ("same seed",), "Chinese": ("reads no Chinese",), "too long": ("draws at most", "draws stills"),
    "a quick recipe": ("no quick recipe",),
}  # fmt: skip


class Album(Studio):
    """Knows a picture of every digest, and one take."""

    def picture(self, digest: str) -> Path:
        path = self.root / f"{digest[0]}.png"
        if not path.is_file():
            cv2.imwrite(str(path), np.full((64, 128, 3), 20 * int(digest[0]), np.uint8))
        return path


@pytest.fixture(scope="module")
def album(tmp_path_factory: pytest.TempPathFactory) -> Album:
    own = Album(tmp_path_factory.mktemp("album"), "none")
    own.keep(DRAFT, np.random.default_rng(1).random((4, 64, 128, 3), np.float32))
    return own


def order(manifest: ModelManifest, **brings: Any) -> ShotOrder:
    """A short shot, with what the model draws nothing without."""
    needs: dict[str, Any] = {name: "9" * 64 for name in ("first_frame", "last_frame") if name in manifest.needs}
    if "references" in manifest.needs:
        needs["cast"] = (SubjectOrder(name="IRIS", look_seed=7, references=("8" * 64,)),)
    fields: dict[str, Any] = {
        "engine": manifest.engine, "style": "paper", "language": "en", "raster": {"width": 128, "height": 64}, "rate": "24",
        "frames": 4, "action": "IRIS walks along the quay.", "place": PlaceOrder(name="quay"),
    }  # fmt: skip
    return ShotOrder.model_validate(fields | needs | brings)


def without(asked: ShotOrder, manifest: ModelManifest) -> ShotOrder:
    """The same people and things in the same words, and nothing else that was brought."""
    if "references" in manifest.needs:
        return order(manifest)
    unseen = asked.model_copy(update={"place": asked.place.with_(references=())})
    cast, props = (tuple(one.with_(references=()) for one in each) for each in (asked.cast, asked.props))
    return order(manifest, cast=cast, props=props, place=unseen.place)


def told(asked: ShotOrder, manifest: ModelManifest, album: Album) -> frozenset[bytes]:
    """What the pipeline would get: its words, its steps, and every picture."""
    sheet = sheet_for("0", asked, manifest, album)
    pipeline = FAMILIES[str(manifest.family)]
    shown = frozenset(picture.tobytes() for picture in pictures(pipeline.arguments(sheet)))
    return shown | {sheet.prompt.encode(), str(sheet.steps).encode()}


def pictures(given: Any) -> Iterator[Image.Image]:
    if isinstance(given, Image.Image):
        yield given
    elif isinstance(given, dict):
        for each in given.values():
            yield from pictures(each)
    elif isinstance(given, list | tuple):
        for each in given:
            yield from pictures(each)
    else:
        for name in ("image", "video", "frames"):
            yield from pictures(getattr(given, name, ()) or ())


@pytest.mark.parametrize("what", BROUGHT)
def test_it_reaches_the_model_or_it_is_said(album: Album, what: str) -> None:
    for manifest in models():
        if what == "a line" and "motion" not in manifest.stages:
            continue  # a still has no lines: it is ordered without them
        asked = order(manifest, **BROUGHT[what])
        said = [remark for remark in remarks(asked, manifest) if any(part in remark for part in SAID.get(what, ()))]
        try:
            used = told(asked, manifest, album) != told(without(asked, manifest), manifest, album)
        except Unsupported:
            used = False
        assert used or said, f"{manifest.id} drops {what} in silence"
        if what not in ("a last frame", "Chinese"):
            assert not (used and said), f"{manifest.id} uses {what} and says that it does not"

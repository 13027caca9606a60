"""Transformers in GGUF draw what their weights draw unpacked, on every rung that they can be on; what cannot be read is said at once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from packed_weights import packed
from tiny_studio import Studio

from engine.backends.base import Taken
from engine.backends.diffusion import fit
from engine.backends.diffusion.fit import Free, Load, chosen, within_reach
from engine.errors import Unsupported
from engine.shelf import places
from engine.shelf.manifests import models
from engine.shelf.packing import READABLE
from engine.shelf.quick import at_hand, hindrance
from engine.shelf.verifying import Verified, verify

Open = Callable[..., Studio]
GIB = 1 << 30


def opened(own: Studio, folder: Path) -> Studio:
    """The studio with its model linked from there."""
    places.keep_link(own.engine, folder)
    own.reopen()
    return own


def test_a_packed_transformer_draws_what_its_weights_draw_on_every_rung(studio: Open, tmp_path: Path) -> None:
    own = studio("wan-t2v", steps=2)
    small, plain = packed(places.folder_of(own.manifest), tmp_path)
    other = opened(own, plain).take().seen
    opened(own, small)
    for rung in ("resident", "streamed", "tiled"):
        own.backend._loaded.clear()
        own.backend._loaded.rung = rung
        assert np.abs(own.take().seen - other).max() < 1e-3
    assert verify(own.manifest) == Verified(0, 3)


def test_each_of_two_experts_may_be_packed(studio: Open, tmp_path: Path) -> None:
    own = studio("wan-a14b")
    folder = places.folder_of(own.manifest)
    packed(folder, tmp_path)
    small, _ = packed(folder, tmp_path, "transformer_2")
    assert opened(own, small).render(own.order()) == [Taken("0")]


def test_out_of_memory_streams_a_packed_transformer_at_once(
    studio: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = studio("wan-t2v")
    small, _ = packed(places.folder_of(own.manifest), tmp_path)
    opened(own, small)
    monkeypatch.setattr(fit, "remembered", lambda device, model, tokens: "fp8")  # the rung below the first
    assert own.take().facts["fit"] == "streamed"
    assert "streams its transformer" in own.notes[-1]


def test_8_bits_are_no_rung_for_what_is_in_fewer_already() -> None:
    free = Free(video=20 * GIB, host=64 * GIB)
    assert chosen(Load(16 * GIB, GIB), free) == "fp8"
    assert chosen(Load(16 * GIB, GIB, packed=True), free) == "streamed"
    assert within_reach("fp8", packed=True) == "streamed"
    assert within_reach("fp8", packed=False) == "fp8"


def test_quick_weights_cannot_be_added_and_it_is_said(studio: Open, tmp_path: Path) -> None:
    own = studio("wan-t2v", steps=10)
    small, _ = packed(places.folder_of(own.manifest), tmp_path)
    opened(own, small)
    wan = next(each for each in models() if each.id == "wan2.2-t2v-a14b")
    mine = own.manifest.with_(drafts=wan.drafts)
    assert "are not here" in hindrance(mine)
    lies = places.shelf() / f"{own.engine}.drafts"
    lies.mkdir()
    for name in wan.drafts.files if wan.drafts else ():
        (lies / name).write_bytes(b"weights")
    assert "cannot be added to a transformer in GGUF" in hindrance(mine)
    assert at_hand(mine).drafts is None


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-40])


def no_gguf(file: Path) -> None:
    file.write_bytes(b"GGUF" + bytes(200))


def two(file: Path) -> None:
    (file.parent / "other.gguf").write_bytes(b"")


@pytest.mark.parametrize(("harm", "told"), [
    (cut_short, "tiny-Q8_0.gguf is no GGUF file, or is cut short"),
    (no_gguf, "tiny-Q8_0.gguf is no GGUF file, or is cut short"),
    (two, "holds several GGUF files"),
])  # fmt: skip
def test_a_bad_file_is_one_sentence(studio: Open, tmp_path: Path, harm: Callable[[Path], None], told: str) -> None:
    own = studio("wan-t2v")
    small, _ = packed(places.folder_of(own.manifest), tmp_path)
    harm(small / "transformer" / "tiny-Q8_0.gguf")
    with pytest.raises(Unsupported, match=told):
        opened(own, small)


def test_the_families_that_are_read_from_gguf_are_those_that_diffusers_can() -> None:
    from diffusers.loaders.single_file_model import SINGLE_FILE_LOADABLE_CLASSES

    ours = {
        kind
        for each in models()
        for part in each.components
        if part.name.startswith("transformer")
        for kind in part.classes
    }
    assert ours & SINGLE_FILE_LOADABLE_CLASSES.keys() == READABLE

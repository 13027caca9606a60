"""A folder of weights is looked at before anything opens it: one sentence for each thing that can be wrong with it."""

from __future__ import annotations

import json
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from paper_weights import lay, tensors

from engine.errors import Unsupported
from engine.shelf.manifests import find
from engine.shelf.soundness import check

WAN = find("wan2.2-ti2v-5b")


def put(name: str, content: bytes) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)

    return spoil


def take(name: str) -> Callable[[Path], None]:
    return lambda folder: (folder / name).unlink()


def index(**changes: object) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        path = folder / "model_index.json"
        told = {**json.loads(path.read_text()), **changes}
        path.write_text(json.dumps({name: value for name, value in told.items() if value != "gone"}))

    return spoil


def shards(named: object) -> Callable[[Path], None]:
    """An index of shards as somebody might write it."""
    return put("transformer/w.safetensors.index.json", json.dumps({"weight_map": named}).encode())


def headed(tells: object) -> bytes:
    """A safetensors file with that header and nothing behind it."""
    head = json.dumps(tells).encode()
    return struct.pack("<Q", len(head)) + head


def each(*spoils: Callable[[Path], None]) -> Callable[[Path], None]:
    def spoil(folder: Path) -> None:
        for one in spoils:
            one(folder)

    return spoil


WEIGHTS = "transformer/weights.safetensors"
SHARDS = json.dumps({"weight_map": {"a": "w-1-of-2.safetensors", "b": "w-2-of-2.safetensors"}}).encode()
WRONG = [
    ("no index", take("model_index.json"), "holds no model_index.json"),
    ("one file only", each(take("model_index.json"), put("wan.safetensors", tensors())), "single weights files, not a diffusers folder"),
    ("damaged index", put("model_index.json", b"{"), "model_index.json in .* is damaged"),
    ("another family", index(_class_name="LTXPipeline"), "holds a LTXPipeline, but Wan 2.2 TI2V 5B is a WanPipeline"),
    ("no part", index(vae="gone"), "lacks the vae of Wan 2.2 TI2V 5B"),
    ("another part", index(vae=["diffusers", "AutoencoderKLLTXVideo"]), "The vae in .* is a AutoencoderKLLTXVideo; .* needs a AutoencoderKLWan"),
    ("an older sister", put("vae/config.json", b'{"_class_name": "AutoencoderKLWan"}'), "The vae in .* makes 8 pixels of a latent's one; that of Wan 2.2 TI2V 5B makes 16"),
    ("a larger sister", each(index(transformer_2=["diffusers", "WanTransformer3DModel"]), put("transformer_2/w.safetensors", tensors())), "has two transformers; Wan 2.2 TI2V 5B has one"),
    ("no folder", index(extra=["diffusers", "AutoencoderKL"]), "The folder extra is missing"),
    ("no weights", take(WEIGHTS), "The transformer has no weights"),
    ("cut short", put(WEIGHTS, tensors()[:-7]), r"weights.safetensors is cut short: 40\d\d of 40\d\d bytes"),
    ("cut in its head", put(WEIGHTS, tensors()[:30]), "weights.safetensors is cut short"),
    ("empty", put(WEIGHTS, b""), "weights.safetensors is cut short"),
    ("no safetensors at all", put(WEIGHTS, struct.pack("<Q", 4) + b"nope"), "is no safetensors file"),
    ("a shard missing", put("transformer/w.safetensors.index.json", SHARDS), "w-1-of-2.safetensors of the transformer is missing"),
    ("an index of shards that is a list", shards([["a", "w-1-of-2.safetensors"]]), "w.safetensors.index.json in .* is damaged"),
    ("a shard that is none", shards({"a": ["w-1-of-2.safetensors"], "b": None}), "w.safetensors.index.json in .* is damaged"),
    ("a shard outside", shards({"a": "../../secrets.safetensors"}), "w.safetensors.index.json in .* is damaged"),
    ("an index that is a list", put("transformer/w.safetensors.index.json", b"[1]"), "w.safetensors.index.json in .* is damaged"),
    ("an index that never ends", put("model_index.json", b"[" * 100_000), "model_index.json in .* is damaged"),
    ("tensors that end nowhere", put(WEIGHTS, headed({"a": {"data_offsets": [0, 4]}, "b": {"data_offsets": [4, "x"]}})), "is no safetensors file"),
    ("a part outside", index(**{"../vae": ["diffusers", "AutoencoderKLWan"]}), "names a part outside it: ../vae"),
    ("a pickle", each(take(WEIGHTS), put("transformer/weights.bin", b"x")), "a pickle .weights.bin., and opening a pickle runs whatever"),
    ("a GGUF file of words", each(take("text_encoder/weights.safetensors"), put("text_encoder/weights.gguf", b"GGUF")), "The text encoder is a GGUF file .weights.gguf., and no UMT5EncoderModel can be read from one"),
    ("a bad GGUF file", each(take(WEIGHTS), put("transformer/weights.gguf", b"GGUF")), "weights.gguf is no GGUF file, or is cut short"),
    ("code", put("transformer/modeling.py", b"import os"), "brings its own code .modeling.py.. Weights may not bring code"),
    ("code asked for", put("transformer/config.json", b'{"auto_map": {}}'), "asks for code of its own"),
    ("a library of its own", index(vae=["my_vae", "AutoencoderKLWan"]), "asks for code of its own"),
    ("a pipeline of its own", index(_class_name=["pipeline", "Mine"]), "asks for code of its own"),
]  # fmt: skip


def test_a_sound_folder_is_let_through(tmp_path: Path) -> None:
    check(lay(tmp_path / "w", WAN), WAN)


def test_pickles_beside_tensors_are_only_left_alone(tmp_path: Path) -> None:
    folder = lay(tmp_path / "w", WAN)
    put("transformer/weights.bin", b"x")(folder)
    put("transformer/weights.gguf", b"GGUF....")(folder)
    check(folder, WAN)


def test_an_optional_part_may_be_missing(tmp_path: Path) -> None:
    folder = lay(tmp_path / "w", WAN)
    index(vae=[None, None])(folder)
    parts = tuple(part.with_(optional=part.name == "vae") for part in WAN.components)
    check(folder, WAN.with_(components=parts))


@pytest.mark.parametrize(("spoil", "sentence"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_each_fault_is_one_sentence_and_an_action(tmp_path: Path, spoil: Callable[[Path], None], sentence: str) -> None:
    folder = lay(tmp_path / "w", WAN)
    spoil(folder)
    with pytest.raises(Unsupported, match=sentence) as told:
        check(folder, WAN)
    assert told.value.action
    assert "\n" not in told.value.sentence


def test_every_manifests_own_checkpoint_is_sound(tmp_path: Path) -> None:
    for name in ("ltx-2", "hunyuanvideo-1.5", "qwen-image-edit-plus", "wan2.1-flf2v-14b"):
        check(lay(tmp_path / name, find(name)), find(name))

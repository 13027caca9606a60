"""A shelf of tiny models: each with the manifest of the real one, but for its size and its steps.

What is tested is then what a film-maker's model goes through, down to its defaults and its negative prompt.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tiny_models import tiny

from engine.assets import assets_folder
from engine.shelf import places

REAL = {
    "wan-t2v": "wan2.1-t2v-1.3b",
    "wan-i2v": "wan2.2-i2v-a14b",
    "wan-flf": "wan2.1-flf2v-14b",
    "wan-vace": "wan2.1-vace-1.3b",
    "wan-5b": "wan2.2-ti2v-5b",
    "wan-a14b": "wan2.2-t2v-a14b",
    "ltx": "ltx-video-0.9.8-distilled",
    "ltx2": "ltx-2",
    "cogvideox": "cogvideox-2b",
    "cogvideox-i2v": "cogvideox-5b-i2v",
    "hunyuan15": "hunyuanvideo-1.5",
    "klein": "flux.2-klein-4b",
    "qwen-edit": "qwen-image-edit-plus",
    "wan-modular": "wan2.1-t2v-1.3b",
}
"""Tiny model -> the model whose manifest it has."""

STEPS = 4


def shelve(name: str, models: Path, weights: Path, **changes: Any) -> str:
    """Put that tiny model on the shelf at `models` (what STORYREEL_MODELS names) and return its engine's name. `weights` is where
    tiny models are made, once for all tests; `changes` are made to the manifest's defaults."""
    engine = f"tiny-{name}"
    told = json.loads((assets_folder() / "models" / f"{REAL[name]}.json").read_text(encoding="utf-8"))
    told |= {"id": engine, "engine": engine, "title": f"Tiny {name}", "hub": None, "drafts": None}
    told["native"] |= {"width": 64, "height": 32, "multiple": max(16, told["native"]["multiple"])}
    told["defaults"] |= {"steps": STEPS} | changes
    if told["defaults"].get("timesteps"):
        told["defaults"]["timesteps"] = [1000, 900, 700, 300]
    if name == "wan-modular":
        told |= {"pipeline": "WanModularPipeline", "pipelines": ["WanPipeline"], "modular": True}
    own = models / "manifests"
    own.mkdir(parents=True, exist_ok=True)
    (own / f"{engine}.json").write_text(json.dumps(told), encoding="utf-8")
    places.keep_link(engine, tiny(name, weights))
    return engine

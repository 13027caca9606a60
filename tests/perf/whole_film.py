"""A whole film against its shots one by one: stock diffusers with a fresh pipeline a shot, a resident stock pipeline, and Storyreel.

    python -P tests/perf/whole_film.py [--shots 3]           the CPU part: tiny weights, so that what is left is our overhead per shot
    python -P tests/perf/whole_film.py --gpu [--shots 3]     Wan 2.2 5B's own sizes with random weights, 704x1280x121; needs a GPU, 30 GB of disk

Same steps, words, weights and seeds in one run; every row ends in pixels on the CPU (stock in numpy, ours conformed to the film as well).
Printed, never asserted. The floor is counted: FLOPs by 790 TFLOP/s (one H200, dense bf16), denoising alone.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "fakes"))

import diffusers
from tiny_models import tiny
from tiny_parts import tokenizer, unipc
from tiny_shelf import shelve
from tiny_studio import Studio
from transformers import UMT5Config, UMT5EncoderModel

from engine.assets import assets_folder
from engine.backends.diffusion.parts import hushed
from engine.plan.architecture import flops_per_forward, tokens
from engine.plan.capabilities import load_manifest
from engine.plan.native import native_frames, native_size
from engine.plan.orders import ShotOrder
from engine.plan.prompts import prompt_for
from engine.shelf import places

MODEL = "wan2.2-ti2v-5b"
PEAK = 790e12
Timed = Callable[[], float]


def main() -> None:
    """Measure what was asked for and print the table."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--gpu", action="store_true")
    asked.add_argument("--shots", type=int, default=3)
    chosen = asked.parse_args()
    hushed()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["STORYREEL_MODELS"] = str(Path(folder) / "models")
        if not chosen.gpu:
            _overhead(Path(folder), chosen.shots)
        elif torch.cuda.is_available():
            _film(Path(folder), chosen.shots)
        else:
            print("No GPU is at hand: the GPU part was not measured.")


def _overhead(folder: Path, shots: int) -> None:
    """The CPU part. Both are warmed by a run that is not counted; ours is told the film's own raster and rate."""
    shots = max(shots, 10)
    studio = Studio.at(folder, "wan-5b", folder / "tiny")
    stock = _Stock(studio, torch.device("cpu"))

    def measured(take: int) -> tuple[float, float, float]:
        """Every take has words of its own: ours would remember those it has read."""
        orders = [studio.order(seed=seed, action=f"IRIS walks, {take}, {seed}.") for seed in range(shots)]
        return stock.timed(orders, fresh=True), stock.timed(orders, fresh=False), _ours(studio, orders)

    rounds = [measured(take) for take in range(3)]
    fresh, resident, ours = (min(times) / shots for times in zip(*rounds, strict=True))
    print(
        f"CPU, tiny weights, {shots} shots of {_sized(studio, studio.order())}, {studio.manifest.defaults.steps} steps; the best of three rounds"
    )
    for name, seconds in (("stock, fresh", fresh), ("stock, resident", resident), ("Storyreel", ours)):
        print(f"  {name:<18}{1000 * seconds:8.1f} ms a shot")
    print(f"  our overhead over a resident pipeline: {1000 * (ours - resident):.1f} ms a shot")
    print("The GPU part was not measured in this run (--gpu).")


def _film(folder: Path, shots: int) -> None:
    """The GPU part: 20 steps with guidance, and 4 without."""
    weights = _full_size(folder / "full")
    for steps, guidance in ((20, 5.0), (4, 1.0)):
        studio = _studio(folder, weights, steps, guidance)
        raster = {"width": 1280, "height": 704}
        orders = [
            studio.order(seed=seed, raster=raster, frames=121, head=0, tail=0, action=f"IRIS walks, {seed}.")
            for seed in range(shots)
        ]
        stock = _Stock(studio, torch.device("cuda"))
        fresh = stock.timed(orders, fresh=True)
        resident = stock.timed(orders, fresh=False)
        stock.forget()
        ours = _ours(studio, orders)
        forwards = steps * (2 if guidance > 1 else 1)
        floor = shots * forwards * flops_per_forward(_made_of(studio), _tokens(studio, orders[0])) / PEAK
        print(
            f"{torch.cuda.get_device_name()}, {shots} shots of {_sized(studio, orders[0])}, {steps} steps, guidance {guidance}"
        )
        for name, seconds in (("stock, fresh", fresh), ("stock, resident", resident), ("Storyreel", ours)):
            print(f"  {name:<18}{seconds:8.1f} s   {fresh / seconds:5.2f}x fresh   {resident / seconds:5.2f}x resident   {seconds / floor:5.2f}x floor")  # fmt: skip
        print(f"  {'floor, denoising':<18}{floor:8.1f} s")
        print(f"  memory at its most {torch.cuda.max_memory_allocated() / 2**30:.1f} GiB")


class _Stock:
    """Diffusers as anybody calls it: words in, pixels out."""

    def __init__(self, studio: Studio, device: torch.device) -> None:
        self.studio, self.device = studio, device
        self._pipeline: Any = None

    def timed(self, orders: list[ShotOrder], *, fresh: bool) -> float:
        """Seconds for all orders; the resident pipeline is loaded and warmed before."""
        if not fresh:
            self._pipeline = self._loaded()
            self._call(self._pipeline, orders[0])
        began = time.perf_counter()
        for order in orders:
            self._call(self._loaded() if fresh else self._pipeline, order)
        return time.perf_counter() - began

    def forget(self) -> None:
        """Give the GPU back."""
        self._pipeline = None
        torch.cuda.empty_cache()
        torch.cuda.reset_peak_memory_stats()

    def _loaded(self) -> Any:
        halves = self.device.type == "cuda"
        dtypes = {"default": torch.bfloat16, "vae": torch.float32} if halves else torch.float32
        folder = places.folder_of(self.studio.manifest)
        pipeline = diffusers.WanPipeline.from_pretrained(folder, dtype=dtypes, local_files_only=True)
        pipeline.set_progress_bar_config(disable=True)
        return pipeline.to(self.device)

    def _call(self, pipeline: Any, order: ShotOrder) -> None:
        manifest = self.studio.manifest
        wide, high = native_size(order.raster, manifest)
        said, recipe = prompt_for(order, manifest), manifest.defaults
        pipeline(
            prompt=said.text,
            negative_prompt=said.negative,
            width=wide,
            height=high,
            num_frames=native_frames(order.length, order.rate, manifest),
            num_inference_steps=recipe.steps,
            guidance_scale=recipe.guidance,
            generator=torch.Generator().manual_seed(order.seed),
            output_type="np",
        )


def _ours(studio: Studio, orders: list[ShotOrder]) -> float:
    """Seconds for all orders, after one that is not counted, whose words are none of theirs."""
    studio.render(orders[0].model_copy(update={"action": "Nobody."}))
    began = time.perf_counter()
    answers = studio.render(*orders)
    took = time.perf_counter() - began
    failed = [answer for answer in answers if type(answer).__name__ == "Failed"]
    if failed:
        print(f"  failed: {failed}")
    return took


def _full_size(folder: Path) -> Path:
    """Wan 2.2 5B's transformer and autoencoder with random weights, as its checkpoint describes them; the encoder is two layers wide
    enough, so that reading words is no part of the ratio."""
    source = tiny("wan-5b", folder.parent / "tiny")
    torch.manual_seed(0)
    torch.set_default_dtype(torch.bfloat16)
    transformer = diffusers.WanTransformer3DModel(
        in_channels=48, out_channels=48, num_layers=30, num_attention_heads=24, attention_head_dim=128, ffn_dim=14336,
        text_dim=4096, freq_dim=256, cross_attn_norm=True, qk_norm="rms_norm_across_heads", patch_size=(1, 2, 2),
    )  # fmt: skip
    encoder = UMT5EncoderModel(UMT5Config(vocab_size=262, d_model=4096, d_kv=64, d_ff=1024, num_layers=2, num_heads=64))
    torch.set_default_dtype(torch.float32)
    vae = diffusers.AutoencoderKLWan(
        base_dim=160, decoder_base_dim=256, z_dim=48, dim_mult=[1, 2, 4, 4], num_res_blocks=2,
        temperal_downsample=[False, True, True], latents_mean=[0.0] * 48, latents_std=[1.0] * 48, in_channels=12,
        out_channels=12, is_residual=True, patch_size=2, scale_factor_spatial=16,
    )  # fmt: skip
    diffusers.WanPipeline(
        tokenizer=tokenizer(512), text_encoder=encoder, vae=vae, scheduler=unipc(), transformer=transformer,
        expand_timesteps=True,
    ).save_pretrained(folder)  # fmt: skip
    print(f"random weights of {MODEL}: {places.bytes_in(folder) / 1e9:.1f} GB (the tiny ones lie in {source.name})")
    return folder


def _studio(folder: Path, weights: Path, steps: int, guidance: float) -> Studio:
    """A studio over the full-size weights, with the real manifest but for its steps."""
    engine = shelve("wan-5b", folder / "models", folder / "tiny")
    own = folder / "models" / "manifests" / f"{engine}.json"
    told = json.loads((assets_folder() / "models" / f"{MODEL}.json").read_text(encoding="utf-8"))
    told |= {"id": engine, "engine": engine, "hub": None}
    told["defaults"] |= {"steps": steps, "guidance": guidance}
    own.write_text(json.dumps(told), encoding="utf-8")
    places.keep_link(engine, weights)
    studio = Studio(folder, engine)
    studio.reopen()
    return studio


def _made_of(studio: Studio) -> Any:
    return load_manifest(assets_folder() / "models", MODEL).made_of


def _tokens(studio: Studio, order: ShotOrder) -> int:
    frames = native_frames(order.length, order.rate, studio.manifest)
    return tokens(_made_of(studio), *native_size(order.raster, studio.manifest), frames)


def _sized(studio: Studio, order: ShotOrder) -> str:
    wide, high = native_size(order.raster, studio.manifest)
    return f"{wide}x{high}x{native_frames(order.length, order.rate, studio.manifest)}"


if __name__ == "__main__":
    main()

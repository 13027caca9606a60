"""A whole film against its shots one by one: stock diffusers with a fresh pipeline a shot, a resident stock pipeline, and Storyreel.

    python -P tests/perf/whole_film.py [--shots 3]           the CPU part: tiny weights, so that what is left is our overhead per shot
    python -P tests/perf/whole_film.py --gpu [--shots 3]     Wan 2.2 5B's own sizes with random weights, 704x1280x121; needs a GPU, 30 GB of disk
    ... --gpu --steps 20 (or 4)                              one of the two rows alone: each takes some minutes
    ... --gpu --pretend                                      the GPU part's own code on a CPU with tiny weights, to see that it runs

Same steps, words, weights and seeds in one run; every row ends in pixels on the CPU (stock in numpy, ours conformed to the film as well). What
comes once is left out of all rows: a first short call, and compiling, whose seconds are printed. Printed, never asserted. The floor is counted:
FLOPs by 790 TFLOP/s (one H200, dense bf16), denoising alone. The transformer's idle share is the time between a shot's last step and the next
shot's first; the stream is waited for at both ends, so the clock on the wall is the GPU's.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
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
from engine.backends.base import Failed, Taken
from engine.backends.diffusion import drawing, speed
from engine.backends.diffusion.parts import hushed
from engine.backends.diffusion.watch import Watch, idle_share
from engine.plan.architecture import flops_per_forward, tokens
from engine.plan.capabilities import load_manifest
from engine.plan.native import native_frames, native_size
from engine.plan.orders import ShotOrder
from engine.plan.prompts import prompt_for
from engine.shelf import places

MODEL = "wan2.2-ti2v-5b"
PEAK = 790e12
Clock = Callable[[], float]


def main() -> None:
    """Measure what was asked for and print the table."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--gpu", action="store_true")
    asked.add_argument("--pretend", action="store_true")
    asked.add_argument("--shots", type=int, default=3)
    asked.add_argument("--steps", type=int, choices=(20, 4), action="append")
    chosen = asked.parse_args()
    hushed()
    with tempfile.TemporaryDirectory() as folder:
        os.environ["STORYREEL_MODELS"] = str(Path(folder) / "models")
        if not chosen.gpu:
            _overhead(Path(folder), chosen.shots)
        elif torch.cuda.is_available() or chosen.pretend:
            _film(Path(folder), chosen.shots, chosen.steps or [20, 4], pretend=chosen.pretend)
        else:
            print("No GPU is at hand: the GPU part was not measured.")


def _overhead(folder: Path, shots: int) -> None:
    """The CPU part, in time of one core, which others on the machine don't change much (tiny nets want one thread). All are warmed by a run
    that is not counted; ours is told the film's own raster and rate."""
    shots = max(shots, 10)
    studio = Studio.at(folder, "wan-5b", folder / "tiny")
    stock = _Stock(studio, torch.device("cpu"))

    def measured(take: int) -> tuple[float, float, float]:
        """Every take has words of its own: ours would remember those it has read."""
        orders = [studio.order(seed=seed, action=f"IRIS walks, {take}, {seed}.") for seed in range(shots)]
        _warm(studio, orders[0])
        now = time.process_time
        return (
            stock.timed(orders, fresh=True, now=now),
            stock.timed(orders, fresh=False, now=now),
            _ours(studio, orders, now),
        )

    rounds = [measured(take) for take in range(3)]
    fresh, resident, ours = (min(times) / shots for times in zip(*rounds, strict=True))
    print(
        f"CPU, tiny weights, {shots} shots of {_sized(studio, studio.order())}, {studio.manifest.defaults.steps} steps; the best of three rounds"
    )
    for name, seconds in (("stock, fresh", fresh), ("stock, resident", resident), ("Storyreel", ours)):
        print(f"  {name:<18}{1000 * seconds:8.1f} ms of a core a shot")
    print(f"  our overhead over a resident pipeline: {1000 * (ours - resident):.1f} ms a shot")
    print("The GPU part was not measured in this run (--gpu).")


def _film(folder: Path, shots: int, rows: list[int], *, pretend: bool) -> None:
    """The GPU part: 20 steps with guidance, and 4 without."""
    device = torch.device("cpu" if pretend else "cuda")
    if not pretend:
        torch.set_num_threads(os.cpu_count() or 1)  # tiny weights want one
    weights = tiny("wan-5b", folder / "tiny") if pretend else _full_size(folder / "full")
    speed._WORTH_COMPILING = 0  # a film has more shots than this bench
    for steps in rows:
        guidance = 5.0 if steps == 20 else 1.0
        studio = _studio(folder, weights, steps, guidance, small=pretend)
        raster, frames = ({"width": 128, "height": 64}, 13) if pretend else ({"width": 1280, "height": 704}, 121)
        orders = [
            studio.order(seed=seed, raster=raster, frames=frames, head=0, tail=0, action=f"IRIS walks, {seed}.")
            for seed in range(shots)
        ]
        stock = _Stock(studio, device)
        fresh = stock.timed(orders, fresh=True)
        resident = stock.timed(orders, fresh=False)
        stock.forget()
        with _watched() as watches:
            began = time.perf_counter()
            _warm(studio, orders[0])
            warming = time.perf_counter() - began
            watches.clear()
            ours = _ours(studio, orders)
        forwards = steps * (2 if guidance > 1 else 1)
        floor = shots * forwards * flops_per_forward(_made_of(studio), _tokens(studio, orders[0])) / PEAK
        name = "CPU, pretending (floors mean nothing)" if pretend else torch.cuda.get_device_name()
        print(f"{name}, {shots} shots of {_sized(studio, orders[0])}, {steps} steps, guidance {guidance}")
        for row, seconds in (("stock, fresh", fresh), ("stock, resident", resident), ("Storyreel", ours)):
            print(f"  {row:<18}{seconds:8.1f} s   {fresh / seconds:5.2f}x fresh   {resident / seconds:5.2f}x resident   {seconds / floor:5.2f}x floor")  # fmt: skip
        _tell_watches(watches, floor)
        print(f"  {'warming, compiling':<18}{warming:8.1f} s once")
        if not pretend:
            print(f"  memory at its most {torch.cuda.max_memory_allocated() / 2**30:.1f} GiB in the last shot")
        for note in studio.notes:
            print(f"  said: {note}")
        studio.backend.unload()


def _tell_watches(watches: list[Watch], floor: float) -> None:
    """What the transformer did between the first step of all and the last."""
    denoising = sum(watch.denoising for watch in watches)
    span = watches[-1].denoised_at - watches[0].began_at
    print(f"  {'denoising alone':<18}{denoising:8.1f} s   {denoising / floor:5.2f}x floor of {floor:.1f} s")
    print(f"  {'transformer idle':<18}{100 * idle_share(watches):8.1f} % of {span:.1f} s, between shots")


@contextmanager
def _watched() -> Iterator[list[Watch]]:
    """The watches of all shots that are drawn while the block runs, in the order in which they denoise."""
    kept: list[Watch] = []

    def watch(*told: Any) -> Watch:
        kept.append(Watch(*told))
        return kept[-1]

    drawing.Watch = watch
    try:
        yield kept
    finally:
        drawing.Watch = Watch


class _Stock:
    """Diffusers as anybody calls it: words in, pixels out."""

    def __init__(self, studio: Studio, device: torch.device) -> None:
        self.studio, self.device = studio, device
        self._pipeline: Any = None

    def timed(self, orders: list[ShotOrder], *, fresh: bool, now: Clock = time.perf_counter) -> float:
        """Seconds for all orders; the resident pipeline is loaded and warmed before."""
        if not fresh:
            self._pipeline = self._loaded()
            self._call(self._pipeline, orders[0], steps=2)
        began = now()
        for order in orders:
            self._call(self._loaded() if fresh else self._pipeline, order)
        return now() - began

    def forget(self) -> None:
        """Give the GPU back."""
        self._pipeline = None
        gc.collect()
        if self.device.type == "cuda":
            torch.cuda.empty_cache()

    def _loaded(self) -> Any:
        halves = torch.bfloat16 if self.device.type == "cuda" else torch.float32
        dtypes = {"default": halves, "vae": torch.float32}
        folder = places.folder_of(self.studio.manifest)
        pipeline = diffusers.WanPipeline.from_pretrained(folder, dtype=dtypes, local_files_only=True)
        pipeline.set_progress_bar_config(disable=True)
        return pipeline.to(self.device)

    def _call(self, pipeline: Any, order: ShotOrder, steps: int | None = None) -> None:
        manifest = self.studio.manifest
        wide, high = native_size(order.raster, manifest)
        said, recipe = prompt_for(order, manifest), manifest.defaults
        pipeline(
            prompt=said.text,
            negative_prompt=said.negative,
            width=wide,
            height=high,
            num_frames=native_frames(order.length, order.rate, manifest),
            num_inference_steps=steps or recipe.steps,
            guidance_scale=recipe.guidance,
            generator=torch.Generator().manual_seed(order.seed),
            output_type="np",
        )


def _warm(studio: Studio, order: ShotOrder) -> None:
    """One short shot of that shape, whose words are none of the film's."""
    _answered(studio.render(order.model_copy(update={"action": "Nobody.", "finish": "draft"})))


def _ours(studio: Studio, orders: list[ShotOrder], now: Clock = time.perf_counter) -> float:
    """Seconds for all orders, of an engine that is warm."""
    began = now()
    answers = studio.render(*orders)
    took = now() - began
    _answered(answers)
    return took


def _answered(answers: Sequence[Taken | Failed]) -> None:
    for answer in answers:
        if isinstance(answer, Failed):
            raise SystemExit(f"failed: {answer.error} {answer.error.__cause__!r}")


def _full_size(folder: Path) -> Path:
    """Wan 2.2 5B's transformer and autoencoder with random weights, as its checkpoint describes them; the encoder is two layers wide
    enough, so that reading words is no part of the ratio."""
    source = tiny("wan-5b", folder.parent / "tiny")
    torch.manual_seed(0)
    torch.set_default_dtype(torch.bfloat16)
    torch.set_default_device("cuda")  # 5 billion numbers take minutes elsewhere
    transformer = diffusers.WanTransformer3DModel(
        in_channels=48, out_channels=48, num_layers=30, num_attention_heads=24, attention_head_dim=128, ffn_dim=14336,
        text_dim=4096, freq_dim=256, cross_attn_norm=True, qk_norm="rms_norm_across_heads", patch_size=(1, 2, 2),
    )  # fmt: skip
    encoder = UMT5EncoderModel(UMT5Config(vocab_size=262, d_model=4096, d_kv=64, d_ff=1024, num_layers=2, num_heads=64))
    torch.set_default_device("cpu")
    torch.set_default_dtype(torch.float32)
    vae = diffusers.AutoencoderKLWan(
        base_dim=160, decoder_base_dim=256, z_dim=48, dim_mult=[1, 2, 4, 4], num_res_blocks=2,
        temperal_downsample=[False, True, True], latents_mean=[0.0] * 48, latents_std=[1.0] * 48, in_channels=12,
        out_channels=12, is_residual=True, patch_size=2, scale_factor_spatial=16,
    )  # fmt: skip
    diffusers.WanPipeline(
        tokenizer=tokenizer(512), text_encoder=encoder.cpu(), vae=vae, scheduler=unipc(), transformer=transformer.cpu(),
        expand_timesteps=True,
    ).save_pretrained(folder)  # fmt: skip
    del transformer, encoder, vae
    torch.cuda.empty_cache()
    print(f"random weights of {MODEL}: {places.bytes_in(folder) / 1e9:.1f} GB (the tiny ones lie in {source.name})")
    return folder


def _studio(folder: Path, weights: Path, steps: int, guidance: float, *, small: bool) -> Studio:
    """A studio over those weights, with the real manifest but for its steps; `small`: and its size."""
    engine = shelve("wan-5b", folder / "models", folder / "tiny")
    own = folder / "models" / "manifests" / f"{engine}.json"
    told = json.loads((assets_folder() / "models" / f"{MODEL}.json").read_text(encoding="utf-8"))
    told |= {"id": engine, "engine": engine, "hub": None}
    told["defaults"] |= {"steps": steps, "guidance": guidance}
    if small:
        told["native"] |= {"width": 64, "height": 32}
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

"""How well the draft engine does what it is told: place, light, camera and motion by a judge, subjects picked out of a line-up, seams, drift, seconds.

    python -P tests/perf/draft.py ATLAS WEIGHTS [--clips 96] [--judge judge.pt] [--judge-minutes 3] [--out FOLDER] [--threads 2]
    python -P tests/perf/draft.py --speed [--threads 2]     seconds of the size that ships, with weights of no training; needs no atlas

Every figure stands beside the same figure for real clips of the world (the ceiling) and for chance. Printed as a table for the model card,
never asserted. The judge learns from real clips only; teaching it takes minutes on a GPU and is kept in --judge.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import psutil
import torch
from torch import Tensor

from engine.backends.draft.conditions import FPS, SLAB, Conditions
from engine.backends.draft.flow import Guidance, guided, sample
from engine.backends.draft.judge import FRAMES, QUESTIONS, Judge, kinds_of, taught, truth
from engine.backends.draft.long_takes import LONGEST, whole_take
from engine.backends.draft.pipeline import DraftPipeline, Prompt, Role
from engine.backends.draft.samples import write_sheet
from engine.backends.draft.train import world_for
from engine.backends.draft.uvit import UViT
from engine.backends.draft.world import Clips, World

LINE_UP = 50
ONE_PASS, A_MINUTE = 128, 60 * FPS
_CHUNK = 16

Sets = dict[str, Callable[[World, int, torch.Generator], Clips]]


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table."""

    name: str
    figures: dict[str, float]


def one(count: int) -> Tensor:
    """A single subject in every clip."""
    return torch.tensor([[True, False]]).repeat(count, 1)


SETS: Sets = {
    "held-out subjects": lambda world, n, dice: world.clips(n, FRAMES, dice, "held-out", fixed={"present": one(n)}),
    "... in English": lambda world, n, dice: world.clips(
        n, FRAMES, dice, "held-out", language="english", fixed={"present": one(n)}
    ),
    "... in Chinese": lambda world, n, dice: world.clips(
        n, FRAMES, dice, "held-out", language="chinese", fixed={"present": one(n)}
    ),
    "trained subjects": lambda world, n, dice: world.clips(n, FRAMES, dice, "train", fixed={"present": one(n)}),
    "held-out places": lambda world, n, dice: world.clips(
        n, FRAMES, dice, "held-out", places="held-out", fixed={"present": one(n)}
    ),
}


class Studio:
    """Makes clips with the weights on the world's device."""

    def __init__(self, weights: UViT, steps: int, guidance: Guidance) -> None:
        self.weights, self.steps, self.guidance = weights, steps, guidance
        self.estimate = guided(self._estimate, guidance)

    def made(self, told: Conditions, frames: int, seed: int = 1) -> Tensor:
        """(B, 3, T, H, W) for those conditions."""
        device = told.phrases.device
        across, down = self.weights.raster
        noise = torch.randn(len(told), 3, frames, down, across, generator=torch.Generator().manual_seed(seed)).to(
            device
        )
        parts = [
            sample(self.estimate, part, noise[first : first + _CHUNK], steps=self.steps) for first, part in chunks(told)
        ]
        return torch.cat(parts)

    def _estimate(self, clip: Tensor, time_: Tensor, told: Conditions, slabs: Tensor | None) -> Tensor:
        with torch.autocast(clip.device.type, torch.bfloat16, enabled=clip.device.type == "cuda"):
            return self.weights(clip, time_, told, slabs).float()


def chunks(told: Conditions) -> list[tuple[int, Conditions]]:
    """The conditions a few clips at a time."""
    names = Conditions.__dataclass_fields__
    return [
        (first, Conditions(**{name: getattr(told, name)[first : first + _CHUNK] for name in names}))
        for first in range(0, len(told), _CHUNK)
    ]


def judged(judge: Judge, video: Tensor, clips: Clips) -> dict[str, float]:
    """Shares of right answers, and top-1 and top-5 in a line-up of 50 (or as many as there are) references."""
    right = truth(clips)
    verdicts = [judge(part) for part in video.split(_CHUNK)]
    figures = {
        name: float((torch.cat([v.scores[name] for v in verdicts]).argmax(-1) == right[name]).float().mean())
        for name in QUESTIONS
    }
    likeness = torch.cat([verdict.likeness for verdict in verdicts])
    return figures | lined_up(judge, likeness, clips)


def lined_up(judge: Judge, likeness: Tensor, clips: Clips) -> dict[str, float]:
    """Each clip's subject among those of other clips, a different subject each."""
    faces = judge.faces(clips.conditions.references[:, 0])
    who = clips.script.subjects[:, 0]
    firsts = [int((who == subject).nonzero()[0]) for subject in who.unique()][:LINE_UP]
    shown = [n for n in range(len(who)) if any(int(who[f]) == int(who[n]) for f in firsts)]
    alike = likeness[shown] @ faces[firsts].T
    answer = torch.tensor([next(k for k, f in enumerate(firsts) if int(who[f]) == int(who[n])) for n in shown])
    order = alike.argsort(-1, descending=True).cpu()
    hit = order == answer[:, None]
    return {
        "top-1": float(hit[:, :1].any(-1).float().mean()),
        "top-5": float(hit[:, :5].any(-1).float().mean()),
        "of": len(firsts),
    }


def seams(video: Tensor) -> float:
    """How much more neighbouring frames differ where slabs meet than inside them (1: no seam)."""
    change = (video[:, :, 1:] - video[:, :, :-1]).square().mean((0, 1, 3, 4)).sqrt()
    at_seam = torch.arange(1, video.shape[2]) % SLAB == 0
    return float(change[at_seam].mean() / change[~at_seam].mean())


def drift(judge: Judge, video: Tensor) -> tuple[float, float]:
    """Likeness of the last two seconds, and of two seconds in the middle, to the first two (cosine)."""
    frames = video.shape[2]
    first, middle, last = (judge(video[:, :, at : at + FRAMES]).likeness for at in (0, frames // 2, frames - FRAMES))
    return float((first * middle).sum(-1).mean()), float((first * last).sum(-1).mean())


def table(rows: list[Row]) -> str:
    """Markdown."""
    names = list(dict.fromkeys(name for row in rows for name in row.figures))
    lines = ["| set | " + " | ".join(names) + " |", "|---|" + "---|" * len(names)]
    for row in rows:
        cells = [f"{row.figures[name]:.3f}" if name in row.figures else "" for name in names]
        lines.append(f"| {row.name} | " + " | ".join(cells) + " |")
    return "\n".join(lines)


def chance(judge: Judge, of: float) -> Row:
    """What guessing scores."""
    figures = {name: 1 / judge.kinds[name] for name in QUESTIONS}
    return Row("chance", figures | {"top-1": 1 / of, "top-5": min(1.0, 5 / of)})


def compared(world: World, judge: Judge, studio: Studio, count: int, out: Path) -> list[Row]:
    """Every set: real, then made."""
    rows = []
    for name, draw in SETS.items():
        clips = draw(world, count, torch.Generator(world.device).manual_seed(41))
        made = studio.made(clips.conditions, FRAMES)
        rows.append(Row(f"{name}: real", judged(judge, clips.video, clips) | {"seams": seams(clips.video)}))
        rows.append(Row(f"{name}: made", judged(judge, made, clips) | {"seams": seams(made)}))
        few = Clips(clips.video[:10], clips.masks[:10], chunks(clips.conditions)[0][1], clips.script)
        write_sheet(out / f"{name.strip('. ').replace(' ', '-')}.png", few, made[:10])
    swapped = world.clips(
        count, FRAMES, torch.Generator(world.device).manual_seed(43), "held-out", fixed={"present": one(count)}
    )
    told = swapped.conditions.with_references_of(torch.arange(count, device=world.device).roll(1))
    made = studio.made(told, FRAMES)
    rows.append(Row("words name A, picture shows B: as A", judged(judge, made, swapped)))
    shown = replace(
        swapped, conditions=told, script=replace(swapped.script, subjects=swapped.script.subjects.roll(1, 0))
    )
    rows.append(Row("words name A, picture shows B: as B", judged(judge, made, shown)))
    rows.append(chance(judge, rows[0].figures["of"]))
    return rows


def long_takes(world: World, judge: Judge, studio: Studio, out: Path) -> list[Row]:
    """16 s in one pass, and 60 s in windows."""
    rows = []
    dice = torch.Generator(world.device).manual_seed(47)
    clips = world.clips(
        4, ONE_PASS, dice, "held-out", fixed={"present": one(4), "verbs": torch.zeros(4, 2, dtype=torch.long)}
    )
    made = studio.made(clips.conditions, ONE_PASS)
    for name, video in (("16 s in one pass: real", clips.video), ("16 s in one pass: made", made)):
        middle, last = drift(judge, video)
        rows.append(Row(name, {"likeness after half": middle, "at the end": last, "seams": seams(video)}))
    write_sheet(out / "sixteen-seconds.png", clips, made)
    return [*rows, minute(clips, judge, studio, out)]


def minute(clips: Clips, judge: Judge, studio: Studio, out: Path) -> Row:
    """60 s with a camera that stands, in windows."""
    told = replace(clips.conditions, camera=torch.zeros(4, A_MINUTE // SLAB, 4, device=clips.video.device))
    across, down = studio.weights.raster
    noise = torch.randn(4, 3, A_MINUTE, down, across, generator=torch.Generator().manual_seed(2)).to(clips.video.device)
    made = whole_take(studio.estimate, told, noise, steps=studio.steps)
    middle, last = drift(judge, made)
    write_sheet(out / "a-minute.png", replace(clips, video=made))
    return Row("60 s in windows: made", {"likeness after half": middle, "at the end": last, "seams": seams(made)})


def seconds(studio: Studio, clips: Clips) -> str:
    """What one clip of two seconds takes here."""
    told = chunks(clips.conditions)[0][1]
    alone = Conditions(**{name: getattr(told, name)[:1] for name in Conditions.__dataclass_fields__})
    studio.made(alone, FRAMES)
    begun = time.perf_counter()
    studio.made(alone, FRAMES)
    return f"{time.perf_counter() - begun:.2f} s for 2 s of draft ({studio.steps} steps, guidance {studio.guidance})"


def shipped(frames: int) -> str:
    """Seconds and memory of a clip of that length at the size that ships; what the weights know makes no difference to either."""
    weights = UViT()
    dice = torch.Generator().manual_seed(1)
    for parameter in weights.parameters():  # a fresh transformer says nothing, and nothing might be quicker to work out
        parameter.data += 0.01 * torch.randn(parameter.shape, generator=dice)
    pipeline = DraftPipeline(weights.eval())
    pipeline.set_progress_bar_config(disable=True)
    portrait = np.full((96, 96, 3), 128, np.uint8)
    prompt = Prompt("a street", "night", (Role("a girl in a red coat", "walks left", portrait),))
    if frames == FRAMES:  # who drafts does not start anew for every shot
        pipeline(prompt, frames=SLAB, num_inference_steps=2)
    begun, worked = time.perf_counter(), time.process_time()
    pipeline(prompt, frames=frames, generator=dice)
    taken, worked = time.perf_counter() - begun, time.process_time() - worked
    most = psutil.Process().memory_info().rss / 1e6
    return (
        f"{taken:.1f} s ({worked:.1f} s of one core's work) for {frames / FPS:g} s of draft on {torch.get_num_threads()} threads; "
        f"the process then holds {most:.0f} MB"
    )


def judge_for(world: World, kept: Path | None, minutes: float) -> Judge:
    """The kept judge, or a newly taught one that is kept."""
    if kept is not None and kept.exists():
        judge = Judge(kinds_of(world)).to(world.device)
        judge.load_state_dict(torch.load(kept, map_location=world.device, weights_only=True))
        return judge.eval()
    judge = taught(world, minutes)
    if kept is not None:
        torch.save(judge.state_dict(), kept)
    return judge


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("atlas", type=Path, nargs="?")
    parser.add_argument("weights", type=Path, nargs="?")
    parser.add_argument("--speed", action="store_true", help="only time the size that ships")
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--clips", type=int, default=96)
    parser.add_argument("--steps", type=int, default=20)
    parser.add_argument("--guidance", type=float, default=2.2)
    parser.add_argument("--judge", type=Path)
    parser.add_argument("--judge-minutes", type=float, default=3.0)
    parser.add_argument("--out", type=Path, default=Path("draft-evaluation"))
    chosen = parser.parse_args()
    if chosen.threads:
        torch.set_num_threads(chosen.threads)
    if chosen.speed:
        for frames in (FRAMES, LONGEST):
            print(shipped(frames), flush=True)
    elif chosen.atlas is None or chosen.weights is None:
        parser.error("an atlas and a folder of weights are needed, or --speed")
    else:
        evaluate(chosen)


def evaluate(chosen: argparse.Namespace) -> None:
    """The whole table, printed and kept."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    chosen.out.mkdir(parents=True, exist_ok=True)
    weights = UViT.from_pretrained(chosen.weights, torch_dtype=torch.float32).to(device).eval()
    world = world_for(chosen.atlas, weights, device)
    judge = judge_for(world, chosen.judge, chosen.judge_minutes)
    studio = Studio(weights, chosen.steps, Guidance(chosen.guidance, chosen.guidance))
    with torch.no_grad():
        rows = compared(world, judge, studio, chosen.clips, chosen.out)
        rows += long_takes(world, judge, studio, chosen.out)
        speed = seconds(studio, world.clips(1, FRAMES, torch.Generator(device).manual_seed(1)))
    print(table(rows))
    print(speed)
    figures = json.dumps({row.name: row.figures for row in rows}, indent=1)
    (chosen.out / "figures.json").write_text(figures, encoding="utf-8")


if __name__ == "__main__":
    main()

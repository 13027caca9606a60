"""A judge who learnt only from real clips of the world, and says what a clip shows: the place, the light, the camera, what the subject does,
and whom of a line-up.

Its own score on real clips is the ceiling that every figure of the draft engine stands beside: what it cannot tell there, it cannot
blame a made clip for.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from engine.backends.draft.captions import LIGHTS, VERBS
from engine.backends.draft.tracks import CAMERAS
from engine.backends.draft.world import Clips, World

QUESTIONS = ("place", "light", "camera", "motion")
FRAMES = 16
_SMALL = (72, 128)
_WIDTH = 160
_LIKENESS = 128


@dataclass(frozen=True, slots=True)
class Verdict:
    """Of B clips: scores (B, kinds) a question, and what the subject looks like, (B, 128) of length 1."""

    scores: dict[str, Tensor]
    likeness: Tensor


class Judge(nn.Module):
    """Looks at 16 frames. `kinds` says how many answers each of QUESTIONS has."""

    def __init__(self, kinds: dict[str, int]) -> None:
        super().__init__()
        self.kinds = dict(kinds)
        self.eye = _tower(6, (32, 64, 128, _WIDTH))
        self.where = nn.Parameter(torch.randn(1, 1, 5 * 8, _WIDTH) * 0.02)
        self.when = nn.Parameter(torch.randn(1, FRAMES, 1, _WIDTH) * 0.02)
        layer = nn.TransformerEncoderLayer(
            _WIDTH, 4, 4 * _WIDTH, dropout=0.0, activation="gelu", batch_first=True, norm_first=True
        )
        self.thought = nn.TransformerEncoder(layer, 3, enable_nested_tensor=False)
        self.asked = nn.Parameter(torch.randn(1, len(QUESTIONS) + 1, _WIDTH) * 0.02)
        self.answers = nn.ModuleDict({name: nn.Linear(_WIDTH, kinds[name]) for name in QUESTIONS})
        self.likeness = nn.Linear(_WIDTH, _LIKENESS)
        self.portrait = _tower(3, (32, 64, 128, _WIDTH))
        self.portrayed = nn.Sequential(nn.Linear(_WIDTH * 9, 256), nn.GELU(), nn.Linear(256, _LIKENESS))
        self.sharpness = nn.Parameter(torch.tensor(2.5))

    def forward(self, video: Tensor) -> Verdict:
        """video (B, 3, 16, H, W) in [-1, 1]."""
        seen = F.interpolate(video.transpose(1, 2).flatten(0, 1), size=_SMALL, mode="area").unflatten(0, (-1, FRAMES))
        change = torch.cat([torch.zeros_like(seen[:, :1]), seen[:, 1:] - seen[:, :-1]], 1)
        parts = self.eye(torch.cat([seen, 3 * change], 2).flatten(0, 1))
        parts = F.adaptive_avg_pool2d(parts, (5, 8)).flatten(2).transpose(1, 2).unflatten(0, (-1, FRAMES))
        tokens = (parts + self.where + self.when).flatten(1, 2)
        tokens = self.thought(torch.cat([self.asked.expand(len(video), -1, -1), tokens], 1))
        scores = {name: self.answers[name](tokens[:, n]) for n, name in enumerate(QUESTIONS)}
        return Verdict(scores, F.normalize(self.likeness(tokens[:, len(QUESTIONS)]), dim=-1))

    def faces(self, references: Tensor) -> Tensor:
        """References (B, 3, R, R) in [-1, 1] -> (B, 128) of length 1, to be compared with a verdict's likeness."""
        parts = F.adaptive_avg_pool2d(self.portrait(references), (3, 3)).flatten(1)
        return F.normalize(self.portrayed(parts), dim=-1)


def kinds_of(world: World) -> dict[str, int]:
    """How many answers each question has in a world."""
    return {"place": len(world.atlas.places), "light": len(LIGHTS), "camera": len(CAMERAS), "motion": len(VERBS)}


def truth(clips: Clips) -> dict[str, Tensor]:
    """The right answers, (B,) each; of the first subject where there are two."""
    script, device = clips.script, clips.video.device
    known = {"place": script.places, "light": script.lights, "camera": script.cameras, "motion": script.verbs[:, 0]}
    return {name: answer.to(device) for name, answer in known.items()}


def taught(world: World, minutes: float, batch: int = 96, seed: int = 77, steps: int | None = None) -> Judge:
    """A judge that looked at real clips for that long: of all places, one subject at a time, training subjects only."""
    torch.manual_seed(seed)
    judge = Judge(kinds_of(world)).to(world.device)
    optimiser = torch.optim.AdamW(judge.parameters(), lr=1e-3, betas=(0.9, 0.98), weight_decay=0.02)
    generator = torch.Generator(world.device).manual_seed(seed)
    begun, done = time.monotonic(), 0
    while (time.monotonic() - begun < 60 * minutes) if steps is None else done < steps:
        share = (time.monotonic() - begun) / (60 * minutes) if steps is None else done / steps
        for group in optimiser.param_groups:
            group["lr"] = 1e-3 * min(1.0, (done + 1) / 100) * max(0.02, 1 - share)
        loss = _error(judge, _lesson(world, batch, generator, done))
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(judge.parameters(), 1.0)
        optimiser.step()
        done += 1
    return judge.eval()


def _lesson(world: World, batch: int, generator: torch.Generator, number: int) -> Clips:
    """Every fourth batch plays in the held-out places, which the judge must know too."""
    one = torch.tensor([[True, False]]).repeat(batch, 1)
    places = "held-out" if number % 4 == 3 else "train"
    return world.clips(batch, FRAMES, generator, places=places, fixed={"present": one})


def _error(judge: Judge, clips: Clips) -> Tensor:
    device = clips.video.device
    # A little noise and blur of any strength: the judge must not tell made clips by their grain.
    strength = 0.15 * torch.rand(len(clips.video), 1, 1, 1, 1, device=device)
    with torch.autocast(device.type, torch.bfloat16, enabled=device.type == "cuda"):
        verdict = judge(clips.video + strength * torch.randn_like(clips.video))
        faces = judge.faces(clips.conditions.references[:, 0])
    right = truth(clips)
    error = sum(
        (F.cross_entropy(verdict.scores[name].float(), right[name]) for name in QUESTIONS),
        torch.zeros((), device=device),
    )
    alike = judge.sharpness.exp() * verdict.likeness.float() @ faces.float().T
    pairs = torch.arange(len(alike), device=device)
    return error + F.cross_entropy(alike, pairs) + F.cross_entropy(alike.T, pairs)


def _tower(channels: int, widths: tuple[int, ...]) -> nn.Sequential:
    layers: list[nn.Module] = []
    for width in widths:
        layers += [nn.Conv2d(channels, width, 3, stride=2, padding=1), nn.GroupNorm(8, width), nn.GELU()]
        layers += [nn.Conv2d(width, width, 3, padding=1, groups=8), nn.GELU()]
        channels = width
    return nn.Sequential(*layers)

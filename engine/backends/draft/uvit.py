"""The draft engine's transformer: a small U-ViT that sees a clip's words, camera, references and noisy pixels as one row of tokens.

Why pixels and no autoencoder: a video autoencoder alone would outweigh the 32 MB that the whole engine may ship, and paper-theatre
pictures are flat enough for patches. What that takes was learnt from

- U-ViT, Bao et al., CVPR 2023 (arXiv:2209.12152): everything is a token, long skips between shallow and deep blocks; Vidu, Bao et al. 2024
  (arXiv:2405.04233): the same for video, any length in one pass.
- JiT, Li & He 2025 (arXiv:2511.13720): in pixel space predict the clean picture, weigh it as a velocity, embed patches through a bottleneck.
- DiP, Chen et al. 2025 (arXiv:2511.18822): large patches for the transformer, and a light convolution that sees the noisy pixels again
  for the detail a token has no room for. Ours also sees the neighbouring frames, against seams between slabs.
- RoPE, Su et al. 2021 (arXiv:2104.09864), in three dimensions: a third of a head for time, one for rows and one for columns, so that a clip
  may be longer than any it was trained on.
"""

from __future__ import annotations

import math
from typing import ClassVar

import torch
import torch.nn.functional as F
from diffusers.configuration_utils import ConfigMixin, register_to_config
from diffusers.models.modeling_utils import ModelMixin
from torch import Tensor, nn

from engine.backends.draft.conditions import CAMERA, PHRASES, SLOT_OF_PHRASE, SUBJECTS, WORDS, Conditions

_TIME_WAVES = 128
_ROPE_AXES = (24, 20, 20)
_ROPE_BASES = (1000.0, 100.0, 100.0)
_BEFORE = -4.0
"""Where on the time axis the references stand: before the clip, apart from each other."""


class RMSNorm(nn.Module):
    """Root mean square layer norm with a scale (Zhang & Sennrich 2019) over the last axis."""

    def __init__(self, width: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(width))

    def forward(self, x: Tensor) -> Tensor:
        return F.rms_norm(x, (x.shape[-1],), self.weight.to(x.dtype), 1e-6)


class Block(nn.Module):
    """A transformer block; with `skip` it first joins what the block of the same height on the way down saw."""

    def __init__(self, width: int, heads: int, hidden: int, skip: bool) -> None:
        super().__init__()
        self.heads = heads
        self.norm_attention, self.norm_hidden = RMSNorm(width), RMSNorm(width)
        self.norm_query, self.norm_key = RMSNorm(width // heads), RMSNorm(width // heads)
        self.qkv = nn.Linear(width, 3 * width, bias=False)
        self.out = nn.Linear(width, width, bias=False)
        self.widen, self.narrow = nn.Linear(width, hidden), nn.Linear(hidden, width)
        self.join = nn.Linear(2 * width, width) if skip else None
        self._start()

    def _start(self) -> None:
        """Every block begins as the identity, and a skip as 'take no notice'."""
        for tensor in (self.out.weight, self.narrow.weight, self.narrow.bias):
            nn.init.zeros_(tensor)
        if self.join is not None:
            width = self.join.out_features
            nn.init.normal_(self.join.weight, std=0.02)
            nn.init.zeros_(self.join.bias)
            with torch.no_grad():
                self.join.weight[:, :width].copy_(torch.eye(width))

    def forward(self, x: Tensor, turn: Tensor, shallow: Tensor | None = None) -> Tensor:
        """x (B, N, width), `turn` (2, N, head width) cosines and sines, `shallow` like x."""
        if self.join is not None and shallow is not None:
            x = self.join(torch.cat([x, shallow], -1))
        x = x + self.out(self._attended(self.norm_attention(x), turn))
        return x + self.narrow(F.gelu(self.widen(self.norm_hidden(x)), approximate="tanh"))

    def _attended(self, x: Tensor, turn: Tensor) -> Tensor:
        clips, tokens, width = x.shape
        query, key, value = self.qkv(x).view(clips, tokens, 3, self.heads, width // self.heads).permute(2, 0, 3, 1, 4)
        query = turned(self.norm_query(query), turn).to(value.dtype)
        key = turned(self.norm_key(key), turn).to(value.dtype)
        return F.scaled_dot_product_attention(query, key, value).transpose(1, 2).reshape(clips, tokens, width)


class Detailer(nn.Module):
    """Corrects the coarse estimate, seeing it beside the noisy pixels and the frames before and after it.

    Works on squares of 2x2 pixels folded into channels, which costs a quarter and loses nothing.
    """

    def __init__(self, channels: int, time_width: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(4 * 12, channels, 3, padding=1)
        self.second = nn.Conv2d(channels, channels, 3, padding=1)
        self.last = nn.Conv2d(channels, 12, 3, padding=1)
        self.by_time = nn.Linear(time_width, 2 * channels)
        for layer in (self.last, self.by_time):
            for parameter in layer.parameters():
                nn.init.zeros_(parameter)

    def forward(self, coarse: Tensor, noisy: Tensor, time: Tensor) -> Tensor:
        """coarse, noisy (B, T, 3, H, W); time (B, T, time width); returns the corrected coarse."""
        clips, frames = coarse.shape[:2]
        folded = F.pixel_unshuffle(coarse, 2)
        seen = torch.cat([folded, F.pixel_unshuffle(noisy, 2), _earlier(folded), _later(folded)], 2).flatten(0, 1)
        scale, shift = self.by_time(time).flatten(0, 1)[:, :, None, None].chunk(2, 1)
        x = F.gelu(self.first(seen) * (1 + scale) + shift, approximate="tanh")
        x = self.last(F.gelu(self.second(x), approximate="tanh"))
        return coarse + F.pixel_shuffle(x, 2).unflatten(0, (clips, frames))


class UViT(ModelMixin, ConfigMixin):
    """Estimates a clean clip from a noisy one. See the module's docstring for where its parts come from.

    raster: width and height in pixels, multiples of `patch`; slab: frames that share a layer of tokens; width: numbers a token; depth:
    odd; reference: side of a reference picture in pixels; detail: channels of the detailer, 0 for none.
    """

    _repeated_blocks: ClassVar = ["Block"]
    _keep_in_fp32_modules: ClassVar = None

    @register_to_config
    def __init__(
        self,
        raster: tuple[int, int] = (256, 144),
        patch: int = 16,
        slab: int = 4,
        width: int = 320,
        heads: int = 5,
        depth: int = 9,
        hidden: int = 1280,
        bottleneck: int = 256,
        reference: int = 96,
        detail: int = 24,
    ) -> None:
        super().__init__()
        self.raster, self.patch, self.slab, self.reference = (raster[0], raster[1]), patch, slab, reference
        across, down = raster[0] // patch, raster[1] // patch
        pixels = 3 * slab * patch * patch
        self.embed = nn.Sequential(nn.Linear(pixels, bottleneck, bias=False), nn.Linear(bottleneck, width))
        self.place = _table(down * across, width)
        self.time = nn.Sequential(nn.Linear(2 * _TIME_WAVES, width), nn.SiLU(), nn.Linear(width, width))
        self.camera = nn.Sequential(nn.Linear(CAMERA, width), nn.SiLU(), nn.Linear(width, width))
        self.undirected = _table(1, width)
        self.words = nn.Sequential(nn.Linear(WORDS, width), nn.SiLU(), nn.Linear(width, width))
        self.kind = _table(len(PHRASES), width)
        self.unsaid = _table(len(PHRASES), width)
        self.picture = nn.Sequential(nn.Linear(3 * patch * patch, bottleneck, bias=False), nn.Linear(bottleneck, width))
        self.part = _table((reference // patch) ** 2, width)
        self.unseen = _table(1, width)
        self.slot = _table(SUBJECTS + 1, width)
        half = depth // 2
        self.down = nn.ModuleList([Block(width, heads, hidden, skip=False) for _ in range(half)])
        self.middle = Block(width, heads, hidden, skip=False)
        self.up = nn.ModuleList([Block(width, heads, hidden, skip=True) for _ in range(half)])
        self.norm = RMSNorm(width)
        self.out = nn.Linear(width, pixels)
        nn.init.normal_(self.out.weight, std=0.02)
        nn.init.zeros_(self.out.bias)
        self.detailer = Detailer(detail, width) if detail else None

    def forward(self, clip: Tensor, time: Tensor, conditions: Conditions, slabs: Tensor | None = None) -> Tensor:
        """The estimate of the clean clip, (B, 3, T, H, W) in [-1, 1] more or less.

        clip: (B, 3, T, H, W) noisy, T a multiple of `slab`. time: (B, S) of each slab, 0 is noise and 1 is clean: a slab at 1 is given,
        and the others go on from it. slabs: (S,) where each slab stands on the time axis, 0, 1, 2... where not given: a far anchor
        keeps its distance.
        """
        state = self._slab_states(time, conditions)
        patches = self._patches(clip, state)
        told = self._told(time, conditions)
        x = torch.cat([told, state, patches], 1)
        turn = self._turn(slabs, state.shape[1], x)
        x = self._transformed(x, turn)[:, -patches.shape[1] :]
        coarse = self._unpatched(self.out(self.norm(x)), clip.shape[2])
        if self.detailer is not None:
            noisy = clip.transpose(1, 2)
            by_frame = self._waves(time).repeat_interleave(self.slab, 1)
            coarse = self.detailer(coarse, noisy, by_frame)
        return coarse.transpose(1, 2)

    # The tokens: told (time, phrases, references), one state a slab, patches

    def _waves(self, time: Tensor) -> Tensor:
        """(B, S) -> (B, S, width): sines and cosines of the time (Vaswani et al. 2017) through a small network."""
        rates = torch.exp(-math.log(1e4) * torch.arange(_TIME_WAVES, device=time.device) / _TIME_WAVES)
        angle = time.float()[..., None] * 1000.0 * rates
        return self.time(torch.cat([angle.cos(), angle.sin()], -1).to(self.place.dtype))

    def _slab_states(self, time: Tensor, conditions: Conditions) -> Tensor:
        """(B, S, width): how noisy each slab is, and where its camera stands."""
        camera = torch.where(
            conditions.directed[:, None, None], self.camera(conditions.camera.to(self.place.dtype)), self.undirected
        )
        return self._waves(time) + camera

    def _told(self, time: Tensor, conditions: Conditions) -> Tensor:
        noisiest = self._waves(time.amin(1, keepdim=True))
        return torch.cat([noisiest, self._phrases(conditions), self._references(conditions)], 1)

    def _phrases(self, conditions: Conditions) -> Tensor:
        # The encoder's vectors have length 1; the factor gives their numbers the size that the layers expect.
        words = self.words(conditions.phrases.to(self.place.dtype) * math.sqrt(WORDS))
        words = torch.where(conditions.said[..., None], words, self.unsaid)
        return words + self.kind + self.slot[list(SLOT_OF_PHRASE)]

    def _references(self, conditions: Conditions) -> Tensor:
        pictures = conditions.references.to(self.place.dtype)
        side = self.patch
        parts = self.picture(_squares(pictures.flatten(0, 1), side)).unflatten(0, pictures.shape[:2])
        parts = torch.where(conditions.shown[:, :, None, None], parts, self.unseen)
        return (parts + self.part + self.slot[1:, None]).flatten(1, 2)

    def _patches(self, clip: Tensor, state: Tensor) -> Tensor:
        clips, _, frames, _, _ = clip.shape
        slab, side = self.slab, self.patch
        by_slab = clip.unflatten(2, (frames // slab, slab)).transpose(1, 2).flatten(2, 3).flatten(0, 1)
        tokens = self.embed(_squares(by_slab, side)).unflatten(0, (clips, frames // slab))
        return (tokens + self.place + state[:, :, None]).flatten(1, 2)

    def _unpatched(self, x: Tensor, frames: int) -> Tensor:
        """(B, S * patches, pixels) -> (B, T, 3, H, W)."""
        slab, side = self.slab, self.patch
        across, down = (length // side for length in self.raster)
        x = x.view(len(x), frames // slab, down, across, 3, slab, side, side)
        return x.permute(0, 1, 5, 4, 2, 6, 3, 7).reshape(len(x), frames, 3, down * side, across * side)

    # The blocks

    def _transformed(self, x: Tensor, turn: Tensor) -> Tensor:
        passed = []
        for block in self.down:
            x = block(x, turn)
            passed.append(x)
        x = self.middle(x, turn)
        for block in self.up:
            x = block(x, turn, passed.pop())
        return x

    def _turn(self, slabs: Tensor | None, count: int, like: Tensor) -> Tensor:
        """(2, N, head width): cosines and sines by which queries and keys of every token are turned."""
        side = self.patch
        across, down = (length // side for length in self.raster)
        time = torch.arange(count, device=like.device, dtype=torch.float32) if slabs is None else slabs.float()
        grid = torch.cartesian_prod(time, *_centred(down, across, like.device))
        states = F.pad(time[:, None], (0, 2))
        references = [self._reference_positions(slot, down, like.device) for slot in range(SUBJECTS)]
        told = torch.zeros(1 + len(PHRASES), 3, device=like.device)
        return _cosines_and_sines(torch.cat([told, *references, states, grid])).to(like.dtype)

    def _reference_positions(self, slot: int, down: int, device: torch.device) -> Tensor:
        parts = self.reference // self.patch
        grid = torch.cartesian_prod(*_centred(parts, parts, device)) * (down / parts)
        return F.pad(grid, (1, 0), value=_BEFORE * (slot + 1))


def turned(x: Tensor, turn: Tensor) -> Tensor:
    """Rotary embedding: x (..., N, head width), its halves taken as pairs."""
    first, second = x.chunk(2, -1)
    return x * turn[0] + torch.cat([-second, first], -1) * turn[1]


def _cosines_and_sines(positions: Tensor) -> Tensor:
    angles = [
        positions[:, axis, None] * base ** -(torch.arange(size // 2, device=positions.device) / (size // 2))
        for axis, (size, base) in enumerate(zip(_ROPE_AXES, _ROPE_BASES, strict=True))
    ]
    angle = torch.cat(angles, -1).repeat(1, 2)
    return torch.stack([angle.cos(), angle.sin()])


def _centred(down: int, across: int, device: torch.device) -> tuple[Tensor, Tensor]:
    rows = torch.arange(down, device=device, dtype=torch.float32) - (down - 1) / 2
    columns = torch.arange(across, device=device, dtype=torch.float32) - (across - 1) / 2
    return rows, columns


def _squares(pictures: Tensor, side: int) -> Tensor:
    """(B, C, H, W) -> (B, patches, C * side * side), row by row."""
    return F.pixel_unshuffle(pictures, side).flatten(2).transpose(1, 2)


def _table(rows: int, width: int) -> nn.Parameter:
    return nn.Parameter(torch.randn(rows, width) * 0.02)


def _earlier(frames: Tensor) -> Tensor:
    return torch.cat([frames[:, :1], frames[:, :-1]], 1)


def _later(frames: Tensor) -> Tensor:
    return torch.cat([frames[:, 1:], frames[:, -1:]], 1)

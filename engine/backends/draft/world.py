"""The training world: clips of paper theatre composed from an atlas, on any device, as many at once as its memory holds.

A laboratory and not a theatre: the animatic engine draws finer pictures, but one at a time on a CPU; a GPU that trains eats hundreds
of clips a second. Every clip comes with all that is true of it: words, camera path, references, masks, labels.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path as File

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from engine.backends.draft.atlas import CELL, FEET, GROUND, NEARNESS, PLATE_HIGH, PLATE_SCALE, PLATE_WIDE, Atlas, load
from engine.backends.draft.conditions import FPS, SLAB, Conditions
from engine.backends.draft.lots import LONG, Language, Lots, Script, Split, along
from engine.backends.draft.tracks import VERB, Draw, Going, Path, Track, path_of, track_of

HORIZON = 0.056
"""How far below the frame's middle the horizon of a plate is, in frame widths."""
_SHADOW = 0.26
_GOING = tuple(VERB[name] for name in ("walk left", "walk right", "run left", "run right"))
_REFERENCE_POSES = (0, 1, 1, 2, 6, 9, 15, 22, 25)
"""Columns of atlas.POSES that a reference may show (never the back)."""


@dataclass(frozen=True, slots=True)
class Clips:
    """B clips. `video` (B, 3, T, H, W) float in [-1, 1]; `masks` (B, 2, T, H, W) in 0..1, how much of a pixel each subject is;
    `script` holds the labels."""

    video: Tensor
    masks: Tensor
    conditions: Conditions
    script: Script


@dataclass(frozen=True, slots=True)
class _Cast:
    """Where and how large the subjects of B clips are, all (B, 2) in frame widths: `x` at the middle of the clip, `ground`, `high`;
    `gone` (B, 2, T) signed ground covered in figure heights, and whether one `moves` (B, 2, T)."""

    x: Tensor
    ground: Tensor
    high: Tensor
    gone: Tensor
    moves: Tensor


class World:
    """Composes clips. The atlas lies on the device as bytes: 1 GB for the full one; a clip of 16 frames at 256x144 takes 110 MB more
    while it is composed (of 128 frames eight times that)."""

    def __init__(
        self,
        atlas: Atlas | File,
        device: torch.device | str = "cpu",
        size: tuple[int, int] = (144, 256),
        reference: int = 96,
    ) -> None:
        atlas = atlas if isinstance(atlas, Atlas) else load(atlas)
        self.atlas, self.device = atlas, torch.device(device)
        self.height, self.width, self.reference = *size, reference
        self.lots = Lots(atlas)
        starts = np.cumsum([0, *(len(s.frames) for s in atlas.sprites)])[:-1]
        index = np.array([s.index for s in atlas.sprites]) + starts[:, None]
        self._coarse = 2 ** max(0, round(math.log2(256 / self.width)))
        cells = np.concatenate([_reduced(s.frames, self._coarse) for s in atlas.sprites])
        self._cells = self._there(cells.transpose(0, 3, 1, 2))
        self._index = self._there(index).long()
        self._tall = self._there(np.array([s.tall for s in atlas.sprites], np.float32))
        self._wide = self._there(np.array([_width(s.frames[s.index[2]]) for s in atlas.sprites], np.float32))
        cycles = np.array([s.cycles for s in atlas.sprites], np.float32)
        self._cycles = self._there(cycles) / self._tall[:, None]
        self._gaits = self._there(np.array(atlas.gaits)).long()
        self._plates = self._there(np.stack([p.layers for p in atlas.plates]).transpose(0, 3, 1, 2))
        self._grades = self._there(np.array([p.grade for p in atlas.plates], np.float32))
        self._words = self._there(atlas.words.vectors())

    def _there(self, array: np.ndarray) -> Tensor:
        return torch.from_numpy(np.ascontiguousarray(array)).to(self.device)

    @torch.no_grad()
    def clips(
        self,
        count: int,
        frames: int,
        generator: torch.Generator,
        split: Split = "train",
        *,
        places: Split = "train",
        language: Language = "any",
        fixed: Mapping[str, Tensor] | None = None,
    ) -> Clips:
        """`count` new clips of `frames` frames (16 to 128) at 8 a second. The same generator state gives the same clips; draw on
        a CPU generator to have the same on every device. See Lots.drawn for the rest."""
        long = (frames - 1) / FPS > LONG
        script = self.lots.drawn(count, generator, split, places, language, fixed, long=long)
        return self.played(script, frames, generator)

    @torch.no_grad()
    def played(self, script: Script, frames: int, generator: torch.Generator) -> Clips:
        """The clips of a script."""
        here = Script(*(getattr(script, name).to(self.device) for name in Script.__slots__))
        draw = self._draw(len(here.places), generator)
        path, cast = self._blocked(here, frames, draw)
        seconds = torch.arange(frames, device=self.device) / FPS
        going = Going(cast.gone, cast.moves, self._cycles[here.subjects, 0], self._cycles[here.subjects, 1])
        track = track_of(here.verbs, self._gaits[here.subjects], going, seconds, draw)
        hues = _hues(draw)
        video, masks = self._composed(here, path, cast, track, hues, draw)
        return Clips(video, masks, self._conditions(here, path, frames, hues, draw), script)

    def _draw(self, count: int, generator: torch.Generator) -> Draw:
        """All the chance of a batch, in one fixed order."""

        def lot(*shape: int) -> Tensor:
            return torch.rand(count, *shape, generator=generator, device=generator.device).to(self.device)

        single = ("way", "lift", "zoom", "turn", "near", "mix", "follow", "left", "start", "low", "swap", "air")
        double = ("phase", "pace", "side", "when", "share", "x", "depth", "hue", "gain")
        draw = {name: lot() for name in single} | {name: lot(2) for name in double}
        return draw | {"ease": lot(4), "tone": lot(3), "reference": lot(2, 20)}

    def _blocked(self, script: Script, frames: int, draw: Draw) -> tuple[Path, _Cast]:
        """Who goes how far and where the camera looks, so that the subjects are in the picture."""
        length = (frames - 1) / FPS
        kind = script.cameras
        path = path_of(kind, length, draw)
        high = self._heights(script, path, draw)
        gone, lasts = self._travel(script, path, high, length, draw)
        path = self._framed(script, path, gone, length, draw)
        pair = script.present.all(1)
        apart = 0.17 + 0.08 * draw["left"]
        half = torch.where(draw["swap"] < 0.5, -apart, apart)
        half = torch.where(script.crossing, 0.03 * half, half)
        alone = 0.36 * (draw["x"] - 0.5)
        offset = torch.where(pair[:, None], torch.stack([half, -half], 1) + 0.06 * (draw["x"] - 0.5), alone)
        middle = path.at(torch.full((1,), 0.5, device=self.device))[:, 0]
        zoom = torch.exp2(middle[:, 2:3])
        ground = GROUND + torch.where(pair[:, None], 0.035, 0.02) * (2 * draw["depth"] - 1)
        begins = draw["when"] * (length - lasts)
        seconds = torch.arange(frames, device=self.device) / FPS
        share = ((seconds - begins[..., None]) / lasts[..., None]).clamp(0, 1)
        x = middle[:, :1] + offset / zoom - 0.5 * gone * high
        return path, _Cast(x, ground, high, gone[..., None] * share, (share > 0) & (share < 1))

    def _heights(self, script: Script, path: Path, draw: Draw) -> Tensor:
        """Figures fill 26 to 58% of the frame's height at mid clip, two at most 45%, and no vehicle is wider than half the frame."""
        verbs, pair = script.verbs, script.present.all(1)[:, None]
        most = torch.where(pair, 0.45, 0.58)
        most = torch.where(
            (verbs == VERB["nearer"]) | (verbs == VERB["fly up"]) | (verbs == VERB["come down"]), 0.42, most
        )
        share = 0.26 + (most - 0.26) * draw["share"]
        zoom = torch.exp2(path.start[:, 2:3] + 0.5 * path.total[:, 2:3])
        high = share * self.height / self.width / zoom
        tall, wide = self._tall[script.subjects], self._wide[script.subjects]
        return high.minimum(torch.where(pair, 0.34, 0.52) * tall / wide)

    def _travel(self, script: Script, path: Path, high: Tensor, length: float, draw: Draw) -> tuple[Tensor, Tensor]:
        """Signed way of walkers and runners over the clip (B, 2), in figure heights, and the seconds it takes them: in a long take
        they set out and arrive. Others stay."""
        verbs = script.verbs
        left = (verbs == VERB["walk left"]) | (verbs == VERB["run left"])
        run = (verbs == VERB["run left"]) | (verbs == VERB["run right"])
        goes = torch.isin(verbs, torch.tensor(_GOING, device=verbs.device))
        walking = ((0.75 + 0.35 * draw["pace"]) * high).clamp(0.12, 0.21)
        running = ((1.9 + 0.7 * draw["pace"]) * high).clamp(0.32, 0.46)
        speed = torch.where(run, running, walking)
        # Against the camera's way a walker crosses the picture sooner.
        pan = path.total[:, :1] * torch.where(left, -1.0, 1.0)
        most = (1 + pan.clamp(max=0)).clamp(0.4, 0.85) * torch.exp2(-path.start[:, 2:3])
        way = speed * length
        way = torch.where(self._followed(script, length)[:, None], way, way.minimum(most))
        return torch.where(goes, torch.where(left, -way, way), 0.0) / high, way / speed

    def _followed(self, script: Script, length: float) -> Tensor:
        """Where, in a long take of one walker, the camera pans the same way and so goes along (Lots sees to it that it often does)."""
        return along(script.cameras, script.verbs[:, 0]) & ~script.present[:, 1] & (length > LONG)

    def _framed(self, script: Script, path: Path, gone: Tensor, length: float, draw: Draw) -> Path:
        """The path moved so that the stage stands low in the frame, and no pan loses its walker."""
        high = self._heights(script, path, draw)
        way = gone[:, 0] * high[:, 0]
        follows = self._followed(script, length)
        total, start, ease = path.total.clone(), path.start.clone(), path.ease.clone()
        total[:, 0] = torch.where(follows, way * (0.92 + 0.16 * draw["follow"]), total[:, 0])
        ease[:, 0] = torch.where(follows, 0.0, ease[:, 0])
        total[:, 0] = way - (way - total[:, 0]).clamp(-1.05, 1.05)
        zoom = torch.exp2(start[:, 2] + 0.5 * total[:, 2])
        low = 0.165 + 0.055 * draw["low"]
        start[:, 0] = 1.2 * (draw["start"] - 0.5) - 0.5 * total[:, 0]
        start[:, 1] = GROUND - low / zoom - 0.5 * total[:, 1]
        return replace(path, start=start, total=total, ease=ease)

    def _pixels(self, path: Path, share: Tensor, nearness: float) -> tuple[Tensor, Tensor]:
        """Where on a layer each pixel of each frame looks, (B, T, H, W) each: frame widths from the plate's middle."""
        x, y, zoom, roll = path.at(share).unbind(-1)
        right = (torch.arange(self.width, device=self.device) + 0.5) / self.width - 0.5
        down = ((torch.arange(self.height, device=self.device) + 0.5) - self.height / 2) / self.width
        cos, sin = (f(2 * math.pi * roll)[..., None, None] for f in (torch.cos, torch.sin))
        size = torch.exp2(-nearness * zoom)[..., None, None]
        down = down[:, None]
        wx = nearness * x[..., None, None] + size * (cos * right + sin * down)
        wy = nearness * y[..., None, None] + size * (cos * down - sin * right)
        return wx, wy

    def _composed(
        self, script: Script, path: Path, cast: _Cast, track: Track, hues: Tensor, draw: Draw
    ) -> tuple[Tensor, Tensor]:
        frames = track.dx.shape[-1]
        share = torch.linspace(0, 1, frames, device=self.device)
        picture = self._place(script, path, share, draw)
        wx, wy = self._pixels(path, share, 1.0)
        grade = self._grades[script.plates]
        figures, contact = self._figures(script, cast, track, hues, grade, wx, wy, path, share)
        return _layered(picture, figures, contact, cast.ground, grade[:, 7:10])

    def _place(self, script: Script, path: Path, share: Tensor, draw: Draw) -> Tensor:
        """The set without its players: (B, 3, T, H, W) in 0..1."""
        count, frames = len(script.places), len(share)
        plates = self._plates[script.plates]
        picture = None
        for number, (first, last) in enumerate(((0, 3), (3, 7), (7, 11))):
            wx, wy = self._pixels(path, share, NEARNESS[number])
            grid = torch.stack(
                [wx * (2 * PLATE_SCALE / PLATE_WIDE), (wy * (2 * PLATE_SCALE / PLATE_HIGH)).clamp(-1, 1)], dim=-1
            ).view(count, frames * self.height, self.width, 2)
            layer = plates[:, first:last].float().div_(255)
            seen = F.grid_sample(layer, grid, mode="bilinear", padding_mode="reflection", align_corners=False)
            seen = seen.view(count, last - first, frames, self.height, self.width)
            picture = seen if picture is None else seen[:, :3] + picture * (1 - seen[:, 3:])
        assert picture is not None
        tone = 1 + 0.10 * (draw["tone"] - 0.5) + 0.10 * (draw["air"][:, None] - 0.5)
        return (picture * tone[:, :, None, None, None]).clamp_(0, 1)

    def _figures(
        self,
        script: Script,
        cast: _Cast,
        track: Track,
        hues: Tensor,
        grade: Tensor,
        wx: Tensor,
        wy: Tensor,
        path: Path,
        share: Tensor,
    ) -> tuple[Tensor, Tensor]:
        """The subjects in the frame (B, 2, 5, T, H, W), premultiplied RGBA and thrown shadow, and the dark under their feet
        (B, 2, T, H, W)."""
        count, _, frames = track.dx.shape
        grow, tall = track.grow, self._tall[script.subjects][..., None]
        high = cast.high[..., None] * grow
        ground = HORIZON + (cast.ground[..., None] - HORIZON) * grow
        lift = self._lift(script, cast, track, path, share)
        foot_x = cast.x[..., None] + track.dx * cast.high[..., None]
        px = (tall / high)[..., None, None]
        dx = wx[:, None] - foot_x[..., None, None]
        dy = wy[:, None] - ground[..., None, None]
        there = script.present[..., None].float()
        contact = _contact(
            dx, dy, high, (self._wide[script.subjects] / self._tall[script.subjects])[..., None], lift, there
        )
        grid = _on_cells(dx * px, (dy + (lift * high)[..., None, None]) * px, tall, track)
        cells = self._lit(script, track.pose.long(), hues, grade, (px[..., 0, 0] / self.width))
        seen = F.grid_sample(
            cells.flatten(0, 2), grid.flatten(0, 2), mode="bilinear", padding_mode="zeros", align_corners=False
        ).view(count, 2, frames, 5, self.height, self.width)
        return seen.transpose(2, 3) * there[..., None, None, None], contact

    def _lift(self, script: Script, cast: _Cast, track: Track, path: Path, share: Tensor) -> Tensor:
        """Lifts in figure heights; who flies stays in the picture."""
        camera = path.at(share)
        top = camera[..., 1] - 0.5 * self.height / self.width * torch.exp2(-camera[..., 2])
        room = (cast.ground - top[:, len(share) // 2, None]) / cast.high - 0.75
        flies = (script.verbs == VERB["fly up"]) | (script.verbs == VERB["come down"])
        share_of = torch.where(flies, (room / 1.5).clamp(0.1, 1.0), 1.0)
        return track.lift * share_of[..., None]

    def _lit(self, script: Script, pose: Tensor, hues: Tensor, grade: Tensor, shrink: Tensor) -> Tensor:
        """The drawings of the frames in the light of their place: (B, 2, T, 5, C, C) float, C = 128 for a full-sized world. `shrink`
        (B, 2, T) cell pixels per picture pixel: small figures are softened first, or their edges would crawl."""
        numbers = torch.gather(self._index[script.subjects], 2, pose)
        cells = self._cells[numbers].float().div_(255)
        half = F.avg_pool2d(cells.flatten(0, 2), 2)
        cells = torch.where(
            (shrink > 1.7 * self._coarse)[..., None, None, None],
            F.interpolate(half, scale_factor=2.0).view_as(cells),
            cells,
        )
        alpha = cells[:, :, :, 3:]
        rgb = torch.einsum("bnij,bntjhw->bntihw", hues, cells[:, :, :, :3])
        gel, air, haze = (grade[:, a:b, None, None] for a, b in ((0, 3), (3, 6), (6, 7)))
        rgb = rgb * (gel * (1 - haze))[:, None, None] + alpha * (air * haze)[:, None, None]
        soft = F.interpolate(F.avg_pool2d(half[:, 3:], 2), scale_factor=4.0, mode="bilinear", align_corners=False)
        shadow = soft.view_as(alpha).roll((4 // self._coarse, 6 // self._coarse), (-2, -1))
        return torch.cat([rgb.minimum(alpha).clamp_(min=0), alpha, shadow], dim=3)

    def _conditions(self, script: Script, path: Path, frames: int, hues: Tensor, draw: Draw) -> Conditions:
        slabs = math.ceil(frames / SLAB)
        middles = (torch.arange(slabs, device=self.device) * SLAB + (SLAB - 1) / 2) / max(1, frames - 1)
        said = script.phrases >= 0
        words = self._words[script.phrases.clamp(min=0)] * said[..., None]
        references = self._references(script, hues, draw["reference"])
        directed = torch.ones(len(said), dtype=torch.bool, device=self.device)
        return Conditions(words, said, references, script.present.bool(), path.told(middles), directed)

    def _references(self, script: Script, hues: Tensor, draw: Tensor) -> Tensor:
        """The subjects on plain grounds, in another pose and light: (B, 2, 3, R, R) in [-1, 1]."""
        poses = torch.tensor(_REFERENCE_POSES, device=self.device)
        pose = poses[(draw[..., 0] * len(poses)).long().clamp(max=len(poses) - 1)]
        number = torch.gather(self._index[script.subjects], 2, pose[..., None])[..., 0]
        cells = self._cells[number].float().div_(255)
        tinted = torch.einsum("bnij,bnjhw->bnihw", hues, cells[:, :, :3])
        grid = _askew(draw, self._tall[script.subjects], self.reference)
        seen = F.grid_sample(
            torch.cat([tinted, cells[:, :, 3:]], 2).flatten(0, 1), grid.flatten(0, 1), mode="bilinear", padding_mode="zeros", align_corners=False
        ).view(*number.shape, 4, self.reference, self.reference)  # fmt: skip
        light = (0.74 + 0.52 * draw[..., 5:6]) * (0.95 + 0.10 * draw[..., 6:9])
        ground = 0.45 + 0.5 * draw[..., 9:12]
        alpha = seen[:, :, 3:]
        picture = ground[..., None, None] * (1 - alpha) + (seen[:, :, :3] * light[..., None, None]).minimum(alpha)
        picture = _hidden(picture.clamp(0, 1), draw[..., 12:18])
        return torch.where(script.present[..., None, None, None].bool(), picture * 2 - 1, 0.0)


def _width(cell: np.ndarray) -> float:
    """Columns with ink."""
    columns = np.flatnonzero((cell[..., 3] > 40).any(0))
    return float(max(8, columns[-1] - columns[0] + 1)) if columns.size else 8.0


def _reduced(frames: np.ndarray, by: int) -> np.ndarray:
    """Cells (F, 128, 128, 4) of 1 / `by` the size, a power of two: a small picture needs no finer ones, and composes by^2 times faster."""
    if by == 1:
        return frames
    parts = frames.reshape(len(frames), CELL // by, by, CELL // by, by, 4)
    return np.rint(parts.mean((2, 4), dtype=np.float32)).astype(np.uint8)


def _hues(draw: Draw) -> Tensor:
    """Small turns of hue and brightness (B, 2, 3, 3), the same for a subject's clip and its reference (a turn about the grey axis)."""
    angle, gain = (draw["hue"] - 0.5) * 0.4, 0.9 + 0.2 * draw["gain"]
    cos, sin = torch.cos(angle)[..., None, None], torch.sin(angle)[..., None, None]
    grey = torch.full((3, 3), 1 / 3, device=angle.device)
    cross = torch.tensor([[0.0, -1, 1], [1, 0, -1], [-1, 1, 0]], device=angle.device) / math.sqrt(3)
    turn = cos * torch.eye(3, device=angle.device) + (1 - cos) * grey + sin * cross
    return turn * gain[..., None, None]


def _on_cells(u: Tensor, v: Tensor, tall: Tensor, track: Track) -> Tensor:
    """Sampling grids (B, 2, T, H, W, 2) of cells: `u`, `v` (B, 2, T, H, W) cell pixels from the feet, `tall` (B, 2, 1) those of the figure,
    which is turned about its middle and stretched from its feet."""
    middle = 0.5 * tall[..., None, None]
    cos, sin = torch.cos(track.turn)[..., None, None], torch.sin(track.turn)[..., None, None]
    v = v + middle
    u, v = cos * u + sin * v, cos * v - sin * u - middle
    across = u / (track.wide[..., None, None] * CELL / 2)
    down = (v / track.high[..., None, None] + FEET) / (CELL / 2) - 1
    return torch.stack([across, down], dim=-1)


def _contact(dx: Tensor, dy: Tensor, high: Tensor, broad: Tensor, lift: Tensor, there: Tensor) -> Tensor:
    """The dark under the feet: an ellipse that fades as the figure leaves the ground."""
    half = (high * broad * 0.46).clamp(min=0.012)
    a = (dx / half[..., None, None]) ** 2 + (dy / (0.20 * half + 0.004)[..., None, None]) ** 2
    strength = 0.42 * torch.exp(-2.5 * lift.clamp(min=0)) * there
    return torch.exp(-1.4 * a) * strength[..., None, None]


def _layered(picture: Tensor, figures: Tensor, contact: Tensor, ground: Tensor, shade: Tensor) -> tuple[Tensor, Tensor]:
    """The players laid into the picture, the farther one first: video in [-1, 1] and what is seen of each."""
    order = (ground[:, 0] > ground[:, 1]).long()[:, None]
    order = torch.cat([order, 1 - order], dim=1)
    rows = torch.arange(len(order), device=order.device)[:, None]
    figures, contact = figures[rows, order], contact[rows, order]
    dark = shade[:, :, None, None, None]
    for number in range(2):
        veil = torch.maximum(contact[:, number], _SHADOW * figures[:, number, 4])[:, None]
        picture = picture + (dark - picture) * veil
        picture = figures[:, number, :3] + picture * (1 - figures[:, number, 3:4])
    masks = figures[:, :, 3].clone()
    masks[:, 0] = masks[:, 0] * (1 - masks[:, 1])
    return picture.clamp(0, 1) * 2 - 1, masks[rows, order]


def _askew(draw: Tensor, tall: Tensor, size: int) -> Tensor:
    """Sampling grids of references (B, 2, R, R, 2): turned, mirrored, smaller, off the middle."""
    axis = (torch.arange(size, device=draw.device) + 0.5) / size * 2 - 1
    y, x = torch.meshgrid(axis, axis, indexing="ij")
    angle = (draw[..., 1] - 0.5) * 0.45
    scale = 0.7 + 0.3 * draw[..., 2]
    mirror = torch.where(draw[..., 3] < 0.5, -1.0, 1.0)
    aside, down = ((draw[..., k] - 0.5) * (1 - scale) for k in (4, 19))
    fit = ((tall + 14) / CELL).clamp(0.72, 1.0)
    cos, sin = torch.cos(angle)[..., None, None], torch.sin(angle)[..., None, None]
    dx, dy = (x - aside[..., None, None]) / scale[..., None, None], (y - down[..., None, None]) / scale[..., None, None]
    u, v = (cos * dx + sin * dy) * fit[..., None, None], (cos * dy - sin * dx) * fit[..., None, None]
    # The middle of a figure that is lower than its cell lies lower, too.
    middle = ((FEET - tall / 2) / (CELL / 2) - 1)[..., None, None]
    return torch.stack([u * mirror[..., None, None], v + middle], dim=-1)


def _hidden(picture: Tensor, draw: Tensor) -> Tensor:
    """Now and then a piece of another colour before it: something stands in the way."""
    size = picture.shape[-1]
    axis = (torch.arange(size, device=picture.device) + 0.5) / size - 0.5
    angle = draw[..., 0, None, None] * 2 * math.pi
    side = torch.cos(angle) * axis + torch.sin(angle) * axis[:, None]
    covered = (side > 0.16 + 0.2 * draw[..., 1, None, None]) & (draw[..., 2, None, None] < 0.15)
    return torch.where(covered[:, :, None], 0.3 + 0.6 * draw[..., 3:6, None, None], picture)

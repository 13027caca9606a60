"""Sheets of a set, and the textures they are baked into once per shot.

A sheet is a painter at a depth. For a shot, neighbouring sheets that hardly move against each other are pressed into one
texture: a frame then costs a few straight copies (3 ms each at 720p) instead of a painting.

Bake coordinates are pixels of the shot's middle camera, the *table*; a texture's way into any frame is a scale and a
shift from there.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.camera import Camera
from engine.backends.animatic.mediums.medium import Marks, Plane
from engine.backends.animatic.palette import Palette
from engine.backends.animatic.paper import LINEAR, Knife, soft_shadow
from engine.backends.animatic.stirring import SCROLLS, Moment, Stir, bands, gone, moved

Paint = Callable[[Knife, float, float], None]
"""paint(knife, x0, x1): everything that may show between world x0 and x1."""

MAX_TEXTURE = 14_000_000
"""Pixels of one texture, at most; a longer run is baked coarser."""


@dataclass(frozen=True, slots=True)
class Drift:
    """How a plane runs past by itself, as land does outside a train: `speed` to the left in metres a second. What is painted
    must be the same again after `period` metres, so that a strip one period longer than the frame lasts for ever."""

    speed: float
    period: float

    def gone(self, seconds: float) -> float:
        """How far it has run, in metres, less than a period."""
        return (self.speed * seconds) % self.period


@dataclass(frozen=True, slots=True)
class Sheet:
    """One plane of a set: painted at depth `z`, nothing above world height `top` nor below `bottom`.

    `gap` scales the shadow on what is behind (0: none); `joins` lets ground strips share one scratch sheet; `veil` marks
    translucent tissue, which gets neither grain nor shadow; `blur` is the softness of what is out of focus, in lines; an
    `apart` sheet keeps a texture of its own (a wing at the frame's edge would make a strip of ground as tall as itself).
    What is `built` may be broken, stained or ivied by the words for a place; `life` leaves an empty one. `drift` runs past; what may `stir` bends in the wind.
    """

    name: str
    z: float
    paint: Paint
    top: float = 1e6
    bottom: float = -1e6
    gap: float = 1.0
    joins: bool = False
    veil: bool = False
    blur: float = 0.0
    apart: bool = False
    built: bool = False
    life: bool = False
    drift: Drift | None = None
    stir: Stir = ""


@dataclass(frozen=True, slots=True)
class Way:
    """How a depth's picture gets from the table into a frame: p_frame = a * p_table + (bx, by), in pixels."""

    a: float
    bx: float
    by: float


@dataclass(frozen=True, slots=True)
class Texture:
    """A baked group of sheets: `image` pixel (0, 0) lies at (x, y) of the table, `ratio` texels per table pixel. From the
    table's row `opaque_from` down it hides all that is behind it (infinity: it hides nothing for sure); when it `covers`,
    nothing shows through it anywhere. `pixels` is the memory the image looks at, so it must live as long."""

    name: str
    z: float
    image: skia.Image
    x: float
    y: float
    ratio: float
    pixels: NDArray[np.uint8]
    opaque_from: float = math.inf
    covers: bool = False
    drift: Drift | None = None
    stir: Stir = ""

    @property
    def seed(self) -> float:
        """What lets it stir at its own time: where it stands."""
        return 0.013 * self.x + 1.7 * self.z

    def stirred(self, points: NDArray[np.float64], now: Moment, then: Moment) -> NDArray[np.float64]:
        """Where points (n, 2) of the table that it shows at one moment are at another."""
        at = (points[:, 1] - self.y) * self.ratio
        return points + moved(self.stir, self.image.height(), self.seed, at, now, then) / self.ratio

    def lay_first(self, picture: NDArray[np.uint8], way: Way, low: int) -> None:
        """Lay a texture that is opaque all over into the upper `low` rows of an empty picture, in place: OpenCV's warp does
        this in two thirds of the time of a canvas. Pixel centres are half a pixel in."""
        if low <= 0:
            return
        k = way.a / self.ratio
        x, y = way.a * self.x + way.bx, way.a * self.y + way.by
        matrix = np.array([[k, 0, x + 0.5 * k - 0.5], [0, k, y + 0.5 * k - 0.5]])
        cv2.warpAffine(
            self.pixels,
            matrix,
            (picture.shape[1], low),
            dst=picture[:low],
            flags=cv2.INTER_LINEAR,
            borderMode=cv2.BORDER_REPLICATE,
        )

    def is_copied_by(self, way: Way) -> bool:
        """Whether a way moves it by whole pixels only, at its own scale."""
        x, y = way.a * self.x + way.bx, way.a * self.y + way.by
        return abs(way.a / self.ratio - 1) < 1e-6 and abs(x - round(x)) < 0.02 and abs(y - round(y)) < 0.02

    def draw(
        self,
        canvas: skia.Canvas,
        way: Way,
        blend: skia.BlendMode = skia.BlendMode.kSrcOver,
        moment: Moment | None = None,
    ) -> None:
        """Lay it into a frame, bent as the air bends it at the moment. A shift by whole pixels at scale one is a plain copy, ten
        times cheaper."""
        paint = skia.Paint(BlendMode=blend)
        k = way.a / self.ratio
        if moment is not None and self.stir:
            self._draw_bent(canvas, way, paint, moment)
            return
        x, y = way.a * self.x + way.bx, way.a * self.y + way.by
        if self.is_copied_by(way):
            canvas.drawImage(self.image, round(x), round(y), skia.SamplingOptions(), paint)
            return
        canvas.save()
        canvas.translate(x, y)
        canvas.scale(k, k)
        canvas.drawImage(self.image, 0, 0, LINEAR, paint)
        canvas.restore()

    def _draw_bent(self, canvas: skia.Canvas, way: Way, paint: skia.Paint, moment: Moment) -> None:
        """Band by band, each shifted along; or run on in its own place, what has left it below coming in above."""
        copied = self.is_copied_by(way)
        k = 1.0 if copied else way.a / self.ratio
        x, y = way.a * self.x + way.bx, way.a * self.y + way.by
        sampling = skia.SamplingOptions() if copied else LINEAR
        wide, rows = self.image.width(), self.image.height()
        canvas.save()
        canvas.translate(round(x) if copied else x, round(y) if copied else y)
        canvas.scale(k, k)
        if self.stir in SCROLLS:
            down = gone(self.stir, rows, moment)
            canvas.clipRect(skia.Rect.MakeWH(wide, rows))
            canvas.drawImage(self.image, 0, down, sampling, paint)
            canvas.drawImage(self.image, 0, down - rows, sampling, paint)
        else:
            for top, low, aside in bands(self.stir, rows, self.seed, moment):
                canvas.save()
                canvas.clipRect(skia.Rect.MakeLTRB(aside, top, wide + aside, low))
                canvas.drawImage(self.image, aside, 0, sampling, paint)
                canvas.restore()
        canvas.restore()


@dataclass(frozen=True, slots=True)
class Table:
    """The baking table: the middle camera over a picture of `width` x `height` pixels, `high` of which are one frame
    height (a rolled shot is composed on a larger picture)."""

    camera: Camera
    width: int
    height: int
    high: int

    def place(self, camera: Camera, z: float) -> tuple[float, float, float]:
        """(pixels per metre, x and y of the world origin) of depth z under a camera."""
        ox, oy = camera.origin(z)
        return camera.scale(z) * self.high, self.width / 2 + ox * self.high, self.height / 2 + oy * self.high

    def way(self, camera: Camera, z: float) -> Way | None:
        """From the table to that camera's picture; None when the depth is behind either lens."""
        s0, x0, y0 = self.place(self.camera, z)
        s1, x1, y1 = self.place(camera, z)
        if s0 <= 0 or s1 <= 0:
            return None
        a = s1 / s0
        return Way(a, x1 - a * x0, y1 - a * y0)


def visible(sheets: Sequence[Sheet], table: Table, cameras: Sequence[Camera]) -> list[Sheet]:
    """The sheets in front of the lens in the whole shot, far ones first."""
    seen = [s for s in sheets if all(c.scale(s.z) > 0 for c in (*cameras, table.camera))]
    return sorted(seen, key=lambda s: -s.z)


def gather(sheets: Sequence[Sheet], table: Table, cameras: Sequence[Camera], most: int) -> list[list[Sheet]]:
    """Press neighbours together while no corner of the frame goes wrong by more than a pixel; then on, least error
    first, until at most `most` groups are left (greedy agglomeration along depth)."""
    few = cameras[:: max(1, len(cameras) // 8)]
    paths = {s.z: _path(s.z, table, (*few, cameras[-1])) for s in sheets}
    groups = [[s] for s in sheets]
    while len(groups) > 1:
        errors = [_strife(a + b, table, paths) for a, b in itertools.pairwise(groups)]
        least = min(errors)
        if math.isinf(least) or (least > 1.0 and len(groups) <= most):
            break
        i = errors.index(least)
        groups[i : i + 2] = [groups[i] + groups[i + 1]]
    return groups


def middle_of(group: Sequence[Sheet]) -> float:
    """The depth at which a group moves."""
    near, far = group[-1].z, group[0].z
    return near if near == far else group[len(group) // 2].z


def _path(z: float, table: Table, cameras: Sequence[Camera]) -> NDArray[np.float64]:
    """The ways of a depth through the shot: (frames, 3) of a, bx, by."""
    ways = (table.way(camera, z) for camera in cameras)
    return np.array([(w.a, w.bx, w.by) for w in ways if w is not None])


def _strife(group: Sequence[Sheet], table: Table, paths: dict[float, NDArray[np.float64]]) -> float:
    """The worst error in pixels, over frames and corners, of moving a whole group as one."""
    if any(sheet.apart or sheet.drift != group[0].drift for sheet in group):
        return math.inf
    ref = paths[middle_of(group)]
    corners = np.array([(x, y) for x in (0, table.width) for y in (table.height * 0.35, table.height)])
    worst = 0.0
    for end in (group[0], group[-1]):
        off = paths[end.z] - ref
        dx = off[:, :1] * corners[:, 0] + off[:, 1:2]
        dy = off[:, :1] * corners[:, 1] + off[:, 2:]
        worst = max(worst, float(np.abs(dx).max()), float(np.abs(dy).max()))
    return worst


@dataclass(frozen=True, slots=True)
class Region:
    """The part of the table that a group shows in a shot, in table pixels, and how many texels each needs."""

    x0: float
    y0: float
    x1: float
    y1: float
    ratio: float


def region_for(z: float, table: Table, cameras: Sequence[Camera]) -> Region:
    """What the frames of a shot see of depth z."""
    ways = [w for c in cameras if (w := table.way(c, z)) is not None]
    x0 = min(-w.bx / w.a for w in ways) - 2
    y0 = min(-w.by / w.a for w in ways) - 2
    x1 = max((table.width - w.bx) / w.a for w in ways) + 2
    y1 = max((table.height - w.by) / w.a for w in ways) + 2
    ratio = max(w.a for w in ways)
    ratio = 1.0 if abs(ratio - 1) < 1e-6 else ratio
    area = (x1 - x0) * (y1 - y0) * ratio * ratio
    if area > MAX_TEXTURE:
        ratio *= math.sqrt(MAX_TEXTURE / area)
    return Region(math.floor(x0), math.floor(y0), math.ceil(x1), math.ceil(y1), ratio)


def bake(
    name: str, group: Sequence[Sheet], table: Table, cameras: Sequence[Camera], palette: Palette, marks: Marks
) -> tuple[Texture, ...]:
    """Paint a group of sheets (far to near) into textures cropped to what is opaque: one, or several when wide gaps part
    them, none when nothing shows."""
    z = middle_of(group)
    region = region_for(z, table, cameras)
    drift = group[0].drift
    if drift is not None:  # one period more than the frame
        region = replace(region, x1=math.ceil(region.x1 + drift.period * table.place(table.camera, z)[0]))
    w = math.ceil((region.x1 - region.x0) * region.ratio)
    h = math.ceil((region.y1 - region.y0) * region.ratio)
    pixels = np.zeros((h, w, 4), np.uint8)
    surface = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(w, h), pixels)
    for batch in _batches(group):
        _lay(surface.getCanvas(), batch, table, region, palette, (w, h), marks)
    if stir := group[0].stir:
        alive = (_cut_out(name, z, pixels, region, piece) for piece in _alone(pixels))
        return tuple(replace(texture, stir=stir, opaque_from=math.inf, covers=False) for texture in alive)
    return tuple(replace(_cut_out(name, z, pixels, region, piece), drift=drift) for piece in _pieces(pixels))


MOST_ALONE = 20
"""Pieces of a sheet that stir each for itself."""


def _alone(pixels: NDArray[np.uint8]) -> list[Piece]:
    """What stands or hangs apart from its neighbours, so that each stirs about its own foot; what is crowded stirs together."""
    gap = 8
    while len(runs := _columns(pixels, gap)) > MOST_ALONE:
        gap *= 2
    return [(left, 0, right, pixels.shape[0]) for left, right in runs]


GAP = 96
"""Transparent columns that are worth two textures instead of one."""

Piece = tuple[int, int, int, int]
"""left, top, right, low in texels."""


def _pieces(pixels: NDArray[np.uint8]) -> list[Piece]:
    """Where there is anything: the full-width foot of the texture, and above it a piece for each thing that stands up (a
    few lamps over a strip of ground would else be blended as one picture-sized sheet of nothing)."""
    filled = pixels[:, ::4, 3] > 0
    sparse = np.flatnonzero(filled.mean(axis=1) < 0.9)
    foot = int(sparse[-1]) + 1 if sparse.size else 0
    above = [(left, 0, right, foot) for left, right in _columns(pixels[:foot])]
    share = sum(right - left for left, _, right, _ in above) / pixels.shape[1]
    if foot == pixels.shape[0]:
        return above
    if share > 0.7:
        return [(0, 0, pixels.shape[1], pixels.shape[0])]
    return [*above, (0, foot, pixels.shape[1], pixels.shape[0])]


def _columns(pixels: NDArray[np.uint8], gap: int = GAP) -> list[tuple[int, int]]:
    """Runs of columns with anything on them, narrower gaps closed."""
    filled = np.flatnonzero(pixels[::3, :, 3].any(axis=0))
    if filled.size == 0:
        return []
    breaks = np.flatnonzero(np.diff(filled) > gap)
    starts = [0, *(breaks + 1).tolist()]
    ends = [*breaks.tolist(), filled.size - 1]
    return [(max(0, int(filled[a]) - 1), int(filled[b]) + 2) for a, b in zip(starts, ends, strict=True)]


def _cut_out(name: str, z: float, pixels: NDArray[np.uint8], region: Region, piece: Piece) -> Texture:
    left, top, right, low = piece
    right = min(right, pixels.shape[1])
    rows = np.flatnonzero(pixels[top:low, left:right, 3].any(axis=1))
    top, low = max(top, top + int(rows[0]) - 2), min(low, top + int(rows[-1]) + 3)
    cropped = np.ascontiguousarray(pixels[top:low, left:right])
    image = skia.Image.fromarray(cropped, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType, None, False)
    opaque, covers = math.inf, False
    if right - left == pixels.shape[1] and low == pixels.shape[0]:
        open_rows = np.flatnonzero(cropped[:, :, 3].min(axis=1) < 255)
        covers = top == 0 and open_rows.size == 0
        opaque = region.y0 + (top + (int(open_rows[-1]) + 1 if open_rows.size else 0)) / region.ratio
    return Texture(
        name,
        z,
        image,
        region.x0 + left / region.ratio,
        region.y0 + top / region.ratio,
        region.ratio,
        cropped,
        opaque,
        covers,
    )


def _batches(group: Sequence[Sheet]) -> list[list[Sheet]]:
    batches: list[list[Sheet]] = []
    for sheet in group:
        if batches and sheet.joins and batches[-1][-1].joins:
            batches[-1].append(sheet)
        else:
            batches.append([sheet])
    return batches


def _lay(
    canvas: skia.Canvas,
    batch: Sequence[Sheet],
    table: Table,
    region: Region,
    palette: Palette,
    size: tuple[int, int],
    marks: Marks,
) -> None:
    """Paint one batch on a scratch sheet of its own, finish it in its medium, and lay it down with its shadow."""
    lead = batch[0]
    places = [_on_texture(sheet, table, region) for sheet in batch]
    top = min(oy - s * table.camera.squash * sheet.top for sheet, (s, _, oy) in zip(batch, places, strict=True))
    low = max(oy - s * table.camera.squash * sheet.bottom for sheet, (s, _, oy) in zip(batch, places, strict=True))
    px = table.high / 720 * region.ratio
    y0, y1 = max(0, math.floor(top - 12 * px)), min(size[1], math.ceil(low + 12 * px))
    if y1 <= y0:
        return
    scratch = np.zeros((y1 - y0, size[0], 4), np.uint8)
    sketch = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(size[0], y1 - y0), scratch).getCanvas()
    for sheet, (s, ox, oy) in zip(batch, places, strict=True):
        sketch.save()
        sketch.translate(ox, oy - y0)
        sketch.scale(s, -s * table.camera.squash)
        sheet.paint(Knife(sketch, px / s, palette.shade, flat=not marks.cuts), -ox / s, (size[0] - ox) / s)
        sketch.restore()
    _, ox, oy = places[0]
    marks.sheet(scratch, Plane(ox, oy - y0, px, lead.z, lead.veil, palette, is_ground=lead.joins))
    if lead.blur and marks.blurs:
        _soften(scratch, lead.blur * px)
    if marks.cuts and lead.gap and not lead.veil:
        _shade(canvas, scratch, y0, px * lead.gap, palette)
    canvas.drawImage(
        skia.Image.fromarray(scratch, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType, None, False), 0, y0
    )


def _on_texture(sheet: Sheet, table: Table, region: Region) -> tuple[float, float, float]:
    """(pixels per metre, x, y of the world origin) of a sheet on its group's texture."""
    s, ox, oy = table.place(table.camera, sheet.z)
    return s * region.ratio, (ox - region.x0) * region.ratio, (oy - region.y0) * region.ratio


def _soften(pixels: NDArray[np.uint8], sigma: float) -> None:
    """Out of focus, in place: blurred at a quarter of the size."""
    h, w = pixels.shape[:2]
    small = cv2.resize(pixels, (max(1, w // 4), max(1, h // 4)), interpolation=cv2.INTER_AREA)
    small = cv2.GaussianBlur(small, (0, 0), max(0.5, sigma / 4))
    pixels[:] = cv2.resize(small, (w, h), interpolation=cv2.INTER_LINEAR)


def _shade(canvas: skia.Canvas, pixels: NDArray[np.uint8], y0: int, gap: float, palette: Palette) -> None:
    shadow = soft_shadow(pixels, 9 * gap, palette.shade, 0.34)
    image = skia.Image.fromarray(shadow, skia.kBGRA_8888_ColorType, skia.kPremul_AlphaType)
    h, w = pixels.shape[:2]
    box = skia.Rect.MakeXYWH(7 * gap, y0 + 6 * gap, w, h)
    canvas.drawImageRect(image, box, LINEAR)

"""What hangs below the waist: skirts, coat tails, robes. It follows both legs, folds over a lap, and shows how it was sewn.

Everything here is in the figure's own coordinates (metres, y down), not in the trunk's.
"""

from __future__ import annotations

import math

import skia

from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.costume import Body, Costume
from engine.backends.animatic.puppets.cuts import OPENS, cut_of
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, capsule, closed, polygon
from engine.backends.animatic.puppets.trunk import GOLD, STEEL, Torso, trim_of

Leg = tuple[Point, Point, Point]
_UNDER = {"aoqun": (0.99, 1.62), "beizi": (0.985, 1.16), "lamellar": (0.86, 1.22), "plate": (0.0, 1.0)}
"""The skirt under another: how far down it hangs and how wide."""
_PLEATED = frozenset({"hakama", "aoqun", "ruqun"})


def draw_skirt(
    knife: Knife, torso: Torso, costume: Costume, hips: Point, legs: tuple[Leg, ...], seated: bool, swing: float
) -> None:
    """Skirt, coat tails or robe of the costume."""
    cut = cut_of(costume.garment)
    hang = _Hang(knife, torso, costume, hips, legs, seated, swing)
    if costume.garment == "tutu":
        hang.tutu()
        return
    if costume.bottom == "skirt" and cut.hem < 0.3 and costume.garment not in _UNDER:
        hang.lay(0.56, 1.45, costume.bottom_colour)
    drop, flare = _UNDER.get(costume.garment, (0.0, 1.0))
    if drop:
        hang.lay(drop, flare, costume.bottom_colour)
    if cut.hem:
        own = costume.bottom_colour if costume.garment in ("ruqun", "hakama") else costume.colour
        hang.lay(cut.hem, cut.flare, own)


class _Hang:
    """Everything that the skirts of one drawing have in common."""

    def __init__(
        self, knife: Knife, torso: Torso, costume: Costume, hips: Point, legs: tuple[Leg, ...], seated: bool, swing: float
    ) -> None:  # fmt: skip
        self.knife, self.torso, self.costume, self.hips = knife, torso, costume, hips
        self.legs, self.seated, self.swing = legs, seated, swing
        self.body: Body = torso.body

    def lay(self, drop: float, flare: float, colour: str) -> None:
        """One fall of cloth down to `drop` of the legs."""
        body, torso, hips = self.body, self.torso, self.hips
        waist = torso.half(body.waist, max(body.deep * 0.9, body.waist * 0.8)) * 1.06
        seat = torso.half(body.seat, max(body.deep * 0.95, body.seat * 0.85)) * 1.10
        if self.seated and drop > 0.2:
            self._lap(drop, colour, seat)
            return
        ground = max(leg[2][1] for leg in self.legs)
        y = hips[1] + (max(ground, hips[1] + body.frame.leg * 0.8) - hips[1]) * drop
        xs = [_leg_at(leg, y) for leg in self.legs]
        pad = body.limb * 1.5
        wide = body.seat * flare * (0.82 + 0.18 * abs(torso.c))
        left = min(hips[0] - wide, min(xs) - pad) + self.swing
        right = max(hips[0] + wide, max(xs) + pad) + self.swing
        top = hips[1] - torso.length * 0.24
        knees = [leg[1][0] for leg in self.legs if leg[1][1] < y]
        half_y = (hips[1] + y) / 2
        half_left = min([(hips[0] - seat + left) / 2 - wide * 0.03, *(x - pad * 1.15 for x in knees)])
        half_right = max([(hips[0] + seat + right) / 2 + wide * 0.03, *(x + pad * 1.15 for x in knees)])
        belly = torso.bulge(0.8)
        points = [
            (hips[0] - waist, top), (hips[0] - seat, hips[1] + 0.01), (half_left, half_y), (left, y - 0.012), ((left + right) / 2, y + 0.018 * body.height),
            (right, y - 0.012), (half_right, half_y), (hips[0] + seat + belly * 0.5, hips[1] + 0.01), (hips[0] + waist + belly, top),
        ]  # fmt: skip
        path = _ragged(points) if self.costume.garment == "rags" else _hemmed(points)
        self.knife.sheet(path, colour, hips, drop=1.0)
        if self.knife.fine:
            self._details(colour, path, points, y)

    def tutu(self) -> None:
        """Layers of stiff net that stand out from the hips."""
        body, (x, y) = self.body, self.hips
        for i, (wide, low) in enumerate(((2.75, 0.030), (2.9, 0.012), (2.6, -0.008))):
            w = body.seat * wide * (0.9 + 0.1 * abs(self.torso.c))
            rim = [(x - w + 2 * w * k / 14, y + low * body.height + (0.012 * body.height if k % 2 else 0.0) + 0.05 * body.height * math.sin(math.pi * k / 14)) for k in range(15)]  # fmt: skip
            top = [(x + body.waist, y - 0.06 * body.height), (x - body.waist, y - 0.06 * body.height)]
            self.knife.sheet(polygon([*rim, *top]), tone(self.costume.colour, 0.05 - 0.04 * i), drop=0.5)

    def _details(self, colour: str, path: skia.Path, points: list[Point], y: float) -> None:
        """Folds as a second tone, the front edge of a coat, the trim of a dress or robe."""
        self.knife.canvas.save()
        self.knife.canvas.clipPath(path, doAntiAlias=True)
        self._folds(colour, points, y)
        cut, garment = cut_of(self.costume.garment), self.costume.garment
        if garment == "aoqun" and colour == self.costume.bottom_colour:
            self._border(points, y, 0.030, GOLD, 0.10)
        elif cut.trim and cut.hem > 0.5:
            self._border(points, y, 0.034 if garment in ("ruqun", "gown", "qizhuang") else 0.022, trim_of(self.costume))
        elif garment in ("lamellar", "plate") and colour == self.costume.colour:
            self._plates(points, y, colour)
        elif garment == "turnout":
            self._border(points, y, 0.030, "#e6c84a", 0.03)
        elif self.torso.c > 0.05 and garment in OPENS and colour == self.costume.colour:
            self._edge(colour, points, y)
        if cut.slit and colour == self.costume.colour and self.costume.female:
            self._slit(points, y)
        self.knife.canvas.restore()

    def _folds(self, colour: str, points: list[Point], y: float) -> None:
        u, left, right, top = self.body.height, points[3], points[5], points[0]
        wide = right[0] - left[0]
        many = self.costume.garment in _PLEATED and colour == self.costume.bottom_colour
        shares = (0.10, 0.24, 0.38, 0.52, 0.66, 0.80, 0.94) if many else (0.30, 0.72)
        for share in shares:
            x = left[0] + wide * (share + 0.08 * self.torso.s)
            start = points[1][0] + (points[7][0] - points[1][0]) * (share if many else 0.6)
            fold = [(start, top[1] + 0.05 * u), (x - 0.018 * u, y + 0.05 * u), (x + (0.010 if many else 0.030) * u, y + 0.05 * u)]  # fmt: skip
            self.knife.tint(polygon(fold), tone(colour, -0.09), 0.45)

    def _border(self, points: list[Point], y: float, width: float, colour: str, above: float = 0.0) -> None:
        """A strip along the hem, `above` it by so many heights."""
        u, left, right = self.body.height, points[3], points[5]
        sag, up = points[4][1] - left[1], (0.022 + above) * u
        strip = [(left[0] - 0.02, left[1] - up), (points[4][0], y + sag * 0.2 - up + 0.010 * u), (right[0] + 0.02, right[1] - up)]  # fmt: skip
        self.knife.tint(brush(strip, [width * u] * 3), colour, 1.0)

    def _edge(self, colour: str, points: list[Point], y: float) -> None:
        """Where a coat overlaps."""
        u, left, right, top = self.body.height, points[3], points[5], points[0]
        x = (left[0] + right[0]) / 2 + (right[0] - left[0]) * 0.44 * self.torso.s
        start = (points[0][0] + points[8][0]) / 2 + self.body.waist * self.torso.s * 0.9
        self.knife.tint(brush([(start, top[1]), (x, y + 0.05 * u)], (0.008 * u, 0.016 * u)), tone(colour, -0.14), 0.8)

    def _plates(self, points: list[Point], y: float, colour: str) -> None:
        """Rows of lamellae, with the split in front."""
        u, top = self.body.height, points[1][1]
        left, right = points[3][0], points[5][0]
        rows = max(2, round((y - top) / (0.055 * u)))
        for row in range(1, rows + 1):
            at = top + (y - top) * row / rows
            self.knife.tint(brush([(left, at - 0.006 * u), ((left + right) / 2, at + 0.008 * u), (right, at - 0.006 * u)], [0.006 * u] * 3), tone(colour, -0.16), 0.9)  # fmt: skip
        middle = (left + right) / 2 + (right - left) * 0.40 * self.torso.s
        if self.torso.c > 0 and self.costume.garment == "lamellar":
            self.knife.tint(
                brush([(middle, top), (middle, y + 0.04 * u)], (0.02 * u, 0.034 * u)), self.costume.accent, 1.0
            )

    def _slit(self, points: list[Point], y: float) -> None:
        """The open side of a qipao: a wedge of leg."""
        u = self.body.height
        side = points[5] if self.torso.s >= 0 else points[3]
        inward = -1 if self.torso.s >= 0 else 1
        wedge = [(side[0] + inward * 0.002 * u, y - 0.16 * u), (side[0] + inward * 0.026 * u, y + 0.04 * u), (side[0] - inward * 0.03 * u, y + 0.04 * u)]  # fmt: skip
        self.knife.tint(polygon(wedge), tone(self.costume.skin, -0.04), 1.0)

    def _lap(self, drop: float, colour: str, seat: float) -> None:
        """A skirt over the lap of somebody who sits."""
        body = self.body
        for _, knee, ankle in self.legs:
            fall = max(0.0, min(1.0, (drop - 0.45) / 0.5))
            end = (knee[0] + (ankle[0] - knee[0]) * fall * 0.9, knee[1] + (ankle[1] - knee[1]) * fall * 0.9)
            if fall > 0.05:
                top, low = body.limb * 1.75, body.limb * (1.9 + 0.7 * fall)
                panel = [(knee[0] - top, knee[1]), (knee[0] + top, knee[1]), (end[0] + low, end[1]), (end[0] - low, end[1])]  # fmt: skip
                self.knife.sheet(polygon(panel), tone(colour, -0.03), knee, drop=0.6)
            self.knife.sheet(capsule(self.hips, knee, seat * 0.72, body.limb * 1.9), colour, self.hips, drop=0.5)


def _leg_at(leg: Leg, y: float) -> float:
    """Where the line hip-knee-ankle crosses height y."""
    hip, knee, ankle = leg
    a, b = (hip, knee) if y < knee[1] else (knee, ankle)
    span = b[1] - a[1]
    return b[0] if abs(span) < 1e-6 else a[0] + (b[0] - a[0]) * min(1.0, max(0.0, (y - a[1]) / span))


def _hemmed(points: list[Point]) -> skia.Path:
    """A skirt's cut: soft sides, a crisp hem."""
    (ax, ay), (bx, by), (cx, cy), (lx, ly), (mx, my), (rx, ry), (dx, dy), (ex, ey), (fx, fy) = points
    path = skia.Path()
    path.moveTo(ax, ay)
    path.quadTo(bx, by, cx, cy)
    path.quadTo((cx + lx) / 2, (cy + ly) / 2, lx, ly)
    path.quadTo(mx, my + (my - ly) * 0.6, rx, ry)
    path.quadTo((dx + rx) / 2, (dy + ry) / 2, dx, dy)
    path.quadTo(ex, ey, fx, fy)
    path.close()
    return path


def _ragged(points: list[Point]) -> skia.Path:
    """The same with a hem torn into strips."""
    (lx, ly), (rx, _) = points[3], points[5]
    deep = 0.35 * (rx - lx)
    torn = [(lx + (rx - lx) * k / 8, ly + deep * (0.32 if k % 2 else (0.05, 0.14, -0.04, 0.10, 0.0)[k // 2])) for k in range(9)]  # fmt: skip
    return polygon([*points[:3], *torn, *points[6:]])


def draw_pauldrons(knife: Knife, torso: Torso, costume: Costume) -> None:
    """What stands over the shoulders: steel caps, lacquered flaps, a samurai's stiff wings."""
    u, n = torso.body.height, torso.length
    wide = torso.half(torso.body.frame.shoulder * 1.18, torso.body.deep * 0.55)
    for side in (-1, 1):
        x, y = side * wide, -n * 0.90
        match costume.garment:
            case "plate":
                r = 0.046 * u
                knife.sheet(closed([(x - r, y + r), (x - r * 0.9, y - r * 0.5), (x, y - r * 1.05), (x + r * 0.9, y - r * 0.5), (x + r, y + r)], 0.9), tone(STEEL, 0.03), drop=0.7)  # fmt: skip
                knife.plain(brush([(x - r * 0.8, y + r * 0.4), (x, y - r * 0.1), (x + r * 0.8, y + r * 0.4)], [0.008 * u] * 3), tone(STEEL, -0.12))  # fmt: skip
            case "lamellar":
                w, h = 0.040 * u, 0.090 * u
                knife.sheet(polygon([(x - w, y - h * 0.35), (x + w, y - h * 0.35), (x + w * 1.1, y + h), (x - w * 1.1, y + h)]), tone(costume.colour, 0.03), drop=0.7)  # fmt: skip
                for k in range(3):
                    at = y - h * 0.35 + h * 0.42 * (k + 1)
                    knife.plain(brush([(x - w, at), (x + w, at)], [0.006 * u] * 2), tone(costume.accent, -0.04))
            case _:
                return

"""The furniture that a set puts under and before its actors: each piece is cut to how high they sit and how many share it."""

from __future__ import annotations

from collections.abc import Callable

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import Knife
from engine.backends.animatic.sets import furniture as fit
from engine.backends.animatic.sets.decor import Decor, plane, repainted
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import INDOORS, Fitting, Furnishing, SetOrder

Made = Callable[[Decor, Fitting], None]


def sheets(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A plane for each piece."""
    palette = repainted(order, palette) if order.kind in INDOORS else palette
    return tuple(
        plane(
            f"{piece.what} {piece.x:.2f} {piece.high:.2f} {piece.wide:.2f} {piece.side}",
            piece.z,
            lambda decor, x0, x1, piece=piece: _PIECES[piece.what](decor, piece),
            order,
            palette,
            top=2.6,
            bottom=-0.3,
            gap=0.7,
        )
        for piece in order.fittings
        if piece.wide > 0
    )


def from_above(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """The same pieces in a plan: a seat's or a table's top."""

    def paint(knife: Knife, x0: float, x1: float) -> None:
        decor = Decor(knife, order, palette, order.seed)
        for piece in (p for p in order.fittings if p.wide > 0):
            deep = 0.9 if "bed" in piece.what else 0.6 if piece.what in _TABLES else 0.46
            y = -0.75 if piece.what in _TABLES else -deep / 2
            tone = decor.cloth if piece.what in _CUSHIONED else lighter(decor.wood, 0.08)
            decor.box(piece.x - piece.wide / 2, y, piece.wide, deep, tone, 1.2)

    return (Sheet("seats", 0.005, paint, gap=1.2),) if order.fittings else ()


_TABLES = frozenset({"table", "square table", "stone table", "desk"})
_CUSHIONED = frozenset({"sofa", "armchair", "sofa bed", "bed", "hospital bed", "train seat", "car seat", "pilot chair"})


def _scaled(decor: Decor, piece: Fitting, paint: Callable[[Decor, float], None], width: float = 0.0) -> None:
    """A piece of furniture as it is cut elsewhere, at this one's height and, where told, width."""
    canvas = decor.knife.canvas
    canvas.save()
    canvas.translate(piece.x, 0)
    canvas.scale(piece.wide / width if width else 1.0, piece.high / fit.SEAT)
    paint(decor, 0.0)
    canvas.restore()


def _chair(decor: Decor, piece: Fitting) -> None:
    _scaled(decor, piece, fit.chair)


def _armchair(decor: Decor, piece: Fitting) -> None:
    _scaled(decor, piece, fit.armchair)


def _sofa(decor: Decor, piece: Fitting) -> None:
    wide = max(1.7, piece.wide + 0.6)
    _scaled(decor, piece, fit.sofa(wide))


def _bench(decor: Decor, piece: Fitting) -> None:
    _scaled(decor, piece, fit.bench(max(0.8, piece.wide)))


def _park_bench(decor: Decor, piece: Fitting) -> None:
    _scaled(decor, piece, fit.bench(max(1.7, piece.wide + 0.5), back=True))


def _pew(decor: Decor, piece: Fitting) -> None:
    """A pew seen from the front."""
    x, w, h = piece.x, max(2.0, piece.wide + 0.6), piece.high
    decor.box(x - w / 2, h, w, 0.55, decor.wood, 0.9)
    decor.box(x - w / 2 - 0.05, h + 0.5, w + 0.1, 0.09, lighter(decor.wood, 0.16), 0.6)
    decor.box(x - w / 2, -0.03, w, h - 0.04, darker(decor.wood, 0.25), 0.3)
    decor.box(x - w / 2, h - 0.08, w, 0.1, lighter(decor.wood, 0.1), 0.8)
    for end in (-w / 2 - 0.09, w / 2 - 0.03):
        decor.box(x + end, -0.03, 0.12, h + 0.72, darker(decor.wood, 0.08), 0.9)


def _crate(decor: Decor, piece: Fitting) -> None:
    """A box to sit on."""
    tone, x, h = decor.own("#b08a58"), piece.x, piece.high
    decor.box(x - 0.34, -0.03, 0.68, h + 0.03, tone, 1.0)
    for k in range(2):
        decor.box(x - 0.34, h * (0.06 + 0.5 * k), 0.68, h * 0.36, lighter(tone, 0.08), 0.4)


def _plank(decor: Decor, piece: Fitting) -> None:
    """A board on chains or trestles."""
    x, w, h = piece.x, max(2.0, piece.wide + 0.4), piece.high
    wood, iron = decor.own("#7c6347"), decor.own("#4f555a")
    decor.box(x - w / 2, h - 0.12, w, 0.12, wood, 0.9)
    for end in (-1, 1):
        decor.line([(x + end * (w / 2 - 0.08), h), (x + end * (w / 2 - 0.2), h + 0.95)], 0.03, iron)
    decor.box(x - w / 2 + 0.02, h - 0.03, w - 0.04, 0.06, mix(decor.palette.accent, decor.palette.far, 0.5), 0.3)


def _stone_stool(decor: Decor, piece: Fitting) -> None:
    """A drum-shaped stone."""
    stone, x, h = decor.own("#a8a497"), piece.x, piece.high
    decor.shape([(x - 0.2, -0.03), (x + 0.2, -0.03), (x + 0.26, h * 0.5), (x + 0.2, h), (x - 0.2, h), (x - 0.26, h * 0.5)], stone, 0.9)  # fmt: skip
    decor.flat(x - 0.22, h * 0.82, 0.44, 0.03, darker(stone, 0.2))


def _office_chair(decor: Decor, piece: Fitting) -> None:
    """A swivel chair on a star of feet."""
    x, h, cloth = piece.x, piece.high, darker(decor.cloth, 0.1)
    iron = decor.own("#4f555a")
    decor.box(x - 0.03, 0.06, 0.06, h - 0.1, iron, 0.4)
    decor.line([(x - 0.26, 0.04), (x, 0.12), (x + 0.26, 0.04)], 0.05, iron)
    decor.box(x - 0.27, h - 0.09, 0.54, 0.1, cloth, 0.7)
    decor.box(x - 0.24, h + 0.14, 0.48, 0.48, cloth, 0.8)


def _pilot_chair(decor: Decor, piece: Fitting) -> None:
    x, h = piece.x, piece.high
    cloth = mix(decor.palette.accent, decor.palette.near, 0.35)
    decor.box(x - 0.07, 0.0, 0.14, h, darker(decor.palette.near, 0.3), 0.4)
    decor.box(x - 0.34, h - 0.1, 0.68, 0.14, cloth, 0.7)
    decor.shape([(x - 0.34, h), (x + 0.34, h), (x + 0.28, h + 0.95), (x - 0.28, h + 0.95)], cloth, 0.9)
    decor.box(x - 0.18, h + 0.98, 0.36, 0.2, lighter(cloth, 0.12), 0.6)


def _train_seat(decor: Decor, piece: Fitting) -> None:
    """A cushioned seat from its side, its back behind whoever sits."""
    x, h, n = piece.x, piece.high, piece.side
    cloth, wood = decor.cloth, darker(decor.wood, 0.2)
    decor.box(x - 0.4, 0.0, 0.8, h - 0.1, wood, 0.6)
    back = [(x - n * 0.44, h - 0.1), (x - n * 0.16, h - 0.1), (x - n * 0.26, h + 0.95), (x - n * 0.5, h + 1.0)]
    decor.shape(back, darker(cloth, 0.06), 0.8)
    decor.box(x - 0.42, h - 0.14, 0.86, 0.16, lighter(cloth, 0.08), 0.7)
    decor.box(x - n * 0.37 - 0.13, h + 0.78, 0.26, 0.16, decor.pale, 0.4)


def _car_seat(decor: Decor, piece: Fitting) -> None:
    """A seat that faces right: back, cushion, head rest."""
    x, h = piece.x, piece.high
    cloth = decor.own("#8a5a42")
    decor.shape([(x - 0.44, h - 0.14), (x - 0.14, h - 0.14), (x - 0.24, h + 0.66), (x - 0.5, h + 0.68)], cloth, 0.9)
    decor.shape(
        [(x - 0.48, h + 0.70), (x - 0.27, h + 0.70), (x - 0.30, h + 0.94), (x - 0.51, h + 0.92)],
        darker(cloth, 0.08),
        0.7,
    )
    decor.box(x - 0.4, h - 0.22, 0.86, 0.24, lighter(cloth, 0.08), 0.8)


def _bed(decor: Decor, piece: Fitting) -> None:
    _scaled_bed(decor, piece, fit.bed(2.1))


def _hospital_bed(decor: Decor, piece: Fitting) -> None:
    _scaled_bed(decor, piece, fit.bed(2.1, hospital=True))


def _scaled_bed(decor: Decor, piece: Fitting, paint: Callable[[Decor, float], None]) -> None:
    """The head of the bed under the head of whoever lies in it; beds are cut with theirs on the left."""
    decor.knife.canvas.save()
    decor.knife.canvas.translate(piece.x, 0)
    decor.knife.canvas.scale(-piece.side, 1)
    paint(decor, 0.0)
    decor.knife.canvas.restore()


def _sofa_bed(decor: Decor, piece: Fitting) -> None:
    fit.sofa(2.4)(decor, piece.x)


def _mattress(decor: Decor, piece: Fitting) -> None:
    x, h = piece.x, piece.high
    decor.box(x - 1.1, -0.03, 2.2, h - 0.17, darker(decor.wood, 0.1), 0.8)
    decor.box(x - 1.08, h - 0.2, 2.16, 0.2, decor.pale, 0.7)
    decor.round(x - 0.78, h + 0.05, 0.28, 0.11, lighter(decor.pale, 0.3), 0.5)


def _table(decor: Decor, piece: Fitting) -> None:
    """A table with a cup and a plate."""
    fit.table(max(0.9, piece.wide))(decor, piece.x)
    decor.round(piece.x - 0.18, fit.TABLE + 0.025, 0.14, 0.022, decor.pale, 0.3)
    decor.box(piece.x + 0.12, fit.TABLE + 0.01, 0.09, 0.1, decor.own("#5f8391"), 0.3)


def _square_table(decor: Decor, piece: Fitting) -> None:
    """A square tea table with pot and cups."""
    x, w = piece.x, max(0.9, piece.wide)
    wood = darker(decor.wood, 0.05)
    fit.legs(decor, x, w * 0.42, fit.TABLE, darker(wood, 0.1), 0.08)
    decor.box(x - w * 0.46, fit.TABLE - 0.17, w * 0.92, 0.11, darker(wood, 0.05), 0.4)
    decor.box(x - w / 2, fit.TABLE - 0.04, w, 0.07, lighter(wood, 0.14), 0.8)
    clay = decor.own("#8a4f3a")
    decor.round(x, fit.TABLE + 0.12, 0.13, 0.1, clay, 0.5)
    decor.line([(x + 0.11, fit.TABLE + 0.12), (x + 0.21, fit.TABLE + 0.19)], 0.035, clay)
    for dx in (-0.26, 0.28):
        decor.shape([(x + dx - 0.05, 0.84), (x + dx + 0.05, 0.84), (x + dx + 0.03, 0.77), (x + dx - 0.03, 0.77)], decor.pale, 0.3)  # fmt: skip


def _stone_table(decor: Decor, piece: Fitting) -> None:
    stone, x = decor.own("#a8a497"), piece.x
    decor.shape([(x - 0.22, -0.04), (x + 0.22, -0.04), (x + 0.15, 0.7), (x - 0.15, 0.7)], darker(stone, 0.12), 0.6)
    decor.round(x, 0.74, max(0.5, piece.wide / 2), 0.07, lighter(stone, 0.12), 0.9)
    decor.round(x, 0.88, 0.12, 0.09, decor.own("#8a4f3a"), 0.4)


def _desk(decor: Decor, piece: Fitting) -> None:
    """A desk with an open book or papers."""
    x, w = piece.x, 1.1
    wood = lighter(decor.wood, 0.1)
    fit.legs(decor, x, w * 0.44, 0.7, darker(wood, 0.3), 0.06)
    decor.box(x - w * 0.47, 0.5, w * 0.94, 0.18, darker(wood, 0.12), 0.5)
    decor.box(x - w / 2, 0.68, w, 0.07, wood, 0.8)
    decor.shape([(x - 0.26, 0.75), (x, 0.77), (x + 0.26, 0.75), (x + 0.24, 0.79), (x, 0.82), (x - 0.24, 0.79)], lighter(decor.pale, 0.4), 0.4)  # fmt: skip
    decor.box(x + 0.34, 0.75, 0.1, 0.1, decor.palette.accent, 0.3)


_PIECES: dict[Furnishing, Made] = {
    "chair": _chair, "armchair": _armchair, "sofa": _sofa, "bench": _bench, "park bench": _park_bench, "pew": _pew,
    "crate": _crate, "plank": _plank, "stone stool": _stone_stool, "office chair": _office_chair,
    "pilot chair": _pilot_chair, "train seat": _train_seat, "car seat": _car_seat, "bed": _bed,
    "hospital bed": _hospital_bed, "sofa bed": _sofa_bed, "mattress": _mattress, "table": _table,
    "square table": _square_table, "stone table": _stone_table, "desk": _desk,
}  # fmt: skip

"""The joints of a four-legged animal at one moment, as a value: two of them may be mixed, so one act grows out of another."""

from __future__ import annotations

from dataclasses import dataclass

from engine.backends.animatic.puppets.paper_cut import Point


@dataclass(frozen=True, slots=True)
class Build:
    """Where the trunk is, in shoulder heights: rump and chest (along, up), how the feet stand, how the head is held."""

    rump: Point
    chest: Point
    feet: tuple[
        tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]
    ]  # fore l, r, hind l, r
    nod: float = 0.0
    wag: float = 0.0
    folded: float = 0.0
    fold_fore: float = 0.0
    lids: float = 0.0
    reared: float = 0.0  # 0 level, 1 upright on the hind legs or the rump: the neck goes on where the back ends
    curled: float = 0.0


def between(a: Build, b: Build, t: float) -> Build:
    """The build `t` (0..1) of the way from a to b."""

    def mix(p: Point, q: Point) -> Point:
        return p[0] + (q[0] - p[0]) * t, p[1] + (q[1] - p[1]) * t

    feet = tuple(mix(p, q) for p, q in zip(a.feet, b.feet, strict=True))
    return Build(
        mix(a.rump, b.rump), mix(a.chest, b.chest), (feet[0], feet[1], feet[2], feet[3]), a.nod + (b.nod - a.nod) * t,
        a.wag + (b.wag - a.wag) * t, a.folded + (b.folded - a.folded) * t, a.fold_fore + (b.fold_fore - a.fold_fore) * t, a.lids + (b.lids - a.lids) * t,
        a.reared + (b.reared - a.reared) * t, a.curled + (b.curled - a.curled) * t,
    )  # fmt: skip

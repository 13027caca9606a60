"""Contact sheets of every set: each place by four hours, in rain and snow, and in three dressings by seed; and what adjectives do.

Drawn by the engine as a film would be, with one puppet on the stage for scale, so that a set that has lost its proportions
shows at a glance.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from fractions import Fraction
from pathlib import Path
from typing import get_args

import cv2
import numpy as np
from numpy.typing import NDArray

from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.stage import SHELTERED, Act, Beat, Dressing, LandKind, Player, SetKind, SetOrder, Staging
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import Raster
from engine.film.setup import Setup, Size

CELL = Raster(width=208, height=118)
QUALITY = 64
_NAMES: dict[str, str] = {
    "alley": "小巷", "river": "湖边", "bridge": "石桥", "garden": "花园", "harbour": "渔港", "rooftop": "屋顶",
    "bamboo grove": "竹林", "farm field": "稻田", "grassland": "草原", "underwater": "龙宫", "snowfield": "the pole",
    "cave": "mine", "moon": "月球基地", "beach": "palm beach", "street": "老街", "sea": "open sea, a boat", "mountains": "寺",
}  # fmt: skip
"""Another name for a place, whose words dress it otherwise."""


def draw(folder: Path) -> None:
    """Write sets-land-1, sets-land-2, sets-built-1, sets-built-2 and sets-dressing (.jpg) into a folder."""
    land = [kind for kind in get_args(LandKind) if kind != "night sky"]
    rest = [kind for kind in get_args(SetKind) if kind not in get_args(LandKind)]
    half = len(land) // 2
    groups = {
        "land-1": land[:half],
        "land-2": land[half:],
        "built-1": rest[: len(rest) // 2],
        "built-2": rest[len(rest) // 2 :],
    }
    for name, kinds in groups.items():
        _write(folder / f"sets-{name}.jpg", [_row(kind) for kind in kinds])
    _write(folder / "sets-dressing.jpg", list(_dressings()))


def _row(kind: SetKind) -> NDArray[np.uint8]:
    """One set: day, dawn, dusk, night, rain or another seed, snow or another seed, and a name that dresses it otherwise."""
    calm = kind in SHELTERED
    looks = [
        SetOrder(kind, "day", "clear", 11), SetOrder(kind, "dawn", "clear", 5), SetOrder(kind, "dusk", "clear", 3),
        SetOrder(kind, "night", "clear", 8), SetOrder(kind, "day", "clear" if calm else "rain", 4),
        SetOrder(kind, "day", "clear" if calm else "snow", 6), SetOrder(kind, "day", "clear", 7, _NAMES.get(kind, "")),
    ]  # fmt: skip
    return np.hstack([_cell(look, kind if i == 0 else "") for i, look in enumerate(looks)])


def _dressings() -> Iterable[NDArray[np.uint8]]:
    """Each adjective on six sets."""
    kinds: tuple[SetKind, ...] = ("street", "alley", "bridge", "garden", "harbour", "forest")
    for field in fields(Dressing):
        worn = Dressing(**{field.name: True})
        time = "night" if field.name == "lantern_lit" else "day"
        orders = [SetOrder(kind, time, "clear", 11, dressing=worn) for kind in kinds]
        yield np.hstack(
            [_cell(order, field.name.replace("_", "-") if i == 0 else "") for i, order in enumerate(orders)]
        )


def _cell(order: SetOrder, label: str) -> NDArray[np.uint8]:
    """One set with somebody in it, uint8 (H, W, 3) BGR."""
    player = Player("Iris", _IRIS, (Beat(Act.STAND, -2, 9, 0.3, 0.3, -30),), seed=1)
    staging = Staging(Setup(size=Size.WIDE), order, (player,), ("Iris",), 2.0, 3)
    double = Raster(width=CELL.width * 2, height=CELL.height * 2)
    picture = Theatre(staging, double, Fraction(24)).picture(2)[:, :, :3]
    small = cv2.resize(picture, (CELL.width, CELL.height), interpolation=cv2.INTER_AREA)
    if label:
        cv2.putText(small, label, (4, CELL.height - 6), cv2.FONT_HERSHEY_SIMPLEX, 0.38, (250, 250, 250), 1, cv2.LINE_AA)
    return np.asarray(small, np.uint8)


_IRIS = puppet_for("IRIS", "a young woman, 28", "red coat, yellow scarf", 5)


def _write(path: Path, rows: Sequence[NDArray[np.uint8]]) -> None:
    cv2.imwrite(str(path), np.vstack(rows), [cv2.IMWRITE_JPEG_QUALITY, QUALITY])

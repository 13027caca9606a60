"""Small films for the cardboard engine: one shot an action, 64x64, six pictures."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from engine.film.document import Film
from engine.film.rate import Raster
from engine.film.shots import Scene, Shot
from engine.plan.orders import ShotOrder, key_of
from engine.plan.plan import Node

CARDBOARD = Path(__file__).with_name("cardboard.py")
SMALL = Raster(width=64, height=64)


def film(actions: Sequence[str], *, engine: str = "cardboard", duration: int = 4) -> Film:
    """A film of one scene; each action is one shot, and no two shots are equal."""
    shots = tuple(
        Shot(id=f"shot-{n}", slate=f"1-{n}", action=action, duration=duration, seed=n)
        for n, action in enumerate(actions)
    )
    return Film(title="Cards", engine=engine, raster=SMALL, handles=1, scenes=(Scene(id="s", number="1", shots=shots),))


def node(seed: int, action: str = "", *, engine: str = "cardboard", frames: int = 4) -> Node:
    """One piece of work of its own."""
    order = ShotOrder.model_validate(
        {
            "engine": engine,
            "style": "paper",
            "language": "en",
            "raster": SMALL,
            "rate": "24",
            "frames": frames,
            "head": 1,
            "tail": 1,
            "seed": seed,
            "action": action,
        }
    )
    return Node(key_of(order), "motion", engine, order, (f"shot-{seed}",))


def tree(folder: Path) -> dict[str, str]:
    """Every file under a folder by its path, with its sha256."""
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }

"""How many of the draft's own pictures, eight a second, a shot needs, and what its take tells of them.

How they become the film's is every engine's (engine.backends.retiming).
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import Any

from engine.backends.draft.conditions import FPS, SLAB
from engine.backends.retiming import Size, kept
from engine.plan.capabilities import Between


def native_frames(length: int, rate: Fraction) -> int:
    """Frames of a draft that covers `length` film frames: whole slabs, reaching to the last of them."""
    reach = math.ceil((length - 1) * FPS / rate) + 1
    return -(-reach // SLAB) * SLAB


def facts(frames: int, size: Size, film: Size, how: Between) -> dict[str, Any]:
    """What a take says of all this (JSON)."""
    return {
        "drafted": {"frames": frames, "rate": FPS, "width": size[0], "height": size[1]},
        "between": how,
        "cropped": list(kept(size, film)),
        "scaled": "lanczos",
    }

"""The 180-degree rule, kept by the plan: each subject keeps one side of the frame through a scene.

Sides come from the order in which subjects first appear in the scene, so a cut from a wide to a single never makes
somebody jump across the line, and each order can be drawn without looking at its neighbours.
"""

from __future__ import annotations

from engine.film.shots import Scene
from engine.plan.orders import Side

_SIDES: tuple[Side, ...] = (-1, 1, 0)


def sides(scene: Scene) -> dict[str, Side]:
    """Subject id -> side: the first to appear stands left, the second right, the third in the middle, and so on."""
    order: dict[str, None] = {}
    for shot in scene.shots:
        for casting in shot.cast:
            order.setdefault(casting.subject)
    return {subject: _SIDES[place % len(_SIDES)] for place, subject in enumerate(order)}

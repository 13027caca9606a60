"""A cat or dog asleep: a ball of fur, the haunch before it, the tail brought round to the nose."""

from __future__ import annotations

from engine.backends.animatic.puppets.animal_head import draw_animal_head
from engine.backends.animatic.puppets.animal_trunk import Coat, draw_markings
from engine.backends.animatic.puppets.beast_build import Build
from engine.backends.animatic.puppets.colours import tone
from engine.backends.animatic.puppets.motion import breath
from engine.backends.animatic.puppets.paper_cut import Knife, Point, brush, closed, oval
from engine.backends.animatic.stage import Pose


def draw_curled(knife: Knife, coat: Coat, pose: Pose, body: Build) -> None:
    """Draw it lying on the ground line, in shoulder heights; it breathes."""
    b, way = coat.breed, coat.way
    half, deep = b.long / 2 * max(0.62, abs(coat.s)), b.deep * (1 + 0.02 * breath(pose.clock))
    back = [
        (-1.02, 0.10),
        (-0.92, 0.62),
        (-0.45, 1.02),
        (0.15, 1.06),
        (0.70, 0.84),
        (1.0, 0.40),
        (0.95, 0.0),
        (0.0, -0.02),
        (-0.85, -0.01),
    ]
    ball = closed([(x * half * way, -y * deep * 0.98) for x, y in back])
    knife.sheet(ball, coat.main)
    knife.canvas.save()
    knife.canvas.clipPath(ball, doAntiAlias=True)
    middle = -deep * 0.56
    draw_markings(knife, b, (-half * 0.62 * way, middle), (half * 0.62 * way, middle), coat.s)
    knife.canvas.restore()
    haunch = (-half * 0.50 * way, -deep * 0.36)
    knife.sheet(oval(*haunch, half * 0.42, deep * 0.38), tone(coat.main, 0.012), haunch, drop=0.6)
    head = (half * 0.66 * way, -max(b.head * 0.52, deep * 0.40))
    paw = (head[0] - 0.04 * way, -b.leg * 0.6)
    knife.sheet(
        oval(paw[0], paw[1], b.leg * 1.9, b.leg * 0.75),
        b.mark if b.marking in ("socks", "panda") else coat.main,
        drop=0.4,
    )
    draw_animal_head(knife, b, coat.main, coat.belly, pose, head, 24.0, body.lids)
    if b.tail_long > 0.3:
        _tail_round(knife, coat, half, way)


def _tail_round(knife: Knife, coat: Coat, half: float, way: float) -> None:
    """Along the ground from the rump to the chin."""
    b, bushy = coat.breed, coat.breed.tail == "bushy"
    end = -1.0 + (1.55 if bushy else 1.85) * min(1.0, b.tail_long)
    row: list[Point] = [
        (-half * 0.98 * way, -0.20),
        (-half * 0.92 * way, -0.09),
        (half * (end - 1) / 2 * way, -0.05),
        (half * (end - 0.22) * way, -0.07),
        (half * end * way, -0.13),
    ]
    full = min(0.22, 0.08 + 0.15 * b.tail_long) if bushy else 0.085
    raised = [(x, y - full * 0.25) for x, y in row]
    knife.sheet(brush(raised, (0.03, full * 0.7, full, full * 0.95, 0.02)), tone(coat.main, 0.015), drop=0.8)
    if bushy:
        knife.plain(brush(raised[3:], (full * 0.86, 0.02)), coat.belly)

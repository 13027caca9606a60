"""From a staged shot to a planned one: who the camera frames by, how tall they are as they stand or sit, where it looks."""

from __future__ import annotations

import math
from dataclasses import replace

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.camera import Shoot, Subject, plan_shoot
from engine.backends.animatic.stage import Player, Staging
from engine.film.setup import Angle, Move

LOOKS = 9
"""How many moments of the shot the camera department looks at before it decides."""


def shoot_for(staging: Staging, aspect: float) -> Shoot:
    """The camera plan of a staged shot. `aspect` is width / height."""
    setup = staging.setup
    subject = subject_of(staging)
    shoot = plan_shoot(setup.size, setup.angle, setup.move, setup.lens, subject, staging.seconds, aspect, staging.seed)
    if setup.angle is not Angle.OVER_SHOULDER or not staging.shoulder:
        return shoot
    # The back takes a third of the frame, so the face it talks to moves into the other two.
    shift = -shoulder_side(staging) * 0.11 * aspect
    return replace(shoot, middle=replace(shoot.middle, shift_x=shift))


def shoulder_side(staging: Staging) -> int:
    """On which side of the frame the shoulder stands: -1 left, 1 right."""
    marks = {p.name: start_of(p, staging.seconds) for p in staging.players}
    focus = marks.get(staging.focus[0], 0.0) if staging.focus else 0.0
    return -1 if marks.get(staging.shoulder, focus - 1) <= focus else 1


def start_of(player: Player, seconds: float) -> float:
    """Where a player mostly is: the middle of the sorted marks over the shot, which ignores entrances and exits."""
    xs = sorted(pose_at(player, t).x for t in _moments(seconds))
    return xs[len(xs) // 2]


def follow_x(staging: Staging, seconds: float) -> float:
    """Where the focus is on average at a time, for a camera that follows. Smoothed over half a second, as an operator
    would, and held still outside the shot."""
    focus = focus_players(staging)
    if not focus:
        return 0.0
    at = min(max(seconds, 0.0), staging.seconds)
    taps = (-0.25, -0.12, 0.0, 0.12, 0.25)
    weights = (1, 2, 3, 2, 1)
    total = sum(w * pose_at(p, at + t).x for p in focus for t, w in zip(taps, weights, strict=True))
    return total / (sum(weights) * len(focus))


def focus_players(staging: Staging) -> tuple[Player, ...]:
    """The players the camera frames by; the first player when the staging names none that is on stage."""
    by_name = {p.name: p for p in staging.players}
    named = tuple(by_name[name] for name in staging.focus if name in by_name and name != staging.shoulder)
    return named or staging.players[:1]


def subject_of(staging: Staging) -> Subject:
    """What the camera measures: the first focus player's height, everybody's extent. An empty stage is framed as if
    somebody stood in its middle."""
    players = focus_players(staging)
    if not players:
        return Subject(x=0.0, top=1.7, eye=1.5, head=0.42, left=-1.0, right=1.0, sole=True)
    lead = players[0]
    middle = pose_at(lead, staging.seconds / 2)
    top = _standing(lead, staging)
    fallen = top / max(lead.puppet.height, 1e-6)
    head = _head(lead)
    spans = [_span(p, staging) for p in players]
    left, right = min(s[0] for s in spans), max(s[1] for s in spans)
    x = (left + right) / 2 if len(players) > 1 else start_of(lead, staging.seconds)
    return Subject(
        x=x, top=top, eye=top - (lead.puppet.height - lead.puppet.eye_line) if fallen > 0.45 else top * 0.6,
        head=min(head, top), left=left, right=right, look=math.sin(math.radians(middle.pose.yaw)), z=lead.z,
        lift=middle.lift, is_thing=lead.is_thing, sole=len(players) == 1,
    )  # fmt: skip


def _moments(seconds: float) -> list[float]:
    return [seconds * (i + 0.5) / LOOKS for i in range(LOOKS)]


def _standing(player: Player, staging: Staging) -> float:
    """How tall a player is for most of the shot: its height, unless its drawings say that it sits or lies."""
    tops = sorted(-player.puppet.bounds(pose_at(player, t).pose).top() for t in _moments(staging.seconds))
    drawn = tops[len(tops) // 2]
    return player.puppet.height if drawn > 0.82 * player.puppet.height else max(drawn, 0.15 * player.puppet.height)


def _head(player: Player) -> float:
    """Eyes sit in the middle of a paper head."""
    h = player.puppet.height
    return min(max(2 * (h - player.puppet.eye_line), 0.12 * h), 0.45 * h)


def _span(player: Player, staging: Staging) -> tuple[float, float]:
    x = start_of(player, staging.seconds)
    half = player.puppet.width / 2 if player.is_thing else min(player.puppet.width, player.puppet.height) / 2
    if staging.setup.move is Move.FOLLOW:
        x = pose_at(player, staging.seconds / 2).x
    return x - half, x + half

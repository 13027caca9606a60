"""From a staged shot to a planned one: who the camera frames by, how tall they are as they stand or sit, where it looks."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import skia

from engine.backends.animatic.acting import Placed, pose_at
from engine.backends.animatic.camera import Shoot, Subject, pitch_of, plan_shoot
from engine.backends.animatic.faces_kept import crown_of, with_faces_kept
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.backends.animatic.sets.waters import SHORES
from engine.backends.animatic.stage import Act, Face, Faced, Player, Pose, Staging
from engine.film.setup import Angle, Move, Setup, Size

_MAN = 1.6
"""Metres: the measure of an extreme wide shot, which shows a place."""
_CHILD = 1.3
"""The same where somebody is in it: two children are not lost at night."""
_SPARROW, _ON_THE_WING = 0.3, 0.8
"""Metres: what is no bigger than a sparrow, and the measure of a wide shot of what flies: two sparrows have the sky around them, and what is told of the ground is in the picture."""

LOOKS = 9
"""How many moments of the shot the camera department looks at before it decides."""


_HOLES = frozenset({"binoculars", "telescope", "keyhole", "door"})


def shoot_for(staging: Staging, aspect: float) -> Shoot:
    """The camera plan of a staged shot. `aspect` is width / height."""
    setup = _with_room_for_a_craft(staging)
    subject = with_faces_kept(subject_of(staging), focus_players(staging), staging.seconds)
    if subject.lift < 0:
        subject = replace(subject, brink=SHORES.get(staging.scenery.kind))
    if setup.size is Size.EXTREME_CLOSE_UP:  # the captions of who speaks must not lie on the chin
        subject = replace(subject, speaks=any(player.speeches for player in focus_players(staging)))
    move = Move.PUSH_IN if setup.move is Move.FOLLOW and _stays(staging) else setup.move
    shoot = plan_shoot(setup.size, setup.angle, move, setup.lens, subject, staging.seconds, aspect, staging.seed)
    if staging.peephole in _HOLES:  # the hole is in the middle, so whoever is seen is too
        return replace(shoot, middle=replace(shoot.middle, shift_x=0.0))
    if setup.angle is not Angle.OVER_SHOULDER or not staging.shoulder:
        return shoot
    # The back takes a third of the frame, so the face it talks to moves into the other two.
    shift = -shoulder_side(staging) * 0.11 * aspect
    return replace(shoot, middle=replace(shoot.middle, shift_x=shift))


def _with_room_for_a_craft(staging: Staging) -> Setup:
    """The setup; over a shoulder a boat or a car is seen whole, since the size is the size of the back before it."""
    setup, focus = staging.setup, focus_players(staging)
    tight = setup.size not in _ROOMY and setup.angle is Angle.OVER_SHOULDER
    return setup.with_(size=Size.FULL) if tight and focus and isinstance(focus[0].puppet, Vehicle) else setup


_ROOMY = frozenset({Size.EXTREME_WIDE, Size.WIDE, Size.FULL})


def _stays(staging: Staging) -> bool:
    """Whether there is nobody to follow: a camera that follows who stands still would only stand still too."""
    return abs(follow_x(staging, staging.seconds) - follow_x(staging, 0.0)) < 0.25


def shoulder_side(staging: Staging) -> int:
    """On which side of the frame the shoulder stands: -1 left, 1 right."""
    marks = {p.name: start_of(p, staging.seconds) for p in staging.players}
    focus = marks.get(staging.focus[0], 0.0) if staging.focus else 0.0
    return -1 if marks.get(staging.shoulder, focus - 1) <= focus else 1


def start_of(player: Player, seconds: float) -> float:
    """Where a player mostly is: the mark it enters to or leaves from, else the middle of the sorted marks over the shot."""
    if player.beats and player.beats[0].act is Act.EXIT:
        return player.beats[0].x0
    if player.beats and player.beats[0].act is Act.ENTER:
        return player.beats[0].x1
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
    return total / (sum(weights) * len(focus)) + _ahead_of(staging, focus)


def _ahead_of(staging: Staging, focus: tuple[Player, ...]) -> float:
    """How far before its feet a followed animal's face is, as the framing has it."""
    face = _face_of(focus[0], staging) if len(focus) == 1 else None
    return face.x * _FACES[staging.setup.size] if face is not None else 0.0


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
    cut = _usual_cut(lead, staging)
    crown = lead.puppet.height - lead.puppet.eye_line
    upright = cut.top > 0.6 * lead.puppet.height
    spans = [_span(p, staging) for p in players]
    left, right = min(s[0] for s in spans), max(s[1] for s in spans)
    x = (left + right) / 2 if len(players) > 1 else start_of(lead, staging.seconds)
    hair = max(0.0, cut.top - lead.puppet.height)
    lift, top = middle.lift, cut.top
    if staging.setup.size not in _FACES and len(players) > 1:  # whoever stands lowest keeps the feet
        lift = min(pose_at(p, staging.seconds / 2).lift for p in players)
        top += middle.lift - lift
    if staging.setup.size not in _FACES and (way := _way_up(lead, staging)):  # from the foot of it to the top
        lift, high = min(lift, *way), max(way)
        top = max(top, (high - lift + cut.top) * (1.0 if staging.setup.size is Size.FULL else 0.36))
    if staging.setup.size is Size.FULL and any(
        beat.business == "circle" and beat.act is Act.FLY for beat in lead.beats
    ):
        top = max(top, lead.puppet.width)  # the whole round is seen
    if staging.setup.size is Size.FULL:  # who falls is seen from head to foot before and after
        top = max(top, crown_of(players, staging.seconds) - lift, min(_over_heads(staging, players) - lift, 1.4 * top))
    if staging.setup.size is Size.EXTREME_WIDE and not lead.is_thing:
        top = max(
            top, _CHILD if isinstance(lead.puppet, Person) else _MAN
        )  # a crow on a gate is no reason to show only the gate
    small = all(p.puppet.height < _SPARROW and any(b.act is Act.FLY for b in p.beats) for p in players)
    if staging.setup.size is Size.WIDE and small:
        lift, top = max(0.0, lift - 1.2 * _ON_THE_WING), max(top, _ON_THE_WING)
    face = _face_of(lead, staging)
    if face is not None and len(players) == 1:
        return _faced(lead, staging, face, cut, (left, right), middle)
    if face is not None and staging.setup.size is not Size.MEDIUM:
        left, right = _company_span(lead, face, players[1:], staging)
        x = (left + right) / 2
    return Subject(
        x=x, top=top, eye=cut.top - hair - crown if upright else cut.top * 0.6,
        head=min(_head(lead), cut.top), left=left, right=right, look=math.sin(math.radians(middle.pose.yaw)),
        z=lead.z, lift=lift, is_thing=lead.is_thing, sole=len(players) == 1,
        low=min((_chest(p, staging) for p in players[1:]), default=math.inf), far=max(p.z for p in players),
    )  # fmt: skip


def _way_up(player: Player, staging: Staging) -> tuple[float, ...]:
    """How high somebody who climbs is at both ends of the shot; empty for everybody else."""
    climbs = any(beat.business == "climb" or (beat.act is Act.WALK and beat.lift > 0.5) for beat in player.beats)
    return tuple(pose_at(player, t).lift for t in (0.0, staging.seconds)) if climbs else ()


def _over_heads(staging: Staging, players: Sequence[Player]) -> float:
    """How high the things reach that they hold above their heads: an umbrella is in the picture with whoever it keeps dry."""
    held = [p for p in staging.players if p.is_thing and p.carried_by in {player.name for player in players}]
    return max((pose_at(p, staging.seconds / 2).lift + p.puppet.height for p in held), default=0.0)


def _company_span(lead: Player, face: Face, others: Sequence[Player], staging: Staging) -> tuple[float, float]:
    """An animal's face with those who come close to it, where they end: beside company its tail does not count."""
    at = start_of(lead, staging.seconds) + face.x
    reach = max(0.7 * face.tall, abs(face.ahead))
    left, right = at - reach, at + reach
    for other in others:
        moved = other.beats[-1].x1 - start_of(other, staging.seconds)
        low, high = _span(other, staging)
        left, right = min(left, low + moved), max(right, high + moved)
    return left, right


def _face_of(player: Player, staging: Staging) -> Face | None:
    """The face late in the shot, for a puppet that has one apart from its feet and a size that goes for it. Late, for who
    falls is to be seen where the fall ends."""
    if staging.setup.size not in _FACES or staging.setup.angle is Angle.BIRDS_EYE:
        return None
    if not isinstance(player.puppet, Faced):
        return None
    return player.puppet.face(pose_at(player, staging.seconds * 0.6, pitch_of(staging.setup.angle)).pose)


def _faced(lead: Player, staging: Staging, face: Face, cut: Cut, span: tuple[float, float], middle: Placed) -> Subject:
    """An animal in a closer shot: framed by its head, which is not over its feet; in a medium one by its fore half."""
    share = _FACES[staging.setup.size]
    x = start_of(lead, staging.seconds) + share * face.x
    tight = staging.setup.size is not Size.MEDIUM or isinstance(lead.puppet, Vehicle)
    reach = max(face.tall * 0.62, abs(face.ahead) * 0.75)
    left, right = (x - reach, x + reach) if tight else span
    return Subject(
        x=x, top=face.y + face.tall / 2, eye=face.y, head=max(face.tall, 1.2 * abs(face.ahead)), left=left, right=right,
        look=math.sin(math.radians(middle.pose.yaw)), z=lead.z, lift=middle.lift, sole=True,
        by_face=not isinstance(lead.puppet, Person),
    )  # fmt: skip


_FACES = {
    Size.MEDIUM: 0.5,
    Size.MEDIUM_CLOSE: 0.8,
    Size.CLOSE: 0.95,
    Size.CLOSE_UP: 1.0,
    Size.EXTREME_CLOSE_UP: 1.0,
}
"""How far toward an animal's face the frame's middle moves from its feet."""


def _chest(player: Player, staging: Staging) -> float:
    """How high over the ground a player's chest is: who shares a frame is seen down to there."""
    return max(0.0, player.lift + _usual_cut(player, staging).top - 1.7 * _head(player))


@dataclass(frozen=True, slots=True)
class Cut:
    """How far a drawing reaches from the feet, in metres: to the left and right (both positive) and up."""

    left: float
    right: float
    top: float


def cut_of(player: Player, pose: Pose) -> Cut:
    """Measured on a thumbnail, since a puppet's bounds leave room for every gesture and hats outgrow its height."""
    box = player.puppet.bounds(pose)
    scale = 140 / max(box.height(), box.width(), 1e-6)
    w, h = math.ceil(box.width() * scale) + 4, math.ceil(box.height() * scale) + 4
    pixels = np.zeros((h, w, 4), np.uint8)
    canvas = skia.Surface.MakeRasterDirect(skia.ImageInfo.MakeN32Premul(w, h), pixels).getCanvas()
    canvas.translate(2 - box.left() * scale, 2 - box.top() * scale)
    canvas.scale(scale, scale)
    player.puppet.draw(canvas, pose)
    inked = pixels[:, :, 3] > 127
    rows, columns = np.flatnonzero(inked.any(axis=1)), np.flatnonzero(inked.any(axis=0))
    if rows.size == 0:
        return Cut(player.puppet.width / 2, player.puppet.width / 2, player.puppet.height)
    left, right = float(columns[0] - 2) / scale + box.left(), float(columns[-1] - 1) / scale + box.left()
    top = float(rows[0] - 2) / scale + box.top()
    return Cut(max(0.0, -left), max(0.0, right), max(0.02, -top))


def _usual_cut(player: Player, staging: Staging) -> Cut:
    """The drawing of the median height among three moments: what the player looks like for most of the shot."""
    usual = sorted(_cuts(player, staging), key=lambda c: c.top)[1]
    if isinstance(player.puppet, Person) or not (done := {beat.business for beat in player.beats} - {""}):
        return usual
    leap = 1.45 if done & {"jump", "skip"} else 1.0  # a grazing horse raises its head, a dog comes off the ground
    return replace(usual, top=max(usual.top, leap * player.puppet.height))


def _cuts(player: Player, staging: Staging) -> list[Cut]:
    pitch = pitch_of(staging.setup.angle)
    times = (0.25 * staging.seconds, 0.5 * staging.seconds, 0.85 * staging.seconds)
    return [cut_of(player, pose_at(player, t, 0.0 if pitch >= 80 else pitch).pose) for t in times]


def _moments(seconds: float) -> list[float]:
    return [seconds * (i + 0.5) / LOOKS for i in range(LOOKS)]


def _head(player: Player) -> float:
    """Eyes sit in the middle of a paper head."""
    h = player.puppet.height
    return min(max(2 * (h - player.puppet.eye_line), 0.12 * h), 0.45 * h)


def _span(player: Player, staging: Staging) -> tuple[float, float]:
    x = start_of(player, staging.seconds)
    if staging.setup.move is Move.FOLLOW:
        x = pose_at(player, staging.seconds / 2).x
    cuts = (
        _cuts(player, staging) if any(beat.act is Act.FLY for beat in player.beats) else [_usual_cut(player, staging)]
    )
    return x - max(cut.left for cut in cuts), x + max(cut.right for cut in cuts)

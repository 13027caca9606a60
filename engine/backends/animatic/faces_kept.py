"""Keeps the face in the frame of somebody who goes down in the shot: it is in the picture at the beginning and at the end.

A size is measured on what somebody looks like for most of the shot. Who falls or kneels in a closer shot would leave it by its
lower edge, and a close shot of a robe says nothing: so the frame is widened until it holds the face wherever it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.camera import Subject
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.stage import Act, Player

_GOES_DOWN = frozenset({Act.FALL, Act.LIE, Act.SIT})
_MOMENTS = (0.03, 0.35, 0.65, 0.97)
_SUNK = 0.2  # of somebody's height: what less than that sinks is still in the frame


def with_faces_kept(subject: Subject, players: Sequence[Player], seconds: float) -> Subject:
    """The subject with what the frame has to hold of the faces of those who go down."""
    seen = [spot for player in players for spot in _spots(player, seconds)]
    if not seen:
        return subject
    low, high = min(y - r for _, y, r in seen), max(y + r for _, y, r in seen)
    left, right = min(x - 1.3 * r for x, _, r in seen), max(x + 1.3 * r for x, _, r in seen)
    return replace(subject, kept=(left, right, low - subject.lift, high - subject.lift))


def crown_of(players: Sequence[Player], seconds: float) -> float:
    """How high over the stage the highest head of those who go down is at any time; 0: nobody does."""
    return max((y + r for player in players for _, y, r in _spots(player, seconds)), default=0.0)


def _spots(player: Player, seconds: float) -> list[tuple[float, float, float]]:
    """Where the head is in the course of the shot and its radius, if it sinks; else nothing."""
    if not isinstance(player.puppet, Person) or not any(beat.act in _GOES_DOWN for beat in player.beats):
        return []
    spots = list(_noses(player, player.puppet, seconds))
    sunk = max(y for _, y, _ in spots) - min(y for _, y, _ in spots) if spots else 0.0
    return spots if sunk > _SUNK * player.puppet.height else []


def _noses(player: Player, puppet: Person, seconds: float) -> Iterator[tuple[float, float, float]]:
    radius = puppet.height - puppet.eye_line
    for share in _MOMENTS:
        placed = pose_at(player, share * seconds)
        nose = puppet.landmarks(placed.pose).get("nose")
        if nose is not None:
            yield placed.x + nose[0], placed.lift - nose[1], 1.15 * radius

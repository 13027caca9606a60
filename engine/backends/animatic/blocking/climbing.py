"""Who climbs ends up higher: the climb becomes a way up, what is climbed stands behind it, and who is up there stays there.

A climb goes straight up before what is climbed, as a climber is filmed from behind; stairs are walked up from the side. What comes
after it in the shot is done at the top, and a scene's later shots begin there (engine.plan.climbs).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.backends.animatic.puppets.perches import STANDS, Perch
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.stage import Act, Beat, Player
from engine.plan.climbs import Climb, climb_in
from engine.plan.orders import ShotOrder

_SPEED = 0.62
"""Metres a second that somebody as tall as a man climbs."""
_MOST = 5.0
"""How many of its own heights something is high at most: a kitten's wall is a low one."""
_FROM_BEHIND, _BESIDE = 158.0, 74.0
_DOWN_AGAIN = frozenset({Act.WALK, Act.RUN, Act.FLY, Act.EXIT, Act.FALL})
_KEPT = 0.35
"""Share of a shot that is left for what is done at the top."""


@dataclass(frozen=True, slots=True)
class Climbers:
    """The players with their climbs; what they are on; their names, whom no other perch concerns."""

    players: tuple[Player, ...]
    stands: tuple[Player, ...]
    names: frozenset[str]


def climbing(order: ShotOrder, players: tuple[Player, ...]) -> Climbers:
    """Everybody who climbs in this shot, or is up on something since an earlier one."""
    climb = climb_in(order.action)
    since = {subject.name: subject.up_on for subject in order.cast}
    done: list[Player] = []
    stands: list[Player] = []
    names: set[str] = set()
    for player in players:
        found = _climbed(player, climb, since.get(player.name, ""), order)
        if found is None:
            done.append(player)
            continue
        kind, raised, x = found
        done.append(raised)
        names.add(player.name)
        if not any(isinstance(s.puppet, Perch) and s.puppet.kind == kind for s in stands):
            stands.append(_stand(kind, raised, x))
    return Climbers(tuple(done), tuple(stands), frozenset(names))


def _climbed(player: Player, climb: Climb | None, since: str, order: ShotOrder) -> tuple[str, Player, float] | None:
    """(what it is, the player on it, where it stands)."""
    at = next((i for i, beat in enumerate(player.beats) if beat.business == "climb"), None)
    if at is not None and climb is not None and player.lift == 0:
        kind = _in_the_style(climb.kind, order)
        raised = _goes(player, at, climb, height_of(climb.kind, player))
        return kind, raised, raised.beats[at].x1
    if since in STANDS:
        raised = _up_there(player, height_of(since, player))
        return _in_the_style(since, order), raised, raised.beats[0].x0
    return None


def _in_the_style(kind: str, order: ShotOrder) -> str:
    return "eastern roof" if kind == "roof" and not order.action.isascii() else kind


def height_of(kind: str, player: Player) -> float:
    """How high the top of such a thing is for somebody (metres); the same in every shot."""
    tall = player.puppet.height
    return min(max(STANDS[kind].tall, 0.62 * tall), _MOST * tall)


def _goes(player: Player, at: int, climb: Climb, high: float) -> Player:
    """The beats with the way up or down; the rest of the shot is played where it ends."""
    beat, last = player.beats[at], player.beats[-1]
    takes = max(0.9, high / (_SPEED * min(1.2, max(0.5, player.puppet.height / 1.6))))
    room = (last.end - beat.start) * (1 - _KEPT)
    arrives = min(beat.start + takes, beat.start + room if at >= len(player.beats) - 2 else beat.end)
    here = beat.x0 if at else (beat.x0 + beat.x1) / 2
    low, top = (high, 0.0) if climb.down else (0.0, high)
    if climb.kind == "stairs":
        way = _stepped(beat, here, high, arrives, climb)
    else:
        way = replace(beat, act=Act.WALK, end=arrives, x0=here, x1=here, yaw=_yaw(player), lift=top, business="climb")
    before = [replace(b, lift=low) for b in player.beats[:at]]
    start = (
        [Beat(Act.STAND, beat.start - 1.0, beat.start, way.x0, way.x0, way.yaw, lift=low)]
        if climb.down and not before
        else []
    )
    after = _after(player.beats[at + 1 :], way, beat, top, last)
    return replace(player, beats=(*before, *start, way, *after), seat="none" if top else player.seat)


def _stepped(beat: Beat, here: float, high: float, arrives: float, climb: Climb) -> Beat:
    """Walked, from the foot of the steps to the landing or back."""
    run = 1.25 * high
    foot, landing = here - run, here
    x0, x1 = (landing, foot) if climb.down else (foot, landing)
    return replace(
        beat,
        end=arrives,
        x0=x0,
        x1=x1,
        yaw=-78.0 if climb.down else 78.0,
        lift=0.0 if climb.down else high,
        business="",
    )


def _after(rest: Sequence[Beat], way: Beat, was: Beat, top: float, last: Beat) -> list[Beat]:
    """What follows the climb, moved to its end; who only stands there turns round to us."""
    shift = way.x1 - was.x1
    moved = [replace(b, x0=b.x0 + shift, x1=b.x1 + shift, lift=top) for b in rest]
    if moved:
        moved[0] = replace(moved[0], start=way.end)
    elif last.end > way.end + 0.05:
        moved = [Beat(Act.STAND, way.end, last.end, way.x1, way.x1, 30.0, lift=top)]
    return [replace(b, lift=0.0) if _leaves(moved, i) else b for i, b in enumerate(moved)]


def _leaves(beats: Sequence[Beat], i: int) -> bool:
    """Whether somebody has come down by then: the first way to go after the climb leads off it."""
    return any(b.act in _DOWN_AGAIN and abs(b.x1 - b.x0) > 0.02 for b in beats[: i + 1])


def _up_there(player: Player, high: float) -> Player:
    """Up there from the beginning, until the first way off it."""
    beats = [b if _leaves(player.beats, i) else replace(b, lift=b.lift + high) for i, b in enumerate(player.beats)]
    if beats[0].lift == 0:  # the shot begins with the way down
        first = beats[0]
        beats = [Beat(Act.STAND, first.start - 1.0, first.start, first.x0, first.x0, first.yaw, lift=high), *beats]
    return replace(player, beats=tuple(beats), seat="none")


def _yaw(player: Player) -> float:
    """A person is seen from behind, a beast from its side: its sheet has no back to climb with."""
    return _FROM_BEHIND if isinstance(player.puppet, Person) else _BESIDE


def _stand(kind: str, player: Player, x: float) -> Player:
    """What is climbed, behind the climber; a beast has it before its paws."""
    high = max(beat.lift for beat in player.beats)
    beside = (
        0.0
        if isinstance(player.puppet, Person) or kind not in ("tree", "mast", "ladder")
        else 0.12 + 0.16 * player.puppet.height
    )
    beat = Beat(Act.STAND, 0.0, player.beats[-1].end, x + beside, x + beside, 0.0)
    return Player(f"{kind} climbed", Perch(kind, high), (beat,), z=player.z + 0.05, is_thing=True)

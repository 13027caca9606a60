"""What is outside the window is seen through it: behind the wall, small, crossing the panes, and never in the room.

When nobody is inside, the window itself is what the camera frames, as a shot of a window is framed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import skia

from engine.backends.animatic.sets.home import window_side
from engine.backends.animatic.stage import INDOORS, Act, Beat, Player, Pose, SetKind, Staging
from engine.film.setup import Size
from engine.plan.names import Mention, names_of

_PHRASE = re.compile(
    r"\b(?:outside|beyond|past|through|behind) (?:the|his|her|their|a|an|its) (?:\w+ )?(?:window|windows|glass|pane|porthole|windscreen)\b"
    r"|\boutside,|窗外|车窗外|窗户外",
    re.I,
)
_SENTENCE = re.compile(r"[^.!?。！？\n]+")
_WINDOWLESS: frozenset[SetKind] = frozenset({"theatre", "prison", "spaceship"})
_MOVES = frozenset({Act.WALK, Act.RUN, Act.FLY, Act.ENTER, Act.EXIT})
_BEYOND_Z, _STEP = 6.6, 0.5
_WINDOW_Y = 1.75
_WINDOW_X: dict[SetKind, float] = {
    "train": 0.0, "car": 0.81, "church": 1.7, "classroom": 3.55, "office": 1.5, "workshop": 1.6, "attic": 0.75, "shop": 1.7,
    "temple hall": 4.2, "palace hall": 2.2, "room": 1.15,
}  # fmt: skip
"""How far from the stage's middle a set's window is, where that is not the usual 1.15 m."""
_PAINTED = re.compile(r"(?:the )?(?:\w+ )?windows?|(?:大|小|车|玻璃)?窗[户子口]?", re.I)
_ROOMY = frozenset({Size.EXTREME_WIDE, Size.WIDE, Size.FULL})
_HALF = 1.35  # metres to either side of the window's middle that are seen out there


@dataclass(slots=True, unsafe_hash=True)
class Pane:
    """The window as something to frame: it is painted by the set, and draws nothing itself."""

    height: float = 1.5
    width: float = 1.7
    eye_line: float = 0.75

    def draw(self, canvas: skia.Canvas, pose: Pose) -> None:
        """Nothing."""

    def bounds(self, pose: Pose) -> skia.Rect:
        """The pane."""
        return skia.Rect.MakeLTRB(-self.width / 2, -self.height, self.width / 2, 0.0)


Known = Sequence[tuple[str, tuple[str, ...]]]


def outside(action: str, known: Known) -> frozenset[str]:
    """The names of those whom the words put outside the window."""
    if not _PHRASE.search(action):
        return frozenset()
    names = names_of(tuple(known))
    found: set[str] = set()
    for sentence in _SENTENCE.findall(action):
        for phrase in _PHRASE.finditer(sentence):
            found |= _meant(sentence, phrase, names.mentions(sentence))
    return frozenset(found)


def _meant(sentence: str, phrase: re.Match[str], mentions: Sequence[Mention]) -> set[str]:
    """Whom one such phrase is about: "outside the window, a bird sings"; "a bird outside the window"; 窗外的鸟."""
    before = [m for m in mentions if m.end <= phrase.start()]
    after = [m for m in mentions if m.start >= phrase.end()]
    lead = sentence[: phrase.start()].strip(" \t,，")
    rest = sentence[phrase.end() :]
    if not lead:
        return {m.name for m in after}
    if phrase.group().endswith("外"):
        near = re.split(r"[，,；;]", rest)[0]
        return {m.name for m in after if m.start < phrase.end() + len(near)}
    close = [m for m in before if re.fullmatch(r"[\w\s]{0,24}", sentence[m.end : phrase.start()])]
    looks = re.search(
        r"\b(?:looks?|looking|stares?|staring|gazes?|gazing|peers?|watch\w*|sees?)\b", sentence[: phrase.start()]
    )
    if looks and (not close or close[-1].start < looks.start()):
        return set()  # who looks through the window is inside
    return {close[-1].name} if close else set()


def through_window(staging: Staging, action: str, known: Known) -> Staging:
    """The staging with those beyond the wall of whom the words say so."""
    looked_in = staging.peephole == "window"  # the camera stands outside, and they are in the room
    if looked_in or staging.scenery.kind not in INDOORS or staging.scenery.kind in _WINDOWLESS:
        return staging
    staging = replace(staging, players=tuple(_own_window(p, staging) for p in staging.players))
    there = outside(action, known)
    if not any(p.name in there for p in staging.players):
        return staging
    players = [_beyond(p, k, staging) if p.name in there else p for k, p in enumerate(staging.players)]
    focus = tuple(name for name in staging.focus if name not in there)
    inside = [p for p in players if p.name not in there and not p.is_thing]
    if not inside:
        pane = Player("·window", Pane(), (Beat(Act.STAND, 0.0, 1.0, _window_x(staging), _window_x(staging), 0.0),),
                      z=3.2, lift=_WINDOW_Y - 0.75, is_thing=True)  # fmt: skip
        players.append(pane)
        focus = (pane.name,)
    focus = focus or (inside[0].name,) if inside else focus
    return replace(staging, players=tuple(sorted(players, key=lambda p: -p.z)), focus=focus)


def _own_window(player: Player, staging: Staging) -> Player:
    """A window that the script names is the set's own: nobody leans a second one against the wall, least of all beside a
    face, where the set's is out of the picture or a blur behind it."""
    if not player.is_thing or not _PAINTED.fullmatch(player.name) or player.carried_by:
        return player
    lead = next((p for p in staging.players if p.name in staging.focus and not p.is_thing), None)
    if staging.setup.size not in _ROOMY and lead is not None:
        at, eye = lead.beats[-1].x1, lead.lift + lead.puppet.eye_line
        beat = Beat(Act.STAND, 0.0, 1.0, at, at, 0.0)
        return replace(player, puppet=Pane(), beats=(beat,), z=lead.z + 0.3, lift=eye - 0.75)
    x = _window_x(staging)
    beat = Beat(Act.STAND, 0.0, 1.0, x, x, 0.0)
    return replace(player, puppet=Pane(), beats=(beat,), z=3.2, lift=_WINDOW_Y - 0.75)


def _window_x(staging: Staging) -> float:
    return _WINDOW_X.get(staging.scenery.kind, 1.15) * window_side(staging.scenery)


def _beyond(player: Player, place: int, staging: Staging) -> Player:
    """Out there: in the window's middle, or across it when they travel."""
    z = _BEYOND_Z + _STEP * place
    middle = _window_x(staging) * (1 + 0.12 * (z - 3.4))
    beats: list[Beat] = []
    for beat in player.beats:
        way = 1 if beat.x1 >= beat.x0 else -1
        goes = beat.act in _MOVES and abs(beat.x1 - beat.x0) > 0.02
        x0, x1 = (middle - way * _HALF, middle + way * _HALF) if goes else (middle, middle)
        beats.append(replace(beat, x0=x0, x1=x1, lift=0.0))
    small = player.puppet.height < 0.9
    return replace(player, beats=tuple(beats), z=z, lift=1.7 if small else 0.0, seat="none", carried_by="")

"""Who sits up there: a crow on a branch, a cat on the roof, a parrot on a shoulder, by the words of an action.

What the perch is made of is drawn here too, since a script that says "a bird on the wire" casts the bird and never the wire.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.perches import STANDS, Perch
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Quadruped
from engine.backends.animatic.puppets.wild.creature import Creature
from engine.backends.animatic.stage import Act, Beat, Player
from engine.film.setup import Size
from engine.plan.climbs import CLIMBED
from engine.plan.names import Mention, names_of

Known = tuple[str, tuple[str, ...]]

_SMALL = 1.2  # metres: what is bigger breaks the branch
_NOUNS = {
    "branch": (r"branch(?:es)?|boughs?|limbs?|twigs?|tree ?tops?|trees?|perch", "树枝|枝头|枝桠|枝|树梢|梢头|树"),
    "wire": (r"wires?|power lines?|telephone lines?|cables?|clothes ?lines?|ropes?", "电线|电缆|晾衣绳|绳子?"),
    "roof": (r"(?:house |barn )?roof(?:top)?s?|eaves|ridge|gable|chimney(?: pot)?", "屋顶|房顶|屋脊|屋檐|房檐|檐|瓦|烟囱"),
    "wall": (r"walls?|parapet|ledge|battlements?|railings?|banisters?|balustrade", "墙头|围墙|院墙|墙|栏杆|城头"),
    "fence": (r"fences?|gates?|hedge", "栅栏|篱笆|围栏|门头"),
    "lamp": (r"(?:street ?)?lamp ?posts?|street ?(?:lamps?|lights?)", "路灯|灯柱|灯杆"),
    "post": (r"posts?|poles?|stakes?|pillars?|columns?|mast|flagpole|sign ?posts?|stump", "木桩|桩|旗杆|竹竿|杆|柱子|柱头|桅杆|树桩"),
    "sill": (r"window ?sills?|window ledge|sill", "窗台|窗沿|窗口"),
    "rock": (r"rocks?|stones?|boulders?", "石头|岩石|礁石|大石|石"),
    "log": (r"logs?|fallen tree", "原木|圆木|木头"),
    "flower": (r"flowers?|blossoms?|petals?|roses?|lily|lotus|leaf|leaves", "花朵|花瓣|花|荷叶|叶子|荷花"),
    "shoulder": (r"shoulders?|back", "肩膀|肩头|肩|背"),
    "head": (r"heads?|hats?|cap", "头顶|脑袋|头|帽子"),
    "hand": (r"hands?|palms?|arms?|wrists?|fingers?|gloves?|knees?|lap", "手心|手掌|手背|手臂|胳膊|手|指尖|膝盖|膝"),
}  # fmt: skip
_ON_BODY = {"shoulder": (0.105, 0.745), "head": (0.0, 0.98), "hand": (0.20, 0.56)}
"""Where that is on somebody: ahead and up, as shares of their height."""
_MIDDLE_EN = r"\b(?:on|onto|upon|atop|along|across|in|from|off)\b(?: top of)? (?:(?:the|an?|his|her|its|their|my|one|some)\s+)?(?:[\w'’]+\s+){0,3}?"
_MIDDLE_ZH = r"(?:[在到落停站蹲趴坐歇栖立卧躺跳爬飞睡从沿][^，。,.；]{0,8}?)"
_FLAT = frozenset({"roof", "wall", "fence", "wire", "log"})
"""Perches that one walks along."""
_ONLY_RESTING = re.compile(
    r"\b(?:sits?|sat|perch(?:es|ed|ing)?|lands?|alights?|settles?|rests?|sleeps?|stands?|waits?|sings?|crows?|hoots?|calls?|lies|lying|watches|roosts?|walks?|creeps?|prowls?|hops?|crouches|balances|curl(?:s|ed)|sitting|perched|standing"
    r"|runs?|stalks?|jumps?|leaps?|climbs?)\b|[落停站蹲趴坐歇栖立卧躺跳爬睡走]",
    re.I,
)
_CLAUSE = re.compile(r"[.!?。！？;；\n]+|，(?=[^，。]{0,4}[一另])")
_FRACTION = {Size.MEDIUM: 1.05, Size.MEDIUM_CLOSE: 1.0, Size.CLOSE: 1.0, Size.CLOSE_UP: 0.98, Size.FULL: 1.1}
"""How high a frame of that size reaches, in the heights of whom it is measured on."""


@dataclass(frozen=True, slots=True)
class Perched:
    """Somebody small, on what kind of perch, and whose (a body's)."""

    who: str
    kind: str
    whose: str = ""


def perched(
    action: str, players: tuple[Player, ...], known: Sequence[Known], size: Size
) -> tuple[tuple[Player, ...], tuple[Player, ...]]:
    """(the players, with the perched ones up there; the perches themselves)."""
    on_stage = {player.name: player for player in players}
    told = [p for p in _told(action, [k for k in known if k[0] in on_stage]) if _fits(on_stage, p)]
    stands: list[Player] = []
    for perch in told:
        player = on_stage[perch.who]
        if perch.whose:
            on_stage[perch.who] = _on_body(player, on_stage[perch.whose], perch.kind)
            continue
        kind = "eastern roof" if perch.kind == "roof" and not action.isascii() else perch.kind
        lift = _lift(kind, player, players, size)
        on_stage[perch.who] = _up(player, lift, perch.kind)
        stands.append(_stand(kind, on_stage[perch.who], lift, len(stands)))
    return tuple(on_stage[player.name] for player in players), tuple(stands)


def with_perches(
    placed: Sequence[Player], stands: Sequence[Player], action: str, props: Sequence[Known], size: Size
) -> tuple[Player, ...]:
    """The company with its perches: creatures that are only props sit up there too, and what a perch shows already is not
    drawn a second time."""
    beasts = [p for p in placed if p.is_thing and isinstance(p.puppet, Bird | Quadruped | Creature)]
    called = dict(props)
    names = [(p.name, called.get(p.name, ())) for p in beasts]
    up, more = perched(action, tuple(beasts), names, size) if beasts else ((), ())
    raised = {p.name: p for p in up}
    made = [*stands, *more]
    kept: list[Player] = []
    for player in (raised.get(p.name, p) for p in placed):
        same = next((i for i, stand in enumerate(made) if _shows(stand, player)), None)
        if same is None:
            kept.append(player)
        else:  # the camera may frame by that name
            made[same] = replace(made[same], name=player.name)
    return (*kept, *made)


def _shows(stand: Player, player: Player) -> bool:
    """Whether a perch is the thing that a prop would draw."""
    if (
        not player.is_thing
        or not isinstance(stand.puppet, Perch)
        or isinstance(player.puppet, Bird | Quadruped | Creature)
    ):
        return False
    kind = stand.puppet.kind.removeprefix("eastern ")
    english, chinese = _NOUNS.get(kind) or CLIMBED[kind]
    return re.search(rf"(?:\b(?:{english})|{chinese})$", player.name.strip(), re.I) is not None


def _fits(on_stage: dict[str, Player], perch: Perched) -> bool:
    player = on_stage[perch.who]
    if isinstance(player.puppet, Person) or player.puppet.height >= _SMALL or player.puppet.width > 1.6:
        return False
    return not perch.whose or on_stage[perch.whose].puppet.height > 1.4 * player.puppet.height


def _told(action: str, known: Sequence[Known]) -> list[Perched]:
    """Every creature of whom the action says that it rests on something, the first time it says so."""
    names = names_of(tuple(known))
    found: dict[str, Perched] = {}
    for clause in _CLAUSE.split(action):
        mentions = names.mentions(clause)
        for kind, (english, chinese) in _NOUNS.items():
            where = rf"{_MIDDLE_EN}(?:{english})\b(?!\s+of the (?:room|line|class|table|queue))|{_MIDDLE_ZH}(?:{chinese})(?=[上头顶里边，。,.]|$)"
            for spot in re.finditer(where, clause, re.I):
                before = [m for m in mentions if m.end <= spot.start() + 1]
                if not before or not _ONLY_RESTING.search(clause[before[-1].end : spot.end()]):
                    continue
                whose = _owner(kind, spot, mentions, before[-1], known)
                if (kind in _ON_BODY) == bool(whose):
                    found.setdefault(before[-1].name, Perched(before[-1].name, kind, whose))
    return list(found.values())


def _owner(kind: str, spot: re.Match[str], mentions: Sequence[Mention], who: Mention, known: Sequence[Known]) -> str:
    """Whose shoulder it is: who is named between the verb and it, else the only other one."""
    if kind not in _ON_BODY:
        return ""
    inside = [m.name for m in mentions if spot.start() <= m.start < spot.end() and m.name != who.name]
    if inside:
        return inside[-1]
    others = [name for name, _ in known if name != who.name]
    return others[0] if len(others) == 1 else ""


def _lift(kind: str, player: Player, players: Sequence[Player], size: Size) -> float:
    """How high the surface is: as high as it is made, but in the frame that others are measured by."""
    natural = STANDS[kind].tall
    others = [p.puppet.height for p in players if p.name != player.name and p.puppet.height > player.puppet.height]
    if not others:
        return natural if kind != "flower" else max(0.3, 2.2 * player.puppet.height)
    return max(0.2, min(natural, _FRACTION.get(size, 9.0) * max(others) - player.puppet.height))


def _up(player: Player, lift: float, kind: str) -> Player:
    """Up there from its landing on; who is said to run along a roof stays on it."""
    reach = 0.36 * STANDS[kind].wide if kind in _FLAT else 0.0
    middle = player.beats[-1].x1
    quiet = {Act.SIT: Act.STAND} if isinstance(player.puppet, Bird) else {}  # a bird that sits stands
    walks = {} if reach else {Act.WALK: Act.STAND, Act.RUN: Act.STAND}
    beats = tuple(
        beat if beat.act in (Act.FLY, Act.ENTER, Act.EXIT)
        else replace(beat, x0=_near(beat.x0, middle, reach), x1=_near(beat.x1, middle, reach), act=(quiet | walks).get(beat.act, beat.act))
        for beat in player.beats
    )  # fmt: skip
    return replace(player, lift=lift, beats=beats, seat="none")


def _near(x: float, middle: float, reach: float) -> float:
    return min(middle + reach, max(middle - reach, x))


def _stand(kind: str, player: Player, lift: float, place: int) -> Player:
    x = player.beats[-1].x1
    puppet = Perch(kind, lift)
    beat = Beat(Act.STAND, 0.0, player.beats[-1].end, x, x, 0.0)
    return Player(f"{kind} {place}", puppet, (beat,), z=player.z + 0.03, is_thing=True)


def _on_body(player: Player, other: Player, kind: str) -> Player:
    """On somebody who goes their own way: from the landing on it goes with them."""
    ahead, up = _ON_BODY[kind]
    tall = other.puppet.height
    if isinstance(other.puppet, Creature) and kind == "shoulder":  # a robot's neck is not where a person's is
        x, eyes, head = other.puppet.kind.head
        ahead, up = (
            (0.16, eyes - 0.52 * head)
            if other.puppet.width < tall
            else (-x * 0.3, other.puppet.back or eyes - 0.5 * head)
        )
    elif kind == "shoulder" and isinstance(other.puppet, Quadruped):
        ahead, up = 0.0, 0.96 * other.puppet.tall / tall
    flown = [beat for beat in player.beats if beat.act is Act.FLY]
    down = flown[-1].end if flown and flown[-1].end < other.beats[-1].end - 0.1 else 0.0
    riding = [
        replace(b, act=Act.STAND, business="", over="", target="", start=max(b.start, down))
        for b in other.beats
        if b.end > down + 1e-6
    ]
    beats = [_shifted(b, ahead * tall) for b in riding]
    if down:
        last = flown[-1]
        beats = [replace(last, x1=beats[0].x0), *beats]
    return replace(player, beats=tuple(beats), lift=other.lift + up * tall, z=other.z - 0.012, seat="none")


def _shifted(beat: Beat, ahead: float) -> Beat:
    way = -1.0 if beat.yaw < 0 else 1.0
    return replace(beat, x0=beat.x0 - way * ahead, x1=beat.x1 - way * ahead)

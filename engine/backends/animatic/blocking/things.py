"""Where the props stand: in a hand, in the air, beside somebody, or in the free room behind the players.

A held thing copies its holder's beats, so it goes wherever the hand goes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from engine.backends.animatic.acting import pose_at
from engine.backends.animatic.blocking.afar import is_far, set_back
from engine.backends.animatic.blocking.seats import head_side
from engine.backends.animatic.blocking.sight import Window, cheated
from engine.backends.animatic.puppets.grips import can_share, hold_of, in_one_hand
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.backends.animatic.stage import Act, Beat, Handed, Player, Puppet
from engine.film.setup import Size
from engine.plan.air import only_in_the_air
from engine.plan.deeds import Reading
from engine.plan.furniture import BED, SEAT, SURFACE
from engine.plan.names import Names
from engine.plan.orders import ShotOrder

_PAINTED = re.compile(
    r"^(?:the |full |crescent )?(?:moon|sun|stars?|sky|clouds?|snow|rain|fog|mist|wind|sea|ocean|water|waves?|shore"
    r"|beach|river|mountains?|hills?|forest|trees?|street|road|room|floor|wall|ground|grass|horizon|night|sunrise|sunset"
    r"|moonlight|city|town|snowflakes?|(?:thunder|rain|snow|sand|dust)?[ -]?storms?|lightning|thunder|blizzards?|downpours?|drizzle|breeze|gales?|gusts?|air|sunlight|sunbeams?|dust|fireflies|firefly|rainbows?)$"
    r"|^(?:月|月亮|明月|一轮月亮|太阳|日|星|星星|天|天空|云|雪|大雪|白雪|雨|雾|风|海|江|河|水|江水|海水|浪|山|群山|树|森林"
    r"|路|山路|街|房间|墙|地|草|夜|闪电|雷|雷雨|暴雨|暴风雨|暴风雪|沙尘暴|微风|大风|彩虹|阳光|萤火虫|流星|晚霞|夕阳|落日|月牙|弯月|满江|江面|水面|岸|江边|海边|江心)$",
    re.I,
)
"""Nouns that the set or the weather paints."""

_HOLDING = re.compile(
    r"\b(?:hold|carr|with|take|took|give|gave|bring|brought|grab|pick|wave|read|lift|raise|offer|hand|clutch|hug|show|wear"
    r"|swing|play|stir|typ(?=e|i)|writ(?=e|i)|wrote|clasp|grip|clean|polish|point|aim|knead|sip|pour|sharpen|load|dig|rake|open|smok(?=es|ing)|uncork|peel(?=s|ing)|drag|drink|eat|throw|tie|pull)\w*\b"
    r"|\bfl(?:y|ies|ew|ying)\s+(?:an?|his|her|their|the)\s+$"
    r"|拿|提|握|撑|抱|捧|带|执|端|举|送|给|递|拉|弹|吹|喝|吃|抓|扔|打着|拄|拎|扛|挎|掏出|拔出|抽出|取出|接过|接住|捡起|拾起|摘下|背|放下|收起|持|打开|翻开|展开|拆开",
    re.I,
)
_GOAL = re.compile(r"[向对朝往]\s*$|\b(?:to|at|toward|towards)\s+(?:the\s+)?$", re.I)
"""Whoever runs to somebody with a letter has the letter in the own hand."""
_GIVES_TO = re.compile(
    r"\b(?:giv(?:es?|ing)|gave|hand(?:s|ed|ing)?|pass(?:es|ed|ing)?|offer(?:s|ed|ing)?|bring(?:s|ing)?|brought|show(?:s|ed|ing)?"
    r"|throw(?:s|ing)?|threw|toss(?:es|ed|ing)?|sell(?:s|ing)?|sold|lend(?:s|ing)?|lent|pour(?:s|ed|ing)?)\s+(?:the\s+)?$|给\s*$",
    re.I,
)
_TAKES_ZH = re.compile(r"(?:把|将|用)(?:[一两三几这那][^，。；]?|[^，。；]{1,4}的)?$")
_NOT_IN_HAND = re.compile(
    r"\b(?:over|into|onto|at|on|behind|beside|near|past|around|toward|towards|under|against|from)\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+)?$",
    re.I,
)
"""Water is poured over a cake: the cake is in nobody's hand."""
_LEANS = re.compile(
    r"\b(?:lean|rest|prop)\w*\s+(?:heavily |up)?on\s+(?:an?|the|his|her|their)\s+(?:[\w-]+\s+){0,2}$", re.I
)
"""Who leans on a staff has it in the hand."""
_IN_THE_HAND = re.compile(
    r"^\s+(?:\w+ ){0,2}?(?:in|to|at|against|over|on|under|between) (?:(?:his|her|their|its|one|both|each) (?:\w+ )?"
    r"(?:hands?|fists?|palms?|grip|arms?|fingers|ear|shoulder|chest|lips)|hand)\b"
    r"|^\s+(?:raised|drawn|held high|at the ready|in tow)\b",
    re.I,
)
""" "A phone pressed to her ear", "bat on his shoulder", "hat in hand"."""
_LOOKED_AT = re.compile(
    r"\b(?:looks?|looking|stares?|staring|gazes?|gazing|peers?|smiles?) (?:\w+ )?(?:at|over|into)\b|\b(?:stud(?:y|ies)|examines?|contemplates?)\b"
    r"|[看盯望]着|端详|凝视|打量|翻看|抚摸",
    re.I,
)
_LOOKED_AT_IN_HAND = re.compile(
    r"\b(?:photo(?:graph)?|snapshot|polaroid|picture|postcard|letter|note|card|ticket|map|phone|watch|locket|telegram)s?$"
    r"|照片|相片|合影|全家福|信|纸条|卡片|车票|地图|手机|明信片|怀表",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\b(?:on|over|above|against|from) (?:the|a|her|his|their) (?:\w+ )?(?:wall|table|desk|shelf|floor|mantel\w*|bed|fridge|nightstand|door|piano)\b"
    r"|墙|桌|柜|架子?上|地上|床头|门上",
    re.I,
)
"""Who looks at a photograph has it in the hand, unless it hangs or stands somewhere."""
_PUT_DOWN = re.compile(r"\b(?:puts?|sets?|lays?|laid)\s+(?:down\s+)?(?:\w+ ){0,2}$|(?:放下|搁下)[^，。]{0,3}$", re.I)
_DOWN = re.compile(r"^\s+(?:back )?down\b", re.I)
_UMBRELLA = re.compile(r"umbrella|parasol|伞", re.I)
_WIELDED = re.compile(
    r"\b(?:fishing[ -]?rod|rod|cane|staff|stick|spear|lance|pole|broom|oar|sword)\b|竿|杖|棍|长枪|矛|剑|刀|桨|扫帚",
    re.I,
)
"""What is as long as a person and yet carried in one hand."""
_FLOATS = re.compile(r"balloon|kite|气球|风筝|孔明灯|天灯|bubble|泡泡|feather|butterfly|蝴蝶|leaf|leaves|花瓣|叶", re.I)
_LAID = Size.CLOSE, Size.CLOSE_UP, Size.EXTREME_CLOSE_UP
_FACES = _LAID[1:]
_TABLE_HIDES = 1.45  # heights in units of those who sit lower than a table top is high
_HAND, _BIG = 0.9, 1.6  # heights in units: what a hand can hold, what must stand behind the players


_HUNG = 1.35  # metres: the foot of what hangs on a wall
_MATTRESS, _SEAT = 0.42, 0.5  # how high one lies, as a share of the bed's height, and of a bench's
_LONG = 1.3  # metres: a seat that one can lie on
_LOW_DOWN = frozenset({Act.SIT, Act.LIE})
_PAST = 78.0  # degrees: what flies past us shows its side


@dataclass(frozen=True, slots=True)
class Thing:
    """A prop with its puppet."""

    name: str
    puppet: Puppet


@dataclass(frozen=True, slots=True)
class Props:
    """What the prop department knows of a shot. `window` is what the lens takes in; None: everything."""

    reading: Reading
    order: ShotOrder
    seconds: float
    window: Window | None = None
    small: bool = True  # nothing in the shot is bigger than a hand can hold


def is_bed(name: str) -> bool:
    """Whether one lies on it."""
    return bool(BED.search(name))


def place_things(players: Sequence[Player], things: Sequence[Thing], props: Props) -> tuple[Player, ...]:
    """The players with their props, farthest first. Nouns that the set paints (moon, snow, sea) are left to it."""
    taken = {player.name for player in players}
    shown = [t for t in things if t.name not in taken and not _is_painted(t, props.order)]
    if not players:
        small = all(thing.puppet.height < _HAND for thing in shown)
        return _still_life(shown, replace(props, small=small))
    cast, placed = tuple(players), list[Player]()
    surface: Player | None = None
    free = 0
    for thing in sorted(shown, key=lambda t: (not SURFACE.search(t.name), t.name not in props.reading.mentioned)):
        holder = _holder(thing, cast, props.order, shown) or _still_holds(thing, cast, props.order)
        if (holder is None and _is_only_held(thing, props)) or _is_put_out_of_sight(thing, props):
            continue
        used = _used(thing, cast)
        if holder is not None:
            made = _held(thing, holder)
        elif used is not None:
            made, cast = used
        elif (perched := _perched(thing, cast, props)) is not None:
            made, cast = perched
        elif surface is not None and thing.puppet.height < _HAND and not _FLOATS.search(thing.name):
            made = _laid(thing, surface, len(placed))
        elif (behind := _behind(thing, cast, props)) is not None:
            placed.append(behind)
            continue
        else:
            made, free = _beside(thing, cast, props, free), free + 1
        under = holder is None and used is not None and (SEAT.search(thing.name) or BED.search(thing.name))
        if (
            thing.name in props.reading.mentioned and not under
        ):  # what only comes along from the shot before need not show
            made = _cheated(made, cast, props.window)
        shows = None if holder is None else _hand_shows(thing, holder, placed, props)
        if holder is not None and (shows is not None or _is_in_hand(made, holder, placed)):
            made = replace(made, carried_by=holder.name)
            grip, raised = hold_of(thing.puppet), shows is not None and shows.raised
            cast = tuple(
                replace(p, carries=True, grip=grip, raised=raised) if p.name == holder.name else p for p in cast
            )
        elif holder is not None and (hands := _other_hand(thing, holder, cast, placed)) is not None:
            made = replace(made, carried_by=holder.name, in_left=True)
            cast = hands
        surface = made if surface is None and SURFACE.search(thing.name) else surface
        placed.append(made)
    return tuple(sorted((*cast, *placed), key=lambda player: -player.z))


def _is_painted(thing: Thing, order: ShotOrder) -> bool:
    """Whether the set or the weather department makes it."""
    return bool(_PAINTED.match(thing.name.strip())) or only_in_the_air(_called(thing, order), order.action)


def _behind(thing: Thing, cast: Sequence[Player], props: Props) -> Player | None:
    """A building, or what is far away."""
    if props.window is None or _FLOATS.search(thing.name):
        return None
    names = _called(thing, props.order)
    far = any(is_far(props.order.action, name) for name in names)
    return set_back(thing.name, thing.puppet, props.window, cast, far=far)


def _cheated(thing: Player, cast: Sequence[Player], window: Window | None) -> Player:
    aloft = all(any(beat.act is Act.FLY for beat in player.beats) for player in cast)
    if window is None or (aloft and not _FLOATS.search(thing.name)):  # a barrel does not rise to where a bird flies
        return thing
    faces = [(player.beats[-1].x1, 0.14 * player.puppet.height) for player in cast]
    seen = cheated(thing, window, faces)
    lifted = seen.lift > thing.lift + 0.05
    return replace(seen, z=min(seen.z, min(player.z for player in cast) - 0.03)) if lifted else seen


def _used(thing: Thing, cast: tuple[Player, ...]) -> tuple[Player, tuple[Player, ...]] | None:
    """Furniture that somebody is on or at: a seat under the sitter, a bed under the sleeper, a table before the company."""
    down = [p for p in cast if p.puppet.height > _HAND and any(beat.act in _LOW_DOWN for beat in p.beats)]
    if not down:
        return None
    lying = [p for p in down if any(beat.act is Act.LIE for beat in p.beats)]
    x = sum(_low_at(p) for p in down) / len(down)
    if BED.search(thing.name) and lying:
        bed = _standing(thing, _low_at(lying[0]), lying[0].z + 0.02)
        lift = thing.puppet.height * _MATTRESS
        return bed, tuple(_on_mattress(p, lift) if p is lying[0] else p for p in cast)
    if BED.search(thing.name):  # one sits on its edge
        bed = _standing(thing, x, max(p.z for p in down) + 0.04)
        return bed, tuple(replace(p, seat="none") if p in down and p.seat is None else p for p in cast)
    if SEAT.search(thing.name) and lying and thing.puppet.width > _LONG:
        seat = _standing(thing, _low_at(lying[0]), lying[0].z + 0.02)
        lift = thing.puppet.height * _SEAT
        return seat, tuple(_lifted(p, lift) if p is lying[0] else p for p in cast)
    if SEAT.search(thing.name):  # blocking.seats puts them on it
        return _standing(thing, x, max(p.z for p in down) + 0.04), cast
    if SURFACE.search(thing.name) and all(p.puppet.height > _HAND for p in cast):
        hidden = any(p.puppet.height < _TABLE_HIDES for p in down)  # a child would be a pair of eyes over the edge
        return _standing(thing, x, max(p.z for p in cast) + 0.03 if hidden else min(p.z for p in cast) - 0.12), cast
    return None


def _low_at(player: Player) -> float:
    """Where somebody is down: that is where the seat stands, wherever they come from and go."""
    return next(beat.x0 for beat in reversed(player.beats) if beat.act in _LOW_DOWN)


def _on_mattress(player: Player, lift: float) -> Player:
    """On the bed, the head on its pillow, which is to the left."""
    beats = (replace(b, yaw=-b.yaw * head_side(b)) if b.act is Act.LIE else b for b in player.beats)
    return _lifted(replace(player, beats=tuple(beats)), lift)


def _lifted(player: Player, lift: float) -> Player:
    """So high over the ground for as long as they sit or lie."""
    return replace(player, beats=tuple(replace(b, lift=lift) if b.act in _LOW_DOWN else b for b in player.beats))


def _perched(thing: Thing, cast: tuple[Player, ...], props: Props) -> tuple[Player, tuple[Player, ...]] | None:
    """Furniture that a small creature is on: 小猫趴在桌上, "the cat sleeps on the chair"."""
    table, seat = SURFACE.search(thing.name), SEAT.search(thing.name) or BED.search(thing.name)
    if not (table or seat):
        return None
    spelled = "|".join(re.escape(name.removesuffix("子")) for name in _called(thing, props.order))
    on = re.compile(
        rf"\bon(?:to)? (?:the|an?|his|her) (?:\w+ )?(?:{spelled})\b|(?:在|[跳跃爬飞落][到上在])[^，。]{{0,4}}(?:{spelled})子?上?",
        re.I,
    )
    names = Names([(subject.name, subject.aliases) for subject in props.order.cast])
    for clause in re.split(r"[.!?。！？，,\n]", props.order.action):
        found = on.search(clause)
        before = [m.name for m in names.mentions(clause) if found and m.end <= found.start()]
        small = [p for p in cast if p.name in before[-1:] and p.puppet.height < _HAND]
        if small:
            (creature,) = small
            height = thing.puppet.height * (0.98 if table else 0.5)
            stand = _standing(thing, creature.beats[-1].x1, creature.z + 0.02)
            return stand, tuple(_up_there(p, height) if p is creature else p for p in cast)
    return None


def _up_there(player: Player, lift: float) -> Player:
    """On its furniture for the whole shot: a leap up there would be over before anybody saw it."""
    last = player.beats[-1]
    stays = all(abs(beat.x1 - beat.x0) < 0.05 for beat in player.beats)
    still = Beat(Act.STAND, 0.0, last.end, last.x1, last.x1, last.yaw)
    return replace(player, lift=player.lift + lift, beats=player.beats if stays else (still,))


def _standing(thing: Thing, x: float, z: float, lift: float = 0.0) -> Player:
    beat = Beat(Act.STAND, 0.0, 1.0, x, x, 0.0)
    return Player(thing.name, thing.puppet, (beat,), z=z, lift=lift, is_thing=True)


def _laid(thing: Thing, surface: Player, place: int) -> Player:
    """On the table, from its middle outwards."""
    step = 0.22 * surface.puppet.width * ((place + 1) // 2) * (-1) ** place
    return _standing(
        thing, surface.beats[0].x0 + step, surface.z - 0.02 - 0.004 * place, surface.lift + surface.puppet.height * 0.98
    )


def _still_life(shown: Sequence[Thing], props: Props) -> tuple[Player, ...]:
    """A shot without a cast: small things lie on the table where there is one, the others stand in a row."""
    ordered = sorted(shown, key=lambda t: not SURFACE.search(t.name))
    table = next((_alone(t, 0, props) for t in ordered if SURFACE.search(t.name)), None)
    placed: list[Player] = [] if table is None else [table]
    edge = 0.0
    for place, thing in enumerate(ordered[len(placed) :]):
        if table is not None and thing.puppet.height < _HAND:
            placed.append(_laid(thing, table, place))
        else:
            side = 1 if len(placed) % 2 else -1
            edge = edge + thing.puppet.width / 2 + 0.12 if placed else 0.0
            alone = _alone(thing, place, props)
            passes = alone.beats[0].act is Act.FLY
            placed.append(alone if passes else replace(alone, beats=_standing(thing, side * edge, 0).beats))
            edge += thing.puppet.width / 2 if placed[:-1] or side else 0.0
    return tuple(sorted(placed, key=lambda player: -player.z))


def _holder(thing: Thing, players: Sequence[Player], order: ShotOrder, things: Sequence[Thing]) -> Player | None:
    """Who holds it: the player named last before a holding word that stands before the thing, in the same sentence."""
    if not _fits_a_hand(thing) or (_is_furniture(thing) and not _LIFTS.search(order.action)):
        return None
    known = {prop.name: prop.aliases for prop in order.props}  # "the letter" may be "the red letter" of another shot
    names = Names([(p.name, ()) for p in players] + [(other.name, known.get(other.name, ())) for other in things])
    for sentence in re.split(r"[.!?。！？\n]", order.action):
        mentions = names.mentions(sentence)
        at = next((m.start for m in mentions if m.name == thing.name), None)
        if at is None:
            continue
        end = next(m.end for m in mentions if m.name == thing.name)
        under = _UMBRELLA.search(thing.name) and re.search(r"\bunder (?:\w+ ){1,3}?$", sentence[:at], re.I)
        leans = _LEANS.search(sentence[:at]) and _WIELDED.search(thing.name)
        looked_at = _LOOKED_AT.search(sentence[:at]) and _LOOKED_AT_IN_HAND.search(thing.name)
        looked_at = looked_at and not _ELSEWHERE.search(sentence) and order.setup.size not in _FACES
        if not under and not leans and not looked_at and not _IN_THE_HAND.match(sentence[end:]):
            if not (_HOLDING.search(sentence[:at]) or _TAKES_ZH.search(sentence[:at])):
                continue
            if _NOT_IN_HAND.search(sentence[:at]):
                continue
        before = [m.name for m in mentions if m.start < at and not _is_given_to(sentence[: m.start])]
        for name in reversed(before):
            holder = next((p for p in players if p.name == name and not isinstance(p.puppet, Vehicle)), None)
            if holder is not None:
                return holder
        return players[0] if players else None
    return None


def _is_given_to(before: str) -> bool:
    """Whether whoever is named next only gets it, or is gone to: "Tom gives Anna a letter"."""
    return bool(_GOAL.search(before) or _GIVES_TO.search(before))


def _called(thing: Thing, order: ShotOrder) -> tuple[str, ...]:
    """The thing's name and what else it is called: "the letter" may be "the red letter" of another shot."""
    return (thing.name, *(alias for prop in order.props if prop.name == thing.name for alias in prop.aliases))


def _fits_a_hand(thing: Thing) -> bool:
    return thing.puppet.height <= _HAND or bool(_UMBRELLA.search(thing.name) or _WIELDED.search(thing.name))


def _still_holds(thing: Thing, players: Sequence[Player], order: ShotOrder) -> Player | None:
    """Who has held it since an earlier shot; nobody walks about with a table."""
    if _is_furniture(thing):
        return None
    name = next((prop.held_by for prop in order.props if prop.name == thing.name), "")
    return next((player for player in players if player.name == name and _fits_a_hand(thing)), None)


def _is_furniture(thing: Thing) -> bool:
    return any(kind.search(thing.name) for kind in (SURFACE, SEAT, BED))


_LIFTS = re.compile(
    r"\b(?:carr(?:y|ies|ied|ying)|lift|rais|haul|drag|pick|throw|grab|hold|swing|bring)\w*\b|搬|抬|举|扛|拖|抱|拎|扔|拿|提",
    re.I,
)
"""What is done to furniture in the hand; who wipes a table "with a white apron" has only the apron."""


def _is_only_held(thing: Thing, props: Props) -> bool:
    """Whether it is in the shot for the hand's sake alone: without the hand it is not seen."""
    was_held = any(prop.held_by for prop in props.order.props if prop.name == thing.name)
    return was_held and thing.name not in props.reading.mentioned


def _is_put_out_of_sight(thing: Thing, props: Props) -> bool:
    """Whether it is put down in so close a shot that what it is put on is not in the picture: it would hang in the air."""
    if props.order.setup.size not in _FACES or not _fits_a_hand(thing):
        return False
    names = _called(thing, props.order)
    found = re.finditer(
        "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True)), props.order.action, re.I
    )
    for name in found:
        before = _PUT_DOWN.search(props.order.action[: name.start()])
        if before and (
            "down" in before[0].lower() or "下" in before[0] or _DOWN.match(props.order.action[name.end() :])
        ):
            return True
    return False


def _held(thing: Thing, holder: Player) -> Player:
    """In the hand on the side the holder faces (an animal: in its mouth; an umbrella: over the head)."""
    tall = holder.puppet.height > holder.puppet.width
    over = bool(_UMBRELLA.search(thing.name))
    reach = 0.0 if over else (0.19 * holder.puppet.height if tall else 0.5 * holder.puppet.width)
    up = holder.puppet.eye_line * (0.62 if tall else 0.86) - (
        0 if _FLOATS.search(thing.name) else thing.puppet.height / 2
    )
    above = max(holder.puppet.height * 0.45, holder.puppet.eye_line - 0.45 * thing.puppet.height)
    lift = holder.lift + (above if over else max(0.05, up))
    beats = tuple(
        replace(beat, x0=beat.x0 + reach * _facing(beat), x1=beat.x1 + reach * _facing(beat)) for beat in holder.beats
    )
    # an umbrella is a roof behind the head, and no shaft crosses it either: the face stays open
    z = holder.z + (0.012 if over or thing.puppet.height > _HAND else -0.01)
    return Player(thing.name, thing.puppet, beats, z=z, lift=lift, seed=holder.seed, is_thing=True)


def _is_in_hand(thing: Player, holder: Player, others: Sequence[Player]) -> bool:
    """Whether the hand itself shows it: the lens sees the hand (nothing had to be lifted into the frame), and it is empty."""
    meant = _held(Thing(thing.name, thing.puppet), holder)
    moved = abs(thing.lift - meant.lift) + abs(thing.beats[0].x0 - meant.beats[0].x0)
    return isinstance(holder.puppet, Handed) and moved < 0.02 and all(o.carried_by != holder.name for o in others)


def _other_hand(
    thing: Thing, holder: Player, cast: tuple[Player, ...], placed: Sequence[Player]
) -> tuple[Player, ...] | None:
    """The cast with the thing in its holder's left hand, where the right one has the only other."""
    held = [other for other in placed if other.carried_by == holder.name]
    now = next(player for player in cast if player.name == holder.name)
    right, left = in_one_hand(now.grip), in_one_hand(hold_of(thing.puppet))
    if len(held) != 1 or now.left or not isinstance(holder.puppet, Handed) or not can_share(right, left):
        return None
    return tuple(replace(player, grip=right, left=left) if player is now else player for player in cast)


def _hand_shows(thing: Thing, holder: Player, others: Sequence[Player], props: Props) -> Player | None:
    """The holder with the free hand so high that it is in the picture: as who carries such a thing raises it, else held up to the
    face. None where it is not: then nothing is lifted into it and hangs in the air."""
    if (
        props.window is None
        or not isinstance(holder.puppet, Handed)
        or any(o.carried_by == holder.name for o in others)
    ):
        return None
    low, high = props.window.bottom + 0.02 * props.window.height, props.window.top
    for grip, raised in (
        ("", False),
        (hold_of(thing.puppet), False),
        (hold_of(thing.puppet), True),
    ):
        shows = replace(holder, carries=True, grip=grip, raised=raised)
        placed = pose_at(shows, 0.5 * props.seconds)
        hand = holder.puppet.grasp(placed.pose)
        if hand is not None and low < placed.lift + hand[1] < high:
            return shows
    return None


def _floor_under(player: Player) -> float:
    """What somebody stands on, a deck or a stage; under who flies it is the ground."""
    return 0.0 if any(beat.act is Act.FLY for beat in player.beats) else player.lift


def _facing(beat: Beat) -> int:
    return 1 if beat.yaw >= 0 else -1


def _alone(thing: Thing, place: int, props: Props) -> Player:
    """In a shot of things: a small one in a close size is lifted to the eye."""
    small = thing.puppet.height < _HAND and props.small
    if any(deed.act is Act.FLY for deed in props.reading.of(thing.name)) and not _FLOATS.search(thing.name):
        return _flies_past(thing, place, props)
    lift = 1.9 if _FLOATS.search(thing.name) else 1.0 if small and props.order.setup.size in _LAID else 0.0
    if thing.puppet.height < _BIG and _hangs(thing, props.order.action):
        lift = max(lift, _HUNG)
    return replace(_standing(thing, 0.0, 0.02 * place, lift), seed=place)


def _flies_past(thing: Thing, place: int, props: Props) -> Player:
    """A thing alone in the picture that flies, from one side to the other over the ground."""
    half = 1.1 * max(thing.puppet.width, 1.2 * thing.puppet.height)
    beat = Beat(Act.FLY, 0.0, props.seconds, -half, half, _PAST)
    return Player(
        thing.name, thing.puppet, (beat,), z=0.02 * place, lift=1.6 + 0.5 * thing.puppet.height, is_thing=True
    )


def _hangs(thing: Thing, action: str) -> bool:
    """Whether the words hang it up."""
    name = re.escape(thing.name)
    told = rf"(?:挂|悬|吊|墙上)[^，。]{{0,6}}{name}|\bhangs? [^,.]{{0,24}}{name}|\b{name} [^,.]{{0,16}}\bhangs?\b"
    return re.search(told, action, re.I) is not None


def _beside(thing: Thing, players: Sequence[Player], props: Props, place: int) -> Player:
    """Next to the company, alternately right and left; what is tall stands behind, what floats hangs in the air."""
    left = min(player.beats[-1].x1 - player.puppet.width / 2 for player in players)
    right = max(player.beats[-1].x1 + player.puppet.width / 2 for player in players)
    step = thing.puppet.width / 2 + 0.15 + 0.35 * (place // 2)
    big, action = thing.puppet.height > _BIG, props.order.action
    x = (right + step if place % 2 == 0 else left - step) * (0.8 if big else 1.0)
    floats = bool(_FLOATS.search(thing.name)) or any(deed.act is Act.FLY for deed in props.reading.of(thing.name))
    z = (0.9 if big else 0.12) + 0.02 * place + (players[0].z if players else 0.0)
    high = floats or (_hangs(thing, action) and not big)
    lift = max(player.puppet.height for player in players) * 0.75 if high else _floor_under(players[0])
    beat = Beat(Act.FLY if floats else Act.STAND, 0.0, props.seconds, x, x, 0.0)
    return Player(thing.name, thing.puppet, (beat,), z=z, lift=lift, seed=place, is_thing=True)

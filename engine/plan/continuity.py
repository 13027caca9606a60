"""What a shot inherits from its scene: the side each subject keeps (180-degree rule), and what somebody sits in or rides.

The plan works these out once per scene and writes them into the orders, so each order can be drawn without looking at
its neighbours, and a cut from the boat to its passenger does not put him on dry land.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from engine.film.cast import Subject
from engine.film.shots import Scene, Shot
from engine.plan.orders import Side
from engine.plan.riding import dismounting, is_mount, riders_in

_SIDES: tuple[Side, ...] = (-1, 1, 0)

_BOAT = re.compile(
    r"\b(?:boat|ship|ferry|raft|canoe|dinghy|rowboat|sailboat|steamer|punt|schooner|galleon|frigate|sloop|clipper|caravel|trawler|tug|longboat|lifeboat|skiff|kayak|yacht|gondola|catamaran)s?(?=\W*\d*$| of\b| with\b)"
    r"|(?<!飞)[船舟艇筏][子儿]?(?=\W*\d*$)",
    re.I,
)
"""The last word of a name says what it is: 船夫 and a ship's captain are people."""
_CARRIES = re.compile(
    r"\b(?:boat|rowboat|raft|canoe|dinghy|sailboat|lifeboat|longboat|skiff|kayak|gondola|ferry)\s+(?:with|carrying)\s+(?P<who>[^.;]*?)"
    r"(?=\s+(?:moves?|sails?|drifts?|heads?|glides?|floats?|nears?|rows?|approaches|crosses|comes|goes)\b|\s+(?:on board|aboard|inside|in it)\b|[.;]|$)",
    re.I,
)
""" "A rowboat with Mara and Bo moves": they are in it."""
_BOARDS = re.compile(
    r"\b(?:in|on|into|onto|aboard)\s+(?:\w+\s+){0,3}?(?:boat|ship|ferry|raft|canoe|dinghy|rowboat|sailboat|longboat|lifeboat|skiff|kayak|yacht|gondola|bow|stern)\b"
    r"|(?<!\ba )(?<!\bin )(?<!front )(?<!back )(?<!last )\brow(?:s|ing|ed)?\b(?! of\b| after\b| upon\b)|船上|舟上|船头|船尾|船中|舟中|船里|船边上|划船|撑船|孤舟|上船|登船|[坐乘登跳爬跨划驾撑摇荡][上进着在到起了]{0,2}[^，。！？]{0,6}?(?<!飞)[船舟艇筏]",
    re.I,
)
_LEAVES = re.compile(
    r"\b(?:ashore|disembarks?|out of the (?:boat|ship|ferry|raft|canoe)|off the (?:boat|ship|ferry))\b|下船|上岸|离船",
    re.I,
)
_ASHORE = re.compile(
    r"\b(?:sit|sat|stand|stood|walk|lie|lay|kneel|knelt|stroll|camp|rest|wait)\w*\b[^.;,]{0,24}?\b(?:by|on|along|beside|upon) the (?:river|lake|sea|water)?(?:'s edge|bank|shore|side|quay|pier|dock|jetty|beach|sand|river|lake)\b"
    r"|[坐站躺走跪立歇等][在到着]?[^，。！？船舟]{0,4}?(?:[河湖江海溪][边畔岸]|岸[边上]|码头|沙滩|渡口)",
    re.I,
)
_TOUCHES = re.compile(
    r"\b(?:hugs?|embraces?|kiss(?:es)?|(?:helps?|pulls?|lifts?|draws?) (?:him|her|them|\w+) (?:up|to (?:his|her|their) feet)|kneels? (?:beside|next to|before)|takes? (?:his|her) (?:hand|arm))\b"
    r"|拥抱|抱住|相拥|亲吻|搀扶?|扶[起着住]|拉(?:起|[他她][^，。]{0,2}起)|[把将][^，。]{1,6}(?:拉|扶|抱)起|拉[住着][^，。]{0,5}手|牵[起着住][^，。]{0,5}手",
    re.I,
)
"""What nobody does from a boat to somebody on the bank."""
_AMID = re.compile(
    r"[江湖河海](?:心(?!亭|岛)|中央)|\bmid-?(?:river|lake|stream)\b|\b(?:open sea|at sea|middle of the (?:lake|river|sea))\b",
    re.I,
)
"""A scene out on the water: whoever is there is in the boat."""
_IN_WATER = re.compile(
    r"[游潜溺]|落水|跳[进入下]|[上登靠]岸|岸[上边]|\b(?:swim|swam|dive|drown|shore|overboard|bank)", re.I
)
_GOES = re.compile(
    r"\b(?:rolls?|races?|speeds?|gallops?|trots?|drives?|rides?|runs?|climbs?|crosses|turns?|rattles?|bounces?|moves?|comes|flies|heads?|stops?|pulls)\b"
    r"|[驶奔跑]|飞驰|疾驰|开[过来走进]|停[下在]|穿过|拐",
    re.I,
)
_RIDES_ON = re.compile(
    r"\b(?:rides?|riding|rode|gallops?|galloping|trots?|trotting|canters?|reins|saddle|pedals?|drives? on|horseback)\b|骑|策马|纵马|马背|勒马|催马|驰骋|飞驰",
    re.I,
)
_RIDERLESS = re.compile(
    r"\b(?:riderless|empty|without (?:a|its|her|his) rider|alone|by itself|bolts|runs off)\b|空|独自|脱缰", re.I
)
_THEY = re.compile(r"\b(?:they|both)\b|[他她]们|[二两]人", re.I)
_SENTENCE = re.compile(r"[.!?。！？\n]+")


def sides(scene: Scene) -> dict[str, Side]:
    """Subject id -> side: the first to appear stands left, the second right, the third in the middle, and so on."""
    order: dict[str, None] = {}
    for shot in scene.shots:
        for casting in shot.cast:
            order.setdefault(casting.subject)
    return {subject: _SIDES[place % len(_SIDES)] for place, subject in enumerate(order)}


def is_boat(subject: Subject) -> bool:
    """Whether the subject is something one can sit in on the water."""
    return names_a_boat((subject.name, *subject.aliases))


def names_a_boat(names: Iterable[str]) -> bool:
    """Whether one of a subject's names is a boat's."""
    return any(_is_a_boats(name) for name in names)


@lru_cache(maxsize=4096)  # the same names are asked about in every shot
def _is_a_boats(name: str) -> bool:
    return _BOAT.search(name) is not None


def passengers(
    scene: Scene, cast: Mapping[str, Subject], rode: Mapping[str, str] | None = None
) -> dict[str, dict[str, str]]:
    """Shot id -> {subject id: id of the boat it is in, or of the mount it is on}, for the subjects of that shot.

    Somebody boards where an action says so ("sits in the boat", 坐在船上, "rides the horse") and stays aboard until one
    says they leave. `rode` tells who was on which mount as the scene before ended: who rides on is on it again.
    """
    aboard: dict[str, str] = {}
    found: dict[str, dict[str, str]] = {}
    boats = (c.subject for shot in scene.shots for c in shot.cast if is_boat(cast[c.subject]))
    amid = _AMID.search(scene.heading) is not None
    boat = next(boats, "") if amid else ""
    for shot in scene.shots:
        here = [cast[casting.subject] for casting in shot.cast]
        boat = next((subject.id for subject in here if is_boat(subject)), boat)
        people = [subject for subject in here if not is_boat(subject)]
        if boat and amid and not _IN_WATER.search(shot.action):
            aboard.update({subject.id: boat for subject in people if subject.id not in aboard})
        for who in [*_leaving(shot, people), *_going_to(shot, people, aboard)]:
            aboard.pop(who, None)
        if boat:
            aboard.update(dict.fromkeys(_boarding(shot, people), boat))
        if rode and _RIDES_ON.search(shot.action):
            aboard.update(
                {
                    s.id: rode[s.id]
                    for s in people
                    if s.id in rode and s.id not in aboard and _rides(shot, s, cast[rode[s.id]])
                }
            )
        mounted = {who: mount for who, mount in aboard.items() if is_mount(cast[mount])}
        _remount(shot, here, mounted, aboard)
        found[shot.id] = {subject.id: aboard[subject.id] for subject in people if subject.id in aboard}
        found[shot.id] |= _unnamed_riders(shot, aboard, cast)
    return found


def _rides(shot: Shot, who: Subject, mount: Subject) -> bool:
    """Whether they are named in a shot that tells of riding, and no other mount is."""
    others = [alias for alias in (mount.name, *mount.aliases) if alias and alias.casefold() in shot.action.casefold()]
    return _is_named(who, shot.action) and (bool(others) or not _OTHER_MOUNT.search(shot.action))


_OTHER_MOUNT = re.compile(
    r"\b(?:an?|another|new) (?:\w+ )?(?:horse|donkey|camel|bicycle|bike|mule|car)\b|另一[匹头辆]|换了", re.I
)


def _unnamed_riders(shot: Shot, aboard: Mapping[str, str], cast: Mapping[str, Subject]) -> dict[str, str]:
    """Who sits on a mount that goes somewhere in a shot which names the mount alone: no bicycle rolls by itself."""
    here = {casting.subject for casting in shot.cast}
    goes = aboard and _GOES.search(shot.action) and not _RIDERLESS.search(shot.action)
    return {who: on for who, on in aboard.items() if goes and on in here and who not in here and is_mount(cast[on])}


def _remount(shot: Shot, here: Sequence[Subject], mounted: Mapping[str, str], aboard: dict[str, str]) -> None:
    """Set riders on their mounts, and down again."""
    ids = {subject.name: subject.id for subject in here}
    known = [(subject.name, subject.aliases) for subject in here]
    if mounted:
        for name in dismounting(shot.action, [k for k in known if ids[k[0]] in mounted]):
            aboard.pop(ids[name], None)
    carriers = [subject.name for subject in here if is_mount(subject) and not is_boat(subject)]
    if carriers:
        riders = riders_in(shot.action, known, carriers)
        aboard.update({ids[rider]: ids[mount] for rider, mount in riders.items() if ids[rider] not in aboard})


def _boarding(shot: Shot, people: list[Subject]) -> Iterator[str]:
    for sentence in _SENTENCE.split(shot.action):
        if carried := _CARRIES.search(sentence):
            yield from (subject.id for subject in people if _is_named(subject, carried["who"]))
        match = _BOARDS.search(sentence)
        if match:
            before = sentence[: match.start()]
            named = [subject for subject in people if _is_named(subject, before)]
            yield from (subject.id for subject in (named or (people if _THEY.search(before) else people[:1])))


def _leaving(shot: Shot, people: Iterable[Subject]) -> Iterator[str]:
    for sentence in _SENTENCE.split(shot.action):
        if _LEAVES.search(sentence) or _ASHORE.search(sentence):
            named = [subject.id for subject in people if _is_named(subject, sentence)]
            yield from named or ([subject.id for subject in people] if _THEY.search(sentence) else [])


def _going_to(shot: Shot, people: Sequence[Subject], aboard: Mapping[str, str]) -> Iterator[str]:
    """Whoever hugs or helps up somebody on the bank has gone to them: out of the boat, unless the shot says into it."""
    dry = [subject.id for subject in people if subject.id not in aboard]
    if dry and _TOUCHES.search(shot.action) and not _BOARDS.search(shot.action):
        yield from (subject.id for subject in people if subject.id in aboard)


def _is_named(subject: Subject, text: str) -> bool:
    names = (name.casefold() for name in (subject.name, *subject.aliases))
    return any(re.search(rf"(?<![a-z]){re.escape(name)}(?![a-z])", text.casefold()) for name in names)

"""Through what the camera looks: binoculars, a keyhole, a window, leaves; and whether the words mean the camera at all.

"Mara looks through the window" shows Mara; "through the window, Mara reads" is ours to look through. The words' place tells:
at the head of a sentence, behind "seen", or in somebody's point of view.
"""

from __future__ import annotations

import re

from engine.backends.animatic.stage import Peephole
from engine.film.setup import Angle
from engine.plan.orders import ShotOrder

_KINDS: dict[Peephole, str] = {
    "binoculars": r"binoculars|field[- ]?glasses|opera[- ]?glasses|双筒望远镜|望远镜",
    "telescope": r"telescope|spy-?glass|(?:rifle|sniper)(?:'s)? scope|scope|porthole|peep-?hole|单筒望远镜|瞄准镜|舷窗|猫眼",
    "keyhole": r"key-?hole|钥匙孔|锁孔|锁眼",
    "door": r"(?:crack|gap|slit)(?: (?:in|of) the (?:\w+ )?(?:door|wall|curtains?|shutters?))?|half-open door|door ajar|门缝|缝隙|窗缝|墙缝",
    "camera": r"view-?finder|camera lens|lens of (?:a|the|his|her) camera|camcorder|取景器|取景框|摄像机屏幕",
    "window": r"(?:\w+ )?(?:window|glass|windowpane|pane|windscreen|windshield)s?|窗户|窗子|窗口|玻璃窗?|窗",
    "leaves": r"(?:\w+ )?(?:leaves|leaf|foliage|branches|bushes|bush|undergrowth|thicket|hedge|bamboo)|树叶|枝叶|树枝|灌木|树丛|竹叶|枝桠|叶缝",
    "reeds": r"(?:\w+ )?(?:reeds|grass|corn|wheat)|芦苇|草丛|高粱|麦穗|花丛",
    "bars": r"(?:\w+ )?(?:bars|railings?|fence|gate|grille|banisters?)|铁栏|栏杆|栅栏|铁窗|篱笆|铁门",
}  # fmt: skip
_KINDS_ZH = {kind: "|".join(w for w in words.split("|") if not w.isascii()) for kind, words in _KINDS.items()}
_EN = r"\b(?:through|thru|between|from behind|from between|in|down)\s+(?:the |a |an |some |his |her |their |\w+'s )?(?:\w+ )??(?P<what>{words})\b"
_ZH = r"(?:透过|隔着|穿过|从|通过)[^，。]{{0,5}}?(?P<what>{words})|(?P<in>{words})(?:里|中|间|后面?|内)?(?:看去|望去|望出去|看出去|里看|中看)"
_SEEN = re.compile(r"\b(?:seen|see|view(?:ed)?|watch(?:ed|ing)?|framed|shot|look(?:ing)?|filmed)\b[^.;]{0,30}$", re.I)
_DONE = re.compile(
    r"\b(?:he|she|they|it|[A-Z][a-z]+|[A-Z]{2,})\s+(?:\w+\s+)?(?:looks?|watch(?:es)?|peers?|sees?|stares?|gazes?|climbs?|walks?|runs?)\b"
)
"""Somebody does the looking, and is in the picture."""
_HEAD = re.compile(r"(?:^|[.!?。！？:：]\s*|—\s*)[\"“(（]?$")
_LENSES: frozenset[Peephole] = frozenset({"binoculars", "telescope", "keyhole", "camera"})
"""What is only ever looked through by one eye: everybody else would see its outside."""


def peephole_of(order: ShotOrder) -> Peephole:
    """What the camera looks through, or ""."""
    own = order.setup.angle is Angle.POINT_OF_VIEW
    for kind, words in _KINDS.items():
        for found in (*_finds(_EN, words, order.action, re.I), *_finds(_ZH, _KINDS_ZH[kind], order.action, 0)):
            out_there = kind == "window" and bool(order.place.interior) and not _CALLED.match(order.action, found.end())
            if _is_ours(found, order.action, own=own, lens=kind in _LENSES, alone=not order.cast, out_there=out_there):
                return kind
    return ""


def is_looked_through(name: str, peephole: Peephole) -> bool:
    """Whether a thing is what the camera looks through, and so not before it."""
    words = f"{_KINDS[peephole]}|doors?|门" if peephole == "door" else _KINDS.get(peephole)
    return words is not None and re.fullmatch(rf"(?:the |an? )?(?:\w+ )?(?:{words})", name.strip(), re.I) is not None


def _finds(pattern: str, words: str, text: str, flags: int) -> list[re.Match[str]]:
    return list(re.finditer(pattern.format(words=words), text, flags))


_CALLED = re.compile(r"\s*[:：—–]")
""" "Through the window: Mara reads" is the camera's; "through the window, a bird sings" is out there."""


def _is_ours(found: re.Match[str], text: str, *, own: bool, lens: bool, alone: bool, out_there: bool) -> bool:
    """Whether it is the camera that looks through it. What is seen from a room is `out_there`."""
    before = text[: found.start()]
    if re.match(r"in|down", found.group(), re.I) and not lens:
        return False
    if (_HEAD.search(before) and not out_there) or (_SEEN.search(before) and not _DONE.search(before)):
        return True
    return own or (lens and alone)

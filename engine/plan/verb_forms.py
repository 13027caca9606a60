"""The written forms of an English verb, by rule and by a list of those that follow none.

Spelled out once, so that reading an action is a look-up and no grammar.
"""

from __future__ import annotations

import re

IRREGULAR = {
    "run": "ran running", "go": "goes went gone", "come": "came coming", "drive": "drove driven driving",
    "ride": "rode riding", "creep": "crept", "flee": "fled fleeing", "say": "said", "speak": "spoke", "tell": "told",
    "sing": "sang sung", "sit": "sat sitting", "kneel": "knelt", "see": "saw seen seeing", "read": "reading",
    "fall": "fell fallen", "trip": "tripped tripping", "slip": "slipped slipping", "stop": "stopped stopping",
    "lie": "lies lay lying", "sleep": "slept", "nap": "napped napping", "leave": "left leaving", "fly": "flies flew flying",
    "freeze": "froze frozen freezing", "stand": "stood", "rise": "rose rising", "wake": "woke woken waking",
    "awake": "awoke", "chat": "chatting", "trot": "trotted trotting", "plod": "plodded plodding", "slide": "slid",
    "swim": "swam swimming", "spot": "spotted", "step": "stepped stepping", "hop": "hopped hopping", "leap": "leapt",
    "skip": "skipped skipping", "jog": "jogging", "squat": "squatting", "hurry": "hurries hurried", "speed": "sped",
    "study": "studies studied", "carry": "carries carried carrying", "throw": "threw thrown", "catch": "caught",
    "give": "gave given", "take": "took taken", "eat": "ate eaten", "drink": "drank drunk", "write": "wrote written",
    "draw": "drew drawn", "dig": "dug digging", "sweep": "swept", "weep": "wept", "shoot": "shot", "blow": "blew blown",
    "shake": "shook shaken", "hide": "hid hidden", "fight": "fought", "feed": "fed", "hold": "held", "light": "lit",
    "put": "putting", "set": "setting", "hit": "hitting", "swing": "swung", "sink": "sank sunk", "fling": "flung",
    "spin": "spun spinning", "strike": "struck", "meet": "met", "ring": "rang rung", "spring": "sprang sprung",
    "beat": "beaten", "make": "made", "have": "has had having", "cast": "casting", "bite": "bit bitten", "lay": "laid",
    "steal": "stole stolen", "hang": "hung", "bring": "brought", "seek": "sought", "stab": "stabbed stabbing",
    "lend": "lent", "lead": "led", "cling": "clung", "wring": "wrung", "be": "is are was were been being", "slink": "slunk",
    "stride": "strode striding", "shut": "shutting", "get": "got getting", "do": "does did done", "tread": "trod",
    "hew": "hewn", "sew": "sewn", "saw": "sawn", "overtake": "overtook", "bend": "bent", "spill": "spilt", "lean": "leant",
}  # fmt: skip
"""Past forms and spellings that the rules miss."""

_DOUBLED = re.compile(r"^[^aeiou]*[aeiou][bdgklmnprtz]$")
"""hug, nod, clap: one short vowel and one consonant, which doubles."""


def forms_of(base: str) -> set[str]:
    """Every form of a verb or of a phrase that begins with one ("pick up": "picks up", "picked up")."""
    head, blank, rest = base.partition(" ")
    if not base.isascii():
        return {base}
    return {f"{form}{blank}{rest}" for form in _forms(head)}


def _forms(base: str) -> set[str]:
    forms = {base}
    if base.endswith("y") and base[-2] not in "aeiou":
        forms |= {base[:-1] + "ies", base[:-1] + "ied", base + "ing"}
    elif base.endswith("e") and not base.endswith(("ee", "oe")):
        forms |= {base + "s", base + "d", base[:-1] + "ing"}
    else:
        forms |= {base + ("es" if base.endswith(("s", "sh", "ch", "x", "zz")) else "s"), base + "ed", base + "ing"}
    if _DOUBLED.match(base):
        forms |= {base + base[-1] + "ed", base + base[-1] + "ing"}
    return forms | set(IRREGULAR.get(base, "").split())

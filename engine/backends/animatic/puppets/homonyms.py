"""One word, two things: a bat that is swung is no animal, a crane that lifts loads no bird, a mouse on a desk no beast.

The picture of a noun cannot know; what the action does with it can.
"""

from __future__ import annotations

import re
from functools import lru_cache

_OTHERS: tuple[tuple[str, str, str], ...] = (
    (
        "bat",
        "baseball bat",
        r"\b(?:swing(?:s|ing)?|swung|grip(?:s|ping|ped)?|holds?|holding|raises?|wields?|grabs?|grabbing|brandish(?:es)?|drops?|leans? on|picks? up|with|hefts?) (?:\w+ ){0,3}?bats?\b|\bbats? (?:at|against) |\b(?:ball|baseball|cricket|batter|pitch(?:er)?|home run|umpire)\b",
    ),
    (
        "crane",
        "construction crane",
        r"\b(?:construction|building site|crane operator|tower crane|dockside|harbou?r crane|cargo|container|hook|girder)\b|\bcranes? (?:lifts|hoists|lowers|swings)\b",
    ),
    (
        "mouse",
        "computer mouse",
        r"\b(?:click(?:s|ed|ing)?|keyboard|computer|laptop|cursor|monitor|double-click(?:s|ed)?)\b|鼠标",
    ),
    (
        "seal",
        "stamp",
        r"\b(?:stamps?|presses|wax|royal seal|imperial seal|document|scroll|breaks the seal|letter)\b|玉玺|印章",
    ),
    ("horse", "carousel horse", r"\b(?:carousel|merry-go-round)\b|旋转木马"),
    ("烟", "香烟", r"[支根]烟|[点抽吸叼夹递掐吐]\w{0,4}?烟|烟[头蒂盒]"),
)
"""(the word, what else it may be, the words that tell so)."""


@lru_cache(maxsize=1024)
def meant(noun: str, action: str) -> str:
    """The noun, or the other thing of that name where the action does with it what nobody does with the first."""
    plain = noun.strip().lower()
    for word, other, signs in _OTHERS:
        if re.fullmatch(rf"(?:(?:an?|the|his|her|old|wooden|heavy|big) )*{word}s?", plain) and re.search(
            signs, action, re.I
        ):
            return other
    return noun

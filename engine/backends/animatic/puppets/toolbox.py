"""Which tool is whose: the words of a script that name the tool of a business, how far it reaches, and the door to drawing it.

A thing of the script that is such a tool is not drawn as well while its business goes on (`uses`), because a guitar in the hand and
one beside it are two guitars.
"""

from __future__ import annotations

import re

from engine.backends.animatic.puppets.implements import IMPLEMENTS
from engine.backends.animatic.puppets.paper_cut import Knife
from engine.backends.animatic.puppets.tool import Grip

REACH = {
    "fish": 1.0,
    "throw": 1.2,
    "pull": 0.85,
    "juggle": 0.75,
    "kite": 1.05,
    "archery": 0.5,
    "fence": 0.6,
    "stab": 0.6,
}
"""How far from the joints the drawing of some reaches, in heights of the figure."""

ONE_HANDED = frozenset(
    {
        "eat",
        "drink",
        "phone",
        "text",
        "pour",
        "light",
        "fence",
        "stab",
        "shoot",
        "smoke",
        "raise",
        "give",
        "take",
        "throw",
        "read",
        "lift",
        "carry",
    }
)
"""What a thing of the script in the hand stands for, whatever it is."""


_TOOLS: dict[str, str] = {
    "kite": r"kite|风筝",
    "chess": r"chess|board|cards|棋|牌",
    "read": r"book|newspaper|magazine|diary|novel|notebook|letter|map|scroll|书|报|杂志|日记|小说|信|地图|卷轴|剧本", "write": r"pen|brush|pencil|notebook|paper|笔|本子|纸",
    "type": r"laptop|computer|typewriter|keyboard|电脑|打字机|键盘", "eat": r"bowl|chopsticks|spoon|fork|noodles|rice|碗|筷|勺|叉|面|饭",
    "drink": r"cup|glass|mug|tea|coffee|wine|杯|茶|咖啡|酒", "cook": r"pot|pan|wok|ladle|stove|soup|stew|egg|noodles|锅|勺|灶|汤|粥|面条|饺子", "chop": r"knife|board|刀|砧板", "hammer": r"hammer|锤",
    "saw": r"saw|锯", "wash": r"cloth|rag|towel|抹布|毛巾", "sweep": r"broom|mop|rake|扫帚|扫把|拖把|笤帚", "dig": r"spade|shovel|铲|锹|锄", "paint": r"easel|canvas|palette|brush|画板|画架|画布|调色板|刷",
    "sew": r"needle|yarn|thread|针|线|毛衣", "phone": r"phone|电话|手机|话筒", "text": r"phone|手机", "photograph": r"camera|相机", "piano": r"piano|organ|钢琴|风琴", "zither": r"zither|guqin|guzheng|harp|琴|筝",
    "guitar": r"guitar|lute|ukulele|banjo|pipa|吉他|琵琶", "violin": r"violin|fiddle|cello|erhu|提琴|二胡|胡琴", "flute": r"flute|whistle|trumpet|horn|pipe|笛|箫|号|唢呐|喇叭", "drum": r"drum|鼓|锣",
    "fish": r"rod|竿", "row": r"oar|paddle|桨|篙|橹", "archery": r"bow|arrow|弓|箭", "shoot": r"gun|pistol|rifle|revolver|枪", "fence": r"sword|blade|sabre|rapier|剑|刀",
    "stab": r"sword|spear|knife|dagger|剑|刀|矛|枪", "pour": r"teapot|kettle|jug|pitcher|bottle|watering|壶|瓶", "smoke": r"pipe|cigarette|cigar|烟", "juggle": r"ball|球",
}  # fmt: skip


def _pattern(words: str) -> re.Pattern[str]:
    """English words whole (a pen is no pendant), Chinese ones anywhere."""
    latin = "|".join(word for word in words.split("|") if word.isascii())
    han = "|".join(word for word in words.split("|") if not word.isascii())
    return re.compile(rf"\b(?:{latin})(?:s|es)?\b|{han}", re.I)


_PATTERNS = {name: _pattern(words) for name, words in _TOOLS.items()}


def uses(business: str, thing: str) -> bool:
    """Whether that thing is what the business is done with, so that the hands hold it already."""
    return business in IMPLEMENTS and business in _PATTERNS and bool(_PATTERNS[business].search(thing))


def draw_implement(knife: Knife, business: str, grip: Grip) -> None:
    """The tool of that business in the hands; nothing where it needs none."""
    if business in IMPLEMENTS:
        IMPLEMENTS[business](knife, grip)

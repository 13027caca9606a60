"""Who is asleep, sitting or lying: eyes stay shut for the whole shot.

Lying down shuts the eyes by itself where the mood allows; who dozes in a chair is told from who sits in it by words alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.plan.names import names_of

_ASLEEP = re.compile(
    r"\b(?:asleep|sleep(?:s|ing)|slept|doz(?:es|ed|ing)|naps|napping|snor(?:es|ing)|dreams of|dreaming)\b"
    r"|(?<![不没])睡(?![衣袋裤袍不])|打瞌睡|打盹|熟睡|酣睡|入梦|梦乡",
    re.I,
)
_WAKES = re.compile(
    r"\b(?:wakes?|waking|woke|awakes?|stirs|opens? (?:one|an|his|her|their|its) eyes?|not asleep|can't sleep)\b|醒|睁|睡不",
    re.I,
)
_OF_WHOM = re.compile(
    r"(?<!\bis )(?<!\bare )(?<!\bwas )(?:sleeping|dozing|snoring|dreaming)(?:,?\s+[\w-]+){0,3}\s+|\w{1,2}[着了]?的[\u3400-\u9fff]{0,3}",
    re.I,
)
""" "A sleeping old man" sleeps, whoever looks at him."""
_CLAUSE = re.compile(r"[.,;!?。，！？；\n]+|\b(?:while|as|and)\b")


def sleepers(action: str, known: Sequence[tuple[str, tuple[str, ...]]]) -> frozenset[str]:
    """The names of those who sleep through the shot; who wakes in it does not. `known` are names with aliases."""
    if not _ASLEEP.search(action):
        return frozenset()
    names = names_of(tuple(known))
    asleep: set[str] = set()
    awake: set[str] = set()
    last = ""
    for clause in _CLAUSE.split(action):
        mentions = names.mentions(clause)
        last = mentions[0].name if mentions else last
        sleeps = _ASLEEP.search(clause)
        if _WAKES.search(clause):
            awake.add(last)
        elif sleeps:
            before = [m.name for m in mentions if m.end <= sleeps.start()]
            after = [m.name for m in mentions if _OF_WHOM.fullmatch(clause, sleeps.start(), m.start)]
            asleep.add((after or before or [last])[-1])
    return frozenset(asleep - awake - {""})

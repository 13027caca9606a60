"""Who sits on what that carries people: horses, bicycles and cars, by the words of an action.

The stage asks with what it can draw as a mount, the plan with what a name tells; both read the same words.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from engine.film.cast import Subject
from engine.plan.names import names_of

_RIDES = re.compile(
    r"\b(?:rides?|riding|rode|mounts?|drives?|driving|drove|pedals?|steers?|gallops?|trots?)\b|\b(?:on|in) (?:the back of )?(?:an?|the|his|her)\b"
    r"|骑|翻身跃?上|跳上|驾着?|开着|跨上|赶着|坐在",
    re.I,
)
_DISMOUNTS = re.compile(
    r"\bdismount(?:s|ed|ing)?\b|\balights?\b|\b(?:gets?|got|climbs?|jumps?|leaps?|steps?|slides?|swings?) (?:back )?(?:down|off|out)\b"
    r"|\b(?:falls?|fell|tumbles?|is thrown) (?:off|from)\b"
    r"|交手|打斗|过招|比武|下马|下车|下驴|跳下|翻身下|滑下",
    re.I,
)
_ON_FOOT = re.compile(
    r"^\s*(?:\w+ly\s+)?(?:walks?|strolls?|runs?|kneels?|crouches|stands (?:by|beside|next)|leads?)\b|^[^，]{0,3}(?:步行|跪|牵)",
    re.I,
)
_CARRIES = re.compile(
    r"\b(?:horse|pony|mare|stallion|donkey|mule|camel|elephant|ox|buffalo|car|taxi|cab|bus|truck|van|bicycle|bike|motorbike|motorcycle"
    r"|scooter|tractor|carriage|cart|wagon|sleigh|jeep|dragon|unicorn|dolphin|whale|giant turtle|phoenix|reindeer)\b"
    r"|[马驴骡牛车]$|骆驼|大象|[青金白黑巨神]龙|^龙$|仙鹤|凤凰|海豚|鲸鱼?$|独角兽",
    re.I,
)
_STOPS = re.compile(r"[，,;:—–]|\s-\s")
_ON_ITS_BACK = re.compile(r"on (?:the|its) back\b(?! of)", re.I)
_SENTENCE = re.compile(r"[.!?。！？\n]+")

Known = tuple[str, tuple[str, ...]]
"""A name and its aliases."""


def is_mount(subject: Subject) -> bool:
    """Whether the name is of something that may carry people on land."""
    return any(_is_a_mounts(name) for name in (subject.name, *subject.aliases))


@lru_cache(maxsize=4096)  # the same names are asked about in every shot
def _is_a_mounts(name: str) -> bool:
    return _CARRIES.search(name) is not None


def riders_in(action: str, people: Sequence[Known], carriers: Collection[str]) -> dict[str, str]:
    """Rider -> mount, by name, for everybody whom the action sets on one of the `carriers`."""
    found: dict[str, str] = {}
    names = names_of(tuple(people))
    rider = next((name for name, _ in people if name not in carriers), "")
    for sentence in _SENTENCE.split(action):
        mentions = names.mentions(sentence)
        for verb in _RIDES.finditer(sentence):
            before = [m.name for m in mentions if m.end <= verb.start() and m.name not in carriers]
            near = [m for m in mentions if m.name in carriers and 0 <= m.start - verb.end() <= 24]
            after = [m.name for m in near if not _STOPS.search(sentence[verb.end() : m.start])]
            if _ON_ITS_BACK.match(sentence, verb.start()):
                after = after or [m.name for m in reversed(mentions) if m.name in carriers and m.end <= verb.start()]
            who = before[-1] if before else rider
            if after and who and who not in found:
                found[who] = after[0]
    return found


def dismounting(action: str, riders: Sequence[Known]) -> Iterator[str]:
    """The names of the riders who get down, or do something that is done on foot."""
    names = names_of(tuple(riders))
    for sentence in _SENTENCE.split(action):
        mentions = names.mentions(sentence)
        if _DISMOUNTS.search(sentence):
            yield from ({m.name for m in mentions} or {name for name, _ in riders[:1]})
        yield from (m.name for m in mentions if _ON_FOOT.match(sentence[m.end :]))

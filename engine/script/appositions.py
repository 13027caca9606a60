"""What somebody is, told behind the name: 李白，唐代诗人，提着酒壶走来 and "Mara the old keeper sits down" are one person each and not two.

Between two commas only a phrase that ends with a person and tells of no deed is meant: 李白，看着诗人，… looks at somebody else.
"""

from __future__ import annotations

import re

from engine.script.naming import dress
from engine.script.nouns import nouns_in
from engine.script.passage import Passage
from engine.script.roles import Role
from engine.script.trades_en import told_by_trade

_BETWEEN = re.compile(r"[，,]\s*([^，,。；！？、：“”（）]{2,12})(?=[，,。](?P<then>[^，,。]*))")
_DEED = re.compile(r"[看望盯跟和与对向把被像找见到了着过走跑来去说问叫喊身是]|旁边|旁的")
_MORE = re.compile(r"[都也一]|还有|以及|和")


def told_between(text: str, end: int) -> re.Match[str] | None:
    """The phrase behind a Chinese name that ends at `end` and says what its bearer is."""
    found = _BETWEEN.match(text, end)
    if found is None or _DEED.search(found[1]) or _MORE.match(found["then"]):
        return None
    nouns = nouns_in(found[1], "zh")
    then = nouns_in(found["then"], "zh")
    list_goes_on = bool(then) and then[-1].kind == "person" and then[-1].end == len(found["then"])
    one = (
        sum(noun.kind == "person" for noun in nouns) == 1
        and nouns[-1].kind == "person"
        and nouns[-1].end == len(found[1])
        and nouns[-1].count == 1
    )
    return found if one and not nouns[-1].crowd and not list_goes_on else None


def in_apposition(passage: Passage, role: Role, end: int) -> None:
    """Describe the named one by the phrase behind the name, and see nobody else in it."""
    if not role.named or role.kind != "person":
        return
    if passage.language == "en":
        _by_trade(passage, role, end)
    elif found := told_between(passage.text, end):
        if role.body:
            role.learn(found[1])
        else:
            dress(role, found[1])
        passage.taken.append((end, found.end()))


def _by_trade(passage: Passage, role: Role, end: int) -> None:
    told = told_by_trade(passage.text, end)
    if told is None:
        return
    stop, words = told
    if role.body:
        role.learn(words)
    else:
        dress(role, f"{'an' if words[0] in 'aeiou' else 'a'} {words}")
    passage.taken.append((end, stop))

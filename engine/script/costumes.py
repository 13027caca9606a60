"""What the words say somebody looks like and wears: the first description, a change of clothes, whose suit it is.

The first costume a role is given is its default look, whenever it is told; only a later one is a change.
"""

from __future__ import annotations

import re

from engine.film.cast import Look
from engine.script.introductions import Introduction, description_after
from engine.script.looks import Change
from engine.script.naming import as_words, dress
from engine.script.noun import Noun
from engine.script.nouns import nouns_in
from engine.script.passage import Passage
from engine.script.roles import Role

_BARE_AGE = re.compile(r"(?:with|in|wearing|dressed|of)\b", re.I)


def describe(passage: Passage, role: Role, end: int, before: str = "") -> None:
    """The first words about a role are its description."""
    if role.body or role.looks[0].description:
        return
    stop, words = description_after(passage.text, end, passage.language)
    if shared := re.match(r"(?:both|all)\s+", words, re.I):
        words = words[shared.end() :]
        for other in passage.roles:
            if other is not role and not other.looks[0].description and set(other.heads) & set(role.heads):
                dress(other, words)
    joint = "，" if passage.language == "zh" else " " if _BARE_AGE.match(words) else ", "
    described = joint.join(filter(None, (before, words)))
    if described:
        dress(role, described)
        passage.taken.append((end, stop))


def describe_by_noun(passage: Passage, role: Role, start: int, end: int) -> None:
    """A role whose name is a plain noun wears what stands before it: 一个穿红棉袄的小姑娘."""
    if role.body or role.looks[0].description:
        return
    noun = next((n for n in nouns_in(passage.text, passage.language) if n.end == end and n.start <= start), None)
    if noun is not None and noun.adjectives and noun.kind == role.kind:
        describe(passage, role, end, before=as_words(noun, passage.language))  # the night CLERK (20s, bow tie)


def describe_named(passage: Passage, role: Role, before: str, introduction: Introduction) -> None:
    """The words before the name and those behind it: "his granddaughter AMIRA, 10, yellow headscarf"."""
    stop, words = description_after(passage.text, introduction.end, passage.language)
    if words:
        passage.taken.append((introduction.end, stop))
    dress(role, ("，" if passage.language == "zh" else ", ").join(filter(None, (before, words))))


def dresses_whom_it_names(passage: Passage, noun: Noun) -> bool:
    """西装革履的周文斌: the suit is his."""
    behind = re.match(r"(?:革履|笔挺|整齐)?的", passage.text[noun.end :]) if passage.language == "zh" else None
    if behind is None:
        return False
    at = noun.end + behind.end()
    role = next(
        (r for r in passage.company.roles if r.kind == "person" and passage.text.startswith(tuple(r.spellings()), at)),
        None,
    )
    if role is None:
        return False
    if not role.looks[0].description:
        role.looks[0] = role.looks[0].with_(description=passage.text[noun.from_ : at - 1])
    return True


def dresses_a_thing(passage: Passage, noun: Noun) -> bool:
    """The dress of "a doll in a red dress" is part of the doll, 老翁的斗笠 is on his head."""
    before = passage.text[: noun.from_]
    if noun.worn and not noun.determiner and (whose := re.search(r"([^，。]{1,4})的$", before)):
        return any(whose[1].endswith(name) for role in passage.roles for name in (*role.spellings(), *role.heads))
    return noun.worn and any(
        re.fullmatch(r"\s+(?:in|wearing)\s+", before[thing.end :]) is not None for thing in passage.things
    )


def change_costume(passage: Passage, change: Change) -> None:
    """A costume change makes a new look for whoever was last mentioned before it."""
    wearer = next((role for at, role in reversed(passage.spots) if at <= change.start), None)
    described = any(start <= change.start < end for start, end in passage.taken)
    if wearer is None or described or wearer.kind != "person":
        return
    passage.taken.append((change.start, change.end))
    if change.told and _already_worn(passage, wearer, change):
        return
    old = wearer.look(passage.casting.look_of(wearer))
    worn = f"{old.description}, {change.costume}".strip(", ") if change.adds else change.costume
    name = re.sub(r"^(?:an?|the|his|her|一[件顶条身套双副])\s*", "", change.costume)
    if all(look.name != name for look in wearer.looks):
        wearer.looks.append(Look(name=name, description=worn))
    passage.casting.wearing[wearer.id] = name


def _already_worn(passage: Passage, wearer: Role, change: Change) -> bool:
    """Whether the words only repeat what is worn; the first costume that a role is given is its default."""
    worn = wearer.look(passage.casting.look_of(wearer))
    if not worn.description:
        wearer.looks[wearer.looks.index(worn)] = worn.with_(description=change.costume)
        passage.dressed.add(wearer.id)
        return True
    pieces = [n for n in nouns_in(change.costume, passage.language) if n.worn]
    if wearer.id in passage.dressed:  # 他穿着绿色的制服，戴着一顶大帽子
        joint = "，" if passage.language == "zh" else ", "
        wearer.looks[wearer.looks.index(worn)] = worn.with_(description=f"{worn.description}{joint}{change.costume}")
        return True
    return all(noun.name in worn.description.casefold() for noun in pieces)

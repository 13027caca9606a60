"""What is written on things: the words in quotes behind "reads", 写着 and their like, and on which thing they stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from engine.backends.animatic.blocking.parts import TIGHT
from engine.backends.animatic.blocking.things import Thing
from engine.backends.animatic.puppets.lettered import Lettered, Surface, surface_of
from engine.film.setup import Move, Setup, Size
from engine.plan.orders import PropOrder, ShotOrder

_QUOTED = r"[\"“”「『‘'《](?P<words>[^\"“”」』’》]{1,120}?)[\"“”」』’'》](?=\W|$)"
_EN = re.compile(
    r"\b(?:reads?|reading|says?|saying|written|writes?|lettered|inscribed|carved|printed|marked|label(?:l?ed)|titled|headlined?|headline|words?|message|text|painted|shows?|spells?)"
    rf"\b[^.\"“”]{{0,28}}?[:,]?\s*{_QUOTED}",
    re.I,
)
_ZH = re.compile(
    rf"(?:写着|写道|写有|写了|刻着|印着|标着|题着|贴着|显示着?|上面是|上书|字样|内容是|大字|几个字|一行字|一句话|短信|消息)[^。“「『]{{0,8}}?[：:，,]?\s*{_QUOTED}"
)
_UPPER = re.compile(r"(?:[A-Z][A-Z'’!]+)(?:[ -][A-Z][A-Z'’!]+)*")
_BARE = re.compile(rf"\b(?:reads?|says?|saying|lettered|marked|labelled)[:,]?\s+(?P<words>{_UPPER.pattern})")
"""A sign that says CLOSED."""


def written_on(order: ShotOrder) -> dict[str, str]:
    """Name of a prop -> the words that stand on it, from the shot's action: each text on the last thing named before it that
    has room for words."""
    found: dict[str, str] = {}
    for pattern in (_EN, _ZH, _BARE):
        for told in pattern.finditer(order.action):
            before = order.action[: told.start("words")]
            prop = _named_last(order.props, before)
            name = prop.name if prop is not None else next((s for s in _HUNG if re.search(_SIGNS[s], before, re.I)), "")
            if name:
                found.setdefault(name, told["words"].strip())
    return found


_SIGNS = {
    "sign": r"\b(?:sign|signboard|notice|board|name ?plate|poster|placard|billboard)s?\b",
    "招牌": r"招牌|牌子|牌匾|匾额?|路牌|木牌|告示|店招|门牌",
}


def _named_last(props: Sequence[PropOrder], before: str) -> PropOrder | None:
    """The prop with a surface that is named last in a text; the only one there is, where none is."""
    things = [prop for prop in props if not _ONLY_WORDS.search(prop.name)]
    able = [prop for prop in things if surface_of(prop.name) or any(surface_of(alias) for alias in prop.aliases)]
    at = {prop.name: max(before.casefold().rfind(n.casefold()) for n in (prop.name, *prop.aliases)) for prop in able}
    named = [prop for prop in able if at[prop.name] >= 0]
    return max(named, key=lambda prop: at[prop.name]) if named else able[0] if len(able) == 1 else None


def with_words(things: Sequence[Thing], order: ShotOrder) -> tuple[Thing, ...]:
    """The things with their words on them. On a page they are shown in close shots only: elsewhere nobody could read them."""
    written = written_on(order)
    near = order.setup.size in TIGHT
    made: list[Thing] = [_hung_up(name, words) for name, words in written.items() if name in _HUNG]
    things = [thing for thing in things if not (written and _ONLY_WORDS.search(thing.name))]
    for thing in things:
        words, surface = written.get(thing.name, ""), _surface(thing.name, order)
        shown = words and surface is not None and (near or surface in ("board", "cloth", "stone"))
        made.append(
            replace(thing, puppet=Lettered(surface, words, thing.puppet.height)) if shown and surface else thing
        )
    return tuple(made)


def read_near(order: ShotOrder, things: Sequence[Thing]) -> Setup:
    """The setup of a shot of things: where there is something to read on a wide screen of nothing else, the camera goes there."""
    wide = order.setup.size in (Size.EXTREME_WIDE, Size.WIDE)
    if not wide or not any(isinstance(thing.puppet, Lettered) for thing in things):
        return order.setup
    return order.setup.with_(size=Size.FULL, move=Move.PUSH_IN)


_HUNG, _POST = ("sign", "招牌"), 1.75  # metres
"""What nobody lists among the props and yet is lettered on the set."""
_ONLY_WORDS = re.compile(
    r"^(?:the )?(?:headline|message|words?|text|title|letters|writing)s?$|^(?:字|字样|标题|短信|大字)$", re.I
)


def _hung_up(name: str, words: str) -> Thing:
    """A signboard on its post, as tall as people read from."""
    return Thing(name, Lettered("board", words, _POST))


def _surface(name: str, order: ShotOrder) -> Surface | None:
    aliases = next((prop.aliases for prop in order.props if prop.name == name), ())
    return next((surface for n in (name, *aliases) if (surface := surface_of(n)) is not None), None)

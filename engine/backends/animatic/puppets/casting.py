"""Which puppet plays whom: a person, an animal, a bird, a vehicle or a thing, from the name and what the script says of it.

Casting is a pure function of its arguments and puppets keep nothing between drawings, so the same subject is the same puppet in
every shot, process and year; the caches only save the cutting.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from engine.backends.animatic.puppets import wardrobe_words as words
from engine.backends.animatic.puppets.baby import Baby, is_baby
from engine.backends.animatic.puppets.bird import Bird
from engine.backends.animatic.puppets.breeds import BREEDS, Breed
from engine.backends.animatic.puppets.colours import blend, colours_in, oklab, tone
from engine.backends.animatic.puppets.descriptions import Draw, colour_of, says
from engine.backends.animatic.puppets.fleet import FLEET, Model
from engine.backends.animatic.puppets.flocks import FLOCK, Plumage
from engine.backends.animatic.puppets.nouns import singulars
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.quadruped import Handy, Quadruped
from engine.backends.animatic.puppets.roles import role_of
from engine.backends.animatic.puppets.sizes import GIANT, TINY
from engine.backends.animatic.puppets.species import is_wild, species_of
from engine.backends.animatic.puppets.things import is_drawn, known_exactly, thing_for
from engine.backends.animatic.puppets.vehicle import Vehicle
from engine.backends.animatic.puppets.wardrobe import costume_of
from engine.backends.animatic.puppets.wild.menagerie import creature
from engine.backends.animatic.puppets.wild.words import WILDS, Wild
from engine.backends.animatic.stage import Puppet
from engine.vocabulary import KEEPERS, vocabulary

__all__ = ["is_drawn", "prop_for", "puppet_for", "thing_for"]

Kind = Breed | Plumage | Model | Wild | None
"""What was recognised; None is a person."""

_CLAUSE = re.compile(
    r"[,，。;；.、!！?？:：\n(（]| with | who | in a | in the | on a | on the | and | that | from | of | wearing | carrying |带着|抱着|穿着|戴着|拿着"
)
_ALSO_NAMES = frozenset(
    [
        "robin",
        "martin",
        "wren",
        "swift",
        "finch",
        "jay",
        "colt",
        "drake",
        "lark",
        "raven",
        "dove",
        "swan",
        "buck",
        "hare",
        "kit",
    ]
)
_BEASTS_KIN = re.compile(
    r"(?:(?<=[\u3400-\u9fff]{2})(?:先生|太太|小姐|夫人|大叔|大婶|大哥|大姐|阿姨|叔叔|伯伯|老师|医生|警官|警长)"
    r"|(?<=[狸熊兔猫狗鼠狼虎豹羊牛马猪鹿象猴鸟鸡鸭鹅鹰雀燕鹤雁鸦獾獭貂鼬蛙龟蛇鱼])(?:妈妈|爸爸|奶奶|爷爷|外婆|哥哥|姐姐|弟弟|妹妹|婆婆|公公|宝宝))$"
)
"""狐狸妈妈 is a fox."""
_OTHERS = re.compile(
    r"^[\s-]*(?:eyes?|scarf|collar|ribbon|bow|bell|hat|sail|wheels?|nose|beak|眼|围巾|项圈|铃|帆|轮|嘴|喙)",
    re.IGNORECASE,
)
_TOY = re.compile(
    r"\b(?:toy|paper|model|wooden|plastic|tin|matchbox|lego|cardboard|miniature)\b|玩具|纸|模型|小小", re.I
)
_PALE_CHEST = r"white (?:chest|belly|breast|bib|throat|face|muzzle)|白(?:胸|肚|腹|脸)"
_SMALL = r"small|little|tiny|baby|young|小|幼"
_BIG = r"big|large|huge|giant|enormous|great|大|巨"


class _Hit(NamedTuple):
    start: int
    end: int
    kind: Kind


def _plural(text: str) -> str:
    """The text with each English word followed by its singular, so that 'two foxes' is a fox."""
    return re.sub(
        r"[A-Za-z]+",
        lambda m: (
            m.group() if len(forms := singulars(m.group().lower())) == 1 else f"{m.group()} {' '.join(forms[1:])}"
        ),
        text,
    )


@lru_cache(maxsize=512)
def _longest_first(words: str) -> str:
    """鲸鱼 before 鲸: the longer name says where the noun ends."""
    return "|".join(sorted(words.split("|"), key=len, reverse=True))


def _hits(text: str) -> list[_Hit]:
    found: list[_Hit] = []
    person, at = says(text, words.PERSON), 0
    while person:
        found.append(_Hit(at + person.start(), at + person.end(), None))
        at += person.end()
        person = says(text[at:], words.PERSON)
    for kind in (*BREEDS, *FLOCK, *FLEET, *WILDS):
        hit = says(text, _longest_first(kind.words))
        if hit:
            found.append(_Hit(hit.start(), hit.end(), kind))
    return found


def _clause(text: str) -> str:
    """The first clause; a beast's title is off, where what is left is a beast."""
    clause = _CLAUSE.split(text)[0]
    beast = _BEASTS_KIN.sub("", clause)
    alive = beast != clause and any(
        isinstance(h.kind, Breed | Plumage | Wild) and h.end == len(beast) for h in _hits(beast)
    )
    return beast if alive else clause


_ITS_KEEPER = re.compile(r"[夫工员娘倌贼奴]|[长主家](?![颈尾毛])|手(?!推)|仔(?!牛)")
"""船工, 车夫, 马贼: who has to do with it, and not the thing."""


def _is_kept(text: str, hit: _Hit) -> bool:
    behind = re.match(r" ([a-z]+)", text[hit.end :].casefold())
    return _ITS_KEEPER.match(text, hit.end) is not None or (behind is not None and behind[1] in KEEPERS)


def _head(text: str) -> _Hit | None:
    """The head noun of the first clause: what stands last in it, the longest of what ends together, the first listed of those."""
    clause = _clause(text)
    plural = _plural(clause)
    found = [hit for hit in _hits(plural) if hit.kind is None or not _is_kept(plural, hit)]
    if not found:
        return None
    last = max(h.end for h in found)
    head = min((h for h in found if h.end == last), key=lambda h: h.start)
    return _at_work(plural, head, found) or head


def _at_work(text: str, trade: _Hit, hits: Sequence[_Hit]) -> _Hit | None:
    """The beast or robot right before a trade: a fox innkeeper is a fox, though a lion tamer is none."""
    if trade.kind is not None or text[trade.start : trade.end].casefold() in KEEPERS:
        return None
    return next(
        (h for h in hits if isinstance(h.kind, Breed | Plumage | Wild) and _GAP.fullmatch(text, h.end, trade.start)),
        None,
    )


_GAP = re.compile(r"(?<=[a-z]) |(?<=[\u3400-\u9fff])", re.IGNORECASE)


def _kind_of(name: str, description: str, aliases: tuple[str, ...]) -> tuple[bool, Kind]:
    """(recognised, kind): the description's head noun, else the name's, else an alias's."""
    by_name = None if name.strip().lower() in _ALSO_NAMES or _has_given_name(name) else _name_head(name)
    said = _head(description)
    if said and by_name and said.kind is FLOCK[-1] and isinstance(by_name.kind, Plumage):
        return True, by_name.kind  # an egret is told as 'a white bird': the name knows better
    if said and not (said.kind is None and by_name and by_name.kind is not None and not _is_plain_person(description)):
        return True, said.kind
    if by_name:
        return True, by_name.kind
    for alias in aliases:
        hit = _name_head(alias)
        if hit:
            return True, hit.kind
    return False, None


_PLAYED_BY = {
    "canine": "dog", "feline": "cat", "rodent": "mouse", "bovid": "ox", "equine": "horse", "ungulate": "deer", "primate": "monkey",
    "marsupial": "kangaroo", "musteline mammal": "fox", "carnivore": "fox", "reptile": "lizard", "amphibian": "frog", "arachnid": "spider",
    "crustacean": "crab", "gastropod": "snail", "insect": "beetle", "cetacean": "whale", "aquatic mammal": "seal", "mammal": "hedgehog",
    "wading bird": "crane", "bird of prey": "eagle", "aquatic bird": "duck", "bird": "bird", "wheeled vehicle": "cart", "vessel": "ship",
    "aircraft": "aeroplane", "heavier-than-air craft": "aeroplane", "motor vehicle": "car",
}  # fmt: skip
"""Who plays the animals and vehicles of a family that nobody drew, by WordNet's name of the family."""


def _called(description: str) -> tuple[str, ...]:
    """The broader terms of what a description calls a subject ("a small platypus", 一只水獭), where that is no person."""
    clause = _CLAUSE.split(description)[0].strip().lower()
    words, language = clause.split(), "en" if clause.isascii() else "zh"
    ends = (
        [" ".join(words[at:]) for at in range(len(words))]
        if clause.isascii()
        else [clause[at:] for at in range(len(clause))]
    )
    forms = (form for end in ends for form in (singulars(end) if clause.isascii() else [end]))
    found = next((word for form in forms if (word := vocabulary(language).get(form))), None)
    alive = found is not None and found.category in {"animal", "bird", "vehicle"}
    return found.kin if found and alive else ()


def _kin_of(terms: tuple[str, ...]) -> Kind:
    for term in terms:
        hit = _head(term) or _head(_PLAYED_BY.get(term, ""))
        if hit is not None and hit.kind is not None:
            return hit.kind
    return None


def _has_given_name(name: str) -> bool:
    """VIVIAN LARK is a woman, whatever larks are."""
    parts = name.lower().split()
    return len(parts) > 1 and bool(set(parts) & (words.GIVEN_FEMALE | words.GIVEN_MALE))


def _is_plain_person(description: str) -> bool:
    return says(_CLAUSE.split(description)[0], words.PERSON) is not None


def _name_head(name: str) -> _Hit | None:
    """A Chinese name is an animal's only when it ends so: 马丽 is a woman, 白马 a horse. COACH RUIZ is no bus either."""
    hit = _head(name)
    if hit is None or hit.kind is None:
        return hit
    if isinstance(hit.kind, Wild):  # 小龙 may be a boy: a thing's name is asked with more care
        return None
    if isinstance(hit.kind, Model) and name.isascii():
        said = says(_CLAUSE.split(name)[0], hit.kind.words)
        if said and re.search(r"[a-z]{2}", name[said.end() :], re.I) and not name[said.end() :].lower().startswith("s"):
            return None
    if not name.isascii() and hit.end < len(_plural(_clause(name)).rstrip()):
        return None
    return hit


def _size(text: str, seed: int) -> float:
    grow = 0.82 if says(text, _SMALL) else 1.15 if says(text, _BIG) else 1.0
    grow = 2.2 if GIANT.search(text) else 0.55 if TINY.search(text) else grow
    return grow * (0.96 + 0.08 * Draw(seed, "size").number("size"))


_NAMED_SO = re.compile(
    r"\b(?:red panda|black panther|golden retriever|blue whale|great white shark|red-crowned crane|red squirrel|green turtle)s?\b"
    r"|大白鲨|青蛙|黄鼠狼|金丝猴|金丝雀|黄鹂|黄莺|金鱼|红掌",
    re.I,
)
"""Whose colour is their name's and no dye: a red panda is chestnut."""


def _own_colour(text: str, kind_words: str) -> str | None:
    """The colour of the animal itself, not of its eyes or its scarf."""
    text = _NAMED_SO.sub("", text)
    found = says(text, kind_words)
    near = colour_of(text, found) if found else None
    if near:
        return near
    return next((c for _, end, c in colours_in(text) if not _OTHERS.match(text[end:])), None)


def _jittered(colour: str, seed: int) -> str:
    return tone(colour, 0.06 * (Draw(seed, "coat").number("coat") - 0.5))


def _animal(breed: Breed, text: str, seed: int, palette: tuple[str, ...]) -> Quadruped:
    said = _own_colour(text, breed.words) or (palette[0].lower() if palette else None)
    coat = said or _jittered(breed.colour, seed)
    belly = breed.belly if not said else blend(coat, "#efe3c8", 0.5) if oklab(coat)[0] > 0.4 else tone(coat, 0.10)
    if said and (breed.ruff > 0.4 or says(text, _PALE_CHEST)):
        belly = breed.belly
    scarf = says(text, f"{words.SCARF}|collar|ribbon|bow|项圈|蝴蝶结")
    return (Handy if breed.hands else Quadruped)(
        breed, coat, belly, _size(text, seed), (colour_of(text, scarf) or "#c63d32") if scarf else ""
    )


def _bird(plumage: Plumage, text: str, seed: int, palette: tuple[str, ...]) -> Bird:
    said = _own_colour(text, plumage.words) or (palette[0].lower() if palette else None)
    colour = said or _jittered(plumage.colour, seed)
    return Bird(plumage, colour, tone(colour, -0.08) if said else plumage.wing_colour, _size(text, seed))


def _vehicle(model: Model, text: str, seed: int, palette: tuple[str, ...]) -> Vehicle:
    said = _own_colour(text, model.words) or (palette[0].lower() if palette else None)
    return Vehicle(model, said or model.colour, 1.0)


_HUMAN = re.compile(
    r"[0-9一二三四五六七八九十]+\s*岁|^\s*\d{1,3}(?:s\b|\b)|[马双]尾|辫|[发头]髻|头发|[长短黑白灰卷]发|胡子|眼镜|[棉皮]袄|[长连短]裙|[衬布汗]衫"
    r"|长袍|围裙|围巾|大衣|毛衣|\b(?:hair|haired|beard|glasses|coat|dress|shirt|jacket|sweater|apron|scarf|boots|pigtails|ponytail)\b",
    re.IGNORECASE,
)
"""Only people have an age in years at the head of their description, a hairdo, or clothes."""


def _stands_for_a_thing(name: str, description: str) -> bool:
    """A subject that is a thing: its name is the thing's name and nobody calls it a person or dresses it as one."""
    if _HUMAN.search(description):
        return False
    plain = name.strip().lower().removeprefix("the ")
    if (
        set(plain.split()) & (words.GIVEN_FEMALE | words.GIVEN_MALE)
        or says(name, words.PERSON)
        or says(description, words.PERSON)
        or role_of(name, description, "") is not None
    ):
        return False
    # 水莲, who is somebody's granddaughter, is no lotus
    only_a_name = not plain.isascii() and description.strip(" ，。") and plain[-1] not in description
    if known_exactly(plain) and not only_a_name:
        return True
    called = _bare(description)
    return called != "" and known_exactly(called)


def _bare(description: str) -> str:
    """What a description calls a subject, without its article; "" where it names nobody."""
    first = _CLAUSE.split(description)[0].strip()
    article = re.match(r"(?:a|an|the|one|一[只个台条把本封盏艘辆])\s*|(?=[\u3400-\u9fff])", first, re.IGNORECASE)
    return first[article.end() :].strip().lower() if article else ""


@lru_cache(maxsize=256)
def puppet_for(
    name: str,
    description: str,
    look: str,
    look_seed: int,
    palette: tuple[str, ...] = (),
    aliases: tuple[str, ...] = (),
    period: str = "",
) -> Puppet:
    """The puppet of a subject; `look` describes what is worn now, `palette` holds "#rrggbb" main and second colour;
    `period` is when the film plays ("", "old", "old east"). The same arguments give the same puppet always."""
    known, kind = _kind_of(name, description, aliases)
    terms = () if known or known_exactly(_bare(description)) or is_wild(name) else _called(description)
    kind = kind or _kin_of(terms)
    text = f"{look}. {description}. {name}" if look else f"{description}. {name}"
    if isinstance(kind, Breed):
        return _animal(kind, text, look_seed, palette)
    if isinstance(kind, Plumage):
        return _bird(kind, text, look_seed, palette)
    if isinstance(kind, Model):
        return _vehicle(kind, text, look_seed, palette)
    if isinstance(kind, Wild):
        said = _own_colour(text, kind.words) or (palette[0].lower() if palette else "")
        return creature(kind.art, kind.height * _size(text, look_seed), said)
    if terms or (not known and _stands_for_a_thing(name, f"{description} {look}")):
        species = None if terms else species_of(name)  # SWAN, of whom nothing is told
        if isinstance(species, Breed):
            return _animal(species, text, look_seed, palette)
        if isinstance(species, Plumage):
            return _bird(species, text, look_seed, palette)
        return thing_for(name, f"{description} {look}".strip(), aliases)
    costume = costume_of(name, f"{description} {' '.join(aliases)}".strip(), look, look_seed, palette, period)
    return Baby(costume) if is_baby(name, description) else Person(costume)


def prop_for(name: str, description: str = "", aliases: tuple[str, ...] = ()) -> Puppet:
    """The puppet of a prop: a car or a cat that nobody casts is the same as one that acts; a toy car is a thing."""
    hit = None if _TOY.search(name) else _name_head(name)
    if hit is not None and isinstance(hit.kind, Model):
        return _vehicle(hit.kind, f"{description}. {name}", 0, ())
    species = species_of(name)
    if isinstance(species, Breed):
        return _animal(species, f"{description}. {name}", 0, ())
    if species is not None:
        return _bird(species, f"{description}. {name}", 0, ())
    return thing_for(name, description, aliases)

"""The company of a film while it is being broken down: roles, the names they go by, and who is meant by a word.

A script calls the same person IVY, "the girl" and "she". Names settle it first, then the nouns a role was introduced
with, then sex and age; whoever was mentioned last wins a tie, as in speech.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from engine.film.cast import Look
from engine.film.document import Language
from engine.script.lexicon import lexicon, wordset
from engine.script.looks import age_in
from engine.script.names_zh import certain_sex, is_childs
from engine.script.noun import Noun, NounKind
from engine.script.nouns import nouns_in
from engine.vocabulary import kin

Sex = Literal["", "female", "male"]
Age = Literal["", "child", "adult", "elder"]

_ELDER = wordset("old elderly aged ancient 老 年迈 苍老")
_YOUNG = wordset("young little small tiny baby teenage 小 年轻 年幼 幼小")
_CHILDREN = wordset(
    "boy girl child kid baby toddler schoolboy schoolgirl lad lass 男孩 女孩 小男孩 小女孩 孩子 小孩 孩童 男孩子 女孩子 少年 少女 牧童 小姑娘 宝宝"
)
_ELDERS = wordset(
    "elder grandmother grandfather grandma grandpa granny 老人 老人家 老先生 老太太 老头 老头儿 老汉 老翁 老妇 老妇人 老奶奶 老爷爷 老婆婆 爷爷 奶奶 外公 外婆 渔翁"
)
_GENERAL: dict[str, tuple[Sex, Age]] = {
    "man": ("male", ""), "woman": ("female", ""), "boy": ("male", "child"), "girl": ("female", "child"), "lady": ("female", ""),
    "child": ("", "child"), "kid": ("", "child"), "person": ("", ""), "gentleman": ("male", ""), "guy": ("male", ""),
    "lad": ("male", "child"), "old man": ("male", "elder"), "old woman": ("female", "elder"), "elder": ("", "elder"), "fellow": ("male", ""),
    "young man": ("male", "adult"), "young woman": ("female", "adult"), "little girl": ("female", "child"),
    "little boy": ("male", "child"), "teenager": ("", ""), "stranger": ("", ""),
    "男人": ("male", ""), "女人": ("female", ""), "男子": ("male", ""), "女子": ("female", ""), "男孩": ("male", "child"),
    "女孩": ("female", "child"), "小男孩": ("male", "child"), "小女孩": ("female", "child"), "孩子": ("", "child"), "小孩": ("", "child"),
    "老人": ("", "elder"), "老人家": ("", "elder"), "老先生": ("male", "elder"), "老太太": ("female", "elder"), "老头": ("male", "elder"),
    "老翁": ("male", "elder"), "老汉": ("male", "elder"), "姑娘": ("female", ""), "小姑娘": ("female", "child"), "少年": ("male", "child"),
    "少女": ("female", "child"), "老奶奶": ("female", "elder"), "老爷爷": ("male", "elder"), "先生": ("male", ""), "女士": ("female", ""),
    "小伙子": ("male", "adult"), "年轻人": ("", "adult"),
}  # fmt: skip
_GENERAL_ANIMALS: dict[str, NounKind] = {
    "animal": "animal", "creature": "animal", "beast": "animal", "bird": "bird", "动物": "animal", "鸟": "bird", "小鸟": "bird", "飞鸟": "bird",
    "vehicle": "vehicle", "车": "vehicle", "船": "vehicle", "boat": "vehicle", "car": "vehicle", "plane": "vehicle", "ship": "vehicle",
}  # fmt: skip
SAME_SORT = ({"ship", "spaceship", "spacecraft", "starship", "rocket"}, {"boat", "ship", "ferry", "sailboat", "rowboat", "rowing boat", "sailing boat", "fishing boat", "canoe", "raft", "dinghy", "steamer", "yacht", "barge"},
    {"car", "taxi", "cab", "truck", "van", "lorry", "jeep", "pickup", "pickup truck"}, {"plane", "airplane", "aeroplane", "jet"},
    wordset("船 小船 木船 渔船 客船 帆船 轮船 大船 乌篷船 孤舟 小舟 扁舟 轻舟 渔舟 舟 渡船"), wordset("车 汽车 小汽车 轿车 出租车 卡车 货车"))  # fmt: skip
_SYNONYMS = (
    {"dog", "puppy", "hound", "sheepdog"}, {"cat", "kitten"}, {"horse", "pony", "foal"}, {"rabbit", "bunny", "hare"},
    {"bear", "bear cub", "cub"}, {"gull", "seagull"}, {"duck", "duckling"}, {"chicken", "chick", "hen"}, {"fox", "cub"},
    {"mother", "mom", "mum", "mama", "mommy"}, {"father", "dad", "papa", "daddy"}, {"grandmother", "grandma", "granny"},
    {"grandfather", "grandpa"}, {"postman", "mailman", "mail carrier"}, {"policeman", "cop", "police officer", "officer"},
    {"fisherman", "fisher"}, {"child", "kid"},
    wordset("狗 小狗 大狗 黄狗 黑狗 白狗 流浪狗 猎犬 猎狗 土狗"), wordset("猫 小猫 黑猫 白猫 花猫 橘猫"), wordset("狐狸 小狐狸"),
    wordset("马 小马 白马 黑马 红马"), wordset("兔子 兔 小兔 白兔 小白兔"), wordset("鹿 小鹿 梅花鹿"),
    wordset("白鹭 鹭 鹭鸶 苍鹭"), wordset("仙鹤 鹤 白鹤"), wordset("乌鸦 寒鸦"), wordset("海鸥 鸥"),
    wordset("大雁 雁 孤雁"), wordset("驴 毛驴 小毛驴 小驴"), wordset("羊 山羊 绵羊 小羊 羊羔"), wordset("牛 黄牛 水牛 老牛 小牛"), wordset("渔夫 渔翁 渔民"), wordset("邮差 邮递员"),
    wordset("妈妈 母亲 娘"), wordset("爸爸 父亲 爹"), wordset("和尚 僧人 老和尚 小和尚"), wordset("熊 小熊 黑熊"),
)  # fmt: skip


_BEARS_SEX: dict[str, str] = {
    **dict.fromkeys(["beard", "bearded", "moustache", "mustache"], "man"),
    **dict.fromkeys(["dress", "gown", "skirt", "blouse", "pigtails"], "woman"),
}
"""What only men or (in the paper theatre's simple world) women wear on their faces and bodies."""


_CARRIED_ZH = re.compile(r"(?:[抱牵背领搂扶拉]|带着)着?$")
_OLD_MAN_ZH = re.compile(
    r"[老大][王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文]"
)
"""老王 and 大刘 are men unless something says otherwise."""


@dataclass(slots=True, eq=False)
class Role:
    """One member of the cast in the making. `heads` are the nouns it was called by, lower case."""

    name: str
    kind: NounKind
    order: int
    language: Language
    aliases: list[str] = field(default_factory=list[str])
    heads: list[str] = field(default_factory=list[str])
    adjectives: list[str] = field(default_factory=list[str])
    body: str = ""
    looks: list[Look] = field(default_factory=lambda: [Look()])
    sex: Sex = ""
    age: Age = ""
    named: bool = False
    seen: bool = False
    speaks: bool = False
    first_name: str = ""
    elder: Role | None = None  # whose son or daughter this is

    def __post_init__(self) -> None:
        self.first_name = self.name

    @property
    def id(self) -> str:
        """An id from the first name: a dog that is called by its name later stays the same subject."""
        return f"cast-{slug(self.first_name)}"

    def spellings(self) -> Iterable[str]:
        """Every name it goes by."""
        return (self.name, *self.aliases)

    def look(self, name: str | None) -> Look:
        """The look of that name, the default one where there is none."""
        return next((look for look in self.looks if look.name == name), self.looks[0])

    def learn(self, text: str) -> None:
        """Take sex, age and heads from words that describe this role."""
        words = lexicon(self.language)
        for noun in nouns_in(text, self.language):
            carried = _CARRIED_ZH.search(text[: noun.from_]) is not None  # 抱着婴儿 is no baby
            if noun.kind == "person" and not (noun.worn or noun.crowd or carried) and self.kind == "person":
                self.call(noun.name)
                self.call(noun.name.split()[-1])
                self.adjectives += [a for a in noun.adjectives if a not in self.adjectives]
        told = words.words("male") | words.words("female")
        if self.language == "en":  # whole words: there is no lass in "glasses"
            spelled: list[str] = re.findall(r"[a-z]+", text.casefold())
            hairdo = words.words("appearance")  # a blonde bob is nobody called Bob
            self._guess_sex(
                {_BEARS_SEX.get(token, token) for token in spelled if token in _BEARS_SEX or token not in hairdo}
            )
        else:
            self._guess_sex({w for w in told if w in text and not w.isascii()})
        self._guess_age(text)

    def call(self, head: str) -> None:
        """Remember a noun that this role was called by."""
        if head not in self.heads:
            self.heads.append(head)
        self._guess_sex({head})
        if not self.age:
            self.age = "child" if head in _CHILDREN else "elder" if head in _ELDERS else ""

    def christen(self, name: str) -> None:
        """HAROLD is a man before anybody says "he"."""
        words, spelled = lexicon("en"), set(name.casefold().split())
        female, male = bool(spelled & words.words("given_female")), bool(spelled & words.words("given_male"))
        if self.kind == "person" and not self.sex and female != male:
            self.sex = "female" if female else "male"

    def _guess_sex(self, tokens: set[str]) -> None:
        words = lexicon(self.language)
        if not self.sex and self.kind == "person":
            female, male = bool(tokens & words.words("female")), bool(tokens & words.words("male"))
            self.sex = "female" if female and not male else "male" if male and not female else ""

    def _guess_age(self, text: str) -> None:
        years = age_in(text)
        if years is not None:
            self.age = "child" if years < 14 else "elder" if years >= 58 else "adult"
        elif not self.age and set(re.findall(r"[a-z]+", text.casefold())) & {"old", "elderly", "aged"}:
            self.age = "elder"


def _key(name: str) -> str:
    folded = name.strip().casefold()
    return re.sub(r"[\W_]+", " ", folded).strip() or folded


def slug(name: str) -> str:
    """A short stable id part: the name itself where it is ASCII, else a hash of it."""
    plain = re.sub(r"[^a-z0-9]+", "-", name.casefold()).strip("-")
    if plain and name.isascii():
        return plain
    return hashlib.sha256(name.strip().casefold().encode()).hexdigest()[:8]


@dataclass(slots=True)
class Company:
    """All roles, and who is meant by a noun phrase. `recent` is most recent last, within the scene; `before` the scene before."""

    language: Language
    roles: list[Role] = field(default_factory=list[Role])
    recent: list[Role] = field(default_factory=list[Role])
    before: list[Role] = field(default_factory=list[Role])
    cued: bool = False  # whether the script has cues, and so introduces people in capitals
    pair: tuple[Role, ...] = ()
    """Who was last told of together in one sentence."""

    def named(self, name: str) -> Role | None:
        """The role that goes by this name; stops and hyphens are nobody else's (MR. FOX is MR FOX)."""
        key = _key(name)
        return next((role for role in self.roles if any(key == _key(spelling) for spelling in role.spellings())), None)

    def add(self, name: str, kind: NounKind = "person", *, named: bool = False) -> Role:
        """A new role of that name."""
        role = Role(name, kind, len(self.roles), self.language, named=named)
        if kind == "person":
            role.learn(re.sub(r"\d+", "", name))
            role.christen(name)
            role.sex = role.sex or ("male" if _OLD_MAN_ZH.fullmatch(name) else "")
            if named and self.language == "zh":
                role.sex = role.sex or certain_sex(name)
                role.age = role.age or ("child" if is_childs(name) else "")
        self.roles.append(role)
        return role

    def touch(self, role: Role) -> None:
        """The role was just mentioned."""
        if role in self.recent:
            self.recent.remove(role)
        self.recent.append(role)
        role.seen = True

    def unmask(self, role: Role, name: str, cued: Role | None) -> None:
        """The stranger is somebody with a name, whom a cue may have announced: one role from here on."""
        if cued is not None:
            self.roles.remove(cued)
        role.aliases.append(role.name)
        role.name, role.named = name, True

    def new_scene(self) -> None:
        """Pronouns do not reach over a scene heading, unless nobody else can be meant."""
        self.before = list(self.recent) or self.before
        self.recent.clear()

    def meant_by(self, noun: Noun) -> tuple[Role, ...]:
        """The roles a noun phrase means; empty when it is somebody new."""
        same = [role for role in self.roles if self._same_head(role, noun) and _compatible(role, noun)]
        if noun.determiner == "another" or {"another", "other"} & set(noun.adjectives):
            return self._other(same) if noun.determiner == "the" else ()
        if (place := _ordinal(noun)) is not None and place < len(same):
            return (same[place],)
        if noun.counted and (pair := self._just_there(noun)):
            return pair
        if noun.count > 1 and not same and noun.determiner in {"the", "both", "these", "those"}:
            same = self._general(noun)
        if noun.count > 1:
            same += [r for r in self.roles if noun.name in r.name and r not in same and r.kind == noun.kind != "person"]
            return tuple(same[: noun.count if noun.counted else 4])
        if noun.determiner in {"a", "an"} or noun.determiner.startswith("一"):
            same = [r for r in same if not r.named or not r.seen or r.kind != "person"]
            return (same[0],) if same else ()
        if same:
            return (self._latest(same),)
        general = self._general(noun) or self._broader(noun)
        return (self._latest(general),) if general else ()

    def _just_there(self, noun: Noun) -> tuple[Role, ...]:
        """The last who were there, where as many fit the words: of 小宇 and 萌萌 under one umbrella 两个孩子 tells."""
        definite = self.language == "zh" or noun.determiner in {"the", "both", "these", "those"}
        last = [role for role in self.recent if role.kind == "person"][-noun.count :]
        fit = self._general(noun) if definite and noun.count > 1 else []
        together = len(last) == noun.count and all(role in fit and role.named for role in last)
        return tuple(last) if together else ()

    def _broader(self, noun: Noun) -> list[Role]:
        """Roles of which the noun is a broader term: "the dog" is the spaniel of before, 龙 the 白龙."""
        if noun.kind not in {"animal", "bird", "vehicle"}:
            return []
        known = [
            role
            for role in self.roles
            if role.kind == noun.kind and (role.seen or role.named) and _compatible(role, noun)
        ]
        if self.language == "zh":
            return [role for role in known if any(head.endswith(noun.name) for head in (role.name, *role.heads))]
        return [role for role in known if any(noun.name in kin(head) for head in role.heads)]

    def _other(self, same: list[Role]) -> tuple[Role, ...]:
        """ "The other guard": of those we know, the one who was not just spoken of."""
        left = [role for role in same if role is not self._latest(same)] if same else []
        return (left[0],) if left else ()

    def _latest(self, roles: list[Role]) -> Role:
        return max(roles, key=lambda role: (self.recent.index(role) if role in self.recent else -1, -role.order))

    def _same_head(self, role: Role, noun: Noun) -> bool:
        heads = {noun.name, noun.phrase}
        for family in _SYNONYMS:
            if noun.name in family:
                heads |= family
        if noun.determiner not in {"a", "an"} and not noun.determiner.startswith("一"):
            for family in SAME_SORT:
                if noun.name in family:
                    heads |= family
        return bool(heads & {head.casefold() for head in role.heads}) or role.name.casefold() in heads

    def _general(self, noun: Noun) -> list[Role]:
        """Roles that a general word ("the boy", "the bird", 老先生) may mean."""
        if noun.name in _GENERAL_ANIMALS:
            kind = _GENERAL_ANIMALS[noun.name]
            wanted = [r for r in self.roles if r.kind == kind and r.seen and _compatible(r, noun)]
            return [] if kind == "vehicle" else wanted
        key = noun.phrase if noun.phrase in _GENERAL else noun.name
        if noun.kind != "person" or key not in _GENERAL:
            return []
        sex, age = _GENERAL[key]
        age = age or ("elder" if _ELDER & set(noun.adjectives) else "")
        people = [r for r in self.roles if r.kind == "person" and (r.seen or r.named)]
        return [
            r
            for r in people
            if _fits(r.sex, sex) and _is_of_age(r, age) and (age or r.age != "child" or key == "person")
        ] or [r for r in people if noun.name in {"girl", "boy", "kid"} and _fits(r.sex, sex) and _is_teen(r)]

    def fitting(self, sex: Sex, besides: Role | None = None) -> Role | None:
        """The last mentioned person that he or she may mean, not `besides`; binds an open sex."""
        return self._fitting(sex, besides, self.recent or self.before) or (
            self._fitting(sex, besides, self.before) if besides is not None else None
        )

    def _fitting(self, sex: Sex, besides: Role | None, known: list[Role]) -> Role | None:
        at_hand = [role for role in reversed(known) if role is not besides]
        if len(at_hand) > 1 and at_hand[1].kind != "person" and _is_somebody(at_hand[0]):
            return at_hand[0]
        for role in at_hand:
            if role.kind == "person" and role.sex == sex:
                return role
        for role in at_hand:
            if role.kind == "person" and not role.sex:
                role.sex = sex
                return role
        creatures = [role for role in at_hand if role.kind in {"animal", "bird"}]
        creatures += [role for role in at_hand if role.kind == "thing"]  # a frog that acts
        named = [role for role in creatures if role.named and besides is not None]
        return next(iter([*named, *creatures]), None)

    def last_creature(self) -> Role | None:
        """What "it" means when it is alive (or drives): the last animal, bird, vehicle or acting thing."""
        at_hand = reversed(self.recent or self.before)
        return next((role for role in at_hand if role.kind != "person"), None)


def _is_somebody(role: Role) -> bool:
    """A creature that speaks, or a snowman that smiles: "he", where nobody else was about."""
    return role.kind == "thing" or (role.kind in {"animal", "bird"} and role.speaks)


GENERAL_WORDS = frozenset(_GENERAL) | _CHILDREN | _ELDERS
"""Words that say of themselves that somebody is a man or woman, boy or girl, old or young."""


def says_who(word: str, text: str) -> bool:
    """Whether the text has that word, as a word of its own in English."""
    return word in text if not word.isascii() else re.search(rf"\b{re.escape(word)}\b", text, re.I) is not None


ANIMAL_KIN = wordset(
    "mother father mama papa mommy daddy baby brother sister grandmother grandfather king queen prince princess"
)
"""What animals are to each other in a tale: "a mother hedgehog"."""
_ORDINALS = {"first": 0, "second": 1, "third": 2, "fourth": 3}


def _ordinal(noun: Noun) -> int | None:
    """ "The second camel" is number 1 of the camels; None where no ordinal counts."""
    return next((_ORDINALS[word] for word in noun.adjectives if word in _ORDINALS), None)


def _fits(known: str, wanted: str) -> bool:
    return not known or not wanted or known == wanted


def _is_teen(role: Role) -> bool:
    """ "The girls" are those of seventeen, where there are no children."""
    return re.search(r"\b1[4-9]\b|\bteen", role.body, re.I) is not None


def _is_of_age(role: Role, wanted: Age) -> bool:
    """Nobody is a boy or an old man by chance: only whose age says so, or a bare name that may turn out to be one."""
    return (
        role.age == wanted
        or not wanted
        or (wanted == "adult" and not role.age)
        or (role.named and not role.age and not role.heads)
    )


def _compatible(role: Role, noun: Noun) -> bool:
    """Whether adjectives forbid that the noun means the role: an old man is not the young man, a red car not the blue."""
    asked = set(noun.adjectives)
    have = set(role.adjectives)
    if role.kind in {"animal", "bird"} and (asked & ANIMAL_KIN) - have - set(role.heads):
        return False  # a mother hedgehog is not the hedgehog we know
    if (asked & _ELDER and (have & _YOUNG or role.age == "child")) or (asked & _YOUNG and have & _ELDER):
        return False
    if asked & _YOUNG and role.age == "elder" and noun.kind == "person":
        return False
    colours = lexicon(role.language).words("colour") - {"dark", "bright", "pale", "light"}
    worn_colours, asked_colours = have & colours, asked & colours
    return not (worn_colours and asked_colours and not worn_colours & asked_colours)

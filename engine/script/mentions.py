"""Who is on the set in a sentence: names, nouns and pronouns in the order in which they are read.

One pass in story order, because "she" and "the old man" mean whoever was last there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from engine.film.cast import Look
from engine.film.document import Language
from engine.script.introductions import Introduction, description_after, first_names, new_names
from engine.script.kinship import kin_pair
from engine.script.lexicon import lexicon, wordset
from engine.script.looks import Change, costume_changes
from engine.script.naming import as_words, dress, namesake, spelled, without_epithet, written
from engine.script.noun import Noun
from engine.script.nouns import nouns_in
from engine.script.nouns_zh import beasts_kin
from engine.script.places import is_hut_outside
from engine.script.roles import ANIMAL_KIN, SAME_SORT, Company, Role, Sex
from engine.script.strangers import kin_here

_PRONOUN_EN = re.compile(
    r"\b(he|him|his|she|her|hers|they|them|their|both|all (?:two|three|four)|the (?:two|three|four)(?= of (?:them|us)\b| (?:sit|sat|walk|stand|stood|look|run|ran)\b)|it|its)\b(?!['’]s|\s+(?:is|was|rains|snows|seems|gets|grows)\b)|\b(he|she|they)\b",
    re.I,
)
_PRONOUN_ZH = re.compile(
    r"他们|她们|它们|[两二三四]人(?!一[个只条组间]|[二三四五六七八九])|[两三四]个人(?!物)|俩|(?<![其吉])他(?![乡人])|她|它"
)
_SEX: dict[str, Sex] = {
    "he": "male",
    "him": "male",
    "his": "male",
    "她": "female",
    "他": "male",
    "she": "female",
    "her": "female",
    "hers": "female",
}
_COUNTS = {"three": 3, "four": 4, "三人": 3, "三个人": 3, "四人": 4, "四个人": 4, "two": 2}
_MANY = wordset("they them their both 他们 她们 它们 两人 二人 两个人 俩")
_ABSENT_EN = re.compile(
    r"\b(?:no|without|like|as|not|than|photograph|photo|picture|painting|portrait|drawing|statue|memory|memories|dreams?|thinks?)\s+(?:of\s+)?$|"
    r"\b(?:is|are|was|were|becomes?|as if)\s+$",
    re.I,
)
_AS_WHEN_EN = re.compile(r"(?:^|[.,;—–-])\s*(?:just )?as\s+$", re.I)
_ABSENT_ZH = re.compile(
    r"(?:没有|不见|无|像|如同|如|似|仿佛|好似|(?<![里上中下边旁前后内外面])是|成了?|变成|当|(?<![里上中下边旁前后内外面])是[^，。！？]{1,6}的)$"
)
_WISHED_ZH = re.compile(r"(?:愿望|梦想|盼望|渴望|想要|想看|想去)[^，。！？]{0,12}$")
_TO_WHOM_ZH = re.compile(r"[问对给向把被让请叫带抱看追救帮拉跟陪朝][着了]?$")
_TURNS_OUT_ZH = re.compile(r"(?:竟然?|原来|居然|正|就|却)是$")
_PICTURE_ZH = re.compile(
    r"^的?(?:[叫吠吼哭笑歌喊鸣啼嚎]声|叫[声喊]|脚步声|马蹄声|汽笛声|引擎声|遗像|遗照|牌位|灵位|墓碑|坟墓|坟|墓|照片|相片|画像|雕像|塑像|肖像|故事|名字|声音|家书)"
)
_GONE_EN = re.compile(
    r"\s+(?:is|was)\s+(?:now\s+)?(?:only|just|nothing but|no more than)\s+an?\b|\s+(?:is|are|was|were|has|have)\s+(?:gone|nowhere|missing|left|vanished|disappeared)\b",
    re.I,
)
_GONE_ZH = re.compile(r"(?:已经)?(?:不见了|走了|不在了|消失了|没了)[，。！]?$")
_GENERIC = wordset("figure silhouette person somebody nobody anyone 身影 人 行人 路人")
_NAMED_ZH = re.compile(r"[，,]?名?字?叫做?|[，,]?名为")
_LEADS_TO_NAME = re.compile(r"((?:\s+of\s+\d+)?)(?:,?\s+(?:named|called)\s+|[,:]\s*|\s*[—–-]+\s*|\s+)$")
_SURNAME = re.compile(r"(?:\s(?:ST\.|[A-Z]\.|[A-Z][A-Z'’-]+))+(?=\s*[(,])")
_REVEALS = re.compile(r"\s+[a-z]+s\b[^.:;—]*[:—]\s*")
_NAMED_NEXT = re.compile(r"[^.:;—]*:\s*[A-Z]{2}")
_WHOSE = wordset("his her their 他 她 他们 她们")
_TOGETHER = wordset(
    "family couple group team band others caravan procession crew gang trio duo party convoy pair 家人 一家人 大家 众人"
)
_SIDES = wordset("team squad crew gang band group platoon")
_KIN = (
    "son|daughter|mother|father|mom|mum|dad|sister|brother|wife|husband|grandson|granddaughter|grandmother|grandfather|grandma"
    "|grandpa|uncle|aunt|cousin|nephew|niece|friend|dog|cat|horse|parrot|boss|assistant|servant|partner|neighbou?r|teacher"
)
_KIN_EN = re.compile(rf"\s+(?:[a-z-]+\s+){{0,2}}(?:{_KIN})s?\b", re.I)
_ONE_BY_ONE = re.compile(r"\s*[,:—–]\s*(?:an?|one)\s+[^.;!?—–]*?\s+and\s+(?:an?|one|the other)\s+[^,.;!?—–]*")
_INSIDE = re.compile(r"\binside\s+$", re.I)
_ITS_OWN = re.compile(
    r"\s+(?:[a-z]+\s+)?(?:whiskers|tail|paws?|beak|wings?|fur|snout|muzzle|feathers|mane|hoo(?:f|ves)|claws?|antlers|trunk)\b",
    re.I,
)
"""Only animals have these."""
_AND_THEN = re.compile(r"\w and $")
""" "The robot opens the door and she stumbles in": she is not the robot."""
_PARENTS = wordset("father mother dad mom mum papa mama parent")
_YOUNG_KIN = wordset("son daughter child baby boy girl brother sister")
_NAMED_KIN_EN = re.compile(
    rf"(?:['’]s?)(?:{_KIN_EN.pattern}|\s+(?:[a-z-]+\s+){{0,2}}(?:car|van|truck|taxi|cab|bus|limo|limousine|jeep|plane)s?\b)",
    re.I,
)
"""Whose car it is sits in it, out of sight."""
_JOINED = re.compile(r"\s+(?:and|or|with|but)\b", re.I)
_KIN_ZH = re.compile(
    r"的?(?:[大小老]{0,2})(?:孙子|孙女|儿子|女儿|妻子|丈夫|母亲|父亲|妈妈|爸爸|爷爷|奶奶|哥哥|弟弟|姐姐|妹妹|朋友|徒弟|师父|老师|同学|邻居)"
)
_ANYBODY = wordset("man woman lady gentleman stranger")
_QUOTED = re.compile(r"[“\"「『][^“”\"「」『』]*[”\"」』]")
_POINTS_OUT = wordset("other another first second third fourth last same")
_NEW_CLAUSE = re.compile(r"(?:\b(?:and|as|while|when|until|but|so)|[,;])\s+(?:the|an?|his|her|its)\s", re.I)
_BARE_AGE = re.compile(r"(?:with|in|wearing|dressed|of)\b", re.I)


@dataclass(frozen=True, slots=True)
class Sighting:
    """What a sentence puts on the set: roles with the look they wear, and nouns that are nobody (props to be)."""

    cast: tuple[tuple[Role, str | None], ...] = ()
    nouns: tuple[Noun, ...] = ()
    introduced: tuple[Role, ...] = ()
    its: bool = False  # an "it" that is nobody: the last prop


@dataclass(slots=True)
class Casting:
    """Reads sentences in story order. `acting` holds nouns of vehicles and things that act somewhere in the script."""

    company: Company
    acting: frozenset[str] = frozenset()
    thing_last: bool = False  # a thing was named after the last animal or vehicle: "it" is that
    wearing: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def language(self) -> Language:
        """The script's language."""
        return self.company.language

    def new_scene(self) -> None:
        """Forget who was just mentioned; what they wear stays."""
        self.company.new_scene()

    def read(self, text: str) -> Sighting:
        """The sighting of one sentence."""
        sighting = _Reading(self, _without_pictured(_unquoted(text))).sighting()
        creature = any(role.kind != "person" for role, _ in sighting.cast)
        known = any(noun.known for noun in sighting.nouns)
        self.thing_last = False if creature else known or self.thing_last
        return sighting

    def acts(self, name: str) -> bool:
        """Whether things of that name, or of its sort, act anywhere in the script."""
        kin = any(acting.endswith(f" {name}") for acting in self.acting)  # the train is the steam train
        return kin or name in self.acting or any(name in sort and sort & self.acting for sort in SAME_SORT)

    def look_of(self, role: Role) -> str | None:
        """The name of the look the role wears now, None for the default one."""
        return self.wearing.get(role.id)


@dataclass(slots=True)
class _Reading:
    """One sentence being read from left to right. `taken` are the spans that names and descriptions use up."""

    casting: Casting
    text: str
    taken: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    named: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    roles: list[Role] = field(default_factory=list[Role])
    introduced: list[Role] = field(default_factory=list[Role])
    spots: list[tuple[int, Role]] = field(default_factory=list[tuple[int, Role]])
    things: list[Noun] = field(default_factory=list[Noun])
    its: bool = False
    dressed: set[str] = field(default_factory=set[str])  # who got a first costume in this sentence

    def sighting(self) -> Sighting:
        for introduction in (*self._cued_names(), *new_names(self.text, self.casting.language)):
            self._register(self._as_cued(introduction))
        events = sorted([*self._names(), *self._nouns(), *self._pronouns()], key=lambda event: (event[0], -event[1]))
        changes = list(costume_changes(self.text, self.casting.language))
        for start, end, what in events:
            while changes and changes[0].start < start:
                self._change(changes.pop(0))
            if any(a <= start < b for a, b in self.taken):
                if isinstance(what, Noun) and self._carried_in_description(what):
                    self.things.append(what)
                continue
            self._meet(start, end, what)
        for change in changes:
            self._change(change)
        people = [role for role in dict.fromkeys(self.roles) if role.kind == "person"]
        if len(people) > 1:
            self.casting.company.pair = tuple(people)
        cast = tuple((role, self.casting.look_of(role)) for role in dict.fromkeys(self.roles))
        return Sighting(cast, tuple(self.things), tuple(self.introduced), self.its)

    def _carried_in_description(self, noun: Noun) -> bool:
        """ "A boy with a kite": a thing, as long as it is no part of a name and no word for the boy himself."""
        in_a_name = any(a < noun.end and noun.start < b for a, b in self.named)
        return noun.known and noun.kind in {"thing", "vehicle"} and not noun.worn and not in_a_name

    def _cued_names(self) -> Iterator[Introduction]:
        """Names we know from their cues, where nobody has seen their bearers yet."""
        for role in self.casting.company.roles:
            if role.named and not role.seen:
                for match in spelled(role.name, self.casting.language).finditer(self.text):
                    capitals = match.group().isupper()
                    surname = _SURNAME.match(self.text, match.end()) if capitals else None
                    start = match.start() - len(first_names(self.text[: match.start()])) if capitals else match.start()
                    yield Introduction(role.name, start, surname.end() if surname else match.end())

    def _as_cued(self, introduction: Introduction) -> Introduction:
        """程序员阿远（28岁）: who has a cue as 阿远 is introduced under that name."""
        if self.casting.language != "zh" or self.casting.company.named(introduction.name) is not None:
            return introduction
        names = [role.name for role in self.casting.company.roles if role.named and len(role.name) > 1]
        name = next((n for n in names if introduction.name.endswith(n)), "")
        return replace(introduction, name=name, start=introduction.end - len(name)) if name else introduction

    def _register(self, introduction: Introduction) -> None:
        company = self.casting.company
        cued = company.named(introduction.name)
        if cued is None and company.cued and self._only_opens(introduction):
            return
        if unmasked := self._unmasked(introduction, cued):
            company.unmask(unmasked, introduction.name, cued)
        elif cued is not None and not cued.seen and not cued.body:
            self._adopt(cued, introduction)
        elif cued is None and (known := namesake(company, introduction.name)):
            known.aliases.append(introduction.name)
            if known.kind == "person" and self.casting.language == "en":
                known.christen(introduction.name)
                known.learn(introduction.name.casefold())  # DETECTIVE NADIA SINGH tells more than SINGH
        elif cued is None:
            boss = self._apposition(introduction)
            if boss is None:
                boss = company.add(written(introduction.name), named=True)
                boss.aliases += without_epithet(boss.name)
            else:
                boss.aliases.append(boss.name)
                boss.name, boss.named = written(introduction.name), True

    def _only_opens(self, introduction: Introduction) -> bool:
        """ "Mascara runs", "Blazing lights": a script with cues introduces people in capitals, and these are no names."""
        known, words = lexicon("en"), introduction.name.split()
        opens = re.search(r"(?:^|[.!?]\s+)$", self.text[: introduction.start]) is not None
        listed = {word.casefold() for word in words} & (known.words("given_female") | known.words("given_male"))
        told = re.match(r"\s*[(,]", self.text[introduction.end :]) is not None
        plain = len(words) == 1 and words[0].istitle()
        return self.casting.language == "en" and opens and plain and not listed and not told

    def _unmasked(self, introduction: Introduction, cued: Role | None) -> Role | None:
        """剑客摘下斗笠，竟是一位女子，名叫柳如烟: who was a stranger until now."""
        noun = self._noun_before(introduction)
        if self.casting.language != "zh" or noun is None or noun.kind != "person" or (cued is not None and cued.seen):
            return None
        before = self.text[: noun.from_]
        if not _TURNS_OUT_ZH.search(before):
            return None
        here = [m for m in nouns_in(before, "zh") if m.kind == "person"]
        known = [role for m in here for role in self.casting.company.meant_by(m) if not role.named]
        if known:
            self.taken.append((noun.from_, introduction.start))
            known[-1].sex = ""
            known[-1].body = "，".join(filter(None, (as_words(noun, "zh"), known[-1].body)))
            known[-1].learn(noun.phrase)
        return known[-1] if known else None

    def _adopt(self, role: Role, introduction: Introduction) -> None:
        """ "His parrot, CAPTAIN": somebody with a cue turns out to be the noun before the name."""
        noun = self._noun_before(introduction)
        if noun is not None and self._turns_out_to_be(role, noun, introduction):
            return
        apart = noun is None or noun.end < introduction.start
        if noun is not None and not (apart and self.casting.company.meant_by(noun)):
            self.taken.append((noun.from_, introduction.start))
            role.kind = noun.kind
            role.call(noun.name)
            for title in nouns_in(self.text[introduction.start : introduction.end].casefold(), self.casting.language):
                if title.kind == "person":  # the detective, from here on
                    role.call(title.name)
            self._dress_named(role, as_words(noun, self.casting.language), introduction)

    def _turns_out_to_be(self, cued: Role, noun: Noun, introduction: Introduction) -> bool:
        """ "The rider: COLE (50s)": the nameless one seen before gets the name, and the cue is theirs."""
        between = self.text[noun.end : introduction.start]
        nameless = [r for r in self.casting.company.meant_by(noun) if not r.named and r.kind == noun.kind]
        called = not between.strip() and _NAMED_ZH.match(self.text, introduction.start) is not None
        told = noun.determiner in {"the", "this", "that"} and re.search(r"[:—–-]|\b(?:named|called)\b", between)
        if len(nameless) != 1 or not (told or called):
            return False
        seen = nameless[0]
        self.casting.company.roles.remove(cued)
        self._dress_named(seen, seen.body, introduction)
        seen.aliases += [seen.name, *cued.aliases]
        seen.name, seen.named, seen.speaks = cued.name, True, seen.speaks or cued.speaks
        self.taken.append((noun.from_, introduction.start))
        return True

    def _dress_named(self, role: Role, before: str, introduction: Introduction) -> None:
        """The words before the name and those behind it: "his granddaughter AMIRA, 10, yellow headscarf"."""
        stop, words = description_after(self.text, introduction.end, self.casting.language)
        if words:
            self.taken.append((introduction.end, stop))
        dress(role, ("，" if self.casting.language == "zh" else ", ").join(filter(None, (before, words))))

    def _noun_before(self, introduction: Introduction) -> Noun | None:
        before = self.text[: introduction.start]
        nouns = [n for n in nouns_in(before, self.casting.language) if n.kind in {"person", "animal", "bird"}]
        at_once = nouns and nouns[-1].end == introduction.start
        if nouns and self.casting.language == "zh" and (at_once or self.text[introduction.start] in "他她它"):
            return nouns[-1]
        if not nouns or not (_LEADS_TO_NAME.fullmatch(before[nouns[-1].end :]) or _reveals(nouns[-1], before)):
            return None
        noun = nouns[-1]
        owned = noun.kind != "person" or noun.determiner in {"his", "her", "their", "my", "our"}
        if before[noun.end :].isspace() and not introduction.name.isupper() and not owned:
            return None
        return noun

    def _apposition(self, introduction: Introduction) -> Role | None:
        """ "a fox named RUSTY": the name belongs to the noun before it."""
        noun = self._noun_before(introduction)
        pronoun = self.text[introduction.start : introduction.start + 1] in {"他", "她", "它"}
        if noun is None and pronoun:  # 她叫苏婉, of somebody in the sentence before
            return next((role for role in reversed(self.casting.company.recent) if not role.named), None)
        if noun is None:
            return None
        self.taken.append((introduction.start, introduction.end) if pronoun else (noun.from_, introduction.start))
        known = [
            role
            for role in self.casting.company.meant_by(noun)
            if not role.named and noun.determiner not in {"a", "an"}
        ]
        role = known[0] if known else self._new(noun, "")
        people = [other for other in self.casting.company.recent if other.kind == "person" and other is not role]
        if noun.determiner in _WHOSE and noun.name in {"son", "daughter", "child"} and people:
            role.elder = people[-1]
        if not role.body and not pronoun:
            said = _LEADS_TO_NAME.sub(r"\1", self.text[noun.from_ : introduction.start]).strip(" ,")
            said = re.sub(r"^(?:his|her|their|my|our)\s+", "a ", said, flags=re.I)  # her brother is no "her"
            self._dress_named(role, said, introduction)
        return role

    def _names(self) -> Iterator[tuple[int, int, Role | Noun | str]]:
        for role in self.casting.company.roles:
            for spelling in role.spellings():
                for match in spelled(spelling, self.casting.language).finditer(self.text):
                    yield match.start(), match.end(), role

    def _nouns(self) -> Iterator[tuple[int, int, Role | Noun | str]]:
        for noun in nouns_in(self.text, self.casting.language):
            yield noun.start, noun.end, noun

    def _pronouns(self) -> Iterator[tuple[int, int, Role | Noun | str]]:
        for match in (_PRONOUN_ZH if self.casting.language == "zh" else _PRONOUN_EN).finditer(self.text):
            yield match.start(), match.end(), match.group().casefold()

    def _meet(self, start: int, end: int, what: Role | Noun | str) -> None:
        if isinstance(what, Role):
            if self._possesses(end, _NAMED_KIN_EN) and not _JOINED.match(self.text, end):
                return
            if (
                self.casting.language == "zh"
                and _AT_HIS_ZH.match(self.text, end)
                and _COMES_TO_ZH.search(self.text[:start])
            ):
                return
            self._see(what, start)
            self._dressed_before(what, start, end)
            self.taken.append((start, end))
            self.named.append((start, end))
            self._describe(what, end)
        elif isinstance(what, Noun):
            self._meet_noun(what)
        else:
            if what not in _WHOSE or not self._possesses(end):
                self._meet_pronoun(what, start)

    def _see(self, role: Role, at: int) -> None:
        if not role.seen:
            self.introduced.append(role)
        self.casting.company.touch(role)
        self.roles.append(role)
        self.spots.append((at, role))

    def _describe(self, role: Role, end: int, before: str = "") -> None:
        """The first words about a role are its description."""
        if role.body or role.looks[0].description:
            return
        stop, words = description_after(self.text, end, self.casting.language)
        if shared := re.match(r"(?:both|all)\s+", words, re.I):
            words = words[shared.end() :]
            for other in self.roles:
                if other is not role and not other.looks[0].description and set(other.heads) & set(role.heads):
                    dress(other, words)
        joint = "，" if self.casting.language == "zh" else " " if _BARE_AGE.match(words) else ", "
        described = joint.join(filter(None, (before, words)))
        if described:
            dress(role, described)
            self.taken.append((end, stop))

    def _dressed_before(self, role: Role, start: int, end: int) -> None:
        """A role whose name is a plain noun wears what stands before it: 一个穿红棉袄的小姑娘."""
        if role.body or role.looks[0].description:
            return
        noun = next((n for n in nouns_in(self.text, self.casting.language) if n.end == end and n.start <= start), None)
        if noun is not None and noun.adjectives and noun.kind == role.kind:
            self._describe(role, end, before=as_words(noun, self.casting.language))  # the night CLERK (20s, bow tie)

    def _meet_noun(self, noun: Noun) -> None:
        acts = noun.kind in {"person", "animal", "bird"} or self.casting.acts(noun.name)
        if noun.crowd and acts and not self._is_absent(noun):
            self._meet_crowd(noun)
            return None
        if not acts or self._is_absent(noun):
            if noun.worn and self._dresses_whom_it_names(noun):
                return None
            if noun.kind in {"thing", "vehicle"} and not self._is_absent(noun) and not self._dresses_a_thing(noun):
                self.things.append(noun)
            elif is_hut_outside(noun, self.text):
                self.things.append(replace(noun, kind="thing"))
            return None
        known = self.casting.company.meant_by(noun)
        if noun.kind == "person" and noun.count == 1 and self._possesses(noun.end, _NAMED_KIN_EN):
            return None  # the boy's father is not the boy
        if not known and noun.count > 1 and _NAMED_NEXT.match(self.text, noun.end):
            return None
        if noun.count > 1 and not known and noun.kind == "person" and self._told_one_by_one(noun):
            return None
        whose = noun.determiner in _WHOSE or (self.casting.language == "zh" and not noun.determiner)
        if not known and whose and (relation := self._turns_out_kin(noun)):
            known = (relation,)
        if not known and noun.determiner in _WHOSE and noun.name in _PARENTS:
            known = tuple(role.elder for role in reversed(self.casting.company.recent) if role.elder is not None)[:1]
        if not known and noun.determiner in _WHOSE and noun.name in ANIMAL_KIN and self._of_animals():
            sort = self.roles[-1]
            return self._meet_noun(replace(noun, name=sort.heads[0], kind=sort.kind, adjectives=(noun.name,)))
        if not known and (creature := self._animal_kin(noun)):
            known = (creature,)
        if not known and self._only_says_whose(noun):
            return None
        if noun.kind == "vehicle" and _INSIDE.search(self.text[: noun.from_]):
            return None
        if not known and noun.name in _GENERIC and (self.roles or noun.name in {"人", "行人", "路人"}):
            return None
        noun = noun if known else self._beasts_relation(noun)
        roles = known or tuple(self._new(noun, str(n + 1) if noun.count > 1 else "") for n in range(min(noun.count, 3)))
        for role in roles:
            role.call(noun.name)
            if noun.kind == "vehicle":
                role.call(noun.name.split()[-1])
            self._see(role, noun.start)
            self._describe(role, noun.end, before="" if known else as_words(noun, self.casting.language))
        undressed = len(known) == 1 and not known[0].body and not known[0].looks[0].description
        if undressed and noun.count == 1 and noun.adjectives and not _POINTS_OUT & set(noun.adjectives):
            dress(known[0], as_words(noun, self.casting.language))
        return None

    def _beasts_relation(self, noun: Noun) -> Noun:
        """Where only beasts are about, 妈妈 is the mother of the last one."""
        company = self.casting.company
        people = any(role.kind == "person" and (role.seen or role.named) for role in company.roles)
        cub = company.last_creature()
        if people or noun.kind != "person" or not beasts_kin(f"兽{noun.name}") or cub is None:
            return noun
        if cub.kind not in {"animal", "bird"}:
            return noun
        species = re.sub(r"^小|\d+$|(?:妈妈|爸爸)$", "", cub.heads[0] if cub.heads else cub.name)
        return replace(noun, name=species + noun.name, kind=cub.kind)

    def _turns_out_kin(self, noun: Noun) -> Role | None:
        """ "Her mother" is the nameless woman who just came running."""
        if self.casting.language == "zh":
            return kin_here(self.casting.company, noun.name)
        sex = Role(noun.name, "person", 0, self.casting.language)
        sex.call(noun.name)
        if noun.kind != "person" or re.fullmatch(_KIN, noun.name) is None or not sex.sex:
            return None
        here = [r for r in self.casting.company.recent if set(r.heads) and set(r.heads) <= _ANYBODY]
        return here[-1] if here and here[-1].sex == sex.sex else None

    def _told_one_by_one(self, noun: Noun) -> bool:
        """ "Two children, a girl in a yellow coat and a boy in a blue hat": each is met where the words come to them."""
        listed = _ONE_BY_ONE.match(self.text, noun.end)
        people = [n for n in nouns_in(listed.group(), "en") if n.kind == noun.kind] if listed else []
        return self.casting.language == "en" and len(people) == noun.count

    def _of_animals(self) -> bool:
        """ "Three little pigs lived with their mother": a pig too."""
        nobody = all(role.kind != "person" for role in self.casting.company.roles if role.seen)
        return nobody and bool(self.roles) and self.roles[-1].kind in {"animal", "bird"} and bool(self.roles[-1].heads)

    def _animal_kin(self, noun: Noun) -> Role | None:
        """Where a tale has only animals, "mother" is the mother hedgehog and "her son" the little one we know."""
        company = self.casting.company
        if noun.kind != "person" or any(role.kind == "person" for role in company.roles):
            return None
        here = [r for r in dict.fromkeys((*company.recent, *company.before)) if r.kind in {"animal", "bird"}]
        called = [role for role in here if noun.name in role.adjectives]
        young = [role for role in here if role not in self.roles and not ANIMAL_KIN & set(role.adjectives)]
        family = {head for role in here if ANIMAL_KIN & set(role.adjectives) for head in role.heads}
        young = [role for role in young if family & set(role.heads) and noun.determiner not in {"a", "an"}]
        return next(iter(called or (young if noun.name in _YOUNG_KIN else [])), None)

    def _only_says_whose(self, noun: Noun) -> bool:
        """ "A chef's hat" brings no chef."""
        owned = re.match(r"['’]s?\s+([a-z]+)", self.text[noun.end :])
        return owned is not None and lexicon("en").category(owned[1]) in {"thing", "wear", "scenery"}

    def _dresses_whom_it_names(self, noun: Noun) -> bool:
        """西装革履的周文斌: the suit is his."""
        behind = re.match(r"(?:革履|笔挺|整齐)?的", self.text[noun.end :]) if self.casting.language == "zh" else None
        if behind is None:
            return False
        at = noun.end + behind.end()
        role = next(
            (
                r
                for r in self.casting.company.roles
                if r.kind == "person" and self.text.startswith(tuple(r.spellings()), at)
            ),
            None,
        )
        if role is None:
            return False
        if not role.looks[0].description:
            role.looks[0] = role.looks[0].with_(description=self.text[noun.from_ : at - 1])
        return True

    def _dresses_a_thing(self, noun: Noun) -> bool:
        """The dress of "a doll in a red dress" is part of the doll, 老翁的斗笠 is on his head."""
        before = self.text[: noun.from_]
        if noun.worn and not noun.determiner and (whose := re.search(r"([^，。]{1,4})的$", before)):
            return any(whose[1].endswith(name) for role in self.roles for name in (*role.spellings(), *role.heads))
        return noun.worn and any(
            re.fullmatch(r"\s+(?:in|wearing)\s+", before[thing.end :]) is not None for thing in self.things
        )

    def _meet_crowd(self, noun: Noun) -> None:
        """ "The family" are those who are here; a crowd nobody has met is three extras, who stay the same people."""
        company = self.casting.company
        extras = [role for role in company.roles if noun.name in role.heads]
        here = company.recent if len(company.recent) > 1 else company.before
        numbered = [role for role in company.roles if role.kind == "person" and re.search(r" \d$", role.name)]
        if noun.name in _SIDES and len(company.recent) < 2 and not extras:
            extras = numbered[:3]  # the team are the kids who played
        together = noun.determiner in {"the", "their", "his", "her", ""} and noun.name in _TOGETHER
        kin = [role for role in company.roles if any(_KIN_ZH.fullmatch(head) for head in role.heads)]
        if noun.name in {"一家人", "家人"} and kin and not extras:
            met = [*[role for role in company.roles if role.kind == "person" and role not in kin][:1], *kin][:4]
        elif together and not extras and len(here) > 1:
            met = [role for role in here if role.kind != "bird"][-4:]
        elif self._possesses(noun.end, _NAMED_KIN_EN):
            return
        else:
            met = extras or [self._extra(noun, n) for n in range(1, 4)]
        for role in met[: max(2, 4 - len(set(self.roles)))]:
            self._see(role, noun.start)

    def _extra(self, noun: Noun, number: int) -> Role:
        language = self.casting.language
        single = "人" if language == "zh" else "PERSON"
        name = f"{noun.name}{single}{number}" if language == "zh" else f"{noun.name.upper()} {single} {number}"
        role = self.casting.company.add(name, "person")
        role.heads = [noun.name]
        return role

    def _possesses(self, end: int, english: re.Pattern[str] = _KIN_EN) -> bool:
        """Whether the word that ends here only says whose: "Martin's daughter", "her dog", 老赵的孙子."""
        pattern = _KIN_ZH if self.casting.language == "zh" else english
        return pattern.match(self.text, end) is not None

    def _new(self, noun: Noun, number: str) -> Role:
        language = self.casting.language
        distinctive = lexicon(language).words("age") | lexicon(language).words("colour")
        kept = [adjective for adjective in noun.adjectives if adjective in distinctive] if noun.kind == "person" else []
        base = "".join([*kept, noun.name]) if language == "zh" else " ".join([*kept, noun.name]).upper()
        name = f"{base}{' ' if language == 'en' else ''}{number}" if number else base
        if self.casting.company.named(name) is not None:
            name = next(f"{name} {n}" for n in range(2, 1000) if self.casting.company.named(f"{name} {n}") is None)
        role = self.casting.company.add(name, noun.kind)
        role.adjectives = list(noun.adjectives)
        role.call(noun.name)
        if noun.kind != "person" and (kin := beasts_kin(noun.name)):
            role.call(kin)
        return role

    def _is_absent(self, noun: Noun) -> bool:
        """Only compared to, pictured, denied or what somebody is: not on the set."""
        before, after = self.text[: noun.from_], self.text[noun.end :]
        if self.casting.language == "zh":
            return bool(
                _ABSENT_ZH.search(before)
                or _WISHED_ZH.search(before)
                or _PICTURE_ZH.match(after)
                or _GONE_ZH.match(after)
            )
        when = (
            noun.count > 1 and _AS_WHEN_EN.search(before) and not after.startswith(",")
        )  # as reporters crowd the steps
        return bool((_ABSENT_EN.search(before) and not when) or _GONE_EN.match(after))

    def _meet_pronoun(self, pronoun: str, start: int) -> None:
        company = self.casting.company
        beasts = any(role.kind in {"animal", "bird"} for role in self.roles)
        if beasts and pronoun in {"his", "her", "its"} and _ITS_OWN.match(self.text, start + len(pronoun)):
            return
        if pronoun in _MANY or any(word in pronoun for word in _COUNTS):
            self._meet_many(pronoun, start)
            return
        if pronoun in {"it", "它"} and (self.casting.thing_last or any(noun.known for noun in self.things)):
            self.its = True
            return
        other = pronoun == "him" or (pronoun in {"he", "she"} and _AND_THEN.search(self.text[:start]) is not None)
        if _TO_WHOM_ZH.search(self.text[:start]) and self.roles:
            besides = self.roles[-1]  # 海鸥飞来，问他: not the gull
        else:
            besides = self._doer(start) if other else self._object(start) if pronoun in {"he", "she"} else None
        role = company.fitting(_SEX[pronoun], besides) if pronoun in _SEX else company.last_creature()
        if role is not None:
            self._see(role, start)
        else:
            self.its = self.its or pronoun in {"it", "它"}

    def _object(self, start: int) -> Role | None:
        """ "He pinned the monkey": whom the sentence names behind the pronoun that opens it is somebody else."""
        if start > 2 or self.casting.language != "en":
            return None
        recent = self.casting.company.recent
        last = recent[-1] if recent else None
        named = [
            n for n in nouns_in(self.text, "en") if n.determiner == "the" and n.kind in {"person", "animal", "bird"}
        ]
        return last if last is not None and any(set(last.heads) & {noun.name} for noun in named) else None

    def _doer(self, start: int) -> Role | None:
        """Who opens the sentence and does something to him: somebody else than he."""
        if len(set(self.roles)) != 1:
            return None
        at, role = self.spots[0]
        opens = len(self.text[:at].split()) <= 2 and not _NEW_CLAUSE.search(self.text[at:start])
        return role if opens else None

    def _meet_many(self, pronoun: str, start: int) -> None:
        """They, both, all three: the last ones mentioned, those of the scene before when nobody has been yet."""
        company = self.casting.company
        count = next((n for word, n in _COUNTS.items() if word in pronoun), 2)
        here = company.recent if len(company.recent) >= count else [*company.before, *company.recent]
        if pronoun == "them" and len(set(self.roles)) == 1 and len(set(here)) > count:
            here = [role for role in here if role not in self.roles]  # who stares at them is not one of them
        people = [role for role in dict.fromkeys(here) if role.kind == "person"]
        if kin := kin_pair(company, self.text[:start], three=self.text[start] == "三"):
            people, count = kin, len(kin)
        elif len(people) < count and len(here) < count and any(word in pronoun for word in _COUNTS):
            gone = [role for role in company.roles if role.kind == "person" and role.seen and role not in people]
            people = [*gone, *people]
        pair = [role for role in company.pair if role in company.recent]
        if self.casting.language == "en" and not self.roles and len(pair) == count == 2:
            people = pair  # two who were told of together, whoever came by since
        enough = len(people) >= count or 1 < len(people) > len(here) - 1
        seer = self._who_sees(start)
        if seer is not None:
            people, here = ([role for role in pool if role is not seer] for pool in (people, here))
            enough = len(people) >= count
            if not enough and len(company.before) >= count:
                people, enough = [role for role in company.before if role is not seer], True
        for role in (people if enough else list(dict.fromkeys(here)))[-count:]:
            self._see(role, start)

    def _who_sees(self, start: int) -> Role | None:
        """王总冲上天台，看见两人: not one of the two."""
        clause = self.text[:start]
        alone = len(set(self.roles)) == 1 and self.casting.language == "zh"
        return self.roles[0] if alone and _SEES_ZH.search(clause) else None

    def _change(self, change: Change) -> None:
        """A costume change makes a new look for whoever was last mentioned before it."""
        wearer = next((role for at, role in reversed(self.spots) if at <= change.start), None)
        described = any(start <= change.start < end for start, end in self.taken)
        if wearer is None or described or wearer.kind != "person":
            return
        self.taken.append((change.start, change.end))
        if change.told and self._already_worn(wearer, change):
            return
        old = wearer.look(self.casting.look_of(wearer))
        worn = f"{old.description}, {change.costume}".strip(", ") if change.adds else change.costume
        name = re.sub(r"^(?:an?|the|his|her|一[件顶条身套双副])\s*", "", change.costume)
        if all(look.name != name for look in wearer.looks):
            wearer.looks.append(Look(name=name, description=worn))
        self.casting.wearing[wearer.id] = name

    def _already_worn(self, wearer: Role, change: Change) -> bool:
        """Whether the words only repeat what is worn; the first costume that a role is given is its default."""
        worn = wearer.look(self.casting.look_of(wearer))
        if not worn.description:
            wearer.looks[wearer.looks.index(worn)] = worn.with_(description=change.costume)
            self.dressed.add(wearer.id)
            return True
        pieces = [n for n in nouns_in(change.costume, self.casting.language) if n.worn]
        if wearer.id in self.dressed:  # 他穿着绿色的制服，戴着一顶大帽子
            joint = "，" if self.casting.language == "zh" else ", "
            wearer.looks[wearer.looks.index(worn)] = worn.with_(
                description=f"{worn.description}{joint}{change.costume}"
            )
            return True
        return all(noun.name in worn.description.casefold() for noun in pieces)


def _reveals(noun: Noun, before: str) -> bool:
    """ "The rider takes it off: JUNE (70)": the name behind the colon is the nameless one's."""
    return noun.kind == "person" and noun.determiner == "the" and bool(_REVEALS.fullmatch(before[noun.end :]))


_COMES_TO_ZH = re.compile(r"(?:[在到进回往向朝]|走出|离开|路过|经过)$")
_AT_HIS_ZH = re.compile(
    r"的(?![身面背怀肩眼脸脚头手腿膝耳胸])[^，。]{1,5}?(?:[前旁边上里外中内]|门口)(?=[，。；！？]|$)"
)
"""站在阿远的工位前: his desk is there, and he need not be."""
_SEES_ZH = re.compile(r"(?:看[见到着了向]|望[见着向]|盯着|发现|遇[见上到]|撞见|[向朝对冲给跟把将让叫])$")
_PICTURED_ZH = re.compile(r"^[^，。]{0,6}?(?:照片|相片|画像|油画|海报|屏幕|电视|画面)[上里中](?=[，,是的有])")


def _without_pictured(text: str) -> str:
    """照片上，年轻的李师傅抱着吉他: the photograph is here, and nobody of those in it."""
    found = _PICTURED_ZH.match(text)
    return text if found is None else found.group() + " " * (len(text) - found.end())


def _unquoted(text: str) -> str:
    """The text with what is said in it blanked: who is only spoken of is not there."""
    return _QUOTED.sub(lambda said: " " * len(said.group()), text)

"""A screenplay becomes a film: scenes, places, weather, cast, looks, props and shots, and a first cut.

By rules alone, so the same script always gives the same film; ids come from what is written and not from where it stands,
so a change in one scene leaves the takes of the others in place.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import TypeVar

from engine.film.cast import Subject, look_seed
from engine.film.document import Film, Language
from engine.film.numbers import slate_for
from engine.film.rate import FILM, Raster
from engine.film.setup import Angle
from engine.film.shots import Scene, Shot, TimeOfDay, Weather
from engine.script.assembly import first_cut
from engine.script.casting import Casting
from engine.script.casting_call import company_of
from engine.script.headings import Heading, is_omitted, read_heading, time_in
from engine.script.hints import hinted, place_inside, place_outside, place_within
from engine.script.lexicon import lexicon, wordset
from engine.script.locations import location_in
from engine.script.movers import acting_nouns
from engine.script.nouns import nouns_in
from engine.script.places import Places, arrives_in, flies, is_spot, is_vista, place_in
from engine.script.props import PropTable, coloured
from engine.script.roles import GENERAL_WORDS, Role, says_who
from engine.script.screenplay import Screenplay
from engine.script.ships import place_at_sea, place_of_sailing
from engine.script.shotlist import Draft, SceneDraft, ShotList, TransitionStyle, shot_list
from engine.script.shots import SceneFacts, ShotMaker
from engine.script.styles import style_told
from engine.script.weather import first_weather, weather_in, weathers
from engine.script.whereabouts import whereabouts

T = TypeVar("T")

_PRESENT = re.compile(r"[-–—]\s*(?:BACK TO (?:THE )?)?PRESENT(?: DAY)?\W*$", re.I)
"""Back from a flashback it is as late as it was."""


def breakdown(
    screenplay: Screenplay, *, rate: Fraction = FILM, raster: Raster | None = None, known: Sequence[Subject] = ()
) -> Film:
    """Break a screenplay down into a film with one cut, the assembly. Of those who are `known` already the script need not say who
    they are.

    Words that are not spoken and not action (centred text, 字幕) become lines without a speaker, so that they are read
    on the screen. Camera words end up in the setup and in the shot's note.
    """
    return _Breakdown(screenplay, rate, known).film(raster or Raster())


@dataclass(slots=True)
class _Breakdown:
    screenplay: Screenplay
    rate: Fraction
    known: Sequence[Subject] = ()
    listing: ShotList = field(init=False)
    casting: Casting = field(init=False)
    props: PropTable = field(init=False)
    places: Places = field(default_factory=Places)
    hours: dict[str, TimeOfDay] = field(default_factory=dict[str, TimeOfDay])  # place -> what time it was there last
    unheaded: bool = field(init=False)  # no headings: the words alone tell where we are

    def __post_init__(self) -> None:
        self.listing = shot_list(self.screenplay)
        self.unheaded = self.screenplay.format == "prose" or not any(scene.heading for scene in self.listing.scenes)
        if self.unheaded:
            self.listing.scenes = list(_by_place(self.listing.scenes, self.language))
        texts = [s for scene in self.listing.scenes for draft in scene.drafts for s in draft.sentences]
        self.casting = Casting(company_of(self.listing, self.language, self.known), acting_nouns(texts, self.language))
        self.props = PropTable(self.language)

    @property
    def language(self) -> Language:
        return self.screenplay.language

    def film(self, raster: Raster) -> Film:
        scenes = tuple(self._scenes())
        page = self.screenplay.title_page
        film = Film(
            title=" ".join(page.get("title", "").split()) or "Untitled",
            author=" ".join(page.get("author", "").split()),
            rate=self.rate,
            raster=raster,
            language=self.language,
            style=style_told(page),
            cast=_subjects([role for role in self.casting.company.roles if role.seen or role.speaks]),
            props=coloured(tuple(self.props.props.values()), self.listing.cast_notes, self.language),
            places=tuple(self.places.places.values()),
            scenes=scenes,
        )
        shots: list[TransitionStyle] = [d.transition for scene in self.listing.scenes for d in scene.drafts]
        return first_cut(film, shots, self.listing.last_transition)

    def _scenes(self) -> Iterator[Scene]:
        numbers = _numbers(self.listing.scenes)
        seen: dict[str, int] = {}
        before: Scene | None = None
        for draft, number in zip(self.listing.scenes, numbers, strict=True):
            key = " ".join(draft.heading.casefold().split())
            seen[key] = seen.get(key, 0) + 1
            scene_id = f"scene-{_digest(key, str(seen[key]))}"
            if is_omitted(draft.heading) and not draft.drafts:
                yield Scene(id=scene_id, number=number, heading=draft.heading, omitted=True)
                continue
            before = self._scene(draft, number, scene_id, before)
            yield before

    def _scene(self, draft: SceneDraft, number: str, scene_id: str, before: Scene | None) -> Scene:
        heading = read_heading(draft.heading, self.language)
        sentences = [sentence for shot in draft.drafts for sentence in shot.sentences]
        time = self._time(draft.heading, heading, sentences, before)
        self.hours[heading.place.casefold()] = time
        told = [shot.sentences for shot in draft.drafts]
        weather = self._weather(heading, told, before, time)
        place = (
            self.places.at(heading.place, heading.interior, _description(sentences, self)) if heading.place else None
        )
        self.casting.new_scene()
        self.props.last = None
        maker = ShotMaker(self.casting, self.props, self.rate, SceneFacts(scene_id, heading.place, heading.interior))
        made = maker.shots(draft.drafts)
        return Scene(
            id=scene_id,
            number=number,
            heading=draft.heading,
            place=place,
            time_of_day=time,
            weather=weather,
            synopsis="\n".join(draft.synopsis),
            shots=tuple(self._slated(draft, number, made, weathers(weather, told, self.language), weather)),
        )

    def _slated(
        self, scene: SceneDraft, number: str, shots: Sequence[Shot], skies: Iterable[Weather], usual: Weather
    ) -> Iterator[Shot]:
        rows = [draft.row for draft in scene.drafts]
        for index, (shot, row, sky) in enumerate(zip(shots, rows, skies, strict=True)):
            slate = self._slate(number, index) if row is None else row.slate
            yield shot.with_(slate=slate, weather=None if sky == usual else sky)

    def _slate(self, number: str, index: int) -> str:
        return f"{number}-{index + 1}" if self.language == "zh" else slate_for(number, index)

    def _time(self, heading_text: str, heading: Heading, sentences: Sequence[str], before: Scene | None) -> TimeOfDay:
        if heading.time is not None:
            return heading.time
        times: list[TimeOfDay | None] = [time_in(sentence) for sentence in sentences]
        if before is not None and _PRESENT.search(heading_text):
            return self.hours.get(heading.place.casefold(), before.time_of_day)
        told = _first(times)
        if told is not None and not heading.same_time:
            return told
        return before.time_of_day if before is not None else told or "day"

    def _weather(
        self, heading: Heading, shots: Sequence[Sequence[str]], before: Scene | None, time: TimeOfDay
    ) -> Weather:
        if heading.weather is not None:
            return heading.weather
        told = first_weather(shots, self.language)
        if told is not None:
            return told
        told_on = heading.same_time or not heading.place or self.unheaded
        told_of = "".join(shot.action for shot in before.shots) if before is not None else ""
        lies = before is not None and before.weather == "snow" and _SNOW_LIES.search(told_of) is not None
        goes_on = before is not None and (before.time_of_day == time or lies) and told_on
        if before is None or not goes_on:
            return "clear"
        lasts = before.shots[-1].weather or before.weather if before.shots else before.weather
        blooms = _IN_BLOOM.search(" ".join((heading.place, *(sentence for shot in shots for sentence in shot))))
        return "clear" if lasts == "snow" and blooms else lasts


def _subjects(roles: Sequence[Role]) -> tuple[Subject, ...]:
    """The cast, in the order they come up; whoever comes later leaves the colours of those before to them."""
    cast: list[Subject] = []
    for role in roles:
        cast.append(_subject(role, [subject.look_seed for subject in cast]))
    return tuple(cast)


def _subject(role: Role, taken: Sequence[int]) -> Subject:
    names = dict.fromkeys([*role.aliases, *role.heads])
    return Subject(
        id=role.id,
        name=role.name,
        aliases=tuple(alias for alias in names if alias.casefold() != role.name.casefold()),
        description=_dressed(role, _as_somebody(role)),
        looks=tuple(role.looks),
        look_seed=look_seed(role.name, taken),
    )


def _dressed(role: Role, told: str) -> str:
    """The description with the clothes that the name tells of: 黑衣首领 is more than 男子."""
    clothes = _CLOTHES_ZH.match(role.name)
    worn = " ".join((told, *(look.description for look in role.looks)))
    return f"{told}，{clothes.group()}" if clothes and told and "衣" not in worn else told


_CLOTHES_ZH = re.compile(r"[黑白红青蓝紫黄灰绿]衣(?!人)")

_LATER = re.compile(
    r"\W*(?:that (?:night|evening|afternoon)|one (?:[a-z]+ ){0,2}(?:night|evening|morning)\b|(?:at|by) (?:night|nightfall|midnight|evening|dusk|sunset|dawn|sunrise|daybreak|noon)\b|(?:as |when )?night falls|in the (?:evening|morning|afternoon)\b|(?:the )?(?:next|following) (?:morning|day|evening|night)|(?:dawn|night|dusk)\b\W)|"
    r"(?:当晚|当夜|那天晚上|夜里|第二天|次日|傍晚|天亮)",
    re.I,
)
"""Hours have passed since the line before, even where nothing told the hour so far."""

_SNOW_LIES = re.compile("雪后|积雪|雪地|雪原")
"""What lies on the ground is still there in the morning."""

_IN_BLOOM = re.compile(
    r"\b(?:green (?:meadow|field|hill|grass|valley|forest|lawn|pasture)s?|spring(?:time)?|summer|blossoms?|blooms?|in bloom|butterfl(?:y|ies)|swallows? return|sunny|sunshine)\b"
    r"|[春夏][天日季风光]|花开|开花|鲜花|盛开|绿[草野油茵]|草[长青]|蝴蝶|阳光明媚|炎热",
    re.I,
)
"""Where that is seen the snow of the scene before is gone."""

_TURNS = re.compile(
    r"\b(?:suddenly|begins?|starts?|breaks|sets in|rolls in|comes down)\b|忽然|突然|骤|下起|起了|刮起|飘起|开始|变",
    re.I,
)
"""Weather that comes while we look: what was before had none of it."""

_SOMEBODY = {
    ("en", "female", "child"): "a girl", ("en", "male", "child"): "a boy", ("en", "", "child"): "a child",
    ("en", "female", ""): "a woman", ("en", "male", ""): "a man", ("en", "", ""): "a person",
    ("zh", "female", "child"): "女孩", ("zh", "male", "child"): "男孩", ("zh", "", "child"): "孩子",
    ("zh", "female", ""): "女子", ("zh", "male", ""): "男子", ("zh", "", ""): "人",
}  # fmt: skip


_SEXED_ZH = wordset(
    "男 女 妇 妈 母 娘 爸 父 爷 奶 婆 公 叔 伯 姑 姨 哥 弟 姐 妹 嫂 翁 汉 僧 和尚 先生 太太 小姐 夫人 胡 须"
)
"""Words that already say of a Chinese subject whether it is a man or a woman."""
_BEINGS = wordset(
    "ghost robot alien angel mermaid fairy zombie vampire goblin ogre troll elf snowman genie android spirit baby "
    "幽灵 机器人 外星人 天使 美人鱼 妖怪 鬼 精灵 雪人 婴儿 宝宝"
)
"""Those have pictures of their own."""


def _as_somebody(role: Role) -> str:
    """The description, which says man or woman, boy or girl where the script only lets one guess it: VIVIAN LARK is no
    bird, and a gangster no thing."""
    if role.language == "zh" and role.named and role.age == "child" and not role.body:
        return _SOMEBODY["zh", role.sex, "child"]
    old = (
        role.language == "zh" and not role.sex and ("老人" in role.body + role.name or "老者" in role.body + role.name)
    )
    if role.kind == "person" and old and not any(mark in role.name + role.body for mark in _SEXED_ZH):
        return "，".join(filter(None, (role.body, "男子")))  # 老人 without any 她 is an old man
    if role.kind != "person" or any(says_who(word, role.body) for word in GENERAL_WORDS):
        return role.body
    words = lexicon(role.language)
    spelled = " ".join((role.name, *role.aliases)).split()
    if not role.body:  # nothing else tells that 柳如烟 is no 烟
        spelled += [name[at:] for name in spelled if not name.isascii() for at in range(1, len(name))]
    mistaken = any(words.category(word) not in {None, "person"} for word in spelled) or _sounds_like_a_beast(role)
    told = role.language == "zh" and role.sex and role.named and role.age != "child"
    if told and not any(mark in role.name + role.body for mark in _SEXED_ZH):
        said = (role.body, _SOMEBODY["zh", role.sex, ""])
        return "，".join(filter(None, reversed(said) if mistaken else said))
    being = bool(_BEINGS & {head.split()[-1] for head in role.heads})
    if role.named and not mistaken and not being and role.language == "en" and role.sex and not _tells_sex(role):
        return ", ".join(filter(None, (role.body, _SOMEBODY["en", role.sex, "child" if role.age == "child" else ""])))
    if (role.named and not mistaken) or being:
        return role.body
    who = _SOMEBODY[role.language, role.sex, "child" if role.age == "child" else ""]
    said = (who, role.body) if mistaken else (role.body, who)
    return ("，" if role.language == "zh" else ", ").join(filter(None, said))


def _tells_sex(role: Role) -> bool:
    """Whether the English words about somebody say man or woman already; LUCILLE and "she" do not reach the wardrobe."""
    told = " ".join((role.name, *role.aliases, role.body, *(look.description for look in role.looks)))
    words = set(re.findall(r"[a-z]+", told.casefold())) - lexicon("en").words("appearance")
    return bool(words & (lexicon("en").words("female") | lexicon("en").words("male")))


def _sounds_like_a_beast(role: Role) -> bool:
    """老马 is no horse."""
    called = re.fullmatch(r"[老小阿大](.)", role.name) if role.named else None
    return called is not None and lexicon("zh").category(called[1]) in {"animal", "bird"}


def _numbers(scenes: Sequence[SceneDraft]) -> list[str]:
    """The script's own numbers where it has them; the others count on without taking one of those."""
    taken = {scene.number for scene in scenes if scene.number}
    numbers: list[str] = []
    used: set[str] = set()
    count = 0
    for scene in scenes:
        number = scene.number if scene.number and scene.number not in used else ""
        while not number:
            count += 1
            number = "" if str(count) in taken or str(count) in used else str(count)
        used.add(number)
        numbers.append(number)
    return numbers


def _description(sentences: Sequence[str], film: _Breakdown) -> str:
    """What the script says of the place: its first sentence, where nobody and nothing but scenery is in it."""
    sentence = sentences[0].strip() if sentences else ""
    kinds = {noun.kind for noun in nouns_in(sentence, film.language)}
    named = any(role.name.casefold() in sentence.casefold() for role in film.casting.company.roles)
    tells = kinds == {"scenery"} and not named and weather_in(sentence, film.language) is None
    return sentence if tells and len(sentence) < 120 else ""


def _by_place(scenes: Sequence[SceneDraft], language: Language) -> Iterator[SceneDraft]:
    """Prose has no headings: a new place, another time of day or a turn of the weather in the words is a new scene."""
    known = whereabouts((text for scene in scenes for draft in scene.drafts for text in draft.sentences), language)
    for scene in scenes:
        if scene.heading:
            yield scene
            continue
        current = SceneDraft(number=scene.number, synopsis=scene.synopsis)
        here: tuple[str, bool | None] | None = None
        now: TimeOfDay | None = None
        sky: Weather | None = None
        story: list[str] = []
        outdoors: tuple[str, bool | None] | None = None
        back: tuple[str, bool | None] | None = None  # from what somebody looked at, to where they stand
        for draft in scene.drafts:
            times: list[TimeOfDay | None] = [time_in(text) for text in draft.sentences]
            place = (
                _place_told(draft.sentences, here, language)
                or place_inside(draft.sentences, story)
                or place_outside(draft.sentences, here, outdoors, view=_is_view(draft))
                or place_within(draft.sentences, here, story)
                or (None if _is_aloft(here) and flies(draft.sentences) else back)
                or known.back_to(draft.sentences, here)
            )
            place, time = known.again(place, here), _first(times)
            vista = place is not None and is_vista(place[0], here)
            back = here if place is not None and (vista or _is_view(draft)) else None
            arrived = here is None and any(arrives_in(text, language) for text in draft.sentences)
            moved = place is not None and (arrived if here is None else _elsewhere(place, here))
            hours_on = any(_LATER.match(text) for text in draft.sentences)
            later = time is not None and (hours_on if now is None else time != now)
            weathers: list[Weather | None] = [weather_in(text, language) for text in draft.sentences]
            weather = _first(weathers)
            told = sky is not None or any(_TURNS.search(text) for text in draft.sentences)
            turned = weather is not None and weather != sky and told and {weather, sky} != {"rain", "storm"}
            if current.drafts and (moved or later or turned):
                yield _somewhere(current, language)
                current = SceneDraft()
            here, now, sky = place or here, time or now, weather or sky
            story += draft.sentences
            outdoors = here if here is not None and not here[1] else outdoors
            known.note(draft.sentences, here, moved=moved)
            current.heading = _written(here, language)
            current.drafts.append(draft)
        yield _somewhere(current, language)


def _somewhere(scene: SceneDraft, language: Language) -> SceneDraft:
    """The scene, which plays where its things suggest when no line names a place."""
    scene.heading = scene.heading or _written(hinted(scene.texts(), language), language)
    return scene


def _elsewhere(place: tuple[str, bool | None], here: tuple[str, bool | None]) -> bool:
    """Another place, or the same from the other side of its walls."""
    return place[0].casefold() != here[0].casefold() or place[1] is not here[1]


def _is_aloft(here: tuple[str, bool | None] | None) -> bool:
    return here is not None and is_vista(here[0], ("", False))


def _is_view(draft: Draft) -> bool:
    return draft.called is not None and draft.called.angle is Angle.POINT_OF_VIEW


def _place_told(
    texts: Sequence[str], here: tuple[str, bool | None] | None, language: Language
) -> tuple[str, bool | None] | None:
    """Where the lines of a shot take us, from `here`; None where they do not say."""
    known = here[0] if here is not None else None
    named = [place_in(text, language, settled=here is not None) for text in texts]
    told = [place_of_sailing(text, place[0] if place else None, here) for text, place in zip(texts, named, strict=True)]
    by_word = (location_in(text, language, settled=here is not None) for text in texts)
    place = _first(told) or _first(named) or _first(place_at_sea(text, known) for text in texts) or _first(by_word)
    if here is not None and place is not None and is_spot(place[0], here):
        return None if _is_aloft(here) else here  # under a tree nobody is in the sky
    return place


def _first(values: Iterable[T | None]) -> T | None:
    for value in values:
        if value is not None:
            return value
    return None


def _written(place: tuple[str, bool | None] | None, language: Language) -> str:
    if place is None:
        return ""
    if language == "zh":
        return f"{'内景' if place[1] else '外景'} {place[0]}"
    return f"{'INT.' if place[1] else 'EXT.'} {place[0].upper()}"


def _digest(*parts: str) -> str:
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:10]

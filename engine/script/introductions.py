"""How scripts introduce people: names in capitals, ages in brackets, and the words of description that follow.

Only the first sentence about somebody describes them; it ends where somebody does something, so the main verb is what
these rules look for.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cache

from engine.film.document import Language
from engine.script.lexicon import lexicon, wordset
from engine.script.looks import age_in
from engine.script.names_en import TITLES, does_something, is_nicknamed, is_speaker, takes_something
from engine.script.nouns import nouns_in
from engine.script.trades_en import told_by_trade
from engine.vocabulary import broader_verbs, vocabulary

_CAPS = re.compile(
    r"(?<![A-Za-z'’.-])(?:(?:MR|MRS|MS|DR|MISS|CAPTAIN|OLD|YOUNG|LITTLE|THE)\.?\s)?[A-Z][A-Z'’-]+(?:\s(?:ST\.|[A-Z]\.|[A-Z][A-Z'’-]+)){0,2}(?:\s#?\d\b)?(?![a-z'’-])"
)
_NOT_NAMES = wordset("""BANG CRASH BOOM SMASH THUD CLICK SNAP POP WHAM SLAM KNOCK RING BUZZ BEEP SPLASH CRACK CREAK WHOOSH ROAR SCREECH RUMBLE THUMP
    CLANG DING TICK TOCK HISS BLAM POW ZAP SILENCE BLACK WHITE DARKNESS CUT FADE DISSOLVE WIPE SMASH MATCH JUMP CLOSE WIDE MEDIUM FULL
    SHOT SHOTS ANGLE CLOSE-UP CLOSEUP INSERT POV EXTREME LONG OVER SHOULDER HIGH LOW EYE LEVEL BIRD DUTCH PUSH PULL PAN TILT TRUCK
    TRACK TRACKING DOLLY ZOOM CRANE FOLLOW ORBIT ROLL WHIP HAND-HELD HANDHELD STATIC SLOW FAST MOTION CAMERA REVERSE TWO-SHOT ESTABLISHING
    AERIAL MONTAGE SERIES FLASHBACK INTERCUT TITLE TITLES SUPER SUPERIMPOSE CREDITS END BEGIN CONTINUED CONTINUOUS LATER MORE CONT INT EXT
    EST DAY NIGHT DAWN DUSK MORNING EVENING NOON MIDNIGHT TV DVD CD NYC USA UK FBI CIA VO OS OC ON TO IN OUT UP DOWN LEFT RIGHT THE A AN
    AND OR OF WITH FROM AT BY FOR NO YES OK SOS EXIT OPEN CLOSED SALE STOP GO HELP WELCOME CU ECU MCU MS LS ELS WS EWS FS BCU OTS CLOCKWISE
    COUNTERCLOCKWISE DETAIL BACK VIEW GOD'S BIRD'S WORM'S SOUND MUSIC SFX SUDDENLY""")
_AGE_NEXT = re.compile(
    r"\s*[(（]\s*(?:\d|early|mid|late|about|around|[a-z]+ties|an?\s|in (?:his|her))|,\s*(?:\d{1,3}(?:['’]?s)?\b|early|mid|late|an?\s|in (?:his|her) )",
    re.I,
)
_CALLED = re.compile(r"\b(?:named|called|name is|known as)\s+$", re.I)
_ARTICLE_BEFORE = re.compile(
    r"\b(?:an?|the|his|her|its|their|this|that|one|two|three|some|of)\s+(?:[A-Za-z-]+\s+)?$", re.I
)
_TITLED = re.compile(rf"(?:{TITLES})\s[A-Z]")
_TITLE_CASE = re.compile(
    rf"(?<![A-Za-z'’-])(?:(?:Mr|Mrs|Ms|Dr|Miss|Captain|{TITLES})\.?\s)?[A-Z][a-z]+(?:-[A-Za-z][a-z]+)?(?:\s[A-Z][a-z]+)?(?![A-Za-z-])"
)
_AGE_BRACKET_EN = re.compile(r"\s*\(\s*(?:\d{1,3}\b|early|mid|late|[a-z]+ties|an? )", re.I)

_SEGMENT = re.compile(r"\s*,\s*([^,.;!?()—]+)")
_BRACKET = re.compile(r"\s*[(（]([^()（）]*)[)）]")
_TRAILING = re.compile(r"\s+((?:with|in|wearing|dressed in|of)\s[^,.;!?()—]+)", re.I)
_DESCRIBES = re.compile(
    r"^(?:\d|(?:both|all)\s+(?:in|with|wearing)\b|(?:early|mid|late|about|around|barely)\b|in (?:his|her|their)\b|an?\s|with\b|wearing\b|dressed\b|in an?\b|in\b|"
    r"[a-z]+-(?:year|haired|eyed|faced|looking|aged|bearded)|tall|short|thin|fat|old|young|small|big|little|bearded|bald|slim|stout|"
    r"handsome|beautiful|pretty|elegant|elderly|middle-aged|teenage|skinny|plump|round|lanky|weathered|grey|gray|white|black|red|"
    r"orange|brown|bright|pale|dark|blonde?|curly|the\s+\w+'s|his\b|her\b|thirties|twenties|forties|fifties|sixties|seventies)",
    re.I,
)
_ACTING_PHRASE = re.compile(
    r"^(?:in|with)\s+(?:his|her|their|the)?\s*(?:hands?|arms|front|silence|tears|a (?:hurry|moment|second|low voice))\b",
    re.I,
)

_WHERE_WORN = re.compile(r"\s+(?:around|round|over|on|about|across)\s+(?:his|her|its|their)\s+\w+$")
_ANOTHER = re.compile(r"\b[A-Z]{2,}\b")
"""Somebody else's name in capitals: the description of the first one ends before it."""

_NAME_ZH = re.compile(r"([\u3400-\u9fff·]{1,6})[（(]([^（）()]*)[）)]")
_AGE_ZH = re.compile(
    r"\d{1,3}\s*多?岁|[一二三四五六七八九十]{1,3}[几多来]?岁|中年|老年|青年|少年|年轻|年迈|男|女|穿|戴|胡子|头发|身材|高个|矮|瘦|胖|披"
)
_BEFORE_NAME_ZH = re.compile(r".*(?:着|了|是|有|见|叫|向|对|和|与|跟|给|，|个|位|名|在|的|来|过|住|走进|站起|坐)")
SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文柳"
_CALLED_ZH = re.compile(
    r"(?:(?<![\u3400-\u9fff])[他她它](?:的?名字)?|[，,])?(?:名字?叫做?|叫做|叫作|名为|叫)(?P<name>(?![他她它我你您了着]|一[声句下]|起来|[出过]声)[\u3400-\u9fff]{2,3})(?=[，,。；、：:！——]|$)"
)
_NAME_ENDS_ZH = r"(?=[，,。、：:！!？?]|[正在把和与跟从向对站坐走跑骑拿提抱背举看望推开拉打穿戴披独悄慢轻笑哭低抬转蹲跪躺说问喊牵端捧])"
_NAME_BEHIND_ZH = re.compile(
    rf"(?:阿[\u3400-\u9fff]|[小老][\u3400-\u9fff]|[\u3400-\u9fff][姨叔伯婶嫂婆哥姐爷]|[{SURNAMES}][\u3400-\u9fff]{{1,2}}?){_NAME_ENDS_ZH}"
)
_AGED_NAME_ZH = re.compile(
    r"(?![他她它我你您])[\u3400-\u9fff]{2,3}(?=[，,]约?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[几多来]?岁)"
)
"""女儿女娃，十岁: whose age follows is named before it."""
_LIVING = wordset("person animal bird")
_DESCRIBES_ZH = re.compile(
    r"^(?:约?\d{1,3}\s*多?岁|[一二三四五六七八九十]{1,3}[几多来]?岁|中年|老年|年轻|年迈|身?穿|头?戴|身?披|围着|留着|满头|一身|一头|满脸|身材|个子|高高|瘦|胖|矮|白发|黑发|长发|短发|[大小白黑灰长短]{1,2}胡[子须]?|络腮胡|是?一[个只位名头条匹辆])"
)


@dataclass(frozen=True, slots=True)
class Introduction:
    """A name that a text introduces, at [start, end)."""

    name: str
    start: int
    end: int


def new_names(text: str, language: Language) -> tuple[Introduction, ...]:
    """Names that the text introduces by its typography: capitals with an age or a verb, an age in brackets."""
    return _names_zh(text) if language == "zh" else (*_caps_names(text), *_title_case_names(text))


def _caps_names(text: str) -> tuple[Introduction, ...]:
    if text.isupper():
        return ()
    found: list[Introduction] = []
    for match in _CAPS.finditer(text):
        name, start, end = _trimmed(match.group(), match.start())
        if name and _is_introduced(text, name, start):
            found.append(Introduction(name, start, end))
    return tuple(found)


def _is_introduced(text: str, name: str, start: int) -> bool:
    """Whether what stands in capitals at `start` is somebody's name, told or acting for the first time."""
    end = start + len(name)
    told = _introduces(text, start, end) or name[-1:].isdigit()
    if (_are_several(name) and not told) or (
        _is_behind_the_living(text, start) and _is_a_deed(text, name, end) and not told
    ):
        return False
    if _is_somebodys(text, start):
        return True
    return (told or _acts(text, end)) and not (_is_prop(name) and not (told and _may_be_named(text, start)))


def first_names(before: str) -> str:
    """What stands in capitals right before a name and belongs to it, after a possessive: the DETECTIVE NADIA of "his partner, DETECTIVE NADIA SINGH"."""
    found = re.search(r"(?:[A-Z][A-Z'’.-]+\s+){1,3}$", before)
    if found is None or any(word.strip(".'’") in _NOT_NAMES for word in found.group().split()):
        return ""
    return found.group() if re.search(r"[a-z],\s*$", before[: found.start()]) else ""


def _trimmed(name: str, start: int) -> tuple[str, int, int]:
    """Without a leading THE and without words that are no names; empty when nothing is left."""
    if name.startswith("THE "):
        name, start = name[4:], start + 4
    end = start + len(name)
    if name.endswith(("'S", "’S")):
        name, end = name[:-2], end - 2
    if len(name) < 2 or any(word.strip("'’") in _NOT_NAMES for word in name.split()):
        return "", start, end
    return name, start, end


def _introduces(text: str, start: int, end: int) -> bool:
    return bool(_AGE_NEXT.match(text, end) or _CALLED.search(text[:start]))


def _acts(text: str, end: int) -> bool:
    """Whether a verb in the third person follows: "MARY enters", "TOM and ANN run"."""
    following = re.match(
        r"(?:,?\s+(?:slowly|quickly|suddenly|now|then|also|both|still|quietly|[a-z]+ly))?\s+([a-z]+)\b", text[end:]
    )
    if following is None:
        return False
    word = following.group(1)
    if word == "and" and _AND_SO.match(text, end):
        return False
    return word in {"is", "has", "and", "does"} or (
        lexicon("en").verb(word) is not None and word not in {"light", "set"}
    )


_AND_SO = re.compile(r"\s+and\s+[a-z]+(?:ing|ed|y)?,\s+[A-Z]")
"""Nervous and sweating, Felix listens: a quality and another, before whose they are."""
_GOES_ON = re.compile(
    r"(?:['’]s\s+(?:[a-z]+\s+)?(?P<body>[a-z]+)\s+[a-z]+|\s+(?:\w+ly\s+)?(?P<verb>[a-z]{4,}s))(?=\s+(?:and|as|at|in|on|into|onto|to|with|by|for|from|over|under|up|down|out|off|away|along"
    r"|through|around|across|past|like|when|while|until|before|after|beside|behind|when|the|an?|his|her|their|its|it|him|them|something|two|three|four|five|six|\w+ly)\b|\s*[,.;!?])"
)


def _acts_by_dictionary(text: str, end: int) -> bool:
    """Whether what follows a name given to people is a verb of the dictionary in the third person, or what a part of their body does:
    "Ella beams as", "Sam's jaw drops when"."""
    following = _GOES_ON.match(text, end)
    if following is None or takes_something(text, end):
        return following is not None or takes_something(text, end)
    if following["body"]:
        return is_of_a_body(following["body"])
    verb, known = following["verb"], broader_verbs("en")
    return any(base in known for base in (verb[:-1], verb.removesuffix("es"), verb.removesuffix("ies") + "y"))


def is_of_a_body(word: str) -> bool:
    """A part of a body, by our list or the dictionary: lips, nostrils, knuckles."""
    known = vocabulary("en")
    entry = known.get(word) or known.get(word.removesuffix("s"))
    listed = lexicon("en").category(word)
    return listed == "body" or (listed is None and entry is not None and entry.category == "body")


_WHOSE_BODY = re.compile(r"['’]s\s+(?:[a-z-]+\s+)?([a-z]+)\b")


def _has_a_body(text: str, start: int, end: int) -> bool:
    """Whether a part of somebody's body follows their name: "Ling's nostrils flare", "gooseflesh on Pip's arms"."""
    owned = _WHOSE_BODY.match(text, end)
    words = owned.group().split()[1:] if owned is not None else []
    return any(map(is_of_a_body, words)) and not re.search(r"\b(?:the|an?)\s+$", text[:start])


def _are_several(name: str) -> bool:
    """KIDS, GUARDS: so many people, and nobody's name."""
    known, low = lexicon("en"), name.casefold()
    last = low.rpartition(" ")[2]
    return known.lemma(last) != last and known.category(last) == "person"


def _may_be_named(text: str, start: int) -> bool:
    """A noun in capitals with an age or after "his dog," is a name (VIVIAN LARK, 32); after an article it is a noun."""
    return not _ARTICLE_BEFORE.search(text[:start])


def _is_prop(name: str) -> bool:
    """A LETTER, the RED BALLOON: nouns of the lexicon in capitals are handled as nouns."""
    return lexicon("en").category(name.split()[-1]) is not None and lexicon("en").category(name) != "person"


_AIR_NEXT = re.compile(
    r"\s+(?:(?:snow|rain|hail|sleet|fog|mist|frost|smoke|dust|wind|thunder|clouds|flakes|snowflakes|blossoms|petals|light|sunlight)"
    r"(?=\s+[a-z]+|\s*[.,;!])|leaves\s+(?=(?:\w+ly\s+)?(?:fall|drift|whirl|swirl|dance|blow|float|flutter|spin|rustle|cover|carpet|come|rain|are|lie)))"
)
"""Heavy rain falls, autumn leaves drift: what stands before them is no name."""


def _title_case_names(text: str) -> tuple[Introduction, ...]:
    words = lexicon("en")
    found: list[Introduction] = []
    for match in _TITLE_CASE.finditer(text):
        name, start = _without_opener(match.group(), match.start())
        first = name.split()[-1].casefold()
        is_word = (
            words.category(first) is not None
            or words.verb(first) is not None
            or first in _COMMON | words.words("adjective") | words.words("age")
        )
        in_brackets = _AGE_BRACKET_EN.match(text, match.end()) is not None
        listed = not given_names().isdisjoint((first, name.split()[0].casefold()))
        titled = _TITLED.match(name) is not None and first not in _COMMON and words.category(first) is None
        called = titled or _CALLED.search(text[:start]) is not None or _follows_living(text, start, first)
        airy = _AIR_NEXT.match(text, match.end()) is not None
        titled = titled or is_nicknamed(name, text, match.end())
        called = called or is_speaker(text[:start]) or (titled and first not in _COMMON)
        tells = (
            not is_word
            and not airy
            and not is_of_a_body(first)
            and (_acts(text, match.end()) or is_described(text, match.end()))
        )
        is_name = listed and first not in _COMMON and words.category(first) != "person"
        does = listed and first not in vocabulary("en") and does_something(text, match.end())
        called = called or (is_name and told_by_trade(text, match.end()) is not None)
        acts = does or _acts(text, match.end()) or _acts_by_dictionary(text, match.end())
        goes_on = acts or _GOES_ON.match(text, match.end()) is not None
        unheard = not is_word and not airy and goes_on and _is_unheard(first)
        bodied = first not in _COMMON and words.category(first) is None and _has_a_body(text, start, match.end())
        if called or in_brackets or tells or unheard or bodied or (is_name and goes_on):
            found.append(Introduction(name, start, match.end()))
    return tuple(found)


@cache
def given_names() -> frozenset[str]:
    """What people are called, by our lists, in small letters."""
    words = lexicon("en")
    return frozenset[str]().union(*map(words.words, ("female", "male", "given_female", "given_male")))


def _is_unheard(word: str) -> bool:
    """Whether the dictionary has neither the word nor what it may be the plural of."""
    return vocabulary("en").keys().isdisjoint((word, word.removesuffix("s")))


def _without_opener(name: str, start: int) -> tuple[str, int]:
    """The COLE of "As Cole climbs"."""
    first, _, rest = name.partition(" ")
    return (rest, start + len(first) + 1) if rest and first.casefold() in _COMMON else (name, start)


def _follows_living(text: str, start: int, word: str) -> bool:
    """Whether the name stands right behind an animal or somebody's relation: "his dog Barnacle"."""
    before = re.search(r"\b(?:his|her|their|my|our|an?|the)\s+(?:[a-z-]+\s+)*?([a-z]+)\s+$", text[:start])
    if before is None or word in _COMMON:
        return False
    kind = lexicon("en").category(before[1])
    return kind in _LIVING and (kind != "person" or before.group().split()[0].casefold() not in {"a", "an", "the"})


def _is_somebodys(text: str, start: int) -> bool:
    """Whether the capitals stand right behind somebody's animal or relation: "her dog BISCUIT", "Anna's sister JUNE"."""
    owned = re.search(r"\b(?:his|her|their|my|our|[A-Z]\w+['’]s)\s+(?:[a-z-]+\s+){0,2}?[a-z]+\s+$", text[:start])
    return owned is not None and _is_behind_the_living(text, start)


def _is_behind_the_living(text: str, start: int) -> bool:
    before = re.search(r"\b([a-z]+)\s+$", text[max(0, start - 40) : start])
    return before is not None and lexicon("en").category(before[1]) in _LIVING


def _is_a_deed(text: str, name: str, end: int) -> bool:
    """BARKS, CRIES: in capitals as sounds are written, with no other verb behind them (her cat SOCKS purrs)."""
    word = name.casefold()
    if word in given_names() or (_acts(text, end) and not re.match(r"\s+and\b", text[end:])):
        return False
    bases = (word.removesuffix("s"), word.removesuffix("es"), word.removesuffix("ies") + "y")
    known = lexicon("en")
    return word.endswith("s") and any(known.verb(base) is not None or base in broader_verbs("en") for base in bases)


def is_described(text: str, end: int) -> bool:
    """Whether a person or an animal follows in apposition: "Anna, a young woman"."""
    segment = re.match(r",\s+(?:\d{1,3}\b|an?\s+([^,.;!?]+))", text[end:])
    if segment is None:
        told = re.match(r",\s+([^,.;!?]+)[,.]", text[end:])
        worn = told is not None and re.match(r"(?:in|wearing) (?:an?|his|her) ", told[1]) is not None
        return told is not None and (age_in(told[1]) is not None or (worn and _is_costume_piece(told[1])))
    nouns = nouns_in(segment.group().lstrip(", "), "en")
    return not segment.group(1) or any(noun.kind in _LIVING for noun in nouns)


_COMMON = wordset(
    "the a an he she it they we i you his her its their this that these those there here and but or so then now when while as if in "
    "on at by from with without under over behind beside between near after before suddenly slowly quickly everyone everybody nobody "
    "someone somebody something nothing everything one two three four all both each another other some many few no not what who where "
    "why how yes only even still just again later finally meanwhile outside inside upstairs downstairs above below far close "
    "halfway midway partway partly deep high low back home "
    "earth saturn jupiter uranus neptune pluto "
    "northern southern petals leaves sparks snowflakes flakes embers blossoms ash ashes fireflies dust motes raindrops sunbeams clouds waves stars"
)


def _names_zh(text: str) -> tuple[Introduction, ...]:
    found: list[Introduction] = []
    for match in _NAME_ZH.finditer(text):
        if not _AGE_ZH.search(match.group(2)):
            continue
        run = match.group(1)
        before = _BEFORE_NAME_ZH.match(run)
        name = run[before.end() :] if before and before.end() < len(run) else run
        name = _without_title(name)[-4:]
        found.append(Introduction(name, match.end(1) - len(name), match.end(1)))
    return (*found, *_called_zh(text), *_titled_zh(text))


def _titled_zh(text: str) -> Iterator[Introduction]:
    """少年阿杰, 老板娘陈姨: a name right behind what its bearer is."""
    known = lexicon("zh")
    for noun in nouns_in(text, "zh"):
        if noun.kind != "person" or noun.worn:
            continue
        named = _NAME_BEHIND_ZH.match(text, noun.end) or _AGED_NAME_ZH.match(text, noun.end)
        if named is not None and not any(text[noun.end : named.end() + more] in known.nouns for more in (0, 1)):
            yield Introduction(named.group(), noun.end, named.end())


def _called_zh(text: str) -> Iterator[Introduction]:
    """小女孩叫阿朵, 一位女子，名叫柳如烟: the introduction starts where the noun before it ends."""
    known = lexicon("zh")
    for match in _CALLED_ZH.finditer(text):
        living = match.group()[0] in "他她它" or any(
            known.nouns.get(text[at : match.start()]) in _LIVING for at in range(match.start() - 4, match.start())
        )
        if living and match["name"] not in known.nouns:
            yield Introduction(match["name"], match.start(), match.end())


def _without_title(run: str) -> str:
    """老师林月 is 林月, 白衣女子柳如烟 is 柳如烟; 老人 stays what it is."""
    known = lexicon("zh")
    for at in range(2, len(run) - 1):
        if 2 <= len(run) - at <= 3 and any(
            known.nouns.get(run[i:at]) == "person" for i in range(max(0, at - 3), at - 1)
        ):
            return run[at:]
    if titled := re.match(r"[\u3400-\u9fff]{1,4}?[师员家匠](?=[\u3400-\u9fff]{2,3}$)", run):
        return run[titled.end() :]
    return run


def titled(entry: str, cues: Collection[str]) -> tuple[str, str]:
    """(what the bearer is, the name): 刑警赵刚 speaks as 赵刚; ("", the entry) where it is only one of the two."""
    name = next((cue for cue in cues if 2 <= len(cue) < len(entry) and entry.endswith(cue)), "") or _without_title(
        entry
    )
    sure = name in cues or (name[0] in SURNAMES + "小老阿" and lexicon("zh").category(name) is None)
    return (entry[: -len(name)], name) if name != entry and entry not in cues and sure else ("", entry)


def description_after(text: str, end: int, language: Language, *, trailing: bool = True) -> tuple[int, str]:
    """(where it ends, the words): the description that follows a name or noun which ends at `end`. Empty when none."""
    return _described_zh(text, end) if language == "zh" else _described_en(text, end, trailing=trailing)


def _described_en(text: str, end: int, *, trailing: bool) -> tuple[int, str]:
    parts: list[str] = []
    bracket = _BRACKET.match(text, end)
    if bracket and not bracket.group(1).isupper():
        parts.append(bracket.group(1).strip())
        end = bracket.end()
    if trailing and (follows := _TRAILING.match(text, end)):
        words, _ = until_verb(_before_another(follows.group(1)))
        if (_is_appearance(words) or age_in(words) is not None) and not _brings_somebody(words):
            parts.append(words)
            end = follows.start(1) + len(words)
            if not bracket and (bracket := _BRACKET.match(text, end)) and not bracket.group(1).isupper():
                parts.append(bracket.group(1).strip())  # "A WOMAN IN A RED COAT (40s, sunglasses)"
                end = bracket.end()
    listed = bool(parts)
    while segment := _SEGMENT.match(text, end):
        if _ANOTHER.search(segment.group(1)):
            break
        words, cut = until_verb(segment.group(1))
        continues = listed and (_is_costume_piece(words) or (not cut and _is_adjective(words)))
        told = _DESCRIBES.match(words) is not None or age_in(words) is not None
        if not words or not (told or continues) or _ACTING_PHRASE.match(words):
            break
        if re.match(r"in\b|with\b|his\b|her\b", words, re.I) and not (_is_appearance(words) or age_in(words)):
            break
        years = age_in(words) if words.strip().replace("-", "").isalpha() else None
        parts.append(words if years is None else str(years))
        listed = True
        end = segment.start(1) + len(words)
        if cut:
            break
    return end, ", ".join(parts)


def _brings_somebody(words: str) -> bool:
    """ "With three donkeys at the edge of a green valley" tells of company, and not of looks."""
    nouns = nouns_in(words, "en") if re.match(r"with\s", words, re.I) else ()
    return bool(nouns) and nouns[0].kind in _LIVING and not nouns[0].worn


def _before_another(words: str) -> str:
    """Without the next one of a list: "in a yellow coat and a boy in a blue hat"."""
    for joint in re.finditer(r"\s+and\s+(?:an?|one|the other)\s", words):
        nouns = nouns_in(words[joint.end() - 2 :], "en")
        if nouns and nouns[0].kind in _LIVING and not nouns[0].worn:
            return words[: joint.start()]
    return words


def _is_costume_piece(words: str) -> bool:
    """ "long black dress", "and a fedora", "pigtails": ends in clothes or hair and holds nobody else."""
    known = lexicon("en")
    worn = known.words("wear") | known.words("appearance")
    words = _WHERE_WORN.sub("", words.casefold())
    pieces = [re.findall(r"[a-z]+(?:-[a-z]+)*", piece) for piece in re.split(r"\band\b", words)]
    short = all(len(piece) <= 5 for piece in pieces)
    return short and any(piece and known.lemma(piece[-1]) in worn for piece in pieces)


def _is_adjective(words: str) -> bool:
    """One word that is no noun and no verb: "unshaven"."""
    known = lexicon("en")
    return " " not in words and known.category(words) is None and known.verb(words) is None


def _is_appearance(words: str) -> bool:
    known = lexicon("en")
    looks = known.words("wear") | known.words("appearance") | known.words("colour") | known.words("body")
    tokens = re.findall(r"[a-z]+(?:-[a-z]+)*", words.casefold())
    return bool(re.match(r"of\s+\d", words)) or any(known.lemma(t) in looks or t in looks for t in tokens)


def until_verb(words: str) -> tuple[str, bool]:
    """The words up to the main verb, and whether there was one: "a woman in red enters" -> "a woman in red"."""
    known = lexicon("en")
    tokens = list(re.finditer(r"[A-Za-z]+(?:['’-][A-Za-z]+)*", words))
    for index, token in enumerate(tokens[1:], 1):
        low = token.group().casefold()
        before = tokens[index - 1].group().casefold()
        base = known.verb(low)
        finite = base is not None and not low.endswith("ing") and (low != base or low in {"is", "are", "has", "have"})
        is_past = low.endswith("ed")
        noun_like = before in {"a", "an", "the", "his", "her", "of", "in", "with"} or known.category(low) in {
            "wear",
            "appearance",
            "body",
        }
        on_clothes = is_past and known.category(before) in {"wear", "appearance"}  # "a hat pulled low"
        if (
            finite
            and not noun_like
            and not on_clothes
            and not (is_past and index + 1 < len(tokens) and _noun_follows(tokens[index + 1].group()))
        ):
            start = token.start()
            if before == "and":
                start = tokens[index - 1].start()
            return words[:start].rstrip(" ,"), True
    return words.strip(), False


def _noun_follows(word: str) -> bool:
    return lexicon("en").category(word) is not None


_AGED_AT_ONCE_ZH = re.compile(
    r"(?:已经?|今年|年近|年过)?((?:\d{1,3}|[一二三四五六七八九十]{1,3})[几多来]?岁)(?=[，,。])"
)
"""愚公九十岁，白胡子: no comma before the age."""


def _described_zh(text: str, end: int) -> tuple[int, str]:
    parts: list[str] = []
    bracket = _BRACKET.match(text, end)
    if bracket:
        parts.append(bracket.group(1).strip())
        end = bracket.end()
    if aged := _AGED_AT_ONCE_ZH.match(text, end):
        parts.append(aged.group(1))
        end = aged.end()
    while (segment := re.compile(r"[，,]\s*([^，,。；！？（）]+)").match(text, end)) and _DESCRIBES_ZH.match(
        segment.group(1)
    ):
        parts.append(segment.group(1).strip())
        end = segment.end()
    return end, "，".join(parts)

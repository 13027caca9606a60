"""English nouns: the longest match in the lexicon, and whatever a determiner introduces that no list knows.

Half of the short nouns of a film are verbs too (watch, light, ring, fly), so those count only where an article, an
adjective or a preposition stands before them.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from engine.script.lexicon import Category, Lexicon, lexicon, wordset
from engine.script.noun import Noun, NounKind, kind_of

_TOKEN = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|\d+")
_LONGEST_PHRASE = 4

ARTICLES = wordset("a an the this these those another every each some several many few any")
POSSESSIVES = wordset("his her their its my our your whose")
NUMERALS = wordset("one two three four five six seven eight nine ten eleven twelve dozen hundred")
_SPREADS = wordset("patch clump cluster bed field")
_MEASURES = _SPREADS | wordset(
    "pair pile stack bunch set handful heap row sack basket bowl cup glass bottle plate tray box jar"
)
_HOW_MANY = {
    "two": 2,
    "both": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "some": 3,
    "several": 3,
    "few": 3,
    "many": 4,
}
_WHERE_THEY_WORK = wordset(
    "seat desk table chair box booth room stall lounge quarters cell uniform station ward gallery entrance hut post tower shack office house"
)
"""What stands behind a person's noun to say whose sort it is: a nurse station brings no nurse."""
_ADMIRE = wordset(
    "wait cheer scream crowd swarm rush line reach push gather clap applaud wave chant shout roar sing surge"
)
_LIFTS = wordset(
    "lift lifts hoist hoists lower lowers haul hauls raise raises swing swings construction building tower steel giant huge rusty yellow harbor harbour"
)
_STUFFS = wordset("paper glass brass tin iron silver gold stone plastic rubber leather china")
_HUMAN_DEEDS = wordset(
    "raise wave shout nod smile sit stand walk run enter look hold hand step lean speak approach aim kneel whisper grin shrug"
)
_NO_LONGER_ALIVE = wordset(
    "roast roasted fried grilled boiled baked cooked smoked stuffed toy wooden plastic paper rubber stone bronze china clay plush tin "
    "porcelain painted carved origami"
)
_DETERMINERS = ARTICLES | POSSESSIVES | NUMERALS
_PREPOSITIONS = wordset(
    "of with in on at by from under over into onto through behind beside between near above below beneath across along "
    "around past toward towards without like inside outside against off upon beyond down up for about as than "
    "after before during among"
)
_FUNCTION = _PREPOSITIONS | wordset(
    "and or but nor so then to not no that which who whom while when where if because he she it they them him me us we i "
    "you is are was were be been being am has have had do does did can could will would should must may might there here "
    "instead anyway ahead nearby twice once upstairs downstairs forever very too also just only still again now suddenly slowly away out back together alone all both"
)
_KIN = wordset(
    "mother father mama papa mommy daddy baby brother sister grandmother grandfather king queen prince princess"
)
_NOT_HEADS = wordset(
    "twenties thirties forties fifties sixties seventies eighties nineties one other same rest first next last only most more less way half whole own such little much lot thing things"
)
_ABSTRACT_ENDING = re.compile(r"(?:ness|tion|sion|ment|ity|ism|ance|ence|ship|hood|ing|ly|dom|th)$")
_PERSON_ENDING = re.compile(r"(?:ist|ian|eer|man|woman|boy|girl|keeper|smith|wright|maker|master)$")


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    low: str
    start: int
    end: int
    joined: bool  # only blanks between this token and the one before
    aside: bool = False  # a bracket closes right before it


def find(text: str) -> tuple[Noun, ...]:
    """The concrete nouns of an English text, in order."""
    words = lexicon("en")
    tokens = _tokens(text)
    found: list[Noun] = []
    covered: set[int] = set()
    at = 0
    while at < len(tokens):
        size, category = _longest(tokens, at, words)
        if category is None or not _is_noun(tokens, at, size, words):
            at += 1
            continue
        covered.update(range(at, at + size))
        head = at + size - 1
        if not _modifies(tokens, head, words):
            found += _noun(tokens, at, size, category, words)
        at += size
    found += _unknown(tokens, covered, words)
    return tuple(sorted(found, key=lambda noun: noun.start))


def _tokens(text: str) -> list[_Token]:
    tokens: list[_Token] = []
    end = 0
    for match in _TOKEN.finditer(text):
        between = text[end : match.start()]
        word = match.group()
        if tokens and word.casefold() in {"s", "t", "re", "ll", "ve", "d", "m"} and between in {"'", "’"}:
            end = match.end()
            continue
        joined = bool(tokens) and not between.strip()
        tokens.append(_Token(word, word.casefold(), match.start(), match.end(), joined, between.strip() == ")"))
        end = match.end()
    return tokens


def _longest(tokens: list[_Token], at: int, words: Lexicon) -> tuple[int, Category | None]:
    for size in range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1):
        chunk = tokens[at : at + size]
        if all(token.joined for token in chunk[1:]):
            category = words.category(" ".join(token.low for token in chunk))
            if category is not None and not (size > 1 and _halts(tokens, at + size - 1, words)):
                return size, category
    return 0, None


def _halts(tokens: list[_Token], last: int, words: Lexicon) -> bool:
    """ "The bus stops at a hotel": somebody stops, and there are no bus stops."""
    low = tokens[last].low
    then = tokens[last + 1].low if last + 1 < len(tokens) and tokens[last + 1].joined else ""
    return low.endswith("s") and words.verb(low) is not None and then in _PREPOSITIONS


def _is_noun(tokens: list[_Token], at: int, size: int, words: Lexicon) -> bool:
    """Whether the match is used as a noun: certain for phrases and plain nouns, by its neighbours for the rest."""
    token = tokens[at]
    if size == 1 and _are_admirers(tokens, at):
        return True
    lemma = words.lemma(token.low)
    if size == 1 and token.low in words.words("colour"):
        return at > 0 and token.joined and tokens[at - 1].low in _DETERMINERS and not _dyes(tokens, at, words)
    if size > 1 or not (lemma in words.words("also_verb") or words.verb(token.low)):
        return not _after_name_article(tokens, at)
    before = tokens[at - 1] if at and token.joined else None
    if before is None:
        opens = not token.aside  # "TOBY (11) watches."
        return opens and (
            _stands_alone(tokens, at) or _opens_with_somebody(tokens, at, words) or _does_something(tokens, at, words)
        )
    low = before.low
    if low in _DETERMINERS or low in _PREPOSITIONS or _is_adjective(low, words) or _governed(tokens, at, words):
        return True
    if low in {"and", "or"}:
        return at >= 2 and not _opens_object(tokens, at)
    crewed = words.category(low) == "person" and words.nouns.get(lemma) == "vehicle"  # a pirate ship
    dressed = (crewed or words.category(low) in {"thing", "scenery", "wear"}) and token.low == lemma
    return low not in _FUNCTION and dressed and not _opens_object(tokens, at)


def _governed(tokens: list[_Token], at: int, words: Lexicon) -> bool:
    """Whether a determiner stands a word or two before, with nothing but modifiers between: "a brass key"."""
    if _opens_object(tokens, at):
        return False
    for back in range(at - 1, max(-1, at - 4), -1):
        low = tokens[back].low
        if low in _DETERMINERS:
            return True
        is_noun = words.category(low) is not None
        if not tokens[back + 1].joined or low in _FUNCTION or is_noun or words.verb(low) or low.endswith("ly"):
            return False
    return False


def _does_something(tokens: list[_Token], at: int, words: Lexicon) -> bool:
    """ "Crowds pour in": a plural, and a bare verb behind it."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    plural = words.lemma(tokens[at].low) != tokens[at].low
    return plural and following is not None and following.joined and words.verb(following.low) == following.low


def _stands_alone(tokens: list[_Token], at: int) -> bool:
    """ "Rain." or "A table, chair", "bat on his shoulder": a bare noun that no object follows."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not following.joined:
        return True
    then = tokens[at + 2].low if at + 2 < len(tokens) else ""
    return following.low in {"in", "on", "to", "over", "under", "against"} and then in POSSESSIVES | {"hand"}


def _opens_with_somebody(tokens: list[_Token], at: int, words: Lexicon) -> bool:
    """ "Mother and son sit", "Father waves": somebody without an article, who does something."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not following.joined or words.category(tokens[at].low) != "person":
        return False
    return following.low == "and" or (words.verb(following.low) is not None and following.low.endswith("s"))


def _opens_object(tokens: list[_Token], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        following is not None
        and following.joined
        and following.low in _DETERMINERS | {"at", "to", "up", "out", "him", "them", "it"}
    )


def _after_name_article(tokens: list[_Token], at: int) -> bool:
    """ "Will Rose" or "May": a capitalised name that is a noun too is a name when nothing introduces it."""
    token = tokens[at]
    inside = at > 0 and token.joined and tokens[at - 1].low not in _DETERMINERS
    return inside and token.text[0].isupper() and token.text[1:].islower() and token.low in {"rose", "lily", "ivy"}


def _is_adjective(low: str, words: Lexicon) -> bool:
    return (
        low in words.words("colour")
        or low in words.words("age")
        or low in words.words("adjective")
        or ("-" in low and not words.category(low))
    )


def _dyes(tokens: list[_Token], at: int, words: Lexicon) -> bool:
    """Whether the colour is that of the next word: "an orange suit"."""
    following = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].joined else None
    return following is not None and (_modifies(tokens, at, words) or words.category(following.low) is not None)


def _modifies(tokens: list[_Token], head: int, words: Lexicon) -> bool:
    """Whether the noun that ends at `head` only dresses the next one: the "kitchen" of "kitchen table"."""
    if head + 1 >= len(tokens) or not tokens[head + 1].joined:
        return False
    following = tokens[head + 1]
    if following.low == "home" and words.category(tokens[head].low) in {"vehicle", "animal"}:
        return False  # "rides a bicycle home"
    lemma = words.lemma(following.low)
    if words.category(tokens[head].low) == "person" and words.nouns.get(lemma) == "vehicle":
        return tokens[head].text.islower() and following.low == lemma  # a pirate ship
    if tokens[head].low == "giant" and lemma in words.nouns:
        return following.low == lemma or words.verb(following.low) is None  # a giant octopus
    if tokens[head].low in _SPREADS and following.low == "of":
        return True  # a bed of flowers
    if tokens[head].low in _KIN and words.nouns.get(lemma) in {"animal", "bird"}:
        return following.low == lemma or words.verb(following.low) is None  # a mother hedgehog
    if words.category(tokens[head].low) == "person" and following.low in _WHERE_THEY_WORK:
        return tokens[head].text.islower() and words.lemma(tokens[head].low) == tokens[head].low  # a witness box
    if tokens[head].low in _STUFFS and following.low == lemma and words.nouns.get(lemma) == "thing":
        return True  # a paper cup
    if words.category(tokens[head].low) == "person" or words.verb(following.low) or lemma in words.words("also_verb"):
        return False
    return words.nouns.get(lemma) not in {None, "abstract", "body", "person"}


def _noun(tokens: list[_Token], at: int, size: int, category: Category, words: Lexicon) -> list[Noun]:
    first, determiner, adjectives = _dress(tokens, at, words)
    before = tokens[first - 1].low if first else ""
    opened = determiner == "the" and before not in {"in", "to", "across", "through", "at", "on", "against"}
    boxed = (determiner in {"a", "an"} or opened) and tokens[at].low in words.words("thing")
    if category == "body" and boxed and not _of_a_body(tokens, first, at, words):
        category = "thing"  # "her chest" is hers, "a chest" a box
    if _are_admirers(tokens, at + size - 1):
        category = "person"
    if _is_a_machine(tokens, at + size - 1):
        category = "thing"
    kind = kind_of(category)
    if kind is None:
        return []
    name = words.lemma(" ".join(token.low for token in tokens[at : at + size]))
    plural = not name.endswith(tokens[at + size - 1].low)
    made = category in {"animal", "bird"} and not _NO_LONGER_ALIVE.isdisjoint(adjectives)
    return [
        Noun(
            name=name,
            kind="thing" if made else kind,
            adjectives=adjectives,
            start=tokens[at].start,
            end=tokens[at + size - 1].end,
            from_=tokens[first].start,
            worn=category in {"wear", "appearance"},
            crowd=category == "crowd",
            determiner=determiner,
            count=_count(determiner, adjectives, plural=plural),
            counted=not _HOW_MANY.keys().isdisjoint((determiner, *adjectives)),
        )
    ]


def _of_a_body(tokens: list[_Token], first: int, at: int, words: Lexicon) -> bool:
    """The chest of "a fox with a white chest and a big tail" is no box: it has a coat's colour, or other parts beside it."""
    if first == 0 or tokens[first - 1].low != "with":
        return False
    coloured = any(token.low in words.words("colour") for token in tokens[first:at])
    phrase = itertools.takewhile(lambda token: token.joined, tokens[at + 1 : at + 5])
    return coloured or any(words.category(token.low) == "body" for token in phrase)


def _are_admirers(tokens: list[_Token], head: int) -> bool:
    """Fans who wait or cheer are people."""
    after = {token.low for token in tokens[head + 1 : head + 5]}
    return tokens[head].low == "fans" and not _ADMIRE.isdisjoint(after)


def _is_a_machine(tokens: list[_Token], head: int) -> bool:
    """A crane that lifts a car, or stands at a building site, is no bird."""
    near = {token.low for token in tokens[max(0, head - 3) : head + 3]}
    return tokens[head].low in {"crane", "cranes"} and not _LIFTS.isdisjoint(near)


def _count(determiner: str, adjectives: tuple[str, ...], *, plural: bool) -> int:
    for word in (determiner, *adjectives):
        if word in _HOW_MANY:
            return _HOW_MANY[word]
    return 2 if plural else 1


def _dress(tokens: list[_Token], at: int, words: Lexicon) -> tuple[int, str, tuple[str, ...]]:
    """The phrase before a head: index of its first token, its determiner, its adjectives."""
    first = at
    while first > 0 and tokens[first].joined and at - first < 5:
        low = tokens[first - 1].low
        if low in _DETERMINERS:
            return first - 1, low, tuple(token.low for token in tokens[first:at])
        if low in _FUNCTION or (words.verb(low) and not _is_adjective(low, words) and not low.endswith(("ed", "ing"))):
            break
        first -= 1
    near = at
    while near > first and (_is_adjective(tokens[near - 1].low, words) or _plain_modifier(tokens[near - 1], words)):
        near -= 1
    return near, "", tuple(token.low for token in tokens[near:at])


def _plain_modifier(token: _Token, words: Lexicon) -> bool:
    return words.category(token.low) in {"thing", "scenery"} and not words.verb(token.low)


def _unknown(tokens: list[_Token], covered: set[int], words: Lexicon) -> list[Noun]:
    found: list[Noun] = []
    for at, token in enumerate(tokens):
        if token.low not in _DETERMINERS and not _measures(tokens, at):
            continue
        chunk = _chunk(tokens, at, words)
        runs_on = bool(chunk) and chunk[-1] + 1 in covered and tokens[chunk[-1] + 1].joined
        spread = bool(chunk) and tokens[chunk[-1]].low in _SPREADS and _measures(tokens, chunk[-1] + 1)
        if not chunk or runs_on or spread or any(i in covered for i in chunk):
            continue
        head = _head(tokens, chunk, words, singular=token.low in {"a", "an", "another", "each", "every", "this"})
        if head is not None:
            found.append(_unknown_noun(tokens, at, head, words))
    return found


def _measures(tokens: list[_Token], at: int) -> bool:
    """The "of" of "a pair of tweezers" promises a thing as an article does."""
    return 0 < at < len(tokens) and tokens[at].low == "of" and tokens[at - 1].low in _MEASURES


def _chunk(tokens: list[_Token], determiner: int, words: Lexicon) -> list[int]:
    """Indices of the words that a determiner may govern."""
    chunk: list[int] = []
    for at in range(determiner + 1, min(determiner + 5, len(tokens))):
        token = tokens[at]
        if not token.joined or token.low in _FUNCTION or token.low in _DETERMINERS or token.low.isdigit():
            break
        is_verb = words.verb(token.low) is not None and not _is_adjective(token.low, words)
        if chunk and is_verb and not token.low.endswith("ing"):
            break
        if token.low.endswith("ly") and chunk:
            break
        chunk.append(at)
    return chunk


def _head(tokens: list[_Token], chunk: list[int], words: Lexicon, *, singular: bool) -> int | None:
    inflected = len(chunk) > 1 and re.search(r"[^s]s$", tokens[chunk[-1]].low) is not None
    if inflected and (singular or not _is_adjective(tokens[chunk[-2]].low, words)):
        chunk = chunk[:-1]  # "a gizmo glomps": the last word is a verb nobody listed
    head = tokens[chunk[-1]]
    bad = (
        len(head.low) < 3
        or head.low in _NOT_HEADS
        or _is_adjective(head.low, words)
        or _ABSTRACT_ENDING.search(head.low)
        or (len(chunk) == 1 and words.verb(head.low) is not None)
        or (head.text[0].isupper() and not _is_emphasis(head.text, singular=singular))
    )
    return None if bad else chunk[-1]


def _is_emphasis(word: str, *, singular: bool) -> bool:
    """ "A RED LEASH": a thing in capitals, and neither a name nor initials."""
    return singular and word.isupper() and len(word) > 3


def _is_somebody(tokens: list[_Token], head: int, words: Lexicon) -> bool:
    """ "An OFFICIAL in a white cap", "a HOBBIT raises": capitals for one who wears something or acts as people do."""
    after = [token.low for token in tokens[head + 1 : head + 6]]
    if not after or not tokens[head + 1].joined:
        return False
    dressed = after[0] in {"in", "with", "wearing"} and any(words.category(low) == "wear" for low in after[1:])
    return dressed or words.verb(after[0]) in _HUMAN_DEEDS


def _unknown_noun(tokens: list[_Token], determiner: int, head: int, words: Lexicon) -> Noun:
    token = tokens[head]
    name = re.sub(r"(?<=[a-z]{3})ies$", "y", token.low)
    name = name[:-1] if re.search(r"[^su]s$", name) else name
    somebody = _PERSON_ENDING.search(token.low) or (token.text.isupper() and _is_somebody(tokens, head, words))
    kind: NounKind = "person" if somebody else "thing"
    return Noun(
        name=name,
        kind=kind,
        adjectives=tuple(t.low for t in tokens[determiner + 1 : head]),
        start=token.start,
        end=token.end,
        from_=tokens[determiner].start,
        known=False,
        determiner=tokens[determiner].low,
    )

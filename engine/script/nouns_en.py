"""English nouns: the longest match in the lexicon, and whatever a determiner introduces that no list knows.

Half of the short nouns of a film are verbs too (watch, light, ring, fly), so those count only where an article, an
adjective or a preposition stands before them.
"""

from __future__ import annotations

import itertools

from engine.script.dictionary import Entry, looked_up
from engine.script.english_words import (
    DETERMINERS,
    FUNCTION,
    POSSESSIVES,
    PREPOSITIONS,
    SPREADS,
    Token,
    is_adjective,
    tokens_of,
)
from engine.script.lexicon import Category, Lexicon, lexicon, wordset
from engine.script.noun import Noun, kind_of
from engine.script.unlisted import unlisted
from engine.vocabulary import broader_verbs, vocabulary

_LONGEST_PHRASE = 4

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
_NO_LONGER_ALIVE = wordset(
    "roast roasted fried grilled boiled baked cooked smoked stuffed toy wooden plastic paper rubber stone bronze china clay plush tin "
    "porcelain painted carved origami"
)
_KIN = wordset(
    "mother father mama papa mommy daddy baby brother sister grandmother grandfather king queen prince princess"
)


def find(text: str) -> tuple[Noun, ...]:
    """The concrete nouns of an English text, in order."""
    words = lexicon("en")
    tokens = tokens_of(text)
    found: list[Noun] = []
    covered: set[int] = set()
    at = 0
    while at < len(tokens):
        size, category = _longest(tokens, at, words)
        if category is None:
            size, entry = _in_dictionary(tokens, at, words)
            if entry is not None:
                covered.update(range(at, at + size))
                found += _noun(tokens, at, size, entry.category, words, entry.name)
            at += size
            continue
        if not _is_noun(tokens, at, size, words) or (size == 1 and _is_done(tokens, at, words)):
            at += 1
            continue
        covered.update(range(at, at + size))
        head = at + size - 1
        if not _modifies(tokens, head, words):
            found += _noun(tokens, at, size, category, words)
        at += size
    found += unlisted(tokens, covered, words)
    return tuple(sorted(found, key=lambda noun: noun.start))


def _longest(tokens: list[Token], at: int, words: Lexicon) -> tuple[int, Category | None]:
    for size in range(min(_LONGEST_PHRASE, len(tokens) - at), 0, -1):
        chunk = tokens[at : at + size]
        if all(token.joined for token in chunk[1:]):
            category = words.category(" ".join(token.low for token in chunk)) or _of_somebody_young(chunk, words)
            if category is not None and not (size > 1 and _halts(tokens, at + size - 1, words)):
                return size, category
    return 0, None


def _of_somebody_young(chunk: list[Token], words: Lexicon) -> Category | None:
    """The shepherd boy is one."""
    two = len(chunk) == 2 and chunk[0].text.islower() and chunk[1].low in _YOUNG
    return "person" if two and words.nouns.get(chunk[0].low) == "person" and chunk[0].low not in _YOUNG else None


_YOUNG = wordset("boy girl lad lass child woman man")


def _in_dictionary(tokens: list[Token], at: int, words: Lexicon) -> tuple[int, Entry | None]:
    """The longest dictionary noun from `at` on that puts something on the set, and how many words to go on by."""
    for size in range(min(_LONGEST_PHRASE - 1, len(tokens) - at), 0, -1):
        chunk = tokens[at : at + size]
        if not all(token.joined for token in chunk[1:]) or not FUNCTION.isdisjoint(token.low for token in chunk):
            continue
        if size > 1 and is_adjective(chunk[0].low, words):
            continue  # a red light is a light that is red
        entry = looked_up(" ".join(token.low for token in chunk), "en")
        if entry is None or not _is_written_as_a_noun(tokens, at, entry):
            continue
        if size == 1 and _is_done(tokens, at, words):
            return size, None
        introduced = _introduced(tokens, at, words)
        if kind_of(entry.category) is None or _leads_on(tokens, at + size - 1, words, introduced and not entry.plural):
            return size, None
        unsure = entry.doubtful or entry.category == "wear" or chunk[-1].low.endswith("ing")  # "lacing her shoes"
        if unsure and (not introduced or _opens_object(tokens, at)):
            return size, None
        return size, entry
    return 1, None


def _is_written_as_a_noun(tokens: list[Token], at: int, entry: Entry) -> bool:
    """Names are capitalised; so is the first word of a sentence, which counts in the plural only."""
    opens = at == 0 or not tokens[at].joined
    return tokens[at].text == tokens[at].low or (opens and entry.plural and tokens[at].text.istitle())


def _introduced(tokens: list[Token], at: int, words: Lexicon) -> bool:
    if at == 0 or not tokens[at].joined:
        return False
    low = tokens[at - 1].low
    return low in DETERMINERS or is_adjective(low, words) or _governed(tokens, at, words)


def _leads_on(tokens: list[Token], head: int, words: Lexicon, sure: bool) -> bool:
    """Whether another noun stands right behind: the "wool" of "a wool hat". `sure` says that what stands behind may be a verb too."""
    if head + 1 >= len(tokens) or not tokens[head + 1].joined:
        return False
    if _is_done(tokens, head + 1, words):
        return False
    low = tokens[head + 1].low
    acts = low in words.words("also_verb") or words.verb(low) is not None
    if words.category(low) is not None:
        return not acts or (sure and words.lemma(low) == low)
    entry = looked_up(low, "en")
    return entry is not None and (not entry.doubtful or (sure and not entry.plural))


def _is_done(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """ "The foreman bellows at them", "Oscar wolfs down his soup": what somebody does, though it may be a thing as well."""
    token = tokens[at]
    if at == 0 or not token.joined or at + 1 >= len(tokens) or not tokens[at + 1].joined:
        return False
    doer, known = tokens[at - 1], broader_verbs("en")
    if not token.low.endswith("s"):
        several = words.category(doer.low) in {"person", "animal"} and words.lemma(doer.low) != doer.low
        return several and token.low in words.words("deeds") and tokens[at + 1].low in _BEHIND_A_VERB
    verb = bool(
        {token.low[:-1], token.low.removesuffix("es"), token.low[:-3] + "y"} & (known.keys() | words.words("deeds"))
    )
    named = doer.text.istitle() and doer.low in words.words("female") | words.words("male")
    entry = looked_up(doer.low, "en")
    kind = words.category(doer.low) or (entry.category if entry is not None else None)
    alive = named or (kind in {"person", "animal", "bird"} and words.lemma(doer.low) == doer.low)
    return verb and alive and tokens[at + 1].low in _BEHIND_A_VERB and token.low not in known


_BEHIND_A_VERB = (
    PREPOSITIONS - {"of", "with", "for", "like", "as"}
    | DETERMINERS
    | {"him", "them", "it", "away", "out", "off", "back", "himself", "herself", "themselves", "round"}
)


def _halts(tokens: list[Token], last: int, words: Lexicon) -> bool:
    """ "The bus stops at a hotel": somebody stops, and there are no bus stops."""
    low = tokens[last].low
    then = tokens[last + 1].low if last + 1 < len(tokens) and tokens[last + 1].joined else ""
    return low.endswith("s") and words.verb(low) is not None and then in PREPOSITIONS


def _is_noun(tokens: list[Token], at: int, size: int, words: Lexicon) -> bool:
    """Whether the match is used as a noun: certain for phrases and plain nouns, by its neighbours for the rest."""
    token = tokens[at]
    if size == 1 and _are_admirers(tokens, at):
        return True
    lemma = words.lemma(token.low)
    if size == 1 and token.low in words.words("colour"):
        return at > 0 and token.joined and tokens[at - 1].low in DETERMINERS and not _dyes(tokens, at, words)
    if size > 1 or not (lemma in words.words("also_verb") or words.verb(token.low)):
        return not _after_name_article(tokens, at)
    before = tokens[at - 1] if at and token.joined else None
    if before is None:
        opens = not token.aside and not _goes_on_acting(tokens, at, words)  # "TOBY (11) watches."
        return opens and (
            _stands_alone(tokens, at) or _opens_with_somebody(tokens, at, words) or _does_something(tokens, at, words)
        )
    low = before.low
    if low in DETERMINERS or low in PREPOSITIONS or is_adjective(low, words) or _governed(tokens, at, words):
        return True
    if low in {"and", "or"}:
        return at >= 2 and not _opens_object(tokens, at) and not _goes_its_way(tokens, at, words)
    if _is_compounded(tokens, at, words):
        return True
    crewed = words.category(low) == "person" and words.nouns.get(lemma) == "vehicle"  # a pirate ship
    dressed = (crewed or words.category(low) in {"thing", "scenery", "wear"}) and token.low == lemma
    return low not in FUNCTION and dressed and not _opens_object(tokens, at)


def _is_compounded(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """The night nurse, an army cook: behind one noun a bare form does not agree, so it is no verb."""
    bare = words.lemma(tokens[at].low) == tokens[at].low and words.category(tokens[at].low) in _ALIVE
    before = tokens[at - 1].low
    noun = words.category(before) is not None or before in vocabulary("en")
    single = noun and before not in FUNCTION and not before.endswith("s")
    return bare and single and at >= 2 and tokens[at - 1].joined and tokens[at - 2].low in DETERMINERS - {"to"}


_ALIVE = wordset("person animal bird")
_WAYS = frozenset(
    [
        "away",
        "off",
        "over",
        "out",
        "up",
        "down",
        "back",
        "past",
        "across",
        "around",
        "home",
        "into",
        "toward",
        "towards",
        "along",
        "through",
    ]
)


def _goes_its_way(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """ "It takes off and flies away": a second verb and where to, and no insect."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    acts = tokens[at].low.endswith("s") and words.verb(tokens[at].low) is not None
    return acts and following is not None and following.joined and following.low in _WAYS


def _governed(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether a determiner stands a word or two before, with nothing but modifiers between: "a brass key"."""
    if _opens_object(tokens, at):
        return False
    for back in range(at - 1, max(-1, at - 4), -1):
        low = tokens[back].low
        if low in DETERMINERS:
            return True
        entry = looked_up(low, "en")
        is_noun = words.category(low) is not None or (entry is not None and not entry.doubtful)
        if not tokens[back + 1].joined or low in FUNCTION or is_noun or words.verb(low) or low.endswith("ly"):
            return False
    return False


def _does_something(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """ "Crowds pour in": a plural, and a bare verb behind it."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    plural = words.lemma(tokens[at].low) != tokens[at].low
    return plural and following is not None and following.joined and words.verb(following.low) == following.low


def _goes_on_acting(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """ "She walks up, bows, and gives it to him": a verb in a row of verbs."""
    if at == 0 or not tokens[at].low.endswith("s") or words.verb(tokens[at].low) is None:
        return False
    return any(
        token.low.endswith("s") and words.verb(token.low) for token in tokens[at + 1 : at + 3] if token.low != "and"
    )


def _stands_alone(tokens: list[Token], at: int) -> bool:
    """ "Rain." or "A table, chair", "bat on his shoulder": a bare noun that no object follows."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not following.joined:
        return True
    then = tokens[at + 2].low if at + 2 < len(tokens) else ""
    return following.low in {"in", "on", "to", "over", "under", "against"} and then in POSSESSIVES | {"hand"}


def _opens_with_somebody(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """ "Mother and son sit", "Father waves": somebody without an article, who does something."""
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or not following.joined or words.category(tokens[at].low) != "person":
        return False
    return following.low == "and" or (words.verb(following.low) is not None and following.low.endswith("s"))


def _opens_object(tokens: list[Token], at: int) -> bool:
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        following is not None
        and following.joined
        and following.low in DETERMINERS | {"at", "to", "up", "out", "him", "them", "it"}
    )


def _after_name_article(tokens: list[Token], at: int) -> bool:
    """ "Will Rose" or "May": a capitalised name that is a noun too is a name when nothing introduces it."""
    token = tokens[at]
    inside = at > 0 and token.joined and tokens[at - 1].low not in DETERMINERS
    return inside and token.text[0].isupper() and token.text[1:].islower() and token.low in {"rose", "lily", "ivy"}


def _dyes(tokens: list[Token], at: int, words: Lexicon) -> bool:
    """Whether the colour is that of the next word: "an orange suit"."""
    following = tokens[at + 1] if at + 1 < len(tokens) and tokens[at + 1].joined else None
    after = tokens[at + 2] if at + 2 < len(tokens) and tokens[at + 2].joined else None
    if following is not None and after is not None and words.category(after.low) in {"wear", "thing"}:
        return words.verb(following.low) is None or words.category(following.low) is not None  # an orange flight suit
    return following is not None and (_modifies(tokens, at, words) or words.category(following.low) is not None)


def _modifies(tokens: list[Token], head: int, words: Lexicon) -> bool:
    """Whether the noun that ends at `head` only dresses the next one: the "kitchen" of "kitchen table"."""
    if head + 1 >= len(tokens) or not tokens[head + 1].joined:
        return False
    following = tokens[head + 1]
    if following.low == "home" and words.category(tokens[head].low) in {"vehicle", "animal"}:
        return False  # "rides a bicycle home"
    if _is_done(tokens, head + 1, words):
        return False  # the hedgehog curls into a ball
    lemma = words.lemma(following.low)
    if words.category(tokens[head].low) == "person" and words.nouns.get(lemma) == "vehicle":
        return tokens[head].text.islower() and following.low == lemma  # a pirate ship
    if tokens[head].low == "giant" and lemma in words.nouns:
        return following.low == lemma or words.verb(following.low) is None  # a giant octopus
    if tokens[head].low in SPREADS and following.low == "of":
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


def _noun(tokens: list[Token], at: int, size: int, category: Category, words: Lexicon, name: str = "") -> list[Noun]:
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
    name = name or words.lemma(" ".join(token.low for token in tokens[at : at + size]))
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


def _of_a_body(tokens: list[Token], first: int, at: int, words: Lexicon) -> bool:
    """The chest of "a fox with a white chest and a big tail" is no box: it has a coat's colour, or other parts beside it."""
    if first == 0 or tokens[first - 1].low != "with":
        return False
    coloured = any(token.low in words.words("colour") for token in tokens[first:at])
    phrase = itertools.takewhile(lambda token: token.joined, tokens[at + 1 : at + 5])
    return coloured or any(words.category(token.low) == "body" for token in phrase)


def _are_admirers(tokens: list[Token], head: int) -> bool:
    """Fans who wait or cheer are people."""
    after = {token.low for token in tokens[head + 1 : head + 5]}
    return tokens[head].low == "fans" and not _ADMIRE.isdisjoint(after)


def _is_a_machine(tokens: list[Token], head: int) -> bool:
    """A crane that lifts a car, or stands at a building site, is no bird."""
    near = {token.low for token in tokens[max(0, head - 3) : head + 3]}
    return tokens[head].low in {"crane", "cranes"} and not _LIFTS.isdisjoint(near)


def _count(determiner: str, adjectives: tuple[str, ...], *, plural: bool) -> int:
    for word in (determiner, *adjectives):
        if word in _HOW_MANY:
            return _HOW_MANY[word]
    return 2 if plural else 1


def _dress(tokens: list[Token], at: int, words: Lexicon) -> tuple[int, str, tuple[str, ...]]:
    """The phrase before a head: index of its first token, its determiner, its adjectives."""
    first = at
    while first > 0 and tokens[first].joined and at - first < 5:
        low = tokens[first - 1].low
        if low in DETERMINERS:
            return first - 1, low, tuple(token.low for token in tokens[first:at])
        if low in FUNCTION or (words.verb(low) and not is_adjective(low, words) and not low.endswith(("ed", "ing"))):
            break
        first -= 1
    near = at
    while near > first and (is_adjective(tokens[near - 1].low, words) or _plain_modifier(tokens[near - 1], words)):
        near -= 1
    return near, "", tuple(token.low for token in tokens[near:at])


def _plain_modifier(token: Token, words: Lexicon) -> bool:
    return words.category(token.low) in {"thing", "scenery"} and not words.verb(token.low)

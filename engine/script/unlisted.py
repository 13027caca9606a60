"""English nouns that no list of ours knows: what a determiner promises, and what the dictionary says of it.

A sentence full of words nobody thought of must still put the right things on the set, so this reads more carefully than the finder
of the listed ones: a lettered card for "the silence" would be worse than nothing.
"""

from __future__ import annotations

import re

from engine.script.dictionary import looked_up
from engine.script.english_words import DETERMINERS, FUNCTION, SPREADS, Token, is_adjective, measures
from engine.script.lexicon import Lexicon, wordset
from engine.script.noun import Noun, NounKind, kind_of

_NOT_HEADS = wordset(
    "twenties thirties forties fifties sixties seventies eighties nineties one other same rest first next last only most more less way half whole own such little much lot thing things"
)
_ABSTRACT_ENDING = re.compile(r"(?:ness|tion|sion|ment|ity|ism|ance|ence|ship|hood|ing|ly|dom|th)$")
_PERSON_ENDING = re.compile(r"(?:ist|ian|eer|man|woman|boy|girl|keeper|smith|wright|maker|master)$")


_HUMAN_DEEDS = wordset(
    "raise wave shout nod smile sit stand walk run enter look hold hand step lean speak approach aim kneel whisper grin shrug"
)


def unlisted(tokens: list[Token], covered: set[int], words: Lexicon) -> list[Noun]:
    """The nouns that determiners promise outside the tokens that are `covered` already; nothing abstract."""
    found: list[Noun] = []
    for at, token in enumerate(tokens):
        if token.low not in DETERMINERS and not measures(tokens, at):
            continue
        chunk = _chunk(tokens, at, words)
        runs_on = bool(chunk) and chunk[-1] + 1 in covered and tokens[chunk[-1] + 1].joined
        spread = bool(chunk) and tokens[chunk[-1]].low in SPREADS and measures(tokens, chunk[-1] + 1)
        if not chunk or runs_on or spread or any(i in covered for i in chunk):
            continue
        head = _head(tokens, chunk, words, singular=token.low in {"a", "an", "another", "each", "every", "this"})
        entry = looked_up(tokens[head].low, "en") if head is not None else None
        if head is not None and not (entry and kind_of(entry.category) is None):
            found.append(_unknown_noun(tokens, at, head, words))
    return found


def _chunk(tokens: list[Token], determiner: int, words: Lexicon) -> list[int]:
    """Indices of the words that a determiner may govern."""
    chunk: list[int] = []
    for at in range(determiner + 1, min(determiner + 5, len(tokens))):
        token = tokens[at]
        if not token.joined or token.low in FUNCTION or token.low in DETERMINERS or token.low.isdigit():
            break
        is_verb = words.verb(token.low) is not None and not is_adjective(token.low, words)
        if chunk and is_verb and not token.low.endswith("ing"):
            break
        if token.low.endswith("ly") and chunk:
            break
        chunk.append(at)
    return chunk


def _head(tokens: list[Token], chunk: list[int], words: Lexicon, *, singular: bool) -> int | None:
    inflected = len(chunk) > 1 and re.search(r"[^s]s$", tokens[chunk[-1]].low) is not None
    if inflected and (singular or not is_adjective(tokens[chunk[-2]].low, words)):
        chunk = chunk[:-1]  # "a gizmo glomps": the last word is a verb nobody listed
    head = tokens[chunk[-1]]
    bad = (
        len(head.low) < 3
        or head.low in _NOT_HEADS
        or is_adjective(head.low, words)
        or _ABSTRACT_ENDING.search(head.low)
        or (len(chunk) == 1 and words.verb(head.low) is not None)
        or (head.text[0].isupper() and not _is_emphasis(head.text, singular=singular))
    )
    return None if bad else chunk[-1]


def _is_emphasis(word: str, *, singular: bool) -> bool:
    """ "A RED LEASH": a thing in capitals, and neither a name nor initials."""
    return singular and word.isupper() and len(word) > 3


def _is_somebody(tokens: list[Token], head: int, words: Lexicon) -> bool:
    """ "An OFFICIAL in a white cap", "a HOBBIT raises": capitals for one who wears something or acts as people do."""
    after = [token.low for token in tokens[head + 1 : head + 6]]
    if not after or not tokens[head + 1].joined:
        return False
    dressed = after[0] in {"in", "with", "wearing"} and any(words.category(low) == "wear" for low in after[1:])
    return dressed or words.verb(after[0]) in _HUMAN_DEEDS


def _unknown_noun(tokens: list[Token], determiner: int, head: int, words: Lexicon) -> Noun:
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

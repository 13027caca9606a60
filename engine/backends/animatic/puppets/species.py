"""Which animal a noun is, when it stands for itself: a swan, a plate's fish, the cat on the sill that nobody cast.

Casting reads descriptions; here a single noun is asked, and only a noun that names a species outright is answered, so that a bird's
nest stays a nest and a roast duck is nobody.
"""

from __future__ import annotations

import re
from functools import lru_cache

from engine.backends.animatic.puppets.breeds import BREEDS, Breed
from engine.backends.animatic.puppets.flocks import FLOCK, Plumage
from engine.backends.animatic.puppets.nouns import singulars
from engine.backends.animatic.puppets.wild.words import NAMES

_SERVED = re.compile(
    r"\b(?:roast(?:ed)?|fried|grilled|cooked|baked|smoked|dried|salted|canned|tinned|soup|stew|curry|leg|wing|egg|meat|skin|bone|dish|plate|toy|plush|stuffed|paper|wooden|stone|bronze|porcelain"
    r"|statue|sculpture|figurine|carved|golden calf|mask|head|skull|painting|drawing|puppet|balloon|shaped|kite)\b|[烤炸煎煮炖卤蒸熏腊酱]|红烧|清蒸|玩具|[木石铜纸布泥瓷](?!鸟)|雕像|塑像|面具|风筝|标本",
    re.I,
)
"""What makes an animal a dish, a toy or a likeness."""


@lru_cache(maxsize=512)
def species_of(phrase: str) -> Breed | Plumage | None:
    """The breed or plumage that a noun phrase names by its own head noun; None for everything else."""
    plain = phrase.strip().lower().removeprefix("the ")
    if not plain or _SERVED.search(plain):
        return None
    for form in _heads(plain):
        if form in NAMES:  # a sea lion is no lion
            return None
        found = next((kind for kind in (*BREEDS, *FLOCK) if re.fullmatch(kind.words, form)), None)
        if found is not None:
            return found
    return None


def is_wild(phrase: str) -> bool:
    """Whether a phrase names a creature of our own cutting outright."""
    return next((form in NAMES for form in _heads(phrase.strip().lower()) if form in NAMES or _known(form)), False)


def _known(form: str) -> bool:
    return any(re.fullmatch(kind.words, form) for kind in (*BREEDS, *FLOCK))


def _heads(plain: str) -> list[str]:
    """The phrase, then ever shorter endings of it; an English last word also in the singular."""
    if not plain.isascii():
        return [plain[at:] for at in range(len(plain))]
    words = re.findall(r"[a-z-]+", plain)
    ends = (words[at:] for at in range(len(words)))
    return [" ".join((*end[:-1], form)) for end in ends for form in singulars(end[-1])]

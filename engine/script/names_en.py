"""What gives an unknown English name away: a title before it, what its bearer says, and what its bearer does to something.

Nobody can list all names, but right before an article or "himself" a word that ends in an s can only be a verb.
"""

from __future__ import annotations

import re

TITLES = (
    "Grandma|Grandpa|Granny|Grandmother|Grandfather|Uncle|Aunt|Auntie|Mother|Father|King|Queen|Prince|Princess|Professor|Doctor|Nurse|Sheriff|Officer"
    "|Madame|Madam|Monsieur|Mademoiselle|Signora?|Señora?|Herr|Frau|Lady|Lord|Sir|Dame|Sister|Brother|Sergeant|Lieutenant|Colonel|Major|General|Corporal|Private"
    "|Admiral|Commander|Inspector|Detective|Constable|Judge|Mayor|President|Senator|Bishop|Cardinal|Abbot|Rabbi|Imam|Baron|Baroness|Countess|Duke|Duchess|Earl"
    "|Emperor|Empress|Chief|Master|Mistress|Nanny|Coach|Papa|Mama|Baba|Grandad|Nana|Reverend|Deputy|Ranger"
)
_NICKNAMED = re.compile(r"(?:Old|Little|Big|Young|Poor|Tiny|Fat|Wee|Crazy|Blind|Mad)\s[A-Z]")
_NOT_DONE = (
    r"(?!(?:across|towards|besides|always|perhaps|sometimes|upstairs|downstairs|outdoors|indoors|backwards|forwards|afterwards|upwards|downwards|inwards|outwards"
    r"|sideways|unless|plus|thus|yes|its|his|this|overseas|nowadays|alas|less|needs|hers|ours|theirs|yours)\b)"
)
_TAKES = re.compile(
    rf"\s+(?:\w+ly\s+)?{_NOT_DONE}[a-z]{{3,}}s\s+(?:\w+ly\s+)?"
    r"(?:his|her|their|its|the|an?|him|them|it|\w+sel(?:f|ves)|another|one|two|three|each|every|both)\b"
)
_DOES = re.compile(rf"\s+(?:\w+ly\s+)?{_NOT_DONE}[a-z]{{3,}}s\b(?!['’])")
_SAYS = re.compile(
    r"(?:^|[\"”!?,.])\s*(?:say|ask|crie|shout|whisper|yell|mutter|call|replie|answer|murmur|bellow|scream|snap|growl|announce|laugh|sob"
    r"|hisse|add|croak|sigh|roar|shriek|bark)(?:s|ed|d)\s+$|[\"”!?,.]\s*said\s+$"
)
_STANDS = re.compile(
    r"\b(?:In|On|At|Under|Beneath|Behind|Beside|By|Near|Among|Amid|Between|Above|Below|Inside|Outside|Across|Through|Down|Up|Out|There|Along|From|Into)\b[^,.;!?]*,?"
    r"\s(?:lie|sit|stand|sleep|wait|hang|kneel|crouche|walk|come|run|goe|step|emerge|appear|squat|perche|crawl|slump|float|ride|stride)s\s+$"
)


def is_nicknamed(name: str, text: str, end: int) -> bool:
    """ "Old Mortimer plants himself": an old somebody with a capital, who does something."""
    return _NICKNAMED.match(name) is not None and does_something(text, end)


def does_something(text: str, end: int) -> bool:
    """Whether a word like a verb follows; enough where the name is known for one."""
    return _DOES.match(text, end) is not None


def takes_something(text: str, end: int) -> bool:
    """ "Zhang Lian cups her hands": surely a verb, whatever the word is elsewhere."""
    return _TAKES.match(text, end) is not None


def is_speaker(before: str) -> bool:
    """ "No," says Bruno; under the tree lies Benedikt."""
    return _SAYS.search(before) is not None or _STANDS.search(before) is not None

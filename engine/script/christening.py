"""How a name gets its bearer: the stranger before it, the noun it stands beside, the role that had a cue already.

Names are settled before anything else in a sentence is read, because a noun beside a name is not one more person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from engine.script.costumes import describe_named
from engine.script.introductions import Introduction, first_names, new_names
from engine.script.lexicon import lexicon
from engine.script.nameless import newcomer
from engine.script.naming import as_words, namesake, spelled, without_epithet, written
from engine.script.noun import Noun
from engine.script.nouns import nouns_in
from engine.script.passage import Passage
from engine.script.roles import Role
from engine.script.spoken_of import WHOSE

_TURNS_OUT_ZH = re.compile(r"(?:竟然?|原来|居然|正|就|却)是$")
_NAMED_ZH = re.compile(r"[，,]?名?字?叫做?|[，,]?名为")
_LEADS_TO_NAME = re.compile(r"((?:\s+of\s+\d+)?)(?:,?\s+(?:named|called)\s+|[,:]\s*|\s*[—–-]+\s*|\s+)$")
_SURNAME = re.compile(r"(?:\s(?:ST\.|[A-Z]\.|[A-Z][A-Z'’-]+))+(?=\s*[(,])")
_REVEALS = re.compile(r"\s+[a-z]+s\b[^.:;—]*[:—]\s*")


def christen(passage: Passage) -> None:
    """Give every name that the sentence introduces its bearer."""
    for introduction in (*_cued_names(passage), *new_names(passage.text, passage.language)):
        _register(passage, _as_cued(passage, introduction))


def _cued_names(passage: Passage) -> Iterator[Introduction]:
    """Names we know from their cues, where nobody has seen their bearers yet."""
    for role in passage.company.roles:
        if role.named and not role.seen:
            for match in spelled(role.name, passage.language).finditer(passage.text):
                capitals = match.group().isupper()
                surname = _SURNAME.match(passage.text, match.end()) if capitals else None
                start = match.start() - len(first_names(passage.text[: match.start()])) if capitals else match.start()
                yield Introduction(role.name, start, surname.end() if surname else match.end())


def _as_cued(passage: Passage, introduction: Introduction) -> Introduction:
    """程序员阿远（28岁）: who has a cue as 阿远 is introduced under that name."""
    if passage.language != "zh" or passage.company.named(introduction.name) is not None:
        return introduction
    names = [role.name for role in passage.company.roles if role.named and len(role.name) > 1]
    name = next((n for n in names if introduction.name.endswith(n)), "")
    return replace(introduction, name=name, start=introduction.end - len(name)) if name else introduction


def _register(passage: Passage, introduction: Introduction) -> None:
    company = passage.company
    cued = company.named(introduction.name)
    if cued is None and company.cued and _only_opens(passage, introduction):
        return
    if unmasked := _unmasked(passage, introduction, cued):
        company.unmask(unmasked, introduction.name, cued)
    elif cued is not None and not cued.seen and not cued.body:
        _adopt(passage, cued, introduction)
    elif cued is None and (known := namesake(company, introduction.name)):
        known.aliases.append(introduction.name)
        if known.kind == "person" and passage.language == "en":
            known.christen(introduction.name)
            known.learn(introduction.name.casefold())  # DETECTIVE NADIA SINGH tells more than SINGH
    elif cued is None:
        boss = _apposition(passage, introduction)
        if boss is None:
            boss = company.add(written(introduction.name), named=True)
            boss.aliases += without_epithet(boss.name)
        else:
            boss.aliases.append(boss.name)
            boss.name, boss.named = written(introduction.name), True


def _only_opens(passage: Passage, introduction: Introduction) -> bool:
    """ "Mascara runs", "Blazing lights": a script with cues introduces people in capitals, and these are no names."""
    known, words = lexicon("en"), introduction.name.split()
    opens = re.search(r"(?:^|[.!?]\s+)$", passage.text[: introduction.start]) is not None
    listed = {word.casefold() for word in words} & (known.words("given_female") | known.words("given_male"))
    told = re.match(r"\s*[(,]", passage.text[introduction.end :]) is not None
    plain = len(words) == 1 and words[0].istitle()
    return passage.language == "en" and opens and plain and not listed and not told


def _unmasked(passage: Passage, introduction: Introduction, cued: Role | None) -> Role | None:
    """剑客摘下斗笠，竟是一位女子，名叫柳如烟: who was a stranger until now."""
    noun = _noun_before(passage, introduction)
    if passage.language != "zh" or noun is None or noun.kind != "person" or (cued is not None and cued.seen):
        return None
    before = passage.text[: noun.from_]
    if not _TURNS_OUT_ZH.search(before):
        return None
    here = [m for m in nouns_in(before, "zh") if m.kind == "person"]
    known = [role for m in here for role in passage.company.meant_by(m) if not role.named]
    if known:
        passage.taken.append((noun.from_, introduction.start))
        known[-1].sex = ""
        known[-1].body = "，".join(filter(None, (as_words(noun, "zh"), known[-1].body)))
        known[-1].learn(noun.phrase)
    return known[-1] if known else None


def _adopt(passage: Passage, role: Role, introduction: Introduction) -> None:
    """ "His parrot, CAPTAIN": somebody with a cue turns out to be the noun before the name."""
    noun = _noun_before(passage, introduction)
    if noun is not None and _turns_out_to_be(passage, role, noun, introduction):
        return
    apart = noun is None or noun.end < introduction.start
    if noun is not None and not (apart and passage.company.meant_by(noun)):
        passage.taken.append((noun.from_, introduction.start))
        role.kind = noun.kind
        role.call(noun.name)
        for title in nouns_in(passage.text[introduction.start : introduction.end].casefold(), passage.language):
            if title.kind == "person":  # the detective, from here on
                role.call(title.name)
        describe_named(passage, role, as_words(noun, passage.language), introduction)


def _turns_out_to_be(passage: Passage, cued: Role, noun: Noun, introduction: Introduction) -> bool:
    """ "The rider: COLE (50s)": the nameless one seen before gets the name, and the cue is theirs."""
    between = passage.text[noun.end : introduction.start]
    nameless = [r for r in passage.company.meant_by(noun) if not r.named and r.kind == noun.kind]
    called = not between.strip() and _NAMED_ZH.match(passage.text, introduction.start) is not None
    told = noun.determiner in {"the", "this", "that"} and re.search(r"[:—–-]|\b(?:named|called)\b", between)
    if len(nameless) != 1 or not (told or called):
        return False
    seen = nameless[0]
    passage.company.roles.remove(cued)
    describe_named(passage, seen, seen.body, introduction)
    seen.aliases += [seen.name, *cued.aliases]
    seen.name, seen.named, seen.speaks = cued.name, True, seen.speaks or cued.speaks
    passage.taken.append((noun.from_, introduction.start))
    return True


def _noun_before(passage: Passage, introduction: Introduction) -> Noun | None:
    before = passage.text[: introduction.start]
    nouns = [n for n in nouns_in(before, passage.language) if n.kind in {"person", "animal", "bird"}]
    at_once = nouns and nouns[-1].end == introduction.start
    if nouns and passage.language == "zh" and (at_once or passage.text[introduction.start] in "他她它"):
        return nouns[-1]
    if not nouns or not (_LEADS_TO_NAME.fullmatch(before[nouns[-1].end :]) or _reveals(nouns[-1], before)):
        return None
    noun = nouns[-1]
    owned = noun.kind != "person" or noun.determiner in {"his", "her", "their", "my", "our"}
    if before[noun.end :].isspace() and not introduction.name.isupper() and not owned:
        return None
    return noun


def _apposition(passage: Passage, introduction: Introduction) -> Role | None:
    """ "a fox named RUSTY": the name belongs to the noun before it."""
    noun = _noun_before(passage, introduction)
    pronoun = passage.text[introduction.start : introduction.start + 1] in {"他", "她", "它"}
    if noun is None and pronoun:  # 她叫苏婉, of somebody in the sentence before
        return next((role for role in reversed(passage.company.recent) if not role.named), None)
    if noun is None:
        return None
    passage.taken.append((introduction.start, introduction.end) if pronoun else (noun.from_, introduction.start))
    known = [role for role in passage.company.meant_by(noun) if not role.named and noun.determiner not in {"a", "an"}]
    role = known[0] if known else newcomer(passage.company, noun, "")
    people = [other for other in passage.company.recent if other.kind == "person" and other is not role]
    if noun.determiner in WHOSE and noun.name in {"son", "daughter", "child"} and people:
        role.elder = people[-1]
    if not role.body and not pronoun:
        said = _LEADS_TO_NAME.sub(r"\1", passage.text[noun.from_ : introduction.start]).strip(" ,")
        said = re.sub(r"^(?:his|her|their|my|our)\s+", "a ", said, flags=re.I)  # her brother is no "her"
        describe_named(passage, role, said, introduction)
    return role


def _reveals(noun: Noun, before: str) -> bool:
    """ "The rider takes it off: JUNE (70)": the name behind the colon is the nameless one's."""
    return noun.kind == "person" and noun.determiner == "the" and bool(_REVEALS.fullmatch(before[noun.end :]))

"""Who is known before a story begins: the cast that a film has already, the cast list, and everybody who has a cue.

It is asked before the first line is read, so that a name means the same person from the first shot on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from engine.film.cast import Subject
from engine.film.document import Language
from engine.script.introductions import titled
from engine.script.lexicon import lexicon
from engine.script.mixed_names import names_of_the_other_tongue
from engine.script.movers import FIGURES
from engine.script.names_zh import given_name
from engine.script.naming import dress
from engine.script.noun import NounKind, kind_of
from engine.script.nouns import nouns_in
from engine.script.roles import Company
from engine.script.shotlist import ShotList
from engine.script.told_names import told_names

_CAST_ENTRY = re.compile(r"^\s*([^（(，,：:—\-\s]{1,20})\s*(?:[（(]([^）)]*)[）)]|[，,：:—-]+\s*(.*))?")


def company_of(listing: ShotList, language: Language, known: Sequence[Subject] = ()) -> Company:
    """The roles known before the first scene: a film's own subjects, the cast list, then everybody who has a cue."""
    company = Company(language)
    for subject in known:
        _cast_again(company, subject)
    cues = {n for scene in listing.scenes for draft in scene.drafts for s in draft.speeches for n in s.cue.names}
    for entry in listing.cast_notes:
        if (found := _CAST_ENTRY.match(entry)) is not None:
            title, name = titled(found[1], cues) if language == "zh" else ("", found[1])
            told = "，".join(filter(None, (title, (found[2] or found[3] or "").strip())))
            role = company.named(name) or company.add(name, _kind(name, language, told), named=True)
            dress(role, told)
            role.call(name.casefold())
    for scene in listing.scenes:
        for draft in scene.drafts:
            for cast in [speech.cue.names for speech in draft.speeches] + [draft.row.cast if draft.row else ()]:
                for name in cast:
                    if name != "?" and company.named(name) is None and not _only_adjective(name, language):
                        company.add(name, _kind(name, language), named=True).call(name.casefold())
    company.cued = any(
        speech.cue.names and not speech.cue.voice_over
        for scene in listing.scenes
        for draft in scene.drafts
        for speech in draft.speeches
    )
    texts = [text for scene in listing.scenes for draft in scene.drafts for text in draft.sentences]
    told = told_names(texts) if language == "zh" else ()
    for name in (*told, *names_of_the_other_tongue(texts, language)):
        friends = any(given_name(role.name) == name for role in company.roles)  # 小雨 is the 林小雨 we know
        cued = company.named(given_name(name)) if given_name(name) and company.named(name) is None else None
        if cued is not None and cued.named:
            company.unmask(cued, name, None)  # and the 小雨 who has a cue is 林小雨
        elif company.named(name) is None and not friends:
            company.add(name, named=True)
    return company


def _only_adjective(name: str, language: Language) -> bool:
    """Prose may give a cue that is half a noun phrase: "says the old ..."."""
    words = lexicon(language)
    return name.casefold() in words.words("age") | words.words("adjective") | words.words("colour")


_CALLED_A = re.compile(r"(?:an?\s|一[只条头匹个位名辆艘])", re.I)


def _kind(name: str, language: Language, told: str = "") -> NounKind:
    """What a name of the cast list is: by the name, else by what the list calls it (白龙: 一条白色的龙)."""
    if _CALLED_A.match(told) and (said := nouns_in(re.split(r"[,，;；。.]", told)[0], language)):
        called = said[-1].kind
        if called in {"animal", "bird", "vehicle"}:
            return called
    category = lexicon(language).category(name) or lexicon(language).category(name.split()[-1])
    kind = kind_of(category) if category else None
    if kind == "thing" and name.split()[-1].casefold() in FIGURES:
        return "thing"
    return kind if kind == "animal" or kind == "bird" or kind == "vehicle" else "person"


def _cast_again(company: Company, subject: Subject) -> None:
    """A subject of the film as a role: a name of its own, or the noun that it was first called by."""
    words, language = lexicon(company.language), company.language
    role = company.add(subject.name, _kind(subject.name, language, subject.description))
    role.named = words.category(subject.name) is None
    for alias in subject.aliases:
        if words.category(alias) is None:
            role.aliases.append(alias)
        role.call(alias.casefold())
    role.call(subject.name.casefold())
    role.learn(subject.description)
    role.body, role.looks = subject.description, list(subject.looks)

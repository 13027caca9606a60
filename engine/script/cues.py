"""Character cues taken apart: who speaks, from where, and what is no name at all (V.O., CONT'D, #2)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.script.lexicon import wordset

_BRACKETS = re.compile(r"\s*[(（\[【]([^()（）\[\]【】]*)[)）\]】]")
_VOICE_OVER = re.compile(r"^(?:V\.?\s?O\.?|O\.?\s?S\.?|O\.?\s?C\.?|VOICE[ -]?OVER|NARRAT(?:ION|ING)|OFF[ -]?(?:SCREEN|CAMERA)|PRE-?LAP|ON (?:THE )?(?:PHONE|RADIO|TV|SPEAKER)|FILTERED|"
                         r"旁白|画外音?|独白|内心独白|心声|解说|电话里?|广播|电话中|对讲机)(?:\W.*)?$", re.I)  # fmt: skip
_OFF_SCREEN = re.compile(r"^(?:O\.?\s?S\.?|O\.?\s?C\.?|OFF[ -]?(?:SCREEN|CAMERA))(?:\W.*)?$", re.I)
_CONTINUED = re.compile(r"^(?:CONT['’]?D?\.?|CONTINUED|CONTINUING|MORE|续|继续|接上)$", re.I)
_NARRATORS = wordset(
    "narrator narration voiceover voice-over v.o. vo voice announcer title caption super subtitle 旁白 画外音 画外 解说 解说词 独白 字幕 诗 诗曰 众人 大家 所有人 all everyone "
    "everybody crowd chorus"
) | {"voice over", "the narrator"}
PRONOUNS = ("he", "she", "他", "她")
"""As prose writes them: HE and SHE are two people of a screenplay."""
_BOTH = re.compile(r"\s*(?:/|&|＆|、|\bAND\b)\s*|(?<=[\u3400-\u9fff]{2})[和与](?=[\u3400-\u9fff]{2})")


@dataclass(frozen=True, slots=True)
class Cue:
    """Who speaks. `names` is empty for a narrator and for a `pronoun`; more than one speak together. `manner` holds odd extensions."""

    names: tuple[str, ...]
    voice_over: bool = False
    manner: str = ""
    off_screen: bool = False  # heard from beside the picture: in the place, and meant by "he" or "she"
    pronoun: str = ""  # "Higher!" she says: whoever "she" is there


def read_cue(text: str) -> Cue:
    """Take a cue apart: "MARY SMITH (V.O.) (CONT'D)", 老王（画外音）, "SOLDIER #2", "TOM/ANNA"."""
    if text in PRONOUNS:
        return Cue((), pronoun=text)
    voice_over = off_screen = False
    manners: list[str] = []
    for bracket in _BRACKETS.findall(text):
        inside = str(bracket).strip()
        if _VOICE_OVER.match(inside):
            voice_over = True
            off_screen = off_screen or _OFF_SCREEN.match(inside) is not None
        elif inside and not _CONTINUED.match(inside):
            manners.append(inside)
    name = _BRACKETS.sub("", text).strip().strip("@^:：").strip()
    name = re.sub(r"(?:['’]S VOICE|的声音)$", "", name, flags=re.I)
    name = re.sub(r"\s*#\s*(\d+)", r" \1", name).strip()
    if name.casefold() in _NARRATORS or not name:
        return Cue((), True, ", ".join(manners))
    names = tuple(part.strip() for part in _BOTH.split(name) if part.strip()) if len(name) < 60 else (name,)
    return Cue(names or (name,), voice_over, ", ".join(manners), off_screen)

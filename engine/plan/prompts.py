"""The structured shot in words, for each family of models in the language it reads, from the templates in assets/prompts.

A look is told in the same words in every shot, whole: a model remembers nothing, so what a subject wears must not depend on what the shot
happens to mention. The order of the sentences is the family's; the words are everybody's (words.json), so that a move is the same move
whoever draws it. What people wrote stays as they wrote it.
"""

from __future__ import annotations

import json
import re
import string
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from engine.assets import assets_folder
from engine.errors import Unsupported
from engine.film.document import Language
from engine.film.style import StyleSheet
from engine.plan.capabilities import ModelManifest
from engine.plan.orders import ShotOrder, SubjectOrder

PROMPTS = "prompts"
"""The folder in assets/."""

_STOPS = {"en": (". ", ".", ", ", "; "), "zh": ("。", "。", "，", "；")}
"""Between sentences, after the last, between the parts of one, between the people of one."""

_HAN = re.compile(r"[\u3400-\u9fff]")
_AGED = re.compile(r"^(\d{1,3})(?=[,\s]|$)(?! years)")
_WORN = re.compile(r"(?:in|with|wearing|dressed|under|naked|barefoot)\b|[^\x00-\x7f]", re.I)
"""How a look begins that needs no "wearing" before it."""
_QUOTED = re.compile(r'([.!?…。！？][”"])[.。]( |$|(?=[^\x00-\x7f]))')
"""A spoken line that has its own full stop, and the sentence's."""
_HANGING = re.compile(r"[,，;；]\s*$")
"""How a verse ends that goes on in the next line."""
_TURNED = re.compile(r"^(?:REVERSE(?: ANGLE)?|INSERT|ANGLE ON|POV|BACK TO SCENE)\s*[.:\u2014-]\s*")
"""A word to the camera that a script puts before the action."""
_END = re.compile(r"[.。!！?？;；,，\s]+$")


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is told: `text`, what steers it away, and the language that both are in."""

    text: str
    negative: str
    language: Language


def prompt_for(order: ShotOrder, manifest: ModelManifest) -> Prompt:
    """The order in that model's words. Raises Unsupported for a family that has no template."""
    language = language_for(order, manifest)
    templates = _templates(str(manifest.family))
    parts = _Parts(order, language, manifest.max_references or 0).all()
    sentences = [_filled(line, parts) for line in templates.get(language, templates["en"])]
    between, end = _STOPS[language][:2]
    text = between.join(_capital(_END.sub("", sentence)) for sentence in sentences if sentence)
    text = _QUOTED.sub(r"\1\2", f"{text}{end}" if text else "")
    recipe = manifest.defaults
    negative = "" if recipe is None else recipe.negative_zh or recipe.negative if language == "zh" else recipe.negative
    return Prompt(text, negative, language)


def language_for(order: ShotOrder, manifest: ModelManifest) -> Language:
    """The film's language where the model reads it, else the one it reads best."""
    return order.language if order.language in manifest.reads else manifest.reads[0]


def unread(order: ShotOrder, manifest: ModelManifest) -> bool:
    """Whether the order holds Chinese that the model cannot read: names and actions stay as they were written."""
    return "zh" not in manifest.reads and bool(
        _HAN.search(order.model_dump_json(include={"action", "cast", "place", "props"}))
    )


class _Parts:
    """The order's parts as phrases; "" for what there is nothing to say of."""

    def __init__(self, order: ShotOrder, language: Language, references: int) -> None:
        self._order, self._language, self._references = order, language, references
        self._words = words_in(language)
        self._comma, self._semicolon = _STOPS[language][2:]

    def all(self) -> dict[str, str]:
        """Every part that a template may name."""
        order = self._order
        return {
            "style": self._style(),
            "shot": self._listed(
                [self._word("size", order.setup.size), self._word("angle", order.setup.angle), self._lens()]
            ),
            "cast": self._semicolon.join(filter(None, map(self._who, order.cast))),
            "action": self._calm(_TURNED.sub("", order.action)),
            "things": self._things(),
            "speech": self._speech(),
            "said": self._said(),
            "place": self._place(),
            "light": self._light(),
            "move": self._word("move", order.setup.move),
            "pictures": self._pictures(),
        }

    def _style(self) -> str:
        style = self._order.style
        if isinstance(style, StyleSheet):
            return self._word("style", style.name) or style.title or style.name
        return self._word("style", style) or style

    def _lens(self) -> str:
        lens = self._order.setup.lens
        return "" if lens is None else f"{lens}毫米镜头" if self._language == "zh" else f"{lens} mm lens"

    def _who(self, subject: SubjectOrder) -> str:
        """Who somebody is, what they wear and where in the frame they are; the same words in every shot but for the last."""
        side = self._word("side", str(subject.side)) if len(self._order.cast) > 1 else ""
        described = "" if subject.description == subject.name else subject.description
        told = [described, subject.look, self._word("posture", subject.posture), side]
        name = self._calm(subject.name)
        if self._language == "zh":
            known = self._listed(told[:2])
            here = self._listed(told[2:])
            return self._listed(
                [f"{name}：{known}" if known else "", here if known else f"{name}{here}" if here else ""]
            )
        aged = _AGED.sub(r"\1 years old", _without_name(described, subject.name))
        worn = f"wearing {subject.look}" if subject.look and not _WORN.match(subject.look) else subject.look
        known = self._listed([aged, worn, *told[2:]])
        return f"{name} is {known}" if known else ""

    def _things(self) -> str:
        """Props that nothing else tells of."""
        order = self._order
        worn = (words for subject in order.cast for words in (subject.description, subject.look))
        said = " ".join((order.action, *worn)).casefold()
        unsaid = [
            prop.description or prop.name
            for prop in order.props
            if not any(name.casefold() in said for name in (prop.name, *prop.aliases))
        ]
        if not unsaid:
            return ""
        return f"画面中有{'、'.join(unsaid)}" if self._language == "zh" else f"Also seen: {', '.join(unsaid).lower()}"

    def _speech(self) -> str:
        """Whose mouth moves, for models that make no sound."""
        speakers = list(
            dict.fromkeys(
                self._calm(line.speaker) for line in self._order.lines if line.speaker and not line.voice_over
            )
        )
        if not speakers:
            return ""
        return (
            f"{'、'.join(speakers)}正在说话"
            if self._language == "zh"
            else f"{' and '.join(speakers)} {'is' if len(speakers) == 1 else 'are'} speaking"
        )

    def _said(self) -> str:
        """The lines themselves, for models that speak them."""
        said: list[str] = []
        for line in self._order.lines:
            speaker = self._calm(line.speaker) or ("旁白" if self._language == "zh" else "A narrator")
            manner = f", {line.manner}" if line.manner else ""
            off = ("（画外音）" if self._language == "zh" else ", off screen,") if line.voice_over else ""
            text = _HANGING.sub("", line.text)
            said.append(
                f"{speaker}{off}说：“{text}”" if self._language == "zh" else f'{speaker}{off} says{manner}: "{text}"'
            )
        return self._semicolon.join(said)

    def _place(self) -> str:
        place = self._order.place
        inside = "" if place.interior is None else self._word("interior", str(place.interior).lower())
        name = place.name.lower() if place.name.isupper() else place.name
        described = place.description.lower() if place.description.isupper() else place.description
        return self._listed(
            [inside, name, described if described != name else "", self._word("period", self._order.period)]
        )

    def _light(self) -> str:
        order = self._order
        inside = "light inside" if order.place.interior else "light"
        sky = [self._word("weather", order.weather), *(self._word("air", air) for air in order.air)]
        return self._listed([self._word(inside, order.time_of_day), *([] if order.place.interior else sky)])

    def _pictures(self) -> str:
        """Which of the reference pictures shows whom, in the order in which they are given."""
        shown = [subject.name for subject in self._order.cast if subject.references][: self._references]
        told = [
            f"图{number}是{name}" if self._language == "zh" else f"image {number} shows {self._calm(name)}"
            for number, name in enumerate(shown, 1)
        ]
        return self._listed(told)

    def _calm(self, text: str) -> str:
        """Names in capitals, as scripts write them, in ordinary letters."""
        for name in {subject.name for subject in self._order.cast} | {line.speaker for line in self._order.lines}:
            if name.isupper():
                text = re.sub(rf"\b{re.escape(name)}\b", name.title(), text)
        return text

    def _word(self, kind: str, key: str) -> str:
        return self._words[kind].get(str(key), "")

    def _listed(self, parts: Iterable[str]) -> str:
        return self._comma.join(_END.sub("", part) for part in parts if part)


def _filled(line: str, parts: Mapping[str, str]) -> str:
    """A template's sentence with its parts; of a pair with a comma between, what there is; "" where all are empty."""
    names = [name for _, name, _, _ in string.Formatter().parse(line) if name]
    here = [name for name in names if parts[name]]
    if not here:
        return ""
    return line.format_map(parts) if here == names else parts[here[0]]


def _without_name(described: str, name: str) -> str:
    """A description without the name it begins with: of a fox called FOX, "a fox, young and orange" says only "young and orange"."""
    return re.sub(rf"^(?:an?|the) {re.escape(name)}(?:,\s*|$)", "", described, flags=re.I)


def _capital(sentence: str) -> str:
    return sentence[:1].upper() + sentence[1:]


def words_in(language: Language) -> Mapping[str, Mapping[str, str]]:
    """What sizes, angles, moves, lights, weathers and styles are called: kind -> key -> words."""
    return _read("words")[language]


def _templates(family: str) -> Mapping[str, Sequence[str]]:
    return _read(family)


@cache
def _read(name: str) -> Mapping[str, Any]:
    """A file of assets/prompts. Raises Unsupported."""
    path = assets_folder() / PROMPTS / f"{name}.json"
    if not path.is_file():
        raise Unsupported(f"No prompts are written for models of the family {name!r}.", "Install Storyreel again.")
    return json.loads(path.read_text(encoding="utf-8"))

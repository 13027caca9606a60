"""The words on the screen, in the language of now: English is the key, assets/words/zh.json holds 简体中文.

A text that stands on the screen must change when the language does, so a widget does not take a text but subscribes to
one: `say(label.setText, "Add shot")`. The subscription is weak; it ends with the widget.
"""

from __future__ import annotations

import json
import weakref
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, Literal

import shiboken6
from PySide6.QtCore import QCoreApplication, QLibraryInfo, QObject, QTranslator, Signal

from engine.assets import assets_folder

Language = Literal["en", "zh"]
LANGUAGES: Mapping[Language, str] = {"en": "English", "zh": "简体中文"}
"""Each language by the name its own speakers give it."""


class _Speaker(QObject):
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.language: Language = "en"
        self.said: dict[tuple[int, str], _Said] = {}
        self.toolkit = QTranslator(self), QTranslator(self)


class _Said:
    """A setter that is told a text, and told again when the language changes. Holds its widget weakly."""

    def __init__(self, owner: Any, setter: str, text: str, values: Mapping[str, Any]) -> None:
        self._owner = weakref.ref(owner)
        self._setter = setter
        self._text = text
        self._values = values

    def again(self) -> bool:
        """Say it in the language of now; False when nobody is there any more."""
        owner = self._owner()
        if owner is None or (isinstance(owner, QObject) and not shiboken6.isValid(owner)):
            return False
        getattr(owner, self._setter)(tr(self._text, **self._values))
        return True


_speaker = _Speaker()

changed = _speaker.changed
"""Emitted after the language has changed and everything that was said has been said again."""


def language() -> Language:
    """The language of now."""
    return _speaker.language


def speak(language: Language) -> None:
    """Speak this language from now on."""
    if language == _speaker.language:
        return
    _speaker.language = language
    _teach_the_toolkit(language)
    for key, said in list(_speaker.said.items()):
        if not said.again():
            _speaker.said.pop(key, None)
    changed.emit()


def _teach_the_toolkit(language: Language) -> None:
    """Qt's own words, and those that Qt's Chinese leaves in English. No line of Python answers Qt: it asks while it loads libraries, and who
    waits for the loader with the interpreter in hand would wait for ever (a sound brought into a film froze the Chinese editor)."""
    if QCoreApplication.instance() is None:
        return
    ours, own = _speaker.toolkit
    tables = (
        (ours, "qt.zh", str(assets_folder() / "words")),
        (own, "qtbase_zh_CN", _qt_translations()),
    )  # the last is asked first
    for translator, name, folder in tables:
        QCoreApplication.removeTranslator(translator)
        if language == "zh" and translator.load(name, folder):
            QCoreApplication.installTranslator(translator)


def _qt_translations() -> str:
    return QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)


def tr(text: str, **values: Any) -> str:
    """`text` in the language of now, with `values` put into its braces: tr("{n} shots", n=3)."""
    said = _table(_speaker.language).get(text) or _of_the_engine(text)
    if values.get("n") == 1:
        said = _table("one" if _speaker.language == "en" else "zh").get(text, said)
    return said.format(**values) if values else said


def say(setter: Callable[[str], object], text: str, **values: Any) -> None:
    """Call a widget's setter with the text now, and again whenever the language changes.

    `setter` is a bound method (label.setText); saying something else by the same setter replaces what it said before.
    """
    owner = getattr(setter, "__self__", None)
    if owner is None:
        raise TypeError("say() needs a bound method: it ends with the widget the method belongs to")
    name = setter.__name__
    said = _Said(owner, name, text, values)
    _speaker.said[(id(owner), name)] = said
    said.again()


def in_a_row(*sentences: str) -> str:
    """Translated sentences, one behind the other; Chinese sets no blank between them."""
    return ("" if language() == "zh" else " ").join(filter(None, sentences))


def word(text: str) -> str:
    """The text as it is: marks, in a table, a text that will be translated where it is shown."""
    return text


def _of_the_engine(text: str) -> str:
    """What the engine said is English with names and numbers in it: its template is looked for."""
    if _speaker.language == "en":
        return text
    from app.engine_words import chinese_of

    return chinese_of(text)


@cache
def _table(name: str) -> Mapping[str, str]:
    """A table of assets/words: `zh` translates, `one` has the English for n=1 ("{n} shot")."""
    path = assets_folder() / "words" / f"{name}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}

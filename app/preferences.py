"""What the editor remembers between two days: language, theme, recent films, whether the tour was seen.

One small JSON file in the user's own folder. A damaged one is as good as none: nobody should lose a morning to it.
"""

from __future__ import annotations

import contextlib
import json
import os
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, get_args

from app import words
from app.theme import tokens
from app.theme.tokens import ThemeName
from app.words import Language
from engine.film.durable import replace_file

KEPT = 12
"""Recent films; more are a list, not a page."""


@dataclass(frozen=True, slots=True)
class Recent:
    """A film that was open: where it lies, what it was called, how many shots, its poster (a file, may be gone), when it
    was open last (seconds since 1970)."""

    folder: str
    title: str
    shots: int = 0
    poster: str = ""
    opened: float = 0.0


@dataclass(slots=True)
class Preferences:
    """Read with `read`, changed by `keep` and `remember`, which write at once."""

    path: Path
    language: Language = "en"
    theme: ThemeName = "dark"
    films: str = ""  # the folder new films are made in; "": the system's folder for films
    painter: str = ""  # the program that panels are opened in; "": the system's own for pictures
    tour_seen: bool = False
    geometry: str = ""  # the window's, as Qt packs it, in hexadecimal
    recent: tuple[Recent, ...] = field(default=())

    def keep(self, **changes: Any) -> None:
        """Change and write. A disk that refuses costs only this: nothing is said."""
        for name, value in changes.items():
            setattr(self, name, value)
        body = {name: value for name, value in asdict(self).items() if name != "path"}
        with contextlib.suppress(OSError):
            self.path.parent.mkdir(parents=True, exist_ok=True)
            replace_file(self.path, (json.dumps(body, indent=1, ensure_ascii=False) + "\n").encode())

    def remember(self, film: Recent) -> None:
        """A film was open: it is the first of the recent ones."""
        others = tuple(other for other in self.recent if other.folder != film.folder)
        self.keep(recent=(film, *others)[:KEPT])

    def forget(self, folder: str) -> None:
        """Leave a film out of the list; the film itself stays."""
        self.keep(recent=tuple(film for film in self.recent if film.folder != folder))


def read(path: Path, language: Language = "en") -> Preferences:
    """What was kept at `path`; `language` is spoken where nothing was."""
    fresh = Preferences(path, language=language)
    try:
        body = json.loads(path.read_text(encoding="utf-8"))
        body["recent"] = tuple(Recent(**film) for film in body.get("recent", ()))
        kept = Preferences(path, **body)
    except (OSError, ValueError, TypeError, AttributeError):
        return fresh
    return kept if kept.language in get_args(Language) and kept.theme in get_args(ThemeName) else fresh


def choose_language(preferences: Preferences, language: Language, *_: object) -> None:
    """Speak this language from now on, today and tomorrow."""
    words.speak(language)
    preferences.keep(language=language)


def turn_theme(preferences: Preferences, *_: object) -> None:
    """Dark becomes light, light becomes dark."""
    tokens.use("light" if tokens.now().name == "dark" else "dark")
    preferences.keep(theme=tokens.now().name)


def home() -> Path:
    """The file of this user; STORYREEL_PREFERENCES names another one."""
    if named := os.environ.get("STORYREEL_PREFERENCES"):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("storyreel", appauthor=False) / "editor.json"

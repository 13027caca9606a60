"""A film of cards that is open, with its engine: what the renders room is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from card_films import CARDBOARD
from card_films import film as card_film

from app.bridge import Engine
from app.problems import Problem
from app.state.opening import make_film, open_film
from app.state.session import Session
from app.state.stills import Stills


@dataclass
class Studio:
    """An open film, its engine, and what was said."""

    session: Session
    engine: Engine
    stills: Stills
    said: list[Problem]

    def close(self) -> None:
        self.engine.close()
        self.stills.close()
        self.session.let_go()


def studio_of(session: Session) -> Studio:
    said: list[Problem] = []
    session.said.connect(said.append)
    return Studio(session, Engine(session, engines=[CARDBOARD], linger=0.3, look=0.1), Stills(session), said)


@pytest.fixture
def studio(tmp_path: Path) -> Iterator[Callable[..., Studio]]:
    """Opens a film of cards; each word is a shot (see tests/fakes/cardboard.py)."""
    made: list[Studio] = []

    def open_studio(*actions: str) -> Studio:
        made.append(studio_of(Session(make_film(tmp_path / "Cards.film", card_film(actions)))))
        return made[-1]

    yield open_studio
    for each in made:
        each.close()


@pytest.fixture
def second_editor() -> Iterator[Callable[[Studio], Studio]]:
    """Opens a studio's film once more, where it can only be looked at."""
    made: list[Studio] = []

    def look_at(studio: Studio) -> Studio:
        made.append(studio_of(Session(open_film(studio.session.folder))))
        return made[-1]

    yield look_at
    for each in made:
        each.close()


@pytest.fixture
def taken_studio(session_with_takes: Session) -> Iterator[Studio]:
    """The small film with takes, and its engine."""
    made = studio_of(session_with_takes)
    yield made
    made.close()

"""Key frames are asked for from wherever the cards are seen, whichever page of the column beside them is open."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget

from app.actions import Actions
from app.rooms import Rooms
from app.second_unit import SecondUnit
from app.state.session import Session
from engine.film.cast import Reference
from engine.film.key_frames import propose
from engine.film.shots import KeyFrame
from engine.plan.key_frames import LAYOUT


def test_the_selected_cards_get_key_frames_also_while_the_takes_are_seen(
    rooms: Rooms, session_with_takes: Session, actions: Actions, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[tuple[str, ...], str]] = []
    monkeypatch.setattr(SecondUnit, "draw_key_frames", lambda _, shots, engine, another: asked.append((shots, engine)))
    rooms.show()
    rooms.enter("board")
    rooms.bench.side.setCurrentWidget(rooms.bench.takes)
    first = next(iter(session_with_takes.film.shots))
    session_with_takes.select([first.id])
    where = actions["board.key_frames"].parent()
    assert isinstance(where, QWidget)
    assert where.isVisible()  # its keys work
    actions["board.key_frames"].trigger()
    assert asked == [((first.id,), LAYOUT)]


def test_a_film_that_has_them_all_says_so(rooms: Rooms, session_with_takes: Session, actions: Actions) -> None:
    said: list[str] = []
    session_with_takes.said.connect(lambda problem: said.append(problem.sentence))
    drawn = KeyFrame(picture=Reference(path="panels/key.png", digest="a" * 64))
    for shot in list(session_with_takes.film.shots):
        session_with_takes.edit("x", lambda film, shot=shot: propose(film, shot.id, drawn))
    actions["board.key_frames_film"].trigger()
    assert said == ["Every shot has a key frame."]

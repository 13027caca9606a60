"""The legend of the film strip counts as each language counts."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from app import words
from app.renders.standings_line import StandingsLine
from app.state.session import Session
from app.state.standing import Fresh, Standing, Unrendered


def test_shots_are_counted_by_the_piece_in_chinese(session: Session, qtbot: QtBot) -> None:
    first, *others = session.film.shots

    def standing(shot_id: str) -> Standing:
        return Fresh() if shot_id == first.id else Unrendered()

    line = StandingsLine(session, standing)
    qtbot.addWidget(line)
    assert line.accessibleName() == f"1 drawn, {len(others)} not drawn"
    words.speak("zh")
    line.refresh()
    assert line.accessibleName() == f"1 个已画好、{len(others)} 个未画"

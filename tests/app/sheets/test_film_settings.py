"""The settings of a film: what they change is said before, is one undo step, and the eye stays where it was."""

from __future__ import annotations

from fractions import Fraction

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QPushButton, QWidget

from app.sheets.film_settings import SettingsSheet
from app.state.session import Session
from engine.film.document import Film
from engine.film.retiming import retimed
from engine.plan.plan import plan


def choose(box: QComboBox, value: str) -> None:
    assert box.findData(value) >= 0
    box.setCurrentIndex(box.findData(value))


def test_another_rate_keeps_the_seconds_says_so_and_can_be_undone(host: QWidget, session_with_takes: Session) -> None:
    session = session_with_takes
    before, frames = session.film, [shot.duration for shot in session.film.shots]
    session.playhead.seek(48)
    session.playhead.mark(24, 72)
    sheet = SettingsSheet(host, session)
    assert sheet.told.text() == ""
    choose(sheet.rate, "25")
    assert "keep their seconds" in sheet.told.text()
    assert "out of date" in sheet.told.text()
    sheet.apply()
    assert session.film.rate == 25
    assert [shot.duration for shot in session.film.shots] == [
        (each * 50 + 24) // 48 for each in frames
    ]  # half a frame is a whole one
    assert (session.playhead.frame, session.playhead.in_mark, session.playhead.out_mark) == (50, 25, 75)
    assert session.film.handles == before.handles
    session.undo.undo()
    assert session.film == before
    assert (session.playhead.frame, session.playhead.in_mark) == (48, 24)


def test_a_long_film_is_counted_anew_only_when_another_rate_is_applied(
    host: QWidget, session_with_takes: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    counted: list[Fraction] = []

    def anew(film: Film, rate: Fraction) -> Film:
        counted.append(rate)
        return retimed(film, rate)

    monkeypatch.setattr("app.sheets.consequences.retimed", anew)
    sheet = SettingsSheet(host, session_with_takes)
    choose(sheet.rate, "30")
    choose(sheet.rate, "25")
    before, told = session_with_takes.film, sheet.told.text()
    assert not counted
    sheet.apply()
    assert counted == [25]
    lengths = [sum(shot.duration for shot in film.shots) / film.rate for film in (before, session_with_takes.film)]
    assert "{:.2f} s become {:.2f} s".format(*map(float, lengths)) in told


def test_apply_stays_where_it_is_whatever_is_told(host: QWidget, session_with_takes: Session) -> None:
    sheet = SettingsSheet(host, session_with_takes)
    (done,) = (each for each in sheet.overlay.findChildren(QPushButton) if each.text() == "Apply")

    def place() -> QPoint:
        QApplication.processEvents()
        return done.mapTo(host, QPoint(0, 0))

    before = place()
    choose(sheet.rate, "25")
    assert sheet.told.text()
    assert place() == before
    assert sheet.told.height() >= sheet.told.heightForWidth(sheet.told.width())
    choose(sheet.rate, str(session_with_takes.film.rate))
    assert (sheet.told.text(), place()) == ("", before)


def test_another_size_asks_for_other_takes_and_says_how_many_there_are(
    host: QWidget, session_with_takes: Session
) -> None:
    session = session_with_takes

    before = plan(session.film).keys
    sheet = SettingsSheet(host, session)
    choose(sheet.size, "1920x1080")
    drawn = sum(1 for shot in session.film.shots if shot.takes)
    assert f"{drawn} takes are out of date" in sheet.told.text()
    sheet.apply()
    after = plan(session.film).keys
    assert all(after[shot] != before[shot] for shot in before)
    session.undo.undo()
    assert plan(session.film).keys == before


def test_language_and_handles_are_kept_and_a_rate_of_its_own_stays(host: QWidget, session: Session) -> None:
    session.edit("odd", lambda film: film.with_(rate=Fraction(16)))
    sheet = SettingsSheet(host, session)
    assert sheet.rate.currentData() == "16"
    choose(sheet.language, "zh")
    sheet.handles.setValue(10)
    assert "10 frames beyond each end" in sheet.told.text()
    sheet.apply()
    assert (session.film.rate, session.film.language, session.film.handles) == (16, "zh", 10)

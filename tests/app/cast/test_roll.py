"""The list of the cast: who, how often, and found by any of their names."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.cast.faces import Faces
from app.cast.roll import Heading, Listed, Roll, Row, portrait_of, rows
from app.commands import cast
from app.state.prints import Prints
from app.state.session import Session
from engine.film import pictures
from engine.film.cast import Look, Reference, Subject


def _names(listed: list[Row]) -> list[str]:
    return [row.words if isinstance(row, Heading) else row.entry.name for row in listed]


def test_it_lists_everybody_with_their_shots(session: Session) -> None:
    listed = rows(session.film)
    assert _names(listed)[:3] == ["Cast", "MIRA", "TOM"]
    mira = next(row for row in listed if isinstance(row, Listed) and row.entry.name == "MIRA")
    assert mira.shots == 3


def test_it_finds_by_any_name_in_any_script(session: Session) -> None:
    cast.describe(session, session.film.cast[1].id, aliases=("老汤",))
    assert _names(rows(session.film, "汤")) == ["Cast", "TOM"]
    assert _names(rows(session.film, "riv")) == ["Places", "RIVER"]


def test_the_first_reference_stands_for_somebody() -> None:
    one, two = (Reference(path=f"{n}.png", digest=n * 64) for n in "ab")
    subject = Subject(id="s", name="S", look_seed=1, looks=(Look(), Look(name="wet", references=(one, two))))
    assert portrait_of(subject) == one
    assert portrait_of(subject.with_(looks=(Look(),))) is None


def test_a_click_says_who(qtbot: QtBot, session: Session) -> None:
    prints = Faces(session, None)
    roll = Roll(prints)
    qtbot.addWidget(roll)
    roll.resize(280, 600)
    told: list[str] = []
    roll.chosen.connect(told.append)
    listed = rows(session.film)
    roll.show_rows(listed, session.film.cast[0].id)
    assert told == []
    roll.setCurrentIndex(roll.model().index(2, 0))
    assert told == [session.film.cast[1].id]
    roll.grab()
    prints.close()


def test_prints_are_read_small_and_a_missing_one_is_null(qtbot: QtBot, tmp_path: Path) -> None:
    picture = QImage(1600, 900, QImage.Format.Format_RGB32)
    picture.fill(QColor("#3f6f8f"))
    picture.save(str(tmp_path / "large.png"))
    there = pictures.keep(tmp_path, pictures.CAST, tmp_path / "large.png", "sea")
    gone = Reference(path="cast/gone.png", digest="f" * 64)
    prints = Prints(tmp_path)
    qtbot.waitUntil(lambda: prints.get(there) is not None and prints.get(gone) is not None)
    read, small, missing = prints.get(there), prints.small(there, 80), prints.get(gone)
    assert read is not None
    assert small is not None
    assert missing is not None
    assert (read.width(), small.width(), missing.isNull()) == (640, 80, True)
    prints.close()

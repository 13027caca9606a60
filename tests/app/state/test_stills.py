"""The picture that stands for a shot: the best there is, fetched without waiting, never nothing."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.state.darkroom import Darkroom
from app.state.session import Session
from app.state.stills import Bare, Draft, Drawn, Final, KeyFrame, Stills, candidates
from engine.film.cast import Reference
from engine.film.document import Film
from engine.film.rate import FILM as RATE
from engine.film.shots import Panel, Shot
from engine.film.takes import Recipe, Take

PICTURE = Reference(path="panels/p.png", digest="0" * 64)


def take(name: str, engine: str) -> Take:
    return Take(
        id=name, recipe=Recipe(engine=engine), rate=RATE, frames=10, media=f"takes/{name}/master.mov", digest="0" * 64
    )


def kinds(shot: Shot, engine: str = "wan") -> list[type]:
    return [type(still) for still in candidates(Film(engine=engine), shot)]


def test_the_best_comes_first_and_the_slate_is_always_there() -> None:
    shot = Shot(id="a", slate="1A", duration=24)
    assert kinds(shot) == [Bare]
    shot = shot.with_(panels=(Panel(id="p"), Panel(id="q", picture=PICTURE)))
    assert kinds(shot) == [Drawn, Bare]
    shot = shot.with_(last_frame=PICTURE)
    assert kinds(shot) == [KeyFrame, Drawn, Bare]
    shot = shot.with_(takes=(take("t", "animatic"),))
    assert kinds(shot) == [Draft, KeyFrame, Drawn, Bare]
    assert kinds(shot, "animatic")[0] is Final
    assert kinds(shot.with_(circled="t"))[0] is Draft  # circled to be followed by the final: the picture is what it is


def test_a_models_quick_take_is_a_draft_and_its_other_takes_are_final() -> None:
    quick = take("t", "wan")
    shot = Shot(id="a", slate="1A", duration=24, takes=(quick.with_(recipe=quick.recipe.with_(finish="draft")),))
    assert kinds(shot)[0] is Draft
    assert kinds(shot.with_(takes=(quick,)))[0] is Final
    assert kinds(shot.with_(takes=(quick,)), "ltx")[0] is Final  # another model is asked for: out of date, no draft


@pytest.fixture
def taken(session_with_takes: Session) -> Iterator[tuple[Session, Stills]]:
    stills = Stills(session_with_takes)
    yield session_with_takes, stills
    stills.close()


def test_a_poster_comes_a_moment_later_at_about_the_width_asked_for(
    taken: tuple[Session, Stills], qtbot: QtBot
) -> None:
    session, stills = taken
    shot = next(session.film.shots)
    with qtbot.waitSignal(stills.arrived):
        assert stills.picture(shot, 180)[1] is None
    still, picture = stills.picture(shot, 180)
    assert isinstance(still, Final)
    assert picture is not None
    assert picture.width() == 192
    with qtbot.waitSignal(stills.arrived):
        assert stills.picture(shot, 90)[1] is picture  # better than nothing while the small one is read


def test_a_picture_is_fitted_into_its_box_to_the_pixel(session: Session, qtbot: QtBot) -> None:
    stills = Stills(session)
    paint(session.folder / "wide.png", "#102030")
    shot = Shot(id="a", slate="1A", duration=24, first_frame=Reference(path="wide.png", digest="0" * 64))
    for box, fits in (
        (QSize(240, 135), QSize(240, 135)),
        (QSize(240, 134), QSize(240, 134)),
        (QSize(90, 90), QSize(90, 50)),
    ):
        with qtbot.waitSignal(stills.arrived):
            stills.fitted(shot, box)
        still, picture = stills.fitted(shot, box)
        assert isinstance(still, KeyFrame)
        assert picture is not None
        assert picture.size() == fits
    stills.close()


def test_a_take_whose_poster_is_gone_gives_way_to_what_else_there_is(
    taken: tuple[Session, Stills], qtbot: QtBot
) -> None:
    session, stills = taken
    shot = next(session.film.shots)
    assert shot.chosen is not None
    (session.folder / shot.chosen.media).with_name("poster.jpg").unlink()
    with qtbot.waitSignal(stills.arrived):
        stills.picture(shot, 180)
    assert stills.picture(shot, 180) == (Bare(), None)
    assert stills.fitted(shot, QSize(180, 101)) == (Bare(), None)


def test_frames_of_the_proxy_can_be_scrubbed(taken: tuple[Session, Stills], qtbot: QtBot) -> None:
    session, stills = taken
    first = next(session.film.shots).chosen
    assert first is not None
    with qtbot.waitSignal(stills.arrived):
        assert stills.frame(first, 0, 192) is None
    with qtbot.waitSignal(stills.arrived):
        stills.frame(first, 40, 192)
    before, after = stills.frame(first, 0, 192), stills.frame(first, 40, 192)
    assert before is not None
    assert after is not None
    assert before != after


def test_what_is_written_anew_is_read_again_and_shown_until_then(session: Session, qtbot: QtBot) -> None:
    stills = Stills(session)
    path = session.folder / "preview.png"
    paint(path, "#102030")
    with qtbot.waitSignal(stills.arrived):
        stills.image(path, 96, stamp=1)
    paint(path, "#d0e0f0")
    with qtbot.waitSignal(stills.arrived):
        old = stills.image(path, 96, stamp=2)
    new = stills.image(path, 96, stamp=2)
    assert old is not None
    assert new is not None
    assert (old.pixelColor(2, 2), new.pixelColor(2, 2)) == (QColor("#102030"), QColor("#d0e0f0"))
    stills.close()


def paint(path: Path, color: str) -> None:
    picture = QImage(64, 36, QImage.Format.Format_RGB32)
    picture.fill(QColor(color))
    picture.save(str(path))


def test_the_latest_wish_is_developed_first_and_a_broken_one_harms_no_other(qtbot: QtBot) -> None:
    darkroom = Darkroom()
    gate, done = threading.Event(), []
    darkroom.developed.connect(lambda key, made: done.append((key, made)))
    darkroom.wish("gate", gate.wait)
    qtbot.waitUntil(lambda: not darkroom.waiting)
    darkroom.wish("old", lambda: "old")
    darkroom.wish("broken", lambda: 1 // 0)
    darkroom.wish("new", lambda: "new")
    gate.set()
    qtbot.waitUntil(lambda: len(done) == 4)
    assert done[1:] == [("new", "new"), ("broken", None), ("old", "old")]
    darkroom.close()


def test_what_was_begun_is_not_developed_twice_and_what_is_forgotten_not_at_all(qtbot: QtBot) -> None:
    darkroom = Darkroom()
    gate, done = threading.Event(), []
    darkroom.developed.connect(lambda key, made: done.append(key))
    darkroom.wish("gate", gate.wait)
    qtbot.waitUntil(lambda: not darkroom.waiting)
    darkroom.wish("gate", gate.wait)
    for key in ("a", "b", "c"):
        darkroom.wish(key, lambda: "made")
    darkroom.forget(lambda key: key == "b")
    gate.set()
    qtbot.waitUntil(lambda: len(done) == 3)
    assert done == ["gate", "c", "a"]
    darkroom.wish("gate", lambda: "anew")
    qtbot.waitUntil(lambda: len(done) == 4)
    darkroom.close()

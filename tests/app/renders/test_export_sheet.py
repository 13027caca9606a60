"""The export sheet: what is chosen is what is written, and whatever stops it is said on the sheet."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app import words
from app.overlays import covered
from app.renders.export_choices import default_place, sizes
from app.renders.export_sheet import Asking, Exported, Exporting, ExportSheet, offer_export
from engine.film.cuts import Clip, Footage, Track
from engine.film.document import Film
from engine.film.rate import Raster
from engine.film.timecode import timecode
from engine.media.probe import probe

PATIENCE = 30_000


def sheet_of(studio: Any, qtbot: QtBot) -> ExportSheet:
    film = studio.session.film
    made = ExportSheet(studio.session, studio.engine, film.cuts[0])
    qtbot.addWidget(made)
    made.show()
    return made


def test_the_sheet_exports_the_part_between_the_marks_at_another_size(
    taken_studio: Any, qtbot: QtBot, tmp_path: Path
) -> None:
    head = taken_studio.session.playhead
    head.resize(taken_studio.session.film.cuts[0].frames)
    head.mark(6, 29)
    sheet = sheet_of(taken_studio, qtbot)
    assert sheet.marked.isChecked()
    assert not sheet.with_title.isChecked()  # a part has no head
    sheet.raster.setCurrentIndex(1)
    sheet.captions.setCurrentIndex(3)
    out = tmp_path / "part.mp4"
    sheet.place.setText(str(out))
    sheet.begin()
    qtbot.waitUntil(lambda: isinstance(sheet.state, Exporting), timeout=PATIENCE)
    qtbot.waitUntil(lambda: isinstance(sheet.state, Exported), timeout=PATIENCE)
    facts = probe(out)
    assert (facts.frames, facts.rate) == (24, Fraction(24))
    assert (facts.width, facts.height) == (sizes(taken_studio.session.film.raster)[1].width, 2160)
    assert "part.mp4" in sheet.done.text()


def test_music_past_the_last_picture_is_told_and_may_run_on_over_black(taken_studio: Any, qtbot: QtBot) -> None:
    session = taken_studio.session
    picture = session.film.cuts[0].frames
    music = Footage(path="footage/hum.wav", digest="0" * 64, rate=session.film.rate, frames=picture + 36)
    track = Track(id="m", kind="sound", items=(Clip(id="hum", footage=music, frames=picture + 36),))
    cut = session.film.cuts[0]
    session.edit("Music", lambda film: film.with_(cuts=(cut.with_(tracks=(*cut.tracks, track)), *film.cuts[1:])))
    sheet = sheet_of(taken_studio, qtbot)
    assert sheet.runs_on.text() == "The sound runs 1.5 s past the last picture."
    assert sheet.runs_on.isVisible()
    assert sheet.choice.ending == "picture"
    assert sheet.length.text().endswith(timecode(picture, session.film.rate))
    sheet.with_sound.click()
    assert sheet.choice.ending == sheet.choice.work(cut.id).ending == "sound"
    assert sheet.whole.isChecked()
    assert sheet.length.text().endswith(timecode(picture + 36, session.film.rate))


def test_nobody_is_asked_for_an_ending_that_is_no_question(taken_studio: Any, qtbot: QtBot) -> None:
    sheet = sheet_of(taken_studio, qtbot)
    assert not sheet.runs_on.isVisible()
    assert sheet.choice.ending == "picture"


def test_a_place_that_cannot_be_is_said_on_the_sheet(taken_studio: Any, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = sheet_of(taken_studio, qtbot)
    (tmp_path / "there.mp4").mkdir()
    sheet.place.setText(str(tmp_path / "there.mp4"))
    sheet.begin()
    qtbot.waitUntil(lambda: isinstance(sheet.state, Exporting), timeout=PATIENCE)
    qtbot.waitUntil(lambda: isinstance(sheet.state, Asking), timeout=PATIENCE)
    assert "folder" in sheet.problem.text()
    assert not sheet.problem.isHidden()


def test_an_export_can_be_stopped(taken_studio: Any, qtbot: QtBot, tmp_path: Path) -> None:
    sheet = sheet_of(taken_studio, qtbot)
    sheet.place.setText(str(tmp_path / "long.mp4"))
    sheet.begin()
    qtbot.waitUntil(lambda: isinstance(sheet.state, Exporting), timeout=PATIENCE)
    sheet.stop()
    qtbot.waitUntil(lambda: not isinstance(sheet.state, Exporting), timeout=PATIENCE)
    assert isinstance(sheet.state, Asking)
    assert not list(tmp_path.glob("*long*"))


def test_the_keys_stand_on_export_when_the_sheet_opens(taken_studio: Any, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(900, 700)
    with qtbot.waitActive(host):
        host.show()
    overlay = offer_export(host, taken_studio.session, taken_studio.engine)
    assert overlay is not None
    assert QApplication.focusWidget() is overlay.findChild(ExportSheet).go


def test_enter_pressed_twice_stops_no_export(taken_studio: Any, qtbot: QtBot, tmp_path: Path) -> None:
    words.speak("zh")
    sheet = sheet_of(taken_studio, qtbot)
    sheet.place.setText(str(tmp_path / "once.mp4"))
    sheet.begin()
    qtbot.waitUntil(lambda: isinstance(sheet.state, Exporting), timeout=PATIENCE)
    assert sheet.focusWidget() is sheet.away
    assert isinstance(sheet.state, Exporting)
    taken_studio.engine.desk.export_progress.emit(sheet.state.key, 1, 9)
    assert sheet.telling.text() == "once.mp4：9 帧中的 1 帧"
    sheet.stop()
    qtbot.waitUntil(lambda: not isinstance(sheet.state, Exporting), timeout=PATIENCE)


def test_the_ending_follows_the_kind_of_file(taken_studio: Any, qtbot: QtBot) -> None:
    sheet = sheet_of(taken_studio, qtbot)
    assert sheet.place.text().endswith(".mp4")
    sheet.format.setCurrentIndex(1)
    assert sheet.place.text().endswith(".mov")
    assert sheet.choice.codec == "prores"


def test_a_film_without_a_cut_has_nothing_to_export(taken_studio: Any, qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    taken_studio.session.edit("Empty", lambda film: film.with_(cuts=()))
    assert offer_export(host, taken_studio.session, taken_studio.engine) is None
    assert "nothing in the cut" in taken_studio.said[-1].sentence
    assert covered(host) is None


@pytest.mark.parametrize(
    ("title", "name"), [("Night: a/b?", "Night- a-b-.mp4"), ("夜车", "夜车.mp4"), ("...", "Film.mp4")]
)
def test_a_title_becomes_a_name_that_every_disk_takes(title: str, name: str) -> None:
    assert default_place(Path("/films/Film.film"), Film(title=title), "h264") == Path("/films") / name


def test_sizes_keep_the_films_shape() -> None:
    found = sizes(Raster(width=1280, height=720))
    assert (found[0].width, found[0].height) == (1280, 720)
    assert all(abs(each.width * 9 - each.height * 16) <= 16 for each in found)
    assert len(set(found)) == len(found)


def test_a_film_that_nobody_named_opens_on_no_title_card(taken_studio: Any, qtbot: QtBot) -> None:
    assert sheet_of(taken_studio, qtbot).with_title.isChecked()
    taken_studio.session.edit("Rename", lambda film: film.with_(title="Untitled"))
    sheet = sheet_of(taken_studio, qtbot)
    assert not sheet.with_title.isChecked()
    sheet.marked.setChecked(True)
    sheet.marked.setChecked(False)
    assert not sheet.with_title.isChecked()

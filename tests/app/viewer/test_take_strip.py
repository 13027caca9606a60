"""The strip of takes: rows follow the shot in hand and its film, keys judge, what is thrown away waits in the bin."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.actions import Actions
from app.overlays import covered
from app.state.session import Session
from app.state.standing import Failed, Fresh, Rendering, Stale, Standing
from app.state.stills import Stills
from app.theme.frames import column
from app.timeline.drops import SHOTS
from app.viewer.engine_room import Filed, filed
from app.viewer.finishing import finishers, way_words
from app.viewer.take_rows import made_words, sentence
from app.viewer.take_strip import TakeStrip
from app.words import speak
from engine.client import Client
from engine.film.board import edit_shot
from engine.film.coverage import add_take
from engine.film.judging import annotate
from engine.film.takes import Recipe
from engine.plan.plan import Plan, plan
from engine.shelf.places import keep_link


class FakeRenders(QObject):
    """An engine that only writes down what it was asked for."""

    planned = Signal(object)
    standing_changed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.plan = plan(session.film)
        self.asked: list[object] = []
        self.stands: Standing = Fresh()
        self.client = Client(session.folder, extra=())

    def render(self, shots: tuple[str, ...]) -> None:
        self.asked.append(shots)

    def import_take(self, source: Path, shot_id: str, *, merge: str = "") -> None:
        self.asked.append((source, shot_id))

    def standing(self, shot_id: str) -> Standing:
        return self.stands

    def ask(self, work: Callable[[], object], then: Callable[[object], object]) -> None:
        then(work())


@pytest.fixture
def renders(session_with_takes: Session) -> FakeRenders:
    return FakeRenders(session_with_takes)


@pytest.fixture
def strip(qtbot: QtBot, session_with_takes: Session, actions: Actions, renders: FakeRenders) -> Iterator[TakeStrip]:
    stills = Stills(session_with_takes)
    made = TakeStrip(session_with_takes, actions, stills, renders)
    qtbot.addWidget(made)
    made.resize(360, 480)
    made.show()
    yield made
    stills.close()


def numbers(strip: TakeStrip) -> list[int]:
    return [row.marked.number for row in strip.rows.rows]


def press(qtbot: QtBot, strip: TakeStrip, *keys: Qt.Key) -> None:
    strip.activateWindow()
    qtbot.waitUntil(strip.isActiveWindow)
    strip.list.setFocus()
    for key in keys:
        qtbot.keyClick(strip.list, key)


def test_a_docked_panel_is_as_tall_as_its_words_ask(strip: TakeStrip, qtbot: QtBot) -> None:
    """The page that says 'no takes yet' is not seen, so it takes no room from it."""
    panel, told = QWidget(), QLabel("Seven words that are told again. " * 24)
    told.setWordWrap(True)
    column(panel).addWidget(told)
    strip.dock(panel)
    panel.show()
    qtbot.waitUntil(lambda: told.height() >= told.heightForWidth(told.width()) > 100)


def test_the_used_take_of_the_shot_in_hand_is_chosen(strip: TakeStrip, session_with_takes: Session) -> None:
    assert numbers(strip) == [2, 1]
    assert strip.take == next(iter(session_with_takes.film.shots)).takes[0]  # the circled one


def test_choosing_a_row_shows_the_take(qtbot: QtBot, strip: TakeStrip, session_with_takes: Session) -> None:
    shot = next(iter(session_with_takes.film.shots))
    with qtbot.waitSignal(strip.take_shown, check_params_cb=lambda take: take == shot.takes[1].id):
        strip.choose(shot.takes[1].id)


def test_keys_judge_the_chosen_take(qtbot: QtBot, strip: TakeStrip, session_with_takes: Session) -> None:
    press(qtbot, strip, Qt.Key.Key_Up, Qt.Key.Key_4, Qt.Key.Key_C)
    shot = next(iter(session_with_takes.film.shots))
    assert (shot.circled, shot.verdict(shot.takes[1].id).rating) == (shot.takes[1].id, 4)
    press(qtbot, strip, Qt.Key.Key_X)
    shot = next(iter(session_with_takes.film.shots))
    assert (shot.circled, shot.verdict(shot.takes[1].id).rejected) == (None, True)
    assert strip.take == shot.takes[1]  # the row stays chosen


def test_a_note_is_written_below_the_list(qtbot: QtBot, strip: TakeStrip, session_with_takes: Session) -> None:
    press(qtbot, strip, Qt.Key.Key_N)
    qtbot.keyClicks(strip.note, "good light")
    qtbot.keyClick(strip.note, Qt.Key.Key_Return)
    shot = next(iter(session_with_takes.film.shots))
    assert shot.verdict(shot.takes[0].id).note == "good light"
    assert session_with_takes.undo.count() == 1


def test_a_take_that_arrives_leaves_the_choice_alone(strip: TakeStrip, session_with_takes: Session) -> None:
    shot = next(iter(session_with_takes.film.shots))
    session_with_takes.edit("x", lambda film: add_take(film, shot.id, shot.takes[0].with_(id="new")))
    assert numbers(strip) == [3, 2, 1]
    assert strip.take == shot.takes[0]


def test_of_many_takes_the_used_one_is_seen_and_a_long_slate_and_note_are_read_from_their_beginning(
    strip: TakeStrip, session_with_takes: Session
) -> None:
    session, shot = session_with_takes, next(iter(session_with_takes.film.shots))
    note = "She looks away too early; the lantern should still swing when the door falls shut."
    session.edit("", lambda film: edit_shot(annotate(film, shot.id, shot.takes[0].id, note), shot.id, slate="12A" * 40))
    film, narrowest = session.film, strip.minimumSizeHint().width()
    for n in range(30):
        film = add_take(film, shot.id, shot.takes[0].with_(id=f"more-{n}"))
    session.adopt(film)
    assert strip.take == shot.takes[0]  # the circled one, and the oldest of all
    for high in (480, 300):
        strip.hide()
        strip.resize(360, high)
        strip.show()
        assert strip.list.viewport().rect().contains(strip.list.visualRect(strip.list.currentIndex()))
    assert (strip.note.text(), strip.note.cursorPosition()) == (note, 0)
    assert narrowest < 360
    assert "…" in strip.title.text()
    assert strip.title.toolTip().startswith("12A12A")


def test_the_closest_take_is_one_whose_figure_is_higher_and_not_a_hair_behind_the_point(
    strip: TakeStrip, session_with_takes: Session
) -> None:
    old, new = next(iter(session_with_takes.film.shots)).takes
    for scores, closest in (((0.97, 0.90), [old.id]), ((0.972, 0.969), []), ((0.97, 0.98), [new.id])):
        strip.set_scores(dict(zip((old.id, new.id), scores, strict=True)))
        assert [row.marked.take.id for row in strip.rows.rows if row.closest] == closest


def test_another_shot_another_strip(strip: TakeStrip, session_with_takes: Session) -> None:
    shots = list(session_with_takes.film.shots)
    session_with_takes.take_in_hand(shots[1].id)
    assert strip.take == shots[1].chosen
    session_with_takes.take_in_hand(shots[-1].id)
    assert (numbers(strip), strip.take) == ([], None)


def test_the_bin(qtbot: QtBot, strip: TakeStrip, session_with_takes: Session) -> None:
    press(qtbot, strip, Qt.Key.Key_Delete)
    assert numbers(strip) == [1]
    strip.bin.thrown.actions()[0].trigger()
    assert numbers(strip) == [2, 1]
    assert strip.bin.thrown.isEmpty()


def test_an_emptied_bin_is_empty_on_the_disk_too(qtbot: QtBot, strip: TakeStrip, session_with_takes: Session) -> None:
    session, shot = session_with_takes, next(iter(session_with_takes.film.shots))
    press(qtbot, strip, Qt.Key.Key_Delete)
    files = session.folder / shot.takes[0].media
    assert files.exists()
    strip.bin.thrown.actions()[-1].trigger()
    assert covered(strip.window()) is not None  # it asks
    strip.bin.empty(shot.id)
    assert (files.exists(), session.film.shot(shot.id).binned) == (False, ())
    said: list[str] = []
    session.said.connect(lambda problem: said.append(problem.sentence))
    while session.undo.canUndo():  # what was done before can still be undone
        session.undo.undo()
    after = session.film.shot(shot.id)
    assert shot.takes[0].id not in {take.id for take in (*after.takes, *after.binned)}
    assert set(said) == {"Takes that were deleted for good do not come back."}
    while session.undo.canRedo():
        session.undo.redo()
    assert session.film.shot(shot.id).binned == ()
    assert (session.folder / shot.takes[1].media).exists()


def test_again_and_final_are_rendered(
    strip: TakeStrip, session_with_takes: Session, actions: Actions, renders: FakeRenders
) -> None:
    shot = next(iter(session_with_takes.film.shots))
    actions["takes.again"].trigger()
    strip._fill_final()
    choice = next(each for each in strip._final_menu.actions() if each.text().startswith("Wan 2.2 TI2V"))
    choice.trigger()
    assert renders.asked == [(shot.id,), (shot.id,)]
    after = session_with_takes.film.shot(shot.id)
    assert (after.engine, after.rendering.finish) == ("wan2.2-ti2v-5b", "final")
    way = next(each.way for each in finishers(None, shot.takes[0]) if each.engine == "wan2.2-ti2v-5b")
    assert after.rendering.drafted == ("" if way == "seed" else shot.takes[0].id)
    assert way_words(way) in choice.text()


def test_a_model_whose_weights_are_not_here_says_so_in_the_list(
    qtbot: QtBot, strip: TakeStrip, renders: FakeRenders, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    keep_link("wan2.1-t2v-1.3b", tmp_path)
    strip._fill_final()
    words = {action.data(): action for action in strip._final_menu.actions()}
    qtbot.waitUntil(lambda: words["wan2.2-ti2v-5b"].text().endswith("(not ready)"))
    assert not words["wan2.1-t2v-1.3b"].text().endswith("(not ready)")
    assert words["wan2.2-ti2v-5b"].isEnabled()


def test_an_engine_that_lacks_something_says_what(session_with_takes: Session, renders: FakeRenders) -> None:
    shot = next(iter(session_with_takes.film.shots))
    order = renders.plan.nodes[0].order.with_(last_frame="3" * 64)
    found = {each.engine: each.lacks for each in finishers(order, shot.takes[0])}
    assert "animatic" not in found
    assert found["wan2.1-t2v-1.3b"] == "without a last frame"
    assert found["wan2.1-flf2v-14b"] == "needs a first frame"
    whole = order.with_(first_frame="4" * 64)
    assert {each.engine: each.lacks for each in finishers(whole, shot.takes[0])}["wan2.1-flf2v-14b"] == ""


def test_clips_become_takes(
    strip: TakeStrip, session_with_takes: Session, renders: FakeRenders, tmp_path: Path
) -> None:
    strip.import_clips([tmp_path / "a.mp4"])
    assert renders.asked == [(tmp_path / "a.mp4", session_with_takes.shot_id)]


def test_what_the_engine_does_stands_above(strip: TakeStrip, session_with_takes: Session, renders: FakeRenders) -> None:
    for standing, words in (
        (Rendering(3, 10), "being drawn"),
        (Rendering(3, 10, 95.0), "being drawn, 2 min left"),
        (Failed("No paper.", "Buy some."), "No paper. Buy some."),
    ):
        renders.stands = standing
        renders.standing_changed.emit((session_with_takes.shot_id,))
        assert words in strip.work.status.text()


def test_why_a_shot_failed_is_said_in_the_language_of_now(
    strip: TakeStrip, session_with_takes: Session, renders: FakeRenders
) -> None:
    speak("zh")
    sentence = "The render queue of Ferry is busy."
    renders.stands = Failed(sentence, "")
    renders.standing_changed.emit((session_with_takes.shot_id,))
    assert strip.work.status.text() == "Ferry 的渲染队列正忙。"


def test_a_take_of_the_shot_as_it_is_now_is_pointed_out(strip: TakeStrip, renders: FakeRenders) -> None:
    renders.stands = Stale()
    renders.planned.emit(renders.plan)
    assert [row.marked.stale for row in strip.rows.rows] == [False, True]
    assert "circle it" in strip.work.status.text()
    renders.plan = Plan(tuple(replace(each, key="0" * 64) for each in renders.plan.nodes))
    renders.planned.emit(renders.plan)
    assert strip.work.status.text() == "The shot has changed since these takes"


def test_a_take_is_dragged_into_the_cut(strip: TakeStrip, session_with_takes: Session) -> None:
    carried = strip.rows.mimeData([strip.list.currentIndex()])
    shot = next(iter(session_with_takes.film.shots))
    assert json.loads(carried.data(SHOTS).data()) == {"shots": [shot.id], "take": shot.takes[0].id}


def test_a_row_is_a_sentence_in_both_languages(qtbot: QtBot, strip: TakeStrip) -> None:
    qtbot.waitUntil(lambda: all(row.made is not None for row in strip.rows.rows))
    assert sentence(strip.rows.rows[1]).startswith("Take 1, cardboard 1, today ")
    assert sentence(strip.rows.rows[1]).endswith("circled, stale")
    speak("zh")
    assert sentence(strip.rows.rows[1]).startswith("第 1 条")


def test_a_take_whose_file_is_gone_has_no_date(session_with_takes: Session) -> None:
    shot = next(iter(session_with_takes.film.shots))
    lost = shot.takes[0].with_(id="lost", media="takes/lost/master.mov")
    assert set(filed(session_with_takes.folder, (shot.takes[0], lost))) == {shot.takes[0].id}


def test_a_final_that_departs_from_its_draft_says_so(
    qtbot: QtBot, strip: TakeStrip, session_with_takes: Session
) -> None:
    shot, folder = next(iter(session_with_takes.film.shots)), session_with_takes.folder
    kept = next(take for take in shot.takes if take.stored)
    assert kept.stored is not None
    far = folder / "cache" / "departures" / f"{kept.stored}.json"
    far.parent.mkdir(parents=True, exist_ok=True)
    far.write_text(json.dumps({"draft": "1" * 64, "flow": 0.31, "layout": 0.5, "departs": True}))
    found = filed(folder, (kept,))[kept.id]

    row = replace(next(each for each in strip.rows.rows if each.marked.take.id == kept.id), filed=found)
    assert "departs from its draft" in sentence(row)
    assert "motion 0.31, layout 0.50. It departs visibly" in sentence(row)
    assert "departs" not in sentence(replace(row, filed=Filed(found.made)))


def test_a_draft_says_so_and_is_made_final_and_a_final_says_why_not(
    strip: TakeStrip, session_with_takes: Session
) -> None:
    session, shot = session_with_takes, next(iter(session_with_takes.film.shots))
    wan = "wan2.2-ti2v-5b"
    whole = shot.takes[0].with_(id="whole", recipe=Recipe(engine=wan))
    quick = whole.with_(id="quick", recipe=Recipe(engine=wan, finish="draft"))
    begun = whole.with_(id="begun", recipe=Recipe(engine="animatic"))
    session.edit("", lambda film: edit_shot(film, shot.id, engine=wan))
    film = session.film
    for each in (whole, quick, begun):
        film = add_take(film, shot.id, each)
    session.adopt(film)
    told = {row.marked.take.id: sentence(row).split(", ")[1] for row in strip.rows.rows}
    assert (told["begun"], told["quick"], told["whole"]) == ("Draft", "Draft", wan_words(strip, "whole"))
    strip.choose("quick")
    assert strip.final.isEnabled()
    assert strip.final.toolTip().startswith("Make it final")
    strip.choose("whole")
    assert not strip.final.isEnabled()
    assert strip.final.toolTip() == "Take 3 is final: it was drawn with all its steps."
    strip.choose("begun")
    assert strip.final.isEnabled()


def wan_words(strip: TakeStrip, take: str) -> str:
    return next(made_words(row.marked) for row in strip.rows.rows if row.marked.take.id == take)


def test_a_draft_is_made_final_by_the_model_that_drew_it(session_with_takes: Session, renders: FakeRenders) -> None:
    shot = next(iter(session_with_takes.film.shots))
    drawn = shot.takes[0].with_(recipe=shot.takes[0].recipe.with_(engine="wan2.2-ti2v-5b"))
    order = renders.plan.nodes[0].order
    assert "wan2.2-ti2v-5b" not in {each.engine for each in finishers(order, drawn)}
    quick = drawn.with_(recipe=drawn.recipe.with_(finish="draft"))
    assert "wan2.2-ti2v-5b" in {each.engine for each in finishers(order, quick)}

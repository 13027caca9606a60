"""A card is painted once; what is new on a page comes within a few frames, never all in one."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.board import card_prints
from app.board.card import Card, Names
from app.board.card_prints import CardPrints
from app.board.panel import BoardPanel
from app.state.standing import Queued, Unrendered
from app.state.stills import Bare, Drawn
from app.theme import tokens
from engine.film.cast import Subject
from engine.film.document import Film
from engine.film.rate import FILM as RATE
from engine.film.shots import Casting, Line, Shot

SIZE = QSize(200, 210)
CARD = Card(Shot(id="a", slate="1A", duration=24), (), "", Bare(), 0, Unrendered(), RATE, 0, False)


@pytest.fixture(autouse=True)
def _no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first letters that are drawn fetch their font, which may take a frame's whole time."""
    monkeypatch.setattr(card_prints, "BUDGET", 10.0)


def test_a_card_is_painted_anew_only_when_it_looks_another() -> None:
    prints = CardPrints()
    prints.begin()
    first = prints.print_of(CARD, None, SIZE, 1.0, 16 / 9)
    key = first.cacheKey()
    assert prints.print_of(CARD, None, SIZE, 1.0, 16 / 9).cacheKey() == key
    waiting = Card(CARD.shot, (), "", Bare(), 0, Queued(1), RATE, 0, False)
    assert prints.print_of(waiting, None, SIZE, 1.0, 16 / 9).cacheKey() != key
    again = prints.print_of(waiting, None, QSize(240, 230), 1.0, 16 / 9)
    assert again.size() == QSize(240, 230)


def test_only_the_picture_of_a_card_is_painted_anew_and_none_of_what_was_there_is_left() -> None:
    prints, fresh = CardPrints(), CardPrints()
    picture = QImage(SIZE.width(), 112, QImage.Format.Format_RGB32)
    picture.fill(QColor("#40a060"))
    shot = CARD.shot.with_(action="The ferry leaves.", omitted=False)
    bare = Card(shot, ("MIRA",), "The ferry leaves.", Bare(), 0, Queued(1), RATE, 0, False)
    drawn = Card(shot, ("MIRA",), "The ferry leaves.", Drawn("p.png"), 1, Unrendered(), RATE, 0, False)
    for each in (prints, fresh):
        each.begin()
    kept = prints.print_of(bare, None, SIZE, 1.0, 16 / 9)
    assert prints.print_of(drawn, picture, SIZE, 1.0, 16 / 9) is kept
    assert kept.toImage() == fresh.print_of(drawn, picture, SIZE, 1.0, 16 / 9).toImage()


def test_as_many_prints_are_kept_as_the_board_has_room_for_and_old_ones_are_painted_over() -> None:
    prints = CardPrints()
    prints.begin()
    shots = [CARD.shot.with_(id=f"s{at}", slate=f"{at}") for at in range(200)]

    def memories(shown: list[Shot]) -> int:
        cards = [Card(shot, (), "", Bare(), 0, Unrendered(), RATE, 0, False) for shot in shown]
        return len({prints.print_of(card, None, SIZE, 1.0, 16 / 9).cacheKey() >> 32 for card in cards})

    assert memories(shots) < 100
    prints.room_for(150)
    assert memories(shots) > 100


def test_a_frame_whose_time_is_up_shows_what_there_is_and_asks_for_another(monkeypatch: pytest.MonkeyPatch) -> None:
    prints = CardPrints()
    prints.begin()
    first = prints.print_of(CARD, None, SIZE, 1.0, 16 / 9)
    monkeypatch.setattr(card_prints, "BUDGET", -1.0)
    prints.begin()
    changed = Card(CARD.shot, ("MIRA",), "", Bare(), 0, Unrendered(), RATE, 0, False)
    assert prints.print_of(changed, None, SIZE, 1.0, 16 / 9) is first
    assert prints.owing
    monkeypatch.setattr(card_prints, "BUDGET", 10.0)
    prints.begin()
    assert prints.print_of(changed, None, SIZE, 1.0, 16 / 9) is not first
    assert not prints.owing


def test_a_card_whose_turn_does_not_come_shows_its_slate_and_its_picture_as_soon_as_that_is_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    prints = CardPrints()
    picture = QImage(SIZE.width(), 112, QImage.Format.Format_RGB32)
    picture.fill(QColor("#40a060"))
    card = Card(CARD.shot.with_(action="Rain."), (), "Rain.", Drawn("p.png"), 1, Unrendered(), RATE, 0, False)
    monkeypatch.setattr(card_prints, "BUDGET", 0.0)
    monkeypatch.setattr(card_prints, "_MORE", 10.0)
    prints.begin()
    blank = prints.print_of(replace(card, picture=0), None, SIZE, 1.0, 16 / 9).toImage()
    assert len({blank.pixel(x, y) for x in range(10, 60) for y in range(118, 142)}) > 4  # the slate
    hasty = prints.print_of(card, picture, SIZE, 1.0, 16 / 9).toImage()
    assert hasty.pixelColor(100, 60) == QColor("#40a060")
    assert {hasty.pixel(x, y) for x in range(10, 190) for y in range(145, 200)} == {QColor(tokens.now().raised).rgb()}
    assert prints.owing == {"a"}
    monkeypatch.setattr(card_prints, "BUDGET", 10.0)
    prints.begin()
    assert prints.print_of(card, picture, SIZE, 1.0, 16 / 9).toImage() != hasty
    assert not prints.owing


def test_the_board_goes_on_painting_until_nothing_is_owing(
    board: BoardPanel, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_prints, "BUDGET", -1.0)
    board.view.repaint_all()
    board.view.viewport().repaint()
    assert board.view.prints.owing
    monkeypatch.setattr(card_prints, "BUDGET", 10.0)
    qtbot.waitUntil(lambda: not board.view.prints.owing)


def test_corners_are_round_and_the_picture_reaches_the_edge() -> None:
    prints = CardPrints()
    prints.begin()
    drawn = prints.print_of(CARD, None, SIZE, 2.0, 16 / 9).toImage()
    assert drawn.size() == SIZE * 2
    ground = QColor(tokens.now().ground)
    assert (
        drawn.pixelColor(0, 0)
        == drawn.pixelColor(399, 0)
        == drawn.pixelColor(0, 419)
        == drawn.pixelColor(399, 419)
        == ground
    )
    assert drawn.pixelColor(200, 1) != ground


def test_a_card_without_an_action_says_the_first_line() -> None:
    film = Film(cast=(Subject(id="otto", name="OTTO", look_seed=1),))
    line = Line(id="l", speaker="otto", text="That is my brother.", frames=24)
    names = Names(film)
    assert names.words_of(CARD.shot) == ""
    assert names.words_of(CARD.shot.with_(lines=(line,))) == "OTTO: That is my brother."
    assert names.words_of(CARD.shot.with_(lines=(line.with_(speaker=""),))) == "That is my brother."
    assert names.words_of(CARD.shot.with_(lines=(line,), action="He turns away.")) == "He turns away."


def test_a_card_on_which_nobody_was_understood_says_so() -> None:
    walks = CARD.shot.with_(action="Somebody walks in.")
    cast = walks.with_(cast=(Casting(subject="otto"),))

    def foot(shot: Shot) -> set[int]:
        prints = CardPrints()
        prints.begin()
        card = Card(shot, (), shot.action, Bare(), 0, Unrendered(), RATE, 0, False)
        drawn = prints.print_of(card, None, SIZE, 1.0, 16 / 9).toImage()
        return {drawn.pixel(x, y) for x in range(12, 120) for y in range(188, 204)}

    assert len(foot(walks)) > 4
    assert len(foot(CARD.shot)) == 1  # nothing is written yet
    assert len(foot(cast)) == 1
    assert len(foot(walks.with_(props=("lantern",)))) == 1

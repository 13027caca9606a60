"""The shelf of models: fetched with progress, stopped and gone on with, linked, removed, and never without the licence's yes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_hub import FakeHub, serving
from paper_weights import files_of, lay, tensors
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from app import words
from app.overlays import covered
from app.problems import Problem
from app.shelf.porter import Fetching, Idle, Waiting
from app.shelf.room import ModelsRoom
from app.state.session import Session
from engine.machine import Card, Machine
from engine.shelf.licences import said_yes
from engine.shelf.manifests import find
from engine.shelf.places import Absent, Fetched, Linked, Unfinished, standing
from engine.shelf.readiness import DRAFT_WEIGHTS

WAN, LTX = find("wan2.2-ti2v-5b"), find("ltx-2")
assert WAN.hub is not None
HUB = WAN.hub.id
BIG = "transformer/weights.safetensors"
PATIENCE = 20_000
MACHINE = Machine("Linux x86_64", 16, 64_000, 500_000, (Card("A card", 24_000),), "9.0.2")


@pytest.fixture(autouse=True)
def _own_shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STORYREEL_MODELS", str(tmp_path / "shelf"))
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    monkeypatch.setenv("HF_HUB_DISABLE_IMPLICIT_TOKEN", "1")


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with serving({HUB: files_of(WAN)}) as fake:
        yield fake


@pytest.fixture
def said(session: Session) -> list[Problem]:
    heard: list[Problem] = []
    session.said.connect(heard.append)
    return heard


def room_of(session: Session, qtbot: QtBot, hub: FakeHub | None = None) -> ModelsRoom:
    made = ModelsRoom(session, endpoint=hub.endpoint if hub else "http://127.0.0.1:9")
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    qtbot.waitUntil(lambda: all(card.standing is not None for card in made.cards.values()), timeout=PATIENCE)
    return made


def press(room: ModelsRoom, answer: str) -> None:
    sheet = covered(room)
    assert sheet is not None
    next(each for each in sheet.findChildren(QPushButton) if each.text() == answer).click()


def stands(kind: type) -> bool:
    return isinstance(standing(WAN), kind)


def test_every_model_says_what_it_weighs_asks_and_how_it_fits(session: Session, qtbot: QtBot) -> None:
    room = room_of(session, qtbot)
    card = room.cards[LTX.id]
    card.show_machine(MACHINE)
    assert "card" in card.fit_label.text()
    shown = " ".join(label.text() for label in card.findChildren(type(card.fit_label)))
    assert "LTX-2.x Community License" in shown
    assert "10 million US dollars" in shown
    assert "GB" in shown
    assert room.cards["animatic"].buttons["get"].isHidden()


def test_the_shelf_stands_before_anybody_has_looked_at_the_disk(session: Session, qtbot: QtBot) -> None:
    room = ModelsRoom(session)
    qtbot.addWidget(room)
    assert [*room.cards][:2] == ["animatic", "draft"]
    card = room.cards[WAN.id]
    assert card.state_label.text() == "Looks at the files"
    assert all(each.isHidden() for each in card.buttons.values())  # what can be done with it is not known yet
    qtbot.waitUntil(lambda: card.state_label.text() == "Not here", timeout=PATIENCE)
    assert not card.buttons["get"].isHidden()


def test_a_cancel_that_came_too_late_is_not_remembered(
    session: Session, qtbot: QtBot, hub: FakeHub, said: list[Problem]
) -> None:
    room = room_of(session, qtbot, hub)
    room.porter.fetch(WAN, revision="main", endpoint=hub.endpoint)
    qtbot.waitUntil(lambda: stands(Fetched), timeout=PATIENCE)
    room.porter.cancel(WAN)  # it was all there already
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    room.porter.remove(WAN)
    qtbot.waitUntil(lambda: stands(Absent), timeout=PATIENCE)
    hub.repos[HUB][BIG] = tensors(30_000_000)
    qtbot.waitUntil(lambda: isinstance(room.porter.errand(WAN.id), Idle), timeout=PATIENCE)
    room.porter.changed.connect(lambda model: room.porter.stop(model) if _under_way(room) else None)
    room.porter.fetch(WAN, revision="main", endpoint=hub.endpoint)
    qtbot.waitUntil(lambda: isinstance(room.porter.errand(WAN.id), Idle), timeout=PATIENCE)
    assert stands(Unfinished)  # a pause, and not the cancel of before


def test_the_focus_stays_on_the_card_whose_download_began(session: Session, qtbot: QtBot) -> None:
    room = room_of(session, qtbot)
    card = room.cards[WAN.id]
    card.show_standing(Absent(), Idle())
    card.buttons["get"].setFocus()
    card.show_standing(Absent(), Waiting())
    assert card.hasFocus()  # cancel is there, and must not be under Enter
    card.show_standing(Absent(), Fetching(1, 10, 1.0))
    assert card.buttons["stop"].hasFocus()
    card.show_standing(Fetched(session.folder, "1" * 40, ()), Idle())
    assert card.buttons["check"].hasFocus()


def _under_way(room: ModelsRoom) -> bool:
    errand = room.porter.errand(WAN.id)
    return isinstance(errand, Fetching) and errand.done > 0


def test_a_model_is_fetched_when_a_person_says_so(
    session: Session, qtbot: QtBot, hub: FakeHub, said: list[Problem]
) -> None:
    room = room_of(session, qtbot, hub)
    room.cards[WAN.id].buttons["get"].click()
    assert stands(Absent)  # no revision is verified: it asks first
    press(room, "Fetch the newest")
    qtbot.waitUntil(lambda: stands(Fetched), timeout=PATIENCE)
    qtbot.waitUntil(lambda: room.cards[WAN.id].state_label.text() == "On the shelf", timeout=PATIENCE)
    assert [problem.sentence for problem in said] == ["Wan 2.2 TI2V 5B is on the shelf."]


def test_a_download_is_stopped_and_gone_on_with(
    session: Session, qtbot: QtBot, hub: FakeHub, said: list[Problem]
) -> None:
    hub.repos[HUB][BIG] = tensors(60_000_000)
    room = room_of(session, qtbot, hub)
    heard: list[int] = []

    def stop(model: str) -> None:
        errand = room.porter.errand(model)
        if isinstance(errand, Fetching) and errand.done and not heard:
            heard.append(errand.done)
            room.cards[WAN.id].buttons["stop"].click()

    room.porter.changed.connect(stop)
    room.porter.fetch(WAN, revision="main", endpoint=hub.endpoint)
    qtbot.waitUntil(lambda: bool(heard) and isinstance(room.porter.errand(WAN.id), Idle), timeout=PATIENCE)
    assert stands(Unfinished)
    assert said == []  # being stopped is no trouble
    qtbot.waitUntil(lambda: room.cards[WAN.id].buttons["get"].text() == "Go on", timeout=PATIENCE)
    room.porter.fetch(WAN, revision="main", endpoint=hub.endpoint)
    qtbot.waitUntil(lambda: stands(Fetched), timeout=PATIENCE)
    assert hub.sent[BIG] < 2 * 60_000_000


def test_a_cancelled_download_leaves_nothing(session: Session, qtbot: QtBot, hub: FakeHub, said: list[Problem]) -> None:
    hub.repos[HUB][BIG] = tensors(30_000_000)
    room = room_of(session, qtbot, hub)
    card, cancelled = room.cards[WAN.id], list[bool]()

    def cancel(model: str) -> None:
        errand = room.porter.errand(model)
        if isinstance(errand, Fetching) and errand.done and not cancelled:
            cancelled.append(True)
            card.buttons["cancel"].click()

    room.porter.changed.connect(cancel)
    room.porter.fetch(WAN, revision="main", endpoint=hub.endpoint)
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    assert stands(Absent)
    qtbot.waitUntil(lambda: card.buttons["get"].text() == "Download" and not card.buttons["get"].isHidden())
    assert card.buttons["cancel"].isHidden()


def test_a_folder_is_linked_by_dropping_it_on_its_card(session: Session, qtbot: QtBot, tmp_path: Path) -> None:
    lay(tmp_path / "mine", WAN)
    room = room_of(session, qtbot)
    dragged = QMimeData()
    dragged.setUrls([QUrl.fromLocalFile(str(tmp_path / "mine"))])
    card, left, none = room.cards[WAN.id], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    entering = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, dragged, left, none)
    entering.ignore()
    card.dragEnterEvent(entering)
    assert entering.isAccepted()
    card.dropEvent(QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, dragged, left, none))
    qtbot.waitUntil(lambda: stands(Linked), timeout=PATIENCE)
    qtbot.waitUntil(lambda: card.buttons["link"].isHidden(), timeout=PATIENCE)
    again = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, dragged, left, none)
    again.ignore()
    card.dragEnterEvent(again)
    assert not again.isAccepted()  # it is here


def test_limits_are_accepted_before_the_first_byte(session: Session, qtbot: QtBot) -> None:
    room = room_of(session, qtbot)
    room.cards[LTX.id].buttons["get"].click()
    press(room, "Not now")
    assert said_yes(LTX) is None
    room.cards[LTX.id].buttons["get"].click()
    press(room, "I have read and accept it")
    assert said_yes(LTX) is not None


def test_a_hub_that_is_out_of_reach_is_one_sentence(session: Session, qtbot: QtBot, said: list[Problem]) -> None:
    room = room_of(session, qtbot)
    room.porter.fetch(WAN, revision="main", endpoint="http://127.0.0.1:9")
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    assert "Traceback" not in said[0].sentence
    assert said[0].sentence.endswith(".")
    assert isinstance(room.porter.errand(WAN.id), Idle)


def test_a_folder_is_linked_looked_at_and_forgotten(
    session: Session, qtbot: QtBot, said: list[Problem], tmp_path: Path
) -> None:
    lay(tmp_path / "mine", WAN)
    room = room_of(session, qtbot)
    room.link(WAN, tmp_path / "mine")
    qtbot.waitUntil(lambda: stands(Linked), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not room.cards[WAN.id].buttons["check"].isHidden(), timeout=PATIENCE)
    room.cards[WAN.id].buttons["check"].click()
    qtbot.waitUntil(lambda: any("sound" in problem.sentence for problem in said), timeout=PATIENCE)
    qtbot.waitUntil(lambda: not room.cards[WAN.id].buttons["remove"].isHidden(), timeout=PATIENCE)
    assert room.cards[WAN.id].buttons["remove"].text() == "Forget the link"
    room.cards[WAN.id].buttons["remove"].click()
    qtbot.waitUntil(lambda: stands(Absent), timeout=PATIENCE)
    assert (tmp_path / "mine" / "model_index.json").is_file()


def test_a_wrong_folder_is_refused_in_one_sentence(
    session: Session, qtbot: QtBot, said: list[Problem], tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    room = room_of(session, qtbot)
    room.link(WAN, tmp_path / "other")
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE)
    assert stands(Absent)


def test_the_hardware_page_speaks_plainly_in_both_languages(session: Session, qtbot: QtBot) -> None:
    room = room_of(session, qtbot)
    qtbot.waitUntil(lambda: "Looking" not in room.hardware.sentence.text(), timeout=PATIENCE)
    room.hardware.show_machine(MACHINE)
    assert room.hardware.sentence.text() == "This machine runs small and middling video models."
    room.hardware.show_machine(Machine("Linux x86_64", 2, 4_000, 500_000, (), "9.0.2"))
    assert "little memory" in room.hardware.sentence.text()
    room.hardware.show_machine(MACHINE)
    words.speak("zh")
    assert room.hardware.sentence.text() == "这台电脑可以运行中小型视频模型。"
    assert "显存" in room.cards[WAN.id].fit_label.text() or "显卡" in room.cards[WAN.id].fit_label.text()


def test_a_manifest_that_cannot_be_read_is_told_and_the_others_stand(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    own = tmp_path / "shelf" / "manifests"
    own.mkdir(parents=True)
    (own / "mine.json").write_text("no json", encoding="utf-8")
    room = room_of(session, qtbot)
    qtbot.waitUntil(lambda: len(room.unreadable) == 1, timeout=PATIENCE)
    assert "mine.json is no JSON" in room.unreadable[0].text()
    qtbot.waitUntil(room.unreadable[0].isVisible)


def test_an_engine_without_weights_is_not_ready(
    session: Session, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(DRAFT_WEIGHTS, str(tmp_path))
    room = room_of(session, qtbot)
    draft = room.cards["draft"]
    qtbot.waitUntil(lambda: draft.state_label.text() == "Not ready yet", timeout=PATIENCE)
    assert draft.hurdle_label.isVisible()
    assert "no weights for the draft engine" in draft.hurdle_label.text()
    assert draft.hurdle_label.property("kind") == "muted"  # nothing is wrong with a stock install
    assert room.cards["animatic"].hurdle_label.isHidden()
    assert room.cards["animatic"].state_label.text() == "Comes with Storyreel"


def own_quick_model(folder: Path) -> None:
    """A manifest of one's own like Wan 2.2 5B's, whose quick weights may be any."""
    told = WAN.model_dump(mode="json") | {"id": "mine", "engine": "mine", "title": "Mine"}
    drafts = WAN.drafts.model_dump(mode="json") if WAN.drafts else {}
    told["drafts"] = drafts | {"hub": {"id": "me/quick", "bytes": 332_000_000}}
    folder.mkdir(parents=True)
    (folder / "mine.json").write_text(json.dumps(told), encoding="utf-8")


def test_quick_drafts_are_a_row_of_their_own_fetched_after_their_licence(
    session: Session, qtbot: QtBot, said: list[Problem], tmp_path: Path
) -> None:
    assert WAN.drafts is not None
    own_quick_model(tmp_path / "shelf" / "manifests")
    with serving({"me/quick": {WAN.drafts.files[0]: tensors(), "other.safetensors": tensors()}}) as hub:
        room = room_of(session, qtbot, hub)
        shown = room.drafts["mine.drafts"]
        assert shown.facts.text().startswith(
            "Quick drafts in 4 steps  ·  332 MB  ·  CC BY-NC-SA 4.0\nNo commercial use"
        )
        qtbot.waitUntil(lambda: shown.state_label.text() == "Not here", timeout=PATIENCE)
        shown.buttons["get"].click()
        press(room, "I have read and accept it")
        press(room, "Fetch the newest")
        qtbot.waitUntil(lambda: shown.state_label.text() == "On the shelf", timeout=PATIENCE)
    assert [problem.sentence for problem in said] == ["Quick recipe for Mine is on the shelf."]
    assert isinstance(standing(find("mine")), Absent)  # the model itself was not asked for
    assert [what for what, each in shown.buttons.items() if not each.isHidden()] == ["remove"]
    shown.buttons["remove"].click()
    press(room, "Remove")
    qtbot.waitUntil(lambda: shown.state_label.text() == "Not here", timeout=PATIENCE)


def test_quick_drafts_that_lie_in_a_folder_are_linked_and_forgotten(
    session: Session, qtbot: QtBot, tmp_path: Path
) -> None:
    room = room_of(session, qtbot)
    shown = room.drafts["wan2.2-i2v-a14b.drafts"]
    for name in shown.manifest.drafts.files if shown.manifest.drafts else ():
        (tmp_path / name).write_bytes(tensors())
    room.link(shown.manifest, tmp_path)
    qtbot.waitUntil(lambda: shown.state_label.text() == f"Linked from {tmp_path.name}", timeout=PATIENCE)
    assert shown.buttons["remove"].toolTip() == "Forget the link"
    shown.buttons["remove"].click()
    qtbot.waitUntil(lambda: shown.state_label.text() == "Not here", timeout=PATIENCE)
    assert "cogvideox-5b.drafts" not in room.drafts
    assert room.cards["cogvideox-5b"].drafts is None

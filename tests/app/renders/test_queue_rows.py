"""What waits can be dragged among what waits, and nowhere else; the list keeps its rows while they stay in place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from pytestqt.qtbot import QtBot

from app.renders.queue_rows import MIME, QueueRows
from app.renders.slips import Entry, Heading, Slip, entries
from app.state.line import Line
from engine.client import AtWork, Done, Failed, InLine, Row, TakenOff
from engine.film.document import Film
from engine.film.shots import Line as SpokenLine
from engine.film.shots import Scene, Shot
from engine.plan import desk
from engine.protocol import Job, Lane
from engine.queue.ledger import State
from engine.queue.lessee import this_process

FILM = Film(scenes=(Scene(id="s", number="1", shots=(Shot(id="x", slate="1A", action="Waves.", duration=24),)),))


def row(key: str, state: State, engine: str = "animatic", payload: str = "", changed: float = 10.0) -> Row:
    lane: Lane = "desk" if engine in ("export", "sound", "import", "portrait") else "render"
    return Row(Job(key, engine, payload, lane=lane), 0, state, changed)


def listed(*rows: Row, since: float = 0.0) -> tuple[Entry, ...]:
    return entries(Line(rows), FILM, lambda key: ("x",) if key == "a" else (), since)


def shown(*rows: Row) -> QueueRows:
    made = QueueRows()
    made.show(listed(*rows))
    return made


def test_the_list_says_what_is_now_next_and_done() -> None:
    now = AtWork(this_process(), stopping=False, begun=True)
    torn = row("f", Failed("Torn.", "Glue it."))
    found = listed(row("b", InLine()), row("a", now), row("c", Done(2.0)), row("d", TakenOff(), changed=3.0), torn)
    words = [entry.words if isinstance(entry, Heading) else entry.key for entry in found]
    assert words == ["Now", "a", "Could not be done", "f", "Next in line", "b", "Done in this session", "c", "d"]
    slip = found[1]
    assert isinstance(slip, Slip)
    assert (slip.name, slip.about, slip.shot) == ("1A", "Waves.", "x")


def test_a_shot_without_an_action_is_told_by_its_first_line() -> None:
    (scene,) = FILM.scenes
    spoken = scene.shots[0].with_(
        action="", lines=(SpokenLine(id="l", speaker="", text="It was my mother's.", frames=24),)
    )
    film = FILM.with_(scenes=(scene.with_(shots=(spoken,)),))
    found = entries(Line((row("a", InLine()),)), film, lambda key: ("x",), 0.0)
    assert isinstance(found[1], Slip)
    assert found[1].about == "It was my mother's."


def test_what_ended_before_the_film_was_opened_is_not_listed() -> None:
    assert listed(row("a", Done(2.0), changed=5.0), since=6.0) == ()


def test_desk_work_is_named_by_its_file_and_the_panels_own_is_left_out() -> None:
    export = desk.Export(film="f.json", cut="c", out="/films/night.mp4").model_dump_json()
    sound = desk.Sound(source="footage/rain.wav", digest="0" * 64).model_dump_json()
    found = listed(row("e", InLine(), "export", export), row("s", InLine(), "sound", sound))
    assert [(slip.name, slip.about) for slip in found if isinstance(slip, Slip)] == [("Export", "night.mp4")]
    failed = listed(row("s", Failed("Cannot be read.", ""), "sound", sound))
    assert [slip.about for slip in failed if isinstance(slip, Slip)] == ["rain.wav"]


def test_only_what_waits_is_dragged() -> None:
    rows = shown(row("a", InLine()), row("b", Done(1.0)))
    drags = [bool(rows.flags(rows.index(n)) & Qt.ItemFlag.ItemIsDragEnabled) for n in range(rows.rowCount())]
    assert drags == [False, True, False, False]


def test_a_drop_says_before_whom(qtbot: QtBot) -> None:
    rows, moved = shown(row("a", InLine()), row("b", InLine()), row("c", Done(1.0))), []
    rows.moved.connect(lambda key, before: moved.append((key, before)))
    mime, nowhere = rows.mimeData([rows.index(2)]), QModelIndex()
    assert mime.hasFormat(MIME)
    move = Qt.DropAction.MoveAction
    assert rows.dropMimeData(mime, move, 1, 0, nowhere)
    assert rows.dropMimeData(rows.mimeData([rows.index(1)]), move, 3, 0, nowhere)
    assert moved == [("b", "a"), ("a", "")]
    assert not rows.canDropMimeData(mime, move, 5, 0, nowhere)  # behind what is done


def test_rows_that_stay_are_not_made_anew(qtbot: QtBot) -> None:
    rows, resets = shown(row("a", InLine())), []
    rows.modelReset.connect(lambda: resets.append(1))
    rows.show(listed(row("a", InLine())))
    assert not resets
    rows.show(listed(row("a", InLine()), row("b", InLine())))
    assert resets
    assert rows.row_of("b") == 2


def test_a_portrait_for_the_cast_room_is_nobodys_business_until_it_fails() -> None:
    assert listed(row("p", Done(1.0), "portrait"), row("q", InLine(), "portrait")) == ()
    failed = next(each for each in listed(row("p", Failed("Torn.", "Glue it."), "portrait")) if isinstance(each, Slip))
    assert failed.name == "Portrait"

"""The second unit: what is ordered beside the plan comes back as a take or as a key frame, also after the window was closed."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any, cast

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.desk_calls import DeskCalls
from app.second_unit import SecondUnit
from app.state.line import Line
from app.state.save_state import Saved
from app.state.session import Session
from app.state.standing import Known, Queued, Rendering, standings
from engine.client import AtWork, Client, InLine, Row, Submitted
from engine.film import judging
from engine.film.key_frames import approve
from engine.film.shots import Shot
from engine.film.takes import Recipe, Take
from engine.plan.orders import ShotOrder
from engine.plan.pickups import Part
from engine.plan.second_unit import Assignment
from engine.protocol import Job
from engine.queue.lessee import Lessee


class FakeClient:
    """A queue in which work lies until the test has drawn it."""

    def __init__(self) -> None:
        self.notes: list[Assignment] = []
        self.lost: list[Assignment] = []
        self.made: dict[str, Take] = {}
        self.resumed = 0

    def assign(self, wanted: tuple[Assignment, ...], *, priority: int = 0) -> Submitted:
        self.notes += [each for each in wanted if each not in self.notes]
        there = tuple(each.key for each in wanted if each.key in self.made)
        return Submitted(tuple(each.key for each in wanted if each.key not in self.made), (), there)

    def unqueued(self) -> tuple[Assignment, ...]:
        return tuple(self.lost)

    def assignments(self) -> tuple[Assignment, ...]:
        return tuple(self.notes)

    def delivered(self, wanted: Assignment) -> Take | None:
        return self.made.get(wanted.key)

    def dismiss(self, wanted: Assignment) -> None:
        self.notes.remove(wanted)

    def resume(self) -> None:
        self.resumed += 1

    def draw(self, wanted: Assignment) -> str:
        origin = "pickup" if wanted.kind == "pickup" else "rendered"
        parent = wanted.order.pickup.take if wanted.order.pickup else None
        recipe = Recipe(engine=wanted.engine, key=wanted.key, origin=origin, parent=parent)
        self.made[wanted.key] = Take(
            id=f"take-{wanted.key[:12]}",
            recipe=recipe,
            rate=Fraction(24),
            frames=24,
            media="takes/x/master.mov",
            digest="d" * 64,
        )
        return wanted.key


class FakeDesk(QObject):
    """Draws and takes out stills at once."""

    still_ready = Signal(str, int, object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.folder = folder

    def _picture(self, name: str) -> Path:
        path = self.folder / f"{name}.png"
        image = QImage(32, 18, QImage.Format.Format_RGB32)
        image.fill(len(name))
        image.save(str(path))
        return path

    def want_still(self, source: str, digest: str, picture: int) -> None:
        self.still_ready.emit(digest, picture, self._picture("still"))

    def want_drawing(self, order: ShotOrder, at: int, then: Callable[[Path], object]) -> None:
        then(self._picture(f"layout-{order.seed}"))


class Studio:
    """A second unit over the fakes."""

    def __init__(self, session: Session, folder: Path) -> None:
        self.session, self.client = session, FakeClient()
        self.desk = FakeDesk(folder)
        self.unit = self.opened()

    def opened(self) -> SecondUnit:
        def ask(work: Callable[[], Any], then: Callable[[Any], object] | None = None) -> None:
            made = work()
            if then is not None:
                then(made)

        client, desk = cast(Client, self.client), cast(DeskCalls, self.desk)
        return SecondUnit(self.session, client, ask, desk, lambda: None, self.session)

    @property
    def shot(self) -> Shot:
        return next(iter(self.session.film.shots))


@pytest.fixture
def studio(session_with_takes: Session, tmp_path: Path) -> Studio:
    return Studio(session_with_takes, tmp_path)


def pick_up(studio: Studio) -> Assignment:
    studio.unit.pick_up(studio.shot.id, studio.shot.takes[0].id, Part(2, 6), "wan2.1-vace-1.3b", mask=b"a mask")
    return studio.client.notes[-1]


def test_a_pickup_becomes_a_take_without_a_step_of_undo(studio: Studio) -> None:
    asked = pick_up(studio)
    assert studio.client.resumed == 1
    assert asked.order.pickup is not None
    assert asked.order.pickup.mask is not None
    assert studio.unit.taken(studio.client.draw(asked))
    assert studio.shot.takes[-1].recipe.parent == studio.shot.takes[0].recipe.key
    assert studio.session.undo.count() == 0
    assert studio.unit.by_shot == {}


def test_its_note_goes_when_the_film_that_has_it_is_saved(studio: Studio) -> None:
    studio.unit.taken(studio.client.draw(pick_up(studio)))
    assert len(studio.client.notes) == 1
    studio.session.save_changed.emit(Saved())
    assert studio.client.notes == []


def test_what_came_while_the_film_was_closed_is_taken_in_and_what_did_not_is_waited_for(studio: Studio) -> None:
    asked = pick_up(studio)
    later = studio.opened()
    later.begin()
    assert list(later.by_shot) == [studio.shot.id]
    studio.client.draw(asked)
    studio.opened().begin()
    assert len(studio.shot.takes) == 3
    studio.opened().begin()
    assert len(studio.shot.takes) == 3  # it is not taken in twice


def test_a_click_that_never_came_to_the_queue_is_put_there_when_the_film_is_opened(studio: Studio) -> None:
    asked = pick_up(studio)
    studio.client.notes, studio.client.lost = [], [asked]
    later = studio.opened()
    later.begin()
    assert studio.client.notes == [asked]
    assert later.by_shot == {studio.shot.id: (asked,)}


def test_a_film_that_is_only_looked_at_forgets_nothing(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = pick_up(studio)
    monkeypatch.setattr(Session, "read_only", True)
    studio.unit.taken(studio.client.draw(asked))
    assert studio.client.notes == [asked]
    assert len(studio.shot.takes) == 2


def test_a_pickup_that_was_thrown_away_does_not_come_back(studio: Studio) -> None:
    studio.unit.taken(studio.client.draw(pick_up(studio)))
    take = studio.shot.takes[-1]
    studio.session.edit("x", lambda film: judging.bin_take(film, studio.shot.id, take.id))
    studio.opened().begin()
    assert take not in studio.shot.takes


def test_what_failed_can_be_asked_again_and_what_was_taken_off_is_forgotten(studio: Studio) -> None:
    asked = pick_up(studio)
    studio.unit.failed(asked.key)
    assert studio.unit.by_shot == {}
    assert studio.unit.again(asked.key)
    assert studio.unit.by_shot == {studio.shot.id: (asked,)}
    studio.unit.cancelled(asked.key)
    assert (studio.client.notes, studio.unit.again(asked.key)) == ([], False)


def test_what_failed_before_the_film_was_opened_can_be_asked_again(studio: Studio) -> None:
    asked = pick_up(studio)
    later = studio.opened()
    later.begin()
    before = studio.client.resumed
    assert later.again(asked.key)
    assert (studio.client.resumed, studio.client.notes) == (before + 1, [asked])


def test_key_frames_of_several_shots_are_proposed_as_one_step(studio: Studio) -> None:
    ids = [shot.id for shot in studio.session.film.shots][:2]
    studio.unit.draw_key_frames(ids, "flux.2-klein-4b")
    for each in tuple(studio.client.notes):
        studio.unit.taken(studio.client.draw(each))
    drawn = [shot.key_frame for shot in studio.session.film.shots][:2]
    assert all(each is not None and each.engine == "flux.2-klein-4b" for each in drawn)
    assert all(shot.first_frame is None for shot in studio.session.film.shots)  # nobody has approved them
    assert studio.session.undo.count() == 1
    assert drawn[0] is not None
    assert (studio.session.folder / drawn[0].picture.path).is_file()


def test_a_layout_needs_no_model_and_another_seed_takes_the_approval_back(studio: Studio) -> None:
    ids = [studio.shot.id]
    studio.unit.draw_key_frames(ids, "animatic")
    studio.session.edit("x", lambda film: approve(film, ids))
    first = studio.shot.key_frame
    studio.unit.draw_key_frames(ids, "animatic", another=True)
    assert first is not None
    assert studio.shot.key_frame is not None
    assert studio.shot.key_frame.seed != first.seed
    assert studio.shot.first_frame is None
    assert studio.client.notes == []  # nothing was put in the queue


def test_a_shot_whose_pickup_is_drawn_says_so(studio: Studio) -> None:
    asked = pick_up(studio)
    waiting = Row(Job(asked.key, asked.engine, "{}"), 0, InLine())
    film, beside = studio.session.film, studio.unit.by_shot
    assert standings(Known(film, {}, Line((waiting,)), {}, beside))[studio.shot.id] == Queued(1, "pickup")
    drawing = Row(waiting.job, 1, AtWork(Lessee(1, 0.0, ""), stopping=False, begun=True))
    now = standings(Known(film, {}, Line((drawing,)), {asked.key: Rendering(1, 4)}, beside))
    assert now[studio.shot.id] == Rendering(1, 4, what="pickup")

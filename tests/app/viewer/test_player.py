"""The player: frames come when they are due, the sound card is its clock, what is late is dropped, and scrubbing is exact."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import cv2
import numpy as np
import pytest
from pytestqt.qtbot import QtBot

from app.state.playhead import Playhead, Playing, Stopped
from app.viewer.booth import Lit
from app.viewer.decks import Decks, Size
from app.viewer.mixing import Laid, Mixer
from app.viewer.player import Player
from app.viewer.programme import Blank, Card, Filmed, Mixed, Showing, Sketch
from app.viewer.speakers import Score

SMALL = Size(64, 36)


class Numbered:
    """A programme whose frame n is a card with n on it."""

    def __init__(self, frames: int = 240) -> None:
        self.frames = frames

    def at(self, frame: int) -> Showing:
        return Card(str(frame))

    def slate(self, frame: int) -> str:
        return str(frame)


class Card1:
    """A sound card that has heard what a test says."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.scores: list[Score] = []
        self.stopped = 0
        self.asked = 0

    def start(self, score: Score) -> None:
        self.scores.append(score)
        self.seconds = 0.0

    def stop(self) -> None:
        self.stopped += 1

    def heard(self) -> float:
        self.asked += 1
        return self.seconds


@pytest.fixture
def card() -> Card1:
    return Card1()


@pytest.fixture
def player(qtbot: QtBot, card: Card1) -> Iterator[Player]:
    made = Player(Playhead(), Fraction(24), speakers=lambda: card)
    made.resize(SMALL)
    made.load((Numbered(),))
    yield made
    made.close()


def frames_of(player: Player) -> list[int]:
    seen: list[int] = []
    player.shown.connect(lambda lit: seen.append(lit.frame))
    return seen


def test_a_picture_on_its_way_is_not_shown_once_nothing_is_left(qtbot: QtBot, player: Player) -> None:
    qtbot.waitUntil(lambda: player.booth.ready(0) is not None)
    seen = frames_of(player)
    player._from_booth(Lit(0, (), False))  # told in the booth's thread, not yet heard here
    player.load((Numbered(0),))
    qtbot.wait(20)
    assert seen == []


def test_scrubbing_shows_the_very_frame_and_then_the_original(qtbot: QtBot, player: Player) -> None:
    with qtbot.waitSignal(player.shown, check_params_cb=lambda lit: lit.frame == 77):
        player.playhead.seek(77)
    with qtbot.waitSignal(player.shown, check_params_cb=lambda lit: lit.fine and lit.frame == 77):
        pass


def test_it_plays_on_its_own_and_stops_where_it_is(qtbot: QtBot, player: Player) -> None:
    seen = frames_of(player)
    player.play()
    assert player.playhead.state == Playing(1.0)
    qtbot.waitUntil(lambda: player.playhead.frame >= 5)
    player.stop()
    assert player.playhead.state == Stopped()
    assert seen == sorted(seen)
    assert player.count.started is not None
    assert player.count.shown + player.count.dropped >= 5


def test_the_sound_card_is_the_clock(qtbot: QtBot, player: Player, card: Card1, tmp_path: Path) -> None:
    mixer = Mixer((Laid("a" * 64, "a.wav", 0, 0, 480_000),), tmp_path)
    player.load((Numbered(),), mixer)
    player.play()
    assert len(card.scores) == 1
    qtbot.waitUntil(lambda: card.asked >= 5)
    assert player.playhead.frame == 0  # nothing is heard yet
    for card.seconds in (0.01, 2.0):
        player._tick()
    qtbot.waitUntil(lambda: player.playhead.frame >= 48)
    assert player.count.dropped >= 40  # it jumped to what is heard
    player.shuttle(1)  # twice as fast: silently
    assert (player.speed, card.stopped, len(card.scores)) == (2, 1, 1)


def test_a_film_without_sound_needs_no_card(player: Player, card: Card1) -> None:
    player.play()
    assert card.scores == []


def test_shuttling(player: Player) -> None:
    speeds: list[int] = []
    for way in (1, 1, 1, 1, -1, -1, -1, -1):
        player.shuttle(way)
        speeds.append(player.speed)
    assert speeds == [1, 2, 4, 4, -1, -2, -4, -4]
    player.toggle()
    assert player.speed == 0


def test_it_loops_between_the_marks(qtbot: QtBot, player: Player) -> None:
    seen = frames_of(player)
    player.playhead.mark(10, 12)
    player.set_loops(True)
    player.playhead.seek(11)
    player.play()
    qtbot.waitUntil(lambda: len(seen) > 8)
    assert set(seen) <= {10, 11, 12}
    assert {10, 11, 12} <= set(seen)


def test_at_the_tail_it_stops_and_then_begins_again(qtbot: QtBot, player: Player) -> None:
    player.load((Numbered(6),))
    player.playhead.seek(3)
    with qtbot.waitSignal(player.ended):
        player.play()
    assert (player.playhead.frame, player.speed) == (5, 0)
    player.play()
    assert player.playhead.frame == 0


def test_whoever_takes_the_playhead_is_played_on_from_there(qtbot: QtBot, player: Player) -> None:
    player.play()
    player.playhead.seek(200)
    assert player.speed == 1
    qtbot.waitUntil(lambda: player.playhead.frame > 201)


def test_a_hidden_viewer_makes_no_pictures(qtbot: QtBot, player: Player, monkeypatch: pytest.MonkeyPatch) -> None:
    qtbot.waitUntil(lambda: player.booth.ready(0) is not None)
    player.wake(False)
    seen = frames_of(player)
    wanted: list[object] = []
    with monkeypatch.context() as patch:
        patch.setattr(player.booth, "want", wanted.append)
        player.playhead.seek(99)
    assert (seen, wanted, player.booth.ready(99)) == ([], [], None)
    with qtbot.waitSignal(player.shown):
        player.wake(True)
    assert seen == [99]


# --- pictures


def clip(path: Path, frames: int = 8) -> Path:
    """A film whose picture n is a grey of 20 * n."""
    video = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"MJPG"), 24, (64, 36))
    for n in range(frames):
        video.write(np.full((36, 64, 3), 20 * n, np.uint8))
    video.release()
    return path


def grey(decks: Decks, showing: Showing, size: Size = SMALL) -> int:
    return int(decks.picture(showing, size)[size.height // 2, size.width // 2, 1])


def test_decks_show_the_picture_that_was_asked_for(tmp_path: Path) -> None:
    decks, file = Decks(), clip(tmp_path / "a.avi")
    spare = Card("A")
    for index in (3, 0, 7, 2, 3):
        assert abs(grey(decks, Filmed((file,), index, spare)) - 20 * index) < 4
    decks.close()


def test_what_cannot_be_read_gives_way(tmp_path: Path) -> None:
    broken, file = tmp_path / "broken.mp4", clip(tmp_path / "a.avi")
    broken.write_bytes(b"no film")
    cv2.imwrite(str(tmp_path / "panel.png"), np.full((36, 64, 3), 200, np.uint8))
    decks, sketch = Decks(), Sketch(tmp_path / "panel.png", Card("A"))
    assert abs(grey(decks, Filmed((tmp_path / "none.mp4", file), 4, sketch)) - 80) < 4
    assert abs(grey(decks, Filmed((broken,), 0, sketch)) - 200) < 4
    drawn = decks.picture(Filmed((broken,), 0, Sketch(tmp_path / "gone.png", Card("12A", "Rain."))), Size(320, 180))
    assert len(np.unique(drawn[:, :, 1])) > 10  # a slate, not a hole
    decks.close()


def test_a_file_that_came_later_is_seen_after_looking_again(tmp_path: Path) -> None:
    decks, file = Decks(), tmp_path / "late.avi"
    showing = Filmed((file,), 5, Card("A"))
    before = grey(decks, showing)
    clip(file)
    assert grey(decks, showing) == before
    decks.look_again()
    assert abs(grey(decks, showing) - 100) < 4
    decks.close()


def test_a_picture_of_another_shape_is_padded_or_fills(tmp_path: Path) -> None:
    decks, file, size = Decks(), clip(tmp_path / "a.avi"), Size(200, 36)
    padded = decks.picture(Filmed((file,), 7, Card("A")), size)
    filled = decks.picture(Filmed((file,), 7, Card("A"), fill=True), size)
    assert padded.shape == filled.shape == (36, 200, 4)
    assert (padded[18, 2, 1], padded[18, 100, 1] > 120) == (0, True)
    assert filled[18, 2, 1] > 120
    decks.close()


def test_transitions_are_mixed(tmp_path: Path) -> None:
    decks, file, spare = Decks(), clip(tmp_path / "a.avi"), Card("A")
    low, high = Filmed((file,), 1, spare), Filmed((file,), 6, spare)
    assert abs(grey(decks, Mixed("dissolve", low, high, Fraction(1, 2))) - 70) < 4
    wiped = decks.picture(Mixed("wipe", low, high, Fraction(1, 4)), SMALL)
    assert abs(int(wiped[18, 4, 1]) - 120) < 4  # what comes, comes from the left
    assert abs(int(wiped[18, 40, 1]) - 20) < 4
    decks.close()


def test_the_pictures_of_two_layers_come_together(qtbot: QtBot, player: Player) -> None:
    def of_two(lit: Lit) -> bool:
        return len(lit.layers) == 2

    with qtbot.waitSignal(player.shown, check_params_cb=of_two):
        player.load((Numbered(), Numbered(1)))


def test_a_film_that_becomes_empty_while_it_plays_stops(player: Player) -> None:
    player.play()
    player.load((Blank(),))
    assert (player.speed, player.frames) == (0, 0)
    player.play()
    assert player.speed == 0

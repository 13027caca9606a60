"""What stands where: lanes kept from one edit to the next, snapping, waveforms, narrow clips."""

from __future__ import annotations

import struct
from array import array
from fractions import Fraction
from pathlib import Path

from editor_films import FILM as FERRY

from app.timeline.hits import Nowhere, OnBody, OnEdge, OnGap, OnJoin, OnLane, OnMarker, OnRuler, hit
from app.timeline.laid import PICTURE_HEIGHT, TALLEST_PICTURE, lay
from app.timeline.scale import Scale
from app.timeline.showing import Showing, shots_of, speaks_otherwise
from app.timeline.snapping import nearest, points
from app.timeline.waves import extremes, read_peaks
from engine.film import board
from engine.film.cuts import Clip, Cut, Gap, Marker, Track, Transition
from engine.film.rows import KEPT, row_of, with_row
from engine.film.supply import shots_by_id

ITEMS = (
    Clip(id="a", shot="a", frames=40),
    Transition(id="t", before=6, after=6),
    Clip(id="b", shot="b", frames=40),
    Gap(id="g", frames=20),
    Clip(id="c", shot="c", frames=40),
)
PICTURE = Track(id="v", name="V1", items=ITEMS)
UPPER = Track(id="w", name="V2")
SOUND = Track(id="s", name="A1", kind="sound", items=(Clip(id="x", shot="a", frames=100),))
CUT = Cut(id="cut", name="Rough", tracks=(PICTURE, UPPER, SOUND), markers=(Marker(id="m", frame=50),))


def test_the_highest_picture_is_on_top_and_sounds_are_below() -> None:
    laid = lay(CUT)
    assert [lane.track.name for lane in laid.lanes] == ["V2", "V1", "A1"]
    assert laid.boxes["c"].at == 100


def test_a_lane_whose_track_is_the_same_is_the_same_lane() -> None:
    before = lay(CUT)
    other = Cut(id="cut", name="Rough", tracks=(PICTURE.with_(items=ITEMS[:1]), UPPER, SOUND))
    after = lay(other, before)
    assert after.lane("s") is before.lane("s")
    assert after.lane("v") is not before.lane("v")


def test_lanes_grow_with_the_window_to_a_limit() -> None:
    alone = Cut(id="cut", name="Rough", tracks=(PICTURE,))
    assert lay(alone).lanes[0].height == PICTURE_HEIGHT
    assert PICTURE_HEIGHT < lay(alone, None, 110).lanes[0].height < TALLEST_PICTURE
    assert lay(alone, None, 900).lanes[0].height == TALLEST_PICTURE


def test_only_what_is_in_sight_is_looked_at() -> None:
    lane = lay(CUT).lane("v")
    assert lane is not None
    assert [box.item.id for box in lane.between(45, 85)] == ["b", "g"]
    assert lane.at(139) is not None
    assert lane.at(140) is None


def test_what_is_under_the_pointer() -> None:
    laid, scale = lay(CUT), Scale(4.0, 0.0)
    lane = laid.lane("v")
    assert lane is not None
    low = lane.top + lane.height * 0.8
    assert isinstance(hit(laid, CUT, scale, 80, low), OnBody)
    assert isinstance(hit(laid, CUT, scale, 158, low), OnEdge)
    assert isinstance(hit(laid, CUT, scale, 160, lane.top + 5), OnJoin)
    assert isinstance(hit(laid, CUT, scale, 350, low), OnGap)
    assert isinstance(hit(laid, CUT, scale, 700, low), OnLane)
    assert isinstance(hit(laid, CUT, scale, 200, -1), OnMarker)
    assert isinstance(hit(laid, CUT, scale, 300, -1), OnRuler)
    assert isinstance(hit(laid, CUT, scale, 300, 2000), Nowhere)


def test_the_nearest_edge_wins_and_far_ones_do_not() -> None:
    targets = points(lay(CUT), CUT, (17, None), without=("b",))
    assert targets == (0, 17, 40, 50, 80, 100, 140)
    snap = nearest((42, 82), targets, 3)
    assert snap is not None
    assert (snap.by, snap.at) == (-2, 40)
    assert nearest((60,), targets, 3) is None


def test_peaks_are_read_whole_and_silence_lies_beyond(tmp_path: Path) -> None:
    path = tmp_path / "a.peaks"
    path.write_bytes(b"".join(struct.pack("<hh", -n, n) for n in range(100)) + b"\0")
    peaks = read_peaks(path)
    assert peaks is not None
    assert len(peaks) == 200
    assert extremes(peaks, 10, 20) == (-19, 19)
    assert extremes(peaks, 200, 210) == (0, 0)
    assert read_peaks(tmp_path / "none") is None
    assert extremes(array("h"), 0, int(Fraction(5))) == (0, 0)


def test_a_row_is_kept_for_the_very_items_it_was_made_of() -> None:
    row = row_of(PICTURE)
    assert row_of(PICTURE) is row
    assert row_of(PICTURE.with_(name="Another")) == row
    shorter = PICTURE.with_(items=ITEMS[:1])
    assert row_of(shorter).timed == ITEMS[:1]
    assert PICTURE.frames == 140
    made = with_row(PICTURE, row_of(shorter))
    assert made.items == ITEMS[:1]
    assert row_of(made) is row_of(shorter)
    assert made.frames == 40  # the sum that was known is not the new track's
    for number in range(2 * KEPT):
        row_of(Track(id=f"t{number}", items=ITEMS))
    assert row_of(PICTURE) == row


def test_the_lines_are_laid_again_only_when_somebody_may_speak_elsewhere() -> None:
    film = FERRY
    shot = next(each for each in film.shots if each.lines)
    assert not speaks_otherwise(film, board.edit_shot(film, shot.id, action="Other words."))
    assert speaks_otherwise(film, board.edit_shot(film, shot.id, duration=shot.duration + 1))
    assert speaks_otherwise(film, board.edit_shot(film, shot.id, lines=()))
    assert speaks_otherwise(film, board.remove_shot(film, shot.id))


def test_the_shots_at_hand_are_those_of_the_film_after_every_kind_of_edit() -> None:
    shot = next(iter(FERRY.shots))
    before = Showing(FERRY, CUT, lay(CUT), Scale(), shots_of(FERRY))
    for after in (board.edit_shot(FERRY, shot.id, action="Other words."), board.remove_shot(FERRY, shot.id)):
        assert shots_of(after, before) == shots_by_id(after)
    assert shots_of(FERRY, before) is before.shots

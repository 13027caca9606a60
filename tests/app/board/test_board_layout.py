"""Where cards lie, what is under a point, where the arrow keys and a drop lead."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect

from app.board.layout import CardRow, HeadingRow, Layout, Measures, Way, measured
from engine.film.document import Film
from engine.film.shots import Scene, Shot

CARD = Measures(width=200, height=210, columns=3)


def film(*scenes: str) -> Film:
    made = (
        Scene(id=f"s{n}", number=str(n), shots=tuple(Shot(id=x, slate=x, duration=24) for x in names))
        for n, names in enumerate(scenes, 1)
    )
    return Film(scenes=tuple(made))


def laid(*scenes: str, collapsed: frozenset[str] = frozenset(), found: frozenset[str] | None = None) -> Layout:
    return Layout(film(*scenes), CARD, collapsed=collapsed, found=found)


def test_cards_stand_in_rows_below_their_scene_and_nothing_overlaps() -> None:
    layout = laid("abcd", "e")
    boxes = [box for shot in "abcde" if (box := layout.card_of(shot))]
    assert len(boxes) == 5
    assert not any(a.intersects(b) for a in boxes for b in boxes if a is not b)
    heading = layout.heading_of("s2")
    fifth = layout.card_of("e")
    assert heading is not None
    assert fifth is not None
    assert heading.rect.bottom() < fifth.top() < layout.height


def test_what_is_under_a_point() -> None:
    layout = laid("abcd", "e")
    for shot in "abcde":
        box = layout.card_of(shot)
        assert box is not None
        found = layout.shot_at(box.center())
        assert found is not None
        assert found.id == shot
        assert layout.shot_at(box.bottomRight() + QPoint(4, 0)) is None


def test_only_the_rows_in_sight_are_painted() -> None:
    layout = laid("abc", "def", "ghi", "jkl")
    seen = list(layout.between(0, 260))
    assert [type(row) for row in seen] == [HeadingRow, CardRow]
    assert list(layout.between(layout.height, layout.height + 100)) == []


@pytest.mark.parametrize(
    ("start", "way", "by", "goal"),
    [
        ("a", "right", 1, "b"),
        ("c", "right", 1, "d"),
        ("a", "left", 1, "a"),
        ("a", "down", 1, "d"),
        ("b", "down", 1, "d"),  # the row below has one card
        ("d", "down", 1, "e"),
        ("e", "up", 2, "a"),
        ("e", "down", 1, "e"),
        ("a", "right", 99, "e"),
    ],
)
def test_the_arrow_keys_walk_the_board(start: str, way: Way, by: int, goal: str) -> None:
    assert laid("abcd", "e").neighbour(start, way, by) == goal


def test_a_drop_goes_before_the_card_whose_left_half_it_is_on() -> None:
    layout = laid("abcd", "e")
    for shot, at in (("a", 0), ("b", 1), ("d", 3)):
        box = layout.card_of(shot)
        assert box is not None
        left = layout.slot_at(box.topLeft() + QPoint(20, 40))
        right = layout.slot_at(box.topRight() + QPoint(-20, 40))
        assert left is not None
        assert right is not None
        assert (left.scene_id, left.at, right.at) == ("s1", at, at + 1)


def test_a_drop_on_an_empty_or_folded_scene_goes_into_it() -> None:
    empty = laid("ab", "")
    row = list(empty.rows)[-1]
    slot = empty.slot_at(row.rect.center())
    assert slot is not None
    assert (slot.scene_id, slot.at) == ("s2", 0)
    folded = laid("ab", "cd", collapsed=frozenset({"s2"}))
    slot = folded.slot_at(list(folded.rows)[-1].rect.center())
    assert slot is not None
    assert (slot.scene_id, slot.at) == ("s2", 2)


def test_a_folded_scene_shows_its_heading_alone_unless_something_was_found_there() -> None:
    folded = laid("ab", "cd", collapsed=frozenset({"s1"}))
    assert folded.order == ("c", "d")
    assert laid("ab", "cd", collapsed=frozenset({"s1"}), found=frozenset("a")).order == ("a",)


def test_what_was_found_leaves_out_scenes_without_any_and_drops_count_all_shots() -> None:
    layout = laid("abc", "d", found=frozenset("c"))
    assert [row.scene.id for row in layout.rows] == ["s1", "s1"]
    box = layout.card_of("c")
    assert box is not None
    slot = layout.slot_at(box.topLeft() + QPoint(10, 10))
    assert slot is not None
    assert slot.at == 2


def test_a_band_takes_the_cards_it_touches() -> None:
    layout = laid("abcd", "e")
    first, fourth = layout.card_of("a"), layout.card_of("d")
    assert first is not None
    assert fourth is not None
    assert layout.shots_in(QRect(first.center(), fourth.center())) == ("a", "d")


def test_there_is_room_for_a_new_shot_behind_the_last_card_of_a_row_that_is_not_full() -> None:
    rows = [row for row in laid("ab", "cde").rows if isinstance(row, CardRow)]
    layout = laid("ab", "cde")
    assert layout.adder(rows[0]) is not None
    assert layout.adder(rows[1]) is None


@pytest.mark.parametrize("width", [300, 640, 1000, 1900])
def test_cards_fill_the_width_and_keep_the_films_aspect(width: int) -> None:
    sizes = measured(width, 216, 16 / 9)
    assert sizes.columns * sizes.width + (sizes.columns - 1) * 16 <= max(width, 250) - 32 + 16
    tall = measured(width, 216, 9 / 16)
    assert tall.height - 96 == tall.width


def test_an_edit_lays_out_one_scene_and_says_what_is_to_be_painted_anew() -> None:
    one, two = film("abcd", "e", "fg"), film("abcd", "x", "fg")
    edited = one.with_(scenes=(one.scenes[0], two.scenes[1], one.scenes[2]))
    before = Layout(one, CARD, collapsed=(), found=None)
    after = Layout(edited, CARD, collapsed=(), found=None, before=before)
    changed = after.changed(before)
    assert changed is not None
    heading, box = after.heading_of("s2"), after.card_of("x")
    assert heading is not None
    assert box is not None
    assert [(part.contains(heading.rect), part.contains(box)) for part in changed] == [(True, True)]
    assert list(after.rows) == list(Layout(edited, CARD, collapsed=(), found=None).rows)


def test_what_moves_other_scenes_has_everything_painted_anew() -> None:
    before = laid("abc", "e")
    after = Layout(film("abcd", "e"), CARD, collapsed=(), found=None, before=before)
    assert after.changed(before) is None
    assert list(after.rows) == list(laid("abcd", "e").rows)


def test_a_layout_that_folds_searches_or_grows_forgets_what_it_knew() -> None:
    before = laid("abcd", "e")
    same = film("abcd", "e")
    for width, collapsed, found in ((300, (), None), (200, frozenset({"s1"}), None), (200, (), frozenset("d"))):
        size = Measures(width=width, height=210, columns=3)
        anew = Layout(same, size, collapsed=collapsed, found=found)
        assert list(Layout(same, size, collapsed=collapsed, found=found, before=before).rows) == list(anew.rows)


def test_the_heading_of_the_scene_that_is_scrolled_through_is_pinned() -> None:
    layout = laid("abcdefg", "h")
    below = layout.heading_of("s2")
    assert below is not None
    assert layout.pinned(0) is None
    pinned = layout.pinned(100)
    assert pinned is not None
    assert (pinned[0].scene.id, pinned[1]) == ("s1", below.rect.top())
    folded = laid("abcdefg", "h", collapsed=frozenset({"s1"}))
    assert folded.pinned(10) is None

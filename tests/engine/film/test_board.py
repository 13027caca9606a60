"""Edits of the board: whatever is done in whatever order, the film holds together and locked cuts stay as they were."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from fractions import Fraction
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import BadInput
from engine.film import board, casting, coverage
from engine.film.cast import Look, Place, Prop
from engine.film.check import checked, complaints
from engine.film.cuts import Clip, Gap
from engine.film.document import Film
from engine.film.locate import shot_of
from engine.film.rows import NewId
from engine.film.shots import Casting, Line, Panel, Scene, Shot
from engine.film.spoken import spoken
from engine.film.takes import Recipe, Take
from engine.film.versions import add_cut, assembly, lock_cut


def counter(prefix: str = "n") -> NewId:
    ids = count()
    return lambda: f"{prefix}{next(ids)}"


def take(name: str, frames: int = 60, head: int = 6) -> Take:
    rate = Fraction(24)
    return Take(
        id=name, recipe=Recipe(engine="animatic"), rate=rate, frames=frames, head=head, media="m.mov", digest="0" * 64
    )


def sample(*, locked: bool = False) -> Film:
    """Two scenes of three shots; IRIS speaks over the cut from a to b; one cut, maybe locked."""
    looks = (Look(), Look(name="wet"))
    iris = casting.new_subject("IRIS", subject_id="iris").with_(looks=looks)
    wang = casting.new_subject("老王", subject_id="wang")
    line = Line(id="line", speaker="iris", text="Wait.", start=30, frames=40)
    panels = (Panel(id="p0", note="wide"), Panel(id="p1", start=20, note="she turns"))
    shots = [Shot(id=x, slate=x.upper(), duration=48, action=f"{x} happens.", takes=(take("t"),)) for x in "abcdef"]
    wet = (Casting(subject="iris", look="wet"), Casting(subject="wang"))
    shots[0] = shots[0].with_(lines=(line,), panels=panels, cast=wet, props=("lamp",))
    shots[1] = shots[1].with_(follows="a", cast=(Casting(subject="iris"),))
    film = Film(
        cast=(iris, wang),
        props=(Prop(id="lamp", name="lamp"),),
        places=(Place(id="quay", name="Quay"),),
        scenes=(
            Scene(id="s1", number="1", place="quay", shots=tuple(shots[:3])),
            Scene(id="s2", number="2", shots=tuple(shots[3:])),
        ),
    )
    film = checked(add_cut(film, assembly(film, new_id=counter("i"))))
    return lock_cut(film, film.cuts[0].id) if locked else film


def order(film: Film) -> list[list[str]]:
    return [[shot.id for shot in scene.shots] for scene in film.scenes]


Edit = Callable[[Film, st.DataObject, NewId], Film]


def _any_shot(film: Film, data: st.DataObject) -> str:
    return data.draw(st.sampled_from([shot.id for shot in film.shots] or ["none"]))


def _any_scene(film: Film, data: st.DataObject) -> str:
    return data.draw(st.sampled_from([scene.id for scene in film.scenes] or ["none"]))


def _small(data: st.DataObject) -> int:
    return data.draw(st.integers(0, 60))


EDITS: dict[str, Edit] = {
    "add": lambda f, d, n: board.add_shot(
        f, _any_scene(f, d), Shot(id=n(), slate="new", duration=9), at=d.draw(st.integers(0, 3))
    ),
    "remove": lambda f, d, _: board.remove_shot(f, _any_shot(f, d), clips=d.draw(st.sampled_from(["gap", "close"]))),
    "move": lambda f, d, _: board.move_shot(f, _any_shot(f, d), _any_scene(f, d), at=d.draw(st.integers(0, 3))),
    "duplicate": lambda f, d, n: board.duplicate_shot(f, _any_shot(f, d), new_id=n),
    "split": lambda f, d, n: board.split_shot(f, _any_shot(f, d), _small(d), new_id=n),
    "merge": lambda f, d, _: board.merge_shots(f, _any_shot(f, d), _any_shot(f, d)),
    "follow": lambda f, d, _: board.edit_shot(f, _any_shot(f, d), follows=_any_shot(f, d)),
    "lengthen": lambda f, d, _: board.edit_shot(f, _any_shot(f, d), duration=_small(d)),
    "split scene": lambda f, d, n: board.split_scene(f, _any_scene(f, d), _any_shot(f, d), new_id=n),
    "merge scenes": lambda f, d, _: board.merge_scenes(f, _any_scene(f, d), _any_scene(f, d)),
    "move scene": lambda f, d, _: board.move_scene(f, _any_scene(f, d), at=d.draw(st.integers(0, 2))),
    "remove scene": lambda f, d, _: board.remove_scene(f, _any_scene(f, d)),
    "renumber": lambda f, _d, _n: board.renumber(f),
    "cast": lambda f, d, _: coverage.cast_subject(f, _any_shot(f, d), d.draw(st.sampled_from(["iris", "wang", "x"]))),
    "uncast": lambda f, d, _: coverage.uncast_subject(f, _any_shot(f, d), "iris"),
    "take": lambda f, d, n: coverage.add_take(f, _any_shot(f, d), take(n())),
    "circle": lambda f, d, _: coverage.circle(f, _any_shot(f, d), "t"),
    "rename": lambda f, _, n: casting.rename_subject(f, "iris", n()),
    "look away": lambda f, _d, _n: casting.remove_look(f, "iris", "wet"),
    "fire": lambda f, d, _: casting.remove_subject(f, "wang", everywhere=d.draw(st.booleans())),
    "lose": lambda f, d, _: casting.remove_prop(f, "lamp", everywhere=d.draw(st.booleans())),
    "leave": lambda f, d, _: casting.remove_place(f, "quay", everywhere=d.draw(st.booleans())),
}


@settings(max_examples=200, deadline=None)
@given(st.booleans(), st.lists(st.sampled_from(sorted(EDITS)), max_size=12), st.data())
def test_no_row_of_edits_breaks_the_film(locked: bool, edits: list[str], data: st.DataObject) -> None:
    film = sample(locked=locked)
    ids = counter()
    for name in edits:
        before = film
        with contextlib.suppress(BadInput):
            film = EDITS[name](film, data, ids)
        assert list(complaints(film)) == []
        if locked:
            assert film.cuts == sample(locked=True).cuts
        else:
            assert film.cuts[0].frames <= before.cuts[0].frames


def test_removing_a_shot_leaves_a_gap_and_nothing_else_moves() -> None:
    film = board.remove_shot(sample(), "b")
    items = film.cuts[0].tracks[0].items
    assert [type(item) for item in items] == [Clip, Gap, Clip, Clip, Clip, Clip]
    assert film.cuts[0].frames == 48 * 6
    closed = board.remove_shot(sample(), "b", clips="close")
    assert closed.cuts[0].frames == 48 * 5


def test_a_shot_in_a_locked_cut_cannot_be_removed() -> None:
    with pytest.raises(BadInput, match=r"used by the locked cut 'Assembly'"):
        board.remove_shot(sample(locked=True), "b")


def test_splitting_divides_lines_panels_clips_and_keeps_the_takes() -> None:
    film = board.split_shot(sample(), "a", 24, new_id=counter())
    first, second = film.scenes[0].shots[:2]
    assert (first.duration, second.duration) == (24, 24)
    assert [panel.note for panel in second.panels] == ["she turns"]
    assert second.panels[0].start == 0
    assert [(line.start, line.frames) for line in second.lines] == [(6, 40)]
    assert second.follows == "a"
    assert film.shot("b").follows == second.id
    assert second.takes[0].head == 6 + 24
    clips = [item for item in film.cuts[0].tracks[0].items if isinstance(item, Clip)]
    assert [(clip.shot, clip.start, clip.frames) for clip in clips[:3]] == [
        ("a", 0, 24),
        (second.id, 0, 24),
        ("b", 0, 48),
    ]


@given(st.integers(1, 47))
def test_what_is_split_and_merged_again_shows_and_says_the_same(frame: int) -> None:
    film = sample()
    split = board.split_shot(film, "a", frame, new_id=counter())
    merged = board.merge_shots(split, "a", split.scenes[0].shots[1].id)
    before, after = film.shot("a"), merged.shot("a")
    assert after.with_(action="", panels=()) == before.with_(action="", panels=())
    assert order(merged) == order(film)
    assert spoken(merged, merged.cuts[0]) == spoken(film, film.cuts[0])
    assert spoken(split, split.cuts[0])[0].start == 30
    items = merged.cuts[0].tracks[0].items
    assert [(item.start, item.frames) for item in items[:2] if isinstance(item, Clip)] == [
        (0, frame),
        (frame, 48 - frame),
    ]


def test_merged_panels_stand_in_order_of_time() -> None:
    film = coverage.add_panel(sample(), "a", Panel(id="late", start=60))
    film = coverage.add_panel(film, "b", Panel(id="early", start=2))
    assert [panel.start for panel in board.merge_shots(film, "a", "b").shot("a").panels] == [0, 20, 50, 60]


def test_a_line_over_the_split_becomes_an_l_cut() -> None:
    film = board.split_shot(sample(), "a", 40, new_id=counter())
    (line,) = film.shot("a").lines
    assert (line.start, line.frames) == (30, 40)


def test_moving_across_scenes_and_duplicating() -> None:
    film = board.move_shot(sample(), "a", "s2", at=1)
    assert order(film) == [["b", "c"], ["d", "a", "e", "f"]]
    film = board.duplicate_shot(film, "a", new_id=counter())
    copy = film.scenes[1].shots[2]
    assert copy.takes == film.shot("a").takes
    assert copy.lines[0].id != film.shot("a").lines[0].id
    assert copy.slate not in {shot.slate for shot in film.shots if shot.id != copy.id}


def test_scenes_split_merge_and_renumber() -> None:
    film = board.split_scene(sample(), "s1", "b", new_id=counter())
    assert [scene.number for scene in film.scenes] == ["1", "1A", "2"]
    assert film.scenes[1].place == "quay"
    assert order(board.merge_scenes(film, "s1", film.scenes[1].id)) == order(sample())
    numbered = board.renumber(film)
    assert [shot.slate for shot in numbered.shots] == ["1A", "2A", "2B", "3A", "3B", "3C"]
    assert [board.slate_for("12", index) for index in (7, 8, 23, 24)] == ["12H", "12J", "12Z", "12AA"]
    assert board.slate_for("12A", 1) == "12A-B"


def test_a_scene_comes_with_its_shots_or_not_at_all() -> None:
    shots = (Shot(id="x", slate="9A", duration=5, follows="y"), Shot(id="y", slate="9B", duration=5))
    film = board.add_scene(sample(), Scene(id="s9", number="9", shots=shots), at=0)
    assert order(film)[0] == ["x", "y"]
    with pytest.raises(BadInput, match="already"):
        board.add_scene(film, Scene(id="s10", number="10", shots=(Shot(id="a", slate="A", duration=5),)))


def test_shots_cannot_follow_each_other_in_a_circle() -> None:
    with pytest.raises(BadInput, match="follows itself"):
        board.edit_shot(sample(), "a", follows="b")


@pytest.mark.parametrize(
    "changes",
    [{"duration": 0}, {"id": "z"}, {"colour": "red"}, {"cast": (Casting(subject="nobody"),)}, {"props": ("?",)}],
)
def test_a_bad_edit_of_a_shot_is_one_sentence(changes: dict[str, object]) -> None:
    with pytest.raises(BadInput) as refused:
        board.edit_shot(sample(), "a", **changes)
    assert "\n" not in refused.value.sentence


def test_a_pinned_take_cannot_be_dropped() -> None:
    with pytest.raises(BadInput, match="pinned"):
        board.edit_shot(sample(locked=True), "a", takes=())


def test_a_new_take_is_current_and_circling_is_a_persons_word() -> None:
    film = coverage.add_take(sample(), "a", take("t2"))
    assert film.shot("a").chosen == take("t2")
    assert coverage.add_take(film, "a", take("t2")) is film
    film = coverage.add_take(coverage.circle(film, "a", "t"), "a", take("t3"))
    assert film.shot("a").chosen == take("t")
    assert coverage.uncircle(film, "a").shot("a").chosen == take("t3")
    with pytest.raises(BadInput, match="no take"):
        coverage.circle(film, "a", "t9")


def test_a_rename_keeps_the_alias_and_the_look() -> None:
    film = casting.rename_subject(sample(), "iris", "IRENE")
    iris = film.subject("iris")
    assert (iris.name, iris.aliases) == ("IRENE", ("IRIS",))
    assert iris.look_seed == sample().subject("iris").look_seed
    assert casting.rename_subject(film, "iris", "IRIS").subject("iris").aliases == ("IRENE",)


def test_a_renamed_look_is_followed_and_a_removed_one_falls_back() -> None:
    film = casting.edit_look(sample(), "iris", "wet", name="soaked")
    assert film.shot("a").cast[0].look == "soaked"
    assert casting.remove_look(film, "iris", "soaked").shot("a").cast[0].look is None
    with pytest.raises(BadInput, match="two looks"):
        casting.add_look(film, "iris", Look(name="soaked"))


def test_what_is_used_is_removed_only_everywhere() -> None:
    film = sample()
    for remove, name in (
        (casting.remove_subject, "iris"),
        (casting.remove_prop, "lamp"),
        (casting.remove_place, "quay"),
    ):
        with pytest.raises(BadInput, match="is used in"):
            remove(film, name)
        assert list(complaints(remove(film, name, everywhere=True))) == []
    assert casting.remove_subject(film, "iris", everywhere=True).shot("a").lines[0].speaker == ""


def test_lines_and_panels() -> None:
    film = coverage.add_line(sample(), "b", Line(id="l2", speaker="wang", text="站住！", start=-10, frames=20))
    film = coverage.edit_line(film, "b", "l2", text="别走！")
    assert shot_of(film, "b").lines[0].text == "别走！"
    with pytest.raises(BadInput, match="missing"):
        coverage.edit_line(film, "b", "l2", speaker="ghost")
    with pytest.raises(BadInput, match="already"):
        coverage.add_line(film, "c", Line(id="line", speaker="", text="x", frames=1))
    film = coverage.add_panel(film, "a", Panel(id="p2", start=10))
    assert [panel.id for panel in film.shot("a").panels] == ["p0", "p2", "p1"]
    film = coverage.edit_panel(film, "a", "p0", start=30)
    assert [panel.id for panel in film.shot("a").panels] == ["p2", "p1", "p0"]
    assert len(coverage.remove_panel(film, "a", "p0").shot("a").panels) == 2
    assert coverage.remove_line(film, "b", "l2").shot("b").lines == ()

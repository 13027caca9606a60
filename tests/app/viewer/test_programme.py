"""What is on the screen at every frame: the best there is, transitions weighed as the export weighs them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from app.viewer.programme import DARK, Card, CutProgramme, Filmed, Held, Lap, Mixed, Shelf, Sketch, TakeProgramme
from engine.film.board import edit_shot
from engine.film.cast import Reference
from engine.film.cuts import Clip, Cut, Footage, Gap, Item, Track, Transition
from engine.film.document import Film
from engine.film.rate import FILM
from engine.film.shots import Panel, Scene, Shot
from engine.film.takes import Recipe, Take

HERE = Path("Some.film")


def take(name: str, frames: int = 36, rate: Fraction = FILM, head: int = 6) -> Take:
    return Take(
        id=name,
        recipe=Recipe(engine="x"),
        rate=rate,
        frames=frames,
        head=head,
        media=f"{name}/master.mov",
        digest="0" * 64,
    )


def picture(name: str) -> Reference:
    return Reference(path=f"panels/{name}.png", digest="1" * 64)


def shot(name: str, **fields: object) -> Shot:
    return Shot.model_validate({"id": name, "slate": name.upper(), "action": "Waits.", "duration": 24, **fields})


def film(*shots: Shot) -> Film:
    return Film(scenes=(Scene(id="s", number="1", shots=shots),))


def cut(*items: Item) -> Cut:
    return Cut(id="c", name="A", tracks=(Track(id="v", items=items),))


def clip(name: str, start: int = 0, frames: int = 24) -> Clip:
    return Clip(id=f"clip-{name}", shot=name, start=start, frames=frames)


def showing(movie: Film, edit: Cut, frame: int) -> object:
    return CutProgramme(movie, edit, HERE).at(frame)


def test_a_take_is_shown_from_its_light_copy_first() -> None:
    seen = showing(film(shot("a", takes=(take("t"),))), cut(clip("a")), 3)
    assert isinstance(seen, Filmed)
    assert seen.files == (HERE / "t/proxy.mp4", HERE / "t/master.mov")
    assert seen.index == 9  # three frames in, behind a handle of six


def test_a_take_that_is_too_short_holds_its_last_picture() -> None:
    seen = showing(film(shot("a", takes=(take("t", frames=10),))), cut(clip("a")), 23)
    assert isinstance(seen, Filmed)
    assert seen.index == 9


def test_a_take_of_half_the_rate_shows_every_picture_twice() -> None:
    movie = film(shot("a", takes=(take("t", frames=12, rate=Fraction(12), head=0),)))
    found = [showing(movie, cut(clip("a")), n) for n in range(4)]
    assert [each.index for each in found if isinstance(each, Filmed)] == [0, 0, 1, 1]


def test_without_a_take_its_panel_stands_and_without_one_a_slate() -> None:
    panels = (Panel(id="p1", picture=picture("one")), Panel(id="p2", start=12, picture=picture("two")))
    movie = film(shot("a", panels=panels), shot("b"))
    edit = cut(clip("a"), clip("b"))
    card = Card("A", "Waits.")
    assert showing(movie, edit, 0) == Sketch(HERE / "panels/one.png", card)
    assert showing(movie, edit, 12) == Sketch(HERE / "panels/two.png", card)
    assert showing(movie, edit, 24) == Card("B", "Waits.")


def test_the_first_frame_stands_until_a_later_panel() -> None:
    panels = (Panel(id="p1", picture=picture("one")), Panel(id="p2", start=12, picture=picture("two")))
    movie = film(shot("a", panels=panels, first_frame=picture("first")))
    seen = [showing(movie, cut(clip("a")), n) for n in (0, 11, 12)]
    assert [each.path.name for each in seen if isinstance(each, Sketch)] == ["first.png", "first.png", "two.png"]


def test_footage_that_is_gone_says_so() -> None:
    footage = Footage(path="footage/rain.mov", digest="2" * 64, rate=FILM, frames=50)
    seen = showing(film(), cut(Clip(id="x", footage=footage, start=4, frames=8)), 2)
    assert seen == Filmed((HERE / "footage/proxy.mp4", HERE / "footage/rain.mov"), 6, Card("rain.mov", "", "footage"))


def test_gaps_and_beyond_the_ends() -> None:
    movie, edit = film(shot("a")), cut(clip("a"), Gap(id="g", frames=5), clip("a").with_(id="again"))
    programme = CutProgramme(movie, edit, HERE)
    assert programme.at(24) == DARK
    assert programme.at(-5) == programme.at(0)
    assert programme.at(999) == programme.at(52)
    assert programme.edits == (0, 24, 29, 53)
    assert [programme.slate(n) for n in (0, 24, 29)] == ["A", "", "A"]


def weights(style: str, *, first: bool = True, second: bool = True) -> list[tuple[object, object, Fraction]]:
    """Sides and weights of a four-frame transition at frame 24."""
    movie = film(shot("a"), shot("b"))
    join = Transition.model_validate({"id": "x", "style": style, "before": 2, "after": 2})
    left: Item = clip("a") if first else Gap(id="g", frames=24)
    right: Item = clip("b") if second else Gap(id="h", frames=24)
    programme = CutProgramme(movie, cut(left, join, right), HERE)
    found = [programme.at(n) for n in range(22, 26)]
    return [(each.outgoing, each.incoming, each.weight) for each in found if isinstance(each, Mixed)]


def test_a_dissolve_runs_evenly() -> None:
    a, b = Card("A", "Waits."), Card("B", "Waits.")
    assert weights("dissolve") == [(a, b, Fraction(n, 5)) for n in (1, 2, 3, 4)]


def test_a_fade_ends_on_black_and_rises_from_it() -> None:
    a, b = Card("A", "Waits."), Card("B", "Waits.")
    assert weights("fade") == [
        (a, DARK, Fraction(1, 2)),
        (a, DARK, Fraction(1)),
        (DARK, b, Fraction(0)),
        (DARK, b, Fraction(1, 2)),
    ]


@pytest.mark.parametrize("style", ["dissolve", "fade"])
def test_next_to_a_gap_it_goes_to_or_from_black(style: str) -> None:
    a, b = Card("A", "Waits."), Card("B", "Waits.")
    assert weights(style, second=False) == [(a, DARK, Fraction(n, 4)) for n in (1, 2, 3, 4)]
    assert weights(style, first=False) == [(DARK, b, Fraction(n, 4)) for n in (0, 1, 2, 3)]


def test_a_lap_plays_its_parts_in_turn() -> None:
    movie = film(shot("a"), shot("b"))
    shelf = Shelf(movie, HERE)
    a, b = (TakeProgramme(shelf, each, None) for each in movie.shots)
    lap = Lap(((a, 20, 4), (b, 0, 24), (a, 0, 2)))
    assert lap.frames == 30
    assert [lap.slate(n) for n in (0, 3, 4, 27, 28, 99)] == ["A", "A", "B", "B", "A", "A"]
    assert lap.with_part(1, Held(a, 3)).slate(4) == "A"


def test_an_edit_elsewhere_leaves_the_pictures_equal() -> None:
    movie = film(shot("a", takes=(take("t"),)), shot("b"))
    edit = cut(clip("a"), clip("b"))
    changed = movie.with_(
        scenes=(movie.scenes[0].with_(shots=(shot("a", takes=(take("t"),)), shot("b", action="Runs."))),)
    )
    before, after = (CutProgramme(each, edit, HERE) for each in (movie, changed))
    assert before.at(5) == after.at(5)
    assert before.at(30) != after.at(30)


def test_an_edit_that_changes_no_picture_keeps_the_cut_laid_flat_and_shows_the_new_slate() -> None:
    movie, edit = film(shot("a"), shot("b")), cut(clip("a"), clip("b"))
    first = CutProgramme(movie, edit, HERE)
    renamed = edit_shot(movie, "b", slate="9Z", action="Runs.")
    second = CutProgramme(renamed, edit, HERE, first)
    assert second.as_before
    assert (second.slate(30), second.edits) == ("9Z", first.edits)
    drawn = edit_shot(movie, "b", takes=(take("t"),))
    third = CutProgramme(drawn, edit, HERE, second)
    assert not third.as_before
    assert isinstance(third.at(30), Filmed)
    assert not CutProgramme(movie, cut(clip("b")), HERE, first).as_before

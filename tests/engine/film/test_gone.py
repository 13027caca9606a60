"""What was deleted for good leaves no trace in a film of an earlier moment."""

from __future__ import annotations

from fractions import Fraction

from engine.film.cuts import Clip, Cut, Track
from engine.film.document import Film
from engine.film.gone import without_media
from engine.film.shots import Scene, Shot
from engine.film.takes import Recipe, Take, Verdict


def take(name: str) -> Take:
    return Take(
        id=name, recipe=Recipe(engine="x"), rate=Fraction(24), frames=24, media=f"takes/{name}/m", digest="0" * 64
    )


def film() -> Film:
    shot = Shot(
        id="s", slate="1A", duration=24, takes=(take("a"), take("b")), binned=(take("c"),), circled="b",
        verdicts=(Verdict(take="b", rating=4), Verdict(take="a", rating=1)),
    )  # fmt: skip
    clip = Clip(id="c", shot="s", start=0, frames=24, take="b")
    cut = Cut(id="k", name="K", tracks=(Track(id="t", name="V1", items=(clip,)),))
    return Film(
        title="x",
        scenes=(
            Scene(id="1", number="1", shots=(shot, shot.with_(id="z", takes=(), binned=(), circled=None, verdicts=()))),
        ),
        cuts=(cut,),
    )


def test_its_take_its_circle_its_verdict_and_its_pin_are_gone() -> None:
    after = without_media(film(), {"takes/b/m", "takes/c/m"})
    shot = after.shot("s")
    assert [each.id for each in shot.takes] == ["a"]
    assert (shot.binned, shot.circled) == ((), None)
    assert [each.take for each in shot.verdicts] == ["a"]
    item = after.cuts[0].tracks[0].items[0]
    assert isinstance(item, Clip)
    assert item.take is None


def test_a_film_without_them_is_the_same_film() -> None:
    whole = film()
    assert without_media(whole, {"takes/x/m"}) is whole
    assert without_media(whole, ()) is whole

"""The roll call: what is asked about a take, and what the answers say of takes, of the closest and of cuts."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.film.cast import Look, Reference, Subject
from engine.film.document import Film
from engine.film.shots import Casting, Scene, Shot
from engine.film.takes import Recipe, Take
from engine.film.versions import assembly
from engine.likeness.roll_call import RollCall, all_takes
from engine.plan.plan import plan
from engine.plan.sittings import Palette, Picture, Puppet, Sat, Seen, Tone, sat_path, sitting_key

RED = (Tone(lightness=45, a=50, b=35, share=1.0),)
BLUE = (Tone(lightness=45, a=5, b=-45, share=1.0),)
NIGHT = (Tone(lightness=12, a=0, b=-5, share=1.0),)
PORTRAIT = Reference(path="cast/iris.png", digest="a" * 64)


def take(name: str, engine: str = "wan", key: str | None = None) -> Take:
    digest = f"{sum(name.encode()):064x}"
    recipe = Recipe(engine=engine, key=key)
    return Take(id=name, recipe=recipe, rate=24, frames=48, head=8, media=f"takes/{name}/master.mov", digest=digest)


def film_of(engine: str = "wan", *, references: tuple[Reference, ...] = (PORTRAIT,)) -> Film:
    """IRIS in three shots, two of them in one scene, with two takes each."""
    iris = Subject(id="iris", name="IRIS", looks=(Look(references=references),), look_seed=7)

    def shot(name: str) -> Shot:
        cast = (Casting(subject="iris"),)
        return Shot(id=name, slate=name, action="IRIS waits.", duration=36, cast=cast, engine=engine)

    scenes = (
        Scene(id="s", number="1", shots=(shot("1A"), shot("1B"))),
        Scene(id="t", number="2", shots=(shot("2A"),)),
    )
    film = Film(title="Coat", cast=(iris,), scenes=scenes)
    keys = plan(film).keys

    def shoot(each: Shot) -> Shot:
        return each.with_(takes=tuple(take(f"{each.id}-{n}", engine, keys[each.id]) for n in (1, 2)))

    return film.with_(scenes=tuple(s.with_(shots=tuple(map(shoot, s.shots))) for s in scenes))


def roll_of(film: Film, seen: dict[str, Seen], around: dict[str, Palette] | None = None) -> RollCall:
    """A roll call that has been answered: who was seen in which take."""
    roll = RollCall(film, plan(film), all_takes(film))
    for of in roll.sittings:
        light = (around or {}).get(of[1], RED)
        roll.sat[of] = Sat(subjects=(seen.get(of[1], iris(RED)),), head=light, tail=light)
    return roll


def iris(
    palette: Palette, share: float = 0.2, *, by_colour: bool = True, sources: tuple[Palette, ...] = (RED,)
) -> Seen:
    return Seen(name="IRIS", palette=palette, share=share, by="colour" if by_colour else "blocking", sources=sources)


def test_a_models_take_is_held_against_the_references() -> None:
    film = film_of()
    sitting = RollCall(film, plan(film), all_takes(film)).sittings["1A", "1A-1"]
    assert sitting.sitters[0].sources == (Picture(path=PORTRAIT.path, digest=PORTRAIT.digest),)
    assert sitting.blocking is None
    assert (sitting.first, sitting.pictures) == (8, 36)


def test_a_puppets_take_is_held_against_its_portrait_where_the_blocking_has_it() -> None:
    film = film_of("animatic")
    sitting = RollCall(film, plan(film), all_takes(film)).sittings["1A", "1A-1"]
    assert isinstance(sitting.sitters[0].sources[0], Puppet)
    assert sitting.blocking is not None


def test_a_stale_takes_blocking_is_not_known() -> None:
    film = film_of("animatic")
    stale = film.with_(scenes=(film.scenes[0].with_(shots=(film.shot("1A").with_(action="IRIS runs."),)),))
    assert RollCall(stale, plan(stale), all_takes(stale)).sittings["1A", "1A-1"].blocking is None


def test_another_reference_is_another_sitting_and_another_place_is_not() -> None:
    first, other = (
        RollCall(film, plan(film), all_takes(film)).sittings["1A", "1A-1"]
        for film in (film_of(), film_of(references=(PORTRAIT.with_(digest="b" * 64),)))
    )
    assert sitting_key(first) != sitting_key(other)
    assert sitting_key(first) == sitting_key(first.with_(media="elsewhere/master.mov"))


def test_answers_are_found_again_and_the_rest_is_missing(tmp_path: Path) -> None:
    film = film_of()
    roll = RollCall(film, plan(film), all_takes(film))
    sitting = roll.sittings["1A", "1A-1"]
    path = tmp_path / sat_path(sitting)
    path.parent.mkdir(parents=True)
    path.write_text(Sat(subjects=(iris(RED),)).model_dump_json(), encoding="utf-8")
    (tmp_path / sat_path(roll.sittings["1B", "1B-1"])).write_text("{", encoding="utf-8")  # half an answer is none
    missing = roll.look(tmp_path)
    assert sitting not in missing
    assert len(missing) == 5
    assert roll.take(film.shot("1A"), "1A-1") is not None
    assert roll.take(film.shot("1A"), "1A-2") is None


def test_the_closest_take_is_named_and_the_worst_subject_counts() -> None:
    film = film_of()
    roll = roll_of(film, {"1A-1": iris(BLUE)})
    closest = roll.closest(film.shot("1A"))
    assert closest is not None
    assert closest.take == "1A-2"
    told = roll.take(film.shot("1A"), "1A-1")
    assert told is not None
    assert told.score is not None
    assert told.score < 0.1
    assert told.sentence == "IRIS is bluer."


def test_without_a_reference_the_neighbours_are_the_measure() -> None:
    film = film_of(references=())
    roll = roll_of(film, {name: iris(RED, sources=()) for name in ("1A-1", "1A-2", "1B-2")})
    told = roll.take(film.shot("1A"), "1A-1")
    assert told is not None
    assert told.subjects[0].score is None
    assert (told.score or 0) > 0.9
    alone = roll.take(film.shot("2A"), "2A-1")
    assert alone is not None


@pytest.mark.parametrize(
    ("seen", "score", "sentence"),
    [
        (iris(()), 0.0, "IRIS is not to be found."),
        (iris((), sources=()), None, "IRIS has no reference to compare with."),
        (iris((), 0.0, by_colour=False), None, "IRIS is out of the picture."),
        (iris(RED, 0.6), None, "IRIS is too near to judge."),
    ],
)
def test_who_cannot_be_judged_says_why(seen: Seen, score: float | None, sentence: str) -> None:
    film = film_of()
    told = roll_of(film, {"1A-1": seen}).take(film.shot("1A"), "1A-1")
    assert told is not None
    assert (told.score, told.sentence) == (score, sentence)


def test_a_cut_tells_who_or_what_jumps_within_its_scene_only() -> None:
    film = film_of()
    cut = assembly(film, name="One")
    one, other, _ = cut.tracks[0].items
    people = roll_of(film, {"1B-2": iris(BLUE)}).cut(cut)
    assert list(people) == [(one.id, other.id)]
    assert people[one.id, other.id].sentence == "IRIS is bluer."
    light = roll_of(film, {}, {"1B-2": NIGHT}).cut(cut)[one.id, other.id]
    assert light.score < 0.1
    assert light.sentence.startswith("The picture grows")
    assert roll_of(film, {}).cut(cut)[one.id, other.id].sentence == "Nothing jumps at the cut."


def test_another_costume_may_look_otherwise() -> None:
    film = film_of()
    changed = film.shot("1B").with_(cast=(Casting(subject="iris", look="coat off"),))
    film = film.with_(scenes=(film.scenes[0].with_(shots=(film.shot("1A"), changed)),))
    met = roll_of(film, {"1B-2": iris(BLUE)}).between((film.shot("1A"), "1A-2"), (changed, "1B-2"))
    assert met is not None
    assert met.sentence == "Nothing jumps at the cut."

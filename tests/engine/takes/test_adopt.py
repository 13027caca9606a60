"""Finished takes become takes of their shots; nothing is circled, doubled or lost."""

from __future__ import annotations

from pathlib import Path

from card_films import film

from engine.film.document import Film
from engine.film.judging import bin_take
from engine.film.rate import FILM
from engine.film.shots import Rendering, Shot
from engine.film.takes import Recipe, Take
from engine.plan.plan import plan
from engine.takes.adopt import adopt, older_engine, stale, take_id
from engine.takes.record import MASTER, Rendered
from engine.takes.store import TakeStore


def put(store: TakeStore, key: str, master: bytes = b"x", version: str = "1") -> None:
    draft = store.begin(key)
    (draft.folder / MASTER).write_bytes(master)
    store.commit(draft, Rendered(engine="cardboard", version=version, rate=FILM, frames=6, head=1))


def with_shot(cards: Film, number: int, **changes: object) -> Film:
    scene = cards.scenes[0]
    shots = tuple(shot.with_(**changes) if n == number else shot for n, shot in enumerate(scene.shots))
    return cards.with_(scenes=(scene.with_(shots=shots),))


def shot(cards: Film, number: int) -> Shot:
    return cards.scenes[0].shots[number]


def test_only_finished_takes_are_adopted(tmp_path: Path) -> None:
    cards, store = film(["a", "b"]), TakeStore(tmp_path)
    work = plan(cards)
    put(store, work.nodes[0].key)
    adopted = adopt(cards, work, store)
    [take] = shot(adopted, 0).takes
    assert take.recipe == Recipe(engine="cardboard", version="1", key=work.nodes[0].key, seed=0)
    assert (take.id, take.frames, take.head) == (take_id(work.nodes[0].key), 6, 1)
    assert (tmp_path / take.media).read_bytes() == b"x"
    assert shot(adopted, 0).circled is None
    assert shot(adopted, 1).takes == ()


def test_a_draft_says_so_itself_and_goes_on_saying_it_when_the_final_is_asked_for(tmp_path: Path) -> None:
    """Only where its model has a quick recipe: the paper theatre draws everything at once."""
    store = TakeStore(tmp_path)
    for engine, finish in (("wan2.2-ti2v-5b", "draft"), ("animatic", "")):
        cards = with_shot(film(["a"]), 0, engine=engine, rendering=Rendering(finish="draft"))
        key = plan(cards).nodes[0].key
        put(store, key)
        adopted = adopt(cards, plan(cards), store)
        final = with_shot(adopted, 0, rendering=Rendering(finish="final"))
        kept = adopt(final, plan(final), store)
        [take] = [each for each in shot(kept, 0).takes if each.recipe.key == key]
        assert take.recipe.finish == finish


def test_adopting_twice_changes_nothing(tmp_path: Path) -> None:
    cards, store = film(["a"]), TakeStore(tmp_path)
    put(store, plan(cards).nodes[0].key)
    once = adopt(cards, plan(cards), store)
    assert adopt(once, plan(once), store) is once


def test_two_equal_shots_share_a_take(tmp_path: Path) -> None:
    cards, store = with_shot(film(["a", "a"]), 1, seed=0), TakeStore(tmp_path)
    assert len(plan(cards).nodes) == 1
    put(store, plan(cards).nodes[0].key)
    adopted = adopt(cards, plan(cards), store)
    assert shot(adopted, 0).takes[0].media == shot(adopted, 1).takes[0].media


def test_going_back_to_an_earlier_wording_makes_its_take_current_again(tmp_path: Path) -> None:
    store = TakeStore(tmp_path)
    first = film(["a"])
    put(store, plan(first).nodes[0].key)
    first = adopt(first, plan(first), store)
    second = with_shot(first, 0, action="b")
    put(store, plan(second).nodes[0].key)
    second = adopt(second, plan(second), store)
    assert len(shot(second, 0).takes) == 2
    back = with_shot(second, 0, action="a")
    assert stale(back, plan(back)) == {"shot-0"}
    back = adopt(back, plan(back), store)
    assert shot(back, 0).current == shot(first, 0).current
    assert len(shot(back, 0).takes) == 2
    assert stale(back, plan(back)) == frozenset()


def test_an_import_stays_newest(tmp_path: Path) -> None:
    cards, store = film(["a"]), TakeStore(tmp_path)
    put(store, plan(cards).nodes[0].key)
    cards = adopt(cards, plan(cards), store)
    import_ = Take(
        id="i", recipe=Recipe(engine="", origin="imported"), rate=FILM, frames=6, media="cast/a.mov", digest="0" * 64
    )
    cards = with_shot(cards, 0, takes=(*shot(cards, 0).takes, import_))
    assert adopt(cards, plan(cards), store) is cards
    assert stale(cards, plan(cards)) == frozenset()


def test_a_circled_take_of_another_order_is_stale(tmp_path: Path) -> None:
    cards, store = film(["a"]), TakeStore(tmp_path)
    put(store, plan(cards).nodes[0].key)
    cards = adopt(cards, plan(cards), store)
    cards = with_shot(cards, 0, action="b", circled=shot(cards, 0).takes[0].id)
    put(store, plan(cards).nodes[0].key)
    cards = adopt(cards, plan(cards), store)
    assert shot(cards, 0).circled == shot(cards, 0).takes[0].id
    assert stale(cards, plan(cards)) == {"shot-0"}


def test_a_take_rendered_again_after_damage_has_its_new_digest(tmp_path: Path) -> None:
    cards, store = film(["a"]), TakeStore(tmp_path)
    key = plan(cards).nodes[0].key
    put(store, key, b"x")
    cards = adopt(cards, plan(cards), store)
    store.path(key, MASTER).write_bytes(b"y")
    assert not store.sound(key)
    put(store, key, b"zz", version="2")
    again = adopt(cards, plan(cards), store)
    [take] = shot(again, 0).takes
    assert take.digest != shot(cards, 0).takes[0].digest
    assert take.id == shot(cards, 0).takes[0].id


def test_an_older_engine_is_not_stale(tmp_path: Path) -> None:
    cards, store = film(["a"]), TakeStore(tmp_path)
    put(store, plan(cards).nodes[0].key)
    cards = adopt(cards, plan(cards), store)
    assert older_engine(cards, {"cardboard": "2"}) == {"shot-0"}
    assert older_engine(cards, {"cardboard": "1"}) == frozenset()
    assert stale(cards, plan(cards)) == frozenset()


def test_a_damaged_record_is_not_adopted(tmp_path: Path) -> None:
    cards, store = film(["a"]), TakeStore(tmp_path)
    key = plan(cards).nodes[0].key
    put(store, key)
    store.path(key, "take.json").write_text("{")
    assert adopt(cards, plan(cards), store) == cards


def test_what_is_in_the_bin_is_not_taken_in_again(tmp_path: Path) -> None:
    cards, store = film(["a", "b"]), TakeStore(tmp_path)
    for key in plan(cards).keys.values():
        put(store, key)
    adopted = adopt(cards, plan(cards), store)
    binned = bin_take(adopted, shot(adopted, 0).id, shot(adopted, 0).takes[0].id)
    assert adopt(binned, plan(binned), store) == binned


def test_a_recipe_tells_its_seed(tmp_path: Path) -> None:
    cards, store = with_shot(film(["a"]), 0, seed=77), TakeStore(tmp_path)
    put(store, plan(cards).keys[shot(cards, 0).id])
    assert shot(adopt(cards, plan(cards), store), 0).takes[0].recipe.seed == 77

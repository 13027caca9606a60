"""`render --finish final`: which take the final starts from, with which seed, and what is said of it. (test_model_render draws one.)"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import Any, cast

from engine.commands.finishing import finals
from engine.commands.show import show
from engine.film import store
from engine.film.document import Film
from engine.film.shots import Rendering, Scene, Shot
from engine.film.takes import Recipe, Take
from engine.plan.orders import draft_of, key_of
from engine.plan.plan import orders


class Heard:
    """Implements the console as far as it is spoken to here."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def say(self, sentence: str) -> None:
        self.told.append(sentence)

    def result(self, text: str, **facts: Any) -> None:
        self.told.append(text)
        self.facts = facts

    def event(self, *_: object, **__: object) -> None:
        pass


def take(name: str, key: str, engine: str, seed: int | None = 5) -> Take:
    recipe = Recipe(engine=engine, key=key, seed=seed, origin="imported" if seed is None else "rendered")
    return Take(
        id=name, recipe=recipe, rate=Fraction(24), frames=6, media=f"takes/{key[:2]}/{key}/master.mov", digest="0" * 64
    )


def film_of(engine: str, *takes: Take, **changes: Any) -> Film:
    shot = Shot(id="a", slate="1A", action="A gull flies.", duration=6, takes=takes, **changes)
    return Film(title="One", engine=engine, handles=0, scenes=(Scene(id="s", number="1", shots=(shot,)),))


def drafted(engine: str, follow: str = "", drawn_by: str = "", **changes: Any) -> tuple[str, int | None, list[str]]:
    """What a film's only shot starts from after `--finish final`: it has a draft with seed 5, and newer an imported clip."""
    ((_, order),) = orders(film_of(engine))
    key = key_of(draft_of(order.with_(engine=drawn_by or engine, seed=5)))
    film = film_of(engine, take("own", key, drawn_by or engine), take("clip", "c" * 64, "import", None), **changes)
    heard = Heard()
    shot = finals(film, {"a"}, follow, cast(Any, heard)).shot("a")
    return shot.rendering.drafted, shot.seed, heard.told


def test_a_draft_is_known_by_its_key_and_brings_its_seed() -> None:
    name, seed, told = drafted("wan2.2-ti2v-5b")
    assert (name, seed) == ("own", 5)
    assert told == [
        "Shot 1A, from the take own by wan2.2-ti2v-5b: The final starts from its draft's pictures: 19 of 50 steps over them."
    ]
    assert drafted("wan2.1-vace-14b")[2] == [
        "Shot 1A, from the take own by wan2.1-vace-14b: The final is led by the motion of its draft."
    ]
    assert drafted("wan2.2-ti2v-5b", drawn_by="wan2.1-t2v-1.3b")[0] == "own"


def test_what_cannot_start_from_pictures_has_the_seed_alone_and_says_so() -> None:
    name, seed, told = drafted("ltx-2")
    assert (name, seed) == ("", 5)
    assert told == [
        "Shot 1A, from the take own by ltx-2: LTX-2 19B, with sound cannot start from a take's pictures; the final is drawn from the same seed in all its steps."
    ]


def test_of_several_drafts_the_finals_own_engine_comes_first_unless_one_is_circled() -> None:
    ((_, order),) = orders(film_of("wan2.2-ti2v-5b"))
    by = {engine: key_of(draft_of(order.with_(engine=engine, seed=5))) for engine in ("wan2.2-ti2v-5b", "cogvideox-2b")}
    takes = [take("own", by["wan2.2-ti2v-5b"], "wan2.2-ti2v-5b"), take("other", by["cogvideox-2b"], "cogvideox-2b")]
    for circled, leads in ((None, "own"), ("other", "other")):
        film = film_of("wan2.2-ti2v-5b", *takes, circled=circled)
        assert finals(film, {"a"}, "", cast(Any, Heard())).shot("a").rendering.drafted == leads


def test_another_take_leads_only_where_it_is_named() -> None:
    assert drafted("wan2.2-ti2v-5b", "clip")[:2] == ("clip", None)
    assert drafted("wan2.2-ti2v-5b", "chosen")[0] == "clip"
    assert drafted("wan2.2-ti2v-5b", "none", rendering=Rendering(drafted="clip"))[0] == ""


def test_show_names_the_drafts_among_the_takes(tmp_path: Path) -> None:
    quick = take("own", "1" * 64, "wan2.2-ti2v-5b")
    quick, whole = quick.with_(recipe=quick.recipe.with_(finish="draft")), take("other", "2" * 64, "wan2.2-ti2v-5b")
    folder = tmp_path / "One.film"
    store.save(film_of("wan2.2-ti2v-5b", quick, whole, circled="own"), folder)
    heard = Heard()
    show(folder, cast(Any, heard))
    assert "* own  wan2.2-ti2v-5b, rendered, draft" in heard.told[0]
    assert "  other  wan2.2-ti2v-5b, rendered\n" in f"{heard.told[0]}\n"
    (shot,) = heard.facts["scenes"][0]["shots"]
    assert (shot["draft"], [each["draft"] for each in shot["coverage"]]) == (True, [True, False])

"""The plan is pure, content-hashed, and blind to everything that changes no pixel."""

from __future__ import annotations

import pytest

from engine.film.cast import Look, Place, Prop, Subject
from engine.film.document import Film
from engine.film.setup import Move, Setup, Size
from engine.film.shots import Casting, Line, Scene, Shot
from engine.plan.capabilities import ModelManifest, load_manifest
from engine.plan.estimate import estimate, unmet
from engine.plan.orders import ShotOrder, canonical
from engine.plan.plan import orders, plan


def shot(number: int, **changes: object) -> Shot:
    fields: dict[str, object] = {
        "id": f"s{number}",
        "slate": f"1-{number}",
        "action": f"Mary does thing {number}.",
        "cast": (Casting(subject="mary"),),
        "duration": 48,
    }
    return Shot.model_validate({**fields, **changes})


def film(*shots: Shot) -> Film:
    return Film(
        cast=(
            Subject(id="mary", name="MARY", look_seed=1, looks=(Look(), Look(name="rain", description="a raincoat"))),
            Subject(id="tom", name="TOM", look_seed=2),
            Subject(id="ann", name="ANN", look_seed=3),
        ),
        props=(Prop(id="lamp", name="lamp"),),
        places=(Place(id="house", name="HOUSE", interior=True),),
        scenes=(Scene(id="one", number="1", place="house", shots=shots),),
    )


def keys(*shots: Shot) -> dict[str, str]:
    return plan(film(*shots)).keys


def test_the_same_film_gives_the_same_plan() -> None:
    assert plan(film(shot(1), shot(2))) == plan(film(shot(1), shot(2)))


def test_an_edit_changes_only_its_own_shot() -> None:
    before = keys(shot(1), shot(2), shot(3))
    after = keys(shot(1), shot(2, action="Mary waves."), shot(3))
    assert {s for s in before if before[s] != after[s]} == {"s2"}


def test_an_edit_changes_what_inherits_from_its_shot_too() -> None:
    before = keys(shot(1), shot(2), shot(3, cast=(Casting(subject="tom"),)), shot(4))
    after = keys(shot(1), shot(2, action="Mary sits down."), shot(3, cast=(Casting(subject="tom"),)), shot(4))
    assert {s for s in before if before[s] != after[s]} == {"s2", "s4"}


@pytest.mark.parametrize(
    "change",
    [
        {"action": "x"},
        {"duration": 49},
        {"setup": Setup(size=Size.CLOSE_UP)},
        {"setup": Setup(move=Move.ROLL_CLOCKWISE)},
        {"cast": (Casting(subject="mary", look="rain"),)},
        {"cast": ()},
        {"props": ("lamp",)},
        {"seed": 7},
        {"lines": (Line(id="l", speaker="mary", text="Hello.", frames=12),)},
        {"engine": "draft"},
    ],
)
def test_whatever_may_change_a_pixel_changes_the_key(change: dict[str, object]) -> None:
    assert keys(shot(1)) != keys(shot(1, **change))


@pytest.mark.parametrize("change", [{"slate": "99"}, {"note": "lovely"}])
def test_what_changes_no_pixel_keeps_the_key(change: dict[str, object]) -> None:
    assert keys(shot(1)) == keys(shot(1, **change))


def test_ids_are_not_in_the_order() -> None:
    renamed = shot(1).with_(id="other")
    assert keys(shot(1))["s1"] == keys(renamed)["other"]


def test_equal_shots_share_a_node() -> None:
    twin = shot(1).with_(id="twin", slate="1-9")
    (node,) = plan(film(shot(1), twin)).nodes
    assert node.shots == ("s1", "twin")


def test_only_wanted_shots_are_planned_with_the_keys_of_the_whole() -> None:
    everything = film(shot(1), shot(2, cast=(Casting(subject="tom"),)))
    assert plan(everything, {"s2"}).keys == {"s2": plan(everything).keys["s2"]}


def test_missing_leaves_out_what_the_store_has() -> None:
    whole = plan(film(shot(1), shot(2)))
    assert [n.shots for n in whole.missing(lambda key: key == whole.keys["s1"])] == [("s2",)]


def test_subjects_keep_their_side_through_a_scene() -> None:
    both = shot(1, cast=(Casting(subject="mary"), Casting(subject="tom"), Casting(subject="ann")))
    single = shot(2, cast=(Casting(subject="tom"),))
    seen = [{s.name: s.side for s in order.cast} for _, order in orders(film(both, single))]
    assert seen == [{"MARY": -1, "TOM": 1, "ANN": 0}, {"TOM": 1}]


def test_an_order_survives_json() -> None:
    ((_, order),) = orders(film(shot(1)))
    again = ShotOrder.model_validate_json(order.model_dump_json(by_alias=True))
    assert again == order
    assert canonical(again) == canonical(order)


def manifest(**changes: object) -> ModelManifest:
    cost = {"width": 1280, "height": 720, "seconds_per_frame": 0.02, "memory_mb": 500}
    fields = {"id": "animatic", "engine": "animatic", "title": "t", "licence": "Apache-2.0", "conditions": ["text"]}
    return ModelManifest.model_validate({**fields, "cost": cost, **changes})


def test_the_estimate_adds_up_frames_with_handles() -> None:
    told = estimate(plan(film(shot(1), shot(2))).nodes, {"animatic": manifest()})
    assert (told.shots, told.frames, told.memory_mb) == (2, 120, 500)
    assert told.seconds == pytest.approx(2.4)


def test_an_engine_that_is_not_used_costs_no_memory() -> None:
    dear = manifest(cost={"width": 1280, "height": 720, "memory_mb": 80_000})
    assert estimate(plan(film(shot(1))).nodes, {"animatic": manifest(), "diffusion": dear}).memory_mb == 500


def test_an_unmeasured_engine_gives_no_number() -> None:
    assert estimate(plan(film(shot(1))).nodes, {}).seconds is None


def test_stages_stand_on_each_other() -> None:
    staged = plan(film(shot(1)), manifests={"animatic": manifest(stages=["likeness", "key frame", "motion"])})
    first, second, third = staged.nodes
    assert second.stands_on == (first.key,)
    assert third.stands_on == (second.key,)
    assert staged.keys == {"s1": third.key}


def test_what_an_engine_cannot_do_is_said() -> None:
    ((_, order),) = orders(film(shot(1)))
    wanting = order.with_(schema_="Order.1", first_frame="0" * 64)
    assert unmet(order, manifest()) == ()
    assert unmet(wanting, manifest()) == ("a first frame",)


def test_the_shipped_manifest_is_valid_and_an_unknown_engine_is_named() -> None:
    from engine.assets import assets_folder
    from engine.errors import Unsupported

    assert load_manifest(assets_folder() / "models", "animatic").engine == "animatic"
    with pytest.raises(Unsupported, match="no engine called 'nope'"):
        load_manifest(assets_folder() / "models", "nope")

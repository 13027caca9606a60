"""Work is counted from the architecture; time is learned from a few shots; money comes from a person's own prices."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.assets import assets_folder
from engine.film.rate import FILM, Raster
from engine.plan.architecture import Architecture, Stack, flops_per_forward, grid, parameters, tokens
from engine.plan.capabilities import ModelManifest, load_manifest
from engine.plan.costing import Prices, bill, take_cost
from engine.plan.estimate import estimate
from engine.plan.orders import PickupOrder, ShotOrder, SubjectOrder, draft_of, key_of
from engine.plan.plan import Node
from engine.plan.routing import lacking
from engine.plan.speed import (
    KEPT,
    Pace,
    Shot,
    flops_per_second,
    learned,
    memory_for,
    nearest_line,
    opening_of,
    seconds_for,
)

MODELS = assets_folder() / "models"


def manifest(name: str) -> ModelManifest:
    return load_manifest(MODELS, name)


def made_of(name: str) -> Architecture:
    found = manifest(name).made_of
    assert found is not None
    return found


FIVE = made_of("wan2.2-ti2v-5b")
ORDER = ShotOrder(engine="x", style="paper", language="en", raster=Raster(), rate=FILM, frames=121)


@pytest.mark.parametrize(
    ("name", "size", "frames", "count", "tera"),
    [
        ("wan2.2-t2v-a14b", (832, 480), 81, 32_760, 1678),
        ("wan2.2-t2v-a14b", (1280, 720), 81, 75_600, 6523),
        ("wan2.2-ti2v-5b", (1280, 704), 121, 27_280, 517),
        ("wan2.2-ti2v-5b", (832, 480), 81, 8_190, 98),
        ("wan2.1-t2v-1.3b", (832, 480), 81, 32_760, 283),
    ],
)
def test_work_is_what_the_real_architectures_do(
    name: str, size: tuple[int, int], frames: int, count: int, tera: int
) -> None:
    """Tokens and TFLOP of one forward pass, counted on the real modules by a flop counter."""
    assert tokens(made_of(name), *size, frames) == count
    assert flops_per_forward(made_of(name), count) / 1e12 == pytest.approx(tera, abs=0.5)


@pytest.mark.parametrize(
    ("name", "billions"),
    [
        ("wan2.1-t2v-1.3b", 1.4), ("wan2.2-ti2v-5b", 4.9), ("wan2.2-t2v-a14b", 28), ("cogvideox-2b", 1.7), ("cogvideox-5b", 5.5),
        ("ltx-video-0.9.8-distilled", 13), ("ltx-2", 19), ("hunyuanvideo-1.5", 8.3), ("flux.2-klein-4b", 3.7), ("qwen-image-edit-plus", 20),
    ],
)  # fmt: skip
def test_weights_are_what_the_names_say(name: str, billions: float) -> None:
    assert parameters(made_of(name)) / 1e9 == pytest.approx(billions, rel=0.03)


def test_joint_attention_counts_the_words_with_the_picture() -> None:
    single = Architecture(
        stacks=(Stack(layers=1, width=4, feed_forward=8, reads="single"),),
        patch=(1, 1, 1),
        stride=(1, 1),
        text_tokens=2,
    )
    assert flops_per_forward(single, 3) == 2 * 5 * (4 * 16 + 2 * 4 * 8) + 4 * 25 * 4
    gated = single.with_(stacks=(single.stacks[0].with_(gated=True),))
    assert flops_per_forward(gated, 3) - flops_per_forward(single, 3) == 2 * 5 * 4 * 8


def test_a_take_tells_patches_tokens_passes_and_work() -> None:
    take = take_cost(ORDER, manifest("wan2.2-ti2v-5b"))
    assert take is not None
    assert (take.width, take.height, take.pictures, take.patches) == (1280, 704, 121, (31, 22, 40))
    assert (take.tokens, take.forwards) == (27_280, 100)  # 50 steps, two passes each
    assert take.flops == pytest.approx(100 * 516.9e12 + 2014e12, rel=0.01)
    assert take.seconds is None
    assert take.memory_mb > parameters(FIVE) * 2 / 1e6
    assert not take.too_long
    assert take_cost(ORDER, manifest("animatic")) is None


def test_references_and_guidance_cost_what_they_cost() -> None:
    vace = manifest("wan2.1-vace-1.3b")
    ivy = SubjectOrder(name="Ivy", look_seed=1, references=("a" * 64, "b" * 64))
    plain, pictured = take_cost(ORDER, vace), take_cost(ORDER.with_(cast=(ivy, ivy)), vace)
    assert plain is not None
    assert pictured is not None
    high, wide = grid(made_of("wan2.1-vace-1.3b"), 832, 480, 81)[1:]
    assert pictured.tokens == plain.tokens + 2 * high * wide
    distilled = take_cost(ORDER, manifest("ltx-video-0.9.8-distilled"))
    assert distilled is not None
    assert distilled.forwards == 8


PIXELS = 1280 * 704


def shot(frames: int, machine: tuple[float, float, float], noise: random.Random) -> Shot:
    """What a machine with a fixed moment a pass, so many operations a second and so long for what is around them takes for so many
    pictures."""
    fixed, speed, beside = machine
    size = tokens(FIVE, 1280, 704, frames)
    taken = 40 * (fixed + flops_per_forward(FIVE, size) / speed)
    return Shot(
        tokens=size,
        forwards=40,
        seconds=taken * noise.uniform(0.97, 1.03),
        pixels=PIXELS * frames,
        beside=beside * frames * noise.uniform(0.97, 1.03),
    )


@settings(deadline=None)  # a busy machine makes a slow example, not a wrong one
@given(
    speed=st.floats(1e10, 1e15),
    share=st.floats(0, 20),
    beside=st.floats(0, 0.3),
    seed=st.integers(0, 10**6),
    lengths=st.lists(st.sampled_from(range(33, 122, 4)), min_size=3, max_size=3),
    asked=st.sampled_from(range(33, 122, 4)),
)
def test_after_three_shots_an_estimate_is_within_a_quarter(
    speed: float, share: float, beside: float, seed: int, lengths: list[int], asked: int
) -> None:
    """Whatever the machine: fast or slow, with a fixed moment of nothing or of twenty short passes, noisy by 3%."""
    noise = random.Random(seed)
    short = flops_per_forward(FIVE, tokens(FIVE, 1280, 704, 33)) / speed
    machine = (share * short, speed, beside * 40 * short / 33)
    pace: Pace | None = None
    for frames in lengths:
        pace = learned(pace, shot(frames, machine, noise))
    assert pace is not None
    size = tokens(FIVE, 1280, 704, asked)
    fixed, _, around = machine
    true = 40 * (fixed + flops_per_forward(FIVE, size) / speed) + around * asked
    # Three shots of one length cannot tell what is fixed: then only shots of about that length are foretold.
    spread = max(lengths) / min(lengths)
    apart, near = (1.5, 1.6) if share <= 0.5 else (1.6, 1.2)
    if spread >= apart or max(lengths) / near <= asked <= near * min(lengths):
        assert seconds_for(pace, FIVE, size, 40, PIXELS * asked) == pytest.approx(true, rel=0.25)


@settings(max_examples=60, deadline=None)
@given(
    speed=st.floats(1e10, 1e15),
    share=st.floats(0, 2),
    beside=st.floats(0, 0.3),
    waits=st.floats(0, 3),
    seed=st.integers(0, 10**6),
    lengths=st.permutations((33, 57, 81, 101, 121)),
    asked=st.sampled_from(range(33, 122, 4)),
)
def test_what_a_runs_first_shot_waits_for_is_part_of_its_opening(
    speed: float, share: float, beside: float, waits: float, seed: int, lengths: list[int], asked: int
) -> None:
    """Up to three times what goes on around a short shot's passes: of memory asked for the first time, say."""
    noise = random.Random(seed)
    short = flops_per_forward(FIVE, tokens(FIVE, 1280, 704, 33)) / speed
    machine = (share * short, speed, beside * 40 * short / 33)
    first, *later = (shot(frames, machine, noise) for frames in lengths[:3])
    wait = waits * beside * 40 * short
    pace = learned(None, first.with_(beside=first.beside + wait), 1e-9)
    for one in later:
        pace = learned(pace, one)
    true = 40 * (machine[0] + flops_per_forward(FIVE, tokens(FIVE, 1280, 704, asked)) / speed) + machine[2] * asked
    if max(one.pixels for one in later) >= 1.3 * min(one.pixels for one in later):
        told = seconds_for(pace, FIVE, tokens(FIVE, 1280, 704, asked), 40, PIXELS * asked)
        assert told == pytest.approx(true, rel=0.25)
        assert opening_of(pace) == pytest.approx(wait, abs=0.25 * true)


def test_a_long_films_estimate_finds_its_line_once() -> None:
    pace: Pace | None = None
    for frames in range(33, 33 + 4 * KEPT, 4):
        pace = learned(pace, shot(frames, (0.1, 1e14, 0.3), random.Random(frames)))
    assert pace is not None
    before = nearest_line.cache_info().misses
    for asked in range(33, 122):
        seconds_for(pace, FIVE, tokens(FIVE, 1280, 704, asked), 40, PIXELS * asked)
    assert nearest_line.cache_info().misses <= before + 2


@pytest.mark.parametrize("lengths", [(33, 57, 89, 121), (121, 33, 57, 73)])
@pytest.mark.parametrize("asked", [33, 121])
def test_a_shot_that_waited_for_something_misleads_nobody(lengths: tuple[int, ...], asked: int) -> None:
    noise, machine = random.Random(1), (0.1, 1e14, 0.3)
    first, *others = (shot(frames, machine, noise) for frames in lengths)
    pace = learned(None, first.with_(seconds=3 * first.seconds, beside=9 * first.beside))
    for one in others:
        pace = learned(pace, one)
    true = shot(asked, machine, noise)
    told = seconds_for(pace, FIVE, true.tokens, true.forwards, true.pixels)
    assert told == pytest.approx(true.seconds + true.beside, rel=0.1)


def test_shots_that_all_took_the_same_are_foretold_the_same() -> None:
    """Where only the fixed moment counts, a longer shot is no dearer (and a little noise does not make it so)."""
    pace: Pace | None = None
    for size, seconds in ((1000, 10.2), (4000, 10.0), (2000, 9.9)):
        pace = learned(pace, Shot(tokens=size, forwards=10, seconds=seconds))
    assert pace is not None
    assert seconds_for(pace, FIVE, 8000, 10) == pytest.approx(10, rel=0.03)


def test_only_shots_on_the_same_rung_teach() -> None:
    pace = learned(None, Shot(tokens=1000, forwards=10, seconds=10, rung="resident"))
    pace = learned(pace, Shot(tokens=1000, forwards=10, seconds=60, rung="streamed"))
    assert seconds_for(pace, FIVE, 1000, 10) == pytest.approx(60)


def test_what_a_run_takes_once_is_told_apart() -> None:
    one = Shot(tokens=1000, forwards=10, seconds=10)
    pace = learned(None, one, 90.0)
    for opening in (None, 40.0, None, 44.0, 42.0):
        pace = learned(pace, one, opening)
    assert opening_of(pace) == 42
    assert opening_of(None) == opening_of(learned(None, one)) == 0
    assert seconds_for(pace, FIVE, 1000, 10) == pytest.approx(10)
    five = manifest("wan2.2-ti2v-5b")
    nodes = [Node(key, "motion", five.id, ORDER.with_(engine=five.id), (key,)) for key in "ab"]
    cost = take_cost(ORDER, five, pace)
    assert cost is not None
    assert cost.seconds is not None
    assert estimate(nodes, {five.id: five}, {five.id: pace}).seconds == pytest.approx(42 + 2 * cost.seconds)
    assert bill([cost, cost], opening=42.0).seconds == pytest.approx(42 + 2 * cost.seconds)


def test_a_pace_forgets_what_the_machine_once_was() -> None:
    slow, quick = Shot(tokens=1000, forwards=10, seconds=100), Shot(tokens=1000, forwards=10, seconds=10)
    pace = learned(None, slow)
    for _ in range(KEPT):
        pace = learned(pace, quick)
    assert pace.shots == KEPT + 1
    assert seconds_for(pace, FIVE, 1000, 10) == pytest.approx(10)
    assert flops_per_second(pace, FIVE) == pytest.approx(flops_per_forward(FIVE, 1000))


def test_the_peak_that_was_met_is_foretold() -> None:
    pace = learned(
        learned(None, Shot(tokens=1000, forwards=1, seconds=1, memory_mb=900)),
        Shot(tokens=4000, forwards=1, seconds=1, memory_mb=2400),
    )
    assert [memory_for(pace, size) for size in (500, 1000, 3999, 5000)] == [2400, 900, 900, 2400]
    assert memory_for(learned(None, Shot(tokens=1, forwards=1, seconds=1)), 5) is None


def test_a_bill_is_at_ones_own_prices_and_leaves_open_what_is_not_known() -> None:
    pace = learned(
        None, Shot(tokens=27_280, forwards=100, seconds=1700, pixels=121 * PIXELS, beside=100, memory_mb=60_000)
    )
    takes = [take for take in [take_cost(ORDER, manifest("wan2.2-ti2v-5b"), pace)] * 4 if take is not None]
    told = bill(takes, Prices(watts=500, per_kwh=0.3, per_hour=1.5))
    assert (told.takes, told.tokens, told.memory_mb) == (4, 4 * 27_280, 60_000)
    assert told.seconds == pytest.approx(7200)
    assert told.kwh == pytest.approx(1.0)
    assert told.money == pytest.approx(0.3 + 3.0)
    assert bill(takes).money is None
    unknown = take_cost(ORDER, manifest("wan2.2-ti2v-5b"))
    assert unknown is not None
    assert bill([*takes, unknown], Prices(watts=500)).seconds is None


def test_a_plans_estimate_counts_work_where_it_can() -> None:
    five = manifest("wan2.2-ti2v-5b")
    node = Node("k", "motion", five.id, ORDER.with_(engine=five.id), ("s",))
    assert estimate([node], {five.id: five}).seconds is None
    pace = learned(None, Shot(tokens=27_280, forwards=100, seconds=1700, memory_mb=60_000))
    told = estimate([node], {five.id: five}, {five.id: pace})
    assert told.seconds == pytest.approx(1700)
    assert told.memory_mb == 60_000


def test_a_draft_costs_two_fifths_and_a_final_is_the_usual_take() -> None:
    wan = manifest("wan2.2-ti2v-5b").with_(drafts=None)  # or as its distilled weights want it
    draft, final = ORDER.with_(finish="draft"), ORDER.with_(finish="final")
    costs = [take_cost(order, wan) for order in (draft, final, ORDER)]
    assert [cost and cost.forwards for cost in costs] == [40, 100, 100]
    assert key_of(final) == key_of(ORDER) != key_of(draft)
    assert draft_of(final) == draft


def test_a_pickup_between_two_pictures_costs_its_stretch_and_lacks_no_frame() -> None:
    """A model that takes a mask draws the whole take again."""
    part = ORDER.with_(frames=240, pickup=PickupOrder(take="a" * 64, first=20, end=40))
    between, masked = manifest("wan2.1-flf2v-14b"), manifest("wan2.1-vace-14b")
    costs = {each.id: take_cost(part, each) for each in (between, masked)}
    assert {name: cost and (cost.pictures, cost.too_long) for name, cost in costs.items()} == {
        between.id: (17, False),
        masked.id: (161, True),
    }
    longer = take_cost(part.with_(head=24, pickup=PickupOrder(take="a" * 64, first=0, end=0)), between)
    assert longer is not None
    assert longer.pictures == 17
    assert lacking(part, between) == ()
    assert lacking(ORDER, between) != ()

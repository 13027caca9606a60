"""`storyreel estimate`: what a film costs to draw before anything is drawn: patches, tokens, work, hours, energy and money.

Work follows from the film and the model. Time is this machine's own where it has drawn with that model; else a speed a person names, or
on a machine without a graphics card a guess from how fast it multiplies, and it is called a guess.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from engine.commands.console import Console
from engine.commands.making import counted, manifest_of, span, wanted_shots
from engine.errors import BadInput
from engine.film import store
from engine.film.document import Film
from engine.plan.capabilities import ModelManifest
from engine.plan.costing import Bill, Prices, TakeCost, bill, take_cost
from engine.plan.estimate import estimate as cost_of
from engine.plan.native import mapped
from engine.plan.orders import ShotOrder
from engine.plan.plan import Node, orders
from engine.plan.routing import lacking, remarks
from engine.plan.speed import Pace, assumed, flops_per_second, opening_of
from engine.shelf.fetching import gigabytes
from engine.shelf.guessing import guessed
from engine.shelf.places import kept, noted, shelf
from engine.shelf.speeds import pace

PRICES = "prices.json"
"""On the shelf: a person's own prices, as they last named them."""

NO_PRICES = Prices()


@dataclass(frozen=True, slots=True)
class _Clock:
    """How time is told: by a pace, and where that comes from."""

    pace: Pace | None
    source: str


def estimate(
    folder: Path,
    console: Console,
    *,
    engine: str = "",
    slates: Collection[str] = (),
    takes: int = 1,
    teraflops: float | None = None,
    prices: Prices = NO_PRICES,
) -> None:
    """Print what the film (or those shots of it) costs with `engine`, or with the engines it names. Raises BadInput, BadFilm,
    Unsupported, StorageFailed."""
    if takes < 1:
        raise BadInput("At least one take is drawn of each shot.", "Write --takes 1 or more.")
    film = store.load(folder)
    chosen = {shot.id for shot in wanted_shots(film, slates)}
    priced = _prices(prices)
    cast = film.with_(engine=engine) if engine else film
    by_engine: dict[str, list[tuple[str, ShotOrder]]] = {}
    for shot, order in orders(cast, chosen):
        name = engine or order.engine
        by_engine.setdefault(name, []).append((shot.slate, order.with_(engine=name)))
    for name, shots in by_engine.items():
        manifest = manifest_of(name)
        if manifest.made_of is None:
            _plain(film, manifest, shots, takes, console)
        else:
            _counted(film, manifest, shots, takes, teraflops, priced, console)


def _counted(
    film: Film,
    manifest: ModelManifest,
    shots: Sequence[tuple[str, ShotOrder]],
    takes: int,
    teraflops: float | None,
    prices: Prices,
    console: Console,
) -> None:
    clock = _clock(manifest, shots[0][1], teraflops)
    costs = [(slate, cost) for slate, order in shots if (cost := take_cost(order, manifest, clock.pace)) is not None]
    total = bill([cost for _, cost in costs for _ in range(takes)], prices, opening_of(clock.pace))
    console.result(
        "\n".join(
            [_title(film, manifest, takes), *_table(costs), *_sum(total, manifest, clock), *_drawn(shots, manifest)]
        ),
        engine=manifest.id,
        shots=[_facts(slate, cost) for slate, cost in costs],
        takes=total.takes,
        tokens=total.tokens,
        flops=total.flops,
        seconds=total.seconds,
        opening=opening_of(clock.pace),
        kwh=total.kwh,
        money=total.money,
        memory_mb=total.memory_mb,
        speed=clock.source,
    )
    for slate, order in shots:
        for remark in remarks(order, manifest):
            console.say(f"Shot {slate}: {remark}")


def _plain(
    film: Film, manifest: ModelManifest, shots: Sequence[tuple[str, ShotOrder]], takes: int, console: Console
) -> None:
    """An engine that counts pictures and not tokens."""
    nodes = [Node(slate, "motion", manifest.engine, order, (slate,)) for slate, order in shots]
    cost = cost_of(nodes, {manifest.engine: manifest})
    seconds = None if cost.seconds is None else takes * cost.seconds
    lasts = "a time that nobody has measured" if seconds is None else f"about {span(seconds)}"
    text = f"{_title(film, manifest, takes)}\n{counted(len(shots))}, {takes * cost.frames} frames: {lasts}. It has no tokens to count."
    console.result(
        text,
        engine=manifest.id,
        takes=takes * len(shots),
        frames=takes * cost.frames,
        seconds=seconds,
        memory_mb=cost.memory_mb,
    )


def _clock(manifest: ModelManifest, order: ShotOrder, teraflops: float | None) -> _Clock:
    made_of, alone = manifest.made_of, take_cost(order, manifest)
    if made_of is None or alone is None:
        return _Clock(None, "")
    if teraflops is not None:
        if teraflops <= 0:
            raise BadInput("A speed is more than nothing.", "Write --tflops 100 for a hundred TFLOP/s.")
        return _Clock(assumed(made_of, alone.tokens, teraflops * 1e12), f"at {teraflops:g} TFLOP/s, as you say")
    if (known := pace(manifest.id)) is not None:
        speed = flops_per_second(known, made_of) / 1e12
        return _Clock(known, f"measured on this machine over {counted(known.shots)}: {speed:.3g} TFLOP/s")
    if (guess := guessed(manifest, order)) is None:
        return _Clock(None, "")
    return _Clock(guess, "no graphics card was found: a guess from how fast this CPU multiplies")


def _title(film: Film, manifest: ModelManifest, takes: int) -> str:
    each = "one take" if takes == 1 else f"{takes} takes"
    return f"{film.title} with {manifest.title} ({manifest.id}), {each} a shot"


def _table(costs: Sequence[tuple[str, TakeCost]]) -> list[str]:
    """A line a shot under its heads, columns as wide as what they hold."""
    rows = [("shot", "pictures", "patches", "tokens", "PFLOP", "time")]
    for slate, cost in costs:
        rows.append(
            (
                slate,
                f"{cost.pictures} of {cost.width}x{cost.height}{' (too long)' if cost.too_long else ''}",
                "x".join(map(str, cost.patches)),
                f"{cost.tokens:,}",
                f"{cost.flops / 1e15:,.1f}",
                "" if cost.seconds is None else span(cost.seconds),
            )
        )
    widths = [max(len(row[column]) for row in rows) for column in range(6)]
    return [
        "  ".join(
            _set(text, width, column) for column, (text, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]


def _set(text: str, width: int, column: int) -> str:
    """Words to the left, numbers to the right."""
    return text.ljust(width) if column < 3 else text.rjust(width)


def _sum(total: Bill, manifest: ModelManifest, clock: _Clock) -> list[str]:
    takes = "1 take" if total.takes == 1 else f"{total.takes} takes"
    told = [f"{takes}, {total.tokens:,} tokens, {total.flops / 1e15:,.1f} PFLOP"]
    if total.seconds is not None:
        told.append(f"about {span(total.seconds)}")
    if total.kwh is not None:
        told.append(f"{total.kwh:.2g} kWh")
    if total.money is not None:
        told.append(f"{total.money:.2f} at your prices" if total.money >= 0.005 else "less than 0.01 at your prices")
    lines = [f"{', '.join(told)}."]
    if total.seconds is None:
        lines.append(
            "How long it takes is not known: this machine has drawn nothing with it yet. The first shot tells, or name a speed with --tflops."
        )
    else:
        once = opening_of(clock.pace)
        opening = f" About {span(once)} of it once, to read weights and words." if once >= 0.5 else ""
        lines.append(f"Time: {clock.source}.{opening}")
        if total.kwh is None:
            lines.append(
                "Name your own prices for energy and money: --watts, --kwh-price, --hour-price (they are kept)."
            )
    lines.append(
        f"Memory: at least {gigabytes(total.memory_mb * 1e6)}{' on the graphics card' if manifest.needs_gpu else ''} to keep everything resident."
    )
    return lines


def _drawn(shots: Sequence[tuple[str, ShotOrder]], manifest: ModelManifest) -> list[str]:
    """How the model's pictures become the film's, told of the first shot that it can draw."""
    drawable = next((slate_order for slate_order in shots if not lacking(slate_order[1], manifest)), None)
    return [] if drawable is None else [f"Shot {drawable[0]}, for one: {mapped(drawable[1], manifest)}."]


def _facts(slate: str, cost: TakeCost) -> dict[str, object]:
    return {
        "slate": slate, "width": cost.width, "height": cost.height, "pictures": cost.pictures, "patches": list(cost.patches),
        "tokens": cost.tokens, "forwards": cost.forwards, "flops": cost.flops, "seconds": cost.seconds, "memory_mb": cost.memory_mb,
        "too_long": cost.too_long,
    }  # fmt: skip


def _prices(named: Prices) -> Prices:
    """What was named now, over what was named before; kept for the next time. Raises BadInput, StorageFailed."""
    given = {name: value for name in ("watts", "per_kwh", "per_hour") if (value := getattr(named, name)) is not None}
    if any(value < 0 for value in given.values()):
        raise BadInput("A price is not less than nothing.", "Write --watts 450 --kwh-price 0.30, say.")
    before = {name: value for name, value in kept(shelf() / PRICES).items() if isinstance(value, int | float)}
    for name, value in given.items():
        noted(shelf() / PRICES, name, value)
    known = {**before, **given}
    return Prices(watts=known.get("watts"), per_kwh=known.get("per_kwh"), per_hour=known.get("per_hour"))

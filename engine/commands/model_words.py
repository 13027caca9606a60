"""The words of `storyreel models`, `estimate`, `pickup` and `keyframe` on the command line, and the options by which `render` is told how a model
is to draw. Like engine.cli it imports the rooms only when their command is called.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from engine.commands.console import Console

Command = Callable[[Any, str, "Callable[[argparse.Namespace, Console], None]", str], argparse.ArgumentParser]
"""engine.cli's way to add a command to others: name, what runs it, what it does."""


def add(commands: Any, command: Command) -> None:
    """All of them, among the others."""
    cost = command(commands, "estimate", _estimate, "what a film costs to draw: tokens, hours, energy, money")
    cost.add_argument("film", type=Path, metavar="FILM")
    cost.add_argument("--engine", help="with another engine than the film's")
    cost.add_argument("--shots", metavar="1-2,1-3", help="only these slates")
    cost.add_argument("--takes", type=int, default=1, metavar="N", help="so many takes of each shot (default: 1)")
    cost.add_argument(
        "--tflops", type=float, metavar="N", help="a machine's speed in TFLOP/s, instead of what was measured"
    )
    cost.add_argument("--watts", type=float, metavar="W", help="what your machine draws while it works (kept)")
    cost.add_argument("--kwh-price", type=float, metavar="P", help="what you pay for a kilowatt hour (kept)")
    cost.add_argument("--hour-price", type=float, metavar="P", help="what you pay for the machine's hour (kept)")

    models = command(
        commands, "models", _models, "the weights of video models: list, get, link, verify, remove, licence"
    )
    does = models.add_subparsers(dest="what", metavar="list | get | link | verify | remove | licence")
    command(does, "list", _models, "every model, and how it stands")
    get = command(does, "get", _models, "fetch a model's weights, or the rest of them")
    get.add_argument("id", metavar="ID")
    get.add_argument("--revision", default="", help="another commit, tag or branch than the pinned one")
    link = command(does, "link", _models, "use weights that are on the disk already, without copying")
    link.add_argument("folder", type=Path, metavar="FOLDER", help="a diffusers checkpoint, or a hub cache")
    link.add_argument("id", metavar="ID")
    for fetched in (get, link):
        fetched.add_argument(
            "--drafts", action="store_true", help="the distilled weights that its drafts are drawn with"
        )
        fetched.add_argument("--accept-licence", action="store_true", help="accept the model's licence")
    for name, what in (
        ("verify", "read the weights again and compare them with what was published"),
        ("remove", "take a model off the shelf; a linked folder stays"),
    ):
        command(does, name, _models, what).add_argument("id", metavar="ID")
    licence = command(does, "licence", _models, "show a model's licence and its limits")
    licence.add_argument("id", metavar="ID")
    licence.add_argument("--accept", action="store_true", help="accept it")
    _add_pickup(commands, command)
    _add_keyframe(commands, command)


def _add_pickup(commands: Any, command: Command) -> None:
    """`pickup`, among the others."""
    again = command(commands, "pickup", _pickup, "draw a part of a take again; the rest of it stays as it is")
    again.add_argument("film", type=Path, metavar="FILM")
    again.add_argument("shot", metavar="SHOT", help="its slate")
    again.add_argument("--take", default="", metavar="ID", help="of this take (default: the chosen one)")
    again.add_argument("--from", dest="first", type=int, default=0, metavar="N", help="the first frame that changes")
    again.add_argument("--to", dest="end", type=int, default=0, metavar="N", help="the first frame after it that stays")
    again.add_argument("--mask", type=Path, metavar="PNG", help="only what is painted white in this picture")
    again.add_argument("--feather", type=int, default=12, metavar="PX", help="how softly the mask ends (default: 12)")
    again.add_argument("--head", type=int, default=0, metavar="N", help="so many frames more before the take's own")
    again.add_argument("--tail", type=int, default=0, metavar="N", help="so many frames more after it")
    again.add_argument(
        "--engine", default="", help="a model that takes a mask, such as wan2.1-vace-1.3b, or a first frame"
    )
    again.add_argument("--seed", type=int, metavar="N", help="another try (default: the shot's seed and one)")


def _add_keyframe(commands: Any, command: Command) -> None:
    still = command(
        commands, "keyframe", _keyframe, "draw a still for each shot; approved, it is the shot's first frame"
    )
    still.add_argument("film", type=Path, metavar="FILM")
    still.add_argument("--shots", metavar="1-2,1-3", help="only these slates")
    still.add_argument("--engine", default="flux.2-klein-4b", help="an image model (default: flux.2-klein-4b)")
    still.add_argument("--approve", action="store_true", help="make them the first frames of their shots")
    still.add_argument("--picture", type=Path, metavar="PNG", help="instead of a drawn one, your own for one shot")


def add_wishes(render: argparse.ArgumentParser) -> None:
    """How a model is to draw, for `render`."""
    render.add_argument(
        "--sound", action="store_true", help="with --engine auto: spoken lines go to a model that speaks"
    )
    render.add_argument(
        "--control", choices=("depth", "pose", "none"), help="let the shots' own blocking lead the model"
    )
    render.add_argument(
        "--between", choices=("flow", "blend", "nearest", "usual"), help="how a model's rate becomes the film's"
    )
    render.add_argument(
        "--overlong",
        choices=("stretch", "refuse"),
        help="a shot longer than the model draws at once: slow it down, or not",
    )
    render.add_argument(
        "--finish",
        choices=("draft", "final", "usual"),
        help="a draft in fewer steps, or its final: over the draft's pictures, led by its motion, or in more steps, as the model can",
    )
    render.add_argument(
        "--follow",
        default="",
        metavar="TAKE",
        help="the final starts from this take and not from its draft: an id, chosen, or none (the same seed alone)",
    )


def wishes(parsed: argparse.Namespace) -> dict[str, Any]:
    """What was wished for, as fields of `engine.film.shots.Rendering`; "" takes a wish back."""
    names = ("control", "between", "overlong", "finish")
    asked = {name: getattr(parsed, name) for name in names}
    return {name: "" if value in ("none", "usual", "refuse") else value for name, value in asked.items() if value}


def _estimate(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands import estimating
    from engine.plan.costing import Prices

    slates = tuple(filter(None, (parsed.shots or "").replace("，", ",").split(",")))
    prices = Prices(watts=parsed.watts, per_kwh=parsed.kwh_price, per_hour=parsed.hour_price)
    estimating.estimate(
        parsed.film,
        console,
        engine=parsed.engine or "",
        slates=slates,
        takes=parsed.takes,
        teraflops=parsed.tflops,
        prices=prices,
    )


def _pickup(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands.picking_up import Part, pickup

    part = Part(parsed.first, parsed.end, parsed.mask, parsed.feather, parsed.head, parsed.tail)
    pickup(parsed.film, parsed.shot, part, console, take=parsed.take, engine=parsed.engine, seed=parsed.seed)


def _keyframe(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands.keyframing import keyframe, own_keyframe

    slates = tuple(filter(None, (parsed.shots or "").replace("，", ",").split(",")))
    if parsed.picture is not None:
        own_keyframe(parsed.film, console, parsed.picture, slates)
    else:
        keyframe(parsed.film, console, engine=parsed.engine, slates=slates, approve=parsed.approve)


def _models(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands import modelling

    name = f"{getattr(parsed, 'id', '')}{'.drafts' if getattr(parsed, 'drafts', False) else ''}"
    match parsed.what:
        case "list" | None:
            modelling.show(console)
        case "get":
            modelling.get(name, console, revision=parsed.revision, accept=parsed.accept_licence)
        case "link":
            modelling.link(parsed.folder, name, console, accept=parsed.accept_licence)
        case "verify":
            modelling.verify(name, console)
        case "remove":
            modelling.remove(name, console)
        case _:
            modelling.licence(name, console, accept=parsed.accept)

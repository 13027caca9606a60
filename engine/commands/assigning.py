"""`--engine auto`, or several engines: each shot is given to the model that can use what it brings along, and why is said.

The choice is written into the shots (a person may change it there), so that a plan stays the film's alone and a model that comes to the
shelf later changes no take that is there.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from engine.commands.console import Console
from engine.errors import BadInput, Unsupported
from engine.film.board import edit_shot
from engine.film.document import Film
from engine.plan.capabilities import ModelManifest
from engine.plan.plan import orders
from engine.plan.routing import route
from engine.shelf.manifests import find_model
from engine.shelf.places import folder_of
from engine.shelf.stock import at_hand

AUTO = "auto"


def is_choice(engine: str) -> bool:
    """Whether the word asks for a choice among engines instead of naming one."""
    return engine == AUTO or "," in engine


def assigned(film: Film, shots: Collection[str], engine: str, console: Console, *, sound: bool = False) -> Film:
    """The film with an engine for each of those shots (ids), of all at hand or of the named ones, the preferred first. Raises
    Unsupported where a shot has none."""
    models = _models(engine)
    chosen: dict[str, str] = {}
    for shot, order in orders(film, shots):
        try:
            found = route(order, models, sound=sound)
        except Unsupported as none:
            raise Unsupported(f"Shot {shot.slate}: {none.sentence}", none.action) from none
        chosen[shot.id] = found.manifest.id
        console.say(f"Shot {shot.slate} goes to {found.why}")
        console.event("routed", slate=shot.slate, engine=found.manifest.id, why=found.why)
    for shot_id, name in chosen.items():
        film = edit_shot(film, shot_id, engine=name)
    return film


def drawn_so(film: Film, shots: Collection[str], wishes: dict[str, Any]) -> Film:
    """The film with those wishes (fields of `engine.film.shots.Rendering`) in those shots. Raises BadInput for one that is none."""
    for shot in tuple(film.shots):
        if wishes and shot.id in shots:
            film = edit_shot(film, shot.id, rendering=shot.rendering.with_(**wishes))
    return film


def _models(engine: str) -> Sequence[ModelManifest]:
    if engine != AUTO:
        named = tuple(find_model(name.strip()) for name in engine.split(",") if name.strip())
        for manifest in named:
            folder_of(manifest)
        if not named:
            raise BadInput("No engine is named.", "Write their ids with commas, the preferred first.")
        return named
    models = at_hand()
    if not models:
        raise Unsupported(
            "No model's weights are on this machine.", "`storyreel models list` shows what can be fetched or linked."
        )
    return models

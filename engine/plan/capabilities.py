"""What a model can do and what it costs, read from assets/models/*.json without loading any of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from engine.errors import Unsupported
from engine.film.values import Value

Condition = Literal["text", "cast", "references", "first_frame", "last_frame", "panels", "control", "audio"]
Stage = Literal["likeness", "key frame", "motion"]


class Cost(Value):
    """Measured cost of one picture at `width` x `height`; None where nobody measured it."""

    width: int
    height: int
    seconds_per_frame: Annotated[float, Field(gt=0)] | None = None
    memory_mb: int | None = None
    measured_on: str = ""


class ModelManifest(Value):
    """One engine or model. `max_frames` and `frame_grid` (a, b) stand for lengths a*k+b; None means any length."""

    id: str
    engine: str
    title: str
    licence: str
    needs_gpu: bool = False
    device: Literal["cpu", "gpu"] = "cpu"
    conditions: tuple[Condition, ...]
    stages: tuple[Stage, ...] = ("motion",)
    frame_grid: tuple[int, int] | None = None
    max_frames: int | None = None
    cost: Cost


def load_manifest(folder: Path, engine: str) -> ModelManifest:
    """The manifest `folder/<engine>.json`. Raises Unsupported when there is none or it is not one."""
    path = folder / f"{engine}.json"
    try:
        return ModelManifest.model_validate(json.loads(path.read_text(encoding="utf-8")))
    except FileNotFoundError as missing:
        known = ", ".join(sorted(p.stem for p in folder.glob("*.json"))) or "none"
        raise Unsupported(f"There is no engine called {engine!r}.", f"Choose one of: {known}.") from missing
    except (ValidationError, json.JSONDecodeError) as bad:
        raise Unsupported(f"The manifest of engine {engine!r} is damaged.", "Install Storyreel again.") from bad

"""What a model can do, what it is made of and what it costs, read from assets/models/*.json without loading any of it.

One manifest a model: a model of a known family is added by one such file and no code. What nobody verified (revisions,
bytes, memory) is null in it, never guessed.
"""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, ValidationError

from engine.errors import Unsupported
from engine.film.document import Language
from engine.film.rate import Rate
from engine.film.values import Value
from engine.plan.architecture import Architecture

Condition = Literal["text", "cast", "references", "first_frame", "last_frame", "panels", "control", "audio"]
Stage = Literal["likeness", "key frame", "motion"]
Family = Literal["wan", "wan-vace", "ltx", "ltx2", "cogvideox", "hunyuan15", "flux2", "qwen-edit"]
Dtype = Literal["bfloat16", "float16", "float32"]
Between = Literal["flow", "blend", "nearest"]
"""Where the film's rate is not the model's: frames between are moved along the motion, mixed, or the nearest is shown."""

Count = Annotated[int, Field(ge=1)]

ModelId = Annotated[str, Field(pattern=r"^[a-z0-9]+([._-][a-z0-9]+)*$", max_length=80)]
"""Small letters and digits, with single dots, dashes or underscores among them: it becomes the name of a folder, which a download fills and a
removal empties, on any system."""


class Cost(Value):
    """Measured cost of one picture at `width` x `height`; None where nobody measured it."""

    width: int = 1280
    height: int = 720
    seconds_per_frame: Annotated[float, Field(gt=0)] | None = None
    memory_mb: int | None = None
    measured_on: str = ""


class Hub(Value):
    """Where the weights are published. `revision` pins a commit; None where nobody has verified one. `bytes` is what a download weighs,
    `sha256` (file, digest) what its files must be."""

    id: str
    revision: Annotated[str, Field(pattern=r"^[0-9a-f]{40}$")] | None = None
    bytes: int | None = None
    sha256: tuple[tuple[str, str], ...] = ()


class Component(Value):
    """A part of the pipeline: its folder, the classes it may be of, and how precise it is kept. An `optional` one may be missing."""

    name: str
    classes: tuple[str, ...] = ()
    dtype: Dtype = "bfloat16"
    optional: bool = False


class Native(Value):
    """The picture that the model was taught: both edges are multiples of `multiple`, `frames` is its usual length."""

    width: Count
    height: Count
    multiple: Count
    rate: Rate = Fraction(24)
    frames: Count = 1


class Recipe(Value):
    """How it is sampled. `guidance_2` is the second expert's; a `shift` of None leaves the scheduler's own, and `timesteps` replace its
    choice. A `cache` above 0 lets drafts leave out what a step hardly changes (how far its first block may be from the last one's: 0.05 to
    0.2). `negative` and `negative_zh` are the words that steer away, for prompts in either language."""

    steps: Count
    guidance: float
    guidance_2: float | None = None
    shift: float | None = None
    timesteps: tuple[float, ...] = ()
    cache: Annotated[float, Field(ge=0, lt=1)] = 0.0
    negative: str = ""
    negative_zh: str = ""
    between: Between = "flow"


class Terms(Value):
    """What a licence asks beyond attribution: `limits` are sentences (revenue, territory, use) shown before weights are fetched.
    `version` is the licence's own; `asks` says that it must be accepted."""

    url: str
    version: str = ""
    limits: tuple[str, ...] = ()
    asks: bool = False


class Lora(Value):
    """Distilled weights that turn a model into a quick one: where they are published, and how it is sampled with them. `files` are in the
    order of the transformers; a `licence` of None is one that nobody has verified, `terms` what it asks; `source` is where the recipe was
    read."""

    hub: Hub
    files: tuple[str, ...]
    licence: str | None = None
    terms: Terms | None = None
    recipe: Recipe
    source: str = ""


class ModelManifest(Value):
    """One engine or model. `max_frames` and `frame_grid` (a, b) stand for lengths a*k+b; None means any length. From `family` on
    it is about models run through diffusers: `pipeline` is the class there (`pipelines` are others that load the same weights),
    `modular` its newer kind; `needs` is what it cannot
    render without, and `reads` the languages of its prompts, best first."""

    id: ModelId
    engine: ModelId
    title: str
    licence: str
    needs_gpu: bool = False
    device: Literal["cpu", "gpu"] = "cpu"
    conditions: tuple[Condition, ...]
    stages: tuple[Stage, ...] = ("motion",)
    frame_grid: tuple[int, int] | None = None
    max_frames: int | None = None
    cost: Cost = Cost()

    family: Family | None = None
    pipeline: str = ""
    pipelines: tuple[str, ...] = ()
    modular: bool = False
    hub: Hub | None = None
    components: tuple[Component, ...] = ()
    native: Native | None = None
    defaults: Recipe | None = None
    drafts: Lora | None = None
    made_of: Architecture | None = None
    terms: Terms | None = None
    max_references: int | None = None
    needs: tuple[Condition, ...] = ()
    reads: tuple[Language, ...] = ("en",)

    @property
    def picks_up(self) -> bool:
        """Whether it draws a part of a take again: it takes a video, and a mask of what is to change."""
        return self.family == "wan-vace"

    def dtype_of(self, component: str) -> Dtype:
        """How precise that part is kept: bfloat16 where the manifest names none."""
        named: dict[str, Dtype] = {part.name: part.dtype for part in self.components}
        return named.get(component, "bfloat16")


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

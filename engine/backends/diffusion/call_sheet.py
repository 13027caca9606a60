"""What a shot needs before a model can draw it, worked out and read in: words, size, frames, pictures.

A family's adapter turns this into its pipeline's arguments; nothing in it is on a GPU, so a whole film's sheets are made before the first
weight is read, and what cannot be done is said then.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from PIL import Image

from engine.backends.diffusion.control import control_frames
from engine.backends.diffusion.drafted import Frames, drafted_frames, motion_of
from engine.backends.diffusion.part_of_a_take import takes_part
from engine.backends.diffusion.stretches import Stretch, stretch_of
from engine.backends.pictures import Takes, picture_of
from engine.backends.retiming import scaled
from engine.errors import Unsupported
from engine.plan.capabilities import ModelManifest, Recipe
from engine.plan.costing import recipe_of
from engine.plan.finals import steps_of, way_of
from engine.plan.native import Pass, native_pass, native_size
from engine.plan.orders import ShotOrder
from engine.plan.prompts import prompt_for
from engine.plan.references import references_for

Size = tuple[int, int]


@dataclass(frozen=True, slots=True)
class CallSheet:
    """One shot. `control` has a picture for each native frame, or is empty; so have, of a pickup, `kept` (its take, grey where that has
    none) and `redrawn` (white where it is to change), and of a final that starts from its draft, `drafted`. References are whole, the
    others of `size`. `steps` are really made, of the recipe's. With a
    `stretch` only that much of the take is drawn, from its `first` to its `last`."""

    key: str
    order: ShotOrder
    prompt: str
    negative: str
    recipe: Recipe
    steps: int
    size: Size
    frames: int
    rate: Fraction
    first: Image.Image | None = None
    last: Image.Image | None = None
    references: tuple[Image.Image, ...] = ()
    control: tuple[Image.Image, ...] = ()
    kept: tuple[Image.Image, ...] = ()
    redrawn: tuple[Image.Image, ...] = ()
    drafted: tuple[Image.Image, ...] = ()
    stretch: Stretch | None = None

    @property
    def still(self) -> bool:
        """Whether one picture stands for the whole shot: a key frame."""
        return self.frames == 1

    @property
    def quick(self) -> bool:
        """Whether it is a draft, for which a model may have weights of its own."""
        return self.order.finish == "draft"

    @property
    def shape(self) -> tuple[Size, int, bool, bool]:
        """Shots of one shape follow each other, so that nothing is compiled or allocated anew between them."""
        return self.size, self.frames, self.first is not None, bool(self.drafted)


def sheet_for(key: str, order: ShotOrder, manifest: ModelManifest, pictures: Takes) -> CallSheet:
    """The sheet of an order. Raises BadInput for a picture that is gone, Unsupported for what the model can't take."""
    native = manifest.native
    recipe = recipe_of(order, manifest)
    if native is None or recipe is None:
        raise Unsupported(f"The manifest of {manifest.title} does not say how it is rendered.", "Correct its file.")
    _expect_able(order, manifest)
    size = native_size(order.raster, manifest)
    if order.pickup is not None and not manifest.picks_up:
        return _between(key, order, manifest, recipe, size, pictures)
    still = "motion" not in manifest.stages
    drawn = Pass(1, native.rate) if still else native_pass(order, manifest)
    said = prompt_for(order, manifest)
    able = frozenset(manifest.conditions)
    first = _frame(order.first_frame, size, pictures) if "first_frame" in able else None
    last = _frame(order.last_frame, size, pictures) if "last_frame" in able else None
    shown = (picture_of(pictures.picture(digest)) for digest in references_for(order, manifest))
    references = tuple(Image.fromarray(each) for each in shown)
    _expect_all(manifest, {"first_frame": first, "last_frame": last, "references": references})
    control = control_frames(order, size, drawn.frames, drawn.rate) if "control" in able and order.control else ()
    kept, redrawn = takes_part(order, size, drawn, pictures) if order.pickup is not None else ((), ())
    drafted = _drafted(order, manifest, size, drawn, pictures) if not still else ()
    if drafted and way_of(manifest) == "control":
        control, drafted = control or motion_of(drafted), ()
    return CallSheet(
        key, order, said.text, said.negative, recipe, steps_of(order, manifest, recipe), size, drawn.frames, drawn.rate,
        first, last, references, control, kept, redrawn, drafted,
    )  # fmt: skip


def _between(
    key: str, order: ShotOrder, manifest: ModelManifest, recipe: Recipe, size: Size, takes: Takes
) -> CallSheet:
    """The sheet of a stretch of a take that is drawn again between the pictures on both sides of it."""
    stretch, first, last = stretch_of(order, size, takes)
    _expect_all(manifest, {"first_frame": first, "last_frame": last})
    drawn, said = stretch.drawn_with(order, manifest), prompt_for(order, manifest)
    return CallSheet(
        key,
        order,
        said.text,
        said.negative,
        recipe,
        recipe.steps,
        size,
        drawn.frames,
        drawn.rate,
        first,
        last,
        stretch=stretch,
    )


def _drafted(order: ShotOrder, manifest: ModelManifest, size: Size, drawn: Pass, takes: Takes) -> Frames:
    """The pictures of the draft, where the model can go by them."""
    if order.drafted is None or order.pickup is not None or way_of(manifest) == "seed":
        return ()
    return drafted_frames(order, size, drawn, takes)


def _expect_able(order: ShotOrder, manifest: ModelManifest) -> None:
    """A pickup needs a model that is told what to leave alone, or that goes from a picture that stays to another."""
    if order.pickup is not None and not manifest.picks_up and "first_frame" not in manifest.conditions:
        raise Unsupported(
            f"{manifest.title} cannot draw a part of a take again.",
            "Choose a model that takes a mask, such as Wan VACE.",
        )


_SPOKEN = {"first_frame": "a first frame", "last_frame": "a last frame", "references": "a reference picture"}


def _expect_all(manifest: ModelManifest, shown: dict[str, object]) -> None:
    """Nothing that the model can't do without may be missing."""
    missing = [_SPOKEN[need] for need in manifest.needs if need in shown and not shown[need]]
    if missing:
        raise Unsupported(
            f"{manifest.title} draws nothing without {' and '.join(missing)}.",
            "Give the shot a panel or a key frame, or choose an engine that draws from words.",
        )


def _frame(digest: str | None, size: Size, pictures: Takes) -> Image.Image | None:
    """A first or last frame, cropped to the model's shape as the take is cropped to the film's."""
    if digest is None:
        return None
    return Image.fromarray(scaled(picture_of(pictures.picture(digest)), size))

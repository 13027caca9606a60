"""What a video model is made of, as far as its work can be counted from it: tokens, multiplications, weights.

Counted from the architecture and not from a stopwatch, so that a shot nobody has rendered yet can be compared with one that somebody has:
the machine's own speed (`engine.plan.speed`) is the only thing left to measure. Sizes are those of the public configurations.
"""

from __future__ import annotations

from math import ceil, prod
from typing import Annotated, Literal

from pydantic import Field

from engine.film.values import Value

Count = Annotated[int, Field(ge=1)]


class Stack(Value):
    """A run of equal transformer blocks over the picture's tokens. `reads` is how they take in the words: by attention of their
    own ("cross"), or as tokens among the picture's with weights of their own ("double") or shared ones ("single").
    `gated`: the feed-forward has three matrices, not two."""

    layers: Count
    width: Count
    feed_forward: Count
    reads: Literal["cross", "double", "single"] = "cross"
    gated: bool = False


class Architecture(Value):
    """`stride` (time, space) is the autoencoder's, `patch` (time, height, width) the transformer's. `text_tokens` is how many the
    transformer sees; `experts` how many transformers of this size lie in memory, of which one works at a time."""

    stacks: tuple[Stack, ...]
    patch: tuple[Count, Count, Count]
    stride: tuple[Count, Count]
    text_tokens: Count
    experts: Count = 1
    encoder_parameters: Count | None = None  # of the text encoder: it is read before the first step and may leave then
    decode_flops: Count | None = None  # of the autoencoder for one pixel of one picture
    other_parameters: int = 0  # modulation, sound: they weigh, but work on few tokens


def grid(made_of: Architecture, width: int, height: int, frames: int) -> tuple[int, int, int]:
    """Patches in time, height and width of `frames` pictures; the first picture has a latent of its own."""
    (time, space), (deep, high, wide) = made_of.stride, made_of.patch
    latents = (frames - 1) // time + 1
    return ceil(latents / deep), height // (space * high), width // (space * wide)


def tokens(made_of: Architecture, width: int, height: int, frames: int, references: int = 0) -> int:
    """The picture's tokens; each reference picture adds those of one latent."""
    deep, high, wide = grid(made_of, width, height, frames)
    return prod((deep + references, high, wide))


def flops_per_forward(made_of: Architecture, picture: int) -> int:
    """Floating point operations of one pass over `picture` tokens (a multiplication and an addition are two), attention
    counted. Embeddings, norms and the output layer are left out: they are less than a hundredth."""
    return sum(stack.layers * _block(stack, picture, made_of.text_tokens) for stack in made_of.stacks)


def parameters(made_of: Architecture) -> int:
    """Weights of all experts, without embeddings."""
    blocks = sum(stack.layers * _weights(stack) for stack in made_of.stacks)
    return made_of.experts * (blocks + made_of.other_parameters)


def _block(stack: Stack, picture: int, words: int) -> int:
    wide, seen = stack.width, picture + words
    matrices = (3 if stack.gated else 2) * wide * stack.feed_forward
    if stack.reads != "cross":
        return 2 * seen * (4 * wide**2 + matrices) + 4 * seen**2 * wide
    own = 2 * picture * (4 * wide**2 + matrices) + 4 * picture**2 * wide
    read = 2 * picture * 2 * wide**2 + 2 * words * 2 * wide**2 + 4 * picture * words * wide
    return own + read


def _weights(stack: Stack) -> int:
    wide = stack.width
    attention, feed = 4 * wide**2, (3 if stack.gated else 2) * wide * stack.feed_forward
    match stack.reads:
        case "cross":
            return 2 * attention + feed
        case "double":
            return 2 * (attention + feed)
        case "single":
            return attention + feed

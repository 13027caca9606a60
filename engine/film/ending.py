"""Where a film ends: with its last picture, and not with music that was laid down whole and runs on over black.

What was meant to be there holds the film open: pictures, black laid at the end of a picture track, and sound that belongs to a shot (a last word over
black is a cut that somebody made). Only imported sound that is linked to nothing does not.
"""

from __future__ import annotations

from fractions import Fraction
from typing import Literal

from engine.film.cuts import Clip, Cut, Track
from engine.film.rows import row_of

Ending = Literal["picture", "sound"]
"""What a film ends with."""

_FADE_SECONDS = 2
"""As long as an ear takes to hear that music ends on purpose."""


def end_of(cut: Cut, ending: Ending) -> int:
    """The frames of the cut that are the film."""
    held = max((_held(track) for track in cut.playing), default=0)
    return cut.frames if ending == "sound" or not held else held


def overhang(cut: Cut) -> int:
    """Frames of sound after the end of the picture."""
    return max((track.frames for track in cut.playing), default=0) - end_of(cut, "picture")


def fading(rate: Fraction) -> int:
    """Frames over which sound that is cut off with the picture fades out."""
    return round(_FADE_SECONDS * rate)


def _held(track: Track) -> int:
    """How far the track holds the film open."""
    if track.kind == "picture":
        return track.frames
    own = [
        at + item.frames
        for _, at, item in row_of(track).placed()
        if isinstance(item, Clip) and (item.shot is not None or item.link is not None)
    ]
    return max(own, default=0)

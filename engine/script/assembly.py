"""The first cut of a broken-down film: all shots in order, with the transitions that the script asks for."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from engine.film.cuts import Item, Transition
from engine.film.document import Film
from engine.film.in_step import NAMES
from engine.film.versions import assembly
from engine.script.shotlist import TransitionStyle

_FADE = Fraction(3, 4)
"""Length of a fade from or to black at the head or tail of the film, in seconds."""


def first_cut(film: Film, transitions: Sequence[TransitionStyle], last: TransitionStyle) -> Film:
    """The film with its assembly. `transitions[i]` stands before shot i, `last` after the last shot.

    Transitions inside the film take the film's handles, since no take has more.
    """
    shots = tuple(film.shots)
    ids = iter([*(f"clip-{shot.id}" for shot in shots), "cut-assembly", "track-v1"])
    cut = assembly(film, name=NAMES[film.language], new_id=lambda: next(ids))
    (track,) = cut.tracks
    items: list[Item] = []
    for index, (clip, style) in enumerate(zip(track.items, transitions, strict=True)):
        if style and (index or style == "fade"):
            items.append(
                _transition(film, f"transition-{shots[index].id}", style, head=index == 0, room=shots[index].duration)
            )
        items.append(clip)
    if last and shots:
        items.append(_transition(film, "transition-end", "fade", tail=True, room=shots[-1].duration))
    return film.with_(cuts=(cut.with_(tracks=(track.with_(items=tuple(items)),)),))


def _transition(
    film: Film, transition_id: str, style: TransitionStyle, *, head: bool = False, tail: bool = False, room: int
) -> Transition:
    long = max(1, min(round(_FADE * film.rate), room // 3))
    short = max(1, min(film.handles, room // 3))
    return Transition(
        id=transition_id,
        style=style or "dissolve",
        before=0 if head else long if tail else short,
        after=0 if tail else long if head else short,
    )

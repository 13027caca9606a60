"""Which puppet plays whom: a person, an animal, a bird, a vehicle or a thing, from the name and what the script says of it.

Casting is a pure function of its arguments and puppets keep nothing between drawings, so the same subject is the same puppet in
every shot, process and year; the caches only save the cutting.
"""

from __future__ import annotations

from functools import lru_cache

from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.wardrobe import costume_of
from engine.backends.animatic.stage import Puppet


@lru_cache(maxsize=256)
def puppet_for(
    name: str, description: str, look: str, look_seed: int, palette: tuple[str, ...] = (), aliases: tuple[str, ...] = ()
) -> Puppet:
    """The puppet of a subject; `look` describes what is worn now, `palette` holds "#rrggbb" main and second colour."""
    return Person(costume_of(name, description, look, look_seed, palette))

"""The casting of a whole script: its company, what acts in it, and what everybody wears now.

Kept apart from the reading of a sentence because it outlives the sentence: clothes stay on over a cut, and "it" in the next
sentence means the thing of this one.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.film.document import Language
from engine.script.roles import SAME_SORT, Company, Role


@dataclass(slots=True)
class Casting:
    """What is known when the next sentence is read. `acting` holds nouns of vehicles and things that act somewhere in the script."""

    company: Company
    acting: frozenset[str] = frozenset()
    thing_last: bool = False  # a thing was named after the last animal or vehicle: "it" is that
    wearing: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def language(self) -> Language:
        """The script's language."""
        return self.company.language

    def new_scene(self) -> None:
        """Forget who was just mentioned; what they wear stays."""
        self.company.new_scene()

    def acts(self, name: str) -> bool:
        """Whether things of that name, or of its sort, act anywhere in the script."""
        kin = any(acting.endswith(f" {name}") for acting in self.acting)  # the train is the steam train
        return kin or name in self.acting or any(name in sort and sort & self.acting for sort in SAME_SORT)

    def look_of(self, role: Role) -> str | None:
        """The name of the look the role wears now, None for the default one."""
        return self.wearing.get(role.id)

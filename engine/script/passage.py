"""A sentence while it is read from left to right: who has been seen in it, and which of its words are used up.

Names, nouns and pronouns are read by different rules that all need to know what was read before them, so they share this.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.film.document import Language
from engine.script.casting import Casting
from engine.script.noun import Noun
from engine.script.roles import Company, Role


@dataclass(slots=True)
class Passage:
    """One sentence being read. `taken` are the spans that names and descriptions use up, `named` those of names alone."""

    casting: Casting
    text: str
    taken: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    named: list[tuple[int, int]] = field(default_factory=list[tuple[int, int]])
    roles: list[Role] = field(default_factory=list[Role])
    introduced: list[Role] = field(default_factory=list[Role])
    spots: list[tuple[int, Role]] = field(default_factory=list[tuple[int, Role]])
    things: list[Noun] = field(default_factory=list[Noun])
    its: bool = False
    dressed: set[str] = field(default_factory=set[str])  # who got a first costume in this sentence

    @property
    def company(self) -> Company:
        """The company of the script."""
        return self.casting.company

    @property
    def language(self) -> Language:
        """The script's language."""
        return self.casting.language

    def see(self, role: Role, at: int) -> None:
        """The words at `at` put the role on the set."""
        if not role.seen:
            self.introduced.append(role)
        self.company.touch(role)
        self.roles.append(role)
        self.spots.append((at, role))

    def is_taken(self, at: int) -> bool:
        """Whether a name or a description uses up the word at `at`."""
        return any(a <= at < b for a, b in self.taken)

    def carries(self, noun: Noun) -> bool:
        """ "A boy with a kite": a thing, as long as it is no part of a name and no word for the boy himself."""
        in_a_name = any(a < noun.end and noun.start < b for a, b in self.named)
        return noun.known and noun.kind in {"thing", "vehicle"} and not noun.worn and not in_a_name

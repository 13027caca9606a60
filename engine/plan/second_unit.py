"""What the second unit is asked for: work beside the plan, a pickup of a take or a key frame of a shot, as a value.

The plan of a film names one take for each shot and nothing else, so whoever opens the film after a crash could not tell what such work
was for; a note beside the queue says it.
"""

from __future__ import annotations

from typing import Literal

from engine.film.cast import Digest
from engine.film.values import Value
from engine.plan.orders import ShotOrder
from engine.plan.plan import Node

NOTES = "cache/second-unit"
"""The folder of the notes, relative to the film's: not among the desk's papers, which are swept."""


class Assignment(Value):
    """One piece of work for the shot with that id: the order, its key, and who draws it."""

    kind: Literal["pickup", "key frame"]
    shot: str
    key: Digest
    engine: str
    order: ShotOrder

    @property
    def node(self) -> Node:
        """As the queue takes it."""
        return Node(self.key, "motion", self.engine, self.order, (self.shot,))

    @property
    def note(self) -> str:
        """Where it is noted, relative to the film's folder."""
        return f"{NOTES}/{self.key[:16]}.json"


def assignment(kind: Literal["pickup", "key frame"], node: Node) -> Assignment:
    """The node, as work for the first of its shots."""
    return Assignment(kind=kind, shot=node.shots[0], key=node.key, engine=node.engine, order=node.order)

"""What people sit on, lie on and sit at, by name: the plan brings it over a cut, the stage sets it under them."""

from __future__ import annotations

import re

SURFACE = re.compile(r"\b(?:table|desk|counter|workbench|altar)s?\b|桌|书案|柜台|茶几|讲台", re.I)
SEAT = re.compile(
    r"\b(?:chair|armchair|bench|sofa|couch|stool|throne|swing|log|stump|rock)s?\b|椅|凳|沙发|秋千|树桩|石头", re.I
)
BED = re.compile(r"\b(?:bed|cot|cradle|hammock|stretcher)s?\b|床|摇篮|吊床|担架", re.I)


def is_furniture(name: str) -> bool:
    """Whether somebody who is down may be on it or at it."""
    return bool(SEAT.search(name) or BED.search(name) or SURFACE.search(name))

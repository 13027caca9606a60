"""A place finds its set; a place that only has a neighbour, or none, hangs out a sign."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.places import set_for


@pytest.mark.parametrize(
    ("name", "interior", "kind", "sign"),
    [
        ("KITCHEN", True, "room", ""),
        ("CAFE", True, "room", "CAFE"),
        ("MARY'S BEDROOM", True, "room", ""),
        ("HARBOUR STREET", False, "street", ""),
        ("PINE FOREST", False, "forest", ""),
        ("SEASHORE", False, "sea", ""),
        ("CLIFFS", False, "mountains", ""),
        ("NIGHT SKY", False, "night sky", ""),
        ("DESERT", False, "mountains", "DESERT"),
        ("XANADU", False, "street", "XANADU"),
        ("寒江", False, "sea", ""),
        ("竹林", False, "forest", ""),
        ("群山", False, "mountains", ""),
        ("书房", True, "room", ""),
        ("枫桥", False, "street", "枫桥"),
        ("夜空", False, "night sky", ""),
        ("老街", False, "street", ""),
    ],
)
def test_set_and_sign(name: str, interior: bool | None, kind: str, sign: str) -> None:
    assert set_for(name, "", "", interior, night=False) == (kind, sign)


def test_without_a_name_the_action_tells() -> None:
    assert set_for("", "", "A boat on the sea.", None, night=False)[0] == "sea"

"""A place that no table knows is played on the set of what it is a kind of."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.places import set_for


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("BASILICA", "church"),
        ("INFIRMARY", "hospital"),
        ("FJORD", "sea"),
        ("CATACOMBS", "cave"),
        ("诊所", "hospital"),
        ("海峡", "sea"),
    ],
)
def test_a_place_nobody_listed_has_the_set_of_its_kin(name: str, kind: str) -> None:
    assert set_for(name, "", "", None, night=False) == (kind, "")


def test_a_place_of_no_known_kind_keeps_its_sign() -> None:
    assert set_for("GLOMPERY", "", "", True, night=False) == ("room", "GLOMPERY")

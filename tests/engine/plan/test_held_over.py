"""What is picked up stays in the hand over a cut, until it is put down, given away, or the scene ends."""

from __future__ import annotations

import pytest

from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text


def holders(heading: str, size: str, *actions: str) -> list[dict[str, str]]:
    """Shot by shot: prop -> who has had it in the hand since before."""
    film = breakdown(read_text(heading + "\n\n" + "\n\n".join(f"{size}{action}" for action in actions) + "\n"))
    return [{prop.name: prop.held_by for prop in order.props} for _, order in orders(film)]


@pytest.mark.parametrize(
    ("second", "shown", "third"),
    [
        ("Marta smiles.", "MARTA", {"lantern": "MARTA"}),
        ("She puts the lantern down.", "", {}),
        ("She drops it.", "", {}),
        ("Marta gives Tom the lantern.", "", {"lantern": "TOM"}),
        ("Marta hands the lantern to Tom.", "", {"lantern": "TOM"}),
        ("Tom takes the lantern from Marta.", "", {"lantern": "TOM"}),
    ],
)
def test_english(second: str, shown: str, third: dict[str, str]) -> None:
    found = holders(
        "EXT. STREET - NIGHT",
        "FULL SHOT. ",
        "MARTA, 34, picks up a lantern. TOM, 40, waits.",
        second,
        "Marta and Tom walk on.",
    )
    assert found == [{"lantern": ""}, {"lantern": shown}, third]


@pytest.mark.parametrize(
    ("second", "third"),
    [
        ("小女孩笑了。", {"灯笼": "小女孩"}),
        ("小女孩放下灯笼。", {}),
        ("小女孩把灯笼放在地上。", {}),
        ("小女孩把灯笼递给老奶奶。", {"灯笼": "老奶奶"}),
    ],
)
def test_chinese(second: str, third: dict[str, str]) -> None:
    found = holders("第1场 外景 街道 夜", "全景：", "小女孩提着灯笼，老奶奶看着她。", second, "小女孩和老奶奶走着。")
    assert found[-1] == third


def test_a_new_scene_begins_with_empty_hands() -> None:
    script = "EXT. STREET - NIGHT\n\nMARTA, 34, picks up a lantern.\n\nINT. HALL - NIGHT\n\nMarta smiles.\n"
    assert [len(order.props) for _, order in orders(breakdown(read_text(script)))] == [1, 0]

"""Rain that stops, snow that begins: from that shot on, and not before."""

from __future__ import annotations

import pytest

from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.reading import read_text
from engine.script.weather import telling_in


def weathers(heading: str, size: str, *actions: str) -> list[str]:
    film = breakdown(read_text(heading + "\n\n" + "\n\n".join(f"{size}{action}" for action in actions) + "\n"))
    return [order.weather for _, order in orders(film)]


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        (("Rain falls on TOM, 40.", "Tom walks.", "The rain stops.", "Tom smiles."), "rain rain clear clear"),
        (("TOM, 40, walks.", "It begins to snow.", "Tom smiles."), "clear snow snow"),
        (("TOM, 40, walks.", "Snow starts to fall.", "Tom smiles."), "clear snow snow"),
        (("TOM, 40, walks.", "The rain stops.", "Tom smiles."), "rain clear clear"),
        (("TOM, 40, walks.", "Rain falls on the roofs.", "Tom smiles."), "rain rain rain"),
        (("Rain. TOM, 40, walks.", "The rain turns to snow.", "Tom smiles."), "rain snow snow"),
        (("Fog. TOM, 40, walks.", "The fog lifts.", "Tom smiles."), "fog clear clear"),
        (("Rain. TOM, 40, walks.", "The sun comes out.", "Tom smiles."), "rain clear clear"),
        (("TOM, 40, walks.", "The rain has stopped.", "Tom smiles."), "clear clear clear"),
        (("Rain. TOM, 40, walks.", "Tom stops in the rain.", "Tom smiles."), "rain rain rain"),
        (("TOM, 40, walks.", "A storm breaks.", "Tom runs."), "clear storm storm"),
    ],
)
def test_english(actions: tuple[str, ...], expected: str) -> None:
    assert weathers("EXT. STREET - DAY", "FULL SHOT. ", *actions) == expected.split()


@pytest.mark.parametrize(
    ("actions", "expected"),
    [
        (("大雨。小女孩走着。", "小女孩停下。", "雨停了。", "小女孩笑了。"), "rain rain clear clear"),
        (("小女孩走着。", "天上下起了大雪。", "小女孩笑了。"), "clear snow snow"),
        (("小女孩走着。", "开始下雨了。", "小女孩跑。"), "clear rain rain"),
        (("小女孩走着。", "雨停了。", "小女孩笑了。"), "rain clear clear"),
        (("小女孩走着。", "雪花纷纷落在她的头上。", "小女孩笑了。"), "snow snow snow"),
        (("大雾。小女孩走着。", "雾散了。", "小女孩笑了。"), "fog clear clear"),
        (("下着雨。小女孩走着。", "雨变成了雪。", "小女孩笑了。"), "rain snow snow"),
        (("下着雨。小女孩走着。", "天晴了。", "小女孩笑了。"), "rain clear clear"),
    ],
)
def test_chinese(actions: tuple[str, ...], expected: str) -> None:
    assert weathers("第1场 外景 街道 日", "全景：", *actions) == expected.split()


def test_the_next_scene_goes_on_with_the_last_weather() -> None:
    script = "EXT. STREET - DAY\n\nTOM, 40, walks.\n\nIt begins to snow.\n\nEXT. PARK - CONTINUOUS\n\nTom walks.\n"
    assert [order.weather for _, order in orders(breakdown(read_text(script)))][-1] == "snow"


def test_who_starts_in_the_rain_does_not_start_the_rain() -> None:
    told = telling_in("Tom starts running through the rain.", "en")
    assert told is not None
    assert (told.now, told.changes) == ("rain", False)


def test_a_green_meadow_is_not_under_the_snow_of_the_scene_before() -> None:
    tale = "In the morning the snow lay deep in the forest. {}\n\nThe fox danced on the {} meadow.\n"
    film = breakdown(read_text(tale.format("A fox ran to the lake.", "green")))
    assert [scene.weather for scene in film.scenes][-1] == "clear"
    film = breakdown(read_text(tale.format("A fox ran to the lake.", "wide")))
    assert [scene.weather for scene in film.scenes][-1] == "snow"

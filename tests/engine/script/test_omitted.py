"""Scenes of which only the number is left: they keep it, and nobody builds a place called OMITTED."""

from __future__ import annotations

import pytest

from engine.plan.plan import plan
from engine.script.breakdown import breakdown
from engine.script.headings import is_omitted
from engine.script.reading import read_text

SCRIPTS = {
    "margins": "12 INT. HALL - DAY 12\n\nA dog runs.\n\n13 OMITTED 13\n\n14 EXT. ROAD - DAY 14\n\nA cart.",
    "forced": "INT. HALL - DAY #12#\n\nA dog runs.\n\n.OMITTED #13#\n\nEXT. ROAD - DAY #14#\n\nA cart.",
    "chinese": "第12场 内景 客厅 日\n\n老王走进来。\n\n第13场（删）\n\n第14场 外景 江边 夜\n\n老王坐下。",
    "final draft": "<FinalDraft><Content>"
    + "".join(
        f'<Paragraph Type="{kind}" Number="{number}"><Text>{text}</Text></Paragraph>'
        for kind, number, text in [
            ("Scene Heading", "12", "INT. HALL - DAY"),
            ("Action", "", "A dog runs."),
            ("Scene Heading", "13", "OMITTED"),
            ("Scene Heading", "14", "EXT. ROAD - DAY"),
            ("Action", "", "A cart."),
        ]
    )
    + "</Content></FinalDraft>",
}


@pytest.mark.parametrize("script", SCRIPTS)
def test_an_omitted_scene_keeps_its_number_and_has_no_shot(script: str) -> None:
    film = breakdown(read_text(SCRIPTS[script]))
    assert [(scene.number, scene.omitted, len(scene.shots)) for scene in film.scenes] == [
        ("12", False, 1),
        ("13", True, 0),
        ("14", False, 1),
    ]
    assert len(film.places) == 2
    assert len(plan(film).nodes) == 2


@pytest.mark.parametrize("heading", ["OMITTED", "Omit.", "SCENE OMITTED", "（删）", "已删除", "第十二场 删"])
def test_what_says_so(heading: str) -> None:
    assert is_omitted(heading)


@pytest.mark.parametrize("heading", ["INT. OMITTED FILES ROOM", "删除的房间", "EXT. ROAD - DAY", ""])
def test_what_does_not(heading: str) -> None:
    assert not is_omitted(heading)

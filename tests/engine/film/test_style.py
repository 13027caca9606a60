"""Styles are data: the shipped ones hold, what people call them is understood, a wrong file is one sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from engine.assets import assets_folder
from engine.errors import BadInput, StorageFailed
from engine.film import store
from engine.film.document import Film
from engine.film.style import (
    STYLES,
    Hide,
    Hues,
    InkWash,
    Lighting,
    PaperCut,
    Pencil,
    StyleSheet,
    Toning,
    read_style,
    style_meant,
    styles_in,
)
from engine.plan.orders import ShotOrder, key_of

SHIPPED = styles_in(assets_folder() / STYLES)


def test_four_styles_are_shipped_each_in_a_medium_of_its_own() -> None:
    assert {name: style.medium.kind for name, style in SHIPPED.items()} == {
        "paper": "paper",
        "ink": "ink",
        "pencil": "pencil",
        "shadow": "hide",
    }


@pytest.mark.parametrize(
    ("words", "name"),
    [
        ("ink", "ink"),
        ("Ink wash", "ink"),
        ("INK-WASH animation, few colours", "ink"),
        ("水墨", "ink"),
        ("中国水墨动画", "ink"),
        ("水墨画风", "ink"),
        ("pencil board", "pencil"),
        ("rough storyboard", "pencil"),
        ("铅笔分镜", "pencil"),
        ("Shadow play", "shadow"),
        ("shadow_puppets", "shadow"),
        ("皮影", "shadow"),
        ("陕西皮影戏", "shadow"),
        ("paper", "paper"),
        ("paper-cut", "paper"),
        ("剪纸", "paper"),
    ],
)
def test_a_style_is_found_by_what_people_call_it(words: str, name: str) -> None:
    meant = style_meant(words, SHIPPED.values())
    assert meant is not None
    assert meant.name == name


@pytest.mark.parametrize("words", ["", "noir", "悬疑", "古装喜剧", "think big", "drinking", "newspaper"])
def test_other_words_name_no_style(words: str) -> None:
    assert style_meant(words, SHIPPED.values()) is None


def _file(folder: Path, text: str | bytes) -> Path:
    path = folder / "mine.json"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_style_needs_no_more_than_a_name(tmp_path: Path) -> None:
    style = read_style(_file(tmp_path, '{"name": "mine"}'))
    assert style.medium.kind == "paper"
    assert style == StyleSheet(name="mine")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "no JSON"),
        ("[]", "wrong"),
        ("{}", "name"),
        (b"\xff\xfe\x00", "text"),
        ('{"name": "mine", "inks": 5}', "inks"),
        ('{"name": "../mine"}', "name"),
        ('{"name": "mine", "medium": {"kind": "oil"}}', "medium"),
        ('{"name": "mine", "medium": {"kind": "ink", "mist": 7}}', "mist"),
        ('{"name": "mine", "sets": {"ramp": ["black"]}}', "ramp"),
        ('{"name": "mine", "palettes": {"*": {"noon": {}}}}', "palettes"),
        ('{"name": "mine", "schema": "Style.9"}', "schema"),
        ("[" * 100_000, "text"),
    ],
)
def test_a_wrong_file_is_one_sentence_that_says_where(tmp_path: Path, text: str | bytes, said: str) -> None:
    with pytest.raises(BadInput) as bad:
        read_style(_file(tmp_path, text))
    assert said in bad.value.sentence
    assert "mine.json" in bad.value.sentence
    assert "\n" not in bad.value.sentence
    assert "docs/styles.md" in bad.value.action


def test_a_folder_without_styles_has_none_and_a_missing_file_is_said(tmp_path: Path) -> None:
    assert styles_in(tmp_path / "nowhere") == {}
    with pytest.raises(StorageFailed):
        read_style(tmp_path / "nowhere.json")


def test_every_field_is_documented() -> None:
    told = (assets_folder().parent / "docs" / "styles.md").read_text(encoding="utf-8")
    models = (StyleSheet, Toning, Lighting, PaperCut, InkWash, Pencil, Hide, Hues)
    fields = {field.alias or name for model in models for name, field in model.model_fields.items()}
    assert {name for name in fields if f"`{name}`" not in told and f'"{name}"' not in told} == set()


def test_a_film_keeps_a_style_of_its_own_in_full(tmp_path: Path) -> None:
    own = SHIPPED["ink"].with_(name="mine")
    store.save(Film(style=own), tmp_path / "a.film")
    assert store.load(tmp_path / "a.film").style == own
    assert json.loads((tmp_path / "a.film/film.json").read_text(encoding="utf-8"))["style"]["schema"] == "Style.1"


def _order(style: Any) -> ShotOrder:
    return ShotOrder.model_validate(
        {
            "engine": "animatic",
            "style": style,
            "language": "en",
            "raster": {"width": 320, "height": 180},
            "rate": "24",
            "frames": 4,
        }
    )


def test_an_edited_style_is_another_picture_and_the_order_carries_it() -> None:
    own = SHIPPED["pencil"].with_(name="mine")
    edited = own.with_(title="Mine")
    assert len({key_of(_order(style)) for style in ("pencil", own, edited)}) == 3
    read = ShotOrder.model_validate_json(_order(own).model_dump_json(by_alias=True))
    assert read.style == own
    assert key_of(read) == key_of(_order(own))

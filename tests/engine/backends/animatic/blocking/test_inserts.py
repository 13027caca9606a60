"""Inserts: the film's own words on letters and signs, a hand without its person, a table top from above."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.hand_insert import InHand
from engine.backends.animatic.puppets.lettered import Lettered, fitted, surface_of
from engine.backends.animatic.stage import Pose, Staging
from engine.backends.animatic.theatre import Theatre
from engine.film.rate import FILM, Raster
from engine.film.setup import Angle, Setup, Size
from engine.plan.orders import PlaceOrder, PropOrder, ShotOrder, SubjectOrder

MARA = SubjectOrder(name="Mara", description="a woman of 30 in a red coat", look_seed=5, side=-1)


def shot(action: str, *cast: SubjectOrder, props: str = "", size: Size = Size.CLOSE_UP, **more: object) -> Staging:
    fields = {
        "engine": "animatic", "style": "paper", "language": "en", "raster": Raster(width=320, height=180), "rate": 24,
        "frames": 48, "action": action, "place": PlaceOrder(name="KITCHEN", interior=True), "setup": Setup(size=size),
        "cast": cast, "props": [PropOrder(name=name) for name in props.split()], **more,
    }  # fmt: skip
    return stage(ShotOrder.model_validate(fields))


def words_on(staging: Staging) -> dict[str, str]:
    return {p.name: p.puppet.words for p in staging.players if isinstance(p.puppet, Lettered)}


@pytest.mark.parametrize(
    ("action", "props", "written"),
    [
        ('The letter. It reads "Come home."', "letter", {"letter": "Come home."}),
        ('A phone. The message says "Where are you?"', "phone message", {"phone": "Where are you?"}),
        ('A newspaper. The headline reads "STORM".', "newspaper headline", {"newspaper": "STORM"}),
        ("信上写着“早日回家”。", "信", {"信": "早日回家"}),
        ("墓碑上刻着“慈母之墓”。", "墓碑", {"墓碑": "慈母之墓"}),
        ('A sign reads "CLOSED".', "", {"sign": "CLOSED"}),
        ("A sign that says TEA HOUSE.", "", {"sign": "TEA HOUSE"}),
        ("招牌上写着“茶馆”。", "", {"招牌": "茶馆"}),
        ('She says "Hello." A cup.', "cup", {}),
    ],
)
def test_what_is_written_stands_on_the_thing_it_is_written_on(action: str, props: str, written: dict[str, str]) -> None:
    assert words_on(shot(action, props=props)) == written


def test_on_a_page_nobody_reads_in_a_wide_shot_there_are_no_words() -> None:
    assert words_on(shot('Mara holds a letter. It reads "Come."', MARA, props="letter", size=Size.FULL)) == {}


@pytest.mark.parametrize(
    ("name", "surface"), [("letter", "page"), ("red phone", "phone"), ("信", "page"), ("cup", None)]
)
def test_things_have_room_for_words_or_not(name: str, surface: str | None) -> None:
    assert surface_of(name) == surface


def test_words_fill_their_box_in_lines_that_fit() -> None:
    lines, size = fitted("Come home before the sea freezes over", 1.0, 1.0, 0.3)
    assert len(lines) > 2
    assert size > 0.1
    assert "".join(fitted("早日回家，母亲盼归。", 0.8, 0.8, 0.3)[0]) == "早日回家，母亲盼归。"


@pytest.mark.parametrize(
    ("action", "prop"),
    [("The key in Mara's hand.", "key"), ("Her hand holding a key.", "key"), ("小红手里的钥匙。", "钥匙")],
)
def test_an_insert_of_a_hand_shows_the_hand_and_nobody(action: str, prop: str) -> None:
    staging = shot(action, MARA, props=prop)
    assert [p.name for p in staging.players] == [prop]
    assert isinstance(staging.players[0].puppet, InHand)


@pytest.mark.parametrize("action", ["Mara puts her hand to her mouth. A key.", "Mara smiles, a key in her hand."])
def test_where_a_face_counts_the_person_stays(action: str) -> None:
    assert "Mara" in {p.name for p in shot(action, MARA, props="key").players}


def test_the_hand_is_its_owners_when_only_the_thing_is_in_the_shot() -> None:
    dark, light = (
        shot("The key in her hand.", props="key", opposite=MARA.model_copy(update={"description": f"a {skin} woman"}))
        for skin in ("black", "pale")
    )
    one, other = (Theatre(s, Raster(width=160, height=90), FILM).picture(5) for s in (dark, light))
    assert abs(one.astype(int) - other).max() > 30


def test_a_table_top_from_above_fills_the_frame_with_what_lies_on_it() -> None:
    staging = shot(
        "A map and a knife on the table.", props="map knife table", setup=Setup(size=Size.CLOSE_UP, angle=Angle.HIGH)
    )
    assert staging.table_top
    assert staging.setup.angle is Angle.BIRDS_EYE
    assert {p.name for p in staging.players} == {"map", "knife"}
    theatre = Theatre(staging, Raster(width=320, height=180), FILM)
    assert {texture.name for texture in theatre.textures} & {"table top", "table light"}
    assert sum(theatre.mask(name, 5).mean() for name in ("map", "knife")) > 0.12


def test_at_eye_level_things_stand_on_the_table() -> None:
    assert not shot("A map and a knife on the table.", props="map knife table").table_top


def test_every_surface_is_drawn_inside_its_bounds() -> None:
    for surface in ("page", "news", "board", "stone", "phone", "screen", "cloth"):
        thing = Lettered(surface, "Hello 你好", 0.5)  # pyright: ignore[reportArgumentType]
        assert thing.bounds(Pose()).height() >= thing.height * 0.99

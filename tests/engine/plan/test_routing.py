"""Which model draws which shot, in one line; and what is said before a shot is drawn with a model that cannot do all of it."""

from __future__ import annotations

import pytest

from engine.assets import assets_folder
from engine.errors import Unsupported
from engine.film.rate import FILM, Raster
from engine.plan.capabilities import ModelManifest, load_manifest
from engine.plan.orders import LineOrder, PanelOrder, ShotOrder, SubjectOrder
from engine.plan.routing import lacking, remarks, route

MODELS = assets_folder() / "models"
T2V, VACE, FLF, I2V, LTX2, FIVE = (
    load_manifest(MODELS, name)
    for name in ("wan2.1-t2v-1.3b", "wan2.1-vace-14b", "wan2.1-flf2v-14b", "wan2.2-i2v-a14b", "ltx-2", "wan2.2-ti2v-5b")
)
KLEIN = load_manifest(MODELS, "flux.2-klein-4b")
SHELF = (KLEIN, T2V, VACE, FLF, I2V, LTX2)
PICTURE = "c" * 64
PLAIN = ShotOrder(engine="x", style="paper", language="en", raster=Raster(), rate=FILM, frames=96)
IVY = SubjectOrder(name="Ivy", look_seed=1, references=("a" * 64,))
SPOKEN = PLAIN.with_(lines=(LineOrder(speaker="Ivy", text="Hello.", frames=24),))


@pytest.mark.parametrize(
    ("order", "model", "why"),
    [
        (PLAIN, T2V, "words are all it brings"),
        (PLAIN.with_(cast=(IVY,)), VACE, "it has reference pictures"),
        (PLAIN.with_(first_frame=PICTURE, last_frame=PICTURE), VACE, "it has a last frame and it has a first frame"),
        (PLAIN.with_(control="depth"), VACE, "it follows its blocking"),
    ],
)
def test_a_shot_goes_where_what_it_brings_is_used(order: ShotOrder, model: ModelManifest, why: str) -> None:
    found = route(order, SHELF)
    assert found.manifest == model
    assert found.why == f"{model.title}: {why}."


def test_frames_go_to_a_model_that_animates_between_them() -> None:
    both = PLAIN.with_(first_frame=PICTURE, last_frame=PICTURE)
    assert route(both, (T2V, FIVE, FLF)).manifest == FLF
    first = PLAIN.with_(first_frame=PICTURE)
    assert route(first, (T2V, I2V, FLF)).manifest == I2V
    assert route(first, (T2V, FLF, FIVE)).manifest == FIVE  # FLF needs both


def test_spoken_lines_go_to_a_model_that_speaks_only_where_sound_is_asked_for() -> None:
    assert route(SPOKEN, SHELF).manifest == T2V
    spoken = route(SPOKEN, SHELF, sound=True)
    assert spoken.manifest == LTX2
    assert spoken.why == "LTX-2 19B, with sound: its lines are spoken."


def test_who_somebody_is_goes_before_how_they_sound() -> None:
    found = route(SPOKEN.with_(cast=(IVY,)), SHELF, sound=True)
    assert found.manifest == VACE
    assert found.why.endswith("no model at hand can use the lines.")


def test_what_no_model_at_hand_can_use_is_said() -> None:
    found = route(PLAIN.with_(cast=(IVY,), control="pose"), (T2V,))
    assert (
        found.why
        == "Wan 2.1 T2V 1.3B: words are all it brings; no model at hand can use reference pictures, a guide pass."
    )


def test_the_shelfs_order_decides_between_equals() -> None:
    assert route(PLAIN.with_(first_frame=PICTURE), (FIVE, I2V)).manifest == FIVE
    assert route(PLAIN.with_(first_frame=PICTURE), (I2V, FIVE)).manifest == I2V


def test_a_shot_that_nobody_can_draw_says_why() -> None:
    with pytest.raises(Unsupported, match="needs a first frame and a last frame"):
        route(PLAIN, (FLF,))
    with pytest.raises(Unsupported, match=r"draws at most 5\.0 s at once; the shot is 10\.0 s with its handles"):
        route(PLAIN.with_(frames=240), (T2V,))
    with pytest.raises(Unsupported, match="No model is on the shelf"):
        route(PLAIN, (KLEIN,))


def test_a_long_shot_goes_to_a_model_that_lasts() -> None:
    assert route(PLAIN.with_(frames=240), SHELF).manifest == LTX2


def test_a_shot_that_may_be_slowed_down_is_and_it_is_said() -> None:
    long = PLAIN.with_(frames=241, overlong="stretch")
    assert route(long, (T2V,)).manifest == T2V
    assert remarks(long, T2V) == ("It is longer than Wan 2.1 T2V 1.3B draws at once, and slowed to 50% of its speed.",)


def test_remarks_are_sentences_and_the_gravest_comes_first() -> None:
    crowd = tuple(IVY.with_(name=name) for name in "ABCD")
    order = PLAIN.with_(frames=300, cast=crowd, panels=(PanelOrder(start=0, picture=PICTURE),), action="他跑了。")
    told = remarks(order, VACE)
    assert told[0].startswith("Wan 2.1 VACE 14B draws at most 5.0 s")
    assert told[1:] == (
        "Wan 2.1 VACE 14B cannot use drawn panels; it is left out.",
        "Wan 2.1 VACE 14B takes 3 references; the shot has 4, the first ones are used.",
    )
    assert "LTX-2 19B, with sound reads no Chinese; the shot's own words reach it as they are." in remarks(order, LTX2)
    assert remarks(PLAIN, T2V) == ()
    assert remarks(PLAIN.with_(finish="draft"), T2V) == ()  # its own recipe in fewer steps
    quick = load_manifest(MODELS, "ltx-video-0.9.8-distilled")
    assert remarks(PLAIN.with_(finish="draft"), quick) == (
        "LTX-Video 0.9.8 13B distilled has no quick recipe for drafts; its usual one is used.",
    )
    assert remarks(PLAIN, KLEIN) == ("FLUX.2 klein 4B draws stills: one picture is held for the whole shot.",)
    assert lacking(PLAIN, I2V) == ("Wan 2.2 I2V A14B needs a first frame.",)

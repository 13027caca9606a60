"""Properties of every breakdown: no word is lost, nothing dangles, and the same script is the same film."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.film.check import checked
from engine.film.document import Film
from engine.script.breakdown import breakdown
from engine.script.screenplay import Element, Kind, Screenplay

_WORD = re.compile(r"[^\W_]+")

_EN = [
    "MARY, 30, a tall woman in a red coat, walks into the room.", "She sits. A dog barks; it runs away, and the door slams.",
    "CLOSE ON the letter. The ink is blue.", "WIDE SHOT, PAN LEFT. Two soldiers cross the bridge in the rain.", "BANG!",
    "The old man, now in a black hat, opens a box, finds a key, a ring and a photograph of his mother, and smiles at the cat, "
    "which has been sleeping on the table all morning long while the rain fell on the roof of the little house.",
    "Dr. Brown looks at 3.5 clocks... He whispers -- softly -- to the gull.", "Nothing.", "Tom's eyes.", "we push in on the cup.",
]  # fmt: skip
_ZH = [
    "老王（60岁，白发）走进房间，坐在桌前。", "她哭了。一只狗跑过来，叼着一根骨头。", "【特写，推】一封信。", "全景：小女孩和猫站在桥上。",
    "大雪纷飞，一叶孤舟漂在江心，老翁披着蓑衣独自坐在船头，手里握着钓竿，一动不动地望着水面，远处的山已经全白了，天上没有一只鸟。",
    "他换上一件红色大衣！", "镜头缓缓拉开。", "马上，他们相信了。", "一把生锈的铁锹、三个苹果", "“等等！”他喊。",
]  # fmt: skip
_SPEECH = [
    "Hello.",
    "I have waited for you here all these years, and you never came. " * 3,
    "你好！",
    "我一直在等你。" * 9,
    "?!",
]
_CUES = ["MARY", "TOM (V.O.)", "OLD MAN (CONT'D)", "NARRATOR", "老王", "小女孩（画外音）", "旁白", "A & B"]
_HEADINGS = ["INT. ROOM - NIGHT", "EXT. SEA - LATER", "EXT.", "内景 房间 夜", "外景 江边 雪", "somewhere"]


def _of(kind: Kind, texts: list[str]) -> st.SearchStrategy[list[tuple[Kind, str]]]:
    return st.sampled_from(texts).map(lambda text: [(kind, text)])


def _spoken() -> st.SearchStrategy[list[tuple[Kind, str]]]:
    def cue(parts: tuple[str, str, bool]) -> list[tuple[Kind, str]]:
        manner: list[tuple[Kind, str]] = [("parenthetical", "softly")] if parts[2] else []
        return [("character", parts[0]), *manner, ("dialogue", parts[1])]

    return st.tuples(st.sampled_from(_CUES), st.sampled_from(_SPEECH), st.booleans()).map(cue)


_PARTS = st.one_of(
    _of("heading", _HEADINGS),
    _of("action", _EN + _ZH),
    _of("shot", ["CLOSE ON MARY", "特写：", "WIDE SHOT."]),
    _of("transition", ["DISSOLVE TO:", "CUT TO:", "淡出", "FADE IN:"]),
    _of("centered", ["THE END", "完"]),
    _of("note", ["a note", "音效：雷声"]),
    _spoken(),
)


@st.composite
def _screenplays(draw: st.DrawFn) -> Screenplay:
    parts = [part for parts in draw(st.lists(_PARTS, max_size=14)) for part in parts]
    elements = tuple(Element(kind, text, line) for line, (kind, text) in enumerate(parts, 1))
    style = draw(st.sampled_from(["fountain", "chinese", "prose"]))
    language = draw(st.sampled_from(["en", "zh"]))
    return Screenplay(elements, "zh" if language == "zh" else "en", format="prose" if style == "prose" else "fountain")


def _words(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in _WORD.findall(text))


def _kept(film: Film) -> Counter[str]:
    return _words(
        text
        for shot in film.shots
        for text in (shot.action, shot.note, *(line.text for line in shot.lines), *(line.manner for line in shot.lines))
    )


@settings(max_examples=120, deadline=None)
@given(_screenplays())
def test_no_word_is_lost_and_the_film_holds_together(screenplay: Screenplay) -> None:
    film = checked(breakdown(screenplay))
    told = _words(e.text for e in screenplay.elements if e.kind in {"action", "dialogue", "parenthetical", "centered"})
    lost = told - _kept(film)
    assert not lost, f"{lost} is lost"
    assert film == breakdown(screenplay)
    assert all(shot.action or shot.lines or shot.note for shot in film.shots)


@settings(max_examples=120, deadline=None)
@given(_screenplays())
def test_lines_fit_their_shots_and_speakers_are_seen(screenplay: Screenplay) -> None:
    film = breakdown(screenplay)
    for shot in film.shots:
        assert all(line.start >= 0 and line.start + line.frames < shot.duration for line in shot.lines)
        assert len({casting.subject for casting in shot.cast}) == len(shot.cast)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["action", "dialogue", "character", "heading", "shot"]), st.text(max_size=60)),
        max_size=6,
    )
)
def test_any_text_breaks_down_to_some_film(pairs: list[tuple[Kind, str]]) -> None:
    for language in ("en", "zh"):
        elements = tuple(Element(kind, text, line) for line, (kind, text) in enumerate(pairs, 1))
        checked(breakdown(Screenplay(elements, "zh" if language == "zh" else "en")))

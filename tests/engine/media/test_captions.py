"""Captions: when they show after trims and over cuts, how they break, and what the subtitle files say."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.film.cuts import Clip, Cut, Gap, Track
from engine.film.document import Film
from engine.film.rate import NTSC, Raster
from engine.film.shots import Line, Scene, Shot
from engine.media.captions import LONGEST_LINE, Caption, captions, columns, longest_line, wrapped
from engine.media.subtitles import srt, vtt


def line(name: str, start: int, frames: int, text: str = "") -> Line:
    return Line(id=name, speaker="", text=text or f"Line {name}.", start=start, frames=frames)


def shot(name: str, *lines: Line, duration: int = 48) -> Shot:
    return Shot(id=name, slate=name, duration=duration, lines=lines)


def film(*shots: Shot) -> Film:
    return Film(scenes=(Scene(id="s", number="1", shots=shots),))


def cut(*items: Clip | Gap) -> Cut:
    return Cut(id="c", name="c", tracks=(Track(id="v", items=items),))


def clip(name: str, frames: int = 48, start: int = 0, number: int = 0) -> Clip:
    return Clip(id=f"{name}{number}", shot=name, frames=frames, start=start)


def spans(made: tuple[Caption, ...]) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in made]


def test_a_caption_follows_its_clip_and_not_its_shot() -> None:
    told = film(shot("a"), shot("b", line("1", 10, 20)))
    assert spans(captions(told, cut(clip("a"), clip("b")))) == [(58, 87)]  # and long enough to be read
    assert spans(captions(told, cut(clip("b", frames=30, start=15)))) == [(0, 29)]  # head trimmed inside the line
    assert spans(captions(told, cut(clip("b", frames=12, start=5)))) == [(5, 12)]  # tail trimmed
    assert spans(captions(told, cut(clip("b", frames=10, start=31)))) == []  # trimmed away
    assert spans(captions(told, cut(Gap(id="g", frames=7), clip("b")))) == [(17, 46)]


def test_j_and_l_cuts_run_over_the_cut_unless_that_end_is_trimmed() -> None:
    told = film(shot("a"), shot("b", line("j", -12, 30), line("l", 40, 20)), shot("c"))
    assert spans(captions(told, cut(clip("a"), clip("b"), clip("c")))) == [(36, 66), (88, 108)]
    trimmed = cut(clip("a"), clip("b", frames=36, start=6), clip("c"))
    assert spans(captions(told, trimmed)) == [(48, 77), (82, 84)]
    assert spans(captions(told, cut(clip("b")))) == [(0, 29), (40, 48)]  # never outside the cut


def test_a_razored_line_is_one_caption() -> None:
    told = film(shot("a", line("1", 10, 30)))
    assert spans(captions(told, cut(clip("a", 20), clip("a", 28, 20, 1)))) == [(10, 40)]


def test_lines_never_overlap_on_the_screen() -> None:
    told = film(shot("a", line("1", 0, 40), line("2", 24, 20)))
    assert spans(captions(told, cut(clip("a")))) == [(0, 24), (24, 48)]


def test_lines_spoken_together_share_a_caption_or_take_turns() -> None:
    together = film(shot("a", line("1", 4, 20, "Yes!"), line("2", 6, 20, "No!")))
    (shared,) = captions(together, cut(clip("a")))
    assert shared.lines == ("– Yes!", "– No!")
    assert (shared.start, shared.end) == (4, 33)
    long = "I have been waiting for you since the morning came."
    turns = captions(film(shot("a", line("1", 0, 40, long), line("2", 0, 40, long))), cut(clip("a")))
    assert spans(turns) == [(0, 20), (20, 48)]


def test_two_words_stay_until_they_can_be_read_unless_the_shot_or_the_next_line_ends_them() -> None:
    told = film(shot("a", line("1", 0, 18, "Oh, no!")), shot("b", line("2", 0, 18, "Go!"), line("3", 22, 18, "Run!")))
    assert spans(captions(told, cut(clip("a"), clip("b")))) == [(0, 29), (48, 70), (70, 96)]
    assert spans(captions(told, cut(clip("a", frames=20)))) == [(0, 20)]


def test_a_long_speech_is_paged_by_its_sentences() -> None:
    text = (
        "Wait. Did you hear that? There is someone in the house, and I think that he has been here for a long time. "
        "We should leave before he finds us, because he will."
    )
    pages = captions(film(shot("a", line("1", 0, 200, text), duration=200)), cut(clip("a", 200)))
    assert len(pages) >= 3
    assert " ".join(" ".join(page.lines) for page in pages) == text
    assert pages[0].start == 0
    assert pages[-1].end == 200
    assert all(len(page.lines) <= 2 and max(map(columns, page.lines)) <= LONGEST_LINE for page in pages)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Hello!", ("Hello!",)),
        (
            "I never thought you would come back to the harbour after all these years.",
            ("I never thought you would come back", "to the harbour after all these years."),
        ),
        ("床前明月光，疑是地上霜。举头望明月，低头思故乡。", ("床前明月光，疑是地上霜。", "举头望明月，低头思故乡。")),
        (
            "我以为你再也不会回到这个码头了，爷爷一直在等你的信。",
            ("我以为你再也不会回到这个码头了，", "爷爷一直在等你的信。"),
        ),
        ("   spaces \n  and lines  ", ("spaces and lines",)),
    ],
)
def test_lines_break_where_a_reader_breathes(text: str, lines: tuple[str, ...]) -> None:
    assert wrapped(text) == lines


@given(st.text(alphabet="abc ，。（）「」山水月the ,.!?()", min_size=1, max_size=80))
def test_breaking_loses_nothing_and_keeps_punctuation_in_place(text: str) -> None:
    lines = wrapped(text)
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert len(lines) <= 2
    if len(lines) == 2:
        assert lines[1][0] not in "，。）」,.!?)"
        assert lines[0][-1] not in "（「("


def test_an_upright_picture_has_shorter_lines() -> None:
    assert longest_line(Raster(width=1280, height=720)) == LONGEST_LINE
    assert longest_line(Raster(width=720, height=1280)) < LONGEST_LINE


def test_subtitle_files_say_when_each_frame_begins() -> None:
    made = [Caption(0, 24, ("One & <two>",)), Caption(30 * 3600, 30, ("三", "四"))]
    assert srt(made, Fraction(24)).startswith("1\n00:00:00,000 --> 00:00:01,000\nOne & <two>\n\n2\n")
    assert "01:00:03,600 --> 01:00:04,601\n三\n四\n" in srt([made[1]], NTSC)
    assert vtt(made, Fraction(24)).startswith("WEBVTT\n\n00:00:00.000 --> 00:00:01.000\nOne &amp; &lt;two&gt;\n")

"""Final Draft in: what the paper says is what is read, whatever the file's encoding; dangerous XML gets one sentence."""

from __future__ import annotations

from pathlib import Path
from xml.sax.saxutils import escape

import pytest

from engine.errors import BadScript
from engine.script.breakdown import breakdown
from engine.script.reading import read_script, read_text
from engine.script.screenplay import Element, Screenplay

ROOT = Path(__file__).resolve().parents[3]

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="no" ?>\n'


def fdx(*paragraphs: str, title: str = "", more: str = "") -> str:
    page = f"<TitlePage><Content>{title}</Content></TitlePage>" if title else ""
    body = "\n".join(paragraphs)
    return f'<FinalDraft DocumentType="Script" Template="No" Version="5"><Content>\n{body}\n</Content>{page}{more}</FinalDraft>'


def paragraph(type_: str, text: str, inside: str = "", **more: str) -> str:
    facts = "".join(f' {key}="{value}"' for key, value in more.items())
    return f'<Paragraph Type="{type_}"{facts}>{inside}<Text>{text}</Text></Paragraph>'


def elements(*paragraphs: str, more: str = "") -> list[tuple[str, str]]:
    return [(e.kind, e.text) for e in read_text(HEAD + fdx(*paragraphs, more=more), name="a.fdx").elements]


HALL = paragraph(
    "Scene Heading",
    "INT. HALL - NIGHT",
    '<SceneProperties Length="1/8" Page="1"><Summary><Paragraph><Text>They meet.</Text></Paragraph></Summary></SceneProperties>',
    Number="12A",
)


def test_every_paragraph_is_what_it_says_it_is() -> None:
    told = elements(
        HALL,
        paragraph("Action", "Mary walks in."),
        paragraph("Character", "Mary (V.O.)"),
        paragraph("Parenthetical", "(softly)"),
        paragraph("Dialogue", "Hello."),
        paragraph("Shot", "CLOSE ON THE DOOR"),
        paragraph("Singing", "La la."),
        paragraph("Transition", "Cut to:"),
        paragraph("New Act", "ACT TWO"),
    )
    assert told == [
        ("heading", "INT. HALL - NIGHT"),
        ("synopsis", "They meet."),
        ("action", "Mary walks in."),
        ("character", "MARY (V.O.)"),
        ("parenthetical", "softly"),
        ("dialogue", "Hello."),
        ("shot", "CLOSE ON THE DOOR"),
        ("lyrics", "La la."),
        ("transition", "CUT TO:"),
        ("section", "ACT TWO"),
    ]


def test_scene_numbers_reach_the_film() -> None:
    film = breakdown(read_text(HEAD + fdx(HALL, paragraph("Action", "Mary walks in."))))
    assert [scene.number for scene in film.scenes] == ["12A"]


def test_runs_of_a_paragraph_are_one_text_and_what_was_struck_out_is_gone() -> None:
    action = (
        '<Paragraph Type="Action"><Text>Mary </Text><Text Style="Strikeout" RevisionID="2">walks </Text>'
        '<Text RevisionID="2" Style="Bold">runs</Text><Text> in &amp; out.</Text></Paragraph>'
    )
    assert elements(HALL, action)[-1] == ("action", "Mary runs in & out.")


def test_capitals_that_the_document_sets_are_capitals() -> None:
    settings = '<ElementSettings Type="Shot"><FontSpec Style="AllCaps"/></ElementSettings>'
    shot = paragraph("Shot", "Angle on the horse")
    assert elements(HALL, shot, more=settings)[-1] == ("shot", "ANGLE ON THE HORSE")
    assert elements(HALL, shot)[-1] == ("shot", "Angle on the horse")


def test_dual_dialogue_marks_the_second_speaker() -> None:
    sides = "".join(
        paragraph("Character", name) + paragraph("Dialogue", words)
        for name, words in [("TOM", "Stop!"), ("MARY", "Never!")]
    )
    text = fdx(HALL, f"<Paragraph><DualDialogue>{sides}</DualDialogue></Paragraph>")
    cues = [e for e in read_text(text).elements if e.kind == "character"]
    assert [(cue.text, cue.dual) for cue in cues] == [("TOM", False), ("MARY", True)]
    (shot,) = breakdown(read_text(text)).shots
    assert [line.text for line in shot.lines] == ["Stop!", "Never!"]


def test_a_note_in_a_speech_waits_for_its_end() -> None:
    note = "<ScriptNote><Paragraph><Text>Louder?</Text></Paragraph></ScriptNote>"
    told = elements(
        HALL,
        paragraph("Character", "TOM"),
        paragraph("Dialogue", "One.", note),
        paragraph("Dialogue", "Two."),
        paragraph("Action", "He goes."),
    )
    assert [kind for kind, _ in told[2:]] == ["character", "dialogue", "dialogue", "note", "action"]


def test_a_note_on_a_picture_is_that_shot_s_note() -> None:
    note = "<ScriptNote><Paragraph><Text>Crane day.</Text></Paragraph></ScriptNote>"
    film = breakdown(
        read_text(fdx(HALL, paragraph("Action", "Mary waves."), paragraph("Action", "A dog barks.", note)))
    )
    assert [shot.note for shot in film.shots] == ["", "Crane day."]


def test_the_title_page_gives_title_and_author() -> None:
    page = "".join(
        f'<Paragraph Alignment="{side}"><Text>{text}</Text></Paragraph>'
        for side, text in [
            ("Right", "Blue draft"),
            ("Center", "“NIGHT TRAIN”"),
            ("Center", "Written by"),
            ("Center", "Jane Doe"),
            ("Left", "Contact: jane@example.org"),
        ]
    )
    title_page = read_text(fdx(HALL, title=page)).title_page
    assert (title_page["title"], title_page["author"]) == ("NIGHT TRAIN", "Jane Doe")
    chinese = (
        '<Paragraph Alignment="Center"><Text>《夜车》</Text></Paragraph><Paragraph><Text>编剧：李雷</Text></Paragraph>'
    )
    assert read_text(fdx(HALL, title=chinese)).title_page == {"title": "夜车", "author": "李雷"}


def test_a_chinese_document_is_read_as_chinese() -> None:
    screenplay = read_text(
        fdx(
            paragraph("Scene Heading", "第三场 内景 茶馆 夜"),
            paragraph("Action", "老王走进来。"),
            paragraph("Action", "老王：来一壶茶。"),
        )
    )
    assert screenplay.language == "zh"
    assert [(e.kind, e.text) for e in screenplay.elements][-2:] == [("character", "老王"), ("dialogue", "来一壶茶。")]
    assert screenplay.elements[0].number == "3"


def test_a_document_without_types_is_read_as_a_typescript() -> None:
    told = read_text(
        fdx(*(f"<Paragraph><Text>{line}</Text></Paragraph>" for line in ["INT. HALL - DAY", "Mary waves.", "CUT TO:"]))
    )
    assert [element.kind for element in told.elements] == ["heading", "action", "transition"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "iso-8859-1"])
def test_the_declared_encoding_is_believed(tmp_path: Path, encoding: str) -> None:
    word = "Zoë" if encoding == "iso-8859-1" else "老王"
    head = f'<?xml version="1.0" encoding="{encoding.upper().removesuffix("-SIG")}"?>\n'
    script = tmp_path / "a.fdx"
    script.write_bytes((head + fdx(HALL, paragraph("Action", f"{word} walks in."))).encode(encoding))
    assert read_script(script).elements[-1].text == f"{word} walks in."


def test_a_false_name_of_an_encoding_does_no_harm(tmp_path: Path) -> None:
    script = tmp_path / "a.fdx"
    for name in ("UTF-16", "hex", "no-such-code"):
        script.write_bytes(f'<?xml version="1.0" encoding="{name}"?>{fdx(HALL)}'.encode())
        assert read_script(script).elements[0] == Element("heading", "INT. HALL - NIGHT", 1, number="12A")


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMBS = {
    "billion laughs": f'<!DOCTYPE FinalDraft [<!ENTITY l0 "ha">{LAUGHS}]>{fdx(paragraph("Action", "&l9;"))}',
    "file": f'<!DOCTYPE FinalDraft [<!ENTITY x SYSTEM "file:///etc/hostname">]>{fdx(paragraph("Action", "&x;"))}',
    "parameter": f'<!DOCTYPE FinalDraft [<!ENTITY % x "y">]>{fdx(HALL)}',
}


@pytest.mark.parametrize("bomb", BOMBS)
def test_entity_bombs_are_refused_in_one_sentence(bomb: str) -> None:
    with pytest.raises(BadScript, match=r"^This Final Draft document declares entities") as refused:
        read_text(HEAD + BOMBS[bomb], name="a.fdx")
    assert "\n" not in str(refused.value)


def test_a_damaged_document_says_its_line() -> None:
    with pytest.raises(BadScript, match=r"^Line 3: this Final Draft document is damaged") as damaged:
        read_text(HEAD + "<FinalDraft>\n<Content></Kontent></FinalDraft>")
    assert damaged.value.line == 3


def test_a_document_without_content_is_refused() -> None:
    with pytest.raises(BadScript, match="holds no script"):
        read_text("<FinalDraft></FinalDraft>")
    with pytest.raises(BadScript, match="nothing to shoot"):
        read_text(fdx())


TYPES = {
    "heading": "Scene Heading",
    "action": "Action",
    "character": "Character",
    "parenthetical": "Parenthetical",
    "dialogue": "Dialogue",
    "transition": "Transition",
    "shot": "Shot",
    "lyrics": "Singing",
    "section": "New Act",
    "synopsis": "Outline Body",
    "centered": "General",
}


def as_final_draft(screenplay: Screenplay) -> str:
    """The screenplay as Final Draft would save it."""
    told: list[str] = []
    for element in screenplay.elements:
        text = escape(f"({element.text})" if element.kind == "parenthetical" else element.text)
        side = {"Alignment": "Center"} if element.kind == "centered" else {}
        number = {"Number": element.number} if element.number else {}
        if element.kind in TYPES:
            told.append(paragraph(TYPES[element.kind], text, **side, **number))
    return fdx(*told)


@pytest.mark.parametrize(
    "script", sorted((ROOT / "tests" / "unseen").glob("en-*.fountain")), ids=lambda path: path.stem
)
def test_a_script_gives_the_same_film_from_fountain_and_final_draft(script: Path) -> None:
    fountain = read_script(script)
    from_fountain = breakdown(fountain)
    from_final_draft = breakdown(read_text(as_final_draft(fountain)))
    assert from_final_draft.scenes == from_fountain.scenes
    assert from_final_draft.cast == from_fountain.cast
    assert from_final_draft.cuts == from_fountain.cuts


def test_a_long_document_is_read_where_plain_text_of_its_size_is_not() -> None:
    long = fdx(HALL, paragraph("Action", "Mary walks in."), more=f"<Unread>{'x' * 6_000_000}</Unread>")
    assert read_text(long, name="a.fdx").elements
    with pytest.raises(BadScript, match=r"6\.0 MB"):
        read_text(long, name="a.txt")


def test_a_scene_that_final_draft_keeps_folded_away_is_omitted() -> None:
    folded = (
        '<Paragraph Type="Scene Heading" Number="13"><Text>OMITTED</Text><OmittedScene>'
        + paragraph("Scene Heading", "INT. CELLAR - NIGHT")
        + paragraph("Action", "A rat.")
        + "</OmittedScene></Paragraph>"
    )
    film = breakdown(read_text(fdx(HALL, paragraph("Action", "Mary walks in."), folded)))
    assert [(scene.number, scene.omitted) for scene in film.scenes] == [("12A", False), ("13", True)]
    assert [shot.action for shot in film.shots] == ["Mary walks in."]

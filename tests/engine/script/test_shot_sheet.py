"""Shot lists in: a row is a shot with the slate, the length and the setup of its cells; a bad cell is named by row and column."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path

import pytest

from engine.errors import BadScript
from engine.film.document import Film
from engine.film.setup import Angle, Move, Size
from engine.script.breakdown import breakdown
from engine.script.columns import Length, head_of, read_length
from engine.script.reading import read_script, read_text
from engine.script.shot_sheet_words import spoken_in

ENGLISH = """"The Lantern",,,,,,,,,,,,,
Scene,Shot,INT/EXT,Location,Time,Size,Angle,Move,Action,Dialogue,Duration,Cast,Sound,Notes
1,1,EXT,Village street,Night,WS,,Slow push in,"A girl walks through the snow with a lantern.",,4,Lily,Wind,
1,2,,,,CU,low angle,,"Lily looks up, ""amazed"".","Lily: Who lit the star?",3s,Lily,,crane?
1,3,,,,OTS,,,,"OLD FISHERMAN (smiling): I did.
Lily: You?",0:05,"Lily, Old Fisherman",,
2,1,INT,Kitchen,Day,MS,,,Lily reads a book.,,72f,Lily,,
2,2,,,,,,,A cat sleeps on the table.,,,,Purring,
"""
CHINESE = """镜号,场景,内外,日夜,景别,运镜,画面内容,台词,时长(秒),角色,音效,备注
1,江边,外,黄昏,远景,缓推,老渔翁坐在船上钓鱼。,,5,老渔翁,水声,
2,同上,,,近景,固定,他抬起头，看着天空。,老渔翁：要下雪了。,3,老渔翁,,
3,茶馆,内,夜,中景,跟,小红提着灯笼走进来。,"小红：爷爷，回家吧。老渔翁：好。",4.5,"小红、老渔翁",,灯笼要旧
4,,,,空镜,,桌上的茶杯冒着热气。,旁白：那一夜，雪下了很久。,4秒,,,
"""


def film_of(text: str) -> Film:
    return breakdown(read_text(text, name="list.csv"))


@pytest.fixture(scope="module")
def english() -> Film:
    return film_of(ENGLISH)


@pytest.fixture(scope="module")
def chinese() -> Film:
    return film_of(CHINESE)


def test_one_row_is_one_shot_of_the_length_that_it_says(english: Film, chinese: Film) -> None:
    assert [(shot.slate, shot.duration) for shot in english.shots][:4] == [
        ("1-1", 96),
        ("1-2", 72),
        ("1-3", 120),
        ("2-1", 72),
    ]
    assert [(shot.slate, shot.duration) for shot in chinese.shots] == [("1", 120), ("2", 72), ("3", 108), ("4", 96)]


def test_scenes_come_from_the_columns_of_place_and_time(english: Film, chinese: Film) -> None:
    assert [(s.number, s.heading) for s in english.scenes] == [
        ("1", "EXT. VILLAGE STREET - NIGHT"),
        ("2", "INT. KITCHEN - DAY"),
    ]
    assert [(s.heading, s.time_of_day, len(s.shots)) for s in chinese.scenes] == [
        ("外景 江边 黄昏", "dusk", 2),
        ("内景 茶馆 夜", "night", 2),
    ]


def test_the_setup_is_what_its_cells_say(english: Film, chinese: Film) -> None:
    first, second, third, *_ = (shot.setup for shot in english.shots)
    assert (first.size, first.move) == (Size.WIDE, Move.PUSH_IN)
    assert (second.size, second.angle) == (Size.CLOSE_UP, Angle.LOW)
    assert third.angle is Angle.OVER_SHOULDER
    assert [shot.setup.size for shot in chinese.shots][:3] == [Size.WIDE, Size.CLOSE, Size.MEDIUM]


def test_the_cast_is_who_the_row_names_and_a_girl_is_lily(english: Film, chinese: Film) -> None:
    def names(film: Film) -> list[set[str]]:
        return [{film.subject(casting.subject).name for casting in shot.cast} for shot in film.shots]

    assert names(english) == [{"LILY"}, {"LILY"}, {"LILY", "OLD FISHERMAN"}, {"LILY"}, {"CAT"}]
    assert {"小红", "老渔翁"} <= names(chinese)[2]


def test_dialogue_stays_in_its_shot_and_sounds_within_it(english: Film, chinese: Film) -> None:
    third = list(english.shots)[2]
    assert [(english.subject(line.speaker).name, line.text, line.manner) for line in third.lines] == [
        ("OLD FISHERMAN", "I did.", "smiling"),
        ("LILY", "You?", ""),
    ]
    _, _, said, told = chinese.shots
    assert [line.text for line in said.lines] == ["爷爷，回家吧。", "好。"]
    assert told.lines[0].voice_over
    for shot in (*english.shots, *chinese.shots):
        assert all(0 <= line.start < line.start + line.frames <= shot.duration for line in shot.lines)


def test_what_no_column_plays_is_in_the_note(english: Film, chinese: Film) -> None:
    first, second, *_ = english.shots
    assert "Sound: Wind" in first.note
    assert "Notes: crane?" in second.note
    assert "备注: 灯笼要旧" in list(chinese.shots)[2].note


def test_what_stands_above_the_heads_is_the_title(english: Film) -> None:
    assert english.title == "The Lantern"


@pytest.mark.parametrize("sign", [",", "\t", ";", "|", "，"])
def test_the_sign_between_columns_is_found(sign: str) -> None:
    text = CHINESE if sign == "\t" else CHINESE.replace("，", "").replace('"', "")
    film = film_of(text.replace(",", sign).replace("小红、老渔翁", "小红") if sign != "，" else text.replace(",", "，"))
    assert [shot.slate for shot in film.shots] == ["1", "2", "3", "4"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "gb18030"])
def test_files_as_spreadsheets_save_them(tmp_path: Path, encoding: str, chinese: Film) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(CHINESE.replace("\n", "\r\n").encode(encoding))
    assert breakdown(read_script(path)) == chinese


def test_excel_s_own_line_is_no_row() -> None:
    assert len(list(film_of("sep=;\nShot;Action\n1;A dog runs.\n").shots)) == 1


def test_a_text_file_that_is_a_shot_list_is_read_as_one() -> None:
    assert breakdown(read_text(CHINESE, name="list.txt")) == film_of(CHINESE)
    assert read_text("Rain, wind, snow.\n\nA dog, a cat, a hen run.", name="a.txt").format == "prose"


def test_heads_that_mean_two_things_are_settled_by_their_cells() -> None:
    film = film_of("Shot,Scene,Description,Time\nWide,The old harbour,A boat sails.,3\nCU,The old harbour,A dog.,2.5\n")
    assert [(shot.setup.size, shot.duration) for shot in film.shots] == [(Size.WIDE, 72), (Size.CLOSE_UP, 60)]
    assert [scene.heading for scene in film.scenes] == ["THE OLD HARBOUR"]


def test_scenes_without_a_place_are_told_by_their_shots() -> None:
    film = film_of("场,镜号,画面\n1,1,森林里，一只狐狸跑过。\n2,1,海边，一个女孩坐着。\n")
    assert [(scene.number, [shot.slate for shot in scene.shots]) for scene in film.scenes] == [
        ("1", ["1-1"]),
        ("2", ["2-1"]),
    ]
    assert all(scene.place for scene in film.scenes)


def test_a_row_of_camera_words_alone_is_a_shot_all_the_same() -> None:
    film = film_of("Shot,Size,Action,Location\n1,WS,,EXT. HARBOUR - DAWN\n2,CU,A dog barks.,\n")
    assert [(shot.slate, shot.action) for shot in film.shots] == [("1", ""), ("2", "A dog barks.")]


BAD = [
    ("镜号,画面,时长\n1,狗跑。,3\n2,猫跑。,快\n", "Row 3, column 时长 (C): “快” is not a length of time."),
    ("Shot,Action,Duration\n1,Dog.,0\n", "Row 2, column Duration (C): “0” is not a length of time."),
    ("Shot,Size,Action\n1,Wobbly,Dog.\n", "Row 2, column Size (B): “Wobbly” is no shot size that Storyreel knows."),
    ("Shot,Action\n1,Dog.\n1,Cat.\n", "Row 3, column Shot (A): “1” stands in row 2 already."),
    ("Shot,Action\n1,Dog.\n2,Cat.\none more,Hen.\n", "Row 4, column Shot (A): “one more” is no number of a shot."),
    ("Shot,Action\n1,Dog., barks\n", "Row 2, column without a name (C): “barks” stands beside the last column."),
    ('Shot,Action\n1,"Dog.\n', "Row 2: a quotation mark here is never closed"),
    ("a,b\nc,d\n", "This table has no row of column names"),
    ("Shot,Size\n1,WS\n", "This shot list has no column that says what is seen"),
]


@pytest.mark.parametrize(("text", "says"), BAD)
def test_a_bad_cell_is_named_by_row_and_column(text: str, says: str) -> None:
    with pytest.raises(BadScript) as bad:
        read_text(text, name="list.csv")
    assert bad.value.sentence.startswith(says)
    assert "\n" not in str(bad.value)
    assert bad.value.action


@pytest.mark.parametrize(
    ("cell", "seconds", "frames"),
    [
        ("3", 3, 0),
        ("2.5", Fraction(5, 2), 0),
        ("2,5 s", Fraction(5, 2), 0),
        ("约4秒", 4, 0),
        ("３″", 3, 0),
        ("0:04", 4, 0),
        ("01:02:03", 3723, 0),
        ("1'20\"", 80, 0),
        ("1分5秒", 65, 0),
        ("72f", 0, 72),
        ("36帧", 0, 36),
        ("00:00:03:12", 3, 12),
        ("0:04-0:07", 3, 0),
        ("00:00:01:00-00:00:02:12", 1, 12),
    ],
)
def test_lengths_as_people_write_them(cell: str, seconds: int, frames: int) -> None:
    assert read_length(cell) == Length(Fraction(seconds), frames)


@pytest.mark.parametrize("cell", ["", "soon", "0", "-3", "3-1", "0f", "1:2:3:4:5", "三秒多"])
def test_what_is_no_length(cell: str) -> None:
    assert read_length(cell) is None


def test_frames_are_counted_where_the_head_says_so() -> None:
    head = head_of("时长（帧）")
    assert (head.column, read_length("48", head.unit)) == ("length", Length(Fraction(0), 48))


def test_who_speaks_in_a_cell() -> None:
    def told(cell: str, *cast: str) -> list[tuple[str, str]]:
        return [(each.who, each.text) for each in spoken_in(cell, cast, "en")]

    assert told("“Come here.”", "Mary") == [("Mary", "Come here.")]
    assert told("Come here.") == [("?", "Come here.")]
    assert told("MARY (V.O.): It rained.") == [("MARY (V.O.)", "It rained.")]
    assert told("V.O.: It rained.", "Mary") == [("Mary (V.O.)", "It rained.")]
    assert told("Narrator: It rained.", "Mary") == [("", "It rained.")]
    assert told("Tom: No! Mary: Yes.") == [("Tom", "No!"), ("Mary", "Yes.")]
    assert told("Remember one thing, my friend, and hold on to it: run.", "Mary")[0][0] == "Mary"


def test_rows_of_one_cell_are_headings_and_rows_without_a_picture_go_on() -> None:
    film = film_of(
        "镜号,景别,画面,台词,时长\n"
        "第一场 内景 茶馆 夜,,,,\n"
        "1,中景,老王坐下。,老王：来壶茶。,4\n"
        ",,,小二：好嘞。,\n"
        "第二场 外景 江边 日,,,,\n"
        "2,远景,老王走远。,,3\n"
        "合计,,,,7\n"
    )
    assert [(s.number, s.heading, [shot.slate for shot in s.shots]) for s in film.scenes] == [
        ("1", "内景 茶馆 夜", ["1"]),
        ("2", "外景 江边 日", ["2"]),
    ]
    assert [line.text for line in film.scenes[0].shots[0].lines] == ["来壶茶。", "好嘞。"]
    english = film_of("Shot,Action\nINT. KITCHEN - DAY,\n1,A cat sleeps.\nEXT. ROAD - NIGHT,\n2,A cart.\nTotal,\n")
    assert [(s.heading, s.time_of_day) for s in english.scenes] == [
        ("INT. KITCHEN - DAY", "day"),
        ("EXT. ROAD - NIGHT", "night"),
    ]


def test_a_spreadsheet_is_told_from_text(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    path.write_bytes(b"PK\x03\x04 and so on")
    with pytest.raises(BadScript, match="spreadsheet") as refused:
        read_script(path)
    assert "CSV" in refused.value.action


def test_lists_as_production_offices_export_them() -> None:
    film = film_of(
        "Project: Coffee Run,,,,,\n"
        "Scene #,Shot #,Shot Size,Movement,Shot Description,Est. Time\n"
        '1,A,Wide,Static,"INT. CAFE - DAY. BEN, 30, sits alone at a table.",0:08\n'
        "1,B,ECU,Pan L-R,The coffee spills.,0:02\n"
        '2,A,EWS,Pan R to L,"EXT. STREET - NIGHT. Ben runs.",0:06\n'
    )
    assert film.title == "Coffee Run"
    assert [(s.heading, [shot.slate for shot in s.shots]) for s in film.scenes] == [
        ("INT. CAFE - DAY", ["1A", "1B"]),
        ("EXT. STREET - NIGHT", ["2A"]),
    ]
    first, second, third = film.shots
    assert first.action == "BEN, 30, sits alone at a table."
    assert (second.setup.move, third.setup.move) == (Move.PAN_RIGHT, Move.PAN_LEFT)
    assert [shot.duration for shot in film.shots] == [192, 48, 144]


def test_words_without_a_name_are_said_by_whoever_is_seen() -> None:
    film = film_of(
        "序号,画面描述,景别/运镜,对白,角色\n1,老人笑了,近景/固定,“上钩了！”,\n2,李明抬头看钟。,特写,OS：又迟到了。,李明\n"
    )
    said, thought = film.shots
    assert film.subject(said.lines[0].speaker).name == "老人"
    assert not said.lines[0].voice_over
    assert film.subject(thought.lines[0].speaker).name == "李明"
    assert thought.lines[0].voice_over


def test_the_column_of_transitions_leads_to_the_next_shot() -> None:
    film = film_of("Shot,Action,Transition\n1,A dog runs.,Dissolve\n2,A cat sleeps.,Cut\n3,Rain.,Fade out\n")
    kinds = [item.kind for item in film.cuts[0].tracks[0].items]
    assert kinds == ["clip", "transition", "clip", "clip", "transition"]

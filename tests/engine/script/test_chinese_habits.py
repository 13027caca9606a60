"""Habits of Chinese writers that whole scripts by other hands brought up, each with the smallest page that has it."""

from __future__ import annotations

import pytest

from engine.film.document import Film
from engine.film.setup import Angle, Move, Size
from engine.film.shots import Shot
from engine.script.breakdown import breakdown
from engine.script.chinese import read_chinese, setup_first
from engine.script.chinese_headings import chinese_heading
from engine.script.nouns import nouns_in
from engine.script.prose import read_prose
from engine.script.weather import weather_in


def _filmed(text: str) -> Film:
    return breakdown(read_chinese(text))


def _told(text: str) -> Film:
    return breakdown(read_prose(text))


def _shots(film: Film) -> list[Shot]:
    return [shot for scene in film.scenes for shot in scene.shots]


def _names(film: Film, shot: Shot) -> set[str]:
    by_id = {subject.id: subject.name for subject in film.cast}
    return {by_id[casting.subject] for casting in shot.cast}


@pytest.mark.parametrize(
    ("line", "text", "number"),
    [
        ("（一）外景 荒山客栈 雪夜", "外景 荒山客栈 雪夜", "1"),
        ("(12) 内景 大堂 夜", "内景 大堂 夜", "12"),
        ("3、外景 老街 日", "外景 老街 日", "3"),
    ],
)
def test_a_scene_number_may_stand_in_brackets(line: str, text: str, number: str) -> None:
    heading = chinese_heading(line)
    assert heading is not None
    assert (heading.text, heading.number) == (text, number)


def test_camera_words_in_brackets_behind_a_paragraph_are_its_own() -> None:
    film = _filmed(
        "第1场 外景 老街 日\n\n老王蹲在门口。【中景】\n\n小雨从街上跑来。（全景，跟）\n\n【特写】老王流下眼泪。\n"
    )
    assert [(s.setup.size, s.setup.move) for s in _shots(film)] == [
        (Size.MEDIUM, Move.STATIC),
        (Size.FULL, Move.FOLLOW),
        (Size.CLOSE_UP, Move.STATIC),
    ]
    assert [s.action for s in _shots(film)] == ["老王蹲在门口。", "小雨从街上跑来。", "老王流下眼泪。"]


@pytest.mark.parametrize("line", ["老王：你看（特写）", "老王蹲着（五十岁）", "【中景】", "他说了一句（笑）"])
def test_other_brackets_at_the_end_stay_there(line: str) -> None:
    assert setup_first(line) == line


def test_prose_keeps_trailing_camera_words_too() -> None:
    (shot,) = _shots(_told("老人坐在船上，望着远处的山。【大全景，俯拍】"))
    assert (shot.setup.size, shot.setup.angle) == (Size.FULL, Angle.HIGH)


def test_a_named_noun_is_one_and_the_same_from_then_on() -> None:
    film = _told("小女孩和一条黄狗沿着湖岸奔跑。\n\n小女孩叫阿朵，是老人的孙女。她蹲下来。\n\n阿朵望着湖心。")
    assert {subject.name for subject in film.cast} == {"阿朵", "黄狗"}
    assert [_names(film, shot) for shot in _shots(film)][1:] == [{"阿朵"}, {"阿朵"}]


def test_a_shout_is_no_introduction() -> None:
    film = _told("小女孩大声叫救命。\n\n老人跑过来。")
    assert {subject.name for subject in film.cast} == {"小女孩", "老人"}


def test_a_stranger_who_turns_out_to_be_somebody_is_one_person() -> None:
    film = _filmed(
        "第1场 内景 客栈 夜\n\n一名黑衣剑客走了进来。\n\n剑客摘下斗笠，竟是一位年轻女子，名叫柳如烟。\n\n柳如烟：一壶热酒。\n"
    )
    assert [subject.name for subject in film.cast] == ["柳如烟"]
    assert all(_names(film, shot) == {"柳如烟"} for shot in _shots(film))


def test_a_name_that_ends_like_a_thing_is_somebody() -> None:
    film = _filmed("第1场 内景 客栈 夜\n\n柳如烟站在门口。\n\n柳如烟：掌柜的！\n")
    (subject,) = (s for s in film.cast if s.name == "柳如烟")
    assert subject.description == "女子"


def test_prose_has_a_new_scene_where_the_weather_turns() -> None:
    film = _told(
        "岸边，阿姨和黄狗在散步。\n\n忽然乌云密布，下起了暴雨。阿姨撑开伞。\n\n老人在风雨中划船。\n\n雨过天晴，阿姨笑了。"
    )
    assert [scene.weather for scene in film.scenes] == ["clear", "storm", "clear"]
    assert [len(scene.shots) for scene in film.scenes] == [1, 2, 1]


def test_rain_that_has_passed_is_over() -> None:
    assert weather_in("雨过天晴，天边挂着彩虹。", "zh") == "clear"


def test_two_people_are_both_there_whatever_follows_the_number() -> None:
    film = _filmed(
        "第1场 外景 雪原 晨\n\n老王望着小李。\n\n小李望着老王。\n\n二人一前一后，消失在雪原尽头。\n\n两个人坐在长椅上。\n\n老王：走。\n\n小李：好。\n"
    )
    shots = _shots(film)
    assert _names(film, shots[2]) == {"老王", "小李"}
    assert _names(film, shots[3]) == {"老王", "小李"}


def test_wrinkles_are_no_prop() -> None:
    assert _told("老人布满皱纹的脸，他露出微笑。").props == ()


@pytest.mark.parametrize("worn", ["蓝色工装", "灰色短衣", "黑色皮帽"])
def test_clothes_are_known_by_how_their_name_ends(worn: str) -> None:
    film = _filmed(f"第1场 外景 老街 日\n\n林远（五十岁，秃顶，{worn}）蹲在门口。\n\n林远：好。\n")
    assert (film.cast[0].description, film.cast[0].looks[0].description) == ("五十岁，秃顶", worn)


def test_who_is_called_by_name_is_the_listener() -> None:
    film = _filmed(
        "第1场 内景 客栈 夜\n\n掌柜站在柜台后。\n\n燕七在扫地。\n\n柳如烟走进来。\n\n柳如烟：掌柜的，一壶热酒。\n\n燕七：来了！\n"
    )
    talk = next(shot for shot in _shots(film) if shot.lines and "热酒" in shot.lines[0].text)
    assert talk.setup.angle is Angle.OVER_SHOULDER
    assert _names(film, talk) == {"柳如烟", "掌柜"}


def test_a_voice_without_anybody_shows_the_place() -> None:
    (shot,) = _shots(_filmed("第1场 外景 荒山 夜\n\n旁白：那年冬天，雪下了三天三夜。\n"))
    assert shot.setup.size is Size.EXTREME_WIDE


def test_a_house_is_not_lost_behind_its_lanterns() -> None:
    film = _filmed("第1场 外景 荒山 夜\n\n老王走过。\n\n客栈孤零零地立着，门口挂着两盏红灯笼。\n\n老王：到了。\n")
    assert _shots(film)[1].setup.size in {Size.WIDE, Size.EXTREME_WIDE}


def test_who_falls_on_the_knees_is_seen_whole() -> None:
    film = _filmed("第1场 内景 大堂 夜\n\n老王站着。\n\n老王大惊失色，扑通一声跪倒在地，连连磕头。\n\n老王：饶命！\n")
    assert _shots(film)[1].setup.size is Size.FULL


@pytest.mark.parametrize("text", ["老王蹲在修车铺门口。", "她走过花店和书店。"])
def test_what_a_shop_deals_in_need_not_be_there(text: str) -> None:
    assert [noun.name for noun in nouns_in(text, "zh") if noun.kind in {"thing", "vehicle"}] == []


def test_the_name_may_come_behind_a_pronoun() -> None:
    film = _told("一个穿绿毛衣的小伙子站在梯子旁摘苹果，他叫陆川。\n\n陆川擦擦汗。")
    assert [subject.name for subject in film.cast] == ["陆川"]
    assert film.cast[0].looks[0].description == "穿绿毛衣"


@pytest.mark.parametrize("place", ["果园", "麦田", "街角", "酒馆"])
def test_prose_knows_where_it_is(place: str) -> None:
    assert _told(f"{place}里，老人坐着。\n\n老人笑了。").scenes[0].heading.endswith(place)


def test_who_speaks_to_somebody_is_no_name() -> None:
    film = _told(
        "老爷爷走进屋里，陆川跟在后面。陆川笑了。\n\n老爷爷举起酒杯，对陆川说：“好孩子，谢谢你。”\n\n小伙子叫陆川。"
    )
    speaker = next(line.speaker for shot in _shots(film) for line in shot.lines)
    assert next(subject.name for subject in film.cast if subject.id == speaker) == "老爷爷"
    assert all("对" not in subject.name for subject in film.cast)


def test_grandmother_and_grandchild_are_those_two() -> None:
    film = _filmed(
        "人物：\n沈梅，六十五岁\n何小宇，十岁\n大刘，四十岁\n\n第1场 内景 面馆 日\n\n沈梅和何小宇在吃面。大刘站着。\n\n"
        "第2场 外景 河边 日\n\n祖孙二人沿着河边散步。\n"
    )
    assert _names(film, film.scenes[1].shots[0]) == {"沈梅", "何小宇"}
    assert film.cast[2].description == "四十岁，男子"


def test_four_people_are_four_even_if_some_were_gone_for_a_scene() -> None:
    film = _told(
        "广场上，老爷爷和小女孩坐着，小伙子和姑娘站着。\n\n山坡上，小伙子跑着追一只毛驴。\n\n夜里，屋里，四个人围坐在桌旁。"
    )
    people = {s.id for s in film.cast if s.name != "毛驴"}
    assert {casting.subject for casting in _shots(film)[-1].cast} == people


def test_the_donkey_of_a_cart_is_the_donkey() -> None:
    film = _told("老爷爷牵着一头驴走来。\n\n毛驴受了惊，往前狂奔。")
    assert [subject.name for subject in film.cast] == ["老爷爷", "驴"]


def test_the_name_may_come_a_sentence_later() -> None:
    film = _told("街角的长椅上，一个戴眼镜的年轻女人独自坐着。她叫苏婉。\n\n苏婉笑了。")
    assert [(subject.name, subject.looks[0].description) for subject in film.cast] == [("苏婉", "戴眼镜")]


@pytest.mark.parametrize("text", ["老赵提着一盏马灯。", "她围着羊毛围巾。", "他喝了一碗鸡汤。"])
def test_what_is_made_of_an_animal_is_none(text: str) -> None:
    assert [noun.name for noun in nouns_in(text, "zh") if noun.kind in {"animal", "bird"}] == []


def test_in_prose_snow_goes_on_around_the_corner_and_ends_with_the_day() -> None:
    film = _told("街道上飘着雪花。老人走过。\n\n公园里，老人坐着。\n\n深夜，站台上，老人挥手。")
    assert [scene.weather for scene in film.scenes] == ["snow", "snow", "clear"]


def test_a_form_that_is_filled_in_line_by_line_is_one_shot() -> None:
    film = _filmed(
        "场次：1\n地点：教室\n时间：下午\n景别：特写\n运镜：推\n画面：方老师（三十岁）站在黑板前。\n\n场次：2\n地点：操场\n时间：黄昏\n"
        "镜头二：远景，方老师奔跑。\n\n方老师：来！\n"
    )
    assert [(s.setup.size, s.setup.move) for s in _shots(film)][:2] == [
        (Size.CLOSE_UP, Move.PUSH_IN),
        (Size.WIDE, Move.STATIC),
    ]
    assert [scene.heading for scene in film.scenes] == ["教室 下午", "操场 黄昏"]
    assert _shots(film)[0].action == "方老师（三十岁）站在黑板前。"


def test_soldiers_who_burst_in_are_people() -> None:
    film = _filmed("第1场 内景 茶棚 日\n\n两个官兵闯进来，老王吓得发抖。\n\n老王：饶命！\n")
    assert {"官兵1", "官兵2"} <= _names(film, _shots(film)[0])
    assert film.props == ()


def test_number_and_place_on_two_lines_are_one_heading() -> None:
    """第一场 stands on a line by itself, 外景 古道 清晨 on the next."""
    film = _filmed("第一场\n外景 古道 清晨\n\n老王走来。\n\n第二场\n\n内景 破庙 夜\n\n老王坐下。\n")
    assert [(scene.number, scene.heading) for scene in film.scenes] == [("1", "外景 古道 清晨"), ("2", "内景 破庙 夜")]

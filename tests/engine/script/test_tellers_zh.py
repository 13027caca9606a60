"""Chinese tales and shot lists as they are told: hours hang in the sky, beasts have mothers, huts are seen from outside."""

from __future__ import annotations

import pytest

from engine.film.document import Film
from engine.script.breakdown import breakdown
from engine.script.headings import time_in
from engine.script.reading import read_text


def _film(*lines: str) -> Film:
    return breakdown(read_text("\n\n".join(lines)))


def _names(film: Film, scene: int = -1, shot: int = -1) -> list[str]:
    names = {subject.id: subject.name for subject in film.cast}
    return [names[cast.subject] for cast in film.scenes[scene].shots[shot].cast]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("月亮挂在树梢。", "night"),
        ("满天繁星。", "night"),
        ("清晨，月亮还没落下。", "dawn"),
        ("一轮红日从海面升起。", "dawn"),
        ("晚霞满天。", "dusk"),
        ("她笑得像月亮。", None),
        ("他走过月亮门。", None),
        ("第二年春天，山坡上长出桃林。", "day"),
    ],
)
def test_what_hangs_in_the_sky_tells_the_hour(text: str, time: str | None) -> None:
    assert time_in(text) == time


def test_after_snow_the_forest_is_white() -> None:
    assert _film("雪后的森林，一只狐狸走过。", "狐狸停下来。").scenes[0].weather == "snow"


def test_whose_age_follows_is_named_before_it() -> None:
    film = _film("镜头1：全景，炎帝的小女儿女娃，十岁，穿一身红裙，在沙滩上奔跑。", "镜头2：特写，女娃惊恐的脸。")
    assert [(s.name, s.looks[0].description) for s in film.cast] == [("女娃", "穿一身红裙")]
    assert _names(film) == ["女娃"]


def test_beasts_have_mothers_and_are_counted_with_them() -> None:
    film = _film("小狐狸走过森林。", "狐狸妈妈提着灯笼走出来。", "妈妈抱住小狐狸。", "两只狐狸走远了。")
    assert _names(film, 0, 1) == ["狐狸妈妈"]
    assert set(_names(film, 0, 2)) == set(_names(film, 0, 3)) == {"狐狸妈妈", "小狐狸"}


def test_before_a_hut_one_is_still_outside_and_sees_it() -> None:
    film = _film("一只兔子走在森林里。", "兔子来到一座小木屋前。")
    assert [place.name for place in film.places] == ["森林"]
    assert [prop.name for prop in film.props] == ["小木屋"]


def test_who_looks_up_at_the_sky_is_not_in_it_and_snow_on_the_ground_is_no_other_place() -> None:
    film = _film("一只兔子走在森林里。", "兔子抬头望着星空。", "雪地上的一串脚印。")
    assert [place.name for place in film.places] == ["森林"]
    assert [prop.name for prop in film.props] == ["脚印"]


def test_who_looks_out_over_the_lake_stays_on_the_shore() -> None:
    film = _film("岸边，阿朵蹲下来。", "阿朵望着湖心。")
    assert [place.name for place in film.places] == ["岸边"]


def test_whose_shoulder_is_named_stands_before_the_lens() -> None:
    film = _film("镜头1：全景，猫头鹰看着小狐狸。", "镜头2：中近景，过肩，越过猫头鹰的肩膀，小狐狸仰着脸。")
    assert _names(film) == ["小狐狸", "猫头鹰"]


def test_snow_lies_on_in_the_morning_and_a_chimney_is_on_its_house() -> None:
    film = _film("夜里，雪后的森林，一只狐狸走过。", "天亮了，狐狸来到一座小木屋前，烟囱冒着烟。")
    assert [(scene.time_of_day, scene.weather) for scene in film.scenes] == [("night", "snow"), ("dawn", "snow")]
    assert "烟囱" not in [prop.name for prop in film.props]


@pytest.mark.parametrize(
    ("text", "time"),
    [("黑夜，狼在叫。", "night"), ("夜，他坐着。", "night"), ("天黑了。", "night"), ("天色暗了，江上起雾。", "dusk")],
)
def test_darkness_tells_the_hour(text: str, time: str) -> None:
    assert time_in(text) == time


def test_a_building_on_a_hillside_is_seen_from_there_and_entered_later() -> None:
    film = _film("黑夜，一座玻璃温室在山坡上亮着灯。", "一个女孩走进温室。")
    assert [(place.name, place.interior) for place in film.places] == [("山坡", False), ("温室", True)]


def test_in_the_bow_of_a_boat_one_is_aboard_and_on_the_same_river() -> None:
    film = _film(
        "大雪落满群山。", "江面上泊着一条小船。", "船头坐着一位老翁，头戴斗笠。", "雪花落在老翁的斗笠上，他一动不动。"
    )
    assert [place.name for place in film.places] == ["群山", "江面"]
    assert set(_names(film, 1, 1)) == {"小船", "老翁"}
    assert not film.props
    assert {scene.weather for scene in film.scenes} == {"snow"}


def test_a_path_buried_in_snow_has_snow_and_white_is_no_thing() -> None:
    film = _film("天地一片白茫茫，大雪纷飞。", "山间的小路被雪埋住了。")
    assert film.scenes[-1].weather == "snow"
    assert not film.props


def test_inside_a_lighthouse_is_a_room_and_the_rain_goes_on_outside() -> None:
    film = _film(
        "短片《守塔人》分镜",
        "镜头1：大远景，暴雨的夜里，一座灯塔立在悬崖上。",
        "镜头2：中景，灯塔里，一个老人坐着，听见窗外传来狗叫声。",
        "镜头3：全景，老人跑过礁石滩。",
        "镜头4：中景，一条黄狗趴在一艘翻了的小船上。",
    )
    assert film.title == "守塔人"
    assert [(place.name, place.interior) for place in film.places] == [
        ("悬崖", False),
        ("灯塔", True),
        ("礁石滩", False),
    ]
    assert [scene.time_of_day for scene in film.scenes] == ["night"] * 3
    assert film.scenes[-1].weather in {"storm", "rain"}
    assert _names(film, 1) == ["老人"]


def test_what_is_worn_in_one_sentence_is_one_costume() -> None:
    film = _film("月亮上住着一个小邮差。他穿着绿色的制服，戴着一顶大帽子。", "小邮差笑了。")
    assert [look.description for look in film.cast[0].looks] == ["绿色的制服，一顶大帽子"]


@pytest.mark.parametrize(("text", "time"), [("天快亮了。", "dawn"), ("东方泛白。", "dawn")])
def test_before_daybreak_is_dawn(text: str, time: str) -> None:
    assert time_in(text) == time


def test_a_herd_is_several_and_a_cubs_mother_is_of_its_kind() -> None:
    film = _film("草原上，一群大象慢慢走过。", "小象跟着妈妈。", "象群走远了。", "象妈妈搂住小象。")
    assert {subject.name for subject in film.cast} == {"大象1", "大象2", "大象3", "小象", "象妈妈"}
    assert set(_names(film, 0, 1)) == set(_names(film, 0, 3)) == {"小象", "象妈妈"}
    assert len(_names(film, 0, 2)) == 3


def test_where_people_are_a_mother_is_one_of_them() -> None:
    film = _film("小女孩抱着一只小猫。", "妈妈走来，摸摸小猫。")
    assert "妈妈" in _names(film)


def test_the_great_bell_of_a_temple_is_no_clock() -> None:
    film = _film("第一场 外景 寺庙 夜\n\n老和尚走到大钟前。")
    assert [prop.name for prop in film.props] == ["铜钟"]


def test_a_title_may_say_in_brackets_what_it_is() -> None:
    film = _film("夜泊枫桥（根据张继的诗改编，无对白）\n\n第一场 外景 江边 夜\n\n张继坐下。")
    assert film.title.startswith("夜泊枫桥")
    assert len(film.scenes) == 1


def test_after_a_look_at_the_sky_we_are_on_the_ground_again() -> None:
    film = _film("河边，一只狐狸坐着。", "天空中飞来一群大雁。", "狐狸在柳树下吃面包。")
    assert [place.name for place in film.places] == ["河边", "天空"]
    assert film.scenes[-1].heading == film.scenes[0].heading
    assert [prop.name for prop in film.props][-1] == "面包"


def test_who_flies_into_the_sky_stays_there() -> None:
    film = _film("屋里，一只白鹤站着。", "白鹤飞向夜空。", "白鹤越飞越高。")
    assert "夜空" in film.scenes[-1].heading


def test_a_base_is_entered_and_its_engineer_has_a_name() -> None:
    film = _film(
        "镜头1：远景，火星的清晨，一辆白色的探测车缓缓驶来。",
        "镜头2：中景，基地里，老工程师马克（六十岁，白头发）端着咖啡。",
        "镜头3：近景，一只白鹅看着马克。白鹅跳起来。",
    )
    assert [(place.name, place.interior) for place in film.places] == [("火星", False), ("基地", True)]
    names = {subject.name for subject in film.cast}
    assert {"探测车", "马克"} <= names
    assert not names & {"白鹅", "程师马克", "马"}


def test_he_may_be_a_frog() -> None:
    film = _film("河边，青蛙从泥土里钻出来。", "他跳到荷叶上，看见一只乌龟。")
    assert _names(film) == ["青蛙"]


def test_an_age_needs_no_comma_and_a_family_is_its_kin() -> None:
    film = _film(
        "愚公九十岁，白胡子，站在门口。",
        "院子里，愚公和妻子、儿子坐在石桌旁。",
        "河边，一个老头嘲笑愚公。",
        "一家人还在山上挖石头。",
    )
    fool = next(subject for subject in film.cast if subject.name == "愚公")
    assert fool.description == "九十岁，白胡子"
    assert set(_names(film)) == {"愚公", "妻子", "儿子"}


def test_what_is_wished_for_is_not_there_and_he_is_not_who_asks_him() -> None:
    film = _film("一只企鹅住在冰山上，他最大的愿望是看一看远方的灯塔。", "海鸥飞过，问他要去哪里。")
    assert not film.props
    assert (film.places[0].name, film.scenes[0].weather) == ("冰山上", "snow")
    assert set(_names(film)) == {"企鹅", "海鸥"}


def test_a_river_bed_is_no_bed_and_antelopes_are_two() -> None:
    film = _film("两只羚羊抬起头。", "干裂的河床上躺着一条小鱼。")
    assert len(_names(film, 0, 0)) == 2
    assert [prop.name for prop in film.props] == ["小鱼"]

"""Who is who in a Chinese script: titles in the cast list, strangers who get a name, what lies in a box."""

from __future__ import annotations

from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.person import Person
from engine.film.document import Film
from engine.film.shots import Shot
from engine.plan.reading import read_action
from engine.script.breakdown import breakdown
from engine.script.chinese import read_chinese


def _filmed(text: str) -> Film:
    return breakdown(read_chinese(text))


def _shot(film: Film, words: str) -> Shot:
    return next(shot for scene in film.scenes for shot in scene.shots if words in shot.action)


def _cast(film: Film, words: str) -> set[str]:
    by_id = {subject.id: subject.name for subject in film.cast}
    return {by_id[casting.subject] for casting in _shot(film, words).cast}


def test_a_title_in_the_cast_list_is_no_part_of_the_name() -> None:
    """刑警赵刚 in the list speaks as 赵刚."""
    film = _filmed("人物：\n刑警赵刚，四十岁，穿黑色皮衣。\n\n第1场 外景 广场 夜\n\n赵刚走来。\n\n赵刚：站住！\n")
    (subject,) = film.cast
    assert (subject.name, subject.description) == ("赵刚", "刑警，四十岁")
    assert "黑色皮衣" in subject.looks[0].description


def test_old_ma_is_no_horse() -> None:
    """A surname that is an animal's name too, and a cast list that says who he is."""
    film = _filmed("人物：\n老马，五十多岁，出租车司机。\n\n第1场 外景 街道 夜\n\n老马走来。\n\n老马：去哪儿？\n")
    (subject,) = film.cast
    puppet = puppet_for(subject.name, subject.description, "", subject.look_seed, (), subject.aliases)
    assert isinstance(puppet, Person)


def test_the_stranger_who_is_given_a_name_is_one_role() -> None:
    """一名白衣剑客 of the first line is the 沈孤鸿 of the second."""
    film = _filmed(
        "第1场 外景 雪山 晨\n\n一名白衣剑客走来。\n\n白衣剑客名叫沈孤鸿，三十来岁，长发束起。\n\n沈孤鸿：好大的雪。\n"
    )
    assert [subject.name for subject in film.cast] == ["沈孤鸿"]
    assert _cast(film, "一名白衣剑客") == {"沈孤鸿"}


def test_what_is_in_the_box_is_there() -> None:
    """箱子里是一只小猫 shows a cat; 他是一只小猫 would not."""
    film = _filmed("第1场 内景 客厅 日\n\n小雅打开手提箱。箱子里是一只小猫。\n\n小雅：天哪。\n")
    assert "小猫" in _cast(film, "一只小猫")


def test_the_box_is_the_suitcase_of_before() -> None:
    """箱子 after 手提箱 is the same prop."""
    film = _filmed("第1场 内景 客厅 日\n\n小雅抱着手提箱。\n\n小雅：谁？\n\n小雅慢慢把箱子放在地上。\n")
    assert [prop.name for prop in film.props] == ["手提箱"]


def test_a_leap_is_no_flight() -> None:
    """飞身跃出 stays on the ground, 飞快地跑 too."""
    for action in ("沈孤鸿飞身跃出庙门。", "沈孤鸿飞快地跑过来。"):
        acts = {deed.act.value for deed in read_action(action, [("沈孤鸿", ())]).deeds}
        assert "fly" not in acts, action
        assert acts, action

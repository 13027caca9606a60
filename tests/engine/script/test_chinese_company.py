"""Who is who in a Chinese script: titles in the cast list, strangers who get a name, what lies in a box."""

from __future__ import annotations

from engine.backends.animatic.blocking.places import set_for
from engine.backends.animatic.blocking.staging import stage
from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.person import Person
from engine.film.document import Film
from engine.film.setup import Size
from engine.film.shots import Shot
from engine.plan.continuity import passengers
from engine.plan.plan import orders
from engine.plan.reading import read_action
from engine.plan.ways import from_outside
from engine.script.breakdown import breakdown
from engine.script.chinese import read_chinese
from engine.script.nouns import nouns_in
from engine.script.weather import weather_in


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


def test_whoever_answers_was_spoken_to() -> None:
    """张叔 talks to 外婆, who answers, not to the child who was named last."""
    film = _filmed(
        "第1场 外景 菜园 日\n\n豆豆蹲着。外婆在浇水，看着豆豆。豆豆笑了。\n\n张叔路过。\n\n张叔：菜长得真好！\n\n外婆：拿两根回去！\n"
    )
    shot = next(s for scene in film.scenes for s in scene.shots if s.lines and "真好" in s.lines[0].text)
    by_id = {subject.id: subject.name for subject in film.cast}
    assert [by_id[casting.subject] for casting in shot.cast] == ["张叔", "外婆"]


def test_three_generations_are_three() -> None:
    """祖孙三人 takes the mother along."""
    film = _filmed(
        "人物：\n外婆：七十岁\n豆豆：八岁男孩\n林芳：三十五岁，豆豆的妈妈\n\n"
        "第1场 内景 厨房 日\n\n外婆炒菜，豆豆坐着，林芳走进来。\n\n第2场 外景 小院 夜\n\n祖孙三人坐在院子里。\n"
    )
    assert _cast(film, "祖孙三人") == {"外婆", "豆豆", "林芳"}


def test_trades_nobody_listed_are_people() -> None:
    """A measure word of respect, or the ending, tells."""
    for text in ("一名值班员走来。", "一位摄影师站着。", "一个收银员坐在那里。"):
        assert [noun.kind for noun in nouns_in(text, "zh")] == ["person"], text


def test_compounds_are_what_their_last_character_says() -> None:
    """球鞋 is no ball, 鞋盒 no shoe; a hole in a shoe and a dive into somebody's arms are nothing at all."""
    names = [noun.name for noun in nouns_in("他打开蓝色的鞋盒，里面是一双白球鞋，球鞋破了一个洞。", "zh")]
    assert names == ["鞋盒", "球鞋", "球鞋"]
    assert [noun.name for noun in nouns_in("豆豆一头扎进外婆怀里。", "zh")] == ["外婆"]
    assert [noun.name for noun in nouns_in("外婆端着一盆水。", "zh")] == ["外婆", "水盆"]


def test_a_running_track_is_no_run() -> None:
    """摔倒在跑道上 ends on the ground; 火光跳动 moves nobody; 跑回来 is a way to somebody."""
    fallen = read_action("陈默跑在最后面，重重摔倒在跑道上。", [("陈默", ())])
    assert fallen.deeds[-1].act.value == "fall"
    cook = read_action("灶膛里火光跳动，外婆在锅边炒菜。", [("外婆", ())])
    assert [deed.business for deed in cook.deeds] == ["cook"]
    back = read_action("苏晴转身跑回来，把手伸给陈默。", [("苏晴", ()), ("陈默", ())])
    assert [deed.target for deed in back.deeds if deed.act.value == "run"] == ["陈默"]


def test_who_rides_a_bicycle_is_on_it() -> None:
    """骑着自行车 casts the bicycle."""
    film = _filmed("第1场 外景 街道 日\n\n苏晴骑着自行车经过。\n\n苏晴：再见！\n")
    assert _cast(film, "自行车") == {"苏晴", "自行车"}


def test_a_vegetable_garden_is_no_wood() -> None:
    """Cabbages stand in rows."""
    assert set_for("菜园", "", "", interior=False, night=False) == ("farm field", "")
    assert set_for("校园", "", "", interior=False, night=False) == ("street", "校园")
    assert set_for("果园", "", "", interior=False, night=False) == ("forest", "")


def test_a_fall_is_seen_down_to_the_ground() -> None:
    """Where the shot before was as wide, this one is wider and not tighter."""
    film = _filmed("第1场 外景 操场 日\n\n学生们站成一排。\n\n陈默跑过来。\n\n陈默重重摔倒在跑道上。\n\n陈默：疼！\n")
    assert _shot(film, "摔倒").setup.size in {Size.FULL, Size.WIDE}


def test_the_stranger_who_speaks_is_who_the_cue_says() -> None:
    """白发老人 is shown, 顾教授 speaks; nobody else is there. He is a man, as long as no 她 says otherwise."""
    film = _filmed(
        "第1场 内景 房间 夜\n\n宋妍推门进来。\n\n一个白发老人坐在轮椅上。\n\n老人转过身。\n\n顾教授：你终于来了。\n\n宋妍：你是谁？\n"
    )
    assert {subject.name for subject in film.cast} == {"宋妍", "顾教授"}
    professor = next(subject for subject in film.cast if subject.name == "顾教授")
    assert "男子" in professor.description


def test_two_strangers_leave_the_speaker_apart() -> None:
    """It might be either."""
    film = _filmed("第1场 内景 房间 夜\n\n一个老人坐着，一个老太太站着。\n\n顾教授：你终于来了。\n")
    assert {subject.name for subject in film.cast} == {"老人", "老太太", "顾教授"}


def test_mother_is_the_old_lady_of_before() -> None:
    """母亲 without 他的."""
    film = _filmed("第1场 外景 站台 晨\n\n小武跳下车。\n\n一位老太太挥手。\n\n小武：妈！\n\n小武跪在母亲面前。\n")
    assert _cast(film, "跪在") == {"小武", "老太太"}


def test_a_cast_list_may_stand_behind_a_triangle() -> None:
    """△ 本片人物 is no action."""
    film = _filmed(
        "△ 本片人物：小武（二十二岁）、大姐（四十岁，抱着婴儿）\n\n1. 内 车厢 夜\n△ 小武走来。\n小武：大姐。\n△ 大姐笑了。\n"
    )
    assert len(film.scenes) == 1
    assert all("婴儿" not in subject.aliases for subject in film.cast)


def test_a_single_does_not_show_whom_one_nods_at() -> None:
    """特写，大姐冲他点点头 is her alone."""
    film = _filmed("1. 内 车厢 夜\n△ 小武看着大姐。\n小武：谢谢。\n大姐：坐吧。\n△ 【特写】大姐笑着冲他点点头。\n")
    assert _cast(film, "点点头") == {"大姐"}


def test_full_of_people_is_a_crowd() -> None:
    """挤满了人."""
    (noun,) = [noun for noun in nouns_in("车厢里挤满了人。", "zh") if noun.kind == "person"]
    assert noun.crowd


def test_asleep_against_a_door_one_sits_and_a_train_leaves_by_itself() -> None:
    """靠着车门睡着了; 火车鸣笛，缓缓驶离."""
    asleep = read_action("小武靠着车门睡着了。", [("小武", ())])
    assert [deed.act.value for deed in asleep.deeds] == ["sit"]
    leaves = read_action("小武跪在母亲面前。火车鸣笛，缓缓驶离。", [("小武", ())], [("火车", ())])
    assert all(deed.act.value != "exit" for deed in leaves.of("小武"))


def test_father_and_son_are_those_two() -> None:
    """Sixteen is no child, and yet he is the son of 小凯爸爸; the barber is neither."""
    film = _filmed(
        "人物：\n李师傅——七十岁，理发师\n小凯——十六岁，高中生\n小凯爸爸——四十五岁，西装\n\n第1场 外景 老街 黄昏\n\n"
        "小凯走出理发店，爸爸看着他。\n\n李师傅站在门口挥手。\n\n父子俩并肩走在老街上。\n"
    )
    assert _cast(film, "父子俩") == {"小凯", "小凯爸爸"}


def test_grandpa_across_the_room_is_the_old_man() -> None:
    """爷爷，… is said to whoever is that old."""
    film = _filmed(
        "人物：\n李师傅——七十岁，理发师\n小凯——十六岁，高中生\n老赵——四十五岁\n\n第1场 内景 理发店 日\n\n李师傅站着。小凯坐着。\n\n"
        "老赵在门口踱步。\n\n小凯：爷爷，剪短一点。\n\n老赵走了。\n"
    )
    shot = next(s for scene in film.scenes for s in scene.shots if s.lines)
    by_id = {subject.id: subject.name for subject in film.cast}
    assert [by_id[casting.subject] for casting in shot.cast] == ["小凯", "李师傅"]


def test_who_is_in_a_photograph_is_not_in_the_room() -> None:
    """照片上 shows the photograph."""
    film = _filmed(
        "第1场 内景 理发店 日\n\n李师傅取出一张照片。\n\n李师傅：看。\n\n特写：照片上，年轻的李师傅抱着一把吉他。\n"
    )
    shot = _shot(film, "吉他")
    assert not shot.cast
    assert [prop.name for prop in film.props if prop.id in shot.props] == ["照片"]


def test_a_rain_of_petals_is_no_rain() -> None:
    """两人在花雨中交手."""
    assert weather_in("两人在花雨中激烈交手。", "zh") is None
    assert weather_in("两人在雨中激烈交手。", "zh") == "rain"


def test_seen_from_the_street_who_walks_out_comes() -> None:
    """走出理发店 is a way in on the street, and 走出森林 a way out of the forest."""
    reading = read_action("小凯走出理发店。", [("小凯", ())])
    assert from_outside(reading, "小凯走出理发店。", "老街").deeds[0].act.value == "enter"
    assert reading.deeds[0].act.value == "exit"
    leaves = read_action("小凯走出森林。", [("小凯", ())])
    assert from_outside(leaves, "小凯走出森林。", "森林").deeds[0].act.value == "exit"


def test_the_horse_runs_off_alone() -> None:
    """白马受惊，嘶鸣着跑开了: those who fight stay."""
    company = [("蒙面人", ()), ("陆青衣", ()), ("马", ())]
    reading = read_action("两人激烈交手，白马受惊，嘶鸣着跑开了。", company)
    assert [deed.doer for deed in reading.deeds if deed.act.value == "exit"] == ["马"]


def test_a_name_that_is_a_flower_is_still_somebody() -> None:
    """水莲 is 福伯's granddaughter and no lotus; a lotus is one."""
    assert isinstance(puppet_for("水莲", "孙女", "", 7, (), ("孙女",)), Person)
    assert not isinstance(puppet_for("荷花", "荷花", "", 7), Person)


def test_a_title_before_a_name_with_a_cue() -> None:
    """程序员阿远（28岁）: one person, and no programmer beside him."""
    film = _filmed("第1场 外景 天台 夜\n\n程序员阿远（28岁，格子衬衫）独自坐着。\n\n阿远：唉。\n")
    assert [(subject.name, subject.looks[0].description) for subject in film.cast] == [("阿远", "格子衬衫")]
    assert not film.props


def test_at_somebodys_desk_one_is_alone() -> None:
    """站在阿远的工位前; but 靠着阿远的肩膀 takes two."""
    head = "第1场 内景 办公室 夜\n\n阿远：唉。\n\n王总：谁？\n\n"
    assert _cast(_filmed(head + "王总站在阿远的工位前。\n"), "工位") == {"王总"}
    assert _cast(_filmed(head + "王总靠着阿远的肩膀。\n"), "肩膀") == {"王总", "阿远"}


def test_who_sees_two_is_none_of_them() -> None:
    """王总看见两人."""
    film = _filmed(
        "第1场 外景 天台 黎明\n\n刘姐靠着阿远。\n\n王总冲上天台，看见两人，停住了脚步。\n\n王总：走吧。\n\n刘姐：好。\n\n阿远：不。\n"
    )
    assert _cast(film, "看见两人") == {"王总", "刘姐", "阿远"}


def test_somebody_elses_coat_is_no_change_of_costume() -> None:
    """披着他的外套."""
    film = _filmed("第1场 外景 天台 黎明\n\n刘姐靠着阿远睡着了，身上披着他的外套。\n\n刘姐：好。\n\n阿远：嗯。\n")
    assert all(len(subject.looks) == 1 for subject in film.cast)


def test_amid_the_river_everybody_is_in_the_boat() -> None:
    """江心: nobody stands on the water, with the boat named or without."""
    film = _filmed(
        "第1场 外景 江心 晨\n\n福伯奋力摇橹，小船驶向对岸。\n\n军官把信塞给水莲。\n\n福伯：坐稳。\n\n军官：谢谢。\n\n水莲：别动。\n"
    )
    cast = {subject.id: subject for subject in film.cast}
    (scene,) = film.scenes
    aboard = passengers(scene, cast)
    assert len(aboard[_shot(film, "对岸").id]) == 1
    letter = _shot(film, "把信")
    assert len(aboard[letter.id]) == 2


def test_the_suit_before_a_name_is_worn() -> None:
    """西装革履的周文斌 wears it, and no card says 西装."""
    film = _filmed("第1场 外景 村口 日\n\n西装革履的周文斌走下车。\n\n周文斌：我回来了。\n")
    assert film.cast[0].looks[0].description == "西装革履"
    assert not film.props


def test_a_portrait_of_the_dead_brings_nobody() -> None:
    """墙上挂着母亲的遗像."""
    film = _filmed("第1场 内景 老宅 日\n\n周文斌走来。墙上挂着母亲的遗像。\n\n周文斌：娘。\n")
    assert {subject.name for subject in film.cast} == {"周文斌"}


def test_a_car_in_a_cloud_of_dust_drives() -> None:
    """一辆轿车扬着尘土开进村口."""
    film = _filmed("第1场 外景 村口 日\n\n老王坐着。\n\n一辆黑色轿车扬着尘土开进村口。\n\n老王：谁？\n")
    assert _cast(film, "轿车") == {"轿车"}


def test_a_boatman_is_no_boat() -> None:
    """老船工, 车夫, 马贼 and 羊倌 are people; 老船 is a boat."""
    for body in ("老船工", "车夫", "马贼", "羊倌"):
        assert isinstance(puppet_for("福伯", body, "", 7), Person), body
    assert not isinstance(puppet_for("船", "老船", "", 7), Person)


def test_raising_the_head_is_a_look_up() -> None:
    """猛地抬起头."""
    (deed,) = read_action("水莲猛地抬起头。", [("水莲", ())]).deeds
    assert (deed.act.value, deed.gaze) == ("look", "up")


def test_who_crouched_to_hug_a_child_hugs_it_there() -> None:
    """林芳蹲下来，紧紧搂住他 ends low; 扑进怀里 is a way."""
    film = _filmed(
        "第1场 内景 厨房 夜\n\n豆豆：妈妈！\n\n林芳：豆豆。\n\n林芳蹲下来，紧紧搂住豆豆。\n\n林芳蹲着，豆豆蹲着，豆豆扑进林芳怀里。\n"
    )
    staged = {shot.action: stage(order) for shot, order in orders(film)}
    hugging = next(s for action, s in staged.items() if "搂住" in action)
    mother = next(player for player in hugging.players if player.name == "林芳")
    assert (mother.beats[-1].business, mother.beats[-1].over) == ("crouch", "hug")
    leap = next(s for action, s in staged.items() if "扑进" in action)
    child = next(player for player in leap.players if player.name == "豆豆")
    assert any(beat.act.value in {"walk", "run", "enter"} for beat in child.beats)


def test_commas_part_a_cast_list_where_each_piece_is_somebody() -> None:
    """人物：小明（20岁，男），小红（20岁，女）: both are grown up; 小明，8岁 is one boy."""
    film = _filmed("第一场 外景 草地 日\n\n人物：小明（20岁，男），小红（20岁，女）\n\n小红抱住小明。\n")
    assert {who.name: who.description for who in film.cast} == {"小明": "20岁，男", "小红": "20岁，女"}
    named = _filmed("第一场 外景 草地 日\n\n人物：小明，小红，老王\n\n小红抱住小明。老王看着。\n")
    assert {who.name for who in named.cast} == {"小明", "小红", "老王"}
    assert all("，" not in who.description for who in named.cast)
    (boy,) = _filmed("第一场 外景 草地 日\n\n人物：小明，8岁，穿红毛衣\n\n小明笑了。\n").cast
    assert (boy.description, boy.looks[0].description) == ("8岁", "穿红毛衣")


def test_a_mermaid_is_no_fish() -> None:
    """美人鱼 is somebody, 金鱼 is not."""
    assert isinstance(puppet_for("美人鱼", "美人鱼", "", 7), Person)
    assert not isinstance(puppet_for("金鱼", "金鱼", "", 7), Person)


def test_a_name_that_tells_of_clothes_is_dressed_so() -> None:
    """黑衣首领 was a man in brown."""
    film = _filmed("第1场 外景 茶馆门口 夜\n\n黑衣首领：（冷笑）交出剑谱！\n\n老周：休想。\n")
    chief = next(subject for subject in film.cast if subject.name == "黑衣首领")
    assert "黑衣" in chief.description

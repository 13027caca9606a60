"""Where an action plays that no heading goes before: by any word of the dictionary, or by what stands in only one kind of place."""

from __future__ import annotations

import pytest

from engine.backends.animatic.blocking.staging import stage
from engine.plan.plan import orders
from engine.script.breakdown import breakdown
from engine.script.locations import location_in
from engine.script.reading import read_text


def _sets(text: str) -> list[str]:
    film = breakdown(read_text(f"{text}\n"))
    return [stage(order).scenery.kind for _, order in orders(film)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("A newspaper blows along the promenade and the avenue.", "street"),
        ("Chickens run between the huts of the tiny hamlet.", "village"),
        ("Rosa runs through the spruces with a lantern.", "forest"),
        ("Lily sits up and cries in the nursery.", "bedroom"),
        ("A girl with a bandaged head lies in the ward.", "hospital"),
        ("On board the starship, the crew straps in.", "spaceship"),
        ("The inmate grips the bars of his cell.", "prison"),
        ("Passengers doze in their compartment as fields rush past.", "train"),
        ("The trawlers knock against the jetty.", "harbour"),
        ("宫女们提着灯笼穿过皇城的回廊。", "palace"),
        ("厨师在膳房里切菜。", "kitchen"),
        ("小孩走进糖果店。", "shop"),
        ("皇后在寝殿里梳头。", "bedroom"),
        ("女孩在山涧边洗衣服。", "river"),
        ("宇航员在太空舱里飘着。", "spaceship"),
        ("风筝落进海里。", "sea"),
        ("小狗跳进河里。", "river"),
        ("她走进藏经楼。", "library"),
        ("青衣剑客在竹海中穿行。", "bamboo grove"),
        ("火星四溅，铁匠抡锤打铁。", "workshop"),
        ("护士推着担架跑过走廊。", "hospital"),
    ],
)  # fmt: skip
def test_a_place_is_told_by_any_word_for_it(text: str, kind: str) -> None:
    assert _sets(text) == [kind]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The pupils copy the sums from the blackboard.", "classroom"),
        ("Mama stirs the soup and wipes the stove.", "kitchen"),
        ("The bride walks down the aisle to the altar.", "church"),
        ("The surgeon bends over the operating table.", "hospital"),
        ("Old Ben waters his tulips beside the hedge.", "garden"),
        ("The blacksmith hammers at his anvil.", "workshop"),
        ("Max tiptoes among the chimneys, high above the town.", "rooftop"),
        ("老师站在讲台上点名。", "classroom"),
        ("奶奶掀开锅盖，往灶里添柴。", "kitchen"),
        ("新娘走向祭坛。", "church"),
        ("犯人抓着铁窗望着外面。", "prison"),
        ("孩子们捡贝壳。", "beach"),
    ],
)
def test_what_stands_in_one_kind_of_place_tells_of_it(text: str, kind: str) -> None:
    assert _sets(text) == [kind]


def test_a_heading_and_a_named_place_stay() -> None:
    assert _sets("EXT. FIELD - DAY\n\nThe teacher taps the blackboard.") == ["farm field"]
    assert _sets("In the forest, a stove stands among the trees.") == ["forest"]


def test_who_looks_there_is_not_there_and_compounds_are_no_place() -> None:
    assert location_in("She stares at the boulevard.", "en") is None
    assert location_in("He looks down into the ravine.", "en") is None
    assert location_in("She waves to the station master.", "en") is None


@pytest.mark.parametrize(
    "text",
    ["管家听见楼上的脚步声。", "直升机在大楼上空盘旋。", "他在梦中飞翔。", "他在路上遇到一个老人。", "老师在一旁观看。", "他从口袋里掏出一枚硬币。"],
)  # fmt: skip
def test_no_place_is_made_of_half_words(text: str) -> None:
    assert location_in(text, "zh") is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("他们在一座破旧的仓库里会面。", ("仓库", True)),
        ("人们在仓库会面。", ("仓库", True)),
        ("一辆黄包车停在戏院门口。", ("戏院", False)),
        ("火光在远处的山谷里闪烁。", ("山谷", False)),
    ],
)
def test_a_chinese_place_is_known_by_its_last_character(text: str, place: tuple[str, bool]) -> None:
    assert location_in(text, "zh") == place


def test_nobody_plays_in_a_kennel_and_of_houses_one_is_in_none() -> None:
    assert location_in("The dog sleeps in the kennel.", "en") is None
    assert location_in("Neon flickers on the skyscrapers.", "en") == ("skyscrapers", False)


def test_an_adverb_of_place_is_weaker_than_what_stands_there() -> None:
    """Where one only passes, or is above, a place, the things at hand tell more."""
    assert _sets("Doctors push the stretcher down the corridor.") == ["hospital"]
    assert _sets("Leo steps out among the chimney pots, high above the city.") == ["rooftop"]


def test_who_is_somewhere_only_passes_a_tree_or_a_wall() -> None:
    assert location_in("He walks past the barn.", "en", settled=True) is None
    assert location_in("She runs through the pines.", "en", settled=True) is None
    assert location_in("She steps into the boutique.", "en", settled=True) == ("boutique", True)

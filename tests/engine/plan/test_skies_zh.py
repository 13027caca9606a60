"""Chinese tells of the weather without its name, and names it where there is none: both by families of words."""

import pytest

from engine.plan.air import airs_in
from engine.script.weather import weather_in

TOLD = [
    ("老天爷像是漏了一样，屋檐挂下水帘。", "rain", "downpour"),
    ("雨若有若无，落在伞上沙沙响。", "rain", "drizzle"),
    ("雪粒子轻轻敲着窗纸。", "snow", "flurry"),
    ("狂风裹着雪片扑面而来。", "snow", "blizzard"),
    ("十步之外什么也看不见，只有白茫茫一片。", "fog", None),
    ("湖上浮着一层轻纱。", "fog", "mist"),
    ("树梢猛地一弯，瓦片被掀飞。", "wind", "gale"),
    ("柳条轻轻摇摆。", "wind", "breeze"),
    ("远处滚过一阵闷雷。", "storm", None),
    ("昏黄的沙墙压了过来。", "wind", "sandstorm"),
    ("桐花落了一地。", None, "petals"),
    ("一队提着小灯笼的虫儿飞过。", None, "fireflies"),
    ("马队荡起一路黄尘。", None, "dust"),
    ("林间筛下点点光斑。", None, "sunbeams"),
    ("一粒火星打着旋儿升起来。", None, "embers"),
    ("一颗星子拖着尾巴划过夜空。", None, "meteors"),
    ("月儿细得像一枚指甲。", None, "crescent"),
    ("月亮缺了一半。", None, "half moon"),
    ("银盘似的月亮升起来。", None, "full moon"),
    ("夜黑风高，没有一颗星，也没有月亮。", None, "moonless"),
    ("密密麻麻的星子缀满天幕。", None, "starry"),
    ("东方的云朵镶上了金边。", None, "glow"),
]


@pytest.mark.parametrize(("text", "weather", "air"), TOLD)
def test_the_air_is_told_without_its_name(text, weather, air):
    assert weather is None or weather_in(text, "zh") == weather
    assert air is None or air in airs_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "她心花怒放。",
        "掌声如雷，他挥汗如雨。",
        "子弹像雨点一样打在墙上。",
        "他心里刮起了一场风暴。",
        "昨夜下了一场大雨。",
        "墙上挂着一幅雪景图。",
        "她擦了擦桌上的灰尘。",
        "一个叫小雪的女孩跑了过来。",
        "两朵红云飞上她的脸颊。",
        "远处传来隆隆的声音。",
    ],
)
def test_what_only_sounds_like_weather_is_none(text):
    assert weather_in(text, "zh") in (None, "clear")
    assert airs_in(text) == ()


@pytest.mark.parametrize("text", ["雨下个不停。", "雾还没散。", "雪花停在她的睫毛上。"])
def test_what_goes_on_has_not_stopped(text):
    assert weather_in(text, "zh") not in (None, "clear")


def test_a_breeze_beside_rain_goes_with_it():
    assert weather_in("微风里飘着细雨。", "zh") == "rain"
    assert weather_in("阳光穿过薄雾。", "zh") == "fog"

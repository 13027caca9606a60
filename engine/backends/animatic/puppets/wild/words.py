"""The names of creatures in English and Chinese: each line is the cut, its height in metres on the stage, and the names.

Read like the shelf of nouns (see noun_words) and before it, so that a dragon is a puppet of ours and no emoji.
"""

from __future__ import annotations

from dataclasses import dataclass

WILD = """
wild:fish .24 fish, trout, salmon, carp, bass, tuna, herring, cod, catfish, eel, swordfish, sardine, anchovy, flying fish, pufferfish, mackerel, minnow, 鱼, 小鱼, 大鱼, 鲤鱼, 草鱼, 鲑鱼, 鲈鱼, 鲫鱼, 鱼儿, 游鱼, 活鱼
wild:gnat .07 fly, housefly, mosquito, gnat, midge, bluebottle, 苍蝇, 蚊子, 蚊, 蚊虫, 飞虫, 小飞虫
wild:cricket .10 cricket, grasshopper, locust, cicada, katydid, mantis, praying mantis, cockroach, 蟋蟀, 蛐蛐, 蚂蚱, 蝗虫, 蚱蜢, 蝉, 知了, 螳螂, 蝈蝈, 蟑螂
wild:starfish .20 starfish, sea star, 海星
wild:goldfish .16 goldfish, angelfish, clownfish, tropical fish, betta, 金鱼, 热带鱼, 斗鱼
wild:koi .30 koi, koi carp, 锦鲤
wild:shark 1.2 shark, great white shark, 鲨, 鲨鱼, 大白鲨
wild:whale 2.4 whale, humpback, blue whale, sperm whale, 鲸, 鲸鱼, 蓝鲸, 巨鲸, 大鲸鱼
wild:dolphin .9 dolphin, porpoise, orca, killer whale, 海豚, 虎鲸, 江豚
wild:octopus .9 octopus, kraken, squid, cuttlefish, giant squid, 章鱼, 八爪鱼, 乌贼, 鱿鱼, 墨鱼
wild:jellyfish .5 jellyfish, 水母, 海蜇
wild:crab .22 crab, hermit crab, 螃蟹, 蟹, 寄居蟹
wild:seal .85 seal, sea lion, walrus, 海豹, 海狮, 海象
wild:lobster .22 lobster, shrimp, prawn, crayfish, 龙虾, 虾, 小虾
wild:butterfly .18 butterfly, monarch butterfly, swallowtail, 蝴蝶, 彩蝶, 蝶, 凤蝶
wild:moth .16 moth, 飞蛾, 蛾, 蛾子, 灯蛾
wild:bee .12 bee, honeybee, bumblebee, honey bee, bumble bee, 蜜蜂, 蜂, 小蜜蜂, 大黄蜂
wild:wasp .12 wasp, hornet, yellowjacket, 黄蜂, 马蜂, 胡蜂
wild:firefly .08 firefly, fireflies, glowworm, lightning bug, 萤火虫, 流萤, 萤
wild:dragonfly .14 dragonfly, damselfly, 蜻蜓
wild:ladybird .10 ladybird, ladybug, beetle, scarab, 瓢虫, 甲虫, 甲壳虫
wild:ant .12 ant, termite, 蚂蚁, 蚁
wild:spider .16 spider, tarantula, 蜘蛛
wild:snail .12 snail, slug, 蜗牛
wild:caterpillar .12 caterpillar, worm, silkworm, inchworm, 毛毛虫, 虫, 虫子, 蚕, 蚯蚓
wild:turtle .34 turtle, tortoise, sea turtle, terrapin, 乌龟, 龟, 甲鱼, 海龟, 老龟, 玄龟
wild:crocodile .6 crocodile, alligator, croc, gator, 鳄鱼, 鳄
wild:frog .22 frog, tree frog, bullfrog, tadpole, 青蛙, 蛙, 小青蛙, 牛蛙, 树蛙
wild:toad .20 toad, 蛤蟆, 癞蛤蟆, 蟾蜍, 金蟾
wild:snake .42 snake, serpent, python, cobra, viper, rattlesnake, 蛇, 毒蛇, 大蛇, 小蛇, 蟒蛇, 青蛇, 白蛇, 眼镜蛇
wild:lizard .24 lizard, gecko, chameleon, iguana, salamander, newt, 蜥蜴, 壁虎, 变色龙
wild:bat .34 bat, fruit bat, vampire bat, 蝙蝠
wild:monkey .95 monkey, macaque, baboon, lemur, gibbon, 猴, 猴子, 小猴, 小猴子, 猕猴, 金丝猴, 猿
wild:ape 1.35 ape, gorilla, chimpanzee, chimp, orangutan, orang utan, 猩猩, 大猩猩, 黑猩猩
wild:kangaroo 1.5 kangaroo, wallaby, 袋鼠
wild:long 2.0 chinese dragon, eastern dragon, jade dragon, dragon king, river dragon, golden dragon, 龙, 神龙, 青龙, 金龙, 龙王, 巨龙, 白龙, 黑龙, 小龙, 蛟龙, 蛟, 应龙, 祥龙, 祖龙, 老龙
wild:dragon 2.3 dragon, baby dragon, fire dragon, drake, wyvern, 喷火龙, 西方龙, 恶龙, 火龙, 飞龙
wild:dinosaur 2.4 dinosaur, t-rex, t rex, tyrannosaurus, raptor, velociraptor, godzilla, 恐龙, 霸王龙, 暴龙
wild:ghost 1.3 ghost, spirit, phantom, spectre, wraith, poltergeist, 鬼, 幽灵, 鬼魂, 小鬼, 幽魂
wild:robot 1.3 robot, android, droid, cyborg, automaton, 机器人, 小机器人, 机械人
wild:alien 1.2 alien, extraterrestrial, martian, 外星人, 火星人, 小外星人
wild:snowman 1.3 snowman, snow man, 雪人, 小雪人
wild:scarecrow 1.7 scarecrow, straw man, strawman, 稻草人
"""


@dataclass(frozen=True, slots=True)
class Wild:
    """One line: the picture, its height, and the names as alternatives (as a breed's words)."""

    words: str
    art: str
    height: float


def _line(text: str) -> Wild:
    art, height, names = text.split(" ", 2)
    return Wild("|".join(names.split(", ")), art, float(height))


WILDS = tuple(_line(text) for text in WILD.strip().splitlines())
NAMES = frozenset(name for wild in WILDS for name in wild.words.split("|"))

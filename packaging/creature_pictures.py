"""Contact sheets of the company's animals, creatures and vehicles: each as a script would cast it, at one size, by both names.

The names are the ones people write, not our own keys, so a word that casting no longer knows shows up here as a stranger.
"""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np
import skia
from numpy.typing import NDArray

from engine.backends.animatic.puppets.casting import puppet_for
from engine.backends.animatic.puppets.things import face
from engine.backends.animatic.stage import Act, Pose

CELL, COLUMNS = 132, 10
PAPER, LETTERS = (0xC9, 0xDA, 0xE2), 0xFF4A3A36

BEASTS = """
dog 狗, corgi 柯基, dachshund 腊肠犬, husky 哈士奇, poodle 贵宾犬, greyhound 灵缇, dalmatian 斑点狗, pug 巴哥, german shepherd 狼狗, collie 牧羊犬,
cat 猫, fox 狐狸, wolf 狼, horse 马, unicorn 独角兽, donkey 毛驴, ox 黄牛, water buffalo 水牛, yak 牦牛, cow 奶牛,
sheep 绵羊, ram 公羊, goat 山羊, pig 猪, wild boar 野猪, deer 鹿, reindeer 驯鹿, camel 骆驼, llama 羊驼, giraffe 长颈鹿,
tiger 老虎, lion 狮子, leopard 豹, black panther 黑豹, lynx 猞猁, zebra 斑马, elephant 大象, rhino 犀牛, hippo 河马, bear 熊,
panda 熊猫, red panda 小熊猫, polar bear 北极熊, rabbit 兔子, squirrel 松鼠, mouse 老鼠, hedgehog 刺猬, raccoon 浣熊, otter 水獭, monkey 猴子,
gorilla 大猩猩, kangaroo 袋鼠, crocodile 鳄鱼, turtle 乌龟, frog 青蛙, snake 蛇, lizard 蜥蜴, bat 蝙蝠, snail 蜗牛, caterpillar 毛毛虫,
sparrow 麻雀, swallow 燕子, magpie 喜鹊, crow 乌鸦, crane 仙鹤, egret 白鹭, owl 猫头鹰, eagle 老鹰, seagull 海鸥, dove 鸽子,
duck 鸭子, swan 天鹅, goose 大雁, rooster 公鸡, hen 母鸡, chick 小鸡, peacock 孔雀, parrot 鹦鹉, penguin 企鹅, phoenix 凤凰,
fish 鱼, goldfish 金鱼, koi 锦鲤, shark 鲨鱼, whale 鲸鱼, dolphin 海豚, octopus 章鱼, jellyfish 水母, crab 螃蟹, seal 海豹,
butterfly 蝴蝶, bee 蜜蜂, wasp 马蜂, firefly 萤火虫, dragonfly 蜻蜓, ladybird 瓢虫, ant 蚂蚁, spider 蜘蛛, lobster 龙虾, cricket 蟋蟀,
mosquito 蚊子, starfish 海星, hyena 鬣狗, mole 鼹鼠, ostrich 鸵鸟, flamingo 火烈鸟, pelican 鹈鹕, turkey 火鸡, vulture 秃鹫, moth 飞蛾,
chinese dragon 龙, dragon 喷火龙, dinosaur 恐龙, ghost 幽灵, robot 机器人, alien 外星人, snowman 雪人, scarecrow 稻草人
"""
MOVES = (
    ("dog", Act.WALK, 90, 0.5), ("horse", Act.RUN, 90, 2.1), ("rabbit", Act.RUN, 90, 0.18), ("fox", Act.SIT, 60, 0.0), ("cat", Act.LIE, 80, 0.0), ("horse", Act.STAND, 0, 0.0),
    ("dog", Act.STAND, 0, 0.0), ("elephant", Act.STAND, 180, 0.0), ("fox", Act.STAND, 35, 0.0), ("frog", Act.RUN, 90, 0.1), ("crane", Act.FLY, 80, 0.4), ("eagle", Act.FLY, 80, 0.4),
    ("chinese dragon", Act.FLY, 80, 1.0), ("dragon", Act.FLY, 80, 1.0), ("kangaroo", Act.RUN, 90, 1.0), ("robot", Act.WALK, 90, 0.5), ("robot", Act.WAVE, 20, 0.0), ("robot", Act.STAND, 180, 0.0),
    ("peacock", Act.WAVE, 80, 0.0), ("scarecrow", Act.WALK, 80, 0.4),
)  # fmt: skip

FLEET = """
car 汽车, taxi 出租车, police car 警车, ambulance 救护车, fire engine 消防车, bus 公交车, truck 卡车, tractor 拖拉机,
tram 有轨电车, train 火车, motorcycle 摩托车, bicycle 自行车, carriage 四轮马车, horse cart 马车, rickshaw 黄包车, sedan chair 轿子,
sleigh 雪橇, cart 板车, boat 小船, sampan 乌篷船, raft 竹筏, dragon boat 龙舟, junk 帆船, sailing ship 大帆船,
sailboat 帆板, steamer 轮船, submarine 潜艇, aeroplane 飞机, biplane 双翼机, helicopter 直升机, hot-air balloon 热气球, airship 飞艇,
rocket 火箭, UFO 飞碟, spaceship 飞船
"""
ENDS = (
    "car",
    "taxi",
    "police car",
    "bus",
    "fire engine",
    "train",
    "tram",
    "bicycle",
    "motorcycle",
    "boat",
    "sampan",
    "junk",
    "steamer",
    "aeroplane",
    "carriage",
)


def draw(folder: Path) -> None:
    """Write creatures.jpg and vehicles.jpg."""
    shown = [_cell(english, chinese, Pose(yaw=85, clock=1.3)) for english, chinese in _names(BEASTS)]
    shown += [_cell(name, act.value, _moving(act, yaw, gone)) for name, act, yaw, gone in MOVES]
    _write(folder / "creatures.jpg", shown, COLUMNS)
    rolling = [_cell(english, chinese, Pose(yaw=88, clock=1.3)) for english, chinese in _names(FLEET)]
    rolling += [_cell(name, "toward us", Pose(yaw=4, clock=1.3)) for name in ENDS]
    _write(folder / "vehicles.jpg", rolling, 8)


def _names(text: str) -> list[tuple[str, str]]:
    pairs = (pair.strip().rpartition(" ") for pair in text.replace("\n", " ").split(",") if pair.strip())
    return [(english, chinese) for english, _, chinese in pairs]


def _moving(act: Act, yaw: float, gone: float) -> Pose:
    travel = 0.0 if act in (Act.STAND, Act.SIT, Act.LIE, Act.WAVE) else 3.0 if act is Act.RUN else 1.0
    return Pose(act=act, phase=1.0, yaw=yaw, gone=gone, travel=travel, clock=1.3)


def _cell(name: str, caption: str, pose: Pose) -> NDArray[np.uint8]:
    """uint8 (CELL, CELL, 3) BGR: the puppet of that name, its names below."""
    puppet = puppet_for(name, f"a {name}", "", 7)
    surface = skia.Surface.MakeRasterN32Premul(CELL, CELL)
    canvas = surface.getCanvas()
    canvas.clear(skia.Color(*PAPER[::-1]))
    scale = (CELL - 34) / max(puppet.width * 1.05, puppet.height * 1.12)
    canvas.save()
    canvas.translate(CELL / 2, CELL - 26)
    canvas.scale(scale, scale)
    canvas.saveLayer(None, None)
    puppet.draw(canvas, pose)
    canvas.restore()
    canvas.restore()
    font = skia.Font(face(), 11)
    text = f"{name} {caption}"
    canvas.drawString(
        text, (CELL - font.measureText(text)) / 2, CELL - 7, font, skia.Paint(AntiAlias=True, Color=LETTERS)
    )
    return np.ascontiguousarray(surface.makeImageSnapshot().toarray(colorType=skia.kBGRA_8888_ColorType)[:, :, :3])


def _write(path: Path, cells: list[NDArray[np.uint8]], columns: int) -> None:
    blank = np.full_like(cells[0], PAPER)
    cells = [*cells, *[blank] * (-len(cells) % columns)]
    rows = [np.hstack(cells[at : at + columns]) for at in range(0, len(cells), columns)]
    cv2.imwrite(str(path), np.vstack(rows), [cv2.IMWRITE_JPEG_QUALITY, 82])

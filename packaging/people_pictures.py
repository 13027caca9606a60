"""Contact sheets of people: costumes of East and West, views, heads, held props, and the whole company at 48 pixels.

Everybody is cast from the words under them, as in a script, so that the sheets show what reading gives and not what was chosen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import skia

from engine.backends.animatic.acting import Placed, in_hand
from engine.backends.animatic.puppets.casting import puppet_for, thing_for
from engine.backends.animatic.puppets.costume import Costume
from engine.backends.animatic.puppets.grips import InHand
from engine.backends.animatic.puppets.hair_styles import STYLES
from engine.backends.animatic.puppets.hats import HATS
from engine.backends.animatic.puppets.person import Person
from engine.backends.animatic.puppets.things import face
from engine.backends.animatic.puppets.wardrobe import costume_of
from engine.backends.animatic.stage import Act, Pose, Puppet
from engine.film.cast import look_seed

PAPER, INK = 0xFFD3D2BD, 0xFF4A4640
QUALITY = 76
Paint = Callable[[skia.Canvas], None]

EAST = """孙悟空| 嫦娥| 猪八戒| 唐僧| 哪吒| 关羽| 皇帝| 皇后| 公主| 将军| 县令| 书生| 侠客| 女侠| 丫鬟| 掌柜| 店小二| 道士| 老和尚| 渔翁| 牧童| 新娘| 新郎|
唐女|唐代女子 宋女|宋代女子 明女|明代女子 清女|清代女子 清男|清代男子 民国女|民国女子 民国男|民国男子 武士| 艺伎| AIKO|a_woman_in_a_kimono 忍者| 花旦|
小学生|八岁的小学生 校长|穿中山装的老校长 老农| 外卖小哥| 李静|孕妇,三十岁,旗袍""".replace("\n", " ")
WEST = """KNIGHT| KING| QUEEN| PRINCE| PRINCESS| WIZARD| WITCH| PIRATE| VIKING| JESTER| NUN| PRIEST| FRIAR| COWBOY| SANTA| BRIDE| GROOM| BALLERINA| CLOWN| ANGEL|
POLICE_OFFICER| SOLDIER| GENERAL| NURSE| DOCTOR| SURGEON| SAILOR| SEA_CAPTAIN| PILOT| FIREFIGHTER| CHEF| WAITER| MAID| TRAIN_GUARD| POSTMAN| SCHOOLGIRL| FARMER| BUILDER|
MECHANIC| BLACKSMITH| ASTRONAUT| DIVER| RUNNER| COACH| BEGGAR| THIEF| DETECTIVE| BUSINESSMAN| JUDGE| PAINTER| PUNK| VAMPIRE| AMY|a_girl_of_14_in_a_wheelchair
SILVER|a_one-legged_sailor ADA|a_stooped_woman_of_80_with_a_cane TIM|a_baby""".replace("\n", " ")
VIEWED = ("ROSE|a young woman in a red qipao", "DR. OSEI|a doctor", "嫦娥|", "GALAHAD|a knight", "小明|小学生，八岁")
HELD = ("lantern", "book", "umbrella", "sword", "cup", "phone", "staff", "bouquet", "suitcase", "broom", "fishing rod", "camera", "letter", "candle", "knife", "bag", "spear", "毛笔", "newspaper", "油纸伞")  # fmt: skip
HOLDERS = (
    "ANNA|a woman in a blue coat",
    "TOM|a man in a grey suit",
    "李白|唐代诗人",
    "IVY|a girl of 8 in a red dress",
    "LENA|a nurse",
)


def draw(folder: Path) -> None:
    """Write people-east, people-west, people-views, people-hair, people-hats, people-held and people-small into the folder."""
    _save(folder / "people-east.jpg", [_standing(*who) for who in _listed(EAST)], 10, (122, 176))
    _save(folder / "people-west.jpg", [_standing(*who) for who in _listed(WEST)], 14, (112, 170))
    turns = (0, 35, 65, 90, 125, 180, -90, -35)
    rows = [_standing(*who.split("|"), yaw=yaw, says="") for who in VIEWED for yaw in turns]
    walks = [
        _standing(*who.split("|"), yaw=yaw, says="", walks=True)
        for who in VIEWED[:2]
        for yaw in (0, 0.5, 1, 90, 91, 180, 180.5, 181)
    ]
    _save(folder / "people-views.jpg", [*rows, *walks], 8, (140, 182))
    _save(folder / "people-hair.jpg", _heads(_hairs()), 16, (80, 98))
    _save(folder / "people-hats.jpg", _heads(_hats()), 20, (80, 98))
    _save(
        folder / "people-held.jpg",
        [_holding(name, HOLDERS[i % len(HOLDERS)]) for i, name in enumerate(HELD)],
        10,
        (130, 182),
    )
    company = [*_listed(EAST), *_listed(WEST)]
    _save(folder / "people-small.jpg", [_standing(*who, says="", tall=48) for who in company], 24, (46, 60))


def _listed(names: str) -> list[tuple[str, str]]:
    """(name, description) of each entry; what stands before the bar is the name, underscores are spaces."""
    entries = (entry.replace("_", " ").split("|") for entry in names.split())
    return [(entry[0], entry[1] if len(entry) > 1 else "") for entry in entries]


def _standing(
    name: str, told: str, yaw: float = 32, says: str | None = None, tall: float = 128, *, walks: bool = False
) -> Paint:
    """Somebody on their feet, their name under them; who walks is at a third of a step for each half degree."""
    puppet = puppet_for(name, told, "", look_seed(name))
    pose = Pose(yaw=yaw, clock=1.0)
    if walks:
        step = 0.22 * (1 + 2 * (yaw % 1) + (yaw == 91 or yaw % 180 == 1) * 2)
        pose = Pose(act=Act.WALK, yaw=round(yaw / 90) * 90, clock=1.0, phase=2.0, length=8.0, travel=1.2, gone=1.4 + step, span=9.0)  # fmt: skip

    def paint(canvas: skia.Canvas) -> None:
        _put(canvas, puppet, pose, tall / 1.72)
        _letter(canvas, name if says is None else says)

    return paint


def _holding(thing: str, who: str) -> Paint:
    name, told = who.split("|")
    holder, prop = puppet_for(name, told, "", look_seed(name)), thing_for(thing)
    pose = Pose(yaw=48, clock=1.0, carries=True, grip=getattr(prop, "hold", ""))
    placed = in_hand(Placed(0.0, 0.0, pose), prop, Placed(0.0, 0.0, pose), holder)

    def paint(canvas: skia.Canvas) -> None:
        behind = prop.height > 0.9
        for part in ("prop", "holder") if behind else ("holder", "prop"):
            if part == "holder":
                _put(canvas, holder, pose, 118 / 1.72)
            else:
                _put(canvas, InHand(prop, holder, pose), placed.pose, 118 / 1.72, placed.x, placed.lift)
        _letter(canvas, thing)

    return paint


def _hairs() -> list[Costume]:
    """One head, every hair style."""
    bare = ("topknot", "cloud", "rings", "geisha", "high bun", "slick", "queue", "chonmage", "quiff", "mohawk", "spiky")
    return [replace(_bust(), hair=hair, fringe="none" if hair in bare else "parted") for hair in STYLES]


def _hats() -> list[Costume]:
    """One head, every hat."""
    return [replace(_bust(), hair="bob", hat=hat, hat_colour="#4a5d8f") for hat in HATS]


def _bust() -> Costume:
    mary = costume_of("MARY", "a woman of 30 in a red shirt", "", 5)
    return replace(mary, scarf="", hat="", extra="", glasses=False, hair_colour="#4f3527")


def _heads(costumes: Sequence[Costume]) -> list[Paint]:
    """Each in front, three-quarter, side and back."""
    return [_head(costume, yaw) for costume in costumes for yaw in (0, 40, 90, 180)]


def _head(costume: Costume, yaw: float) -> Paint:
    person = Person(costume)
    scale = 44 / person.body.head

    def paint(canvas: skia.Canvas) -> None:
        _put(canvas, person, Pose(yaw=yaw, clock=1.0), scale, 0.0, -person.eye_line + 30 / scale)

    return paint


def _put(canvas: skia.Canvas, puppet: Puppet, pose: Pose, scale: float, x: float = 0.0, lift: float = 0.0) -> None:
    """A puppet on a layer of its own, so that its shadows fall on itself alone."""
    canvas.saveLayer()
    canvas.scale(scale, scale)
    canvas.translate(x, -lift)
    puppet.draw(canvas, pose)
    canvas.restore()


def _letter(canvas: skia.Canvas, words: str) -> None:
    if words:
        font = skia.Font(face(), 10)
        canvas.drawString(words, -font.measureText(words) / 2, 12, font, skia.Paint(AntiAlias=True, Color=INK))


def _save(path: Path, cells: Sequence[Paint], columns: int, cell: tuple[int, int]) -> None:
    """Lay the cells out on paper and write the sheet."""
    wide, high = cell
    rows = -(-len(cells) // columns)
    surface = skia.Surface(wide * columns, high * rows)
    canvas = surface.getCanvas()
    canvas.clear(PAPER)
    for index, paint in enumerate(cells):
        left, top = index % columns * wide, index // columns * high
        canvas.save()
        canvas.clipRect(skia.Rect.MakeXYWH(left, top, wide, high))
        canvas.translate(left + wide / 2, top + high - (16 if high > 110 else 6))
        paint(canvas)
        canvas.restore()
    pixels = surface.makeImageSnapshot().toarray(colorType=skia.ColorType.kBGRA_8888_ColorType)
    cv2.imwrite(str(path), np.ascontiguousarray(pixels[..., :3]), [cv2.IMWRITE_JPEG_QUALITY, QUALITY])

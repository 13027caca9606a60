"""What the last character of a Chinese noun says it is: 咖啡机 a thing, 枣红马 an animal, 乘警 somebody.

Parts of speech in word lists are often wrong (熨斗 a verb, 玉玺 a name) and the first sense of an English gloss is often another
(羊驼: alpaca, the wool). The head of the word knows better than both.
"""

from __future__ import annotations

_HEADS = {
    "animal": "狗犬猫狐狼虎豹狮熊象鹿驴骡牛羊驼马猪兔鼠猴猿猩獾貂狸猬鲸豚龟鳄蛙蟾蜥蚕蜂蛾蚁蝇蚊蝉螂蛛蝎蟀蜓鲨鲤虾蟹鳖獭驹犊羔",
    "bird": "鸟雀雁鹰鹤鸭鹅鸡鸽燕鸦鹊莺鹂鹉雕隼鸥鹭鸢雉鸮鹞",
    "vehicle": "车船舟艇筏轿舰",
    "person": "匠警兵僧尼侠贼匪盗妇夫翁妪婆姨妃郎汉师员童",
    "wear": "帽鞋靴袜裙裤袍衫袄",
    "scenery": "房室厅堂馆店铺院楼阁殿宫庙寺庵祠廊巷街",
    "thing": "灯刀剑枪炮弓箭锤斧锯铲锄犁桶盆碗杯壶瓶罐坛缸锅勺盘碟筷桌椅凳床柜箱盒袋篮筐篓笼网绳钩伞扇镜梳钟锣鼓笛箫筝笙号旗匾碑像砚印章玺币钥帘毯席枕垫棋偶娃饼糕糖粥汤蛋瓜豆石珠玉环簪钗镯链冠盾甲棍棒杖竿梯轮桨锚斗杆磨炉灶米磬薯莓菇椒葱蒜芋藕笋埙琴包机画布纸书笔票牌球锁门窗被线针花草表",
}
"""Last characters, by the category they tell."""
_OF_HEAD = {char: category for category, chars in _HEADS.items() for char in chars}
_LOOSE = frozenset("马夫师员童汉包机画布纸书笔票牌球锁门窗被线针花草表号像斗机章印环网头石米轮杆甲炮磨钟")
"""So short a word with one of these may mean anything: 时机, 代表, 专门, 地球."""
_DEEDS = frozenset("堵熄闭割扣击织回爆挨发开加接停换满现埋转具")
"""What one does to a thing, and no thing: 堵车, 熄灯."""
_DONE_TO = frozenset(
    "打放拉吃喝买卖坐骑看读写画唱跳玩抓捉捕杀养种采摘挖砍修造做制开关点烧煮搭乘运送寄带穿戴脱洗擦扫踢投发织推扛背抬收交换用借还"
)
"""Verbs before a noun of two characters."""
_LESS = frozenset(
    "客探卒丁奴囚叟傅仆役伶伎妓贩首皮根籽果酱油盐肠肝筋爪尾翅毛羽丝绸缎绒纱巾裳衣裹褥单罩套屏壁橱架座台榻垛堆桩栏栅桥亭塔坟窖穴巢窝洞帐幕旌旒幡鞭镖矛戟钺槊弩箫埙铙钹镲铎缶瓯盅盏樽觥鼎簋瓮钵盂匣奁囊褡"
)
"""Characters that may be heads too, of too many sorts to tell which."""
_VAGUE = frozenset("房室厅堂馆店铺院楼阁殿宫庙寺庵祠廊巷街网线号门币像")
"""What ends in these is seldom one of them: 经济网, 交通线."""
_NO_HEAD = frozenset(("人员", "成员", "职员", "动机", "转机", "有机", "品牌", "王牌", "全球", "眼球"))
_NO_PREFIX = frozenset(
    "的了着过不有无是在把被一两几这那每各某第最很太和与及或为以于向从对将已未所之其何谁哪吗呢吧打开停倒上下"
)


def expected(word: str) -> str:
    """The category that the word's last character tells; "" where it tells nothing."""
    if word in _NO_HEAD or (len(word) < 3 and word[-1] in _LOOSE):
        return ""
    return _OF_HEAD.get(word[-1], "")


def has_head(word: str) -> bool:
    """Whether the word ends in a character that may be a noun's head."""
    deed = len(word) == 2 and word[0] in _DEEDS
    return not deed and (word[-1] in _OF_HEAD or word[-1] in _LOOSE | _LESS)


def does_to(word: str) -> bool:
    """Whether a word of three characters may be a verb and what it is done to: 放风筝."""
    return len(word) == 3 and word[0] in _DONE_TO


def is_compound(word: str) -> bool:
    """Whether a word of no dictionary may be taken for what its last character says."""
    doubled = len(word) == 2 and word[0] == word[1]  # somebody's pet name
    return (
        not doubled
        and len(word) < 4
        and word[-1] not in _VAGUE
        and expected(word) != ""
        and not _NO_PREFIX & set(word[:-1])
    )

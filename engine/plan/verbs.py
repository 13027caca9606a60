"""The words that move a puppet: verbs and moods, English and Chinese, as tables.

English forms are spelled out once from the base form; Chinese matches the longest word. Only what the puppets can act
is here; a verb nobody knows leaves its subject standing, which is better than a wrong gesture.
"""

from __future__ import annotations

import re

from engine.plan.acts import Act, Mood
from engine.plan.business import table
from engine.plan.verb_forms import forms_of

_ENGLISH: dict[Act, str] = {
    Act.WALK: """lead walk stroll wander stride pace march tiptoe approach cross go head move travel come amble hike trudge
        climb creep crawl step follow drive ride row sail pass return drift roll pedal paddle swim shuffle limp dance waddle lumber sneak prowl stalk plod stagger slide skate saunter wade slink hobble slither barge stride storm carry haul wheel lug escort usher""",
    Act.RUN: "run race rush dash chase sprint hurry flee gallop jog bolt charge speed hop skip bound leap jump trot scurry scamper bolt dart pursue",
    Act.TALK: "say speak talk whisper shout ask call tell sing answer reply murmur chat argue explain announce bark",
    Act.WAVE: "wave beckon greet salute fight duel strike",
    Act.SIT: "sit kneel crouch squat perch settle fish",
    Act.LOOK: """look watch gaze stare glance peer study notice search see read turn listen observe examine admire
        discover spot face""",
    Act.FALL: "fall trip stumble collapse slip faint tumble topple",
    Act.ENTER: "enter arrive appear emerge",
    Act.EXIT: "exit leave depart disappear vanish",
    Act.LIE: "lie sleep rest nap doze dream snore",
    Act.FLY: "launch fly soar float glide hover flutter circle swoop",
    Act.STAND: "stand wait stop pause stay freeze remain halt stands rise wake",
}

_CHINESE: dict[Act, str] = {
    Act.WALK: """走 漫步 踱步 踱 散步 前行 行走 走向 走过 穿过 徘徊 赶路 爬 攀 前进 走到 走近 靠近 骑 开车 驶过 驶来 划船 划桨
        划 跟着 跟随 蹒跚 路过 经过 游 走着 行 撑船 跳舞 归 拥抱 相拥 抱住 搂住 扑进 扑到""",
    Act.RUN: "飞身 纵身 跑 奔 冲 追 逃 飞奔 奔跑 追赶 跑向 跑过 狂奔 小跑 跳 蹦 跃",
    Act.TALK: "说 讲 喊 问 叫 唱 低语 回答 吟 念 叹道 谈 聊 吟诗 高声 大叫 歌唱 诉说",
    Act.WAVE: "刺向 砍向 劈向 刺去 砍去 劈去 挥刀 出剑 出招 打斗 相斗 搏斗 交手 比武 对决 挥剑 敬礼 挥手 招手 打招呼 挥挥手 招呼 挥动 摆手 告别 挥着手",
    Act.SIT: "趴在桌 伏在桌 靠在桌 趴在窗 坐 蹲 跪 磕头 叩头 下跪 单膝跪地 打瞌睡 打盹 打个盹 趴在桌上睡 趴在桌子上睡 伏案睡 端坐 独坐 坐下 坐在 蹲下 跪下 垂钓 钓鱼 独钓 钓",
    Act.LOOK: """抬起头 低下头 回过头 转过头 扭过头 扭头 看 望 盯 注视 凝视 瞧 眺望 抬头 低头 回头 仰望 观看 看着 望着 看见 看到 打量 张望 凝望 遥望 俯瞰 读 听 转身
        发现 望向 看向 倾听 举头""",
    Act.FALL: "摔 跌 摔倒 跌倒 滑倒 绊倒 晕倒 倒下 跌落 倒地 滚落 扑倒",
    Act.ENTER: "走出来 跑出来 钻出来 飞出来 冲出来 走过来 跑过来 飞过来 冲进来 闯进来 闯进 闯入 走上来 赶来 飞落 推门进来 进 进来 走进 走来 出现 进入 跑来 跑进 登场 飞来 上场 归来 走入 推门而入 驶入",
    Act.EXIT: "跑进雨 走进雨 走进雪 跑进雪 跑进森林 走进森林 跑进林 走进林 跑进人群 走进人群 走进黑暗 走进夜色 消失在 驶离 开走 驶走 离开 走开 离去 出去 消失 走远 远去 跑开 跑远 跑出 走出 飞走 飞远 远行 退下 驶远 飘走 飘远",
    Act.LIE: "躺 睡 卧 趴 沉睡 睡着 躺下 躺在 睡觉 入睡 入梦 眠 安睡",
    Act.FLY: "飞 翱翔 飘 盘旋 飞翔 飞过 掠过 飘起 升起 飘浮 飞舞 腾空",
    Act.STAND: "站 立 等 停 伫立 站着 等待 停下 站起 起身 醒来 站立 停住 伫 静立 守",
}

_MOODS: dict[Mood, str] = {
    "happy": """smile smiles smiling smiled laugh laughs laughing laughed happy happily joy joyful delighted grin grins
        cheerful cheers giggle giggles beaming excited proud
        笑 微笑 大笑 高兴 开心 快乐 欢喜 喜悦 欢呼 兴奋 愉快 得意""",
    "sad": """sad sadly cry cries crying cried weep weeps weeping tears sob sobs sobbing lonely mournful sigh sighs
        grief heartbroken homesick melancholy
        哭 悲 伤心 难过 流泪 哭泣 落泪 叹 叹息 叹气 忧伤 愁 孤独 思乡 失落 泪 思念""",
    "angry": """angry angrily furious furiously rage shouts yells glares frowns scowls annoyed
        怒 生气 愤怒 发火 怒吼 瞪 恼 气愤""",
    "afraid": """afraid scared frightened fearful fear frightened terrified trembles trembling nervous nervously anxious worried panics
        怕 害怕 恐惧 惊恐 发抖 颤抖 紧张 担心 慌张 惊慌 焦急""",
    "surprised": """surprised surprise gasps gasp astonished amazed stunned startled shocked wonder disbelief
        惊 惊讶 吃惊 惊喜 诧异 愣 愣住 目瞪口呆 惊奇""",
    "tired": """tired weary wearily exhausted yawns yawning sleepy sleepily
        累 疲惫 疲倦 困 打哈欠 疲 倦 打瞌睡 打盹 睡着 睡觉 瞌睡""",
}

PLURAL_PRONOUNS = frozenset(
    {
        "they",
        "both",
        "together",
        "all",
        "everyone",
        "everybody",
        "two",
        "three",
        "family",
        "group",
        "caravan",
        "crowd",
        "procession",
        "crew",
        "gang",
        "couple",
        "pair",
        "trio",
        "三人",
        "四人",
        "三个人",
        "两个人",
        "一行人",
        "驼队",
        "马队",
        "商队",
        "所有人",
        "人人",
        "一家人",
        "队伍",
        "人群",
        "他们",
        "她们",
        "它们",
        "两人",
        "二人",
        "众人",
        "大家",
        "俩",
    }
)
PRONOUNS = frozenset({"he", "she", "it", "他", "她", "它"})


BASE_FORMS = frozenset(base for bases in _ENGLISH.values() for base in bases.split()) | frozenset(table().verbs)
"""In the present tense only a plural doer takes the bare verb."""


_RISES = (
    "get up, gets up, got up, getting up, climbs out of bed, gets out of bed, scrambles up, springs up, picks himself up,"
    "picks herself up, gets to his feet, gets to her feet, gets to their feet, gets to its feet, to his feet, to her feet, to their feet,"
    "爬起来, 爬起, 起床, 下床, 站起来, 站起身, 立起, 起立"
)

WAITS = re.compile(r"wait|stop|pause|stay|fr[eo]ez|froze|remain|halt|[等停守静]", re.I)
"""Standing verbs that lift nobody from a chair."""

_PHRASES: dict[Act, str] = {
    Act.ENTER: "steps out of, step out of, stepping out of, comes out of, come out of, crawls out of, lumbers out of, lumbering out of,"
    "bursts out of, steps out from, comes out from, bursts in, barges in, screeches to, skids to, grinds to, rolls up, pulls up, pulls in, pulls into, rolls in, rolls into",
    Act.EXIT: "pulls away, pulls out, peels out",
    Act.FLY: "wheel overhead, wheels overhead, wheeling overhead, wheel above, wheels above, wheeling above",
    Act.LIE: "flat on his back, flat on her back, flat on their backs, sprawled, sprawls, face down, facedown",
    Act.WALK: "hugs, hugging, hugged, embraces, embracing, embraced",
    Act.SIT: "ducks behind, ducks down, ducks under, ducks below, ducks into, duck behind, duck down, duck under, ducking behind,"
    "hides behind, hiding behind, hides under, hiding under, hides in, drops to his knees, drops to her knees, falls to his knees,"
    "falls to her knees, sinks to his knees, sinks to her knees, drops to one knee, goes down on one knee, huddles, huddle, huddled,"
    "slumps in, slumped in, slumps into, curls up in, types, typing",
}
"""Where the verb alone would say something else: who steps out of a saloon comes into the street."""

ACTS: dict[str, Act] = {
    **{form: act for act, bases in _ENGLISH.items() for base in bases.split() for form in forms_of(base)},
    **{word: act for act, words in _CHINESE.items() for word in words.split()},
    **{" ".join(phrase.split()): act for act, phrases in _PHRASES.items() for phrase in phrases.split(",")},
    **{phrase.strip(): Act.STAND for phrase in _RISES.split(",")},
}
"""Every spelled-out form -> act."""

MOODS: dict[str, Mood] = {word: mood for mood, words in _MOODS.items() for word in words.split()}
MOODS["a tear"] = "sad"
MOODS["asleep"] = "tired"

_HAN = re.compile(r"[\u3400-\u9fff]")


def word_pattern(words: list[str]) -> re.Pattern[str]:
    """Longest word first; Latin words on word boundaries, Han anywhere. Matches nothing when `words` is empty."""
    ordered = sorted((word for word in words if word.strip()), key=len, reverse=True)
    latin = [re.escape(word) for word in ordered if not _HAN.search(word)]
    han = [re.escape(word) for word in ordered if _HAN.search(word)]
    parts = [rf"(?<![\w])(?:{'|'.join(latin)})(?![\w-])"] if latin else []
    return re.compile("|".join([*parts, *han]) or r"(?!)", re.IGNORECASE)


ACT_WORDS = word_pattern(list(ACTS))
DEED_WORDS = word_pattern([*ACTS, *table().words])
"""Every verb the stage can show: those that move somebody, and all stage business."""
MOOD_WORDS = word_pattern(list(MOODS))


def is_bare(verb: str) -> bool:
    """Whether a verb stands without an ending, as after "they" or "sees him"."""
    return verb.casefold() in BASE_FORMS

"""Words and patterns of Chinese screenplays: scene headings, transitions, speakers and what only looks like one.

Data apart from the reader, so that a writer's habit that is met for the first time is one word more in one table.
"""

from __future__ import annotations

import re

_COUNT = r"[0-9零〇一二两三四五六七八九十百]{1,5}"


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


INTERIOR = (
    dict.fromkeys(_words("内 内景 室内 屋内 INT INT."), "内景")
    | dict.fromkeys(_words("外 外景 室外 屋外 EXT EXT."), "外景")
    | dict.fromkeys(_words("内外 内外景 外内 内景外景 室内外"), "内外景")
)

TIMES = _words("""日 夜 晨 昏 早 晚 午 暮 黄昏 清晨 早晨 早上 晨光 傍晚 深夜 凌晨 白天 白日 夜晚 晚上 夜里 上午 中午 正午 下午 午后 午夜 半夜 子夜 黎明 拂晓
    破晓 日出 日落 夕阳 晚霞 日景 夜景 晨景 日转夜 夜转日 日夜 同时 稍后 片刻后 次日 翌日 连续 接前 大白天 月夜 雨夜 雪夜""")

NUMBERED_SCENE = re.compile(rf"^(?:第{_COUNT}[集幕][\s,、·]*)?第\s*({_COUNT})\s*[场幕](?=$|[\s:.、,，·(（\-—内外日夜])")
COUNTED_SCENE = re.compile(rf"^(?:场景|场次|场)\s*({_COUNT})(?=$|[\s:.、,，·\-—内外])")
BARE_NUMBER = re.compile(
    rf"^(?:\((?P<inner>{_COUNT})\)|(?:S|#)?\s*(?P<bare>\d+(?:[-–.]\d+){{0,2}}[A-Za-z]?|{_COUNT}(?=、)))[.、:\s,·]*(?=\D)"
)
HEADING_BREAK = re.compile(r"[\s·•/,，、。.:：;；\-—–|()（）]+")
PROSE_STOP = re.compile(r"[!?。！？；…“”]")
GLUED = re.compile(r"^(内外景|内景|外景|室内外)(.+)$")

PLACE_KEYS = _words("地点 场景 场地 景点 地 环境")
TIME_KEYS = _words("时间 时 日期 天气 气候")
CAST_KEYS = _words(
    "本片人物 剧中人物 片中人物 本场人物 人物 出场人物 角色 登场人物 主要人物 主要角色 人物表 人物介绍 人物小传 人 演员 角色表"
)
STORY_KEYS = _words("梗概 故事梗概 剧情简介 故事简介 剧情梗概 内容简介 简介 故事大纲 大纲 本场概要")
NOTE_KEYS = _words(
    "音效 音乐 声音 配乐 背景音乐 音响 BGM SFX 备注 注 注意 提示 道具 服装 服化道 灯光 时长 色调 说明 特效 主题"
)
CAPTION_KEYS = _words("字幕 标题 片名字幕 字卡 叠字幕 出字幕 上字幕 片头字幕 片尾字幕 屏幕字幕 题字 片尾 片头")
NUMBER_KEYS = _words("场次 场号 镜号 镜头号 序号")
SETUP_KEYS = _words("景别 运镜 角度 机位 拍摄角度 镜头运动 拍摄手法")
PICTURE_KEYS = _words("画面 画面内容 动作 内容 画 情节")

# Names that end so are sentences that lead up to a quotation, not cues: '字条上写着：', '他说：'
NOT_A_NAME = re.compile(
    r"^[他她它我你您][们]?.|(?:[说问喊叫答写唱着]|显示|如下|起来|上面|[行个排]大?字|字样|一[声惊笑愣])$|^.{3,}[道想念是有为]$"
)

OFF_SCREEN = re.compile(
    r"^(?:旁白|画外音?|画外|独白|内心独白|内心|心声|OS|VO|V\.O\.?|O\.S\.?|O\.C\.?|CONT'D|续|继续|电话|电话里|电话中|广播|对讲机|回忆|闪回)(?:[,，、].*)?$",
    re.IGNORECASE,
)

TRANSITION = re.compile(
    r"^(?:(?:镜头|画面)?\s*(?:切至|切到|切入|切出|切换|切|硬切|跳切|快切|交叉剪辑|叠化至|叠化到|叠化入|叠化|叠入|叠出|叠|溶入|溶出|溶至|溶|化入|化出|"
    r"淡入淡出|淡入|淡出|渐显|渐隐|渐黑|渐入|渐出|黑场|黑屏|黑幕|切黑|白场|闪白|闪黑|划像|划入|划出|划至|划变|划|圈入|圈出|转场|转至|转|"
    r"闪回|闪回结束|闪出|回忆结束|回到现实|定格|FADE IN|FADE OUT|CUT TO|DISSOLVE TO|WIPE TO)(?:[.。:：…]*|[:：]\s*\S{1,12}))$",
    re.IGNORECASE,
)
SHOT_NUMBER = re.compile(
    rf"^(?:(?:分镜头|分镜|镜头|镜号|镜)\s*[#号]?\s*({_COUNT}[A-Za-z]?)(?![{'年月日个只'}])|(?:SHOT|SC)\s*(\d+[A-Za-z]?))\s*[:.、,\-—|]*\s*",
    re.IGNORECASE,
)

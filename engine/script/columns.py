"""What the columns of a shot list are called, in English and Chinese, and how long "3秒", 0:04 or 72f is.

Heads are compared without case, blanks and what stands in brackets; a head with several names ("景别/角度") is the first of
them that is known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from engine.script.lines import half_width

Column = Literal[
    "shot", "scene", "size", "angle", "move", "lens", "camera", "action", "dialogue", "speaker", "caption", "length",
    "cast", "place", "inside", "time", "weather", "sound", "transition", "notes", "other",
]  # fmt: skip
Unit = Literal["seconds", "frames"]

_NAMES: dict[Column, str] = {
    "shot": "shot,shots,shotno,shotnumber,shotnum,shot#,shotid,no,no.,#,number,nr,slate,setup,panel,frame,镜号,镜头,镜头号,镜头编号,镜,序号,编号,分镜,分镜号,"
    "镜头序号,画号,号",
    "scene": "scene,scenes,sceneno,scenenumber,scene#,sc,sc.,场,场次,场号,场景号,幕,集场",
    "size": "size,shotsize,framing,shottype,type,frame size,framesize,fieldsize,field,景别,景,画幅,镜头景别,景别大小",
    "angle": "angle,cameraangle,shotangle,角度,拍摄角度,镜头角度,机位,机位角度,视角,摄影角度",
    "move": "move,movement,cameramove,cameramovement,moves,motion,运镜,镜头运动,运动,摄法,拍摄手法,拍摄方式,运动方式,运镜方式,镜头运动方式,手法,技巧,拍摄技巧",
    "lens": "lens,focallength,mm,焦距,镜头焦距",
    "camera": "camera,cameranotes,shotdescriptioncamera,镜头语言,摄影,机位景别,镜头描述",
    "action": "action,actions,description,desc,shotdescription,picture,visual,visuals,content,image,video,what,subject,画面,画面内容,画面描述,内容,动作,描述,镜头内容,"
    "剧情,情节,动作描述,内容描述,主要内容,画面说明,分镜内容",
    "dialogue": "dialogue,dialog,dialogues,line,lines,speech,script,audio/dialogue,台词,对白,对话,人物台词,台词对白",
    "speaker": "speaker,says,speaks,说话人,说话者,发言人",
    "caption": "narration,narrator,voiceover,voice-over,vo,v.o.,caption,captions,super,subtitle,旁白,字幕,解说,解说词,画外音,独白,文案",
    "length": "duration,esttime,estimatedtime,scripttime,screentime,length,dur,seconds,secs,sec,runtime,time(s),timing,trt,时长,秒数,长度,秒,时间长度,镜头时长,预计时长,持续时间,帧数,frames",
    "cast": "cast,character,characters,actor,actors,talent,who,people,角色,人物,演员,出场人物,出镜,出镜人物,登场人物",
    "place": "location,place,set,setting,where,loc,地点,场景,场地,环境,拍摄地点,场景地点",
    "inside": "int/ext,i/e,int,ext,intext,interior/exterior,内外,内外景,内/外,内景外景,室内外",
    "time": "time,timeofday,day/night,d/n,daynight,tod,when,light,日夜,时段,光线,时间,昼夜,日/夜,时辰,气氛",
    "weather": "weather,sky,天气",
    "sound": "sound,audio,music,sfx,soundeffects,sounds,score,音效,音乐,声音,配乐,音响,音乐音效,bgm,声效",
    "transition": "transition,transitions,cut,editing,edit,转场,转场方式,剪辑,剪接,衔接",
    "notes": "notes,note,comment,comments,remarks,remark,props,prop,costume,wardrobe,equipment,gear,vfx,备注,说明,道具,服装,服化道,特效,设备,器材,注意事项",
}
_COLUMNS: dict[str, Column] = {}
for _column, _names in _NAMES.items():
    for _name in _names.split(","):
        _COLUMNS.setdefault(_name.replace(" ", ""), _column)


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a column: as it is written, what it means, and what its numbers count where it is a length."""

    written: str
    column: Column
    unit: Unit = "seconds"


def head_of(cell: str) -> Head:
    """What a head means; "other" where nobody calls a column so."""
    written = " ".join(cell.split())
    low = half_width(written).casefold()
    frames = re.search(r"frames?\b|\(f\)|帧|格", low)
    bare = re.sub(r"\(.*?\)|\[.*?\]|[\s*_:.：-]", "", low)
    whole = re.sub(r"[\s*_:.：-]", "", low)
    for name in (whole, bare, *re.split(r"[/、与和&+,]", bare)):
        if name in _COLUMNS:
            return Head(written, _COLUMNS[name], "frames" if frames else "seconds")
    return Head(written, "other")


@dataclass(frozen=True, slots=True)
class Length:
    """How long a shot is to be: seconds and frames, which only the film's rate makes one number."""

    seconds: Fraction
    frames: int = 0

    def at(self, rate: Fraction) -> int:
        """Its frames at a rate; a shot has at least one."""
        return max(1, round(self.seconds * rate) + self.frames)


_PLAIN = re.compile(r"(?:约|~|≈|about |ca\.? )?(\d{1,5}(?:[.,]\d{1,3})?)(s|sec|secs|second|seconds|秒|秒钟|″|''|\")?")
_FRAMES = re.compile(r"(\d{1,6})(?:f|fr|frame|frames|帧|格)")
_MINUTES = re.compile(
    r"(\d{1,3})(?:m|min|mins|minutes?|分|分钟|'|′)(?:(\d{1,2}(?:\.\d{1,3})?)(?:s|sec|seconds?|秒|″|''|\")?)?"
)
_CLOCK = re.compile(r"(?:(\d{1,2}):)?(\d{1,3}):(\d{1,2}(?:\.\d{1,3})?)")
_TIMECODE = re.compile(r"(\d{1,2}):(\d{2}):(\d{2})[:;](\d{2})")
_FROM_TO = re.compile(r"(.+?[:\d秒s])(?:-|–|—|~|至|到|to)(.*[:\d].*)")


def read_length(cell: str, unit: Unit = "seconds") -> Length | None:
    """The length a cell tells: 3, 3.5s, 3秒, 0:04, 1'20", 72f, 00:00:03:12, 0:04-0:07; None where it tells none."""
    text = re.sub(r"\s", "", half_width(cell)).casefold()
    if found := _FRAMES.fullmatch(text):
        return Length(Fraction(0), int(found[1])) if int(found[1]) else None
    if unit == "frames" and text.isdecimal():
        return Length(Fraction(0), int(text)) if int(text) else None
    length = _moment(text)
    if length is None and (span := _FROM_TO.fullmatch(text)):
        first, last = _moment(span[1]), _moment(span[2])
        if first is None or last is None:
            return None
        length = Length(last.seconds - first.seconds, last.frames - first.frames)
    return length if length is not None and (length.seconds > 0 or (length.seconds == 0 < length.frames)) else None


def _moment(text: str) -> Length | None:
    if found := _PLAIN.fullmatch(text):
        return Length(Fraction(found[1].replace(",", ".")))
    if found := _TIMECODE.fullmatch(text):
        hours, minutes, seconds, frames = map(int, found.groups())
        return Length(Fraction(hours * 3600 + minutes * 60 + seconds), frames)
    if found := _CLOCK.fullmatch(text):
        return Length(int(found[1] or 0) * 3600 + int(found[2]) * 60 + Fraction(found[3]))
    if found := _MINUTES.fullmatch(text):
        return Length(int(found[1]) * 60 + Fraction(found[2] or 0))
    return None

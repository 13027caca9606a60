"""SMPTE timecode and frame numbers, both ways (SMPTE ST 12-1, "Time and Control Code").

Timecode is a *label*: at 24000/1001 and 30000/1001 non-drop it counts 24 or 30 frames to the second and so runs slow
against the clock. Drop-frame (written with `;`) leaves out the labels 00 and 01 of every minute except each tenth, which
keeps 30000/1001 within two frames of the clock in ten minutes; no picture is dropped. Labels wrap after 24 hours.
"""

from __future__ import annotations

import math
import re
from fractions import Fraction

from engine.errors import BadInput
from engine.film.rate import NTSC

_LABEL = re.compile(r"(\d\d):(\d\d):(\d\d)([:;])(\d\d)", re.ASCII)
_DROPPED_A_MINUTE = 2
_HIGHEST = 60


def nominal(rate: Fraction) -> int:
    """Labels in one second of timecode: 24 for 24000/1001. Raises BadInput for a rate that has no timecode."""
    labels = math.ceil(rate)
    if rate not in (labels, Fraction(labels * 1000, 1001)) or labels > _HIGHEST:
        raise BadInput(f"There is no timecode at {rate} frames per second.", "Use 24, 25, 24000/1001 or 30000/1001.")
    return labels


def frames_in_a_day(rate: Fraction, *, drop: bool = False) -> int:
    """How many labels there are before 23:59:59 wraps to 00:00:00."""
    _may_drop(rate, drop)
    labels = nominal(rate) * 60 * 60 * 24
    return labels - _DROPPED_A_MINUTE * (24 * 60 - 24 * 6) if drop else labels


def timecode(frame: int, rate: Fraction, *, drop: bool = False) -> str:
    """The label of `frame` (0 is 00:00:00:00), wrapped to 24 hours; a negative frame counts back from midnight."""
    label = frame % frames_in_a_day(rate, drop=drop)
    if drop:
        label = _with_dropped(label, nominal(rate))
    seconds, left = divmod(label, nominal(rate))
    minutes, second = divmod(seconds, 60)
    hour, minute = divmod(minutes, 60)
    return f"{hour:02}:{minute:02}:{second:02}{';' if drop else ':'}{left:02}"


def frame_at(text: str, rate: Fraction) -> int:
    """The frame that carries this label; `;` before the frames means drop-frame. Raises BadInput in one sentence."""
    found = _LABEL.fullmatch(text.strip())
    if found is None:
        raise BadInput(f"{text!r} is not a timecode.", "Write it as 01:02:03:04, or 01:02:03;04 for drop-frame.")
    hour, minute, second, left = (int(found[group]) for group in (1, 2, 3, 5))
    drop = found[4] == ";"
    _may_drop(rate, drop)
    labels = nominal(rate)
    if hour > 23 or minute > 59 or second > 59 or left >= labels:
        raise BadInput(f"There is no timecode {text.strip()} at {rate} frames per second.", "Correct the numbers.")
    if drop and second == 0 and left < _DROPPED_A_MINUTE and minute % 10:
        raise BadInput(f"Drop-frame timecode leaves out {text.strip()}.", f"Use frame {_DROPPED_A_MINUTE:02} instead.")
    label = ((hour * 60 + minute) * 60 + second) * labels + left
    return label - _dropped_before(hour * 60 + minute) if drop else label


def _with_dropped(frame: int, labels: int) -> int:
    """Turn a count of frames into a count of labels, the dropped ones included."""
    ten_minutes = labels * 600 - _DROPPED_A_MINUTE * 9
    one_minute = labels * 60 - _DROPPED_A_MINUTE
    tens, rest = divmod(frame, ten_minutes)
    # The first minute of each ten drops nothing, so it is two frames longer than the other nine.
    minutes = max(0, (rest - _DROPPED_A_MINUTE) // one_minute)
    return frame + _dropped_before(tens * 10 + minutes)


def _dropped_before(minute: int) -> int:
    return _DROPPED_A_MINUTE * (minute - minute // 10)


def _may_drop(rate: Fraction, drop: bool) -> None:
    if drop and rate != NTSC:
        raise BadInput(f"Drop-frame timecode does not exist at {rate} frames per second.", "Write ':' instead of ';'.")

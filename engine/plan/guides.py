"""Which guide passes a shot may be asked for, and where they lie: the words that the command, the editor and the worker share."""

from __future__ import annotations

import hashlib
import json
from typing import Literal, get_args

GuidePass = Literal["depth", "masks", "pose", "plate", "flow"]
PASSES: tuple[GuidePass, ...] = get_args(GuidePass)
FOLDER = "guides"
"""In the film's folder: one folder a shot, named by its slate and the beginning of its take's key."""

FACTS = "guides.json"
"""What is in a shot's folder: scales, legend, and the key of the take that the passes are aligned to. Written last."""

CHORE = "guides"
"""The name of the desk work that draws them."""


def place(slate: str, key: str) -> str:
    """The folder of a shot's guides, relative to the film's; no character that a file system refuses."""
    plain = "".join(sign if sign.isalnum() or sign in "-_" else "-" for sign in slate) or "shot"
    return f"{FOLDER}/{plain}-{key[:8]}"


def payload(order_json: str, key: str, slate: str, passes: tuple[GuidePass, ...]) -> str:
    """What the chore is told, as JSON: `order_json` is the canonical order (engine.plan.orders.canonical)."""
    body = {"order": json.loads(order_json)["order"], "take": key, "into": place(slate, key), "passes": list(passes)}
    return json.dumps(body, ensure_ascii=False, sort_keys=True)


def job_key(told: str) -> str:
    """The queue's key of the job with that payload."""
    return hashlib.sha256(f"{CHORE} {told}".encode()).hexdigest()

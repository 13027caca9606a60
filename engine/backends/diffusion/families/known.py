"""Which adapter serves which family of manifests (engine.plan.capabilities.Family)."""

from __future__ import annotations

from engine.backends.diffusion.families.cogvideox import COGVIDEOX
from engine.backends.diffusion.families.family import Family
from engine.backends.diffusion.families.hunyuan15 import HUNYUAN_15
from engine.backends.diffusion.families.ltx import LTX, LTX_2
from engine.backends.diffusion.families.stills import FLUX_2, QWEN_EDIT
from engine.backends.diffusion.families.wan import WAN, WAN_VACE

FAMILIES: dict[str, Family] = {
    "wan": WAN,
    "wan-vace": WAN_VACE,
    "ltx": LTX,
    "ltx2": LTX_2,
    "cogvideox": COGVIDEOX,
    "hunyuan15": HUNYUAN_15,
    "flux2": FLUX_2,
    "qwen-edit": QWEN_EDIT,
}

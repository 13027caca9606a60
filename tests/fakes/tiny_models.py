"""Tiny video models, saved as the folders that `from_pretrained` reads: half a megabyte each, two steps in a twentieth of a second.

Each is made once in a test session and never changed; a test that damages one takes a copy.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import diffusers
import torch
from diffusers import DiffusionPipeline, WanTransformer3DModel, WanVACETransformer3DModel
from diffusers.pipelines.ltx2 import LTX2TextConnectors, LTX2Vocoder
from diffusers.pipelines.qwenimage import pipeline_qwenimage_edit_plus
from tiny_parts import (
    clip,
    euler,
    gemma,
    qwen3,
    qwen_vl,
    seeing_encoder,
    seeing_pictures,
    seeing_tokenizer,
    t5,
    tokenizer,
    umt5,
    unipc,
    wan_vae,
    wan_vae_22,
)
from transformers import ByT5Tokenizer

# It brings references to a megapixel whatever is drawn, which would take a tiny one ten seconds.
pipeline_qwenimage_edit_plus.VAE_IMAGE_SIZE = 64 * 64

_WAN = {
    "patch_size": (1, 2, 2),
    "num_attention_heads": 2,
    "attention_head_dim": 12,
    "text_dim": 32,
    "freq_dim": 256,
    "ffn_dim": 32,
    "cross_attn_norm": True,
    "qk_norm": "rms_norm_across_heads",
    "rope_max_seq_len": 64,
}


def tiny(name: str, root: Path) -> Path:
    """The folder of that tiny model under `root`, made when it isn't there."""
    folder = root / name
    if not folder.is_dir():
        torch.manual_seed(0)
        made = BUILT[name]()
        made.save_pretrained(folder.with_suffix(".part"), safe_serialization=True)
        if name == "qwen-edit":
            _add_processor(folder.with_suffix(".part"))
        folder.with_suffix(".part").rename(folder)
    return folder


def wan_dit(channels: int = 16, out: int = 16, layers: int = 2, **changes: Any) -> WanTransformer3DModel:
    """A transformer of Wan's kind."""
    return WanTransformer3DModel(
        in_channels=channels, out_channels=out, num_layers=layers, **(_WAN | changes)
    ).eval()  # fmt: skip


def _wan(pipeline: str, transformer: Any, vae: Any = None, **more: Any) -> DiffusionPipeline:
    return getattr(diffusers, pipeline)(
        tokenizer=tokenizer(), text_encoder=umt5(), vae=vae or wan_vae(), scheduler=unipc(), transformer=transformer, **more
    )  # fmt: skip


def _flf() -> DiffusionPipeline:
    dit = wan_dit(36, image_dim=4, pos_embed_seq_len=2 * (4 * 4 + 1))
    return _wan("WanImageToVideoPipeline", dit, **clip())


def _vace() -> DiffusionPipeline:
    dit = WanVACETransformer3DModel(
        in_channels=16, out_channels=16, num_layers=3, vace_layers=[0, 2], vace_in_channels=96, **_WAN
    )
    return _wan("WanVACEPipeline", dit.eval())


def _a14b() -> DiffusionPipeline:
    return _wan("WanPipeline", wan_dit(), transformer_2=wan_dit(), boundary_ratio=0.875)


def _ltx() -> DiffusionPipeline:
    dit = diffusers.LTXVideoTransformer3DModel(
        in_channels=8, out_channels=8, patch_size=1, patch_size_t=1, num_attention_heads=4, attention_head_dim=8,
        cross_attention_dim=32, num_layers=1, caption_channels=32,
    ).eval()  # fmt: skip
    vae = diffusers.AutoencoderKLLTXVideo(
        latent_channels=8, block_out_channels=(8, 8, 8, 8), decoder_block_out_channels=(8, 8, 8, 8),
        layers_per_block=(1, 1, 1, 1, 1), decoder_layers_per_block=(1, 1, 1, 1, 1), patch_size=4, patch_size_t=1,
        spatio_temporal_scaling=(True, True, True, False), decoder_spatio_temporal_scaling=(True, True, True, False),
        timestep_conditioning=False, encoder_causal=True, decoder_causal=False,
    ).eval()  # fmt: skip
    vae.use_framewise_encoding = vae.use_framewise_decoding = False
    return diffusers.LTXConditionPipeline(
        scheduler=euler(), vae=vae, text_encoder=t5(), tokenizer=tokenizer(), transformer=dit
    )


def _cogvideox(pipeline: str, channels: int) -> DiffusionPipeline:
    dit = diffusers.CogVideoXTransformer3DModel(
        num_attention_heads=2, attention_head_dim=16, in_channels=channels, out_channels=4, time_embed_dim=2, text_embed_dim=32,
        num_layers=1, sample_width=16, sample_height=16, sample_frames=9, patch_size=2, temporal_compression_ratio=4,
        max_text_seq_length=226, use_rotary_positional_embeddings=True,
    ).eval()  # fmt: skip
    vae = diffusers.AutoencoderKLCogVideoX(
        block_out_channels=(8, 8, 8, 8), latent_channels=4, layers_per_block=1, norm_num_groups=2, temporal_compression_ratio=4
    ).eval()  # fmt: skip
    scheduler = diffusers.CogVideoXDPMScheduler(timestep_spacing="trailing", prediction_type="v_prediction")
    return getattr(diffusers, pipeline)(
        tokenizer=tokenizer(226), text_encoder=t5(), vae=vae, transformer=dit, scheduler=scheduler
    )


def _ltx2() -> DiffusionPipeline:
    heard = gemma()
    text = heard.config.text_config
    dit = diffusers.LTX2VideoTransformer3DModel(
        in_channels=4, out_channels=4, patch_size=1, patch_size_t=1, num_attention_heads=2, attention_head_dim=8,
        cross_attention_dim=16, audio_in_channels=4, audio_out_channels=4, audio_num_attention_heads=2,
        audio_attention_head_dim=4, audio_cross_attention_dim=8, num_layers=2, caption_channels=text.hidden_size,
        rope_double_precision=False, rope_type="split",
    ).eval()  # fmt: skip
    connectors = LTX2TextConnectors(
        caption_channels=text.hidden_size, text_proj_in_factor=text.num_hidden_layers + 1,
        video_connector_num_attention_heads=4, video_connector_attention_head_dim=8, video_connector_num_layers=1,
        video_connector_num_learnable_registers=None, audio_connector_num_attention_heads=4,
        audio_connector_attention_head_dim=8, audio_connector_num_layers=1, audio_connector_num_learnable_registers=None,
        connector_rope_base_seq_len=32, rope_double_precision=False, rope_type="split",
    ).eval()  # fmt: skip
    vae = diffusers.AutoencoderKLLTX2Video(
        latent_channels=4, block_out_channels=(8, 8, 8, 8), decoder_block_out_channels=(8, 8, 8),
        layers_per_block=(1, 1, 1, 1, 1), decoder_layers_per_block=(1, 1, 1, 1), patch_size=4, spatial_compression_ratio=32, temporal_compression_ratio=8,
        decoder_spatial_padding_mode="zeros", upsample_residual=(False,) * 3, upsample_factor=(1,) * 3,
    ).eval()  # fmt: skip
    vae.use_framewise_encoding = vae.use_framewise_decoding = False
    ears = diffusers.AutoencoderKLLTX2Audio(
        base_channels=4, output_channels=2, ch_mult=(1,), num_res_blocks=1, in_channels=2, resolution=32, latent_channels=2,
        sample_rate=16000, mel_hop_length=160, mel_bins=8,
    ).eval()  # fmt: skip
    voice = LTX2Vocoder(
        in_channels=16, hidden_channels=32, out_channels=2, upsample_kernel_sizes=[4, 4], upsample_factors=[2, 2],
        resnet_kernel_sizes=[3], resnet_dilations=[[1, 3, 5]], output_sampling_rate=16000,
    ).eval()  # fmt: skip
    return diffusers.LTX2Pipeline(
        scheduler=euler(), vae=vae, audio_vae=ears, text_encoder=heard, tokenizer=tokenizer(1024, "left"), connectors=connectors,
        transformer=dit, vocoder=voice,
    )  # fmt: skip


def _hunyuan() -> DiffusionPipeline:
    dit = diffusers.HunyuanVideo15Transformer3DModel(
        in_channels=9, out_channels=4, num_attention_heads=2, attention_head_dim=8, num_layers=1, num_refiner_layers=1,
        mlp_ratio=2.0, text_embed_dim=16, text_embed_2_dim=32, image_embed_dim=12, rope_axes_dim=(2, 2, 4), target_size=16,
        task_type="t2v",
    ).eval()  # fmt: skip
    vae = diffusers.AutoencoderKLHunyuanVideo15(
        latent_channels=4, block_out_channels=(16, 16), layers_per_block=1, spatial_compression_ratio=4,
        downsample_match_channel=False, upsample_match_channel=False,
    ).eval()  # fmt: skip
    return diffusers.HunyuanVideo15Pipeline(
        text_encoder=qwen_vl(), tokenizer=tokenizer(1108), transformer=dit, vae=vae, scheduler=euler(shift=7.0),
        text_encoder_2=t5(), tokenizer_2=ByT5Tokenizer(), guider=diffusers.ClassifierFreeGuidance(guidance_scale=6.0),
    )  # fmt: skip


def _klein() -> DiffusionPipeline:
    dit = diffusers.Flux2Transformer2DModel(
        patch_size=1, in_channels=16, num_layers=1, num_single_layers=1, attention_head_dim=16, num_attention_heads=2,
        joint_attention_dim=48, timestep_guidance_channels=256, axes_dims_rope=(4, 4, 4, 4), guidance_embeds=False,
    ).eval()  # fmt: skip
    vae = diffusers.AutoencoderKLFlux2(
        down_block_types=("DownEncoderBlock2D",) * 4, up_block_types=("UpDecoderBlock2D",) * 4,
        block_out_channels=(4, 4, 4, 4), layers_per_block=1, latent_channels=4, norm_num_groups=1, sample_size=32,
        mid_block_add_attention=False,
    ).eval()  # fmt: skip
    return diffusers.Flux2KleinPipeline(
        scheduler=euler(), vae=vae, text_encoder=qwen3(), tokenizer=tokenizer(512), transformer=dit, is_distilled=True
    )


def _qwen_edit() -> DiffusionPipeline:
    dit = diffusers.QwenImageTransformer2DModel(
        patch_size=2, in_channels=16, out_channels=4, num_layers=2, attention_head_dim=16, num_attention_heads=2,
        joint_attention_dim=16, axes_dims_rope=(4, 6, 6),
    ).eval()  # fmt: skip
    vae = diffusers.AutoencoderKLQwenImage(
        base_dim=8, z_dim=4, dim_mult=[1] * 4, num_res_blocks=1, latents_mean=[0.0] * 4, latents_std=[1.0] * 4
    ).eval()  # fmt: skip
    words = seeing_tokenizer()
    return diffusers.QwenImageEditPlusPipeline(
        scheduler=euler(), vae=vae, text_encoder=seeing_encoder(words), tokenizer=words, processor=None, transformer=dit
    )


def _add_processor(folder: Path) -> None:
    """As a checkpoint brings it; transformers cannot make one without torchvision."""
    seeing_pictures().save_pretrained(folder / "processor")
    seeing_tokenizer().save_pretrained(folder / "processor")
    index = json.loads((folder / "model_index.json").read_text())
    index["processor"] = ["transformers", "Qwen2VLProcessor"]
    (folder / "model_index.json").write_text(json.dumps(index))


BUILT: dict[str, Callable[[], Any]] = {
    "wan-t2v": lambda: _wan("WanPipeline", wan_dit()),
    "wan-i2v": lambda: _wan("WanImageToVideoPipeline", wan_dit(36), transformer_2=wan_dit(36), boundary_ratio=0.9),
    "wan-flf": _flf,
    "wan-vace": _vace,
    "wan-5b": lambda: _wan("WanPipeline", wan_dit(48, 48), wan_vae_22(), expand_timesteps=True),
    "wan-a14b": _a14b,
    "ltx": _ltx,
    "cogvideox": lambda: _cogvideox("CogVideoXPipeline", 4),
    "cogvideox-i2v": lambda: _cogvideox("CogVideoXImageToVideoPipeline", 8),
    "ltx2": _ltx2,
    "hunyuan15": _hunyuan,
    "klein": _klein,
    "qwen-edit": _qwen_edit,
    "wan-modular": lambda: _wan("WanPipeline", wan_dit()),
}

"""The parts that tiny video models are built of: a tokenizer of bytes, text encoders of two layers, autoencoders of a few channels.

They know nothing and are the right shape: what a real checkpoint does wrong, these do wrong too, in a thousandth of the time.
"""

from __future__ import annotations

from typing import Any

import torch
from diffusers import AutoencoderKLWan, FlowMatchEulerDiscreteScheduler, UniPCMultistepScheduler
from tokenizers import Tokenizer, models, pre_tokenizers, processors
from transformers import (
    CLIPImageProcessorPil,
    CLIPVisionConfig,
    CLIPVisionModel,
    Gemma3Config,
    Gemma3ForConditionalGeneration,
    PreTrainedTokenizerFast,
    Qwen2_5_VLConfig,
    Qwen2_5_VLForConditionalGeneration,
    Qwen2_5_VLTextConfig,
    Qwen2_5_VLTextModel,
    Qwen2VLImageProcessorPil,
    Qwen3Config,
    Qwen3ForCausalLM,
    T5Config,
    T5EncoderModel,
    UMT5Config,
    UMT5EncoderModel,
)

# Nets this small are slower on two threads than on one, and many times so on a busy machine.
torch.set_num_threads(1)

WORDS = 262
"""Tokens of `tokenizer`: all bytes, and what begins, ends and fills a text."""
SPECIAL = ("<pad>", "</s>", "<unk>", "<bos>", "<image>", "<turn>")
CHAT = "{% for m in messages %}{{ m['content'] if m['content'] is string else m['content'][0]['text'] }}{% endfor %}"


def tokenizer(length: int = 64, padding: str = "right") -> PreTrainedTokenizerFast:
    """Bytes are words."""
    vocabulary = {word: number for number, word in enumerate(SPECIAL)}
    for letter in sorted(pre_tokenizers.ByteLevel.alphabet()):
        vocabulary.setdefault(letter, len(vocabulary))
    made = Tokenizer(models.BPE(vocab=vocabulary, merges=[], unk_token="<unk>"))
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    made.post_processor = processors.TemplateProcessing(single="$A </s>", special_tokens=[("</s>", 1)])
    return PreTrainedTokenizerFast(
        tokenizer_object=made, pad_token="<pad>", eos_token="</s>", unk_token="<unk>", model_max_length=length, chat_template=CHAT,
        padding_side=padding,
    )  # fmt: skip


def umt5() -> UMT5EncoderModel:
    """Wan's encoder."""
    return UMT5EncoderModel(UMT5Config(vocab_size=WORDS, d_model=32, d_kv=8, d_ff=37, num_layers=2, num_heads=4)).eval()


def t5(width: int = 32) -> T5EncoderModel:
    """The encoder of LTX and CogVideoX."""
    config = T5Config(
        vocab_size=WORDS, d_model=width, d_kv=8, d_ff=37, num_layers=2, num_heads=4, tie_word_embeddings=True
    )
    return T5EncoderModel(config).eval()


def gemma() -> Gemma3ForConditionalGeneration:
    """LTX-2's encoder."""
    text = {"vocab_size": WORDS, "hidden_size": 32, "intermediate_size": 32, "num_hidden_layers": 2, "num_attention_heads": 2,
            "num_key_value_heads": 1, "head_dim": 8}  # fmt: skip
    eyes = {"hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2, "image_size": 28,
            "patch_size": 14}  # fmt: skip
    config = Gemma3Config(text_config=text, vision_config=eyes, mm_tokens_per_image=4, image_token_index=4)
    return Gemma3ForConditionalGeneration(config).eval()


def qwen_vl() -> Qwen2_5_VLTextModel:
    """The first of HunyuanVideo 1.5's two encoders."""
    turns = {"mrope_section": [1, 1, 2], "rope_type": "default", "type": "default", "rope_theta": 1e6}
    config = Qwen2_5_VLTextConfig(
        vocab_size=WORDS, hidden_size=16, intermediate_size=32, num_hidden_layers=3, num_attention_heads=2,
        num_key_value_heads=2, rope_parameters=turns, bos_token_id=3, eos_token_id=1,
    )  # fmt: skip
    return Qwen2_5_VLTextModel(config).eval()


def qwen3() -> Qwen3ForCausalLM:
    """FLUX.2 klein's encoder, of which three layers are heard."""
    config = Qwen3Config(
        vocab_size=WORDS, hidden_size=16, intermediate_size=32, num_hidden_layers=28, num_attention_heads=2,
        num_key_value_heads=2, head_dim=8,
    )  # fmt: skip
    return Qwen3ForCausalLM(config).eval()


def wan_vae(**changes: Any) -> AutoencoderKLWan:
    """Wan 2.1's autoencoder, an eighth in width and height and a quarter in time."""
    plain = {"base_dim": 8, "z_dim": 16, "dim_mult": [1] * 4, "num_res_blocks": 1}
    return AutoencoderKLWan(**(plain | {"temperal_downsample": [False, True, True]} | changes)).eval()


def wan_vae_22() -> AutoencoderKLWan:
    """Wan 2.2's, a sixteenth in width and height; the numbers of its latents are made up."""
    return wan_vae(
        z_dim=48,
        latents_mean=[0.0] * 48,
        latents_std=[1.0] * 48,
        in_channels=12,
        out_channels=12,
        is_residual=True,
        patch_size=2,
        scale_factor_spatial=16,
    )


SEES = ("<|vision_start|>", "<|vision_end|>", "<|image_pad|>", "<|video_pad|>", "<|im_start|>", "<|im_end|>")


def seeing_tokenizer() -> PreTrainedTokenizerFast:
    """Bytes, and the marks between which pictures stand."""
    made = tokenizer(1024)
    made.add_special_tokens({"additional_special_tokens": list(SEES)})
    return made


def seeing_encoder(marks: PreTrainedTokenizerFast) -> Qwen2_5_VLForConditionalGeneration:
    """Qwen-Image-Edit's encoder, which looks at the references while it reads."""
    start, end, picture, film = map(marks.convert_tokens_to_ids, SEES[:4])
    turns = {"mrope_section": [1, 1, 2], "rope_type": "default", "type": "default", "rope_theta": 1e6}
    text = {"vocab_size": len(marks), "hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 2,
            "num_attention_heads": 2, "num_key_value_heads": 2, "rope_parameters": turns, "bos_token_id": 3, "eos_token_id": 1}  # fmt: skip
    eyes = {"depth": 2, "hidden_size": 16, "intermediate_size": 32, "num_heads": 2, "patch_size": 14, "out_hidden_size": 16,
            "fullatt_block_indexes": [1]}  # fmt: skip
    config = Qwen2_5_VLConfig(
        text_config=text, vision_config=eyes, image_token_id=picture, video_token_id=film, vision_start_token_id=start,
        vision_end_token_id=end,
    )  # fmt: skip
    return Qwen2_5_VLForConditionalGeneration(config).eval()


def seeing_pictures() -> Qwen2VLImageProcessorPil:
    """What brings pictures into the patches that it looks at: at most sixteen of them."""
    return Qwen2VLImageProcessorPil(min_pixels=28 * 28, max_pixels=56 * 56, patch_size=14)


def clip() -> dict[str, Any]:
    """The image encoder of Wan 2.1's image models, with what prepares a picture for it."""
    config = CLIPVisionConfig(hidden_size=4, projection_dim=4, num_hidden_layers=2, num_attention_heads=2, image_size=4,
                              intermediate_size=16, patch_size=1)  # fmt: skip
    shown = CLIPImageProcessorPil(crop_size={"height": 4, "width": 4}, size={"shortest_edge": 4})
    return {"image_encoder": CLIPVisionModel(config).eval(), "image_processor": shown}


def unipc() -> UniPCMultistepScheduler:
    """Wan's scheduler, as its checkpoints bring it: it remembers the last two steps."""
    return UniPCMultistepScheduler(prediction_type="flow_prediction", use_flow_sigmas=True, flow_shift=3.0)


def euler(**changes: Any) -> FlowMatchEulerDiscreteScheduler:
    """What most of the others use."""
    return FlowMatchEulerDiscreteScheduler(**changes)

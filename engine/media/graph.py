"""A piece as an ffmpeg command: what is read, how it is fitted, mixed, lettered, and encoded.

The pixel work is ffmpeg's, because moving pictures through Python would cost more than encoding them. Mixing happens in
ten bits, lettering in the eight of the export. Every conversion from RGB says bt709: swscale would take bt601 unasked.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

from engine.film.rate import Raster
from engine.media.ffmpeg import BITEXACT, BT709, TAGS, address
from engine.media.pieces import Card, Mix, Piece, Reel, Side

_EXACT = "accurate_rnd+bitexact"
_TO_709 = f"out_color_matrix=bt709:out_range=tv:flags=bicubic+{_EXACT}"

_AHEAD = ["-x264-params", "mbtree=1:rc-lookahead=5"]
"""What makes the preset superfast as small and as good as veryfast here (SSIM 0.992 either way), for a fifth less time: drawings
hold still, and five pictures ahead tell which parts of one will be seen again."""


@dataclass(frozen=True, slots=True)
class Format:
    """The film's raster and rate, and how pieces are encoded."""

    raster: Raster
    rate: Fraction
    codec: str
    crf: int
    preset: str

    @property
    def suffix(self) -> str:
        """Of an encoded piece: a bare H.264 stream, which can be joined byte by byte, or a movie."""
        return ".h264" if self.codec == "h264" else ".mov"

    @property
    def pixels(self) -> str:
        """What the encoder takes."""
        return "yuv420p" if self.codec == "h264" else "yuv422p10le"

    def encoder(self) -> list[str]:
        """ffmpeg's output options. No B-frames: then decoding order is showing order, and pieces join without a seam.

        One thread a piece, because pieces are encoded side by side and x264's output depends on its thread count.
        """
        if self.codec == "prores":
            return ["-c:v", "prores", "-profile:v", "3", "-threads", "1", "-f", "mov"]
        keyframes = str(max(1, round(2 * self.rate)))
        quality = ["-preset", self.preset, "-crf", str(self.crf), "-bf", "0", "-g", keyframes, "-threads", "1"]
        ahead = _AHEAD if self.preset == "superfast" else []
        return ["-c:v", "libx264", "-profile:v", "high", *quality, *ahead, "-f", "h264"]


@dataclass(frozen=True, slots=True)
class Lettered:
    """A drawn caption: a PNG, where it stands, and the frames [start, end) of the piece on which it shows."""

    picture: Path
    left: int
    top: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BurnIn:
    """What the burn-in says, ready for drawtext: the font file's name (in the working folder) and the first timecode."""

    face: str
    slate: str
    timecode: str | None
    frame: int


class Command:
    """Collects the inputs and the filters of one piece."""

    def __init__(self, piece: Piece, form: Format) -> None:
        self._piece, self._form = piece, form
        self._inputs: list[str] = []
        self._count = 0
        self._graph: list[str] = []

    def arguments(self, cards: dict[Card, Path], lettered: list[Lettered], burn: BurnIn | None, out: Path) -> list[str]:
        """The whole command for this piece, written to `out`."""
        piece = self._piece
        mixed = piece.mix is not None
        self._side(piece.side, cards, "a", "yuv422p10le" if mixed else self._form.pixels)
        if piece.mix is not None:
            self._side(piece.mix.incoming, cards, "b", "yuv422p10le")
            self._graph.append(f"[a][b]{_mixing(piece.mix, self._form.rate)},format={self._form.pixels}[m]")
        shown = "m" if mixed else "a"
        for number, letters in enumerate(lettered):
            shown = self._letter(letters, shown, f"t{number}")
        burned = _burning(burn, self._form) if burn else ""
        self._graph.append(f"[{shown}]{burned}format={self._form.pixels},{TAGS}[v]")
        graph = ["-filter_complex_threads", "1", "-filter_complex", ";".join(self._graph), "-map", "[v]"]
        length = ["-frames:v", str(piece.frames)]
        return [*self._inputs, *graph, *length, *BT709, *BITEXACT, *self._form.encoder(), address(out)]

    def _input(self, *arguments: str) -> str:
        self._inputs += arguments
        self._count += 1
        return f"[{self._count - 1}:v]"

    def _side(self, side: Side, cards: dict[Card, Path], name: str, pixels: str) -> None:
        """A side as a stream of exactly the piece's frames, numbered 0, 1, 2... in ticks of one frame."""
        frames, rate = self._piece.frames, self._form.rate
        ticks = f"settb=expr={rate.denominator}/{rate.numerator},setpts=N"
        if isinstance(side, Reel):
            chain = self._reel(side) + self._fitted(fill=side.fill, pixels=pixels) + f"{self._holds(side)},"
        elif side.kind == "black":
            size = f"{self._form.raster.width}x{self._form.raster.height}"
            chain = f"color=c=black:s={size}:r={rate},format={pixels},"
        else:
            still = self._input("-framerate", str(rate), "-i", address(cards[side]))
            chain = still + self._fitted(fill=False, pixels=pixels) + ",loop=loop=-1:size=1:start=0,"
        self._graph.append(f"{chain}trim=end_frame={frames},{ticks},setsar=1[{name}]")

    def _reel(self, reel: Reel) -> str:
        """The pictures that are wanted. Seeking half a picture early lands on the wanted one however times round."""
        seek = ["-ss", f"{float((reel.first - Fraction(1, 2)) / reel.rate):.6f}"] if reel.first else []
        stream = self._input("-xerror", "-threads", "1", *seek, "-i", address(Path(reel.path)))
        chain = f"{stream}trim=end_frame={reel.count},"
        if reel.rate == self._form.rate:
            return chain
        return f"{chain}{in_step(reel.rate, reel.lead, self._form.rate)},"

    def _fitted(self, *, fill: bool, pixels: str) -> str:
        return fitted(self._form.raster, fill=fill, pixels=pixels)

    def _holds(self, reel: Reel) -> str:
        """The nearest picture where the medium is too short."""
        if not reel.hold_head and not reel.hold_tail:
            return ""
        return (
            f",fps={self._form.rate},tpad=start={reel.hold_head}:start_mode=clone:stop={reel.hold_tail}:stop_mode=clone"
        )

    def _letter(self, letters: Lettered, under: str, name: str) -> str:
        picture = self._input("-i", address(letters.picture))
        self._graph.append(f"{picture}scale={_TO_709},format=yuva420p[{name}p]")
        when = f"enable='between(n,{letters.start},{letters.end - 1})'"
        self._graph.append(f"[{under}][{name}p]overlay=x={letters.left}:y={letters.top}:{when}[{name}]")
        return name


def in_step(own: Fraction, lead: Fraction, rate: Fraction) -> str:
    """Pictures at their `own` rate, of which the first is `lead` seconds old at frame 0, on frames at `rate`: the picture on a frame is the
    newest one not in its future, so times are rounded up to frames."""
    shown_at = f"settb=expr=1/{90000 * own.numerator},setpts=(N/({own})-({lead}))/TB"
    return f"{shown_at},fps=fps={rate}:start_time=0:round=up"


def fitted(raster: Raster, *, fill: bool, pixels: str) -> str:
    """Scaled into the raster with bars, or over it and cropped; nothing happens to a picture of the right size."""
    width, height = raster.width, raster.height
    aspect = "increase" if fill else "decrease"
    scaled = f"scale={width}:{height}:force_original_aspect_ratio={aspect}:force_divisible_by=2:{_TO_709}"
    framed = f"crop={width}:{height}" if fill else f"pad={width}:{height}:-1:-1:color=black"
    return f"{scaled},format={pixels},{framed}"


def _mixing(mix: Mix, rate: Fraction) -> str:
    """xfade's weight of the incoming side at picture i is (i - offset) / duration, with both in frames here."""
    style = {"dissolve": "fade", "wipe": "wiperight"}[mix.style]
    duration, offset = (f"{round(frames * 1_000_000 / rate)}us" for frames in (mix.span, -mix.phase))
    return f"xfade=transition={style}:duration={duration}:offset={offset}"


def _burning(burn: BurnIn, form: Format) -> str:
    """The slate at the top left, timecode and frame number at the top right, on small plates."""
    size = min(form.raster.width, form.raster.height) // 26
    look = f"fontfile={burn.face}:fontsize={size}:fontcolor=0xF4ECDC:box=1:boxcolor=0x1F1C24@0.6:boxborderw={size // 3}"
    margin = size
    drawn = ""
    if burn.slate:
        drawn += f"drawtext={look}:x={margin}:y={margin}:expansion=none:text={escaped(burn.slate)},"
    if burn.timecode:
        code = escaped(burn.timecode)
        drawn += f"drawtext={look}:x=w-tw-{margin}:y={margin}:timecode={code}:timecode_rate={form.rate},"
    count = f"%{{eif\\:n+{burn.frame}\\:d}}"
    return drawn + f"drawtext={look}:x=w-tw-{margin}:y={margin + size * 2}:text='{count}',"


def escaped(text: str) -> str:
    """Text for a filter option inside a graph: ffmpeg unescapes it twice (see "Notes on filtergraph escaping")."""
    once = "".join("\\" + sign if sign in "\\':" else sign for sign in text)
    return "".join("\\" + sign if sign in "\\'[],;" else sign for sign in once)

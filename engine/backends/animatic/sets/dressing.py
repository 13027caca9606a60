"""What adjectives do to a set: any set, from outside, so that a ruined teahouse needs no set of its own.

Sheets are wrapped and added, never repainted: walls marked `built` are bitten into, stained or ivied inside their own
outline; rubble, weeds, water, ice, a crowd or lanterns stand on planes between those the set has.
"""

from __future__ import annotations

from dataclasses import replace

import skia

from engine.backends.animatic.palette import ICE, IVY, Palette, darker, lighter, local, mix
from engine.backends.animatic.paper import Knife, between, blob, cells, chance, outline
from engine.backends.animatic.sets import crowd, parts, waters
from engine.backends.animatic.sheets import Paint, Sheet
from engine.backends.animatic.stage import INDOORS, PLAIN, SetOrder

_HUGE, _SMALL = 1.45, 0.72
_STONE = (0.60, 0.56, 0.51)
_RUST = (0.46, 0.33, 0.22)


def dress(sheets: tuple[Sheet, ...], order: SetOrder, palette: Palette, room: tuple[float, float]) -> tuple[Sheet, ...]:
    """A set's sheets with what the words add. `room`: the depths between which something may stand behind the players."""
    dressing = order.dressing
    if dressing == PLAIN:
        return sheets
    kept = [s for s in sheets if not (dressing.empty and s.life)]
    if dressing.huge or dressing.small:
        kept = [_scaled(s, _HUGE if dressing.huge else _SMALL) for s in kept]
    kept = [_worn(sheet, order, palette) if sheet.built else sheet for sheet in kept]
    return (*kept, *_added(order, palette, room))


def _added(order: SetOrder, palette: Palette, room: tuple[float, float]) -> tuple[Sheet, ...]:
    dressing, (near, far) = order.dressing, room
    sheets: list[Sheet] = []
    if dressing.ruined:
        sheets += [_rubble(z, order, palette) for z in (near, mid(near, far))]
    if dressing.overgrown:
        sheets += [_weeds(z, order, palette) for z in (near * 0.8, far)]
    if dressing.crowded:
        sheets += crowd.sheets(order, palette, room)
    if dressing.lantern_lit:
        sheets.append(_lanterns(mid(near, far) + 0.3, order, palette))
    if dressing.flooded:
        sheets += waters.flood(order, palette)
    return tuple(sheets)


def mid(near: float, far: float) -> float:
    """Half way between two depths."""
    return (near + far) / 2


def _scaled(sheet: Sheet, k: float) -> Sheet:
    """The same sheet, larger or smaller from the ground up; ground, sky, and what people use beside the stage keep their size."""
    if sheet.joins or sheet.veil or not 3.0 <= sheet.z < 120:
        return sheet

    def paint(knife: Knife, x0: float, x1: float) -> None:
        knife.canvas.save()
        knife.canvas.scale(k, k)
        sheet.paint(knife.scaled(k), x0 / k, x1 / k)
        knife.canvas.restore()

    return replace(sheet, paint=paint, top=sheet.top * k, bottom=sheet.bottom * k)


def _worn(sheet: Sheet, order: SetOrder, palette: Palette) -> Sheet:
    """A wall as time leaves it: bitten from above, then stained, ivied or rimed, but only where it still stands."""
    paint = sheet.paint
    if order.dressing.ruined:
        paint = _bitten(paint, sheet, order)
    if order.dressing.old or order.dressing.ruined:
        paint = _inside(paint, lambda k, a, b: _stains(k, a, b, sheet, order, palette))
    if order.dressing.overgrown:
        paint = _inside(paint, lambda k, a, b: _ivy(k, a, b, sheet, order, palette))
    if order.dressing.frozen:
        paint = _inside(paint, lambda k, a, b: _rime(k, a, b, sheet, order, palette))
    return replace(sheet, paint=paint)


def _inside(paint: Paint, more: Paint) -> Paint:
    """`more` painted only onto what `paint` has cut out."""

    def both(knife: Knife, x0: float, x1: float) -> None:
        knife.canvas.saveLayer(None, None)
        paint(knife, x0, x1)
        knife.canvas.saveLayer(None, skia.Paint(BlendMode=skia.BlendMode.kSrcATop))
        more(knife, x0, x1)
        knife.canvas.restore()
        knife.canvas.restore()

    return both


def _tall(sheet: Sheet) -> float:
    """About how high the walls of a sheet stand."""
    return min(sheet.top, 4.0 + 0.35 * sheet.z) * 0.8


def _bitten(paint: Paint, sheet: Sheet, order: SetOrder) -> Paint:
    """Jagged bites out of the upper part, down to a third of the height at most."""
    tall = _tall(sheet)

    def broken(knife: Knife, x0: float, x1: float) -> None:
        knife.canvas.save()
        pitch = tall * 0.62
        for i in cells(x0, x1, pitch, 1):
            if chance(order.seed, i, 611) < 0.82:
                bite = _bite((i + chance(order.seed, i, 612)) * pitch, tall, order.seed * 7 + i)
                knife.canvas.clipPath(bite, skia.ClipOp.kDifference, True)
        paint(knife, x0, x1)
        knife.canvas.restore()

    return broken


def _bite(x: float, tall: float, seed: int) -> skia.Path:
    wide, low = tall * between(0.16, 0.34, seed, 1), tall * between(0.24, 0.66, seed, 2)
    jag = [
        (x + wide * u, low + tall * (0.9 * u * u + 0.16 * (chance(seed, k, 3) - 0.5)))
        for k, u in enumerate((-1.0, -0.72, -0.5, -0.3, -0.08, 0.14, 0.36, 0.6, 0.82, 1.0))
    ]
    return outline([*jag, (x + 1.3 * wide, tall * 4), (x - 1.3 * wide, tall * 4)])


def _stains(knife: Knife, x0: float, x1: float, sheet: Sheet, order: SetOrder, palette: Palette) -> None:
    """Damp from below, streaks from above, cracks."""
    tall, tone = _tall(sheet), palette.at(darker(local(_RUST, palette), 0.25), sheet.z)
    for i in cells(x0, x1, tall * 0.34, 1):
        seed = order.seed * 5 + i
        x, h = (i + chance(seed, 621)) * tall * 0.34, tall * between(0.06, 0.2, seed, 622)
        knife.dab(blob(x, 0, tall * 0.28, h, seed, 0.2), tone, 0.22)
        if chance(seed, 623) < 0.6:
            top, long = tall * between(0.5, 1.0, seed, 624), tall * between(0.15, 0.4, seed, 625)
            w = tall * 0.014
            knife.dab(
                outline([(x - w, top), (x + w, top), (x + w * 0.4, top - long), (x - w * 0.3, top - long)]), tone, 0.3
            )
        if chance(seed, 626) < 0.4:
            y = tall * between(0.2, 0.7, seed, 627)
            crack = [(x + tall * 0.05 * (chance(seed, k, 628) - 0.5) * 2, y + tall * 0.05 * k) for k in range(6)]
            knife.stroke(crack, max(knife.line, tall * 0.006), darker(tone, 0.4), 0.7)


def _ivy(knife: Knife, x0: float, x1: float, sheet: Sheet, order: SetOrder, palette: Palette) -> None:
    """Leaves that climb from the foot in tongues, and some that hang from above."""
    tall, tone = _tall(sheet), palette.at(local(IVY, palette), sheet.z)
    pitch = tall * 0.20
    for i in cells(x0, x1, pitch, 2):
        seed = order.seed * 11 + i
        if chance(order.seed, i // 3, 631) < 0.32:
            continue
        hangs = chance(seed, 632) < 0.3
        reach = tall * between(0.25, 0.95, order.seed, i // 2, 633)
        x = (i + chance(seed, 634)) * pitch
        for k in range(max(3, int(reach / (tall * 0.055)))):
            u = k * tall * 0.055
            y = tall * 1.05 - u if hangs else u
            r = tall * between(0.022, 0.05, seed, k, 635) * (1.15 - 0.5 * u / max(reach, 0.01))
            dx = tall * 0.06 * (chance(seed, k, 636) - 0.5)
            knife.dab(
                blob(x + dx, y, r * 1.3, r, seed + k, 0.3, 7), mix(tone, lighter(tone, 0.22), chance(seed, k, 637))
            )


def _rime(knife: Knife, x0: float, x1: float, sheet: Sheet, order: SetOrder, palette: Palette) -> None:
    tall, tone = _tall(sheet), palette.at(lighter(local(ICE, palette), 0.2), sheet.z)
    knife.dab(outline([(x0, -2), (x1, -2), (x1, tall * 3), (x0, tall * 3)]), tone, 0.22)
    for i in cells(x0, x1, tall * 0.3, 1):
        x = (i + chance(order.seed, i, 641)) * tall * 0.3
        knife.dab(blob(x, 0, tall * 0.25, tall * between(0.05, 0.16, order.seed, i, 642), i, 0.2), tone, 0.7)


def _rubble(z: float, order: SetOrder, palette: Palette) -> Sheet:
    """Heaps of broken stone and a leaning beam here and there, clear of the middle of the stage."""
    tone = palette.at(local(_STONE, palette), z)

    def heap(knife: Knife, x: float, seed: int) -> None:
        if chance(seed, 1) < 0.35:
            beam = between(0.9, 1.7, seed, 2) * (1 if chance(seed, 3) < 0.5 else -1)
            knife.cut(
                outline([(x, -0.1), (x + 0.16, -0.1), (x + beam + 0.1, 1.35), (x + beam, 1.42)]),
                darker(tone, 0.45),
                0.8,
            )
        for k in range(7):
            r = between(0.10, 0.30, seed, k, 4)
            px, py = x + between(-0.8, 0.8, seed, k, 5), 0.34 * (1 - abs(k - 3) / 4) * chance(seed, k, 6)
            block = outline(
                [(px - r, py - 0.15), (px - r * 0.8, py + r * 0.7), (px + r * 0.6, py + r), (px + r, py - 0.15)]
            )
            knife.cut(block, mix(darker(tone, 0.18), lighter(tone, 0.08), chance(seed, k, 7)), 0.6)

    def paint(knife: Knife, x0: float, x1: float) -> None:
        for i in cells(x0, x1, 2.7, 2):
            x = (i + chance(order.seed, i, int(z * 10), 651)) * 2.7
            if abs(x) > 1.7 and chance(order.seed, i, int(z * 10), 652) < 0.7:
                heap(knife, x, order.seed * 3 + i + int(z * 10))

    return Sheet(f"rubble {z:g}", z, paint, top=1.7, bottom=-0.4, gap=0.8)


def _weeds(z: float, order: SetOrder, palette: Palette) -> Sheet:
    """Grass to the knee and broad leaves."""
    tone = palette.at(darker(local(IVY, palette), 0.06), z)

    def paint(knife: Knife, x0: float, x1: float) -> None:
        for i in cells(x0, x1, 0.42, 1):
            seed = order.seed + i * 7 + int(z * 10)
            x = (i + chance(seed, 661)) * 0.42
            shade = mix(tone, lighter(tone, 0.18), chance(seed, 662))
            if chance(seed, 663) < 0.2:
                parts.leaf_spray(
                    knife, x, -0.1, 1.57 + between(-0.5, 0.5, seed, 664), between(0.5, 0.9, seed, 665), shade, seed
                )
            else:
                parts.grass(knife, x, -0.1, between(0.3, 0.75, seed, 666), shade, seed)

    return Sheet(f"weeds {z:g}", z, paint, top=1.2, bottom=-0.3, gap=0.6)


def _lanterns(z: float, order: SetOrder, palette: Palette) -> Sheet:
    """Paper lanterns on slack strings overhead; lit from dusk on, and always under a roof."""
    lit = palette.is_dark or order.time_of_day == "dusk" or order.kind in INDOORS
    red, gold = local((0.80, 0.27, 0.20), palette), local((0.93, 0.70, 0.32), palette)
    span, high = 4.2, 3.5 + 0.1 * z

    def hang(knife: Knife, i: int) -> None:
        a, low = i * span, between(0.5, 0.8, order.seed, i, 671)
        sag = [(a + span * k / 16, high - 4 * low * (k / 16) * (1 - k / 16)) for k in range(17)]
        knife.stroke(sag, 0.022, darker(palette.near, 0.5))
        for k in (2, 5, 8, 11, 14):
            x, y = sag[k]
            tone = red if (k + i) % 2 else gold
            r = between(0.14, 0.19, order.seed, i, k, 672)
            if lit:
                knife.glow(x, y - r * 1.3, r * 6.5, palette.light, 0.8)
            knife.cut(blob(x, y - r * 1.3, r, r * 1.15, 3, 0.0, 13), mix(tone, palette.light, 0.5 if lit else 0.0), 0.4)
            knife.dab(outline([(x - r * 0.4, y - r * 0.25), (x + r * 0.4, y - r * 0.25), (x + r * 0.4, y - r * 0.1), (x - r * 0.4, y - r * 0.1)]), darker(tone, 0.4))  # fmt: skip

    def paint(knife: Knife, x0: float, x1: float) -> None:
        for i in cells(x0, x1, span, 1):
            hang(knife, i)

    return Sheet("lanterns", z, paint, top=high + 0.2, bottom=1.5, gap=0.6, life=True)

"""Rooms one works in with paper: classroom, library, office, hospital ward."""

from __future__ import annotations

from engine.backends.animatic.palette import Palette, darker, lighter, mix
from engine.backends.animatic.paper import cells
from engine.backends.animatic.sets import coverings as cover
from engine.backends.animatic.sets import furniture as fit
from engine.backends.animatic.sets import openings
from engine.backends.animatic.sets.decor import Decor, Painter, both, only, row
from engine.backends.animatic.sets.home import PITCH, joist, variant, vase, window_side
from engine.backends.animatic.sets.shell import CEILING, Shell, Windows, gardens, interior, town
from engine.backends.animatic.sheets import Sheet
from engine.backends.animatic.stage import SetOrder


def hung(piece, at: float, pitch: float = PITCH) -> Painter:
    """Lamps of one kind under the ceiling's beam."""

    def paint(decor: Decor, x0: float, x1: float) -> None:
        joist(decor, x0, x1)
        for i in cells(x0 - at, x1 - at, pitch, 3):
            piece(decor.seeded(decor.order.seed + i), i * pitch + at)

    return paint


def tubes(decor: Decor, x: float) -> None:
    """A strip light."""
    fit.tube_lamp(decor, x, 3.15, CEILING)


def globes(decor: Decor, x: float) -> None:
    """A milk-glass globe on a rod."""
    decor.line([(x, 2.95), (x, CEILING)], 0.03, decor.own("#8a7648"))
    decor.glow(x, 2.8, 2.4, 0.9)
    decor.round(x, 2.8, 0.22, 0.22, decor.palette.light if decor.lit else lighter(decor.pale, 0.3), 0.6)


def classroom(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """A blackboard between windows, a map, rows of desks, the teacher's table."""
    side = window_side(order)
    shell = Shell(
        cover=cover.dado,
        floor=cover.planks,
        windows=Windows(openings.square, openings.sash, wide=1.7, tall=1.75, sill=1.3, pitch=8.4, shift=3.55),
        furniture=(
            (
                "board",
                3.0,
                both(row(8.4, -side * 0.65, _blackboard), row(8.4, side * 1.75, _wall_map, _flags, _wall_map)),
            ),
            (
                "teacher's table",
                2.3,
                both(row(16.8, -side * 2.5, _lectern), row(16.8, side * 5.4, fit.bookcase(1.6, 1.7))),
            ),
            ("back desks", 1.25, _desks(0.9, 2.3, clear=1.0)),
            ("front desks", -1.3, _desks(0.0, 2.3, clear=2.5)),
        ),
        lamps=hung(globes if variant(order) else tubes, -side * 0.65, 4.2),
        behind=gardens if variant(order) else town,
    )
    return interior(shell, order, palette)


def _blackboard(decor: Decor, x: float) -> None:
    board = decor.own(("#2f4f45", "#38423f", "#33506a")[variant(decor.order)])
    decor.box(x - 1.75, 1.12, 3.5, 1.5, decor.own("#a5774a"), 1.0)
    decor.flat(x - 1.65, 1.2, 3.3, 1.34, board)
    chalk = lighter(board, 0.62)
    decor.line([(x - 1.4, 2.3), (x - 0.6, 2.34), (x - 0.1, 2.29)], 0.035, chalk, 0.8)
    decor.line([(x - 1.4, 2.08), (x - 0.9, 2.1)], 0.028, chalk, 0.7)
    for k, text in enumerate((("1+2=3", "abc"), ("你好", "山水"), ("8×7", "x²"))[int(decor.odds(9) * 3)]):
        decor.knife.letter(text, x - 0.95 + 0.95 * k, 1.72, 0.34, chalk)
    decor.round(x + 1.05, 1.84, 0.3, 0.3, chalk, 0.0)
    decor.dot(x + 1.05, 1.84, 0.27, 0.27, board)
    decor.line([(x + 0.8, 1.5), (x + 1.3, 2.2)], 0.022, chalk, 0.8)
    decor.box(x - 1.7, 1.06, 3.4, 0.07, lighter(decor.own("#a5774a"), 0.15), 0.6)
    for k in range(3):
        decor.box(x - 0.3 + 0.2 * k, 1.13, 0.12, 0.03, decor.pale, 0.2)


def _wall_map(decor: Decor, x: float) -> None:
    decor.box(x - 0.62, 1.42, 1.24, 0.95, decor.own("#dfe3cc"), 0.7)
    decor.flat(x - 0.56, 1.48, 1.12, 0.83, decor.own("#9fc2cc"))
    for k in range(5):
        px, py = x - 0.4 + 0.2 * k, 1.75 + 0.14 * (k % 3)
        decor.dot(
            px, py, 0.13, 0.11, decor.pick((decor.own("#9db36c"), decor.own("#d8b45c"), decor.own("#c98a5c")), k), 0.95
        )
    for y in (1.4, 2.36):
        decor.box(x - 0.68, y, 1.36, 0.05, decor.wood, 0.5)


def _flags(decor: Decor, x: float) -> None:
    """Children's drawings on a string."""
    decor.line([(x - 0.8, 2.35), (x, 2.25), (x + 0.8, 2.35)], 0.014, darker(decor.wood, 0.3))
    for k in range(4):
        px = x - 0.6 + 0.4 * k
        decor.box(px - 0.15, 1.88, 0.3, 0.38, lighter(decor.pale, 0.4), 0.5)
        decor.dot(
            px, 2.06, 0.08, 0.08, decor.pick((decor.own("#d9823b"), decor.own("#5f8fb0"), decor.own("#7f9c4a")), k), 0.9
        )
        decor.flat(px - 0.12, 1.92, 0.24, 0.05, decor.own("#8fae6a"))


def _lectern(decor: Decor, x: float) -> None:
    wood = decor.wood
    decor.box(x - 0.75, -0.03, 1.5, 0.84, wood, 1.0)
    decor.box(x - 0.82, 0.79, 1.64, 0.08, lighter(wood, 0.15), 0.6)
    decor.box(x - 0.62, 0.1, 1.24, 0.55, lighter(wood, 0.06), 0.3)
    fit.books(decor, x - 0.55, 0.87, 0.5, 0.26)
    decor.round(x + 0.4, 1.07, 0.17, 0.17, decor.own("#6f9fb5"), 0.5)
    decor.dot(x + 0.37, 1.1, 0.08, 0.06, decor.own("#9db36c"))
    decor.box(x + 0.32, 0.87, 0.16, 0.05, darker(wood, 0.2), 0.3)


def school_desk(decor: Decor, x: float) -> None:
    """A pupil's desk with a chair behind it, seen from behind the class."""
    wood = lighter(decor.wood, 0.12)
    iron = darker(decor.palette.near, 0.45)
    fit.legs(decor, x, 0.46, 0.7, iron, 0.05)
    decor.box(x - 0.55, 0.68, 1.1, 0.07, wood, 0.8)
    decor.box(x - 0.5, 0.52, 1.0, 0.15, darker(wood, 0.12), 0.4)
    if decor.odds(3) < 0.6:
        decor.box(
            x - 0.3,
            0.75,
            0.3,
            0.05,
            decor.pick((decor.palette.accent, decor.own("#b5533f"), decor.own("#5f8fb0")), 4),
            0.4,
        )
    for end in (-0.2, 0.2):
        decor.box(x + end - 0.02, 0.0, 0.04, 0.95, darker(wood, 0.25), 0.4)
    decor.box(x - 0.24, 0.74, 0.48, 0.2, darker(wood, 0.08), 0.5)
    decor.box(x - 0.25, 0.42, 0.5, 0.06, darker(wood, 0.05), 0.5)


def _desks(at: float, pitch: float, clear: float) -> Painter:
    """A row of desks, none within `clear` metres of the stage's middle."""

    def paint(decor: Decor, x0: float, x1: float) -> None:
        for i in cells(x0 - at, x1 - at, pitch, 1):
            if abs(i * pitch + at) >= clear:
                school_desk(decor.seeded(decor.order.seed + i), i * pitch + at)

    return paint


def reading_room(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Books to the ceiling with a ladder, a reading desk with a green lamp, a globe."""
    side = window_side(order)
    high = (3.3, 2.9, 3.6)[variant(order)]
    shell = Shell(
        cover=cover.over(cover.paper, cover.wainscot),
        floor=cover.rugged(cover.planks, 2.0),
        windows=Windows(openings.arch, openings.curtained, wide=1.3, tall=2.2, sill=0.95),
        furniture=(
            ("tall shelves", 2.9, both(
                row(PITCH, -side * 1.85, fit.bookcase(2.4, high)),
                row(PITCH, side * 3.3, fit.bookcase(1.7, high)),
            )),
            ("ladder", 2.6, both(row(PITCH * 2, -side * 2.2, _ladder), row(PITCH * 2, -side * 4.3, _bust))),
            ("reading desk", 1.5, both(only(_reading_desk, side * 2.5), only(_globe, -side * 2.75))),
            ("stacks", -1.25, both(only(_stack, -side * 3.2), only(_stack, side * 3.7))),
        ),
        lamps=hung(globes, side * 0.2),
        behind=gardens,
    )  # fmt: skip
    return interior(shell, order, palette)


def _ladder(decor: Decor, x: float) -> None:
    wood = lighter(decor.wood, 0.22)
    for dx in (0.0, 0.42):
        decor.shape([(x + dx, -0.03), (x + dx + 0.06, -0.03), (x + dx + 0.32, 2.9), (x + dx + 0.26, 2.9)], wood, 0.8)
    for k in range(8):
        y = 0.25 + 0.34 * k
        decor.box(x + 0.03 + y * 0.09, y, 0.42, 0.05, wood, 0.4)


def _bust(decor: Decor, x: float) -> None:
    stone = lighter(decor.palette.far, 0.35)
    decor.box(x - 0.2, -0.03, 0.4, 1.1, decor.wood, 0.9)
    decor.shape([(x - 0.2, 1.07), (x + 0.2, 1.07), (x + 0.12, 1.3), (x - 0.12, 1.3)], stone, 0.5)
    decor.round(x, 1.42, 0.13, 0.17, stone, 0.5)


def _reading_desk(decor: Decor, x: float) -> None:
    fit.chair(decor, x - 0.2)
    fit.table(1.5, 0.78)(decor, x)
    fit.books(decor, x - 0.66, 0.79, 0.45, 0.24)
    decor.shape(
        [(x - 0.12, 0.80), (x + 0.1, 0.84), (x + 0.32, 0.80), (x + 0.32, 0.83), (x + 0.1, 0.88), (x - 0.12, 0.83)],
        lighter(decor.pale, 0.4),
        0.4,
    )
    brass = decor.own("#b08d45")
    decor.box(x + 0.5, 0.8, 0.03, 0.34, brass, 0.3)
    decor.glow(x + 0.5, 1.05, 1.5, 0.9)
    decor.shape([(x + 0.28, 1.08), (x + 0.74, 1.08), (x + 0.62, 1.24), (x + 0.4, 1.24)], decor.own("#3f7a5c"), 0.5)
    if decor.lit:
        decor.flat(x + 0.32, 1.06, 0.38, 0.03, decor.palette.light)


def _globe(decor: Decor, x: float) -> None:
    wood = decor.wood
    fit.legs(decor, x, 0.16, 0.5, wood, 0.05)
    decor.box(x - 0.24, 0.48, 0.48, 0.06, wood, 0.5)
    decor.round(x, 0.86, 0.31, 0.31, decor.own("#7fa5b0"), 0.7)
    for dx, dy, r in ((-0.1, 0.1, 0.13), (0.12, -0.02, 0.1), (-0.06, -0.15, 0.09)):
        decor.dot(x + dx, 0.86 + dy, r, r * 0.8, decor.own("#c9b06c"))


def _stack(decor: Decor, x: float) -> None:
    """Books piled on the floor."""
    for k in range(5):
        w = decor.between(0.5, 0.75, k)
        hue = decor.pick((decor.palette.accent, decor.own("#b5533f"), decor.own("#c99a3f"), decor.own("#5f7f93")), k, 1)
        decor.box(x - w / 2 + 0.06 * decor.odds(k, 2), 0.13 * k - 0.03, w, 0.12, hue, 0.6)
        decor.flat(x - w / 2 + 0.08, 0.13 * k + 0.0, w * 0.4, 0.03, decor.pale, 0.6)


def office(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Desks with screens and telephones, filing cabinets, a wide window over the town."""
    side = window_side(order)
    shell = Shell(
        cover=cover.over(cover.plaster, cover.skirting) if variant(order) else cover.wainscot,
        floor=cover.carpet if variant(order) != 2 else cover.planks,
        windows=Windows(openings.square, openings.blinds, wide=3.0, tall=1.7, sill=1.05, pitch=7.2, shift=1.5),
        furniture=(
            ("cabinets", 2.8, both(
                row(7.2, -side * 2.1, _cabinets),
                row(14.4, -side * 1.0, lambda d, x: fit.clock(d, x, 2.5)),
                row(14.4, side * 5.0, _pinboard, fit.bookcase(1.6, 2.1)),
            )),
            ("back desk", 1.5, both(row(14.4, side * 2.4, office_desk, _cooler), row(14.4, -side * 3.6, fit.plant, office_desk))),
            ("front", -1.3, both(only(_cooler, -side * 3.5), only(_carton, side * 3.3))),
        ),
        lamps=hung(tubes if variant(order) else lambda d, x: fit.bell_lamp(d, x, 2.75, CEILING), -side * 0.9, 3.6),
        behind=town,
    )  # fmt: skip
    return interior(shell, order, palette)


def office_desk(decor: Decor, x: float) -> None:
    """A desk with a screen, a telephone and papers."""
    wood = lighter(decor.wood, 0.1)
    decor.box(x - 0.9, -0.03, 0.5, 0.74, darker(wood, 0.1), 0.9)
    for k in range(3):
        decor.box(x - 0.86, 0.06 + 0.22 * k, 0.42, 0.18, wood, 0.3)
    decor.box(x + 0.8, -0.03, 0.09, 0.74, darker(wood, 0.1), 0.6)
    decor.box(x - 0.96, 0.7, 1.92, 0.07, lighter(wood, 0.12), 0.8)
    grey = darker(decor.own("#8d989c"), 0.1)
    decor.box(x + 0.12, 0.77, 0.06, 0.14, grey, 0.3)
    decor.box(x - 0.17, 0.88, 0.64, 0.42, grey, 0.7)
    screen = mix(decor.own("#7fb0c4"), decor.palette.light, 0.35 if decor.lit else 0.0)
    decor.flat(x - 0.13, 0.92, 0.56, 0.34, screen)
    for k in range(3):
        decor.flat(x - 0.09, 1.17 - 0.08 * k, 0.3 - 0.06 * k, 0.025, lighter(screen, 0.5), 0.8)
    for k in range(4):
        decor.box(x - 0.78 + 0.02 * (k % 2), 0.77 + 0.035 * k, 0.4, 0.033, lighter(decor.pale, 0.3), 0.2)
    tone = decor.own("#b5493a")
    decor.shape([(x + 0.55, 0.77), (x + 0.85, 0.77), (x + 0.79, 0.87), (x + 0.61, 0.87)], tone, 0.4)
    decor.box(x + 0.54, 0.87, 0.32, 0.05, darker(tone, 0.15), 0.4)


def _cabinets(decor: Decor, x: float) -> None:
    """Three filing cabinets with boxes on them."""
    for k in range(3):
        tone = mix(decor.palette.near, decor.palette.far, 0.3 + 0.1 * (k % 2))
        px = x - 0.85 + 0.58 * k
        decor.box(px, -0.03, 0.55, 1.35, tone, 0.9)
        for j in range(4):
            decor.box(px + 0.04, 0.04 + 0.32 * j, 0.47, 0.28, lighter(tone, 0.1), 0.3)
            decor.box(px + 0.2, 0.2 + 0.32 * j, 0.15, 0.03, darker(tone, 0.4), 0.2)
    decor.box(x - 0.75, 1.33, 0.45, 0.28, decor.own("#bf9a6b"), 0.6)
    fit.books(decor, x - 0.1, 1.33, 0.6, 0.3)


def _pinboard(decor: Decor, x: float) -> None:
    decor.box(x - 0.85, 1.2, 1.7, 1.15, decor.wood, 0.8)
    decor.flat(x - 0.78, 1.27, 1.56, 1.01, decor.own("#c79d6b"))
    for k in range(7):
        px, py = x - 0.62 + 0.4 * (k % 4), 1.42 + 0.45 * (k // 4)
        decor.box(px - 0.11, py, 0.24, 0.28, lighter(decor.pale, 0.35), 0.4)
        decor.dot(px, py + 0.26, 0.022, 0.022, decor.own("#c0392b"))
    decor.line([(x - 0.62, 1.7), (x - 0.2, 2.12), (x + 0.2, 1.7), (x + 0.58, 2.1)], 0.012, decor.own("#c0392b"))


def _cooler(decor: Decor, x: float) -> None:
    decor.box(x - 0.2, -0.03, 0.4, 0.95, decor.pale, 0.9)
    decor.round(x, 1.17, 0.19, 0.27, decor.own("#8fbccb"), 0.6)
    decor.box(x - 0.06, 0.6, 0.12, 0.07, decor.own("#5f7f93"), 0.3)


def _carton(decor: Decor, x: float) -> None:
    tone = decor.own("#bf9a6b")
    decor.box(x - 0.5, -0.03, 1.0, 0.55, tone, 1.0)
    decor.flat(x - 0.08, -0.03, 0.16, 0.55, lighter(tone, 0.2))
    decor.box(x - 0.4, 0.52, 0.7, 0.32, lighter(tone, 0.08), 0.8)


def hospital(order: SetOrder, palette: Palette) -> tuple[Sheet, ...]:
    """Beds with screens between them, a drip, a chart, a washed floor."""
    side = window_side(order)
    shell = Shell(
        cover=cover.dado,
        floor=cover.checks,
        windows=Windows(openings.square, openings.blinds if variant(order) == 1 else openings.sash, wide=1.8, tall=1.6, sill=1.25),
        furniture=(
            ("ward", 2.6, both(
                row(PITCH, -side * 2.0, _sickbed),
                row(PITCH, -side * 0.35, _screen),
                row(PITCH * 2, side * 3.2, _medicine, _sickbed),
            )),
            ("drip", 1.7, both(only(_trolley, side * 2.6), only(_wheelchair, -side * 4.3))),
            ("front", -1.3, both(only(fit.plant, side * 3.6), only(_stool, -side * 3.1))),
        ),
        lamps=hung(tubes, side * 0.6, 4.4),
        behind=town if variant(order) else gardens,
    )  # fmt: skip
    return interior(shell, order, palette)


def _sickbed(decor: Decor, x: float) -> None:
    steel = lighter(decor.palette.near, 0.3)
    decor.box(x - 0.9, 1.5, 1.6, 0.09, steel, 0.5)
    decor.box(x - 0.7, 1.64, 0.5, 0.36, lighter(decor.pale, 0.4), 0.5)
    decor.line([(x - 0.64, 1.72), (x - 0.52, 1.86), (x - 0.44, 1.76), (x - 0.32, 1.92)], 0.018, decor.palette.accent)
    fit.bed(2.0, hospital=True)(decor, x)
    decor.line([(x + 1.2, 0.0), (x + 1.2, 1.75)], 0.035, darker(steel, 0.2))
    decor.line([(x + 1.06, 1.75), (x + 1.34, 1.75)], 0.03, darker(steel, 0.2))
    decor.round(x + 1.09, 1.56, 0.08, 0.13, decor.own("#b9d3dc"), 0.4)
    decor.line([(x + 1.09, 1.43), (x + 0.9, 1.0), (x + 0.7, 0.58)], 0.012, decor.pale)


def _screen(decor: Decor, x: float) -> None:
    """A folding screen of cloth."""
    steel, cloth = lighter(decor.palette.near, 0.2), mix(decor.pale, decor.palette.near, 0.22)
    for k in range(3):
        px = x - 0.6 + 0.4 * k
        decor.shape(
            [(px, 0.18), (px + 0.38, 0.22 if k % 2 else 0.15), (px + 0.38, 1.8), (px, 1.78)],
            lighter(cloth, 0.1 * (k % 2)),
            0.7,
        )
        decor.box(px - 0.02, -0.03, 0.035, 1.87, steel, 0.4)


def _medicine(decor: Decor, x: float) -> None:
    """A glass cabinet with a red cross."""
    white = lighter(decor.pale, 0.3)
    decor.box(x - 0.55, -0.03, 1.1, 1.9, white, 1.0)
    decor.flat(x - 0.47, 0.75, 0.94, 1.05, mix(decor.palette.sky_low, decor.palette.near, 0.35))
    for y in (0.78, 1.28):
        fit.jars(decor, x, y + 0.02, 0.9, 5)
        decor.box(x - 0.47, y - 0.03, 0.94, 0.04, white, 0.3)
    decor.box(x - 0.47, 0.08, 0.94, 0.55, lighter(white, 0.1), 0.3)
    red = decor.own("#c8473c")
    decor.flat(x - 0.05, 0.22, 0.1, 0.28, red)
    decor.flat(x - 0.14, 0.31, 0.28, 0.1, red)


def _trolley(decor: Decor, x: float) -> None:
    steel = lighter(decor.palette.near, 0.35)
    for end in (-0.4, 0.4):
        decor.box(x + end - 0.02, 0.08, 0.04, 0.82, steel, 0.5)
        decor.round(x + end, 0.06, 0.06, 0.06, darker(steel, 0.5), 0.3)
    for y in (0.28, 0.82):
        decor.box(x - 0.48, y, 0.96, 0.05, lighter(steel, 0.2), 0.6)
    fit.jars(decor, x - 0.1, 0.87, 0.6, 4)
    vase(decor, x + 0.34, 0.87)


def _wheelchair(decor: Decor, x: float) -> None:
    steel, leather = lighter(decor.palette.near, 0.2), decor.own("#5f6f86")
    decor.box(x - 0.26, 0.5, 0.06, 0.55, leather, 0.5)
    decor.box(x - 0.24, 0.44, 0.5, 0.08, leather, 0.5)
    decor.line([(x - 0.36, 1.04), (x - 0.22, 1.02), (x - 0.22, 0.3), (x + 0.34, 0.12)], 0.035, steel)
    decor.round(x - 0.06, 0.32, 0.32, 0.32, darker(steel, 0.35), 0.4)
    decor.dot(x - 0.06, 0.32, 0.27, 0.27, mix(decor.palette.far, steel, 0.4))
    decor.round(x + 0.3, 0.08, 0.09, 0.09, darker(steel, 0.4), 0.3)


def _stool(decor: Decor, x: float) -> None:
    fit.legs(decor, x, 0.15, 0.5, lighter(decor.palette.near, 0.2), 0.04)
    decor.round(x, 0.52, 0.25, 0.06, decor.pale, 0.6)

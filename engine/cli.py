"""The command line: `storyreel film SCRIPT OUT` and its kin. Parses, opens the right room, and turns every error into one
sentence and an exit code; the traceback goes to a log file, never to the terminal.

Rooms are imported when their command is called, so `storyreel --help` answers at once.
"""

from __future__ import annotations

import signal

if __name__ == "__main__" and signal.getsignal(signal.SIGINT) is signal.default_int_handler:
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C before there is anybody to answer it just ends us

import argparse
import contextlib
import io
import logging
import os
import sys
import tempfile
import threading
import traceback
from collections.abc import Callable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, TextIO, TypeAlias

from engine.commands import model_words
from engine.errors import BadInput, Cancelled, StoryreelError, storage_failed

if TYPE_CHECKING:
    from engine.commands.console import Console
    from engine.commands.making import Wanted
    from engine.media.conform import ExportOptions

EXIT_CODES = """\
exit codes:
  0    done
  1    something unforeseen went wrong (a log file says what)
  2    bad input: usage, script, film folder, or a film from a newer Storyreel
  3    the film is open elsewhere
  4    the disk: full, read-only, or missing
  5    a shot could not be rendered; the others are kept
  6    ffmpeg or a media file failed
  7    this machine or engine cannot do what was asked
  130  stopped by Ctrl-C; run the same command again to go on
  141  whoever read our output went away
"""

_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"
_HUNG_UP = 141  # 128 + SIGPIPE, as programs that are written in C end

_RATES = {"24": "24", "25": "25", "23.976": "24000/1001", "29.97": "30000/1001", "30": "30"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    _steady_streams()
    given = list(sys.argv[1:] if arguments is None else arguments)
    if not given and arguments is None:
        return _editor()
    parsed = _parser().parse_args(given)
    if "run" not in parsed:
        _parser().print_help()
        return BadInput.exit_code
    try:
        return _guarded(parsed.run, parsed)
    except BrokenPipeError:
        return _hung_up()


def _guarded(run: Callable[[argparse.Namespace, Console], None], parsed: argparse.Namespace) -> int:
    """The one boundary where an exception becomes a sentence. Raises BrokenPipeError."""
    try:
        _hear_ctrl_c()
        _check_names(parsed)
        run(parsed, _console(parsed.json))
    except StoryreelError as error:
        return _told(error, parsed.json)
    except KeyboardInterrupt:
        stopped = Cancelled("Stopped; what was finished is kept.", "Run the same command again to go on.")
        return _told(stopped, parsed.json)
    except BrokenPipeError:
        raise
    except OSError as error:
        _drop_unwritable()
        return _told(storage_failed(error, error.filename or "the output"), parsed.json)
    except Exception:
        return _told(StoryreelError("Something unforeseen went wrong.", _logged()), parsed.json)
    return 0


def _hear_ctrl_c() -> None:
    if signal.getsignal(signal.SIGINT) is signal.SIG_DFL and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGINT, signal.default_int_handler)


def _told(error: StoryreelError, as_json: bool) -> int:
    """Say what went wrong; where even that cannot be written, the exit code says it alone."""
    logging.getLogger(__name__).debug("a sentence for a person", exc_info=error)
    try:
        _console(as_json).problem(error.sentence, error.action, type(error).__name__, error.exit_code)
    except OSError:
        _hung_up()
    return error.exit_code


def _logged() -> str:
    """Keep the traceback in a file; returns the action that names it."""
    told = traceback.format_exc()
    try:
        with tempfile.NamedTemporaryFile(
            "w", prefix="storyreel-", suffix=".log", delete=False, encoding="utf-8", errors="backslashreplace"
        ) as log:
            log.write(told)
    except OSError:  # no room even there: the last line is the best that can be kept
        return f"Please report this: {told.strip().splitlines()[-1]}"
    return f"The details are in {log.name}; please report them."


def _steady_streams() -> None:
    """Standard streams that take any text: a terminal that is not UTF-8, or one that was closed, must not end a film."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if stream is None:
            setattr(sys, name, io.TextIOWrapper(io.FileIO(os.devnull, "w"), encoding="utf-8"))  # lives as long as we do
        elif isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _hung_up() -> int:
    """Nobody can read us: what is still in the buffers goes nowhere, or Python complains of it as it ends."""
    _drop(sys.stdout)
    _drop(sys.stderr)
    return _HUNG_UP


def _drop_unwritable() -> None:
    """What is left in the buffer of an output that takes no more (a full disk) is dropped, for the same reason: whether
    Python keeps it after a failed write depends on its version."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        _drop(sys.stdout)


def _drop(stream: TextIO) -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    with contextlib.suppress(OSError, ValueError):
        os.dup2(nowhere, stream.fileno())
    os.close(nowhere)


def _check_names(parsed: argparse.Namespace) -> None:
    """Libraries that draw and read pictures die of a file name that is no text; the film file is not the film. Raises
    BadInput."""
    for value in vars(parsed).values():
        try:
            str(value).encode()
        except UnicodeEncodeError as bad:
            raise BadInput(f"{value} is not text in UTF-8.", "Give the file another name.") from bad
    if "film" in parsed and parsed.film.is_file():
        folder = parsed.film.with_suffix(".film")
        meant = f"Its film folder is {folder}." if folder.is_dir() else "Name the folder that holds film.json."
        raise BadInput(f"{parsed.film} is a file, not a film folder.", meant)


def _editor() -> int:
    """Bare `storyreel` starts the editor in a process of its own: the engine never imports it."""
    import subprocess

    return subprocess.run([sys.executable, "-P", "-m", "app"], check=False).returncode


def _console(as_json: bool) -> Console:
    from engine.commands.console import JsonConsole, PersonConsole

    return JsonConsole() if as_json else PersonConsole()


# The commands


def _film(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands.filming import film

    film(parsed.script, parsed.out, parsed.folder, _wanted(parsed), _options(parsed), console)


def _new(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands import from_script, making, revising
    from engine.commands.styling import styled
    from engine.film.document import Film

    wanted = _wanted(parsed)
    if parsed.script:
        asked = making.Wanted(wanted.rate, wanted.raster)
        reading = from_script.film_from_script(parsed.script, asked, parsed.folder, console)
        film = revising.with_asked(wanted, parsed.folder, console)(reading)
    else:
        reading = None
        film = Film(title=parsed.folder.stem, rate=wanted.rate, raster=wanted.raster, engine=wanted.engine)
        film = styled(film, wanted.style, "", parsed.folder, console)
    making.new(parsed.folder, film, console, reading)


def _revise(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands import revising

    if parsed.undo:
        revising.undo(parsed.film, console)
    elif parsed.script is None:
        raise BadInput("`revise` takes the film and its revised script.", "`storyreel revise --help` says how.")
    else:
        revising.revise(parsed.film, parsed.script, console, yes=parsed.yes)


def _lock_numbers(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands import revising

    revising.number(parsed.film, console, unlock=parsed.unlock)


def _render(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands import making

    slates = tuple(filter(None, (parsed.shots or "").replace("，", ",").split(",")))
    if parsed.until_like is not None:
        _render_until_like(parsed, console, slates)
        return
    outcome = making.render(
        parsed.film,
        console,
        slates=slates,
        engine=parsed.engine or "",
        style=parsed.style,
        sound=parsed.sound,
        wishes=model_words.wishes(parsed),
        follow=parsed.follow,
    )
    making.take_in(parsed.film, console)
    console.result(f"{making.counted(len(outcome.done))} rendered.", rendered=len(outcome.done))


def _render_until_like(parsed: argparse.Namespace, console: Console, slates: tuple[str, ...]) -> None:
    from engine.commands import likening, making

    wishes = model_words.wishes(parsed)
    done = likening.render_until_like(
        parsed.film, console, parsed.until_like, parsed.at_most,
        slates=slates, engine=parsed.engine or "", style=parsed.style, sound=parsed.sound, wishes=wishes, follow=parsed.follow,
    )  # fmt: skip
    console.result(f"{making.counted(done)} rendered.", rendered=done)


def _likeness(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands import likening

    slates = tuple(filter(None, (parsed.shots or "").replace("，", ",").split(",")))
    likening.likeness(parsed.film, console, slates=slates)


def _export(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands import exporting, making
    from engine.media.delivery import check_out

    check_out(parsed.out, _options(parsed))
    film = making.with_takes(parsed.film)
    exporting.export_cut(parsed.film, film, parsed.out, console, cut=parsed.cut, options=_options(parsed))


def _board(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands import boarding

    boarding.board(parsed.film, parsed.pictures, console, _wanted(parsed), table=parsed.map, flat=parsed.flat)


def _guides(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands import guiding

    slates = tuple(filter(None, (parsed.shots or "").replace("，", ",").split(",")))
    guiding.guides(parsed.film, console, slates=slates, passes=guiding.passes_named(parsed.passes))


def _show(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands.show import show

    show(parsed.film, console)


def _doctor(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands.doctor import doctor

    doctor(console)


def _queue(parsed: argparse.Namespace, console: Console) -> None:
    from engine.commands import queueing

    match parsed.what:
        case "run":
            queueing.run(parsed.film, console)
        case "pause":
            queueing.pause(parsed.film, console)
        case "resume":
            queueing.resume(parsed.film, console)
        case "cancel":
            queueing.cancel(parsed.film, console, tuple(parsed.keys))
        case "next":
            if len(parsed.keys) != 1:
                raise BadInput("`queue next` takes one job.", "`storyreel queue show FILM` lists them.")
            queueing.move(parsed.film, console, parsed.keys[0])
        case _:
            queueing.show(parsed.film, console)


# What the words on the line mean


def _wanted(parsed: argparse.Namespace) -> Wanted:
    from engine.commands.making import Wanted
    from engine.film.rate import Raster

    width, _, height = parsed.size.lower().partition("x")
    try:
        raster = Raster(width=int(width), height=int(height))
    except ValueError as bad:
        raise BadInput(
            f"{parsed.size} is not a picture size.", "Write even numbers from 64 to 8192, such as 1280x720."
        ) from bad
    return Wanted(Fraction(_RATES[parsed.rate]), raster, engine=parsed.engine or "animatic", style=parsed.style)


def _options(parsed: argparse.Namespace) -> ExportOptions:
    from engine.media.conform import ExportOptions

    return ExportOptions(
        captions=parsed.captions,
        title=not parsed.no_title,
        burn_in=parsed.burn_in,
        codec=parsed.codec,
        label=parsed.label,
        ending=parsed.ending,
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="storyreel",
        description="A script becomes a film on one workstation. Without a command the editor opens.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", action="store_true", help="one JSON object a line on standard output")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    making, leaving = _making_options(), _export_options()
    _add_filming(commands, making, leaving)
    _add_revising(commands)
    render = _add_rendering(commands, leaving)
    _add_drawing(commands, making)
    _add_likeness(commands, render)
    model_words.add(commands, _command)
    _add_looking(commands)
    return parser


def _add_filming(commands: _Commands, making: argparse.ArgumentParser, leaving: argparse.ArgumentParser) -> None:
    film = _command(commands, "film", _film, "a script becomes a film file", parents=[making, leaving])
    film.add_argument(
        "script", type=Path, metavar="SCRIPT", help="Fountain, Final Draft, a shot list, a Chinese screenplay, prose"
    )
    film.add_argument("out", type=Path, metavar="OUT", help="the film to write, such as night-train.mp4")
    film.add_argument("--folder", type=Path, help="the film folder (default: OUT with .film)")

    new = _command(commands, "new", _new, "make a film folder, empty or from a script", parents=[making])
    new.add_argument("folder", type=Path, metavar="FILM")
    new.add_argument("--script", type=Path)


def _add_rendering(commands: _Commands, leaving: argparse.ArgumentParser) -> argparse.ArgumentParser:
    render = _command(commands, "render", _render, "render the shots that are missing or changed")
    render.add_argument("film", type=Path, metavar="FILM")
    render.add_argument("--shots", metavar="1-2,1-3", help="only these slates")
    render.add_argument(
        "--engine", help="with another engine than the film's; auto, or several: each shot where it fits best"
    )
    model_words.add_wishes(render)
    _style_option(render)

    export = _command(commands, "export", _export, "write a cut to one file", parents=[leaving])
    export.add_argument("film", type=Path, metavar="FILM")
    export.add_argument("out", type=Path, metavar="OUT")
    export.add_argument("--cut", default="", help="the cut's name (default: the first)")
    return render


def _add_drawing(commands: _Commands, making: argparse.ArgumentParser) -> None:
    board = _command(
        commands, "board", _board, "import drawn panels; they play under the camera moves", parents=[making]
    )
    board.add_argument("film", type=Path, metavar="FILM")
    board.add_argument(
        "pictures",
        type=Path,
        nargs="+",
        metavar="PICTURE",
        help="pictures named after shots (1A-2.png), or their folder",
    )
    board.add_argument("--map", type=Path, metavar="TABLE.csv", help="picture,shot[,start,matte,flat] instead of names")
    board.add_argument("--flat", action="store_true", help="cut no foreground out")

    guides = _command(commands, "guides", _guides, "draw depth, masks, pose, clean plate and optical flow of shots")
    guides.add_argument("film", type=Path, metavar="FILM")
    guides.add_argument("--shots", metavar="1A,1B", help="only these slates")
    guides.add_argument("--passes", default="", metavar="depth,flow", help="only these (default: all five)")


def _add_looking(commands: _Commands) -> None:
    _command(commands, "show", _show, "list scenes, shots and takes").add_argument("film", type=Path, metavar="FILM")

    _command(commands, "doctor", _doctor, "does this machine have what a film needs?")

    queue = _command(commands, "queue", _queue, "see and steer what waits to be rendered")
    queue.add_argument("what", choices=("show", "run", "pause", "resume", "cancel", "next"))
    queue.add_argument("film", type=Path, metavar="FILM")
    queue.add_argument("keys", nargs="*", metavar="KEY", help="beginnings of job keys, for cancel and next")


def _add_revising(commands: _Commands) -> None:
    revise = _command(commands, "revise", _revise, "bring a film up to its revised script, or take that back")
    revise.add_argument("film", type=Path, metavar="FILM")
    revise.add_argument("script", type=Path, metavar="SCRIPT", nargs="?", help="the script as it is now")
    revise.add_argument("--yes", action="store_true", help="do not ask: show the changes and make them")
    revise.add_argument("--undo", action="store_true", help="take the last revision back")

    lock = _command(commands, "lock-numbers", _lock_numbers, "let scenes and shots keep their numbers (12A comes in)")
    lock.add_argument("film", type=Path, metavar="FILM")
    lock.add_argument("--unlock", action="store_true", help="let numbers count on again")


def _add_likeness(commands: _Commands, render: argparse.ArgumentParser) -> None:
    alike = _command(commands, "likeness", _likeness, "how far everybody looks alike, take by take and at the cuts")
    alike.add_argument("film", type=Path, metavar="FILM")
    alike.add_argument("--shots", metavar="1A,1B", help="only these slates")
    render.add_argument(
        "--until-like", type=float, metavar="0.8", help="again with other seeds until the cast looks so much alike"
    )
    render.add_argument("--at-most", type=int, default=4, metavar="N", help="so many takes of a shot (default: 4)")


def _command(
    commands: _Commands,
    name: str,
    run: Callable[[argparse.Namespace, Console], None],
    what: str,
    parents: Sequence[argparse.ArgumentParser] = (),
) -> argparse.ArgumentParser:
    command = commands.add_parser(name, help=what, description=what.capitalize() + ".", parents=[*parents])
    command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=argparse.SUPPRESS)
    command.set_defaults(run=run)
    return command


def _making_options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--rate", choices=tuple(_RATES), default="24", help="frames a second (default: 24)")
    options.add_argument("--size", default="1280x720", help="picture size (default: 1280x720)")
    options.add_argument("--engine", help="what draws the shots (default: animatic)")
    _style_option(options)
    return options


def _style_option(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--style", default="", help="paper, ink, pencil, shadow, one of the film's own, or a file")


def _export_options() -> argparse.ArgumentParser:
    options = argparse.ArgumentParser(add_help=False)
    options.add_argument("--captions", choices=("burn", "srt", "track", "none"), default="burn")
    options.add_argument("--no-title", action="store_true", help="no title card at the head")
    options.add_argument("--burn-in", action="store_true", help="slate, timecode and frame in the picture")
    options.add_argument("--codec", choices=("h264", "prores"), default="h264")
    options.add_argument("--label", action="store_true", help="write the AIGC label into the file's metadata")
    options.add_argument(
        "--ending",
        choices=("picture", "sound"),
        default="picture",
        help="where the film ends when music runs on (default: picture, it fades out)",
    )
    return options


if __name__ == "__main__":
    sys.exit(main())

"""The door for scripts: a file or a text comes in, a `Screenplay` or one clear sentence comes out; nothing is written.

The encoding is proved, not guessed: UTF-8, UTF-16 by its mark, and GB 18030 only when the result reads as Chinese (any
European text with accents decodes as GB 18030 too, into rubbish).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import replace
from pathlib import Path

from engine.errors import BadScript, storage_failed
from engine.script.chinese import chinese_signs, read_chinese
from engine.script.final_draft import is_final_draft, read_final_draft
from engine.script.fountain import is_cue, is_slug, is_transition, read_fountain
from engine.script.lexicon import lexicon
from engine.script.lines import half_width, is_chinese, numbered
from engine.script.prose import read_prose
from engine.script.screenplay import Element, Screenplay
from engine.script.shot_sheet import is_shot_sheet, read_shot_sheet
from engine.script.tables import without_tables
from engine.script.title_page import split_title_page

LARGEST = 5_000_000  # bytes; a feature film's screenplay is about 0.2 MB
LARGEST_MARKED_UP = 25_000_000  # a Final Draft document says ten words about each of the writer's

_TEXT_ONLY = "Save the script as plain text or Fountain (.fountain) in UTF-8 and use that file."
_FOREIGN = (
    (b"%PDF", ("This is a PDF, not a script in plain text.", _TEXT_ONLY)),
    (b"PK\x03\x04", ("This is a Word document or a zip archive, not a script in plain text.", _TEXT_ONLY)),
    (b"\xd0\xcf\x11\xe0", ("This is an old Word document, not a script in plain text.", _TEXT_ONLY)),
    (b"{\\rtf", ("This is a rich text (RTF) document, not a script in plain text.", _TEXT_ONLY)),
)
_MARKUP = re.compile(r"\s*<(?:\?xml|!doctype|html|FinalDraft)\b", re.IGNORECASE)
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CONTROLS = re.compile("[\x01-\x08\x0e-\x1f\x7f\ufeff]")
_BREAKS = re.compile("\r\n|[\r\x0b\x85\u2028\u2029]")  # of a line: old Mac's, Word's, EBCDIC's, Unicode's
_XML_ENCODING = re.compile(rb"\s*<\?xml[^>]*?\bencoding\s*=\s*[\"']([A-Za-z0-9._-]{1,40})[\"']")
_SPREADSHEETS = {".xlsx", ".xls", ".ods", ".numbers", ".et"}
_SHEET_ENDINGS = {".csv", ".tsv", ".tab"}
_FOUNTAIN_ENDINGS = {".fountain", ".spmd"}
_FOUNTAIN_MARK = re.compile(r"^(?:@\S|>.|\.[A-Z]|={3,}\s*$|~\S|!\S)")


def read_script(path: Path) -> Screenplay:
    """Read the script file at `path` (.fountain, .txt, .md, any plain text).

    Raises BadScript (with `line`) when it cannot be used as a script, StorageFailed when it cannot be read at all.
    """
    try:
        size = path.stat().st_size
        if size > _largest(path.name) and not path.is_dir():
            raise _too_long(size, path.name)
        content = path.read_bytes()
    except OSError as error:
        raise storage_failed(error, path) from error
    if path.suffix.lower() in _SPREADSHEETS:
        raise BadScript("This is a spreadsheet, not text.", "Save the shot list as CSV (UTF-8) and use that file.")
    return read_text(decoded(content), name=path.name)


def read_text(text: str, *, name: str = "") -> Screenplay:
    """Read a script from text; the ending of `name` (a file name) helps to tell Fountain from prose. Raises BadScript."""
    if len(text) > _largest(name):
        raise _too_long(len(text), name)
    text = _cleaned(text)
    if is_final_draft(text):
        return _shootable(_final_draft(text))
    if _MARKUP.match(text):
        raise BadScript("This is a web page or XML file, not a script in plain text.", _TEXT_ONLY)
    if not text.strip():
        raise BadScript("The script is empty.", "Write at least one line of action and try again.")
    if Path(name).suffix.lower() in _SHEET_ENDINGS or is_shot_sheet(text):
        return _shootable(read_shot_sheet(text))
    return _shootable(_plain(text, name))


def read_passage(text: str) -> Screenplay:
    """Read a few lines that need not be a whole script: what somebody writes on one card. Never raises."""
    return _plain(_CONTROLS.sub("", _BREAKS.sub("\n", text).replace("\0", "")), "")


def _plain(text: str, name: str) -> Screenplay:
    text = without_tables(text)
    return _READERS[format_of(text, name)](text)


def _final_draft(text: str) -> Screenplay:
    """A Final Draft document; one in which nobody chose a paragraph's type is a typescript like any other."""
    screenplay = read_final_draft(text)
    kinds = {element.kind for element in screenplay.elements}
    if not kinds or kinds & {"heading", "character", "dialogue", "shot"}:
        return screenplay
    typed = _plain("\n\n".join(element.text for element in screenplay.elements), "")
    return replace(typed, title_page={**typed.title_page, **screenplay.title_page})


def _shootable(screenplay: Screenplay) -> Screenplay:
    if not any(_can_be_shot(element) for element in screenplay.elements):
        raise BadScript(
            "The script has nothing to shoot: no scene, action or dialogue.", "Write at least one line of action."
        )
    return screenplay


def format_of(text: str, name: str = "") -> str:
    """'fountain', 'chinese' or 'prose': told from the file name's ending and from what the lines look like."""
    fountain = Path(name).suffix.lower() in _FOUNTAIN_ENDINGS
    signs = _fountain_signs(text)
    if is_chinese(text):
        if chinese_signs(text) and not (signs and (fountain or signs > 2)):
            return "chinese"
        return "fountain" if fountain or signs else "prose"
    if chinese_signs(text) > signs:
        return "chinese"
    return "fountain" if fountain or signs else "prose"


_READERS = {"fountain": read_fountain, "chinese": read_chinese, "prose": read_prose}


def _fountain_signs(text: str) -> int:
    """How many lines of the text only Fountain would have."""
    signs = sum(mark in text for mark in ("/*", "[["))
    lines = split_title_page(numbered(text))[1]
    for index, line in enumerate(lines):
        written = line.text.strip()
        if line.blank:
            continue
        free = index == 0 or lines[index - 1].blank
        closed = index + 1 == len(lines) or lines[index + 1].blank
        marked = _FOUNTAIN_MARK.match(written) or (free and is_slug(half_width(written)))
        cued = free and not closed and is_cue(written) and not is_cue(lines[index + 1].text) and not _is_place(written)
        cut = free and closed and index > 0 and written.isascii() and is_transition(written)
        signs += bool(marked or cued or cut)
    return signs


def _is_place(written: str) -> bool:
    """KITCHEN above a line is where, not who."""
    return lexicon("en").category(written.casefold()) == "scenery"


def _can_be_shot(element: Element) -> bool:
    return element.kind in ("heading", "action", "dialogue", "lyrics", "shot", "centered", "row")


def _largest(name: str) -> int:
    return LARGEST_MARKED_UP if Path(name).suffix.lower() == ".fdx" else LARGEST


def _too_long(size: int, name: str) -> BadScript:
    return BadScript(
        f"The script is {size / 1e6:.1f} MB long; {_largest(name) // 1_000_000} MB is the most Storyreel reads.",
        "Check that it is the right file, or split it into several scripts.",
    )


def _cleaned(text: str) -> str:
    """Line breaks as newlines, control signs gone; BadScript when the text is not text."""
    text = _BREAKS.sub("\n", text)
    if (nul := text.find("\0")) >= 0:
        raise _binary(text.count("\n", 0, nul) + 1)
    return _CONTROLS.sub("", text.replace("\f", " "))


def _binary(line: int) -> BadScript:
    return BadScript(f"Line {line}: this is not text but a binary file.", _TEXT_ONLY, line=line)


def decoded(content: bytes) -> str:
    """The text of a script file; BadScript when it is a document of another kind or in an unknown encoding."""
    for head, refusal in _FOREIGN:
        if content.startswith(head):
            raise BadScript(*refusal)
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content[len(mark) :], encoding)
    if declared := _declared(content):
        return _strictly(content, declared)
    if (nul := content.find(b"\0")) >= 0:
        raise _binary(content.count(b"\n", 0, nul) + 1)
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _as_chinese(content) or _strictly(content, "utf-8", error)


def _declared(content: bytes) -> str:
    """The encoding that an XML document names at its head; '' for other texts, and for a name that nobody knows."""
    if content.startswith((b"<\0?\0", b"\0<\0?")):
        return "utf-16-le" if content[:1] == b"<" else "utf-16-be"
    found = _XML_ENCODING.match(content[:200])
    name = found[1].decode().lower() if found else ""
    if name.startswith(("utf-16", "utf-32", "ucs")):
        return ""  # it says so in plain ASCII: whoever converted the file left the old name standing
    try:
        b" ".decode(name or "no name")
    except LookupError:
        return ""
    return name


def _strictly(content: bytes, encoding: str, error: UnicodeDecodeError | None = None) -> str:
    try:
        if error is None:
            return content.decode(encoding)
    except UnicodeDecodeError as failure:
        error = failure
    line = content[: error.start].decode(encoding, "replace").count("\n") + 1
    raise BadScript(
        f"Line {line}: the letters here are in an encoding that Storyreel does not know ({encoding.upper()} was tried).",
        "Open the script in a text editor and save it as UTF-8.",
        line=line,
    ) from error


def _as_chinese(content: bytes) -> str:
    """The content as GB 18030 if that makes it Chinese that people write, else ''."""
    try:
        text = content.decode("gb18030")
    except UnicodeDecodeError:
        return ""
    foreign = [sign for sign in text if ord(sign) > 127]
    common = sum(_in_gb2312(sign) for sign in foreign)
    usual = sum(sign in "的一是不了在人有我他这来，。：、" for sign in foreign)
    plausible = common >= 0.97 * len(foreign) and usual >= 0.02 * (len(foreign) - 50)
    return text if plausible and is_chinese(text) else ""


def _in_gb2312(sign: str) -> bool:
    try:
        sign.encode("gb2312")
    except UnicodeEncodeError:
        return sign in "—…“”·"
    return True

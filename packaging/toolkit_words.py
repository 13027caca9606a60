"""Makes assets/words/qt.zh.qm of qt.zh.json: what Qt's own Chinese leaves in English, in the form that Qt reads by itself.

Qt asks for its words while it loads its libraries, and a translator in Python would wait there for the interpreter while whoever holds that
waits for the loader. Needs PySide6's lrelease: python packaging/toolkit_words.py
"""

from __future__ import annotations

import json
import subprocess
import tempfile
from pathlib import Path
from xml.etree import ElementTree as Tree

WORDS = Path(__file__).parent.parent / "assets" / "words"
CONTEXTS = ("QFileDialog", "QFileSystemModel", "QAbstractFileIconProvider", "QFileIconProvider", "QSidebar")
"""Where the file dialog's words come from."""


def main() -> None:
    """Write the table anew."""
    table: dict[str, str] = json.loads((WORDS / "qt.zh.json").read_text(encoding="utf-8"))
    root = Tree.Element("TS", version="2.1", language="zh_CN")
    for name in CONTEXTS:
        context = Tree.SubElement(root, "context")
        Tree.SubElement(context, "name").text = name
        for text, said in table.items():
            message = Tree.SubElement(context, "message")
            Tree.SubElement(message, "source").text = text
            Tree.SubElement(message, "translation").text = said
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "qt.zh.ts"
        Tree.ElementTree(root).write(source, encoding="utf-8", xml_declaration=True)
        subprocess.run(["pyside6-lrelease", str(source), "-qm", str(WORDS / "qt.zh.qm")], check=True)


if __name__ == "__main__":
    main()

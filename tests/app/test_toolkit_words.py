"""What Qt says by itself is in the language of the editor too."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QCoreApplication, QDir, QTranslator
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app import words
from engine.assets import assets_folder


def test_no_label_of_the_file_dialog_is_left_in_english(qtbot: QtBot) -> None:
    words.speak("zh")
    dialog = QFileDialog(None, "", QDir.tempPath(), "*")
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(dialog)
    said = [label.text() for label in dialog.findChildren(QLabel) if label.text()]
    assert "文件类型(&T)：" in said
    assert [text for text in said if not any("一" <= letter <= "鿿" for letter in text)] == []
    assert QCoreApplication.translate("QFileSystemModel", "Folder") == "文件夹"
    words.speak("en")
    assert QCoreApplication.translate("QFileSystemModel", "Folder") == "Folder"


def test_the_compiled_table_says_what_the_table_says(qapp: QApplication) -> None:
    table = json.loads((assets_folder() / "words" / "qt.zh.json").read_text(encoding="utf-8"))
    ours = QTranslator()
    assert ours.load("qt.zh", str(assets_folder() / "words"))
    assert {text: ours.translate("QFileDialog", text) for text in table} == table  # packaging/toolkit_words.py


def test_no_line_of_python_answers_qt(qapp: QApplication) -> None:
    """It asks while it holds the loader of libraries: the first sound brought in froze the Chinese editor."""
    words.speak("zh")
    called: list[str] = []
    sys.setprofile(lambda frame, event, _: called.append(frame.f_code.co_name) if event == "call" else None)
    try:
        said = QCoreApplication.translate("QFileDialog", "Look in:"), QCoreApplication.translate("Nobody", "Nothing")
    finally:
        sys.setprofile(None)
    assert (said, called) == (("查找范围：", "Nothing"), [])

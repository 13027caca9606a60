"""What Qt says by itself is in the language of the editor too."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QDir
from PySide6.QtWidgets import QFileDialog, QLabel
from pytestqt.qtbot import QtBot

from app import words


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

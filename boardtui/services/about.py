"""What this program is, and where its things are on this computer: for `--version` and for the screen."""

from __future__ import annotations

import platform
import sqlite3

from boardtui import __version__, paths

LICENCE = "MIT licence, in the file LICENSE that comes with the program"
SENDS_NOTHING = "It works offline and sends nothing anywhere: no update check, no statistics, no account."


def versions() -> list[tuple[str, str]]:
    """Return the program, Python, SQLite and the system, each with its version."""
    return [
        ("boardtui", __version__),
        ("Python", platform.python_version()),
        ("SQLite", sqlite3.sqlite_version),
        ("System", f"{platform.system()} {platform.release()}"),
    ]


def folders() -> list[tuple[str, str]]:
    """Return the folders that are this person's own; those that nothing was put into yet may not be there."""
    return [
        ("Settings", str(paths.config_folder())),
        ("Templates", str(paths.own_templates())),
        ("Boards", str(paths.data_folder())),
        ("State", str(paths.state_folder())),
        ("Documents", str(paths.documents_folder())),
    ]

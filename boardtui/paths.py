"""Where things are: what is shipped with the program, and the person's own folders."""

from __future__ import annotations

from functools import cache
from pathlib import Path

APP = "boardtui"


@cache
def _shipped() -> Path:
    here = Path(__file__).parent
    installed = here / "_shipped"
    return installed if installed.is_dir() else here.parent


def shipped_templates() -> Path:
    """Return the folder of the templates that come with the program (wheel or checkout)."""
    return _shipped() / "templates"


def samples() -> Path:
    """Return the folder of the sample Boards that come with the program (wheel or checkout)."""
    return _shipped() / "sample_db"


def own_templates() -> Path:
    """Return the folder of the templates the council has changed; they win over the shipped ones."""
    return config_folder() / "templates"


def config_folder() -> Path:
    """Return the person's settings folder (not created)."""
    from platformdirs import user_config_path

    return user_config_path(APP, appauthor=False)


def data_folder() -> Path:
    """Return the default folder for Board files: local application data, never a synchronised one."""
    from platformdirs import user_data_path

    return user_data_path(APP, appauthor=False)


def state_folder() -> Path:
    """Return the folder for the list of recent files and the crash log."""
    from platformdirs import user_state_path

    return user_state_path(APP, appauthor=False)


def documents_folder() -> Path:
    """Return the person's documents folder, where exports go unless they say otherwise."""
    from platformdirs import user_documents_path

    return user_documents_path() / APP

"""The person's own settings: what there is to set, and how it is read from `config.toml`."""

from __future__ import annotations

from dataclasses import Field, dataclass, field, fields
from pathlib import Path
from typing import Any, TypeVar

from boardtui import paths
from boardtui.errors import BoardError

T = TypeVar("T")

ROLES = ("administrator", "secretary", "chair")
THEMES = (
    *("dark", "light", "high contrast", "colour-blind safe"),
    *("nord", "gruvbox", "solarized-light", "solarized-dark"),
)
"""The names of the colours there are; the first is the one without a setting."""

_HOW = "Mend it with: boardtui config"


def _setting(default: T, says: str, example: str) -> T:
    """Make a field that says what it sets, with an example as it is written in TOML."""
    made: T = field(default=default, metadata={"says": says, "example": example})
    return made


@dataclass(frozen=True)
class Config:
    """Who works here, in which role and colours, where files go, with which keys; every field has a default.

    `keys` maps a command's id to the key that runs it. The README's table and the file that `boardtui config` makes
    are written from these fields.
    """

    name: str = _setting("", "Who makes your changes, as the history tells it; else your login.", '"Jane Smith"')
    role: str = _setting("administrator", f"In which role you open a Board: {', '.join(ROLES)}.", '"secretary"')
    theme: str = _setting("", f"The colours: {', '.join(THEMES)}.", '"light"')
    boards: str = _setting("", "The folder for new Boards; else your data folder on this computer.", '"~/Boards"')
    exports: str = _setting("", "Where papers go; else your documents folder.", '"~/Documents/Board"')
    backup_to: str = _setting("", "A folder that gets a verified copy when the program closes.", '"/mnt/council/board"')
    lock_after: int = _setting(15, "Minutes without a key until an encrypted Board locks; 0 for never.", "5")
    keys: dict[str, str] = field(
        default_factory=dict,
        metadata={
            "says": "Your own keys: a command’s name, as in the table of keys, and its key.",
            "example": 'actions-close = "K"',
        },
    )

    def papers(self) -> Path:
        """Return the folder that papers go to."""
        return Path(self.exports).expanduser() if self.exports else paths.documents_folder()

    def new_boards(self) -> Path:
        """Return the folder that a new Board is put into when it is given a name only."""
        return Path(self.boards).expanduser() if self.boards else paths.data_folder()


SETTINGS: tuple[Field[Any], ...] = fields(Config)
"""Every setting in the order the file has them."""


def where() -> Path:
    """Return the settings file; it need not be there."""
    return paths.config_folder() / "config.toml"


def load(path: Path | None = None) -> Config:
    """Read the settings; a missing file means the defaults, what is wrong in it is said, all at once."""
    path = path or where()
    found, wrong = read(path)
    if wrong:
        raise refused(path, wrong)
    return found


def refused(path: Path, wrong: list[str]) -> BoardError:
    """Return what to tell the person of settings that cannot be used."""
    return BoardError(f"The settings in {path} cannot all be used.", " ".join(wrong), _HOW)


def read(path: Path) -> tuple[Config, list[str]]:
    """Read the settings that can be used, each other one as it is by itself, and say what is wrong with those."""
    if not path.is_file():
        return Config(), []
    import tomllib

    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except UnicodeDecodeError:
        return Config(), ["The file is not plain text (UTF-8)."]
    except OSError as problem:
        return Config(), [f"The file cannot be read: {problem.strerror}."]
    except tomllib.TOMLDecodeError as problem:
        return Config(), [f"It cannot be understood: {problem}."]
    return _taken(raw)


def _taken(raw: dict[str, Any]) -> tuple[Config, list[str]]:
    known = {one.name for one in SETTINGS}
    wrong = [f"“{name}” is not a setting; there is {', '.join(sorted(known))}." for name in raw if name not in known]
    taken = {}
    for name in known & set(raw):
        problem = _problem(name, raw[name])
        if problem:
            wrong.append(problem)
        else:
            taken[name] = raw[name]
    return Config(**taken), sorted(wrong)


def _problem(name: str, value: Any) -> str:
    """Say what is wrong with a setting's value; nothing where it can be used."""
    usual = getattr(Config(), name)
    if type(value) is not type(usual):
        return f"“{name}” cannot be {value!r}: {_KINDS[type(usual)]}."
    if name == "keys":
        odd = sorted(command for command, key in value.items() if not isinstance(key, str) or not key.strip())
        return f"In [keys] a key stands in quotation marks: {', '.join(odd)}." if odd else ""
    allowed = {"role": ROLES, "theme": ("", *THEMES)}.get(name)
    if allowed is not None and value not in allowed:
        return f"“{name}” cannot be “{value}”: write one of {', '.join(filter(None, allowed))}."
    if isinstance(value, int) and not 0 <= value <= _LONGEST:
        return f"“{name}” cannot be {value}: write 0 to {_LONGEST}."
    return ""


_LONGEST = 24 * 60
"""The most minutes until something happens by itself."""

_KINDS = {
    str: "text stands in quotation marks",
    int: "a number has no quotation marks",
    dict: "it is a heading of its own, [keys], with lines below it",
}

"""The templates a council may change: which there are, a copy to start from, and whether it may be used (DESIGN 6)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from boardtui.documents.templates import WORD, Template, own_path, read, shipped_path, template
from boardtui.documents.vetting.passing import Standing, checked
from boardtui.documents.vetting.passing import standing as standing_of
from boardtui.errors import BoardError
from boardtui.services import standing

AGENDA = "standing"
"""The standing agenda: the one template that is a text file."""

NAMES = (*WORD, AGENDA)
WHAT = {
    "agenda": "Agenda of a meeting",
    "minutes": "Minutes of a meeting",
    "actions": "Action log",
    "plan": "Plan report",
    "letter": "Chair's letter",
    "report": "Chair's and Leader's reports",
    "scrutiny": "Report to the scrutiny committee",
    "changes": "What changed between two meetings",
    "forward": "Forward plan of the meetings to come",
    "brief": "Chair's private brief for a meeting",
    "archive": "Index of the archive",
    AGENDA: "Standing agenda that new meetings start from",
}


@dataclass(frozen=True)
class Listed:
    """A template in the list: its name, what it is for, whose it is, whether it was checked, and where it is."""

    name: str
    what: str
    own: bool
    standing: Standing | None
    path: Path


@dataclass(frozen=True)
class Checked:
    """A template that was checked: its file, and what is wrong with it."""

    path: Path
    wrong: tuple[str, ...]


def templates() -> list[Listed]:
    """Return every template, the council's own copy where there is one."""
    return [_listed(name) for name in NAMES]


def copy(name: str) -> Path:
    """Put the shipped template into the council's own folder, never over one that is there; return where it is."""
    _known(name)
    own, shipped = _places(name)
    data = shipped.read_bytes()
    try:
        own.parent.mkdir(parents=True, exist_ok=True)
        with own.open("xb") as file:
            file.write(data)
    except FileExistsError as problem:
        raise BoardError(
            f"You have a copy already: {own}",
            "It was left as it is.",
            "Change that one; or rename it, and copy again to start afresh.",
        ) from problem
    except OSError as problem:
        raise BoardError(
            f"{own} cannot be written: {problem.strerror or problem}.", "Nothing was copied.", "Look at that folder."
        ) from problem
    return own


def check(which: str | None = None) -> list[Checked]:
    """Check a template by its name or its file; by default all of the council's own."""
    if which is None:
        return [_checked(one.name) for one in templates() if one.own]
    if which in NAMES:
        return [_checked(which)]
    return [_checked_file(Path(which))]


def _listed(name: str) -> Listed:
    if name == AGENDA:
        own, shipped = _places(name)
        there = read(own)
        state: Standing | None = None if there is None else _agenda_standing(there)
        return Listed(name, WHAT[name], there is not None, state, shipped if there is None else own)
    found = template(name)
    return Listed(name, WHAT[name], found.own, standing_of(found) if found.own else None, found.path)


def _agenda_standing(data: bytes) -> Standing:
    """Say how the council's standing agenda stands, which is checked as fast as it is read."""
    return "not checked" if standing.understood(data)[1] else "checked"


def _checked(name: str) -> Checked:
    if name == AGENDA:
        listed = _listed(name)
        return Checked(listed.path, tuple(standing.understood(read(listed.path) or b"")[1]))
    found = template(name)
    return Checked(found.path, tuple(map(str, checked(found))))


def _checked_file(path: Path) -> Checked:
    """Check a file that is not in the council's folder; its name says which template it is."""
    data = read(path)
    if data is None:
        _known(str(path))
    if path.suffix.casefold() == ".toml":
        return Checked(path, tuple(standing.understood(data or b"")[1]))
    name = next((one for one in WORD if path.stem.casefold().startswith(one)), None)
    if name is None:
        raise BoardError(
            f"{path.name} does not say which template it is.",
            "Nothing was checked.",
            f"Begin its name with one of {', '.join(WORD)}: minutes-new.docx.",
        )
    return Checked(path, tuple(map(str, checked(Template(name, path, data or b"", own=False)))))


def _places(name: str) -> tuple[Path, Path]:
    """Return where the council's copy of a template belongs, and where the shipped one is."""
    if name == AGENDA:
        return standing.own_path(), standing.shipped_path()
    return own_path(name), shipped_path(name)


def _known(name: str) -> None:
    if name not in NAMES:
        raise BoardError(f"There is no template or file “{name}”.", "", f"Templates: {', '.join(NAMES)}.")

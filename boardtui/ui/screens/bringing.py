"""Choosing the sheet to bring in, from the lists that it fills: which file, then what it would do."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from boardtui import services
from boardtui.domain.dates import show
from boardtui.domain.text import one_line, shorten
from boardtui.ui.keys import with_keys
from boardtui.ui.screens.base import BoardScreen

if TYPE_CHECKING:
    from boardtui.domain.progress import Progress
    from boardtui.domain.sheets.grid import Grid
    from boardtui.domain.sheets.outcome import Found

KINDS = {
    "people": "People: offices and who holds them",
    "plan": "The plan: its lines, leads and dates",
    "ratings": "Ratings of plan lines, by letter, word or colour",
    "actions": "The action log",
    "indicators": "Indicators: targets, and values month by month",
}
"""What can be brought in, as it is offered; people first, because the others name them."""

_OTHER = "other"
_OFFERED = 9
_NAME = 44
_ENDINGS = (".xlsx", ".xlsm", ".csv", ".docx")


class Bringing(BoardScreen):
    """A screen whose records can come from a sheet; `brings` are the kinds it offers."""

    brings: ClassVar[tuple[str, ...]] = tuple(KINDS)

    def action_bring_in(self) -> None:
        """Ask what is to be brought in where that is not plain, then from which file."""
        from boardtui.ui.modals.choose import Choose

        if len(self.brings) == 1:
            self._which_file(self.brings[0])
            return
        choices = [(kind, KINDS[kind]) for kind in KINDS if kind in self.brings]
        self.app.push_screen(Choose("What is in the sheet?", choices), self._which_file)

    def _which_file(self, kind: str | None) -> None:
        if kind is not None and self.app.desk is not None:
            home = Path.home()
            folders = [self.app.desk.path.parent, home / "Downloads", home / "Documents", home / "Desktop", Path.cwd()]
            self.app.run_aside(lambda: newest(folders), lambda found: self._offer(kind, found), awaited=True)

    def _offer(self, kind: str, found: list[tuple[Path, datetime]]) -> None:
        from boardtui.ui.modals.choose import Choose

        if not found:
            self._chosen(kind, _OTHER)
            return
        choices = [
            (str(path), f"{shorten(path.name, _NAME)}  {path.parent.name}, {show(on.date())}") for path, on in found
        ]
        choices.append((_OTHER, "Another file …"))
        self.app.push_screen(Choose("Which file?", choices), lambda choice: self._chosen(kind, choice))

    def _chosen(self, kind: str, choice: str | None) -> None:
        from boardtui.ui.modals.form import Form
        from boardtui.ui.widgets.fields import words

        if choice == _OTHER:
            asked = words("path", "File", needed=True, hint="the whole path: ~/Downloads/log.xlsx")
            form = Form("Bring in a sheet", [asked], None, save="read it")
            self.app.push_screen(form, lambda answers: self._try(kind, answers["path"]) if answers else None)
        elif choice is not None:
            self._try(kind, choice)

    def _try(self, kind: str, typed: str) -> None:
        """Read the file and try it, then show what it would do; one that cannot be read says why, and nothing opens."""
        from boardtui.domain.sheets.outcome import Asked
        from boardtui.ui.modals.working import Working

        desk, path = self.app.desk, Path(one_line(typed)).expanduser()
        if desk is None:
            return
        new = Asked(kind, one_line(path.name))

        def job(told: Progress) -> tuple[Asked, tuple[Grid, ...], Found]:
            grids: tuple[Grid, ...] = services.importing.read(path, told)
            asked = services.importing.recalled(desk, grids, new)
            return asked, grids, services.importing.preview(desk, grids, asked, told)

        def then(came: tuple[Asked, tuple[Grid, ...], Found] | None) -> None:
            if came is None:
                return
            if came[0] != new:
                self.app.say(
                    with_keys(
                        "The columns are matched as you matched them for this head before; "
                        "{import-columns} changes that."
                    )
                )
            self.app.open_record("import", *came, path)

        self.app.push_screen(Working(f"Trying {shorten(path.name, _NAME)}", job), then)


def newest(folders: list[Path]) -> list[tuple[Path, datetime]]:
    """Return the newest sheets of these folders; a folder that may not be read offers nothing."""
    found: dict[Path, float] = {}
    for folder in dict.fromkeys(folder.resolve() for folder in folders):
        try:
            for path in folder.iterdir():
                if path.suffix.lower() in _ENDINGS and path.is_file() and not path.name.startswith((".", "~")):
                    found[path] = path.stat().st_mtime
        except OSError:  # a folder that is not there, or may not be read, offers nothing
            continue
    latest = sorted(found.items(), key=lambda pair: -pair[1])[:_OFFERED]
    return [(path, datetime.fromtimestamp(at)) for path, at in latest]

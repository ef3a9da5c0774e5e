"""Choosing the Word file that came back, from the screens whose papers go out for comment."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from pathlib import Path

from boardtui import services
from boardtui.domain.dates import show
from boardtui.domain.text import shorten
from boardtui.ui.modals.choose import Choose
from boardtui.ui.modals.form import Form
from boardtui.ui.screens.base import BoardScreen
from boardtui.ui.widgets.fields import words

_OTHER = "other"
_OFFERED = 9
_LOOKED_AT = 40
_NAME = 44


class Returning(BoardScreen):
    """Reads back what was changed and commented in Word."""

    def action_readback(self) -> None:
        """Offer the newest Word files of the folders for documents, the newest of all first."""
        self.app.run_aside(
            lambda: newest([self.app.exports_folder(), Path.home() / "Downloads"]), self._choose, awaited=True
        )

    def _choose(self, found: list[tuple[Path, datetime]]) -> None:
        choices = [
            (str(path), f"{shorten(path.name, _NAME)}  {path.parent.name}, {show(on.date())}") for path, on in found
        ]
        choices.append((_OTHER, "Another file …"))
        self.app.push_screen(Choose("Which Word file came back?", choices), self._chosen)

    def _chosen(self, choice: str | None) -> None:
        if choice == _OTHER:
            asked = words("path", "Word file", needed=True, hint="the whole path: ~/Downloads/minutes.docx")
            self.app.push_screen(Form("Read back a Word file", [asked], None, save="read it"), self._typed)
        elif choice is not None:
            self._read_back(Path(choice))

    def _typed(self, answers: dict[str, str] | None) -> None:
        if answers:
            self._read_back(Path(answers["path"].strip()).expanduser())

    def _read_back(self, path: Path) -> None:
        """Read the file, then show what is in it; one that cannot be read says why, and nothing opens."""
        desk = self.app.desk
        if desk is not None:
            self.app.say("Reading the Word file …")
            self.app.run_aside(
                lambda: services.readback.read_back(desk, path),
                lambda reading: self.app.open_record("readback", path, reading),
            )


def newest(folders: list[Path]) -> list[tuple[Path, datetime]]:
    """Return the newest papers of these folders that can be read back; a folder that may not be read offers nothing."""
    found: dict[Path, float] = {}
    for folder in folders:
        try:
            for path in folder.glob("*.docx"):
                if path.is_file() and not path.name.startswith((".", "~")):
                    found[path] = path.stat().st_mtime
        except OSError:  # a folder that may not be read offers nothing
            continue
    latest = sorted(found.items(), key=lambda pair: -pair[1])[:_LOOKED_AT]
    ours = ((path, datetime.fromtimestamp(at)) for path, at in latest if services.readback.can_be_read_back(path))
    return list(islice(ours, _OFFERED))

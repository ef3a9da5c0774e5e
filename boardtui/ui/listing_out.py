"""Taking out the list that is shown: as a workbook, CSV, JSON, or copied as text; with its filter, in one version."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from boardtui import services
from boardtui.domain.dates import EARLIEST, parse_date
from boardtui.domain.progress import Progress, telling
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.tables import Form, Table, as_text
from boardtui.domain.text import plural
from boardtui.domain.withholding import Withheld
from boardtui.ui.modals.choose import Choose
from boardtui.ui.modals.exported import Exported
from boardtui.ui.modals.working import Working
from boardtui.ui.widgets.record_shown import Shown

if TYPE_CHECKING:
    from boardtui.services.desk import Desk
    from boardtui.ui.going import Going

_FORMS = (
    (Form.XLSX, "Excel workbook: filters, real dates and figures"),
    (Form.CSV, "CSV"),
    (Form.JSON, "JSON, for programs"),
    (Form.TEXT, "Copy as text, to paste into an e-mail or a table"),
)


T = TypeVar("T")
Listed = tuple[Table, Withheld, PaperVersion]
_READING = "Reading the list"
_DAY = re.compile("(?:[A-Z][a-z]{2} )?[0-9]{1,2} [A-Z][a-z]{2} [0-9]{4}")
_COUNT = re.compile("0|[1-9][0-9]{0,8}")


class ListingOut:
    """The steps of taking a list out; `shown` is what the screen shows, and the register it shows, if it is one."""

    def __init__(self, app: Going, shown: Shown) -> None:
        self.app, self._shown = app, shown

    def offer(self) -> None:
        """Ask in which form."""
        rows = plural(self._shown.count, "row")
        choices = [(str(form), said) for form, said in _FORMS]
        self.app.push_screen(Choose(f"Take out this list: {rows}", choices), self._chosen)

    def _chosen(self, choice: str | None) -> None:
        """Read the list aside; where something in it is restricted, ask which version is wanted."""
        desk = self.app.desk
        if choice is None or desk is None:
            return
        form, shown = Form(choice), self._shown

        def listed(version: PaperVersion) -> Listed:
            if not shown.register:
                return _as_shown(shown), Withheld({}, ()), PaperVersion.RESTRICTED
            return *services.lists_out.listed(desk, shown.register, version, shown.keys()), version

        def ask(found: Listed | None) -> None:
            if found is None:
                return
            if not found[1].number:
                self._out(desk, form, found)
            else:
                self.app.ask_version(found[1].said, lambda version: again(version, found))

        def again(version: PaperVersion, found: Listed) -> None:
            if version == PaperVersion.OPEN:
                self._out(desk, form, found)
            else:
                self._work(_READING, lambda: listed(version), lambda whole: self._out(desk, form, whole))

        self._work(_READING, lambda: listed(PaperVersion.OPEN), ask)

    def _out(self, desk: Desk, form: Form, found: Listed | None) -> None:
        """Copy the list, or write its file aside and offer to open it."""
        if found is None:
            return
        table, withheld, version = found
        if form is Form.TEXT:
            self.app.copy_to_clipboard(as_text(table))
            self.app.say(f"Copied: {plural(len(table.rows), 'row')}.")
            return
        folder = self.app.exports_folder()
        said = withheld.said if version == PaperVersion.OPEN else ""

        def write() -> Path:
            return services.lists_out.made(desk, table, form, version, withheld).save(folder)

        def written(path: Path | None) -> None:
            if path is not None:
                self.app.push_screen(Exported(path, None, said))

        self._work("Writing the list", write, written)

    def _work(self, title: str, job: Callable[[], T], then: Callable[[T | None], None]) -> None:
        """Do it aside, beyond a second with what shows how far it is and stops it."""

        def told(progress: Progress) -> T:
            with telling(progress):
                return job()

        self.app.push_screen(Working(title, told, patience=True), then)


def _as_shown(shown: Shown) -> Table:
    """Return a list that is no register as it stands on the screen, its days as days and its counts as numbers."""
    rows = tuple(tuple(map(_plain, row)) for row in shown.rows())
    return Table(shown.name, shown.name.capitalize(), shown.heads, rows)


def _plain(cell: str) -> object:
    said = cell.strip()
    if _DAY.fullmatch(said):
        with suppress(ValueError):
            return parse_date(said, date(EARLIEST, 1, 1))
    return int(said) if _COUNT.fullmatch(said) else cell

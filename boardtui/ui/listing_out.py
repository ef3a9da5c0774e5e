"""Taking out the list that is shown: as a workbook, CSV, JSON, or copied as text; with its filter, in one version."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from boardtui import services
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.tables import Form, Table, as_text
from boardtui.domain.text import plural
from boardtui.domain.withholding import Withheld
from boardtui.ui.modals.choose import Choose
from boardtui.ui.modals.exported import Exported
from boardtui.ui.widgets.record_list import Shown

if TYPE_CHECKING:
    from boardtui.services.desk import Desk
    from boardtui.ui.going import Going

_FORMS = (
    (Form.XLSX, "Excel workbook: filters, real dates and figures"),
    (Form.CSV, "CSV"),
    (Form.JSON, "JSON, for programs"),
    (Form.TEXT, "Copy as text, to paste into an e-mail or a table"),
)


class ListingOut:
    """The steps of taking a list out; `shown` is what the screen shows, and the register it shows, if it is one."""

    def __init__(self, app: Going, shown: Shown) -> None:
        self.app, self._shown = app, shown

    def offer(self) -> None:
        """Ask in which form."""
        rows = plural(len(self._shown.rows), "row")
        choices = [(str(form), said) for form, said in _FORMS]
        self.app.push_screen(Choose(f"Take out this list: {rows}", choices), self._chosen)

    def _chosen(self, choice: str | None) -> None:
        desk = self.app.desk
        if choice is None or desk is None:
            return
        form, shown = Form(choice), self._shown
        if not shown.register:
            self._out(desk, form, PaperVersion.RESTRICTED, Withheld({}, ()), _as_shown(shown))
            return

        def look() -> Withheld:
            return services.lists_out.listed(desk, shown.register, only=shown.keys)[1]

        def ask(withheld: Withheld) -> None:
            def make(version: PaperVersion) -> None:
                self._make(desk, form, version)

            if withheld.number:
                self.app.ask_version(withheld.said, make)
            else:
                make(PaperVersion.OPEN)

        self.app.run_aside(look, ask, awaited=True)

    def _make(self, desk: Desk, form: Form, version: PaperVersion) -> None:
        shown = self._shown
        self.app.run_aside(
            lambda: services.lists_out.listed(desk, shown.register, version, shown.keys),
            lambda found: self._out(desk, form, version, found[1], found[0]),
            awaited=True,
        )

    def _out(self, desk: Desk, form: Form, version: PaperVersion, withheld: Withheld, table: Table) -> None:
        """Copy the list, or write its file aside and offer to open it."""
        if form is Form.TEXT:
            self.app.copy_to_clipboard(as_text(table))
            self.app.say(f"Copied: {plural(len(table.rows), 'row')}.")
            return
        folder = self.app.exports_folder()
        said = withheld.said if version == PaperVersion.OPEN else ""

        def job() -> Path:
            made = services.lists_out.made(desk, table, form, version, withheld)
            return made.save(folder)

        def written(path: Path) -> None:
            self.app.push_screen(Exported(path, None, said))

        self.app.run_aside(job, written)


def _as_shown(shown: Shown) -> Table:
    """Return a list that is no register as it stands on the screen."""
    return Table(shown.name, shown.name.capitalize(), shown.heads, shown.rows)

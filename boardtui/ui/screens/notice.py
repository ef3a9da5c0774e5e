"""Notice: what is required, the dated duties, compliance, and the registers that compliance rests on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.filter_keys import Kind
from boardtui.ui.commands import bindings
from boardtui.ui.modals.reader import Reader
from boardtui.ui.screens.filtered import FilteredList
from boardtui.ui.screens.notice_assurance_commands import AssuranceCommands
from boardtui.ui.screens.notice_instrument_commands import InstrumentCommands
from boardtui.ui.screens.notice_sections import SECTIONS, Section, Shown, read
from boardtui.ui.screens.threading import OnThread
from boardtui.ui.widgets.literal import DIALOG, assembled, literal
from boardtui.ui.widgets.record_list import RecordList, Row

KNOTS = {
    "requirements": "requirement",
    "duties": "duty",
    "agreed": "agreement",
    "assurance": "assurance",
    "support": "support",
}
"""What a section's records are called on the golden thread."""

NAMES = tuple(SECTIONS)


class NoticeScreen(FilteredList, AssuranceCommands, InstrumentCommands, OnThread):
    """Seven sections, one list each."""

    where = place = "notice"
    BINDINGS: ClassVar[list[BindingType]] = bindings("notice")
    columns = SECTIONS["requirements"].columns
    kind = Kind.REQUIREMENTS
    filter_says = "words; of requirements: is:unanswered  of:council  source:N  due:<30d  plan:3.2"
    _shown: Shown | None = None
    _section = "requirements"

    @property
    def shown(self) -> Shown | None:
        """Return what was read."""
        return self._shown

    @property
    def takes_language(self) -> bool:
        """Say whether requirements are shown: the other sections are found by words."""
        return self.section == "requirements"

    @property
    def section(self) -> str:
        """Return the name of the section shown."""
        return self._section

    @property
    def knot(self) -> tuple[str, str] | None:
        """Return the record in hand as one of the golden thread."""
        kind, key = KNOTS.get(self.section), self.chosen
        return (kind, key) if kind and key else None

    @property
    def labels(self) -> Mapping[str, str]:
        """Return what a key is called in this section when its usual name would mislead."""
        if self.section == "assurance":
            return {"notice-met": "done, told"}
        if self.section == "compliance":
            return {"notice-not-applicable": "set aside"}
        return {}

    def load(self) -> None:
        """Read what the Notice brings."""
        if self.app.desk is not None:
            today = self.app.desk.today
            self.app.read(lambda db: read(db, today), self.show)

    def show(self, shown: Shown) -> None:
        """Show the section."""
        self._shown = shown
        self.refill()

    def look_for(self, words: str) -> None:
        """Show a section by its name, `at:` and a record's key behind it, or words; or requirements that have them."""
        before, at, key = words.partition("at:")
        section, _, rest = before.strip().partition(" ")
        if section not in SECTIONS:
            self._go_to("requirements")
            super().look_for(words)
            return
        self.stand_on_next = key or None
        self._go_to(section, "" if at else rest)

    def above(self) -> Content | None:
        """Return the names of the sections, the one shown in brackets, and its figure."""
        if self.shown is None:
            return None
        names = [
            literal(f"[{name}]", "bold $foreground") if name == self.section else literal(f" {name} ") for name in NAMES
        ]
        figure = self._now.figure(self.shown, self.asked_for)
        head = Content("").join(names)
        fits = head.cell_length + 3 + len(figure) <= self.size.width - 2
        return assembled(head, "   " if fits else "\n", figure)

    def rows(self) -> list[Row]:
        """Return the section's lines."""
        return self._now.rows(self.shown, self.asked_for) if self.shown else []

    def preview(self) -> Content:
        """Return the record's particulars."""
        if self.shown is None or self.chosen is None:
            return Content("")
        return self._now.brief(self.shown, self.chosen, self.query_one("#side").size.width - 2)

    def open(self, key: str) -> None:
        """Show the record in full in a dialog."""
        if self.shown is not None:
            self.app.push_screen(Reader(literal(self._now.one), self._now.full(self.shown, key, DIALOG)))

    def on_resize(self) -> None:
        """Put the figure where it fits."""
        if self.shown is not None:
            self.refill()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what can be done in this section, to this record."""
        if action == "thread" and self.section not in KNOTS:
            return False
        return super().check_action(action, parameters)

    def action_section(self) -> None:
        """Show the next section."""
        self._step(1)

    def action_section_back(self) -> None:
        """Show the section before."""
        self._step(-1)

    @property
    def _now(self) -> Section:
        return SECTIONS[self.section]

    def _nothing(self) -> Content:
        return super()._nothing() if self.words else literal(self._now.empty)

    def _step(self, step: int) -> None:
        self._go_to(NAMES[(NAMES.index(self.section) + step) % len(NAMES)])

    def _go_to(self, section: str, words: str = "") -> None:
        self._section = section
        self.query_one(RecordList).use(self._now.columns)
        self.narrow(words)

"""Notice: what is required, the dated duties, compliance, and the registers that compliance rests on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui.domain.filter_keys import Kind
from boardtui.domain.filters import Asked
from boardtui.domain.views import Requirement
from boardtui.store.reading.filtering import compiled, unanswered
from boardtui.store.reading.listings import FIRST_REQUIREMENTS, REQUIREMENTS
from boardtui.store.reading.notice import source_titles
from boardtui.store.reading.pages import Order
from boardtui.store.reading.reader import Database
from boardtui.ui.commands import bindings
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.reader import Reader
from boardtui.ui.screens import notice_rows
from boardtui.ui.screens.notice_assurance_commands import AssuranceCommands
from boardtui.ui.screens.notice_instrument_commands import InstrumentCommands
from boardtui.ui.screens.notice_sections import SECTIONS, Section, Shown, read
from boardtui.ui.screens.paged import Ask, First, PagedList
from boardtui.ui.screens.threading import OnThread
from boardtui.ui.widgets.literal import DIALOG, assembled, literal
from boardtui.ui.widgets.record_list import Row

KNOTS = {
    "requirements": "requirement",
    "duties": "duty",
    "agreed": "agreement",
    "assurance": "assurance",
    "support": "support",
}
"""What a section's records are called on the golden thread."""

REGISTERS = {
    "requirements": "requirements",
    "duties": "duties",
    "agreed": "agreements",
    "assurance": "assurance",
    "support": "support",
}
"""The registers that sections show."""

NAMES = tuple(SECTIONS)


class NoticeScreen(PagedList[Requirement], AssuranceCommands, InstrumentCommands, OnThread):
    """Seven sections, one list each."""

    where = place = "notice"
    views_of = "requirements"
    BINDINGS: ClassVar[list[BindingType]] = bindings("notice")
    columns = SECTIONS["requirements"].columns
    kind = Kind.REQUIREMENTS
    filter_says = "words; of requirements: is:unanswered  of:council  source:N  due:<30d  plan:3.2"
    listing = REQUIREMENTS
    told: Shown | None
    _section = "requirements"
    _counts: tuple[int, int] | None = None

    @property
    def shown(self) -> Shown | None:
        """Return what the section shows; of the requirements the one in hand."""
        if self.section != "requirements":
            return self.read_whole if isinstance(self.read_whole, Shown) else None
        if self.told is None or self.record is None:
            return self.told
        return replace(self.told, requirements=(self.record,))

    @property
    def whole(self) -> Callable[[Database], Shown] | None:
        """Return how a section is read; requirements are read page by page."""
        if self.section == "requirements" or self.app.desk is None:
            return None
        return partial(read, section=self.section, today=self.app.desk.today)

    def know(self, db: Database, ask: Ask) -> Shown:
        """Read what the list of requirements needs to know."""
        return read(db, "requirements", ask.today)

    def order(self, db: Database, ask: Ask) -> Order:
        """Read the order of what the filter lets through, the Notice's requirements first."""
        order = super().order(db, ask)
        if order.whole:
            return order.arranged(_titles(db))
        beginning = FIRST_REQUIREMENTS.order(db, self.fits(db, ask), ask.most)
        return replace(beginning.arranged(_titles(db, most=1)), whole=False)

    def row(self, record: Requirement) -> Row:
        """Return a requirement as a line of the list."""
        return notice_rows.requirement_row(record)

    def filled(self, found: First[Requirement]) -> None:  # noqa: ARG002  (the filter says what is counted)
        """Count what is not answered, once the list is on the screen."""
        self._counts = None
        desk, condition, levels = self.app.desk, self.wanted, self.scheme
        if desk is not None:
            asked = Asked(Kind.REQUIREMENTS, desk.today, levels)
            self.read_behind(lambda db: unanswered(db, compiled(db, condition, asked)), self._count)

    def _count(self, counts: tuple[int, int]) -> None:
        self._counts = counts
        self.write_above()

    @property
    def takes_language(self) -> bool:
        """Say whether requirements are shown: the other sections are found by words."""
        return self.section == "requirements"

    @property
    def register(self) -> str:
        """Return the register that is shown here; checks and versions are none."""
        return REGISTERS.get(self.section, "")

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
        if self.section == "requirements":
            figure = notice_rows.counted_requirements(self.pages.order.count, *(self._counts or (None, 0)))
        else:
            figure = self._now.figure(self.shown, self.words)
        head = Content("").join(names)
        fits = head.cell_length + 3 + len(figure) <= self.size.width - 2
        return assembled(head, "   " if fits else "\n", figure)

    def whole_rows(self) -> list[Row]:
        """Return the section's lines."""
        return self._now.rows(self.shown, self.words) if self.shown else []

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
        if self.ready:
            self.write_above()

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
        return super()._nothing() if self.words else literal(with_keys(self._now.empty))

    def _step(self, step: int) -> None:
        self._go_to(NAMES[(NAMES.index(self.section) + step) % len(NAMES)])

    def _go_to(self, section: str, words: str = "") -> None:
        self._section, self.read_whole = section, None
        self.turn_to(self._now.columns)
        self.narrow(words)


def _titles(db: Database, most: int | None = None) -> dict[str, str]:
    """Return the headings of the sources by their identities, in the sources' order."""
    return {name: notice_rows.source_title(*named) for name, named in source_titles(db, most).items()}

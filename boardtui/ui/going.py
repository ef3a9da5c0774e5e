"""Going from place to place, opening records, and what happens to a paper once it is exported."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, TypeAlias, cast

from textual.screen import Screen

from boardtui.domain.progress import Progress, telling
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.text import plural, shorten
from boardtui.ui import places
from boardtui.ui.keys import with_keys
from boardtui.ui.typing_ahead import TypingAhead

if TYPE_CHECKING:
    from datetime import date

    from boardtui.domain.history import Subject, Wanted
    from boardtui.domain.withholding import Withheld
    from boardtui.services.action_sheets import Sheets
    from boardtui.services.desk import Desk
    from boardtui.services.export import Kind
    from boardtui.store.reading.reader import Database

Exported: TypeAlias = "tuple[Path, int | None, str]"
"""Where a paper was written, how many findings are open in it, and what it withholds."""


SOON = 1.0
"""Seconds after leaving Home until what the first change needs is loaded: what is opened comes first."""


class Going(TypingAhead):
    """An application whose eight places are one key away; screens ask it to go, and know no other screen."""

    MODES: ClassVar[dict[str, str | Callable[[], Screen[Any]]]] = {
        place: partial(places.screen, place) for place in places.PLACES
    }
    DEFAULT_MODE = "home"

    def action_place(self, place: str) -> None:
        """Go to one of the eight places; from one of its own records, back to its list."""
        self.show_place(place)

    def show_place(self, place: str, looking_for: str = "") -> None:
        """Show a place; `looking_for` is typed into its filter."""
        if self.desk is None:
            return
        if self.current_mode == place:
            while len(self.screen_stack) > 1:
                self.pop_screen()
        else:
            self._leave()
            self.switch_mode(place)
            self._will_change()
            if len(self.screen_stack) > 1:
                to = "Home" if place == "home" else "the list"
                self.say(with_keys(f"{place.capitalize()} is as you left it: {{{place}}} again goes to {to}."))
        if looking_for:
            from boardtui.ui.screens.base import BoardScreen

            screen = self.screen_stack[0]
            if isinstance(screen, BoardScreen):
                screen.call_after_refresh(screen.look_for, looking_for)

    def open_record(self, kind: str, *reference: object) -> None:
        """Open the screen of one record on top of this one."""
        self._leave()
        self._will_change()
        self.push_screen(places.screen(kind, *reference))

    def _leave(self) -> None:
        """Give up what the screen in front still reads, before another one is made: both would take turns."""
        from boardtui.ui.screens.base import BoardScreen

        if isinstance(self.screen, BoardScreen):
            self.screen.read_no_more()

    def home_is_shown(self) -> None:
        """Do what was put off until Home is on the screen."""

    def _will_change(self) -> None:
        """Load what the first change needs soon after Home is left, when what was opened is on the screen."""
        if self.desk is not None and self.desk.as_at is None:
            self.set_timer(SOON, self.desk.warm)

    def open_live(self, number: int) -> None:
        """Open a meeting in live mode, unless it is open in front of us."""
        if getattr(self.screen, "where", "") == "live":
            return
        from importlib import import_module

        live = import_module("boardtui.ui.screens.live")
        self.push_screen(live.LiveScreen(number))

    async def action_back(self) -> None:
        """Go back one step."""
        self.go_back()

    def go_back(self) -> None:
        """Go back one step: to the screen beneath, or Home."""
        if len(self.screen_stack) > 1:
            self.pop_screen()
        elif self.current_mode != "home":
            self.show_place("home")

    def export(self, kind: str, *, number: int | None = None, lead: str | None = None) -> None:
        """Ask which version is wanted where something is restricted, and make the file (rule 12)."""
        desk = self.desk
        if desk is None:
            return

        def look() -> Withheld:
            from boardtui import services

            return services.export.withheld(desk, cast("Kind", kind), number, lead)

        def make(version: PaperVersion) -> None:
            self._make(desk, kind, number, lead, version)

        def ask(withheld: Withheld) -> None:
            if withheld.number:
                self.ask_version(withheld.said, make)
            else:
                make(PaperVersion.OPEN)

        self.run_aside(look, ask, awaited=True)

    def _make(self, desk: Desk, kind: str, number: int | None, lead: str | None, version: PaperVersion) -> None:
        """Make a file aside, then offer to open or print it, saying how many findings are open (rule 11)."""
        folder = self.exports_folder()

        def job() -> Exported:
            from boardtui import services

            made = services.export.render(desk, cast("Kind", kind), number, lead, version=version)
            said = made.withheld.said if version == PaperVersion.OPEN else ""
            left = desk.read(lambda db: _left_open(db, kind, number, desk.today, version))
            return made.save(folder), left, said

        self._work("Making the archive" if kind == "archive" else "Making the Word file", job)

    def export_changes(self, since: str | None, until: str | None) -> None:
        """Write what changed between two moments as a Word file aside, then offer to open it."""
        desk, folder = self.desk, self.exports_folder()
        if desk is None:
            return

        def job() -> Exported:
            from boardtui.services import changes

            return changes.export(desk, folder, since, until), None, ""

        self._work("Making the Word file", job)

    def export_brief(self, number: int | None) -> None:
        """Write the Chair's private brief as a Word file aside, then offer to open it."""
        desk, folder = self.desk, self.exports_folder()
        if desk is None:
            return

        def job() -> Exported:
            from boardtui.services import brief

            return brief.export(desk, number, folder), None, ""

        self._work("Making the Word file", job)

    def export_invitations(self) -> None:
        """Write the meetings to come, and those called off, as calendar files aside, then offer to open the first."""
        desk, folder = self.desk, self.exports_folder()
        if desk is None:
            return

        def job() -> list[Path]:
            from boardtui.services import invitations

            return invitations.export(desk, folder)

        def made(paths: list[Path]) -> None:
            for other in paths[1:]:
                self.say(f"Beside it: {other.name}, which takes meetings out that were called off.")
            self._exported((paths[0], None, ""))

        self.run_aside(job, made)

    def export_pack(self, number: int) -> None:
        """Ask which version is wanted, write a meeting's pack, and offer to open what was written last."""
        desk, folder = self.desk, self.exports_folder()
        if desk is None:
            return

        def make(version: PaperVersion) -> None:
            def job() -> Exported:
                from boardtui.services import pack

                *others, shown = pack.export(desk, number, folder, version)
                for other in others:
                    self.call_from_thread(self.say, f"Beside it: {other.name}, the same papers as Word files.")
                return shown, None, ""

            self._work("Making the pack", job)

        def look() -> int:
            from boardtui.services import pack

            return pack.withheld_from(desk, number)

        def ask(withheld: int) -> None:
            if withheld:
                self.ask_version(plural(withheld, "passage"), make)
            else:
                make(PaperVersion.OPEN)

        self.run_aside(look, ask, awaited=True)

    def export_sheets(self) -> None:
        """Write each lead's action sheet aside, then show the words that go with them."""
        desk, folder = self.desk, self.exports_folder()
        if desk is None:
            return

        def job() -> Sheets:
            from boardtui.services import action_sheets

            return action_sheets.export(desk, folder)

        def made(sheets: Sheets) -> None:
            from boardtui.ui.modals.emails import Emails

            note = f"✓ {plural(len(sheets.emails), 'sheet')} written to {folder}"
            self.push_screen(Emails(sheets.emails, "covering-words", note))

        self.say("Making the Word files …")
        self.run_aside(job, made)

    def export_history(self, wanted: Wanted, of: Subject | None) -> None:
        """Write the history that is asked for as a CSV file aside, then offer to open it; ask which version first."""
        desk, folder = self.desk, self.exports_folder()
        if desk is None:
            return

        def make(version: PaperVersion) -> None:
            def job() -> Exported:
                from boardtui.services import history_out

                return history_out.export(desk, wanted, of, folder, version), None, ""

            self._work("Making the CSV file", job)

        def look() -> int:
            from boardtui.services import history_out

            return history_out.happened(desk, wanted, of)[1]

        def ask(withheld: int) -> None:
            if withheld:
                self.ask_version(plural(withheld, "change"), make)
            else:
                make(PaperVersion.OPEN)

        self.run_aside(look, ask, awaited=True)

    def ask_version(self, withheld: str, make: Callable[[PaperVersion], None]) -> None:
        """Ask whether the open version or the restricted one is wanted (rule 12)."""
        from boardtui.ui.modals.choose import Choose

        choices = [
            (str(PaperVersion.OPEN), f"Open version, for everybody: without {withheld}"),
            (str(PaperVersion.RESTRICTED), "Restricted version, with everything"),
        ]
        self.push_screen(Choose("Which version?", choices), lambda one: make(PaperVersion(one)) if one else None)

    def action_list_out(self) -> None:
        """Take out the list that is shown."""
        from boardtui.ui.listing_out import ListingOut
        from boardtui.ui.widgets.record_shown import Shown

        shown = getattr(self.screen, "shown_out", None)
        if isinstance(shown, Shown) and self.desk is not None:
            ListingOut(self, shown).offer()
        else:
            self.say("There is no list here to take out.", warning=True)

    def action_copy_text(self) -> None:
        """Copy the record in hand as text, and say what was copied."""
        text: str = getattr(self.screen, "as_text", "")
        if not text:
            self.say("There is no record in hand to copy.", warning=True)
            return
        self.copy_to_clipboard(text)
        first = shorten(text.splitlines()[0], 60)
        self.say(f"Copied, {plural(len(text.splitlines()), 'line')}: {first}")
        if "restricted" in text.casefold():
            self.say("What was copied is restricted: mind to whom you give it.", warning=True)

    def keep_text(self, name: str, text: str, then: Callable[[Path], object]) -> None:
        """Keep a text as a file in the folder of exports, aside, and hand on where it is."""
        folder = self.exports_folder()

        def job() -> Path:
            from boardtui.documents.writing import save

            return save(text.encode(), folder, f"{name}.txt")

        self.run_aside(job, then)

    def _work(self, title: str, job: Callable[[], Exported]) -> None:
        """Make a file aside, beyond a second with what shows how far it is and stops it; then say where it is."""
        from boardtui.ui.modals.working import Working

        def make(told: Progress) -> Exported:
            with telling(told):
                return job()

        self.push_screen(Working(title, make, patience=True), self._exported)

    def _exported(self, made: Exported | None) -> None:
        from boardtui.ui.modals import exported

        if made is not None:
            self.push_screen(exported.Exported(*made))

    def exports_folder(self) -> Path:
        """Return the folder that Word files go to."""
        return self.settings.papers()


def _left_open(db: Database, kind: str, number: int | None, today: date, version: PaperVersion) -> int | None:
    """Count the findings left open in a paper; None where there is no check of it."""
    from boardtui.domain.preflight import PaperKind, still_open
    from boardtui.store.reading.preflight import preflight

    if kind not in set(PaperKind):
        return None
    return len(still_open(preflight(db, kind, number, today, version)))

"""The backups of this Board: when and why each was made, what it holds, and restoring one, which is itself undone."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.content import Content

from boardtui import services
from boardtui.domain.backups import Backup, Change, size_said
from boardtui.domain.history import when
from boardtui.domain.progress import Progress
from boardtui.domain.roles import Step
from boardtui.domain.typed_words import has_words
from boardtui.ui.at_work import Wanted
from boardtui.ui.commands import bindings
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.modals.reader import Reader
from boardtui.ui.modals.working import Working
from boardtui.ui.screens.lists import ListScreen
from boardtui.ui.widgets.literal import hanging, line, literal
from boardtui.ui.widgets.record_list import Column, Row

if TYPE_CHECKING:
    from boardtui.services.backups import Restored


class BackupsScreen(ListScreen):
    """What can be restored, the newest first."""

    where = "backups"
    place = "home"
    BINDINGS: ClassVar[list[BindingType]] = bindings("backups")
    empty_says = (
        "No backup yet. One is made by itself when the Board is opened and closed; {backups-keep} makes one now."
    )
    columns = (
        Column("Made", 17),
        Column("Why", 20),
        Column("Done last", 0),
        Column("Entries", 8),
        Column("Size", 8, 90),
    )
    found: tuple[Backup, ...] = ()

    @property
    def one(self) -> Backup | None:
        """Return what the cursor stands on."""
        return next((one for one in self.found if one.path.name == self.chosen), None)

    def load(self) -> None:
        """Read the backups."""
        if (desk := self.app.desk) is not None:
            self.app.run_aside(lambda: services.backups.listed(desk.path), self.show, awaited=True)

    def show(self, found: list[Backup]) -> None:
        """Show the backups."""
        self.found = tuple(found)
        self.refill()

    def above(self) -> Content | None:
        """Return where the backups are."""
        desk = self.app.desk
        return line(f"In {services.backups.folder(desk.path)}", "$foreground-muted") if desk and self.found else None

    def rows(self) -> list[Row]:
        """Return the backups, the newest first."""
        return [
            Row(one.path.name, (one.when, one.why.said, _last(one), _entries(one), size_said(one.size)))
            for one in self.found
            if has_words(self.words, one.when, one.why.said, _last(one))
        ]

    def preview(self) -> Content:
        """Return what a backup holds."""
        return self._told(self.one) if self.one is not None else Content("")

    def open(self, key: str) -> None:
        """Read what would change if it were restored."""
        self._compare(key, lambda change: self.app.push_screen(Reader(line(_named(change.backup)), _says(change))))

    def action_keep(self) -> None:
        """Make a backup now."""
        desk = self.app.desk
        if desk is not None:
            job = partial(services.backups.keep, desk)
            self.app.push_screen(Working("Making a backup", lambda told: job(told=told)), self._kept)

    def action_restore(self) -> None:
        """Ask whether to restore a backup, saying what will be lost and what is kept."""
        if self.one is not None and self.app.may(Step.RESTORE_BACKUP):
            self._compare(self.one.path.name, self._ask)

    def _compare(self, key: str, then: Callable[[Change], object]) -> None:
        desk, one = self.app.desk, next((one for one in self.found if one.path.name == key), None)
        if desk is not None and one is not None:
            self.app.run_aside(partial(services.backups.compared, desk.path, one), then, awaited=True)

    def _ask(self, change: Change) -> None:
        question = Confirm(line(f"Restore {_named(change.backup)}?"), _says(change), "Restore it")
        self.app.push_screen(question, lambda yes: self._restore(change.backup) if yes else None)

    def _restore(self, one: Backup) -> None:
        desk = self.app.desk
        if desk is None:
            return

        def job(told: Progress) -> Restored:
            done: Restored = services.backups.restore_at(desk, one.path, told)
            return done

        self.app.push_screen(Working("Restoring", job), self._restored)

    def _restored(self, done: Restored | None) -> None:
        if done is None:
            return
        self.app.say(done.said)
        if done.saved is not None and done.saved.suffix == ".damaged" and self.app.desk is not None:
            self.app.exit(Wanted("open", self.app.desk.path))  # the file at hand is the one that was moved away
            return
        self.stand_on_next = done.saved.name if done.saved is not None else None
        self.app.changed_aside()

    def _kept(self, made: object) -> None:
        if made is not None:
            self.app.say("A backup was made.")
            self.load()

    def _told(self, one: Backup) -> Content:
        width = self.query_one("#side").size.width - 2
        holds = one.holds
        if holds is None:
            return Content("\n").join([line(_named(one), "bold"), line(one.problem)])
        return Content("\n").join(
            [
                line(f"{holds.name}: {holds.said}", "bold"),
                hanging("Done last: ", f"{holds.last} ({holds.who}, {when(holds.at)})", width),
                line(f"{one.path.name}, {size_said(one.size)}", "$foreground-muted"),
            ]
        )


def _named(one: Backup) -> str:
    return f"the backup of {one.when} ({one.why.said})"


def _says(change: Change) -> Content:
    return literal("\n".join(change.said))


def _last(one: Backup) -> str:
    return one.holds.last if one.holds else one.problem


def _entries(one: Backup) -> str:
    return str(one.holds.entries) if one.holds else "–"

"""The palettes: every command that can be given here (ctrl+p), and every record of the Board (ctrl+f)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from boardtui.domain.text import one_line, shorten
from boardtui.domain.undoing import redoing, undoing
from boardtui.store.reading.actions import actions
from boardtui.store.reading.meetings import meetings
from boardtui.store.reading.notice import requirements
from boardtui.store.reading.people import people
from boardtui.store.reading.plan import lines
from boardtui.store.reading.reader import Database
from boardtui.store.reading.references import indicator_titles
from boardtui.ui.commands import EVERYWHERE, IN_EVERY_PALETTE, Command, commands_of, shown_key
from boardtui.ui.filters import has_words
from boardtui.ui.going import Going
from boardtui.ui.widgets.fields import weekday
from boardtui.ui.widgets.literal import cell

MOST = 40
"""Records offered at once."""
WIDTH = 70
"""Columns of a record's line."""


class Commands(Provider):
    """Every command of the calling screen that can be given now, then those that work everywhere."""

    async def discover(self) -> Hits:
        """Offer everything, before anything is typed."""
        for command in self._given():
            yield DiscoveryHit(cell(self._said(command)), self._run(command), command.help)

    async def search(self, query: str) -> Hits:
        """Offer what has the words typed."""
        for count, command in enumerate(self._given()):
            if has_words(query, command.label, command.help, command.id, self._does(command)):
                yield Hit(1 - count / 1000, cell(self._said(command)), self._run(command), command.help)

    def _given(self) -> Iterator[Command]:
        where = str(getattr(self.screen, "where", EVERYWHERE))
        for command in commands_of(where) if where != EVERYWHERE else ():
            if self.screen.check_action(command.action, ()):
                yield command
        yield from (command for command in commands_of(EVERYWHERE) if command.id != "palette")
        if where != "home" and cast(Going, self.app).desk is not None:
            yield from (command for command in commands_of("home") if command.id in IN_EVERY_PALETTE)

    def _said(self, command: Command) -> str:
        keys: dict[str, str] = getattr(self.app, "keys", {})
        key = shown_key(keys.get(command.id, command.key))
        return (
            f"{self._does(command)}  ({key} on Home)" if self._is_app_s(command) else f"{self._does(command)}  ({key})"
        )

    def _does(self, command: Command) -> str:
        """Say what a command does; of undo and redo, which change it is about."""
        steps = cast(Going, self.app).standing.steps
        if command.id == "undo" and steps is not None and steps.undo is not None:
            return undoing(steps.undo.sentence)
        if command.id == "redo" and steps is not None and steps.redo is not None:
            return redoing(steps.redo.sentence)
        return command.help

    def _is_app_s(self, command: Command) -> bool:
        return command.id in IN_EVERY_PALETTE and getattr(self.screen, "where", "") != command.where

    def _run(self, command: Command) -> Callable[[], object]:
        everywhere = command.where == EVERYWHERE or self._is_app_s(command)
        action = f"app.{command.action}" if everywhere else command.action
        return partial(self.screen.run_action, action)


@dataclass(frozen=True)
class Found:
    """A record: what is searched and shown, and where it is."""

    text: str
    kind: str
    reference: object


class Records(Provider):
    """People, meetings, actions, plan lines, indicators and requirements, by the words in them."""

    async def startup(self) -> None:
        """Read them once."""
        desk = cast(Going, self.app).desk
        self._found: list[Found] = []
        if desk is not None:
            today = desk.today
            self._found = await asyncio.to_thread(desk.read, lambda db: list(_records(db, today)))

    async def search(self, query: str) -> Hits:
        """Offer the records that have the words typed, those that begin with them first."""
        wanted = one_line(query).casefold()
        fitting = [found for found in self._found if has_words(query, found.text)]
        fitting.sort(key=lambda found: not found.text.casefold().startswith(wanted))
        for count, found in enumerate(fitting[:MOST]):
            yield Hit(1 - count / 1000, cell(shorten(found.text, WIDTH)), partial(self._go, found), found.text)

    def _go(self, found: Found) -> None:
        app = cast(Going, self.app)
        if found.kind in ("people", "notice"):
            app.show_place(found.kind, f"at:{found.reference}")
        else:
            app.open_record(found.kind, found.reference)


def open_commands(app: Going) -> None:
    """Show the palette of commands."""
    if not _is_open(app):
        app.push_screen(CommandPalette([Commands], placeholder="What would you like to do?"))


def open_records(app: Going) -> None:
    """Show the palette of records."""
    if app.desk is not None and not _is_open(app):
        placeholder = "Search people, meetings, actions, plan lines, indicators, requirements"
        app.push_screen(CommandPalette([Records], placeholder=placeholder))


def _is_open(app: Going) -> bool:
    return isinstance(app.screen, CommandPalette)


def _records(db: Database, today: date) -> Iterator[Found]:
    for meeting in meetings(db):
        said = f"Meeting {meeting.number}  {weekday(meeting.date)}, {meeting.state}"
        yield Found(said, "meeting", meeting.number)
    for action in actions(db, today):
        yield Found(one_line(f"{action.ref}  {', '.join(action.leads)}: {action.text}"), "action", action.ref)
    for line in lines(db, today):
        yield Found(one_line(f"{line.ref}  {line.title} ({line.theme})"), "line", line.ref)
    for ref, title in indicator_titles(db):
        yield Found(one_line(f"{ref}  {title}"), "indicator", ref)
    for person in people(db):
        said = f"{person.initials}  {person.name}, {person.role}, {person.organisation}"
        yield Found(one_line(said), "people", person.id)
    for requirement in requirements(db):
        yield Found(one_line(f"{requirement.ref}  {requirement.text}"), "notice", requirement.ref)

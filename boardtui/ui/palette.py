"""The palette: every command that can be given here (ctrl+p)."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import cast

from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider

from boardtui.domain.searching import Found, enough, said
from boardtui.domain.typed_words import has_words
from boardtui.domain.undoing import Steps, redoing, undoing
from boardtui.store.reading.searching import found
from boardtui.store.reading.undoing import steps
from boardtui.ui.commands import EVERYWHERE, IN_EVERY_PALETTE, Command, commands_of
from boardtui.ui.going import Going
from boardtui.ui.keys import shown_key
from boardtui.ui.widgets.literal import cell

_MOST = 12
"""Records that the palette offers; the search everywhere offers more."""

_BELOW = 0.4
"""The score of the first record: below every command."""


class Commands(Provider):
    """Every command of the calling screen that can be given now, then those that work everywhere."""

    _steps: Steps | None = None

    async def startup(self) -> None:
        """Read what can be undone and made again."""
        desk = cast(Going, self.app).desk
        if desk is not None:
            self._steps = await asyncio.to_thread(desk.read, steps)

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
        if command.id == "undo" and self._steps is not None and self._steps.undo is not None:
            return undoing(self._steps.undo.sentence)
        if command.id == "redo" and self._steps is not None and self._steps.redo is not None:
            return redoing(self._steps.redo.sentence)
        return command.help

    def _is_app_s(self, command: Command) -> bool:
        return command.id in IN_EVERY_PALETTE and getattr(self.screen, "where", "") != command.where

    def _run(self, command: Command) -> Callable[[], object]:
        everywhere = command.where == EVERYWHERE or self._is_app_s(command)
        action = f"app.{command.action}" if everywhere else command.action
        return partial(self.screen.run_action, action)


class SavedViews(Provider):
    """The person's saved views of the calling list."""

    async def discover(self) -> Hits:
        """Offer all of them, before anything is typed."""
        for name, show, text in self._views():
            yield DiscoveryHit(cell(name), show, text)

    async def search(self, query: str) -> Hits:
        """Offer those that have the words typed."""
        for count, (name, show, text) in enumerate(self._views()):
            if has_words(query, name, text):
                yield Hit(1.5 - count / 1000, cell(name), show, text)

    def _views(self) -> Iterator[tuple[str, Callable[[], object], str]]:
        views: Mapping[str, str] = getattr(self.screen, "views", {})
        keys: Sequence[str] = getattr(self.screen, "view_keys", ()) if views else ()
        show: Callable[[str], object] | None = getattr(self.screen, "show_view", None)
        for at, (name, text) in enumerate(views.items()):
            if show is not None:
                yield f"Show the view {name}  ({keys[at] if at < len(keys) else 'V'})", partial(show, name), text


class Records(Provider):
    """Every record that has the words typed, as the search everywhere finds them; nothing before something is typed."""

    async def search(self, query: str) -> Hits:
        """Offer what the search finds, below the commands."""
        desk = cast(Going, self.app).desk
        if desk is None or not enough(query):
            return
        records = await asyncio.to_thread(desk.read, lambda db: found(db, query))
        for count, one in enumerate(records[:_MOST]):
            yield Hit(_BELOW - count / 1000, cell(_called(one)), partial(self._go, one), help=said(one.words) or None)

    def _go(self, one: Found) -> None:
        from boardtui.ui.searching import go_to

        go_to(cast(Going, self.app), one)


def _called(one: Found) -> str:
    mark = "  restricted" if one.restricted else ""
    return f"{one.kind.capitalize()} {said(one.name)}{mark}"


def open_commands(app: Going) -> None:
    """Show the palette of commands."""
    if not _is_open(app):
        says = "What would you like to do, or find?" if app.desk is not None else "What would you like to do?"
        app.push_screen(CommandPalette([Commands, SavedViews, Records], placeholder=says))


def _is_open(app: Going) -> bool:
    return isinstance(app.screen, CommandPalette)

"""The frame around every screen: whose Board this is, the eight places, and the keys that matter here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from rich.cells import cell_len
from textual import getters
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from boardtui.domain.dates import show
from boardtui.domain.text import shorten
from boardtui.ui.at_work import AtWork, Standing
from boardtui.ui.commands import COMMANDS, EVERYWHERE, Command, commands_of
from boardtui.ui.keys import shown_key
from boardtui.ui.places import PLACES
from boardtui.ui.widgets.literal import assembled, line, literal

_EVERYWHERE = [command for command in commands_of(EVERYWHERE) if command.footer]
ROOMY = 100
"""Columns from which the frame writes everything out."""


class Heading(Static):
    """The first line: the Board; then file, role, date and whether everything is saved."""

    app = getters.app(AtWork)

    def on_mount(self) -> None:
        """Follow what the application knows."""
        self.watch(self.app, "standing", self._tell, init=True)

    def on_resize(self) -> None:
        """Fit the line to the width there is."""
        self._tell(self.app.standing)

    def _tell(self, standing: Standing) -> None:
        width = self.size.width
        if width < 1:
            return
        facts = self._facts(standing, roomy=width >= ROOMY)
        board = standing.board.name if standing.board else self.app.title or ""
        left = shorten(board, max(width - cell_len(facts.plain) - 2, 12))
        gap = max(width - cell_len(left) - cell_len(facts.plain), 1)
        self.update(assembled(line(left, "bold"), " " * gap, facts), layout=False)

    def _facts(self, standing: Standing, *, roomy: bool) -> Content:
        if not standing.file:
            return Content("no Board open")
        name = shorten(standing.file if roomy else standing.file.removesuffix(".board"), 40 if roomy else 18)
        role = standing.role if roomy else standing.role.removesuffix("istrator")
        facts = [line(name), literal(role)]
        if standing.day:
            facts.append(literal(show(standing.day)))
        if standing.as_at:
            at = f"as at meeting {standing.as_at}" if standing.as_at.isdigit() else "as it stood"
            facts.append(literal(f" {at}, read only ", "reverse"))
        elif standing.board is not None and standing.board.closed_on is not None:
            facts.append(Content.styled(" closed, read only ", "reverse"))
        elif not standing.pen.here:
            facts.append(Content.styled(" handed over, read only " if roomy else " read only ", "reverse"))
        elif standing.other is not None:
            facts.append(Content.styled(" open elsewhere, read only " if roomy else " read only ", "reverse"))
        elif standing.saving:
            facts.append(Content.styled("saving …" if roomy else "…", "bold"))
        else:
            facts.append(Content.styled("✓ saved" if roomy else "✓", "$text-success"))
        return Content(" · ").join(facts)


class PlaceLine(Static):
    """The second line: the eight places and where we are."""

    def __init__(self, here: str) -> None:
        super().__init__()
        self._here = here

    def on_mount(self) -> None:
        """Draw the places; a click goes there."""
        parts = [self._told(number, place) for number, place in enumerate(PLACES, 1)]
        self.update(Content(" ").join(parts))

    def _told(self, number: int, place: str) -> Content:
        there = Style.from_meta({"@click": f"app.place('{place}')"})
        text = assembled(f"{number} {place.capitalize()}")
        if place == self._here:
            return text.stylize("bold reverse")
        label = literal(f" {place.capitalize()}").stylize(there)
        return assembled((str(number), "$footer-key-foreground"), label)


class Hints(Static):
    """The last line: the keys of this screen that matter most, as many as fit, and where to find the others."""

    app = getters.app(AtWork)

    def __init__(self, where: str) -> None:
        super().__init__()
        self._where = where

    def on_mount(self) -> None:
        """Follow what can be done now, and whether this is a sample."""
        self.screen.bindings_updated_signal.subscribe(self, lambda _screen: self.write())
        self.watch(self.app, "standing", self._stand, init=False)

    def on_resize(self) -> None:
        """Fit the hints to the width there is."""
        self.write()

    def _stand(self, before: Standing, now: Standing) -> None:
        if _for_hints(before) != _for_hints(now):
            self.write()

    def write(self) -> None:
        """Write the hints that fit."""
        width = self.size.width
        if width < 1:
            return
        board = self.app.standing.board
        last = [self._hint(command) for command in COMMANDS if command.id in self._always]
        if board is not None and board.sample:
            last.append(Content.styled(" SAMPLE ", "bold reverse"))
        tail = Content("  ").join(last)
        hints, room = [], width - cell_len(tail.plain) - 2
        for command in (*commands_of(self._where), *_EVERYWHERE):
            if not command.footer or not self._label(command) or not self._given(command):
                continue
            hint = self._hint(command)
            if (room := room - cell_len(hint.plain) - 2) < -2:
                break
            hints.append(hint)
        head = Content("  ").join(hints)
        gap = max(width - cell_len(head.plain) - cell_len(tail.plain), 1)
        self.update(assembled(head, " " * gap, tail), layout=False)

    @property
    def _always(self) -> tuple[str, ...]:
        """Return the commands that are always named: on a page that was opened from another one the way back too."""
        opened = self.app.desk is not None and self._where not in (*PLACES, "room")
        return ("back", "help", "quit") if opened else ("help", "quit")

    def _given(self, command: Command) -> bool:
        if command.id == "find" and self.app.desk is None:
            return False
        return command.where == EVERYWHERE or bool(self.screen.check_action(command.action, ()))

    def _label(self, command: Command) -> str:
        labels: Mapping[str, str] = getattr(self.screen, "labels", {})
        return labels.get(command.id, command.label)

    def _hint(self, command: Command) -> Content:
        keys: dict[str, str] = getattr(self.app, "keys", {})
        key = keys.get(command.id, command.key)
        run = Style.from_meta({"@click": f"app.simulate_key('{key.split(',')[0]}')"})
        label = literal(f" {self._label(command)}").stylize(run)
        return assembled((shown_key(key), "bold $footer-key-foreground"), label)


def _for_hints(standing: Standing) -> Standing:
    """Return what of a standing changes a hint: not that something is saved, nor that the record has grown."""
    board = standing.board and replace(standing.board, journal=0, head="")
    return replace(standing, board=board, saving=0)

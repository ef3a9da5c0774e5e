"""The last line of live mode: its keys; there, every printable key is text."""

from __future__ import annotations

from textual import getters
from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from boardtui.ui.at_work import AtWork, Standing
from boardtui.ui.commands import Command, commands_of
from boardtui.ui.keys import shown_key
from boardtui.ui.widgets.literal import assembled


class LiveHints(Static):
    """As many of the keys as fit."""

    app = getters.app(AtWork)

    def on_mount(self) -> None:
        """Follow whether this is a sample."""
        self.watch(self.app, "standing", self._stand, init=False)

    def on_resize(self) -> None:
        """Fit the keys to the width there is."""
        self._write()

    def _stand(self, before: Standing, now: Standing) -> None:
        if _is_sample(before) != _is_sample(now):
            self._write()

    def _write(self) -> None:
        tail = Content.styled(" SAMPLE ", "bold reverse") if _is_sample(self.app.standing) else Content("")
        width = self.content_size.width
        hints, room = [], width - tail.cell_length + 1
        for command in commands_of("live"):
            if not command.footer:
                continue
            hint = self._hint(command)
            if (room := room - hint.cell_length - 2) < 0:
                break
            hints.append(hint)
        head = Content("  ").join(hints)
        self.update(assembled(head, " " * max(width - head.cell_length - tail.cell_length, 1), tail), layout=False)

    def _hint(self, command: Command) -> Content:
        keys: dict[str, str] = getattr(self.app, "keys", {})
        key = shown_key(keys.get(command.id, command.key))
        shown = key.upper() if key[1:].isdecimal() else key
        run = Style.from_meta({"@click": f"screen.{command.action}"})
        return assembled((shown, "bold $footer-key-foreground"), f" {command.label}").stylize(run)


def _is_sample(standing: Standing) -> bool:
    return standing.board is not None and bool(standing.board.sample)

"""Jump mode: a letter on each part of the screen that can be focused or chosen; that letter goes there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from string import ascii_lowercase
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.events import Key
from textual.geometry import Offset
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import OptionList, Static

from boardtui.ui.widgets.figures import FigureColumn
from boardtui.ui.widgets.literal import literal
from boardtui.ui.widgets.record_list import RecordList

LETTERS = ascii_lowercase


@dataclass(frozen=True)
class Target:
    """A part of the screen to go to: where its letter stands, and what going there is."""

    at: Offset
    go: Callable[[], object]


class Jump(ModalScreen[Target | None]):
    """Shows the letters over the screen beneath; a letter goes to its part, any other key leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "dismiss(None)", "Leave it")]

    def __init__(self, targets: Sequence[Target]) -> None:
        super().__init__()
        self._targets = dict(zip(codes(len(targets)), targets, strict=True))
        self._typed = ""

    def compose(self) -> ComposeResult:
        """Put each letter where its part begins."""
        for code, target in self._targets.items():
            label = Static(literal(code, "bold"), classes="letter")
            label.absolute_offset = target.at
            yield label
        yield Static(literal(" A letter goes there. esc leaves. ", "bold"), id="how")

    def on_key(self, event: Key) -> None:
        """Go to the part whose letters were typed; what is no letter of a part leaves."""
        if event.key == "escape":
            return
        event.stop()
        self._typed += (event.character or "").lower()
        if self._typed in self._targets:
            self.dismiss(self._targets[self._typed])
        elif not self._typed or not any(code.startswith(self._typed) for code in self._targets):
            self.dismiss(None)


def codes(number: int) -> list[str]:
    """Return so many letters, none the beginning of another: single ones first, pairs where these do not suffice."""
    most = len(LETTERS)
    firsts = -(-max(number - most, 0) // (most - 1))
    single = list(LETTERS[: most - firsts])
    pairs = [first + second for first in LETTERS[most - firsts :] for second in LETTERS]
    return [*single, *pairs][:number]


def targets(screen: Screen[Any]) -> list[Target]:
    """Return every part of a screen that is in sight and can be focused, and what can be chosen in the lists."""
    found: dict[Offset, Target] = {}
    for widget in screen.focus_chain:
        if not widget.region.overlaps(screen.region) or not widget.visible:
            continue
        inside = list(_choices(widget))
        for offset, go in inside or [(_before(widget.content_region.offset), widget.focus)]:
            if screen.region.contains_point(offset):
                found.setdefault(offset, Target(offset, go))
    return list(found.values())[: len(LETTERS) ** 2]


def _choices(widget: Widget) -> Iterator[tuple[Offset, Callable[[], object]]]:
    """Yield what can be chosen in a part: the records and figures in sight, the things to choose from."""
    at = widget.content_region.offset
    if isinstance(widget, RecordList | FigureColumn):
        start = at if isinstance(widget, FigureColumn) else _before(at)
        for line, go in widget.in_reach():
            yield start + Offset(0, line), partial(_go, widget, go)
    elif isinstance(widget, OptionList):
        for line in range(widget.content_region.height):
            number = line + widget.scroll_offset.y
            if number < widget.option_count:
                yield _before(at) + Offset(0, line), partial(_go, widget, partial(_highlight, widget, number))


def _before(at: Offset) -> Offset:
    """Return the place in front of a part, where there is one, so that its letter hides none of its own."""
    return Offset(max(at.x - 1, 0), at.y)


def _go(widget: Widget, go: Callable[[], object]) -> None:
    widget.focus()
    go()


def _highlight(options: OptionList, number: int) -> None:
    options.highlighted = number


def jump(screen: Screen[Any]) -> None:
    """Show the letters over a screen, and go where the person wants; once more takes them away."""
    if isinstance(screen, Jump):
        screen.dismiss(None)
    elif found := targets(screen):
        screen.app.push_screen(Jump(found), lambda target: target.go() if target is not None else None)

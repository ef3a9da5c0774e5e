"""Reading back the meeting's actions before it closes (F9), and closing it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from boardtui.domain.dates import show, weekday
from boardtui.domain.states import ItemState
from boardtui.domain.text import listed, plural
from boardtui.domain.views import Action, Entry, Item
from boardtui.store.reading.actions import actions
from boardtui.store.reading.meetings import items
from boardtui.store.reading.minutes import to_tidy
from boardtui.store.reading.reader import Database
from boardtui.ui.forms.steps import still_to_tidy
from boardtui.ui.screens.live_reading import Paragraph, Reading, beside
from boardtui.ui.widgets.literal import assembled, line, literal

CLOSE, TIDY = "close", "tidy"


@dataclass(frozen=True)
class Before:
    """What is to be looked at before a meeting closes."""

    raised: tuple[Action, ...]
    untidy: tuple[Entry, ...]
    empty: tuple[Item, ...]


def before_closing(db: Database, number: int, today: date) -> Before:
    """Read the actions raised, in their order, the lines to tidy, and the items nothing is minuted under."""
    raised = sorted(actions(db, today, agreed_at=number), key=lambda one: int(one.ref.partition("/")[2]))
    empty = [item for item in items(db, number) if not item.entries and item.state != ItemState.DEFERRED]
    return Before(tuple(raised), tuple(to_tidy(db, number)), tuple(empty))


class ReadBack(Reading):
    """The actions with their leads and dates; from here the meeting is closed."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+e", f"dismiss('{CLOSE}')", "Close the meeting", show=False),
        Binding("f8", f"dismiss('{TIDY}')", "Lines to tidy", show=False),
    ]
    hints = "ctrl+e close the meeting   F8 lines to tidy   esc back to typing"

    def __init__(self, number: int, before: Before, half_typed: bool) -> None:
        count = plural(len(before.raised), "action")
        super().__init__(
            f"Meeting {number}: {count} to read back", lambda width: _paragraphs(before, half_typed, width)
        )


def what_closing_does(number: int, to_tidy: int) -> Content:
    """Say what closing will do."""
    return literal(
        f"The clock stops and the minutes of meeting {number} are in draft. Until they are signed off, "
        f"the meeting can be opened again.{still_to_tidy(to_tidy)}"
    )


def _paragraphs(before: Before, half_typed: bool, width: int) -> list[Paragraph]:
    said = [_action(one, width) for one in before.raised]
    if not before.raised:
        said.append((Content("No action was raised at this meeting."), "paragraph"))
    todo = []
    if half_typed:
        todo.append("The box holds text that Enter has not saved.")
    if before.untidy:
        todo.append(f"{plural(len(before.untidy), 'line')} to tidy: {listed([_at(one) for one in before.untidy])}.")
    if before.empty:
        numbers = listed([str(item.number) for item in before.empty], joined_by="or")
        word = "item" if len(before.empty) == 1 else "items"
        todo.append(f"Nothing is minuted under {word} {numbers}.")
    if todo:
        said.append((Content("Before you close"), "label"))
        said += [(line(one, "$text-warning"), "paragraph") for one in todo]
    return said


def _action(one: Action, width: int) -> Paragraph:
    helping = f" with {', '.join(one.supporters)}" if one.supporters else ""
    due = weekday(one.due) if one.due else one.due_said or "at the next meeting, not yet planned"
    if one.due_meeting and one.due:
        due = f"at meeting {one.due_meeting}, {show(one.due)}"
    restricted = f" (restricted: {one.restricted})" if one.restricted else ""
    owned = assembled(
        line(f"{', '.join(one.leads)}{helping}", "bold $accent"), line(f", {due}{restricted}"), "\n", line(one.text)
    )
    return beside(literal(f"{one.ref:<6} ", "bold"), owned, width), "paragraph"


def _at(entry: Entry) -> str:
    return entry.ref.partition("/")[2]

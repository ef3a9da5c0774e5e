"""Adding, changing, deferring and removing agenda items."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from boardtui import services
from boardtui.domain.carrying import next_open_meeting, say_where
from boardtui.domain.meetings import MeetingOn
from boardtui.domain.states import MeetingState, Purpose
from boardtui.domain.text import one_line, shorten
from boardtui.domain.views import Item, Meeting, Person
from boardtui.ui.keys import with_keys
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import Field, one_of, words
from boardtui.ui.widgets.fields import number as whole
from boardtui.ui.widgets.literal import DIALOG, assembled, hanging, line, literal
from boardtui.ui.widgets.record_fields import meeting, person


def add(
    number: int, people: Mapping[str, Person], after: Item | None, like: Item | None = None, *, begun: bool = False
) -> Form:
    """Ask for a new item; it goes after the one the cursor stands on, or before any other business.

    One `like` another begins with its particulars.
    """
    at = after.number + 1 if after and not begun else None
    where = f"It goes after item {after.number}, {shorten(after.title, 40)}." if after and at else ""
    moved = with_keys(" {meeting-down} and {meeting-up} move it.") if where else ""
    return Form(
        f"Add an item to meeting {number}" + (f" like item {like.number}" if like else ""),
        _fields(people, like),
        lambda answers: lambda work: services.agenda.add_item(work, number, **answers, at=at),
        says=hanging("", where + moved, DIALOG) if where else None,
    )


def edit(item: Item, people: Mapping[str, Person]) -> Form:
    """Ask for an item's new particulars."""
    return Form(
        f"Item {item.number}",
        _fields(people, item),
        lambda answers: lambda work: services.agenda.edit_item(work, item.id, item.version, **answers),
    )


def defer(item: Item, meetings: Sequence[Meeting], here: int) -> Form | None:
    """Ask to which later meeting an item goes and why, naming it before doing so; None without one (rule 9)."""
    target, later = later_than(meetings, here)
    if target is None:
        return None
    to = meeting(
        "to",
        "To meeting",
        later,
        target.number,
        needed=True,
        wrong=f"Choose one of meetings {', '.join(str(one.number) for one in later)}.",
    )
    return Form(
        f"Defer item {item.number}",
        [words("because", "Reason", needed=True), to],
        lambda answers: lambda work: services.agenda.defer_item(work, item.id, answers["to"], answers["because"]),
        says=assembled(line(item.title, "bold"), "\n", say_where(target)),
        save="defer",
    )


def later_than(meetings: Sequence[Meeting], here: int) -> tuple[MeetingOn | None, list[Meeting]]:
    """Return the meeting that an item goes to next, and all that it can go to; None where there is none (rule 9)."""
    on = [MeetingOn(m.number, m.date, MeetingState(m.state)) for m in meetings]
    today = next(m.day for m in on if m.number == here)
    open_later = {m.number for m in on if m.is_open and m.day > today}
    return next_open_meeting(on, here), [m for m in meetings if m.number in open_later]


def nowhere() -> str:
    """Say that no meeting can take an item."""
    return say_where(None)


def remove(item: Item) -> Confirm:
    """Ask whether an item is to go."""
    says = literal(with_keys("It leaves this agenda; {undo} brings it back."))
    return Confirm(hanging("Remove ", f"{item.number}. {one_line(item.title)}?", DIALOG), says, "Remove it")


def _fields(people: Mapping[str, Person], item: Item | None) -> list[Field]:
    return [
        words("title", "Title", item.title if item else "", needed=True),
        one_of("purpose", "Purpose", [str(p) for p in Purpose], item.purpose if item else Purpose.DISCUSSION),
        person("presenter", "Presenter", people, item.presenter if item else None),
        whole("minutes", "Minutes", item.minutes if item else 10),
        words("paper", "Paper", item.paper if item else ""),
    ]

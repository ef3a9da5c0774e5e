"""Agendas: made from the standing items, then edited, reordered, deferred, issued."""

from __future__ import annotations

from typing import Any

from sqlmodel import col, select

from boardtui.domain.carrying import say_where
from boardtui.domain.meetings import CLOSING, LAST_ITEMS
from boardtui.domain.restriction import reason_text
from boardtui.domain.states import ItemState, MeetingState, Purpose
from boardtui.domain.text import one_line
from boardtui.errors import BoardError
from boardtui.services import finding
from boardtui.services.next_meeting import following_meeting
from boardtui.services.standing import standing_items
from boardtui.store.models import AgendaItem, Entry, Interest, Meeting, Office
from boardtui.store.unit import Work


def from_standing(work: Work, meeting: Meeting, template: str = "standing") -> None:
    """Give a meeting the items of the standing agenda that the Board has; the council's own copy of it wins."""
    left_out = set(finding.board(work).left_out.splitlines())
    wanted_items = [item for item in standing_items(template) if one_line(item["title"]) not in left_out]
    for number, wanted in enumerate(wanted_items, 1):
        presenter = work.find(Office, initials=wanted.get("presenter", ""))
        item = AgendaItem(
            meeting_id=meeting.id,
            number=number,
            kind=one_line(str(wanted.get("kind", "item"))),
            title=finding.wording(wanted["title"], "The item's title"),
            presenter_id=presenter.id if presenter else None,
        )
        _set(work, item, purpose=wanted.get("purpose", Purpose.DISCUSSION), minutes=wanted.get("minutes", 10))
        work.add(item, f"{meeting.number}:{number}")


def add_item(
    work: Work,
    meeting: int,
    title: str,
    *,
    purpose: str = Purpose.DISCUSSION,
    presenter: str | None = None,
    minutes: int = 10,
    paper: str = "",
    kind: str = "item",
    at: int | None = None,
) -> int:
    """Add an item, by default before any other business; return its number."""
    on = finding.unsigned(finding.meeting(work, meeting))
    if on.state == MeetingState.CANCELLED:
        raise BoardError(f"Meeting {meeting} is cancelled.", "The item was not added.", "Choose another meeting.")
    items = finding.items(work, on.id)
    number = _before_the_end(work, on, items) if at is None else at
    if not 1 <= number <= len(items) + 1:
        raise BoardError(f"There is no place {number} on this agenda.", "", f"Choose 1 to {len(items) + 1}.")
    if number <= len(items) and at is not None:
        _not_begun(work, on.id)
    for later in items[number - 1 :]:
        later.number += 1
    added = AgendaItem(meeting_id=on.id, number=number, title=finding.wording(title, "The item's title"))
    _set(work, added, purpose=purpose, presenter=presenter, minutes=minutes, paper=paper)
    added.kind = kind
    work.add(added, f"{meeting}:{title}")
    work.say(f"Add item {number} to meeting {meeting}")
    return number


def edit_item(work: Work, item_id: str, version: int, **changes: Any) -> None:
    """Change an item's title, purpose, presenter (initials), minutes, paper or restricted reason."""
    item = work.get(AgendaItem, item_id, version, changes)
    meeting = finding.unsigned(work.get(Meeting, item.meeting_id))
    work.say(f"Change item {item.number} of meeting {meeting.number}")
    _set(work, item, **changes)


def restrict_item(work: Work, item_id: str, because: str | None) -> None:
    """Restrict an item with a reason, or open it; everything minuted, raised and rated under it follows (rule 12)."""
    item = work.get(AgendaItem, item_id)
    meeting = finding.unsigned(work.get(Meeting, item.meeting_id))
    _set(work, item, restricted=because)
    work.say(f"{'Restrict' if item.restricted else 'Open'} item {item.number} of meeting {meeting.number}")


def shift_item(work: Work, item_id: str, step: int) -> None:
    """Move an item up (-1) or down (+1) the agenda."""
    item = work.get(AgendaItem, item_id)
    meeting = _not_begun(work, item.meeting_id)
    other = next((row for row in finding.items(work, meeting.id) if row.number == item.number + step), None)
    if other is None:
        return
    item.number, other.number = other.number, item.number
    work.say(f"Move item {other.number} of meeting {meeting.number} to place {item.number}")


def remove_item(work: Work, item_id: str) -> None:
    """Take an item off an agenda that has not begun."""
    item = work.get(AgendaItem, item_id)
    meeting = _not_begun(work, item.meeting_id)
    if item.state == ItemState.DEFERRED:
        raise BoardError(
            f"Item {item.number} was deferred.",
            "It stays on this agenda as the trace of that.",
            "Undo the deferral first, or remove the item from the meeting it went to.",
        )
    work.say(f"Remove item {item.number}, {item.title}, from meeting {meeting.number}")
    number = item.number
    work.delete(item)
    for later in finding.items(work, meeting.id):
        if later.number > number:
            later.number -= 1


def defer_item(work: Work, item_id: str, to: int | None, because: str) -> int:
    """Move an item to another meeting, by default the next open one; a trace stays; return that meeting (rule 9)."""
    item = work.get(AgendaItem, item_id)
    meeting = finding.unsigned(work.get(Meeting, item.meeting_id))
    if item.state == ItemState.DEFERRED:
        raise BoardError(
            f"Item {item.number} is deferred already.",
            "Nothing was changed.",
            "It stands on the agenda it was deferred to: change it there.",
        )
    target = finding.meeting(work, to) if to is not None else following_meeting(work, meeting.number)
    if target is None:
        raise BoardError(
            f"Item {item.number} was not deferred.",
            say_where(None),
            "Under {meetings}, press {meetings-add} to plan it; then defer the item again.",
        )
    if target.held_on <= meeting.held_on or target.state not in (
        MeetingState.PLANNED,
        MeetingState.AGENDA_ISSUED,
        MeetingState.POSTPONED,
    ):
        raise BoardError(
            f"Meeting {target.number} cannot take the item.",
            "It is not a later meeting that is still open.",
            "Choose one that is planned for after this one.",
        )
    work.say(f"Defer item {item.number} of meeting {meeting.number} to meeting {target.number}")
    item.deferred_because = finding.wording(because, "The reason")
    item.state, item.deferred_to_id = ItemState.DEFERRED, target.id
    there = _same_standing(work, item, target) or _copied(work, item, target)
    there.deferred_from_id, there.restricted = item.id, item.restricted
    return target.number


def _same_standing(work: Work, item: AgendaItem, target: Meeting) -> AgendaItem | None:
    """Return the standing item of the same kind and title there, which takes a deferred one in; None where none is."""
    same = (there for there in finding.items(work, target.id) if (there.kind, there.title) == (item.kind, item.title))
    there = next((one for one in same if one.deferred_from_id is None and not one.paper), None)
    if there is None or item.kind == "item" or there.state != ItemState.PLANNED:
        return None
    there.purpose, there.presenter_id, there.paper = item.purpose, item.presenter_id, item.paper
    there.minutes = max(there.minutes, item.minutes)
    return there


def _copied(work: Work, item: AgendaItem, target: Meeting) -> AgendaItem:
    presenter = work.get(Office, item.presenter_id).initials if item.presenter_id else None
    number = add_item(
        work,
        target.number,
        item.title,
        purpose=item.purpose,
        presenter=presenter,
        minutes=item.minutes,
        paper=item.paper,
    )
    return finding.item(work, target.number, number)


def issue_agenda(work: Work, meeting: int) -> None:
    """Issue the agenda of a planned meeting; what was sent out is not undone any more."""
    row = finding.meeting(work, meeting)
    if row.state not in (MeetingState.PLANNED, MeetingState.AGENDA_ISSUED):
        raise BoardError(
            f"Meeting {meeting} is {row.state}; its agenda is not issued any more.",
            "Nothing was changed.",
            "To issue an agenda, choose a meeting that is still planned.",
        )
    row.state, row.agenda_issued_on = MeetingState.AGENDA_ISSUED, work.today
    work.barrier = True
    work.say(f"Issue the agenda of meeting {meeting}")


def _before_the_end(work: Work, meeting: Meeting, items: list[AgendaItem]) -> int:
    """Return the place before the standing items that end an agenda; once it has begun, before its very last.

    The date of the next meeting is minuted last, whenever an urgent item is taken; it alone takes another number then.
    """
    if meeting.opened_at is None:
        return next((item.number for item in items if item.kind in LAST_ITEMS), len(items) + 1)
    last = items[-1] if items else None
    ends = last is not None and last.kind == CLOSING and not _named(work, last)
    return len(items) if ends else len(items) + 1


def _named(work: Work, item: AgendaItem) -> bool:
    """Say whether words of the record name an item by its number: an interest in it, an answer to what it minutes."""
    declared = select(Interest).where(Interest.meeting_id == item.meeting_id, Interest.item_number == item.number)
    minuted = col(Entry.answers_id).in_(select(Entry.id).where(Entry.item_id == item.id))
    return work.first(declared) is not None or work.first(select(Entry).where(minuted)) is not None


def _not_begun(work: Work, meeting_id: str) -> Meeting:
    meeting = work.get(Meeting, meeting_id)
    if meeting.opened_at is not None:
        raise BoardError(
            f"Meeting {meeting.number} has begun.",
            "Its items keep their numbers, because the minutes name them.",
            "Take items in any order with # and the number, or defer one.",
        )
    return meeting


def _set(work: Work, item: AgendaItem, **changes: Any) -> None:
    for name, value in changes.items():
        match name:
            case "title":
                item.title = finding.wording(value, "The item's title")
            case "purpose":
                if value not in set(Purpose):
                    raise BoardError(f"“{value}” is not a purpose.", "", f"Write one of {', '.join(Purpose)}.")
                item.purpose = value
            case "presenter":
                item.presenter_id = finding.maybe_office(work, value)
            case "minutes":
                if not isinstance(value, int) or not 0 <= value <= 600:
                    raise BoardError(f"{value} minutes cannot be right.", "", "Give 0 to 600 minutes.")
                item.minutes = value
            case "paper":
                item.paper = one_line(value)
            case "restricted":
                item.restricted = reason_text(one_line(value or "")) or None
            case _:
                raise KeyError(name)

"""Taking minutes: one typed line is one entry, whatever it means; Enter never refuses (DESIGN 5)."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from sqlmodel import select

from boardtui.domain.describing import steers
from boardtui.domain.grammar import parse
from boardtui.domain.lines import Challenges, Defer, Line, Note, Parsed, Raises, Untidy
from boardtui.domain.restriction import inherited, reason_text
from boardtui.domain.roles import Step, require
from boardtui.domain.states import EntryKind, MeetingState
from boardtui.domain.text import clean, one_line
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import agenda, finding, session
from boardtui.services.applying import apply_line, kind_of, number_decisions, text_of
from boardtui.services.steering import steer
from boardtui.services.takeback import take_back
from boardtui.store.models import Action, AgendaItem, Entry, Meeting, Rating
from boardtui.store.reading.known import Known
from boardtui.store.reading.minutes import why_action_restricted, why_restricted
from boardtui.store.unit import Work

SIGNS = {
    EntryKind.NOTE: "",
    EntryKind.ACTION: "! ",
    EntryKind.DECISION: "= ",
    EntryKind.CHALLENGE: "? ",
    EntryKind.UPDATE: "> ",
}
"""The first characters that set an entry's type."""

_NAMES = re.compile(r"\s*>\s*([0-9]{1,6}/[0-9]{1,6}(?:\.[0-9]{1,6})?)(?![0-9./])")
"""What an update names."""

ONLY_SAYS = (Note, Challenges, Untidy)
"""Lines that do nothing to any record, so that nothing can refuse them."""

WRITABLE = (MeetingState.IN_SESSION, MeetingState.DRAFT, MeetingState.WITH_CHAIR)


def enter(work: Work, meeting: int, typed: str, draft: str = "") -> str:
    """Minute one typed line; return the new entry's id, or "" for a line that only steers (`# 4`, `open`).

    What is not understood, or what the record refuses, is kept as typed and marked to tidy. `draft` names the
    half-typed text on disk that becomes this entry, and is forgotten in the same transaction.
    """
    row = writable(work, meeting)
    work.session.flush()
    if draft:
        work.db.execute("DELETE FROM local_draft WHERE place = ?", (draft,))
    parsed = parse(typed, Known(work.db, meeting))
    if parsed is None:
        return ""
    if row.state == MeetingState.IN_SESSION:
        session.tick(work, row)
    if isinstance(parsed.line, ONLY_SAYS):
        return _minute(work, row, parsed)
    try:
        with work.attempt():
            return "" if steer(work, row, parsed.line) else _minute(work, row, parsed)
    except BoardError as refusal:
        return _minute(work, row, _to_tidy(parsed, refusal))


def add_entry(work: Work, meeting: int, item: int, typed: str) -> str:
    """Minute one typed line at the end of an item, whichever is in hand; return the new entry's id."""
    row = writable(work, meeting)
    parsed = parse(typed, Known(work.db, meeting))
    if parsed is None or steers(parsed.line):
        raise BoardError("That is no entry.", "Nothing was minuted.", "Write what shall stand in the minutes.")
    return _minute(work, row, parsed, finding.item(work, meeting, item))


def edit_entry(work: Work, entry_id: str, version: int, typed: str, wanted: EntryKind | None = None) -> None:
    """Put another line in an entry's place: what the old one did is taken back, what the new one says is done.

    It is told when the entry became another kind than it was, unless that is the kind `wanted`.
    """
    entry = work.get(Entry, entry_id, version, {"typed": typed})
    meeting = writable(work, work.get(Meeting, entry.meeting_id).number)
    parsed = parse(typed, Known(work.db, meeting.number))
    if parsed is None:
        raise BoardError("The entry would be empty.", "It was left as it is.", "Remove it instead, if it should go.")
    if steers(parsed.line) and entry.to_tidy and entry.typed.startswith("#"):
        _steer_after_all(work, meeting, entry, parsed.line)
        return
    if steers(parsed.line):
        raise BoardError(
            "That line steers the meeting; it is not an entry.",
            "The entry was left as it is.",
            "Leave the entry, then type the line.",
        )
    item = work.get(AgendaItem, entry.item_id)
    work.say(f"Change an entry of meeting {meeting.number}, item {item.number}")
    was = entry.kind
    take_back(
        work,
        entry,
        keep_action=isinstance(parsed.line, Raises),
        keep_challenge=isinstance(parsed.line, Challenges),
    )
    entry.restricted = parsed.restricted or entry.restricted
    try:
        with work.attempt():
            _set(entry, _said(work, meeting, parsed))
            work.session.flush()
            apply_line(work, meeting, item, entry, parsed.line)
    except BoardError as refusal:
        _set(entry, _said(work, meeting, _to_tidy(parsed, refusal)))
    if entry.kind not in (was, wanted):
        work.tell(f"It is {_a(entry.kind)} now; it was {_a(was)}.")
    number_decisions(work, meeting)


def convert_entry(work: Work, entry_id: str, kind: EntryKind) -> None:
    """Make an entry a note, an action, a decision or a challenge, with the same words; what it is already stays so."""
    entry = work.get(Entry, entry_id)
    if entry.kind not in SIGNS or kind not in SIGNS:
        raise BoardError(
            f"An entry of this kind ({entry.kind}) cannot be converted.",
            "It was left as it is.",
            "Change its words instead: put the cursor on it and press {meeting-edit}.",
        )
    if entry.kind == kind:
        return
    work.say(f"Make an entry a {kind}")
    words = entry.text
    if entry.kind == EntryKind.ACTION and entry.action_id:
        words = work.get(Action, entry.action_id).text
    if entry.to_tidy:
        words = words.lstrip("!=?> ")
    if kind == EntryKind.NOTE and not _reads_as_note(work, entry, words):
        words = f"\\{words}"
    edit_entry(work, entry_id, entry.version, SIGNS[kind] + words, kind)


def remove_entry(work: Work, entry_id: str) -> None:
    """Remove an entry and take back what it did; the journal keeps it."""
    entry = work.get(Entry, entry_id)
    meeting = writable(work, work.get(Meeting, entry.meeting_id).number)
    take_back(work, entry)
    work.delete(entry)
    number_decisions(work, meeting)
    work.say(f"Remove an entry of meeting {meeting.number}")


def restrict_entry(work: Work, entry_id: str, because: str | None) -> None:
    """Restrict an entry with a reason, or open it; what it raised, updated or rated follows (rule 12).

    Raises BoardError for one to be opened that stays restricted, because what it is about is.
    """
    meeting = writable(work, work.get(Meeting, work.get(Entry, entry_id).meeting_id).number)
    restricted = restrict(work, entry_id, because)
    work.say(f"{'Restrict' if restricted else 'Open'} an entry of meeting {meeting.number}")


def restrict(work: Work, entry_id: str, because: str | None) -> str | None:
    """Do what restricting or opening an entry does, whatever state its minutes are in; return the reason it has."""
    entry = work.get(Entry, entry_id)
    entry.restricted = reason_text(one_line(because or "")) or None
    if entry.action_id and entry.kind == EntryKind.ACTION:
        work.get(Action, entry.action_id).restricted = entry.restricted
    for rating in work.all(select(Rating).where(Rating.entry_id == entry.id)):
        rating.restricted = entry.restricted
    work.session.flush()
    if not entry.restricted and (reason := why_restricted(work.db, entry.id)):
        raise BoardError(
            "This paragraph stays restricted.",
            f"Its item, or the record it is about, is restricted: {reason}.",
            "Open that first.",
        )
    return entry.restricted


def writable(work: Work, number: int) -> Meeting:
    """Return the meeting, refusing one whose minutes cannot be taken now, and whoever does not take them."""
    require(work.role, Step.TAKE_MINUTES)
    meeting = finding.unsigned(finding.meeting(work, number))
    if meeting.state not in WRITABLE:
        raise BoardError(
            f"Meeting {number} is {meeting.state}, so no minutes can be taken.",
            "",
            "Start the meeting first.",
        )
    return meeting


def _minute(work: Work, meeting: Meeting, parsed: Parsed, item: AgendaItem | None = None) -> str:
    item = item or session.in_hand(work, meeting)
    (last,) = work.db.execute(
        "SELECT coalesce(max(position), 0) FROM entry WHERE meeting_id = ?", (meeting.id,)
    ).fetchone()
    entry = Entry(
        meeting_id=meeting.id,
        item_id=item.id,
        position=last + 1,
        restricted=inherited(parsed.restricted, meeting.restricted_now, _of_what_it_names(work, parsed)),
        said_at=work.now.isoformat(timespec="seconds"),
        **_said(work, meeting, parsed),
    )
    work.add(entry, f"{meeting.number}:{last + 1}")
    apply_line(work, meeting, item, entry, parsed.line)
    work.say(f"Minute at meeting {meeting.number}, item {item.number}")
    return entry.id


def _of_what_it_names(work: Work, parsed: Parsed) -> str | None:
    """Return why the action or paragraph is restricted that a line not understood begins with: it may repeat it."""
    named = _NAMES.match(parsed.typed) if isinstance(parsed.line, Untidy) else None
    if named is None:
        return None
    try:
        if "." in named[1]:
            return why_restricted(work.db, finding.paragraph(work, named[1]).id)
        return why_action_restricted(work.db, finding.action(work, named[1]).id)
    except NotFoundError:
        return None


def _said(work: Work, meeting: Meeting, parsed: Parsed) -> dict[str, Any]:
    """Return what an entry holds of its line."""
    return {
        "kind": kind_of(parsed.line),
        "text": text_of(work, meeting, parsed.line),
        "typed": clean(parsed.typed).strip(),
        "to_tidy": parsed.line.problem if isinstance(parsed.line, Untidy) else None,
    }


def _set(entry: Entry, said: dict[str, Any]) -> None:
    for name, value in said.items():
        setattr(entry, name, value)


def _steer_after_all(work: Work, meeting: Meeting, entry: Entry, line: Line) -> None:
    """Do what a line was meant to do that was not understood: it leaves no entry, and defers the item it stands in."""
    if isinstance(line, Defer) and session.in_hand(work, meeting).id != entry.item_id:
        agenda.defer_item(work, entry.item_id, line.meeting, line.because)
    else:
        steer(work, meeting, line)
    work.delete(entry)


def _a(kind: str) -> str:
    return f"{'an' if kind[0] in 'aeiou' else 'a'} {kind}"


def _to_tidy(parsed: Parsed, refusal: BoardError) -> Parsed:
    """Return the line as one to tidy, because the record refuses it."""
    return replace(parsed, line=Untidy(kind_of(parsed.line), clean(parsed.typed).strip(), refusal.title))


def _reads_as_note(work: Work, entry: Entry, words: str) -> bool:
    parsed = parse(words, Known(work.db, work.get(Meeting, entry.meeting_id).number))
    return parsed is None or (isinstance(parsed.line, Note) and not parsed.restricted)

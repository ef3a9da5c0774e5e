"""Taking minutes: one typed line is one entry, whatever it means; Enter never refuses (DESIGN 5)."""

from __future__ import annotations

from boardtui.domain.grammar import parse
from boardtui.domain.lines import Raises, Reopens, Restricts, Untidy
from boardtui.domain.restriction import inherited
from boardtui.domain.states import EntryKind, MeetingState
from boardtui.domain.text import clean
from boardtui.errors import BoardError
from boardtui.services import finding, session
from boardtui.services.applying import apply_line, kind_and_text, number_decisions
from boardtui.services.steering import steer
from boardtui.services.takeback import take_back
from boardtui.store.models import Action, Entry, Meeting
from boardtui.store.reading.known import Known
from boardtui.store.unit import Work

SIGNS = {
    EntryKind.NOTE: "",
    EntryKind.ACTION: "! ",
    EntryKind.DECISION: "= ",
    EntryKind.CHALLENGE: "? ",
    EntryKind.UPDATE: "> ",
}
"""The first characters that set an entry's type."""

WRITABLE = (MeetingState.IN_SESSION, MeetingState.DRAFT, MeetingState.WITH_CHAIR)


def enter(work: Work, meeting: int, typed: str, draft: str = "") -> str:
    """Minute one typed line; return the new entry's id, or "" for a line that only steers (`# 4`, `open`).

    What is not understood is kept as typed and marked to tidy. `draft` names the half-typed text on disk that
    becomes this entry, and is forgotten in the same transaction.
    """
    row = _writable(work, meeting)
    work.session.flush()
    if draft:
        work.db.execute("DELETE FROM local_draft WHERE place = ?", (draft,))
    parsed = parse(typed, Known(work.db, meeting))
    if parsed is None:
        return ""
    if row.state == MeetingState.IN_SESSION:
        session.tick(work, row)
    if steer(work, row, parsed.line):
        return ""
    item = session.in_hand(work, row)
    (last,) = work.db.execute("SELECT coalesce(max(position), 0) FROM entry WHERE meeting_id = ?", (row.id,)).fetchone()
    kind, text = kind_and_text(work, row, parsed.line)
    entry = work.add(
        Entry(
            meeting_id=row.id,
            item_id=item.id,
            position=last + 1,
            kind=kind,
            text=text,
            typed=clean(typed).strip(),
            to_tidy=parsed.line.problem if isinstance(parsed.line, Untidy) else None,
            restricted=inherited(parsed.restricted, row.restricted_now, item.restricted),
            said_at=work.now.isoformat(timespec="seconds"),
        ),
        f"{meeting}:{last + 1}",
    )
    apply_line(work, row, item, entry, parsed.line)
    work.say(f"Minute at meeting {meeting}, item {item.number}")
    return entry.id


def edit_entry(work: Work, entry_id: str, version: int, typed: str) -> None:
    """Put another line in an entry's place: what the old one did is taken back, what the new one says is done."""
    entry = work.get(Entry, entry_id, version)
    meeting = _writable(work, work.get(Meeting, entry.meeting_id).number)
    parsed = parse(typed, Known(work.db, meeting.number))
    if parsed is None:
        raise BoardError("The entry would be empty.", "It was left as it is.", "Remove it instead, if it should go.")
    if isinstance(parsed.line, Restricts | Reopens):
        raise BoardError("That line steers the meeting; it is not an entry.", "The entry was left as it is.")
    kind, text = kind_and_text(work, meeting, parsed.line)
    take_back(work, entry, keep_action=isinstance(parsed.line, Raises))
    entry.kind, entry.text, entry.typed = kind, text, clean(typed).strip()
    entry.to_tidy = parsed.line.problem if isinstance(parsed.line, Untidy) else None
    if parsed.restricted:
        entry.restricted = parsed.restricted
    item = finding.items(work, meeting.id)
    at = next(one for one in item if one.id == entry.item_id)
    work.session.flush()
    apply_line(work, meeting, at, entry, parsed.line)
    work.say(f"Change an entry of meeting {meeting.number}, item {at.number}")


def convert_entry(work: Work, entry_id: str, kind: EntryKind) -> None:
    """Make an entry a note, an action, a decision or a challenge, with the same words."""
    entry = work.get(Entry, entry_id)
    if entry.kind not in SIGNS or kind not in SIGNS:
        raise BoardError(f"An entry of this kind ({entry.kind}) cannot be converted.", "It was left as it is.")
    words = entry.text
    if entry.kind == EntryKind.ACTION and entry.action_id:
        words = work.get(Action, entry.action_id).text
    if entry.to_tidy:
        words = entry.typed.lstrip("!=?> ")
    edit_entry(work, entry_id, entry.version, SIGNS[kind] + words)
    work.say(f"Make an entry a {kind}")


def remove_entry(work: Work, entry_id: str) -> None:
    """Remove an entry and take back what it did; the journal keeps it."""
    entry = work.get(Entry, entry_id)
    meeting = _writable(work, work.get(Meeting, entry.meeting_id).number)
    take_back(work, entry)
    work.delete(entry)
    number_decisions(work, meeting)
    work.say(f"Remove an entry of meeting {meeting.number}")


def restrict_entry(work: Work, entry_id: str, because: str | None) -> None:
    """Restrict an entry with a reason, or open it; the action it raised follows (rule 12)."""
    entry = work.get(Entry, entry_id)
    meeting = _writable(work, work.get(Meeting, entry.meeting_id).number)
    entry.restricted = because
    if entry.action_id and entry.kind == EntryKind.ACTION:
        work.get(Action, entry.action_id).restricted = because
    work.say(f"{'Restrict' if because else 'Open'} an entry of meeting {meeting.number}")


def _writable(work: Work, number: int) -> Meeting:
    meeting = finding.unsigned(finding.meeting(work, number))
    if meeting.state not in WRITABLE:
        raise BoardError(
            f"Meeting {number} is {meeting.state}, so no minutes can be taken.",
            "",
            "Start the meeting first.",
        )
    return meeting

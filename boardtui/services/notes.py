"""Loading notes typed in any editor: the same lines as live mode, all or nothing (DESIGN 5)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import select

from boardtui.domain.states import MeetingState
from boardtui.domain.text import clean, plural, shorten
from boardtui.errors import BoardError
from boardtui.services import finding, meetings, minutes
from boardtui.store.models import Entry, Meeting
from boardtui.store.unit import Work

MOST_BYTES = 2_000_000
"""Notes longer than this are not minutes."""


LINE_END = re.compile("\r\n|\r|\n")
"""What ends a line in an editor, so that the numbers of lines are those it shows."""


@dataclass(frozen=True)
class Loaded:
    """How many lines were read, and how many entries they made."""

    lines: int
    entries: int


def load_notes(work: Work, meeting: int, text: str) -> Loaded:
    """Load a meeting's notes; a meeting that has not begun is started and closed with them.

    Every line that is not understood is named with its number, and then nothing is loaded.
    """
    if len(text) > MOST_BYTES:
        raise BoardError("These notes are too long to be minutes.", "Nothing was loaded.", "Is it the right file?")
    said = {
        number: typed for number, typed in enumerate(LINE_END.split(text.lstrip("\ufeff")), 1) if clean(typed).strip()
    }
    if not said:
        raise BoardError("There is nothing in these notes.", "Nothing was loaded.", "Is it the right file?")
    work.say(f"Load the notes of meeting {meeting}")
    row = finding.meeting(work, meeting)
    whole = row.opened_at is None
    if whole:
        meetings.start_meeting(work, meeting)
    _not_with_chair(minutes.writable(work, meeting))
    _not_loaded_before(work, row, said.values())
    entries = 0
    problems: list[str] = []
    for number, typed in said.items():
        made = minutes.enter(work, meeting, typed)
        if made:
            entries += 1
            if problem := work.get(Entry, made).to_tidy:
                problems.append(f"line {number}: {problem} ({shorten(typed, 60)})")
    if problems:
        raise BoardError(
            f"{plural(len(problems), 'line')} of these notes could not be understood.",
            "Nothing was loaded.\n" + "\n".join(problems),
            "Mend them and load the notes again.",
        )
    if whole and row.state == MeetingState.IN_SESSION:
        meetings.close_meeting(work, meeting)
    return Loaded(len(said), entries)


def _not_with_chair(meeting: Meeting) -> None:
    if meeting.state == MeetingState.WITH_CHAIR:
        raise BoardError(
            f"The minutes of meeting {meeting.number} are with the Chair.",
            "Nothing was loaded.",
            "Take them back into draft first.",
        )


def _not_loaded_before(work: Work, meeting: Meeting, said: Iterable[str]) -> None:
    """Refuse notes every line of which is already minuted: they were loaded before."""
    minuted = {entry.typed for entry in work.all(select(Entry).where(Entry.meeting_id == meeting.id))}
    makes_entries = {clean(typed).strip() for typed in said} & minuted
    steering = {typed for typed in map(str.strip, said) if typed.startswith("#") or typed.lower() == "open"}
    if makes_entries and len(makes_entries) + len(steering) >= len({clean(typed).strip() for typed in said}):
        raise BoardError(
            f"These notes are already in the minutes of meeting {meeting.number}.",
            "Nothing was loaded a second time.",
            "Load only the lines that are new.",
        )

"""The Chair's private brief as a Word file of one page; it is no paper of the Board's and goes into no pack."""

from __future__ import annotations

from boardtui.documents import word
from boardtui.documents.frame import frame, head_said
from boardtui.documents.sentences import capital
from boardtui.documents.word import Context
from boardtui.domain.brief import Brief, Part
from boardtui.domain.dates import show, show_long

PRIVATE = "PRIVATE: for the Chair alone, not a paper of the Board"


def render(found: Brief) -> bytes:
    """Return the brief as a Word file."""
    return word.render("brief", context(found))


def file_name(found: Brief) -> str:
    """Return the name of the file: `private-brief-meeting-6-2013-05-20.docx`."""
    of = f"meeting-{found.meeting.number}-" if found.meeting else ""
    return f"private-brief-{of}{found.on.isoformat()}.docx"


def context(found: Brief) -> Context:
    """Return what the template is filled in with."""
    meeting = found.meeting
    heading = f"Chair's brief for meeting {meeting.number}" if meeting else "Chair's brief"
    when = f"{show_long(meeting.date)} at {meeting.starts}" if meeting else "The next meeting is not arranged"
    state = f"{when}. As at {show(found.on)}."
    made = frame(found.board, heading, "What to press on", found.on, state, draft=False)
    made |= {"marking": PRIVATE, "parts": [_part(one) for one in found.parts]}
    made["said"] = [
        *head_said(made),
        *([part["title"]] for part in made["parts"]),
        *([row["ref"], row["text"]] for part in made["parts"] for row in part["rows"]),
    ]
    return made


def _part(part: Part) -> Context:
    return {
        "title": part.heading,
        "rows": [{"ref": one.ref, "text": capital(one.text)} for one in part.rows],
        "nothing": "" if part.rows else part.nothing,
    }

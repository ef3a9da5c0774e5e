"""The forward plan as a Word file: meeting by meeting what will come."""

from __future__ import annotations

from boardtui.documents import versions, word
from boardtui.documents.frame import frame, head_said
from boardtui.documents.offices import explained
from boardtui.documents.sentences import capital
from boardtui.documents.word import Context
from boardtui.domain.dates import show, show_long
from boardtui.domain.forward import Ahead, ForwardPaper, MeetingAhead, forward_plan, said_when
from boardtui.domain.restriction import PaperVersion


def render(paper: ForwardPaper, version: PaperVersion = PaperVersion.OPEN) -> bytes:
    """Return a version of the forward plan as a Word file."""
    return word.render("forward", versions.marked(context(versions.shown(paper, version)), paper, version))


def file_name(paper: ForwardPaper) -> str:
    """Return the name of the file: `forward-plan-2013-05-20.docx`."""
    return f"forward-plan-{paper.on.isoformat()}.docx"


def context(paper: ForwardPaper) -> Context:
    """Return what the template is filled in with."""
    state = f"As at {show(paper.on)}"
    made = frame(paper.board, "Forward plan", "What comes to the next meetings", paper.on, state, draft=False)
    plan = forward_plan(paper)
    made["meetings"] = [_meeting(one, paper) for one in plan]
    made["initials"] = explained(paper.people, [who for one in paper.actions for who in one.leads])
    rows = [row for meeting in made["meetings"] for row in meeting["rows"]]
    made["said"] = [
        *head_said(made),
        *([one["title"]] for one in made["meetings"]),
        *([row["ref"], row["text"], row["when"]] for row in rows),
    ]
    return made


def _meeting(one: MeetingAhead, paper: ForwardPaper) -> Context:
    due = one.due
    said = f"Papers due {show(due.papers)}; agenda out {show(due.agenda)}." if due else ""
    return {
        "title": f"Meeting {one.meeting.number}: {show_long(one.meeting.date)} at {one.meeting.starts}",
        "place": one.meeting.place,
        "due": said,
        "rows": [_row(each, paper) for each in one.ahead],
    }


def _row(one: Ahead, paper: ForwardPaper) -> Context:
    kept = f" (Restricted: {one.restricted})" if one.restricted else ""
    return {
        "part": str(one.part),
        "ref": one.ref,
        "text": f"{capital(one.text)}{kept}",
        "when": said_when(one, paper.on),
        "who": one.who,
    }

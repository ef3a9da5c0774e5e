"""The action log as a Word file: overdue first, then by due date, then what was closed since the last meeting."""

from __future__ import annotations

import re
from datetime import date

from boardtui.documents import action_rows, rating_cells, versions, word
from boardtui.documents.frame import frame, head_said
from boardtui.documents.offices import explained, named, owners_of
from boardtui.documents.sentences import capital, sentence
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.papers import ActionLogPaper
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.states import ActionState
from boardtui.domain.text import listed, plural


def render(paper: ActionLogPaper, version: PaperVersion = PaperVersion.OPEN) -> bytes:
    """Return a version of the action log as a Word file."""
    return word.render("actions", versions.marked(context(versions.shown(paper, version)), paper, version))


def file_name(paper: ActionLogPaper) -> str:
    """Return the name of the file: `actions-2013-05-20.docx`, or `actions-DCS-2013-05-20.docx` for one lead."""
    lead = re.sub(r"[^0-9A-Za-z]+", "", paper.lead or "")[:20]
    return f"actions-{f'{lead}-' if lead else ''}{paper.on.isoformat()}.docx"


def context(paper: ActionLogPaper) -> Context:
    """Return what the template is filled in with."""
    whose = f": {named(paper.people, paper.lead)}" if paper.lead else ""
    made = frame(paper.board, f"Action log{whose}", "Action log", paper.on, f"As at {show(paper.on)}", draft=False)
    made |= {
        "summary": _summary(paper),
        "parts": _parts(paper),
        "closed_heading": _closed_heading(paper),
        "closed": [_closed(one) for one in paper.closed],
        "key": rating_cells.key(paper.scheme) if any(not one.withheld for one in paper.open) else [],
        "initials": explained(paper.people, owners_of((*paper.open, *paper.closed))),
    }
    made["said"] = [
        *head_said(made),
        [made["summary"]],
        *(
            [one["ref"], one["rating"], one["text"], one["owners"], one["due"], one["position"]]
            for part in made["parts"]
            for one in part["actions"]
        ),
        *([one["ref"], one["text"], one["evidence"]] for one in made["closed"]),
    ]
    return made


def _summary(paper: ActionLogPaper) -> str:
    late = sum(1 for one in paper.open if one.days_late)
    done = sum(1 for one in paper.open if one.state == ActionState.DONE)
    beside = [f"{late} overdue"] if late else []
    beside += [f"{done} reported done and waiting to be closed"] if done else []
    opened = f"{plural(len(paper.open), 'open action')}{f' ({listed(beside)})' if beside else ''}"
    following = f" The Board next meets on {show(paper.next.date)}." if paper.next else ""
    return f"{opened}; {len(paper.closed) or 'none'} closed {_since(paper)}.{following}"


def _since(paper: ActionLogPaper) -> str:
    return f"at or since meeting {paper.last.number} on {show(paper.last.date)}" if paper.last else "so far"


def _closed_heading(paper: ActionLogPaper) -> str:
    return f"Closed {_since(paper)}"


def _parts(paper: ActionLogPaper) -> list[Context]:
    """Return the open actions: those overdue, the longest first, the others by due date, those that are withheld."""
    late = sorted((one for one in paper.open if one.days_late), key=lambda one: -one.days_late)
    told = (one for one in paper.open if not one.days_late and not one.withheld)
    rest = sorted(told, key=lambda one: one.due or date.max)
    withheld = sorted((one for one in paper.open if one.withheld), key=lambda one: (one.raised_at, one.ref))
    return [
        {"heading": heading, "actions": [_open(paper, one) for one in found]}
        for heading, found in (("Overdue", late), ("Open, by due date", rest), ("Open and withheld", withheld))
        if found
    ]


def _open(paper: ActionLogPaper, action: views.Action) -> Context:
    rated = {"rating": "", "colour": ""} if action.withheld else rating_cells.cell(paper.scheme, action.rating)
    return {**action_rows.row(action), **rated}


def _closed(action: views.Action) -> Context:
    at = f" (meeting {action.closed_at})" if action.closed_at else ""
    return {
        **action_rows.row(action),
        "closed": f"{show(action.closed_on)}{at}" if action.closed_on else "",
        "evidence": sentence(capital(action.evidence or action.last_update)),
    }

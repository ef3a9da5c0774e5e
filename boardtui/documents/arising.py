"""Matters arising, in the agenda and in the minutes: the actions a meeting begins with, and what becomes of each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from boardtui.documents import action_rows
from boardtui.documents.sentences import capital, sentence
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.papers import MinutesPaper
from boardtui.domain.states import EntryKind
from boardtui.domain.text import plural

_BECAME = re.compile(r"Action \S+ was ([^:]+):")
"""How the text of an update says what became of an action (the services write it so)."""


def rows(paper: MinutesPaper) -> list[Context]:
    """Return the actions open when the meeting began, and those closed since the last one."""
    return [{**action_rows.row(one), "position": _position(paper, one)} for one in paper.arising]


def before(actions: Sequence[views.Action], on: date) -> list[Context]:
    """Return the actions as an agenda lists them, each with where it stands on a day before the meeting."""
    return [{**action_rows.row(one), "position": "" if one.withheld else _standing(one, on)} for one in actions]


def _position(paper: MinutesPaper, action: views.Action) -> str:
    """Say where an action stood at the meeting; what was said of it is in the paragraphs this points to."""
    if action.withheld:
        return ""
    said = [
        entry
        for entry in paper.entries
        if entry.action_ref == action.ref and entry.kind == EntryKind.UPDATE and entry.paragraph is not None
    ]
    if said:
        became = [entry for entry in said if _BECAME.match(entry.text)]
        late = _late(action, paper.meeting.date)
        return "; ".join(_pointer(entry, late) for entry in became or said)
    return _standing(action, paper.meeting.date)


def _standing(action: views.Action, day: date) -> str:
    if action.closed_on and action.closed_on <= day:
        because = f": {action.evidence}" if action.evidence else ""
        return sentence(f"Closed on {show(action.closed_on)}{because}")
    if action.done_on and action.done_on <= day:
        return f"Reported done on {show(action.done_on)}"
    return _late(action, day)


def _late(action: views.Action, day: date) -> str:
    return f"{plural((day - action.due).days, 'day')} overdue" if action.due and action.due < day else "Open"


def _pointer(entry: views.Entry, otherwise: str) -> str:
    became = _BECAME.match(entry.text)
    return f"{capital(became[1]) if became else otherwise}: see {entry.item}.{entry.paragraph}"

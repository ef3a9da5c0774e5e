"""What is asked of the department, and what comes next (DESIGN 6, N 8.1)."""

from __future__ import annotations

import re

from boardtui.documents.drafting import department
from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import counted, day_in_full, weekday_in_full
from boardtui.documents.drafting.opening import goes_with, reports_to_send, this_report, title_of
from boardtui.documents.drafting.overtaken import letter_day
from boardtui.documents.drafting.phrases import is_clause, is_instruction, paragraph
from boardtui.domain import views
from boardtui.domain.states import ActionState

_ASKED = re.compile(
    r"\b(?:ask|request|invite|urge|press|seek)(?:s|ed)? (?:from |of )?(?:the |your )?"
    r"(?:DfE|Department for Education|Department|Minister|Secretary of State)(?:'s \w+)? (?:to|for|whether|that)\b",
    re.IGNORECASE,
)
_OFFER = "I should be glad to discuss any of this with you"
_MOST = 3
_WORDS = 28


def asks(material: Material) -> str:
    """Say what is asked of the department: what the Board decided to ask, and the actions it has taken on.

    Where the record has neither, nothing is drafted: what is asked, or that nothing is, is for the Chair to say.
    """
    asked = [*_decided(material), *_owed(material)][:_MOST]
    return paragraph(*asked)


def next_steps(material: Material) -> str:
    """Give the next meeting, what falls due by then, and the date of the next report."""
    return paragraph(_meeting(material), *_report(material), _offer(material))


def _offer(material: Material) -> str:
    return f"{_OFFER} or your officials" if department.is_written_to(material) else _OFFER


def _decided(material: Material) -> list[str]:
    told = []
    for entry in material.paper.decisions:
        if entry.restricted is not None or not _ASKED.search(entry.text):
            continue
        text = material.told(entry.text, _WORDS)
        if text.startswith("to ") or is_instruction(text):
            told.append(f"the Board decided to {text.removeprefix('to ')}")
        else:
            told.append(text if is_clause(text) or text.startswith("the Board") else f"the Board decided this: {text}")
    return told


def _owed(material: Material) -> list[str]:
    """Tell the open actions that rest with the department's own official."""
    observers, whose = department.officials(material), department.named(material)
    told = []
    for action in material.paper.open:
        if action.restricted is not None or not observers.intersection(action.leads):
            continue
        due = f" by {day_in_full(action.due)}" if action.due else ""
        text = material.told(action.text, _WORDS)
        told.append(
            f"Action {action.ref} rests with {whose}: to {text}{due}"
            if is_instruction(text)
            else f"Action {action.ref} rests with {whose}{due}: {text}"
        )
    return told


def _meeting(material: Material) -> str:
    paper = material.paper
    if paper.next is None:
        return "The Board's next meeting is not yet fixed"
    day = paper.next.date
    waiting = [one for one in paper.open if one.state != ActionState.DONE and one.due]
    due = [one for one in waiting if one.due and letter_day(material) < one.due <= day]
    falls = f", by when {counted(len(due), 'action')} {'fall' if len(due) > 1 else 'falls'} due" if due else ""
    return f"The Board next meets on {weekday_in_full(day)}{falls}"


def _report(material: Material) -> list[str]:
    sent = (this_report(material), goes_with(material))
    report = next((one for one in reports_to_send(material) if one not in sent), None)
    if report is None or report.due is None:
        return []
    return [_dated(material, report)]


def _dated(material: Material, report: views.Obligation) -> str:
    title = title_of(material, report)
    due = report.due
    if due is None:
        return ""
    if due < material.paper.on:
        return f"{title} was due on {day_in_full(due)} and is still to come"
    if report.send_by is not None and report.send_by != due and report.send_by >= material.paper.on:
        return f"{title} is due on {weekday_in_full(due)} and will be with you by {weekday_in_full(report.send_by)}"
    return f"{title} is due on {day_in_full(due)}"

"""The Board's actions since the last letter: set, closed, open, late (rule 6)."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import counted, day_in_full, number
from boardtui.documents.drafting.offices import named
from boardtui.documents.drafting.phrases import is_instruction, paragraph
from boardtui.domain import views
from boardtui.domain.states import ActionState

_TEXT_WORDS = 20


def actions(material: Material) -> str:
    """Count what was raised, closed and is open, and name the one that is longest late."""
    paper = material.paper
    if not (paper.raised or paper.closed or paper.open):
        return paragraph("No action was set or closed in this period, and none is open")
    return paragraph(_counts(material), _late(material), *_longest(material))


def late_actions(material: Material) -> list[views.Action]:
    """List the overdue actions, the longest late first."""
    late = [action for action in material.paper.open if action.days_late > 0]
    return sorted(late, key=lambda action: (-action.days_late, action.ref))


def _counts(material: Material) -> str:
    paper = material.paper
    closed = f"closed {number(len(paper.closed)) if paper.closed else 'none'}"
    if paper.closed and all(action.evidence.strip() for action in paper.closed):
        closed += " on evidence"
    return f"In this period the Board set {counted(len(paper.raised), 'action')} and {closed}; {_open(paper.open)}"


def _open(open_: Sequence[views.Action]) -> str:
    if not open_:
        return "none is open"
    done = sum(action.state == ActionState.DONE for action in open_)
    if len(open_) == 1:
        return "one is open" + (", reported done and waiting for the Board to accept" if done else "")
    waiting = f", {number(done)} of them reported done and waiting for the Board to accept" if done else ""
    return f"{number(len(open_))} are open{waiting}"


def _late(material: Material) -> str:
    late, open_ = len(late_actions(material)), len(material.paper.open)
    if not open_:
        return ""
    if not late:
        return "None is late" if open_ > 1 else "It is not late"
    if late == open_:
        return f"{'Both' if late == 2 else 'All'} are late" if late > 1 else "It is late"
    return f"{number(late)} {'are' if late > 1 else 'is'} past the date agreed"


def _longest(material: Material) -> list[str]:
    late = late_actions(material)
    telling = next((action for action in late if action.restricted is None), None)
    if telling is None or not material.room.actions:
        return []
    which = "The action longest overdue" if telling is late[0] else "Of those I can describe the action longest overdue"
    which = f"This one, action {telling.ref}" if len(late) == 1 else f"{which} ({telling.ref})"
    text = material.told(telling.text, _TEXT_WORDS)
    leads = named(telling.leads, material.paper.people, first="me")
    which = f"{which}, {_was_due(telling)},"
    if leads and is_instruction(text):
        return [f"{which} asks {leads} to {text}"]
    return [f"{which} {f'is led by {leads}' if leads else 'is this'}: {text}"]


def _was_due(action: views.Action) -> str:
    slips = f" after {counted(action.slips, 'change')} of date" if action.slips else ""
    return f"due on {day_in_full(action.due)}{slips}" if action.due else f"past its date{slips}"

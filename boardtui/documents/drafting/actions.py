"""The Board's actions since the last letter: set, closed, open, late (rule 6)."""

from __future__ import annotations

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import counted, day_in_full, number, times
from boardtui.documents.drafting.offices import named
from boardtui.documents.drafting.phrases import is_instruction, paragraph
from boardtui.domain import views
from boardtui.domain.states import ActionState
from boardtui.domain.text import listed

_TEXT_WORDS = 20


def actions(material: Material) -> str:
    """Count what was raised, closed and is open, and name the one that is longest late."""
    paper = material.paper
    if not (paper.raised or paper.closed or paper.open):
        return paragraph("No action was set or closed in this period, and none is open")
    return paragraph(*_counts(material), _late(material), _longest(material), _restricted(material))


def late_actions(material: Material) -> list[views.Action]:
    """List the overdue actions, the longest late first."""
    late = [action for action in material.paper.open if action.days_late > 0]
    return sorted(late, key=lambda action: (-action.days_late, action.ref))


def _counts(material: Material) -> list[str]:
    paper = material.paper
    set_ = f"set {counted(len(paper.raised), 'action')}"
    closed = f"closed {number(len(paper.closed)) if paper.closed else 'none'}"
    if paper.closed and all(action.evidence.strip() for action in paper.closed):
        closed += " on evidence"
    done = sum(action.state == ActionState.DONE for action in paper.open)
    open_ = f"{number(len(paper.open)) if paper.open else 'none'} {'are' if len(paper.open) > 1 else 'is'} open"
    if done:
        waits = f"{number(done)} {'are' if done > 1 else 'is'} reported done and {'wait' if done > 1 else 'waits'}"
        open_ += f", of which {waits} for the Board to accept" if len(paper.open) > 1 else ", reported done"
    since = " since my last letter" if paper.earlier else ""
    return [f"The Board has {set_} and {closed}{since}; {open_}"]


def _late(material: Material) -> str:
    late = len(late_actions(material))
    if not material.paper.open:
        return ""
    if not late:
        return "None is late" if len(material.paper.open) > 1 else "It is not late"
    if late == len(material.paper.open):
        return "All of them are late" if late > 1 else "It is late"
    return f"{number(late)} {'are' if late > 1 else 'is'} past the agreed date"


def _longest(material: Material) -> str:
    late = late_actions(material)
    telling = next((action for action in late if action.restricted is None), None)
    if telling is None:
        return ""
    which = "The longest late" if telling is late[0] else "The longest late that I can describe here"
    if len(late) == 1:
        which = "That one"
    text = material.told(telling.text, _TEXT_WORDS)
    leads = named(telling.leads, material.paper.people, first="me")
    if leads and is_instruction(text):
        told = f"{which}, action {telling.ref}, is for {leads} to {text}"
    else:
        told = f"{which} is action {telling.ref}{f', led by {leads}' if leads else ''}: {text}"
    return f"{told}. {_how_late(telling)}"


def _how_late(action: views.Action) -> str:
    slips = f" after {counted(action.slips, 'change')} of date" if action.slips else ""
    due = f"It was due on {day_in_full(action.due)}" if action.due else "It has passed its date"
    return f"{due}{slips} and is {counted(action.days_late, 'day')} late"


def _restricted(material: Material) -> str:
    """Count what is restricted; nothing else of it may leave the Board (rule 12)."""
    paper = material.paper
    among = [
        f"{number(count)} of those {word}"
        for word, count in (
            ("open", sum(action.restricted is not None for action in paper.open)),
            ("closed", sum(action.restricted is not None for action in paper.closed)),
        )
        if count
    ]
    return f"{listed(among)} {_are(paper)} restricted and not described here" if among else ""


def _are(paper: object) -> str:
    return "are"


def counted_times(slips: int) -> str:
    """Say how often a date was moved."""
    return times(slips)

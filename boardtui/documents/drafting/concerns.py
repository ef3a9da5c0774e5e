"""What worries the Chair beyond the red lines: facts the program knows (rules 2, 6 and 7)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui.documents.drafting.actions import late_actions
from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.movement import amber_letters, good_letters, level_word, real_levels, red_letter
from boardtui.documents.drafting.numbers import counted, day_in_full, number, times
from boardtui.documents.drafting.opening import last_letter_on
from boardtui.documents.drafting.phrases import paragraph
from boardtui.documents.drafting.remedies import with_article
from boardtui.documents.drafting.reds import unchanged_for
from boardtui.domain import views
from boardtui.domain.obligations import ObligationState
from boardtui.domain.text import listed

_UNCHANGED = 3
_TOO_OFTEN = 2
_NAMED = 2


def concerns(material: Material) -> str:
    """Tell what worries the Chair, the gravest first, from recorded facts only."""
    found = [
        *_duties(material),
        _slipping(material),
        _moved_twice(material),
        _stuck(material),
        _green_but_late(material),
        _past_date(material),
    ]
    told = [one for one in found if one][: material.room.concerns]
    red = any(line.rating == red_letter(material.paper) for line in material.paper.lines)
    if not told:
        beyond = "beyond the red lines" if red else "further"
        return paragraph(f"The records of this period raise nothing {beyond} that I need to bring to you")
    things = f"{counted(len(told), 'thing')} {'worry' if len(told) > 1 else 'worries'} me"
    return paragraph(f"beyond the red lines, {things}" if red else things, *told)


def _duties(material: Material) -> list[str]:
    """Tell duties that are overdue, and those met late since the last letter."""
    told = []
    since = _since(material)
    for duty in material.paper.obligations:
        if duty.due is None:
            continue
        under = f" under paragraph {duty.requirement.removeprefix('N ')}" if _cited(material, duty) else ""
        what = f"{with_article(material.told(duty.title, 14))}, due on {day_in_full(duty.due)}{under},"
        if duty.state == ObligationState.OVERDUE:
            told.append(f"{what} has not been done: it is {counted((material.paper.on - duty.due).days, 'day')} late")
        elif duty.state == ObligationState.MET_LATE and duty.met_on and (since is None or duty.met_on > since):
            late = counted((duty.met_on - duty.due).days, "day")
            told.append(f"{what} was finished {late} late on {day_in_full(duty.met_on)}")
    return told


def _cited(material: Material, duty: views.Obligation) -> bool:
    return material.notice and (duty.requirement or "").startswith("N ")


def _since(material: Material) -> date | None:
    return last_letter_on(material.paper.earlier) if material.paper.earlier else None


def _slipping(material: Material) -> str:
    """Tell the overdue actions whose date had been moved twice or more before."""
    slipping = [action for action in late_actions(material) if action.slips >= _TOO_OFTEN]
    telling = [action for action in slipping if action.restricted is None]
    if not telling:
        return ""
    if len(slipping) == 1:
        action = telling[0]
        return f"Action {action.ref} is late although its date has already been moved {times(action.slips)}"
    refs = listed([action.ref for action in telling[:_NAMED]])
    rest = f", {refs} among them," if len(slipping) > _NAMED else f", {refs},"
    return f"{number(len(slipping))} actions{rest} are late although their dates have already been moved twice or more"


def _moved_twice(material: Material) -> str:
    best = real_levels(material.paper)[0].letter if real_levels(material.paper) else ""
    lines = [line for line in material.paper.lines if line.moves >= _TOO_OFTEN and line.rating != best]
    if not lines:
        return ""
    if len(lines) == 1:
        due = f", now to {day_in_full(lines[0].due)}" if lines[0].due else ""
        return f"The date of {material.line(lines[0])} has been moved {times(lines[0].moves)}{due}"
    return f"{_some(material, lines, 'line')} had the date moved twice or more{_examples(material, lines)}"


def _stuck(material: Material) -> str:
    letters = amber_letters(material.paper)
    stuck = [line for line in material.paper.lines if line.rating in letters and unchanged_for(line) >= _UNCHANGED]
    stuck.sort(key=lambda line: -unchanged_for(line))
    if not stuck:
        return ""
    word = level_word(material.paper, stuck[0].rating)
    if len(stuck) == 1:
        return f"{material.line(stuck[0])} has stood at {word} for {number(unchanged_for(stuck[0]))} meetings running"
    return f"{number(len(stuck))} lines have stood at {word} for three meetings or more{_examples(material, stuck)}"


def _green_but_late(material: Material) -> str:
    good = good_letters(material.paper)
    lines = [line for line in material.paper.lines if line.rating in good and line.overdue_actions]
    if not lines:
        return ""
    word = level_word(material.paper, lines[0].rating)
    if len(lines) == 1:
        return f"{material.line(lines[0])} is rated {word} while an action that serves it is late"
    return f"{_some(material, lines, 'line')} a good rating while an action that serves them is late"


def _past_date(material: Material) -> str:
    best = real_levels(material.paper)[0].letter if real_levels(material.paper) else ""
    lines = [
        line
        for line in material.paper.lines
        if line.due is not None and line.due < material.paper.on and line.rating != best
    ]
    if not lines:
        return ""
    return f"{_some(material, lines, 'line')} passed the date agreed without being complete{_examples(material, lines)}"


def _some(material: Material, lines: Sequence[views.PlanLine], noun: str) -> str:
    return f"{counted(len(lines), noun)} {'have' if len(lines) > 1 else 'has'}"


def _examples(material: Material, lines: Sequence[views.PlanLine]) -> str:
    """Name a few of several: all of them where there are two, the first where there are more."""
    if len(lines) <= _NAMED:
        return f": {listed([material.line(line) for line in lines])}"
    return f", {material.line(lines[0])} among them"

"""The facts that weigh most, chosen by rule for the Chair to judge (rules 2, 6, 7 and 8).

What is measured to go the wrong way comes first, then what is furthest from its target, lines at the worst rating past
their date, the duties of the Notice that are late, the dates of other sources, and last what slips and stands still.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui.documents.drafting.actions import late_actions
from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.measured import furthest, going_wrong
from boardtui.documents.drafting.movement import amber_letters, good_letters, level_word, real_levels, red_letter
from boardtui.documents.drafting.numbers import counted, day_in_full, number, times
from boardtui.documents.drafting.opening import last_letter_on
from boardtui.documents.drafting.overtaken import letter_day
from boardtui.documents.drafting.phrases import is_instruction, paragraph, quoted
from boardtui.documents.drafting.reds import unchanged_for
from boardtui.documents.drafting.remedies import with_article
from boardtui.documents.drafting.shortening import whole
from boardtui.domain import views
from boardtui.domain.obligations import ObligationState
from boardtui.domain.text import listed, one_line

_UNCHANGED = 3
_TOO_OFTEN = 2
_NAMED = 2
_TEXT_WORDS = 10
_DUTY_WORDS = 14


def concerns(material: Material) -> str:
    """Tell the recorded facts that weigh most, the gravest first; what to make of them is the Chair's to say."""
    found = [
        going_wrong(material),
        furthest(material),
        _red_and_past(material),
        *_duties(material),
        _dates_of_others(material),
        _slipping(material),
        _moved_twice(material),
        _stuck(material),
        _green_but_late(material),
        _past_date(material),
    ]
    told = [one for one in found if one][: material.room.concerns]
    red = any(line.rating == red_letter(material.paper) for line in material.paper.lines)
    if not told:
        beyond = "beyond the lines told above, " if red else ""
        return paragraph(f"{beyond}the records of this period show nothing that goes the wrong way, is late or slips")
    return paragraph(*told)


def _duties(material: Material) -> list[str]:
    """Tell duties that are overdue, and those met late since the last letter."""
    told = []
    since = _since(material)
    counted_apart = _of_others(material)
    for duty in material.paper.obligations:
        if duty.due is None or duty in counted_apart:
            continue
        what = f"{_named(material, duty)}, due on {day_in_full(duty.due)}{_under(material, duty)},"
        if duty.state == ObligationState.OVERDUE:
            told.append(f"{what} is still to be done")
        elif duty.state == ObligationState.MET_LATE and duty.met_on and (since is None or duty.met_on > since):
            late = counted((duty.met_on - duty.due).days, "day")
            told.append(f"{what} was finished {late} late on {day_in_full(duty.met_on)}")
    return told


def _of_others(material: Material) -> list[views.Obligation]:
    """List the dated duties of inspections and reviews, which under a Notice are counted apart from its own."""
    if not material.notice:
        return []
    of = [(duty, (duty.requirement or "").partition(" ")[0]) for duty in material.paper.obligations]
    return [duty for duty, code in of if code and code != "N" and duty.due]


def _dates_of_others(material: Material) -> str:
    """Count the overdue dates of other sources than the Notice, naming one that stands alone."""
    dated = _of_others(material)
    late = [duty for duty in dated if duty.state == ObligationState.OVERDUE and duty.due]
    if not late:
        return ""
    first = min(duty.due for duty in late if duty.due)
    if len(late) == 1:
        return f"{_named(material, late[0])}, due on {day_in_full(first)}, is still to be done"
    codes = {(duty.requirement or "").partition(" ")[0] for duty in dated}
    sources = [one for one in material.paper.sources if one.code in codes]
    of = f"that {listed([_inspector(one) for one in sources])} set" if sources else "set apart from the Notice"
    return (
        f"{number(len(late))} of the {number(len(dated))} dates {of} have passed without being recorded as met, "
        f"the first on {day_in_full(first)}"
    )


def _inspector(source: views.Source) -> str:
    """Name who set a date: the publisher of the inspection or review, else its title."""
    return source.publisher.strip() or quoted(source.title)


def _red_and_past(material: Material) -> str:
    """Name the lines at the worst rating whose date has passed."""
    worst, day = red_letter(material.paper), letter_day(material)
    lines = [one for one in material.paper.lines if one.rating == worst and one.due and one.due < day]
    if not lines:
        return ""
    word = level_word(material.paper, worst)
    named = listed([f"{one.ref} ({day_in_full(one.due)})" for one in lines if one.due])
    if len(lines) == 1:
        return f"One {word} line is past the date agreed for it: {named}"
    return f"{number(len(lines))} {word} lines are past the date agreed for them: {named}"


def _named(material: Material, duty: views.Obligation) -> str:
    """Name a duty; one that is told by what its source asks, and so opens with a verb, stands in quotation marks."""
    title = whole(one_line(duty.title), _DUTY_WORDS)
    if duty.requirement == duty.ref or is_instruction(title) or " and " in title:
        return f"the duty {quoted(title)} ({duty.ref})"
    return with_article(material.told(duty.title, _DUTY_WORDS))


def _under(material: Material, duty: views.Obligation) -> str:
    code, _, paragraph_ = (duty.requirement or "").partition(" ")
    return f" under paragraph {paragraph_}" if material.notice and code == "N" else ""


def _since(material: Material) -> date | None:
    return last_letter_on(material.paper.earlier) if material.paper.earlier else None


def _slipping(material: Material) -> str:
    """Tell the overdue actions whose date had been moved twice or more before."""
    slipping = [action for action in late_actions(material) if action.slips >= _TOO_OFTEN]
    telling = [action for action in slipping if action.restricted is None][:_NAMED]
    if not telling:
        return ""
    text = material.told(telling[0].text, _TEXT_WORDS)
    what = f"to {text}" if is_instruction(text) else f"“{text}”"
    if len(slipping) == 1:
        moved = times(telling[0].slips)
        return f"Action {telling[0].ref}, {what}, is late although its date has already been moved {moved}"
    named = listed([action.ref for action in telling])
    among = ", among them " if len(slipping) > len(telling) else ": "
    first = f", the first of them {what}" if len(telling) > 1 else f", {what}"
    return (
        f"{number(len(slipping))} actions are late although their dates have already been moved {_how_often(slipping)}"
        f"{among}{named}{first}"
    )


def _moved_twice(material: Material) -> str:
    best = real_levels(material.paper)[0].letter if real_levels(material.paper) else ""
    lines = [line for line in material.paper.lines if line.moves >= _TOO_OFTEN and line.rating != best]
    if not lines:
        return ""
    if len(lines) == 1:
        due = f", now to {day_in_full(lines[0].due)}" if lines[0].due else ""
        return f"The date of {material.line(lines[0])} has been moved {times(lines[0].moves)}{due}"
    return f"{_lines_have(lines)} had the date moved {_how_often(lines)}{_examples(material, lines)}"


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
    return f"{_lines_have(lines)} a good rating while an action that serves them is late"


def _past_date(material: Material) -> str:
    best = real_levels(material.paper)[0].letter if real_levels(material.paper) else ""
    lines = [
        line
        for line in material.paper.lines
        if line.due is not None and line.due < material.paper.on and line.rating != best
    ]
    if not lines:
        return ""
    return f"{_lines_have(lines)} passed the date agreed without being complete{_examples(material, lines)}"


def _how_often(moved_: Sequence[views.Action] | Sequence[views.PlanLine]) -> str:
    """Say *twice* where each was moved exactly so often, else *twice or more*."""
    counts = {one.slips if isinstance(one, views.Action) else one.moves for one in moved_}
    return times(counts.pop()) if len(counts) == 1 else "twice or more"


def _lines_have(lines: Sequence[views.PlanLine]) -> str:
    return f"{counted(len(lines), 'line')} {'have' if len(lines) > 1 else 'has'}"


def _examples(material: Material, lines: Sequence[views.PlanLine]) -> str:
    """Name a few of several: all of them where there are two, the first where there are more."""
    if len(lines) <= _NAMED:
        return f": {listed([material.line(line) for line in lines])}"
    return f", {material.line(lines[0])} among them"

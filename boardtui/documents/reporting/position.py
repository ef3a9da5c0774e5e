"""The Council's position under the Notice: its two duties (N 1), then section by section (N 3 to 7)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from boardtui.documents.drafting.indicators import title_in
from boardtui.documents.drafting.movement import fell_within, real_levels, red_letter
from boardtui.documents.drafting.numbers import counted, day_in_full, number, short_day
from boardtui.documents.drafting.phrases import paragraphs, quoted
from boardtui.documents.drafting.reds import line_told, was_complete
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.measures import short
from boardtui.documents.reporting.newer import newer_figure
from boardtui.documents.reporting.purpose import since
from boardtui.documents.reporting.sections import Section, other_lines
from boardtui.documents.reporting.standing import counts, line_named, movement, some, with_rating
from boardtui.domain import views
from boardtui.domain.challenge import FlagKind
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.text import listed

_OFF = (IndicatorState.OFF_TRAJECTORY, IndicatorState.FAILING)
_TOLD, _WORDS = 3, 32


def position(material: ReportMaterial) -> str:
    """Tell how the two duties of N 1 stand: the weaknesses put right, and what is gained held on to.

    Then the lines that answer no section: those that are off track with their reasons, and what the table holds.
    """
    others = other_lines(material.paper)
    return paragraphs(
        paragraph(*_weaknesses(material)),
        paragraph(*_sustained(material)),
        *_missed(material, others, 0),
        paragraph(_only_inspection(material, others)),
    )


def _only_inspection(material: ReportMaterial, others: Sequence[views.PlanLine]) -> str:
    if not others or not material.notice:
        return ""
    if len(others) == 1:
        return f"{line_named(material, others[0])} carries out the inspection alone and answers no section below"
    return (
        f"The {number(len(others))} lines in this table carry out what the inspection asked; the rest stand by section"
    )


def section_text(material: ReportMaterial, section: Section, place: int, told: Collection[str] = ()) -> str:
    """Tell one section: how its lines are rated, what moved, what is measured, what is missed and why.

    `told` are lines whose reasons an earlier section gives.
    """
    lines = section.lines(material.paper)
    if not lines:
        return paragraph(f"No line of the plan answers this section: {_unanswered(section)}")
    return paragraphs(
        paragraph(
            _opening(material, section, lines, place), *_moves(material, lines, place), *_measured(material, section)
        ),
        *_missed(material, [line for line in lines if line.ref not in told], place),
        paragraph(_shown_above(lines, told)),
    )


def section_in_short(material: ReportMaterial, section: Section, place: int, told: Collection[str] = ()) -> str:
    """Tell one section in a few sentences, for the Leader's report: the table beside it has the lines."""
    lines = section.lines(material.paper)
    if not lines:
        return ""
    return paragraph(
        _opening(material, section, lines, place), *_moves(material, lines, place), _shown_above(lines, told)
    )


def _shown_above(lines: Sequence[views.PlanLine], told: Collection[str]) -> str:
    """Name the lines that an earlier section has in its table, so that no line stands in two."""
    above = [line.ref for line in lines if line.ref in told]
    if not above:
        return ""
    which, they = ("line", "it stands") if len(above) == 1 else ("lines", "they stand")
    answers = "answers" if len(above) == 1 else "answer"
    return f"{which} {listed(above)} also {answers} an earlier section; {they} in the table there"


def _weaknesses(material: ReportMaterial) -> list[str]:
    paper = material.paper
    sources = [one for one in paper.sources if any(r.source == one.code for r in paper.requirements)]
    asked = [_asked(material, one) for one in sources if material.amount(f"requirements {one.code}")]
    duty = (
        "The first duty of the Notice is to put right what the inspection found weak and to meet every requirement "
        "of law and guidance"
        if material.notice
        else "The first question is whether what was found weak has been put right"
    )
    told = [duty, f"The plan answers {listed(asked)}" if asked else ""]
    if paper.lines:
        told.append(f"Of its {material.counted('plan lines', 'line')}, {counts(material)}")
    return [*told, _gap(material)]


def _asked(material: ReportMaterial, source: views.Source) -> str:
    """Count what a source asks: `34 measures of the Notice`, `one requirement from “Audit of all case files”`."""
    ref = f"requirements {source.code}"
    if source.kind == "notice":
        return f"{material.counted(ref, 'measure')} of the Notice"
    if source.kind == "inspection":
        when = f" published on {day_in_full(source.published)}" if source.published else ""
        return f"{material.counted(ref, 'recommendation')} of the inspection{when}"
    return f"{material.counted(ref, 'requirement')} from {quoted(title_in(source.title))}"


def _gap(material: ReportMaterial) -> str:
    open_ = [one.ref for one in material.paper.requirements if not one.answered_by and one.withdrawn_on is None]
    if not material.paper.requirements:
        return ""
    if not open_:
        return "Every requirement is answered by a line of the plan or by a dated duty"
    named = listed(open_[:6]) if len(open_) <= 6 else f"{', '.join(open_[:5])} and others"
    verb = "is" if len(open_) == 1 else "are"
    return f"{counted(len(open_), 'requirement')} {verb} answered by nothing yet ({named})"


def _sustained(material: ReportMaterial) -> list[str]:
    paper, levels = material.paper, real_levels(material.paper)
    if not levels or not paper.lines:
        return []
    best = levels[0]
    word = best.word[:1].lower() + best.word[1:]
    duty = (
        "The second duty is to sustain and build on what has been secured"
        if material.notice
        else "The second question is whether what was gained is being kept"
    )
    complete = [line for line in paper.lines if line.rating == best.letter]
    if complete:
        done = material.number(f"plan {best.letter}")
        told = f"{done} {'line is' if len(complete) == 1 else 'lines are'} {word}, complete and embedded: "
        told += listed([line_named(material, line) for line in complete[:4]])
        told += " and others" if len(complete) > 4 else ""
        again = _next_again(material, complete)
        missed = [one.line for one in material.paper.flags if one.kind == FlagKind.BLUE_RECHECK]
    else:
        told, again, missed = f"No line is {word} yet, so there is little so far to sustain", "", []
    lost = [line for line in paper.lines if was_complete(material.as_letter, line)]
    back = (
        f"What was gained has been lost again in {listed([line_named(material, line) for line in lost])}"
        if lost
        else ""
    )
    return [duty, told, _owed_again(material, missed), again, back]


def _next_again(material: ReportMaterial, complete: Sequence[views.PlanLine]) -> str:
    """Say which complete lines are the next to be looked at again: all that share the first of the days to come."""
    refs = {line.ref for line in complete}
    newest = {one.line: one.recheck_on for one in material.paper.ratings if one.line in refs}
    days = {ref: day for ref, day in newest.items() if day and day > material.paper.on}
    if not days:
        return ""
    first = min(days.values())
    lines = sorted(ref for ref, day in days.items() if day == first)
    which = f"{'line' if len(lines) == 1 else 'lines'} {listed(lines)}"
    return f"The Board next looks again at {which}, on {day_in_full(first)}"


def _owed_again(material: ReportMaterial, refs: Sequence[str]) -> str:
    """Say which complete lines were to be looked at again by now and have not been."""
    days = {one.line: one.recheck_on for one in material.paper.ratings if one.line in refs and one.recheck_on}
    owed = [f"line {ref} was to be looked at again on {day_in_full(day)}" for ref, day in days.items()]
    return f"{listed(owed)}, and that has still to be done" if owed else ""


def _opening(material: ReportMaterial, section: Section, lines: Sequence[views.PlanLine], place: int) -> str:
    total = f"plan {section.code} lines"
    count = material.counted(total, "line")
    said = counts(material, section.code)
    if len(lines) == 1:
        which = said.partition(" ")[2]
        return f"{count} of the plan answers this section: {line_named(material, lines[0])}, which {which}"
    return (
        f"{count} of the plan answer this section: {said}",
        f"This section rests on {count} of the plan, of which {said}",
        f"Of the {count} that answer this section, {said}",
    )[place % 3]


def _moves(material: ReportMaterial, lines: Sequence[views.PlanLine], place: int) -> list[str]:
    up, down = ([line for line in some if line in lines] for some in movement(material))
    if not up and not down:
        return [("None has moved {}", "The ratings are as they were {}")[place % 2].format(_when(material))]
    told = []
    if up:
        told.append(some(material, up, len(lines), "improved"))
    if down:
        told.append(some(material, down, len(lines), "slipped"))
    return ["; ".join(told)]


def _when(material: ReportMaterial) -> str:
    return since(material) if material.paper.earlier else "since first rated"


def _measured(material: ReportMaterial, section: Section) -> list[str]:
    """Name the indicators of this section that are off their trajectory; the rest is told target by target."""
    of = [one for one in material.paper.indicators if section.refs.intersection(one.requirements)]
    off = [one for one in of if one.state in _OFF]
    if not of:
        return []
    if not off:
        return [f"{counted(len(of), 'indicator')} measures it" if len(of) == 1 else ""]
    named = short(material, off)
    if len(of) == 1:
        return [f"The one indicator that measures it misses its trajectory: {named}"]
    if len(off) == len(of):
        return [f"{'Both' if len(of) == 2 else 'All'} of its indicators miss their trajectory: {named}"]
    verb = "misses its" if len(off) == 1 else "miss their"
    return [f"Of its {counted(len(of), 'indicator')}, {number(len(off))} {verb} trajectory: {named}"]


def _missed(material: ReportMaterial, lines: Sequence[views.PlanLine], place: int) -> list[str]:
    """Tell the lines that are off track with the reason and the way back, and those past their date."""
    worst = {level.letter: level.rank for level in real_levels(material.paper) if level.needs_path}
    off = sorted(
        (line for line in lines if line.rating in worst), key=lambda line: (worst[line.rating or ""], -line.moves)
    )
    told = [line for place_, line in enumerate(off) if place_ < _TOLD or _must_be_told(material, line)]
    texts = []
    for at, line in enumerate(told):
        stands, way_back = line_told(material.as_letter, line, place + at, _WORDS)
        newer = newer_figure(material, line, material.told(line.reason, _WORDS))
        said = (stands, way_back, *newer, *_past_due(material, line, stands))
        texts.append(with_rating(paragraph(*said), [line]))
    return [*texts, paragraph(*_past(material, [line for line in lines if line not in told], len(lines)))]


def _must_be_told(material: ReportMaterial, line: views.PlanLine) -> bool:
    """Say whether a line's reason is owed to the reader: it is at the worst rating, or it has fallen."""
    down = movement(material)[1]
    lost = was_complete(material.as_letter, line) or fell_within(material.paper, line) is not None
    return line.rating == red_letter(material.paper) or line in down or lost


def _past(material: ReportMaterial, lines: Sequence[views.PlanLine], of: int) -> list[str]:
    """Name the lines that are past their date; those whose reasons are told say it there."""
    late = [line for line in lines if _is_late(material, line)]
    if not late:
        return []
    if len(late) == 1:
        due = figure(day_in_full(late[0].due), f"{late[0].ref} due") if late[0].due else ""
        return [f"{line_named(material, late[0])} was to be complete by {due} and is not"]
    return [some(material, late, of, "passed the date agreed without being complete")]


def _past_due(material: ReportMaterial, line: views.PlanLine, told: str) -> list[str]:
    """Say that a line is past its date, unless what is told of it says so."""
    if line.due is None or not _is_late(material, line) or short_day(line.due) in told:
        return []
    return [f"The line was to be complete by {figure(day_in_full(line.due), f'{line.ref} due')}"]


def _is_late(material: ReportMaterial, line: views.PlanLine) -> bool:
    """Say whether a line is past its date and off track; one on track, or complete once, is told as what it is."""
    off = {level.letter for level in real_levels(material.paper) if level.needs_path}
    past = line.due is not None and line.due < material.day
    return past and line.rating in off and not was_complete(material.as_letter, line)


def _unanswered(section: Section) -> str:
    duties = {ref for one in section.requirements for ref in one.answered_by}
    if duties:
        return f"it is met by {counted(len(duties), 'dated duty', 'dated duties')}, listed below"
    return f"{counted(len(section.requirements), 'requirement')} of it still waits for one"

"""The six paragraphs of the committee report's background: origin, Board, ratings, changes, measures, worries (S 6)."""

from __future__ import annotations

import re
from itertools import groupby

from boardtui.documents import line_notes, rating_cells
from boardtui.documents.drafting.indicators import in_full, lowered, period
from boardtui.documents.drafting.numbers import counted, day_in_full, number, times
from boardtui.documents.drafting.phrases import sentence
from boardtui.documents.drafting.shortening import shortened
from boardtui.domain import views
from boardtui.domain.assured import AUDITS
from boardtui.domain.dataset import Indicator
from boardtui.domain.dates import MONTHS
from boardtui.domain.figure_values import target_result
from boardtui.domain.figures import figure
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.measures import deciding_target, target_in_hand
from boardtui.domain.plan_papers import ScrutinyPaper
from boardtui.domain.states import OPEN_ACTIONS
from boardtui.domain.text import listed

_NAMED = 5
_MOST = 10
_EACH = 2
_SENTENCES = re.compile(r"(?<=\.)\s+(?=[A-Z])")
_WORDS = 24
_GOOD = (IndicatorState.MET, IndicatorState.ON_TRAJECTORY)
_SHORT = {
    IndicatorState.FAILING: "behind, and moving away",
    IndicatorState.OFF_TRAJECTORY: "behind",
    IndicatorState.WITHIN_TOLERANCE: "close",
    IndicatorState.NO_DATA: "nothing later has come",
}
"""The states that are told with their figures, the gravest first."""

_MISSED = {
    IndicatorState.FAILING: "missed, and moving away",
    IndicatorState.WITHIN_TOLERANCE: "missed, and close",
    IndicatorState.ON_TRAJECTORY: "missed, and close",
}
_AHEAD = {
    IndicatorState.FAILING: "not reached yet, and moving away",
    IndicatorState.WITHIN_TOLERANCE: "not reached yet, and close",
    IndicatorState.ON_TRAJECTORY: "not reached yet, and close",
}


def background(paper: ScrutinyPaper) -> str:
    """Draft the six paragraphs, because the question on exempt information is always the seventh."""
    return "\n\n".join(write(paper) for write in (_origin, _board, _ratings, _changes, _measures, _worries))


def before(paper: ScrutinyPaper) -> list[views.Source]:
    """Return the sources that are older than the report itself."""
    dated = (paper.letter.dated if paper.letter else None) or paper.plan.on
    return [one for one in paper.sources if one.published is None or one.published < dated]


def source_named(source: views.Source) -> str:
    """Name a source with who published it and when."""
    when = f", {day_in_full(source.published)}" if source.published else ""
    return f"“{source.title}” ({source.publisher}{when})"


def line_named(line: views.PlanLine) -> str:
    """Name a plan line by its title and its reference."""
    return f"“{line.title}” ({line.ref})"


def _origin(paper: ScrutinyPaper) -> str:
    """Say what the plan answers and its own themes, then what each source named, the aims and areas among it."""
    in_force = [one for one in paper.requirements if one.withdrawn_on is None]
    known = {one.code: one for one in before(paper)}
    first = f"The plan answers {counted(len(in_force), 'requirement')}."
    themes = list(dict.fromkeys(line.theme for line in paper.plan.lines))
    if themes:
        are = f"The plan's {number(len(themes))} themes are" if len(themes) > 1 else "The plan's theme is"
        first = f"{first} {are} {_run(themes)}."
    named = [
        f"- {one}"
        for code, found in groupby(in_force, key=lambda one: one.source)
        for one in _named_by(known.get(code), list(found))
    ]
    return "\n".join([f"{first} What it answers:", *named] if named else [first])


def _named_by(source: views.Source | None, found: list[views.Requirement]) -> list[str]:
    """Tell what a source named: its headings, or what stands under them where each has a few."""
    headings = [one for one in dict.fromkeys(one.heading for one in found) if one]
    if len(found) < _EACH * len(headings) or len(found) > _MOST:
        who = f"{_source(source)}: " if source else ""
        return [sentence(f"{who}{_run(headings)}")] if headings else []
    who = f"{_source(source)}, " if source else ""
    return [
        f"{who}{lowered(heading) if who else heading}. "
        + " ".join(sentence(one.text) for one in found if one.heading == heading)
        for heading in headings
    ]


def _source(source: views.Source) -> str:
    """Name a source: a published one with who published it, an audit or review of the Board's own with its day."""
    if source.kind in AUDITS:
        return f"“{source.title}”{f' ({day_in_full(source.published)})' if source.published else ''}"
    return source_named(source)


def _run(texts: list[str]) -> str:
    """List texts that go on with a sentence."""
    return parted([lowered(one) for one in texts])


def parted(texts: list[str]) -> str:
    """List texts, by semicolons where one of them has a comma or an *and* of its own."""
    if any("," in one or " and " in one for one in texts) and len(texts) > 1:
        return f"{'; '.join(texts[:-1])}; and {texts[-1]}"
    return listed(texts)


def _board(paper: ScrutinyPaper) -> str:
    if not paper.meetings:
        return f"The plan is overseen by {paper.plan.board.name}, which has not met yet."
    last, first = paper.meetings[-1], paper.meetings[0]
    following = f" It next meets on {day_in_full(paper.plan.next.date)}." if paper.plan.next else ""
    since = f"since {day_in_full(first.date)}, last on {day_in_full(last.date)}"
    met = f"{times(len(paper.meetings))} {since}" if len(paper.meetings) > 1 else f"once, on {day_in_full(last.date)}"
    return f"{paper.plan.board.name} oversees the plan. It has met {met}.{following}"


def _ratings(paper: ScrutinyPaper) -> str:
    """Count the lines by their ratings, and name those past their date."""
    plan = paper.plan
    if not plan.lines:
        return "The plan has no lines yet."
    counts = rating_cells.counted(plan.scheme, (line.rating for line in plan.lines))
    up_to = f", as agreed up to the meeting of {day_in_full(plan.last.date)}" if plan.last else ""
    said = [f"The plan has {counted(len(plan.lines), 'line')}. Their ratings{up_to}: {counts}."]
    moved = len({ref for ref, _ in plan.moved})
    dates = "the due date of one line was" if moved == 1 else f"the due dates of {number(moved)} lines were"
    said += [sentence(f"{dates} moved at or since that meeting")] if moved else []
    past = [line for line in plan.lines if line_notes.is_past(plan.scheme, line, plan.on)]
    well = [line for line in past if line_notes.is_short(plan.scheme, line)]
    short = [_past(line) for line in past if line not in well]
    if short:
        are = "is" if len(short) == 1 else "are"
        said.append(sentence(f"{counted(len(short), 'line')} {are} past the due date and not complete: {_some(short)}"))
    return " ".join([*said, *(_well_but_past(paper, one) for one in well)])


def _well_but_past(paper: ScrutinyPaper, line: views.PlanLine) -> str:
    """Say of a line that is rated well past its date what is still missing: evidence that it is complete."""
    word, meaning = line_notes.complete(paper.plan.scheme)
    what = f"is {meaning[:1].lower()}{meaning[1:]}" if meaning else "is complete"
    rated = rating_cells.worded(paper.plan.scheme, line.rating)
    return sentence(f"{_past(line)}, is {rated} and not yet {word}, for want of evidence that it {what}")


def _past(line: views.PlanLine) -> str:
    return f"{line_named(line)}, due on {day_in_full(line.due)}" if line.due else line_named(line)


def _changes(paper: ScrutinyPaper) -> str:
    better = [line_named(line) for line in paper.plan.lines if line.direction == "better"]
    worse = [line_named(line) for line in paper.plan.lines if line.direction == "worse"]
    if not better and not worse:
        return "No line was given a better or a worse rating at the last meeting."
    said = []
    if better:
        went = f"at the last meeting {counted(len(better), 'line')} {_was(better)} rated better"
        said.append(sentence(f"{went}: {_some(better)}"))
    if worse:
        when = "" if better else " at the last meeting"
        said.append(sentence(f"{counted(len(worse), 'line')} {_was(worse)} rated worse{when}: {_some(worse)}"))
    return " ".join(said)


def _was(lines: list[str]) -> str:
    return "was" if len(lines) == 1 else "were"


def _measures(paper: ScrutinyPaper) -> str:
    """Count the indicators by targets met once those fall due, else by pace; then give each other one's value."""
    found = paper.plan.indicators
    if not found:
        return "The Board has not agreed a dataset of indicators."
    day = (paper.letter.dated if paper.letter else None) or paper.plan.on
    aims = {one.ref: deciding_target(one.measure, day) for one in found}
    told = {one.ref: target_result(one, aim[0]) if (aim := aims[one.ref]) else None for one in found}
    due, ahead = any(told.values()), any(aim[2] >= day for aim in aims.values() if aim)
    good = [one for one in found if (told[one.ref] == "met" if due else one.state in _GOOD)]
    others = sorted((one for one in found if one not in good), key=_gravest_first)
    verb, what = _stand(due=due, ahead=ahead, one=len(good) == 1)
    first = f"Of {counted(len(found), 'indicator')}, {number(len(good)) if good else 'none'} {verb} {what}"
    if not others:
        return f"{first}."
    return "\n".join(
        [f"{first}. The others:", *(f"- {_measured(one, _how(one, told[one.ref], ahead=ahead))}" for one in others)]
    )


def _stand(*, due: bool, ahead: bool, one: bool) -> tuple[str, str]:
    """Return how those that are well are told: they reach the target now falling due, met it, or keep pace."""
    if not due:
        return "is" if one else "are", "at or ahead of plan"
    if ahead:
        return "reaches" if one else "reach", "the target that falls due now"
    return "meets" if one else "meet", "the target now due"


def _how(one: Indicator, result: str | None, *, ahead: bool) -> str:
    """Say how an indicator stands: its target missed or not known, else its pace; nothing is missed before its day."""
    if result == "missed":
        words = _AHEAD if ahead else _MISSED
        return words.get(one.state, "not reached yet" if ahead else "missed")
    return "not known" if result == "unknown" else _SHORT.get(one.state, "no target is due")


def _gravest_first(one: Indicator) -> int:
    return list(_SHORT).index(one.state) if one.state in _SHORT else len(_SHORT)


def _measured(one: Indicator, how: str) -> str:
    """Give an indicator's latest value, and the target it is measured against with that target's date."""
    unit, latest = one.measure.unit, one.latest
    if latest is None:
        return f"{one.title}: no figure has come."
    value = f"{in_full(figure(latest.value, unit))} in {period(one)}"
    aim = target_in_hand(one.measure, latest.period)
    against = f" against a target of {in_full(figure(aim[0], unit))} by {day_in_full(aim[1])}" if aim else ""
    return f"{one.title}: {value}{against} ({how}).{_why_missing(one)}"


def _why_missing(one: Indicator) -> str:
    """Give what the indicator's note says of the month whose figure has not come."""
    if one.state != IndicatorState.NO_DATA or not one.missing:
        return ""
    month = MONTHS[one.missing[-1].month - 1]
    said = (part for part in _SENTENCES.split(one.note) if re.search(rf"\b{month}\b", part))
    return "".join(f" {sentence(part)}" for part in said)


def _worries(paper: ScrutinyPaper) -> str:
    """Name the lines at the worst rating and the actions that are overdue."""
    reds = [line for line in paper.plan.lines if rating_cells.rank(paper.plan.scheme, line.rating) == 1]
    word = rating_cells.worded(paper.plan.scheme, reds[0].rating) if reds else ""
    named = _some([line_named(line) for line in reds], _MOST)
    lines = f"Rated {word}: {named}." if reds else "No line has the worst rating."
    opened = [one for one in paper.actions if one.state in OPEN_ACTIONS]
    late = sorted((one for one in opened if one.days_late), key=lambda one: (-one.days_late, one.ref))
    overdue = f"{number(len(late)) if late else 'none'} of them overdue" if len(opened) > 1 else ""
    if len(opened) == 1:
        overdue = "and it is overdue" if late else "and it is not overdue"
    are = counted(len(opened), "action of the Board is", "actions of the Board are")
    actions = sentence(f"{are} open{f', {overdue}' if opened else ''}")
    telling = [one for one in late if one.restricted is None][:_NAMED]
    if not telling:
        return f"{lines} {actions}"
    intro = "The longest overdue:" if len(late) > len(telling) else "Overdue:"
    return "\n".join([f"{lines} {actions} {intro}", *(f"- {_action(one)}" for one in telling)])


def _action(one: views.Action) -> str:
    due = f", due on {day_in_full(one.due)}" if one.due else ""
    return f"Action {one.ref}{due}: {sentence(shortened(one.text, _WORDS))}"


def _some(names: list[str], most: int = _NAMED) -> str:
    """Name the first few and count the rest, which the appendix lists."""
    if len(names) <= most + 1:
        return listed(names)
    return listed([*names[:most], f"{number(len(names) - most)} more, which are in the appendix"])

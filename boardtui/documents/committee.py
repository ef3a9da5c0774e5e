"""What the officer's report to the scrutiny committee says under each of the committee's own headings (S).

Section 6 is drafted as six paragraphs, because the question on exempt information is always 6.7.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from boardtui.documents import plan, rating_cells
from boardtui.documents.drafting.letter import DraftBlock
from boardtui.documents.drafting.numbers import counted, number
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.obligations import ObligationState
from boardtui.domain.plan_papers import ScrutinyPaper
from boardtui.domain.states import OPEN_ACTIONS, InstrumentKind
from boardtui.domain.text import listed, plural

HEADINGS = {
    "1": "Purpose of the report",
    "2": "Recommendation(s)",
    "3": "Reason for recommendation(s)",
    "4": "Other alternative options to be considered",
    "5": "Council priority",
    "6": "Background and key information",
    "7": "List of appendices",
    "8": "Financial considerations",
    "9": "Legal considerations",
    "10": "Risk management considerations",
    "11": "Equalities considerations and the impact of this decision for our children and young people",
    "12": "Sustainability, climate change and environmental considerations",
    "13": "Internal/external consultation undertaken",
    "14": "Background papers",
}
"""The committee's fourteen headings in its own order (S 1.0 to 14.0)."""

QUESTIONS = {
    "3.2": ("Is the recommendation contrary to a plan or strategy approved by the Council?", "No"),
    "3.3": ("Is the recommendation in accordance with the Council’s approved budget?", "Yes"),
    "6.7": ("Does the information submitted include any exempt information?", "No"),
}
"""Questions that are always answered, with the answer they are drafted with (S 3.2, 3.3, 6.7)."""

_NAMED = 5
_BEHIND = (IndicatorState.FAILING, IndicatorState.OFF_TRAJECTORY)
_GOOD = (IndicatorState.MET, IndicatorState.ON_TRAJECTORY)


def draft(paper: ScrutinyPaper) -> tuple[DraftBlock, ...]:
    """Draft every section from the records; what only the officer knows is left empty."""
    drafted = {key: _DRAFTS[key](paper) if key in _DRAFTS else "" for key in HEADINGS}
    blocks = []
    for key, heading in HEADINGS.items():
        blocks.append(DraftBlock(key, f"{key}.0 {heading}", drafted[key]))
        for place, (question, answer) in QUESTIONS.items():
            if place.split(".")[0] == key:
                blocks.append(DraftBlock(place, f"{place} {question}", answer))
    return tuple(blocks)


def _purpose(paper: ScrutinyPaper) -> str:
    board = paper.plan.board
    until = max((line.due for line in paper.plan.lines if line.due), default=None)
    runs = f" The plan runs until {show(until)}." if until else ""
    under = {
        InstrumentKind.NOTICE: "the Improvement Notice",
        InstrumentKind.COMMISSIONER: "the Commissioner’s review",
    }.get(InstrumentKind(board.instrument_kind), "the last inspection")
    return f"To inform the Committee of progress with the improvement plan made in response to {under}.{runs}"


def _recommendation(_paper: ScrutinyPaper) -> str:
    return (
        "To challenge performance against the improvement plan, and to say what the Committee wishes to look at next."
    )


def _reason(_paper: ScrutinyPaper) -> str:
    return "So that the improvement of Children’s Services is scrutinised on evidence."


def _alternatives(_paper: ScrutinyPaper) -> str:
    return "There is no alternative plan. The lines of this one are reviewed, and rated, at every meeting of the Board."


def _background(paper: ScrutinyPaper) -> str:
    return "\n\n".join(write(paper) for write in (_origin, _board, _ratings, _changes, _measures, _worries))


def _origin(paper: ScrutinyPaper) -> str:
    published = [one for one in _before(paper) if one.published]
    asked = counted(sum(1 for one in paper.requirements if one.withdrawn_on is None), "requirement")
    if not published:
        return f"The plan answers {asked}. It has its own aims and themes, and every line of it is in the appendix."
    said = listed([f"“{one.title}” ({one.publisher}, {show(one.published)})" for one in published if one.published])
    return f"The plan answers {asked}. They come from {said}."


def _before(paper: ScrutinyPaper) -> list[views.Source]:
    """Return the sources that are older than the report itself."""
    dated = (paper.letter.dated if paper.letter else None) or paper.plan.on
    return [one for one in paper.sources if one.published is None or one.published < dated]


def _board(paper: ScrutinyPaper) -> str:
    if not paper.meetings:
        return f"The plan is overseen by {paper.plan.board.name}, which has not met yet."
    last, first = paper.meetings[-1], paper.meetings[0]
    met = {1: "once", 2: "twice"}.get(len(paper.meetings), f"{number(len(paper.meetings))} times")
    following = f" It next meets on {show(paper.plan.next.date)}." if paper.plan.next else ""
    since = (
        f" since {show(first.date)}, last on {show(last.date)}"
        if len(paper.meetings) > 1
        else f", on {show(last.date)}"
    )
    return f"{paper.plan.board.name} oversees the plan. It has met {met}{since}.{following}"


def _ratings(paper: ScrutinyPaper) -> str:
    themes = len({line.theme for line in paper.plan.lines})
    return f"The plan has {counted(themes, 'theme')} and {plan.summary(paper.plan)} {plan.movement(paper.plan)}"


def _changes(paper: ScrutinyPaper) -> str:
    better = [_named(line) for line in paper.plan.lines if line.direction == "better"]
    worse = [_named(line) for line in paper.plan.lines if line.direction == "worse"]
    if not better and not worse:
        return "No line was given a better or a worse rating at the last meeting."
    said = []
    if better:
        said.append(f"Rated better at the last meeting: {_some(better)}.")
    if worse:
        said.append(f"Rated worse: {_some(worse)}.")
    return " ".join(said)


def _measures(paper: ScrutinyPaper) -> str:
    found = paper.plan.indicators
    if not found:
        return "The Board has not agreed a dataset of indicators."
    good = sum(1 for one in found if one.state in _GOOD)
    behind = [one.title for one in found if one.state in _BEHIND]
    ahead = f"{number(good) if good else 'none'} {'is' if good == 1 else 'are'} at or ahead of plan"
    names = f" Behind it: {_some([f'“{title}”' for title in behind])}." if behind else ""
    near = sum(1 for one in found if one.state == IndicatorState.WITHIN_TOLERANCE)
    silent = sum(1 for one in found if one.state == IndicatorState.NO_DATA)
    parts = [ahead, *([f"{number(near)} close to it"] if near else [])]
    parts += [f"{number(len(behind))} behind it"] if behind else []
    parts += [f"{number(silent)} without a current figure"] if silent else []
    return f"Of {counted(len(found), 'indicator')}, {listed(parts)}.{names}"


def _worries(paper: ScrutinyPaper) -> str:
    reds = [line for line in paper.plan.lines if rating_cells.rank(paper.plan.scheme, line.rating) == 1]
    opened = [one for one in paper.actions if one.state in OPEN_ACTIONS]
    late = sum(1 for one in opened if one.days_late)
    overdue = f"{number(late) if late else 'none'} overdue"
    actions = f"{counted(len(opened), 'action of the Board is', 'actions of the Board are')} open, {overdue}."
    actions = f"{actions[:1].upper()}{actions[1:]}"
    if not reds:
        return f"No line has the worst rating. {actions}"
    word = rating_cells.worded(paper.plan.scheme, reds[0].rating)
    return f"Rated {word}: {_some([_named(line) for line in reds])}. {actions}"


def _appendices(paper: ScrutinyPaper) -> str:
    return f"{appendix_name(paper)}: {paper.plan.board.council} improvement plan, as rated by the Board."


def _legal(paper: ScrutinyPaper) -> str:
    if paper.plan.board.instrument_kind != InstrumentKind.NOTICE or paper.plan.board.lifted_on:
        return ""
    overdue = sum(1 for one in paper.obligations if one.state == ObligationState.OVERDUE)
    late = f" {plural(overdue, 'dated duty is', 'dated duties are')} overdue." if overdue else ""
    return (
        "The Council is under an Improvement Notice. If it does not comply by the assessment dates, the Secretary of "
        f"State may use powers under section 497A of the Education Act 1996 (Notice 9).{late}"
    )


def _risk(_paper: ScrutinyPaper) -> str:
    return "Risks to the plan are looked at by the Board at each meeting, with every line that is off track."


def _papers(paper: ScrutinyPaper) -> str:
    return "\n".join(f"- {one.title}{_published(one.published)}" for one in _before(paper))


def appendix_name(paper: ScrutinyPaper) -> str:
    """Return what the appendix is called: numbered by the agenda item, as the committee does (S 7.1)."""
    item = paper.letter.reference.strip() if paper.letter else ""
    return f"Appendix {item}(a)" if item else "Appendix (a)"


def _some(names: list[str]) -> str:
    """Name the first few and count the rest, which the appendix lists."""
    return listed(names if len(names) <= _NAMED + 1 else [*names[:_NAMED], f"{len(names) - _NAMED} more"])


def _published(day: date | None) -> str:
    return f", {show(day)}" if day else ""


def _named(line: views.PlanLine) -> str:
    return f"“{line.title}” ({line.ref})"


_DRAFTS: dict[str, Callable[[ScrutinyPaper], str]] = {
    "1": _purpose,
    "2": _recommendation,
    "3": _reason,
    "4": _alternatives,
    "6": _background,
    "7": _appendices,
    "9": _legal,
    "10": _risk,
    "14": _papers,
}

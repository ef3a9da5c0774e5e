"""What the officer's report to the scrutiny committee says under each of the committee's own headings (S)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date

from boardtui.documents import committee_background as background
from boardtui.documents import rating_cells
from boardtui.documents.drafting.letter import DraftBlock
from boardtui.documents.drafting.numbers import counted, day_in_full, number, times
from boardtui.documents.drafting.phrases import sentence
from boardtui.domain import views
from boardtui.domain.obligations import ObligationState
from boardtui.domain.plan_papers import ScrutinyPaper
from boardtui.domain.quorum import VOTING
from boardtui.domain.states import InstrumentKind, PersonKind
from boardtui.domain.text import listed

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

_NOTICE, _INSPECTION, _COMMISSIONER = "notice", "inspection", "commissioner"
_TO_ADD = "[{} is to be added by the relevant officer.]"
_MONEY = re.compile(
    r"£|\b(?:(?<!a )budgets?(?! holder)|bids?|fees?|cost(?:s|ed|ing)?|prices?|funding|grants?|savings)\b",
    re.IGNORECASE,
)
_CLAUSES = re.compile(r"(?<=[a-z0-9)])[.;]\s+(?:then |and |but )?|, and (?=[Tt]he )")
_POINTS_ELSEWHERE = re.compile(r"^(?:It|They|He|She|This|That|These|Those)\b|\b\d+/\d\d\b")
"""A clause that says nothing by itself: it points back, or speaks of an action by its reference."""

_NOTHING_SPECIFIC = "There are no specific {} considerations."
_NO_PAPERS = "None."
_OF_A_COUNCIL = frozenset({"Borough", "City", "County", "District", "Metropolitan", "London"})


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
    until = max((line.due for line in paper.plan.lines if line.due), default=None)
    runs = f" The last of its lines is due on {day_in_full(until)}." if until else ""
    return f"To inform the Committee of progress with the improvement plan made in response to {_answers(paper)}.{runs}"


def _answers(paper: ScrutinyPaper) -> str:
    """Name what the plan was made in response to, with who published it: the instrument first, then inspections."""
    sources = sorted(background.before(paper), key=lambda one: one.published or date.max)
    kind = paper.plan.board.instrument_kind
    named = []
    if kind == InstrumentKind.NOTICE:
        named += [f"the Improvement Notice of {_publisher(one)}" for one in sources if one.kind == _NOTICE]
    if kind == InstrumentKind.COMMISSIONER:
        named += [f"the review by {_publisher(one)}" for one in sources if one.kind == _COMMISSIONER]
    named += [f"the inspection by {_publisher(one)}" for one in sources if one.kind == _INSPECTION]
    return listed(named) or "the last inspection"


def _publisher(source: views.Source) -> str:
    """Name who published a source, with the day."""
    name = source.publisher.strip() or source.title
    article = "the " if name.startswith(("Department", "Commissioner")) else ""
    when = f" ({day_in_full(source.published)})" if source.published else ""
    return f"{article}{name}{when}"


def _recommendation(_paper: ScrutinyPaper) -> str:
    return (
        "To challenge performance against the improvement plan, and to say what the Committee wishes to look at next."
    )


def _reason(_paper: ScrutinyPaper) -> str:
    return "So that the improvement of Children’s Services is scrutinised on evidence."


def _alternatives(_paper: ScrutinyPaper) -> str:
    return "There is no alternative plan. The lines of this one are reviewed, and rated, at every meeting of the Board."


def _appendices(paper: ScrutinyPaper) -> str:
    return f"{appendix_name(paper)}: {paper.plan.board.council} improvement plan, as rated by the Board."


def _legal(paper: ScrutinyPaper) -> str:
    """Say what the Notice may bring, and how its own dates stand; the dates that others set are counted apart."""
    board = paper.plan.board
    if board.instrument_kind == InstrumentKind.NONE:
        return _NOTHING_SPECIFIC.format("legal")
    if board.instrument_kind != InstrumentKind.NOTICE or board.lifted_on:
        return ""
    codes = {one.code for one in paper.sources if one.kind != _NOTICE}
    others = [one for one in paper.obligations if (one.requirement or "").partition(" ")[0] in codes]
    own = [one for one in paper.obligations if one not in others]
    return (
        "The Council is under an Improvement Notice. If it does not comply by the assessment dates, the Secretary of "
        f"State may use powers under section 497A of the Education Act 1996 (Notice 9). {_own_dates(own)}"
        f"{_dates_of_others(paper, others)}"
    )


def _own_dates(own: list[views.Obligation]) -> str:
    late = _overdue(own)
    if not late:
        return "None of the Notice's own dated duties is overdue."
    return sentence(f"{counted(len(late), 'duty', 'duties')} of the Notice {_are(late)} overdue, {_first(late)}")


def _dates_of_others(paper: ScrutinyPaper, others: list[views.Obligation]) -> str:
    """Count the overdue dates that inspections and reviews set."""
    late = _overdue(others)
    if not late:
        return ""
    codes = {(one.requirement or "").partition(" ")[0] for one in late}
    sources = [_publisher(one) for one in paper.sources if one.code in codes]
    dated = [one for one in others if one.due]
    many = f"{number(len(late))} of the {number(len(dated))} dates set by {listed(sources)}"
    return f" {sentence(f'apart from the Notice, {many} {_are(late)} overdue, {_first(late)}')}"


def _overdue(duties: list[views.Obligation]) -> list[views.Obligation]:
    return [one for one in duties if one.state == ObligationState.OVERDUE and one.due]


def _first(late: list[views.Obligation]) -> str:
    first = min(one.due for one in late if one.due)
    return f"{'the first ' if len(late) > 1 else ''}since {day_in_full(first)}"


def _are(found: Sequence[object]) -> str:
    return "is" if len(found) == 1 else "are"


def _money(paper: ScrutinyPaper) -> str:
    """Give every clause of the plan and the minutes that speaks of money; where none does, only the officer knows."""
    told = [*_in_the_plan(paper), *_in_the_minutes(paper)]
    if not told:
        return ""
    first = f"The plan and the Board's minutes speak of money {times(len(told))}"
    return "\n".join([f"{first}. {_TO_ADD.format('What this costs, and from which budget it is met,')}", *told])


def _in_the_plan(paper: ScrutinyPaper) -> list[str]:
    return [
        f"- {background.line_named(line)}: {sentence(clause)}"
        for line in paper.plan.lines
        if line.restricted is None
        for clause in _of_money(f"{line.reason.rstrip(' .')}. {line.path}")
    ]


def _in_the_minutes(paper: ScrutinyPaper) -> list[str]:
    """Return what was noted, asked and decided of money at the meetings that the report covers."""
    days = {one.number: one.date for one in paper.meetings}
    covered = paper.letter.first_meeting if paper.letter else max(days, default=0)
    return [
        f"- Meeting of {day_in_full(days[one.meeting])}: {sentence(clause)} (Minute {one.ref})"
        for one in paper.entries
        if one.restricted is None and one.paragraph and one.meeting >= covered and one.meeting in days
        for clause in _of_money(one.text)
        if not _POINTS_ELSEWHERE.search(clause)
    ]


def _of_money(text: str) -> list[str]:
    """Return the sentences or clauses of a text that speak of money."""
    return [one.strip() for one in _CLAUSES.split(text) if _MONEY.search(one)]


def _risk(paper: ScrutinyPaper) -> str:
    reds = any(rating_cells.rank(paper.plan.scheme, line.rating) == 1 for line in paper.plan.lines)
    now = " The gravest now are the lines named at 6.6." if reds else ""
    return f"Risks to the plan are looked at by the Board at each meeting, with every line that is off track.{now}"


def _equalities(_paper: ScrutinyPaper) -> str:
    return (
        "The plan is meant to improve the services that children, young people and their families receive. "
        f"{_TO_ADD.format('What it changes for particular groups of them')}"
    )


def _consultation(paper: ScrutinyPaper) -> str:
    """Name the bodies that agree and review the plan on the Board; whom else, the officer is to name."""
    council = _bare(paper.plan.board.council)
    seats = [one for one in paper.plan.people.values() if one.kind in VOTING and one.kind != PersonKind.CHAIR]
    bodies = dict.fromkeys(one.organisation.strip() for one in seats)
    outside = [_with_article(one) for one in bodies if one and _bare(one) != council]
    if not outside:
        return ""
    return (
        f"Consultation goes on through the Board, on which these sit beside the Council: {background.parted(outside)}. "
        f"{_TO_ADD.format('Consultation with staff, parents, children and young people')}"
    )


def _with_article(body: str) -> str:
    """Write a body without a name of its own inside a sentence: `the voluntary and community sector`."""
    words = body.split()
    generic = len(words) > 1 and all(one.islower() for one in words[1:]) and words[-1] == "sector"
    return f"the {body[:1].lower()}{body[1:]}" if generic else body


def _bare(body: str) -> frozenset[str]:
    """Return the words of a body's name by which one council is known from another."""
    return frozenset(body.split()) - _OF_A_COUNCIL


def _papers(paper: ScrutinyPaper) -> str:
    """List the published papers that the plan answers; where the only source is the report itself, there are none."""
    found = background.before(paper)
    if not found:
        return _NO_PAPERS if paper.sources else ""
    first = "This report rests on these papers:"
    return "\n".join([first, *(f"- {one.title}{_published(one.published)}" for one in found)])


def appendix_name(paper: ScrutinyPaper) -> str:
    """Return what the appendix is called: numbered by the agenda item, as the committee does (S 7.1)."""
    item = paper.letter.reference.strip() if paper.letter else ""
    return f"Appendix {item}(a)" if item else "Appendix (a)"


def _published(day: date | None) -> str:
    return f", {day_in_full(day)}" if day else ""


_DRAFTS: dict[str, Callable[[ScrutinyPaper], str]] = {
    "1": _purpose,
    "2": _recommendation,
    "3": _reason,
    "4": _alternatives,
    "6": background.background,
    "7": _appendices,
    "8": _money,
    "9": _legal,
    "10": _risk,
    "11": _equalities,
    "13": _consultation,
    "14": _papers,
}

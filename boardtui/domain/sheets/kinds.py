"""What can be brought in from a sheet: each kind by the columns it has and the names councils give them.

A new kind is one entry here, and one writer in `services/bringing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Meaning(StrEnum):
    """How the cells of a column are understood; `domain/sheets/understanding.py` says how."""

    TEXT = "text"
    REF = "ref"
    DATE = "date"
    DUE = "due"
    ENDED = "ended"
    PEOPLE = "people"
    PERSON = "person"
    RATING = "rating"
    STATE = "state"
    LINES = "lines"
    MEETING = "meeting"
    FIGURE = "figure"
    PART = "part"
    POLARITY = "polarity"
    FREQUENCY = "frequency"
    RESTRICTED = "restricted"


@dataclass(frozen=True)
class Column:
    """A column: its name, what it is called here, how its cells are understood, and what councils call it."""

    name: str
    label: str
    means: Meaning
    called: tuple[str, ...]
    needed: bool = False


@dataclass(frozen=True)
class Kind:
    """Something a sheet can hold: `text` is the column without which a row is none, `section` what headings fill."""

    name: str
    one: str
    columns: tuple[Column, ...]
    text: str
    section: str = ""
    periods: bool = False

    def column(self, name: str) -> Column | None:
        """Return the column of that name or label, whatever the case."""
        wanted = name.strip().casefold()
        return next((one for one in self.columns if wanted in (one.name, one.label.casefold())), None)


def _called(names: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in names.split(","))


def _column(name: str, label: str, means: Meaning, called: str, *, needed: bool = False) -> Column:
    return Column(name, label, means, _called(called), needed)


_REF = "ref, reference, ref no, no, number, id, item, item no, line, line no, line ref, plan ref, plan line"
_DUE = (
    "due, due date, date due, by when, when, target date, deadline, timescale, timescales, timeframe, completion date,"
    " date for completion, target completion date, complete by, to be completed by, by, end date, finish, finish date,"
    " end, finish by, original due, original due date, original target date, planned end date, planned completion"
)
_AGAIN = ("revised", "new", "amended", "extended")
_REVISED = (
    "revised due, revised due date, revised date, revised target date, new date, new due date, current due,"
    " current due date, revised deadline, revised timescale, forecast date, expected completion date, forecast, "
    + ", ".join(f"{again} {name.strip()}" for again in _AGAIN for name in _DUE.split(",") if "original" not in name)
)
_LEAD = (
    "lead, leads, owner, action owner, owners, lead officer, lead person, responsible officer, responsible,"
    " responsibility, person responsible, who, by whom, lead responsible officer, accountable, action by, assigned to,"
    " allocated to, lead agency, officer, accountable lead, strategic lead, lead name, responsible lead,"
    " sro, senior responsible owner, senior responsible officer, led by, officers, lead officers, named lead, whom,"
    " responsible person, responsible persons, persons responsible, person"
)
_RATING = "rag, rag rating, rag status, current rag, rating, rated, b rag, brag, brag rating, brag status, status rag"
_STATE = (
    f"status, state, current status, action status, open closed, open or closed, progress status, complete, {_RATING}"
)
_COMMENT = (
    "update, updates, progress, progress update, progress to date, comments, comment, commentary, current position,"
    " latest update, latest position, position, update comments, comments update, narrative, notes, outcome update,"
    " action taken, actions taken, progress made, response"
)

ACTIONS = Kind(
    "actions",
    "action",
    (
        _column("ref", "Reference", Meaning.REF, f"{_REF}, action ref, action no, action number, action reference"),
        _column(
            "text",
            "Action",
            Meaning.TEXT,
            "action, actions, text, action required, action agreed, agreed action, description, task, what, details,"
            " action description, recommendation, detail, action to be taken, action point",
            needed=True,
        ),
        _column("leads", "Lead", Meaning.PEOPLE, _LEAD, needed=True),
        _column(
            "supporters", "Support", Meaning.PEOPLE, "support, supporters, supported by, with, supporting, partners"
        ),
        _column("due", "Due", Meaning.DUE, _DUE),
        _column("revised", "Revised due", Meaning.DUE, _REVISED),
        _column("state", "State", Meaning.STATE, _STATE),
        _column(
            "meeting",
            "Meeting",
            Meaning.MEETING,
            "meeting, meeting no, raised at, board, board meeting, meeting date, date of meeting",
        ),
        _column(
            "raised",
            "Raised",
            Meaning.DATE,
            "raised, date raised, raised on, date agreed, date, date of action, date added, date set, opened,"
            " agreed on, date opened, start date",
        ),
        _column(
            "ended",
            "Completed on",
            Meaning.ENDED,
            "date completed, date complete, completed y n, completed yes no, completed, completed on, date closed,"
            " closed, closed on, actual completion date,"
            " completion, date of completion, actual date, actual finish, done on",
        ),
        _column("update", "Update", Meaning.TEXT, _COMMENT),
        _column("evidence", "Evidence", Meaning.TEXT, "evidence, evidence of completion, evidence of closure, outcome"),
        _column(
            "lines", "Plan line", Meaning.LINES, "plan line, plan ref, plan lines, improvement plan ref, links to plan"
        ),
        _column(
            "restricted", "Restricted", Meaning.RESTRICTED, "restricted, confidential, exempt, part 2, part ii, private"
        ),
    ),
    text="text",
)

_TITLE = (
    "title, action, actions, key action, key actions, plan line, what we will do, improvement action, task,"
    " action required, actions required, objective, objectives, what needs to be done, description, activity,"
    " what, deliverable, milestone, actions to be taken, action to be taken"
)
PLAN = Kind(
    "plan",
    "plan line",
    (
        _column(
            "ref", "Reference", Meaning.REF, f"{_REF}, action ref, action no, objective no, outcome no, priority no"
        ),
        _column(
            "theme",
            "Theme",
            Meaning.TEXT,
            "theme, workstream, work stream, priority, priority area, area, section, objective area, improvement area,"
            " strategic objective, domain, strand, key priority, improvement theme, objective, objectives",
        ),
        _column(
            "title",
            "Title",
            Meaning.TEXT,
            _TITLE,
            needed=True,
        ),
        _column(
            "outcome",
            "Outcome",
            Meaning.TEXT,
            "outcome, outcomes, intended outcome, desired outcome, expected outcome, impact, intended impact,"
            " impact for children, what difference, difference made, outcome sought, planned outcome",
        ),
        _column("lead", "Lead", Meaning.PERSON, _LEAD),
        _column(
            "partners",
            "Partners",
            Meaning.PEOPLE,
            "partners, partner agencies, supported by, support, with, supporting officers, other leads, agencies",
        ),
        _column(
            "starts", "Starts", Meaning.DATE, "start, starts, start date, from, begin, commence, commencement date"
        ),
        _column("due", "Due", Meaning.DUE, _DUE),
        _column("revised", "Revised due", Meaning.DUE, _REVISED),
        _column(
            "success",
            "Success measure",
            Meaning.TEXT,
            "success measure, success measures, success criteria, measure, measures, measure of success, kpi,"
            " how will we know, how we will know, evidence of success, target, performance measure, success looks like",
        ),
        _column(
            "answers",
            "Answers",
            Meaning.TEXT,
            "answers, requirement, requirements, ofsted recommendation, recommendation, recommendations, notice,"
            " notice paragraph, notice ref, ofsted ref, source, recommendation ref, ofsted recommendation no",
        ),
    ),
    text="title",
    section="theme",
)

PEOPLE = Kind(
    "people",
    "office",
    (
        _column("initials", "Initials", Meaning.TEXT, "initials, initial, abbreviation, short, code, abbrev, ref"),
        _column(
            "name",
            "Name",
            Meaning.TEXT,
            "name, full name, member, person, representative, board member, officer, contact, names, who, postholder,"
            " post holder, current holder",
        ),
        _column(
            "role",
            "Office",
            Meaning.TEXT,
            "role, title, job title, position, post, office, designation, post title, job role",
            needed=True,
        ),
        _column(
            "organisation",
            "Organisation",
            Meaning.TEXT,
            "organisation, organization, agency, partner, employer, body, directorate, representing, service,"
            " organisation agency",
        ),
        _column(
            "part",
            "Part played",
            Meaning.PART,
            "part, kind, board role, membership, membership type, type, status, capacity, board status, member type,"
            " role on board, role on the board, attending as",
        ),
        _column(
            "deputy_of",
            "Deputy of",
            Meaning.TEXT,
            "deputy of, deputises for, deputy for, substitute for, deputising for",
        ),
    ),
    text="role",
    section="organisation",
)

INDICATORS = Kind(
    "indicators",
    "indicator",
    (
        _column(
            "ref", "Reference", Meaning.REF, f"{_REF}, pi, pi ref, pi no, kpi ref, kpi no, indicator no, indicator ref"
        ),
        _column(
            "title",
            "Indicator",
            Meaning.TEXT,
            "indicator, title, measure, performance indicator, performance measure, kpi, pi description, description,"
            " indicator description, definition, name, measure description, indicator name",
            needed=True,
        ),
        _column("unit", "Unit", Meaning.TEXT, "unit, units, unit of measure, format, type"),
        _column(
            "polarity",
            "Good is",
            Meaning.POLARITY,
            "polarity, good is, good performance, good is high or low, high or low, direction, good to be, better is,"
            " desired direction, good performance is, aim",
        ),
        _column("frequency", "Frequency", Meaning.FREQUENCY, "frequency, reported, how often, reporting frequency"),
        _column("baseline", "Baseline", Meaning.FIGURE, "baseline, base line, baseline figure, starting point, start"),
        _column(
            "baseline_on", "Baseline date", Meaning.DATE, "baseline date, date of baseline, baseline at, baseline on"
        ),
        _column(
            "target_6",
            "6-month target",
            Meaning.FIGURE,
            "6 month target, target 6, six month target, target 6 months, target 6 month, 6 months, target at 6 months,"
            " interim target, target six months, target may 2013",
        ),
        _column(
            "target_12",
            "12-month target",
            Meaning.FIGURE,
            "12 month target, target 12, twelve month target, target 12 months, target 12 month, 12 months,"
            " target at 12 months, target, annual target, year end target, target twelve months,"
            " final target, improvement target",
        ),
        _column("tolerance", "Tolerance", Meaning.FIGURE, "tolerance, tolerance level, margin, threshold"),
        _column("numerator", "Numerator", Meaning.TEXT, "numerator, numerator definition"),
        _column("denominator", "Denominator", Meaning.TEXT, "denominator, denominator definition"),
        _column("source", "Source", Meaning.TEXT, "source, data source, system, source of data, source system"),
        _column("lead", "Lead", Meaning.PERSON, _LEAD),
        _column(
            "neighbours",
            "Neighbours",
            Meaning.FIGURE,
            "neighbours, statistical neighbours, stat neighbours, statistical neighbour average, sn average,"
            " comparator, statistical neighbour, sn",
        ),
        _column("national", "England", Meaning.FIGURE, "national, england, national average, england average"),
        _column(
            "lines", "Plan line", Meaning.LINES, "plan line, plan ref, improvement plan ref, plan lines, links to plan"
        ),
    ),
    text="title",
    periods=True,
)

RATINGS = Kind(
    "ratings",
    "rating",
    (
        _column(
            "line",
            "Plan line",
            Meaning.REF,
            f"{_REF}, action ref, action no, objective no, outcome no, improvement plan ref, priority no, {_TITLE}",
            needed=True,
        ),
        _column("rating", "RAG", Meaning.RATING, f"{_RATING}, status, progress rag, current status", needed=True),
        _column(
            "reason",
            "Reason",
            Meaning.TEXT,
            "reason, reasons, reason for rating, rationale, why, explanation, rag rationale, justification,"
            f" {_COMMENT}",
        ),
        _column(
            "path",
            "Path to green",
            Meaning.TEXT,
            "path to green, path, recovery, recovery plan, recovery action, recovery actions, next steps, mitigation,"
            " mitigating action, mitigating actions, remedial action, remedial actions, action to address, plan to get"
            " to green, route to green, corrective action",
        ),
        _column("evidence", "Evidence", Meaning.TEXT, "evidence, evidence of impact, evidence of completion"),
        _column("recheck", "Look again", Meaning.DATE, "look again, review date, recheck, next review, date to review"),
    ),
    text="line",
)

KINDS: dict[str, Kind] = {kind.name: kind for kind in (ACTIONS, PLAN, PEOPLE, INDICATORS, RATINGS)}
"""What can be brought in, by the word that the command line and the screens use."""

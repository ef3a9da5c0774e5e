"""What of each kind of record a filter asks, as SQL: its texts and states, and what it has under each key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from boardtui.domain.actions import AT_RISK_DAYS, WITH_OWNER
from boardtui.domain.dates import MONTHS, WEEKDAYS
from boardtui.domain.filter_keys import (
    ANSWERED,
    HELD,
    IN_FORCE,
    OPEN,
    OVERDUE,
    PROPOSED,
    RESTRICTED,
    UNANSWERED,
    UNTIDY,
    WITHDRAWN,
    Kind,
)
from boardtui.domain.obligations import Binds
from boardtui.domain.ratings import Scheme, is_complete
from boardtui.domain.states import HELD as HELD_STATES
from boardtui.domain.states import ActionState, EntryKind, MeetingState, RatingStatus, UpdateKind
from boardtui.store.reading import restricted
from boardtui.store.reading.actions import OPEN_STATES
from boardtui.store.reading.minutes import reference
from boardtui.store.reading.rows import quoted


@dataclass(frozen=True)
class Linked:
    """What a record has under a key: the expression `of`, and the SQL in which a test of it stands at `{}`."""

    of: str
    within: str = "({})"

    def format(self, test: str) -> str:
        """Put a test into its place."""
        return self.within.replace("{}", test)


@dataclass(frozen=True)
class Filterable:
    """One kind of record: its table under its alias, and how each thing that can be asked is found."""

    table: str
    texts: tuple[str, ...]
    states: Mapping[str, str]
    told: Mapping[str, Linked]
    linked_texts: tuple[Linked, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)
    days: Mapping[str, str] = field(default_factory=dict)


def levels(scheme: Scheme) -> dict[str, object]:
    """Return the Board's ratings as JSON lists: those that are ratings at all, and those that say complete."""
    from json import dumps

    return {
        "ranked": dumps([level.letter for level in scheme if level.rank]),
        "complete": dumps([level.letter for level in scheme if is_complete(level)]),
    }


def _owner(part: str) -> Linked:
    return Linked(
        "o.initials",
        f"""a.id IN (SELECT w.action_id FROM action_owner AS w WHERE {part} w.office_id IN (
            SELECT o.id FROM office AS o WHERE {{}}))""",
    )


_WITH_OWNER = quoted(WITH_OWNER)
_ACTION_RATING = f"""CASE
    WHEN a.state = '{ActionState.CLOSED}' THEN 'B'
    WHEN a.state = '{ActionState.DONE}' THEN a.rating_when_done
    WHEN a.state NOT IN ({_WITH_OWNER}) OR a.due IS NULL OR coalesce(a.not_before > :on, 0) THEN NULL
    WHEN a.due < :on THEN 'R'
    WHEN a.due <= date(:on, coalesce((SELECT at_risk_days FROM board LIMIT 1), {AT_RISK_DAYS}) || ' days') THEN 'A'
    ELSE 'G' END"""
"""SQL for an action's rating: `action_rating` of the domain (rule 6)."""

_ACTION = Filterable(
    "action AS a",
    (
        "((SELECT m.number FROM meeting AS m WHERE m.id = a.meeting_id) || '/' || printf('%02d', a.sequence))",
        "a.text",
        f"""(SELECT u.text FROM action_update AS u WHERE u.action_id = a.id AND u.kind <> '{UpdateKind.RAISED}'
            ORDER BY u.position DESC, u.id DESC LIMIT 1)""",
    ),
    {
        **{str(state): f"a.state = '{state}'" for state in ActionState},
        OPEN: f"a.state IN ({OPEN_STATES})",
        OVERDUE: f"(a.state IN ({_WITH_OWNER}) AND a.due < :on)",
        RESTRICTED: f"{restricted.of_action('a')} IS NOT NULL",
    },
    {
        "owner": _owner(""),
        "lead": _owner("w.part = 'lead' AND"),
        "plan": Linked(
            "l.ref",
            """a.id IN (SELECT s.action_id FROM action_line AS s WHERE s.line_id IN (
                SELECT l.id FROM plan_line AS l WHERE {}))""",
        ),
        "rating": Linked(f"({_ACTION_RATING})"),
    },
    (_owner(""),),
    {"raised": "(SELECT m.number FROM meeting AS m WHERE m.id = a.meeting_id)"},
    {"due": "a.due"},
)

LEVEL = f"""(SELECT g.level FROM rating AS g JOIN meeting AS gm ON gm.id = g.meeting_id
    WHERE g.line_id = l.id AND g.status = '{RatingStatus.AGREED}'
    ORDER BY gm.number DESC, g.position DESC, g.id DESC LIMIT 1)"""
"""SQL for the rating that the Board agreed last of a line."""

_LINE = Filterable(
    "plan_line AS l",
    ("l.ref", "l.theme", "l.title", "(SELECT o.initials FROM office AS o WHERE o.id = l.lead_id)"),
    {
        PROPOSED: f"""EXISTS (SELECT 1 FROM rating AS p JOIN meeting AS pm ON pm.id = p.meeting_id
            WHERE p.line_id = l.id AND p.status = '{RatingStatus.PROPOSED}' AND pm.number > coalesce((
                SELECT max(gm.number) FROM rating AS g JOIN meeting AS gm ON gm.id = g.meeting_id
                WHERE g.line_id = l.id AND g.status = '{RatingStatus.AGREED}'), -1))""",
        OVERDUE: f"""(l.due < :on
            AND NOT coalesce({LEVEL} IN (SELECT value FROM json_each(:complete)), 0))""",
        RESTRICTED: f"""(SELECT {restricted.of_rating("g")} FROM rating AS g JOIN meeting AS gm ON gm.id = g.meeting_id
            WHERE g.line_id = l.id AND g.status = '{RatingStatus.AGREED}'
            ORDER BY gm.number DESC, g.position DESC, g.id DESC LIMIT 1) IS NOT NULL""",
    },
    {
        "owner": Linked(
            "o.initials",
            """EXISTS (SELECT 1 FROM office AS o WHERE {} AND (o.id = l.lead_id OR o.id IN (
                SELECT w.office_id FROM plan_partner AS w WHERE w.line_id = l.id)))""",
        ),
        "lead": Linked("o.initials", "l.lead_id IN (SELECT o.id FROM office AS o WHERE {})"),
        "plan": Linked("l.ref"),
        "answers": Linked(
            "q.ref",
            """l.id IN (SELECT w.line_id FROM answer AS w WHERE w.requirement_id IN (
                SELECT q.id FROM requirement AS q WHERE {}))""",
        ),
        "rating": Linked(f"(SELECT value FROM json_each(:ranked) WHERE value = {LEVEL})"),
    },
    (
        Linked(
            "o.initials",
            """l.id IN (SELECT w.line_id FROM plan_partner AS w WHERE w.office_id IN (
                SELECT o.id FROM office AS o WHERE {}))""",
        ),
        Linked(
            "q.ref",
            """l.id IN (SELECT w.line_id FROM answer AS w WHERE w.requirement_id IN (
                SELECT q.id FROM requirement AS q WHERE {}))""",
        ),
    ),
    {},
    {"due": "l.due"},
)


def shown_day(day: str) -> str:
    """Return SQL that writes a day as `14 Jan 2013`."""
    months = "".join(month[:3] for month in MONTHS)
    return (
        f"CAST(substr({day}, 9, 2) AS INTEGER) || ' ' || "
        f"substr('{months}', 3 * CAST(substr({day}, 6, 2) AS INTEGER) - 2, 3) || ' ' || substr({day}, 1, 4)"
    )


_WEEKDAYS = "".join(day[:3] for day in (WEEKDAYS[-1], *WEEKDAYS[:-1]))

_MEETING = Filterable(
    "meeting AS m",
    (
        "CAST(m.number AS TEXT)",
        f"(substr('{_WEEKDAYS}', 3 * CAST(strftime('%w', m.held_on) AS INTEGER) + 1, 3) || ' ' || "
        f"{shown_day('m.held_on')})",
        "m.state",
        "m.place",
        "m.moved_because",
    ),
    {
        **{str(state): f"m.state = '{state}'" for state in MeetingState},
        HELD: f"m.state IN ({quoted(HELD_STATES)})",
    },
    {},
    (),
    {"meeting": "m.number"},
    {"date": "m.held_on"},
)

_ANSWER = Linked(
    "x.ref",
    f"""(r.id IN (SELECT w.requirement_id FROM answer AS w JOIN plan_line AS x ON x.id = w.line_id WHERE {{}})
        OR (r.binds <> '{Binds.COUNCIL}' AND r.ref IN (SELECT paragraph(x.ref, xr.ref) FROM obligation AS x
            LEFT JOIN requirement AS xr ON xr.id = x.requirement_id WHERE {{}})))""",
)
_ANSWERED = _ANSWER.format("1")

_REQUIREMENT = Filterable(
    "requirement AS r",
    ("r.ref", "r.text", "r.heading", "r.binds", "r.band"),
    {
        ANSWERED: _ANSWERED,
        UNANSWERED: f"NOT {_ANSWERED}",
        IN_FORCE: "r.withdrawn_on IS NULL",
        WITHDRAWN: "r.withdrawn_on IS NOT NULL",
    },
    {
        "of": Linked("r.binds"),
        "source": Linked("s.code", "r.source_id IN (SELECT s.id FROM source AS s WHERE {})"),
        "plan": _ANSWER,
    },
    (_ANSWER,),
    {},
    {"due": "r.due"},
)

_ITS_MEETING = "(SELECT {} FROM meeting AS em WHERE em.id = e.meeting_id)"
_ANSWERED_ENTRY = "EXISTS (SELECT 1 FROM entry AS x WHERE x.answers_id = e.id)"

_ENTRY = Filterable(
    "entry AS e",
    (reference("e"), "e.text", "e.typed"),
    {
        **{str(kind): f"e.kind = '{kind}'" for kind in EntryKind},
        ANSWERED: f"(e.kind = '{EntryKind.CHALLENGE}' AND {_ANSWERED_ENTRY})",
        UNANSWERED: f"(e.kind = '{EntryKind.CHALLENGE}' AND NOT {_ANSWERED_ENTRY})",
        RESTRICTED: f"{restricted.of_entry('e')} IS NOT NULL",
        UNTIDY: "e.to_tidy IS NOT NULL",
    },
    {
        "action": Linked(
            "(am.number || '/' || printf('%02d', a.sequence))",
            """e.action_id IN (SELECT a.id FROM action AS a JOIN meeting AS am ON am.id = a.meeting_id WHERE {})""",
        ),
        "plan": Linked("l.ref", "e.line_id IN (SELECT l.id FROM plan_line AS l WHERE {})"),
    },
    (),
    {
        "meeting": _ITS_MEETING.format("em.number"),
        "item": "(SELECT i.number FROM agenda_item AS i WHERE i.id = e.item_id)",
    },
    {"date": _ITS_MEETING.format("em.held_on")},
)

OF: dict[Kind, Filterable] = {
    Kind.ACTIONS: _ACTION,
    Kind.PLAN: _LINE,
    Kind.MEETINGS: _MEETING,
    Kind.REQUIREMENTS: _REQUIREMENT,
    Kind.ENTRIES: _ENTRY,
}
"""The kinds of record that can be filtered."""

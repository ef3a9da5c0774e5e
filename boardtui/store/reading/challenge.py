"""Reads of what a Chair may challenge: every plan line beside the facts that bear on its rating (rule 7)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from boardtui.domain import views
from boardtui.domain.assured import Evidence
from boardtui.domain.challenge import MOVED, Flag, Heard, LineFacts
from boardtui.domain.challenge import flags as flags_on
from boardtui.domain.dataset import Indicator
from boardtui.domain.states import MeetingState, UpdateKind
from boardtui.store.reading import indicators
from boardtui.store.reading.actions import OPEN_STATES, chosen
from boardtui.store.reading.board import scheme
from boardtui.store.reading.evidence import registered_for
from boardtui.store.reading.meetings import HELD_STATES, last_held
from boardtui.store.reading.minutes import reference
from boardtui.store.reading.plan import moves, rated_lines
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import day, rows

_MINUTED = f"""
SELECT l.ref AS line, h.held_on AS "on", {reference("e")} AS ref, 'minuted' AS words
FROM (
    SELECT w.line_id, w.entry_id, m.held_on, row_number() OVER (
        PARTITION BY w.line_id ORDER BY m.held_on DESC, m.number DESC, e.position DESC, e.id
    ) AS place
    FROM (
        SELECT e.id AS entry_id, l.id AS line_id FROM entry AS e JOIN plan_line AS l ON l.id = e.line_id WHERE {{where}}
        UNION SELECT e.id, l.id FROM entry AS e JOIN action_line AS s ON s.action_id = e.action_id
            JOIN plan_line AS l ON l.id = s.line_id WHERE {{where}}
    ) AS w
    JOIN entry AS e ON e.id = w.entry_id
    JOIN meeting AS m ON m.id = e.meeting_id
    WHERE m.state IN ({HELD_STATES})
) AS h
JOIN entry AS e ON e.id = h.entry_id
JOIN plan_line AS l ON l.id = h.line_id
WHERE h.place = 1
"""
_RECORDED = f"""
SELECT l.ref AS line, iif(r.status = 'agreed', max(r.given_on, m.held_on), r.given_on) AS "on", l.ref AS ref,
    iif(r.status = 'agreed', 'rated ', 'proposed as ') || r.level AS words
FROM rating AS r JOIN plan_line AS l ON l.id = r.line_id JOIN meeting AS m ON m.id = r.meeting_id WHERE {{where}}
UNION ALL
SELECT l.ref, u.given_on, m.number || '/' || printf('%02d', a.sequence), 'action ' || u.kind
FROM action_update AS u JOIN action AS a ON a.id = u.action_id JOIN meeting AS m ON m.id = a.meeting_id
    JOIN action_line AS s ON s.action_id = a.id JOIN plan_line AS l ON l.id = s.line_id
WHERE u.kind <> '{UpdateKind.REWORDED}' AND {{where}}
UNION ALL
SELECT l.ref, max(coalesce(e.dated, ''), coalesce(e.verified_on, '')), 'E' || e.number, 'evidence'
FROM evidence AS e JOIN plan_line AS l ON l.id = e.line_id WHERE coalesce(e.dated, e.verified_on) IS NOT NULL
    AND {{where}}
UNION ALL
SELECT l.ref, coalesce(seen.held_on, (
        SELECT min(m.held_on) FROM meeting AS m WHERE m.held_on >= v.given_on AND m.state IN ({HELD_STATES})
    ), v.given_on), i.ref, 'a value of the indicator'
FROM indicator_value AS v LEFT JOIN meeting AS seen ON seen.id = v.seen_at_id
    JOIN indicator AS i ON i.id = v.indicator_id
    JOIN indicator_line AS w ON w.indicator_id = i.id JOIN plan_line AS l ON l.id = w.line_id
WHERE {{where}}
UNION ALL
SELECT l.ref, v.moved_on, l.ref, 'due date moved' FROM line_move AS v JOIN plan_line AS l ON l.id = v.line_id
WHERE {{where}}
"""


class _Serves(Protocol):
    """A record that serves plan lines."""

    @property
    def lines(self) -> tuple[str, ...]:
        """Return the references of the lines."""


Record = TypeVar("Record", bound=_Serves)


@dataclass(frozen=True)
class LineAsked:
    """A plan line, and what there is to ask about it."""

    line: views.PlanLine
    flags: tuple[Flag, ...]

    @property
    def id(self) -> str:
        """Return the identity of the line."""
        return self.line.id


def flags(db: Database, today: date, dataset: Sequence[Indicator] | None = None) -> list[Flag]:
    """Return every challenge flag, in the order of the plan; `dataset` is given where it has been read already."""
    return [flag for one in asked(db, today, dataset=dataset) for flag in one.flags]


def flags_of(db: Database, ref: str, today: date) -> list[Flag]:
    """Return the challenge flags of the plan line `3.2`."""
    return [flag for one in asked(db, today, "l.ref = :ref", ref=ref.strip()) for flag in one.flags]


def asked(
    db: Database, today: date, where: str = "1", dataset: Sequence[Indicator] | None = None, **named: Any
) -> list[LineAsked]:
    """Return the plan's lines for which the SQL `where` holds, with what there is to ask: `l` is the line."""
    levels = scheme(db)
    found = line_facts(db, today, where, dataset, **named)
    return [LineAsked(facts.line, tuple(flags_on(facts, levels, today))) for facts in found]


def line_facts(
    db: Database, today: date, where: str = "1", dataset: Sequence[Indicator] | None = None, **named: Any
) -> list[LineFacts]:
    """Return plan lines, in order, with the facts that bear on their ratings: those for which `where` holds."""
    these = f"SELECT l.id FROM plan_line AS l WHERE {where}"
    serving = f"a.state IN ({OPEN_STATES}) AND a.id IN (SELECT action_id FROM action_line WHERE line_id IN ({these}))"
    open_actions = chosen(db, today, serving, **named)
    showing = f"i.id IN (SELECT indicator_id FROM indicator_line WHERE line_id IN ({these}))"
    showing_these = indicators.chosen(db, today, showing, **named) if dataset is None else dataset
    by_action, by_indicator = _by_line(open_actions), _by_line(showing_these)
    registered: defaultdict[str, list[Evidence]] = defaultdict(list)
    for one in registered_for(db, where, **named):
        registered[one.line].append(one)
    heard, last = _heard(db, where, **named), _last_closed(db)
    return [
        LineFacts(
            line=line,
            ratings=tuple(agreed),
            actions=tuple(by_action[line.ref]),
            moves=tuple(moves(db, line.ref)) if line.moves >= MOVED else (),
            evidence=tuple(registered[line.ref]),
            indicators=tuple(by_indicator[line.ref]),
            heard=heard.get(line.ref),
            last=last,
        )
        for line, agreed in rated_lines(db, open_actions, where, **named)
    ]


def _by_line(records: Iterable[Record]) -> defaultdict[str, list[Record]]:
    found: defaultdict[str, list[Record]] = defaultdict(list)
    for record in records:
        for line in record.lines:
            found[line].append(record)
    return found


def _heard(db: Database, where: str, **named: Any) -> dict[str, Heard]:
    """Return the last that was heard of each line; of one day, what was minuted."""
    latest: dict[str, Heard] = {}
    minuted, recorded = (rows(db, sql.format(where=where), **named) for sql in (_MINUTED, _RECORDED))
    for row in (*minuted, *recorded):
        on = day(row["on"])
        if on and (row["line"] not in latest or on > latest[row["line"]].on):
            latest[row["line"]] = Heard(on, row["ref"], row["words"])
    return latest


def _last_closed(db: Database) -> views.Meeting | None:
    """Return the latest meeting that was held and has closed: one in session may still take the line."""
    return last_held(db, but=MeetingState.IN_SESSION)

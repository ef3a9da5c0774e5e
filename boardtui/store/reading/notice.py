"""Reads of what the Board works under: what the sources require, the dated duties, and how the Board complies."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import date

from boardtui.domain import views
from boardtui.domain.lifting import notice_lifted
from boardtui.domain.obligations import (
    SOON_DAYS,
    UNMET,
    Binds,
    ObligationState,
    obligation_state,
    paragraph,
    send_by,
    source_code,
)
from boardtui.domain.recurring import Occurrence, occurrences, ref_of, title_of
from boardtui.store.reading.instruments import instruments, lifted
from boardtui.store.reading.reader import Database, while_wanted
from boardtui.store.reading.rows import Columns, day, fetch, made, rows

__all__ = [
    "OF_FIRST",
    "chosen",
    "instruments",
    "lifted",
    "notice_codes",
    "obligations",
    "occurrence",
    "paragraph",
    "requirements",
    "source_titles",
    "sources",
    "under_notice",
]

_NOTICE_FIRST = "s.kind <> 'notice', s.published, s.code"
OF_FIRST = f"r.source_id = (SELECT s.id FROM source AS s ORDER BY {_NOTICE_FIRST} LIMIT 1)"
"""Holds for the requirements of the first source."""
_SOURCES = f"SELECT * FROM source AS s ORDER BY {_NOTICE_FIRST}"
_REQUIREMENTS = f"""
SELECT r.id, r.version, r.ref, s.code AS source, r.heading, r.text, r.binds, r.band, r.due, r.own_number,
    r.withdrawn_on, r.withdrawn_because,
    (SELECT 'A' || a.number || '.' || f.position FROM finding AS f JOIN assurance AS a ON a.id = f.assurance_id
        WHERE f.id = r.finding_id) AS finding,
    (SELECT json_group_array(ref) FROM (
        SELECT l.ref FROM answer AS w JOIN plan_line AS l ON l.id = w.line_id
        WHERE w.requirement_id = r.id ORDER BY l.position, l.ref
    )) AS answered_by
FROM requirement AS r JOIN source AS s ON s.id = r.source_id
WHERE {{where}}
ORDER BY {_NOTICE_FIRST}, r.position, r.ref
"""
_OBLIGATIONS = """
SELECT o.*, r.ref AS requirement, c.number AS correspondence, c.restricted,
    (SELECT soon_days FROM board LIMIT 1) AS soon_days
FROM obligation AS o LEFT JOIN requirement AS r ON r.id = o.requirement_id
    LEFT JOIN correspondence AS c ON c.id = o.correspondence_id
WHERE {where}
ORDER BY o.due IS NULL, o.due, o.position, o.ref
"""
_ANSWERING = """
SELECT o.ref AS ref, p.value AS requirement, o.due IS NULL AS undated, o.due AS due, o.position AS position
FROM json_each(:refs) AS p JOIN requirement AS r ON r.ref = p.value JOIN obligation AS o ON o.requirement_id = r.id
UNION ALL
SELECT o.ref, NULL, o.due IS NULL, o.due, o.position
FROM json_each(:refs) AS p JOIN obligation AS o
    ON o.requirement_id IS NULL AND (o.ref = p.value OR o.ref > p.value || ' ' AND o.ref < p.value || '!')
ORDER BY undated, due, position, ref
"""
"""The duties that a requirement brought, and those whose own reference begins with its paragraph."""
_KINDS = "SELECT code, kind FROM source"


def sources(db: Database) -> list[views.Source]:
    """Return the sources, the Notice first, then by date."""
    return fetch(db, views.Source, _SOURCES)


def source_titles(db: Database, most: int | None = None) -> dict[str, tuple[str, str, date | None]]:
    """Return code, title and day of the sources by their identities, the Notice first, then by date."""
    sql = f"SELECT s.id, s.code, s.title, s.published FROM source AS s ORDER BY {_NOTICE_FIRST} LIMIT ?"
    found = db.execute(sql, (-1 if most is None else most,))
    return {identity: (code, title, day(published)) for identity, code, title, published in found}


def requirements(db: Database) -> list[views.Requirement]:
    """Return every requirement by source and paragraph, withdrawn ones too, with the plan lines that answer it.

    Where it binds the Board, Chair or department, its obligations answer it too (rule 4).
    """
    return chosen(db, "1")


def chosen(db: Database, where: str, **named: object) -> list[views.Requirement]:
    """Return the requirements for which the SQL `where` holds: `r` is the requirement."""
    found = fetch(db, views.Requirement, _REQUIREMENTS.format(where=where), **named)
    on_board = [one.ref for one in found if one.binds != Binds.COUNCIL]
    duties: dict[str, list[str]] = {}
    for row in rows(db, _ANSWERING, refs=json.dumps(on_board)) if on_board else ():
        duties.setdefault(_of(row), []).append(row["ref"])
    return [
        requirement
        if requirement.binds == Binds.COUNCIL
        else replace(requirement, answered_by=(*requirement.answered_by, *duties.get(requirement.ref, ())))
        for requirement in found
    ]


def obligations(db: Database, today: date) -> list[views.Obligation]:
    """Return the dated duties in order of date, those without one last, and the state of each (rule 2).

    One that comes again and again is listed up to and including the first time after `today`; those that nobody
    has met yet have no `id`. `send_by` is the last working day on which an unmet one can be sent; `note` begins
    with why one does not apply.
    """
    return [_obligation(row, today) for row in while_wanted(_all(db, today))]


def occurrence(db: Database, ref: str, today: date) -> Columns | None:
    """Return a later time of a duty that comes again and again, as the row it would be; None when there is none."""
    return next((row for row in _all(db, today) if row["ref"] == ref and not row["id"]), None)


def notice_codes(db: Database) -> dict[str, bool]:
    """Say of each source's code whether it is a Notice; `N` is one as long as no other source is called so."""
    return {"N": True} | {code: kind == "notice" for code, kind in db.execute(_KINDS)}


def under_notice(row: Columns, codes: dict[str, bool], commenced: date | None) -> bool:
    """Say whether a duty comes from the Notice, and so is re-dated and lifted with it (N 8.2).

    It does by its paragraph, or, when that is of no source there is, by being counted from the Notice's
    commencement. What a letter asks does not.
    """
    if row["correspondence_id"]:
        return False
    known = codes.get(source_code(row["ref"], row["requirement"]))
    return known if known is not None else commenced is not None and day(row["counted_from"]) == commenced


def _all(db: Database, today: date) -> list[Columns]:
    """Return every duty as a row, with the later times of those that come again and again."""
    kept = rows(db, _OBLIGATIONS.format(where="1"))
    if not any(row["repeats_months"] for row in kept):
        return kept
    taken = {row["ref"]: row["met_on"] for row in kept}
    ends = _Ends.of(db)
    later = [again for row in kept for again in _later(row, ends, today, taken) if again["ref"] not in taken]
    return sorted([*kept, *later], key=lambda row: (row["due"] is None, row["due"] or "", row["position"], row["ref"]))


@dataclass(frozen=True)
class _Ends:
    """When duties stop coming again: with the Notice, if they come from it, and with the Board."""

    lifted_on: date | None
    commenced: date | None
    closed_on: date | None
    codes: dict[str, bool]

    @staticmethod
    def of(db: Database) -> _Ends:
        ended = lifted(db)
        closed = db.execute("SELECT closed_on FROM board").fetchone()
        return _Ends(
            ended.lifted_on if ended else None,
            ended.commenced if ended else None,
            day(closed[0]) if closed else None,
            notice_codes(db) if ended else {},
        )

    def lifted_for(self, row: Columns) -> date | None:
        """Return the day the Notice a duty comes from was lifted, if it was."""
        return self.lifted_on if self.lifted_on and under_notice(row, self.codes, self.commenced) else None


def _later(row: Columns, ends: _Ends, today: date, taken: dict[str, str | None]) -> list[Columns]:
    """Return the times after the first at which a duty falls due; none when the duty does not apply.

    The list goes on past a time that was met early, so that there always is one to look forward to.
    """
    months, counted_from, step = row["months"], day(row["counted_from"]), row["repeats_months"]
    ended = ends.lifted_for(row)
    why = notice_lifted(ended) if ended else None
    if not step or months is None or counted_from is None or row["not_applicable"] not in (None, "", why):
        return []
    until, horizon = min(filter(None, (ended, ends.closed_on)), default=None), today
    found = occurrences(counted_from, months, step, until, horizon)
    while found and horizon < found[-1].due and taken.get(_ref(row, found[-1])):
        horizon = found[-1].due
        found = occurrences(counted_from, months, step, until, horizon)
    return [_again(row, one, why) for one in found[1:]]


def _ref(row: Columns, one: Occurrence) -> str:
    return row["ref"] if one.months == row["months"] else ref_of(row["ref"], row["months"], one)


def _again(row: Columns, one: Occurrence, why: str | None) -> Columns:
    """Return a later time of a duty as the row it would be."""
    named = {"ref": _ref(row, one), "title": title_of(row["title"], row["months"], one)}
    dated = {"months": one.months, "due": one.due.isoformat(), "original_due": None}
    return row | {"id": "", "version": 0, "met_on": None, "evidence": "", "not_applicable": why} | named | dated


def _of(row: Columns) -> str:
    return paragraph(row["ref"], row["requirement"])


def _state(row: Columns, today: date) -> ObligationState:
    return obligation_state(
        day(row["due"]),
        day(row["met_on"]),
        today,
        soon_days=SOON_DAYS if row["soon_days"] is None else row["soon_days"],
        not_applicable=row["not_applicable"],
    )


def _obligation(row: Columns, today: date) -> views.Obligation:
    state, due = _state(row, today), day(row["due"])
    why = row["not_applicable"] if state is ObligationState.NOT_APPLICABLE else ""
    return made(
        views.Obligation,
        row,
        state=state,
        send_by=send_by(due) if due and state in UNMET else None,
        note=" ".join(filter(None, (why, row["note"]))),
    )

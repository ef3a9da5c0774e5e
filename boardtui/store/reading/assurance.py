"""Reads of what assures the Board: audits and reviews with their findings, judgements, support, agreements."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter

from boardtui.domain.assured import Assurance, Finding, Judgement, Support
from boardtui.domain.instrument import Agreement
from boardtui.errors import NotFoundError
from boardtui.store.reading import restricted
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch, made, rows

_ASSURANCE = """
SELECT a.*, 'A' || a.number AS ref, m.number AS improvement_board_meeting, s.code AS source
FROM assurance AS a LEFT JOIN meeting AS m ON m.id = a.improvement_board_meeting_id
    LEFT JOIN source AS s ON s.id = a.source_id
ORDER BY a.number
"""
_FINDINGS = """
SELECT f.id, a.number, 'A' || a.number || '.' || f.position AS ref, f.text, f.paragraph,
    (SELECT r.ref FROM requirement AS r WHERE r.finding_id = f.id ORDER BY r.position, r.ref LIMIT 1) AS requirement
FROM finding AS f JOIN assurance AS a ON a.id = f.assurance_id
ORDER BY a.number, f.position, f.id
"""
_JUDGEMENTS = """
SELECT 'A' || a.number AS assurance, j.framework, j.aspect, j.level, j.scale, j.given_on
FROM judgement AS j JOIN assurance AS a ON a.id = j.assurance_id
ORDER BY j.given_on, a.number, j.position, j.id
"""
_SUPPORT = """
SELECT s.*, 'SP' || s.number AS ref, r.ref AS requirement
FROM support AS s LEFT JOIN requirement AS r ON r.id = s.requirement_id
ORDER BY s.number
"""
_AGREEMENTS = f"""
SELECT a.*, {restricted.minuted("a")} AS restricted, 'AG' || a.number AS ref,
    iif(e.decision_number IS NULL, NULL, printf('D%d/%02d', m.number, e.decision_number)) AS decision
FROM agreement AS a LEFT JOIN entry AS e ON e.id = a.entry_id LEFT JOIN meeting AS m ON m.id = e.meeting_id
ORDER BY a.agreed_on, a.number
"""


def assurance(db: Database) -> list[Assurance]:
    """Return every audit, review, visit and inspection in order of number, with what each found and judged."""
    found = {
        number: tuple(made(Finding, row) for row in group)
        for number, group in groupby(rows(db, _FINDINGS), key=itemgetter("number"))
    }
    judged: dict[str, tuple[Judgement, ...]] = {}
    for one in judgements(db):
        judged[one.assurance] = (*judged.get(one.assurance, ()), one)
    return [
        made(Assurance, row, findings=found.get(row["number"], ()), judgements=judged.get(row["ref"], ()))
        for row in rows(db, _ASSURANCE)
    ]


def assurance_of(db: Database, ref: str) -> Assurance:
    """Return the audit or review `A3`, in either case; raises NotFoundError."""
    wanted = ref.strip().upper()
    one = next((each for each in assurance(db) if each.ref == wanted), None)
    if one is None:
        raise NotFoundError(f"There is no audit or review {ref}.", "", "Look under Notice, assurance.")
    return one


def judgements(db: Database) -> list[Judgement]:
    """Return every judgement, oldest first."""
    return fetch(db, Judgement, _JUDGEMENTS)


def support(db: Database) -> list[Support]:
    """Return the packages of support in order of number."""
    return fetch(db, Support, _SUPPORT)


def agreements(db: Database) -> list[Agreement]:
    """Return what was agreed, oldest first, with the decision that agreed it."""
    return fetch(db, Agreement, _AGREEMENTS)

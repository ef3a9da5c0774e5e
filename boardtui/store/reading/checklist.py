"""The read behind Home's checklist: nothing at all once it is done or put away."""

from __future__ import annotations

from boardtui.domain.checklist import SetUp
from boardtui.domain.states import MeetingState, PersonKind
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import fetch, quoted

_NOT_ISSUED = (MeetingState.PLANNED, MeetingState.POSTPONED, MeetingState.CANCELLED)
_SET_UP = f"""
SELECT
    coalesce((SELECT kind FROM instrument ORDER BY number DESC LIMIT 1), 'none') AS instrument,
    EXISTS (SELECT 1 FROM office AS o JOIN holder AS h ON h.office_id = o.id
        WHERE o.kind = '{PersonKind.CHAIR}' AND h.until IS NULL) AS chair,
    (SELECT count(*) FROM office WHERE kind = '{PersonKind.MEMBER}') AS members,
    (SELECT count(*) FROM meeting) AS meetings,
    EXISTS (SELECT 1 FROM meeting WHERE state NOT IN ({quoted(_NOT_ISSUED)})) AS issued,
    (SELECT count(*) FROM requirement) AS requirements,
    (SELECT count(*) FROM plan_line) AS lines,
    (SELECT count(*) FROM indicator) AS indicators,
    b.quorum <> '' AS quorum,
    b.letterhead <> '' AS letterhead
FROM board AS b
"""


def set_up(db: Database) -> SetUp | None:
    """Return what of a new Board is there; None where there is no checklist (any more)."""
    (setting_up,) = db.execute("SELECT coalesce(max(setting_up), 0) FROM board").fetchone()
    return fetch(db, SetUp, _SET_UP)[0] if setting_up else None

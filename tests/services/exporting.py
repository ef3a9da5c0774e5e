"""Papers that several tests read: from the same record, on the same day, a paper is the same file, and made once."""

from __future__ import annotations

from boardtui.domain.restriction import PaperVersion
from boardtui.services.desk import Desk
from boardtui.services.export import Kind, Made, render

_MADE: dict[tuple[object, ...], Made] = {}


def exported(
    desk: Desk,
    kind: Kind,
    number: int | None = None,
    lead: str | None = None,
    version: PaperVersion = PaperVersion.OPEN,
) -> Made:
    """Return a version of a paper, as `render` makes it from this very record."""
    head = desk.read(lambda db: db.execute("SELECT hash FROM journal_entry ORDER BY sequence DESC LIMIT 1").fetchone())
    wanted = (*head, desk.now, desk.who, desk.role, desk.as_at, kind, number, lead, version)
    if wanted not in _MADE:
        _MADE[wanted] = render(desk, kind, number, lead, version=version)
    return _MADE[wanted]

"""Which checks of compliance this Board's own instrument does not bring, and why."""

from __future__ import annotations

from boardtui.domain.text import one_line, shorten
from boardtui.errors import NotFoundError
from boardtui.services import finding
from boardtui.store.models import CheckSetting
from boardtui.store.reading.compliance import compliance
from boardtui.store.unit import Work


def set_check(work: Work, check: str, not_applicable: str | None) -> None:
    """Set a check aside, with the reason, by its name; None brings it back."""
    name = one_line(check)
    row = work.find(CheckSetting, name=name)
    if not_applicable is None:
        work.say(f"Bring back the check “{name}”")
        if row is not None:
            work.delete(row)
        return
    because = finding.wording(not_applicable, "The reason")
    if row is not None:
        row.not_applicable = because
    else:
        _named(work, name)
        work.add(CheckSetting(name=name, not_applicable=because), name)
    work.say(f"Set aside the check “{name}”: {because}")


def _named(work: Work, name: str) -> None:
    """Refuse a check that there is not."""
    if name not in {one.check for one in compliance(work.db, work.today)}:
        raise NotFoundError(
            f"There is no check “{shorten(name, finding.SHOWN)}”.",
            "Nothing was saved.",
            "Look under Notice, compliance.",
        )

"""Letting a finding of the before-you-issue check stand, with the reason that is recorded (rule 11)."""

from __future__ import annotations

from boardtui.domain.preflight import Finding
from boardtui.domain.text import shorten
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import finding
from boardtui.store.models import Overridden
from boardtui.store.reading import preflight as reading
from boardtui.store.unit import Work


def override(work: Work, paper: str, number: int | None, key: str, because: str) -> None:
    """Let a finding stand, saying why; who and when are kept and shown, and it lapses when the text changes."""
    wanted = reading.numbered(work.db, paper, number, work.today)
    name = reading.paper_name(paper, wanted)
    found = _finding(work, paper, wanted, key)
    reason = finding.wording(because, "The reason to let it stand")
    work.say(f"Let a finding of {name} stand: {found.check.words} at {found.where}")
    row = _overridden(work, name, found.key)
    if row is None:
        work.add(
            Overridden(
                paper=name,
                finding=found.key,
                said=f"{found.where}: {found.said}",
                because=reason,
                given_on=work.today,
                given_by=work.who,
            ),
            f"{name}:{found.key}",
        )
    else:
        row.because, row.given_on, row.given_by = reason, work.today, work.who


def take_back(work: Work, paper: str, number: int | None, key: str) -> None:
    """Open a finding again that was let stand."""
    wanted = reading.numbered(work.db, paper, number, work.today)
    name = reading.paper_name(paper, wanted)
    row = _overridden(work, name, key.strip())
    if row is None:
        raise BoardError(
            f"Nothing of that name was let stand in {name}.",
            "Nothing was changed.",
            "Look the paper through again with {letter-preflight}: it names what is open and what was let stand.",
        )
    work.say(f"Open a finding of {name} again")
    work.delete(row)


def _finding(work: Work, paper: str, number: int, key: str) -> Finding:
    for found in reading.preflight(work.db, paper, number, work.today):
        if found.key == key.strip():
            return found
    raise NotFoundError(
        f"There is no finding “{shorten(key, finding.SHOWN)}” in {reading.paper_name(paper, number)}.",
        "Nothing was recorded; the text it was about may have changed.",
        "Run the check again and give a finding's key.",
    )


def _overridden(work: Work, paper: str, key: str) -> Overridden | None:
    row: Overridden | None = work.find(Overridden, paper=paper, finding=key)
    return row

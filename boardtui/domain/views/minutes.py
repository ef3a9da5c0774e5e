"""Frozen views of what was minuted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from boardtui.domain.dates import show


@dataclass(frozen=True)
class Entry:
    """A minute entry; `ref` is `6/4.2`, or `6/4` for a line without a paragraph number.

    In an open paper a restricted one is `withheld`: its place and the reason are all that is left of it (rule 12).
    """

    id: str
    version: int
    ref: str
    meeting: int
    item: int
    paragraph: int | None
    position: int
    kind: str
    text: str
    typed: str
    to_tidy: str | None
    restricted: str | None
    said_at: str
    decision_ref: str | None
    inquorate: str | None
    action_ref: str | None
    line_ref: str | None
    answers: str | None
    answered_by: str | None
    withheld: bool = False


@dataclass(frozen=True)
class Amendment:
    """A correction of paragraph `ref`: agreed at meeting `agreed_at`, or made to signed minutes for a reason."""

    ref: str
    agreed_at: int | None
    agreed_on: date
    old: str
    new: str
    because: str = ""
    restricted: str | None = None

    @property
    def agreed(self) -> str:
        """Say where or when it was agreed: `Meeting 6`, `20 May 2013`."""
        return f"Meeting {self.agreed_at}" if self.agreed_at else show(self.agreed_on)

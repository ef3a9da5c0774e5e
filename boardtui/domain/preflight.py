"""The before-you-issue check: what it can find in a paper before it leaves, and how a finding is told (rule 11).

Nothing is blocked silently: a finding is mended, or let stand with a reason that is recorded. A finding never repeats
what must not leave; its key ends in a digest of the text, so that what was let stand lapses when the text changes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from hashlib import sha256


class PaperKind(StrEnum):
    """The papers that are looked at before they leave."""

    AGENDA = "agenda"
    MINUTES = "minutes"
    LETTER = "letter"
    REPORT = "report"
    SCRUTINY = "scrutiny"
    PLAN = "plan"


class Concern(StrEnum):
    """What can be wrong, in the order of rule 11."""

    OWNERLESS = "ownerless"
    DATELESS = "dateless"
    NO_ENTRY = "no-entry"
    TO_TIDY = "to-tidy"
    UNSIGNED = "unsigned"
    STALE = "stale"
    RESTATED = "restated"
    NO_VALUE = "no-value"
    QUORUM = "quorum"
    RESTRICTED = "restricted"
    IDENTITY = "identity"
    SMALL_COUNT = "small-count"
    UNWRITTEN = "unwritten"
    SPELLING = "spelling"

    @property
    def words(self) -> str:
        """Return what it is in plain words, as part of a sentence."""
        return _IN_WORDS[self]


_IN_WORDS = {
    Concern.OWNERLESS: "an action that nobody leads",
    Concern.DATELESS: "an action without a date",
    Concern.NO_ENTRY: "an item with nothing minuted",
    Concern.TO_TIDY: "a line to tidy",
    Concern.UNSIGNED: "something not signed off or not yet before the Board",
    Concern.STALE: "a figure that has changed",
    Concern.RESTATED: "a figure that was restated",
    Concern.NO_VALUE: "a figure that is not in",
    Concern.QUORUM: "a decision without a quorum",
    Concern.RESTRICTED: "restricted words",
    Concern.IDENTITY: "signs of a child's identity",
    Concern.SMALL_COUNT: "a count under five",
    Concern.UNWRITTEN: "a place the Chair has not written",
    Concern.SPELLING: "a word in doubt",
}


TO_LOOK_AT = (Concern.UNWRITTEN, Concern.SPELLING)
"""What is only to be looked at: it is listed, and holds nothing up."""


@dataclass(frozen=True, slots=True)
class LetStand:
    """A finding was let stand: why, by whom and when."""

    because: str
    by: str
    on: date


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found: its key, which check found it, where, what is wrong, and how to mend it."""

    key: str
    check: Concern
    where: str
    said: str
    fix: str
    let_stand: LetStand | None = None

    @property
    def overridden(self) -> str | None:
        """Return the reason for which it was let stand, or None while it is open."""
        return self.let_stand.because if self.let_stand else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of text that a paper prints for everybody, and where; a person mends it at `mend`."""

    where: str
    text: str
    mend: str


@dataclass(frozen=True, slots=True)
class Secret:
    """Restricted text and the record it belongs to (rule 12)."""

    ref: str
    text: str


def found(check: Concern, where: str, said: str, fix: str, text: str) -> Finding:
    """Make a finding about a text; the same text in the same place gives the same key."""
    place = re.sub(r"[^0-9a-z./]+", "-", where.casefold()).strip("-")
    digest = sha256(" ".join(text.split()).encode("utf-8", "replace")).hexdigest()[:8]
    return Finding(f"{check}:{place}:{digest}", check, where, said, fix)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Return findings in the order of rule 11, each once."""
    order = list(Concern)
    once = {finding.key: finding for finding in findings}
    return sorted(once.values(), key=lambda finding: order.index(finding.check))


def still_open(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings that are neither mended nor let stand, without those that are only to be looked at."""
    return [finding for finding in findings if finding.let_stand is None and finding.check not in TO_LOOK_AT]

"""Why something is left out of the open version, and how the reason is passed on (rule 12)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class PaperVersion(StrEnum):
    """For whom a paper is: everybody, or those who may read what is restricted (rule 12)."""

    OPEN = "open"
    RESTRICTED = "restricted"


class ReasonKind(StrEnum):
    """The reasons there are to choose from (rule 12)."""

    PARA_1 = "para 1"
    PARA_2 = "para 2"
    PARA_3 = "para 3"
    CHILD = "child"
    STAFFING = "staffing"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason to restrict: the short word that is typed and the text that is printed."""

    kind: ReasonKind
    text: str


_SCHEDULE = "Local Government Act 1972, Schedule 12A, paragraph"
REASONS = (
    Reason(ReasonKind.PARA_1, f"{_SCHEDULE} 1 (information about an individual)"),
    Reason(ReasonKind.PARA_2, f"{_SCHEDULE} 2 (likely to reveal who an individual is)"),
    Reason(ReasonKind.PARA_3, f"{_SCHEDULE} 3 (financial or business affairs)"),
    Reason(ReasonKind.CHILD, "Identifies a child"),
    Reason(ReasonKind.STAFFING, "Staffing"),
    Reason(ReasonKind.OTHER, ""),
)
"""The list to choose from; *other* is printed as its own text."""

_TEXTS = {reason.kind: reason.text for reason in REASONS}
_PARAGRAPHS = {"1": ReasonKind.PARA_1, "2": ReasonKind.PARA_2, "3": ReasonKind.PARA_3}
_STATUTE_WORDS = frozenset(
    ["lga", "local", "government", "act", "1972", "sch", "schedule", "12a", "para", "paragraph", "of"]
)
_CHILD = re.compile(r"(?:identif(?:y|ies) )?(?:a )?child(?:'s identity)?", re.IGNORECASE)
_STAFFING = re.compile(r"staff(?:ing)?", re.IGNORECASE)
_OTHER = re.compile(r"other\s*[:\-–]\s*", re.IGNORECASE)


def reason_text(typed: str) -> str:
    """Turn what was typed (`para 1`, `sch 12a 1`, `child`) into the reason that is printed (rule 12).

    Anything the list does not hold is kept as typed; `other:` in front of it is dropped.
    """
    text = " ".join(typed.split())
    while found := _OTHER.match(text):
        text = text[found.end() :]
    bare = text.rstrip(".").replace("’", "'")
    if paragraph := _paragraph(bare):
        return _TEXTS[paragraph]
    if _CHILD.fullmatch(bare):
        return _TEXTS[ReasonKind.CHILD]
    if _STAFFING.fullmatch(bare):
        return _TEXTS[ReasonKind.STAFFING]
    return text


def inherited(*reasons: str | None) -> str | None:
    """Return the first reason that is not empty: the nearest restriction wins (rule 12)."""
    return next((reason for reason in reasons if reason and reason.strip()), None)


def _paragraph(text: str) -> ReasonKind | None:
    """Find the one paragraph of Schedule 12A that a text means, if it says nothing else."""
    words = re.findall(r"1972|12a|[0-9]+|[^\W\d_]+", text.casefold())
    left = [word for word in words if word not in _STATUTE_WORDS]
    return _PARAGRAPHS.get(left[0]) if len(left) == 1 else None

"""Whether every requirement is answered and every plan line answers something (rule 4; N 7.3)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from boardtui.domain.checks import Check, CheckState
from boardtui.domain.obligations import Binds
from boardtui.domain.text import listed, plural

REF = "N 7.3"
ANSWERED_CHECK = "Every requirement is answered"
ANSWERS_CHECK = "Every plan line answers a requirement"
CHECKS = (ANSWERED_CHECK, ANSWERS_CHECK)

_OBLIGATION_SERVES = (Binds.CHAIR, Binds.BOARD, Binds.DEPARTMENT, Binds.COMMISSIONER)
_NAMED = 5


@dataclass(frozen=True, slots=True)
class Required:
    """A requirement in force: its paragraph and whom it binds."""

    ref: str
    binds: Binds


@dataclass(frozen=True, slots=True)
class Line:
    """A plan line and the paragraphs it answers."""

    ref: str
    answers: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Requirements against what answers them, traceable both ways (rule 4)."""

    requirements: tuple[Required, ...]
    lines: tuple[Line, ...]
    obligations: frozenset[str]

    def answered_by(self, ref: str) -> tuple[str, ...]:
        """Name the plan lines that answer a requirement."""
        return tuple(line.ref for line in self.lines if ref in line.answers)

    def has_obligation(self, ref: str) -> bool:
        """Say whether a requirement has a dated duty of its own."""
        return ref in self.obligations

    @property
    def unanswered(self) -> tuple[str, ...]:
        """Name requirements nothing answers; an obligation serves where not the council is bound (rule 4)."""
        answered = {ref for line in self.lines for ref in line.answers}
        return tuple(
            r.ref
            for r in self.requirements
            if r.ref not in answered and not (r.binds in _OBLIGATION_SERVES and r.ref in self.obligations)
        )

    @property
    def answering_nothing(self) -> tuple[str, ...]:
        """Name plan lines that answer no requirement in force."""
        known = {r.ref for r in self.requirements}
        return tuple(line.ref for line in self.lines if known.isdisjoint(line.answers))


def coverage(requirements: Iterable[Required], lines: Iterable[Line], obligations: Iterable[str] = ()) -> Coverage:
    """Set requirements in force against plan lines and the paragraphs that have an obligation (N 7.3)."""
    return Coverage(tuple(requirements), tuple(lines), frozenset(obligations))


def coverage_checks(found: Coverage) -> tuple[Check, Check]:
    """Check the coverage both ways, naming what is left over (N 7.3)."""
    return _answered(found), _answers(found)


def _answered(found: Coverage) -> Check:
    if not found.requirements:
        return Check(REF, ANSWERED_CHECK, CheckState.NOT_APPLICABLE, "No requirement is entered yet.")
    count = plural(len(found.requirements), "requirement")
    if found.unanswered:
        reason = f"{len(found.unanswered)} of {count} not answered: {_some(found.unanswered)}."
        return Check(REF, ANSWERED_CHECK, CheckState.NOT_MET, reason)
    return Check(REF, ANSWERED_CHECK, CheckState.MET, f"{count} in force, each answered.")


def _answers(found: Coverage) -> Check:
    if not found.lines:
        return Check(REF, ANSWERS_CHECK, CheckState.NOT_MET, "The Improvement Plan has no line yet.")
    count = plural(len(found.lines), "plan line")
    if found.answering_nothing:
        left_over = found.answering_nothing
        reason = f"{len(left_over)} of {count} answering nothing: {_some(left_over)}."
        return Check(REF, ANSWERS_CHECK, CheckState.NOT_MET, reason)
    return Check(REF, ANSWERS_CHECK, CheckState.MET, f"{count}, each answering a requirement.")


def _some(refs: tuple[str, ...]) -> str:
    """Name the first few references and count the rest."""
    if len(refs) <= _NAMED:
        return listed(refs)
    return listed([*refs[:_NAMED], f"{len(refs) - _NAMED} more"])

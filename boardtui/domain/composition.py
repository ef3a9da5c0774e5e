"""Whether the Board is made up as the Notice asks (rule 3; N 7.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from boardtui.domain.checks import Check, CheckState
from boardtui.domain.states import PersonKind
from boardtui.domain.text import listed

REF = "N 7.2"
DEPARTMENT = "Department for Education"
CHAIR_CHECK = "Independent Chair"
OBSERVER_CHECK = "Participant observer from the department"
PARTNERS_CHECK = "Partner agencies in membership"
SUPPORT_CHECK = "Administrative support"
CHECKS = (CHAIR_CHECK, OBSERVER_CHECK, PARTNERS_CHECK, SUPPORT_CHECK)

_IN_MEMBERSHIP = (PersonKind.VICE_CHAIR, PersonKind.MEMBER)
_COUNCIL_WORDS = re.compile(r"\b(the|of|metropolitan|borough|city|county|district|unitary)\b")
_SUPPORT = re.compile(r"secretar|administrat|clerk", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Office:
    """An office as the composition checks see it: a group has no seat and is passed over."""

    initials: str
    title: str
    kind: PersonKind
    organisation: str


def composition(offices: Iterable[Office], council: str, department: str = DEPARTMENT) -> tuple[Check, ...]:
    """Check the Chair, the observer, the partner agencies and the support, each with its reason (N 7.2)."""
    seats = [office for office in offices if office.kind != PersonKind.GROUP]
    return (
        _chair(seats, council),
        _observer(seats, department),
        _partners(seats, council),
        _support(seats),
    )


def same_organisation(one: str, other: str) -> bool:
    """Say whether two names mean the same body.

    “Blackpool Council” is “Blackpool Borough Council”, and “DfE” is the “Department for Education”.
    """
    if not one.strip() or not other.strip():
        return False
    return _bare(one) == _bare(other) or one.strip().casefold() == _initials(other)


def partner_agencies(offices: Iterable[Office], council: str) -> tuple[str, ...]:
    """Name the organisations in membership other than the council's and the Chair's own (N 7.2)."""
    names = (o.organisation for o in offices if o.kind in _IN_MEMBERSHIP and o.organisation.strip())
    return tuple(dict.fromkeys(name for name in names if not same_organisation(name, council)))


def _bare(name: str) -> str:
    return " ".join(_COUNCIL_WORDS.sub(" ", name.casefold()).split())


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.casefold().split())


def _chair(seats: Sequence[Office], council: str) -> Check:
    chair = next((o for o in seats if o.kind == PersonKind.CHAIR), None)
    if chair is None:
        return Check(REF, CHAIR_CHECK, CheckState.NOT_MET, "No office is entered as the Chair.")
    if same_organisation(chair.organisation, council):
        reason = f"The Chair ({chair.initials}) belongs to {chair.organisation} and is not independent of it."
        return Check(REF, CHAIR_CHECK, CheckState.NOT_MET, reason)
    return Check(REF, CHAIR_CHECK, CheckState.MET, f"{chair.title} ({chair.initials}) chairs the Board.")


def _observer(seats: Sequence[Office], department: str) -> Check:
    observers = [o for o in seats if o.kind == PersonKind.OBSERVER]
    theirs = [o for o in observers if same_organisation(o.organisation, department)]
    if theirs:
        reason = f"{theirs[0].title} ({theirs[0].initials}) attends from the {department}."
        return Check(REF, OBSERVER_CHECK, CheckState.MET, reason)
    reason = "No observer is entered."
    if observers:
        reason = f"No observer ({listed([o.initials for o in observers])}) is from the {department}."
    return Check(REF, OBSERVER_CHECK, CheckState.NOT_MET, reason)


def _partners(seats: Sequence[Office], council: str) -> Check:
    agencies = partner_agencies(seats, council)
    if not agencies:
        return Check(REF, PARTNERS_CHECK, CheckState.NOT_MET, "No member is from a partner agency.")
    if len(agencies) == 1:
        reason = f"Only one partner agency is in membership: {agencies[0]}."
        return Check(REF, PARTNERS_CHECK, CheckState.AT_RISK, reason)
    reason = f"{len(agencies)} partner agencies are in membership: {listed(agencies)}."
    return Check(REF, PARTNERS_CHECK, CheckState.MET, reason)


def _support(seats: Sequence[Office]) -> Check:
    """Look for an officer whose title says what they do: secretary, clerk or administrator."""
    support = [o for o in seats if o.kind == PersonKind.OFFICER and _SUPPORT.search(o.title)]
    if not support:
        reason = "No officer is entered as secretary, clerk or administrator to the Board."
        return Check(REF, SUPPORT_CHECK, CheckState.NOT_MET, reason)
    names = listed([f"{o.title} ({o.initials})" for o in support])
    return Check(REF, SUPPORT_CHECK, CheckState.MET, f"Given by {names}.")

"""Whether a package of support is agreed with the sector (N 7.1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boardtui.domain.agreed import Agreed, latest, told
from boardtui.domain.checks import Check, CheckState, some
from boardtui.domain.dates import show
from boardtui.domain.instrument import Body, Subject

REF = "N 7.1"
CHECK = "Package of support agreed"


@dataclass(frozen=True, slots=True)
class Package:
    """A package of support, `SP1`: who gives it, and when it was agreed with them."""

    ref: str
    provider: str
    agreed_on: date | None = None

    def agreed(self, today: date) -> bool:
        """Say whether it is agreed by today."""
        return self.agreed_on is not None and self.agreed_on <= today


def support_check(packages: Iterable[Package], agreements: Sequence[Agreed], today: date) -> Check:
    """Check that the sector, or the provider of a package, has agreed it (N 7.1).

    What is entered without such an agreement, or agreed by another body alone, is at risk.
    """
    entered = sorted(packages, key=lambda one: (one.agreed_on or date.max, one.ref))
    agreed = [one for one in entered if one.agreed(today)]
    waiting = [one.ref for one in entered if not one.agreed(today)]
    still = f" Not agreed yet: {some(waiting)}." if waiting else ""
    if by_sector := latest(agreements, Subject.SUPPORT, Body.SECTOR, today):
        return Check(REF, CHECK, CheckState.MET, f"Agreed {told(by_sector)}.{still}")
    if agreed:
        named = some([f"{one.provider} on {show(one.agreed_on)} ({one.ref})" for one in agreed if one.agreed_on])
        return Check(REF, CHECK, CheckState.MET, f"Agreed with {named}.{still}")
    return _not_agreed(waiting, agreements, today)


def _not_agreed(waiting: Sequence[str], agreements: Sequence[Agreed], today: date) -> Check:
    others = [latest(agreements, Subject.SUPPORT, body, today) for body in Body]
    by_others = [told(one) for one in others if one is not None]
    if by_others:
        reason = f"Agreed {some(by_others)}, but not yet with the sector."
        return Check(REF, CHECK, CheckState.AT_RISK, reason)
    if waiting:
        return Check(REF, CHECK, CheckState.AT_RISK, f"Entered and not agreed yet: {some(waiting)}.")
    return Check(REF, CHECK, CheckState.NOT_MET, "No package of support is entered.")

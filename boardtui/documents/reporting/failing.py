"""The checks of the Notice that fail, each said in words: what has not been agreed, which audit has not gone where."""

from __future__ import annotations

from boardtui.documents.drafting.indicators import lowered, title_in
from boardtui.documents.drafting.numbers import day_in_full
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.domain import assured
from boardtui.domain.audits import CHECK as AUDITS_CHECK
from boardtui.domain.audits import REPORT_WITHIN
from boardtui.domain.checks import Check, CheckState
from boardtui.domain.text import listed

_WORDS = 34


def not_met(material: ReportMaterial) -> list[str]:
    """Say in words which checks of compliance fail."""
    failing = [one for one in material.paper.checks if one.state == CheckState.NOT_MET]
    if not failing or not material.notice:
        return []
    told = "; and ".join(_failed(material, one) for one in failing)
    one = len(failing) == 1
    count = f"{material.number('checks not met')} {'thing' if one else 'things'}"
    return [f"{count} that the Notice asks {'is' if one else 'are'} not done: {told}"]


def _failed(material: ReportMaterial, check: Check) -> str:
    """Say what fails: what has not been agreed, which audit has not gone where; any other in its own words."""
    if check.check.endswith(" agreed"):
        what = lowered(check.check.removesuffix(" agreed"))
        have = "have" if what.endswith("s") else "has"
        the = "" if what.endswith("s") else "the "
        return f"{the}{what} {have} not been agreed ({check.ref})"
    late = [one for one in material.paper.assurance if _reported_late(material, one)]
    if check.check == AUDITS_CHECK and late:
        return f"{listed([_not_told(one) for one in late])} ({check.ref})"
    return f"{lowered(check.check)}: {material.told(check.reason, _WORDS)} ({check.ref})"


def _reported_late(material: ReportMaterial, one: assured.Assurance) -> bool:
    told = one.improvement_board_on and one.safeguarding_board_on
    over = one.done_on is not None and (material.paper.on - one.done_on).days > REPORT_WITHIN
    return one.kind in assured.AUDITS and one.restricted is None and over and not told


def _not_told(one: assured.Assurance) -> str:
    boards = [
        name
        for name, on in (
            ("this Board", one.improvement_board_on),
            ("the safeguarding board", one.safeguarding_board_on),
        )
        if on is None
    ]
    done = f" of {day_in_full(one.done_on)}" if one.done_on else ""
    return f"the audit “{title_in(one.title)}”{done} has not been reported to {listed(boards)}"

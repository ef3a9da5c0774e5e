"""Whether those whom the Notice names have agreed what it asks to be agreed (N 5.1, 5.8, 6.1, 7.3)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from boardtui.domain.checks import Check, CheckState
from boardtui.domain.dates import show
from boardtui.domain.instrument import Body, Subject
from boardtui.domain.text import listed

STANDARDS_CHECK = "Practice standards agreed"
PROGRAMME_CHECK = "Audit programme agreed by both boards"
REMITS_CHECK = "Remits of the three boards agreed"
PLAN_CHECK = "Improvement Plan agreed"
DATASET_CHECK = "Dataset of indicators agreed"
CHECKS = (STANDARDS_CHECK, PROGRAMME_CHECK, REMITS_CHECK, PLAN_CHECK, DATASET_CHECK)

BOTH_BOARDS = (Body.IMPROVEMENT_BOARD, Body.SAFEGUARDING_BOARD)
THREE_BOARDS = (*BOTH_BOARDS, Body.CHILDRENS_TRUST)


@dataclass(frozen=True, slots=True)
class Agreed:
    """What a body agreed and when: by the decision `D3/02`, or as `reference` says.

    `inquorate` says why the decision was taken without a quorum, if it was.
    """

    subject: str
    body: str
    agreed_on: date
    decision: str | None = None
    reference: str = ""
    inquorate: str | None = None


@dataclass(frozen=True, slots=True)
class Asked:
    """One agreement the Notice asks for: its paragraph, its check, what is to be agreed and by whom."""

    ref: str
    check: str
    subject: Subject
    bodies: tuple[Body, ...]


STANDARDS = Asked("N 5.1", STANDARDS_CHECK, Subject.PRACTICE_STANDARDS, (Body.IMPROVEMENT_BOARD,))
PROGRAMME = Asked("N 5.8", PROGRAMME_CHECK, Subject.AUDIT_PROGRAMME, BOTH_BOARDS)
REMITS = Asked("N 6.1", REMITS_CHECK, Subject.REMITS, THREE_BOARDS)
PLAN = Asked("N 7.3", PLAN_CHECK, Subject.PLAN, (Body.IMPROVEMENT_BOARD,))
DATASET = Asked("N 7.3", DATASET_CHECK, Subject.DATASET, (Body.IMPROVEMENT_BOARD,))


def latest(agreements: Iterable[Agreed], subject: Subject, body: Body, today: date) -> Agreed | None:
    """Return the last time a body agreed something, by today."""
    found = [a for a in agreements if (a.subject, a.body) == (subject, body) and a.agreed_on <= today]
    return max(found, key=lambda one: one.agreed_on, default=None)


def agreed_by_all(asked: Asked, agreements: Sequence[Agreed], today: date) -> date | None:
    """Return the day on which the last of the bodies agreed, once all of them have."""
    found = [latest(agreements, asked.subject, body, today) for body in asked.bodies]
    days = [one.agreed_on for one in found if one is not None]
    return max(days) if len(days) == len(asked.bodies) else None


def agreed_check(asked: Asked, agreements: Sequence[Agreed], today: date) -> Check:
    """Check that every body the Notice names has agreed, with each decision's reference.

    The paragraphs give no date, so what is not agreed is not met. A decision taken without a quorum (rule 10)
    leaves it at risk.
    """
    found = {body: latest(agreements, asked.subject, body, today) for body in asked.bodies}
    given = [one for one in found.values() if one is not None]
    lacking = [f"the {body}" for body, one in found.items() if one is None]
    if not given:
        reason = f"Nothing is entered as agreed; {listed(lacking)} {'is' if len(lacking) == 1 else 'are'} to agree it."
        return Check(asked.ref, asked.check, CheckState.NOT_MET, reason)
    reason = f"Agreed {listed([told(one) for one in given])}"
    if lacking:
        return Check(asked.ref, asked.check, CheckState.NOT_MET, f"{reason}; not yet by {listed(lacking)}.")
    if doubtful := [one for one in given if one.inquorate]:
        reason += f"; {listed([_cited(one) for one in doubtful])} was taken without a quorum"
        return Check(asked.ref, asked.check, CheckState.AT_RISK, f"{reason}.")
    return Check(asked.ref, asked.check, CheckState.MET, f"{reason}.")


def told(one: Agreed) -> str:
    """Say who agreed, when, and where that is minuted: `by the Improvement Board on 21 Feb 2013 (decision D3/02)`."""
    cited = _cited(one)
    return f"by the {one.body} on {show(one.agreed_on)}{f' ({cited})' if cited else ''}"


def _cited(one: Agreed) -> str:
    return f"decision {one.decision}" if one.decision else one.reference

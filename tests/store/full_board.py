"""A Board that has some of everything: each register filled, a letter and reports in draft, meetings in every state.

Meeting 1 is signed off, 2 in draft, 3 in session, 4 to 6 are planned.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

from boardtui.domain.states import Role
from boardtui.services import (
    actions,
    agreements,
    assurance,
    board,
    correspondence,
    evidence,
    fact_check,
    findings,
    indicators,
    judgements,
    letter_blocks,
    letterhead,
    letters,
    meetings,
    minutes,
    notice,
    plan,
    reports,
    scrutiny,
    support,
    terms,
)
from boardtui.store.create import create
from boardtui.store.reading.letters import letter
from boardtui.store.unit import Work
from tests.letterheads import picture_file
from tests.services import small

NOW = datetime(2013, 4, 4, 14, 0)
LATER = datetime(2013, 4, 4, 14, 20)
"""When the tests go on with it: twenty minutes into meeting 3."""

SAID_AT_2 = (
    "present: ALL, LEG",
    "# 2",
    "amend 1/1.1: everybody => all members",
    "confirmed: as amended",
    "# 4",
    "? Who audits the audits?",
    "> 1/4.1 answered: Staff were ill",
    "! POL, DCS by 14 Mar: Name a lead officer",
    "(restricted: child) ! LEG by next meeting: See the family again",
    "= The audit programme was agreed",
    "= The remits were agreed",
    "> 1/01 done: It is written",
    "> 1.2 R: no audits; path: LEG starts in March",
)
SAID_AT_3 = (
    "present: IC, DCS",
    "deputy: DDN for CCG",
    "interest: POL item 7: governor",
    "# 4",
    "A note of the third meeting",
    "> 1/02 by 1 May: figures come late",
    "! DCS by 16 May: Publish the plan",
    "= It was agreed to publish",
    "! XYZ by 1 Mar: not understood",
)


def build(path: Path) -> None:
    """Fill a new file at `path`."""
    create(path)
    small.build(path)
    desk = small.at(path, NOW, Role.ADMINISTRATOR)
    desk.do(registers)
    desk.do(lambda work: [minutes.enter(work, 2, typed) for typed in SAID_AT_2])
    desk.do(lambda work: meetings.close_meeting(work, 2))
    desk.do(lambda work: meetings.plan_meetings(work, 2))
    desk.do(papers)
    desk.do(lambda work: meetings.start_meeting(work, 3))
    for typed in SAID_AT_3:
        desk.do(lambda work, t=typed: minutes.enter(work, 3, t))  # type: ignore[misc]  # a lambda with defaults
    desk.close()


def registers(work: Work) -> None:
    """Fill every register."""
    notice.add_source(work, code="O", kind="inspection", title="Inspection", published=date(2012, 7, 13))
    for number, band in (("1", "Immediately"), ("2", "Within three months")):
        notice.add_requirement(work, ref=f"O 3.{number}", source="O", text=f"Do thing {number}", band=band)
    notice.add_obligation(work, ref="N 5.7 own", title="Send the audit", due=date(2013, 3, 1))
    plan.move_line(work, "1.1", date(2013, 7, 31), "Late start", meeting=1)
    evidence.add_evidence(work, line="1.1", title="Staff list", kept="HR", dated=date(2013, 3, 1))
    evidence.add_evidence(work, line="1.2", title="Audit tool", kept="Audit folder")
    for title in ("Case audit", "Peer review"):
        assurance.add_assurance(work, kind="audit", title=title, done_on=date(2013, 2, 1), body="LSCB")
    findings.add_finding(work, 1, "Plans are late", "4.1")
    findings.add_finding(work, 1, "Visits are short", "4.2")
    judgements.add_judgement(
        work,
        2,
        framework="2012",
        aspect="Overall",
        level="Good",
        given_on=date(2013, 2, 1),
        scale=("Good", "Inadequate"),
    )
    support.add_support(work, provider="LGA", package="Mentoring", starts=date(2013, 1, 1))
    for subject in ("Progress", "Thresholds"):
        correspondence.add_correspondence(
            work,
            received_on=date(2013, 3, 1),
            sender="Minister",
            subject=subject,
            asks="Say when",
            due=date(2013, 5, 1),
        )
    figures: dict[str, Any] = {"unit": "%", "baseline": "50", "target_6": "60", "target_12": "80"}
    days = {"baseline_on": date(2012, 11, 26), "six_on": date(2013, 5, 26), "twelve_on": date(2013, 11, 26)}
    columns = figures | days
    for ref in ("I1", "I2"):
        indicators.add_indicator(work, ref=ref, title=f"Measure {ref}", lines=["1.1"], lead="DCS", **columns)
        for month in (1, 2):
            indicators.add_value(work, ref, date(2013, month, 1), str(50 + 3 * month), meeting=2)
    board.close_day(work, date(2013, 8, 1), "Carnival")
    terms.set_term(work, "ZZB", "Zonal Board")
    letterhead.set_picture(work, picture_file())
    actions.serve_lines(work, "1/01", ["1.1"])


def papers(work: Work) -> None:
    """Start a letter and both sorts of report, and edit a part of each."""
    agreements.add_agreement(work, subject="audit programme", body="Improvement Board", decision="D2/1")
    letters.start_letter(work)
    reports.start_report(work, "six-month")
    scrutiny.start_scrutiny(work, committee="Scrutiny", dated=date(2013, 5, 1))
    for series in ("letter", "report"):
        own = next(one for one in letter(work.db, 1, series).blocks if one.key == "judgement")
        letter_blocks.edit_block(work, own.id, own.version, "The pace is too slow.")
    fact_check.add_comment(work, 1, "The date is wrong", by="LEG")

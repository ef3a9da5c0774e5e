"""One realistic paper: two meetings, twenty lines, two of them red, and the ordinary run of actions and challenges."""

from __future__ import annotations

from datetime import date

from boardtui.domain.papers import LetterPaper
from tests.documents.letter_papers import action, closed, entry, late, letter, line, obligation, paper, register

RED = (
    line(
        "5.3",
        "R",
        "A",
        title="Needs analysis of children and families",
        reason="The analyst's post is vacant and two chapters are not begun. The draft is six months old.",
        path="County analyst to join for twelve weeks from 3 June; CCG to supply the health data by 31 May.",
        moves=2,
    ),
    line(
        "6.3",
        "R",
        title="Monthly supervision of social workers",
        reason="Only 62% of staff had supervision in April.",
        path="Recruit two team managers by July.",
    ),
)
AMBER = tuple(
    line(f"2.{n}", "A", "G" if n == 1 else None, title=title, reason=reason, path=path)
    for n, (title, reason, path) in enumerate(
        (
            ("Core groups", "Attendance has fallen to 61%.", "Each agency to name a substitute by 14 June."),
            ("Early help", "The strategy waits for the Trust.", "Adoption by the Children's Trust on 25 June."),
            ("Timely assessments", "71 per cent are on time, but core assessments lag.", "A tracker from June."),
            ("CAF reviews", "Reviews are late in two localities.", "Weekly review clinics."),
            ("Return interviews", "The two counts differ.", "Both services to count May together."),
        ),
        start=1,
    )
)
GREEN = (
    line(
        "3.4",
        "G",
        "A",
        title="Statutory visits on time",
        reason="290 of 312 children on plans were visited in time in April.",
    ),
    *(line(f"4.{n}", "G") for n in range(1, 10)),
)
BLUE = tuple(line(f"1.{n}", "B") for n in range(1, 4))


def typical() -> LetterPaper:
    """Return the paper of an ordinary second letter."""
    open_ = (
        late("3/01", 40, "Agree with general practices a one-page report for conferences", leads=("CCG",), slips=2),
        late("4/02", 6, "Report agency turnover by team", leads=("HWD",)),
        action("4/03", state="done"),
        action("5/01", "Visit two offices", leads=("IC", "POL"), due=date(2013, 6, 14)),
        action("5/02", "Say who replaces the team manager", restricted="Staffing"),
    )
    shut = (
        closed("3/02", "All 312 children on a plan have one in the new format."),
        closed("3/03", "Briefings given."),
    )
    return paper(
        letter=letter(2, 4, 5, subject="The Chair's report at six months"),
        attendance=(*register(4, away=("BHT", "CCG"), deputies=("CCG",)), *register(5, away=("BHT", "CCG"))),
        lines=(*BLUE, *AMBER, *GREEN, *RED),
        open=open_,
        closed=shut,
        raised=(open_[1], open_[2], open_[3], open_[4]),
        challenges=(
            entry("4/6.1", "challenge", "The Divisional Commander asked who decides that a child needs no interview.",
                  answered_by="5/7.2"),
            entry("5/4.1", "challenge", "The Chair asked the Chief Officer what general practice will do meanwhile."),
        ),
        answers=(
            entry("5/7.2", "update", "Since 1 May the police co-ordinator decides and a manager countersigns.",
                  answers="4/6.1"),
        ),
        obligations=(
            obligation("N 5.7 audit", "Audit of all case files", date(2013, 1, 26), "met late",
                       requirement="N 5.7", binds="council", met_on=date(2013, 3, 14)),
            obligation("N 8.1 six", "Chair's 6-month report to the Minister", date(2013, 5, 26), "due soon"),
            obligation("N 8.1 twelve", "Chair's 12-month report to the Minister", date(2013, 11, 26), "not yet due"),
        ),
    )  # fmt: skip

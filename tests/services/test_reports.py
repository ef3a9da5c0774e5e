"""The Chair's and the Leader's reports: started, checked, never overwritten, signed, sent (N 8.1, 8.2; DESIGN 4)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from boardtui.domain.states import Role, SignedHow
from boardtui.domain.views import Block, FactComment, Letter
from boardtui.errors import BoardError, LockedError, NotFoundError
from boardtui.services import fact_check, indicators, letters, plan, reports
from boardtui.services.desk import Desk
from boardtui.store.reading.letters import fact_comments, letter
from boardtui.store.reading.letters import letters as all_letters
from boardtui.store.reading.notice import obligations

SIX = 2
"""The sample's six-month report, in draft."""

PAPER = SignedHow.PAPER


@pytest.fixture
def report(desk: Desk) -> Desk:
    """Return the desk with the six-month report drafted from today's records."""
    desk.do(lambda work: letters.redraft(work, SIX, "report"))
    return desk


def shown(desk: Desk, number: int = SIX) -> Letter:
    return desk.read(lambda db: letter(db, number, "report", desk.today))


def block(desk: Desk, key: str, number: int = SIX) -> Block:
    return next(one for one in shown(desk, number).blocks if one.key == key)


def write(desk: Desk, key: str, text: str) -> None:
    found = block(desk, key)
    desk.do(lambda work: letters.edit_block(work, found.id, found.version, text))


def comments(desk: Desk) -> list[FactComment]:
    return desk.read(lambda db: fact_comments(db, SIX))


def sign(desk: Desk) -> None:
    write(desk, "judgement", "The pace is too slow.")
    desk.do(lambda work: letters.sign_letter(work, SIX, by="Independent Chair", how=PAPER, series="report"))


def test_a_report_covers_the_meetings_since_the_last_one_by_the_same_hand(desk: Desk) -> None:
    assert (shown(desk).kind, shown(desk).first_meeting, shown(desk).last_meeting) == ("six-month", 3, 5)
    assert desk.do(lambda work: reports.start_report(work, "Leader's")).value == 3
    leaders = shown(desk, 3)
    assert (leaders.first_meeting, leaders.last_meeting, leaders.name) == (1, 5, "report 3")
    assert desk.do(lambda work: reports.start_report(work, "ad hoc")).value == 4
    assert (shown(desk, 4).first_meeting, shown(desk, 4).last_meeting) == (6, 5)
    assert len(desk.read(all_letters)) == 2


def test_a_kind_that_is_none_is_refused(desk: Desk) -> None:
    with pytest.raises(BoardError, match="There is no weekly report"):
        desk.do(lambda work: reports.start_report(work, "weekly"))


def test_the_judgement_is_never_drafted_and_everything_else_is(report: Desk) -> None:
    assert [one.key for one in shown(report).blocks if not one.text] == ["judgement", "asks"]
    keys = [one.key for one in shown(report).blocks]
    assert keys[:4] == ["judgement", "summary", "difference", "position"]
    assert [key for key in keys if key.startswith("N ")] == ["N 3", "N 4", "N 5", "N 6", "N 7"]
    assert [key for key in keys if key[0] == "I"] == [f"I{n}" for n in range(1, 15)]
    assert keys[-4:] == ["concerns", "validation", "next", "asks"]


def test_every_figure_of_a_fresh_draft_says_what_its_source_says(report: Desk) -> None:
    figures = [figure for one in shown(report).blocks for figure in one.figures]
    assert len(figures) > 300
    assert not [figure for figure in figures if figure.stale]
    for one in shown(report).blocks:
        assert all(figure.tabled or figure.said in one.text for figure in one.figures)


def test_a_figure_whose_source_changed_is_stale_until_it_is_drafted_again(report: Desk) -> None:
    def change(work: object) -> None:
        indicators.add_value(work, "I1", date(2013, 4, 30), "95", because="Ten visits were entered late.")  # type: ignore[arg-type]

    report.do(change)
    stale = [one for one in block(report, "I1").figures if one.stale and not one.tabled]
    assert {(one.value, one.now) for one in stale} == {("93", "95")}
    report.do(lambda work: letters.redraft(work, SIX, "report"))
    assert not [one for one in block(report, "I1").figures if one.stale]
    assert "95 per cent" in block(report, "I1").text


def test_drafting_again_leaves_edited_text_and_shows_that_its_figure_is_stale(report: Desk) -> None:
    write(report, "I1", "Visits: 93 per cent in April 2013, and I have asked why not more.")
    report.do(lambda work: indicators.add_value(work, "I1", date(2013, 4, 30), "95", because="Visits entered late."))
    report.do(lambda work: letters.redraft(work, SIX, "report"))
    kept = block(report, "I1")
    assert kept.edited
    assert kept.text.startswith("Visits: 93 per cent")
    assert "95 per cent" in kept.drafted
    assert [(one.value, one.now) for one in kept.figures if one.stale and not one.tabled] == [("93", "95")]
    report.do(lambda work: letters.use_draft(work, kept.id, None))
    figures = block(report, "I1").figures
    assert not [one for one in figures if one.stale]
    report.do(lambda work: letters.redraft(work, SIX, "report"))
    assert {(one.ref, one.said) for one in block(report, "I1").figures} == {(one.ref, one.said) for one in figures}


def test_drafting_again_with_nothing_new_changes_nothing(report: Desk) -> None:
    before = report.read(lambda db: db.execute("SELECT * FROM letter_block").fetchall())
    figures = report.read(lambda db: db.execute("SELECT * FROM figure").fetchall())
    report.do(lambda work: letters.redraft(work, SIX, "report"))
    assert report.read(lambda db: db.execute("SELECT * FROM letter_block").fetchall()) == before
    assert report.read(lambda db: db.execute("SELECT * FROM figure").fetchall()) == figures


def test_the_council_checks_the_facts_and_the_chair_decides_each_comment(report: Desk) -> None:
    report.do(lambda work: fact_check.send_to_fact_check(work, SIX))
    assert shown(report).state == "fact check"
    report.do(lambda work: fact_check.add_comment(work, SIX, "It was 92.", block="I1", by="DCS"))
    report.do(lambda work: fact_check.add_comment(work, SIX, "The tone is harsh.", by="DCS"))
    told = report.do(lambda work: letters.submit_letter(work, SIX, "report")).told
    assert told == ("2 comments of the fact check wait for a decision: 1 and 2.",)
    report.do(lambda work: fact_check.decide_comment(work, SIX, 1, "accepted"))
    with pytest.raises(BoardError, match="declined with an answer"):
        report.do(lambda work: fact_check.decide_comment(work, SIX, 2, "declined"))
    report.do(lambda work: fact_check.decide_comment(work, SIX, 2, "declined", "The opinions are mine."))
    assert [(one.number, one.block, one.decision) for one in comments(report)] == [
        (1, "I1", "accepted"),
        (2, None, "declined"),
    ]
    with pytest.raises(NotFoundError):
        report.do(lambda work: fact_check.decide_comment(work, SIX, 3, "accepted"))


def test_laying_an_unchecked_report_before_the_chair_says_so(report: Desk) -> None:
    told = report.do(lambda work: letters.submit_letter(work, SIX, "report")).told
    assert told == ("The council has not checked the facts in report 2.",)
    report.do(lambda work: letters.return_letter(work, SIX, "report"))
    assert shown(report).state == "draft"


def test_a_report_is_not_signed_without_the_chairs_judgement(report: Desk) -> None:
    with pytest.raises(BoardError, match="judgement is not written"):
        report.do(lambda work: letters.sign_letter(work, SIX, by="Chair", how=PAPER, series="report"))


def test_the_leaders_report_is_not_signed_in_the_program(desk: Desk, open_desk: Callable[..., Desk]) -> None:
    number = desk.do(lambda work: reports.start_report(work, "Leader's")).value
    found = block(desk, "judgement", number)
    desk.do(lambda work: letters.edit_block(work, found.id, None, "We shall meet most of them."))
    chair = open_desk(desk.path, role=Role.CHAIR)
    with pytest.raises(BoardError, match="Leader does not sign in the program"):
        chair.do(lambda work: letters.sign_letter(work, number, by="Leader", series="report"))
    desk.do(lambda work: letters.sign_letter(work, number, by="Leader", how=PAPER, series="report"))
    assert shown(desk, number).state == "signed"


def test_a_signed_report_is_locked_and_never_drafted_again(report: Desk) -> None:
    sign(report)
    found = block(report, "summary")
    for change in (
        lambda work: letters.redraft(work, SIX, "report"),
        lambda work: letters.edit_block(work, found.id, None, "x"),
        lambda work: fact_check.add_comment(work, SIX, "x"),
    ):
        with pytest.raises(LockedError, match="Report 2 is signed"):
            report.do(change)


def test_signing_takes_the_figures_of_the_tables_anew(report: Desk) -> None:
    report.do(lambda work: plan.rate(work, line="1.1", level="G", meeting=5, reason="Adopted.", by="the Board"))
    assert [one for one in block(report, "N 3").figures if one.tabled and one.stale]
    sign(report)
    figures = block(report, "N 3").figures
    assert not [one for one in figures if one.tabled and one.stale]
    assert [one for one in figures if not one.tabled and one.stale]


def test_sending_a_report_meets_the_duty_that_asks_for_it(report: Desk) -> None:
    sign(report)
    told = report.do(lambda work: letters.send_letter(work, SIX, to="Private Office", series="report")).told
    assert told == ("The duty “Chair's 6-month progress report to the Minister” is noted as met on that day.",)
    duty = {one.ref: one for one in report.read(lambda db: obligations(db, report.today))}["N 8.1 6-month report"]
    assert (duty.met_on, duty.evidence) == (report.today, "Report 2, sent to Private Office.")

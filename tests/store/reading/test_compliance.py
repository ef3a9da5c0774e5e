"""The compliance checks as they are read from the records."""

from __future__ import annotations

from datetime import date
from typing import Any

from boardtui.domain.checks import Check, CheckState
from boardtui.store import models
from boardtui.store.reading import compliance as reading
from tests.store.reading.building import Building, Told
from tests.store.reading.conftest import Boardfile

TODAY = date(2013, 5, 20)
MET, NOT_MET, NOT_APPLICABLE = CheckState.MET, CheckState.NOT_MET, CheckState.NOT_APPLICABLE


def checks(file: Boardfile, today: date = TODAY) -> dict[str, Check]:
    return {one.check: one for one in file.read(lambda db: reading.compliance(db, today))}


def agree(b: Building, subject: str, body: str, **more: Any) -> None:
    number = b.next("agreement")
    row = models.Agreement(number=number, subject=subject, body=body, agreed_on=date(2013, 4, 4), **more)
    b.add(row, str(number))


def assure(b: Building, number: int, kind: str = "audit", **more: Any) -> None:
    b.add(models.Assurance(number=number, kind=kind, title=f"Look {number}", **more), str(number))


def fill(b: Building) -> None:
    """Fill a Board that meets every check."""
    b.board()
    b.offices("IC", kind="chair")
    b.offices("DfE", kind="observer", organisation="Department for Education")
    b.offices("POL", "CCG")
    b.offices("SEC", kind="officer", title="Secretary to the Board")
    b.meeting(1, date(2013, 4, 4))
    b.meeting(2, date(2013, 5, 16), state="with Chair")
    b.meeting(3, date(2013, 6, 27), state="planned")
    b.item(1, 1)
    agreed = b.entry("1/1", "The plan was agreed", "decision", decision_number=2)
    b.source("N")
    b.requirement("N 3.1")
    b.requirement("N 8.1", "chair")
    b.line("1.1")
    b.answers("1.1", "N 3.1")
    b.obligation("N 8.1 initial", binds="chair", due=date(2013, 1, 26), met_on=date(2013, 1, 25))
    b.obligation("N 8.1 external validation", binds="board")
    b.obligation("N 8.2 Leader six months", due=date(2013, 5, 26), met_on=date(2013, 5, 17))
    b.obligation("N 8.2 review six months", binds="department", due=date(2013, 5, 19))
    for subject in ("practice standards", "audit programme", "remits of the three boards", "Improvement Plan"):
        agree(b, subject, "Improvement Board", entry_id=agreed)
    agree(b, "dataset of indicators", "Improvement Board")
    for subject in ("audit programme", "remits of the three boards"):
        agree(b, subject, "Safeguarding Children Board", reference="minute 4")
    agree(b, "remits of the three boards", "Children's Trust")
    told: Told = {"improvement_board_on": date(2013, 4, 4), "safeguarding_board_on": date(2013, 4, 10)}
    assure(b, 1, done_on=date(2013, 3, 1), **told)
    assure(b, 2, "peer review", done_on=date(2013, 5, 1), validates=True)
    b.add(models.Support(number=1, provider="Leeds", package="Front door", agreed_on=date(2013, 2, 21)), "1")
    targets: Told = {"baseline": "78", "baseline_on": date(2012, 10, 31), "target_6": "92", "target_12": "97"}
    b.add(models.Indicator(position=1, ref="I1", title="Visits", **targets), "I1")


def test_every_check_is_put_together_from_the_records(file: Boardfile) -> None:
    with file.building() as b:
        fill(b)
    found = checks(file)
    assert {one.state for one in found.values()} == {MET}
    assert [one.check for one in found.values() if one.ref == "N 8.1"] == [
        "Duty N 8.1 initial",
        "External validation commissioned and carried out",
    ]
    assert [one.check for one in found.values() if one.ref == "N 8.2"] == ["Duty N 8.2 Leader six months"]
    assert found["Improvement Plan agreed"].reason == "Agreed by the Improvement Board on 4 Apr 2013 (decision D1/02)."
    assert "(minute 4)" in found["Audit programme agreed by both boards"].reason
    assert found["Audits reported to both boards"].reason.startswith("1 audit done (A1)")
    assert found["External validation commissioned and carried out"].reason.startswith("A2 (Look 2)")
    assert found["Package of support agreed"].reason == "Agreed with Leeds on 21 Feb 2013 (SP1)."


def test_n_5_9_only_audits_are_reported_to_both_boards(file: Boardfile) -> None:
    with file.building() as b:
        fill(b)
        for number, kind in enumerate(("department review", "monitoring visit", "inspection"), 3):
            assure(b, number, kind, done_on=date(2013, 3, 1))
    assert checks(file)["Audits reported to both boards"].state == MET
    with file.building() as b:
        assure(b, 6, "multi-agency audit", done_on=date(2013, 3, 1))
    assert checks(file)["Audits reported to both boards"].state == NOT_MET


def test_n_5_1_a_decision_that_is_one_no_longer_is_not_cited(file: Boardfile) -> None:
    with file.building() as b:
        fill(b)
    with file.building() as b:
        entry = b.work.get(models.Entry, "entry:The plan was agreed")
        b.work.get(models.Meeting, entry.meeting_id).state = "minutes in draft"
        b.work.session.flush()
        entry.kind, entry.decision_number = "note", None
    found = checks(file)["Practice standards agreed"]
    assert found.reason == "Agreed by the Improvement Board on 4 Apr 2013."


def test_n_7_3_a_requirement_counts_until_the_day_it_is_withdrawn(file: Boardfile) -> None:
    with file.building() as b:
        fill(b)
        b.requirement("N 6.3", withdrawn_on=date(2013, 5, 21), withdrawn_because="Amended")
    assert checks(file)["Every requirement is answered"].state == NOT_MET
    assert checks(file, date(2013, 5, 21))["Every requirement is answered"].state == MET
    assert file.read(reading.cover).unanswered == ()


def test_a_check_set_aside_is_read_with_its_reason(file: Boardfile) -> None:
    with file.building() as b:
        fill(b)
        b.add(models.CheckSetting(name="Administrative support", not_applicable="Paid for elsewhere."), "1")
    found = checks(file)["Administrative support"]
    assert (found.state, found.reason) == (NOT_APPLICABLE, "Paid for elsewhere.")


def test_n_8_1_a_report_duty_that_does_not_apply_says_why(file: Boardfile) -> None:
    with file.building() as b:
        fill(b)
        b.obligation("N 8.1 twelve months", due=date(2013, 11, 26), not_applicable="Lifted before.")
    found = checks(file)["Duty N 8.1 twelve months"]
    assert (found.state, found.reason) == (NOT_APPLICABLE, "Lifted before.")


def test_n_8_2_no_check_applies_once_the_notice_is_lifted(file: Boardfile) -> None:
    with file.building() as b:
        fill(b)
    with file.building() as b:
        b.work.get(models.Instrument, "instrument:notice").lifted_on = TODAY
    assert {one.state for one in checks(file).values()} == {NOT_APPLICABLE}
    assert {one.state for one in checks(file, date(2013, 5, 19)).values()} == {MET}


def test_the_duties_may_be_read_before(file: Boardfile) -> None:
    with file.building() as b:
        fill(b)
    found = file.read(lambda db: reading.compliance(db, TODAY, []))
    assert {one.check for one in found if one.state == NOT_MET} == {
        "Reports sent in time",
        "Leader's reports sent in time",
    }


def test_an_empty_board_under_a_notice_is_read(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
    found = checks(file)
    assert len(found) == 18
    assert MET not in {one.state for one in found.values()}


def test_without_a_notice_its_checks_do_not_apply(file: Boardfile) -> None:
    with file.building() as b:
        b.add(models.Board(name="Committee", council="Leeds"), "board")
    assert {one.state for one in checks(file).values()} == {NOT_APPLICABLE}

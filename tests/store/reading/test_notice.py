"""Reads of the Notice."""

from __future__ import annotations

from datetime import date

from boardtui.domain.checks import CheckState
from boardtui.store import models
from boardtui.store.reading import notice as reading
from tests.store.reading.building import Told
from tests.store.reading.conftest import Boardfile

TODAY = date(2013, 5, 20)


def test_the_notice_comes_first_among_the_sources(file: Boardfile) -> None:
    with file.building() as b:
        b.source("A", kind="audit", published=date(2012, 8, 1))
        b.source("O", kind="inspection", published=date(2012, 7, 13))
        b.source("N", published=date(2012, 11, 26))
        b.requirement("O 3.1")
        b.requirement("N 8.1")
        b.requirement("N 3.1")
    assert [source.code for source in file.read(reading.sources)] == ["N", "O", "A"]
    assert [r.ref for r in file.read(reading.requirements)] == ["N 8.1", "N 3.1", "O 3.1"]


def test_lines_answer_any_requirement_and_obligations_all_but_the_councils(file: Boardfile) -> None:
    with file.building() as b:
        b.source("N")
        b.requirement("N 5.7")
        b.requirement("N 8.1", "chair")
        b.requirement("N 8.2", "department")
        b.requirement("N 7.2", "board", own_number=True)
        for line in ("1.2", "1.1"):
            b.line(line)
            b.answers(line, "N 5.7")
        b.answers("1.1", "N 8.1")
        b.obligation("N 5.7 audit", requirement_id="requirement:N 5.7")
        b.obligation("first report", requirement_id="requirement:N 8.1", binds="chair")
        b.obligation("N 8.2 review six months", binds="department")
    found = {r.ref: r for r in file.read(reading.requirements)}
    assert found["N 5.7"].answered_by == ("1.2", "1.1")
    assert found["N 8.1"].answered_by == ("1.1", "first report")
    assert found["N 8.2"].answered_by == ("N 8.2 review six months",), "by its paragraph, without a link"
    assert (found["N 7.2"].answered_by, found["N 7.2"].own_number) == ((), True)


def test_obligations_come_by_date_with_their_states(file: Boardfile) -> None:
    with file.building() as b:
        b.obligation("no date")
        b.obligation("later", due=date(2013, 11, 26))
        b.obligation("sunday", due=date(2013, 5, 26))
        b.obligation("late", due=date(2013, 1, 26), met_on=date(2013, 2, 14))
        b.obligation("overdue", due=date(2013, 5, 19))
        b.obligation("other", due=date(2013, 5, 1), not_applicable="No such school.", note="See N 9.")
        b.obligation("soon", due=date(2013, 5, 26))
    found = file.read(lambda db: reading.obligations(db, TODAY))
    assert [(o.ref, o.state) for o in found] == [
        ("late", "met late"),
        ("other", "not applicable"),
        ("overdue", "overdue"),
        ("sunday", "due soon"),
        ("soon", "due soon"),
        ("later", "not yet due"),
        ("no date", "not yet due"),
    ]
    by_ref = {o.ref: o for o in found}
    assert by_ref["sunday"].send_by == date(2013, 5, 24)
    assert (by_ref["later"].send_by, by_ref["late"].send_by) == (date(2013, 11, 26), None)
    assert by_ref["other"].note == "No such school. See N 9."


def test_compliance_is_put_together_from_the_records(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.offices("IC", kind="chair")
        b.offices("DfE", kind="observer", organisation="Department for Education")
        b.offices("POL", "CCG")
        b.offices("SEC", kind="officer", title="Secretary to the Board")
        b.meeting(1, date(2013, 4, 4))
        b.meeting(2, date(2013, 5, 16), state="with Chair")
        b.meeting(3, date(2013, 6, 27), state="planned")
        b.source("N")
        b.requirement("N 3.1")
        b.requirement("N 8.1", "chair")
        b.line("1.1")
        b.answers("1.1", "N 3.1")
        b.obligation("N 8.1 initial", binds="chair", due=date(2013, 1, 26), met_on=date(2013, 1, 25))
        b.obligation("N 5.7 audit", due=date(2013, 1, 26), met_on=date(2013, 2, 14))
    checks = file.read(lambda db: reading.compliance(db, TODAY))
    assert {check.state for check in checks} == {CheckState.MET}
    assert [check.check for check in checks if check.ref == "N 8.1"] == ["Duty N 8.1 initial"]


def test_compliance_says_what_is_not_met(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.meeting(1, date(2013, 4, 4))
        b.meeting(2, date(2013, 5, 17), state="with Chair")
        b.meeting(3, date(2013, 6, 27), state="cancelled")
        b.source("N")
        b.requirement("N 3.1")
        b.line("1.1")
        b.obligation("N 8.1 initial", binds="chair", due=date(2013, 1, 26))
    checks = {check.check: check for check in file.read(lambda db: reading.compliance(db, TODAY))}
    assert checks["Meetings every six weeks"].state == CheckState.NOT_MET
    assert "43 days" in checks["Meetings every six weeks"].reason
    assert checks["Every requirement is answered"].state == CheckState.NOT_MET
    assert checks["Every plan line answers a requirement"].state == CheckState.NOT_MET
    assert checks["Duty N 8.1 initial"].state == CheckState.NOT_MET


def test_an_agreed_variation_is_taken_into_account(file: Boardfile) -> None:
    agreed: Told = {"applies_from": date(2013, 5, 1), "agreed_on": date(2013, 4, 30), "agreed_by": "DfE"}
    with file.building() as b:
        b.board()
        b.meeting(1, date(2013, 4, 4))
        b.meeting(2, date(2013, 5, 17), state="with Chair")
        b.meeting(3, date(2013, 6, 27), state="planned")
        b.add(models.Variation(days=56, **agreed), "1")
    check = file.read(lambda db: reading.compliance(db, TODAY))[0]
    assert (check.ref, check.state) == ("N 7.2", CheckState.MET)


def test_without_a_notice_its_checks_do_not_apply(file: Boardfile) -> None:
    with file.building() as b:
        b.add(models.Board(name="Committee", council="Leeds"), "board")
    states = {check.state for check in file.read(lambda db: reading.compliance(db, TODAY))}
    assert states == {CheckState.NOT_APPLICABLE}

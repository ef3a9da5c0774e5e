"""Reads of the Notice."""

from __future__ import annotations

from datetime import date

from boardtui.domain.checks import CheckState
from boardtui.store import models
from boardtui.store.reading import notice as reading
from boardtui.store.reading.compliance import compliance, cover
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
    checks = {check.check: check for check in file.read(lambda db: compliance(db, TODAY))}
    met = {name for name, check in checks.items() if check.state == CheckState.MET}
    assert met >= {"Meetings every six weeks", "Independent Chair", "Every requirement is answered"}
    assert met >= {"Every plan line answers a requirement", "Duty N 8.1 initial"}
    assert "Duty N 5.7 audit" not in checks


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
    checks = {check.check: check for check in file.read(lambda db: compliance(db, TODAY))}
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
    checks = {check.check: check for check in file.read(lambda db: compliance(db, TODAY))}
    assert checks["Meetings every six weeks"].state == CheckState.MET


def test_without_a_notice_its_checks_do_not_apply(file: Boardfile) -> None:
    with file.building() as b:
        b.add(models.Board(name="Committee", council="Leeds"), "board")
    states = {check.state for check in file.read(lambda db: compliance(db, TODAY))}
    assert states == {CheckState.NOT_APPLICABLE}


def test_a_withdrawn_requirement_is_listed_and_no_longer_counts_n_7_3(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.source("N")
        b.requirement("N 3.1")
        b.requirement("N 6.3", withdrawn_on=date(2013, 3, 1), withdrawn_because="Amended.")
        b.line("1.1")
        b.answers("1.1", "N 6.3")
    found = {one.ref: one for one in file.read(reading.requirements)}
    assert (found["N 6.3"].withdrawn_on, found["N 6.3"].withdrawn_because) == (date(2013, 3, 1), "Amended.")
    covered = file.read(cover)
    assert covered.unanswered == ("N 3.1",)
    assert covered.answering_nothing == ("1.1",)


def report(ref: str = "N 8.1 12-month report", **more: object) -> Told:
    counted: Told = {"months": 12, "counted_from": date(2012, 11, 26), "repeats_months": 6, "due": date(2013, 11, 26)}
    return {"ref": ref, "title": "Chair's twelve-month report", "binds": "chair"} | counted | more


def times(file: Boardfile, today: date) -> list[tuple[str, str, str]]:
    found = file.read(lambda db: reading.obligations(db, today))
    return [(one.ref, one.due.isoformat() if one.due else "", one.state) for one in found]


def test_a_duty_that_comes_again_is_listed_up_to_the_first_after_today_n_8_1(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.obligation(**report())
    assert [one[0] for one in times(file, date(2013, 11, 25))] == ["N 8.1 12-month report"]
    assert times(file, date(2014, 6, 1)) == [
        ("N 8.1 12-month report", "2013-11-26", "overdue"),
        ("N 8.1 18-month report", "2014-05-26", "overdue"),
        ("N 8.1 24-month report", "2014-11-26", "not yet due"),
    ]
    later = file.read(lambda db: reading.obligations(db, date(2014, 4, 30)))[1]
    assert (later.id, later.title, later.months, later.binds) == ("", "Chair's eighteen-month report", 18, "chair")
    assert later.send_by == date(2014, 5, 23), "26 May 2014 is a bank holiday Monday"


def test_a_later_time_that_was_met_is_listed_once_and_the_next_one_after_it(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.obligation(**report(met_on=date(2013, 11, 20)))
        b.obligation("N 8.1 18-month report", due=date(2014, 5, 26), met_on=date(2014, 5, 1), binds="chair")
    assert times(file, date(2014, 5, 2)) == [
        ("N 8.1 12-month report", "2013-11-26", "met"),
        ("N 8.1 18-month report", "2014-05-26", "met"),
        ("N 8.1 24-month report", "2014-11-26", "not yet due"),
    ]


def test_after_lifting_nothing_of_the_notice_comes_again_and_other_sources_go_on(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.add(
            models.Instrument(
                number=2,
                kind="notice",
                title="Notice",
                commenced=date(2012, 11, 26),
                lifted_on=date(2014, 6, 1),
            ),
            "notice 2",
        )
        b.source("C", kind="commissioner")
        b.obligation(**report(met_on=date(2013, 11, 20)))
        again = {"counted_from": date(2014, 1, 1), "due": date(2014, 7, 1), "months": 6}
        b.obligation(**report("C 2.11 6-month report", **again))
    assert times(file, date(2014, 12, 1)) == [
        ("N 8.1 12-month report", "2013-11-26", "met"),
        ("N 8.1 18-month report", "2014-05-26", "not applicable"),
        ("C 2.11 6-month report", "2014-07-01", "overdue"),
        ("C 2.11 12-month report", "2015-01-01", "not yet due"),
    ]


def test_a_duty_that_does_not_apply_does_not_come_again(file: Boardfile) -> None:
    with file.building() as b:
        b.board()
        b.obligation(**report(not_applicable="Agreed with the department."))
    assert [one[2] for one in times(file, date(2015, 1, 1))] == ["not applicable"]

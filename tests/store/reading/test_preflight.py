"""The before-you-issue check of each paper, read from the records (rule 11)."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.domain.preflight import Finding, still_open
from boardtui.errors import BoardError, NotFoundError
from boardtui.store import models
from boardtui.store.reading.preflight import numbered, preflight
from boardtui.store.reading.secrets import secrets
from tests.store.reading.building import Building, Told
from tests.store.reading.conftest import Boardfile

TODAY = date(2013, 5, 20)
SECRET = "The grandmother was told that her nephew cannot return to the flat"
LEAKED = "Members heard that her nephew cannot return to the flat before June"


def _two_meetings(b: Building) -> None:
    b.board()
    b.offices("IC", "DCS", "POL")
    b.meeting(1, state="signed off")
    b.meeting(2, state="minutes in draft")
    b.meeting(3, date(2013, 6, 27), state="planned")
    for number in (1, 2, 3):
        b.item(number, 1, state="planned" if number == 3 else "taken")


def _checks(file: Boardfile, paper: str, number: int | None = None, version: str = "open") -> list[tuple[str, str]]:
    return [(str(one.check), one.where) for one in _found(file, paper, number, version)]


def _found(file: Boardfile, paper: str, number: int | None = None, version: str = "open") -> list[Finding]:
    return file.read(lambda db: preflight(db, paper, number, TODAY, version))


def test_papers_in_order_have_no_finding(file: Boardfile) -> None:
    with file.building() as b:
        _two_meetings(b)
        b.entry("2/1", "All children were seen")
        b.entry("1/1", "Said")
        b.action("2/01", ["DCS"], due=TODAY)
        b.letter(1, 1, 1)
    for paper in ("agenda", "minutes", "letter"):
        assert _found(file, paper) == []


def test_minutes_are_looked_at_for_everything_of_rule_11(file: Boardfile) -> None:
    with file.building() as b:
        _two_meetings(b)
        b.item(2, 2, "Plan", state="taken")
        b.item(2, 3, "Later", state="deferred", deferred_to_id="meeting:3")
        b.action("1/01", ["DCS"], due=None)
        b.action("2/01", due=TODAY)
        b.entry("2/1", "xyz by when", kind="action", to_tidy="no lead")
        b.entry("2/1", "Agreed", kind="decision", decision_number=1, inquorate="2 of 3 members")
        b.entry("2/1", SECRET, restricted="Identifies a child")
        b.entry("2/1", LEAKED)
        b.entry("2/1", "Child A of 12 Caunce Street")
        b.entry("2/1", "Three children waited")
    assert _checks(file, "minutes", 2) == [
        ("ownerless", "action 2/01"),
        ("dateless", "action 1/01"),
        ("no-entry", "item 2"),
        ("to-tidy", "2/1.1"),
        ("quorum", "2/1.2"),
        ("restricted", "2/1.4"),
        ("identity", "2/1.5"),
        ("small-count", "2/1.6"),
        ("spelling", "2/1.1"),
    ]
    left = {check for check, _ in _checks(file, "minutes", 2, "restricted")}
    assert left == {"ownerless", "dateless", "no-entry", "to-tidy", "quorum", "identity", "spelling"}


def test_rule_12_what_is_restricted_is_not_itself_found(file: Boardfile) -> None:
    with file.building() as b:
        _two_meetings(b)
        b.item(2, 2, "Families", restricted="Identifies a child")
        b.entry("2/1", "Said")
        b.entry("2/2", "Child A of 12 Caunce Street, one of three children")
        b.action("2/01", ["DCS"], due=TODAY, text=SECRET, restricted="Identifies a child")
        b.entry("2/1", SECRET, kind="action", action_id="action:2/01")
        b.line("1.1")
        b.rating("1.1", 2, "A", reason="Three children waited", path=SECRET, restricted="Staffing")
    assert _found(file, "minutes", 2) == []


def test_rule_12_restricted_words_are_found_wherever_everybody_reads_them(file: Boardfile) -> None:
    with file.building() as b:
        _two_meetings(b)
        b.entry("1/1", SECRET, restricted="Identifies a child")
        b.item(3, 2, LEAKED)
        b.item(3, 3, "Visits", paper=LEAKED)
        b.item(2, 2, "Visits", state="taken")
        b.entry("2/1", "Said")
        b.entry("2/2", "Said of it")
        b.action("1/01", ["DCS"], due=TODAY, text=LEAKED)
        b.line("1.1")
        b.rating("1.1", 2, "A", reason=LEAKED, path="By June")
        interest = models.Interest(meeting_id="meeting:2", office_id="office:POL", nature=LEAKED)
        b.add(interest, "POL")
    assert _checks(file, "agenda", 3) == [
        ("restricted", "item 2"),
        ("restricted", "item 3"),
        ("restricted", "action 1/01"),
    ]
    assert _checks(file, "minutes", 2) == [
        ("restricted", "interest of POL"),
        ("restricted", "action 1/01"),
        ("restricted", "line 1.1"),
    ]


def test_rule_12_a_correction_of_a_restricted_paragraph_is_withheld_so_it_is_no_finding(file: Boardfile) -> None:
    with file.building() as b:
        _two_meetings(b)
        closed = b.entry("1/1", SECRET, restricted="Identifies a child")
        said = b.entry("1/1", "Six came")
        for of, old, new in ((closed, "nephew", "cousin"), (said, "six", "seven")):
            correction = b.entry("2/1", new, kind="amendment")
            b.add(models.Amendment(entry_id=correction, amended_id=of, old=old, new=new), new)
    assert _found(file, "minutes", 1, "restricted") == []
    assert _checks(file, "minutes", 1) == []


def test_rule_12_evidence_in_matters_arising_is_printed_unless_a_paragraph_says_what_became_of_it(
    file: Boardfile,
) -> None:
    with file.building() as b:
        _two_meetings(b)
        b.entry("2/1", "Said")
        held = date(2013, 1, 9)
        for ref in ("1/01", "1/02"):
            b.action(ref, ["DCS"], state="closed", closed_on=held, evidence="Three children were seen")
        b.entry("2/1", "Closed", kind="update", action_id="action:1/02")
    assert _checks(file, "minutes", 2) == [("small-count", "action 1/01")]


def _letter(b: Building, number: int, text: str, series: str = "report", **more: object) -> str:
    told: Told = {"subject": "Progress", "first_meeting": 1, "last_meeting": 1, "series": series}
    row = b.add(models.Letter(number=number, **(told | more)), f"{series} {number}")
    block = models.LetterBlock(letter_id=row, position=1, key="targets", heading="Targets", text=text, drafted=text)
    return b.add(block, f"{series} {number}")


def _indicator(b: Building, ref: str, *values: tuple[date, str], line: str | None = None) -> None:
    b.add(models.Indicator(position=1, ref=ref, title="Visits in time", baseline_on=date(2013, 3, 31)), ref)
    for position, (period, value) in enumerate(values, 1):
        row = models.IndicatorValue(
            indicator_id=f"indicator:{ref}",
            period=period,
            position=position,
            value=value,
            given_on=date(2013, 5, 10),
            seen_at_id="meeting:2" if position == 1 else None,
            because="Recounted" if position > 1 else "",
        )
        b.add(row, f"{ref}:{position}")


def test_a_report_is_looked_at_with_its_figures_and_the_dataset(file: Boardfile) -> None:
    april = date(2013, 4, 30)
    with file.building() as b:
        _two_meetings(b)
        _indicator(b, "I1", (april, "80"), (april, "78"))
        _indicator(b, "I2")
        block = _letter(b, 1, "It stood at 78% and 4 actions, and three children waited", last_meeting=2)
        for position, (said, ref, value) in enumerate(
            (("78%", "I1 2013-04", "78"), ("4", "actions overdue", "4"), ("gone", "plan R", "9")), 1
        ):
            row = models.Figure(block_id=block, position=position, said=said, ref=ref, value=value)
            b.add(row, said)
    found = _found(file, "report")
    assert [(str(one.check), one.where) for one in found] == [
        ("unsigned", "report 1"),
        ("unsigned", "report 1: Targets"),
        ("stale", "report 1: Targets"),
        ("restated", "report 1: Targets"),
        ("no-value", "I2"),
        ("small-count", "report 1: Targets"),
    ]
    assert "actions overdue, which was 4 then and is 0 now" in found[2].said


def test_a_letter_minds_only_the_indicators_it_quotes(file: Boardfile) -> None:
    with file.building() as b:
        _two_meetings(b)
        _indicator(b, "I1")
        block = _letter(b, 1, "The target is 90%", series="letter")
    assert _found(file, "letter") == []
    with file.building() as b:
        b.add(models.Figure(block_id=block, position=1, said="90%", ref="I1 target 6", value="90%"), "1")
    assert ("no-value", "I1") in _checks(file, "letter")


def test_a_letter_prints_the_plans_reasons_but_not_the_restricted_ones(file: Boardfile) -> None:
    with file.building() as b:
        _two_meetings(b)
        b.line("1.1")
        b.line("1.2")
        b.rating("1.1", 1, "A", reason="Two families waited", path="By June")
        b.rating("1.2", 1, "A", reason="Three families left", path="By July", restricted="Staffing")
        _letter(b, 1, "", series="letter")
    assert _checks(file, "letter") == [("small-count", "letter 1: line 1.1")]


def test_a_decision_without_a_quorum_is_found_in_the_letter_that_covers_it(file: Boardfile) -> None:
    with file.building() as b:
        _two_meetings(b)
        b.entry("1/1", "Agreed", kind="decision", decision_number=1, inquorate="2 of 3 members")
        _letter(b, 1, "", series="letter")
        _letter(b, 2, "", series="letter", first_meeting=3, last_meeting=3)
    assert _checks(file, "letter", 1) == [("quorum", "1/1.1")]
    assert _checks(file, "letter", 2) == []


def test_what_was_let_stand_is_shown_with_who_and_when_and_lapses_with_the_text(file: Boardfile) -> None:
    with file.building() as b:
        _two_meetings(b)
        b.entry("2/1", "Three children waited")
    (before,) = _found(file, "minutes", 2)
    with file.building() as b:
        told: Told = {"paper": "minutes 2", "finding": before.key, "said": before.said, "given_by": "IC"}
        b.add(models.Overridden(because="They spoke in public", given_on=TODAY, **told), "1")
    (after,) = _found(file, "minutes", 2)
    assert after.let_stand is not None
    assert (after.overridden, after.let_stand.by, after.let_stand.on) == ("They spoke in public", "IC", TODAY)
    with file.building() as b:
        row = b.work.get(models.Entry, "entry:Three children waited")
        row.text = "Three children waited again"
    assert _found(file, "minutes", 2)[0].let_stand is None


def test_without_a_number_it_is_the_next_agenda_the_last_minutes_and_the_newest_letter(file: Boardfile) -> None:
    with file.building() as b:
        _two_meetings(b)
        _letter(b, 1, "")
        _letter(b, 4, "")
        _letter(b, 2, "", series="letter")
    papers = ("agenda", "minutes", "letter", "report")
    numbers = file.read(lambda db: [numbered(db, paper, None, TODAY) for paper in papers])
    assert numbers == [3, 2, 2, 4]
    assert file.read(lambda db: numbered(db, "letter", 9, TODAY)) == 9


@pytest.mark.parametrize(
    ("paper", "sentence"),
    [
        ("agenda", "No meeting is planned."),
        ("minutes", "No meeting has been held."),
        ("letter", "There is no letter yet."),
        ("report", "There is no report yet."),
    ],
)
def test_a_paper_there_is_not_is_refused(file: Boardfile, paper: str, sentence: str) -> None:
    with file.building() as b:
        b.board()
    with pytest.raises(BoardError, match=sentence):
        _found(file, paper)


@pytest.mark.parametrize("paper", ["agenda", "minutes", "letter", "report"])
def test_a_number_there_is_not_is_refused(file: Boardfile, paper: str) -> None:
    with file.building() as b:
        _two_meetings(b)
    for number in (99, 0, 10**30):
        with pytest.raises(NotFoundError):
            _found(file, paper, number)


def test_minutes_of_a_meeting_to_come_are_refused(file: Boardfile) -> None:
    with file.building() as b:
        _two_meetings(b)
    with pytest.raises(BoardError, match="Meeting 3 has not been held"):
        _found(file, "minutes", 3)


def test_rule_12_every_restricted_text_is_known_restrictions_inherited(file: Boardfile) -> None:
    with file.building() as b:
        _two_meetings(b)
        b.item(1, 2, "Families", restricted="Identifies a child")
        b.entry("1/1", "open")
        b.entry("1/1", "own", restricted="Staffing")
        b.entry("1/2", "by item")
        b.action("1/01", text="by its item", item_id="agenda_item:1/2")
        b.action("1/02", text="open action")
        b.action("1/03", text="restricted action", evidence="its evidence", restricted="Staffing")
        asked = b.entry("1/2", "asked", kind="challenge")
        b.entry("2/1", "by action", kind="update", action_id="action:1/03")
        b.entry("2/1", "by challenge", answers_id=asked)
        b.update("1/02", "update", "open update")
        b.update("1/03", "update", "its update")
        b.line("1.1")
        b.rating("1.1", 1, "A", reason="reason", path="path", restricted="Staffing")
        b.rating("1.1", 2, "A", reason="open reason", path="open path")
        told: Told = {"line_id": "plan_line:1.1", "kept": "Drive"}
        b.add(models.Evidence(number=1, title="survey", restricted="Staffing", **told), "1")
        b.add(models.Evidence(number=2, title="open survey", **told), "2")
    found = {(one.ref, one.text) for one in file.read(secrets)}
    assert found == {
        ("1/1.2", "own"),
        ("1/2.1", "by item"),
        ("1/2.2", "asked"),
        ("2/1.1", "by action"),
        ("2/1.2", "by challenge"),
        ("action 1/01", "by its item"),
        ("action 1/03", "restricted action"),
        ("action 1/03", "its evidence"),
        ("action 1/03", "its update"),
        ("line 1.1", "reason"),
        ("line 1.1", "path"),
        ("E1", "survey"),
    }


def test_a_letter_that_goes_with_an_unsigned_report_and_a_place_not_written_are_found(file: Boardfile) -> None:
    with file.building() as b:
        _two_meetings(b)
        b.entry("1/1", "Said")
        _letter(b, 1, "Drafted", kind="initial")
        _letter(b, 1, "This letter goes with my report.", "letter")
        empty = models.LetterBlock(letter_id="letter:letter 1", position=2, key="asks", heading="What I ask", text="")
        b.add(empty, "asks")
    unsigned, unwritten = _found(file, "letter", 1)
    assert (unsigned.check, unsigned.said) == (
        "unsigned",
        "It says that it goes with my report, but report 1 is draft.",
    )
    assert (unwritten.check, unwritten.where) == ("unwritten", "letter 1: What I ask")
    assert still_open([unwritten]) == []

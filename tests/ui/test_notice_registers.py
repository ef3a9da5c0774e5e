"""Agreements, assurance, support and versions of the Notice: entered, changed, read, each with its empty place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from boardtui.domain.assured import Assurance
from boardtui.services import assurance as service
from boardtui.services import notice
from boardtui.services.desk import Desk
from boardtui.store.reading.assurance import agreements, assurance, assurance_of, support
from boardtui.store.reading.board import board
from boardtui.store.reading.notice import instruments, obligations, requirements
from tests.ui.seeing import BOTH, HOSTILE, LARGE, Seat, seated


def audit(desk: Desk, ref: str) -> Assurance:
    return desk.read(lambda db: assurance_of(db, ref))


async def at(seat: Seat, words: str) -> None:
    """Go to a section and a record of Notice."""
    seat.app.show_place("notice", words)
    await seat.settle()


@pytest.mark.parametrize("size", BOTH)
async def test_an_agreement_cites_the_decision_that_made_it(desk: Desk, size: tuple[int, int]) -> None:
    async with seated(desk, size) as seat:
        await at(seat, "agreed")
        assert "D2/01" in seat.sees
        await seat.press("a", "tab", "tab")
        await seat.type("D3/03")
        await seat.press("tab", "tab", "tab")
        await seat.type(HOSTILE)
        await seat.press("ctrl+s")
        made = desk.read(agreements)[-1]
        assert {one.subject for one in desk.read(agreements) if one.decision == "D3/03"} >= {"practice standards"}
        assert made.agreed_on >= date(2013, 2, 21)


async def test_an_agreement_without_a_day_or_a_decision_is_not_saved(desk: Desk) -> None:
    before = len(desk.read(agreements))
    async with seated(desk) as seat:
        await at(seat, "agreed")
        await seat.press("a", "ctrl+s")
        assert "Give the day it was agreed, or the decision" in seat.sees
        assert len(desk.read(agreements)) == before


async def test_an_agreement_is_changed_and_nothing_else_of_it(desk: Desk) -> None:
    before = next(one for one in desk.read(agreements) if one.ref == "AG1")
    async with seated(desk) as seat:
        await at(seat, "agreed at:AG1")
        await seat.press("e", *["tab"] * 5, "f7")
        await seat.type("As the three boards read them")
        await seat.press("ctrl+s")
        found = next(one for one in desk.read(agreements) if one.ref == "AG1")
        assert found.note == "As the three boards read them"
        assert (found.subject, found.decision, found.agreed_on) == (before.subject, before.decision, before.agreed_on)


async def test_who_agreed_and_what_is_read_in_full_on_a_narrow_screen(desk: Desk) -> None:
    async with seated(desk) as seat:
        await at(seat, "agreed")
        listed = [line for line in seat.sees.splitlines() if line.startswith(" AG")]
        assert any("remits of the three boards " in line and "Safeguarding Board " in line for line in listed)
        assert not any("boar…" in line or "Bo…" in line for line in listed)


async def test_a_stale_save_of_a_requirement_is_refused_and_nothing_typed_is_lost(desk: Desk) -> None:
    async with seated(desk) as seat:
        await at(seat, "requirements at:N 5.8")
        await seat.press("e", "f7")
        await seat.type("Agree a programme of audits")
        desk.do(lambda work: notice.edit_requirement(work, "N 5.8", heading="Elsewhere"))
        await seat.press("ctrl+s")
        assert "This was changed elsewhere" in seat.sees
        assert "Agree a programme of audits" in seat.sees
        found = next(one for one in desk.read(requirements) if one.ref == "N 5.8")
        assert (found.text[:20], found.heading) == ("Agree with the Impro", "Elsewhere")


async def test_a_requirement_is_changed_and_nothing_else_of_it(desk: Desk) -> None:
    before = next(one for one in desk.read(requirements) if one.ref == "N 5.8")
    async with seated(desk) as seat:
        await at(seat, "requirements at:N 5.8")
        await seat.press("e", "f7")
        await seat.type("Agree a programme of audits")
        await seat.press("ctrl+s")
        found = next(one for one in desk.read(requirements) if one.ref == "N 5.8")
        assert replace(found, text=before.text, version=before.version) == before
        assert found.text == "Agree a programme of audits"
        await at(seat, "requirements at:N 5.8")
        assert "Agree a programme of audits" in seat.sees


async def test_a_choice_too_wide_for_its_box_shows_the_one_chosen_and_how_many_there_are(desk: Desk) -> None:
    async with seated(desk) as seat:
        await at(seat, "agreed")
        await seat.press("a")
        assert "[practice standards]" in seat.sees
        assert "1 of 6" in seat.sees
        await seat.press("right")
        assert "[audit programme]" in seat.sees


@pytest.mark.parametrize("size", BOTH)
async def test_assurance_says_its_state_and_which_boards_were_told(desk: Desk, size: tuple[int, int]) -> None:
    async with seated(desk, size) as seat:
        await at(seat, "assurance at:A7")
        assert "✓ reported" in seat.sees
        assert "✓ IB ✗ SCB" in seat.sees
        assert "not the Safeguarding Children Board (N 5.9)" in " ".join(seat.sees.split())
        assert "1 audit not told to both boards" in seat.sees


async def test_an_audit_is_read_with_its_findings_what_they_became_and_its_judgements(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await at(seat, "assurance at:A2")
        await seat.press("enter")
        assert "A2.1" in seat.sees
        assert "→ became A2 R1" in seat.sees
        await seat.press("escape")
        await at(seat, "assurance at:A1")
        await seat.press("enter", "end")
        assert "Inadequate (4th of 4)" in seat.sees


async def test_movement_is_shown_within_a_framework_and_never_across(desk: Desk) -> None:
    def judged(framework: str, level: str, on: date) -> None:
        number = desk.do(lambda work: service.add_assurance(work, kind="peer review", title=level, done_on=on)).value
        desk.do(
            lambda work: service.add_judgement(
                work, number, framework=framework, aspect="Leadership", level=level, given_on=on, scale=("Good", "Poor")
            )
        )

    judged("Ours", "Poor", date(2013, 1, 10))
    judged("Ours", "Good", date(2013, 3, 10))
    judged("Theirs", "Poor", date(2013, 4, 10))
    last = desk.read(assurance)[-1]
    async with seated(desk, LARGE) as seat:
        await at(seat, f"assurance at:A{last.number - 1}")
        await seat.press("enter")
        assert "Good (1st of 2) ↑ better" in seat.sees
        await seat.press("escape")
        await at(seat, f"assurance at:{last.ref}")
        await seat.press("enter")
        assert "Poor (2nd of 2)" in seat.sees
        assert "worse" not in seat.sees


async def test_an_audit_is_planned_then_done_and_told_to_a_meeting(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await at(seat, "assurance")
        await seat.press("a", "tab")
        await seat.type(f"Reading of ten files {HOSTILE}")
        await seat.press("ctrl+s")
        made = desk.read(assurance)[-1]
        assert (made.state, made.kind) == ("planned", "audit")
        await at(seat, f"assurance at:{made.ref}")
        await seat.press("d", "ctrl+u", "ctrl+k")
        await seat.type("2 Apr 2013")
        await seat.press("tab")
        await seat.type("10")
        await seat.press("tab", "tab")
        await seat.type("4")
        await seat.press("ctrl+s")
        told = audit(desk, made.ref)
        assert (told.cases, told.improvement_board_meeting, told.state) == (10, 4, "reported")


async def test_a_finding_is_added_and_becomes_a_requirement(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await at(seat, "assurance at:A8")
        await seat.press("f")
        await seat.type("Queues are not counted")
        await seat.press("ctrl+s", "R", "ctrl+s")
        assert audit(desk, "A8").findings[-1].requirement == "A8 R1"
        assert "A8 R1" in [one.ref for one in desk.read(requirements)]
        await seat.press("R")
        assert "Every finding has become a requirement." in seat.told


async def test_of_several_findings_the_one_to_require_is_chosen(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await at(seat, "assurance at:A3")
        await seat.press("R", "down", "enter", "ctrl+s")
        assert [one.requirement for one in audit(desk, "A3").findings] == [None, "A3 R1"]


async def test_a_judgement_off_its_scale_is_refused_and_nothing_typed_is_lost(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await at(seat, "assurance at:A1")
        await seat.press("J", "tab")
        await seat.type("Partnership")
        await seat.press("tab")
        await seat.type("Marvellous")
        await seat.press("ctrl+s")
        assert "is not on the scale of" in " ".join(seat.sees.split())
        assert "Partnership" in seat.sees
        assert len(audit(desk, "A1").judgements) == 4


async def test_support_is_added_and_its_outcome_entered_later(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await at(seat, "support")
        await seat.press("a")
        await seat.type(f"A college {HOSTILE}")
        await seat.press("tab")
        await seat.type("Training in chronologies")
        await seat.press("ctrl+s")
        made = desk.read(support)[-1]
        assert made.package == "Training in chronologies"
        await at(seat, f"support at:{made.ref}")
        assert "✗ not agreed" in seat.sees
        await seat.press("e", *["tab"] * 6)
        await seat.type("All have been trained")
        await seat.press("ctrl+s")
        assert desk.read(support)[-1].outcome == "All have been trained"


async def test_what_was_entered_by_mistake_is_removed(desk: Desk) -> None:
    async with seated(desk) as seat:
        await at(seat, "support at:SP5")
        await seat.press("delete", "enter")
        await at(seat, "agreed at:AG9")
        await seat.press("delete", "enter")
        assert "SP5" not in [one.ref for one in desk.read(support)]
        assert "AG9" not in [one.ref for one in desk.read(agreements)]


async def test_empty_sections_say_what_to_press(new_desk: Desk) -> None:
    async with seated(new_desk) as seat:
        for section, says in (
            ("agreed", "Press a to add what a board agreed"),
            ("assurance", "Press a to add one, planned or done"),
            ("support", "Press a to add one (N 7.1)"),
        ):
            await at(seat, section)
            assert says in " ".join(seat.sees.split())


async def test_the_notice_is_amended_and_its_open_duties_are_dated_anew(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await at(seat, "versions")
        assert "in force" in seat.sees
        await seat.press("m", "tab")
        await seat.type("The commencement was corrected")
        await seat.press("tab")
        await seat.type("10 Dec 2012")
        await seat.press("ctrl+s")
        assert [one.number for one in desk.read(instruments)] == [1, 2]
        due = {one.ref: one.due for one in desk.read(lambda db: obligations(db, desk.today))}
        assert due["N 8.1 6-month report"] == date(2013, 6, 10)
        assert due["N 8.1 initial report"] == date(2013, 1, 26)


async def test_lifting_names_the_duties_that_end_and_the_board_carries_on(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await at(seat, "versions")
        await seat.press("l")
        assert "of the Notice then no longer apply" in seat.sees
        assert "6-month targets met" in seat.sees
        await seat.press("tab")
        await seat.type("The Minister's letter of 20 May 2013")
        await seat.press("tab")
        await seat.type("It has done its work")
        await seat.press("ctrl+s")
        assert desk.read(instruments)[-1].lifted_on == desk.today
        assert "lifted 20 May 2013" in seat.sees
        assert desk.read(board).closed_on is None
        assert "l lift" not in seat.sees


async def test_a_closed_board_says_so_and_offers_nothing_that_changes_it(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await at(seat, "versions")
        await seat.press("c")
        assert "reads everywhere and writes nowhere" in " ".join(seat.sees.split())
        await seat.press("tab")
        await seat.type("The work is done")
        await seat.press("ctrl+s")
        assert desk.read(board).closed_on == desk.today
        seat.app.clear_notifications()
        await seat.settle()
        assert "closed, read only" in seat.sees
        assert "The Board was closed on 20 May 2013" in seat.sees
        await seat.press("3")
        assert "a add" not in seat.sees
        await seat.press("a")
        assert getattr(seat.app.screen, "where", "") == "actions"
        await seat.press("ctrl+z")
        seat.app.clear_notifications()
        await seat.settle()
        assert "closed, read only" not in seat.sees
        assert "a add" in seat.sees


async def test_the_archive_can_be_exported_from_versions(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await at(seat, "versions")
        assert "x archive" in seat.sees


async def test_a_withdrawn_requirement_answers_to_nothing(desk: Desk) -> None:
    ref = desk.read(requirements)[0].ref
    desk.do(lambda work: notice.withdraw_requirement(work, ref, desk.today, f"Gone {HOSTILE}"))
    async with seated(desk) as seat:
        await at(seat, f"requirements at:{ref}")
        assert "Withdrawn on 20 May 2013" in seat.sees
        assert "1 withdrawn" in seat.sees

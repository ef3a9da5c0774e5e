"""Reports beside the records they rest on, the fact check, letters received, reports to the committee."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from textual.widgets import Static

from boardtui.domain.states import Role
from boardtui.domain.views import FactComment, Figure, Letter
from boardtui.services import fact_check, indicators, letters
from boardtui.services.desk import Desk
from boardtui.store.reading import letters as reading
from boardtui.store.reading.correspondence import correspondence
from boardtui.ui.screens.letter_figures import rests_on
from tests.ui.seeing import BOTH, HOSTILE, LARGE, Seat, seated


def report(desk: Desk, number: int = 2) -> Letter:
    return desk.read(lambda db: reading.letter(db, number, "report", desk.today))


def restate(desk: Desk) -> None:
    """Change a record that report 2 quotes."""
    because = "Counted again"
    desk.do(lambda work: indicators.add_value(work, "I14", date(2013, 4, 30), Decimal("22.5"), because=because))


def written(seat: Seat, part: str) -> str:
    """Return what is written in a part of the screen, wherever its lines break."""
    return " ".join(str(seat.app.screen.query_one(part, Static).content).split())


def comments(desk: Desk) -> list[FactComment]:
    return desk.read(lambda db: reading.fact_comments(db, 2))


@pytest.mark.parametrize("size", BOTH)
async def test_reports_are_listed_with_kind_state_and_changed_figures(desk: Desk, size: tuple[int, int]) -> None:
    restate(desk)
    changed = sum(figure.stale for block in report(desk).blocks for figure in block.figures)
    async with seated(desk, size) as seat:
        await seat.press("7", "t")
        for words in ("letters", "[reports]", "received", "committee", "initial", "six-month", "draft"):
            assert words in seat.sees
        assert changed
        assert f"! {changed}" in seat.sees


@pytest.mark.parametrize("size", BOTH)
async def test_a_signed_report_of_which_a_fact_has_changed_is_marked_in_the_list(
    desk: Desk, size: tuple[int, int]
) -> None:
    sent = report(desk, 1)
    changed = sum(figure.stale for block in sent.blocks for figure in block.figures)
    assert sent.state == "sent"
    assert changed
    async with seated(desk, size) as seat:
        seat.app.show_place("letters", "reports at:report 1")
        await seat.settle()
        assert f"{changed} since" in seat.sees
        assert f"{changed} figures changed after it was signed" in seat.sees


@pytest.mark.parametrize("size", BOTH)
async def test_a_block_stands_beside_the_records_it_rests_on_and_a_changed_figure_is_marked(
    desk: Desk, size: tuple[int, int]
) -> None:
    restate(desk)
    block = next(one for one in report(desk).blocks if any(figure.stale for figure in one.figures))
    stale = next(figure for figure in block.figures if figure.stale)
    async with seated(desk, size) as seat:
        seat.app.open_record("letter", 2, "report", block.heading)
        await seat.settle()
        shown = written(seat, "#rests" if size == LARGE else "#preview")
        assert f"! {stale.said}" in shown
        assert stale.ref in shown
        assert f"then {stale.value}, now {stale.now}" in shown
        assert "changed since it was drafted" in shown


async def test_a_sent_report_marks_nothing_as_changed(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        seat.app.open_record("letter", 1, "report")
        await seat.settle()
        assert "Report 1" in seat.sees
        assert "since it was drafted" not in seat.sees
        assert "e edit" not in seat.sees


async def test_a_report_is_drafted_by_its_kind(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("7", "t", "a")
        assert "[at 12 months]" in seat.sees
        await seat.press("right", "tab", "tab")
        await seat.type(f"An extra report {HOSTILE}")
        await seat.press("ctrl+s")
        made = report(desk, 3)
        assert made.kind == "ad hoc"
        assert "Report 3" in seat.sees


async def test_an_edited_block_keeps_its_text_and_the_draft_can_be_read_and_used(desk: Desk) -> None:
    block = report(desk).blocks[1]
    async with seated(desk) as seat:
        await seat.press("7", "t", "enter", "down", "e")
        await seat.type("Mine. ")
        await seat.press("ctrl+s", "D")
        assert report(desk).blocks[1].text.startswith("Mine. ")
        await seat.press("v")
        assert "As drafted from the records: " in seat.sees
        await seat.press("escape", "u")
        assert report(desk).blocks[1].text == report(desk).blocks[1].drafted
        assert block.key == report(desk).blocks[1].key


async def test_a_report_goes_to_the_fact_check_and_its_comments_are_decided(desk: Desk) -> None:
    desk.act_as(Role.ADMINISTRATOR)
    async with seated(desk, LARGE) as seat:
        await seat.press("7", "t", "enter", "down", "n", "enter", "enter")
        assert report(desk).state == "fact check"
        await seat.press("f", "enter")
        await seat.type(f"The figure for March is provisional {HOSTILE}")
        await seat.press("ctrl+s")
        assert [one.block for one in comments(desk)] == [report(desk).blocks[1].key]
        assert "! not decided: f" in seat.sees
        await seat.press("f", "down", "down", "enter", "right", "ctrl+s")
        assert "A comment is declined with an answer" in seat.sees
        await seat.press("tab")
        await seat.type("It is the published one")
        await seat.press("ctrl+s")
        assert [(one.decision, one.answer) for one in comments(desk)] == [("declined", "It is the published one")]
        assert "→ declined: It is the published one" in written(seat, "#rests")
        await seat.press("n", "enter")
        assert report(desk).state == "with Chair"


async def test_a_report_can_be_laid_before_the_chair_without_a_fact_check(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("7", "t", "n", "down", "enter", "enter")
        assert report(desk).state == "with Chair"
        assert "has not checked the facts" in seat.told


async def test_a_report_signed_on_paper_is_recorded_and_sent_and_meets_its_duty(desk: Desk) -> None:
    desk.act_as(Role.ADMINISTRATOR)
    block = report(desk).blocks[0]
    desk.do(lambda work: letters.edit_block(work, block.id, block.version, "The pace is fair."))
    desk.do(lambda work: fact_check.send_to_fact_check(work, 2))
    desk.do(lambda work: letters.submit_letter(work, 2, "report"))
    async with seated(desk) as seat:
        await seat.press("7", "t", "n", "y")
        await seat.type("Seen")
        await seat.press("ctrl+s", "ctrl+s", "enter")
        assert (report(desk).state, report(desk).signed_how) == ("signed", "paper")
        await seat.press("n")
        await seat.type("The Minister's office, by e-mail")
        await seat.press("ctrl+s")
        assert report(desk).state == "sent"
        assert "noted as met" in seat.told


async def test_a_letter_received_is_entered_and_answered(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        await seat.press("7", "t", "t")
        assert "! to answer" in seat.sees
        await seat.press("a", "tab")
        await seat.type("The Department")
        await seat.press("tab")
        await seat.type(HOSTILE)
        await seat.press("tab", "tab")
        await seat.type("The names of the schools")
        await seat.press("tab")
        await seat.type("14 June 2013")
        await seat.press("ctrl+s")
        made = desk.read(correspondence)[-1]
        assert (made.asks, made.received_on) == ("The names of the schools", desk.today)
        await seat.press("end", "d", "tab")
        await seat.type("by letter 2")
        await seat.press("ctrl+s")
        answered = desk.read(correspondence)[-1]
        assert (answered.answered_on, answered.answered_how) == (desk.today, "by letter 2")


@pytest.mark.parametrize("size", BOTH)
async def test_a_letter_received_says_in_its_row_and_in_full_how_it_was_answered(
    desk: Desk, size: tuple[int, int]
) -> None:
    async with seated(desk, size) as seat:
        seat.app.show_place("letters", "received at:L3")
        await seat.settle()
        assert "✓ 13 Mar 2013: Chair's" in seat.sees
        await seat.press("enter")
        assert "Answered: 13 Mar 2013: Chair's e-mail with the report" in " ".join(seat.sees.split())


async def test_a_letter_that_asks_nothing_has_no_answer_to_note(desk: Desk) -> None:
    async with seated(desk, LARGE) as seat:
        seat.app.show_place("letters", "received at:L1")
        await seat.settle()
        assert "– asks nothing" in seat.sees
        assert "d answered" not in seat.sees


async def test_other_places_lead_to_a_letter_a_report_or_one_received(desk: Desk) -> None:
    async with seated(desk) as seat:
        for words, key in (
            ("at:1", "letter 1"),
            ("reports at:report 1", "report 1"),
            ("received at:L3", "L3"),
            ("letters at:letter 2", "letter 2"),
        ):
            seat.app.show_place("letters", words)
            await seat.settle()
            assert seat.app.screen.chosen == key  # type: ignore[attr-defined]


async def test_a_report_to_the_committee_is_drafted_under_its_own_headings(desk: Desk) -> None:
    async with seated(desk) as seat:
        await seat.press("7", "left")
        assert "[committee]" in seat.sees
        assert "Press a: it is drafted under the committee's own headings" in " ".join(seat.sees.split())
        await seat.press("a")
        await seat.type("Children's Scrutiny Committee")
        await seat.press("ctrl+s")
        assert "Committee report 1" in seat.sees


async def test_empty_sections_say_what_to_press(new_desk: Desk) -> None:
    async with seated(new_desk) as seat:
        await seat.press("7", "t")
        assert "No report yet. Press a" in seat.sees
        await seat.press("t")
        assert "No letter received is entered. Press a" in seat.sees


def test_a_long_figure_goes_on_under_its_beginning_above_its_source() -> None:
    found = Figure("three meetings of 21 February, 4 April and 16 May 2013", "meetings 3-5", "3", "3")
    said = rests_on([found], 34).plain.split("\n")
    assert said[2:] == ["  three meetings of 21 February, 4", "  April and 16 May 2013", "    meetings 3-5 = 3"]

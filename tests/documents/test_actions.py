"""The action log: overdue first, then by due date, then what was closed."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.documents import action_rows, actions
from boardtui.domain.restriction import PaperVersion
from tests.documents import samples
from tests.documents.reading_back import opened, rows_of, text_of


@pytest.fixture(scope="module")
def data() -> bytes:
    return actions.render(samples.action_log(), version=PaperVersion.RESTRICTED)


def test_overdue_actions_come_first_with_days_late_and_slips(data: bytes) -> None:
    rows = rows_of(data)
    assert rows[1] == [
        "4/02", "R Red", "Ask the supplier for a test\nRaised at meeting 4, item 2", "ADC",
        "10 May 2013\nMoved twice, first from 19 Apr 2013", "10 days overdue: the supplier has not answered.",
    ]  # fmt: skip


def test_the_others_are_in_order_of_their_dates_whatever_order_they_came_in() -> None:
    days = (date(2013, 7, 1), None, date(2013, 6, 1), date(2013, 5, 30))
    found = tuple(samples.action(f"5/{n:02}", f"task {n}", due=day) for n, day in enumerate(days))
    rows = rows_of(actions.render(samples.action_log(open=found, closed=())))
    assert [row[0] for row in rows[1:5]] == ["5/03", "5/02", "5/00", "5/01"]
    assert rows[4][4] == "Next meeting"  # until that is planned, and has a date


def test_what_its_lead_reports_done_waits_to_be_closed(data: bytes) -> None:
    text = text_of(data)
    assert "Reported done on 17 May 2013, not yet closed: sent to all members." in text
    assert "3 open actions (1 overdue and 1 reported done and waiting to be closed); " in text
    assert "; 1 closed at or since meeting 5" in text


def test_closed_actions_have_a_table_of_their_own_with_the_evidence(data: bytes) -> None:
    rows = rows_of(data)
    header = rows.index(["Ref.", "Action", "Lead", "Closed", "Evidence"])
    assert rows[header + 1] == [
        "4/01", "Keep a log of concerns\nRaised at meeting 4, item 2", "ADC", "16 May 2013 (meeting 5)",
        "The log is complete.",
    ]  # fmt: skip


def test_restriction_and_plan_lines_go_with_the_action(data: bytes) -> None:
    text = text_of(data)
    assert "Raised at meeting 5, item 2. Restricted: Staffing" in text
    assert "Raised at meeting 5, item 2. Plan line 3.2" in text


def test_initials_are_explained(data: bytes) -> None:
    leads = "DCS Director of Children's Services; ADC Assistant Director, Children's Social Care; ALL All members"
    assert f"Initials: {leads}." in text_of(data)


def test_a_log_for_one_lead_is_named_for_them() -> None:
    paper = samples.action_log(lead="DCS")
    assert actions.file_name(paper) == "actions-DCS-2013-05-20.docx"
    assert "Action log: Director of Children's Services" in text_of(actions.render(paper))
    assert actions.file_name(samples.action_log()) == "actions-2013-05-20.docx"


def test_initials_with_a_slash_make_no_folder() -> None:
    assert actions.file_name(samples.action_log(lead="../D/S")) == "actions-DS-2013-05-20.docx"


def test_an_empty_log_says_so() -> None:
    text = text_of(actions.render(samples.action_log(open=(), closed=(), last=None, next=None)))
    assert "0 open actions; none closed so far." in text
    assert "None." in text


def test_the_log_lies_on_its_side(data: bytes) -> None:
    section = opened(data).sections[0]
    assert section.page_width > section.page_height


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("write to every school", "Write to every school"),
        ("re-audit 30 files", "Re-audit 30 files"),
        ("a list, by ward", "A list, by ward"),
        ("élan", "Élan"),
        ("eCAF to be read", "eCAF to be read"),
        ("30 files to be read", "30 files to be read"),
        ("e.g. the rota", "e.g. the rota"),
        ("p/t posts to be costed", "p/t posts to be costed"),
        ("“working together” to be read", "“working together” to be read"),
        ("", ""),
    ],
)
def test_an_action_begins_with_a_capital_where_its_first_word_is_an_ordinary_one(typed: str, printed: str) -> None:
    assert action_rows.row(samples.action("5/01", typed))["text"] == printed

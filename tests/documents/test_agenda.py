"""The agenda says when, where, what for and with which papers."""

from __future__ import annotations

from datetime import date

import pytest

from boardtui.documents import agenda
from tests.documents import samples
from tests.documents.reading_back import rows_of, text_of


@pytest.fixture(scope="module")
def data() -> bytes:
    return agenda.render(samples.agenda())


def test_items_have_number_clock_time_purpose_presenter_and_paper(data: bytes) -> None:
    rows = rows_of(data)
    assert ["1", "14:00", "Welcome and apologies", "Discussion", "Independent Chair"] in rows
    paper = "Needs analysis\nPaper: Needs analysis, third draft\nDeferred from meeting 5: figures came late"
    assert ["2", "14:05", paper, "Decision", "Assistant Director, Children's Social Care"] in rows
    assert ["3", "14:25", "Fire at the South office\nUrgent: it is still shut", "Discussion", ""] in rows


def test_an_item_deferred_before_the_meeting_takes_no_time_and_says_where_it_went(data: bytes) -> None:
    rows = rows_of(data)
    assert ["4", "", "Transport\nDeferred to meeting 7: the report is late", "", ""] in rows
    assert ["5", "14:35", "Any other business", "Discussion", "Independent Chair"] in rows
    assert ["Time", "14:00, to end by 14:40"] in rows


def test_when_and_where_are_written_long(data: bytes) -> None:
    rows = rows_of(data)
    assert ["Date", "Thursday 27 June 2013"] in rows
    assert ["Place", "Committee Room B, Town Hall"] in rows
    assert ["Last meeting", "Meeting 5, Thursday 16 May 2013 (42 days before)"] in rows


def test_members_observer_and_officers_are_invited_by_organisation(data: bytes) -> None:
    rows = rows_of(data)
    council = "Lead Member for Children's Services (LM, vice-chair); Director of Children's Services (DCS)"
    assert ["Blackpool Council", council] in rows
    assert ["Independent", "Independent Chair (IC)"] in rows
    assert rows[rows.index(["Participant observer"] * 2) + 1] == [
        "Department for Education", "Departmental official (DfE)",
    ]  # fmt: skip
    assert "All members" not in text_of(data)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"state": "planned"}, "DRAFT – not yet issued"),
        ({"state": "agenda issued", "agenda_issued_on": date(2013, 6, 20)}, "Issued on 20 Jun 2013"),
        ({"state": "cancelled", "moved_because": "Cancelled: snow"}, "CANCELLED – Cancelled: snow"),
    ],
)
def test_the_agenda_says_whether_it_is_issued(changes: dict[str, object], said: str) -> None:
    paper = samples.agenda(meeting=samples.meeting(6, samples.NEXT_ON, **{"agenda_issued_on": None, **changes}))
    assert said in text_of(agenda.render(paper))


def test_a_meeting_that_was_moved_says_from_when_and_why() -> None:
    moved = samples.meeting(6, samples.NEXT_ON, state="planned", moved_because="Moved from 20 Jun 2013: no room")
    assert ["Moved", "Moved from 20 Jun 2013: no room"] in rows_of(agenda.render(samples.agenda(meeting=moved)))


def test_a_starting_time_that_is_not_a_time_is_printed_and_no_clock_computed() -> None:
    paper = samples.agenda(meeting=samples.meeting(6, samples.NEXT_ON, starts="after lunch"))
    rows = rows_of(agenda.render(paper))
    assert ["Time", "after lunch"] in rows
    assert ["1", "", "Welcome and apologies", "Discussion", "Independent Chair"] in rows


def test_the_name_has_meeting_and_date() -> None:
    assert agenda.file_name(samples.agenda()) == "agenda-6-2013-06-27.docx"


def test_the_first_meeting_of_a_board_has_none_before_it() -> None:
    assert ["Last meeting", "None: this is the Board's first meeting"] in rows_of(
        agenda.render(samples.agenda(last=None))
    )


def test_matters_arising_list_open_actions_and_those_closed_since_and_withhold_the_restricted() -> None:
    late = samples.action("5/03", "bring a plan", due=date(2013, 5, 10))
    closed = samples.action(
        "4/01", "share the rota", state="closed", closed_on=date(2013, 5, 18), evidence="the rota is in use"
    )
    secret = samples.action("5/04", "See the zx family", restricted="identifies a child")
    items = (samples.item(4, "Actions", kind="matters_arising", state="planned"),)
    made = agenda.render(samples.agenda(items=items, arising=(closed, late, secret), on=date(2013, 5, 20)))
    said, rows = text_of(made), {row[0]: row for row in rows_of(made)}
    assert "Actions open as at 20 May 2013 and those closed since meeting 5. Taken under item 4." in said
    assert rows["5/03"][-1] == "10 days overdue"
    assert rows["4/01"][-1] == "Closed on 18 May 2013: the rota is in use."
    assert rows["5/04"][1] == "Withheld: identifies a child."
    assert "zx" not in said

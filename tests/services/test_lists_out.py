"""Lists taken out: every one in every form, what is restricted only where it is asked for, and back in again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from boardtui.domain.restriction import PaperVersion
from boardtui.domain.tables import Form
from boardtui.errors import NotFoundError
from boardtui.services import importing, lists_out
from boardtui.services.desk import Desk
from boardtui.services.importing import Asked


@pytest.mark.parametrize("what", lists_out.LISTS)
def test_every_list_comes_out_in_every_form(desk: Desk, what: str) -> None:
    table, withheld = lists_out.listed(desk, what)
    for form in Form:
        made = lists_out.made(desk, table, form, PaperVersion.OPEN, withheld)
        assert made.data
        assert made.name.startswith(f"{what}-2013-05-20.")


def test_what_is_restricted_stays_out_of_the_open_version_in_every_form(desk: Desk) -> None:
    open_table, withheld = lists_out.listed(desk, "entries")
    table, _ = lists_out.listed(desk, "entries", PaperVersion.RESTRICTED)
    reasons, words = table.fields.index("restricted"), table.fields.index("text")
    restricted = [row[words] for row in table.rows if row[reasons]]
    assert restricted
    assert withheld.number >= len(restricted)
    for form in (Form.CSV, Form.JSON, Form.TEXT):
        assert restricted[0] not in lists_out.data(desk, open_table, form).decode()
    made = lists_out.made(desk, table, Form.CSV, PaperVersion.RESTRICTED, withheld)
    assert made.name.endswith("-restricted.csv")


def test_only_what_a_filter_leaves_is_taken_out(desk: Desk) -> None:
    table, _ = lists_out.listed(desk, "actions", only={"1/01", "5/01"})
    assert sorted(row[0] for row in table.rows) == ["1/01", "5/01"]
    told = json.loads(lists_out.as_json(table))[0]
    assert told["raised_on"][:3] == "201"
    assert isinstance(told["leads"], list)


def test_a_list_that_is_not_there_is_named(desk: Desk) -> None:
    with pytest.raises(NotFoundError, match="There is no list “nothing”"):
        lists_out.listed(desk, "nothing")


@pytest.mark.parametrize("what", ["actions", "plan", "people", "indicators"])
def test_a_workbook_taken_out_comes_back_in_and_changes_nothing(desk: Desk, what: str, tmp_path: Path) -> None:
    table, withheld = lists_out.listed(desk, what, PaperVersion.RESTRICTED)
    path = lists_out.made(desk, table, Form.XLSX, PaperVersion.RESTRICTED, withheld).save(tmp_path)
    found = importing.preview(desk, importing.read(path), Asked(what, path.name))
    assert [str(problem) for problem in found.problems] == []
    assert [(row.ref, row.changes) for row in found.rows if row.changes] == []

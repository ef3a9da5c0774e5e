"""Action sheets: one for each lead, with words to go with it that name no restricted matter."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from boardtui.domain.restriction import PaperVersion
from boardtui.domain.states import Role
from boardtui.errors import BoardError
from boardtui.services import actions
from boardtui.services.action_sheets import export
from boardtui.services.desk import Desk
from boardtui.store.create import create
from boardtui.store.reading.actions import actions as reading
from tests.conftest import start
from tests.documents.reading_back import text_of

SECRET = "Speak with the family in Elm Street"


def test_each_lead_of_an_open_action_gets_a_sheet_and_words(desk: Desk, tmp_path: Path) -> None:
    opened = desk.read(lambda db: reading(db, desk.today, open_only=True))
    made = export(desk, tmp_path / "out")
    assert {email.lead for email in made.emails} == {lead for one in opened for lead in one.leads}
    *sheets, words = made.paths
    assert len(sheets) == len(made.emails)
    assert words.read_text(encoding="utf-8").count("Dear ") == len(made.emails)
    for email, sheet in zip(made.emails, sheets, strict=True):
        assert f"-{email.lead}-" in sheet.name
        mine = [one for one in opened if email.lead in one.leads]
        said = text_of(sheet.read_bytes())
        for one in mine:
            assert one.ref in said
            assert (f"- {one.ref} (" in email.body) is (one.restricted is None)


def test_the_latest_comes_first_with_its_days(desk: Desk, tmp_path: Path) -> None:
    made = export(desk, tmp_path / "out")
    late = [one for one in desk.read(lambda db: reading(db, desk.today, open_only=True)) if one.days_late]
    worst = max((one for one in late if not one.restricted), key=lambda one: one.days_late)
    email = next(email for email in made.emails if email.lead == worst.leads[0])
    first = email.body.split("Overdue:\n")[1].splitlines()[0]
    assert first.startswith(f"- {worst.ref} (due ")
    assert f", {worst.days_late} days late" in first


@pytest.mark.parametrize(("who", "signed"), [("jsmith", "Secretary"), ("Jane Smith", "Jane Smith")])
def test_an_email_is_signed_by_name_and_not_by_a_login(desk: Desk, tmp_path: Path, who: str, signed: str) -> None:
    desk.who, desk.role = who, Role.SECRETARY
    assert f"Yours sincerely,\n{signed}\nfor the " in export(desk, tmp_path).emails[0].body


def test_what_is_restricted_is_counted_and_not_told(desk: Desk, tmp_path: Path) -> None:
    ref = desk.do(lambda work: actions.raise_action(work, 5, SECRET, ["DCS"], due=desk.today)).value
    desk.do(lambda work: actions.restrict(work, ref, "a child"))
    made = export(desk, tmp_path / "open")
    restricted = export(desk, tmp_path / "restricted", PaperVersion.RESTRICTED)
    email = next(email for email in made.emails if email.lead == "DCS")
    assert "restricted action" in email.body
    assert SECRET not in made.paths[-1].read_text(encoding="utf-8")
    assert SECRET not in restricted.paths[-1].read_text(encoding="utf-8")
    assert not any(SECRET in text_of(path.read_bytes()) for path in made.paths[:-1])
    assert any(SECRET in text_of(path.read_bytes()) for path in restricted.paths[:-1])


def test_without_an_open_action_nothing_is_written(open_desk: Callable[..., Desk], tmp_path: Path) -> None:
    create(tmp_path / "new.board")
    desk = open_desk(tmp_path / "new.board")
    desk.do(start)
    with pytest.raises(BoardError, match="No action is open"):
        export(desk, tmp_path / "out")
    assert not (tmp_path / "out").exists()

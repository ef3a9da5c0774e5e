"""Letting a finding stand, with the reason, who and when (rule 11)."""

from __future__ import annotations

import pytest

from boardtui.domain.preflight import Finding, LetStand, still_open
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import preflight
from boardtui.services.desk import Desk
from boardtui.store.reading.preflight import preflight as reading
from tests.services import small as board
from tests.services.small import nothing_changed


def found(desk: Desk) -> list[Finding]:
    """Return what is found in the minutes of meeting 2, empty items left out."""
    findings = desk.read(lambda db: reading(db, "minutes", 2, desk.today))
    return [one for one in findings if one.check != "no-entry"]


def counted(desk: Desk, text: str = "Three children waited") -> str:
    """Minute a small count and return the finding's key."""
    board.enter(desk, text)
    return found(desk)[-1].key


def test_a_finding_is_let_stand_with_reason_who_and_when(small: Desk) -> None:
    key = counted(small)
    done = small.do(lambda work: preflight.override(work, "minutes", 2, f" {key} ", " They spoke\nin public "))
    assert done.sentence.startswith("Let a finding of minutes 2 stand: a count under five at 2/")
    (one,) = found(small)
    assert one.let_stand == LetStand("They spoke in public", "Test", small.today)
    assert still_open([one]) == []


def test_without_a_number_it_is_the_paper_that_would_leave(small: Desk) -> None:
    key = counted(small)
    small.do(lambda work: preflight.override(work, "minutes", None, key, "Public"))
    assert found(small)[0].overridden == "Public"


def test_another_reason_takes_the_place_of_the_first(small: Desk) -> None:
    key = counted(small)
    for because in ("One", "Two"):
        small.do(lambda work, said=because: preflight.override(work, "minutes", 2, key, said))  # type: ignore[misc]  # a lambda with defaults
    assert found(small)[0].overridden == "Two"
    assert small.read(lambda db: db.execute("SELECT count(*) FROM overridden").fetchone()) == (1,)


@pytest.mark.parametrize("because", ["", "  \n"])
def test_a_reason_is_demanded(small: Desk, because: str) -> None:
    key = counted(small)
    with nothing_changed(small), pytest.raises(BoardError, match="The reason to let it stand is missing"):
        small.do(lambda work: preflight.override(work, "minutes", 2, key, because))


def test_what_is_not_found_cannot_be_let_stand(small: Desk) -> None:
    key = counted(small)
    with nothing_changed(small):
        for paper, wrong in (("minutes", "quorum:2/4.1:00000000"), ("minutes", key[:-1]), ("agenda", key)):
            with pytest.raises(NotFoundError, match="There is no finding"):
                small.do(lambda work, p=paper, k=wrong: preflight.override(work, p, None, k, "Because"))  # type: ignore[misc]  # a lambda with defaults


def test_what_was_let_stand_can_be_opened_again_and_undone(small: Desk) -> None:
    key = counted(small)
    small.do(lambda work: preflight.override(work, "minutes", 2, key, "Public"))
    small.do(lambda work: preflight.take_back(work, "minutes", 2, key))
    assert found(small)[0].let_stand is None
    with nothing_changed(small), pytest.raises(BoardError, match="Nothing of that name was let stand"):
        small.do(lambda work: preflight.take_back(work, "minutes", 2, key))


def test_what_is_kept_of_a_finding_does_not_repeat_what_must_not_leave(small: Desk) -> None:
    key = counted(small, "NHS number 943 476 5919")
    small.do(lambda work: preflight.override(work, "minutes", 2, key, "An example"))
    ((kept,),) = small.read(lambda db: db.execute("SELECT finding || said || because FROM overridden").fetchall())
    assert "943" not in kept

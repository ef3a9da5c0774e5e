"""What a new Board still needs."""

from __future__ import annotations

from dataclasses import replace

from boardtui.domain.checklist import SetUp, checklist

NOTHING = SetUp("notice", False, 0, 0, False, 0, 0, 0, False, False)
ALL = SetUp("none", True, 2, 2, True, 1, 1, 1, True, True)


def test_a_board_that_has_everything_needs_nothing_and_an_empty_one_all_of_it() -> None:
    assert not [step for step in checklist(NOTHING, copies=False) if step.done]
    assert all(step.done for step in checklist(ALL, copies=True))


def test_each_thing_that_is_missing_is_one_step() -> None:
    for missing in (
        {"chair": False}, {"members": 1}, {"meetings": 1}, {"issued": False}, {"requirements": 0},
        {"lines": 0}, {"indicators": 0}, {"quorum": False}, {"letterhead": False},
    ):  # fmt: skip
        left = [step for step in checklist(replace(ALL, **missing), copies=True) if not step.done]
        assert len(left) == 1, missing
    assert [step.keys for step in checklist(ALL, copies=False) if not step.done] == ["{home-backups}"]

"""Who does what: every step with every role, and what is said to whoever may not (DESIGN 4 and 5)."""

from __future__ import annotations

import pytest

from boardtui.domain.roles import WHOSE, Step, may, refusal, require, signing
from boardtui.domain.states import Role
from boardtui.errors import BoardError

ADMINISTRATOR, SECRETARY, CHAIR = Role.ADMINISTRATOR, Role.SECRETARY, Role.CHAIR

EXPECTED = {
    Step.SIGN: {CHAIR},
    Step.RECORD_SIGN_OFF: {ADMINISTRATOR},
    Step.SET_PASSPHRASE: {CHAIR},
    Step.REVIEW: {CHAIR},
    Step.ANSWER_QUERY: {ADMINISTRATOR, SECRETARY, CHAIR},
    Step.CLOSE_ACTION: {ADMINISTRATOR, CHAIR},
    Step.RETURN_ACTION: {ADMINISTRATOR, CHAIR},
    Step.DECIDE_COMMENT: {ADMINISTRATOR, CHAIR},
    Step.RESTORE: {ADMINISTRATOR, SECRETARY, CHAIR},
    Step.RESTORE_BACKUP: {ADMINISTRATOR, CHAIR},
    Step.TAKE_MINUTES: {ADMINISTRATOR, SECRETARY, CHAIR},
}


def test_every_step_is_in_the_table() -> None:
    assert set(WHOSE) == set(Step) == set(EXPECTED)


@pytest.mark.parametrize("step", Step)
@pytest.mark.parametrize("role", Role)
def test_a_role_may_take_its_steps_and_no_others(role: Role, step: Step) -> None:
    allowed = role in EXPECTED[step]
    assert may(role, step) == allowed
    if allowed:
        require(role, step)
        return
    with pytest.raises(BoardError) as refused:
        require(role, step)
    assert str(step) in refused.value.title
    assert any(f"--as {one}" in refused.value.hint for one in EXPECTED[step])


def test_a_refusal_names_who_can_and_how_to_switch() -> None:
    refused = refusal(SECRETARY, Step.CLOSE_ACTION)
    assert refused is not None
    assert str(refused) == (
        "Only the Chair or the administrator may close an action between meetings. "
        "You work here as the secretary; nothing was changed. "
        "At a meeting the Board does it: type > 5/03 close: evidence. "
        "To act as the Chair: boardtui open FILE --as chair, or ctrl+p, “Act as …”."
    )


@pytest.mark.parametrize(
    ("role", "step"),
    [(CHAIR, Step.SIGN), (SECRETARY, Step.RECORD_SIGN_OFF), (ADMINISTRATOR, Step.RECORD_SIGN_OFF)],
)
def test_only_the_chair_signs_the_others_record(role: Role, step: Step) -> None:
    assert signing(role) == step

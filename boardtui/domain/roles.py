"""Which role does which kind of step (DESIGN 1 and 4): one table, asked by the services and by the keys.

In a file that is not encrypted a role says who did something; it keeps nobody out (DESIGN 8). A small office has one
person: whatever the design does not give to one role alone, each may do. A Chair corrects minutes in a copy that was
handed over, or by accepting what came back from Word.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from boardtui.domain.states import Role
from boardtui.domain.text import listed
from boardtui.errors import BoardError

ATTRIBUTION = (
    "In a file that is not encrypted a role says who did something; it keeps nobody out. "
    "Whoever can open the file can act as any of them."
)
"""What the program says of roles wherever it matters (DESIGN 8)."""


class Step(StrEnum):
    """A kind of step that is not for every role."""

    SIGN = "sign in the program"
    RECORD_SIGN_OFF = "record a sign-off given on paper or by e-mail"
    SET_PASSPHRASE = "set the sign-off passphrase"
    REVIEW = "decide what is in the Chair's queue"
    ANSWER_QUERY = "answer a query of the Chair's"
    CLOSE_ACTION = "close an action between meetings"
    RETURN_ACTION = "return an action between meetings"
    DECIDE_COMMENT = "decide a comment of the fact check"
    TAKE_MINUTES = "take minutes"
    RESTORE = "restore what was deleted"
    RESTORE_BACKUP = "restore a backup"


@dataclass(frozen=True, slots=True)
class Whose:
    """The roles that may take a step, the one it belongs to first, and how others get it done."""

    roles: tuple[Role, ...]
    otherwise: str = ""


_ANYBODY = (Role.ADMINISTRATOR, Role.SECRETARY, Role.CHAIR)
_AT_A_MEETING = "At a meeting the Board does it: type > 5/03"

WHOSE: Mapping[Step, Whose] = {
    Step.SIGN: Whose((Role.CHAIR,), "The administrator records a sign-off given on paper or by e-mail."),
    Step.RECORD_SIGN_OFF: Whose((Role.ADMINISTRATOR,)),
    Step.SET_PASSPHRASE: Whose((Role.CHAIR,)),
    Step.REVIEW: Whose((Role.CHAIR,)),
    Step.ANSWER_QUERY: Whose(_ANYBODY),
    Step.CLOSE_ACTION: Whose((Role.CHAIR, Role.ADMINISTRATOR), f"{_AT_A_MEETING} close: evidence."),
    Step.RETURN_ACTION: Whose((Role.CHAIR, Role.ADMINISTRATOR), f"{_AT_A_MEETING} return: reason."),
    Step.DECIDE_COMMENT: Whose((Role.CHAIR, Role.ADMINISTRATOR)),
    Step.RESTORE: Whose(_ANYBODY),
    Step.RESTORE_BACKUP: Whose((Role.ADMINISTRATOR, Role.CHAIR)),
    Step.TAKE_MINUTES: Whose((Role.SECRETARY, Role.ADMINISTRATOR, Role.CHAIR)),
}
"""The one table of who does what."""


def may(role: str, step: Step) -> bool:
    """Say whether a role may take a step."""
    return role in WHOSE[step].roles


def refusal(role: str, step: Step) -> BoardError | None:
    """Return, in words, who takes a step and how to act as them; None where the role may take it."""
    if may(role, step):
        return None
    whose = WHOSE[step]
    only = listed([called(one) for one in whose.roles], joined_by="or")
    switch = (
        f"To act as {called(whose.roles[0])}: boardtui open FILE --as {whose.roles[0]}, or {{palette}}, “Act as …”."
    )
    return BoardError(
        f"Only {only} may {step}.",
        f"You work here as {called(role)}; nothing was changed.",
        " ".join(filter(None, (whose.otherwise, switch))),
    )


def require(role: str, step: Step) -> None:
    """Refuse a step that a role does not take, saying who does."""
    if (refused := refusal(role, step)) is not None:
        raise refused


def signing(role: str) -> Step:
    """Return which step signing is for a role: the Chair signs, anybody else records that it was signed."""
    return Step.SIGN if role == Role.CHAIR else Step.RECORD_SIGN_OFF


def called(role: str) -> str:
    """Return what a role is called in a sentence: `the Chair`, `the secretary`."""
    return "the Chair" if role == Role.CHAIR else f"the {role}"

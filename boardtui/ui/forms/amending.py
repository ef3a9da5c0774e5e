"""Asks for an amendment of signed minutes: which words or which restriction, why, and who agreed it (DESIGN 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content

from boardtui import services
from boardtui.domain.states import Role, SignedHow
from boardtui.domain.views import Meeting
from boardtui.ui.forms.steps import signature
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import Field, secret, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardtui.services.desk import Desk
    from boardtui.store.unit import Work


def amendment(meeting: Meeting, desk: Desk, *, locked: bool = False) -> Form:
    """Return the form of an amendment; the Chair signs it here, anybody else records how the Chair agreed it.

    `locked` asks for the passphrase that the Chair set for signing.
    """
    fields = [
        words("paragraph", "Paragraph", needed=True, hint="4.2"),
        words("old", "It says", needed=True, hint="the words to be replaced, as the minutes print them"),
        words("new", "It should say", needed=True),
        words("because", "Reason", needed=True),
    ]

    def change(answers: dict[str, Any]) -> Callable[[Work], Any]:
        ref = f"{meeting.number}/{answers.pop('paragraph').strip().removeprefix(f'{meeting.number}/')}"
        old, new = answers.pop("old"), answers.pop("new")
        return lambda work: services.amending.amend_minutes(work, ref, old, new, **answers, **_signed_here(desk))

    return Form(
        f"Amend the signed minutes of meeting {meeting.number}",
        [*fields, *_who_signs(desk, locked=locked)],
        change,
        says=Content(
            "The paragraph stays as it was signed; the correction is printed with it and makes a new edition."
        ),
        save="amend",
    )


def restriction(
    what: str, item_id: str, entry_id: str | None, restricted: str | None, desk: Desk, *, locked: bool = False
) -> Form:
    """Return the form that restricts part of signed minutes, or opens it: why, and who agreed it."""

    def change(answers: dict[str, Any]) -> Callable[[Work], Any]:
        return lambda work: services.amending.restrict_minutes(
            work, item_id, entry_id, restricted, **answers, **_signed_here(desk)
        )

    return Form(
        f"{what} of the signed minutes: {'restrict it' if restricted else 'open it again'}",
        [
            words("because", "Reason", needed=True, hint="why it was not when they were signed"),
            *_who_signs(desk, locked=locked),
        ],
        change,
        says=Content(
            "The words stay as they were signed, and a new edition is made. Whoever has the open version already "
            "has them: ask for it back, and send the new one."
        ),
        save="make the edition",
    )


def _who_signs(desk: Desk, *, locked: bool) -> list[Field]:
    """Ask who signed outside the program; of the Chair here, only the passphrase that was set."""
    if desk.role != Role.CHAIR:
        return signature(desk.today)
    return [secret("passphrase", "Passphrase")] if locked else []


def _signed_here(desk: Desk) -> dict[str, Any]:
    return {"by": desk.who, "how": SignedHow.PROGRAM} if desk.role == Role.CHAIR else {}

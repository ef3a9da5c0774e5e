"""Asks for an amendment of signed minutes: which paragraph, which words, why, and who agreed it (DESIGN 4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.content import Content

from boardtui import services
from boardtui.domain.states import Role, SignedHow
from boardtui.domain.views import Meeting
from boardtui.ui.forms.steps import signature
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import secret, words

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardtui.services.desk import Desk
    from boardtui.store.unit import Work


def amendment(meeting: Meeting, desk: Desk, *, locked: bool = False) -> Form:
    """Return the form of an amendment; the Chair signs it here, anybody else records how the Chair agreed it.

    `locked` asks for the passphrase that the Chair set for signing.
    """
    here = desk.role == Role.CHAIR
    fields = [
        words("paragraph", "Paragraph", needed=True, hint="4.2"),
        words("old", "It says", needed=True, hint="the words to be replaced, as the minutes print them"),
        words("new", "It should say", needed=True),
        words("because", "Reason", needed=True),
    ]

    def change(answers: dict[str, Any]) -> Callable[[Work], Any]:
        ref = f"{meeting.number}/{answers.pop('paragraph').strip().removeprefix(f'{meeting.number}/')}"
        old, new = answers.pop("old"), answers.pop("new")
        signed: dict[str, Any] = {"by": desk.who, "how": SignedHow.PROGRAM} if here else {}
        return lambda work: services.amending.amend_minutes(work, ref, old, new, **answers, **signed)

    asked = signature(desk.today) if not here else [secret("passphrase", "Passphrase")] if locked else []
    return Form(
        f"Amend the signed minutes of meeting {meeting.number}",
        [*fields, *asked],
        change,
        says=Content(
            "The paragraph stays as it was signed; the correction is printed with it and makes a new edition."
        ),
        save="amend",
    )

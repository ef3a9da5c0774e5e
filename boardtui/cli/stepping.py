"""The next step of a meeting, a letter or a report on the command line: the key `n` of the screen (DESIGN 4)."""

from __future__ import annotations

from contextlib import closing
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boardtui.cli.options import As, Board, By, day
from boardtui.domain.states import LetterState, MeetingState, SignedHow
from boardtui.domain.text import clean, plural
from boardtui.errors import BoardError

if TYPE_CHECKING:
    from collections.abc import Callable

    from boardtui.services.desk import Desk
    from boardtui.store.unit import Work


class Of(StrEnum):
    """What takes a step."""

    MEETING = "meeting"
    LETTER = "letter"
    REPORT = "report"


_LEAVES = {
    Of.MEETING: (MeetingState.PLANNED, MeetingState.WITH_CHAIR),
    Of.LETTER: (LetterState.WITH_CHAIR, LetterState.SIGNED),
    Of.REPORT: (LetterState.WITH_CHAIR, LetterState.SIGNED),
}
"""States before a step with which a paper leaves: it is looked through first (rule 11)."""


def step(
    what: Annotated[Of, typer.Argument(metavar="WHAT", help=f"Of what: {', '.join(Of)}.")],
    file: Board,
    number: Annotated[int, typer.Argument(metavar="N", help="Its number.")],
    how: Annotated[SignedHow, typer.Option("--how", help="Of a signature: here, on paper or by e-mail.")] = (
        SignedHow.PROGRAM
    ),
    signer: Annotated[str, typer.Option("--signer", metavar="NAME", help="Who signed.")] = "Independent Chair",
    on: Annotated[date | None, typer.Option("--on", parser=day, metavar="DATE", help="Signed or sent on.")] = None,
    sent_to: Annotated[str, typer.Option("--sent-to", metavar="TEXT", help="To whom it was sent, and how.")] = "",
    by: By = None,
    role: As = None,
) -> None:
    """Take a meeting, a letter or a report one step further; print what was done.

    A meeting: agenda issued; then boardtui minute loads its notes; minutes sent to the Chair; signed off. A letter or
    report: laid before the Chair; signed; sent (--sent-to). Before a paper leaves, nothing may be left open in
    boardtui preflight.
    """
    from boardtui.bootstrap import open_desk

    with closing(open_desk(file, by=by, role=role)) as desk:
        state = _state(desk, what, number)
        if state in _LEAVES[what]:
            _look_through(desk, what, number, state)
        signed = _signature(desk, how, signer, on) if state == MeetingState.WITH_CHAIR else {}
        if what is Of.MEETING:
            take = _of_meeting(state, number, signed)
        else:
            take = _of_letter(what, state, number, signed, {"to": sent_to, "on": on})
        done = desk.do(take)
    print(clean(done.said))
    for said in done.told:
        typer.echo(clean(said), err=True)


def _state(desk: Desk, what: Of, number: int) -> str:
    from boardtui.store.reading.letters import letter
    from boardtui.store.reading.meetings import meeting

    if what is Of.MEETING:
        return desk.read(lambda db: meeting(db, number)).state
    return desk.read(lambda db: letter(db, number, what.value)).state


def _of_meeting(state: str, number: int, signed: dict[str, Any]) -> Callable[[Work], object]:
    from boardtui.services import agenda, meetings

    match state:
        case MeetingState.PLANNED:
            return lambda work: agenda.issue_agenda(work, number)
        case MeetingState.IN_SESSION:
            return lambda work: meetings.close_meeting(work, number)
        case MeetingState.DRAFT:
            return lambda work: meetings.submit_minutes(work, number)
        case MeetingState.WITH_CHAIR:
            return lambda work: meetings.sign_minutes(work, number, **signed)
        case MeetingState.AGENDA_ISSUED:
            raise BoardError(
                f"The agenda of meeting {number} is issued; next it is held.",
                "Nothing was changed.",
                f"Load its notes: boardtui minute FILE --meeting {number} NOTES.txt",
            )
        case _:
            raise BoardError(
                f"Meeting {number} is {state}: it has no next step here.",
                "Nothing was changed.",
                "Look at it on the screen: under {meetings}, {meetings-step} says the next step.",
            )


def _of_letter(
    what: Of, state: str, number: int, signed: dict[str, Any], sent: dict[str, Any]
) -> Callable[[Work], object]:
    from boardtui.services import letters

    match state:
        case LetterState.DRAFT | LetterState.FACT_CHECK:
            return lambda work: letters.submit_letter(work, number, what.value)
        case LetterState.WITH_CHAIR:
            return lambda work: letters.sign_letter(work, number, series=what.value, **signed)
        case LetterState.SIGNED:
            if not sent["to"]:
                raise typer.BadParameter("Say to whom it was sent, and how.", param_hint="--sent-to")
            return lambda work: letters.send_letter(work, number, series=what.value, **sent)
        case _:
            raise BoardError(
                f"{what.capitalize()} {number} was sent: nothing is left to do.",
                "Nothing was changed.",
                "Draft the next one under {letters}, with {letters-add}.",
            )


def _look_through(desk: Desk, what: Of, number: int, state: str) -> None:
    """Refuse while something is left open in the paper that leaves with the step (rule 11)."""
    from boardtui.domain.preflight import PaperKind, still_open
    from boardtui.store.reading.preflight import preflight

    meetings = {MeetingState.PLANNED: PaperKind.AGENDA, MeetingState.WITH_CHAIR: PaperKind.MINUTES}
    paper = meetings[MeetingState(state)] if what is Of.MEETING else PaperKind(what.value)
    left = still_open(desk.read(lambda db: preflight(db, paper, number, desk.today)))
    if left:
        raise BoardError(
            f"{plural(len(left), 'finding')} would leave with {paper} {number}.",
            "Nothing was changed.",
            f"boardtui preflight FILE {paper} --{what} {number} names each; mend it, or let it stand with a reason.",
        )


def _signature(desk: Desk, how: SignedHow, signer: str, on: date | None) -> dict[str, Any]:
    """Return who signs, when and how; who signs here is whoever acts, and types the passphrase if there is one."""
    from boardtui.cli.confirming import asked
    from boardtui.store.reading.passphrase import is_set

    if how != SignedHow.PROGRAM:
        return {"by": signer, "on": on, "how": how}
    given = asked("The Chair's sign-off passphrase: ") if desk.read(is_set) else None
    return {"by": desk.who, "on": on, "how": how, "passphrase": given}

"""What is asked when the Board is handed over, adopted or the pen taken back, and what each means (DESIGN 7)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from boardtui.domain.adopting import Comparison, Side
from boardtui.domain.pen import Pen
from boardtui.domain.states import Role
from boardtui.domain.text import one_line, plural
from boardtui.ui.modals.choose import Choose
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import Field, one_of, words
from boardtui.ui.widgets.literal import line, literal

GIVE, ADOPT, TAKE_BACK = "give", "adopt", "take back"


def menu(pen: Pen) -> Choose:
    """Offer what can be done now: without the pen nothing is handed over, with it nothing is taken back."""
    adopt = (ADOPT, "Adopt a file that came back")
    if pen.here:
        return Choose("Hand over", [(GIVE, "Hand the Board over: write a copy, give the pen away"), adopt])
    return Choose(pen.said, [adopt, (TAKE_BACK, "Take the pen back without the file")])


def give(role: str, proposed: Callable[[str], Path]) -> Form:
    """Ask to whom the Board is handed, and where the copy is written."""
    to = Role.ADMINISTRATOR if role == Role.CHAIR else Role.CHAIR
    fields = [
        one_of("to", "To the", [str(one) for one in Role], str(to)),
        words("name", "Their name"),
        words("note", "Asked to"),
        Field("out", "Copy", str(proposed(to)), reads=_free, needed=True),
    ]
    says = line(
        "A copy is written to send, and the pen goes with it: this file is then read, not changed, until the copy is "
        "adopted. Undo does not reach past this."
    )
    return Form("Hand the Board over", fields, None, says=says, save="hand it over")


def adopt() -> Form:
    """Ask for the file that came back."""
    return Form(
        "Adopt a file that came back",
        [Field("path", "File", reads=_there, needed=True, hint="~/Downloads/board-to-chair.board")],
        None,
        says=line("It is checked and compared first; nothing is changed yet."),
        save="compare",
    )


def take_back(pen: Pen) -> Confirm:
    """Say what it means to take the pen back without the file."""
    return Confirm(
        line("Take the pen back"),
        literal(
            f"{pen.said}\n\nTaken back, this file can be changed again. What {pen.holder} does in the copy is not "
            "lost, but it will have to be adopted row by row: where both sides changed the same, you choose."
        ),
        "Take it back",
    )


def forward(found: Comparison) -> Confirm:
    """Say what bringing a copy over will do that continues this file."""
    does = "Every entry is brought over as it was made, and the pen is here again."
    nothing = "Nothing is brought over; the pen is here again."
    return Confirm(line("Adopt it"), line(f"{found.said} {does if found.theirs else nothing}"), "Adopt it")


def apart(found: Comparison, chosen: Mapping[str, Side]) -> Confirm:
    """Name, before it is done, how much comes over and what was chosen."""
    over = sum(one.changed == "theirs" for one in found.differs)
    theirs = sum(side == "theirs" for side in chosen.values())
    said = (
        f"From the copy {plural(over, 'change')} that nobody made here {'comes' if over == 1 else 'come'} over. "
        f"Chosen where both changed the same: {len(chosen) - theirs} ours, {theirs} theirs.\n\n"
        "What is not chosen stays in the journal word for word, and the copy is kept beside this file. "
        "Undo does not reach past this."
    )
    return Confirm(line("Adopt the copy"), literal(said), "Adopt it")


def _there(typed: str) -> Path:
    path = Path(one_line(typed)).expanduser()
    if not path.is_file():
        raise ValueError("There is no such file.")
    return path


def _free(typed: str) -> Path:
    path = Path(one_line(typed)).expanduser()
    path = path if path.suffix else path.with_suffix(".board")
    if path.exists():
        raise ValueError("There is a file of that name already.")
    return path

"""How a letter and its blocks read."""

from __future__ import annotations

from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.states import LetterState
from boardtui.domain.views import Block, Letter
from boardtui.ui.widgets.literal import hanging, line, literal


def state(letter: Letter) -> str:
    """Return where a letter is, with the day."""
    match letter.state:
        case LetterState.SENT if letter.sent_on:
            return f"sent {show(letter.sent_on)}"
        case LetterState.SIGNED if letter.signed_on:
            return f"signed {show(letter.signed_on)}"
        case _:
            return letter.state


def covers(letter: Letter) -> str:
    """Return the meetings a letter covers."""
    if letter.first_meeting == letter.last_meeting:
        return f"meeting {letter.first_meeting}"
    return f"meetings {letter.first_meeting} to {letter.last_meeting}"


def mark(block: Block) -> str:
    """Return whose words a block has."""
    if not block.text.strip():
        return "! not written"
    if not block.drafted.strip():
        return "written"
    return "✎ edited" if block.edited else "drafted"


def heading(letter: Letter, width: int) -> Content:
    """Return the letter's particulars."""
    facts = [
        ("To", letter.addressee),
        ("Subject", letter.subject),
        ("Reference", letter.reference),
        ("Dated", show(letter.dated) if letter.dated else "not dated yet"),
        ("Signed", _signed(letter)),
        ("Sent", f"{show(letter.sent_on)}, {letter.sent_to}" if letter.sent_on else ""),
        ("Copies", "; ".join(letter.copies.splitlines())),
    ]
    said = [Content.assemble((f"Letter {letter.number}", "bold"), f", {state(letter)}, covers {covers(letter)}")]
    said += [hanging(Content.styled(f"{name:<11}", "$foreground-muted"), text, width) for name, text in facts if text]
    return Content("\n").join(said)


def block(found: Block) -> Content:
    """Return a block to read; beside an edited one stands what the records would say."""
    parts = [line(found.heading or found.key, "bold"), line(mark(found), "$foreground-muted"), Content("")]
    parts += [literal(found.text)] if found.text.strip() else [_unwritten(found)]
    if found.edited and found.drafted.strip() and found.text.strip():
        parts += [Content(""), Content.styled("As drafted from the records", "bold $primary"), literal(found.drafted)]
    return Content("\n").join(parts)


def _unwritten(found: Block) -> Content:
    says = (
        "Press e to write this block."
        if found.drafted.strip()
        else "This is for the Chair to write: the program never drafts it. Press e."
    )
    return Content.styled(says, "$text-warning")


def _signed(letter: Letter) -> str:
    if letter.signed_on is None:
        return ""
    how = f", {letter.signed_how}" if letter.signed_how else ""
    return f"{show(letter.signed_on)} by {letter.signed_by}{how}"

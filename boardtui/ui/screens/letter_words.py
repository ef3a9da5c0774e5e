"""How a letter or report and its blocks read."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.states import LetterState, ReportKind, Series
from boardtui.domain.views import Block, FactComment, Letter
from boardtui.ui.keys import with_keys
from boardtui.ui.widgets.literal import assembled, hanging, line, literal

COMMITTEE = "committee report"


def name(letter: Letter) -> str:
    """Return what people call it: `Letter 2`, `Report 1`, `Committee report 1`."""
    return f"{COMMITTEE if letter.series == Series.SCRUTINY else letter.series} {letter.number}".capitalize()


def author(letter: Letter) -> str:
    """Return whose judgement it gives."""
    if letter.series == Series.SCRUTINY:
        return "relevant officer"
    return "Leader" if letter.kind == ReportKind.LEADER else "Chair"


def state(letter: Letter) -> str:
    """Return where a letter is, with the day."""
    match letter.state:
        case LetterState.SENT if letter.sent_on:
            return f"sent {show(letter.sent_on)}"
        case LetterState.SIGNED if letter.signed_on:
            return f"signed {show(letter.signed_on)}"
        case LetterState.WITH_CHAIR if letter.kind == ReportKind.LEADER:
            return "with the Leader"
        case LetterState.WITH_CHAIR:
            return "with the Chair"
        case _:
            return letter.state


def covers(letter: Letter) -> str:
    """Return the meetings a letter covers."""
    if letter.first_meeting > letter.last_meeting:
        return "no meeting"
    if letter.first_meeting == letter.last_meeting:
        return f"meeting {letter.first_meeting}"
    return f"meetings {letter.first_meeting} to {letter.last_meeting}"


def mark(block: Block, *, signed: bool) -> str:
    """Return whose words a block has; one that nobody wrote is left out of what was signed."""
    if not block.text.strip():
        return "left out" if signed else "! not written"
    if not block.drafted.strip():
        return "written"
    return "✎ edited" if block.edited else "drafted"


def sign(block: Block, *, signed: bool) -> str:
    """Return the sign of a block that is not written or was edited; the others have none."""
    said = mark(block, signed=signed)
    return said[0] if said[0] in "!✎" else ""


def changed(blocks: Sequence[Block]) -> int:
    """Count the figures whose source has changed since they were drafted."""
    return sum(figure.stale for block in blocks for figure in block.figures)


def heading(letter: Letter, width: int, notes: Sequence[Content] = ()) -> Content:
    """Return the letter's particulars, behind what there is to note of it."""
    facts = [
        ("To", letter.addressee),
        ("Subject", letter.subject),
        ("Reference", letter.reference),
        ("Dated", show(letter.dated) if letter.dated else "not dated yet"),
        ("Signed", _signed(letter)),
        ("Sent", f"{show(letter.sent_on)}, {letter.sent_to}" if letter.sent_on else ""),
        ("Copies", "; ".join(letter.copies.splitlines())),
    ]
    said = [assembled((name(letter), "bold"), f", {state(letter)}, covers {covers(letter)}"), *notes]
    said += [hanging(literal(f"{named:<11}", "$foreground-muted"), text, width) for named, text in facts if text]
    return Content("\n").join(said)


def block(found: Block, author: str, *, signed: bool) -> Content:
    """Return a block to read; beside an edited one stands what the records would say."""
    whose = line(mark(found, signed=signed), "$foreground-muted")
    parts = [line(found.heading or found.key, "bold"), whose, Content("")]
    if found.text.strip():
        parts.append(literal(found.text))
    elif not signed:
        parts.append(_unwritten(found, author))
    if found.edited and found.drafted.strip() and found.text.strip():
        parts += [Content(""), Content.styled("As drafted from the records", "bold $primary"), literal(found.drafted)]
    return Content("\n").join(parts)


def fact_check(comments: Sequence[FactComment]) -> Content:
    """Return what the council said of the facts, and what the Chair decided."""
    title = Content.styled("Fact check", "bold $primary")
    return Content("\n").join([title, *(_comment(one) for one in comments), Content("")])


def _comment(found: FactComment) -> Content:
    by = f"{found.given_by}, " if found.given_by else ""
    about = "" if found.block else " (on the whole)"
    said = [
        literal(f"{found.number}. {found.text}{about}"),
        line(f"   {by}{show(found.given_on)}", "$foreground-muted"),
    ]
    if not found.decision:
        said.append(literal(with_keys("   ! not decided: {letter-fact-check}"), "$text-warning"))
    else:
        answer = f": {found.answer}" if found.answer else ""
        said.append(literal(f"   → {found.decision}{answer}"))
    return Content("\n").join(said)


def _unwritten(found: Block, author: str) -> Content:
    says = (
        with_keys("Press {letter-edit} to write this block.")
        if found.drafted.strip()
        else f"This is for the {author} to write: nothing of it is drafted. Press {with_keys('{letter-edit}')}."
    )
    return literal(says, "$text-warning")


def _signed(letter: Letter) -> str:
    if letter.signed_on is None:
        return ""
    how = f", {letter.signed_how}" if letter.signed_how else ""
    return f"{show(letter.signed_on)} by {letter.signed_by}{how}"

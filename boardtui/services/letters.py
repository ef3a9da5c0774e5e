"""The Chair's letters: drafted from the records as blocks, edited block by block, signed, sent (DESIGN 4 and 6)."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlmodel import col, select

from boardtui.documents.drafting import draft
from boardtui.domain.dates import show
from boardtui.domain.states import LetterState, MeetingState, Role, Series, SignedHow
from boardtui.domain.text import clean, one_line
from boardtui.errors import BoardError, LockedError
from boardtui.services import finding
from boardtui.store.models import Letter, LetterBlock, Meeting, Office
from boardtui.store.reading.papers import letter_paper
from boardtui.store.unit import Work

JUDGEMENT = "judgement"
"""The block that is the Chair's own and is never drafted."""

ONE_LINE = ("subject", "reference", "addressee", "salutation", "signs_as")
SOME_LINES = ("address", "copies")

COPIES = ("DfE", "LDR", "LM", "CEX", "DCS")
"""Offices a letter is copied to unless it says otherwise."""


def start_letter(work: Work, *, dated: date | None = None, subject: str = "") -> int:
    """Start the Chair's next letter, drafted from the meetings since the last one; return its number."""
    earlier = work.first(select(Letter).where(Letter.series == Series.LETTER).order_by(col(Letter.number).desc()))
    after = earlier.last_meeting if earlier else 0
    covered = [row.number for row in _held(work) if row.number > after]
    if not covered:
        raise BoardError(
            "No meeting has been held since the last letter.",
            "There is nothing new to report.",
            "Hold a meeting first.",
        )
    number = (earlier.number if earlier else 0) + 1
    work.say(f"Draft letter {number}")
    board = finding.board(work)
    letter = work.add(
        Letter(
            number=number,
            subject=one_line(subject) or f"{board.council}: progress under the Improvement Notice",
            reference=f"{_short(board.name)}/{number}",
            dated=dated,
            addressee=board.addressee,
            address=board.addressee_address,
            signs_as=board.chair_signs_as,
            copies=_copies(work),
            first_meeting=min(covered),
            last_meeting=max(covered),
        ),
        str(number),
    )
    _draft(work, letter)
    return number


def redraft(work: Work, number: int) -> None:
    """Draft a letter again from the records; a block somebody has edited keeps its text, the new draft beside it."""
    letter = _unsigned(finding.letter(work, number))
    work.say(f"Redraft letter {number}")
    _draft(work, letter)


def edit_block(work: Work, block_id: str, version: int | None, text: str) -> None:
    """Put the Chair's own words into a block."""
    block = work.get(LetterBlock, block_id, version, {"text": text})
    letter = _unsigned(work.get(Letter, block.letter_id))
    block.text = clean(text).strip()
    work.say(f"Edit “{block.heading or block.key}” in letter {letter.number}")


def use_draft(work: Work, block_id: str, version: int | None) -> None:
    """Take the drafted words of a block in place of the edited ones."""
    block = work.get(LetterBlock, block_id, version)
    _unsigned(work.get(Letter, block.letter_id))
    block.text = block.drafted
    work.say(f"Use the draft of “{block.heading or block.key}”")


def edit_letter(work: Work, number: int, version: int | None = None, **changes: Any) -> None:
    """Change a letter's subject, reference, date, addressee, address, salutation, copies or what the Chair signs as."""
    letter = _unsigned(work.get(Letter, finding.letter(work, number).id, version, changes))
    work.say(f"Change letter {number}")
    for name, value in changes.items():
        if name in ONE_LINE:
            setattr(letter, name, one_line(value))
        elif name in SOME_LINES:
            setattr(letter, name, clean(value).strip())
        elif name == "dated":
            letter.dated = value
        else:
            raise KeyError(name)


def submit_letter(work: Work, number: int) -> None:
    """Lay a letter before the Chair."""
    letter = finding.letter(work, number)
    _step(letter, LetterState.DRAFT, LetterState.WITH_CHAIR)
    work.say(f"Lay letter {number} before the Chair")


def return_letter(work: Work, number: int) -> None:
    """Take a letter back into draft."""
    letter = finding.letter(work, number)
    _step(letter, LetterState.WITH_CHAIR, LetterState.DRAFT)
    work.say(f"Take letter {number} back into draft")


def sign_letter(work: Work, number: int, *, by: str, on: date | None = None, how: str = SignedHow.PROGRAM) -> None:
    """Sign a letter; it cannot be signed while the Chair's own judgement is unwritten."""
    letter = finding.letter(work, number)
    if letter.state not in (LetterState.DRAFT, LetterState.WITH_CHAIR):
        raise BoardError(f"Letter {number} is already {letter.state}.", "Nothing was changed.")
    own = work.first(select(LetterBlock).where(LetterBlock.letter_id == letter.id, LetterBlock.key == JUDGEMENT))
    if own is None or not own.text.strip():
        raise BoardError(
            "The Chair's own judgement is not written yet.",
            f"Letter {number} cannot be signed without it.",
            "Write the first block: the pace, and whether the targets will be met.",
        )
    if how == SignedHow.PROGRAM and work.role != Role.CHAIR:
        raise BoardError(
            "Only the Chair signs letters in the program.",
            "Nothing was changed.",
            "Record a signature given on paper or by e-mail instead.",
        )
    letter.state, letter.signed_on = LetterState.SIGNED, on or work.today
    letter.dated = letter.dated or letter.signed_on
    letter.signed_by, letter.signed_how = finding.wording(by, "The signer's name"), how
    letter.journal_at_signing = work.next_entry()
    work.barrier = True
    work.say(f"Sign letter {number}")


def send_letter(work: Work, number: int, *, to: str, on: date | None = None) -> None:
    """Note that a signed letter was sent: when, to whom and how."""
    letter = finding.letter(work, number)
    day = on or work.today
    if day > work.today:
        raise BoardError(
            f"The letter cannot have been sent on {show(day)} yet.",
            f"Today is {show(work.today)}; nothing was changed.",
            "Note it when it has gone.",
        )
    _step(letter, LetterState.SIGNED, LetterState.SENT)
    work.tell("If this is a report the Notice asks for, note that duty as met: Notice (6), duties (t), d.")
    letter.sent_on, letter.sent_to = day, finding.wording(to, "To whom it was sent")
    work.barrier = True
    work.say(f"Note that letter {number} was sent")


def _draft(work: Work, letter: Letter) -> None:
    work.session.flush()
    old = {block.key: block for block in _blocks(work, letter)}
    for position, block in enumerate(draft(letter_paper(work.db, letter.number, work.today)), 1):
        kept = old.get(block.key)
        if kept is None:
            work.add(
                LetterBlock(
                    letter_id=letter.id,
                    position=position,
                    key=block.key,
                    heading=block.heading,
                    text=block.text,
                    drafted=block.text,
                ),
                f"{letter.number}:{block.key}",
            )
            continue
        if kept.text == kept.drafted:
            kept.text = block.text
        kept.drafted, kept.heading, kept.position = block.text, block.heading, position


def _blocks(work: Work, letter: Letter) -> list[LetterBlock]:
    return work.all(select(LetterBlock).where(LetterBlock.letter_id == letter.id))


def _held(work: Work) -> list[Meeting]:
    closed = (MeetingState.DRAFT, MeetingState.WITH_CHAIR, MeetingState.SIGNED, MeetingState.CONFIRMED)
    rows = select(Meeting).where(col(Meeting.state).in_([str(state) for state in closed]))
    return work.all(rows.order_by(col(Meeting.number)))


def _unsigned(letter: Letter) -> Letter:
    if letter.state in (LetterState.SIGNED, LetterState.SENT):
        raise LockedError(
            f"Letter {letter.number} is {letter.state}.",
            "It is not changed any more.",
            "Write another letter.",
        )
    return letter


def _step(letter: Letter, now: LetterState, then: LetterState) -> None:
    if letter.state != now:
        raise BoardError(f"Letter {letter.number} is {letter.state}, not {now}.", "Nothing was changed.")
    letter.state = then


def _copies(work: Work) -> str:
    offices = {row.initials: row for row in work.all(select(Office))}
    return "\n".join(
        ", ".join(filter(None, (offices[short].title, offices[short].organisation)))
        for short in COPIES
        if short in offices
    )


def _short(name: str) -> str:
    return "".join(word[0] for word in name.replace("’", "'").split() if word[0].isalpha()).upper() or "B"

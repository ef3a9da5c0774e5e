"""The life of letters and reports: started, laid before the Chair, signed, sent (DESIGN 4 and 6; N 8.1, 8.2)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlmodel import col, select

from boardtui.domain.dates import show
from boardtui.domain.roles import Step, require
from boardtui.domain.states import LetterState, MeetingState, ReportKind, Series, SignedHow
from boardtui.domain.text import clean, one_line
from boardtui.errors import BoardError
from boardtui.services import finding
from boardtui.services.letter_blocks import (
    SIGNED,
    capital,
    edit_block,
    fill,
    name_of,
    otherwise,
    redraft,
    renew,
    renew_tables,
    unsigned,
    use_draft,
)
from boardtui.services.passphrase import confirm
from boardtui.services.sealing import seal_letter
from boardtui.store.models import Letter, LetterBlock, Meeting, Office
from boardtui.store.unit import Work

__all__ = (
    "JUDGEMENT",
    "begin",
    "edit_block",
    "edit_letter",
    "is_dated_anew",
    "newest",
    "otherwise",
    "redraft",
    "return_letter",
    "send_letter",
    "sign_letter",
    "start_letter",
    "submit_letter",
    "use_draft",
)

JUDGEMENT = "judgement"
"""The block that is its author's own and is never drafted."""

ONE_LINE = ("subject", "reference", "addressee", "salutation", "signs_as")
SOME_LINES = ("address", "copies")

COPIES = ("DfE", "LDR", "LM", "CEX", "DCS")
"""Offices a letter is copied to unless it says otherwise."""


def start_letter(work: Work, *, dated: date | None = None, subject: str = "") -> int:
    """Start the Chair's next letter, drafted from the meetings since the last one; return its number."""
    earlier = newest(work, Series.LETTER)
    covered = held_after(work, earlier)
    if not covered:
        raise BoardError(
            "No meeting has been held since the last letter.",
            "There is nothing new to report.",
            "Hold a meeting first.",
        )
    number = (earlier.number if earlier else 0) + 1
    work.say(f"Draft letter {number}")
    board = finding.board(work)
    letter = Letter(
        number=number,
        subject=one_line(subject) or f"{board.council}: progress under the Improvement Notice",
        reference=f"{short_name(board.name)}/{number}",
        dated=dated,
        signs_as=board.chair_signs_as,
        copies=copied_to(work, COPIES),
        first_meeting=min(covered),
        last_meeting=max(covered),
    )
    return begin(work, letter)


def begin(work: Work, letter: Letter) -> int:
    """Add a new letter or report, addressed to the Minister, and draft it; return its number."""
    board = finding.board(work)
    letter.addressee, letter.address = board.addressee, board.addressee_address
    work.add(letter, str(letter.number) if letter.series == Series.LETTER else name_of(letter))
    fill(work, letter)
    return letter.number


def edit_letter(
    work: Work, number: int, version: int | None = None, series: str = Series.LETTER, **changes: Any
) -> None:
    """Change a letter's subject, reference, date, addressee, address, salutation, copies or what the Chair signs as.

    Its sentences count from its date: with another one, what nobody has edited is drafted anew.
    """
    letter = unsigned(work.get(Letter, finding.letter(work, number, series).id, version, changes))
    work.say(f"Change {name_of(letter)}")
    was = letter.dated
    for name, value in changes.items():
        if name in ONE_LINE:
            setattr(letter, name, one_line(value))
        elif name in SOME_LINES:
            setattr(letter, name, clean(value).strip())
        elif name == "dated":
            letter.dated = value
        else:
            raise KeyError(name)
    if changes.get("dated", was) != was:
        renew(work, letter)


def submit_letter(work: Work, number: int, series: str = Series.LETTER) -> None:
    """Lay a letter or report before the Chair; a report's undecided comments are named."""
    letter = finding.letter(work, number, series)
    checked = letter.state == LetterState.FACT_CHECK
    _step(letter, (LetterState.DRAFT, LetterState.FACT_CHECK), LetterState.WITH_CHAIR)
    if letter.series == Series.REPORT:
        from boardtui.services import fact_check

        fact_check.remind(work, letter, checked=checked)
    work.say(f"Lay {name_of(letter)} before {_author(letter)}")


def return_letter(work: Work, number: int, series: str = Series.LETTER) -> None:
    """Take a letter or report back into draft."""
    letter = finding.letter(work, number, series)
    _step(letter, (LetterState.WITH_CHAIR, LetterState.FACT_CHECK), LetterState.DRAFT)
    work.say(f"Take {name_of(letter)} back into draft")


def sign_letter(
    work: Work,
    number: int,
    *,
    by: str,
    on: date | None = None,
    how: str = SignedHow.PROGRAM,
    series: str = Series.LETTER,
    passphrase: str | None = None,
) -> None:
    """Sign a letter or report; it cannot be signed while its author's own judgement is unwritten."""
    _may_sign(work, finding.letter(work, number, series), how)
    if how == SignedHow.PROGRAM:
        confirm(work, passphrase)
    letter = mark_signed(work, number, by=by, on=on, how=how, series=series)
    letter.journal_at_signing = work.next_entry()
    seal_letter(work, letter)
    work.barrier = True
    work.say(f"Sign {name_of(letter)}")


def mark_signed(work: Work, number: int, *, by: str, on: date | None, how: str, series: str) -> Letter:
    """Put a signature to a letter or report; one without a date is dated the day it is signed.

    Nothing of its words changes by that: what counts from another day is refused.
    """
    letter = finding.letter(work, number, series)
    if letter.state in SIGNED:
        raise BoardError(
            f"{capital(letter)} is already {letter.state}.",
            "Nothing was changed.",
            "Look at where it stands under {letters}; {letters-step} there says the next step.",
        )
    _judged(work, letter)
    day = on or work.today
    _bears(work, letter, day, how)
    renew_tables(work, letter)
    letter.state, letter.signed_on = LetterState.SIGNED, day
    letter.signed_by, letter.signed_how = finding.wording(by, "The signer's name"), how
    return letter


def send_letter(work: Work, number: int, *, to: str, on: date | None = None, series: str = Series.LETTER) -> None:
    """Note that a signed letter or report was sent: when, to whom and how."""
    letter = finding.letter(work, number, series)
    day = on or work.today
    if day > work.today:
        raise BoardError(
            f"The {letter.series} cannot have been sent on {show(day)} yet.",
            f"Today is {show(work.today)}; nothing was changed.",
            "Note it when it has gone.",
        )
    _step(letter, (LetterState.SIGNED,), LetterState.SENT)
    letter.sent_on, letter.sent_to = day, finding.wording(to, "To whom it was sent")
    work.barrier = True
    work.say(f"Note that {name_of(letter)} was sent")
    if letter.series == Series.REPORT:
        from boardtui.services import reports

        reports.meet_duty(work, letter, day)
    else:
        work.tell(
            "If this is a report the Notice asks for, note that duty as met: "
            "Notice ({notice}), duties ({notice-section}), {notice-met}."
        )


def is_dated_anew(series: str, dated: date | None, signed: date) -> bool:
    """Say whether a letter or report needs another date to be signed that day: it has none, or one that comes after.

    A committee's report bears the day of the committee, which does come after.
    """
    return dated is None or (dated > signed and series != Series.SCRUTINY)


def newest(work: Work, series: str) -> Letter | None:
    """Return the newest letter (or report), if there is one."""
    found: Letter | None = work.first(select(Letter).where(Letter.series == series).order_by(col(Letter.number).desc()))
    return found


def held_after(work: Work, earlier: Letter | None) -> list[int]:
    """Return the numbers of the meetings held after those that an earlier letter covers."""
    closed = (MeetingState.DRAFT, MeetingState.WITH_CHAIR, MeetingState.SIGNED, MeetingState.CONFIRMED)
    rows: list[Meeting] = work.all(select(Meeting).where(col(Meeting.state).in_([str(state) for state in closed])))
    after = earlier.last_meeting if earlier else 0
    return sorted(row.number for row in rows if row.number > after)


def copied_to(work: Work, initials: Sequence[str]) -> str:
    """Return a line for each of these offices that the Board has."""
    offices = {row.initials: row for row in work.all(select(Office))}
    return "\n".join(
        ", ".join(filter(None, (offices[short].title, offices[short].organisation)))
        for short in initials
        if short in offices
    )


def _bears(work: Work, letter: Letter, day: date, how: str) -> None:
    """Date a letter without a date the day it is signed; one whose sentences count from another day is refused.

    What was signed on paper or by e-mail bears what it bears.
    """
    if letter.dated and (how != SignedHow.PROGRAM or not is_dated_anew(letter.series, letter.dated, day)):
        return
    if letter.dated:
        raise BoardError(
            f"{capital(letter)} is dated {show(letter.dated)}, after the day it is signed, {show(day)}.",
            "Its sentences count from its date, so it was not signed.",
            _redraft(letter, day),
        )
    letter.dated = day
    work.session.flush()
    if how == SignedHow.PROGRAM and (parts := otherwise(work, letter)):
        raise BoardError(
            f"{capital(letter)} bears no date, and reads otherwise for {show(day)}: {', '.join(parts)}.",
            "It was not signed.",
            _redraft(letter, day),
        )


def _redraft(letter: Letter, day: date) -> str:
    return (
        f"Give it that date under {{letter-particulars}} there, or with boardtui redraft {letter.series} FILE "
        f"{letter.number} --dated {day.isoformat()}, and read what is drafted anew."
    )


def _judged(work: Work, letter: Letter) -> None:
    own = work.find(LetterBlock, letter_id=letter.id, key=JUDGEMENT)
    if own is None or not own.text.strip():
        whose = "Leader's" if letter.kind == ReportKind.LEADER else "Chair's"
        raise BoardError(
            f"The {whose} own judgement is not written yet.",
            f"{capital(letter)} cannot be signed without it.",
            "Write the first block: the pace, and whether the targets will be met.",
        )


def _may_sign(work: Work, letter: Letter, how: str) -> None:
    if how != SignedHow.PROGRAM:
        require(work.role, Step.RECORD_SIGN_OFF)
        return
    if letter.kind == ReportKind.LEADER:
        raise BoardError(
            "The Leader does not sign in the program.",
            "Nothing was changed.",
            "Record the signature given on paper or by e-mail.",
        )
    require(work.role, Step.SIGN)


def _author(letter: Letter) -> str:
    if letter.series == Series.SCRUTINY:
        return "the relevant officer"
    return "the Leader" if letter.kind == ReportKind.LEADER else "the Chair"


def _step(letter: Letter, now: Sequence[LetterState], then: LetterState) -> None:
    if letter.state not in now:
        raise BoardError(
            f"{capital(letter)} is {letter.state}, not {now[0]}.",
            "Nothing was changed.",
            "Look at where it stands under {letters}; {letters-step} there says the next step.",
        )
    letter.state = then


def short_name(name: str) -> str:
    """Return the initials of a Board's name, with which its references begin."""
    return "".join(word[0] for word in name.replace("’", "'").split() if word[0].isalpha()).upper() or "B"

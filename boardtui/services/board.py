"""Starting a Board and changing its settings."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from sqlmodel import col, select

from boardtui.domain.quorum import parse_quorum
from boardtui.domain.ratings import DEFAULT_SCHEME, Level
from boardtui.domain.standard_duties import standard_duties
from boardtui.domain.starting import NewBoard
from boardtui.domain.states import InstrumentKind
from boardtui.domain.text import clean, one_line
from boardtui.errors import BoardError
from boardtui.services import finding, letterhead
from boardtui.services.duties import add_duty
from boardtui.services.meetings import time_of_day
from boardtui.store.models import (
    Board,
    ClosedDay,
    Instrument,
    RatingLevel,
    Variation,
    WarningPeriod,
)
from boardtui.store.unit import Work

SETTINGS = {
    "name": "the Board's name",
    "council": "the council's name",
    "interval_days": "days between meetings",
    "at_risk_days": "days before a due date from which an action is amber",
    "soon_days": "days before its date from which a duty is due soon",
    "slips_asked": "how often an overdue action's date has moved before the Chair's queue takes it",
    "papers_days": "clear working days before a meeting by which its papers are due",
    "agenda_days": "clear working days before a meeting by which its agenda is out",
    "minutes_days": "working days after a meeting by which its draft minutes are out",
    "meeting_starts": "the time meetings start",
    "place": "where meetings are held",
    "quorum": "the quorum",
    "quorum_needs_chair": "whether a quorum needs the Chair or vice-chair",
    "quorum_agencies": "how many partner agencies a quorum needs",
    "addressee": "whom the Chair's letters go to",
    "addressee_address": "the address of the Chair's letters",
    "chair_signs_as": "what the Chair signs as",
    "letterhead": "the letterhead",
}
"""Settings a person may change, and what each is called."""

TITLES = {
    InstrumentKind.NOTICE: "Improvement Notice",
    InstrumentKind.COMMISSIONER: "Commissioner's appointment",
    InstrumentKind.NONE: "Committee plan",
}
"""What an instrument is called until it is given a title of its own."""

ISSUED_BY = {
    InstrumentKind.NOTICE: "Department for Education",
    InstrumentKind.COMMISSIONER: "Secretary of State for Education",
    InstrumentKind.NONE: "",
}
"""Who usually issues it."""


def start_board(
    work: Work,
    *,
    name: str,
    council: str,
    commenced: date | None,
    kind: str = InstrumentKind.NOTICE,
    interval_days: int = 42,
    sample: str | None = None,
    today: date | None = None,
    title: str | None = None,
    issued_by: str | None = None,
    note: str = "",
    with_duties: bool = True,
    safeguarding_review_by: date | None = None,
) -> None:
    """Start a Board under its instrument, with the default rating scheme and the instrument's standard duties.

    A Notice brings those of N 5.7 to 8.2, a Commissioner's appointment those of C 2.11, a committee plan none; each
    can be edited. `safeguarding_review_by` is the day the Notice gives for that review (N 6.2).
    """
    under = InstrumentKind(kind)
    work.say(f"Start {name}")
    work.add(
        Board(
            name=finding.wording(name, "The Board's name"),
            council=finding.wording(council, "The council's name"),
            interval_days=_interval(interval_days),
            sample=one_line(sample) if sample else None,
            today=today,
        ),
        "board",
    )
    work.add(
        Instrument(
            kind=under,
            title=finding.wording(TITLES[under] if title is None else title, "The instrument's title"),
            issued_by=one_line(ISSUED_BY[under] if issued_by is None else issued_by),
            commenced=commenced,
            note=one_line(note),
        ),
        "instrument",
    )
    set_scheme(work, DEFAULT_SCHEME)
    if with_duties:
        work.session.flush()
        for duty in standard_duties(under, commenced, safeguarding_review_by):
            add_duty(work, duty)


def settle(work: Work, wanted: NewBoard) -> None:
    """Set what a new Board does in its own way; from now on Home lists what is left to set up."""
    row = finding.board(work)
    if wanted.starts:
        row.meeting_starts = time_of_day(wanted.starts)
    row.place = one_line(wanted.place)
    row.left_out = "\n".join(one_line(title) for title in wanted.left_out)
    row.letterhead = clean(wanted.letterhead).strip()
    if wanted.letterhead_picture:
        letterhead.set_picture(work, Path(wanted.letterhead_picture))
    row.setting_up = True


def put_checklist_away(work: Work) -> None:
    """Put away the list of what a new Board still needs."""
    finding.board(work).setting_up = False
    work.say("Put away the checklist of a new Board")


def change_settings(work: Work, **changes: object) -> None:
    """Change settings of the Board, by the names in SETTINGS."""
    row = finding.board(work)
    work.say(f"Change {', '.join(SETTINGS[name] for name in changes)}")
    for name, value in changes.items():
        setattr(row, name, _READ[name](value) if name in _READ else value)


def set_scheme(work: Work, scheme: Iterable[Level]) -> None:
    """Set the Board's own rating levels (rule 5)."""
    work.say("Set the rating scheme")
    for old in work.all(select(RatingLevel)):
        work.delete(old)
    for position, level in enumerate(scheme, 1):
        work.add(
            RatingLevel(
                position=position,
                letter=finding.wording(level.letter, "The level's letter"),
                word=one_line(level.word),
                meaning=one_line(level.meaning),
                colour=one_line(level.colour),
                rank=level.rank,
                needs_path=level.needs_path,
                needs_evidence=level.needs_evidence,
            ),
            level.letter,
        )


def scheme(work: Work) -> tuple[Level, ...]:
    """Return the Board's rating levels in order."""
    return tuple(
        Level(row.letter, row.word, row.meaning, row.colour, row.rank, row.needs_path, row.needs_evidence)
        for row in work.all(select(RatingLevel).order_by(col(RatingLevel.position)))
    )


def close_day(work: Work, day: date, why: str) -> None:
    """Name a day on which the Board does not meet."""
    said = finding.wording(why, "The reason")
    work.say(f"Close {day.isoformat()}: {said}")
    work.add(ClosedDay(day=day, why=said), day.isoformat())


def warn_of(work: Work, first: date, last: date, why: str) -> None:
    """Name a stretch of days of which the program only warns."""
    said = finding.wording(why, "What to warn of")
    work.say(f"Warn of {said}")
    work.add(WarningPeriod(first=first, last=last, why=said), f"{first}:{said}")


def vary_interval(work: Work, days: int, applies_from: date, agreed_on: date, agreed_by: str) -> None:
    """Record another interval that the department has agreed (N 7.2)."""
    work.say(f"Record the agreed interval of {days} days from {applies_from.isoformat()}")
    work.add(
        Variation(days=_interval(days), applies_from=applies_from, agreed_on=agreed_on, agreed_by=one_line(agreed_by)),
        applies_from.isoformat(),
    )


def _interval(days: int) -> int:
    return _between(days, 7, 366, f"Meetings every {days} days", "days; 42 is usual")


def _at_risk(days: int) -> int:
    return _between(days, 0, 366, f"{days} days before a due date", "days; 14 is usual")


def _soon(days: int) -> int:
    return _between(days, 0, 366, f"{days} days before a duty's date", "days; 28 is usual")


def _slips(times: int) -> int:
    return _between(times, 0, 20, f"{times} moves of a date", "moves; 2 is usual")


def _working_days(days: int) -> int:
    return _between(days, 0, 60, f"{days} working days", "working days")


def _between(given: int, first: int, last: int, said: str, of: str) -> int:
    """Return a number that is within bounds; BoardError says which these are."""
    if not first <= given <= last:
        raise BoardError(f"{said} cannot be right.", "", f"Give {first} to {last} {of}.")
    return given


def _quorum(typed: str) -> str:
    try:
        return str(parse_quorum(typed))
    except ValueError as problem:
        hint = "Write a number of members, such as 5, or a fraction, such as 1/2."
        raise BoardError(str(problem), "The quorum was not changed.", hint) from problem


_READ: dict[str, Callable[[Any], object]] = {
    "name": lambda typed: finding.wording(typed, "The Board's name"),
    "council": lambda typed: finding.wording(typed, "The council's name"),
    "interval_days": _interval,
    "at_risk_days": _at_risk,
    "soon_days": _soon,
    "slips_asked": _slips,
    "papers_days": _working_days,
    "agenda_days": _working_days,
    "minutes_days": _working_days,
    "meeting_starts": time_of_day,
    "place": one_line,
    "quorum": _quorum,
    "addressee": one_line,
    "addressee_address": lambda typed: clean(typed).strip(),
    "chair_signs_as": one_line,
    "letterhead": lambda typed: clean(typed).strip(),
}
"""How a setting is read from what was typed; the others are taken as they are given."""

"""The before-you-issue check of one paper, read from the records, with what was let stand and why (rule 11)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from boardtui.domain import preflight_records as records
from boardtui.domain import preflight_text as printed
from boardtui.domain import views
from boardtui.domain.preflight import Finding, LetStand, PaperKind, in_order
from boardtui.domain.quoting import Quotations
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.states import HELD, EntryKind
from boardtui.errors import BoardError
from boardtui.keys_said import with_keys
from boardtui.store.reading.actions import actions
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.letters import letter, letters
from boardtui.store.reading.meetings import last_held, meetings, next_meeting
from boardtui.store.reading.minutes import entries_between
from boardtui.store.reading.papers import agenda_paper, beside, minutes_paper
from boardtui.store.reading.plan import lines
from boardtui.store.reading.reader import Database
from boardtui.store.reading.secrets import known_names, secrets
from boardtui.store.reading.spelling import doubts_in, knows

_LET_STAND = """
SELECT finding, because, given_by, given_on FROM overridden WHERE paper = :paper ORDER BY given_on, version, id
"""


def preflight(
    db: Database, paper: str, number: int | None, today: date, version: str = PaperVersion.OPEN
) -> list[Finding]:
    """Return what is found in a paper before it leaves, let stand or not, in the order of rule 11.

    `number` is a meeting's, a letter's or a report's; by default the next agenda, the last minutes, the newest letter.
    The plan report, made from the plan as it stands, has the number of the last meeting held.
    """
    kind = PaperKind(paper)
    wanted = numbered(db, kind, number, today)
    given = _let_stand(db, paper_name(kind, wanted))
    findings = in_order(_found(db, kind, wanted, today, PaperVersion(version)))
    return [replace(one, fix=with_keys(one.fix), let_stand=given.get(one.key)) for one in findings]


def paper_name(paper: str, number: int) -> str:
    """Return what a paper is called where a finding is let stand: `minutes 6`."""
    return f"{paper} {number}"


def numbered(db: Database, paper: str, number: int | None, today: date) -> int:
    """Return the number of the paper that is meant; raises BoardError when there is none yet."""
    if number is not None:
        return number
    if paper == PaperKind.AGENDA:
        found = next_meeting(db, today)
        missing = BoardError("No meeting is planned.", "There is no agenda to check.", "Plan the next meeting first.")
    elif paper == PaperKind.PLAN:
        found = last_held(db)
        missing = BoardError(
            "No meeting has been held.",
            "There is no plan report to check.",
            "Start the next meeting first: under {meetings}, open it and press {meeting-start}.",
        )
    elif paper == PaperKind.MINUTES:
        found = last_held(db)
        missing = BoardError(
            "No meeting has been held.",
            "There are no minutes to check.",
            "Start the next meeting first: under {meetings}, open it and press {meeting-start}.",
        )
    else:
        written = [one.number for one in letters(db, paper)]
        if written:
            return max(written)
        raise BoardError(f"There is no {paper} yet.", "", "Start one under Letters.")
    if found is None:
        raise missing
    return found.number


def _found(db: Database, kind: PaperKind, number: int, today: date, version: PaperVersion) -> Iterator[Finding]:
    quotations = Quotations(secrets(db), known_names(db))
    match kind:
        case PaperKind.AGENDA:
            yield from _in_agenda(db, number, today, version, quotations)
        case PaperKind.MINUTES:
            yield from _in_minutes(db, number, today, version, quotations)
        case PaperKind.PLAN:
            yield from records.of_actions(one for one in actions(db, today, open_only=True) if one.lines)
            yield from records.of_values(indicators(db, today))
            yield from printed.of_text(printed.plan_passages(lines(db, today)), quotations, version)
        case PaperKind.LETTER | PaperKind.REPORT | PaperKind.SCRUTINY:
            yield from _in_letter(db, letter(db, number, kind, today), today, version, quotations)


def _in_agenda(
    db: Database, number: int, today: date, version: PaperVersion, quotations: Quotations
) -> Iterator[Finding]:
    """Check an agenda, and the actions that will be matters arising there."""
    paper = agenda_paper(db, number, today)
    yield from records.of_actions(paper.arising)
    yield from printed.of_text(printed.agenda_passages(paper), quotations, version)


def _in_minutes(
    db: Database, number: int, today: date, version: PaperVersion, quotations: Quotations
) -> Iterator[Finding]:
    """Check minutes; their actions as they stand now, so that a date given since mends what was missing."""
    paper = minutes_paper(db, number, today)
    if paper.meeting.state not in HELD:
        raise BoardError(
            f"Meeting {number} has not been held.",
            "There are no minutes to check.",
            "Choose a meeting that was held, or start this one: under {meetings}, open it and press {meeting-start}.",
        )
    named = {one.ref for one in (*paper.arising, *paper.actions)}
    yield from records.of_actions(one for one in actions(db, today, open_only=True) if one.ref in named)
    yield from records.of_items(paper.items, paper.entries)
    yield from records.to_tidy(paper.entries)
    yield from records.of_decisions(paper.entries)
    yield from printed.of_text(printed.minutes_passages(paper), quotations, version)
    yield from records.of_spelling(doubts_in((one for one in paper.entries if not one.restricted), knows(db)))


def _in_letter(
    db: Database, of: views.Letter, today: date, version: PaperVersion, quotations: Quotations
) -> Iterator[Finding]:
    """Check a letter or report: what it rests on, the figures it gives, what it prints."""
    covered = [one for one in meetings(db) if of.first_meeting <= one.number <= of.last_meeting]
    dataset = indicators(db, today)
    spoken_of = records.quoted_indicators(of)
    yield from records.of_actions(actions(db, today, open_only=True))
    yield from records.of_minutes(of.name, (one for one in covered if one.state in HELD))
    yield from records.of_reports(of, beside(db, of))
    yield from records.to_write(of)
    yield from records.of_figures(of, {one.ref: one for one in dataset})
    yield from records.of_values(one for one in dataset if of.series == PaperKind.REPORT or one.ref in spoken_of)
    yield from records.of_decisions(entries_between(db, of.first_meeting, of.last_meeting, EntryKind.DECISION))
    yield from printed.of_text(printed.letter_passages(of, lines(db, today)), quotations, version)


def _let_stand(db: Database, paper: str) -> dict[str, LetStand]:
    """Return what was let stand in a paper, by key; the last word counts."""
    found = db.execute(_LET_STAND, {"paper": paper}).fetchall()
    return {key: LetStand(because, by, date.fromisoformat(on)) for key, because, by, on in found}

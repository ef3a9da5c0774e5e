"""The sections of Notice: what each reads, its columns, its lines, its figure, and what to press when it is empty."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from textual.content import Content

from boardtui.domain.assured import Assurance, Support
from boardtui.domain.checks import Check
from boardtui.domain.instrument import Agreement, InstrumentVersion
from boardtui.domain.judgements import Strand, strands
from boardtui.domain.text import plural
from boardtui.domain.views import Board, Obligation, Requirement, Source
from boardtui.store.reading import assurance as registers
from boardtui.store.reading import notice as reading
from boardtui.store.reading.board import board
from boardtui.store.reading.compliance import compliance
from boardtui.store.reading.reader import Database
from boardtui.ui.screens import notice_assurance, notice_registers, notice_rows
from boardtui.ui.widgets.record_list import Column, Row


@dataclass(frozen=True)
class Shown:
    """What a section of the Notice shows, as at `on`; what other sections show is not read.

    `requirements` is the one in hand: they are read page by page. `required` counts those there are, `sourced` says
    whether there is a source to take one from.
    """

    on: date
    board: Board
    sources: Sequence[Source] = ()
    requirements: Sequence[Requirement] = ()
    required: int = 0
    sourced: bool = False
    duties: Sequence[Obligation] = ()
    checks: tuple[Check, ...] = ()
    agreements: Sequence[Agreement] = ()
    assurance: Sequence[Assurance] = ()
    strands: Sequence[Strand] = ()
    support: Sequence[Support] = ()
    versions: Sequence[InstrumentVersion] = ()


def read(db: Database, section: str, today: date) -> Shown:
    """Read a section in one go, so that it is of one moment; of the requirements what their list needs to know."""
    shown = Shown(today, board(db))
    match section:
        case "requirements":
            counts = "SELECT (SELECT count(*) FROM requirement), EXISTS (SELECT 1 FROM source)"
            required, sourced = db.execute(counts).fetchone()
            return replace(shown, required=required, sourced=bool(sourced))
        case "duties":
            return replace(shown, duties=reading.obligations(db, today))
        case "compliance":
            return replace(shown, checks=tuple(compliance(db, today)))
        case "agreed":
            return replace(shown, agreements=registers.agreements(db))
        case "assurance":
            judged = strands(registers.judgements(db))
            return replace(shown, assurance=registers.assurance(db), strands=judged)
        case "support":
            return replace(shown, support=registers.support(db))
    duties, sources = reading.obligations(db, today), reading.sources(db)
    return replace(shown, duties=duties, sources=sources, versions=reading.instruments(db))


@dataclass(frozen=True)
class Section:
    """A section: its name, what one record of it is called, and how it is written."""

    name: str
    one: str
    columns: tuple[Column, ...]
    empty: str
    rows: Callable[[Shown, str], list[Row]]
    figure: Callable[[Shown, str], str]
    brief: Callable[[Shown, str, int], Content]
    full: Callable[[Shown, str, int], Content]


def check_of(shown: Shown, key: str) -> Check | None:
    """Return the check of that name."""
    return next((one for one in shown.checks if one.check == key), None)


def requirement_of(shown: Shown, key: str) -> Requirement | None:
    """Return the requirement of that reference."""
    return next((one for one in shown.requirements if one.ref == key), None)


def duty_of(shown: Shown, key: str) -> Obligation | None:
    """Return the duty of that reference."""
    return next((one for one in shown.duties if one.ref == key), None)


def agreement_of(shown: Shown, key: str) -> Agreement | None:
    """Return the agreement of that reference."""
    return next((one for one in shown.agreements if one.ref == key), None)


def assurance_of(shown: Shown, key: str) -> Assurance | None:
    """Return the audit or review of that reference."""
    return next((one for one in shown.assurance if one.ref == key), None)


def support_of(shown: Shown, key: str) -> Support | None:
    """Return the package of support of that reference."""
    return next((one for one in shown.support if one.ref == key), None)


def _requirement(shown: Shown, key: str, width: int) -> Content:
    found = requirement_of(shown, key)
    return notice_rows.requirement(found, width) if found else Content("")


def _duty(shown: Shown, key: str, width: int) -> Content:
    found = duty_of(shown, key)
    return notice_rows.duty(found, width) if found else Content("")


def _check(shown: Shown, key: str, width: int) -> Content:
    found = check_of(shown, key)
    return notice_rows.check(found, width) if found else Content("")


def _agreement(shown: Shown, key: str, width: int) -> Content:
    found = agreement_of(shown, key)
    return notice_registers.agreement(found, width) if found else Content("")


def _assurance(shown: Shown, key: str, width: int) -> Content:
    found = assurance_of(shown, key)
    return notice_assurance.full(found, shown.strands, width) if found else Content("")


def _assurance_brief(shown: Shown, key: str, width: int) -> Content:
    found = assurance_of(shown, key)
    return notice_assurance.brief(found, width) if found else Content("")


def _support(shown: Shown, key: str, width: int) -> Content:
    found = support_of(shown, key)
    return notice_registers.support(found, width) if found else Content("")


def _version(shown: Shown, key: str, width: int) -> Content:
    found = next((one for one in shown.versions if str(one.number) == key), None)
    return notice_registers.version(found, shown.versions, width) if found else Content("")


SECTIONS: dict[str, Section] = {
    section.name: section
    for section in (
        Section(
            "requirements",
            "Requirement",
            notice_rows.REQUIREMENTS,
            "No requirement is entered yet. Press {notice-add} to add one of a source this Board has.",
            lambda shown, _words: list(map(notice_rows.requirement_row, shown.requirements)),
            lambda shown, _words: notice_rows.counted_requirements(shown.required, None, 0),
            _requirement,
            _requirement,
        ),
        Section(
            "duties",
            "Dated duty",
            notice_rows.DUTIES,
            "No duty is entered yet. Press {notice-add} to add one; a Board started under a Notice has "
            "its standard duties here.",
            lambda shown, words: notice_rows.duty_rows(words, shown.duties),
            lambda shown, _words: notice_rows.counted_duties(shown.duties),
            _duty,
            _duty,
        ),
        Section(
            "compliance",
            "Compliance check",
            notice_rows.CHECKS,
            "There is nothing to check.",
            lambda shown, words: notice_rows.check_rows(words, shown.checks),
            lambda shown, _words: notice_rows.counted_checks(shown.checks),
            _check,
            _check,
        ),
        Section(
            "agreed",
            "Agreement",
            notice_registers.AGREED,
            "Nothing is entered as agreed yet. Press {notice-add} to add what a board agreed, with its decision "
            "(N 5.1, 5.8, 6.1, 7.1, 7.3).",
            lambda shown, words: notice_registers.agreement_rows(words, shown.agreements),
            lambda shown, _words: plural(len(shown.agreements), "agreement"),
            _agreement,
            _agreement,
        ),
        Section(
            "assurance",
            "Audit or review",
            notice_assurance.COLUMNS,
            "No audit, review, visit or inspection is entered yet. Press {notice-add} to add one, planned or done.",
            lambda shown, words: notice_assurance.rows(words, shown.assurance),
            lambda shown, words: notice_assurance.counted(words, shown.assurance),
            _assurance_brief,
            _assurance,
        ),
        Section(
            "support",
            "Package of support",
            notice_registers.SUPPORT,
            "No package of support is entered yet. Press {notice-add} to add one (N 7.1).",
            lambda shown, words: notice_registers.support_rows(words, shown.support),
            lambda shown, _words: notice_registers.counted_support(shown.support, shown.on),
            _support,
            _support,
        ),
        Section(
            "versions",
            "What the Board works under",
            notice_registers.VERSIONS,
            "This Board works under no instrument.",
            lambda shown, _words: notice_registers.version_rows(shown.versions, shown.board.closed_on),
            lambda shown, _words: plural(len(shown.versions), "version"),
            _version,
            _version,
        ),
    )
}
"""The sections by name, in the order of the key that goes through them."""

"""The Board's registers as tables, for its archive: one CSV file each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from boardtui.documents.archive import Filed
from boardtui.documents.spreadsheet import table
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.withholding import Withheld, open_version
from boardtui.store.reading import (
    actions,
    assurance,
    correspondence,
    evidence,
    indicators,
    minutes,
    notice,
    people,
    plan,
)
from boardtui.store.reading.reader import Database

Read = Callable[[Database, date], Sequence[object]]

REGISTERS: tuple[tuple[str, str, Read, str], ...] = (
    ("people", "Offices and who holds them", lambda db, _: people.people(db), "initials name role organisation kind"),
    (
        "requirements",
        "Requirements and what answers them",
        lambda db, _: notice.requirements(db),
        "ref source heading text binds band due answered_by withdrawn_on withdrawn_because",
    ),
    (
        "duties",
        "Dated duties and when they were met",
        lambda db, today: notice.obligations(db, today),
        "ref title requirement binds due original_due state met_on evidence note",
    ),
    (
        "plan",
        "Improvement Plan as last rated",
        lambda db, today: plan.lines(db, today),
        "ref theme title outcome lead due original_due moves success rating direction answers",
    ),
    (
        "ratings",
        "Every rating a plan line was given",
        lambda db, today: [one for line in plan.lines(db, today) for one in plan.ratings(db, line.ref)],
        "line meeting meeting_on status level on by reason path evidence recheck_on restricted",
    ),
    (
        "actions",
        "Action log",
        lambda db, today: actions.actions(db, today),
        "ref text leads supporters raised_on due original_due slips state done_on closed_on evidence restricted lines"
        " due_said known_as",
    ),
    ("decisions", "Decisions", lambda db, _: minutes.decisions(db), "decision_ref ref text inquorate restricted"),
    (
        "assurance",
        "Audits, reviews and visits",
        lambda db, _: assurance.assurance(db),
        "ref kind title body planned_for commissioned_on done_on cases summary improvement_board_on"
        " safeguarding_board_on kept",
    ),
    (
        "findings",
        "What audits and reviews found",
        lambda db, _: [found for one in assurance.assurance(db) for found in one.findings],
        "ref text paragraph requirement",
    ),
    (
        "judgements",
        "Judgements, each on its own framework's scale",
        lambda db, _: assurance.judgements(db),
        "assurance framework aspect level given_on scale",
    ),
    (
        "support",
        "Packages of support",
        lambda db, _: assurance.support(db),
        "ref provider package agreed_on starts ends outcome requirement",
    ),
    (
        "agreements",
        "What was agreed under the Notice",
        lambda db, _: assurance.agreements(db),
        "ref subject body agreed_on decision reference note",
    ),
    (
        "evidence",
        "Evidence for plan lines",
        lambda db, _: evidence.evidence(db),
        "ref line title kept dated verified_by verified_on restricted",
    ),
    (
        "correspondence",
        "Letters received",
        lambda db, _: correspondence.correspondence(db),
        "ref received_on dated sender subject asks due answered_on answered_how kept summary",
    ),
)
"""File, what it is, how it is read, and its columns."""

_VALUES = (
    "indicator title period value unit numerator denominator first_reported given_on seen_at_meeting restated_because"
)


def registers(db: Database, today: date, version: PaperVersion) -> Iterator[Filed]:
    """Yield a version of every register as it stands on a day."""
    for name, what, read, columns in REGISTERS:
        heads = columns.split()
        found = read(db, today)
        shown = open_version(found).paper if version == PaperVersion.OPEN else found
        rows = [[getattr(one, head) for head in heads] for one in shown]
        yield Filed(f"registers/{name}.csv", what, table(heads, rows))
    yield Filed("registers/indicators.csv", "Indicators, value by value", table(_VALUES.split(), _values(db, today)))


def withheld_of(db: Database, today: date) -> Withheld:
    """Return what the open versions of all minutes and registers leave out."""
    return open_version([minutes.every(db), *(list(read(db, today)) for _, _, read, _ in REGISTERS)]).withheld


def _values(db: Database, today: date) -> Iterator[list[object]]:
    for one in indicators.indicators(db, today):
        for said in one.values:
            yield [
                one.ref,
                one.title,
                said.period,
                said.value,
                one.unit,
                said.numerator,
                said.denominator,
                said.first,
                said.given_on,
                said.seen_at,
                said.because,
            ]

"""What the Board works under: sources, what they require, and the duties that come from them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlmodel import col, select

from boardtui.domain.dates import show
from boardtui.domain.obligations import Binds, paragraph
from boardtui.domain.text import one_line, shorten
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import finding
from boardtui.services.duties import (
    add_banded_obligations,
    add_obligation,
    edit_obligation,
    meet_obligation,
    past,
    refuse_taken,
    remove_obligation,
    set_not_applicable,
    unmeet_obligation,
)
from boardtui.services.positions import following
from boardtui.store.models import Obligation, Requirement, Source
from boardtui.store.unit import Work

__all__ = [
    "add_banded_obligations",
    "add_obligation",
    "add_requirement",
    "add_source",
    "edit_obligation",
    "edit_requirement",
    "meet_obligation",
    "remove_obligation",
    "set_not_applicable",
    "unmeet_obligation",
    "withdraw_requirement",
]


def add_source(
    work: Work,
    *,
    code: str,
    kind: str,
    title: str,
    publisher: str = "",
    published: date | None = None,
    note: str = "",
) -> None:
    """Add a published document that holds requirements."""
    code = finding.wording(code, "The source's code")
    work.say(f"Add the source {code}")
    refuse_taken(code, work.find(Source, code=code))
    work.add(
        Source(
            code=code,
            kind=one_line(kind),
            title=finding.wording(title, "The source's title"),
            publisher=one_line(publisher),
            published=published,
            note=one_line(note),
        ),
        code,
    )


def add_requirement(
    work: Work,
    *,
    ref: str,
    source: str,
    text: str,
    heading: str = "",
    binds: str = "council",
    band: str = "",
    due: date | None = None,
    own_number: bool = False,
) -> str:
    """Add one thing a source demands, by its paragraph, and return that.

    Duties that name it (`N 8.1 initial report`) come from it.
    """
    ref = finding.wording(ref, "The requirement's paragraph")
    work.say(f"Add the requirement {ref}")
    of = work.find(Source, code=source)
    if of is None:
        raise NotFoundError(
            f"There is no source {one_line(source)}.",
            "",
            "Give the code of one of the sources listed under {notice}, such as N or O.",
        )
    refuse_taken(ref, work.find(Requirement, ref=ref))
    row = work.add(
        Requirement(
            source_id=of.id,
            position=following(work, "requirement"),
            ref=ref,
            heading=one_line(heading),
            text=finding.wording(text, "The requirement's text"),
            binds=Binds(binds),
            band=one_line(band),
            due=due,
            own_number=own_number,
        ),
        ref,
    )
    for duty in work.all(select(Obligation).where(col(Obligation.requirement_id).is_(None))):
        if paragraph(duty.ref) == ref and duty.correspondence_id is None:
            duty.requirement_id = row.id
    return ref


def edit_requirement(work: Work, ref: str, version: int | None = None, **changes: object) -> None:
    """Change what is entered of a requirement in force, by the names in EDITABLE; its paragraph and source stay."""
    row = _in_force(work, ref)
    work.get(Requirement, row.id, version, changes)
    work.say(f"Edit the requirement {row.ref}")
    for name, value in changes.items():
        setattr(row, name, EDITABLE[name](value))


def withdraw_requirement(work: Work, ref: str, on: date, because: str) -> None:
    """Withdraw a requirement, as an amended Notice may; open duties that come from it no longer apply (N 8.2)."""
    row = _in_force(work, ref)
    row.withdrawn_on, row.withdrawn_because = past(work, on, "It is withdrawn"), finding.wording(because, "The reason")
    work.say(f"Withdraw the requirement {row.ref}")
    for duty in _open_duties(work):
        if duty.requirement_id == row.id or (duty.requirement_id is None and paragraph(duty.ref) == row.ref):
            duty.not_applicable = f"{row.ref} was withdrawn on {show(on)}."


def _in_force(work: Work, ref: str) -> Requirement:
    """Return the requirement of that paragraph, refusing one that was withdrawn."""
    row: Requirement | None = work.find(Requirement, ref=ref.strip())
    if row is None:
        raise NotFoundError(f"There is no requirement {shorten(ref, finding.SHOWN)}.", "", "Look under Notice.")
    if row.withdrawn_on is not None:
        raise BoardError(
            f"{row.ref} was withdrawn on {show(row.withdrawn_on)}.",
            "Nothing was changed.",
            "Enter it as a new requirement under {notice}, with {notice-add}, if it holds again.",
        )
    return row


def _open_duties(work: Work) -> list[Obligation]:
    open_ones = select(Obligation).where(col(Obligation.met_on).is_(None), col(Obligation.not_applicable).is_(None))
    return work.all(open_ones)


EDITABLE: dict[str, Callable[[Any], object]] = {
    "text": lambda typed: finding.wording(typed, "The requirement's text"),
    "heading": one_line,
    "binds": Binds,
    "due": lambda on: on,
}
"""What of a requirement can be changed, and how each is read."""

"""What the Board works under: sources, requirements, dated duties and when they were met."""

from __future__ import annotations

from datetime import date

from sqlmodel import select

from boardtui.domain.dates import show
from boardtui.errors import NotFoundError
from boardtui.services import finding
from boardtui.store.models import Obligation, Requirement, Source
from boardtui.store.unit import Work


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
    work.say(f"Add the source {code}")
    work.add(Source(code=code, kind=kind, title=title, publisher=publisher, published=published, note=note), code)


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
) -> None:
    """Add one thing a source demands, by its paragraph."""
    work.say(f"Add the requirement {ref}")
    of = work.first(select(Source).where(Source.code == source))
    if of is None:
        raise NotFoundError(f"There is no source {source}.")
    work.add(
        Requirement(
            source_id=of.id,
            position=_next(work, "requirement"),
            ref=ref,
            heading=heading,
            text=finding.wording(text, "The requirement's text"),
            binds=binds,
            band=band,
            due=due,
            own_number=own_number,
        ),
        ref,
    )


def add_obligation(
    work: Work,
    *,
    ref: str,
    title: str,
    requirement: str = "",
    binds: str = "council",
    due: date | None = None,
    note: str = "",
) -> None:
    """Add a dated duty."""
    work.say(f"Add the duty {ref}")
    of = work.first(select(Requirement).where(Requirement.ref == requirement))
    work.add(
        Obligation(
            position=_next(work, "obligation"),
            ref=ref,
            title=finding.wording(title, "The duty's title"),
            requirement_id=of.id if of else None,
            binds=binds,
            due=due,
            note=note,
        ),
        ref,
    )


def meet_obligation(work: Work, ref: str, on: date, evidence: str = "") -> None:
    """Note that a duty was met, when, and on what evidence."""
    row = work.first(select(Obligation).where(Obligation.ref == ref))
    if row is None:
        raise NotFoundError(f"There is no duty {ref}.", "", "Look under Notice.")
    row.met_on, row.evidence = on, evidence
    work.say(f"Note that {ref} was met on {show(on)}")


def _next(work: Work, table: str) -> int:
    (last,) = work.db.execute(f"SELECT coalesce(max(position), 0) FROM {table}").fetchone()
    return int(last) + 1

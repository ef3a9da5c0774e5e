"""What the Board works under: sources, requirements, dated duties and when they were met."""

from __future__ import annotations

from datetime import date

from sqlmodel import select

from boardtui.domain.dates import show
from boardtui.domain.obligations import Binds
from boardtui.domain.text import one_line
from boardtui.errors import BoardError, NotFoundError
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
    code = finding.wording(code, "The source's code")
    work.say(f"Add the source {code}")
    _unused(code, work.first(select(Source).where(Source.code == code)))
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
) -> None:
    """Add one thing a source demands, by its paragraph."""
    ref = finding.wording(ref, "The requirement's paragraph")
    work.say(f"Add the requirement {ref}")
    of = work.first(select(Source).where(Source.code == source))
    if of is None:
        raise NotFoundError(f"There is no source {one_line(source)}.")
    _unused(ref, work.first(select(Requirement).where(Requirement.ref == ref)))
    work.add(
        Requirement(
            source_id=of.id,
            position=_next(work, "requirement"),
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
    ref = finding.wording(ref, "The duty's reference")
    work.say(f"Add the duty {ref}")
    of = work.first(select(Requirement).where(Requirement.ref == requirement))
    _unused(ref, work.first(select(Obligation).where(Obligation.ref == ref)))
    work.add(
        Obligation(
            position=_next(work, "obligation"),
            ref=ref,
            title=finding.wording(title, "The duty's title"),
            requirement_id=of.id if of else None,
            binds=Binds(binds),
            due=due,
            note=one_line(note),
        ),
        ref,
    )


def meet_obligation(work: Work, ref: str, on: date, evidence: str = "") -> None:
    """Note that a duty was met, when, and on what evidence."""
    row = work.first(select(Obligation).where(Obligation.ref == ref))
    if row is None:
        raise NotFoundError(f"There is no duty {one_line(ref)}.", "", "Look under Notice.")
    row.met_on, row.evidence = on, one_line(evidence)
    work.say(f"Note that {row.ref} was met on {show(on)}")


def _unused(ref: str, taken: object) -> None:
    if taken is not None:
        raise BoardError(f"There already is a {ref}.", "Nothing was saved.", "Choose another reference.")


def _next(work: Work, table: str) -> int:
    (last,) = work.db.execute(f"SELECT coalesce(max(position), 0) FROM {table}").fetchone()
    return int(last) + 1

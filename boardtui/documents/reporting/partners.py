"""What partner agencies have contributed: who came to the Board, and which actions they lead (N 7.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardtui.documents.drafting.attendance import came, observed
from boardtui.documents.drafting.numbers import number
from boardtui.documents.drafting.offices import SEATS, body, is_outside
from boardtui.documents.drafting.phrases import paragraphs
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.domain import views
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.text import listed


@dataclass(frozen=True)
class Agency:
    """A partner with a seat: its office, how often somebody came, and the actions it leads."""

    person: views.Person
    came: int
    of: int
    led: int
    closed: int
    late: int


def agencies(material: ReportMaterial) -> list[Agency]:
    """Return the partners with a seat on the Board, in the order of its people."""
    seats = [
        one
        for one in material.paper.people.values()
        if one.kind in SEATS and is_outside(one, material.paper.board.council)
    ]
    return [
        Agency(
            one,
            material.amount(f"attendance of {one.initials} {material.span}"),
            len(material.paper.meetings),
            material.amount(f"actions of {one.initials}"),
            material.amount(f"actions of {one.initials} closed"),
            material.amount(f"actions of {one.initials} overdue"),
        )
        for one in seats
    ]


def partners(material: ReportMaterial) -> str:
    """Say who came, which partners were missed, and what those who lead actions have done with them."""
    found = agencies(material)
    if not found:
        return paragraph("No partner agency has a seat on the Board")
    return paragraphs(
        paragraph(came(material.as_letter), *_missed(material, found), observed(material.as_letter)),
        paragraph(*_led(material, found)),
    )


def tabled(material: ReportMaterial) -> tuple[Quoted, ...]:
    """Return the figures of the table of partners."""
    return tuple(
        quoted
        for one in agencies(material)
        for what, ref in (
            ("meetings attended", f"attendance of {one.person.initials} {material.span}"),
            ("actions led", f"actions of {one.person.initials}"),
            ("of which closed", f"actions of {one.person.initials} closed"),
            ("of which late", f"actions of {one.person.initials} overdue"),
        )
        for quoted in material.tabled(f"{one.person.initials}, {what}", ref)
    )


def _missed(material: ReportMaterial, found: Sequence[Agency]) -> list[str]:
    """Name the partners that were not at every meeting, not even by deputy, the rarest first."""
    short = sorted((one for one in found if one.came < one.of), key=lambda one: one.came)
    if not short:
        return ["Every partner was there each time, in person or by deputy"] if found[0].of else []
    told = []
    for one in short[:4]:
        ref = f"attendance of {one.person.initials} {material.span}"
        said = f"{number(one.came) if one.came else 'none'} of the {number(one.of)}"
        told.append(f"{body(one.person)} at {figure(said, ref)}")
    return [f"Not every partner was there each time: {listed(told)}"]


def _led(material: ReportMaterial, found: Sequence[Agency]) -> list[str]:
    leading = sorted((one for one in found if one.led), key=lambda one: -one.led)
    if not leading:
        return ["No action of the Board has been led by a partner, which I do not think healthy"]
    told = []
    for place, one in enumerate(leading[:4]):
        told.append(_one(material, one, place))
    idle = [body(one.person) for one in found if not one.led]
    if idle and len(idle) <= 4:
        told.append(f"{listed(idle)} {'has' if len(idle) == 1 else 'have'} led none")
    elif idle:
        told.append(f"{number(len(idle))} of the {number(len(found))} partners have led none")
    return told


def _one(material: ReportMaterial, one: Agency, place: int) -> str:
    initials = one.person.initials
    led = material.counted(f"actions of {initials}", "action")
    closed = material.number(f"actions of {initials} closed", "none")
    late = material.number(f"actions of {initials} overdue", "none")
    name = body(one.person)
    if place % 2:
        return f"{name} leads or has led {led} ({closed} closed{f', {late} late' if one.late else ''})"
    after = f"; {late} {'is' if one.late == 1 else 'are'} late" if one.late else ""
    return f"{name} has led {led}, of which {closed} {'are' if one.closed > 1 else 'is'} closed{after}"

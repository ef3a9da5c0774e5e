"""What partner agencies have contributed: who came to the Board, and which actions they lead (N 7.2)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from boardtui.documents.drafting.attendance import came, observed
from boardtui.documents.drafting.numbers import number
from boardtui.documents.drafting.offices import SEATS, body, is_outside
from boardtui.documents.drafting.phrases import paragraphs
from boardtui.documents.reporting.figures import figure, marked, paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.domain import views
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.text import listed

_TOLD = 8


@dataclass(frozen=True)
class Agency:
    """A partner with a seat: its office there, how often somebody came, and the actions that its offices lead.

    `offices` are the initials of all its offices, as figures name them: `POL+PPU`.
    """

    person: views.Person
    offices: str
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
            offices,
            material.amount(f"attendance of {one.initials} {material.span}"),
            len(material.paper.meetings),
            material.amount(f"actions of {offices}"),
            material.amount(f"actions of {offices} closed"),
            material.amount(f"actions of {offices} overdue"),
        )
        for one in seats
        for offices in (_offices(material, one),)
    ]


def _offices(material: ReportMaterial, seat: views.Person) -> str:
    """Name every office of a partner that leads an action, the one with the seat first."""
    leading = {lead for action in material.paper.actions for lead in action.leads}
    others = [
        one.initials
        for one in material.paper.people.values()
        if one.organisation and one.organisation == seat.organisation and one.initials != seat.initials
    ]
    return "+".join([seat.initials, *(one for one in others if one in leading)])


def partners(material: ReportMaterial) -> str:
    """Say who came, which partners were missed, and what those who lead actions have done with them."""
    found = agencies(material)
    if not found:
        return paragraph("No partner agency has a seat on the Board")
    return paragraphs(
        paragraph(_came(material), *_missed(material, found), observed(material.as_letter)),
        paragraph(*_led(material, found)),
    )


def _came(material: ReportMaterial) -> str:
    """Count who came, meeting by meeting, each count with the register it is read from."""
    told = came(material.as_letter, "the Board's")
    refs = [f"members at {one.number}" for one in material.paper.meetings]
    return marked(told, [(said, ref) for ref in refs for said in (material.value(ref),)])


def tabled(material: ReportMaterial) -> tuple[Quoted, ...]:
    """Return the figures of the table of partners."""
    return tuple(
        quoted
        for one in agencies(material)
        for what, ref in (
            ("meetings attended", f"attendance of {one.person.initials} {material.span}"),
            ("actions led", f"actions of {one.offices}"),
            ("of which closed", f"actions of {one.offices} closed"),
            ("of which late", f"actions of {one.offices} overdue"),
        )
        for quoted in material.tabled(f"{one.person.initials}, {what}", ref)
    )


def _missed(material: ReportMaterial, found: Sequence[Agency]) -> list[str]:
    """Name the partners that were not at every meeting, not even by deputy, the rarest first."""
    short = sorted((one for one in found if one.came < one.of), key=lambda one: one.came)
    if not short:
        return ["Every partner was there each time, in person or by deputy"] if found[0].of else []
    at: dict[int, list[Agency]] = {}
    for one in short:
        at.setdefault(one.came, []).append(one)
    told = [f"{listed([body(one.person) for one in of])} {_came_to(material, of)}" for of in at.values()]
    return [f"Not every partner was there each time: {'; '.join(told)}"]


def _came_to(material: ReportMaterial, of: Sequence[Agency]) -> str:
    """Say to how many of the meetings these partners came, the figure resting on the first of them."""
    one = of[0]
    count = f"{number(one.came) if one.came else 'none'} of the {number(one.of)}"
    each = "each " if len(of) > 1 else ""
    verb = "were" if len(of) > 1 else "was"
    return f"{verb} {each}at {figure(count, f'attendance of {one.person.initials} {material.span}')}"


def _led(material: ReportMaterial, found: Sequence[Agency]) -> list[str]:
    leading = sorted((one for one in found if one.led), key=lambda one: -one.led)
    if not leading:
        return ["No action of the Board has been led by a partner, which I do not think healthy"]
    told = []
    for place, one in enumerate(leading[:_TOLD]):
        told.append(_one(material, one, place))
    if len(leading) > _TOLD:
        told.append(f"The table has the other {number(len(leading) - _TOLD)} that lead actions")
    idle = [body(one.person) for one in found if not one.led]
    if idle and len(idle) <= 4:
        told.append(f"{listed(idle)} {'has' if len(idle) == 1 else 'have'} led none")
    elif idle:
        told.append(f"{number(len(idle))} of the {number(len(found))} partners have led none")
    return told


def _one(material: ReportMaterial, one: Agency, place: int) -> str:
    led = material.counted(f"actions of {one.offices}", "action")
    late = material.number(f"actions of {one.offices} overdue", "none")
    name, verb = body(one.person), ("has led", "has had the lead on")[place % 2]
    verb = verb.replace("has", "have", 1) if name.endswith(" schools") else verb
    after = f", and {late} {'is' if one.late == 1 else 'are'} late" if one.late else ""
    return f"{name} {verb} {led}{_closed(material, one)}{after}"


def _closed(material: ReportMaterial, one: Agency) -> str:
    """Go on with how many of a partner's actions are closed: `, now closed`, `, one of them closed`."""
    ref = f"actions of {one.offices} closed"
    if one.closed == one.led:
        all_ = {1: "now", 2: "both"}.get(one.led, "all")
        return f", {figure(all_, ref)} closed"
    if one.led == 1:
        return f", {figure('not', ref)} closed yet"
    return f", {material.number(ref, 'none')} of them closed"

"""What a new Board still needs: each thing, whether it is there, and the key that goes where it is done."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.domain.states import InstrumentKind


@dataclass(frozen=True)
class SetUp:
    """What of a new Board is there; `instrument` is the kind of what it works under."""

    instrument: str
    chair: bool
    members: int
    meetings: int
    issued: bool
    requirements: int
    lines: int
    indicators: int
    quorum: bool
    letterhead: bool


@dataclass(frozen=True)
class Step:
    """One thing to set up: the keys pressed for it and what it is, as commands in braces, and the place behind it."""

    keys: str
    said: str
    place: str
    done: bool


def checklist(found: SetUp, *, copies: bool) -> tuple[Step, ...]:
    """Return the steps in the order they are done; `copies` says whether a folder for copies is set."""
    source = {
        InstrumentKind.NOTICE: "what the Notice requires",
        InstrumentKind.COMMISSIONER: "what the Commissioner asks",
    }.get(InstrumentKind(found.instrument), "what the Board is to answer")
    return (
        Step("{people}", "who chairs, by name", "people", found.chair),
        Step(
            "{people} {people-add}", "the members; {people} {people-bring-in} from a sheet", "people", found.members > 1
        ),
        Step(
            "{meetings} {meetings-add}",
            "the meetings to come" if found.meetings else "the first meeting",
            "meetings",
            found.meetings > 1,
        ),
        Step("{notice} {notice-add}", source, "notice", found.requirements > 0),
        Step("{plan} {plan-add}", "the plan; {plan} {plan-bring-in} from a sheet", "plan", found.lines > 0),
        Step(
            "{indicators} {indicators-new}",
            "indicators; {indicators} {indicators-bring-in} from a sheet",
            "indicators",
            found.indicators > 0,
        ),
        Step("{home-particulars}", "quorum", "board", found.quorum),
        Step("{home-particulars}", "letterhead", "board", found.letterhead),
        Step("{meetings} {meetings-step}", "read the first agenda, issue it", "meetings", found.issued),
        Step("{home-backups}", "a folder elsewhere for backups", "backups", copies),
    )

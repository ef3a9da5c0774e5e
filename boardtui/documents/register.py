"""The register in the minutes: who was there by organisation, deputies and for whom, the quorum, interests."""

from __future__ import annotations

import re
from fractions import Fraction

from boardtui.documents.offices import named, title
from boardtui.documents.sentences import capital
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.papers import MinutesPaper
from boardtui.domain.quorum import VOTING, QuorumRule, parse_quorum
from boardtui.domain.states import AttendanceStatus, EntryKind, PersonKind
from boardtui.domain.text import listed, plural

MEMBERS, OBSERVER, ATTENDING = "Members of the Board", "Participant observer", "In attendance"
_TOOK = re.compile(r"(\S+) took the chair")
"""How the text of an entry says who took the chair (the services write it so)."""

_FRACTIONS = {
    Fraction(1, 4): "one quarter",
    Fraction(1, 3): "one third",
    Fraction(1, 2): "one half",
    Fraction(2, 3): "two thirds",
    Fraction(3, 4): "three quarters",
}


def attendance(paper: MinutesPaper) -> list[Context]:
    """Return the attendance table: members by organisation, each followed by their deputy; then the others."""
    groups: dict[str, list[views.Attendance]] = {MEMBERS: [], OBSERVER: [], ATTENDING: []}
    for one in paper.attendance:
        groups[_group(one)].append(one)
    groups[MEMBERS] = _by_seat(groups[MEMBERS])
    return [
        {"heading": heading, "people": [_row(paper, one) for one in found]}
        for heading, found in groups.items()
        if found
    ]


def chair(paper: MinutesPaper) -> str:
    """Name who presided, each from which item on: as minuted, else the Chair if present."""
    presided = _presided(paper)
    if len(presided) > 1:
        (_, first), *others = presided
        later = (f"from item {item} {named(paper.people, who)}" for item, who in others)
        return "; ".join((named(paper.people, first), *later))
    if paper.meeting.presiding:
        return named(paper.people, paper.meeting.presiding)
    present = (
        one for one in paper.attendance if one.kind == PersonKind.CHAIR and one.status == AttendanceStatus.PRESENT
    )
    return next((title(one.name, one.role) for one in present), "")


def _presided(paper: MinutesPaper) -> list[tuple[int, str]]:
    """Return who presided from which item: the Chair, if there from the start, then whoever took the chair."""
    entries = sorted((one for one in paper.entries if one.kind == EntryKind.MOVEMENT), key=lambda one: one.position)
    took = [(one.item, found[1]) for one in entries if (found := _TOOK.fullmatch(one.text))]
    first = {move.who: move.arrived for move in sorted(paper.movements, key=lambda m: m.position, reverse=True)}
    chairs = (
        one for one in paper.attendance if one.kind == PersonKind.CHAIR and one.status == AttendanceStatus.PRESENT
    )
    began = [(0, one.initials) for one in chairs if one.initials and not first.get(one.initials, False)]
    said = took if took and took[0][0] <= 1 else [*began[:1], *took]
    return [one for n, one in enumerate(said) if n == 0 or one[1] != said[n - 1][1]]


def quorum(paper: MinutesPaper) -> str:
    """Say the quorum rule, how many seats were filled, and whether anything was decided without it (rule 10)."""
    board = paper.board
    try:
        rule = parse_quorum(board.quorum, needs_chair=board.quorum_needs_chair, agencies=board.quorum_agencies)
    except ValueError:
        return f"Quorum: {board.quorum}."
    if not rule.is_set:
        return ""
    seats = [one for one in paper.attendance if one.kind in VOTING and one.status != AttendanceStatus.DEPUTY]
    away = {one.deputy_for for one in paper.attendance if one.status == AttendanceStatus.DEPUTY}
    filled = sum(1 for one in seats if one.status == AttendanceStatus.PRESENT or one.initials in away)
    said = [f"Quorum: {_rule(rule)}."]
    count = "All" if filled == len(seats) > 1 else f"{filled} of the"
    said.append(f"{count} {len(seats)} voting members on the register were present or represented.")
    without = sum(1 for entry in paper.entries if entry.kind == EntryKind.DECISION and entry.inquorate)
    if without:
        was = "was" if without == 1 else "were"
        said.append(f"{plural(without, 'decision')} {was} taken without a quorum and so marked.")
    return " ".join(said)


def interests(paper: MinutesPaper) -> list[Context]:
    """Return the interests declared: who, on which item, of what nature, and whether they withdrew for it."""
    return [
        {
            "who": named(paper.people, one.who) or one.who,
            "item": str(one.item) if one.item is not None else "",
            "nature": capital(one.nature),
            "left": "Withdrew" if one.leaves else "Remained",
        }
        for one in paper.interests
    ]


def _group(one: views.Attendance) -> str:
    if one.status == AttendanceStatus.DEPUTY or one.kind in VOTING:
        return MEMBERS
    if one.status == AttendanceStatus.OBSERVER or one.kind == PersonKind.OBSERVER:
        return OBSERVER
    return ATTENDING


def _by_seat(found: list[views.Attendance]) -> list[views.Attendance]:
    """Order members by organisation as it first appears, and put each deputy after the member."""
    deputies = [one for one in found if one.status == AttendanceStatus.DEPUTY]
    members = [one for one in found if one.status != AttendanceStatus.DEPUTY]
    organisations = list(dict.fromkeys(one.organisation for one in members))
    members.sort(key=lambda one: organisations.index(one.organisation))
    seated: list[views.Attendance] = []
    for member in members:
        seated.append(member)
        seated += [one for one in deputies if one.deputy_for and one.deputy_for == member.initials]
    return seated + [one for one in deputies if one not in seated]


def _row(paper: MinutesPaper, one: views.Attendance) -> Context:
    return {
        "organisation": one.organisation or _organisation(paper, one.deputy_for),
        "name": title(one.name, one.role),
        "initials": one.initials or "",
        "status": "; ".join([_status(paper, one), *_moves(paper, one)]),
    }


def _organisation(paper: MinutesPaper, initials: str | None) -> str:
    """Name the organisation a guest sits for."""
    person = paper.people.get(initials or "")
    return person.organisation if person else ""


def _status(paper: MinutesPaper, one: views.Attendance) -> str:
    if one.status == AttendanceStatus.DEPUTY:
        return f"Deputy for {named(paper.people, one.deputy_for) or 'a member'}"
    if one.status == AttendanceStatus.OBSERVER:
        return "Present"
    if one.status == AttendanceStatus.IN_ATTENDANCE:
        return "In attendance"
    if one.status in (AttendanceStatus.APOLOGIES, AttendanceStatus.ABSENT):
        deputy = next((other for other in paper.attendance if one.initials and other.deputy_for == one.initials), None)
        sent = f"; deputy {deputy.initials or deputy.name}" if deputy else ""
        return f"{one.status.capitalize()}{sent}"
    return one.status.capitalize()


def _moves(paper: MinutesPaper, one: views.Attendance) -> list[str]:
    """Say at which item somebody arrived, left or returned."""
    said: list[str] = []
    for move in sorted(paper.movements, key=lambda m: m.position):
        if move.who in (one.initials, one.name):
            came = "returned" if said else "arrived"
            said.append(f"{came if move.arrived else 'left'}{f' at item {move.item}' if move.item else ''}")
    return said


def _rule(rule: QuorumRule) -> str:
    """Write the quorum rule in words."""
    wanted = []
    if rule.number is not None:
        wanted.append(plural(rule.number, "voting member"))
    if rule.fraction is not None:
        wanted.append(f"{_FRACTIONS.get(rule.fraction, str(rule))} of the voting members")
    if rule.agencies:
        wanted.append(f"{plural(rule.agencies, 'partner agency')}")
    if rule.needs_chair:
        wanted.append("the Chair or a vice-chair")
    return listed(wanted)

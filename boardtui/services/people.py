"""Offices, their holders, and groups."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from sqlmodel import col, select

from boardtui.domain.states import PersonKind
from boardtui.domain.text import one_line, shorten
from boardtui.errors import BoardError
from boardtui.services import finding
from boardtui.store.models import GroupMember, Holder, Office
from boardtui.store.unit import Work

SIT = (PersonKind.CHAIR, PersonKind.VICE_CHAIR, PersonKind.MEMBER)
"""The parts of those who sit at the Board."""

EVERYBODY = ("all members", "all board members")
"""What the group of them is called, whatever the case."""


def add_person(
    work: Work,
    *,
    initials: str,
    name: str,
    organisation: str = "",
    role: str = "",
    kind: str = PersonKind.MEMBER,
    deputy_of: str | None = None,
    since: date | None = None,
) -> str:
    """Add an office and who holds it; return its initials. A name equal to the role means that nobody is named."""
    short = _initials(work, initials)
    _kind(kind)
    title = one_line(role) or finding.wording(name, "The name or role")
    (last,) = work.db.execute("SELECT coalesce(max(position), 0) FROM office").fetchone()
    office = work.add(
        Office(
            position=last + 1,
            initials=short,
            title=title,
            organisation=one_line(organisation),
            kind=kind,
            deputy_of_id=finding.maybe_office(work, deputy_of),
        ),
        short,
    )
    _hold(work, office, name, since, {title})
    _join_everybody(work, office)
    work.say(f"Add {short}, {title}")
    return short


def edit_person(work: Work, office_id: str, version: int, **changes: Any) -> None:
    """Change an office: initials, name, organisation, role, kind, deputy_of."""
    office = work.get(Office, office_id, version, changes)
    work.say(f"Change {office.initials}")
    if "initials" in changes and changes["initials"] != office.initials:
        office.initials = _initials(work, changes["initials"], but=office.id)
    if "kind" in changes:
        _kind(changes["kind"])
        office.kind = changes["kind"]
        _join_everybody(work, office)
    titles = {office.title}
    if "role" in changes:
        office.title = finding.wording(changes["role"], "The role")
        titles.add(office.title)
    if "organisation" in changes:
        office.organisation = one_line(changes["organisation"])
    if "deputy_of" in changes:
        office.deputy_of_id = finding.maybe_office(work, changes["deputy_of"])
    if "name" in changes:
        _hold(work, office, changes["name"], work.today, titles)


def _join_everybody(work: Work, office: Office) -> None:
    """Make whoever comes to sit at the Board one of its group of all members, where it has one."""
    if office.kind not in SIT:
        return
    groups: list[Office] = work.all(select(Office).where(Office.kind == PersonKind.GROUP))
    everybody = next((group for group in groups if group.title.casefold() in EVERYBODY), None)
    if everybody is None:
        return
    known = select(GroupMember).where(GroupMember.group_id == everybody.id, GroupMember.office_id == office.id)
    if work.first(known) is None:
        work.add(GroupMember(group_id=everybody.id, office_id=office.id), f"{everybody.initials}:{office.initials}")


def add_group(work: Work, *, initials: str, name: str, members: Iterable[str]) -> str:
    """Add a group of offices such as "All members"; return its initials."""
    short = add_person(work, initials=initials, name=name, role=name, kind=PersonKind.GROUP)
    set_members(work, short, members)
    return short


def set_members(work: Work, group: str, members: Iterable[str]) -> None:
    """Say which offices a group has."""
    row = finding.office(work, group)
    if row.kind != PersonKind.GROUP:
        raise BoardError(
            f"{group} is an office, not a group.",
            "Nothing was changed.",
            "Choose a group, or add one under {people} with {people-group}.",
        )
    work.say(f"Set the members of {row.title}")
    wanted = {office.id: office for office in (finding.seat(work, member) for member in members)}
    for old in work.all(select(GroupMember).where(GroupMember.group_id == row.id)):
        if old.office_id in wanted:
            del wanted[old.office_id]
        else:
            work.delete(old)
    for office in wanted.values():
        work.add(GroupMember(group_id=row.id, office_id=office.id), f"{row.initials}:{office.initials}")


def _initials(work: Work, typed: str, but: str = "") -> str:
    short = one_line(typed)
    if not re.fullmatch(r"[^\W_][\w&.-]{0,9}", short):
        raise BoardError(
            f"“{shorten(short, finding.SHOWN)}” cannot be initials.",
            "Nothing was saved.",
            "Use up to ten letters and figures, no spaces.",
        )
    for other in work.all(select(Office)):
        if other.initials.casefold() == short.casefold() and other.id != but:
            raise BoardError(
                f"The initials {short} already belong to {other.title}.", "Nothing was saved.", "Choose others."
            )
    return short


def _kind(kind: str) -> None:
    if kind not in set(PersonKind):
        raise BoardError(f"“{kind}” is not a part somebody plays.", "", f"Write one of {', '.join(PersonKind)}.")


def _hold(work: Work, office: Office, name: str, since: date | None, titles: set[str]) -> None:
    """Let somebody hold an office from a day; the holder before leaves it on that day.

    The office's own title, as it was or is, in place of a name means that nobody is named.
    """
    said = one_line(name)
    named = said if said not in titles else ""
    now = work.first(select(Holder).where(Holder.office_id == office.id, col(Holder.until).is_(None)))
    if (now.name if now else "") == named:
        return
    if now is not None:
        now.until = since or work.today
    if named:
        work.add(Holder(office_id=office.id, name=said, since=since), f"{office.initials}:{said}")

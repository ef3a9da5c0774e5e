"""Offices, who holds them, and groups of them."""

from datetime import date

from sqlmodel import Field

from boardtui.store.models.base import Row, link


class Office(Row, table=True):
    """A post; its initials, actions and seats stay when the holder changes. A group is an office of kind `group`."""

    position: int
    initials: str = Field(unique=True)
    title: str
    organisation: str = ""
    kind: str = "member"
    deputy_of_id: str | None = link("office", optional=True)


class Holder(Row, table=True):
    """A person who holds an office from a day, and until a day if they have left it."""

    office_id: str = link("office")
    name: str
    since: date | None = None
    until: date | None = None


class GroupMember(Row, table=True):
    """An office's place in a group such as "All members"."""

    __tablename__ = "group_member"

    group_id: str = link("office")
    office_id: str = link("office")

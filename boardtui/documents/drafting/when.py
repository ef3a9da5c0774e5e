"""When something was, told by the Board's meetings: `in February`, `at the April meeting`."""

from __future__ import annotations

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import short_day
from boardtui.domain.dates import MONTHS


def when(material: Material, meeting: int) -> str:
    """Say when a meeting was: by its month where only one was held in it, else by its day."""
    month = _month(material, meeting)
    if month:
        return f"in {month}"
    day = next((held.date for held in material.paper.meetings if held.number == meeting), None)
    return f"on {short_day(day)}" if day else f"at meeting {meeting}"


def at_meeting(material: Material, meeting: int) -> str:
    """Name a meeting: by its month where only one was held in it, else by its day."""
    month = _month(material, meeting)
    return f"at the {month} meeting" if month else when(material, meeting)


def _month(material: Material, meeting: int) -> str:
    """Return a meeting's month if it names that meeting and no other that the letter covers."""
    months = {held.number: held.date.month for held in material.paper.meetings}
    month = months.get(meeting)
    return MONTHS[month - 1] if month and list(months.values()).count(month) == 1 else ""

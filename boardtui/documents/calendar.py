"""Meetings as an iCalendar file (RFC 5545), which calendar programs open, update and take out again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone

from boardtui.domain.invitations import Invitation
from boardtui.domain.text import clean

HERE = ZoneInfo("Europe/London")
_RULES = b"""BEGIN:VTIMEZONE
TZID:Europe/London
BEGIN:DAYLIGHT
DTSTART:19960331T010000
TZOFFSETFROM:+0000
TZOFFSETTO:+0100
TZNAME:BST
RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
END:DAYLIGHT
BEGIN:STANDARD
DTSTART:19961027T020000
TZOFFSETFROM:+0100
TZOFFSETTO:+0000
TZNAME:GMT
RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
END:STANDARD
END:VTIMEZONE
"""
"""Summer time as two rules, which every calendar program understands; a list of all its days since 1970 some do not."""


def render(invitations: Sequence[Invitation], made_on: date) -> bytes:
    """Return the file: meetings that take place to be entered or updated, or cancelled ones to be taken out.

    They may not be mixed, since a calendar file has one method; raises ValueError if they are.
    """
    (cancelled,) = {one.cancelled for one in invitations}
    calendar = Calendar()
    calendar.add("prodid", "-//boardtui//Improvement Board//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "CANCEL" if cancelled else "PUBLISH")
    calendar.add_component(Timezone.from_ical(_RULES))
    for one in invitations:
        calendar.add_component(_event(one, made_on))
    made: bytes = calendar.to_ical()
    return made


def _event(one: Invitation, made_on: date) -> Event:
    event = Event()
    event.add("uid", f"{one.identity}@boardtui")
    event.add("sequence", one.sequence)
    event.add("dtstamp", datetime.combine(made_on, time(), UTC))
    event.add("dtstart", one.starts.replace(tzinfo=HERE))
    event.add("dtend", one.ends.replace(tzinfo=HERE))
    event.add("summary", clean(one.subject))
    event.add("location", clean(one.place))
    if one.words:
        event.add("description", clean(one.words))
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    if one.cancelled:
        event.add("transp", "TRANSPARENT")
    return event

"""When something recorded was said, so that its words are not read as if they were said today (rule 6)."""

from __future__ import annotations

import re
from datetime import date

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import day_in_full, short_day
from boardtui.documents.drafting.when import at_meeting, when
from boardtui.domain import views
from boardtui.domain.dates import WEEKDAYS
from boardtui.domain.papers import ReportPaper

_SPANS = rf"meeting|month|week|fortnight|quarter|term|year|time|morning|afternoon|evening|{'|'.join(WEEKDAYS)}"
_RELATIVE = re.compile(
    rf"\b(?:today|tonight|yesterday|tomorrow|recently|currently|at present|at the moment|so far|ago|"
    rf"(?:this|next) (?:{_SPANS})|(?<!the )last (?:{_SPANS}))\b",
    re.IGNORECASE,
)


def is_relative(text: str) -> bool:
    """Say whether text has words that are true only on the day they were said: `today`, `this month`, `last week`.

    *The last week of the month* is the same week on any day.
    """
    return bool(_RELATIVE.search(text))


def rated_on(material: Material, line: views.PlanLine) -> date | None:
    """Return the day of the meeting that gave a line its rating, reason and path, if that is known."""
    paper = material.paper
    agreed = paper.ratings if isinstance(paper, ReportPaper) else paper.changed
    given = [one.meeting_on for one in agreed if one.line == line.ref and one.level == line.rating]
    if given:
        return max(given)
    began = None
    for meeting, level in reversed(line.history):
        if level != line.rating:
            break
        began = meeting
    return next((held.date for held in paper.meetings if held.number == began), None)


def is_dated(material: Material, line: views.PlanLine, text: str) -> bool:
    """Say whether a line's reason needs its day: a meeting has been held since it was given, or its words are relative.

    A reason whose day is not known is told as it is, unless its words need a day.
    """
    given, held = rated_on(material, line), material.paper.meetings
    return given is not None and (is_relative(text) or any(one.date > given for one in held))


def day_said(material: Material, day: date) -> str:
    """Write the day something was said, its year where that is not the year of the letter."""
    today = material.paper.letter.dated or material.paper.on
    return short_day(day) if day.year == today.year else day_in_full(day)


def when_said(material: Material, meeting: int, text: str) -> str:
    """Say when something was minuted: by the meeting's month, by its day where the words need one."""
    day = next((held.date for held in material.paper.meetings if held.number == meeting), None)
    if day is None or not is_relative(text):
        return when(material, meeting)
    return f"at the meeting of {day_said(material, day)}"


def at_meeting_said(material: Material, meeting: int, text: str) -> str:
    """Name the meeting at which something was minuted: by its month, by its day where the words need one."""
    return when_said(material, meeting, text) if is_relative(text) else at_meeting(material, meeting)

"""The Board's meetings since the last letter: their dates, their rhythm, and who came (N 7.2)."""

from __future__ import annotations

from boardtui.documents.drafting.attendance import came, missing, observed
from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import counted, days_in_full, number, short_day, times
from boardtui.documents.drafting.offices import marked
from boardtui.documents.drafting.phrases import paragraph
from boardtui.domain import views

_MOST_DAYS = 6


def meetings(material: Material) -> str:
    """Say when the Board met, whether it kept its rhythm, who was missing and whether the department came."""
    if not material.paper.meetings:
        since = f"since my last {material.paper.letter.series}" if material.paper.earlier else "yet"
        return paragraph(f"The Board has not met {since}")
    return paragraph(
        _dates(material),
        *_late(material),
        *_presided(material),
        came(material),
        missing(material) if material.room.absences else "",
        observed(material),
    )


def _dates(material: Material) -> str:
    held = material.paper.meetings
    since = f" since my last {material.paper.letter.series}" if material.paper.earlier else ""
    days = days_in_full([meeting.date for meeting in held])
    if len(held) == 1:
        return f"The Board has met once{since}, on {days}{_rhythm(material)}"
    if len(held) > _MOST_DAYS:
        days = f"from {days_in_full([held[0].date])} to {days_in_full([held[-1].date])}"
        return f"The Board has met {times(len(held))}{since}, {days}{_rhythm(material)}"
    return f"The Board has met {times(len(held))}{since}, on {days}{_rhythm(material)}"


def _rhythm(material: Material) -> str:
    gaps = [meeting.days_since_last for meeting in material.paper.meetings if meeting.days_since_last is not None]
    interval = material.paper.board.interval_days
    if not gaps or max(gaps) > interval:
        return ""
    weeks, odd = divmod(interval, 7)
    within = f"{number(weeks)} weeks" if not odd else f"{interval} days"
    if len(material.paper.meetings) == 1:
        after = f"{within} after" if gaps[0] == interval else f"within {within} of"
        return f", {after} the one before{_asked(material)}"
    return f", {f'every {within}' if min(gaps) == interval else f'never more than {within} apart'}{_asked(material)}"


def _asked(material: Material) -> str:
    return ", as paragraph 7.2 of the Notice expects" if material.notice else ""


def _late(material: Material) -> list[str]:
    """Tell the meetings that came later than the interval allows, and the reason recorded."""
    interval = material.paper.board.interval_days
    against = f"the {interval} that paragraph 7.2 of the Notice expects" if material.notice else f"our {interval}"
    return [
        f"That of {short_day(meeting.date)} came {counted(gap, 'day')} after the one before, "
        f"{number(gap - interval)} more than {against}{_moved(material, meeting)}"
        for meeting in material.paper.meetings
        if (gap := meeting.days_since_last) is not None and gap > interval
    ][:2]


def _moved(material: Material, meeting: views.Meeting) -> str:
    why = material.told(meeting.moved_because, 14)
    return f"; the reason recorded is this: {why}" if why else ""


def _presided(material: Material) -> list[str]:
    """Say who took the chair where it was not the Chair."""
    people = material.paper.people
    return [
        f"{marked(meeting.presiding)} took the chair on {short_day(meeting.date)}"
        for meeting in material.paper.meetings
        if meeting.presiding and meeting.presiding in people and people[meeting.presiding].kind != "chair"
    ][:1]

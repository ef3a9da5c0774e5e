"""The Board's meetings since the last letter: their dates, their rhythm, and who came (N 7.2)."""

from __future__ import annotations

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.numbers import (
    counted,
    day_in_full,
    days_in_full,
    each_of,
    number,
    short_day,
    times,
)
from boardtui.documents.drafting.offices import SEATS, marked
from boardtui.documents.drafting.phrases import paragraph
from boardtui.domain import views
from boardtui.domain.states import AttendanceStatus
from boardtui.domain.text import listed

_HERE = (AttendanceStatus.PRESENT, AttendanceStatus.IN_ATTENDANCE, AttendanceStatus.OBSERVER)
_AWAY = (AttendanceStatus.APOLOGIES, AttendanceStatus.ABSENT)
_MOST_DAYS = 4


def meetings(material: Material) -> str:
    """Say when the Board met, whether it kept its rhythm, who was missing and whether the department came."""
    if not material.paper.meetings:
        return paragraph(f"The Board has not met {_since(material)}")
    return paragraph(_dates(material), *_late(material), _came(material), _missing(material), _observer(material))


def _since(material: Material) -> str:
    return "since my last letter" if material.paper.earlier else "yet"


def _dates(material: Material) -> str:
    held = material.paper.meetings
    since = " since my last letter" if material.paper.earlier else ""
    days = f", {'on ' if len(held) < _MOST_DAYS else ''}{days_in_full([meeting.date for meeting in held])}"
    if len(held) == 1:
        days = days.replace(",", "", 1)
    return f"The Board has met {times(len(held))}{since}{days}{_rhythm(material)}"


def _rhythm(material: Material) -> str:
    gaps = [meeting.days_since_last for meeting in material.paper.meetings if meeting.days_since_last is not None]
    interval = material.paper.board.interval_days
    if not gaps or max(gaps) > interval:
        return ""
    weeks, odd = divmod(interval, 7)
    often = f"every {number(weeks)} weeks" if not odd else f"every {interval} days"
    asked = f", as paragraph 7.2 of the Notice expects: {often}" if material.notice else f", keeping to {often}"
    return asked if min(gaps) == interval else f"{asked}, and never later"


def _late(material: Material) -> list[str]:
    interval = material.paper.board.interval_days
    told = []
    for meeting in material.paper.meetings:
        gap = meeting.days_since_last
        if gap is None or gap <= interval:
            continue
        against = f"the {interval} that paragraph 7.2 of the Notice expects" if material.notice else f"our {interval}"
        why = f": {material.told(meeting.moved_because, 14)}" if meeting.moved_because.strip() else ""
        told.append(
            f"On {short_day(meeting.date)} it met {counted(gap, 'day')} after the meeting before, "
            f"{number(gap - interval)} more than {against}{why}"
        )
    return told[:2]


def _came(material: Material) -> str:
    held = material.paper.meetings
    rolls = [(meeting, *_roll(material, meeting)) for meeting in held]
    rolls = [roll for roll in rolls if roll[2]]
    if not rolls:
        return ""
    counts = {(came, of) for _, came, of in rolls}
    each = "" if len(rolls) == 1 else f" at {each_of(len(rolls))}" if len(rolls) == len(held) else " each time"
    if all(came == of for came, of in counts):
        return f"Every member came or was represented{each}"
    if len(counts) == 1 or len(rolls) >= _MOST_DAYS:
        few, most = min(came for came, _ in counts), max(came for came, _ in counts)
        came = number(few) if few == most else f"between {number(few)} and {number(most)}"
        return f"Of {number(max(of for _, of in counts))} members, {came} came or sent a deputy{each}"
    by_day = listed([f"{number(came)} on {short_day(meeting.date)}" for meeting, came, _ in rolls])
    return f"Members present or represented were {by_day}, out of {number(max(of for _, of in counts))}"


def _roll(material: Material, meeting: views.Meeting) -> tuple[int, int]:
    """Count the members who came or were represented, and all those on the register."""
    rows = [row for row in material.paper.attendance if row.meeting == meeting.number]
    deputised = {row.deputy_for for row in rows if row.deputy_for}
    seats = {initials for initials, person in material.paper.people.items() if person.kind in SEATS}
    here = {row.initials for row in rows if row.status in _HERE and row.initials} & seats
    away = {row.initials for row in rows if row.status in _AWAY and row.initials} & seats
    represented = deputised & seats
    return len(here | represented), len(here | away | represented)


def _missing(material: Material) -> str:
    held = len(material.paper.meetings)
    if held < 2:
        return ""
    missed: dict[tuple[int, int], list[str]] = {}
    for initials, person in material.paper.people.items():
        if person.kind in SEATS:
            away, deputies = _away(material, initials)
            if away > 1:
                missed.setdefault((away, deputies), []).append(initials)
    if not missed:
        return "Nobody was missing more than once"
    by_most = sorted(missed.items(), key=lambda group: (-group[0][0], group[0][1]))
    told = [
        f"{listed([_member(material, one) for one in who])} missed {_of_all(away, held)}{_deputies(deputies, away, len(who))}"
        for (away, deputies), who in by_most
    ]
    return "; ".join(told)


def _away(material: Material, initials: str) -> tuple[int, int]:
    rows = material.paper.attendance
    deputised = {row.meeting for row in rows if row.deputy_for == initials}
    away = {row.meeting for row in rows if row.initials == initials and row.status in _AWAY} | deputised
    return len(away), len(away & deputised)


def _member(material: Material, initials: str) -> str:
    return "I" if material.paper.people[initials].kind == "chair" else marked(initials)


def _of_all(away: int, held: int) -> str:
    return {True: "both" if held == 2 else f"all {number(held)}"}.get(away == held, f"{number(away)} of the {number(held)}")


def _deputies(deputies: int, away: int, who: int) -> str:
    each = " each" if who > 1 else ""
    if not deputies:
        return f"{' ' if each else ''}{each.strip()} without a deputy".replace("  ", " ") if away else ""
    if deputies == away:
        return f",{each} sending a deputy{' both times' if away == 2 else ' every time'}"
    return f",{each} sending a deputy {times(deputies)}"


def _observer(material: Material) -> str:
    held = material.paper.meetings
    kinds = {initials: person.kind for initials, person in material.paper.people.items()}
    came = {
        row.meeting
        for row in material.paper.attendance
        if row.status == AttendanceStatus.OBSERVER
        or (kinds.get(row.initials or "") == "observer" and row.status in _HERE)
    }
    days = [meeting for meeting in held if meeting.number in came]
    if not days:
        return "No official of your department is recorded as having attended"
    if len(days) == len(held):
        return f"An official of your department took part as observer{'' if len(held) == 1 else f' at {each_of(len(held))}'}"
    absent = [meeting.date for meeting in held if meeting.number not in came]
    if len(absent) < _MOST_DAYS:
        return f"An official of your department took part as observer, except on {days_in_full(absent)}"
    return f"An official of your department took part as observer at {number(len(days))} of them"


def month_or_day(material: Material, meeting: int) -> str:
    """Name a covered meeting shortly: by its month where that is enough, else by its day."""
    days = {held.number: held.date for held in material.paper.meetings}
    day = days.get(meeting)
    if day is None:
        return "later"
    alone = sum((other.year, other.month) == (day.year, day.month) for other in days.values()) == 1
    return f"in {day_in_full(day).split()[1]}" if alone and len(days) < 12 else f"on {short_day(day)}"

"""The agenda as a Word file: when and where, the items with their times, what was deferred, who is invited."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from boardtui.documents import arising, versions, word
from boardtui.documents.frame import frame, head_said
from boardtui.documents.offices import explained, named, owners_of, title
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.dates import show, show_long
from boardtui.domain.papers import AgendaPaper, People
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.states import ItemState, MeetingState, PersonKind, Purpose
from boardtui.domain.text import plural

_UNISSUED = (MeetingState.PLANNED, MeetingState.POSTPONED)
_OFF = (MeetingState.POSTPONED, MeetingState.CANCELLED)
_DECISION_COLOUR = "#7A8FBF"
_INVITED = (
    ("Members of the Board", (PersonKind.CHAIR, PersonKind.VICE_CHAIR, PersonKind.MEMBER)),
    ("Participant observer", (PersonKind.OBSERVER,)),
    ("In attendance", (PersonKind.OFFICER,)),
)


def render(paper: AgendaPaper, version: PaperVersion = PaperVersion.OPEN) -> bytes:
    """Return a version of the agenda as a Word file."""
    return word.render("agenda", versions.marked(context(versions.shown(paper, version)), paper, version))


def file_name(paper: AgendaPaper) -> str:
    """Return the name of the file: `agenda-6-2013-06-27.docx`."""
    return f"agenda-{paper.meeting.number}-{paper.meeting.date.isoformat()}.docx"


def context(paper: AgendaPaper) -> Context:
    """Return what the template is filled in with."""
    meeting = paper.meeting
    made = frame(
        paper.board,
        f"Agenda for meeting {meeting.number}",
        "Agenda",
        meeting.date,
        _state(meeting),
        draft=meeting.state in _UNISSUED,
    )
    starts = clock(meeting.starts)
    ends = _plus(starts, sum(item.minutes for item in paper.items if item.state != ItemState.DEFERRED))
    made |= {
        "date": show_long(meeting.date),
        "moved": meeting.moved_because if meeting.state not in _OFF else "",
        "time": f"{meeting.starts}, to end by {ends:%H:%M}" if ends and ends != starts else meeting.starts,
        "place": meeting.place,
        "previous": _previous(paper),
        "business": _business(paper, starts),
        "invited": _invited(paper.people),
        "arising": arising.before(paper.arising, paper.on or meeting.date),
        "arising_said": _arising_said(paper),
        "initials": _initials(paper),
    }
    made["said"] = [
        *head_said(made),
        [made["date"]],
        [made["place"]],
        *([item["number"], item["title"], item["presenter"], *item["more"]] for item in made["business"]),
        *([row["organisation"], row["people"]] for group in made["invited"] for row in group["organisations"]),
        [made["arising_said"]],
        *([one["ref"], one["text"], one["owners"], one["due"], one["position"]] for one in made["arising"]),
    ]
    return made


def clock(starts: str) -> datetime | None:
    """Read a time of day as it is kept, `14:00`; None for anything else."""
    try:
        return datetime.combine(date(2000, 1, 1), time.fromisoformat(starts.strip()))
    except ValueError:
        return None


def _state(meeting: views.Meeting) -> str:
    if meeting.state in _OFF:
        return f"{meeting.state.upper()} – {meeting.moved_because}" if meeting.moved_because else meeting.state.upper()
    if meeting.agenda_issued_on:
        return f"Issued on {show(meeting.agenda_issued_on)}"
    return "DRAFT – not yet issued" if meeting.state in _UNISSUED else ""


def _previous(paper: AgendaPaper) -> str:
    if paper.last is None:
        return "None: this is the Board's first meeting"
    days = (paper.meeting.date - paper.last.date).days
    return f"Meeting {paper.last.number}, {show_long(paper.last.date)} ({plural(days, 'day')} before)"


def _business(paper: AgendaPaper, starts: datetime | None) -> list[Context]:
    rows, passed = [], 0
    for item in paper.items:
        deferred = item.state == ItemState.DEFERRED
        at = None if deferred else _plus(starts, passed)
        decides = item.purpose == Purpose.DECISION and not deferred
        rows.append(
            {
                "number": str(item.number),
                "clock": f"{at:%H:%M}" if at else "",
                "title": item.title,
                "more": _more(item),
                "decision": "Decision" if decides else "",
                "purpose": "" if decides or deferred else item.purpose.capitalize(),
                "colour": _DECISION_COLOUR if decides else "",
                "presenter": named(paper.people, item.presenter),
            }
        )
        passed += 0 if deferred else item.minutes
    return rows


def _more(item: views.Item) -> list[str]:
    """Return what stands under an item's title: its paper, where it came from, why it is urgent."""
    return [
        line
        for line in (
            f"Paper: {item.paper}" if item.paper else "",
            item.where_to or item.where_from,
            f"Urgent: {item.urgent_because}" if item.urgent_because else "",
            f"Restricted: {item.restricted}" if item.restricted else "",
        )
        if line
    ]


def _invited(people: People) -> list[Context]:
    groups: list[Context] = []
    for heading, kinds in _INVITED:
        found = [person for person in people.values() if person.kind in kinds]
        if found:
            groups.append({"heading": heading, "organisations": _organisations(found)})
    return groups


def _arising_said(paper: AgendaPaper) -> str:
    """Say what the table of matters arising holds, and under which item it is taken."""
    if not paper.arising:
        return ""
    item = next((one.number for one in paper.items if one.kind == "matters_arising"), None)
    taken = f" Taken under item {item}." if item else ""
    since = f" and those closed since meeting {paper.last.number}" if paper.last else ""
    on = f" as at {show(paper.on)}" if paper.on else ""
    return f"Actions open{on}{since}.{taken}"


def _initials(paper: AgendaPaper) -> str:
    """Explain the initials in the table of matters arising that the list of those invited does not."""
    there = [one.initials for one in paper.people.values() if any(one.kind in kinds for _, kinds in _INVITED)]
    return explained(paper.people, owners_of(paper.arising), there)


def _organisations(found: list[views.Person]) -> list[Context]:
    by_name: dict[str, list[str]] = {}
    for person in found:
        by_name.setdefault(person.organisation, []).append(_person(person))
    return [{"organisation": name, "people": "; ".join(people)} for name, people in by_name.items()]


def _person(person: views.Person) -> str:
    """Name somebody with their initials, and the chair and vice-chair as such: `Leader (LDR, vice-chair)`."""
    part = {PersonKind.CHAIR: "chair", PersonKind.VICE_CHAIR: "vice-chair"}.get(PersonKind(person.kind), "")
    name = title(person.name, person.role)
    said = person.initials if not part or part in name.casefold() else f"{person.initials}, {part}"
    return f"{name} ({said})"


def _plus(starts: datetime | None, minutes: int) -> datetime | None:
    return starts + timedelta(minutes=minutes) if starts else None

"""The minutes as a Word file, in draft, approved or confirmed (DESIGN 4 and 6)."""

from __future__ import annotations

from datetime import datetime

from boardtui.documents import action_rows, proceedings, rating_cells, register, spelling_out, versions, word
from boardtui.documents.frame import frame, head_said
from boardtui.documents.offices import explained, office_or_name, owners_of
from boardtui.documents.sentences import sentence
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.dates import show, show_long
from boardtui.domain.papers import MinutesPaper
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.states import LOCKED, MeetingState, SignedHow

_HOW: dict[str, str] = {SignedHow.PAPER: "on paper", SignedHow.EMAIL: "by e-mail"}


def render(paper: MinutesPaper, seal: str = "", version: PaperVersion = PaperVersion.OPEN) -> bytes:
    """Return a version of the minutes as a Word file; signed, with what its footer prints of the seal."""
    made = versions.marked(context(versions.shown(paper, version)), paper, version)
    return word.render("minutes", made | {"seal": seal})


def file_name(paper: MinutesPaper) -> str:
    """Return the name of the file: `minutes-5-2013-05-16-draft.docx`; signed off, without `-draft`."""
    draft = "" if paper.meeting.state in LOCKED else "-draft"
    return f"minutes-{paper.meeting.number}-{paper.meeting.date.isoformat()}{draft}.docx"


def context(paper: MinutesPaper, *, as_typed: bool = False) -> Context:
    """Return what the template is filled in with; `as_typed` leaves abbreviations as they stand in the record."""
    meeting = paper.meeting
    made = frame(
        paper.board,
        f"Minutes of meeting {meeting.number}",
        "Minutes",
        meeting.date,
        state(paper),
        draft=meeting.state not in LOCKED,
    )
    business = proceedings.business(paper)
    again = {} if as_typed else spelling_out.in_business(business, paper)
    made |= {
        "date": show_long(meeting.date),
        "time": _time(meeting),
        "place": meeting.place,
        "chair": register.chair(paper),
        "attendance": register.attendance(paper),
        "quorum": register.quorum(paper),
        "interests": register.interests(paper),
        "business": business,
        "corrections": [_correction(one) for one in paper.corrected],
        "actions": [_agreed(one) for one in paper.actions],
        "initials": " ".join(filter(None, (_initials(paper), spelling_out.glossary(again)))),
        "key": rating_cells.key(paper.scheme) if any(item["ratings"] for item in business) else [],
        "next": _next(paper.next),
        "signoff": state(paper),
    }
    made["said"] = _said(made)
    return made


def state(paper: MinutesPaper) -> str:
    """Say how far the minutes have come, and how a sign-off that was not given in the program reached the record."""
    meeting = paper.meeting
    how = _HOW.get(meeting.signed_how)
    given = f" (given {how})" if how else ""
    by = office_or_name(paper.people, meeting.signed_by) or "the Chair"
    on = f" on {show(meeting.signed_on)}" if meeting.signed_on else ""
    approved = f"Approved by {by}{on}{given}"
    match meeting.state:
        case MeetingState.CONFIRMED:
            at = f" on {show(meeting.confirmed_on)}" if meeting.confirmed_on else ""
            said = f", {meeting.confirmed_how}" if meeting.confirmed_how else ""
            return f"{approved}. Confirmed at meeting {meeting.confirmed_at}{at}{said}."
        case MeetingState.SIGNED:
            return f"{approved}, subject to confirmation."
        case MeetingState.WITH_CHAIR:
            return "DRAFT – with the Chair"
        case MeetingState.IN_SESSION:
            return "DRAFT – the meeting is still in session"
        case _:
            return "DRAFT – not yet sent to the Chair"


def _time(meeting: views.Meeting) -> str:
    """Say when the meeting began, and when it closed if it did so on the day."""
    if not meeting.closed_at:
        return meeting.starts
    try:
        closed = datetime.fromisoformat(meeting.closed_at)
    except ValueError:
        return meeting.starts
    ended = f"{closed:%H:%M}"
    return (
        f"{meeting.starts} to {ended}" if closed.date() == meeting.date and ended > meeting.starts else meeting.starts
    )


def _agreed(action: views.Action) -> Context:
    """Return the row of an action with the date that was agreed; of one that is withheld no date."""
    due = "" if action.withheld else action_rows.due(action, agreed=True)
    return {**action_rows.row(action), "due": due}


def _correction(one: views.Amendment) -> Context:
    agreed = f"{one.agreed}: {one.because}" if one.because else one.agreed
    return {"ref": one.ref, "old": one.old, "new": one.new, "agreed": agreed}


def _initials(paper: MinutesPaper) -> str:
    """Explain the initials in the tables of actions that the attendance table does not."""
    there = [one.initials for one in paper.attendance if one.initials]
    return explained(paper.people, owners_of((*paper.actions, *paper.arising)), there)


def _next(meeting: views.Meeting | None) -> str:
    if meeting is None:
        return "The date of the next meeting is to be arranged."
    place = f", {meeting.place}" if meeting.place else ""
    return sentence(f"Meeting {meeting.number}: {show_long(meeting.date)} at {meeting.starts}{place}")


def _said(made: Context) -> list[list[str]]:
    """List what the finished file must hold: everybody, every paragraph, every row of a table."""
    items = made["business"]
    entries = [entry for item in items for entry in item["entries"]]
    return [
        *head_said(made),
        *([person["name"], person["status"]] for group in made["attendance"] for person in group["people"]),
        *([one["who"], one["nature"], one["left"]] for one in made["interests"]),
        *([item["number"], item["title"]] for item in items),
        *([item["facts"]] for item in items),
        *([one["restricts"]] for one in entries),
        *([one["number"], one["lead"], one["text"], one["after"]] for one in entries),
        *([one["ref"], one["text"], one["position"]] for item in items for one in item["arising"]),
        *([one["line"], one["rating"], one["reason"], *one["more"]] for item in items for one in item["ratings"]),
        *([one["ref"], one["text"], one["owners"], one["due"]] for one in made["actions"]),
        *([one["ref"], one["old"], one["new"]] for one in made["corrections"]),
        [made["next"]],
        [made["signoff"]],
    ]

"""Papers for the Chair's letter made by hand: each factory takes what a test is about and fills in the rest."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from boardtui.domain import views
from boardtui.domain.papers import LetterPaper
from boardtui.domain.ratings import DEFAULT_SCHEME

COMMENCED = date(2012, 11, 26)
HELD = {
    1: date(2012, 11, 29),
    2: date(2013, 1, 10),
    3: date(2013, 2, 21),
    4: date(2013, 4, 4),
    5: date(2013, 5, 16),
    6: date(2013, 6, 27),
}
TODAY = date(2013, 5, 20)
OFFICES = (
    ("IC", "Independent Chair", "Independent", "chair"),
    ("LM", "Lead Member for Children's Services", "Blackpool Council", "vice-chair"),
    ("DCS", "Director of Children's Services", "Blackpool Council", "member"),
    ("POL", "Divisional Commander", "Lancashire Constabulary", "member"),
    ("CCG", "Chief Officer", "Blackpool Clinical Commissioning Group", "member"),
    ("BHT", "Director of Nursing", "Blackpool Teaching Hospitals", "member"),
    ("LSCB", "Independent Chair", "Blackpool Safeguarding Children Board", "member"),
    ("VCS", "Voluntary sector representative", "Voluntary sector", "member"),
    ("DfE", "Departmental official", "Department for Education", "observer"),
    ("ADC", "Assistant Director, Children's Social Care", "Blackpool Council", "officer"),
    ("HWD", "Head of Workforce Development", "Blackpool Council", "officer"),
    ("DDN", "Deputy Designated Nurse", "Blackpool Clinical Commissioning Group", "officer"),
)
MEMBERS = tuple(initials for initials, _, _, kind in OFFICES if kind in ("chair", "vice-chair", "member"))


def people() -> dict[str, views.Person]:
    """Return the offices, and a group."""
    found = {
        initials: views.Person(initials, 1, initials, role, organisation, role, kind)
        for initials, role, organisation, kind in OFFICES
    }
    found["PTN"] = views.Person("PTN", 1, "PTN", "Partner agencies", "", "", "group", members=("POL", "CCG"))
    return found


def board(**changed: Any) -> views.Board:
    """Return the Board."""
    given: dict[str, Any] = {
        "name": "Blackpool Children's Improvement Board",
        "council": "Blackpool Borough Council",
        "sample": None,
        "today": None,
        "interval_days": 42,
        "at_risk_days": 14,
        "meeting_starts": "14:00",
        "place": "Committee Room B",
        "quorum": "1/3",
        "quorum_needs_chair": True,
        "quorum_agencies": None,
        "addressee": "Parliamentary Under Secretary of State",
        "addressee_address": "London",
        "chair_signs_as": "",
        "instrument": "Improvement Notice",
        "instrument_kind": "notice",
        "commenced": COMMENCED,
        "version": 1,
        "journal": 1,
    }
    return views.Board(**given | changed)


def meeting(number: int, **changed: Any) -> views.Meeting:
    """Return a meeting held on its day, 42 days after the one before."""
    given: dict[str, Any] = {
        "id": f"m{number}",
        "version": 1,
        "number": number,
        "date": HELD[number],
        "starts": "14:00",
        "place": "",
        "state": "signed off",
        "days_since_last": 42 if number > 1 else None,
        "moved_because": "",
        "agenda_issued_on": None,
        "opened_at": None,
        "closed_at": None,
        "item_in_hand": None,
        "restricted_now": None,
        "presiding": None,
        "submitted_on": None,
        "signed_on": None,
        "signed_by": "",
        "signed_how": "",
        "confirmed_at": None,
        "confirmed_on": None,
        "confirmed_how": "",
        "items": 0,
        "entries": 0,
        "to_tidy": 0,
    }
    return views.Meeting(**given | changed)


def register(
    number: int, away: Sequence[str] = (), deputies: Sequence[str] = (), *, observer: bool = True
) -> tuple[views.Attendance, ...]:
    """Return a meeting's register: everybody present but those `away`, for whom a deputy may sit."""
    rows = [
        views.Attendance(f"{number}{one}", number, one, one, "", "", "member", _status(one, away), None)
        for one in MEMBERS
    ]
    rows += [
        views.Attendance(f"{number}d{one}", number, None, "A deputy", "", "", "officer", "deputy", one)
        for one in deputies
    ]
    if observer:
        rows.append(views.Attendance(f"{number}o", number, "DfE", "", "", "", "observer", "participant observer", None))
    return tuple(rows)


def _status(one: str, away: Sequence[str]) -> str:
    return "apologies" if one in away else "present"


def line(ref: str, rating: str | None, before: str | None = None, **changed: Any) -> views.PlanLine:
    """Return a plan line rated `rating` since meeting 4 and `before` at the three meetings before that."""
    earlier = rating if before is None else before
    given: dict[str, Any] = {
        "id": f"l{ref}",
        "version": 1,
        "ref": ref,
        "theme": "Practice",
        "title": f"Line number {ref}",
        "outcome": "",
        "lead": "ADC",
        "partners": (),
        "starts": None,
        "due": date(2013, 9, 30),
        "original_due": date(2013, 9, 30),
        "moves": 0,
        "success": "",
        "rating": rating,
        "previous": earlier,
        "direction": None,
        "history": ((1, earlier), (2, earlier), (3, earlier), (4, rating), (5, rating)),
        "reason": "Work has begun.",
        "path": "Team managers to finish it by July." if rating in ("R", "A") else "",
        "proposed": None,
        "answers": (),
        "open_actions": (),
        "overdue_actions": (),
    }
    return views.PlanLine(**given | changed)


def action(ref: str, text: str = "Bring a report to the Board", **changed: Any) -> views.Action:
    """Return an open action, due in July."""
    given: dict[str, Any] = {
        "id": f"a{ref}",
        "version": 1,
        "ref": ref,
        "text": text,
        "leads": ("ADC",),
        "supporters": (),
        "raised_at": int(ref.split("/")[0]),
        "raised_on": HELD[int(ref.split("/")[0])],
        "item": None,
        "item_title": "",
        "due": date(2013, 7, 5),
        "original_due": date(2013, 7, 5),
        "due_meeting": None,
        "slips": 0,
        "state": "open",
        "rating": "G",
        "days_late": 0,
        "done_on": None,
        "closed_on": None,
        "closed_at": None,
        "evidence": "",
        "restricted": None,
        "lines": (),
        "last_update": "",
    }
    return views.Action(**given | changed)


def late(ref: str, days: int, text: str = "Bring a report to the Board", **changed: Any) -> views.Action:
    """Return an action that is so many days late."""
    due = TODAY - timedelta(days=days)
    return action(ref, text, **{"due": due, "original_due": due, "days_late": days, "rating": "R"} | changed)


def closed(ref: str, evidence: str, **changed: Any) -> views.Action:
    """Return an action closed on evidence at meeting 5."""
    given: dict[str, Any] = {"state": "closed", "evidence": evidence, "closed_at": 5, "closed_on": HELD[5]}
    return action(ref, **given | changed)


def entry(ref: str, kind: str, text: str, **changed: Any) -> views.Entry:
    """Return a minute entry."""
    given: dict[str, Any] = {
        "id": f"e{ref}",
        "version": 1,
        "ref": ref,
        "meeting": int(ref.split("/")[0]),
        "item": 5,
        "paragraph": 1,
        "position": 1,
        "kind": kind,
        "text": text,
        "typed": text,
        "to_tidy": None,
        "restricted": None,
        "said_at": "",
        "decision_ref": None,
        "inquorate": None,
        "action_ref": None,
        "line_ref": None,
        "answers": None,
        "answered_by": None,
    }
    return views.Entry(**given | changed)


def obligation(ref: str, title: str, due: date | None, state: str, **changed: Any) -> views.Obligation:
    """Return a duty of the Chair under N 8.1, unless told otherwise."""
    given: dict[str, Any] = {
        "id": ref,
        "version": 1,
        "ref": ref,
        "title": title,
        "requirement": "N 8.1",
        "binds": "chair",
        "due": due,
        "send_by": due,
        "met_on": None,
        "state": state,
        "evidence": "",
        "note": "",
    }
    return views.Obligation(**given | changed)


def letter(number: int, first: int, last: int, **changed: Any) -> views.Letter:
    """Return a letter in draft."""
    given: dict[str, Any] = {
        "id": f"t{number}",
        "version": 1,
        "number": number,
        "reference": "",
        "subject": "Children's services in Blackpool",
        "dated": None,
        "addressee": "",
        "address": "",
        "salutation": "Dear Minister",
        "signs_as": "",
        "copies": "",
        "first_meeting": first,
        "last_meeting": last,
        "state": "draft",
        "signed_on": None,
        "signed_by": "",
        "signed_how": "",
        "sent_on": None,
        "sent_to": "",
        "journal_at_signing": None,
        "blocks": (),
    }
    return views.Letter(**given | changed)


def paper(numbers: Sequence[int] = (4, 5), **changed: Any) -> LetterPaper:
    """Return the paper of a second letter; nothing happened beyond what is given."""
    held = tuple(meeting(number) for number in numbers)
    given: dict[str, Any] = {
        "board": board(),
        "on": TODAY,
        "letter": letter(2, numbers[0] if numbers else 4, numbers[-1] if numbers else 3),
        "earlier": letter(1, 1, 3, dated=date(2013, 3, 1), sent_on=date(2013, 3, 1)),
        "meetings": held,
        "next": meeting(6, state="planned"),
        "attendance": tuple(row for one in held for row in register(one.number)),
        "lines": (),
        "changed": (),
        "open": (),
        "raised": (),
        "closed": (),
        "challenges": (),
        "answers": (),
        "decisions": (),
        "obligations": (),
        "scheme": DEFAULT_SCHEME,
        "people": people(),
    }
    return LetterPaper(**given | changed)

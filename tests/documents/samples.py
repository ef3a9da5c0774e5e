"""Small hand-made papers: a Board as it might be, from which each test changes what it is about."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from boardtui.domain import papers, views
from boardtui.domain.ratings import DEFAULT_SCHEME

HELD_ON = date(2013, 5, 16)
NEXT_ON = date(2013, 6, 27)
TODAY = date(2013, 5, 20)

OFFICES = (
    ("IC", "Independent Chair", "Independent", "chair"),
    ("LM", "Lead Member for Children's Services", "Blackpool Council", "vice-chair"),
    ("DCS", "Director of Children's Services", "Blackpool Council", "member"),
    ("POL", "Divisional Commander", "Lancashire Constabulary", "member"),
    ("CCG", "Chief Officer", "Blackpool Clinical Commissioning Group", "member"),
    ("PRO", "Head of Offender Management", "Lancashire Probation Trust", "member"),
    ("DfE", "Departmental official", "Department for Education", "observer"),
    ("ADC", "Assistant Director, Children's Social Care", "Blackpool Council", "officer"),
    ("SEC", "Secretary to the Board", "Blackpool Council", "officer"),
    ("DDN", "Deputy Designated Nurse", "Blackpool Clinical Commissioning Group", "officer"),
)


def identity(name: str) -> str:
    """Return the id of a record."""
    return str(uuid5(NAMESPACE_URL, name))


def board(**changes: Any) -> views.Board:
    return replace(
        views.Board(
            name="Blackpool Children's Improvement Board",
            council="Blackpool Borough Council",
            sample=None,
            today=None,
            interval_days=42,
            at_risk_days=14,
            meeting_starts="14:00",
            place="Committee Room B, Town Hall",
            quorum="1/3",
            quorum_needs_chair=True,
            quorum_agencies=None,
            addressee="Parliamentary Under Secretary of State for Children and Families",
            addressee_address="Department for Education\nGreat Smith Street\nLondon SW1P 3BT",
            chair_signs_as="",
            instrument="Improvement Notice",
            instrument_kind="notice",
            commenced=date(2012, 11, 26),
            version=1,
            journal=100,
        ),
        **changes,
    )


def people() -> dict[str, views.Person]:
    found = {
        initials: views.Person(identity(initials), 1, initials, role, organisation, role, kind)
        for initials, role, organisation, kind in OFFICES
    }
    everybody = tuple(who for who, one in found.items() if one.kind in ("chair", "vice-chair", "member"))
    found["ALL"] = views.Person(identity("ALL"), 1, "ALL", "All members", "", "All members", "group", None, everybody)
    return found


def meeting(number: int = 5, on: date = HELD_ON, **changes: Any) -> views.Meeting:
    return replace(
        views.Meeting(
            id=identity(f"meeting {number}"),
            version=1,
            number=number,
            date=on,
            starts="14:00",
            place="Committee Room B, Town Hall",
            state="with Chair",
            days_since_last=42,
            moved_because="",
            agenda_issued_on=on - timedelta(days=7),
            opened_at=f"{on}T14:02:00",
            closed_at=f"{on}T16:04:00",
            item_in_hand=None,
            restricted_now=None,
            presiding="IC",
            submitted_on=None,
            signed_on=None,
            signed_by="",
            signed_how="",
            confirmed_at=None,
            confirmed_on=None,
            confirmed_how="",
            items=4,
            entries=6,
            to_tidy=0,
        ),
        **changes,
    )


def item(number: int, title: str, **changes: Any) -> views.Item:
    return replace(
        views.Item(
            id=identity(f"item {number}"),
            version=1,
            number=number,
            kind="item",
            title=title,
            purpose="discussion",
            presenter=None,
            minutes=10,
            used_seconds=0,
            paper="",
            state="taken",
            taken_order=number,
            taken_after=None,
            urgent_because="",
            deferred_to=None,
            deferred_because="",
            deferred_from=None,
            restricted=None,
            entries=0,
        ),
        **changes,
    )


def entry(at: int, paragraph: int | None, text: str, kind: str = "note", **changes: Any) -> views.Entry:
    return replace(
        views.Entry(
            id=identity(f"entry {at}.{paragraph} {text[:40]!r}"),
            version=1,
            ref=f"5/{at}" if paragraph is None else f"5/{at}.{paragraph}",
            meeting=5,
            item=at,
            paragraph=paragraph,
            position=at * 1000 + (paragraph or 0),
            kind=kind,
            text=text,
            typed=text,
            to_tidy=None,
            restricted=None,
            said_at="2013-05-16T14:10:00",
            decision_ref=None,
            inquorate=None,
            action_ref=None,
            line_ref=None,
            answers=None,
            answered_by=None,
        ),
        **changes,
    )


def action(ref: str, text: str, *leads: str, **changes: Any) -> views.Action:
    raised = int(ref.split("/")[0])
    return replace(
        views.Action(
            id=identity(f"action {ref}"),
            version=1,
            ref=ref,
            text=text,
            leads=leads or ("DCS",),
            supporters=(),
            raised_at=raised,
            raised_on=HELD_ON,
            item=2,
            item_title="Matters arising",
            due=date(2013, 6, 14),
            original_due=date(2013, 6, 14),
            due_meeting=None,
            slips=0,
            state="open",
            rating="G",
            days_late=0,
            done_on=None,
            closed_on=None,
            closed_at=None,
            evidence="",
            restricted=None,
            lines=(),
            last_update="",
        ),
        **changes,
    )


def came(initials: str, status: str = "present", deputy_for: str | None = None, number: int = 5) -> views.Attendance:
    who = people()[initials]
    return views.Attendance(
        identity(f"came {number} {initials}"), number, initials, who.name, who.role, who.organisation, who.kind, status,
        deputy_for,
    )  # fmt: skip


def register(number: int = 5) -> tuple[views.Attendance, ...]:
    return (
        came("IC", number=number),
        came("LM", number=number),
        came("DCS", number=number),
        came("POL", number=number),
        came("CCG", "apologies", number=number),
        came("PRO", "absent", number=number),
        came("DDN", "deputy", "CCG", number=number),
        came("DfE", "participant observer", number=number),
        came("ADC", "in attendance", number=number),
        came("SEC", "in attendance", number=number),
    )


def _correction() -> views.Amendment:
    return views.Amendment("5/1.1", 6, date(2013, 6, 27), "Divisional Commander", "Chief Superintendent", "")


def rating(line: str = "3.2", level: str = "A", **changes: Any) -> views.Rating:
    return replace(
        views.Rating(
            line, 5, HELD_ON, "agreed", level, HELD_ON, "the Board", "visits slipped in the South",
            "two agency workers from 3 June", "", None,
        ),
        **changes,
    )  # fmt: skip


def minutes(**changes: Any) -> papers.MinutesPaper:
    """Return minutes that hold one of everything."""
    return replace(
        papers.MinutesPaper(
            board=board(),
            titles={"1.1": "Early help strategy in use", "3.2": "Protection plans that say who and when"},
            meeting=meeting(),
            last=meeting(4, date(2013, 4, 4), state="confirmed"),
            next=meeting(6, NEXT_ON, state="planned"),
            attendance=register(),
            movements=(views.Movement("POL", True, 2, 1),),
            interests=(views.Interest("POL", 4, "sits on the board of a bidder", True),),
            items=(
                item(1, "Welcome and apologies", kind="welcome"),
                item(2, "Matters arising and action log", kind="matters_arising", presenter="SEC"),
                item(3, "Improvement Plan: by exception", kind="plan", purpose="decision", presenter="DCS",
                     paper="Improvement Plan, version 1.3", taken_after=4),
                item(4, "Staffing of the duty team", restricted="Staffing"),
                item(5, "Needs analysis", state="deferred", deferred_to=6, deferred_because="figures came late"),
                item(6, "Fire at the South office", urgent_because="it happened this morning"),
            ),
            entries=(
                entry(1, 1, "The Chair welcomed the Divisional Commander."),
                entry(2, None, "POL arrived", "movement"),
                entry(2, 1, "Action 4/01 was closed: the log is complete", "update", action_ref="4/01"),
                entry(2, 2, "! nobody by someday: tidy me", "action", to_tidy="Nobody is called that."),
                entry(3, 1, "The date of line 1.3 was moved to 14 June.", "decision", decision_ref="D5/01",
                      inquorate="2 voting members present, 4 needed."),
                entry(3, 2, "Why did it take until May?", "challenge", answered_by="5/3.3"),
                entry(3, 3, "On the challenge at 5/3.2: nobody had asked the supplier", "update", answers="5/3.2"),
                entry(3, 4, "Plan line 3.2 was rated A (Amber): visits slipped in the South", "update", line_ref="3.2"),
                entry(4, 1, "Two posts are vacant.", restricted="Staffing"),
                entry(4, 2, "bring a staffing plan", "action", action_ref="5/01", restricted="Staffing"),
                entry(6, 1, "The office is safe and nobody was hurt"),
            ),
            actions=(
                action("5/01", "bring a staffing plan", "DCS", "POL", supporters=("ADC",), restricted="Staffing"),
                action("5/02", "share the rota with all members", "ALL", due=NEXT_ON, original_due=NEXT_ON,
                       due_meeting=6),
            ),
            arising=(
                action("4/01", "keep a log of concerns", "ADC", state="closed", closed_on=HELD_ON, closed_at=5,
                       evidence="the log is complete"),
                action("4/02", "ask the supplier for a test", "ADC", due=date(2013, 5, 10), days_late=10, rating="R",
                       original_due=date(2013, 4, 19), slips=1, last_update="the supplier has not answered"),
            ),
            ratings=(rating(),),
            corrected=(_correction(),),
            scheme=DEFAULT_SCHEME,
            people=people(),
        ),
        **changes,
    )  # fmt: skip


def agenda(**changes: Any) -> papers.AgendaPaper:
    """Return an agenda with one of everything."""
    return replace(
        papers.AgendaPaper(
            board=board(),
            meeting=meeting(6, NEXT_ON, state="planned", agenda_issued_on=None),
            last=meeting(),
            items=(
                item(1, "Welcome and apologies", state="planned", minutes=5, presenter="IC"),
                item(2, "Needs analysis", state="planned", minutes=20, purpose="decision", presenter="ADC",
                     paper="Needs analysis, third draft", deferred_from=5, deferred_because="figures came late"),
                item(3, "Fire at the South office", state="planned", urgent_because="it is still shut"),
                item(4, "Transport", state="deferred", deferred_to=7, deferred_because="the report is late"),
                item(5, "Any other business", state="planned", minutes=5, presenter="IC"),
            ),
            people=people(),
        ),
        **changes,
    )  # fmt: skip


def action_log(**changes: Any) -> papers.ActionLogPaper:
    """Return an action log with an overdue action, one reported done, and a closed one."""
    return replace(
        papers.ActionLogPaper(
            board=board(),
            on=TODAY,
            last=meeting(),
            next=meeting(6, NEXT_ON, state="planned"),
            lead=None,
            open=(
                action("4/02", "ask the supplier for a test", "ADC", due=date(2013, 5, 10), days_late=10, rating="R",
                       original_due=date(2013, 4, 19), slips=2, last_update="the supplier has not answered"),
                action("5/01", "bring a staffing plan", "DCS", supporters=("ADC",), state="done", rating="A",
                       done_on=date(2013, 5, 17), last_update="sent to all members", restricted="Staffing"),
                action("5/02", "share the rota", "ALL", due=NEXT_ON, original_due=NEXT_ON, due_meeting=6,
                       lines=("3.2",)),
            ),
            closed=(
                action("4/01", "keep a log of concerns", "ADC", state="closed", closed_on=HELD_ON, closed_at=5,
                       evidence="the log is complete", rating="B"),
            ),
            scheme=DEFAULT_SCHEME,
            people=people(),
        ),
        **changes,
    )  # fmt: skip


def line(ref: str, title: str, rated: str | None, previous: str | None = None, **changes: Any) -> views.PlanLine:
    return replace(
        views.PlanLine(
            id=identity(f"line {ref}"),
            version=1,
            ref=ref,
            theme="Assessment",
            title=title,
            outcome="",
            lead="ADC",
            partners=(),
            starts=None,
            due=date(2013, 6, 28),
            original_due=date(2013, 4, 30),
            moves=1,
            success="",
            rating=rated,
            previous=previous,
            direction=None,
            history=((4, previous), (5, rated)),
            reason="",
            path="",
            proposed=None,
            answers=(),
            open_actions=(),
            overdue_actions=(),
        ),
        **changes,
    )


def block(key: str, text: str, heading: str = "") -> views.Block:
    return views.Block(identity(f"block {key}"), 1, key, heading, text, text, False)


def letter(**changes: Any) -> papers.LetterPaper:
    """Return a draft letter whose judgement is not written yet."""
    return replace(
        papers.LetterPaper(
            board=board(),
            on=TODAY,
            letter=views.Letter(
                id=identity("letter 2"),
                version=1,
                number=2,
                reference="BCIB/2",
                subject="Blackpool Borough Council: progress under the Improvement Notice",
                dated=date(2013, 5, 24),
                addressee="Parliamentary Under Secretary of State for Children and Families",
                address="Department for Education\nGreat Smith Street\nLondon SW1P 3BT",
                salutation="Dear Minister",
                signs_as="",
                copies="Leader of the Council, Blackpool Council\nChief Executive, Blackpool Council",
                first_meeting=4,
                last_meeting=5,
                state="draft",
                signed_on=None,
                signed_by="",
                signed_how="",
                sent_on=None,
                sent_to="",
                journal_at_signing=None,
                blocks=(
                    block("judgement", ""),
                    block("why", "I write as the Notice asks.\n\nChildren are seen sooner than they were."),
                    block("reds", "Two things worry me:\n- the South locality\n- the needs analysis", "Off track"),
                    block("empty", "", "Nothing here"),
                ),
            ),
            earlier=None,
            meetings=(meeting(4, date(2013, 4, 4)), meeting()),
            next=meeting(6, NEXT_ON, state="planned"),
            attendance=(*register(4), *register(5)),
            lines=(
                line("1.1", "Early help strategy agreed", "G", "A", direction="better", reason="all agreed"),
                line("3.2", "Children seen in time", "A", "G", direction="worse", reason="visits slipped",
                     path="two agency workers from 3 June"),
                line("5.4", "Plan for children and young people", "R", "R", direction="same", reason="no analysis"),
                line("6.1", "Peer review held", None),
            ),
            changed=(),
            open=(),
            raised=(),
            closed=(),
            challenges=(),
            answers=(),
            decisions=(),
            obligations=(),
            scheme=DEFAULT_SCHEME,
            people=people(),
        ),
        **changes,
    )  # fmt: skip

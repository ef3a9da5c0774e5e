"""The proceedings in the minutes: every item with its numbered paragraphs, as they were entered."""

from __future__ import annotations

import re

from boardtui.documents import arising, rating_cells
from boardtui.documents.offices import named, owners
from boardtui.documents.sentences import capital, sentence
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.lines import NEXT_MEETING
from boardtui.domain.papers import MinutesPaper
from boardtui.domain.states import AttendanceStatus, EntryKind, ItemState, Purpose, RatingStatus

AWAY = (AttendanceStatus.APOLOGIES, AttendanceStatus.ABSENT)
TO_TIDY = "[to tidy] "
_LOOKS = {
    EntryKind.DECISION: "decision",
    EntryKind.ACTION: "action",
    EntryKind.CHALLENGE: "challenge",
    EntryKind.MOVEMENT: "unnumbered",
    EntryKind.REGISTER: "unnumbered",
}
_TO_FOLLOW = re.compile(r"\s*\(to follow\)\s*$", re.IGNORECASE)
_UPDATED = re.compile(r"(Action \d+/\d+|Plan line \S+?|On the challenge at \d+/\d+\.\d+)(?=[ :])")
"""What an update names at the start of its text (the services write it so)."""


def business(paper: MinutesPaper) -> list[Context]:
    """Return every item in agenda order, with its entries; the action log and the ratings under theirs."""
    by_item: dict[int, list[views.Entry]] = {}
    for entry in sorted(paper.entries, key=lambda e: (e.item, e.position)):
        if entry.kind != EntryKind.REGISTER or entry.to_tidy:
            by_item.setdefault(entry.item, []).append(entry)
    log = _place(paper, "matters_arising", 0)
    rated = _place(paper, "plan", -1)
    return [
        {
            "number": str(item.number),
            "title": item.title,
            "facts": _facts(paper, item),
            "arising": arising.rows(paper) if item.number == log else [],
            "entries": _entries(paper, item, by_item.get(item.number, [])),
            "ratings": _ratings(paper) if item.number == rated else [],
        }
        for item in paper.items
    ]


def _place(paper: MinutesPaper, kind: str, otherwise: int) -> int | None:
    """Return the number of the first item of a kind, or of the one at `otherwise`."""
    if not paper.items:
        return None
    found = (item.number for item in paper.items if item.kind == kind)
    return next(found, paper.items[otherwise].number)


def _facts(paper: MinutesPaper, item: views.Item) -> str:
    """Say what stands under an item's title: purpose, presenter, paper, and anything unusual about it."""
    said = []
    if item.state == ItemState.DEFERRED and item.deferred_to:
        said.append(item.where_to)
    else:
        said.append("For decision" if item.purpose == Purpose.DECISION else "")
        said.append(f"Presented by {named(paper.people, item.presenter)}" if _was_there(paper, item) else "")
    said.append(f"Paper: {_taken(item.paper)}" if item.paper else "")
    said.append(item.where_from)
    said.append(f"Urgent item: {item.urgent_because}" if item.urgent_because else "")
    taken = item.taken_after is not None and item.state != ItemState.DEFERRED
    said.append(f"Taken after item {item.taken_after}" if taken else "")
    said.append(f"Restricted: {item.restricted}" if item.restricted else "")
    return " ".join(sentence(one) for one in said if one)


def _taken(paper: str) -> str:
    """Return a paper's title without `(to follow)`: once the meeting is over, it has come or it never will."""
    return _TO_FOLLOW.sub("", paper)


def _was_there(paper: MinutesPaper, item: views.Item) -> bool:
    """Say whether an item has a presenter who, as far as the register tells, was in the room when it was taken."""
    if not item.presenter:
        return False
    if any(one.initials == item.presenter and one.status in AWAY for one in paper.attendance):
        return False
    moves = (move for move in sorted(paper.movements, key=lambda m: m.position) if move.who == item.presenter)
    first = next(moves, None)
    taken = {one.number: one.taken_order or 0 for one in paper.items}
    return first is None or not first.arrived or taken.get(first.item, 0) <= taken.get(item.number, 0)


def _entries(paper: MinutesPaper, item: views.Item, found: list[views.Entry]) -> list[Context]:
    """Return an item's entries; a line says where a restricted part begins and where it ends."""
    rows: list[Context] = []
    before = item.restricted
    for entry in found:
        changed = entry.restricted != before and not entry.withheld
        restricts = f"Restricted: {entry.restricted}" if entry.restricted else "End of the restricted part"
        rows.append({**_entry(paper, entry), "restricts": sentence(restricts) if changed else ""})
        before = None if entry.withheld else entry.restricted
    if not found and item.state != ItemState.DEFERRED:
        rows.append(_nothing())
    return rows


def _entry(paper: MinutesPaper, entry: views.Entry) -> Context:
    kind = EntryKind(entry.kind)
    lead, text = _lead(paper, entry, kind), entry.text
    if kind == EntryKind.UPDATE and not entry.to_tidy and (found := _UPDATED.match(text)):
        lead, text = found[1], text[found.end() :]
    numbered = entry.paragraph is not None
    return {
        "id": entry.id,
        "look": _LOOKS.get(kind, "note") if numbered else "unnumbered",
        "number": f"{entry.item}.{entry.paragraph}" if numbered else "",
        "lead": lead,
        "text": text if entry.to_tidy else sentence(text),
        "after": _after(paper, entry),
    }


def _lead(paper: MinutesPaper, entry: views.Entry, kind: EntryKind) -> str:
    """Return the bold words an entry begins with."""
    tidy = TO_TIDY if entry.to_tidy else ""
    match kind:
        case EntryKind.DECISION:
            return f"Decision {entry.decision_ref}: {tidy}" if entry.decision_ref else f"Decision: {tidy}"
        case EntryKind.CHALLENGE:
            return f"Challenge: {tidy}"
        case EntryKind.ACTION:
            action = next((one for one in paper.actions if one.ref == entry.action_ref), None)
            if action is None:
                return f"Action {entry.action_ref}: {tidy}" if entry.action_ref else f"Action: {tidy}"
            return f"Action {action.ref} – {owners(action)}, {_by(action)}: {tidy}"
        case _:
            return tidy


def _by(action: views.Action) -> str:
    if action.original_due is None:
        return f"by the {NEXT_MEETING}"
    at = " (next meeting)" if action.due_meeting and action.due == action.original_due else ""
    return f"by {show(action.original_due)}{at}"


def _after(paper: MinutesPaper, entry: views.Entry) -> str:
    """Return the note an entry ends with: no quorum, an answer given later that day, a correction agreed since."""
    said = []
    if entry.inquorate:
        said.append(f"Taken without a quorum: {entry.inquorate.rstrip('.')}.")
    answered = (entry.answered_by or "").removeprefix(f"{entry.meeting}/")
    if entry.answered_by and answered != entry.answered_by:
        said.append(f"Answered at {answered}.")
    said += dict.fromkeys(f"Corrected {_where(one)}; see below." for one in paper.corrected if one.ref == entry.ref)
    return f" ({' '.join(said)})" if said else ""


def _where(one: views.Amendment) -> str:
    return f"at meeting {one.agreed_at}" if one.agreed_at else f"on {show(one.agreed_on)}"


def _nothing() -> Context:
    said = {"text": "Nothing was minuted under this item.", "look": "unnumbered"}
    return {"id": "", "number": "", "lead": "", "after": "", "restricts": ""} | said


def _ratings(paper: MinutesPaper) -> list[Context]:
    return [
        {
            **rating_cells.cell(paper.scheme, one.level),
            "line": one.line,
            "title": paper.titles.get(one.line, ""),
            "reason": sentence(capital(one.reason)) or "No reason given.",
            "more": [
                sentence(capital(said))
                for said in (
                    f"Path to green: {one.path}" if one.path else "",
                    f"Evidence: {one.evidence}" if one.evidence else "",
                    f"To be looked at again on {show(one.recheck_on)}" if one.recheck_on else "",
                    f"Restricted: {one.restricted}" if one.restricted and not one.withheld else "",
                )
                if said
            ],
        }
        for one in paper.ratings
        if one.status == RatingStatus.AGREED
    ]

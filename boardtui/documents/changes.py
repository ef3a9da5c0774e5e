"""What changed between two moments, as one Word file: ratings, actions, indicators, decisions, duties."""

from __future__ import annotations

from datetime import date

from boardtui.documents import rating_cells, word
from boardtui.documents.frame import frame, head_said
from boardtui.documents.offices import explained, owners, owners_of
from boardtui.documents.sentences import capital, sentence
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.changes import (
    Changes,
    DateChange,
    IndicatorChange,
    LineDateChange,
    RatingChange,
    measured,
    period,
    summary,
)
from boardtui.domain.dates import show

WITHHELD = "Restricted, and not given here."


def render(found: Changes) -> bytes:
    """Return what changed as a Word file."""
    return word.render("changes", context(found))


def file_name(found: Changes) -> str:
    """Return the name of the file: `changes-2013-04-04-to-2013-05-20.docx`."""
    return f"changes-{found.since.at.day.isoformat()}-to-{found.until.at.day.isoformat()}.docx"


def context(found: Changes) -> Context:
    """Return what the template is filled in with."""
    at = found.until.at
    made = frame(found.until.board, "What changed", "What changed since", at.day, period(found), draft=False)
    made |= {
        "summary": summary(found),
        "ratings": [_rating(found, one) for one in found.ratings],
        "lines": [_line(one) for one in found.lines],
        "raised": [_action(one) for one in found.raised],
        "closed": [_closed(one) for one in found.closed],
        "moved": [_moved(one) for one in found.moved],
        "indicators": [_indicator(one) for one in found.indicators],
        "decisions": [{"ref": one.decision_ref or "", "text": _open(one)} for one in found.decisions],
        "met": [_met(one) for one in found.met],
        "key": rating_cells.key(found.until.scheme) if found.ratings else [],
        "initials": explained(
            found.until.people, owners_of((*found.raised, *found.closed, *(one.action for one in found.moved)))
        ),
    }
    rows = ("ratings", "lines", "raised", "closed", "moved", "indicators", "decisions", "met")
    told = [[text for name, text in row.items() if name != "colour"] for part in rows for row in made[part]]
    made["said"] = [*head_said(made), [made["summary"]], *told]
    return made


def _rating(found: Changes, one: RatingChange) -> Context:
    scheme, line = found.until.scheme, one.line
    return {
        **rating_cells.cell(scheme, line.rating),
        "ref": line.ref,
        "title": line.title,
        "was": rating_cells.cell(scheme, one.was)["rating"],
        "why": WITHHELD if line.restricted else sentence(capital(line.reason)) or "–",
    }


def _line(one: LineDateChange) -> Context:
    move = one.move
    at = f"At meeting {move.meeting}: " if move and move.meeting else ""
    why = WITHHELD if move and move.restricted else sentence(capital(move.reason)) if move else ""
    return {
        "ref": one.line.ref,
        "title": one.line.title,
        "was": _day(one.was),
        "now": _day(one.line.due),
        "why": f"{at}{why}" if why else "–",
    }


def _action(one: views.Action) -> Context:
    return {"ref": one.ref, "text": _open(one), "owners": owners(one), "due": _day(one.due)}


def _closed(one: views.Action) -> Context:
    day = one.closed_on or one.done_on
    on = f"{capital(one.state)} {show(day)}" if day else capital(one.state)
    last = one.evidence or one.last_update
    why = WITHHELD if one.restricted else sentence(capital(last)) or "–"
    return {"ref": one.ref, "text": _open(one), "owners": owners(one), "closed": on, "why": why}


def _moved(one: DateChange) -> Context:
    why = one.move.text if one.move else ""
    restricted = one.action.restricted or (one.move.restricted if one.move else None)
    way = "Slipped" if one.later else "Brought forward" if one.was and one.action.due else "Dated"
    return {
        "ref": one.action.ref,
        "text": _open(one.action),
        "owners": owners(one.action),
        "dates": f"{way}: {_day(one.was)} to {_day(one.action.due)}",
        "why": WITHHELD if restricted else sentence(capital(why)) or "–",
    }


def _indicator(one: IndicatorChange) -> Context:
    was = f" (was: {one.was.state})" if one.was and one.was.state != one.now.state else ""
    return {
        "ref": one.now.ref,
        "title": one.now.title,
        "was": measured(one.was),
        "now": measured(one.now),
        "state": f"{capital(str(one.now.state))}{was}",
    }


def _met(one: views.Obligation) -> Context:
    return {
        "ref": one.ref,
        "title": one.title,
        "met": show(one.met_on) if one.met_on else "–",
        "evidence": sentence(capital(one.evidence)) or "–",
    }


def _open(one: views.Action | views.Entry) -> str:
    return WITHHELD if one.restricted else sentence(capital(one.text))


def _day(day: date | None) -> str:
    return show(day) if day else "no date"

"""How the page of what changed reads on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

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
from boardtui.domain.ratings import Scheme
from boardtui.domain.views import Action
from boardtui.ui.screens import action_words
from boardtui.ui.widgets.literal import assembled, hanging, line, literal
from boardtui.ui.widgets.ratings import named


def page(found: Changes, width: int) -> Content:
    """Return the whole page."""
    said = [line(period(found), "bold $primary"), hanging("", summary(found), width)]
    parts: Sequence[tuple[str, Iterator[Content]]] = (
        ("Ratings changed", (_rating(one, found.until.scheme, width) for one in found.ratings)),
        ("Plan lines whose due date moved", (_line(one, width) for one in found.lines)),
        ("Actions raised", (_action(one, f"due {_due(one)}", one.text, width) for one in found.raised)),
        ("Actions closed, ended or reported done", (_closed(one, width) for one in found.closed)),
        ("Actions whose due date moved", (_moved(one, width) for one in found.moved)),
        ("Indicators", (_indicator(one, width) for one in found.indicators)),
        ("Decisions", (_told(one.decision_ref or "", one.text, width) for one in found.decisions)),
        ("Duties met", (_told(one.ref, f"{one.title}: met {_met(one.met_on)}", width) for one in found.met)),
    )
    for title, rows in parts:
        shown = list(rows) or [Content.styled("Nothing.", "$foreground-muted")]
        said += [Content(""), literal(title, "bold $primary"), *shown]
    return Content("\n").join(said)


def _rating(one: RatingChange, scheme: Scheme, width: int) -> Content:
    change = assembled("      ", named(scheme, one.was), " → ", named(scheme, one.line.rating))
    why = hanging("      ", one.line.reason or "No reason is kept.", width)
    return Content("\n").join((_told(one.line.ref, one.line.title, width), change, why))


def _line(one: LineDateChange, width: int) -> Content:
    was, now = (show(day) if day else "no date" for day in (one.was, one.line.due))
    move = one.move
    at = f"Meeting {move.meeting}: " if move and move.meeting else ""
    kept = f" (restricted: {move.restricted})" if move and move.restricted else ""
    why = f"{at}{move.reason}{kept}" if move else "No reason is kept."
    head = _told(one.line.ref, f"{one.line.title}: from {was} to {now}", width)
    return Content.assemble(head, "\n", hanging("      ", why, width))


def _action(one: Action, about: str, text: str, width: int) -> Content:
    before = assembled((f"{one.ref:<6}", "bold"), line(action_words.who(one)), f", {about}: ")
    marked = f" (restricted: {one.restricted})" if one.restricted else ""
    return hanging(before, text + marked, width)


def _closed(one: Action, width: int) -> Content:
    day = one.closed_on or one.done_on
    on = f" {show(day)}" if day else ""
    why = one.evidence or one.last_update
    return assembled(
        _action(one, f"{one.state}{on}", one.text, width), "\n", hanging("      ", why or "No evidence is kept.", width)
    )


def _moved(one: DateChange, width: int) -> Content:
    way = "slipped" if one.later else "moved"
    was = show(one.was) if one.was else "no date"
    why = one.move.text if one.move else "No reason is kept."
    head = _action(one.action, f"{way} from {was} to {_due(one.action)}", one.action.text, width)
    return assembled(head, "\n", hanging("      ", why, width))


def _indicator(one: IndicatorChange, width: int) -> Content:
    was = f", was {one.was.state}" if one.was and one.was.state != one.now.state else ""
    said = f"{one.now.title}: {measured(one.was)} → {measured(one.now)}; {one.now.state}{was}"
    return _told(one.now.ref, said, width)


def _told(ref: str, text: str, width: int) -> Content:
    return hanging(literal(f"{ref:<5} ", "bold"), text, width)


def _due(one: Action) -> str:
    return action_words.due(one) or "no date"


def _met(day: date | None) -> str:
    return show(day) if day else "on a day not kept"

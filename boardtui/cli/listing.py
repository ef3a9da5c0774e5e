"""Lists of a Board's records, as a table or as one JSON document."""

from __future__ import annotations

import sys
from contextlib import closing
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from boardtui.cli.options import AsAt, Board, Json
from boardtui.domain.restriction import PaperVersion
from boardtui.domain.tables import Form
from boardtui.domain.text import listed

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from boardtui.domain.views import Meeting
    from boardtui.services.desk import Desk
    from boardtui.store.reading.reader import Database


class What(StrEnum):
    """What can be listed."""

    MEETINGS = "meetings"
    ACTIONS = "actions"
    PLAN = "plan"
    PEOPLE = "people"
    REQUIREMENTS = "requirements"
    DECISIONS = "decisions"
    MINUTES = "minutes"
    ENTRIES = "entries"
    OBLIGATIONS = "obligations"
    INDICATORS = "indicators"
    ASSURANCE = "assurance"
    EVIDENCE = "evidence"
    SUPPORT = "support"
    AGREEMENTS = "agreements"
    CORRESPONDENCE = "correspondence"
    DELETED = "deleted"
    BACKUPS = "backups"


BY_MEETING = (What.MEETINGS, What.ACTIONS, What.DECISIONS, What.MINUTES, What.ENTRIES)
"""What can be listed of one meeting only."""

FILTERED = (What.ACTIONS, What.PLAN, What.MEETINGS, What.REQUIREMENTS, What.ENTRIES, What.INDICATORS)
"""What a filter can narrow."""


def list_records(
    what: Annotated[What, typer.Argument(metavar="WHAT", help=f"What to list: {', '.join(What)}.")],
    file: Board,
    meeting: Annotated[int | None, typer.Option("--meeting", metavar="N", help="Of one meeting only.")] = None,
    as_json: Json = False,
    as_at: AsAt = None,
    only: Annotated[
        str | None, typer.Option("--filter", metavar="TEXT", help="Such as: is:open owner:DCS due:<30d “early help”.")
    ] = None,
    view: Annotated[
        str | None, typer.Option("--view", metavar="NAME", help="Your saved view of that name, and what --filter adds.")
    ] = None,
    form: Annotated[
        Form | None, typer.Option("--format", help="Take it out for others: a workbook, CSV, JSON, text with tabs.")
    ] = None,
    to: Annotated[Path | None, typer.Option("--to", metavar="DIR", help="The folder its file goes to.")] = None,
    version: Annotated[
        PaperVersion, typer.Option("--version", help="Of what is taken out: for everybody, or with what is restricted.")
    ] = PaperVersion.OPEN,
) -> None:
    """List records of one kind: as a table, or with --json as one document.

    --filter takes the language of the lists' filter: words, keys such as is: owner: due: plan: raised: rating:,
    “or”, - in front to leave out, quotes, brackets. It goes with actions, plan, meetings, requirements and entries; of
    indicators it takes words, is: and owner:.
    --format takes the list out, without what is restricted unless asked for, into a file in --to, or prints it.
    """
    from boardtui.bootstrap import open_desk
    from boardtui.cli.shapes import print_json, print_table

    if meeting is not None and what not in BY_MEETING:
        raise typer.BadParameter(f"It goes with {listed(BY_MEETING)}.", param_hint="--meeting")
    only = only if view is None else _viewed(what, view, only)
    if only is not None and what not in FILTERED:
        raise typer.BadParameter(f"It goes with {listed(FILTERED)}.", param_hint="--filter")
    if what == What.BACKUPS:
        from boardtui.cli.backing_up import listed as backups

        (print_json if as_json else print_table)(backups(file))
        return
    with closing(open_desk(file, as_at=as_at)) as desk:
        if form is not None:
            _take_out(desk, what, form, to, version, _keys(desk, what, meeting, only))
            return
        shapes = _read(desk, what, meeting) if only is None else _filtered(desk, what, meeting, only)
    (print_json if as_json else print_table)(shapes)


def _viewed(what: What, view: str, only: str | None) -> str:
    """Return the filter of a saved view, with what else is asked."""
    from boardtui import saved_views
    from boardtui.errors import NotFoundError

    views = saved_views.of(what) if what in FILTERED else {}
    if view not in views:
        known = f"There are: {', '.join(views)}." if views else "Save one on the screen: / and a filter, then V and s."
        raise NotFoundError(f"There is no saved view “{view}” of {what}.", "", known)
    if what is What.INDICATORS:
        return f"{views[view]} {only or ''}"
    return f"({views[view]}) {only or ''}"


def _keys(desk: Desk, what: What, meeting: int | None, only: str | None) -> set[str] | None:
    """Return the references of what a filter or a meeting leaves; None for all."""
    if only is None and meeting is None:
        return None
    found = _read(desk, what, meeting) if only is None else _filtered(desk, what, meeting, only)
    return {str(one.get("ref", one.get("number"))) for one in found}


def _take_out(
    desk: Desk, what: What, form: Form, to: Path | None, version: PaperVersion, keys: set[str] | None
) -> None:
    """Write the list into a folder and print where it is; without one print it, if it is text."""
    from boardtui.services import lists_out

    if form is Form.XLSX and to is None:
        raise typer.BadParameter("A workbook goes into a folder: --to DIR.", param_hint="--format")
    name = {What.OBLIGATIONS: "duties", What.MINUTES: "entries"}.get(what, what.value)
    table, withheld = lists_out.listed(desk, name, version, keys)
    if to is None:
        print(lists_out.data(desk, table, form).decode("utf-8-sig"), end="")
    else:
        print(lists_out.made(desk, table, form, version, withheld).save(to))
    if version == PaperVersion.OPEN and withheld.number:
        print(f"Withheld: {withheld.said}. With them: --version restricted", file=sys.stderr)


def _read(desk: Desk, what: What, meeting: int | None) -> list[dict[str, Any]]:
    if meeting is not None:
        from boardtui.store.reading.meetings import meeting as named

        desk.read(lambda db: named(db, meeting))
    if what == What.ACTIONS:
        return _actions(desk, meeting)
    if what in BY_MEETING:
        return _of_meetings(desk, what, meeting)
    return _registered(desk, what)


def _actions(desk: Desk, meeting: int | None) -> list[dict[str, Any]]:
    from boardtui.cli import shapes
    from boardtui.store.reading.actions import actions

    log = desk.read(lambda db: actions(db, desk.today, meeting=meeting))
    return [shapes.shaped(one, shapes.ACTION) for one in log]


def _filtered(desk: Desk, what: What, meeting: int | None, only: str) -> list[dict[str, Any]]:
    from boardtui.cli import shapes
    from boardtui.domain.filter_keys import Kind
    from boardtui.domain.views import Meeting
    from boardtui.store.reading.filtered import filtered
    from boardtui.store.reading.meetings import meeting as named

    if what == What.INDICATORS:
        return _indicators(desk, only)
    names = {
        What.ACTIONS: shapes.ACTION,
        What.PLAN: shapes.LINE,
        What.REQUIREMENTS: shapes.REQUIREMENT,
        What.ENTRIES: shapes.ENTRY,
    }.get(what, ())
    within = {What.ACTIONS: "raised_at", What.MEETINGS: "number", What.ENTRIES: "meeting"}.get(what, "")
    if meeting is not None:
        desk.read(lambda db: named(db, meeting))
    found = desk.read(lambda db: filtered(db, Kind(what), only, desk.today))
    if what == What.MEETINGS:
        held = [one for one in found if isinstance(one, Meeting)]
        return _with_deadlines(desk, [one for one in held if meeting in (None, one.number)])
    return [shapes.shaped(one, names) for one in found if meeting in (None, getattr(one, within, None))]


def _indicators(desk: Desk, only: str) -> list[dict[str, Any]]:
    from boardtui.cli import shapes
    from boardtui.domain.typed_words import IndicatorFilter
    from boardtui.store.reading.indicators import indicators

    wanted = IndicatorFilter.read(only)
    found = desk.read(lambda db: indicators(db, desk.today))
    return [shapes.indicator_shape(one) for one in found if wanted.lets_through(one)]


def _with_deadlines(desk: Desk, found: Sequence[Meeting]) -> list[dict[str, Any]]:
    from boardtui.cli import shapes
    from boardtui.store.reading.deadlines import of_meetings

    due = desk.read(lambda db: of_meetings(db, found))
    return [shapes.meeting_shape(one, due.get(one.number)) for one in found]


def _of_meetings(desk: Desk, what: What, meeting: int | None) -> list[dict[str, Any]]:
    from boardtui.cli import shapes
    from boardtui.store.reading.meetings import meetings
    from boardtui.store.reading.minutes import decisions, entries

    if what == What.DECISIONS:
        taken = desk.read(decisions)
        return [shapes.decision_shape(one) for one in taken if meeting in (None, one.meeting)]
    held = [one for one in desk.read(meetings) if meeting in (None, one.number)]
    if what == What.MEETINGS:
        return _with_deadlines(desk, held)
    said = desk.read(lambda db: [entry for one in held for entry in entries(db, one.number)])
    return [shapes.shaped(one, shapes.ENTRY) for one in said]


def _registered(desk: Desk, what: What) -> list[dict[str, Any]]:
    from boardtui.cli import shapes
    from boardtui.store.reading import (
        assurance,
        correspondence,
        deleted,
        evidence,
        indicators,
        notice,
        people,
        plan,
    )

    today = desk.today
    reads: dict[What, tuple[Callable[[Database], Sequence[object]], Sequence[str]]] = {
        What.PLAN: (lambda db: plan.lines(db, today), shapes.LINE),
        What.PEOPLE: (people.people, shapes.PERSON),
        What.REQUIREMENTS: (notice.requirements, shapes.REQUIREMENT),
        What.OBLIGATIONS: (lambda db: notice.obligations(db, today), shapes.OBLIGATION),
        What.ASSURANCE: (assurance.assurance, shapes.ASSURANCE),
        What.EVIDENCE: (evidence.evidence, shapes.EVIDENCE),
        What.SUPPORT: (assurance.support, shapes.SUPPORT),
        What.AGREEMENTS: (assurance.agreements, shapes.AGREEMENT),
        What.CORRESPONDENCE: (correspondence.correspondence, shapes.CORRESPONDENCE),
        What.DELETED: (deleted.deleted, shapes.DELETED),
    }
    if what == What.INDICATORS:
        return [shapes.indicator_shape(one) for one in desk.read(lambda db: indicators.indicators(db, today))]
    read, names = reads[what]
    return [shapes.shaped(one, names) for one in desk.read(read)]

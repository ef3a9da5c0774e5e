"""Reads of the golden thread: every kind of record on it, and which leads to which (rule 4; N 7.3).

`_KINDS` says how a record of each kind is named; `_LINKS` which records lead to which, as pairs of identities.
A new kind of record joins the thread by a row in the one and its rows in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from boardtui.domain.dates import show
from boardtui.domain.states import NUMBERED
from boardtui.domain.text import one_line, shorten
from boardtui.domain.thread import Branch, Knot, Thread
from boardtui.errors import NotFoundError
from boardtui.store.reading import restricted
from boardtui.store.reading.minutes import reference
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import quoted, rows

_ACTION_REF = "(SELECT m.number || '/' || printf('%02d', x.sequence) FROM meeting AS m WHERE m.id = x.meeting_id)"
_ITEM_REF = "(SELECT m.number || '/' || x.number FROM meeting AS m WHERE m.id = x.meeting_id)"
_FINDING_REF = "(SELECT 'A' || a.number || '.' || x.position FROM assurance AS a WHERE a.id = x.assurance_id)"
_RATED = """coalesce((SELECT r.level FROM rating AS r JOIN meeting AS m ON m.id = r.meeting_id
    WHERE r.line_id = x.id AND r.status = 'agreed' ORDER BY m.held_on DESC, r.position DESC LIMIT 1), 'not rated')"""
_LATEST = """coalesce((SELECT v.value || iif(x.unit = '%', '%', ' ' || x.unit) || ' for ' || v.period
    FROM indicator_value AS v WHERE v.indicator_id = x.id
    ORDER BY v.period DESC, v.position DESC LIMIT 1), 'no data')"""
_DUE = "CASE WHEN x.met_on IS NOT NULL THEN 'met ' || x.met_on WHEN x.due IS NOT NULL THEN 'due ' || x.due ELSE '' END"
_DECIDED = """coalesce((SELECT printf('D%d/%02d', m.number, x.decision_number) FROM meeting AS m
    WHERE m.id = x.meeting_id AND x.decision_number IS NOT NULL), '')"""

_MEETING = "Meeting of the Board on "

_KINDS: dict[str, tuple[str, str, str, str]] = {
    "requirement": ("requirement", "x.ref", "x.text", "iif(x.withdrawn_on IS NULL, '', 'withdrawn')"),
    "plan line": ("plan_line", "x.ref", "x.title", _RATED),
    "indicator": ("indicator", "x.ref", "x.title", _LATEST),
    "action": ("action", _ACTION_REF, "x.text", "x.state"),
    "duty": ("obligation", "x.ref", "x.title", _DUE),
    "agenda item": ("agenda_item", _ITEM_REF, "x.title", "x.state"),
    "entry": ("entry", reference("x"), "x.text", f"trim(x.kind || ' ' || {_DECIDED})"),
    "agreement": ("agreement", "'AG' || x.number", "x.subject || ', ' || x.body", "x.agreed_on"),
    "assurance": ("assurance", "'A' || x.number", "x.title", "coalesce('done ' || x.done_on, 'planned')"),
    "source": ("source", "x.code", "x.title", "coalesce(x.published, '')"),
    "finding": ("finding", _FINDING_REF, "x.text", "x.paragraph"),
    "support": ("support", "'SP' || x.number", "x.provider || ': ' || x.package", "coalesce(x.agreed_on, '')"),
    "evidence": ("evidence", "'E' || x.number", "x.title", "x.verified_by"),
    "letter received": ("correspondence", "'L' || x.number", "x.subject", "x.received_on"),
    "meeting": ("meeting", "'meeting ' || x.number", "x.held_on", "x.state"),
    "letter": ("letter", "x.series || ' ' || x.number", "x.subject", "x.state"),
}
"""Kind → table, and as SQL over a row `x`: its reference, its words, how it stands.

A reference that two kinds share names the first: the audit A2 before the source it became.
"""

_RESTRICTED = {
    "action": restricted.of_action("x"),
    "agenda item": "x.restricted",
    "entry": restricted.of_entry("x"),
    "assurance": "x.restricted",
    "finding": "(SELECT a.restricted FROM assurance AS a WHERE a.id = x.assurance_id)",
    "evidence": "x.restricted",
    "letter received": "x.restricted",
}
"""Kind → as SQL over a row `x`: why its words stay out of open papers (rule 12)."""

_PARAGRAPH = f"e.kind IN ({quoted(NUMBERED)})"
_QUOTED = """FROM figure AS f JOIN letter_block AS b ON b.id = f.block_id
JOIN {table} AS t ON f.ref LIKE t.ref || ' %' AND (f.said LIKE 'table: %' OR instr(b.text, f.said) > 0)"""
_NAMED = "FROM letter_block AS b JOIN {table} AS t ON instr(b.text, '(' || t.ref || ')') > 0"
_PRINTED = "SELECT t.id AS a, l.id AS b FROM plan_line AS t JOIN letter AS l ON l.series = 'scrutiny'"
_COVERED = """SELECT m.id AS a, l.id AS b FROM letter AS l JOIN meeting AS m
    ON m.number BETWEEN l.first_meeting AND l.last_meeting"""
_ACTIONS = f"""SELECT x.id AS a, b.letter_id AS b FROM letter_block AS b JOIN action AS x
    ON instr(b.text, {_ACTION_REF}) > 0"""
_PARAGRAPHS = """SELECT t.id AS a, b.letter_id AS b FROM letter_block AS b JOIN requirement AS t
    ON instr(b.text, t.ref || ')') > 0 OR (t.ref LIKE 'N %' AND (
        instr(b.text, 'paragraph ' || substr(t.ref, 3) || ' ') > 0
        OR instr(b.text, 'paragraph ' || substr(t.ref, 3) || ',') > 0))"""


def _told_in(table: str) -> str:
    """Return SQL for the letters and reports that say a figure of a record, or name the record in their text."""
    said = f"SELECT t.id AS a, b.letter_id AS b {_QUOTED.format(table=table)}"
    return f"{said} UNION SELECT t.id AS a, b.letter_id AS b {_NAMED.format(table=table)}"


_LINKS: tuple[tuple[str, str, str], ...] = (
    ("assurance", "source", "SELECT id AS a, source_id AS b FROM assurance"),
    ("assurance", "finding", "SELECT assurance_id AS a, id AS b FROM finding"),
    ("finding", "requirement", "SELECT finding_id AS a, id AS b FROM requirement"),
    ("source", "requirement", "SELECT source_id AS a, id AS b FROM requirement"),
    ("requirement", "plan line", "SELECT requirement_id AS a, line_id AS b FROM answer"),
    ("requirement", "duty", "SELECT requirement_id AS a, id AS b FROM obligation"),
    ("requirement", "indicator", "SELECT requirement_id AS a, indicator_id AS b FROM indicator_requirement"),
    ("requirement", "support", "SELECT requirement_id AS a, id AS b FROM support"),
    ("letter received", "duty", "SELECT correspondence_id AS a, id AS b FROM obligation"),
    ("plan line", "indicator", "SELECT line_id AS a, indicator_id AS b FROM indicator_line"),
    ("plan line", "action", "SELECT line_id AS a, action_id AS b FROM action_line"),
    ("plan line", "evidence", "SELECT line_id AS a, id AS b FROM evidence"),
    ("plan line", "entry", f"SELECT e.line_id AS a, e.id AS b FROM entry AS e WHERE {_PARAGRAPH}"),
    ("agenda item", "entry", f"SELECT e.item_id AS a, e.id AS b FROM entry AS e WHERE {_PARAGRAPH}"),
    ("entry", "action", "SELECT id AS a, action_id AS b FROM entry WHERE kind = 'action'"),
    ("action", "entry", f"SELECT e.action_id AS a, e.id AS b FROM entry AS e WHERE {_PARAGRAPH} AND kind <> 'action'"),
    ("entry", "entry", "SELECT answers_id AS a, id AS b FROM entry"),
    ("entry", "agreement", "SELECT entry_id AS a, id AS b FROM agreement"),
    ("meeting", "letter", _COVERED),
    ("requirement", "letter", _PARAGRAPHS),
    ("indicator", "letter", _told_in("indicator")),
    ("plan line", "letter", f"{_told_in('plan_line')} UNION {_PRINTED}"),
    ("action", "letter", _ACTIONS),
    ("duty", "letter", f"SELECT t.id AS a, b.letter_id AS b {_QUOTED.format(table='obligation')}"),
)
"""What leads to what: kind, kind, and the pairs of identities."""

_ENTRY_REF = re.compile(r"([0-9]{1,9})/([0-9]{1,9})\.[0-9]{1,9}")
_DECISION_REF = re.compile(r"D ?([0-9]{1,9})/0*([0-9]{1,9})", re.IGNORECASE)
_DEEPEST = 8


@dataclass(frozen=True)
class _Found:
    """A record with its identity."""

    id: str
    knot: Knot


def thread(db: Database, ref: str, kind: str = "") -> Thread:
    """Return a record with all it comes from and all that comes from it; raises NotFoundError.

    Agenda item 12 and action 12 of a meeting are both called `5/12`: `kind` says which is meant, else the action.
    """
    found = _known(db, ref, kind)
    up = _branches(db, found, {found.id}, towards_source=True)
    return Thread(found.knot, up, _branches(db, found, {found.id}, towards_source=False))


def kind_of(table: str) -> str:
    """Return what the thread calls the records of a table; empty where they are not on it."""
    return next((kind for kind, (of, *_) in _KINDS.items() if of == table), "")


def reference_of(db: Database, table: str, row: str) -> str:
    """Return the reference of a row that is there and of a kind on the thread; else nothing."""
    kind = kind_of(table)
    return next((found.knot.ref for found in _named(db, kind, "x.id = :id", id=row)), "") if kind else ""


def knot(db: Database, table: str, row: str) -> Knot | None:
    """Return the row of a table as a record of the thread; None where it is gone, or of no kind on the thread."""
    kind = kind_of(table)
    return next((found.knot for found in _named(db, kind, "x.id = :id", id=row)), None) if kind else None


def named(db: Database, ref: str) -> Knot | None:
    """Return the record that people call so, if there is one."""
    found = _find(db, ref)
    return found.knot if found else None


def reference_then(db: Database, table: str, image: Mapping[str, Any]) -> str:
    """Return the reference that a row which is gone had, from its image; nothing where that hangs on other rows."""
    kind = kind_of(table)
    if not kind or table == "entry":
        return ""
    columns = ", ".join(f":{name} AS {name}" for name in image)
    (found,) = db.execute(f"SELECT {_KINDS[kind][1]} FROM (SELECT {columns}) AS x", dict(image)).fetchone()
    return str(found or "")


def located(db: Database, ref: str, kind: str = "") -> tuple[str, str, Knot]:
    """Return the table and the identity of a record by its reference, with its words; raises NotFoundError."""
    found = _known(db, ref, kind)
    return _KINDS[found.knot.kind][0], found.id, found.knot


def neighbours(db: Database, ref: str) -> Thread:
    """Return a record with what stands directly before and behind it on the thread; raises NotFoundError."""
    whole = thread(db, ref)
    near = [tuple(Branch(branch.knot) for branch in side) for side in (whole.comes_from, whole.leads_to)]
    return Thread(whole.of, near[0], near[1])


def _branches(db: Database, of: _Found, seen: set[str], *, towards_source: bool, depth: int = 0) -> tuple[Branch, ...]:
    """Follow the thread one way; a record that hangs on several others is shown at the first."""
    if depth >= _DEEPEST:
        return ()
    near = [found for found in _near(db, of, towards_source=towards_source) if found.id not in seen]
    seen.update(found.id for found in near)
    return tuple(
        Branch(found.knot, _branches(db, found, seen, towards_source=towards_source, depth=depth + 1)) for found in near
    )


def _near(db: Database, of: _Found, *, towards_source: bool) -> Iterator[_Found]:
    for before, after, pairs in _LINKS:
        here, there = (after, before) if towards_source else (before, after)
        if here != of.knot.kind:
            continue
        mine, theirs = ("b", "a") if towards_source else ("a", "b")
        where = f"x.id IN (SELECT {theirs} FROM ({pairs}) WHERE {mine} = :id)"
        yield from _named(db, there, where, id=of.id)


def _known(db: Database, ref: str, kind: str) -> _Found:
    found = _find(db, ref, kind)
    if found is None:
        raise NotFoundError(
            f"There is no record “{shorten(ref, 40)}”.",
            "",
            "Write a paragraph (N 5.7), a plan line (3.2), an indicator (I3), an action (5/03) or a minute (5/4.2).",
        )
    return found


def _find(db: Database, ref: str, of_kind: str = "") -> _Found | None:
    wanted = one_line(ref)
    if decision := _DECISION_REF.fullmatch(wanted):
        where = "x.decision_number = :number AND x.meeting_id = (SELECT id FROM meeting WHERE number = :meeting)"
        return next(_named(db, "entry", where, meeting=int(decision[1]), number=int(decision[2])), None)
    if paragraph := _ENTRY_REF.fullmatch(wanted):
        where = """x.item_id = (SELECT i.id FROM agenda_item AS i JOIN meeting AS m ON m.id = i.meeting_id
            WHERE m.number = :meeting AND i.number = :item)"""
        said = _named(db, "entry", where, meeting=int(paragraph[1]), item=int(paragraph[2]))
        return next((found for found in said if found.knot.ref == wanted), None)
    for kind, (_, named, _, _) in _KINDS.items():
        if kind != "entry" and of_kind in ("", kind):
            where = f"replace(lower({named}), ' ', '') = :wanted"
            for found in _named(db, kind, where, wanted=wanted.lower().replace(" ", "")):
                return found
    return None


def _named(db: Database, kind: str, where: str, **values: object) -> Iterator[_Found]:
    table, ref, text, state = _KINDS[kind]
    sql = (
        f"SELECT x.id, {ref} AS ref, {text} AS text, {state} AS state, {_RESTRICTED.get(kind, 'NULL')} AS restricted "
        f"FROM {table} AS x WHERE {where} ORDER BY x.rowid"
    )
    for row in rows(db, sql, **values):
        text = f"{_MEETING}{show(date.fromisoformat(row['text']))}" if kind == "meeting" else one_line(row["text"])
        yield _Found(row["id"], Knot(kind, row["ref"], text, row["state"], row["restricted"]))

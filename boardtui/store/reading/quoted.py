"""Where a figure stands: in letters and reports with its source, in the dataset, and in what was minuted (N 8.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from boardtui.domain import views
from boardtui.domain.amounts import PERCENT, amount, in_figures, shown
from boardtui.domain.figure_values import figure_value
from boardtui.domain.figures import rounded
from boardtui.domain.states import HELD
from boardtui.domain.text import one_line
from boardtui.domain.thread import Knot
from boardtui.store.reading.figures import RecordsNow, looked_up
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.meetings import meetings
from boardtui.store.reading.minutes import reference
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import rows

_FIGURES = """
SELECT l.series || ' ' || l.number AS letter, b.heading AS block, f.said, f.ref, f.value
FROM figure AS f JOIN letter_block AS b ON b.id = f.block_id JOIN letter AS l ON l.id = b.letter_id
ORDER BY l.series, l.number, b.position, f.position, f.id
"""
_VALUES = """
SELECT i.ref, i.title, i.unit, v.period, v.value, v.numerator, v.denominator
FROM indicator_value AS v JOIN indicator AS i ON i.id = v.indicator_id ORDER BY i.position, v.period, v.position
"""
_TARGETS = (
    "SELECT ref, title, unit, baseline, target_6, target_12, neighbours, national FROM indicator ORDER BY position"
)
_MENTIONS = f"""
SELECT 'entry' AS kind, {reference("x")} AS ref, x.text FROM entry AS x WHERE x.text LIKE :part
UNION ALL SELECT 'rating', l.ref || ' at meeting ' || m.number, r.reason || ' ' || r.path || ' ' || r.evidence
    FROM rating AS r JOIN plan_line AS l ON l.id = r.line_id JOIN meeting AS m ON m.id = r.meeting_id
    WHERE r.reason || ' ' || r.path || ' ' || r.evidence LIKE :part
UNION ALL SELECT 'plan line', ref, success FROM plan_line WHERE success LIKE :part
UNION ALL SELECT 'assurance', 'A' || number, summary FROM assurance WHERE summary LIKE :part
UNION ALL SELECT 'letter', l.series || ' ' || l.number || ', ' || b.heading, b.text
    FROM letter_block AS b JOIN letter AS l ON l.id = b.letter_id WHERE l.series <> 'report' AND b.text LIKE :part
UNION ALL SELECT 'evidence', 'E' || number, title FROM evidence WHERE title LIKE :part
"""
_DATED = "SELECT DISTINCT dated FROM letter WHERE dated IS NOT NULL ORDER BY dated DESC"
_FIGURE = re.compile(r"([0-9][0-9,]*(?:\.[0-9]+)?)\s*(%|per cent|[a-z ]*)", re.IGNORECASE)


@dataclass(frozen=True)
class Quotation:
    """A figure in a letter or report: the block it stands in, its words, its source, its value then and now."""

    letter: str
    block: str
    said: str
    ref: str
    value: str
    now: str | None


def quoted(db: Database, ref: str, today: date) -> list[Quotation]:
    """Return the figures of `report 2`, those that rest on the record `I3`, or those that say `73%`."""
    wanted = in_figures(one_line(ref))
    chosen = [row for row in rows(db, _FIGURES) if _is_about(row, wanted)]
    records = RecordsNow(db, today)
    return [
        Quotation(**row, now=looked_up(views.Figure(row["said"], row["ref"], row["value"], None), records).now)
        for row in chosen
    ]


def is_figure(ref: str) -> bool:
    """Say whether this is a figure and no record: `73%`, `73 per cent`, `22.5 days`, `4,790`; `3.2` is a plan line."""
    found = _FIGURE.fullmatch(in_figures(one_line(ref)))
    return bool(found and (found[2].strip() or "," in found[1] or found[1].isdigit()))


def mentions(db: Database, figure: str, today: date) -> list[Knot]:
    """Return the records that say a figure, or that it is worked out from: the dataset, minutes, ratings, evidence."""
    found = _FIGURE.fullmatch(in_figures(one_line(figure)))
    if found is None:
        return []
    number, unit = found[1], found[2].strip().lower()
    wanted = amount(number)
    return [
        *_in_dataset(db, wanted, unit),
        *_worked_out(db, wanted, unit, today),
        *_counted(db, number, unit, today),
        *_in_words(db, number, unit),
    ]


def _counted(db: Database, number: str, unit: str, today: date) -> Iterator[Knot]:
    """Find what can be counted under that noun and comes to that number: `14 actions`, `12 members`."""
    records = RecordsNow(db, today)
    noun = unit.split()[0].rstrip("s") if unit and unit not in ("%", "per cent") else ""
    after = next((one.date for one in meetings(db) if one.date >= today and one.state not in HELD), None)
    dated = [row["dated"] for row in rows(db, _DATED)]
    days = [str(today), *(day for day in dated if day <= str(after))] if after else []
    refs = {
        "action": [
            "actions open",
            "actions overdue",
            "actions done",
            *(f"actions due {day} to {after}" for day in days),
        ],
        "open": ["actions open"],
        "line": ["plan lines", *(f"plan {level.letter}" for level in records.scheme if level.rank)],
        "indicator": ["indicators"],
        "target": [f"targets {months}{what}" for months in (6, 12) for what in ("", " met", " missed", " unknown")],
        "member": [f"members at {one.number}" for one in records.held],
        "meeting": ["meetings held"],
        "challenge": [f"challenges {one.number}-{one.number}" for one in records.held],
        "requirement": [f"requirements {one}" for one in {one.source for one in records.requirements}],
    }.get(noun, [])
    for ref in refs:
        if figure_value(ref, records) == number:
            yield Knot("count", ref, f"{noun}s counted in the records today", number)


def _in_dataset(db: Database, wanted: Decimal, unit: str) -> Iterator[Knot]:
    for row in rows(db, _VALUES):
        if Decimal(row["value"]) == wanted and _same(unit, row["unit"]):
            yield Knot("value", f"{row['ref']} {row['period'][:7]}", row["title"], shown(wanted, row["unit"]))
        for part in ("numerator", "denominator"):
            if row[part] is not None and Decimal(row[part]) == wanted and not unit:
                yield Knot(part, f"{row['ref']} {row['period'][:7]}", row["title"], shown(wanted))
    for row in rows(db, _TARGETS):
        for name in ("baseline", "target_6", "target_12", "neighbours", "national"):
            if row[name] is not None and Decimal(row[name]) == wanted and _same(unit, row["unit"]):
                words = name.replace("_", " ")
                yield Knot(words, f"{row['ref']} {words}", row["title"], shown(wanted, row["unit"]))


def _worked_out(db: Database, wanted: Decimal, unit: str, today: date) -> Iterator[Knot]:
    """Find a figure that values give: the distance from trajectory or target, what is needed, where it leads."""
    for one in indicators(db, today):
        told = {"expected": one.expected, "projected 6": one.projected_6, "projected 12": one.projected_12}
        if one.latest and one.expected is not None:
            told["from the trajectory"] = abs(one.latest.value - one.expected)
        if one.latest and one.runway:
            told["from the target"] = abs(one.latest.value - one.runway.target)
            told["needed a month"] = None if one.runway.needed is None else abs(one.runway.needed)
        points = "percentage point" if one.unit == PERCENT else one.unit.rstrip("s")
        if unit and not _same(unit, one.unit) and not unit.startswith(points):
            continue
        for what, figure in told.items():
            if figure is not None and rounded(figure) == wanted:
                yield Knot(what, f"{one.ref} {what}", one.title, shown(figure, one.unit))


def _in_words(db: Database, number: str, unit: str) -> Iterator[Knot]:
    says = _says(f"{number} {unit}".strip())
    for row in rows(db, _MENTIONS, part=f"%{number}%"):
        if says.search(row["text"]):
            yield Knot(row["kind"], row["ref"] or "", one_line(row["text"]))


def _same(unit: str, of: str) -> bool:
    return not unit or unit == of.lower() or (unit == "per cent" and of == "%")


def _is_about(row: dict[str, str], wanted: str) -> bool:
    """Say whether a figure stands in this letter, rests on this record, or is this figure."""
    if wanted.casefold() in (row["letter"].casefold(), row["said"].casefold()):
        return True
    if row["ref"].casefold() == wanted.casefold() or row["ref"].casefold().startswith(f"{wanted.casefold()} "):
        return True
    if not is_figure(wanted):
        return False
    found = _FIGURE.fullmatch(wanted)
    bare = found is not None and row["value"] == found[1].replace(",", "")
    return bare or _says(wanted).search(row["said"]) is not None


def _says(figure: str) -> re.Pattern[str]:
    """Return what finds a figure as a whole in a text, a percentage however it is written."""
    found = _FIGURE.fullmatch(figure)
    number, unit = (found[1], found[2].strip()) if found else (figure, "")
    after = r"\s*(?:%|per cent)" if unit in ("%", "per cent") else rf"\s*{re.escape(unit)}" if unit else r"(?![0-9%])"
    return re.compile(rf"(?<![0-9.,/]){re.escape(number)}{after}", re.IGNORECASE)

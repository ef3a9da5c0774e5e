"""Where a figure stands: in letters and reports with its source, in the dataset, and in what was minuted (N 8.1)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from boardtui.domain import views
from boardtui.domain.amounts import PERCENT, amount, in_figures, shown, spelt_out
from boardtui.domain.dates import MONTHS
from boardtui.domain.figure_values import figure_value
from boardtui.domain.figures import rounded
from boardtui.domain.states import HELD
from boardtui.domain.text import one_line
from boardtui.domain.thread import Knot
from boardtui.store.reading.figures import RecordsNow, looked_up
from boardtui.store.reading.indicators import indicators
from boardtui.store.reading.letters import says
from boardtui.store.reading.meetings import meetings
from boardtui.store.reading.minutes import reference
from boardtui.store.reading.reader import Database
from boardtui.store.reading.rows import rows

_FIGURES = """
SELECT l.series || ' ' || l.number AS letter, b.heading AS block, f.said, f.ref, f.value, b.text
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
_PER_CENT = ("%", "per cent")
_INDICATOR = re.compile(r"I[0-9]")
_NOT_COUNTED = "meeting|minute|line|lines|action|actions|paragraph|item|letter|report|version|page|section|by|on|since"
"""Words after which a number names something and counts nothing: `meeting 4`, `by 12`."""

_SHORT, _BEFORE = 2, 40
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
    chosen = [row for row in rows(db, _FIGURES) if _is_about(row, wanted) and _stands(row)]
    if is_figure(wanted):
        chosen.sort(key=lambda row: row["said"].startswith(views.TABLED))
    records = RecordsNow(db, today)
    return [_quotation(row, records) for row in chosen]


def _quotation(row: dict[str, str], records: RecordsNow) -> Quotation:
    said, ref, value = row["said"], row["ref"], row["value"]
    now = looked_up(views.Figure(said, ref, value, None), records).now
    return Quotation(row["letter"], row["block"], said, ref, value, now)


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
    """Find what was minuted, rated, entered and written with a figure, letters first; a letter may spell it out."""
    wanted = f"{number} {unit}".strip()
    spelt = spelt_out(int(number)) if number.isdigit() else ""
    found: dict[tuple[bool, str, str], str] = {}
    for written in filter(None, (number, spelt)):
        says = _says(wanted.replace(number, written, 1))
        for row in rows(db, _MENTIONS, part=f"%{written}%"):
            of_letter = row["kind"] == "letter"
            if (of_letter or written == number or unit) and (said := says.search(row["text"])):
                found.setdefault((not of_letter, row["kind"], row["ref"] or ""), _around(row["text"], said.start()))
    for (_, kind, ref), text in sorted(found.items(), key=lambda one: one[0][0]):
        yield Knot(kind, ref, text)


def _around(text: str, place: int) -> str:
    """Return a text from a few words before a place in it, so that what was looked for is seen."""
    if place <= _BEFORE:
        return one_line(text)
    start = text.rfind(" ", 0, place - _BEFORE // 2)
    return f"…{one_line(text[max(start, 0) :])}"


def _same(unit: str, of: str) -> bool:
    return not unit or unit == of.lower() or (unit == "per cent" and of == "%")


def _stands(row: dict[str, str]) -> bool:
    """Say whether a block, as it reads now, still says a figure of its draft; what stands in a table does."""
    return row["said"].startswith(views.TABLED) or says(row["text"], row["said"])


def _is_about(row: dict[str, str], wanted: str) -> bool:
    """Say whether a figure stands in this letter, rests on this record, or is this figure."""
    if wanted.casefold() in (row["letter"].casefold(), row["said"].casefold()):
        return True
    if row["ref"].casefold() == wanted.casefold() or row["ref"].casefold().startswith(f"{wanted.casefold()} "):
        return True
    if not is_figure(wanted):
        return False
    found = _FIGURE.fullmatch(wanted)
    if found is None or (not found[2].strip() and row["value"] == found[1].replace(",", "")):
        return found is not None
    if row["said"].startswith(views.TABLED):  # these are the words of a table's heading: its figure is the value
        return found[2].strip() in _PER_CENT and row["value"] == found[1] and _INDICATOR.match(row["ref"]) is not None
    return _says(wanted).search(in_figures(row["said"])) is not None


def _says(figure: str) -> re.Pattern[str]:
    """Return what finds a figure as a whole in a text, a percentage however it is written.

    A number by itself is none that is part of a date, a time, a reference or a span: `4 April`, `4/03`, `4-month`.
    """
    number, unit = _apart(figure)
    after = (
        r"\s*(?:%|per cent)" if unit in _PER_CENT else rf"\s*{re.escape(unit)}\b" if unit else r"(?![\w%/-]|[.,:]\d)"
    )
    before = r"(?<![\w.,/:£-])"
    if not unit and len(number) <= _SHORT:
        after += rf"(?! (?:{'|'.join(MONTHS)}|(?:working )?(?:day|week|month|year|hour|minute)s?|o'clock|per cent)\b)"
    if not unit:
        before += "".join(rf"(?<!\b{word} )" for word in _NOT_COUNTED.split("|"))
    return re.compile(rf"{before}{re.escape(number)}{after}", re.IGNORECASE)


def _apart(figure: str) -> tuple[str, str]:
    """Take a figure apart into its number, in digits or spelt out, and what it counts."""
    if found := _FIGURE.fullmatch(figure):
        return found[1], found[2].strip()
    number, _, unit = figure.partition(" ")
    return number, unit.strip()

"""A path to green whose day has gone by, told as what was agreed then and not as what is to come (rule 6)."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.phrases import is_clause, is_instruction
from boardtui.documents.drafting.remedies import OPENS_ASKEW, undertaken, with_article
from boardtui.documents.drafting.said import is_dated, is_relative, rated_on
from boardtui.domain import views
from boardtui.domain.dates import MONTHS

_DAY = re.compile(
    r"(?<!weeks )(?<!months )(?<!days )\b(?:by|on|in|from|until|before|during)(?: the)? "
    r"(?:(?P<day>\d{1,2}) |(?P<part>mid-|early |start of |beginning of )|late |end of )?"
    rf"(?P<month>{'|'.join(MONTHS)})\b(?!['’]| meeting)(?: (?P<year>\d{{4}}))?"
)
_PARTS = {"mid-": 15, "early ": 10, "start of ": 10, "beginning of ": 10}
_AND_TO = re.compile(r"\b(and|or) to (?!(?:the|an?|its|their|this|that|each|every|all|whom?|which)\b)(?=[a-z])")
_HALF_A_YEAR = timedelta(days=183)
_WHOLE = 400


def letter_day(material: Material) -> date:
    """Return the day the letter bears, or the day it is drafted."""
    return material.paper.letter.dated or material.paper.on


def is_overtaken(material: Material, line: views.PlanLine, shown: str) -> bool:
    """Say whether the path, as far as it is shown, names a day or a month that has gone by.

    So does one that says *next meeting* or *this week* once the Board has met again.
    """
    parts = material.told(line.path, _WHOLE).split("; ")
    told = f"{shown}; {'; '.join(parts[: shown.count('; ') + 1])}"
    agreed, today = rated_on(material, line), letter_day(material)
    if is_relative(told) and is_dated(material, line, ""):
        return True
    return any((day := _meant(found, agreed, today)) is not None and day < today for found in _DAY.finditer(told))


def as_agreed(path: str, when: str, lead: str = "") -> str:
    """Tell an overtaken path as what was agreed then, without a word on what became of it: `it was agreed that …`."""
    return _agreed(path, when, lead)


def _agreed(path: str, when: str, lead: str) -> str:
    if path.startswith("to be "):
        return f"{when} it was agreed that it would {_bare(path.removeprefix('to '))}"
    if path.startswith("to ") or is_instruction(path):
        what = path.removeprefix("to ")
        return f"{when} it was agreed {f'that {lead} would {_bare(what)}' if lead else f'to {what}'}"
    first, *rest = [(part, undertaken(part, "would")) for part in path.split("; ")]
    if first[0] != first[1]:
        joined = f"{when} it was agreed that {_bare(first[1])}"
        for part, would in rest:
            if part != would and "; " not in joined:
                joined += f" and that {_bare(would)}"
            else:
                joined += f"; {part}" if part != would or is_clause(part) else f", with {part}"
        return joined
    if is_clause(path) or OPENS_ASKEW.match(path):
        return f"what was agreed {when} was this: {path}"
    return f"the way back agreed {when} was {with_article(path)}"


def _bare(what: str) -> str:
    """Let a second verb follow *would* as the first does: `say by April and to bring` becomes `… and bring`."""
    return _AND_TO.sub(r"\1 ", what)


def _meant(found: re.Match[str], agreed: date | None, today: date) -> date | None:
    """Resolve a day or a month: the next one after it was agreed, or the nearest where that day is not known."""
    month = MONTHS.index(found["month"]) + 1
    if found["year"]:
        return _day(found, int(found["year"]), month)
    start = agreed or today - _HALF_A_YEAR
    days = (_day(found, year, month) for year in (start.year, start.year + 1))
    return next((day for day in days if day is not None and day >= start), None)


def _day(found: re.Match[str], year: int, month: int) -> date | None:
    if not 1 <= year <= date.max.year:
        return None
    last = monthrange(year, month)[1]
    day = int(found["day"]) if found["day"] else _PARTS.get(found["part"] or "", last)
    return date(year, month, day) if 1 <= day <= last else None

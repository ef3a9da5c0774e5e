"""Plan lines from a council's own improvement plan."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from sqlmodel import col, select

from boardtui.domain.sheets.dates import When
from boardtui.domain.sheets.outcome import Brought
from boardtui.domain.sheets.records import Record
from boardtui.domain.text import one_line
from boardtui.services import plan
from boardtui.services.bringing.outcome import Setting, changed, differs, leads, new, said
from boardtui.store.models import Answer, Office, PlanLine, PlanPartner, Requirement
from boardtui.store.unit import Work

THEME = "Improvement Plan"
"""The theme of a line that stands under none."""

_BEFORE = re.compile(
    r"^(action|priority|objective|outcome|line|item|ref(erence)?|no|recommendation|theme|strand)\.?\s*(?=[0-9])",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"(?P<ref>[0-9]{1,2}(\.[0-9]{1,2}){1,2}[a-z]?)[.):]?\s+(?P<title>\S.*)")
_TEXTS = ("theme", "title", "outcome", "success")


def bring(work: Work, record: Record, setting: Setting) -> Brought:
    """Add the plan line a row holds, or change what the row says otherwise of one that is here."""
    typed, title = str(record.values.get("ref", "")), str(record.values["title"])
    if not typed:
        typed, title = numbered(title)
        record = replace(record, values={**record.values, "title": title})
    ref = tidied(typed)
    line: PlanLine | None = work.first(_by(ref) if ref else select(PlanLine).where(PlanLine.title == title))
    if line is None:
        return _add(work, record, setting, ref or _next(work), typed)
    return _change(work, record, setting, line)


def tidied(ref: str) -> str:
    """Return a reference as the plan writes it: `Action 3.2` is `3.2`, `3/2` is `3-2`."""
    return re.sub(r"[\s/:]+", "-", _BEFORE.sub("", one_line(ref))).strip(".-")


def numbered(title: str) -> tuple[str, str]:
    """Return the number that a title begins with, and the rest: `1.1 Recruit` where no column is the reference."""
    found = _NUMBERED.fullmatch(one_line(title))
    return (found["ref"], found["title"]) if found else ("", title)


def _by(ref: str) -> Any:
    return select(PlanLine).where(PlanLine.ref == ref)


def _next(work: Work) -> str:
    refs = [row.ref for row in work.all(select(PlanLine))]
    return str(max((int(ref) for ref in refs if ref.isdecimal()), default=0) + 1)


def _add(work: Work, record: Record, setting: Setting, ref: str, typed: str) -> Brought:
    values = record.values
    due, revised = _dates(record)
    answers, unknown = _answers(work, str(values.get("answers", "")))
    lead, partners = _who(record, setting)
    plan.add_line(
        work,
        ref=ref,
        theme=values.get("theme") or THEME,
        title=values["title"],
        lead=lead,
        due=due.due if not isinstance(due.due, str) else None,
        outcome=values.get("outcome", ""),
        starts=values.get("starts"),
        success=values.get("success", ""),
        partners=partners,
        answers=answers,
    )
    if revised is not None and revised != due.due:
        plan.move_line(work, ref, revised, f"Revised in {setting.file}")
    became = f"“{typed}” becomes {ref} here" if typed and typed != ref else ""
    facts = [f"theme: {values.get('theme') or THEME}", f"lead: {said(lead)}", f"due: {said(revised or due.due)}"]
    return new(record.row, ref, values["title"], became, *record.notes, unknown, facts=facts)


def _change(work: Work, record: Record, setting: Setting, line: PlanLine) -> Brought:
    values = record.values
    wanted: dict[str, Any] = {
        name: values[name] for name in _TEXTS if values.get(name) and values[name] != getattr(line, name)
    }
    changes = [differs(name, getattr(line, name), value) for name, value in wanted.items()]
    if values.get("starts") and values["starts"] != line.starts:
        wanted["starts"] = values["starts"]
        changes.append(differs("starts", line.starts, values["starts"]))
    lead, partners = _who(record, setting)
    now = work.get(Office, line.lead_id).initials if line.lead_id else None
    if lead and lead != now:
        wanted["lead"] = lead
        changes.append(differs("lead", now, lead))
    have = _linked(
        work, select(Office.initials).join(PlanPartner, col(PlanPartner.office_id) == Office.id), PlanPartner, line
    )
    if partners and set(partners) != have:
        wanted["partners"] = partners
        changes.append(differs("partners", sorted(have), partners))
    answers, unknown = _answers(work, str(values.get("answers", "")))
    met = _linked(
        work, select(Requirement.ref).join(Answer, col(Answer.requirement_id) == Requirement.id), Answer, line
    )
    if answers and set(answers) != met:
        wanted["answers"] = answers
        changes.append(differs("answers", sorted(met), answers))
    if wanted:
        plan.edit_line(work, line.id, line.version, **wanted)
    due, revised = _dates(record)
    day = revised or due.due
    if day is not None and not isinstance(day, str) and day != line.due:
        changes.append(differs("due", line.due, day))
        if line.original_due is None:
            line.due = line.original_due = day  # its first date is no move
        else:
            plan.move_line(work, line.ref, day, f"As {setting.file} says")
    return changed(record.row, line.ref, line.title, changes, *record.notes, unknown)


def _dates(record: Record) -> tuple[When, Any]:
    revised: When = record.values.get("revised", When())
    return record.values.get("due", When()), revised.due if not isinstance(revised.due, str) else None


def _who(record: Record, setting: Setting) -> tuple[str | None, tuple[str, ...]]:
    named = record.values.get("lead")
    first = leads(named, setting)
    support = (*first[1:], *(named.supporters if named else ()), *leads(record.values.get("partners"), setting))
    return (first[0] if first else None), tuple(dict.fromkeys(one for one in support if one not in first[:1]))


def _answers(work: Work, text: str) -> tuple[list[str], str]:
    """Return the requirements here that a text names, and what to say of the others."""
    parts = [one_line(part) for part in re.split(r"[,;\n]", text) if part.strip()]
    known = {_folded(row.ref): row.ref for row in work.all(select(Requirement))} if parts else {}
    missing = [part for part in parts if _folded(part) not in known]
    note = f"“{'”, “'.join(missing)}” is no requirement here, so it is not linked" if missing else ""
    return [known[_folded(part)] for part in parts if _folded(part) in known], note


def _folded(ref: str) -> str:
    return "".join(ref.split()).casefold()


def _linked(work: Work, names: Any, link: Any, line: PlanLine) -> set[str]:
    return set(work.all(names.where(link.line_id == line.id)))

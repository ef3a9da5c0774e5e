"""Ratings of plan lines from a council's RAG plan: proposed for a meeting, or agreed there (rules 5 and 6)."""

from __future__ import annotations

from datetime import date

from sqlmodel import col, select

from boardtui.domain.ratings import Level, level_of
from boardtui.domain.sheets.outcome import Brought, Doing
from boardtui.domain.sheets.records import Record
from boardtui.domain.states import RatingStatus
from boardtui.domain.text import shorten
from boardtui.errors import BoardError
from boardtui.services import finding, plan
from boardtui.services.board import scheme
from boardtui.services.bringing.outcome import Setting, changed, new
from boardtui.services.bringing.plan import numbered, tidied
from boardtui.store.models import PlanLine, Rating
from boardtui.store.unit import Work


def bring(work: Work, record: Record, setting: Setting) -> Brought:
    """Give a plan line the rating a row holds, unless that is what it was given at this meeting already."""
    line = _line(work, str(record.values["line"]))
    if setting.meeting is None:
        raise BoardError(
            "There is no meeting yet to rate it for.",
            "",
            "Plan the first meeting: press {meetings}, then {meetings-add}.",
        )
    level = level_of(scheme(work), str(record.values["rating"]))
    reason, path, evidence, notes = _words(
        record, setting, needs_path=level.needs_path, needs_proof=level.needs_evidence
    )
    _disciplined(level, path, evidence)
    status = RatingStatus.AGREED if setting.agreed else RatingStatus.PROPOSED
    last = _last(work, line, setting.meeting)
    if last is not None and (last.level, last.status, last.reason, last.path) == (level.letter, status, reason, path):
        return changed(record.row, line.ref, line.title, (), *record.notes)
    again: date | None = record.values.get("recheck") or plan.look_again(work, setting.meeting, level.letter)
    plan.rate(
        work,
        line.ref,
        setting.meeting,
        level.letter,
        reason=reason,
        path=path,
        evidence=evidence,
        recheck_on=again,
        proposed=not setting.agreed,
        by="the Board" if setting.agreed else None,
    )
    facts = [f"{level.letter} {level.word}, {status} for meeting {setting.meeting}", f"reason: {shorten(reason, 80)}"]
    if last is not None:
        was = f"was {last.level}, {last.status}"
        return Brought(record.row, line.ref, Doing.CHANGED, line.title, (was, *facts), (*record.notes, *notes))
    return new(record.row, line.ref, line.title, *record.notes, *notes, facts=facts)


def _disciplined(level: Level, path: str, evidence: str) -> None:
    """Refuse a rating that lacks what it must come with, saying where a sheet may hold it (rule 6)."""
    named = f"{level.letter} ({level.word})"
    if level.needs_path and not path:
        raise BoardError(
            f"{named} needs a path to green: what will be done, by whom and by when.",
            "",
            "Write it in a column called “Path to green”; or say one for all that give none.",
        )
    if level.needs_evidence and not evidence:
        raise BoardError(f"{named} needs evidence.", "", "Write it in a column called “Evidence”.")


def _line(work: Work, typed: str) -> PlanLine:
    ref, title = numbered(typed)
    called = (PlanLine.ref == tidied(typed), PlanLine.ref == ref, PlanLine.title == title)
    found = (work.first(select(PlanLine).where(so)) for so in called)
    row: PlanLine | None = next((one for one in found if one is not None), None)
    if row is None:
        raise BoardError(
            f"There is no plan line “{shorten(typed, finding.SHOWN)}”.",
            "",
            "Bring in the plan first, or mend the reference.",
        )
    return row


def _last(work: Work, line: PlanLine, meeting: int) -> Rating | None:
    given = select(Rating).where(Rating.line_id == line.id, Rating.meeting_id == finding.meeting(work, meeting).id)
    row: Rating | None = work.first(given.order_by(col(Rating.position).desc()))
    return row


def _words(
    record: Record, setting: Setting, *, needs_path: bool, needs_proof: bool
) -> tuple[str, str, str, tuple[str, ...]]:
    """Return reason, path and evidence; what has no column is what was said for all, else the commentary."""
    values, notes = record.values, []
    told = str(values.get("reason", ""))
    reason = told or setting.reason or f"As rated in {setting.file}"
    path, evidence = str(values.get("path", "")), str(values.get("evidence", ""))
    if needs_path and not path:
        path = setting.path or (told if "path" not in setting.head.columns else "")
        if path and not setting.path:
            notes.append("no column is the path to green: the commentary stands for it")
    if needs_proof and not evidence and told and "evidence" not in setting.head.columns:
        evidence = told
        notes.append("no column is the evidence: the commentary stands for it")
    return reason, path if needs_path else "", evidence, tuple(notes)

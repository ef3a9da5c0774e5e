"""Judgements that a review or inspection gave, each on its own framework's scale (DESIGN 2, *Source*)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date

from sqlmodel import col, select

from boardtui.domain.judgements import on_scale
from boardtui.domain.text import listed, one_line, shorten
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import finding, registers
from boardtui.store.models import Assurance, Judgement
from boardtui.store.unit import Work


def add_judgement(
    work: Work,
    number: int,
    *,
    framework: str,
    aspect: str,
    level: str,
    given_on: date,
    scale: Sequence[str] = (),
) -> None:
    """Add a judgement of A`number`; `scale` lists its framework's levels, best first.

    Where it is not given the scale last used under the same framework serves. A level that is not on it is refused.
    """
    of = registers.numbered(work, Assurance, number, f"audit or review A{number}", "Notice, assurance")
    under = finding.wording(framework, "The framework")
    what = finding.wording(aspect, "What was judged")
    levels = _levels(scale) or _last_scale(work, under)
    given = finding.wording(level, "The judgement")
    (last,) = work.db.execute(
        "SELECT coalesce(max(position), 0) FROM judgement WHERE assurance_id = ?", (of.id,)
    ).fetchone()
    row = Judgement(
        assurance_id=of.id,
        position=last + 1,
        framework=under,
        aspect=what,
        level=_written(given, levels, under),
        scale=json.dumps(levels, ensure_ascii=False) if levels else "",
        given_on=given_on,
    )
    registers.has_come(work, given_on, "The day of the judgement")
    work.say(f"Add a judgement of A{number}: {what}, {row.level}")
    work.add(row, f"A{number}:{row.position}")


def remove_judgement(work: Work, number: int, framework: str, aspect: str) -> None:
    """Remove what A`number` judged of an aspect under a framework."""
    of = registers.numbered(work, Assurance, number, f"audit or review A{number}", "Notice, assurance")
    wanted = (one_line(framework).casefold(), one_line(aspect).casefold())
    rows: list[Judgement] = work.all(select(Judgement).where(Judgement.assurance_id == of.id))
    row = next((one for one in rows if (one.framework.casefold(), one.aspect.casefold()) == wanted), None)
    if row is None:
        raise NotFoundError(f"A{number} has no such judgement.", "", "Look under Notice, assurance.")
    work.say(f"Remove a judgement of A{number}: {row.aspect}, {row.level}")
    work.delete(row)


def _levels(scale: Sequence[str]) -> list[str]:
    levels = [finding.wording(level, "A level of the scale") for level in scale]
    if len({level.casefold() for level in levels}) < len(levels):
        raise BoardError(
            "A level stands twice on the scale.", "Nothing was saved.", "List each level once, best first."
        )
    return levels


def _last_scale(work: Work, framework: str) -> list[str]:
    """Return the scale last used under a framework."""
    rows: list[Judgement] = work.all(select(Judgement).order_by(col(Judgement.given_on).desc()))
    found = next((r.scale for r in rows if r.scale and r.framework.casefold() == framework.casefold()), "")
    return list(json.loads(found)) if found else []


def _written(level: str, scale: Sequence[str], framework: str) -> str:
    if not scale:
        return level
    written = on_scale(level, scale)
    if written is None:
        raise BoardError(
            f"“{shorten(level, finding.SHOWN)}” is not on the scale of {framework}.",
            "Nothing was saved: judgements of different frameworks are not compared.",
            f"Choose {listed(scale, 'or')}, or name another framework.",
        )
    return written

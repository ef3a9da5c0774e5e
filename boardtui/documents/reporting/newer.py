"""The latest figure set beside a reason that names an older one (N 7.3)."""

from __future__ import annotations

import re

from boardtui.documents.drafting.said import rated_on
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.measures import latest_ref, period
from boardtui.domain import views
from boardtui.domain.dataset import Indicator

_FIGURE = re.compile(r"\d ?(?:%|per cent)")
_WORD = re.compile(r"[a-z]{4,}")
_SMALL = frozenset({"that", "this", "with", "from", "have", "been", "were", "than", "their", "more", "children"})
_ALIKE = 2


def newer_figure(material: ReportMaterial, line: views.PlanLine, reason: str) -> list[str]:
    """Give the latest figure of the indicator that a line's reason, as it is told, speaks of, where that is newer."""
    given = rated_on(material.as_letter, line)
    if given is None or not _FIGURE.search(reason):
        return []
    found = [
        one
        for one in material.paper.indicators
        if line.ref in one.lines and one.latest and one.latest.given_on > given and _alike(one, reason) >= _ALIKE
    ]
    if not found:
        return []
    one = max(found, key=lambda one: _alike(one, reason))
    now = material.measured(latest_ref(one), one.measure.unit)
    return [f"The latest figure ({one.ref}), for {period(one)}, is {now}"]


def _alike(indicator: Indicator, reason: str) -> int:
    """Count the words that an indicator's title and a reason share; both may be about more than one thing."""
    return len(_words(indicator.title) & _words(reason))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold())) - _SMALL

"""The latest figure set beside a reason that an earlier meeting gave (N 7.3)."""

from __future__ import annotations

import re

from boardtui.documents.drafting.indicators import period
from boardtui.documents.drafting.said import rated_on
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.measures import latest_ref
from boardtui.domain import views
from boardtui.domain.dataset import Indicator
from boardtui.domain.indicators import IndicatorState

_WORD = re.compile(r"[a-z]{4,}")
_SMALL = frozenset({"that", "this", "with", "from", "have", "been", "were", "than", "their", "more", "children"})
_ALIKE, _MOST = 2, 2


def newer_figure(material: ReportMaterial, line: views.PlanLine, reason: str) -> list[str]:
    """Give the latest figure behind a line whose reason, as it is told, is older than that figure.

    It is of the indicator that the reason speaks of, or of the one that measures this line and no other.
    """
    given = rated_on(material.as_letter, line)
    if given is None:
        return []
    found = [
        one
        for one in material.paper.indicators
        if line.ref in one.lines and one.latest and one.latest.given_on > given and one.latest.period > given
    ]
    spoken_of = [one for one in found if _alike(one, reason) >= _ALIKE]
    own = [one for one in found if one.lines == (line.ref,)]
    if not spoken_of and not own:
        return []
    alike = sorted(spoken_of, key=lambda one: -_alike(one, reason))[:1]
    return [_told(material, one, place) for place, one in enumerate(alike or own[:_MOST])]


def _told(material: ReportMaterial, one: Indicator, place: int) -> str:
    now = material.measured(latest_ref(one), one.measure.unit)
    met = ", which meets its target" if one.state == IndicatorState.MET else ""
    if place:
        return f"The other ({one.ref}), for {period(one)}, is {now}{met}"
    return f"The latest figure ({one.ref}), for {period(one)}, is {now}{met}"


def _alike(indicator: Indicator, reason: str) -> int:
    """Count the words that an indicator's title and a reason share; both may be about more than one thing."""
    return len(_words(indicator.title) & _words(reason))


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold())) - _SMALL

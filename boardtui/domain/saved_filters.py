"""Whether filters that were saved can be read, whatever Board they are used on."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from boardtui.domain.filter_keys import Kind
from boardtui.domain.filters import Asked, FilterError, parse


def problems(views: Mapping[str, Mapping[str, str]], today: date) -> list[str]:
    """Say what is wrong with each saved filter that no Board could read; ratings are a Board's own words."""
    return [
        f"The view “{view}” of {name}: {problem.title} {problem.hint}"
        for name, filters in views.items()
        if name in tuple(Kind)
        for view, text in filters.items()
        if (problem := _problem(Kind(name), text, today)) is not None
    ]


def _problem(kind: Kind, text: str, today: date) -> FilterError | None:
    try:
        parse(text, Asked(kind, today))
    except FilterError as problem:
        before = problem.typed[: problem.at].casefold()
        own_words = before.endswith("rating:") or (kind is Kind.PLAN and before.endswith("is:"))
        return None if own_words else problem
    return None

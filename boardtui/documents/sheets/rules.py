"""Colours that a workbook gives by rule: a cell that equals, is above or below, or contains something is coloured."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from openpyxl.worksheet.worksheet import Worksheet

from boardtui.documents.sheets.fills import Fills

_TEXT = re.compile(r'^"(.*)"$', re.DOTALL)
_COMPARES: dict[str, Callable[[Any, Any], bool]] = {
    "equal": lambda one, other: bool(one == other),
    "notEqual": lambda one, other: bool(one != other),
    "greaterThan": lambda one, other: bool(one > other),
    "lessThan": lambda one, other: bool(one < other),
    "greaterThanOrEqual": lambda one, other: bool(one >= other),
    "lessThanOrEqual": lambda one, other: bool(one <= other),
}
_HOLDS: dict[str, Callable[[str, str], bool]] = {
    "containsText": lambda text, part: part in text,
    "beginsWith": lambda text, part: text.startswith(part),
    "endsWith": lambda text, part: text.endswith(part),
}


class Rules:
    """The rules of one sheet that colour a cell by what stands in it; those that need a formula worked out are not."""

    def __init__(self, sheet: Worksheet, fills: Fills) -> None:
        self._rules: list[tuple[int, Any, Any, str]] = []
        for area in sheet.conditional_formatting:
            for rule in area.rules:
                if colour := fills.of_rule(rule):
                    self._rules.append((rule.priority or 0, area.cells, rule, colour))
        self._rules.sort(key=lambda one: one[0])

    def of(self, row: int, column: int, value: Any) -> str:
        """Return the colour of the first rule that a cell fits; nothing where it fits none."""
        if value is None:
            return ""
        for _priority, area, rule, colour in self._rules:
            if any(_inside(part, row, column) for part in area.ranges) and _fits(rule, value):
                return colour
        return ""


def _inside(area: Any, row: int, column: int) -> bool:
    return bool(area.min_row <= row <= area.max_row and area.min_col <= column <= area.max_col)


def _fits(rule: Any, value: Any) -> bool:
    if rule.type in _HOLDS:
        part = rule.text or ""
        return bool(part) and _HOLDS[rule.type](str(value).casefold(), part.casefold())
    if rule.type != "cellIs":
        return False
    bounds = [_literal(formula, value) for formula in rule.formula]
    if None in bounds or not bounds:
        return False
    mine = value.casefold().strip() if isinstance(value, str) else value
    if rule.operator in ("between", "notBetween") and len(bounds) > 1:
        return bool((bounds[0] <= mine <= bounds[1]) == (rule.operator == "between"))
    compare = _COMPARES.get(rule.operator)
    return compare is not None and compare(mine, bounds[0])


def _literal(formula: str, value: Any) -> Any:
    """Return what a rule compares with, where it is written in the rule and of the cell's own kind; else None."""
    if isinstance(value, str):
        found = _TEXT.match(formula.strip())
        return found[1].casefold().strip() if found else None
    if isinstance(value, int | float) and not isinstance(value, bool):
        try:
            return float(formula)
        except ValueError:
            return None
    return None

"""Targets whose date has come: which are met, which are missed, which cannot be told (N 7.3, 8.1)."""

from __future__ import annotations

from datetime import date

from boardtui.documents.drafting import decided as told_as
from boardtui.documents.drafting.numbers import day_in_full, number
from boardtui.documents.reporting.figures import figure
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.measures import tally
from boardtui.domain.dataset import Indicator
from boardtui.domain.figure_values import target_result
from boardtui.domain.indicators import IndicatorState
from boardtui.domain.measures import deciding_target
from boardtui.domain.text import listed

_SAID = {"met": "met by", "missed": "missed by", "unknown": "and not known for"}
_SAID_AHEAD = {"met": "reached by", "missed": "not reached yet by", "unknown": "and not known for"}


def decided(material: ReportMaterial) -> tuple[int, date] | None:
    """Return which targets this report tells as met or missed, 6 or 12 months, and the first of their dates."""
    found = [one for each in material.paper.indicators if (one := deciding_target(each.measure, material.day))]
    if not found:
        return None
    months = found[0][0]
    return months, min(on for of, _, on in found if of == months)


def result(material: ReportMaterial, indicator: Indicator) -> str | None:
    """Say whether an indicator meets the target whose date has come; nothing where none has."""
    found = deciding_target(indicator.measure, material.day)
    return target_result(indicator, found[0]) if found else None


def in_short(material: ReportMaterial) -> list[str]:
    """Say how the dataset stands: by targets met and missed once their date has come, before that by trajectory."""
    return [outcome(material)] if decided(material) else tally(material)


def outcome(material: ReportMaterial) -> str:
    """Say plainly how many targets are met, missed and unknown: `nine of the 14 are missed, four met, one unknown`."""
    told = decided(material)
    if told is None:
        return ""
    months, day = told
    of, ref = material.amount(f"targets {months}"), f"targets {months}"
    ahead = day >= material.day
    which = f"{told_as.TARGETS[months]} targets, which {'fall' if ahead else 'fell'} due on {day_in_full(day)}"
    if material.amount(f"{ref} met") == of:
        return told_as.all_met(figure(number(of), f"{ref} met"), f"{which},", ahead=ahead)
    counts = {what: material.amount(f"{ref} {what}") for what in _SAID}
    said = told_as.counted(counts, lambda what: material.number(f"{ref} {what}", "none"), ahead=ahead)
    return f"Of the {figure(number(of), ref)} {which}, {said}"


def by_name(material: ReportMaterial) -> list[str]:
    """Name the indicators that meet, miss and cannot tell their target, and how those that miss stand on their way."""
    told = {what: [one for one in material.paper.indicators if result(material, one) == what] for what in _SAID}
    found = decided(material)
    ahead = found is not None and found[1] >= material.day
    words = _SAID_AHEAD if ahead else _SAID
    said = [f"{words[what]} {listed([one.ref for one in of])}" for what, of in told.items() if of]
    first = f"The {told_as.TARGETS[found[0]]} target is {', '.join(said)}" if found and said else ""
    missed = told["missed"]
    near = [one.ref for one in missed if one.state in (IndicatorState.ON_TRAJECTORY, IndicatorState.WITHIN_TOLERANCE)]
    back = [one.ref for one in missed if one.state == IndicatorState.FAILING]
    ways = ((near, "close to the path"), (back, "going the wrong way"))
    apart = "; ".join(f"{listed(refs)} {'is' if len(refs) == 1 else 'are'} {how}" for refs, how in ways if refs)
    return [first, f"Of those that {'fall short of' if ahead else 'miss'} it, {apart}" if apart else ""]

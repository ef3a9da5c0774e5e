"""Concerns and challenge: what was challenged and answered, what I would ask about a rating, what is late (rule 7)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardtui.documents.drafting.actions import actions
from boardtui.documents.drafting.challenge import challenge
from boardtui.documents.drafting.movement import level_word
from boardtui.documents.drafting.numbers import counted, number
from boardtui.documents.drafting.phrases import paragraphs
from boardtui.documents.reporting.figures import figure, marked, paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.domain import views
from boardtui.domain.challenge import Flag, FlagKind
from boardtui.domain.text import listed

_NAMED = 4
_KINDER = {
    FlagKind.GREEN_OVERDUE: ("while an action that serves it is late", "while actions that serve them are late"),
    FlagKind.GREEN_FAILING: ("while what is measured goes the wrong way", "while what is measured goes the wrong way"),
    FlagKind.BLUE_FALLING: ("while what is measured falls back", "while what is measured falls back"),
    FlagKind.BLUE_RECHECK: (
        "and has not been looked at again as agreed",
        "and have not been looked at again as agreed",
    ),
    FlagKind.BLUE_NO_EVIDENCE: (
        "although no evidence has been entered for it",
        "although no evidence has been entered for them",
    ),
}
"""The flags that say a rating may be too kind, with the fact that speaks against one line or several (rule 7)."""

_ASKED = {
    FlagKind.PAST_DUE: ("is past its date and not complete", "are past their dates and not complete"),
    FlagKind.DUE_MOVED: ("has had its date moved twice or more", "have had their dates moved twice or more"),
    FlagKind.AMBER_UNCHANGED: (
        "has stood as it is rated for three meetings or more",
        "have stood as they are rated for three meetings or more",
    ),
    FlagKind.NO_UPDATE: ("was not reported on at the last meeting", "were not reported on at the last meeting"),
}
"""The other flags, each as a fact about one line or several (rule 7)."""

_NAMED_REF = re.compile(r"I\d+|\d+/\d+")


def concerns(material: ReportMaterial) -> str:
    """Retell challenges with their answers, then the ratings that may be too kind (rule 7), then what is late."""
    return paragraphs(_challenged(material), _flagged(material), _actions(material))


def _challenged(material: ReportMaterial) -> str:
    ref, told = f"challenges {material.span}", challenge(material.as_letter)
    minuted = material.amount(ref)
    return marked(told, [(counted(minuted, "challenge"), ref)]) if minuted else told


def _flagged(material: ReportMaterial) -> str:
    """State which ratings are kinder than the facts behind them; what to ask about them is the Board's business."""
    said: list[str] = []
    seen: set[str] = set()
    for kind in _KINDER:
        flags = [one for one in material.paper.flags if one.kind == kind and not _is_shown(material, one)]
        lines = [line for line in material.paper.lines if any(one.line == line.ref for one in flags)]
        if lines:
            seen.update(line.ref for line in lines)
            said.append(_against(material, lines, _KINDER[kind], _behind(flags)))
    return paragraph(_uneasy(said, len(seen)), _asked_of(material))


def _asked_of(material: ReportMaterial) -> str:
    """Name the lines of which the facts ask something else, whatever their rating."""
    told = []
    for kind, (one, several) in _ASKED.items():
        refs = list(dict.fromkeys(flag.line for flag in material.paper.flags if flag.kind == kind))
        if refs:
            named = listed([figure(ref, f"{ref} rating") if _is_rated(material, ref) else ref for ref in refs])
            told.append(f"{'line' if len(refs) == 1 else 'lines'} {named} {one if len(refs) == 1 else several}")
    return "; ".join(told)


def _is_rated(material: ReportMaterial, ref: str) -> bool:
    return any(line.ref == ref and line.rating for line in material.paper.lines)


def _uneasy(said: Sequence[str], lines: int) -> str:
    """Count the ratings that are kinder than the facts, and give the facts."""
    if not said:
        return ""
    first = "One good rating sits" if lines == 1 else f"{number(lines)} good ratings sit"
    uneasily = f"{first} uneasily with the facts behind {'it' if lines == 1 else 'them'}"
    joined = f"{'; '.join(said[:-1])}; and {said[-1]}" if len(said) > 1 else said[0]
    return f"{uneasily}: {joined}"


def _is_shown(material: ReportMaterial, flag: Flag) -> bool:
    """Say whether evidence that no register has yet is given with the rating itself, in words that may be told."""
    if flag.kind != FlagKind.BLUE_NO_EVIDENCE:
        return False
    given = [one for one in material.paper.ratings if one.line == flag.line]
    return bool(given and given[-1].restricted is None and given[-1].evidence.strip())


def _against(material: ReportMaterial, lines: Sequence[views.PlanLine], fact: tuple[str, str], refs: str) -> str:
    """Say of these lines how they are rated, and the fact that speaks against it."""
    names = listed([figure(line.ref, f"{line.ref} rating") for line in lines[:_NAMED]])
    names += " and others" if len(lines) > _NAMED else ""
    words = listed(list(dict.fromkeys(level_word(material.paper, line.rating) for line in lines)))
    one = len(lines) == 1
    return f"{'line' if one else 'lines'} {names} {'is' if one else 'are'} {words} {fact[0 if one else 1]}{refs}"


def _behind(flags: Sequence[Flag]) -> str:
    """Name the actions and measures behind flags: `(3/08)`; a fact of the line itself needs no name."""
    refs = [fact.ref for flag in flags for fact in flag.facts if _NAMED_REF.fullmatch(fact.ref)]
    return f" ({listed(list(dict.fromkeys(refs)))})" if refs else ""


def _actions(material: ReportMaterial) -> str:
    paper = material.paper
    late = material.amount("actions overdue")
    known = [
        (counted(len(paper.raised), "action"), f"actions raised {material.span}"),
        (f"{number(material.amount('actions open'))} are open", "actions open"),
        (f"{number(late).capitalize() if late < 10 else late} are past", "actions overdue"),
        (f"{number(material.amount('actions done'))} of them reported done", "actions done"),
    ]
    return marked(actions(material.as_letter), known)

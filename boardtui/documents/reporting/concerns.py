"""Concerns and challenge: what was challenged and answered, what I would ask about a rating, what is late (rule 7)."""

from __future__ import annotations

import re

from boardtui.documents.drafting.actions import actions
from boardtui.documents.drafting.challenge import challenge
from boardtui.documents.drafting.numbers import counted, number
from boardtui.documents.drafting.phrases import paragraphs
from boardtui.documents.reporting.figures import marked, paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.measures import in_full
from boardtui.domain.challenge import Flag, FlagKind

_TOLD = 6
_DAYS_AGO = re.compile(r", \d+ days? ago\b")
"""A report is read on other days than the one it was drafted on; the day itself is told."""

_ORDER = tuple(FlagKind)


def concerns(material: ReportMaterial) -> str:
    """Retell challenges with their answers, then the flags of rule 7, then what is late."""
    return paragraphs(_challenged(material), _flagged(material), _actions(material))


def _challenged(material: ReportMaterial) -> str:
    ref, told = f"challenges {material.span}", challenge(material.as_letter)
    minuted = material.amount(ref)
    return marked(told, [(counted(minuted, "challenge"), ref)]) if minuted else told


def _flagged(material: ReportMaterial) -> str:
    """Say which ratings the record questions, one flag of a kind before a second of any."""
    flags = material.paper.flags
    if not flags:
        return paragraph("Setting each rating beside what the record knows of its line, I find none to question")
    lines = len({one.line for one in flags})
    which = "one line" if lines == 1 else f"{number(lines)} lines"
    count = material.counted("flags", "question")
    first = f"Setting each rating beside what the record knows of its line raises {count} about {which}"
    told = [_sentence(one) for one in _chosen(flags)]
    rest = material.amount("flags") - len(told)
    more = f"The other {'one is' if rest == 1 else f'{number(rest)} are'} before the Board"
    return paragraph(first, *told, more if rest > 0 else "")


def _chosen(flags: tuple[Flag, ...]) -> list[Flag]:
    """Choose one flag of each kind, the gravest kinds first, then more until there are enough; one a line."""
    seen: set[str] = set()
    chosen: list[Flag] = []
    for again in (False, True):
        for kind in _ORDER:
            for one in flags:
                if one.kind != kind or one.line in seen or len(chosen) >= _TOLD:
                    continue
                seen.add(one.line)
                chosen.append(one)
                if not again:
                    break
    return chosen


def _sentence(flag: Flag) -> str:
    said = _DAYS_AGO.sub("", in_full(flag.sentence)).rstrip(". ")
    return said if flag.line in said else f"Line {flag.line}: {said[:1].lower()}{said[1:]}"


def _actions(material: ReportMaterial) -> str:
    paper = material.paper
    late = material.amount("actions overdue")
    known = [
        (counted(len(paper.raised), "action"), f"actions raised {material.span}"),
        (f"{number(material.amount('actions open'))} are open", "actions open"),
        (f"{number(late).capitalize() if late < 10 else late} are past", "actions overdue"),
    ]
    return marked(actions(material.as_letter), known)

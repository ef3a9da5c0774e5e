"""Leadership, workforce and finance, as far as the Board's minutes and the plan tell of them (N 6.6, 6.7, 7.1)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardtui.documents.drafting.indicators import theme_in
from boardtui.documents.drafting.movement import level_word, red_letter
from boardtui.documents.drafting.numbers import day_in_full
from boardtui.documents.drafting.offices import named
from boardtui.documents.drafting.phrases import is_instruction, paragraphs
from boardtui.documents.reporting.figures import figure, paragraph
from boardtui.documents.reporting.heard import heard, stands_alone
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.standing import line_named
from boardtui.domain import views
from boardtui.domain.text import listed

_LEADERS = re.compile(
    r"\b(?:interim|senior (?:management|managers?|posts?)|leadership team|appoint\w+|elected members?|councillors?|"
    r"posts? (?:is|are|was|were) (?:filled|vacant))\b",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"\b(?:agency (?:work|staff|social)|vacan\w+|recruit\w+|caseloads?|turnover|permanent|newly qualified|sickness)\b",
    re.IGNORECASE,
)
_COST = re.compile(r"£|\b(?:costs?|budgets?|funding|fund|pay|price|afford)\b", re.IGNORECASE)
_MOST, _WORDS = 2, 34
_MONEY = re.compile(r"£|\b(?:budget\w*|funding|funded|savings|overspend\w*|money)\b(?! holder)", re.IGNORECASE)


def leadership(material: ReportMaterial) -> str:
    """Tell what the plan and the minutes say of leaders, of staff and of money; nothing where they are silent."""
    leaders = _about(material, _LEADERS, (), 2)
    staff = _about(material, _STAFF, leaders, 3)
    money = _about(material, _MONEY, [*leaders, *staff], 2)
    return paragraphs(
        paragraph(*_lines(material, ("leader", "govern")), *heard(material, leaders)),
        paragraph(*_lines(material, ("workforce", "staff", "supervis")), *heard(material, staff)),
        paragraph(*(heard(material, money) or _costed(material))),
    )


def _lines(material: ReportMaterial, words: Sequence[str]) -> list[str]:
    """Count the lines of a theme and name the worst of them."""
    of = [line for line in material.paper.lines if any(word in line.theme.casefold() for word in words)]
    if not of:
        return []
    ranks = {level.letter: level.rank for level in material.paper.scheme if level.rank}
    off = [line for line in of if ranks.get(line.rating or "", 9) == min(ranks.values(), default=0)]
    theme = listed(list(dict.fromkeys(theme_in(line.theme) for line in of)))
    if not off:
        return [f"Under {theme} no line of the plan is {level_word(material.paper, red_letter(material.paper))}"]
    names = listed([line_named(material, line) for line in off[:3]])
    return [f"Under {theme} the plan's weakest {'line is' if len(off) == 1 else 'lines are'} {names}"]


def _costed(material: ReportMaterial) -> list[str]:
    """Tell the open actions that ask what something will cost or who will pay for it."""
    asked = [one for one in material.paper.open if one.restricted is None and _COST.search(one.text)]
    told = []
    for one in asked[:_MOST]:
        text = material.told(one.text, _WORDS)
        due = f", due by {figure(day_in_full(one.due), f'{one.ref} due')}," if one.due else ""
        who = named(one.leads, material.paper.people, first="me")
        fits = who and is_instruction(text)
        told.append(f"Action {one.ref}{due} asks {who} to {text}" if fits else f"Action {one.ref}{due} is this: {text}")
    return told


def _about(
    material: ReportMaterial, words: re.Pattern[str], used: Sequence[views.Entry], most: int
) -> list[views.Entry]:
    """Return the latest notes about something that are not told already."""
    about = [one for one in material.paper.noted if words.search(one.text) and stands_alone(one)]
    return [one for one in about if one not in used][-most:]

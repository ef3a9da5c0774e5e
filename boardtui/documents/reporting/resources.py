"""Resources and workforce in the Leader's report, told from the Council's side: what it does, not what it was told."""

from __future__ import annotations

import re
from collections.abc import Sequence

from boardtui.documents.drafting.indicators import theme_in
from boardtui.documents.drafting.movement import level_word, real_levels
from boardtui.documents.drafting.numbers import counted, number
from boardtui.documents.drafting.offices import is_outside
from boardtui.documents.drafting.phrases import paragraphs
from boardtui.documents.drafting.reds import way_back
from boardtui.documents.reporting.assurance import by_whom
from boardtui.documents.reporting.figures import paragraph
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.documents.reporting.measures import moved_from_baseline
from boardtui.documents.reporting.standing import line_named, with_rating
from boardtui.domain import views
from boardtui.domain.dataset import Indicator
from boardtui.domain.text import listed

_LEADERS, _STAFF = ("leader", "govern"), ("workforce", "staff", "supervis")
_ABOUT_STAFF = re.compile(r"\b(?:caseloads?|supervis\w+|social workers?|staff|vacanc\w+|agency)\b", re.IGNORECASE)
_TOLD, _MEASURED, _WORDS = 3, 3, 24


def resources(material: ReportMaterial) -> str:
    """Say how the Council's lines on leaders and on staff stand and what it does, what is measured, and its support."""
    return paragraphs(
        paragraph(*_lines(material, _LEADERS)),
        paragraph(*_lines(material, _STAFF), *_measured(material)),
        paragraph(*_support(material)),
    )


def _lines(material: ReportMaterial, words: Sequence[str]) -> list[str]:
    """Name the lines of a theme that the Council leads and that are off track, with what it does about each."""
    themed = [line for line in material.paper.lines if any(word in line.theme.casefold() for word in words)]
    of = [line for line in themed if _ours(material, line)]
    if not of:
        return []
    theme = listed(list(dict.fromkeys(theme_in(line.theme) for line in of)))
    ranks = {level.letter: level.rank for level in real_levels(material.paper) if level.needs_path}
    off = sorted((line for line in of if line.rating in ranks), key=lambda line: ranks[line.rating or ""])
    if not off:
        return [f"None of our {counted(len(of), 'line')} under {theme} is off track"]
    verb = "is" if len(off) == 1 else "are"
    many = f"all {number(len(of))}" if len(off) == len(of) > 1 else f"{number(len(off))} of the {number(len(of))}"
    first = f"Under {theme} {many} lines that we lead {verb} off track"
    told = [_answered(material, line, place) for place, line in enumerate(off[:_TOLD])]
    rest = [line_named(material, line) for line in off[_TOLD:]]
    also = f"The {'other is' if len(rest) == 1 else 'others are'} {listed(rest)}" if rest else ""
    return [first, *told, also]


def _ours(material: ReportMaterial, line: views.PlanLine) -> bool:
    person = material.paper.people.get(line.lead or "")
    return person is not None and not is_outside(person, material.paper.board.council)


def _answered(material: ReportMaterial, line: views.PlanLine, place: int) -> str:
    """Name a line with its rating, and go on with the way back that was agreed for it."""
    named = f"{material.as_letter.line(line)} is {level_word(material.paper, line.rating)}"
    return with_rating(
        paragraph(named, way_back(material.as_letter, line, place, _WORDS, after_reason=False)), [line]
    ).rstrip(".")


def _measured(material: ReportMaterial) -> list[str]:
    """Tell the indicators about staff from their baseline to their latest value."""
    about: list[Indicator] = [one for one in material.paper.indicators if _ABOUT_STAFF.search(one.title) and one.latest]
    return [moved_from_baseline(material, one, place) for place, one in enumerate(about[:_MEASURED])]


def _support(material: ReportMaterial) -> list[str]:
    known = material.paper.support
    if not known:
        return []
    count = material.counted("support", "package of support", "packages of support")
    whom = listed(list(dict.fromkeys(by_whom(material, one.provider) for one in known)))
    return [f"We have had {count} from outside, from {whom}"]

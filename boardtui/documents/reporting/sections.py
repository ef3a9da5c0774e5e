"""The sections of the instrument by which the Council's position is told (N 3 to 7)."""

from __future__ import annotations

from dataclasses import dataclass

from boardtui.domain import views
from boardtui.domain.obligations import Binds
from boardtui.domain.papers import ReportPaper

_TOLD_ELSEWHERE = (Binds.CHAIR, Binds.DEPARTMENT)


@dataclass(frozen=True)
class Section:
    """One section: how figures name it (`N 3`), its heading, and what it requires."""

    code: str
    heading: str
    requirements: tuple[views.Requirement, ...]

    @property
    def refs(self) -> frozenset[str]:
        """Return the references of its requirements."""
        return frozenset(one.ref for one in self.requirements)

    def lines(self, paper: ReportPaper) -> list[views.PlanLine]:
        """Return the plan's lines that answer it."""
        return [line for line in paper.lines if self.refs.intersection(line.answers)]


def sections(paper: ReportPaper) -> tuple[Section, ...]:
    """Return the Notice's sections 3 to 7; without a Notice, one section for each source.

    What binds only the Chair or the department is told among the duties (N 8).
    """
    main = next((one.code for one in paper.sources if one.kind == "notice"), None)
    grouped: dict[str, list[views.Requirement]] = {}
    for one in paper.requirements:
        if one.withdrawn_on is None and main in (None, one.source):
            grouped.setdefault(_code(one) if main else one.source, []).append(one)
    titles = {one.code: one.title for one in paper.sources}
    return tuple(
        Section(code, found[0].heading or code if main else titles.get(code, code), tuple(found))
        for code, found in grouped.items()
        if any(one.binds not in _TOLD_ELSEWHERE for one in found)
    )


def other_lines(paper: ReportPaper) -> list[views.PlanLine]:
    """Return the lines that answer none of these sections: those that carry out the inspection alone."""
    within = {line.ref for section in sections(paper) for line in section.lines(paper)}
    return [line for line in paper.lines if line.ref not in within]


def _code(requirement: views.Requirement) -> str:
    source, _, paragraph = requirement.ref.partition(" ")
    return f"{source} {paragraph.split('.')[0]}"

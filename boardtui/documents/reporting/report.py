"""A report drafted whole: its blocks in their fixed order, abbreviations spelt out, every figure with its source."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, replace

from boardtui.documents.drafting.abbreviations import spelt_out
from boardtui.documents.drafting.closing import asks
from boardtui.documents.drafting.department import is_written_to
from boardtui.documents.drafting.indicators import title_in
from boardtui.documents.drafting.letter import DraftBlock, without_restricted_reasons
from boardtui.documents.reporting import assurance, duties, leader, partners, standing, targets
from boardtui.documents.reporting.ahead import ahead
from boardtui.documents.reporting.changes import changes
from boardtui.documents.reporting.children import children
from boardtui.documents.reporting.concerns import concerns
from boardtui.documents.reporting.figures import taken_out
from boardtui.documents.reporting.leadership import leadership
from boardtui.documents.reporting.material import ReportMaterial, material_of
from boardtui.documents.reporting.position import position, section_in_short, section_text
from boardtui.documents.reporting.resources import resources
from boardtui.documents.reporting.sections import Section, other_lines, sections
from boardtui.documents.reporting.summary import summary
from boardtui.domain import views
from boardtui.domain.dataset import Indicator
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.papers import ReportPaper


def draft(paper: ReportPaper) -> tuple[DraftBlock, ...]:
    """Draft a report from its paper, every figure from the records and its author's judgement left blank."""
    paper = without_restricted(paper)
    material = material_of(paper)
    parts = list((_leaders if paper.by_leader else _chairs)(material))
    texts = spelt_out([part.text for part in parts], paper.people, paper.board.council)
    return tuple(_block(part, text, paper) for part, text in zip(parts, texts, strict=True))


def without_restricted(paper: ReportPaper) -> ReportPaper:
    """Leave out what was agreed or found under a restriction (rule 12)."""
    lines = without_restricted_reasons(paper).lines
    changed = without_restricted_reasons(paper).changed
    known = tuple(one for one in paper.assurance if one.restricted is None)
    return replace(paper, lines=lines, changed=changed, assurance=known)


@dataclass(frozen=True)
class _Part:
    """A block before its abbreviations are spelt out; `tables` are the figures that its tables give."""

    key: str
    heading: str
    text: str
    tables: tuple[Quoted, ...] = ()


def _block(part: _Part, text: str, paper: ReportPaper) -> DraftBlock:
    plain, figures = taken_out(text, paper)
    return DraftBlock(part.key, part.heading, plain, (*figures, *part.tables))


def _chairs(material: ReportMaterial) -> Iterator[_Part]:
    """Yield the Chair's report in order (N 8.1)."""
    told: Callable[[str, str, str], _Part] = _Part
    yield told("judgement", "My judgement", "")
    yield told("summary", "In short", summary(material))
    yield told("difference", "The difference made to children", children(material))
    yield from _position(material)
    yield told("leadership", "Leadership, workforce and finance", leadership(material))
    yield _Part("partners", "What partners have contributed", partners.partners(material), partners.tabled(material))
    yield _Part("duties", "Duties and their dates", duties.duties(material), duties.tabled(material))
    yield told("changes", f"What has changed {_since(material)}", changes(material))
    yield from _targets(material)
    yield told("concerns", "Concerns and challenge", concerns(material))
    yield _Part(
        "validation", "Assurance and external validation", assurance.assurance(material), assurance.tabled(material)
    )
    yield told("next", "The next six months", ahead(material))
    ours = is_written_to(material.as_letter)
    yield told("asks", "What I ask of the Department" if ours else "What I ask of you", asks(material.as_letter))


def _leaders(material: ReportMaterial) -> Iterator[_Part]:
    """Yield the Leader's report in order (N 8.2)."""
    told: Callable[[str, str, str], _Part] = _Part
    yield told("judgement", "Our own assessment", "")
    yield told("summary", "Why the Council reports", leader.opening(material))
    yield told("taken", "What the Council has done", leader.taken(material))
    yield told("leadership", "Resources and workforce", resources(material))
    yield told("position", "Where the plan stands", leader.position(material))
    shown: set[str] = set()
    for place, section in enumerate(sections(material.paper)):
        yield _section(material, section, place, shown)
        shown.update(line.ref for line in section.lines(material.paper))
    yield told("targets", "The targets", leader.targets(material))
    yield told("next", "What comes next", ahead(material))


def _position(material: ReportMaterial) -> Iterator[_Part]:
    others = other_lines(material.paper)
    yield _Part("position", _where(material), position(material), standing.tabled(material, others))
    told: set[str] = set()
    for place, section in enumerate(sections(material.paper)):
        yield _section(material, section, place, told)
        told.update(line.ref for line in section.lines(material.paper))


def _section(material: ReportMaterial, section: Section, place: int, told: Collection[str] = ()) -> _Part:
    lines = [line for line in section.lines(material.paper) if line.ref not in told]
    heading = f"{section.heading} ({section.code})" if section.heading != section.code else section.code
    tell = section_in_short if material.paper.by_leader else section_text
    text = tell(material, section, place, told)
    return _Part(section.code, heading, text, standing.tabled(material, lines))


def _targets(material: ReportMaterial) -> Iterator[_Part]:
    yield _Part("targets", "The targets, one by one", targets.targets(material))
    for place, one in enumerate(material.paper.indicators):
        yield _target(material, one, place)


def _target(material: ReportMaterial, indicator: Indicator, place: int) -> _Part:
    heading = f"{indicator.ref} {title_in(indicator.title)}"
    return _Part(
        indicator.ref, heading, targets.target(material, indicator, place), targets.tabled(material, indicator)
    )


def _where(material: ReportMaterial) -> str:
    return "Where the Council stands against the Notice" if material.notice else "Where the Council stands"


def _since(material: ReportMaterial) -> str:
    return "since my last report" if material.paper.earlier else "since the Board began"


def lines_of(paper: ReportPaper, key: str) -> list[views.PlanLine]:
    """Return the lines of the table that stands with a block: each line where it is told first."""
    if key == "position":
        own = {block.key for block in paper.letter.blocks}
        told = {line.ref for one in sections(paper) if one.code in own for line in one.lines(paper)}
        return [line for line in paper.lines if line.ref not in told]
    shown: set[str] = set()
    for section in sections(paper):
        if section.code == key:
            return [line for line in section.lines(paper) if line.ref not in shown]
        shown.update(line.ref for line in section.lines(paper))
    return []


def section_codes(paper: ReportPaper) -> frozenset[str]:
    """Return the keys of the blocks that tell a section of the instrument: `N 3`."""
    return frozenset(one.code for one in sections(paper))

"""The Chair's and the Leader's reports as Word files: a first page, numbered parts, tables, charts (N 8.1, 8.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from boardtui.documents import annexes, letter, rating_cells, report_tables, word
from boardtui.documents.charts import charts
from boardtui.documents.frame import frame, head_said
from boardtui.documents.reporting.report import lines_of, section_codes, without_restricted
from boardtui.documents.sentences import sentence
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.papers import ReportPaper
from boardtui.domain.states import LetterState, ReportKind
from boardtui.domain.text import clean, one_line
from boardtui.domain.withholding import open_version

FIRST_PAGE = ("judgement", "summary")
"""The blocks of the first page, which are not numbered."""

_PUBLISHED = ("notice", "inspection", "review")
_SIGNED = (LetterState.SIGNED, LetterState.SENT)
_KINDS = {
    ReportKind.INITIAL: "The Chair's initial report",
    ReportKind.SIX_MONTH: "The Chair's six-month report",
    ReportKind.TWELVE_MONTH: "The Chair's twelve-month report",
    ReportKind.AD_HOC: "Report by the Chair",
    ReportKind.LEADER: "The Leader's report on progress",
}
_UNWRITTEN = {
    False: letter.UNWRITTEN,
    True: "[The Leader's own judgement of pace and of whether the targets will be met: to be written by the Leader]",
}
_TABLES = ("lines", "partners", "duties", "dataset", "facts", "audits")


def render(paper: ReportPaper, seal: str = "", *, drawn: bool = True) -> bytes:
    """Return the report as a Word file; signed, with what its footer prints of the seal; its charts if `drawn`."""
    paper = without_restricted(open_version(paper).paper)
    made = context(paper) | {"seal": seal}
    shown = {one["name"] for block in made["blocks"] for one in block["charts"]} if drawn else set()
    return word.render("report", made, charts([one for one in paper.indicators if one.ref in shown]))


def file_name(paper: ReportPaper) -> str:
    """Return the name of the file: `report-2-2013-05-24-draft.docx`; signed, without `-draft`."""
    day = paper.letter.dated or paper.on
    draft = "" if paper.letter.state in _SIGNED else "-draft"
    return f"report-{paper.letter.number}-{day.isoformat()}{draft}.docx"


def context(paper: ReportPaper) -> Context:
    """Return what the template is filled in with."""
    report = paper.letter
    kind = _KINDS.get(ReportKind(report.kind), "Report")
    made = frame(
        replace(paper.board, name=paper.board.council) if paper.by_leader else paper.board,
        kind if paper.by_leader else f"Report {report.number}: {kind[:1].lower()}{kind[1:]}",
        report.subject or kind,
        report.dated or paper.on,
        letter.state(paper),
        draft=report.state not in _SIGNED,
    )
    made |= {
        "heading": kind,
        "subject": report.subject,
        "addressee": ", ".join(filter(None, map(str.strip, clean(report.addressee).split("\n")))),
        "sender": _sender(paper),
        "reference": report.reference,
        "dated": _dated(paper),
        "covers": _covers(paper),
        "summary": [_block(paper, one, _Count(0)) for one in report.blocks if one.key in FIRST_PAGE and _stands(one)],
        "blocks": list(_parts(paper)),
        "signature": letter.signature(paper) if not paper.by_leader else f"{report.signs_as}\n{paper.board.council}",
        "signed": letter.signed(report),
        "copies": sentence("; ".join(filter(None, map(str.strip, clean(report.copies).split("\n"))))),
        "key": rating_cells.key(paper.scheme) if paper.lines else [],
        "initials": " ".join(filter(None, (annexes.initials(paper), _codes(paper)))),
    }
    made["contents"] = [f"{one['number']}\t{one['heading']}" for one in made["blocks"] if one["number"]]
    made["said"] = list(_said(made))
    return made


def _codes(paper: ReportPaper) -> str:
    """Say what the letters before a number stand for."""
    sources = [f"{one.code}, a paragraph of “{one.title}”" for one in paper.sources if one.kind in _PUBLISHED]
    kinds = [
        *sources,
        *(["I, an indicator"] if paper.indicators else []),
        "3/08, action 8 of the Board's third meeting",
    ]
    return f"References: {'; '.join(kinds)}." if sources else ""


@dataclass
class _Count:
    """Counts the numbered paragraphs of a part."""

    part: int
    paragraph: int = 0

    def next(self) -> str:
        """Return the number of the next paragraph; nothing on the first page, which is not numbered."""
        self.paragraph += 1
        return f"{self.part}.{self.paragraph}" if self.part else ""


def _parts(paper: ReportPaper) -> Iterator[Context]:
    """Yield the numbered parts; sections of the Notice and indicators are parts within a part."""
    codes = {one.ref for one in paper.indicators} | section_codes(paper)
    count = _Count(0)
    for block in paper.letter.blocks:
        if block.key in FIRST_PAGE:
            continue
        within = block.key in codes
        if not within:
            count = _Count(count.part + 1)
        made = _block(paper, block, count)
        if made["parts"] or any(made[name] for name in _TABLES):
            yield {**made, "number": "" if within else str(count.part)}


def _block(paper: ReportPaper, block: views.Block, count: _Count) -> Context:
    """Return a block: its paragraphs, the figures that changed since they were drafted, its tables and chart."""
    parts = [{"number": "" if one["bullet"] else count.next(), **one} for one in letter.paragraphs(block.text)]
    unwritten = _unwritten(paper, block)
    if not parts and unwritten:
        parts = [{"number": "", "text": unwritten, "bullet": "", "placeholder": "yes"}]
    made: Context = {"id": block.id, "heading": block.heading, "number": "", "parts": parts}
    made["changed"] = _changed(paper, block)
    return made | _tables(paper, block)


def _unwritten(paper: ReportPaper, block: views.Block) -> str:
    """Return what stands in place of a block that waits for its author's own words."""
    if block.key == letter.JUDGEMENT:
        return _UNWRITTEN[paper.by_leader]
    return letter.place(paper.letter, block)


def _tables(paper: ReportPaper, block: views.Block) -> Context:
    """Return the tables that stand with a block, empty where it has none, and the name of its chart."""
    indicator = next((one for one in paper.indicators if one.ref == block.key), None)
    of = lines_of(paper, block.key)
    made: Context = {name: [] for name in _TABLES}
    made |= {"charts": [], "counted": "", "lines": report_tables.lines(paper, of)}
    if indicator is not None:
        made["facts"] = report_tables.facts(paper, indicator)
        made["counted"] = report_tables.counted(paper, indicator)
        made["charts"] = [{"name": indicator.ref, "caption": ""}] if indicator.values else []
    match block.key:
        case "partners":
            made["partners"] = report_tables.partners(paper)
        case "duties":
            made["duties"] = report_tables.duties(paper)
        case "targets":
            made["dataset"] = report_tables.dataset(paper)
            made["charts"] = _together(paper)
        case "validation":
            made["audits"] = report_tables.audits(paper)
    return made


def _together(paper: ReportPaper) -> list[Context]:
    """Return the charts that stand together because the Chair comments on the indicators in one text."""
    own = {block.key for block in paper.letter.blocks}
    if paper.by_leader or own.intersection(one.ref for one in paper.indicators):
        return []
    return [{"name": one.ref, "caption": f"{one.ref} {one.title}"} for one in paper.indicators if one.values]


def _changed(paper: ReportPaper, block: views.Block) -> str:
    """Name the figures in a draft's text whose source says something else by now; a signed report has none."""
    if paper.letter.state in _SIGNED:
        return ""
    stale = [one for one in block.figures if one.stale and not one.tabled]
    return "; ".join(f"“{one.said}” ({one.ref}) was {one.value}, now {one.now or 'gone'}" for one in stale)


def _stands(block: views.Block) -> bool:
    return bool(block.text.strip()) or block.key == letter.JUDGEMENT


def _sender(paper: ReportPaper) -> str:
    if paper.by_leader:
        return f"{paper.letter.signs_as}, {one_line(paper.board.council)}"
    return ", ".join(letter.signature(paper).split("\n")[-2:])


def _dated(paper: ReportPaper) -> str:
    """Return the day the report bears, and in a draft the day of the records it is made from."""
    if paper.letter.dated is None:
        return "to be entered when the report is signed"
    draft = paper.letter.state not in _SIGNED
    read = f" (records as at {show(paper.on)})" if draft and paper.on != paper.letter.dated else ""
    return f"{show(paper.letter.dated)}{read}"


def _covers(paper: ReportPaper) -> str:
    if not paper.meetings:
        return ""
    first, last = paper.meetings[0], paper.meetings[-1]
    if first is last:
        return f"The meeting of {show(first.date)}"
    return f"{len(paper.meetings)} meetings, {show(first.date)} to {show(last.date)}"


def _said(made: Context) -> Iterator[Sequence[str]]:
    """Yield what the finished file must hold."""
    yield from head_said(made)
    for name in ("heading", "subject", "addressee", "sender", "dated", "signature", "signed", "copies"):
        yield [made[name]]
    for block in (*made["summary"], *made["blocks"]):
        yield [block["heading"]]
        yield from ([part["number"], part["text"]] for part in block["parts"])
        yield [block["changed"]]
        yield [block["counted"]]
        yield from ([one["ref"], one["title"], one["rating"], one["due"]] for one in block["lines"])
        yield from ([one["agency"], one["came"], one["led"]] for one in block["partners"])
        yield from ([one["title"], one["due"], one["met"], one["state"]] for one in block["duties"])
        yield from ([one["ref"], one["latest"], one["six"], one["twelve"]] for one in block["dataset"])
        yield [text for one in block["facts"] for text in (one["label"], one["value"])]
        yield from ([one["ref"], one["title"], one["when"]] for one in block["audits"])

"""The scrutiny committee's report as a Word file, in the committee's own order of headings; open version only (S)."""

from __future__ import annotations

from itertools import groupby

from boardtui.documents import committee, line_notes, rating_cells, word
from boardtui.documents.drafting.numbers import day_in_full
from boardtui.documents.frame import frame
from boardtui.documents.letter import paragraphs
from boardtui.documents.offices import explained
from boardtui.documents.sentences import capital
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.plan_papers import ScrutinyPaper
from boardtui.domain.states import LetterState
from boardtui.domain.withholding import open_version

NOTHING = "There is nothing to report under this heading."
UNWRITTEN = "[Nothing is entered under this heading yet: to be written by the relevant officer]"
_TO_BE_NAMED = "[to be entered]"
_SIGNED = (LetterState.SIGNED, LetterState.SENT)
_BACKGROUND = "6"
_MOST = 6


def render(paper: ScrutinyPaper, seal: str = "") -> bytes:
    """Return the report as a Word file; signed, with what its footer prints of the seal."""
    return word.render("scrutiny", context(open_version(paper).paper) | {"seal": seal})


def file_name(paper: ScrutinyPaper) -> str:
    """Return the name of the file: `scrutiny-1-2013-06-06-draft.docx`; signed, without `-draft`."""
    day = (paper.letter.dated if paper.letter else None) or paper.plan.on
    number = f"{paper.letter.number}-" if paper.letter else ""
    return f"scrutiny-{number}{day.isoformat()}{'' if _is_signed(paper) else '-draft'}.docx"


def context(paper: ScrutinyPaper) -> Context:
    """Return what the template is filled in with."""
    report, plan = paper.letter, paper.plan
    day = report.dated if report else None
    heading = (report.subject if report else "") or "Children’s social care: progress with the improvement plan"
    state = "" if _is_signed(paper) else "DRAFT – to be completed by the relevant officer"
    made = frame(plan.board, "Scrutiny committee report", heading, day or plan.on, state, draft=not _is_signed(paper))
    made |= {
        "heading": heading.upper(),
        "committee": (report.addressee.strip() if report else "") or _TO_BE_NAMED,
        "officer": (report.signs_as.strip() if report else "") or _TO_BE_NAMED,
        "item": report.reference.strip() if report else "",
        "date": day_in_full(day) if day else _TO_BE_NAMED,
        "sections": _sections(paper),
        "appendix": f"{committee.appendix_name(paper)}: the improvement plan",
        "appendix_intro": f"Each line as rated by the Board, under its theme, as at {day_in_full(plan.on)}.",
        "plan": _themes(paper),
        "key": rating_cells.key(plan.scheme) if plan.lines else [],
        "initials": explained(plan.people, [line.lead for line in plan.lines if line.lead]),
    }
    made["said"] = [
        made["council"].splitlines(),
        [made["sample"]],
        [made["committee"]],
        *([part["text"]] for section in made["sections"] for part in section["parts"]),
        *([section["heading"]] for section in made["sections"]),
        *([line["ref"], line["title"], line["rating"]] for theme in made["plan"] for line in theme["lines"]),
    ]
    return made


def _sections(paper: ScrutinyPaper) -> list[Context]:
    """Return the fourteen sections with their paragraphs numbered, and the questions in their places."""
    written = _written(paper)
    return [
        {
            "id": written[key].id if key in written else "",
            "number": f"{key}.0",
            "heading": heading,
            "parts": _parts(key, written, NOTHING if _is_signed(paper) else UNWRITTEN),
        }
        for key, heading in committee.HEADINGS.items()
    ]


def _written(paper: ScrutinyPaper) -> dict[str, views.Block]:
    """Return the blocks of the report; while nobody has started one, those the program would draft."""
    if paper.letter is not None:
        return {block.key: block for block in paper.letter.blocks}
    drafted = committee.draft(paper)
    return {one.key: views.Block("", 1, one.key, one.heading, one.text, one.text, edited=False) for one in drafted}


def _parts(key: str, written: dict[str, views.Block], nothing: str) -> list[Context]:
    """Return the paragraphs of a section; those of its own block carry the block's identity, the questions none."""
    text = written[key].text if key in written else ""
    block = written[key].id if key in written else ""
    parts = [{**one, "id": block} for one in _numbered(key, paragraphs(text)) or [_part(f"{key}.1", nothing)]]
    for place, (question, answer) in committee.QUESTIONS.items():
        if place.split(".")[0] == key:
            said = written[place].text.strip() if place in written else ""
            parts.append(_part(place, f"{question} {said or answer}"))
    return parts


def _numbered(key: str, found: list[Context]) -> list[Context]:
    """Give paragraphs their numbers, 6.1, 6.2 …; a list belongs to the paragraph before it.

    Section 3 has one number and section 6 has six before its question; what is more goes on without a number.
    """
    most = _MOST if key == _BACKGROUND else 1 if key == "3" else len(found)
    parts: list[Context] = []
    count = 0
    for one in found:
        if one["bullet"] and count:
            parts.append(_part("", one["text"]))
        elif count < most:
            count += 1
            parts.append(_part(f"{key}.{count}", one["text"]))
        else:
            parts[-1]["text"] += f"\n\n{one['text']}"
    return parts


def _part(number: str, text: str) -> Context:
    return {"id": "", "number": number, "text": text}


def _themes(paper: ScrutinyPaper) -> list[Context]:
    """Return every line under its theme, in the plan's order."""
    return [
        {"theme": theme, "lines": [_line(paper, line) for line in found]}
        for theme, found in groupby(paper.plan.lines, key=lambda line: line.theme)
    ]


def _line(paper: ScrutinyPaper, line: views.PlanLine) -> Context:
    plan = paper.plan
    unrated = capital(line_notes.not_rated(plan.scheme, line, plan.last, plan.on)) if line.rating is None else ""
    return {
        **rating_cells.cell(plan.scheme, line.rating),
        "ref": line.ref,
        "title": line.title,
        "lead": ". ".join(filter(None, (_lead(line), f"Due {show(line.due)}" if line.due else ""))),
        "direction": unrated or rating_cells.DIRECTIONS.get(line.direction or "", "–"),
        "why": line_notes.why(plan.scheme, line, plan.on) or ["–"],
    }


def _lead(line: views.PlanLine) -> str:
    return f"Lead: {line.lead}" if line.lead else ""


def _is_signed(paper: ScrutinyPaper) -> bool:
    return paper.letter is not None and paper.letter.state in _SIGNED

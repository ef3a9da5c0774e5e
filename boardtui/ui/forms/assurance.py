"""Audits, reviews and visits: entering them, what they found and judged, to which board they were reported (N 5.9)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from boardtui import services
from boardtui.domain.assured import Assurance, AssuranceKind, Finding, Judgement
from boardtui.domain.obligations import Binds
from boardtui.domain.text import one_line
from boardtui.domain.views import Source
from boardtui.ui.forms.answering import any_day, count, past_day
from boardtui.ui.modals.confirm import Confirm
from boardtui.ui.modals.form import Answers, Form
from boardtui.ui.widgets.fields import Field, lines, one_of, words
from boardtui.ui.widgets.literal import line

_YES_NO = [("no", "no"), ("yes", "yes")]
MOST_CASES = 1_000_000


def add(today: date) -> Form:
    """Ask for an audit, review, visit or inspection, planned or done."""
    return Form(
        "Add an audit or review",
        [*_what(None), *_planned(None, today), *_rest(None)],
        lambda answers: lambda work: services.assurance.add_assurance(work, **_filled(answers)),
    )


def edit(found: Assurance, today: date) -> Form:
    """Ask for new particulars."""
    return Form(
        f"{found.ref}, {found.kind}",
        [*_what(found), *_planned(found, today), *_rest(found)],
        lambda answers: (
            lambda work: services.assurance.edit_assurance(work, found.number, found.version, **_filled(answers))
        ),
    )


def done(found: Assurance, today: date) -> Form:
    """Ask when it was done, over how many cases, what it came to, and when which board was told."""
    on = found.done_on
    return Form(
        f"{found.ref} was done",
        [
            past_day("done_on", "Done on", today, on or today, needed=True),
            count("cases", "Cases", found.cases, high=MOST_CASES, hint="how many files were read"),
            lines("summary", "In short", found.summary),
            _meeting(found),
            past_day("safeguarding_board_on", "Safeguarding Bd", today, found.safeguarding_board_on),
        ],
        lambda answers: (
            lambda work: services.assurance.edit_assurance(work, found.number, found.version, **_told(found, answers))
        ),
        says=line(
            "Told to both boards: to this one at which meeting, to the Safeguarding Children Board when (N 5.9)."
        ),
    )


def add_finding(found: Assurance) -> Form:
    """Ask for one thing that it found."""
    return Form(
        f"What {found.ref} found",
        [lines("text", "Finding", needed=True), words("paragraph", "Paragraph", hint="of its report")],
        lambda answers: (
            lambda work: services.assurance.add_finding(work, found.number, answers["text"], answers["paragraph"])
        ),
        says=line(found.title, "bold"),
    )


def require(of: Assurance, found: Finding, today: date) -> Form:
    """Ask for the requirement that a finding becomes."""
    taken = sum(1 for one in of.findings if one.requirement) + 1
    return Form(
        f"{found.ref} becomes a requirement",
        [
            words("ref", "Reference", f"{of.source or of.ref} R{taken}", needed=True),
            lines("text", "Required", "" if of.restricted else found.text, needed=True),
            words("heading", "Under"),
            one_of("binds", "Of whom", [str(one) for one in Binds]),
            any_day("due", "Due", today),
        ],
        lambda answers: lambda work: services.assurance.require(work, found.ref, **answers),
        says=line(found.text, "bold"),
    )


def judge(of: Assurance, given: Sequence[Judgement], today: date) -> Form:
    """Ask for a judgement on its own framework's scale; the framework last used stands there."""
    last = given[-1] if given else None
    scale = ", ".join(last.scale) if last else ""
    return Form(
        f"What {of.ref} judged",
        [
            words("framework", "Framework", last.framework if last else "", needed=True),
            words("aspect", "Aspect", needed=True, hint="Leadership and governance"),
            words("level", "Judgement", needed=True, hint="Adequate"),
            words("scale", "Its scale", scale, hint="Outstanding, Good, … best first"),
            past_day("given_on", "Given on", today, of.done_on, needed=True),
        ],
        lambda answers: (
            lambda work: services.assurance.add_judgement(
                work, of.number, **{**answers, "scale": _parts(answers["scale"])}
            )
        ),
        says=line("A judgement belongs to its own scale: no movement is worked out across frameworks."),
    )


def remove(found: Assurance) -> Confirm:
    """Ask whether an audit or review is to go with what it found."""
    said = f"{found.title}, with its findings and judgements. Undo brings it back."
    return Confirm(line(f"Remove {found.ref}?"), line(said), "Remove it", "Keep it")


def source_named(code: str, sources: Sequence[Source]) -> str:
    """Name a source in full."""
    return next((f"{code}  {one.title}" for one in sources if one.code == code), code)


def _what(found: Assurance | None) -> list[Field]:
    return [
        one_of("kind", "Kind", [str(kind) for kind in AssuranceKind], found.kind if found else ""),
        words("title", "Title", found.title if found else "", needed=True),
        words("body", "By", found.body if found else "", hint="who carries it out"),
    ]


def _planned(found: Assurance | None, today: date) -> list[Field]:
    return [
        any_day("planned_for", "Planned for", today, found.planned_for if found else None),
        past_day("commissioned_on", "Commissioned", today, found.commissioned_on if found else None),
        past_day("done_on", "Done on", today, found.done_on if found else None),
        count("cases", "Cases", found.cases if found else None, high=MOST_CASES),
    ]


def _rest(found: Assurance | None) -> list[Field]:
    validates = "yes" if found and found.validates else "no"
    return [
        lines("summary", "In short", found.summary if found else "", tall=2),
        one_of("validates", "Validates (8.1)", _YES_NO, validates),
        words("kept", "Kept at", found.kept if found else ""),
        words("restricted", "Restricted", (found.restricted or "") if found else "", hint="reason, if it is"),
    ]


def _meeting(found: Assurance) -> Field:
    number = found.improvement_board_meeting
    return count("improvement_board_meeting", "Our meeting", number, high=10_000, hint="number of the meeting told")


def _filled(answers: Answers) -> Answers:
    return {**answers, "validates": answers["validates"] == "yes", "restricted": answers["restricted"] or None}


def _told(found: Assurance, answers: Answers) -> Answers:
    """Leave out the meeting that was told when it is still the same."""
    same = answers["improvement_board_meeting"] == found.improvement_board_meeting
    return {name: told for name, told in answers.items() if not (same and name == "improvement_board_meeting")}


def _parts(typed: str) -> tuple[str, ...]:
    return tuple(part for part in (one_line(part) for part in typed.replace(";", ",").split(",")) if part)

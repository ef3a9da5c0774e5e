"""The Chair's letter as a Word file: under the Chair's and the Board's own heading, never the council's (N 8.1)."""

from __future__ import annotations

import re

from boardtui.documents import annexes, rating_cells, word
from boardtui.documents.frame import frame, head_said
from boardtui.documents.offices import title
from boardtui.documents.sentences import sentence
from boardtui.documents.word import Context
from boardtui.domain import views
from boardtui.domain.dates import show
from boardtui.domain.papers import LetterPaper
from boardtui.domain.states import LetterState, PersonKind, SignedHow
from boardtui.domain.text import clean, one_line
from boardtui.domain.withholding import open_version

JUDGEMENT = "judgement"
"""The block that is the Chair's own and is never drafted."""

UNWRITTEN = "[The Chair's own judgement of pace and of whether the targets will be met: to be written by the Chair]"
ASKS = "asks"
"""What is asked of the department: drafted where the record has it, else the Chair's to write."""

UNASKED = "[What is asked, or that nothing is: to be written by the Chair]"
_PLACES = {JUDGEMENT: UNWRITTEN, ASKS: UNASKED}
_SIGNED = (LetterState.SIGNED, LetterState.SENT)
_HOW: dict[str, str] = {
    SignedHow.PAPER: "on paper",
    SignedHow.EMAIL: "by e-mail",
    SignedHow.PROGRAM: "electronically",
}
_OFFICE = "Independent Chair"


def render(paper: LetterPaper, seal: str = "") -> bytes:
    """Return the letter as a Word file, which is open; signed, with what its footer prints of the seal."""
    return word.render("letter", context(open_version(paper).paper) | {"seal": seal})


def file_name(paper: LetterPaper) -> str:
    """Return the name of the file: `letter-2-2013-05-24-draft.docx`; signed, without `-draft`."""
    day = paper.letter.dated or paper.on
    draft = "" if paper.letter.state in _SIGNED else "-draft"
    return f"letter-{paper.letter.number}-{day.isoformat()}{draft}.docx"


def context(paper: LetterPaper) -> Context:
    """Return what the template is filled in with."""
    letter = paper.letter
    made = frame(
        paper.board,
        f"Letter {letter.number} from the Chair",
        letter.subject or "Letter from the Chair",
        letter.dated or paper.on,
        state(paper),
        draft=letter.state not in _SIGNED,
    )
    made |= {
        "sender": f"From the {_office(paper)}",
        "addressee": "\n".join(filter(None, (letter.addressee.strip(), letter.address.strip()))),
        "reference": reference(letter),
        "salutation": letter.salutation,
        "subject": letter.subject,
        "blocks": [_block(one) for one in letter.blocks if one.text.strip() or place(letter, one)],
        "signature": signature(paper),
        "signed": signed(letter),
        "copies": sentence("; ".join(filter(None, map(str.strip, clean(letter.copies).split("\n"))))),
        "plan": annexes.plan(paper),
        "plan_intro": annexes.plan_intro(paper),
        "key": rating_cells.key(paper.scheme) if paper.lines else [],
        "meetings": annexes.meetings(paper),
        "initials": annexes.initials(paper),
    }
    made["said"] = [
        *head_said(made),
        *([made[name]] for name in ("addressee", "salutation", "subject", "signature", "signed", "copies")),
        *([part["text"]] for block in made["blocks"] for part in block["parts"]),
        *([block["heading"]] for block in made["blocks"]),
        *([line["ref"], line["title"], line["rating"], *line["why"]] for line in made["plan"]),
        *([meeting["number"], meeting["present"], meeting["away"]] for meeting in made["meetings"]),
    ]
    return made


def state(paper: LetterPaper) -> str:
    """Return how far a letter or report is from being signed; nothing once it is."""
    if paper.letter.state in _SIGNED:
        return ""
    if paper.letter.state == LetterState.FACT_CHECK:
        return "DRAFT – for the Council's fact check"
    return "DRAFT – with the Chair" if paper.letter.state == LetterState.WITH_CHAIR else "DRAFT – not signed"


def reference(letter: views.Letter) -> str:
    """Return the reference and the date, a line each."""
    day = show(letter.dated) if letter.dated else f"to be entered when the {letter.series} is signed"
    return "\n".join(filter(None, (f"Reference: {letter.reference}" if letter.reference else "", f"Date: {day}")))


def place(letter: views.Letter, block: views.Block) -> str:
    """Return what a draft prints where a block waits for the Chair's own words; signed, nothing stands there."""
    return _PLACES.get(block.key, "") if block.key == JUDGEMENT or letter.state not in _SIGNED else ""


def _block(block: views.Block) -> Context:
    """Return a block as paragraphs; one that is the Chair's to write, while it is unwritten, as an empty place."""
    parts = paragraphs(block.text)
    if not parts:
        parts = [{"text": _PLACES[block.key], "bullet": "", "placeholder": "yes"}]
    return {"id": block.id, "heading": block.heading, "parts": parts}


def paragraphs(text: str) -> list[Context]:
    """Break a block's text into paragraphs at blank lines; a line beginning with `- ` is an item of a list."""
    parts: list[Context] = []
    for chunk in re.split(r"\n[ \t]*\n", clean(text).strip()):
        plain: list[str] = []
        for line in chunk.split("\n"):
            if line.lstrip().startswith("- "):
                parts += _paragraph(plain)
                plain = []
                parts.append({"text": line.lstrip()[2:].strip(), "bullet": "yes", "placeholder": ""})
            else:
                plain.append(line)
        parts += _paragraph(plain)
    return parts


def _paragraph(lines: list[str]) -> list[Context]:
    text = "\n".join(lines).strip()
    return [{"text": text, "bullet": "", "placeholder": ""}] if text else []


def _office(paper: LetterPaper) -> str:
    chair = next((one for one in paper.people.values() if one.kind == PersonKind.CHAIR), None)
    return (chair.role or chair.name) if chair else _OFFICE


def signature(paper: LetterPaper) -> str:
    """Return who signs: the name as entered (post-nominals only if they are part of it), office and Board.

    Where no name is entered it is that of whoever signed.
    """
    letter, board = paper.letter, paper.board
    chair = next((one for one in paper.people.values() if one.kind == PersonKind.CHAIR), None)
    office = _office(paper)
    named = letter.signs_as.strip() or board.chair_signs_as.strip() or (title(chair.name, "") if chair else "")
    signer = one_line(letter.signed_by) if letter.state in _SIGNED else ""
    name = signer if named in ("", office) else named
    return "\n".join(dict.fromkeys(line for line in (name, office, board.name) if line))


def signed(letter: views.Letter) -> str:
    """Say by whom, when and how a letter or report was signed; nothing before it is."""
    if letter.signed_on is None or letter.state not in _SIGNED:
        return ""
    who = (one_line(letter.signed_by), show(letter.signed_on), _HOW.get(letter.signed_how, ""))
    return f"Signed: {', '.join(filter(None, who))}."

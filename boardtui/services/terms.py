"""The Board's own words: abbreviations that papers spell out, and words that the spelling check knows."""

from __future__ import annotations

from boardtui.domain.text import one_line
from boardtui.errors import BoardError, NotFoundError
from boardtui.services import finding
from boardtui.store.models import Term
from boardtui.store.unit import Work

LONGEST = 40


def set_term(work: Work, text: str, means: str = "", *, spelt_out: bool = True) -> str:
    """Enter a word or an abbreviation with what it means, or change what is entered of it; return it.

    Without a meaning it is a word that is spelt as it is; an abbreviation everybody knows may be switched off so.
    """
    wanted, meaning = finding.wording(text, "The word"), one_line(means)
    if " " in wanted or len(wanted) > LONGEST:
        raise BoardError(f"“{wanted}” is not one word.", "Nothing was entered.", "Enter the words one by one.")
    row = _row(work, wanted)
    said = f"{wanted}: {meaning}" if meaning else wanted
    if row is None:
        work.say(f"Enter {said} among the Board's words")
        work.add(Term(text=wanted, means=meaning, spelt_out=spelt_out), wanted)
    else:
        work.say(f"Change {said} among the Board's words")
        row.means, row.spelt_out = meaning, spelt_out
    return wanted


def remove_term(work: Work, text: str) -> None:
    """Take a word or an abbreviation out of the Board's own."""
    row = _row(work, one_line(text))
    if row is None:
        raise NotFoundError(
            f"“{one_line(text)}” is not among the Board's words.",
            "Nothing was changed.",
            "Look at the list of them and give one as it is written there.",
        )
    work.say(f"Remove {row.text} from the Board's words")
    work.delete(row)


def _row(work: Work, text: str) -> Term | None:
    row: Term | None = work.find(Term, text=text)
    return row

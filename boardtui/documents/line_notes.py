"""What stands beside a plan line's rating in print: when it was agreed, what has passed, what speaks against it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from boardtui.documents import rating_cells
from boardtui.documents.drafting.shortening import shortened
from boardtui.documents.sentences import capital, sentence
from boardtui.domain import views
from boardtui.domain.challenge import KINDER, Flag, FlagKind
from boardtui.domain.challenge_facts import CLAIMS
from boardtui.domain.dates import show
from boardtui.domain.line_words import WordKind, alike, on_rating, outcomes
from boardtui.domain.named_days import passed
from boardtui.domain.ratings import Scheme
from boardtui.domain.text import listed

WITHOUT = "No path to green has been agreed."
_UNTOLD = "and the minutes do not say what came of it"
_ALIKE, _WORDS = 2, 40


def reason(scheme: Scheme, line: views.PlanLine) -> str:
    """Give a rating's reason with the day it was agreed, or what a later meeting said of the rating itself.

    Where it is printed under a restriction, that is said too.
    """
    newest = None if line.withheld else on_rating(scheme, line)
    if newest is not None:
        return f"{sentence(capital(newest.text))} ({show(newest.on)}; the rating was agreed {_agreed(line)}.)"
    kept_out = f"Restricted: {line.restricted}" if line.restricted and not line.withheld else ""
    said = " ".join(sentence(capital(one)) for one in (line.reason, kept_out) if one)
    return f"{said} (Agreed {show(line.agreed_on)}.)" if said and line.agreed_on else said


def path(line: views.PlanLine, on: date, *, agreed: bool = True) -> str:
    """Give a path to green with the day it was agreed; that a day in it has passed, where nothing is recorded since.

    `agreed` is off where the reason beside it says that day already.
    """
    if not line.path:
        return "" if line.withheld else WITHOUT
    gone = [] if outcomes(line) else [show(day) for day in passed(line.path, line.agreed_on, on)]
    notes = [f"agreed {show(line.agreed_on)}"] if agreed and line.agreed_on else []
    notes += [f"{listed(gone)} {'has' if len(gone) == 1 else 'have'} passed, {_UNTOLD}"] if gone else []
    said = sentence(line.path)
    return f"{said} ({capital('; '.join(notes))}.)" if notes else said


def since(scheme: Scheme, line: views.PlanLine) -> str:
    """Say what the record holds of a line after its rating was agreed: the newest word on what was said then (rule 6).

    A moved date is told only where nothing else is; of a line without a path, only what speaks of its reason.
    """
    told = [one for one in outcomes(line) if one != on_rating(scheme, line) and _bears(line, one)]
    newest = [one for one in told if one.kind != WordKind.MOVED] or told
    return _word(newest[-1]) if newest else ""


def _bears(line: views.PlanLine, word: views.LineWord) -> bool:
    about_action = word.kind in (WordKind.UPDATE, WordKind.CLOSED)
    return bool(line.path) or not about_action or alike(line.reason, word.text) >= _ALIKE


def why(scheme: Scheme, line: views.PlanLine, on: date) -> list[str]:
    """Give a rating's reason, its path to green where it needs one and has one, and what came of it since."""
    shown = line.path and rating_cells.needs_path(scheme, line.rating)
    given = reason(scheme, line)
    newer = not line.withheld and on_rating(scheme, line) is not None  # the reason shown is newer than the path
    way = f"Path to green: {path(line, on, agreed=newer or not given)}" if shown else ""
    return [one for one in (given, way, since(scheme, line)) if one]


def _word(word: views.LineWord) -> str:
    """Tell one later word with its day: `Since then, 16 May 2013: it is agreed`."""
    text = shortened(word.text, _WORDS)
    if word.kind == WordKind.MOVED and word.due:
        text = f"due date moved to {show(word.due)}{f': {text}' if text else ''}"
    if word.kind == WordKind.CLOSED:
        text = f"action {word.ref} closed: {text}"
    return f"Since then, {show(word.on)}: {sentence(text)}"


def _agreed(line: views.PlanLine) -> str:
    return show(line.agreed_on) if line.agreed_on else "earlier"


def is_past(scheme: Scheme, line: views.PlanLine, on: date) -> bool:
    """Say whether a line's date has passed without its being complete."""
    return line.due is not None and line.due < on and not _is_complete(scheme, line.rating)


def past(scheme: Scheme, line: views.PlanLine) -> str:
    """Name a line past its date with the date and its rating: `2.3 (30 Apr 2013, Red)`."""
    was = next((one for _, one in line.history if _is_complete(scheme, one)), None)
    reopened = f", was {rating_cells.worded(scheme, was)}" if was else ""
    due = f"{show(line.due)}, " if line.due else ""
    return f"{line.ref} ({due}{rating_cells.worded(scheme, line.rating)}{reopened})"


def is_short(scheme: Scheme, line: views.PlanLine) -> bool:
    """Say whether a line has a good rating without being complete."""
    return line.rating is not None and not (
        rating_cells.needs_path(scheme, line.rating) or _is_complete(scheme, line.rating)
    )


def complete(scheme: Scheme) -> tuple[str, str]:
    """Return the word and the meaning of the level that asks for evidence: `Blue`, `Complete and embedded`."""
    level = next((one for one in scheme if one.rank and one.needs_evidence), None)
    return (level.word, level.meaning.split(",")[0].rstrip(". ")) if level else ("complete", "")


def against(scheme: Scheme, line: views.PlanLine, flags: Iterable[Flag]) -> str:
    """Say what speaks against a good rating: a late action, an indicator, a re-check that was not made (rule 7).

    It is what the Chair's report says too, by the same flags.
    """
    found = [_against(line, one) for one in flags if one.line == line.ref and one.kind in KINDER]
    found = [one for one in found if one]
    return f"{rating_cells.worded(scheme, line.rating)} although {listed(found)}" if found else ""


def _against(line: views.PlanLine, flag: Flag) -> str:
    """Tell a flag as a clause, by the records behind it; a restricted action is not among them (rule 12).

    A rating that names its evidence in its own words is not without evidence.
    """
    refs = [one.ref for one in flag.facts if one.ref not in (flag.line, *line.restricted_actions)]
    named_with_rating = any(one.words.partition(CLAIMS)[2] not in ("", "restricted") for one in flag.facts)
    if (flag.kind == FlagKind.GREEN_OVERDUE and not refs) or named_with_rating:
        return ""
    many, named = len(refs) > 1, listed(refs)
    match flag.kind:
        case FlagKind.GREEN_OVERDUE:
            return f"action{'s' if many else ''} {named} {'are' if many else 'is'} overdue"
        case FlagKind.GREEN_FAILING | FlagKind.BLUE_FALLING:
            return f"{named} {'go' if many else 'goes'} the wrong way"
        case FlagKind.BLUE_RECHECK:
            return "it has not been looked at again as agreed"
    return "no evidence is entered for it"


def not_rated(scheme: Scheme, line: views.PlanLine, last: views.Meeting | None, on: date) -> str:
    """Say why a line has no rating."""
    if line.starts and line.starts > on:
        return f"starts {show(line.starts)}"
    if line.proposed:
        return f"{rating_cells.worded(scheme, line.proposed)} proposed, not yet agreed"
    if line.starts and last and line.starts >= last.date:
        return f"began {show(line.starts)}, after the last meeting"
    began = f"began {show(line.starts)}, " if line.starts else ""
    return f"{began}no rating agreed yet"


def _is_complete(scheme: Scheme, letter: str | None) -> bool:
    return any(level.letter == letter and level.needs_evidence for level in scheme)

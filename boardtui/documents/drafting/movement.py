"""How far the plan's lines have moved since the last letter (rule 5, *direction of travel*)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from boardtui.domain import views
from boardtui.domain.papers import LetterPaper
from boardtui.domain.ratings import Direction, Level, direction, level_of


@dataclass(frozen=True)
class Moved:
    """A plan line, the rating it had before, and which way it went."""

    line: views.PlanLine
    before: str | None
    way: Direction | None


def moved(paper: LetterPaper) -> tuple[Moved, ...]:
    """Compare each line with its rating when the last letter was written; the first letter, with its first rating."""
    found = []
    for line in paper.lines:
        before = rating_before(paper, line)
        found.append(Moved(line, before, direction(paper.scheme, before, line.rating)))
    return tuple(found)


def rating_before(paper: LetterPaper, line: views.PlanLine) -> str | None:
    """Return the agreed rating in force before the first meeting that the letter covers.

    Where no meeting before it is known, it is the first rating that is known.
    """
    earlier = [level for number, level in line.history if number < paper.letter.first_meeting]
    if paper.earlier is not None and earlier:
        return earlier[-1]
    return next((level for _, level in line.history if level), None)


def rating_before_meeting(line: views.PlanLine, number: int) -> str | None:
    """Return the agreed rating in force before one meeting; none where the line had none yet."""
    earlier = [level for meeting, level in line.history if meeting < number]
    return earlier[-1] if earlier else None


def never_rated_before(paper: LetterPaper, line: views.PlanLine) -> bool:
    """Say whether a line got its first rating in the period that the letter covers."""
    first = paper.letter.first_meeting
    reached = any(number < first for number, _ in line.history)
    return reached and not any(level for number, level in line.history if number < first)


def since_letter(paper: LetterPaper, line: views.PlanLine) -> list[str]:
    """List the agreed ratings that a line had at the meetings that the letter covers."""
    return [level for number, level in line.history if number >= paper.letter.first_meeting and level]


def fell_within(paper: LetterPaper, line: views.PlanLine) -> str | None:
    """Return the rating from which a line fell in the period covered, if it was better there than it is now."""
    ranks = {level.letter: level.rank for level in paper.scheme if level.rank}
    now = ranks.get(line.rating or "")
    given = [level for level in since_letter(paper, line) if level in ranks]
    best = max(given, key=lambda level: ranks[level], default=None)
    return best if now is not None and best is not None and ranks[best] > now else None


def reaches_back(paper: LetterPaper) -> bool:
    """Say whether the histories reach to before the letter's first meeting, so that *since my last letter* is true."""
    first = paper.letter.first_meeting
    return paper.earlier is not None and any(number < first for line in paper.lines for number, _ in line.history)


def tally(paper: LetterPaper) -> Counter[Direction]:
    """Count the lines by the way they went, those not rated left out."""
    return Counter(one.way for one in moved(paper) if one.way is not None)


def level_word(paper: LetterPaper, letter: str | None) -> str:
    """Return a level's word as it stands inside a sentence: `red`."""
    if letter is None:
        return "not rated"
    try:
        word = level_of(paper.scheme, letter).word
    except ValueError:
        return letter
    return word[:1].lower() + word[1:]


def real_levels(paper: LetterPaper) -> list[Level]:
    """Return the levels that are ratings, the best first."""
    return sorted((level for level in paper.scheme if level.rank), key=lambda level: -level.rank)


def red_letter(paper: LetterPaper) -> str:
    """Return the letter of the worst level."""
    levels = real_levels(paper)
    return levels[-1].letter if levels else ""


def amber_letters(paper: LetterPaper) -> tuple[str, ...]:
    """Return the other levels from which a path to green is asked."""
    return tuple(level.letter for level in real_levels(paper)[:-1] if level.needs_path)


def good_letters(paper: LetterPaper) -> tuple[str, ...]:
    """Return the levels from which no path to green is asked."""
    return tuple(level.letter for level in real_levels(paper) if not level.needs_path)

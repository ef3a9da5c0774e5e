"""The plan's ratings now, and how they have moved since the last letter (rule 5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.movement import (
    good_letters,
    level_word,
    moved,
    reaches_back,
    real_levels,
    red_letter,
    since_letter,
    tally,
)
from boardtui.documents.drafting.numbers import number
from boardtui.documents.drafting.phrases import paragraph
from boardtui.documents.drafting.shortening import words_in
from boardtui.domain.ratings import Direction, Level
from boardtui.domain.text import listed

_LONGEST_MEANING = 5
_REST = "The annex has every line"


def plan(material: Material) -> str:
    """Say in words and numbers how many lines stand at each level, and how many went up or down."""
    paper = material.paper
    if not paper.lines:
        return paragraph("The Improvement Plan has no lines yet")
    counts = Counter(line.rating for line in paper.lines)
    rated = sum(counts[level.letter] for level in real_levels(paper))
    if not rated:
        return paragraph("None of the Improvement Plan's lines has been rated yet")
    return paragraph(*_standing(material, counts, len(paper.lines) - rated), _movement(material), _REST)


def _standing(material: Material, counts: Counter[str | None], unrated: int) -> list[str]:
    """Count the lines at each level, the best first; that none is at the worst is worth a word."""
    paper = material.paper
    worst = red_letter(paper)
    levels = [level for level in real_levels(paper) if counts[level.letter] or level.letter == worst]
    parts = [f"{_many(counts[level.letter])} {_explained(level)}" for level in levels]
    parts[0] = f"{_many(counts[levels[0].letter])} {_are(counts[levels[0].letter])} {_explained(levels[0])}"
    if len(paper.lines) == 1:
        word = level_word(paper, paper.lines[0].rating)
        return [f"The Improvement Plan has one line, and it is {word}"]
    waiting = f"; {number(unrated)} {_are(unrated)} not yet rated" if unrated else ""
    return [f"Of the Improvement Plan's {number(len(paper.lines))} lines, {listed(parts)}{waiting}"]


def _explained(level: Level) -> str:
    word, meaning = level.word[:1].lower() + level.word[1:], level.meaning.strip().rstrip(".")
    if not meaning or words_in(meaning) > _LONGEST_MEANING or meaning.casefold() == word.casefold():
        return word
    return f"{word} ({meaning[:1].lower() + meaning[1:]})"


def _movement(material: Material) -> str:
    paper = material.paper
    ways = tally(paper)
    up, down, same, new = (ways[way] for way in (Direction.BETTER, Direction.WORSE, Direction.SAME, Direction.NEW))
    if not up + down + same:
        return ""
    since = f"since my last {paper.letter.series}" if reaches_back(paper) else "since they were first rated"
    if not up and not down:
        if _moved_between(material):
            return f"Every line has the rating that it had {'when I last wrote' if reaches_back(paper) else 'at first'}"
        return f"No rating has changed {since}"
    parts = [
        f"{_many(up)} {_have(up)} improved{_reached(material, Direction.BETTER, good_letters(paper))}",
        f"{_many(down)} {_have(down)} slipped{_reached(material, Direction.WORSE, (red_letter(paper),))}",
        *([f"{number(same)} {_unchanged(material, same)}"] if same else []),
        *([f"{number(new)} {_are(new)} newly rated"] if new else []),
    ]
    return f"{since}, {'; '.join(parts) if any(',' in part for part in parts) else listed(parts)}"


def _unchanged(material: Material, same: int) -> str:
    """Say how those stand that neither improved nor slipped: one that rose and fell back is not unchanged."""
    if not _moved_between(material):
        return f"{_are(same)} unchanged"
    return "stand where they did" if same > 1 else "stands where it did"


def _moved_between(material: Material) -> bool:
    """Say whether a line that stands where it did had another rating in between."""
    stay = [one.line for one in moved(material.paper) if one.way == Direction.SAME]
    return any(level != line.rating for line in stay for level in since_letter(material.paper, line))


def _reached(material: Material, way: Direction, letters: Collection[str]) -> str:
    """Say how many of those that moved now stand at the levels that matter: off the path to green, or at red."""
    paper = material.paper
    all_ = [one for one in moved(paper) if one.way == way]
    came = [one for one in all_ if one.line.rating in letters]
    if not came:
        return ""
    words = [
        level_word(paper, level.letter)
        for level in reversed(real_levels(paper))
        if any(one.line.rating == level.letter for one in came)
    ]
    to = listed(words, joined_by="or")
    if len(came) < len(all_):
        return f", {number(len(came))} of them to {to}"
    return f" to {to}" if len(came) == 1 else f", {'both' if len(came) == 2 else 'all'} to {to}"


def _many(count: int) -> str:
    return number(count) if count else "none"


def _are(count: int) -> str:
    return "are" if count > 1 else "is"


def _have(count: int) -> str:
    return "have" if count > 1 else "has"

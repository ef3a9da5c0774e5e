"""The plan's ratings now, and how they have moved since the last letter (rule 5)."""

from __future__ import annotations

from collections import Counter

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.movement import (
    good_letters,
    level_word,
    moved,
    real_levels,
    reaches_back,
    red_letter,
    tally,
)
from boardtui.documents.drafting.numbers import number
from boardtui.documents.drafting.phrases import paragraph
from boardtui.documents.drafting.shortening import words_in
from boardtui.domain.ratings import Direction, Level
from boardtui.domain.text import listed

_LONGEST_MEANING = 9


def plan(material: Material) -> str:
    """Say in words and numbers how many lines stand at each level, and how many went up or down."""
    paper = material.paper
    if not paper.lines:
        return paragraph("The Improvement Plan has no lines yet")
    counts = Counter(line.rating for line in paper.lines)
    unrated = sum(counts[letter] for letter in counts if letter not in {lv.letter for lv in real_levels(paper)})
    if unrated == len(paper.lines):
        return paragraph("None of the Improvement Plan's lines has been rated yet")
    return paragraph(_standing(material, counts, unrated), _movement(material), _slipped(material))


def _standing(material: Material, counts: Counter[str | None], unrated: int) -> str:
    paper = material.paper
    red = red_letter(paper)
    parts = [
        f"{number(counts[level.letter]) if counts[level.letter] else 'none'} "
        f"{'are' if counts[level.letter] > 1 else 'is'} {_explained(level)}"
        for level in real_levels(paper)
        if counts[level.letter] or level.letter == red
    ]
    if unrated:
        parts.append(f"{number(unrated)} {'are' if unrated > 1 else 'is'} not yet rated")
    lines = f"Of the Improvement Plan's {number(len(paper.lines))} lines"
    return f"{lines}, {listed(parts)}" if len(paper.lines) > 1 else f"The Improvement Plan has one line: {parts[0]}"


def _explained(level: Level) -> str:
    word, meaning = level.word[:1].lower() + level.word[1:], level.meaning.strip().rstrip(".")
    if not meaning or words_in(meaning) > _LONGEST_MEANING or meaning.casefold() == word.casefold():
        return word
    return f"{word} ({meaning[:1].lower() + meaning[1:]})"


def _movement(material: Material) -> str:
    ways = tally(material.paper)
    up, down, level, new = (
        ways[Direction.BETTER],
        ways[Direction.WORSE],
        ways[Direction.SAME],
        ways[Direction.NEW],
    )
    if not up + down + level:
        return ""
    since = "since my last letter" if reaches_back(material.paper) else "since they were first rated"
    if not up and not down:
        return f"No rating has changed {since}"
    parts = [
        f"{number(up) if up else 'none'} {'have' if up > 1 else 'has'} improved{_reached(material)}",
        f"{number(down) if down else 'none'} {'have' if down > 1 else 'has'} slipped",
    ]
    if level:
        parts.append(f"{number(level)} {'stand' if level > 1 else 'stands'} where {'they' if level > 1 else 'it'} stood")
    if new:
        parts.append(f"{number(new)} {'were' if new > 1 else 'was'} rated for the first time")
    return f"{since}, {listed(parts)}"


def _reached(material: Material) -> str:
    """Say how many of the improved lines no longer need a path to green."""
    good = good_letters(material.paper)
    came = sum(
        one.way == Direction.BETTER and one.line.rating in good and one.before not in good
        for one in moved(material.paper)
    )
    if not came:
        return ""
    words = [level_word(material.paper, letter) for letter in reversed(good)]
    return f" ({number(came)} of them to {listed(words, joined_by='or')})" if came > 1 else f" (one of them to {listed(words, joined_by='or')})"


def _slipped(material: Material) -> str:
    """Name the lines that slipped without becoming red; the red ones are told below."""
    paper = material.paper
    fell = [
        one
        for one in moved(paper)
        if one.way == Direction.WORSE and one.line.rating != red_letter(paper)
    ]
    if not fell or len(fell) > 2:
        return ""
    told = [
        f"{material.line(one.line)} from {level_word(paper, one.before)} to {level_word(paper, one.line.rating)}"
        for one in fell
    ]
    return f"The slip was in {told[0]}" if len(fell) == 1 and tally(paper)[Direction.WORSE] == 1 else f"Down went {listed(told)}"

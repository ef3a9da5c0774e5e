"""Every red line with its reason and what is being done, and at most three amber ones (DESIGN 6)."""

from __future__ import annotations

import re

from boardtui.documents.drafting.later import later, newest_reason
from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.movement import (
    amber_letters,
    fell_within,
    level_word,
    moved,
    rating_before,
    reaches_back,
    real_levels,
    red_letter,
)
from boardtui.documents.drafting.numbers import day_in_full, number
from boardtui.documents.drafting.offices import is_or_are, named
from boardtui.documents.drafting.overtaken import as_agreed, is_overtaken, letter_day
from boardtui.documents.drafting.phrases import is_clause, is_instruction, paragraph, paragraphs
from boardtui.documents.drafting.remedies import remedy
from boardtui.documents.drafting.said import day_said, is_dated, is_relative, rated_on
from boardtui.documents.drafting.shortening import words_in
from boardtui.documents.drafting.tense import in_past
from boardtui.domain import views
from boardtui.domain.line_words import NOT_SAID, WordKind
from boardtui.domain.papers import ReportPaper
from boardtui.domain.ratings import Direction
from boardtui.domain.text import listed

MOST_AMBERS = 3
"""How many amber lines the prose names; the annex has the rest (DESIGN 6)."""

_TOGETHER = 2
_LONG = 2
_LOST_WORDS = 15
_LATER = 2
_FORMALITY = re.compile(
    r"^(?:(?:Its|The) date (?:has )?(?:passed|went by|was missed)[^.;,]*[.;]|Re-?checked on [^.;]*[.;])\s+(?=\S)"
)
_WAYS = ("fallen", "new", "back", "still")


def reds(material: Material) -> str:
    """Tell each red line and at most three amber ones; the rest is in the annex."""
    paper = material.paper
    red = [line for line in paper.lines if line.rating == red_letter(paper)]
    amber = ambers_to_name(material)
    if not any(line.rating for line in paper.lines):
        return paragraph("There is no rating to report")
    if not red and not any(line.rating in amber_letters(paper) for line in paper.lines):
        return paragraph("No line of the plan is off track")
    return paragraphs(*_reds(material, red), _ambers(material, amber, len(red)) or _lost(material))


def ambers_to_name(material: Material) -> list[views.PlanLine]:
    """Choose the amber lines that a Minister should hear of: lost again, slipped, moved, late, longest at amber."""
    return _ambers_in_order(material)[: min(MOST_AMBERS, material.room.ambers)]


def _ambers_in_order(material: Material) -> list[views.PlanLine]:
    paper = material.paper
    letters = amber_letters(paper)
    slipped = {one.line.ref for one in moved(paper) if one.way == Direction.WORSE}
    amber = [line for line in paper.lines if line.rating in letters]
    return sorted(
        amber,
        key=lambda line: (
            not was_complete(material, line),
            line.ref not in slipped,
            -line.moves,
            -len(line.overdue_actions),
            -unchanged_for(line),
        ),
    )


def was_complete(material: Material, line: views.PlanLine) -> bool:
    """Say whether a line stood at the best level when the last letter was written or since, and no longer does."""
    levels = real_levels(material.paper)
    best = levels[0].letter if levels else None
    first = material.paper.letter.first_meeting
    since = {rating_before(material.paper, line), *(level for number_, level in line.history if number_ >= first)}
    return best is not None and best in since and line.rating != best


def unchanged_for(line: views.PlanLine) -> int:
    """Count the latest meetings at which a line had the rating it has now."""
    count = 0
    for _, level in reversed(line.history):
        if level != line.rating:
            break
        count += 1
    return count


def _reds(material: Material, red: list[views.PlanLine]) -> list[str]:
    """Tell one or two red lines in a paragraph; more of them in one each, the newly red first."""
    if not material.room.red:
        return [paragraph(f"The red lines are {listed([material.line(line) for line in red])}")] if red else []
    if len(red) <= _TOGETHER:
        each = [line_told(material, line, place, material.room.red) for place, line in enumerate(red)]
        return [paragraph(*_once([sentence for sentences in each for sentence in sentences]))]
    groups: dict[str, list[views.PlanLine]] = {}
    for line in red:
        groups.setdefault(_came_to_red(material, line), []).append(line)
    order = [line for way in _WAYS for line in groups.get(way, [])]
    told = {line.ref: _in_a_group(material, line, place) for place, line in enumerate(order)}
    return [
        text
        for way in _WAYS
        if way in groups
        for text in _group(_first(material, way, len(groups[way]), len(red)), [told[line.ref] for line in groups[way]])
    ]


def _group(first: str, told: list[str]) -> list[str]:
    """Open a group's first paragraph with what its lines have in common."""
    return [f"{first} {told[0]}", *told[1:]]


def _came_to_red(material: Material, line: views.PlanLine) -> str:
    """Say how a red line came to be so: fallen to it, first rated so, risen and fallen back, or red throughout."""
    before = rating_before(material.paper, line)
    if before is not None and before != line.rating:
        return "fallen"
    if fell_within(material.paper, line):
        return "back" if before else "fallen"
    return "still" if before else "new"


def _first(material: Material, way: str, count: int, of: int) -> str:
    """Open a group of red lines: those fallen to red, first rated as such, risen and fallen back, red throughout."""
    word = level_word(material.paper, red_letter(material.paper))
    many = f"{'all ' if count == of else ''}{number(count)}"
    have, were, are = ("have", "were", "are") if count > 1 else ("has", "was", "is")
    since_letter = reaches_back(material.paper)
    if way == "fallen":
        return paragraph(f"{many} {have} fallen to {word}{' since I last wrote' if since_letter else ''}")
    if way == "new":
        return paragraph(f"{many} {were} rated for the first time, as {word}")
    if way == "back":
        since = "when I last wrote" if since_letter else "at first"
        return paragraph(f"{many} {were} {word} {since}, rose, and {have} fallen back")
    return paragraph(f"{many} {were} {word} {'when I last wrote' if since_letter else 'at first'} and still {are}")


def _in_a_group(material: Material, line: views.PlanLine, place: int) -> str:
    words = material.room.red
    reason = material.told(substance(line.reason), words)
    told = _given(material, line, reason, 0) if reason else ": no reason is recorded"
    return paragraph(f"{material.line(line)}{told}", way_back(material, line, place, words))


def _ambers(material: Material, amber: list[views.PlanLine], reds_told: int) -> str:
    if not amber:
        return ""
    letters = amber_letters(material.paper)
    of = sum(line.rating in letters for line in material.paper.lines)
    word = level_word(material.paper, amber[0].rating)
    if of > len(amber):
        first = f"Of the {number(of)} {word} lines I single out {number(len(amber))}"
    else:
        first = f"The {number(of)} {word} lines are these" if of > 1 else f"There is one {word} line"
    told = [line_told(material, line, place + reds_told, material.room.amber) for place, line in enumerate(amber)]
    return paragraph(first, *_once([sentence for sentences in told for sentence in sentences]))


def _once(sentences: list[str]) -> list[str]:
    """Say only once in a paragraph that the minutes do not tell what became of a step."""
    said = [place for place, one in enumerate(sentences) if one.endswith(NOT_SAID)]
    return [
        one.removesuffix(NOT_SAID).rstrip(". ") if place in said[1:] else one for place, one in enumerate(sentences)
    ]


def _lost(material: Material) -> str:
    """Tell, where there is no room for amber lines, those that were complete and are so no longer, and that slipped."""
    ambers = _ambers_in_order(material)
    lost = [line for line in ambers if was_complete(material, line)]
    fell = {one.line.ref: one.before for one in moved(material.paper) if one.way == Direction.WORSE}
    slipped = [line for line in ambers if line not in lost and line.ref in fell]
    return paragraph(*_no_longer_complete(material, lost), *(_slipped(material, one, fell[one.ref]) for one in slipped))


def _no_longer_complete(material: Material, lost: list[views.PlanLine]) -> list[str]:
    if not lost:
        return []
    if len(lost) > 1:
        named_ = listed([material.line(line) for line in lost[:MOST_AMBERS]])
        more = f"{number(len(lost))} lines were complete and are so no longer"
        return [f"{more}{', among them' if len(lost) > MOST_AMBERS else ':'} {named_}"]
    reason = material.told(substance(lost[0].reason), _LOST_WORDS)
    return [f"{material.line(lost[0])} {_standing(material, lost[0])}{_given(material, lost[0], reason, 0)}"]


def _slipped(material: Material, line: views.PlanLine, before: str | None) -> str:
    word = level_word(material.paper, line.rating)
    return f"{material.line(line)} has slipped from {level_word(material.paper, before)} to {word}"


def substance(reason: str) -> str:
    """Leave out an opening that says only that a date has passed or that a line was looked at again."""
    rest = _FORMALITY.sub("", reason, count=1)
    return rest if rest else reason


def line_told(material: Material, line: views.PlanLine, place: int, words: int) -> list[str]:
    """Tell one line in a sentence or two: how it stands and why, then what is being done about it."""
    reason = material.told(substance(line.reason), words)
    standing = f"{material.line(line)} {_standing(material, line)}"
    return [f"{standing}{_given(material, line, reason, place)}", way_back(material, line, place, words)]


def _standing(material: Material, line: views.PlanLine) -> str:
    word = level_word(material.paper, line.rating)
    before = rating_before(material.paper, line)
    if was_complete(material, line):
        best = real_levels(material.paper)[0]
        return f"was {level_word(material.paper, best.letter)} and has fallen to {word}"
    first = next((level for _, level in line.history if level), None)
    if before is None and first not in (None, line.rating):
        return f"was first rated {level_word(material.paper, first)} and is now {word}"
    if before == line.rating and (fell_from := fell_within(material.paper, line)):
        return f"rose to {level_word(material.paper, fell_from)} and has fallen back to {word}"
    if before is None or before == line.rating:
        return f"is still {word}" if before and unchanged_for(line) > 1 else f"is {word}"
    way = next(one.way for one in moved(material.paper) if one.line is line)
    return f"has {'fallen' if way == Direction.WORSE else 'risen'} to {word}"


def _given(material: Material, line: views.PlanLine, reason: str, place: int) -> str:
    """Go on with a line's reason; one that the Board gave at an earlier meeting is told with its day."""
    if newest := newest_reason(material, line):
        return f": {newest}"
    given = rated_on(material, line)
    if not reason or given is None or not is_dated(material, line, reason):
        return _because(reason, place)
    how = "for the reason given" if isinstance(material.paper, ReportPaper) else "as told"
    return f", {how} on {day_said(material, given)}: {in_past(reason)}"


def _because(reason: str, place: int) -> str:
    if not reason:
        return ", and no reason is recorded"
    return f" because {reason}" if is_clause(reason) and place % 2 else f": {reason}"


def way_back(material: Material, line: views.PlanLine, place: int, words: int, *, after_reason: bool = True) -> str:
    """Tell what is being done about a line that is off track: the path agreed, or the first action that serves it.

    In a letter a path that would have to be broken off is left to the annex. `after_reason` says that the line's
    reason stands before it, with its day if it needs one.
    """
    path = material.told(line.path, words)
    newest = newest_reason(material, line) if after_reason else ""
    if newest and is_overtaken(material, line, path):
        return ". ".join(_opened(one) for one in later(material, line, rated_on(material, line)))
    if path and not isinstance(material.paper, ReportPaper) and words_in(path) > words * _LONG + 4:
        return ""
    if not path:
        return _by_action(material, line, words)
    people = material.paper.people
    lead = [line.lead] if line.lead and line.lead in people else []
    agreed = rated_on(material, line)
    when = f"on {day_said(material, agreed)}" if agreed else "earlier"
    if after_reason and agreed and line.reason and is_dated(material, line, material.told(line.reason, words)):
        when = ("that day", "at that meeting")[place % 2]
    if is_overtaken(material, line, path):
        by_report = isinstance(material.paper, ReportPaper)
        came = later(material, line, agreed, _LATER if by_report else 1)
        if came and not by_report:
            return came[0]
        as_it_was = as_agreed(path, when, named(lead, people) if lead else "")
        return ". ".join([as_it_was, *(_opened(one) for one in came or [NOT_SAID])])
    if agreed and is_relative(path):
        return f"what was agreed {when} was this: {path}"
    minuted = any(one.kind == WordKind.MINUTED for one in line.since)
    if minuted and (came := later(material, line, agreed, _LATER)):
        if not isinstance(material.paper, ReportPaper):
            return came[-1]
        as_it_was = as_agreed(path, when, named(lead, people) if lead else "")
        return ". ".join([as_it_was, *(_opened(one) for one in came)])
    return remedy(path, place, f"{named(lead, people)} {is_or_are(lead, people)}" if lead else "")


def _opened(text: str) -> str:
    return text[:1].upper() + text[1:]


def _by_action(material: Material, line: views.PlanLine, words: int) -> str:
    """Where no path is recorded, tell the first open action that serves the line."""
    serving = [action for action in material.paper.open if line.ref in action.lines and action.restricted is None]
    if not serving:
        return "No way back has been agreed yet"
    action, people = serving[0], material.paper.people
    text = material.told(action.text, words)
    due = f" by {day_in_full(action.due)}" if action.due else ""
    if action.leads and is_instruction(text):
        if action.due and action.due < letter_day(material):
            were = "were" if is_or_are(action.leads, people) == "are" else "was"
            return f"{named(action.leads, people)} {were} to {text}{due}, and that is still open"
        return f"{named(action.leads, people)} {is_or_are(action.leads, people)} to {text}{due}"
    return f"Action {action.ref} answers it{due}: {text}"

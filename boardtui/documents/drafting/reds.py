"""Every red line with its reason and what is being done, and at most three amber ones (DESIGN 6)."""

from __future__ import annotations

from boardtui.documents.drafting.material import Material
from boardtui.documents.drafting.movement import amber_letters, level_word, moved, rating_before, red_letter
from boardtui.documents.drafting.numbers import day_in_full, number
from boardtui.documents.drafting.offices import is_or_are, named
from boardtui.documents.drafting.phrases import is_clause, is_instruction, paragraph, paragraphs
from boardtui.documents.drafting.remedies import remedy
from boardtui.domain import views
from boardtui.domain.ratings import Direction
from boardtui.domain.text import listed

MOST_AMBERS = 3
"""How many amber lines the prose names; the annex has the rest (DESIGN 6)."""

_TOGETHER = 2
_REST = "The annex has every line"


def reds(material: Material) -> str:
    """Tell each red line and at most three amber ones; the rest is in the annex."""
    paper = material.paper
    red = [line for line in paper.lines if line.rating == red_letter(paper)]
    amber = ambers_to_name(material)
    if not paper.lines or not any(line.rating for line in paper.lines):
        return paragraph("There is no rating to report")
    return paragraphs(*_reds(material, red), _ambers(material, amber, len(red)), "" if amber else paragraph(_REST))


def ambers_to_name(material: Material) -> list[views.PlanLine]:
    """Choose the amber lines that a Minister should hear of: slipped, moved again, late, then longest at amber."""
    paper = material.paper
    letters = amber_letters(paper)
    slipped = {one.line.ref for one in moved(paper) if one.way == Direction.WORSE}
    amber = [line for line in paper.lines if line.rating in letters]
    order = sorted(
        amber,
        key=lambda line: (
            line.ref not in slipped,
            -line.moves,
            -len(line.overdue_actions),
            -unchanged_for(line),
        ),
    )
    return order[: min(MOST_AMBERS, material.room.ambers)]


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
        return [
            paragraph(*(one for place, line in enumerate(red) for one in _told(material, line, place, material.room.red)))
        ]
    fallen = [line for line in red if _has_moved(material, line)]
    held = [line for line in red if line not in fallen]
    return [*_group(material, fallen, len(red), 0), *_group(material, held, len(red), len(fallen))]


def _group(material: Material, lines: list[views.PlanLine], of: int, place: int) -> list[str]:
    if not lines:
        return []
    word = level_word(material.paper, lines[0].rating)
    moved_ = _has_moved(material, lines[0])
    many = f"all {number(of)}" if len(lines) == of else number(len(lines))
    if moved_:
        since = " since I last wrote" if material.paper.earlier else ""
        first = f"{many} {'have' if len(lines) > 1 else 'has'} fallen to {word}{since}"
    elif material.paper.earlier:
        first = f"{many} {'were' if len(lines) > 1 else 'was'} {word} before and {'are' if len(lines) > 1 else 'is'} still"
    else:
        first = f"{many} {'have' if len(lines) > 1 else 'has'} been {word} from the start"
    told = [
        paragraph(
            f"{material.line(line)}: {material.told(line.reason, material.room.red) or 'no reason is recorded'}",
            _way_back(material, line, n, material.room.red),
        )
        for n, line in enumerate(lines, start=place)
    ]
    return [paragraph(first), *told]


def _has_moved(material: Material, line: views.PlanLine) -> bool:
    before = rating_before(material.paper, line)
    return before is not None and before != line.rating


def _ambers(material: Material, amber: list[views.PlanLine], reds_told: int) -> str:
    if not amber:
        return ""
    letters = amber_letters(material.paper)
    of = sum(line.rating in letters for line in material.paper.lines)
    word = level_word(material.paper, amber[0].rating)
    if of == len(amber):
        first = f"The one {word} line" if of == 1 else f"The {number(of)} {word} lines"
        first = f"{first} {'is' if of == 1 else 'are'} these" if of > 1 else f"{first} needs a word too"
    else:
        first = f"Of the {number(of)} {word} lines I single out {number(len(amber))}"
    told = [
        one
        for place, line in enumerate(amber)
        for one in _told(material, line, place + reds_told, material.room.amber)
    ]
    return paragraph(first, *told, _REST)


def _told(material: Material, line: views.PlanLine, place: int, words: int) -> list[str]:
    """Tell one line in a sentence or two: how it stands and why, then what is being done about it."""
    reason = material.told(line.reason, words)
    standing = f"{material.line(line)} {_standing(material, line)}"
    return [f"{standing}{_because(reason, place)}", _way_back(material, line, place, words)]


def _standing(material: Material, line: views.PlanLine) -> str:
    word = level_word(material.paper, line.rating)
    before = rating_before(material.paper, line)
    if before is None or before == line.rating:
        return f"is still {word}" if before and unchanged_for(line) > 1 else f"is {word}"
    way = next(one.way for one in moved(material.paper) if one.line is line)
    return f"has {'fallen' if way == Direction.WORSE else 'risen'} to {word}"


def _because(reason: str, place: int) -> str:
    if not reason:
        return ", and no reason is recorded"
    return f" because {reason}" if is_clause(reason) and place % 2 else f": {reason}"


def _way_back(material: Material, line: views.PlanLine, place: int, words: int) -> str:
    path = material.told(line.path, words)
    return remedy(path, place) if path else _by_action(material, line, words)


def _by_action(material: Material, line: views.PlanLine, words: int) -> str:
    """Where no path is recorded, tell the first open action that serves the line."""
    serving = [
        action for action in material.paper.open if line.ref in action.lines and action.restricted is None
    ]
    if not serving:
        return "No way back has been agreed yet"
    action, people = serving[0], material.paper.people
    text = material.told(action.text, words)
    due = f" by {day_in_full(action.due)}" if action.due else ""
    if action.leads and is_instruction(text):
        return f"{named(action.leads, people)} {is_or_are(action.leads, people)} to {text}{due}"
    return f"Action {action.ref} answers it{due}: {text}"

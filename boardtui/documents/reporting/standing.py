"""How lines of the plan stand, counted by rating, each count with its source (rule 5)."""

from __future__ import annotations

from collections.abc import Sequence

from boardtui.documents.drafting.movement import level_word, moved, real_levels, red_letter
from boardtui.documents.drafting.numbers import number
from boardtui.documents.reporting.figures import figure
from boardtui.documents.reporting.material import ReportMaterial
from boardtui.domain import views
from boardtui.domain.figure_refs import Quoted
from boardtui.domain.ratings import Direction
from boardtui.domain.text import listed


def counts(material: ReportMaterial, of: str = "") -> str:
    """Count the lines at each level, the best first: `nine are green, four amber and two red`."""
    prefix = f"plan {of} " if of else "plan "
    worst = red_letter(material.paper)
    said = []
    for level in real_levels(material.paper):
        ref = f"{prefix}{level.letter}"
        if material.amount(ref) or (level.letter == worst and not of):
            said.append((material.number(ref, "none"), level_word(material.paper, level.letter), material.amount(ref)))
    if unrated := material.amount(f"{prefix}-"):
        said.append((material.number(f"{prefix}-"), "not rated", unrated))
    parts = [f"{count} {word}" for count, word, _ in said]
    if said:
        count, word, amount = said[0]
        parts[0] = f"{count} {'is' if amount == 1 else 'are'} {word}"
    return listed(parts)


def movement(material: ReportMaterial) -> tuple[list[views.PlanLine], list[views.PlanLine]]:
    """Return the lines that improved and those that slipped since the last report."""
    ways = moved(material.paper)
    return (
        [one.line for one in ways if one.way == Direction.BETTER],
        [one.line for one in ways if one.way == Direction.WORSE],
    )


def some(material: ReportMaterial, lines: Sequence[views.PlanLine], of: int, have: str) -> str:
    """Say what lines have done, naming them; where they are many, counting them and naming the first."""
    named = [line_named(material, line) for line in lines]
    verb = "has" if len(named) == 1 else "have"
    if len(named) <= 3:
        return f"{listed(named)} {verb} {have}"
    many = "all" if len(named) == of else f"{number(len(named))} of the {number(of)}"
    return f"{many} have {have}, {named[0]} among them"


def line_named(material: ReportMaterial, line: views.PlanLine) -> str:
    """Name a line by its title, its reference standing for the rating it has now."""
    said = material.as_letter.line(line)
    return with_rating(said, [line]) if line.rating else said


def with_rating(text: str, lines: Sequence[views.PlanLine]) -> str:
    """Let each line's reference in brackets stand for the rating it was told with."""
    for line in lines:
        if line.rating:
            text = text.replace(f"({line.ref})", f"({figure(line.ref, f'{line.ref} rating')})", 1)
    return text


def tabled(material: ReportMaterial, lines: Sequence[views.PlanLine]) -> tuple[Quoted, ...]:
    """Return the figures of a table of lines: the rating now, the one before, the due date."""
    first = material.paper.letter.first_meeting - 1
    return tuple(
        quoted
        for line in lines
        for quoted in (
            *material.tabled(f"{line.ref}, rating", f"{line.ref} rating"),
            *(material.tabled(f"{line.ref}, rating before", f"{line.ref} rating at {first}") if first > 0 else ()),
            *material.tabled(f"{line.ref}, due", f"{line.ref} due"),
        )
    )

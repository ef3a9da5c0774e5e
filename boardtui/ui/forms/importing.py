"""What a person says by hand of a sheet: which column is what, who is meant, which meeting, where the head is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from textual.content import Content

from boardtui.domain.sheets.grid import Grid, letter
from boardtui.domain.sheets.heads import NOT_USED, Head
from boardtui.domain.sheets.kinds import KINDS
from boardtui.domain.sheets.likely import likely
from boardtui.domain.sheets.outcome import Asked
from boardtui.domain.sheets.people import NEW
from boardtui.domain.text import plural, shorten
from boardtui.domain.views import Person
from boardtui.ui.modals.choose import Choose
from boardtui.ui.modals.form import Form
from boardtui.ui.widgets.fields import Field, number, one_of, words

ALL = "all"
"""Chosen in place of one name: whoever is not known is added."""

LIKELY = "likely"
"""Chosen in place of one name: each is whoever alone is likely."""

_NAME = 40
_PAIRS = 46


def columns(asked: Asked, grid: Grid, head: Head | None) -> Form:
    """Ask which column of the sheet fills each of ours; `none` leaves one empty."""
    names = head.names if head else ()
    theirs = [(letter(at), f"{letter(at)} {shorten(_named(at, names), _NAME)}".strip()) for at in range(grid.width)]
    fields = [
        one_of(column.name, column.label, [(NOT_USED, NOT_USED), *theirs], _now(head, column.name))
        for column in KINDS[asked.kind].columns
    ]
    says = Content("← and → choose the column of the sheet that fills each.")
    return Form(f"Columns of {asked.file}", fields, None, says=says, save="try it")


def _named(at: int, names: Sequence[str]) -> str:
    return names[at] if at < len(names) else ""


def _now(head: Head | None, name: str) -> str:
    return letter(head.columns[name]) if head and name in head.columns else NOT_USED


def setting(asked: Asked, meeting: int | None, head_row: int | None) -> Form:
    """Ask for the rest: the meeting, the row of the head, and for ratings whether they were agreed, reason and path."""
    fields: list[Field] = [number("row", "Head in row", head_row or 1, 1, 5_000)]
    if asked.kind in ("actions", "ratings"):
        fields.append(number("meeting", "At meeting", meeting or 1, 1, 9_999))
    if asked.kind == "ratings":
        fields += [
            one_of("agreed", "They were", [("", "proposed"), ("yes", "agreed")], "yes" if asked.agreed else ""),
            words("reason", "Reason", asked.reason, hint="for ratings that give none"),
            words("path", "Path to green", asked.path, hint="for red and amber that give none"),
        ]
    return Form(f"Bringing in {asked.file}", fields, None, save="try it")


def unknown(names: Mapping[str, Sequence[int]], likeliest: Mapping[str, str]) -> Choose:
    """Ask which of the names that nobody here has is to be settled; or all that are likely at once, or add all."""
    choices = [(name, f"{shorten(name, _NAME)}  in {plural(len(rows), 'row')}") for name, rows in names.items()]
    pairs = ", ".join(f"{name} is {initials}" for name, initials in likeliest.items())
    at_once = [(LIKELY, f"As is likely: {shorten(pairs, _PAIRS)}")] if len(likeliest) > 1 else []
    return Choose("Whom does nobody here know?", [*choices, *at_once, (ALL, "Add all of them as new offices")])


def likeliest(names: Iterable[str], people: Sequence[Person]) -> dict[str, str]:
    """Return who is likely to be meant by each name, where that is one person alone."""
    found = {name: likely(name, people) for name in names}
    return {name: maybe[0].initials for name, maybe in found.items() if len(maybe) == 1}


def meant(name: str, people: Sequence[Person]) -> Choose:
    """Ask who is meant by a name."""
    maybe = likely(name, people)
    choices = [(one.initials, _called(one)) for one in people if one not in maybe]
    first = [(one.initials, f"{_called(one)}, perhaps") for one in maybe]
    return Choose(f"Who is “{shorten(name, _NAME)}”?", [*first, (NEW, "Add as a new office"), *choices])


def _called(one: Person) -> str:
    """Write an office with who holds it."""
    said = f"{one.name}, {one.role}" if one.name and one.role and one.name != one.role else one.name or one.role
    return f"{one.initials}  {shorten(said, _NAME)}"


def sheets(grids: Sequence[Grid], now: str) -> Choose:
    """Ask which sheet of the file it is."""
    choices = [
        (str(at), f"{shorten(grid.name, _NAME)}  {plural(len(grid.lines), 'row')}{', hidden' if grid.hidden else ''}")
        for at, grid in enumerate(grids, 1)
    ]
    chosen = next((str(at) for at, grid in enumerate(grids, 1) if grid.name == now), "")
    return Choose("Which sheet?", choices, chosen)


def by_hand(before: Head | None, answers: Mapping[str, str]) -> dict[str, str]:
    """Return what was said by hand: only what is not how it was understood already."""
    return {name: said for name, said in answers.items() if said != _now(before, name)}

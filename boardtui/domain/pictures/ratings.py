"""How each line of the plan was rated at each meeting: lines down, meetings across (rule 5: always the letter)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from boardtui.domain.pictures.grid import Grid, Line
from boardtui.domain.ratings import Scheme


def ratings(scheme: Scheme, meetings: Sequence[int], lines: Sequence[tuple[str, str, Sequence[str | None]]]) -> Grid:
    """Return the picture of the ratings in force after each meeting; `lines` are reference, title and letters."""
    drawn = [Line(ref, title, tuple(letter or "" for letter in letters)) for ref, title, letters in lines]
    return Grid(
        "ratings",
        "Ratings of the plan",
        "meeting",
        tuple(("", str(number)) for number in meetings),
        tuple(map(str, meetings)),
        tuple(drawn),
        {level.letter: level.word for level in scheme if level.rank},
        notes=_spread(scheme, meetings, drawn),
        empty="not rated",
    )


def _spread(scheme: Scheme, meetings: Sequence[int], lines: Sequence[Line]) -> tuple[str, ...]:
    """Say how many lines had which rating after the first of these meetings, and after the last."""
    if not meetings or not lines:
        return ()
    ends = (0, len(meetings) - 1) if len(meetings) > 1 else (0,)
    counted = {at: _counted(scheme, [line.cells[at] for line in lines]) for at in ends}
    return tuple(f"After meeting {meetings[at]}: {said}." for at, said in counted.items())


def _counted(scheme: Scheme, letters: Sequence[str]) -> str:
    found = Counter(letters)
    said = [f"{found[level.letter]} {level.word}" for level in scheme if level.rank and found[level.letter]]
    unrated = sum(found[letter] for letter in found if not _is_rated(scheme, letter))
    return ", ".join([*said, *([f"{unrated} not rated"] if unrated else [])])


def _is_rated(scheme: Scheme, letter: str) -> bool:
    return any(level.rank and level.letter == letter for level in scheme)

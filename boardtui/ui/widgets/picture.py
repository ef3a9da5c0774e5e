"""How a picture is drawn: each cell a letter on its colour, each bar with its figures; it reads without colour too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.pictures import burndown
from boardtui.domain.pictures.burndown import BurnDown, bars
from boardtui.domain.pictures.grid import EMPTY, Fitted, Grid, fitted, under
from boardtui.domain.ratings import Scheme
from boardtui.ui.widgets.literal import assembled, literal
from boardtui.ui.widgets.ratings import level, style

_STYLES = {
    "attendance": {"Y": "bold $success", "D": "bold $primary", "A": "$warning", "N": "bold reverse $error"},
    "timeline": {
        "M": "bold $success",
        "L": "$success",
        "O": "bold reverse $error",
        "S": "bold reverse $warning",
        "C": "bold $primary",
    },
}
"""The colours of letters, of the pictures that have no scheme of ratings."""

_FIGURES = 48
"""Columns for what is said behind a bar."""


def styles(grid: Grid, scheme: Scheme) -> Mapping[str, str]:
    """Return the colours of a picture's letters: of ratings the Board's own."""
    return _STYLES.get(grid.name) or {one.letter: style(level(scheme, one.letter)) for one in scheme if one.rank}


def head(grid: Grid, scheme: Scheme, width: int, last: int | None) -> Content:
    """Return the title, the key and the heads of the columns; today's is marked."""
    fit = fitted(grid, width, last)
    upper = [literal(one, "$foreground-muted") for one in fit.heads[:-1]]
    return Content("\n").join([literal(grid.title, "bold"), _key(grid, scheme), *upper, _lowest(fit)])


def cells(grid: Grid, scheme: Scheme, width: int, last: int | None) -> Content:
    """Return the cells, and below them the notes."""
    fit, known = fitted(grid, width, last), styles(grid, scheme)
    notes = (literal(said, "$foreground-muted") for said in under(fit))
    return Content("\n").join([*_rows(fit, known), *notes])


def _key(grid: Grid, scheme: Scheme) -> Content:
    known = styles(grid, scheme)
    parts = (assembled((letter, known.get(letter, "")), f" {word}   ") for letter, word in grid.meanings.items())
    return assembled(*parts)


def _rows(fit: Fitted, known: Mapping[str, str]) -> Iterator[Content]:
    for line in fit.grid.lines:
        ref, name = fit.before(line)
        drawn = [assembled(cell[:-1], (cell[-1], known.get(cell[-1], ""))) for cell in fit.cells(line)]
        yield assembled((ref, "bold"), name, *map(_faint, drawn), (fit.after(line), "$foreground-muted"))


def _faint(cell: Content) -> Content:
    return cell.stylize("$foreground-muted") if cell.plain.strip() == EMPTY else cell


def _lowest(fit: Fitted) -> Content:
    """Return the line of heads right above the cells, with today's column reversed."""
    lowest, now = fit.heads[-1], fit.grid.now
    if now is None or now not in fit.shown:
        return literal(lowest, "$foreground-muted")
    at = fit.indent + (now - fit.shown[0] + 1) * fit.grid.cell - 1
    return assembled((lowest[:at], "$foreground-muted"), (lowest[at : at + 1], "reverse"), lowest[at + 1 :])


def burn_down_head() -> Content:
    """Return the title and the key to the bars."""
    title = literal(burndown.TITLE, "bold")
    key = assembled((burndown.BAR, "$primary"), " open   ", (burndown.DONE, "$accent"), " of them reported done")
    return assembled(title, "\n", key)


def burn_down(found: BurnDown, width: int) -> Content:
    """Return the bars with their figures, each on its own line or, where it is narrow, below it."""
    beside = width >= _FIGURES * 2
    rows = []
    for stage, left, done in bars(found, max(width - 24 - (_FIGURES if beside else 0), 10)):
        rows.append(
            assembled(
                (f"{stage.called:<11}", "bold"),
                f"{show(stage.on):<12}",
                (left, "$primary"),
                (done, "$accent"),
                f" {stage.figures}" if beside else "",
            )
        )
        if not beside:
            rows.append(literal(f"{'':<23}{stage.figures}", "$foreground-muted"))
    return Content("\n").join(rows)

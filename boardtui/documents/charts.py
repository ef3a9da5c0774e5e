"""An indicator's chart as a picture: values, baseline, trajectory, both targets, projection (rule 8; N 7.3, 8.1)."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from boardtui.domain.dates import MONTHS, show
from boardtui.domain.figure_values import worked_out
from boardtui.domain.figures import figure as with_unit
from boardtui.domain.pacing import may_be_projected
from boardtui.domain.periods import shown_period
from boardtui.domain.text import listed, one_line

if TYPE_CHECKING:
    from boardtui.domain.dataset import Indicator

SIZE = (3.6, 1.5)
"""Inches, as it stands on the page."""

DPI = 200
_INK, _GREY, _BLUE, _ORANGE = "#1F2A44", "#7A8292", "#1f5fa8", "#b25e00"
_MOST_TICKS, _WIDE = 7, 5
_LOOKS: dict[str, dict[str, Any]] = {
    "trajectory": {"color": _GREY, "linewidth": 1},
    "projection": {"color": _BLUE, "linewidth": 1, "linestyle": (0, (3, 2))},
    "reported": {"color": _BLUE, "linewidth": 1.4, "marker": "o", "markersize": 3},
    "first reported": {"color": _BLUE, "linestyle": "", "marker": "o", "markersize": 3, "fillstyle": "none"},
    "baseline": {"color": _INK, "linestyle": "", "marker": "s", "markersize": 4},
    "targets": {"color": _ORANGE, "linestyle": "", "marker": "D", "markersize": 4},
}
"""How each thing is drawn: never told apart by colour alone."""


@dataclass(frozen=True)
class Picture:
    """A picture for a document: its bytes, its width in centimetres, and what it shows in words."""

    data: bytes
    width: float
    words: str


_MOST_KEPT = 256
_kept: dict[str, bytes] = {}
"""Pictures drawn already, by all that their indicators hold: equal figures may be written differently (50 and 50.0)."""


def charts(indicators: Sequence[Indicator]) -> dict[str, Picture]:
    """Return the chart of each indicator that has a value, by its reference; the same dataset gives the same bytes.

    What was drawn already is not drawn again: a report is made for the check, for each version and for the seal.
    """
    shown = {repr(one): one for one in indicators if one.values}
    made = {key: picture for key in shown if (picture := _kept.get(key))}
    made |= _drawn({key: one for key, one in shown.items() if key not in made})
    if len(_kept) > _MOST_KEPT:
        _kept.clear()
    _kept.update(made)
    return {one.ref: Picture(made[key], SIZE[0] * 2.54, described(one)) for key, one in shown.items()}


def described(indicator: Indicator) -> str:
    """Say in words what the chart shows, for those who hear the document read."""
    measure, unit = indicator.measure, indicator.measure.unit
    values = [f"{shown_period(measure.frequency, one.period)} {with_unit(one.value, unit)}" for one in indicator.values]
    said = [f"Chart of {one_line(indicator.title)}: {listed(values)}"]
    if measure.baseline is not None and measure.baseline_on:
        said.append(f"baseline {with_unit(measure.baseline, unit)} at {show(measure.baseline_on)}")
    said += [f"target {with_unit(target, unit)} by {show(on)}" for on, target in _targets(indicator)]
    if (projected := worked_out(_led(indicator))) is not None:
        said.append(f"projected {with_unit(Decimal(projected), unit)} by {show(_end(indicator))}")
    return f"{'; '.join(said)}."


def _led(indicator: Indicator) -> Decimal | None:
    """Return where the last figures lead, if they tell it."""
    tells = may_be_projected(indicator.measure, indicator.points, indicator.projected_12)
    return indicator.projected_12 if tells else None


def _plain(defaults: Any) -> Any:
    """Return matplotlib's own settings, so that nobody's own change a document; the canvas is chosen already."""
    return {name: value for name, value in defaults.items() if not name.startswith(("backend", "animation"))}


def _axes(made: Any) -> Any:
    """Make the axes with what every chart has: grid, sides, and the key."""
    axes = made.add_axes((0.1, 0.12, 0.88, 0.69))
    axes.tick_params(colors=_INK, length=2)
    axes.grid(axis="y", color="#dfe3ea", linewidth=0.6)
    axes.set_axisbelow(True)
    for side in ("top", "right", "left"):
        axes.spines[side].set_visible(False)
    for name, look in _LOOKS.items():
        axes.plot([], [], label=name, **look)
    axes.legend(loc="lower left", bbox_to_anchor=(-0.06, 1.0), ncols=3, frameon=False, handlelength=1.6,
                columnspacing=1.2, labelspacing=0.2, fontsize=6.5, labelcolor=_INK)  # fmt: skip
    return axes


def _drawn(indicators: dict[str, Indicator]) -> dict[str, bytes]:
    """Draw indicators on one figure, over and over: making a new one for each takes twice as long."""
    if not indicators:
        return {}
    from matplotlib import rc_context, rcParamsDefault
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with rc_context(_plain(rcParamsDefault) | {"font.family": "DejaVu Sans", "font.size": 6.5}):
        made = Figure(figsize=SIZE, dpi=DPI)
        canvas = FigureCanvasAgg(made)
        axes = _axes(made)
        return {key: _picture(canvas, axes, one) for key, one in indicators.items()}


def _picture(canvas: Any, axes: Any, indicator: Indicator) -> bytes:
    """Draw one indicator in place of the one before, and return the picture."""
    for old in (*axes.lines, *axes.texts):
        old.remove()
    _draw(axes, indicator)
    data = io.BytesIO()
    canvas.print_png(data, metadata={"Software": None}, pil_kwargs={"compress_level": 3})
    return data.getvalue()


def _draw(axes: Any, indicator: Indicator) -> None:
    baseline, targets = _baseline(indicator), _targets(indicator)
    points = [(one.period, one.value) for one in indicator.values]
    led = _led(indicator)
    ahead = [] if led is None else [points[-1], (_end(indicator), led)]
    restated = [(one.period, one.first) for one in indicator.values if one.first is not None]
    path = [*baseline, *targets]
    for name, shown in (
        ("trajectory", path if len(path) > 1 else []),
        ("projection", ahead),
        ("reported", points),
        ("first reported", restated),
        ("baseline", baseline),
        ("targets", targets),
    ):
        if shown:
            axes.plot([day.toordinal() for day, _ in shown], [float(value) for _, value in shown], **_LOOKS[name])
    _frame(axes, indicator, [*path, *ahead, *points, *restated])
    above = indicator.expected is None or points[-1][1] >= indicator.expected
    for day, value in targets:
        over = led > value if led is not None and day == _end(indicator) else above
        _label(axes, indicator, day, value, _ORANGE, below=over)
    _label(axes, indicator, *points[-1], _BLUE, below=not above)


def _label(axes: Any, indicator: Indicator, day: date, value: Decimal, colour: str, *, below: bool) -> None:
    """Write a value beside its point, below it or above, on a ground of its own so that no line strikes it out."""
    text = with_unit(value, indicator.measure.unit)
    at_the_edge = day == _end(indicator) and len(text) > _WIDE
    axes.annotate(
        text,
        (day.toordinal(), float(value)),
        xytext=(8 if at_the_edge else 0, -11 if below else 5),
        textcoords="offset points",
        ha="right" if at_the_edge else "center",
        color=colour,
        bbox={"facecolor": "white", "edgecolor": "none", "pad": 0.4, "alpha": 0.85},
    )


def _frame(axes: Any, indicator: Indicator, points: Sequence[tuple[date, Decimal]]) -> None:
    """Set the ends of both axes, with room for labels, and the months written below."""
    days, values = [day for day, _ in points], [float(value) for _, value in points]
    first, last = min(days), max(*days, _end(indicator))
    margin = max(10, (last - first).days // 16)
    axes.set_xlim(first.toordinal() - margin, last.toordinal() + margin)
    low, high = min(values), max(values)
    room = (high - low) * 0.32 or abs(high) * 0.1 or 1.0
    axes.set_ylim(low - room, high + room)
    from matplotlib.ticker import AutoLocator

    axes.yaxis.set_major_locator(AutoLocator())
    if indicator.measure.unit == "%":
        axes.set_yticks([at for at in axes.get_yticks() if low - room <= at <= high + room and 0 <= at <= 100])
    ticks = _months(first, last)
    axes.set_xticks([day.toordinal() for day in ticks], [f"{MONTHS[day.month - 1][:3]} {day:%y}" for day in ticks])


def _months(first: date, last: date) -> list[date]:
    """Return the last days of months to write below the chart, no more than fit."""
    ends = (
        date(number // 12, number % 12 + 1, 1) - timedelta(days=1)
        for number in range(first.year * 12 + first.month, last.year * 12 + last.month + 1)
    )
    whole = [day for day in ends if first <= day <= last] or [first]
    return whole[:: max(1, -(-len(whole) // _MOST_TICKS))]


def _baseline(indicator: Indicator) -> list[tuple[date, Decimal]]:
    measure = indicator.measure
    return [(measure.baseline_on, measure.baseline)] if measure.baseline_on and measure.baseline is not None else []


def _targets(indicator: Indicator) -> list[tuple[date, Decimal]]:
    measure = indicator.measure
    both = ((measure.on_6, measure.target_6), (measure.on_12, measure.target_12))
    return [(on, target) for on, target in both if on is not None and target is not None]


def _end(indicator: Indicator) -> date:
    measure = indicator.measure
    return measure.on_12 or measure.on_6 or indicator.values[-1].period

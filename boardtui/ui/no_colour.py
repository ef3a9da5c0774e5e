"""A terminal without colours (`NO_COLOR`): what a ground of its own would show is shown in reverse (DESIGN 5).

Textual itself would turn everything grey, and greys are colours too.
"""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter, Monochrome
from textual.theme import Theme

_BRIGHT = 90
"""Of 255: a ground of which one part is brighter stands out from the black one."""

PLAIN = Theme(
    name="no colour",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffffff",
    warning="#ffffff",
    error="#ffffff",
    success="#ffffff",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#000000",
    boost="#000000",
    dark=True,
    text_alpha=1.0,
    variables={
        "block-cursor-background": "#ffffff",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#000000",
        "block-cursor-blurred-foreground": "#ffffff",
        "block-cursor-blurred-text-style": "underline",
        "footer-background": "#000000",
        "footer-key-foreground": "#ffffff",
        "input-selection-background": "#ffffff",
    },
)
"""Black and white: which ground stands out is then plain to see."""


class WithoutColour(LineFilter):
    """Takes every colour away; a ground that stands out becomes reverse, bold and underline stay."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002  (every filter is given it)
        """Return the segments as a terminal without colours shows them."""
        return [Segment(text, style and _plain(style), control) for text, style, control in segments]


def without_colour(filters: Sequence[LineFilter]) -> Sequence[LineFilter]:
    """Return an application's filters with none that makes greys, and the one that takes colours away last."""
    return [*(one for one in filters if not isinstance(one, Monochrome)), _FILTER]


_FILTER = WithoutColour()


def _plain(style: Style) -> Style:
    ground = style.bgcolor.get_truecolor() if style.bgcolor is not None and not style.bgcolor.is_default else (0, 0, 0)
    stands_out = max(ground) > _BRIGHT
    return Style(
        bold=style.bold,
        italic=style.italic,
        underline=style.underline,
        strike=style.strike,
        reverse=stands_out != bool(style.reverse),
        meta=style.meta,
    )

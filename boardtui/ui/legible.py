"""Colours that can be read: how far two stand apart, and known themes brought to what text needs (WCAG 2.1, 1.4.3)."""

from __future__ import annotations

from textual.color import BLACK, WHITE, Color
from textual.theme import Theme

ENOUGH = 4.5
"""The contrast that text of this size needs with its ground."""

_STEPS = 40
_PANEL, _CURSOR, _BLURRED = 0.06, 0.3, 0.15
"""How much of the foreground is in the frame's ground, and of the main colour in the cursor's."""


def contrast(one: Color, other: Color) -> float:
    """Return the contrast of two colours, 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def readable(colour: Color, *grounds: Color) -> Color:
    """Return a colour, moved towards white or black no farther than it takes to be read on all these grounds."""
    towards = WHITE if _luminance(grounds[0]) < _luminance(WHITE) / 5 else BLACK
    steps = (colour.blend(towards, step / _STEPS, 1) for step in range(_STEPS + 1))
    return next((one for one in steps if all(contrast(one, ground) >= ENOUGH for ground in grounds)), towards)


def legible(theme: Theme) -> Theme:
    """Return a known theme whose every text can be read: its grounds are few, its colours moved where they must be."""
    ground, front = Color.parse(theme.background or "#000000"), Color.parse(theme.foreground or "#ffffff")
    main = Color.parse(theme.primary)
    panel = ground.blend(front, _PANEL, 1)
    cursor, blurred = ground.blend(main, _CURSOR, 1), ground.blend(main, _BLURRED, 1)
    text = readable(front, panel, blurred)

    def on_both(colour: str | None) -> str:
        return readable(Color.parse(colour or theme.primary), panel, ground).hex

    return Theme(
        name=theme.name,
        primary=on_both(theme.primary),
        secondary=on_both(theme.secondary),
        accent=on_both(theme.accent),
        warning=on_both(theme.warning),
        error=on_both(theme.error),
        success=on_both(theme.success),
        foreground=text.hex,
        background=ground.hex,
        surface=ground.hex,
        panel=panel.hex,
        dark=theme.dark,
        text_alpha=1.0,
        variables={
            "foreground-muted": readable(ground.blend(text, 0.7, 1), panel, ground).hex,
            "block-cursor-background": cursor.hex,
            "block-cursor-foreground": readable(text, cursor).hex,
            "block-cursor-text-style": "bold",
            "block-cursor-blurred-background": blurred.hex,
            "block-cursor-blurred-foreground": text.hex,
            "footer-background": panel.hex,
            "footer-key-foreground": on_both(theme.accent),
            "input-selection-background": cursor.hex,
        },
    )


def _luminance(colour: Color) -> float:
    red, green, blue = (_linear(part / 255) for part in colour.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return float(part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4)

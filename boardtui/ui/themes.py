"""The colours: its own, for dark, light, contrast and the colour-blind, and a few that people know from elsewhere."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="dark",
    primary="#8ab4d8",
    secondary="#7f9bb5",
    accent="#d9b36c",
    warning="#d9b36c",
    error="#e58074",
    success="#8fbf8f",
    foreground="#d8dde3",
    background="#14181d",
    surface="#191e24",
    panel="#232a32",
    dark=True,
    variables={
        "block-cursor-background": "#2f4a63",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#26313c",
        "footer-background": "#191e24",
        "footer-key-foreground": "#d9b36c",
        "input-selection-background": "#2f4a63",
    },
)
LIGHT = Theme(
    name="light",
    primary="#1f4e79",
    secondary="#4a6a85",
    accent="#8a5a00",
    warning="#8a5a00",
    error="#a3241b",
    success="#2b6b2f",
    foreground="#1d2329",
    background="#fbfaf7",
    surface="#fbfaf7",
    panel="#ece9e2",
    dark=False,
    variables={
        "foreground-muted": "#565d64",
        "block-cursor-background": "#cfe0ee",
        "block-cursor-foreground": "#10202e",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#e2e6e8",
        "footer-background": "#f3f1ec",
        "footer-key-foreground": "#1f4e79",
        "input-selection-background": "#cfe0ee",
    },
)
CONTRAST = Theme(
    name="high contrast",
    primary="#ffffff",
    secondary="#ffffff",
    accent="#ffff00",
    warning="#ffff00",
    error="#ff9a8a",
    success="#9aff9a",
    foreground="#ffffff",
    background="#000000",
    surface="#000000",
    panel="#262626",
    dark=True,
    text_alpha=1.0,
    variables={
        "block-cursor-background": "#ffff00",
        "block-cursor-foreground": "#000000",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#555555",
        "foreground-muted": "#d0d0d0",
        "footer-background": "#000000",
        "footer-key-foreground": "#ffff00",
        "border": "#ffffff",
        "input-selection-background": "#555555",
    },
)
COLOUR_BLIND = Theme(
    name="colour-blind safe",
    primary="#56b4e9",
    secondary="#9fc5e0",
    accent="#f0e442",
    warning="#f0e442",
    error="#ff9a4d",
    success="#6cc4f5",
    foreground="#e6e9ec",
    background="#12161b",
    surface="#171c22",
    panel="#222931",
    dark=True,
    variables={
        "block-cursor-background": "#0b5a8a",
        "block-cursor-foreground": "#ffffff",
        "block-cursor-text-style": "bold",
        "block-cursor-blurred-background": "#2a3540",
        "footer-background": "#171c22",
        "footer-key-foreground": "#f0e442",
        "input-selection-background": "#0b5a8a",
    },
)
"""Blue, yellow and orange, which stay apart for people who do not tell red from green (after Okabe and Ito)."""

OWN = (DARK, LIGHT, CONTRAST, COLOUR_BLIND)
KNOWN = ("nord", "gruvbox", "solarized-light", "solarized-dark")
"""Built-in themes that are offered too, changed where a text could not be read."""


def offered() -> tuple[Theme, ...]:
    """Return the themes a person can choose."""
    return (*OWN, *known())


def known() -> tuple[Theme, ...]:
    """Return the themes that people know from elsewhere, brought to what text needs."""
    from textual.theme import BUILTIN_THEMES

    from boardtui.ui.legible import legible

    return tuple(legible(BUILTIN_THEMES[name]) for name in KNOWN)

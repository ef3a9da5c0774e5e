"""The colour of a workbook's cell: given outright, from Excel's old palette, or from the theme with a tint."""

from __future__ import annotations

import colorsys
import re
from typing import Any

from openpyxl.styles.colors import COLOR_INDEX

_THEME = (
    "lt1",
    "dk1",
    "lt2",
    "dk2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
_USUAL = (
    "FFFFFF", "000000", "EEECE1", "1F497D", "4F81BD", "C0504D",
    "9BBB59", "8064A2", "4BACC6", "F79646", "0000FF", "800080",
)  # fmt: skip
_RGB = re.compile("[0-9a-fA-F]{6}")


class Fills:
    """Resolves the fills of one workbook; equal styles are resolved once."""

    def __init__(self, workbook: Any) -> None:
        self._theme = _theme(workbook.loaded_theme)
        self._known: dict[int, str] = {}

    def of(self, cell: Any) -> str:
        """Return a cell's colour as `#rrggbb`, nothing where it has none."""
        if not getattr(cell, "has_style", False):
            return ""
        style = cell._style.fillId  # equal fills share it
        if style not in self._known:
            fill = cell.fill
            solid = getattr(fill, "patternType", None) == "solid"
            self._known[style] = self._colour(fill.fgColor) if solid else ""
        return self._known[style]

    def of_rule(self, rule: Any) -> str:
        """Return the colour that a rule gives, as `#rrggbb`; a rule's own fill holds it as its background."""
        fill = getattr(rule.dxf, "fill", None)
        if fill is None or fill.patternType not in (None, "solid"):
            return ""
        return self._colour(fill.bgColor) or (self._colour(fill.fgColor) if fill.patternType else "")

    def _colour(self, colour: Any) -> str:
        found = ""
        if colour.type == "rgb" and isinstance(colour.rgb, str):
            found = "" if colour.rgb == "00000000" else colour.rgb[-6:]
        elif colour.type == "indexed" and 0 <= colour.indexed < len(COLOR_INDEX):
            found = COLOR_INDEX[colour.indexed][-6:]
        elif colour.type == "theme" and 0 <= colour.theme < len(self._theme):
            found = self._theme[colour.theme]
        if not _RGB.fullmatch(found):
            return ""
        return f"#{_tinted(found, colour.tint or 0.0).lower()}"


def _theme(xml: bytes | None) -> tuple[str, ...]:
    """Return the theme's colours in the order that cells count them in."""
    if not xml:
        return _USUAL
    text = xml.decode("utf-8", "replace")
    found = []
    for name, usual in zip(_THEME, _USUAL, strict=True):
        part = re.search(rf"<a:{name}>(.*?)</a:{name}>", text, re.DOTALL)
        value = re.search(r'(?:lastClr|srgbClr val)="([0-9a-fA-F]{6})"', part[1]) if part else None
        found.append(value[1] if value else usual)
    return tuple(found)


def _tinted(rgb: str, tint: float) -> str:
    """Make a colour lighter or darker, as Excel does."""
    if not tint:
        return rgb
    red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = light * (1 + tint) if tint < 0 else light * (1 - tint) + tint
    parts = colorsys.hls_to_rgb(hue, min(max(light, 0), 1), saturation)
    return "".join(f"{round(part * 255):02x}" for part in parts)

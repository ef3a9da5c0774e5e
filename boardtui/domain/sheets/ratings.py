"""Ratings as sheets give them: a letter, a word, or nothing but the colour of the cell (rule 5)."""

from __future__ import annotations

import colorsys
import re

from boardtui.domain.ratings import Level, Scheme
from boardtui.domain.sheets.cells import Read, UnclearError
from boardtui.domain.sheets.grid import Cell
from boardtui.domain.text import listed, shorten

_WORDS = {
    "red": "red",
    "amber": "amber",
    "yellow": "amber",
    "orange": "amber",
    "green": "green",
    "blue": "blue",
    "complete": "blue",
    "closed": "blue",
    "completed": "blue",
    "grey": "",
    "gray": "",
    "white": "",
    "not rated": "",
    "not started": "",
    "not due": "",
    "not yet due": "",
    "pending": "",
    "no rag": "",
    "n/a": "",
    "na": "",
    "-": "",
    "–": "",
    "tbc": "",
}
_LETTERS = {"r": "red", "a": "amber", "y": "amber", "g": "green", "b": "blue"}
_MIXED = re.compile(r"^(red|amber|green|blue|[ragb])\s*[/\\-]\s*(red|amber|green|blue|[ragb])$", re.IGNORECASE)
BARE = re.compile(r"[0-9]+([.,][0-9]+)?\s*%?|[^\w\s]+|x", re.IGNORECASE)
"""What stands in a cell whose colour is the rating: a number that a rule colours, or a mark."""

_NUMBERED = re.compile(r"^[0-9]\s*[-–.:]\s*(?=[A-Za-z])")
"""The number of a level before its word: `4 - Complete`."""

_ARROWS = re.compile(r"[↑↓→←↗↘▲▼►◄⇑⇓⇒●■◆⬤\s]+")


def hue(fill: str) -> str:
    """Return which rating colour a fill is: red, amber, green or blue; nothing for white, grey and pale ones."""
    if not re.fullmatch("#[0-9a-fA-F]{6}", fill):
        return ""
    red, green, blue = (int(fill[at : at + 2], 16) / 255 for at in (1, 3, 5))
    turn, saturation, value = colorsys.rgb_to_hsv(red, green, blue)
    degrees = turn * 360
    if saturation < 0.25 or value < 0.25:
        return ""
    if degrees < 18 or degrees >= 335:
        return "red"
    if degrees < 66:
        return "amber"
    if degrees < 170:
        return "green"
    return "blue" if degrees < 260 else ""


def read_rating(cell: Cell, scheme: Scheme) -> Read:
    """Return the letter of a cell's rating, None for none; words and colour must not say different things."""
    said = _NUMBERED.sub("", " ".join(_ARROWS.sub(" ", cell.text).split()).strip(" .:"))
    coloured = level_coloured(cell.fill, scheme)
    if not said:
        return Read(coloured.letter if coloured else None, f"rated {coloured.letter} by its colour" if coloured else "")
    if _MIXED.match(said):
        raise UnclearError(f"“{said}” is two ratings.", f"Write one: {_letters(scheme)}.")
    written, note = _by_word(said, scheme), ""
    if written is None and (meant := _by_meaning(said, scheme)) is not None:
        written, note = meant, f"“{shorten(said, 40)}” is what {meant.letter} means"
    if written is None and coloured is not None and BARE.fullmatch(said):
        return Read(coloured.letter, f"rated {coloured.letter} by its colour; the cell says {said}")
    if written is None:
        if _WORDS.get(said.casefold()) == "" or _WORDS.get(re.split(r"\s[-–(]|[:;,]", said.casefold())[0]) == "":
            return Read(None)
        raise UnclearError(
            f"“{shorten(said, 40)}” is not a rating of this Board.", f"Write {_letters(scheme)}, or colour the cell."
        )
    if coloured is not None and coloured != written:
        raise UnclearError(
            f"It says {written.word}, and the cell is coloured {coloured.word.casefold()}.",
            "Make the two agree, so that nothing is guessed.",
        )
    return Read(written.letter if written.rank else None, note)


def _by_word(said: str, scheme: Scheme) -> Level | None:
    """Find a level by its letter or word, then by the colour's common name."""
    wanted = said.casefold()
    for level in scheme:
        if wanted in (level.letter.casefold(), level.word.casefold(), f"{level.letter} {level.word}".casefold()):
            return level
    first = re.split(r"[\s:;,(–-]+", wanted)[0]
    for word in (wanted, first):
        if named := _WORDS.get(word) or _LETTERS.get(word):
            return _by_hue(named, scheme)
    return None


def _by_meaning(said: str, scheme: Scheme) -> Level | None:
    """Find the one level whose meaning, as the Board's key prints it, holds these words: `On track`."""
    first = re.split(r"\s*[:;,(–]|\s-", said.casefold())[0]
    words = re.compile(rf"\b{re.escape(first)}\b")
    meant = [level for level in scheme if level.rank and len(first) > 1 and words.search(level.meaning.casefold())]
    return meant[0] if len(meant) == 1 else None


def level_coloured(fill: str, scheme: Scheme) -> Level | None:
    """Return the level that a cell's fill stands for, or None."""
    return _by_hue(hue(fill), scheme)


def _by_hue(named: str, scheme: Scheme) -> Level | None:
    """Find the level of a colour: by its word, else by the colour it has itself."""
    if not named:
        return None
    by_word = next((level for level in scheme if level.rank and level.word.casefold() == named), None)
    if by_word is not None:
        return by_word
    alike = [level for level in scheme if level.rank and hue(level.colour) == named]
    return alike[0] if len(alike) == 1 else None


def _letters(scheme: Scheme) -> str:
    return listed([level.letter for level in scheme if level.rank], joined_by="or")

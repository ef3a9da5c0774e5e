"""Every text of every theme can be read; a rating is a letter and a word, never colour alone."""

from __future__ import annotations

import re
from itertools import product
from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import Theme

from boardtui import ui
from boardtui.domain.ratings import DEFAULT_SCHEME
from boardtui.services.desk import Desk
from boardtui.ui.legible import ENOUGH, contrast, readable
from boardtui.ui.themes import OWN, offered
from boardtui.ui.widgets.figures import under_cursor
from boardtui.ui.widgets.literal import assembled
from boardtui.ui.widgets.ratings import style
from tests.ui.seeing import seated

GROUNDS = ("background", "surface", "panel", "footer-background")
TEXTS = (
    *("foreground", "foreground-muted", "primary", "accent", "footer-key-foreground"),
    *("warning", "error", "success", "text-warning", "text-error", "text-success"),
)
CURSORS = (
    ("block-cursor-foreground", "block-cursor-background"),
    ("block-cursor-blurred-foreground", "block-cursor-blurred-background"),
)


def drawn(theme: Theme, name: str, ground: Color) -> Color:
    """Return a theme's colour as it is drawn on a ground."""
    said = theme.to_color_system().generate()[name]
    if said.startswith("auto"):
        strength = float(said.partition(" ")[2].rstrip("%") or 100) / 100
        return ground.blend(ground.get_contrast_text(1.0), strength, 1)
    colour = Color.parse(said)
    return ground.blend(colour, colour.a, 1)


@pytest.mark.parametrize("theme", offered(), ids=lambda theme: theme.name)
def test_every_text_of_a_theme_can_be_read_on_its_ground(theme: Theme) -> None:
    black = Color.parse("#000000")
    pairs = [*product(TEXTS, GROUNDS), *CURSORS]
    found = {}
    for text, ground in pairs:
        under = drawn(theme, ground, black)
        found[text, ground] = contrast(drawn(theme, text, under), under)
    assert {pair: round(ratio, 2) for pair, ratio in found.items() if ratio < ENOUGH} == {}


def test_the_letters_of_ratings_can_be_read_on_their_colours() -> None:
    for level in DEFAULT_SCHEME:
        text, _, ground = style(level).removeprefix("bold ").partition(" on ")
        assert contrast(Color.parse(text), Color.parse(ground)) >= ENOUGH


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000", "#fff", 21.0), ("#777", "#fff", 4.48), ("#fff", "#fff", 1)]
)
def test_contrast_is_that_of_the_guidelines(one: str, other: str, ratio: float) -> None:
    assert contrast(Color.parse(one), Color.parse(other)) == pytest.approx(ratio, abs=0.01)


def test_a_colour_that_can_be_read_stays_as_it_is() -> None:
    assert readable(Color.parse("#ffffff"), Color.parse("#000000")) == Color.parse("#ffffff")


def test_the_colour_blind_safe_theme_tells_nothing_by_red_and_green() -> None:
    (theme,) = [theme for theme in OWN if theme.name == "colour-blind safe"]
    ground = Color.parse(theme.background or "")
    good, bad = drawn(theme, "success", ground), drawn(theme, "error", ground)
    assert good.b > good.r
    assert bad.r > bad.b


def test_under_the_cursor_only_what_has_a_ground_of_its_own_keeps_its_colours() -> None:
    rated = style(DEFAULT_SCHEME[0])
    drawn_there = under_cursor(assembled(("✗ ", "bold $text-error"), (" R ", rated), ("4 days", "$foreground-muted")))
    assert [str(span.style) for span in drawn_there.spans if span.start or span.end == 2][-1:] == [rated]
    assert not [span for span in drawn_there.spans if "$text-error" in str(span.style)]
    assert not [span for span in drawn_there.spans if "$foreground-muted" in str(span.style)]


def test_no_text_is_dimmed_which_no_theme_could_keep_legible() -> None:
    code = Path(ui.__file__).parent.rglob("*.py")
    assert [path.name for path in code if re.search(r"[\"' ]dim[\"' ]", path.read_text(encoding="utf-8"))] == []


async def test_states_are_said_in_words(desk: Desk) -> None:
    async with seated(desk) as seat:
        assert "A  Amber" in seat.sees
        for key, words in (("4", "A  Amber   ▬ same"), ("5", "on trajectory")):
            await seat.press(key)
            assert words in seat.sees

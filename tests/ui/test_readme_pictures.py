"""The pictures in the README and on the pages for each user show what the program shows."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests import pictures, readme

RENEW = "it looks different now: look at it after `python -m tests.pictures`"


@pytest.mark.parametrize("name", pictures.SCREENS)
async def test_a_picture_of_a_screen_is_what_the_sample_looks_like(
    name: str, built_sample: Path, tmp_path: Path
) -> None:
    board = tmp_path / "sample-2012.board"
    shutil.copyfile(built_sample, board)
    kept = (pictures.FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert await pictures.drawn(board, pictures.SCREENS[name]) == kept, RENEW


def test_the_picture_of_a_page_was_made_from_the_minutes_as_they_are(built_sample: Path, tmp_path: Path) -> None:
    board = tmp_path / "sample-2012.board"
    shutil.copyfile(built_sample, board)
    assert pictures.shown_page() == pictures.digest(pictures.paper(board)), RENEW


def test_every_picture_is_shown_and_every_one_shown_is_there() -> None:
    shown = set()
    for page in (readme.README, *pictures.FOLDER.glob("*.md")):
        for path in re.findall(r"!\[[^]]+\]\(([^)]+)\)", page.read_text(encoding="utf-8")):
            shown.add((page.parent / path).resolve())
    assert shown == {one.resolve() for one in pictures.FOLDER.iterdir() if one.suffix != ".md"}

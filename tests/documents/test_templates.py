"""The shipped templates are what their script makes, and a council can open them in Word."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from boardtui import paths
from tests.documents.reading_back import opened

FOLDER = paths.shipped_templates() / "word"
NAMES = ("agenda", "minutes", "actions", "letter")


@pytest.fixture
def script() -> Iterator[Any]:
    """Import the script that stands beside the templates."""
    before, known = list(sys.path), set(sys.modules)
    sys.path.insert(0, str(FOLDER))
    try:
        yield importlib.import_module("make_templates")
    finally:
        sys.path[:] = before
        for name in set(sys.modules) - known:
            if name in ("make_templates", "layout", "styles"):
                del sys.modules[name]


def test_the_committed_templates_are_what_the_script_makes(script: Any, tmp_path: Path) -> None:
    script.make(tmp_path)
    for name in NAMES:
        assert (tmp_path / f"{name}.docx").read_bytes() == (FOLDER / f"{name}.docx").read_bytes(), name


@pytest.mark.parametrize("name", NAMES)
def test_a_template_can_be_opened_and_says_what_it_is(name: str) -> None:
    document = opened((FOLDER / f"{name}.docx").read_bytes())
    assert document.core_properties.title
    fonts = {style.font.name for style in document.styles if getattr(style, "font", None) and style.font.name}
    assert fonts == {"Arial"}


@pytest.mark.parametrize("name", NAMES)
def test_a_template_holds_no_macro_and_no_link_outside_itself(name: str) -> None:
    part = opened((FOLDER / f"{name}.docx").read_bytes()).part
    assert not any(relation.is_external for relation in part.rels.values())
    assert not any("vba" in str(other.partname).lower() for other in part.package.iter_parts())

"""The command line in this process."""

from __future__ import annotations

import pytest

from tests.cli.running import Boardtui


@pytest.fixture
def boardtui(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Boardtui:
    """Return the command line in this process."""
    monkeypatch.setenv("COLUMNS", "120")
    return Boardtui(capsys, monkeypatch)

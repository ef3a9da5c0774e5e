"""A desk over a small Board in the middle of its work."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from boardtui.domain.states import Role
from boardtui.services.desk import Desk
from tests.services.duty_bound import Days


@pytest.fixture
def small(small_file: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Return the administrator's desk during meeting 2 (21 Feb 2013)."""
    return open_desk(small_file, role=Role.ADMINISTRATOR, now=datetime(2013, 2, 21, 14, 0))


@pytest.fixture
def desk(sample_file: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Return the administrator's desk over a copy of the sample."""
    return open_desk(sample_file, role=Role.ADMINISTRATOR)


@pytest.fixture
def chair(small_file: Path, open_desk: Callable[..., Desk]) -> Desk:
    """Return the Chair's desk over the same Board."""
    return open_desk(small_file, role=Role.CHAIR, now=datetime(2013, 2, 21, 14, 0))


@pytest.fixture
def days(empty_file: Path, open_desk: Callable[..., Desk]) -> Days:
    """Return an empty Board that can be started and looked at on different days."""
    return Days(empty_file, open_desk)

"""How a report names bodies and states inside its sentences."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from boardtui.documents.reporting.assurance import by_whom


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("Quality assurance", "quality assurance"),
        ("Research in Practice", "Research in Practice"),
        ("A neighbouring authority", "a neighbouring authority"),
    ],
)
def test_a_body_takes_the_article_that_its_name_asks_for(body: str, said: str) -> None:
    material: Any = SimpleNamespace(paper=SimpleNamespace(people={}))
    assert by_whom(material, body) == said

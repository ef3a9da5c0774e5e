"""The README says what the program does."""

from __future__ import annotations

from tests import readme


def test_keys_and_commands_of_the_readme_are_those_of_the_program() -> None:
    text = readme.README.read_text(encoding="utf-8")
    assert readme.renewed(text) == text, "renew it with: python -m tests.readme"

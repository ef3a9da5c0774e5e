"""Every error says what to do: none is raised without a hint (STYLE, *Errors are for the user*)."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import boardtui
from boardtui import errors

ROOT = Path(boardtui.__file__).parent
ERRORS = {name for name, kind in vars(errors).items() if isinstance(kind, type) and issubclass(kind, errors.BoardError)}
FORWARDED = {"LockedError(*refusal(found.barrier))", "TriedError(done, refused)"}
"""Raised with all three parts made by one function, or by the error itself."""


def without_hint() -> Iterator[str]:
    for path in ROOT.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id not in ERRORS:
                continue
            named = {one.arg: one.value for one in node.keywords}
            hint = node.args[2] if len(node.args) > 2 else named.get("hint")
            empty = hint is None or (isinstance(hint, ast.Constant) and len(str(hint.value).split()) < 2)
            if empty and ast.unparse(node) not in FORWARDED:
                yield f"{path.relative_to(ROOT)}:{node.lineno}: {ast.unparse(node)[:90]}"


def test_every_error_says_what_to_do() -> None:
    assert len(ERRORS) > 5
    assert list(without_hint()) == []

"""Reading the Jinja of a template without running it: every field must exist, in every branch (DESIGN 6)."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import Any

from jinja2 import Environment, TemplateSyntaxError, nodes

from boardtui.documents.vetting.faults import Fault

FILTERS = (
    "mark", "shade", "picture", "upper", "lower", "capitalize", "title", "trim", "default", "d", "join", "first",
    "last", "length", "count", "replace", "truncate", "wordwrap", "center", "e", "escape",
)  # fmt: skip
"""What may be done with a field; none of them looks inside Python or turns escaping off."""

_LOOP = dict.fromkeys(("index", "index0", "revindex", "revindex0", "first", "last", "length"), "")
_TESTS = frozenset(("defined", "undefined", "none", "string", "equalto", "eq", "ne", "in", "odd", "even", "sameas"))
_ALLOWED = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.For, nodes.If, nodes.Name, nodes.Getattr, nodes.Getitem,
    nodes.Filter, nodes.Test, nodes.Const, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not,
    nodes.CondExpr, nodes.Concat, nodes.Keyword, nodes.Slice, nodes.Neg, nodes.Add, nodes.Sub,
)  # fmt: skip
_SAID: dict[type[nodes.Node], str] = {
    nodes.Call: "it calls something; a template only prints fields",
    nodes.CallBlock: "it calls something; a template only prints fields",
    nodes.Macro: "it defines a macro; a template only prints fields",
    nodes.Include: "it includes another file",
    nodes.Import: "it imports another file",
    nodes.FromImport: "it imports another file",
    nodes.Extends: "it extends another file",
    nodes.ScopedEvalContextModifier: "it turns escaping off or on",
}
Scope = dict[str, Any]


class Reader:
    """One part of a template being read: its source, one line to a paragraph, and what is wrong in it."""

    def __init__(self, source: str) -> None:
        self.lines = source.splitlines()
        self.faults: list[Fault] = []

    def fault(self, line: int | None, reason: str, hint: str = "") -> None:
        """Note what is wrong in the paragraph on a line."""
        self.faults.append(Fault(f"paragraph “{near(self.lines, line or 0)}”", reason, hint))

    def visit(self, node: nodes.Node, scope: Scope) -> None:
        """Look at a node and what is inside it."""
        if not isinstance(node, _ALLOWED):
            said = _SAID.get(type(node), f"“{type(node).__name__}” is not for templates")
            self.fault(node.lineno, f"{said}.")
        elif isinstance(node, nodes.For):
            self._loop(node, scope)
        elif isinstance(node, nodes.Name | nodes.Getattr | nodes.Getitem):
            self.shape(node, scope)
        else:
            if isinstance(node, nodes.Filter) and node.name not in FILTERS:
                self.fault(
                    node.lineno, f"the filter “{node.name}” is not known here.", f"Known: {', '.join(sorted(FILTERS))}."
                )
            if isinstance(node, nodes.Test) and node.name not in _TESTS:
                self.fault(node.lineno, f"the test “{node.name}” is not known here.")
            for child in node.iter_child_nodes():
                self.visit(child, scope)

    def _loop(self, node: nodes.For, scope: Scope) -> None:
        self.visit(node.iter, scope)
        found = self.shape(node.iter, scope, quiet=True)
        if not isinstance(node.target, nodes.Name):
            self.fault(node.lineno, "a loop gives one name to each row.")
            return
        if found is not None and not isinstance(found, list):
            self.fault(node.lineno, f"“{_written(node.iter)}” is one text and not a list to go through.")
        row = found[0] if isinstance(found, list) and found else None
        inside = {**scope, node.target.name: row, "loop": _LOOP}
        for child in (*node.body, *node.else_, *([node.test] if node.test else [])):
            self.visit(child, inside)
        if node.recursive:
            self.fault(node.lineno, "a loop cannot call itself.")

    def shape(self, node: nodes.Node, scope: Scope, *, quiet: bool = False) -> Any:
        """Return what a field holds: a text, a list with one merged row, a dict; None where that is not known."""
        if isinstance(node, nodes.Name):
            return self._held(node, scope, node.name, "", quiet)
        if isinstance(node, nodes.Getattr):
            of = self.shape(node.node, scope, quiet=quiet)
            return None if of is None else self._held(node, of, node.attr, _written(node.node), quiet)
        if isinstance(node, nodes.Getitem):
            return self._item(node, scope, quiet)
        if not quiet:
            self.visit(node, scope)
        return None

    def _item(self, node: nodes.Getitem, scope: Scope, quiet: bool) -> Any:
        of = self.shape(node.node, scope, quiet=quiet)
        if not isinstance(node.arg, nodes.Const | nodes.Slice):
            if not quiet:
                self.fault(node.lineno, "in square brackets stands a number or a word.")
            return None
        if isinstance(of, list) and isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, int):
            return of[0] if of else None
        if isinstance(node.arg, nodes.Const) and isinstance(node.arg.value, str) and of is not None:
            return self._held(node, of, node.arg.value, _written(node.node), quiet)
        return of if isinstance(node.arg, nodes.Slice) else None

    def _held(self, node: nodes.Expr, of: Any, name: str, owner: str, quiet: bool) -> Any:
        """Return what a field of that name holds, and note it when there is none."""
        if isinstance(of, dict) and name in of:
            return of[name]
        if not quiet:
            whose = f" of “{owner}”" if owner else ""
            self.fault(node.lineno, f"there is no field “{name}”{whose}.", _instead(name, of))
        return None


def unknown_fields(source: str, context: dict[str, Any], environment: Environment) -> list[Fault]:
    """Return what is wrong in the Jinja of one part, against the fields of a context."""
    reader = Reader(source)
    try:
        reader.visit(environment.parse(source), {name: merged(value) for name, value in context.items()})
    except TemplateSyntaxError as problem:
        reader.fault(problem.lineno, f"{problem.message}.")
    return reader.faults


def merged(value: Any) -> Any:
    """Return the shape of a value: of a list one row that has what any of its rows has."""
    if isinstance(value, dict):
        return {name: merged(one) for name, one in value.items()}
    if isinstance(value, list):
        rows = [merged(one) for one in value]
        return [_together(rows)] if rows else []
    return ""


def _together(rows: list[Any]) -> Any:
    if not isinstance(rows[0], dict):
        return rows[0]
    names = {name for row in rows for name in row}
    return {name: _longest([row[name] for row in rows if name in row]) for name in names}


def _longest(shapes: list[Any]) -> Any:
    lists = [one for one in shapes if isinstance(one, list) and one]
    return [_together([one[0] for one in lists])] if lists else shapes[0]


def near(lines: list[str], number: int) -> str:
    """Return the words of the paragraph on a line of the source, shortened, without the tags around it."""
    source = lines[number - 1].partition("</w:p>")[0] if 0 < number <= len(lines) else ""
    text = re.sub("<[^>]+>", "", source).strip()
    return text if len(text) <= 120 else f"{text[:119]}…"


def _instead(name: str, of: Any) -> str:
    """Say which field may be meant, or which there are."""
    known = sorted(of) if isinstance(of, dict) else []
    meant = get_close_matches(name, known, 1)
    if meant:
        return f"Did you mean “{meant[0]}”?"
    return f"There are: {', '.join(known)}." if known else "It is one text, with nothing in it to name."


def _written(node: nodes.Node) -> str:
    """Return a field as it is written in the template."""
    if isinstance(node, nodes.Name):
        return node.name
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return next((one.name for one in node.find_all(nodes.Name)), "this")

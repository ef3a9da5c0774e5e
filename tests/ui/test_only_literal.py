"""A record's text has one way to a widget: `literal` and its kin; this looks for any other (DESIGN 8, *Text*)."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import boardtui.ui

UI = Path(boardtui.ui.__file__).parent
FILES = sorted(UI.rglob("*.py"))
MAKES = UI / "widgets" / "literal.py"
"""The one file that makes `Content` and `Text` of a text that is not written out in it."""

CLEANED = {"literal", "assembled", "line", "cell", "right", "boxed", "number", "hanging"}
SHOWN = {"Content", "Text", "RenderableType", "Strip", "Segment", "VisualType"}
"""Types that a widget draws as they are; a `str` it reads for markup."""

WIDGETS = {"Static", "Label", "Button", "Checkbox", "RadioButton", "Option", "Tab", "TabPane", "Collapsible", "Link"}
METHODS = {"add_row", "add_column", "update_cell", "replace_option_prompt"}
SAYS = {"tooltip", "border_title", "border_subtitle"}

ALLOWED = {
    "exported.py: f'This computer has nothing to {verb} it with. The file is where it says.'": "open or print",
    "at_work.py: clean(sentence)": "a notice is a str, cleaned here and shown with markup=False",
    "sign_off.py: text": "the first of what read_out gives back: Content",
    "live_reading.py: said": "the first of each Paragraph: Content",
    "room_view.py: str(room.item or '')": "a number, for large figures",
    "record_list.py: text": "one of what _cells gives back: Text",
}
"""What may stay otherwise, as `file: expression`, each with its reason."""


class Ways:
    """What every function of the user interface gives back, by its name, and by its file and name."""

    def __init__(self) -> None:
        self.gives: dict[str, list[str]] = {}
        for path in FILES:
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                    said = ast.unparse(node.returns) if node.returns else ""
                    self.gives.setdefault(node.name, []).append(said)
                    self.gives.setdefault(f"{path}:{node.name}", []).append(said)


class Module(ast.AST):
    """The file that is looked at, as the outermost scope."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


WAYS = Ways()


def is_shown(annotation: str) -> bool:
    """Say whether a type holds only what is drawn as it is."""
    of = re.sub(r"^(list|tuple|Iterator|Sequence)\[(.*?)(, \.\.\.)?\]$", r"\2", annotation)
    parts = {part.strip() for part in of.split("|")} - {"None"}
    return bool(parts) and parts <= SHOWN


def is_safe(node: ast.expr, inside: list[ast.AST]) -> bool:
    """Say whether an expression can only be written out in the program, or made by `literal` and its kin."""
    match node:
        case ast.Constant():
            return True
        case ast.IfExp(body=body, orelse=other):
            return is_safe(body, inside) and is_safe(other, inside)
        case ast.BoolOp(values=values):
            return all(is_safe(one, inside) for one in values)
        case ast.BinOp(left=ast.Constant(), op=ast.Mult()):
            return True
        case ast.BinOp(left=left, right=right):
            return is_safe(left, inside) and is_safe(right, inside)
        case ast.Starred(value=value):
            return is_safe(value, inside)
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            return all(is_safe(one, inside) for one in parts)
        case ast.GeneratorExp(elt=one) | ast.ListComp(elt=one):
            return is_safe(one, [*inside, node])
        case ast.JoinedStr(values=values):
            return all(isinstance(one, ast.Constant) or is_safe(one.value, inside) for one in values)  # type: ignore[attr-defined]  # the rest are FormattedValue
        case ast.Subscript(value=ast.Name(id=name)):
            return name.isupper() or name.strip("_").isupper()
        case ast.Call(func=ast.Name(id=name)):
            return name in CLEANED or name in ("Content", "Text") or _gives(name, inside)
        case ast.Call(func=ast.Attribute(value=value, attr=name)):
            made = isinstance(value, ast.Name) and value.id in ("Content", "Text")
            kept = name in ("join", "stylize", "truncate", "pad", "append") and is_safe(value, inside)
            return made or kept or _gives(name, inside)
        case ast.Name(id=name):
            return name.strip("_").isupper() or _is_held(name, inside)
        case ast.Attribute(value=ast.Name(id="self"), attr=name):
            return _is_kept(name, inside)
    return False


def _gives(name: str, inside: list[ast.AST]) -> bool:
    """Say whether every function of that name, of this file or else of any, gives back what is drawn as it is."""
    file = next((scope.path for scope in inside if isinstance(scope, Module)), "")
    found = WAYS.gives.get(f"{file}:{name}") or WAYS.gives.get(name, [])
    return bool(found) and all(is_shown(one) for one in found)


def _is_held(name: str, inside: list[ast.AST]) -> bool:
    """Say whether a name holds only such a thing, by its annotation or by everything that is assigned to it."""
    for scope in reversed(inside):
        if isinstance(scope, ast.FunctionDef | ast.AsyncFunctionDef):
            arguments = (*scope.args.args, *scope.args.kwonlyargs)
            for one in arguments:
                if one.arg == name:
                    return one.annotation is not None and is_shown(ast.unparse(one.annotation))
            given = list(_given(scope, name))
            if given:
                return all(is_safe(value, inside) for value in given)
    return False


def _given(scope: ast.AST, name: str) -> Iterator[ast.expr]:
    """Yield whatever is assigned to a name in a function; of an annotated one a call that gives back its type."""
    for node in ast.walk(scope):
        targets: list[ast.expr] = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign | ast.NamedExpr | ast.AugAssign):
            targets = [node.target]
        value = getattr(node, "value", None)
        if value is not None and any(isinstance(one, ast.Name) and one.id == name for one in targets):
            yield value


def _is_kept(name: str, inside: list[ast.AST]) -> bool:
    """Say whether an attribute of this class holds only such a thing."""
    for scope in reversed(inside):
        if not isinstance(scope, ast.ClassDef):
            continue
        for node in ast.walk(scope):
            if isinstance(node, ast.AnnAssign) and ast.unparse(node.target) in (name, f"self.{name}"):
                return is_shown(ast.unparse(node.annotation))
        functions = [node for node in ast.walk(scope) if isinstance(node, ast.FunctionDef)]
        given = [(value, one) for one in functions for value in _assigned(one, name)]
        return bool(given) and all(is_safe(value, [*inside, one]) for value, one in given)
    return False


def _assigned(function: ast.FunctionDef, name: str) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            both = isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple)
            pairs = zip(target.elts, node.value.elts, strict=True) if both else [(target, node.value)]  # type: ignore[attr-defined]  # both are tuples
            yield from (value for one, value in pairs if ast.unparse(one) == f"self.{name}")


def ways(path: Path) -> Iterator[tuple[ast.expr, list[ast.AST]]]:
    """Yield every expression of a file that a widget is given to show, with the scopes around it."""

    def walk(node: ast.AST, inside: list[ast.AST]) -> Iterator[tuple[ast.expr, list[ast.AST]]]:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            inside = [*inside, node]
        if isinstance(node, ast.Call):
            yield from ((one, inside) for one in _given_to_show(node, path))
        if isinstance(node, ast.Assign) and any(
            isinstance(one, ast.Attribute) and one.attr in SAYS for one in node.targets
        ):
            yield node.value, inside
        for child in ast.iter_child_nodes(node):
            yield from walk(child, inside)

    yield from walk(ast.parse(path.read_text(encoding="utf-8")), [Module(path)])


def _given_to_show(call: ast.Call, path: Path) -> Iterator[ast.expr]:
    match call.func:
        case ast.Name(id=name) if name in WIDGETS:
            yield from call.args[:1]
        case ast.Name(id="Content" | "Text") if path != MAKES:
            yield from (one for one in call.args[:1] if not isinstance(one, ast.Constant))
        case ast.Attribute(value=ast.Name(id="Content" | "Text"), attr=name) if path != MAKES:
            yield from call.args if name == "assemble" else call.args[:1]
        case ast.Attribute(value=ast.Call(func=ast.Attribute(attr="query_one")), attr="update"):
            yield from call.args
        case ast.Attribute(attr="notify"):
            yield from call.args[:1]
        case ast.Attribute(attr=name) if name in METHODS:
            yield from call.args if name == "add_row" else call.args[-1:] if name == "update_cell" else call.args[:1]
    yield from (one.value for one in call.keywords if one.arg in SAYS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_widgets_are_given_nothing_that_literal_did_not_make(path: Path) -> None:
    found = [
        f"{path.relative_to(UI)}:{node.lineno}: {ast.unparse(node)[:100]}"
        for node, inside in ways(path)
        if not is_safe(node, inside) and f"{path.name}: {ast.unparse(node)}" not in ALLOWED
    ]
    assert found == []


@pytest.mark.parametrize(
    "code",
    [
        "Static(view.title)",
        "Static(f'{view.title} is due')",
        "Label(str(view))",
        "self.query_one('#what', Static).update(view.text)",
        "widget.tooltip = view.text",
        "widget.border_title = f'[b]{view.text}'",
        "table.add_row(view.ref, literal(view.text))",
        "Option(view.text)",
        "Content(view.text)",
        "Content.assemble('x', view.text)",
        "Text.assemble(cell('x'), view.text)",
        "self.notify(view.text, markup=False)",
        "Static(literal('x') if view else view.text)",
        "Button(Content('x') + view.text)",
    ],
)
def test_any_other_way_is_found(code: str, tmp_path: Path) -> None:
    path = tmp_path / "screen.py"
    path.write_text(f"def compose(self, view: Action) -> None:\n    {code}\n", encoding="utf-8")
    assert [node for node, inside in ways(path) if not is_safe(node, inside)]

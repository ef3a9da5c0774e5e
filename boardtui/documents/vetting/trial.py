"""Trying a template: looked through, read without running it, then filled in with records of the sample (DESIGN 8)."""

from __future__ import annotations

import base64
import json
from collections.abc import Iterator
from typing import Any

from boardtui import paths
from boardtui.documents import word
from boardtui.documents.charts import Picture
from boardtui.documents.package import unpack
from boardtui.documents.templates import Template
from boardtui.documents.vetting.faults import Fault, UnfitError
from boardtui.documents.vetting.limits import opened
from boardtui.documents.vetting.parts import look_through
from boardtui.errors import BoardError

_DOT = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FQAAAABJRU5ErkJggg==")
"""A picture of one dot, in place of a chart."""


def tried(template: Template) -> list[Fault]:
    """Return what is wrong with a template, first what is unsafe, then its fields, then what a trial shows."""
    try:
        unsafe = look_through(opened(template.data))
        return unsafe or _unknown(template) or list(_filled_in(template))
    except UnfitError as problem:
        return list(problem.faults)
    except MemoryError:
        return [Fault("the trial", "it needs more memory than any document should.")]
    except RecursionError:
        return [Fault("the trial", "it is nested too deeply.")]


def context_of(name: str) -> word.Context:
    """Return what a template of that name is tried with, and so every field that it may print."""
    found: word.Context = json.loads((paths.shipped_templates() / "trial" / f"{name}.json").read_text("utf-8"))
    return found


def fields_of(name: str) -> dict[str, Any]:
    """Return the fields of a template alone, without what is only for checking and filing the document."""
    return {field: value for field, value in context_of(name).items() if field not in ("said", "properties")}


def _unknown(template: Template) -> list[Fault]:
    from boardtui.documents.filling import Filling
    from boardtui.documents.vetting.braces import open_braces
    from boardtui.documents.vetting.known_fields import unknown_fields

    try:
        filling = Filling(template.data, {})
        sources = list(filling.sources())
        unclosed = list(open_braces(filling.parts()))
    except MemoryError:
        raise
    except Exception as problem:  # a file that somebody built by hand: python-docx raises whatever it meets
        raise UnfitError(Fault("the file", f"it is not a whole Word document: {problem}.")) from problem
    fields, sandbox = fields_of(template.name), word.environment(filling)
    return unclosed or [fault for source in sources for fault in unknown_fields(source, fields, sandbox)]


def _filled_in(template: Template) -> Iterator[Fault]:
    """Yield what goes wrong when it is filled in, with every field and with every field empty."""
    full = context_of(template.name)
    for said, context in (("with every field filled", full), ("with every field empty", _emptied(full))):
        try:
            data = word.render_from(template, context, _pictures(context))
            yield from look_through(unpack(data))
        except BoardError as problem:
            yield Fault(f"the trial {said}", " ".join(filter(None, (problem.title, problem.message))))
            return


def _emptied(context: word.Context) -> word.Context:
    """Return the same fields with nothing in them; the file's own properties stay."""
    empty: word.Context = {name: [] if isinstance(value, list) else "" for name, value in context.items()}
    return empty | {"properties": context["properties"]}


def _pictures(context: word.Context) -> dict[str, Picture]:
    names = (chart["name"] for block in context.get("blocks", ()) for chart in block.get("charts", ()))
    return {name: Picture(_DOT, 1, f"Chart {name}") for name in names}

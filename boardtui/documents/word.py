"""Rendering: a template and a context of plain strings become the bytes of a Word file (DESIGN 8, *Word*)."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from boardtui.documents import letterhead, marks
from boardtui.documents.package import identified, pack, unpack
from boardtui.documents.reopening import verify, verify_marking, verify_pictures
from boardtui.documents.templates import Template, template
from boardtui.domain.progress import tell
from boardtui.domain.text import clean, one_line
from boardtui.errors import BoardError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from docx.document import Document
    from jinja2 import Environment

    from boardtui.documents.charts import Picture
    from boardtui.documents.filling import Filling

Context = dict[str, Any]
"""What a template is given: strings, and lists and dicts of them, nothing else.

`said` lists what the finished document must hold; `properties` its title, subject, author, day and letterhead picture.
"""

Pictures: TypeAlias = "Mapping[str, Picture]"
"""The pictures of a document by the names that its context has for them."""

_LONGEST_PROPERTY = 255

_STEPS = 4
"""Steps in which a document is made: its records, its template, its pages, the check that everything is there."""


def render(name: str, context: Context, pictures: Pictures | None = None) -> bytes:
    """Render the template `name` with a context, check that everything said is there, and return the file.

    The same context gives the same bytes; `pictures` are those that its names stand for (`{{ name|picture }}`).
    A council's own template is used only as it passed its check. Raises BoardError naming the template and what is
    wrong with it.
    """
    chosen = template(name)
    if chosen.own:
        from boardtui.documents.vetting.passing import must_pass

        must_pass(chosen)
    return render_from(chosen, context, pictures)


def render_from(chosen: Template, context: Context, pictures: Pictures | None = None) -> bytes:
    """Render a template as it was read; see `render`."""
    path = chosen.path
    tell("Filling in the template", 1, _STEPS)
    plain = _plain(context)
    shown = {name: replace(one, words=clean(one.words)) for name, one in (pictures or {}).items()}
    document = _filled(chosen, plain, shown | letterhead.pictures(plain))
    tell("Putting the pages together", 2, _STEPS)
    marks.identify(document.element.body, plain["properties"]["mark"])
    _describe(document, plain["properties"])
    made = io.BytesIO()
    document.save(made)
    data = pack(identified(unpack(made.getvalue())))
    tell("Checking that everything is there", 3, _STEPS)
    verify(data, plain["said"], path.name)
    verify_marking(data, plain.get("marking", ""), path.name)
    verify_pictures(data, [one.words for one in shown.values()], path.name)
    return data


def _plain(value: Any) -> Any:
    """Clean every string, and refuse what is neither a string nor a list or dict of them."""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    raise TypeError(f"A document's context holds only strings, lists and dicts, not {value!r}.")


def _filled(chosen: Template, context: Context, pictures: Pictures) -> Document:
    """Fill the template in, headers and footers included."""
    path = chosen.path
    from jinja2 import TemplateError

    from boardtui.documents.filling import Filling

    filling = Filling(chosen.data, pictures)
    try:
        filling.render(context, environment(filling), autoescape=True)
    except Exception as problem:  # a council's template is a program of its own: anything can go wrong in it
        if isinstance(problem, TemplateError) or _line(problem):
            raise _explained(problem, path, filling.source) from problem
        raise BoardError(
            f"The template {path.name} cannot be used.",
            f"{one_line(str(problem))}.",
            f"Mend {path}, or remove your copy to use the template that came with the program.",
        ) from problem
    for part in filling.parts():
        marks.settle(part)
    document: Document = filling.docx
    return document


def environment(filling: Filling) -> Environment:
    """Return the sandbox that a template is filled in by: fields, a few filters, and nothing of Python's."""
    from jinja2 import StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    sandbox = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    sandbox.globals.clear()
    sandbox.filters.update(mark=marks.mark, shade=marks.shade, picture=filling.picture)
    return sandbox


def _explained(problem: Exception, path: Path, source: str) -> BoardError:
    """Name the template, the field and the paragraph that a template error comes from."""
    lines = source.splitlines()
    number = getattr(problem, "lineno", None) or _line(problem)
    near = re.sub("<[^>]+>", "", lines[number - 1]).strip() if 0 < number <= len(lines) else ""
    said = "it needs more memory than there is" if isinstance(problem, MemoryError) else one_line(str(problem))
    unknown = re.search(r"'([^']*)' is undefined|has no attribute '([^']*)'", said)
    what = (
        f"The template {path.name} has a field that does not exist: {unknown[1] or unknown[2]}."
        if unknown
        else f"The template {path.name} cannot be filled in: {said}"
    )
    return BoardError(
        what,
        f"It is in the paragraph “{near}”." if near else "",
        f"Mend {path}, or remove your copy to use the template that came with the program.",
    )


def _line(problem: BaseException) -> int:
    """Return the line of the template's source that an error was raised at, 0 if it is not known."""
    number, trace = 0, problem.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            number = trace.tb_lineno
        trace = trace.tb_next
    return number


def _describe(document: Document, properties: dict[str, str]) -> None:
    """Set title, subject, author and the fixed dates, all from the paper's own day."""
    core = document.core_properties
    for name in ("title", "subject", "author", "keywords"):
        setattr(core, name, one_line(properties[name])[:_LONGEST_PROPERTY])
    core.last_modified_by = core.author
    core.language = "en-GB"
    core.comments = core.category = core.content_status = core.version = ""
    core.identifier = ""
    core.revision = 1
    day = date.fromisoformat(properties["day"])
    core.created = core.modified = datetime.combine(day, time(12), UTC).replace(tzinfo=None)

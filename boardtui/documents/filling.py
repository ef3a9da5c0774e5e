"""How docxtpl fills a template in here: strictly, and leaving the text that people typed as it is."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from types import CodeType
from typing import TYPE_CHECKING, Any

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.shared import Cm
from docxtpl import DocxTemplate
from jinja2 import Template
from markupsafe import Markup

if TYPE_CHECKING:
    from jinja2 import Environment

    from boardtui.documents.word import Pictures

_MOST_PROGRAMS = 64
_programs: dict[str, CodeType] = {}
"""What was compiled already, by its source: half of the time that a short paper takes."""

_PARAGRAPH = re.compile(r"<w:p([ >])")


class Filling(DocxTemplate):  # type: ignore[misc]  # docxtpl has no types
    """One template being filled in.

    Some of docxtpl's steps are replaced: it rewrites `{_{` in typed text, repairs broken XML by leaving out
    what it cannot read, and looks for line breaks with expressions that are slow on long minutes.
    """

    def __init__(self, data: bytes, pictures: Pictures) -> None:
        super().__init__(io.BytesIO(data))
        self.pictures = pictures

    source = ""
    """The source of the part being filled in, one line to a paragraph, for error messages."""

    def render_xml_part(self, src_xml: str, part: Any, context: Any, jinja_env: Any = None) -> str:
        """Fill in one part: the body, a header or a footer."""
        self.current_rendering_part = part
        self.source = _one_line_each(src_xml)
        compiled = _compiled(self.source, jinja_env)
        filled: str = Template.from_code(jinja_env, compiled, jinja_env.make_globals(None)).render(context)
        return filled

    def render_properties(self, context: Any, jinja_env: Any = None) -> None:
        """Leave title and subject alone: they are set after rendering, and a template says nothing in them."""

    def sources(self) -> Iterator[str]:
        """Return the source of everything that is filled in: the body, headers, footers, footnotes."""
        self.render_init()
        yield _one_line_each(self.patch_xml(self.get_xml()))
        for uri in (self.HEADER_URI, self.FOOTER_URI):
            for _, part in self.get_headers_footers(uri):
                yield _one_line_each(self.patch_xml(self.get_part_xml(part)))
        for part in self.docx.part.package.iter_parts():
            if part.content_type.endswith(".footnotes+xml"):
                yield _one_line_each(self.patch_xml(part.blob.decode()))

    def picture(self, name: str) -> Markup:
        """Jinja filter: put the picture of that name here, with the words that describe it; nothing without one."""
        shown = self.pictures.get(name)
        if shown is None:
            return Markup("")
        inline = self.current_rendering_part.new_pic_inline(io.BytesIO(shown.data), width=Cm(shown.width))
        for side in ("distT", "distB", "distL", "distR"):  # left out, LibreOffice takes three millimetres for it
            inline.set(side, "0")
        inline.docPr.set("descr", shown.words)
        inline.docPr.set("name", name)
        drawing = f"<w:drawing>{inline.xml}</w:drawing>"
        return Markup(f'</w:t></w:r><w:r>{drawing}</w:r><w:r><w:t xml:space="preserve">')

    def fix_tables(self, xml: str) -> Any:
        """Read the filled-in body; what cannot be read is an error, never left out."""
        return parse_xml(xml)

    def fix_docpr_ids(self, tree: Any) -> None:
        """Give every picture of the template a number of its own."""
        for number, picture in enumerate(tree.iter(qn("wp:docPr")), 1001):
            picture.set("id", str(number))

    def parts(self) -> Iterator[Any]:
        """Return the XML of the body, then of each header and footer."""
        yield self.docx.element.body
        for uri in (self.HEADER_URI, self.FOOTER_URI):
            for _, part in self.get_headers_footers(uri):
                yield part.element


def _compiled(source: str, environment: Environment) -> CodeType:
    """Return the program that fills a source in; whatever environment of ours compiles it, it is the same one."""
    if source not in _programs:
        if len(_programs) > _MOST_PROGRAMS:
            _programs.clear()
        _programs[source] = environment.compile(source)
    return _programs[source]


def _one_line_each(xml: str) -> str:
    """Begin a new line with each paragraph, so that an error's line names one."""
    return _PARAGRAPH.sub(r"\n<w:p\1", xml)

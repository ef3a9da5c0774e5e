"""How a shipped template is laid out: paragraphs, tables, tags, header and footer."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from styles import PALE, in_order, set_styles

from boardtui.documents.package import pack, unpack

MARGIN = 2.0
SETTINGS = f"""<w:settings {nsdecls("w")}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>
<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode"
 w:uri="http://schemas.microsoft.com/office/word" w:val="15"/><w:compatSetting
 w:name="overrideTableStyleFontSizeAndJustification" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="enableOpenTypeFeatures" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
<w:compatSetting w:name="doNotFlipMirrorIndents" w:uri="http://schemas.microsoft.com/office/word" w:val="1"/>
</w:compat><w:themeFontLang w:val="en-GB"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>"""
APP = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>boardtui</Application></Properties>"
)

Cell = list[tuple[str, str]]
"""What stands in a cell: paragraphs, each the text with its tags and the name of its style."""

Row = list[Cell] | tuple[str, str] | str
"""A row of a table."""


class Template:
    """One template while it is being made."""

    def __init__(self, *, landscape: bool = False) -> None:
        self.document = Document()
        self.width = 29.7 - 2 * MARGIN if landscape else 21.0 - 2 * MARGIN
        _page(self.document.sections[0], landscape)
        set_styles(self.document)

    def say(self, text: str, style: str = "Normal") -> Any:
        """Add a paragraph; `**words**` in it are set as a lead-in, `__words__` as an aside."""
        return _fill(self.document.add_paragraph(style=style), text)

    def tag(self, text: str) -> None:
        """Add a paragraph that holds only a tag and leaves nothing behind."""
        self.say(f"{{%p {text} %}}", "Tag")

    def when(self, condition: str, text: str, style: str) -> None:
        """Add a paragraph that is printed only when a field is not empty."""
        self.tag(f"if {condition}")
        self.say(text, style)
        self.tag("endif")

    def table(self, named: str, widths: list[float], heads: list[str], rows: list[Row]) -> None:
        """Add a table: a row is its cells, one tag, or one text and its style right across; `heads` repeat."""
        share = self.width / sum(widths)
        columns = [round(width * share * 567) for width in widths]
        made = self.document.add_table(rows=0, cols=len(columns))
        made.style = "Board Table" if heads else "Board Facts"
        _table_properties(made, named, columns, heads=bool(heads))
        if heads:
            _row(made, [[(head, "Table Head")] for head in heads], columns, header=True)
        for row in rows:
            if isinstance(row, str):
                _row_across(made, f"{{%tr {row} %}}", "Tag", columns)
            elif isinstance(row, tuple):
                _row_across(made, *row, columns)
            else:
                _row(made, row, columns)
        made._tbl.tblPr.addnext(made._tbl.tblGrid)

    def frame(self, running: str, draft: str) -> None:
        """Set the header and the footer: what is restricted and why, what runs, DRAFT, the seal, page X of Y."""
        section = self.document.sections[0]
        section.different_first_page_header_footer = True  # the first page has the heading itself
        for header, text in ((section.first_page_header, ""), (section.header, running)):
            _fill(header.paragraphs[0], f"{{% if marking %}}{{{{ marking }}}}\n{{% endif %}}{text}\t**{draft}**")
            _right_tab(header.paragraphs[0], self.width)
        for footer in (section.first_page_footer, section.footer):
            line = _fill(footer.paragraphs[0], "{% if seal %}{{ seal }}\n{% endif %}{{ footer }}\t")
            _right_tab(line, self.width)
            _page_of_pages(line)

    def signature_line(self, label: str) -> None:
        """Add a label with a line to write on."""
        stops = self.say(f"{label}\t\t", "Signature").paragraph_format.tab_stops
        stops.add_tab_stop(Cm(3.5))
        stops.add_tab_stop(Cm(self.width * 0.75), WD_TAB_ALIGNMENT.LEFT, WD_TAB_LEADER.LINES)

    def heading(self, *, council: bool = True) -> None:
        """Add the heading that every paper but the letter has."""
        self.when("letterhead_picture", "{{ letterhead_picture|picture }}", "Council")
        if council:
            self.say("{{ council }}", "Council")
        self.say("{{ board }}", "Title")
        self.say("{{ heading }}", "Subtitle")
        self.when("state", "{{ state }}", "State")
        self.when("sample", "{{ sample }}", "Sample")

    def save(self, path: Path, title: str) -> None:
        """Write the template, the same bytes every time."""
        core = self.document.core_properties
        core.title, core.author, core.comments, core.language = title, "boardtui", "", "en-GB"
        core.created = core.modified = datetime(2013, 1, 1, 12)
        _prune(self.document)
        made = io.BytesIO()
        self.document.save(made)
        path.write_bytes(pack({**unpack(made.getvalue()), "docProps/app.xml": APP}))


def _page(section: Any, landscape: bool) -> None:
    section.page_width, section.page_height = Cm(21.0), Cm(29.7)
    if landscape:
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Cm(29.7), Cm(21.0)
    section.left_margin = section.right_margin = Cm(MARGIN)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2.0)
    section.header_distance, section.footer_distance = Cm(1.0), Cm(0.9)


def _table_properties(table: Any, named: str, columns: list[int], *, heads: bool) -> None:
    table.autofit = False
    properties = table._tbl.tblPr
    for tag in ("tblW", "tblLook"):
        for old in properties.findall(qn(f"w:{tag}")):
            properties.remove(old)
    properties.insert(1, parse_xml(f'<w:tblW {nsdecls("w")} w:w="{sum(columns)}" w:type="dxa"/>'))
    look, first = ("0620", 1) if heads else ("0600", 0)
    properties.append(
        parse_xml(f'<w:tblLook {nsdecls("w")} w:val="{look}" w:firstRow="{first}" w:lastRow="0" '
                  f'w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>')
    )  # fmt: skip
    properties.append(parse_xml(f'<w:tblCaption {nsdecls("w")} w:val="{named}"/>'))
    in_order(properties, ("tblStyle", "tblW", "jc", "tblLayout", "tblLook", "tblCaption"))
    grid = table._tbl.tblGrid
    for column, width in zip(grid.findall(qn("w:gridCol")), columns, strict=True):
        column.set(qn("w:w"), str(width))


def _row(table: Any, cells: list[Cell], columns: list[int], *, header: bool = False) -> None:
    row = table.add_row()
    _row_properties(row, header=header)
    for cell, paragraphs, width in zip(row.cells, cells, columns, strict=True):
        _cell(cell, paragraphs, width)
        if header:
            cell._tc.tcPr.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{PALE}"/>'))


def _row_across(table: Any, text: str, style: str, columns: list[int]) -> None:
    row = table.add_row()
    _row_properties(row)
    merged = row.cells[0].merge(row.cells[-1])
    for extra in merged.paragraphs[1:]:
        extra._p.getparent().remove(extra._p)
    _cell(merged, [(text, style)], sum(columns))


def _row_properties(row: Any, *, header: bool = False) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(parse_xml(f"<w:cantSplit {nsdecls('w')}/>"))
    if header:
        properties.append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))


def _cell(cell: Any, paragraphs: Cell, width: int) -> None:
    properties = cell._tc.get_or_add_tcPr()
    for old in properties.findall(qn("w:tcW")):
        properties.remove(old)
    properties.insert(0, parse_xml(f'<w:tcW {nsdecls("w")} w:w="{width}" w:type="dxa"/>'))
    first, *rest = paragraphs
    _fill(cell.paragraphs[0], first[0]).style = first[1]
    for text, style in rest:
        _fill(cell.add_paragraph(), text).style = style


def _fill(paragraph: Any, text: str) -> Any:
    """Write text into a paragraph: `**…**` as a lead-in, `__…__` as an aside."""
    for n, part in enumerate(text.split("**")):
        for m, piece in enumerate(part.split("__")):
            if piece:
                run = paragraph.add_run(piece)
                if n % 2:
                    run.style = "Lead-in"
                elif m % 2:
                    run.style = "Aside"
    return paragraph


def _right_tab(paragraph: Any, width: float) -> None:
    paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(width), WD_TAB_ALIGNMENT.RIGHT)


def _page_of_pages(paragraph: Any) -> None:
    paragraph.add_run("Page ")
    _field(paragraph, "PAGE")
    paragraph.add_run(" of ")
    _field(paragraph, "NUMPAGES")


def _field(paragraph: Any, code: str) -> None:
    for inner in (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {code} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
        "<w:t>1</w:t>",
        '<w:fldChar w:fldCharType="end"/>',
    ):
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{inner}</w:r>"))


def _prune(document: Any) -> None:
    """Set the plain settings, and drop the parts and list definitions that nothing uses."""
    settings = document.settings.element
    for child in list(settings):
        settings.remove(child)
    for child in parse_xml(SETTINGS):
        settings.append(child)
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if relation.reltype.rsplit("/", 1)[-1] in ("stylesWithEffects", "customXml", "thumbnail"):
                del part.rels[key]
    bullets = document.styles["List Bullet"].element.xpath("./w:pPr/w:numPr/w:numId/@w:val")
    lists = document.part.numbering_part.element
    used = lists.xpath(f"./w:num[@w:numId='{bullets[0]}']/w:abstractNumId/@w:val")
    for child in list(lists):
        if child.get(qn("w:numId")) not in (*bullets, None) or child.get(qn("w:abstractNumId")) not in (*used, None):
            lists.remove(child)

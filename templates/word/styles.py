"""The styles of the shipped templates, under the names a council sees in Word."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

FONT = "Arial"
INK, GREY, RULE, PALE = "1F2A44", "4A5160", "A7AEBB", "EEF1F5"
KEPT = {
    "Normal", "Header", "Footer", "Heading 1", "Heading 2", "Title", "Subtitle", "List Bullet",
    "Default Paragraph Font", "Normal Table", "No List",
}  # fmt: skip


def set_styles(document: Any) -> None:
    """Set the styles of every template; names are the ones a council sees in Word."""
    for style in list(document.styles):
        if style.name not in KEPT:
            style.element.getparent().remove(style.element)
    for link in document.styles.element.xpath(".//w:style/w:link"):
        link.getparent().remove(link)
    defaults = document.styles.element.find(qn("w:docDefaults"))
    defaults.getparent().replace(
        defaults,
        parse_xml(
            f'<w:docDefaults {nsdecls("w")}><w:rPrDefault><w:rPr>{_font_xml()}<w:sz w:val="22"/>'
            '<w:szCs w:val="22"/><w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr>'
            "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        ),
    )
    p = _paragraph_style
    p(document, "Normal", size=11, after=6, line=1.12)
    p(document, "Header", size=9, colour=GREY)
    p(document, "Footer", size=9, colour=GREY)
    p(document, "Council", size=11, colour=GREY, after=2, keep=True, spaced=True)
    p(document, "Title", size=22, bold=True, colour=INK, after=2, keep=True)
    p(document, "Subtitle", size=14, colour=INK, after=10, keep=True, edge=("bottom", "single", 8, INK, 6))
    p(document, "State", size=11, bold=True, after=6, keep=True)
    p(document, "Sample", size=9, italic=True, colour=GREY, before=2, after=8, box=True)
    p(document, "Heading 1", size=14, bold=True, colour=INK, before=16, after=6, keep=True, level=0)
    p(document, "Heading 2", size=11.5, bold=True, colour=INK, before=14, after=3, keep=True, level=1, hang=1.25)
    p(document, "Item Facts", size=9.5, italic=True, colour=GREY, after=4, keep=True, left=1.25)
    p(document, "Minute", hang=1.25, before=3, after=3)
    p(document, "Minute Unnumbered", italic=True, colour=GREY, left=1.25, before=3, after=3)
    p(document, "Restricted", size=9.5, bold=True, left=1.25, before=6, after=2, keep=True)
    p(document, "Decision", hang=1.25, before=4, after=4, fill=PALE, edge=("left", "single", 24, INK, 6))
    p(document, "Action", hang=1.25, before=4, after=4, fill="F6F6F3", edge=("left", "double", 6, INK, 6))
    p(document, "Challenge", hang=1.25, before=4, after=4, edge=("left", "single", 6, INK, 6))
    p(document, "Table Head", size=9, bold=True, colour=INK, before=2, after=2, keep=True)
    p(document, "Table Text", size=10, before=1, after=1)
    p(document, "Table Compact", size=9.5, before=1, after=1)
    p(document, "Table Small", size=9, colour=GREY, before=0, after=2)
    p(document, "Table Dense", size=8.5, before=0, after=0)
    p(document, "Fact", size=8, before=0, after=0.5, hang=3.9)
    p(document, "Definition", size=8, colour=GREY, before=0, after=2, left=1.25)
    p(document, "Small Print", size=9.5, colour=GREY, before=4, after=6)
    p(document, "Table Title", size=10, bold=True, before=10, after=4, keep=True)
    p(document, "Table Key", size=10, before=1, after=1, keep=True)
    p(document, "Table Group", size=10, bold=True, before=3, after=2, keep=True)
    p(document, "Signature Words", before=6, after=0, keep=True)
    p(document, "Signature", before=20, after=0, keep=True)
    p(document, "Sign-off", bold=True, after=4, keep=True)
    p(document, "Letter Board", size=18, bold=True, colour=INK, after=2, keep=True)
    p(document, "Letter Sender", size=11, colour=GREY, after=8, edge=("bottom", "single", 8, INK, 6))
    p(document, "Letter Lines", size=10.5, after=6)
    p(document, "Letter Text", size=10.5, after=5, line=1.03)
    p(document, "Letter Subject", size=10.5, bold=True, before=2, after=5, keep=True)
    p(document, "Letter Heading", size=10.5, bold=True, colour=INK, before=4, after=2, keep=True, level=1)
    p(document, "Letter Placeholder", size=10.5, bold=True, before=4, after=8, box=True, edge_style="dashed")
    p(document, "Letter Close", size=10.5, before=6, after=36, keep=True)
    p(document, "Letter Signature", size=10.5, after=4)
    p(document, "Letter Copies", size=9, colour=GREY, before=4, after=0)
    p(document, "Annex Heading Following", size=14, bold=True, colour=INK, before=18, after=6, keep=True, level=0)
    p(document, "Annex Heading", size=14, bold=True, colour=INK, after=6, keep=True, level=0, new_page=True)
    p(document, "Summary Heading", size=12, bold=True, colour=INK, before=8, after=3, keep=True, level=0)
    p(document, "Contents Heading", size=14, bold=True, colour=INK, after=6, keep=True, new_page=True)
    p(document, "Contents Line", size=10, after=1, hang=1.25)
    p(document, "Part Heading", size=14, bold=True, colour=INK, before=14, after=4, keep=True, level=0, hang=1.25)
    p(document, "Part Subheading", size=11, bold=True, colour=INK, before=9, after=2, keep=True, level=1)
    p(document, "Report Text", size=10, before=1, after=4, line=1.04, hang=1.25)
    p(document, "Report Changed", size=9.5, colour=GREY, before=2, after=6, box=True, edge_style="dashed")
    p(document, "Report Signature", before=24, after=8)
    p(document, "Chart", before=2, after=2)
    p(document, "Tag", size=8, colour="8A8A8A")
    bullet = p(document, "List Bullet", size=10.5, after=3)
    bullet.paragraph_format.left_indent, bullet.paragraph_format.first_line_indent = Cm(0.9), Cm(-0.5)
    for name, lead in (("Lead-in", True), ("Aside", False)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
        style.font.bold, style.font.italic = (True, None) if lead else (None, True)
        style.quick_style = True
    _table_styles(document)


def _paragraph_style(
    document: Any,
    name: str,
    *,
    size: float | None = None,
    bold: bool = False,
    italic: bool = False,
    colour: str = "000000",
    before: float = 0,
    after: float = 0,
    line: float | None = None,
    keep: bool = False,
    level: int | None = None,
    left: float = 0,
    hang: float = 0,
    fill: str = "",
    edge: tuple[str, str, int, str, int] | None = None,
    box: bool = False,
    edge_style: str = "single",
    spaced: bool = False,
    new_page: bool = False,
) -> Any:
    """Make or change one paragraph style; sizes in points, indents in centimetres."""
    known = {style.name for style in document.styles}
    style = document.styles[name] if name in known else document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    element = style.element
    for old in (*element.findall(qn("w:rPr")), *(element.findall(qn("w:pPr")) if name != "List Bullet" else ())):
        element.remove(old)
    if name != "Normal":
        style.base_style = document.styles["Normal"]
    if level is not None and not name.startswith("Heading"):
        style.next_paragraph_style = document.styles["Normal"]
    style.hidden, style.quick_style = False, True
    font = style.font
    font.name, font.bold, font.italic = FONT, bold or None, italic or None
    font.size = None if size is None else Pt(size)
    font.color.rgb = RGBColor.from_string(colour)
    style.element.rPr.rFonts.set(qn("w:cs"), FONT)
    if spaced:
        style.element.rPr.append(parse_xml(f'<w:spacing {nsdecls("w")} w:val="20"/>'))
        in_order(style.element.rPr, ("rFonts", "b", "i", "color", "spacing", "sz", "szCs", "lang"))
    if name == "Normal":
        style.element.rPr.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-GB" w:eastAsia="en-GB"/>'))
    form = style.paragraph_format
    form.space_before, form.space_after, form.widow_control = Pt(before), Pt(after), True
    if line:
        form.line_spacing_rule, form.line_spacing = WD_LINE_SPACING.MULTIPLE, line
    form.keep_with_next = keep or None
    form.page_break_before = new_page or None
    if name in ("Heading 1", "Heading 2", "Title", "Annex Heading", "Letter Signature", "Sample"):
        form.keep_together = True
    if hang:
        form.left_indent, form.first_line_indent = Cm(hang), Cm(-hang)
        form.tab_stops.add_tab_stop(Cm(hang))
    elif left:
        form.left_indent = Cm(left)
    properties = style.element.get_or_add_pPr()
    if edge or box:
        properties.append(parse_xml(_border_xml(edge, edge_style)))
    if fill:
        properties.append(parse_xml(f'<w:shd {nsdecls("w")} w:val="clear" w:color="auto" w:fill="{fill}"/>'))
    if level is not None:
        properties.append(parse_xml(f'<w:outlineLvl {nsdecls("w")} w:val="{level}"/>'))
    in_order(
        properties,
        ("keepNext", "keepLines", "pageBreakBefore", "widowControl", "numPr", "pBdr", "shd", "tabs", "spacing",
         "ind", "contextualSpacing", "jc", "outlineLvl"),
    )  # fmt: skip
    return style


def _border_xml(edge: tuple[str, str, int, str, int] | None, box_style: str) -> str:
    sides = [edge] if edge else [(side, box_style, 6, RULE, 4) for side in ("top", "left", "bottom", "right")]
    lines = "".join(
        f'<w:{side} w:val="{line}" w:sz="{size}" w:space="{space}" w:color="{colour}"/>'
        for side, line, size, colour, space in sides
    )
    return f"<w:pBdr {nsdecls('w')}>{lines}</w:pBdr>"


def _table_styles(document: Any) -> None:
    """Add the style of the tables with a heading row, and of the plain pairs of label and value."""
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
        for side, size, colour in (("top", 8, INK), ("bottom", 8, INK), ("insideH", 4, RULE))
    )
    for name, borders, indent in (("Board Table", f"<w:tblBorders>{lines}</w:tblBorders>", 85), ("Board Facts", "", 0)):
        margins = (
            f'<w:tblCellMar><w:top w:w="28" w:type="dxa"/><w:left w:w="{indent}" w:type="dxa"/>'
            '<w:bottom w:w="28" w:type="dxa"/><w:right w:w="85" w:type="dxa"/></w:tblCellMar>'
        )
        document.styles.element.append(
            parse_xml(
                f'<w:style {nsdecls("w")} w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
                f'<w:name w:val="{name}"/><w:basedOn w:val="TableNormal"/><w:uiPriority w:val="59"/><w:qFormat/>'
                f"<w:tblPr>{borders}{margins}</w:tblPr></w:style>"
            )
        )


def _font_xml() -> str:
    return f'<w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="{FONT}"/>'


def in_order(properties: Any, order: tuple[str, ...]) -> None:
    """Put the children of a properties element in the order that Word wants them in."""
    place = {qn(f"w:{name}"): n for n, name in enumerate(order)}
    for child in sorted(properties, key=lambda c: place.get(c.tag, -1)):
        properties.append(child)

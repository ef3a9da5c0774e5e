"""Word's own fields in a template: those that count, date and refer are let in, those that fetch or run are not."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from boardtui.documents.vetting.faults import Fault

HARMLESS = (
    "PAGE", "NUMPAGES", "SECTION", "SECTIONPAGES", "TITLE", "SUBJECT", "AUTHOR", "KEYWORDS", "COMMENTS", "DATE",
    "TIME", "CREATEDATE", "SAVEDATE", "PRINTDATE", "FILENAME", "STYLEREF", "REF", "PAGEREF", "NOTEREF", "TOC", "TC",
    "XE", "INDEX", "SEQ", "DOCPROPERTY", "SYMBOL", "LISTNUM", "AUTONUM", "HYPERLINK",
)  # fmt: skip
_WEB = ("http://", "https://", "mailto:", "\\l")
_REMOVE = "In Word: Alt+F9 shows the fields; delete it."
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def unsafe(name: str, tree: Element) -> Iterator[Fault]:
    """Yield a fault for each field of a part that is not known to be harmless (DDE, INCLUDEPICTURE, MACROBUTTON …)."""
    for said in _instructions(tree):
        words = said.split()
        what = words[0].upper() if words else ""
        if what not in HARMLESS:
            shown = f"“{said.strip()[:60]}”" if words else "without a name"
            yield Fault(f"part {name}, the Word field {shown}", "such a field may fetch or run something.", _REMOVE)
        elif what == "HYPERLINK" and not "".join(words[1:2]).strip('"“”').casefold().startswith(_WEB):
            yield Fault(
                f"part {name}, the Word field “{said.strip()[:60]}”", "a link may lead to the web or mail only."
            )


def _instructions(tree: Element) -> Iterator[str]:
    """Yield what each field says, put together from its pieces; one built of other fields has no name."""
    building: list[list[str] | None] = []
    for element in tree.iter():
        if element.tag == f"{_W}fldSimple":
            yield element.get(f"{_W}instr", "")
        elif element.tag in (f"{_W}instrText", f"{_W}delInstrText"):
            if building and building[-1] is not None:
                building[-1].append(element.text or "")
            else:
                yield element.text or ""
        elif element.tag == f"{_W}fldChar":
            kind = element.get(f"{_W}fldCharType")
            if kind == "begin":
                if building and building[-1] is not None:
                    yield ""
                building.append([])
            elif building:
                said = building[-1]
                if said is not None:
                    yield "".join(said)
                    building[-1] = None
                if kind == "end":
                    building.pop()
    yield from ("".join(left) for left in building if left is not None)

"""What a template cannot say in plain text: a paragraph's identity, a cell's colour, a line break in a name.

The filters `mark` and `shade` leave marks in the rendered text, `settle` turns them into bookmarks and shading.
Marks are made of noncharacters, which `domain.text.clean` removes from everything people type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_OPEN, _SHUT, _SHADE = "\ufdd0", "\ufdd1", "\ufdd2"
_MARK = re.compile(f"{_OPEN}([^{_SHUT}]*){_SHUT}")
_FILL = re.compile(f"{_SHADE}([0-9A-F]{{6}})")
_SPECIAL = re.compile(f"[\n\t{_OPEN}{_SHADE}]")
_NOT_IN_A_NAME = re.compile(r"[^0-9A-Za-z_]")
_LONGEST_NAME = 40
_WHITE, _STRENGTH = 255, 0.42
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BEFORE_SHADE = frozenset(f"{_W}{name}" for name in ("cnfStyle", "tcW", "gridSpan", "hMerge", "vMerge", "tcBorders"))


def mark(record: str, kind: str = "e") -> str:
    """Jinja filter: give this paragraph the identity of a record, as a bookmark `_e…`; nothing for no record."""
    name = _NOT_IN_A_NAME.sub("", record)
    return f"{_OPEN}{f'_{kind}{name}'[:_LONGEST_NAME]}{_SHUT}" if name else ""


def shade(colour: str) -> str:
    """Jinja filter: colour this table cell, from `#b3261e`; anything that is not a colour is left out.

    The colour is lightened, so that black text on it is read easily on screen and on paper.
    """
    found = re.fullmatch(r"#?([0-9A-Fa-f]{6})", colour.strip())
    if not found:
        return ""
    light = (round(_WHITE + (part - _WHITE) * _STRENGTH) for part in bytes.fromhex(found[1]))
    return _SHADE + "".join(f"{part:02X}" for part in light)


def made_at(journal: int, head: str) -> str:
    """Return the bookmark that says from which moment of the journal a paper was made: `_p812_0f3a…`."""
    return f"_p{journal}_{_NOT_IN_A_NAME.sub('', head)}"[:_LONGEST_NAME]


def restricted(mark: str) -> str:
    """Return the bookmark of a restricted version: `_r…` in place of `_p…`."""
    return f"_r{mark[2:]}"


def identify(body: Any, mark: str) -> None:
    """Put an empty bookmark at the beginning of the first paragraph."""
    first = next(body.iter(f"{_W}p"), None)
    if first is not None:
        number = max((int(one.get(f"{_W}id", "0")) for one in body.iter(f"{_W}bookmarkStart")), default=0) + 1
        start, end = _bookmark_ends(first, number, mark)
        first.insert(_after_properties(first), start)
        start.addnext(end)


def settle(body: BaseOxmlElement) -> None:
    """Turn the marks, new lines and tabs of the rendered text into bookmarks, shading, breaks and tabs.

    A cell whose paragraphs were all left out is given an empty one, without which Word calls a file damaged.
    """
    marked: list[tuple[str, Any]] = []
    for text in [t for t in body.iter(f"{_W}t") if t.text and _SPECIAL.search(t.text)]:
        said = text.text or ""
        marked += [(name, _around(text, "p")) for name in _MARK.findall(said)]
        for fill in _FILL.findall(said):
            _fill(_around(text, "tc"), fill)
        _write(text, _FILL.sub("", _MARK.sub("", said)))
    _bookmark(body, marked)
    for cell in body.iter(f"{_W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{_W}p":
            cell.append(cell.makeelement(f"{_W}p"))


def _write(text: Any, said: str) -> None:
    """Write what is left of a text node, with real breaks and tabs; a run that only held a mark goes."""
    first, *rest = re.split("([\n\t])", said)
    run = text.getparent()
    if not said:
        run.remove(text)
        if not any(child.tag != f"{_W}rPr" for child in run):
            run.getparent().remove(run)
        return
    _say(text, first)
    after = text
    for piece in rest:
        if not piece:
            continue
        tag = {"\n": "br", "\t": "tab"}.get(piece)
        following = text.makeelement(f"{_W}{tag or 't'}")
        if tag is None:
            _say(following, piece)
        after.addnext(following)
        after = following
    if not first:
        run.remove(text)


def _say(text: Any, said: str) -> None:
    text.text = said
    text.set(_SPACE, "preserve")


def _around(element: Any, tag: str) -> Any:
    return next(element.iterancestors(f"{_W}{tag}"), None)


def _fill(cell: Any, fill: str) -> None:
    """Shade a cell; among a cell's properties shading has its place after the borders, or Word objects."""
    if cell is None:
        return
    properties = cell.find(f"{_W}tcPr")
    if properties is None:
        properties = cell.makeelement(f"{_W}tcPr")
        cell.insert(0, properties)
    for old in properties.findall(f"{_W}shd"):
        properties.remove(old)
    place = sum(1 for child in properties if child.tag in _BEFORE_SHADE)
    shading = properties.makeelement(f"{_W}shd")
    for name, value in (("val", "clear"), ("color", "auto"), ("fill", fill)):
        shading.set(f"{_W}{name}", value)
    properties.insert(place, shading)


def _bookmark(body: Any, marked: Iterable[tuple[str, Any]]) -> None:
    """Put one bookmark round each run of paragraphs that carry the same mark; a name is used once."""
    used = [int(start.get(f"{_W}id", "0")) for start in body.iter(f"{_W}bookmarkStart")]
    number = max(used, default=0)
    ranges: dict[str, list[Any]] = {}
    for name, paragraph in marked:
        known = ranges.get(name)
        if known is None:
            ranges[name] = [paragraph, paragraph]
        elif known[1] is not paragraph and known[1].getnext() is paragraph:
            known[1] = paragraph
    for name, (first, last) in ranges.items():
        number += 1
        start, end = _bookmark_ends(first, number, name)
        first.insert(_after_properties(first), start)
        last.append(end)


def _bookmark_ends(paragraph: Any, number: int, name: str) -> tuple[Any, Any]:
    start, end = (paragraph.makeelement(f"{_W}bookmark{which}") for which in ("Start", "End"))
    start.set(f"{_W}id", str(number))
    start.set(f"{_W}name", name)
    end.set(f"{_W}id", str(number))
    return start, end


def _after_properties(paragraph: Any) -> int:
    return 1 if paragraph.find(f"{_W}pPr") is not None else 0

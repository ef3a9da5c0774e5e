"""The words of the screen that shows what came back from Word: both texts, with their differences marked."""

from __future__ import annotations

from textual.content import Content

from boardtui.domain.dates import show
from boardtui.domain.folding import pieces
from boardtui.domain.points import ACCEPTED, LEFT, NOTED, STANDS, Point, Reading
from boardtui.domain.readback import PointKind
from boardtui.domain.text import plural
from boardtui.ui.widgets.literal import assembled, line, literal

_SIGNS = {ACCEPTED: "✓", NOTED: "✓", LEFT: "–", STANDS: "="}
_DECIDED = {
    ACCEPTED: "✓ Accepted.",
    NOTED: "✓ Kept, to be answered.",
    LEFT: "– Left as it is.",
    STANDS: "= The record says this already.",
}


def sign(one: Point) -> str:
    """Return the sign of a point: `!` to be done by hand, `~` changed since, `✓` accepted, `–` left, `=` stands."""
    if not one.open:
        return _SIGNS.get(one.decided, "")
    return "!" if one.by_hand else "~" if one.stale else ""


def above(reading: Reading, file: str, point: Point | None) -> Content:
    """Return the line above the list: the paper, the file, and how far it is decided."""
    left = reading.left
    place = left.index(point) + 1 if point in left else 0
    count = f"{place} of {len(left)}" if place else plural(len(left), "point") + " left"
    said = [("bold $foreground", f"{reading.paper.name.capitalize()}"), ("", f" as it came back in {file}   ")]
    parts: list[Content] = [line(text, style) if text.strip() == text else literal(text, style) for style, text in said]
    parts.append(literal(count, "bold $foreground"))
    for told in reading.told:
        parts += [Content("\n"), literal(told, "$text-warning")]
    return assembled(*parts)


def full(one: Point) -> Content:
    """Return a point to read: what it is, both texts with the differences marked, and how it is decided."""
    by = ", ".join(filter(None, (one.author, show(one.on) if one.on else "")))
    said = [line(f"{one.kind.capitalize()} at {one.where}", "bold")]
    if by:
        said.append(line(f"by {by}"))
    said.append(Content(""))
    said += _comment(one) if one.kind is PointKind.COMMENT else _texts(one)
    if one.stale and one.open:
        now = literal(one.now) if one.now else Content("It was removed.")
        said += [Content(""), Content.styled("~ Changed since it was exported. The record says now:", "bold"), now]
    if one.by_hand and one.open:
        said += [Content(""), Content.styled("! By hand: ", "bold") + literal(one.by_hand)]
    if not one.open:
        said += [Content(""), literal(_DECIDED.get(one.decided, ""), "bold")]
    return Content("\n").join(said)


def _comment(one: Point) -> list[Content]:
    on = [Content.styled("On: ", "bold") + literal(one.old), Content("")] if one.old else []
    return [*on, literal(one.new)]


def _texts(one: Point) -> list[Content]:
    """Return the old text with what goes struck through, and the new one with what comes in bold."""
    compared = pieces(one.old, one.new)
    old = [literal(piece.old, "strike $text-error" if piece.changed else "") for piece in compared if piece.old]
    new = [literal(piece.new, "bold $text-success" if piece.changed else "") for piece in compared if piece.new]
    said = []
    if one.old.strip():
        said.append(assembled(Content.styled("- ", "bold $text-error"), *old))
    if one.new.strip():
        said.append(assembled(Content.styled("+ ", "bold $text-success"), *new))
    elif one.kind is PointKind.REMOVED or one.patch is not None:
        said.append(Content.styled("+ (nothing in its place)", "bold $text-success"))
    return said

"""The department as a letter speaks of it: as the reader's own, where the reader is of it, else by its name (N 7.2)."""

from __future__ import annotations

import re

from boardtui.documents.drafting.material import Material

_OF_IT = re.compile(r"\b(?:Minister|Secretary of State|Department|DfE)\b")


def is_written_to(material: Material) -> bool:
    """Say whether the letter goes to the department: to a Minister or somebody there, or to nobody named yet."""
    letter, board = material.paper.letter, material.paper.board
    addressee = letter.addressee.strip() or board.addressee.strip()
    return not addressee or bool(_OF_IT.search(addressee))


def named(material: Material) -> str:
    """Name the department as its own reader does, or somebody else."""
    return "your Department" if is_written_to(material) else "the Department for Education"


def officials(material: Material) -> set[str]:
    """Return the initials of the observers who come from the department."""
    observers = {initials: one for initials, one in material.paper.people.items() if one.kind == "observer"}
    return {initials for initials, one in observers.items() if _OF_IT.search(f"{one.role} {one.organisation}")}
